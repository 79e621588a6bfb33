use super::*;
use attune_core::ErrorCode;
use attune_core::catalogue::RowColumn;
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

fn import_text(text: impl AsRef<[u8]>) -> Result<Imported, AppError> {
    import_from(text.as_ref(), "test.csv", 0, &mut |_| true)
}

fn code(text: impl AsRef<[u8]>) -> ErrorCode {
    import_text(text).unwrap_err().code
}

#[test]
fn what_cannot_be_imported_has_its_code() {
    assert_eq!(code(""), ErrorCode::CsvEmpty);
    assert_eq!(code("\n\n  \n"), ErrorCode::CsvEmpty);
    assert_eq!(code("title,artist\n"), ErrorCode::CsvEmpty);
    assert_eq!(code("one,two\n1,2\n"), ErrorCode::CsvNoColumns);
    assert_eq!(code([0_u8; 4_096]), ErrorCode::CsvNoColumns);
    let missing = import(Path::new("no/such/file.csv"), &mut |_| true).unwrap_err();
    assert_eq!(missing.code, ErrorCode::CsvMissing);
    let names = import_text("one,two\n1,2\n").unwrap_err().message;
    assert!(names.contains("one, two") && names.contains("title,artist"), "{names}");
}

#[test]
fn bad_rows_are_told_by_line_and_cost_nothing_else() {
    let long = "x".repeat(10 * 1024 * 1024);
    let text = format!(
        "title,artist,energy,valence\n\
         one,a,0.5,0.5\n\
         ,a,0.5,0.5\n\
         two,a,1.5,0.5\n\
         three,a,0.5\n\
         fo\0ur,a,0.5,0.5\n\
         {long},a,0.5,0.5\n\
         \"five,a,0.5,0.5\n\
         six,a,0.5,0.5\n"
    );
    let got = import_text(text).unwrap();
    let titles: Vec<_> = got.tracks.iter().map(|t| t.title.as_str()).collect();
    assert_eq!(titles, ["one", "two", "six"]);
    let lines = |of: &[BadRow]| of.iter().map(|b| b.line).collect::<Vec<_>>();
    assert_eq!((lines(&got.bad_rows), got.bad_rows_total), (vec![3, 5, 6, 7, 8], 5));
    let problems: Vec<_> = got.bad_rows.iter().map(|b| b.problem.clone()).collect();
    let wanted = [
        RowProblem::Missing { column: RowColumn::Title },
        RowProblem::Width { fields: 3, columns: 4 },
        RowProblem::Nul,
        RowProblem::LongLine { kib: 256 },
        RowProblem::OpenQuote,
    ];
    assert_eq!(problems, wanted);
    assert_eq!((lines(&got.lost_values), got.lost_values_total), (vec![4], 1));
}

#[test]
fn bad_rows_are_counted_to_the_last_and_described_to_the_hundredth() {
    let got = import_text(format!("title,artist\n{}", "a\n".repeat(1_000))).unwrap();
    assert_eq!((got.bad_rows_total, got.bad_rows.len(), got.tracks.len()), (1_000, BAD_ROW_SAMPLES, 0));
}

#[test]
fn values_that_are_left_out_are_counted_to_the_last_and_described_to_the_hundredth() {
    let got = import_text(format!("title,artist,energy,popularity\n{}", "a,b,x,-1\n".repeat(1_000))).unwrap();
    assert_eq!(
        (got.lost_values_total, got.lost_values.len(), got.bad_rows_total),
        (2_000, BAD_ROW_SAMPLES, 0)
    );
    let told: Vec<_> = got.lost_values[2..4].iter().map(|b| (b.line, b.problem.to_string())).collect();
    let wanted = ["popularity -1 is not between 0 and 100", "energy “x” is no number"];
    assert_eq!(told, wanted.map(|problem| (3, problem.to_owned())));
    assert_eq!(got.tracks.len(), 1);
}

