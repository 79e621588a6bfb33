use super::*;

const EXPORTIFY: &str = r#""Track URI","Track Name","Album Name","Artist Name(s)","Release Date","Duration (ms)","Popularity","Explicit","Added By","Added At","Genres","Record Label","Danceability","Energy","Key","Loudness","Mode","Speechiness","Acousticness","Instrumentalness","Liveness","Valence","Tempo","Time Signature""#;

#[test]
fn exportify_is_known() {
    let h = Header::read(EXPORTIFY).unwrap();
    assert_eq!((h.delimiter, h.width), (',', 24));
    for c in [Column::Id, Column::Artists, Column::DurationMs, Column::Genre, Column::Valence, Column::Tempo]
    {
        assert!(h.has(c), "{c:?}");
    }
    assert!(!h.has(Column::Arousal) && !h.has(Column::Mood));
}

#[test]
fn older_exportify_is_known() {
    let h = Header::read(
        "Spotify ID,Artist IDs,Track Name,Album Name,Artist Name(s),Release Date,Track Duration (ms),Artist Genres",
    )
    .unwrap();
    let fields: Vec<String> = (0..8).map(|i| i.to_string()).collect();
    assert_eq!(h.field(&fields, Column::Id), Some("0"));
    assert_eq!(h.field(&fields, Column::DurationMs), Some("6"));
    assert_eq!(h.field(&fields, Column::Genre), Some("7"));
}

#[test]
fn case_space_and_underscore_do_not_matter() {
    for line in ["TITLE;ARTIST", "track name\tArtist_Name", " Song Title | artist "] {
        let h = Header::read(line).unwrap();
        assert_eq!(h.width, 2, "{line}");
    }
}

#[test]
fn a_title_with_an_artist_is_needed() {
    assert_eq!(Header::read("title,valence"), None);
    assert_eq!(Header::read("artist,valence"), None);
    assert_eq!(Header::read(""), None);
    assert_eq!(Header::read("\"title,artist"), None);
}

#[test]
fn what_was_found_is_told_short() {
    assert_eq!(found_names("foo;bar;;\"baz\""), " (found: foo, bar, baz)");
    assert_eq!(found_names(""), "");
    assert!(found_names(&"x".repeat(1_000_000)).len() < 60);
}
