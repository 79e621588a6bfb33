//! The importer on a real table, where it is at hand: `ATTUNE_SHARED_DATA` names a folder that holds
//! `music/data_moods.csv`, or `shared/data` lies beside the repository. It is never part of the repository.

#![expect(clippy::unwrap_used, reason = "helpers of tests")]

use attune_catalogue::csv_import;
use attune_core::Track;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

fn table() -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    let folder = std::env::var_os("ATTUNE_SHARED_DATA").map_or_else(beside, PathBuf::from);
    Some(folder.join("music/data_moods.csv")).filter(|p| p.is_file())
}

fn tracks() -> Option<Vec<Track>> {
    let Some(path) = table() else {
        println!("skipped: data_moods.csv is not at hand");
        return None;
    };
    let got = csv_import::import(&path, &mut |_| true).unwrap();
    assert_eq!((got.bad_rows, got.duplicates), (vec![], 0));
    Some(got.tracks)
}

fn mood(t: &Track) -> &str {
    t.mood_word.as_deref().unwrap()
}

#[test]
fn every_row_is_a_track_with_its_mood() {
    let Some(tracks) = tracks() else { return };
    let mut moods = BTreeMap::new();
    for t in &tracks {
        *moods.entry(mood(t)).or_insert(0) += 1;
        assert!(t.id.spotify_id().is_some() && t.popularity.is_some() && t.year.is_some(), "{}", t.title);
    }
    assert_eq!(tracks.len(), 686);
    assert_eq!(
        moods.into_iter().collect::<Vec<_>>(),
        [("Calm", 195), ("Energetic", 154), ("Happy", 140), ("Sad", 197)]
    );
}

/// The five most popular of a mood are what the published tables show.
#[test]
fn the_most_popular_happy_tracks_are_the_published_ones() {
    let Some(mut tracks) = tracks() else { return };
    tracks.retain(|t| mood(t) == "Happy");
    tracks.sort_by_key(|t| std::cmp::Reverse(t.popularity));
    let top: BTreeMap<_, _> =
        tracks[..5].iter().map(|t| (t.title.to_lowercase(), t.popularity.unwrap())).collect();
    for (title, popularity) in [
        ("pumped up kicks", 84),
        ("africa", 84),
        ("take on me", 84),
        ("highway to hell", 83),
        ("here comes the sun", 83),
    ] {
        let found = top.iter().any(|(t, p)| t.starts_with(title) && *p == popularity);
        assert!(found, "{title} in {top:?}");
    }
}

/// Our place for each track against its label: energetic or happy above calm or sad, and happy more pleasant
/// than sad, for most pairs.
#[test]
fn what_is_believed_follows_the_label() {
    let Some(tracks) = tracks() else { return };
    let above = |of: [&str; 2], under: [&str; 2], axis: fn(&Track) -> f64| {
        let (high, low): (Vec<&Track>, Vec<&Track>) = (
            tracks.iter().filter(|t| of.contains(&mood(t))).collect(),
            tracks.iter().filter(|t| under.contains(&mood(t))).collect(),
        );
        let right = high.iter().map(|h| low.iter().filter(|l| axis(h) > axis(l)).count()).sum::<usize>();
        right as f64 / (high.len() * low.len()) as f64
    };
    let arousal = above(["Energetic", "Happy"], ["Calm", "Sad"], |t| t.affect.estimate.mean.arousal);
    let valence = above(["Happy", "Happy"], ["Sad", "Sad"], |t| t.affect.estimate.mean.valence);
    println!("arousal {arousal:.3}, valence {valence:.3}");
    assert!(arousal > 0.97 && valence > 0.95);
}