#[test]
fn separator_and_encoding_make_no_difference() {
    let rows =
        ["Track Name,Artist Name(s),Energy,Valence", "Déjà Vu,Beyoncé;Jay-Z,0.5,0.25", "Jóga,Björk,0.7,0.5"];
    let text = rows.join("\r\n");
    let wanted = import_text(&text).unwrap();
    assert_eq!(wanted.tracks.len(), 2);
    let utf16: Vec<u8> =
        std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let windows = encoding_rs::WINDOWS_1252.encode(&text).0.into_owned();
    for bytes in [utf16, windows, [b"\xEF\xBB\xBF", text.as_bytes()].concat()] {
        assert_eq!(import_text(bytes).unwrap(), wanted);
    }
    for separator in ["\t", "|"] {
        assert_eq!(import_text(text.replace(',', separator)).unwrap(), wanted);
    }
    let semicolons = text.replace(';', "/").replace(',', ";").replace('.', ",").replace('/', ", ");
    assert_eq!(import_text(semicolons).unwrap(), wanted);
}

#[test]
fn a_line_above_the_header_is_passed_over() {
    let got = import_text("sep=;\ntitle;artist\na;b\n").unwrap();
    assert_eq!(got.tracks.len(), 1);
}

#[test]
fn progress_is_told_and_can_stop_it() {
    let rows: Vec<_> = (0..2_500).map(|i| format!("t{i},a")).collect();
    let text = format!("title,artist\n{}\n", rows.join("\n"));
    let mut seen = Vec::new();
    let size = text.len() as u64;
    import_from(text.as_bytes(), "a.csv", size, &mut |p| {
        seen.push(p);
        true
    })
    .unwrap();
    assert_eq!(seen.iter().map(|p| p.rows).collect::<Vec<_>>(), [0, 1_000, 2_000, 2_500]);
    assert!(seen.is_sorted_by(|a, b| a.share <= b.share) && seen.iter().all(|p| p.share <= 1.0));
    let stopped = import_from(text.as_bytes(), "a.csv", size, &mut |p| p.rows < 1_000).unwrap_err();
    assert_eq!(stopped.code, ErrorCode::CsvCancelled);
}

#[test]
fn even_a_file_of_blank_lines_can_be_stopped() {
    let text = format!("title,artist\n{}", "\n".repeat(100_000));
    let mut asked = 0;
    let stopped = import_from(text.as_bytes(), "a.csv", 0, &mut |_| {
        asked += 1;
        asked < 3
    });
    assert_eq!((stopped.unwrap_err().code, asked), (ErrorCode::CsvCancelled, 3));
}

#[test]
fn a_reader_that_fails_says_so() {
    struct Torn(u8);
    impl Read for Torn {
        fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
            self.0 += 1;
            if self.0 > 1 {
                return Err(std::io::Error::other("the stick was pulled out"));
            }
            let text = b"title,artist\na,b\n";
            out[..text.len()].copy_from_slice(text);
            Ok(text.len())
        }
    }
    let error = import_from(Torn(0), "a.csv", 0, &mut |_| true).unwrap_err();
    assert_eq!(error.code, ErrorCode::CsvUnreadable);
}

#[test]
fn at_most_so_many_tracks_are_taken() {
    let text = "title,artist\none,a\ntwo,a\none,a\nthree,a\nfour,a\n";
    let (got, entries, rows) = run(text.as_bytes(), 2, &mut |_| Ok(())).unwrap();
    assert_eq!((entries.len(), got.bad_rows_total, got.bad_rows[0].line, rows), (2, 1, 4, 3));
    assert_eq!(got.bad_rows[0].problem, RowProblem::Full { tracks: 2 });
}

