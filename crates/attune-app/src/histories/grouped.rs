//! Plays by track.

use attune_core::Timestamp;
use attune_core::taste::{PastEnding, PastPlay, PastTrack};
use attune_core::track::fold;
use attune_history::{Ending, History, Play};
use std::collections::HashMap;

/// The tracks of a history with their plays, in the order in which they were heard first. One track is what has the same
/// identifier, or the same names in any case.
#[must_use]
pub fn tracks(history: &History) -> Vec<PastTrack> {
    let mut places: HashMap<(String, String), usize> = HashMap::new();
    let mut all: Vec<PastTrack> = Vec::new();
    for play in &history.plays {
        let key = match &play.spotify {
            Some(id) => (id.clone(), String::new()),
            None => (fold(&play.artist), fold(&play.title)),
        };
        let place = *places.entry(key).or_insert_with(|| {
            all.push(track(play));
            all.len() - 1
        });
        all[place].plays.push(past_play(play));
    }
    all
}

fn track(play: &Play) -> PastTrack {
    PastTrack {
        title: play.title.clone(),
        artist: play.artist.clone(),
        album: play.album.clone(),
        spotify: play.spotify.clone(),
        plays: Vec::new(),
    }
}

fn past_play(play: &Play) -> PastPlay {
    let ending = match play.ending {
        Ending::Finished => PastEnding::Finished,
        Ending::Skipped => PastEnding::Skipped,
        Ending::Unknown => PastEnding::Unknown,
    };
    let at: Option<Timestamp> = play.at;
    PastPlay { at, heard_ms: play.heard_ms, ending, times: play.times.max(1) }
}
