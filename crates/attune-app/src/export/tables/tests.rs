use super::*;
use attune_core::mood::{Confidence, MoodWord};
use attune_core::track::AffectSource;
use attune_core::{Affect, AffectEstimate, Expression, Modality, Track, TrackAffect, TrackId, Tracks};
use attune_session::view::NamedTrack;

/// Universal time, for tests that run anywhere.
fn universal(at: f64) -> String {
    chrono::Utc.timestamp_millis_opt(at as i64).unwrap().to_rfc3339_opts(SecondsFormat::Secs, false)
}

fn mood(at: f64, source: Modality, note: Option<&str>) -> HistoryEntry {
    HistoryEntry {
        id: 1,
        at,
        estimate: AffectEstimate::new(Affect::new(0.25, -0.5), 0.2, 0.3),
        word: MoodWord::Calm,
        confidence: Confidence::Maybe,
        source,
        expression: (source == Modality::Face).then_some(Expression::Happiness),
        note: note.map(str::to_owned),
    }
}

#[test]
fn moods_and_tracks_are_rows_by_time() {
    let moods = [mood(0.0, Modality::Face, None), mood(120_000.0, Modality::You, Some("=1+1, \"tired\""))];
    let track = NamedTrack { id: TrackId("a".into()), title: "Rain, again".into(), artist: "@mira".into() };
    let played = [PlayedTrack { at: 60_000.0, track }];
    assert_eq!(
        history(&moods, &played, &universal, Cells::Safe),
        format!(
            "{HISTORY}1970-01-01T00:00:00+00:00,0.2500,-0.5000,0.2000,0.3000,calm,maybe,face,happiness,,,\n\
             1970-01-01T00:01:00+00:00,,,,,,,,,,\"Rain, again\",'@mira\n\
             1970-01-01T00:02:00+00:00,0.2500,-0.5000,0.2000,0.3000,calm,maybe,you,,\"'=1+1, \"\"tired\"\"\",,\n"
        )
    );
    assert!(history(&moods, &played, &universal, Cells::Raw).contains(",@mira\n"));
}

#[test]
fn a_moment_has_its_distance_from_universal_time() {
    let text = local_time(1_700_000_000_000.0);
    let read = chrono::DateTime::parse_from_rfc3339(&text).unwrap();
    assert_eq!(read.timestamp_millis(), 1_700_000_000_000, "{text}");
    assert_eq!(local_time(f64::MAX), "");
}

fn track(id: &str, title: &str, affect: Option<Affect>) -> Track {
    let known = |at| TrackAffect::fused(&[(AffectSource::Features, AffectEstimate::with_sd(at, 0.3))]);
    Track {
        album: Some("Line\nbreak".into()),
        year: Some(1999),
        genre: Some("jazz".into()),
        duration_ms: Some(61_000),
        tempo: Some(120.5),
        affect: affect.map_or_else(TrackAffect::unknown, known),
        ..Track::new(TrackId(id.into()), title, "Mira Holm")
    }
}

fn listing() -> Listing {
    let info = |name: &str| attune_core::catalogue::CatalogueInfo {
        id: name.into(),
        name: name.into(),
        tracks: 0,
        enabled: false,
        added_at: None,
    };
    let spotify = "spotify:track:0123456789012345678901";
    let mine = [track("local:1", "=Rain", None), Track { artist: String::new(), ..track("b", "Sun", None) }];
    let other = [track(spotify, "Wind", Some(Affect::new(0.5, -1.0))), track("local:1", "twice", None)];
    Listing {
        catalogues: vec![(info("Mine"), Tracks::new(mine)), (info("list, old.csv"), Tracks::new(other))],
        liked: [TrackId(spotify.into())].into(),
        plays: [(TrackId("local:1".into()), 3)].into(),
        corrected: [(TrackId("b".into()), AffectEstimate::with_sd(Affect::new(0.0, 1.0), 0.1))].into(),
    }
}

#[test]
fn a_library_is_a_table_with_each_track_once() {
    let files = [("local:1".to_owned(), "/music/rain, loud.flac".to_owned())].into();
    let of = |rest: &str| format!("\"Line\nbreak\",1999,jazz,61000,120.50,{rest}\n");
    let rows = [
        format!("'=Rain,Mira Holm,{}", of(",,,Mine,\"/music/rain, loud.flac\",no,3")),
        format!("Sun,Unknown artist,{}", of("0.5000,1.0000,,Mine,,no,0")),
        format!(
            "Wind,Mira Holm,{}",
            of("0.7500,0.0000,spotify:track:0123456789012345678901,\"list, old.csv\",,yes,0")
        ),
    ];
    assert_eq!(library(&listing(), &files, Cells::Safe), format!("{LIBRARY}{}", rows.concat()));
}

#[test]
fn the_import_of_catalogues_reads_a_library_again() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("library.csv");
    std::fs::write(&path, library(&listing(), &HashMap::new(), Cells::Safe)).unwrap();
    let read = crate::compose::read_catalogue(&path).unwrap();
    assert_eq!((read.bad_rows_total, read.lost_values_total, read.tracks.len()), (0, 0, 3));
    let titles: Vec<_> = read.tracks.iter().map(|t| t.title.as_str()).collect();
    assert_eq!(titles, ["=Rain", "Sun", "Wind"]);
    let wind = &read.tracks[2];
    assert_eq!(wind.id.spotify_id(), Some("0123456789012345678901"));
    assert_eq!((wind.year, wind.duration_ms, wind.tempo), (Some(1999), Some(61_000), Some(120.5)));
    assert!(wind.affect.estimate.mean.valence > 0.0 && wind.affect.estimate.mean.arousal < 0.0);
}