/// Pieces that CSV files are made of, and things that break them.
fn fragment() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(",".to_owned()),
        Just("\"".to_owned()),
        Just("\n".to_owned()),
        Just("\r\n".to_owned()),
        Just(";\t|".to_owned()),
        Just("title,artist,valence,energy\n".to_owned()),
        Just("0.5".to_owned()),
        "[a-z é夢]{0,8}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_an_answer(bytes in proptest::collection::vec(any::<u8>(), 0..2_000)) {
        let _ = import_text(&bytes);
        let _ = import_text([b"title,artist,valence,energy\n", bytes.as_slice()].concat());
        let _ = import_text([b"\xFF\xFE", bytes.as_slice()].concat());
    }

    #[test]
    fn any_fragments_are_an_answer(parts in proptest::collection::vec(fragment(), 0..200)) {
        let text = format!("title,artist,valence,energy\n{}", parts.concat());
        if let Ok(got) = import_text(&text) {
            let lines = text.lines().count();
            let rows = got.tracks.len() + (got.duplicates + got.bad_rows_total) as usize;
            prop_assert!(rows <= lines);
            prop_assert!(got.tracks.iter().all(|t| !t.title.is_empty() && !t.artist.is_empty()));
        }
    }

    #[test]
    fn a_row_written_properly_is_read_back(
        title in "[a-zA-Zé夢\",;\n]{1,20}", artist in "[a-z \",]{1,12}", v in 0.0..=1.0f64, e in 0.0..=1.0f64,
    ) {
        prop_assume!(!title.trim().is_empty() && !artist.trim().is_empty());
        let quoted = |s: &str| format!("\"{}\"", s.replace('"', "\"\""));
        let text = format!(
            "title,artist,valence,energy\nfirst,x,0.1,0.1\n{},{},{v},{e}\nlast,x,0.1,0.1\n",
            quoted(&title), quoted(&artist),
        );
        let got = import_text(&text).unwrap();
        prop_assert_eq!(got.tracks.len(), 3, "{:?}", got.bad_rows);
        let one_line = |s: &str| s.split_whitespace().collect::<Vec<_>>().join(" ");
        prop_assert_eq!(&got.tracks[1].title, &one_line(&title));
        prop_assert_eq!(&got.tracks[1].artist, &one_line(&artist));
    }
}

/// What a table comes to: titles with artists, and the valence of each from 0 to 1 as it stands in its row.
fn rows(text: &str) -> Vec<(String, String)> {
    let imported = import_from(text.as_bytes(), "a.csv", 0, &mut |_| true).unwrap();
    assert_eq!(imported.bad_rows, []);
    imported.tracks.into_iter().map(|t| (t.title, t.artist)).collect()
}

