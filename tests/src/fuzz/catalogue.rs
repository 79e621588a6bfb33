//! Catalogue files: tables that listeners bring from anywhere.

use attune_catalogue::csv_import::{BAD_ROW_SAMPLES, import_from};

/// Tracks with sensible numbers, or an error with a code of its own.
pub(super) fn check(bytes: &[u8]) {
    let mut reports = 0_u32;
    let imported = import_from(bytes, "fuzz.csv", bytes.len() as u64, &mut |progress| {
        reports += 1;
        assert!((0.0..=1.0).contains(&progress.share), "{}", progress.share);
        true
    });
    match imported {
        Ok(imported) => {
            assert!(reports > 0 && imported.bad_rows.len() <= BAD_ROW_SAMPLES);
            for track in &imported.tracks {
                let affect = track.affect.estimate.mean;
                assert!((-1.0..=1.0).contains(&affect.valence) && (-1.0..=1.0).contains(&affect.arousal));
            }
        }
        Err(error) => assert!(error.code.as_str().starts_with("csv_"), "{error}"),
    }
}

/// The starter catalogue's beginning and small tables in other manners and encodings.
pub(super) fn seeds() -> Vec<Vec<u8>> {
    let semicolons = "\u{feff}Künstler;Titel;Jahr;Stimmung\r\n\"Ä;B\";\"Über \"\"uns\"\"\";1999;happy\r\n";
    let spotify =
        "Track Name,Artist Name(s),Valence,Energy,Tempo,Loudness\nA,B,0.5,0.9,120,-7.5\nA,B,2,x,,\n";
    let tabs = "artist\ttitle\tvalence\tenergy\nB\t\"two\nlines\"\t0.1\t0.2\n";
    let wide: Vec<u8> = semicolons.encode_utf16().flat_map(u16::to_le_bytes).collect();
    vec![semicolons.into(), spotify.into(), tabs.into(), wide, b"artist,title\nB\xe9,C\n".into()]
}
