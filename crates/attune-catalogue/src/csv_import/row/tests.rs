use super::*;
use crate::affect;
use attune_core::Affect;
use attune_core::track::AffectSource;

fn read(header: &str, row: &str) -> Result<Track, RowProblem> {
    read_with_lost(header, row).map(|(track, _)| track)
}

fn read_with_lost(header: &str, row: &str) -> Result<(Track, Lost), RowProblem> {
    let header = Header::read(header).unwrap();
    let fields: Vec<String> = row.split(header.delimiter).map(str::to_owned).collect();
    let (entry, lost) =
        RowReader::new(&header, Scales { valence: Scale::One, energy: Scale::One }).entry(&fields)?;
    Ok((Track { affect: affect::believed(&entry.own, None), ..entry.track }, lost))
}

fn problem(header: &str, row: &str) -> String {
    read(header, row).unwrap_err().to_string()
}

#[test]
fn a_row_of_features() {
    let t = read(
        "name,artist,id,release_date,popularity,length,energy,valence,tempo,mood",
        "1999,Prince,2H7PHVdQ3mXqEHXcvclTB0,1982-10-27,68,379266,0.73,0.625,118.523,Happy",
    )
    .unwrap();
    assert_eq!(t.id.spotify_id(), Some("2H7PHVdQ3mXqEHXcvclTB0"));
    assert_eq!((t.title.as_str(), t.artist.as_str(), t.year), ("1999", "Prince", Some(1982)));
    assert_eq!((t.popularity, t.duration_ms), (Some(68), Some(379_266)));
    assert_eq!(t.mood_word.as_deref(), Some("Happy"));
    assert_eq!(t.affect.sources, [AffectSource::Features, AffectSource::MoodWord]);
    assert!(t.affect.estimate.mean.valence > 0.2 && t.affect.estimate.mean.arousal > 0.3);
}

#[test]
fn a_row_by_an_editor() {
    let t = read(
        "title,artist,year,genre,language,mood,valence,arousal",
        "Clair de lune,Claude Debussy,1905,Classical,zxx,calm,0.4,-0.7",
    )
    .unwrap();
    assert_eq!(t.id, TrackId::from_names("Clair de lune", "Claude Debussy"));
    assert_eq!((t.genre.as_deref(), t.language.as_deref()), (Some("classical"), Some("zxx")));
    assert_eq!(t.affect.sources, [AffectSource::Curated]);
    assert!(t.affect.estimate.mean.distance(Affect::new(0.4, -0.7)) < 1e-12);
}

#[test]
fn names_are_needed_and_bounded() {
    assert_eq!(problem("title,artist", " ,b"), "no title");
    assert_eq!(problem("title,artist", "a,\u{1}"), "no artist");
    assert!(problem("title,artist", &format!("{},b", "x".repeat(2_000))).contains("longer"));
}

#[test]
fn a_number_that_is_wrong_loses_itself_and_is_told() {
    for (header, row, problem) in [
        ("title,artist,valence", "a,b,1.2", "valence 1.2 is not between 0 and 1"),
        ("title,artist,energy", "a,b,loud", "energy “loud” is no number"),
        ("title,artist,valence,arousal", "a,b,nan,-3", "arousal -3 is not between -1 and 1"),
        ("title,artist,popularity", "a,b,101", "popularity 101 is not between 0 and 100"),
    ] {
        let (track, lost) = read_with_lost(header, row).unwrap();
        assert_eq!(lost.iter().map(ToString::to_string).collect::<Vec<_>>(), [problem]);
        assert_eq!((track.title.as_str(), track.popularity), ("a", None));
        assert!(track.affect.is_unknown(), "{row}");
    }
    let row = format!("a,b,inf,0.9,{}", "x".repeat(2_000));
    let (track, lost) = read_with_lost("title,artist,energy,valence,album", &row).unwrap();
    assert_eq!((lost.len(), track.album), (2, None));
    assert_eq!(track.affect.sources, [AffectSource::Features], "what is right is used");
}

#[test]
fn numbers_that_do_not_matter_may_be_missing_or_odd() {
    let t = read("title,artist,year,tempo,length,valence,language", "a,b,soon,fast,?,,english").unwrap();
    assert_eq!((t.year, t.tempo, t.duration_ms, t.language), (None, None, None, None));
    assert_eq!(t.affect.sources, [AffectSource::Unknown]);
}

#[test]
fn a_failed_analysis_is_no_sad_track() {
    let t = read("title,artist,energy,valence,tempo", "a,b,0,0,0").unwrap();
    assert_eq!(t.affect.sources, [AffectSource::Unknown]);
}

#[test]
fn decimal_commas_are_read_where_they_cannot_separate() {
    let t = read("title;artist;energy;valence", "a;b;0,75;0,5").unwrap();
    let wanted = Affect::new(0.0, 0.5 * affect::FEATURE_R_AROUSAL);
    assert!(t.affect.estimate.mean.distance(wanted) < 1e-9);
}

#[test]
fn identifiers_in_every_spelling() {
    let id = "2H7PHVdQ3mXqEHXcvclTB0";
    for text in
        [id.to_owned(), format!("spotify:track:{id}"), format!("https://open.spotify.com/track/{id}?si=1")]
    {
        assert_eq!(spotify_id(&text), Some(id));
    }
    for text in ["spotify:local:::a:1", "12345", "", "2H7PHVdQ3mXqEHXcvcl-B0"] {
        assert_eq!(spotify_id(text), None, "{text}");
    }
}

#[test]
fn a_text_that_was_kept_from_being_a_formula_is_as_before() {
    let t = read("title,artist", "'=1+1,'Til Tuesday").unwrap();
    assert_eq!((t.title.as_str(), t.artist.as_str()), ("=1+1", "'Til Tuesday"));
}

#[test]
fn lists_of_artists_and_genres() {
    let t = read("Track Name,Artist Name(s),Genres", "a,Nick Drake;Vashti Bunyan,Indie  Folk;rock").unwrap();
    assert_eq!(t.artist, "Nick Drake, Vashti Bunyan");
    assert_eq!(t.genre.as_deref(), Some("indie folk"));
    let t = read("artists;name", "['Martha Argerich', 'Claudio Abbado'];a").unwrap();
    assert_eq!(t.artist, "Martha Argerich, Claudio Abbado");
}