/// The columns of Exportify that are read, by the languages that it has had: link, title, artists, album, release, length,
/// popularity, genres, energy, loudness, valence, tempo. The last one is Dutch as misspelt in its first version.
const EXPORTIFY: [&str; 16] = [
    "رابط الأغنية (URI)|اسم الأغنية|أسماء الفنانين|اسم الألبوم|تاريخ إصدار الألبوم|مدة الأغنية (بالمللي ثانية)|الشعبية|أنواع الفنان|الطاقة|مستوى الصوت|الإيجابية|الإيقاع",
    "Track-URI|Track-Name|Künstlername(n)|Album-Name|Veröffentlichungsdatum des Albums|Track-Dauer (ms)|Beliebtheit|Künstler-Genres|Energie|Lautstärke|Valenz|Tempo",
    "URI κομματιού|Όνομα κομματιού|Όνομα/τα καλλιτέχνη|Όνομα άλμπουμ|Ημερομηνία κυκλοφορίας άλμπουμ|Διάρκεια κομματιού (ms)|Δημοτικότητα|Είδη καλλιτέχνη|Ενέργεια|Ένταση|Θετικότητα|Ρυθμός",
    "Track URI|Track Name|Artist Name(s)|Album Name|Album Release Date|Track Duration (ms)|Popularity|Artist Genres|Energy|Loudness|Valence|Tempo",
    "URI de la canción|Nombre de la canción|Nombre(s) del artista|Nombre del álbum|Fecha de lanzamiento del álbum|Duración de la canción (ms)|Popularidad|Géneros del artista|Energía|Volumen|Valencia|Tempo",
    "URI du titre|Nom du titre|Nom(s) de l'artiste|Nom de l'album|Date de sortie de l'album|Durée du titre (ms)|Popularité|Genres de l'artiste|Énergie|Volume sonore|Valence|Tempo",
    "URI della traccia|Nome della traccia|Nome dell'artista|Nome dell'album|Data di rilascio dell'album|Durata della traccia (ms)|Popolarità|Generi dell'artista|Energia|Volume|Valenza|Tempo",
    "トラックURI|トラック名|アーティスト名|アルバム名|アルバム発売日|トラックの長さ（ミリ秒）|人気度|アーティストジャンル|エネルギー|ラウドネス|感情値|テンポ",
    "Nummer URI|Nummernaam|Naam van artiest|Naam van album|Releasedatum van het album|Nummerduur (ms)|Populariteit|Genres van de artiest|Energie|Luidheid|Valentie|Tempo",
    "URI da faixa|Nome da faixa|Nome(s) do artista|Nome do álbum|Data de lançamento do álbum|Duração da faixa (ms)|Popularidade|Gêneros do artista|Energia|Volume|Valência|Tempo",
    "Låtens URI|Låtens namn|Artistens namn|Albumets namn|Albumets releasedatum|Låtlängd (ms)|Popularitet|Artistens genrer|Energi|Ljudstyrka|Valens|Tempo",
    "Parça URI|Parça Adı|Sanatçı Adı|Albüm Adı|Albüm Çıkış Tarihi|Parça Süresi (ms)|Popülerlik|Sanatçı Türleri|Enerji|Ses Seviyesi|Duygusallık|Tempo",
    "曲目 URI|曲目名称|艺人名称|专辑名称|专辑发行日期|曲目时长（毫秒）|热度|艺人流派|能量|响度|情绪效价|速度",
    "曲目 URI|曲目名稱|藝人名稱|專輯名稱|專輯發行日期|曲目長度（毫秒）|熱門度|藝人曲風|能量|響度|情緒效價|速度",
    "歌 Link|歌名|Artist 名|專輯名|專輯發行日|曲目時長（毫秒）|熱門度|藝人曲風|能量|響度|情緒效價|速度",
    "Nummer URI|Nummmernaam|Naam van artiest|Naam van album|Releasedatum van het album|Nummmerduur (ms)|Populariteit|Genres van de artiest|Energie|Luidheid|Valentie|Tempo",
];

#[test]
fn exportifys_languages_are_read() {
    for names in EXPORTIFY {
        // Names that are decomposed are the same.
        for names in [names.to_owned(), names.nfd().collect()] {
            let header = names.split('|').map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(",");
            let text = format!(
                "{header}\nspotify:track:0000000000000000000001,Paper Boats,\"Brisk\\, The Painter, Oda\",Blue Box,2019-03-01,201000,44,\"indie pop,folk\",0.8,-7,0.9,118\n"
            );
            let imported = import_from(text.as_bytes(), "a.csv", 0, &mut |_| true).unwrap();
            let [track] = &imported.tracks[..] else { panic!("{header}: {:?}", imported.bad_rows) };
            assert_eq!(
                (track.title.as_str(), track.artist.as_str(), track.album.as_deref()),
                ("Paper Boats", "Brisk, The Painter, Oda", Some("Blue Box")),
                "{header}"
            );
            assert_eq!(track.id.0, "spotify:track:0000000000000000000001", "{header}");
            assert_eq!(
                (track.year, track.duration_ms, track.popularity, track.tempo),
                (Some(2019), Some(201_000), Some(44), Some(118.0)),
                "{header}"
            );
            let mean = track.affect.estimate.mean;
            assert!(mean.valence > 0.2 && mean.arousal > 0.2, "{header}: {mean:?}");
            assert!(track.genre.is_some(), "{header}");
        }
    }
}

#[test]
fn plain_words_of_other_languages_name_columns() {
    for header in [
        "Titre,Artiste,Album",
        "Titel;Künstler;Album",
        "Título,Artista,Álbum",
        "曲名,アーティスト,アルバム",
        "歌曲名,艺术家,专辑",
        "Название,Исполнитель,Альбом",
        "제목,가수,앨범",
        "song,singer,album",
    ] {
        let separator = if header.contains(';') { ";" } else { "," };
        let text = format!("{header}\n{}\n", ["Paper Boats", "Lena Orth", "Blue Box"].join(separator));
        let tracks = import_from(text.as_bytes(), "a.csv", 0, &mut |_| true).unwrap().tracks;
        let [track] = &tracks[..] else { panic!("{header}") };
        assert_eq!((track.title.as_str(), track.artist.as_str()), ("Paper Boats", "Lena Orth"), "{header}");
        assert_eq!(track.album.as_deref(), Some("Blue Box"), "{header}");
    }
}

