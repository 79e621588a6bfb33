//! Things to store.

#![allow(dead_code, reason = "each test file uses a part")]

use attune_core::history::HistoryEntry;
use attune_core::mood::{Confidence, MoodWord};
use attune_core::ports::Archive;
use attune_core::taste::{PastEnding, PastPlay, PastTrack, StatedAnswer, StatedKind, StatedPreferences};
use attune_core::track::AffectSource;
use attune_core::{
    Affect, AffectEstimate, Circumstances, Expression, Feedback, FeedbackKind, Modality, Policy, Settings,
    Timestamp, Track, TrackAffect, TrackId,
};
use attune_store::Store;
use std::path::Path;

/// Opens a store that has nothing to warn of.
pub(crate) fn open(dir: &Path) -> Store {
    let (store, warnings) = Store::open(dir).unwrap();
    assert_eq!(warnings, []);
    store
}

/// Opens a store and gives the codes of its warnings too.
pub(crate) fn open_with_codes(dir: &Path) -> (Store, Vec<attune_core::ErrorCode>) {
    let (store, warnings) = Store::open(dir).unwrap();
    (store, warnings.into_iter().map(|w| w.code).collect())
}

pub(crate) fn entry(at: f64, note: Option<&str>) -> HistoryEntry {
    HistoryEntry {
        id: 0,
        at,
        estimate: AffectEstimate::new(Affect::new(0.25, -0.5), 0.2, 0.3),
        word: MoodWord::Calm,
        confidence: Confidence::Maybe,
        source: Modality::Face,
        expression: Some(Expression::Happiness),
        note: note.map(str::to_owned),
    }
}

pub(crate) fn feedback(track: &str, at: i64) -> Feedback {
    Feedback {
        artist: Some("Artist é".into()),
        track_affect: Some(Affect::new(0.25, -0.75)),
        circumstances: Some(Circumstances {
            target: AffectEstimate::new(Affect::new(0.5, -0.5), 0.2, 0.3),
            policy: Policy::Lift,
            hour: 23,
            heard: Some(0.125),
            propensity: Some(0.0625),
        }),
        ..Feedback::new(TrackId(track.into()), FeedbackKind::WrongMood, Timestamp(at))
    }
}

pub(crate) fn track(title: &str) -> Track {
    Track {
        album: Some("Album é夢".into()),
        year: Some(1982),
        language: Some("zxx".into()),
        mood_word: Some("Calm".into()),
        popularity: Some(99),
        duration_ms: Some(u32::MAX),
        tempo: Some(118.523),
        affect: TrackAffect::fused(&[
            (AffectSource::Features, AffectEstimate::new(Affect::new(0.1, 0.7), 0.35, 0.25)),
            (AffectSource::MoodWord, AffectEstimate::with_sd(Affect::new(0.4, -0.65), 0.35)),
        ]),
        ..Track::named(title, "Artist")
    }
}

pub(crate) fn past_track(title: &str) -> PastTrack {
    let play =
        PastPlay { at: Some(Timestamp(500)), heard_ms: Some(90_000), ending: PastEnding::Finished, times: 1 };
    let undated = PastPlay { at: None, heard_ms: None, ending: PastEnding::Unknown, times: 7 };
    let spotify = Some("0123456789012345678901".into());
    PastTrack {
        title: title.into(),
        artist: "Artist é".into(),
        album: Some("Album".into()),
        spotify,
        isrc: Some("GBAYE6900123".into()),
        musicbrainz: Some("0f0e0d0c-0000-4000-8000-00000000000a".into()),
        length_ms: Some(215_000),
        plays: vec![play, undated],
    }
}

/// Puts something of every kind into the store, each with `canary` in it.
pub(crate) fn fill(store: &mut Store, canary: &str) {
    let settings = Settings { camera: Some(canary.into()), policy: Policy::Lift, ..Settings::default() };
    store.save_settings(&settings).unwrap();
    store.add_history(&entry(1_000.0, Some(canary))).unwrap();
    store.add_feedback(&feedback(canary, 2_000)).unwrap();
    let mut stated = StatedPreferences::default();
    assert!(stated.say(StatedKind::Artist, canary, Some(StatedAnswer::Like)));
    store.save_stated(&stated).unwrap();
    let past = store.begin_past(canary, Timestamp(4_000)).unwrap();
    store.extend_past(past, &[past_track(canary)]).unwrap();
    store.finish_past(past).unwrap();
    let tracks: Vec<_> = (0..500).map(|i| track(&format!("{canary} {i}"))).collect();
    store.add_catalogue(canary, &tracks, Timestamp(3_000)).unwrap();
}
