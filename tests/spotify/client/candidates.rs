//! The listener's own music, with our own knowledge.

use crate::scene::Scene;
use attune_spotify::{Cause, Knowledge, Known};
use attune_testkit::spotify::Trouble;
use attune_testkit::track;

fn knowledge() -> Knowledge {
    let of = |title: &str, artist: &str, valence: f64| track(title, artist, valence, 0.0).build();
    Knowledge::gathered(&[
        of("Paper Lanterns", "Mira Holm", 0.8),
        of("Else", "Northern Lights Club", 0.2),
        of("Else Again", "Northern Lights Club", 0.6),
    ])
}

#[tokio::test(flavor = "multi_thread")]
async fn they_are_gathered_once_each_and_known_by_track_then_artist() {
    let scene = Scene::signed_in().await;
    let all = scene.spotify.candidates(&knowledge(), Cause::Listener).await.unwrap();
    let known: Vec<(&str, Known)> = all.iter().map(|c| (c.track.title.as_str(), c.known)).collect();
    assert_eq!(known.len(), 7, "{known:?}");
    assert_eq!(known[0], ("Paper Lanterns", Known::Track));
    assert_eq!(known[1].1, Known::Nothing);
    let ridge = all.iter().find(|c| c.track.title.starts_with("Run the Ridge")).unwrap();
    assert_eq!(ridge.known, Known::Artist);
    let estimate = ridge.track.affect.estimate;
    assert!((estimate.mean.valence - 0.4).abs() < 1e-9 && estimate.sd_valence >= 0.3);
    assert_eq!(all[0].track.affect.estimate.mean.valence.to_bits(), 0.8_f64.to_bits());
}

#[tokio::test(flavor = "multi_thread")]
async fn they_are_asked_for_once_a_session_and_written_nowhere() {
    let scene = Scene::signed_in().await;
    for _ in 0..3 {
        scene.spotify.candidates(&Knowledge::default(), Cause::Listener).await.unwrap();
    }
    assert_eq!(scene.count("GET", "me/tracks"), 1);
    assert!(scene.notes().is_none_or(|n| !n.contains("song0")));
}

#[tokio::test(flavor = "multi_thread")]
async fn odd_replies_are_read_as_far_as_they_go() {
    for (trouble, expected) in [
        (Trouble::UnknownFields, 7),
        (
            Trouble::MissingFields(
                ["external_ids", "album", "artists", "total", "duration_ms"].map(String::from).into(),
            ),
            7,
        ),
        (Trouble::NullFields(["external_ids", "album", "artists", "next"].map(String::from).into()), 7),
        (Trouble::MissingFields(vec!["uri".into()]), 0),
        (Trouble::EmptyPage, 0),
    ] {
        let scene = Scene::signed_in().await;
        scene.trouble("GET", "me/", 99, trouble.clone());
        let all = scene.spotify.candidates(&knowledge(), Cause::Listener).await.unwrap();
        assert_eq!(all.len(), expected, "{trouble:?}");
    }
}