#[test]
fn percent_signs_in_cells_are_read() {
    let text = "title,artist,valence,energy\nLively,a,80%,90%\nCalm,b,1%,2%\n";
    let tracks = import_from(text.as_bytes(), "a.csv", 0, &mut |_| true).unwrap().tracks;
    let arousal = |i: usize| tracks[i].affect.estimate.mean.arousal;
    assert!(arousal(0) > 0.2 && arousal(1) < -0.2, "{} {}", arousal(0), arousal(1));
}

#[test]
fn artists_in_several_columns_and_odd_names_are_read() {
    let youtube =
        "Video ID,Song title,Album title,Artist name 1,Artist name 2\nx,Paper Boats,Blue Box,Lena Orth,Oda\n";
    assert_eq!(rows(youtube), [("Paper Boats".to_owned(), "Lena Orth, Oda".to_owned())]);
    let kaggle = "track_name,artist(s)_name,valence_%,energy_%\nQuiet Hour,Oda,1,1\n";
    let tracks = import_from(kaggle.as_bytes(), "a.csv", 0, &mut |_| true).unwrap().tracks;
    assert!(tracks[0].affect.estimate.mean.arousal < 0.0 && tracks[0].artist == "Oda");
}

#[test]
fn the_scale_is_that_of_the_whole_column() {
    let text = "title,artist,energy,valence\nCalm,a,1,2\nLively,b,90,80\nMiddling,c,50,50\n";
    let tracks = import_from(text.as_bytes(), "a.csv", 0, &mut |_| true).unwrap().tracks;
    let arousal = |i: usize| tracks[i].affect.estimate.mean.arousal;
    assert!(arousal(0) < arousal(2) && arousal(2) < arousal(1));
    // Each column has its own; one of ones alone has that of the other.
    let text = "title,artist,energy,valence\nCalm,a,1,0.1\nLively,b,90,0.9\nMiddling,c,50,0.5\n";
    let imported = import_from(text.as_bytes(), "a.csv", 0, &mut |_| true).unwrap();
    let mean = |i: usize| imported.tracks[i].affect.estimate.mean;
    assert_eq!(imported.lost_values_total, 0);
    assert!(mean(0).arousal < mean(2).arousal && mean(2).arousal < mean(1).arousal);
    assert!(mean(1).valence > mean(2).valence, "{:?} {:?}", mean(1), mean(2));
    let text = "title,artist,energy,valence\nCalm,a,1,1\nLively,b,90,1\nMiddling,c,50,0\n";
    let tracks = import_from(text.as_bytes(), "a.csv", 0, &mut |_| true).unwrap().tracks;
    assert!(tracks[1].affect.estimate.mean.valence < mean(1).valence, "one of a hundred");
    // One mistake among numbers up to 1 is left out.
    let text = "title,artist,energy,valence\nA,a,1,0.2\nB,b,0.9,0.8\nC,c,50,0.5\n";
    let imported = import_from(text.as_bytes(), "a.csv", 0, &mut |_| true).unwrap();
    assert_eq!((imported.tracks.len(), imported.lost_values_total), (3, 1));
}

#[test]
fn what_databases_write_for_no_value_is_none() {
    let text = "title,artist,album,genre,year,valence,energy\nOne,Lena Orth,\\N,\\N,\\N,0.2,0.4\nTwo,\\N,,,,0.1,0.1\n";
    let tracks = import_from(text.as_bytes(), "a.csv", 0, &mut |_| true).unwrap().tracks;
    let [track] = &tracks[..] else { panic!("{tracks:?}") };
    assert_eq!((track.album.as_deref(), track.genre.as_deref(), track.year), (None, None, None));
}
