//! Plays by track.

use attune_core::Timestamp;
use attune_core::taste::{PastEnding, PastPlay, PastTrack};
use attune_core::track::fold;
use attune_history::{Ending, History, Play};
use std::collections::HashMap;

/// Two lengths of one recording differ by no more.
const SAME_LENGTH_MS: u32 = 3_000;

/// Two plays of one recording to its end differ by no more.
const SAME_PLAY_MS: u32 = 2_000;

/// What a play is of.
#[derive(PartialEq, Eq, Hash)]
enum Of {
    Spotify(String),
    Isrc(String),
    MusicBrainz(String),
    /// Artist and title, folded.
    Names(String, String),
}

/// The tracks of a history with their plays, in the order in which they were heard first. One track is what has the same
/// identifier or recording code, or the same names in any case and no other length.
#[must_use]
pub fn tracks(history: &History) -> Vec<PastTrack> {
    let mut places: HashMap<Of, Vec<usize>> = HashMap::new();
    let mut all: Vec<PastTrack> = Vec::new();
    for play in &history.plays {
        let known = places.entry(of(play)).or_default();
        let same = known.iter().copied().find(|place| is_same(&all[*place], play));
        let place = same.unwrap_or_else(|| {
            known.push(all.len());
            all.push(track(play));
            all.len() - 1
        });
        let track = &mut all[place];
        track.length_ms = track.length_ms.or(play.length_ms);
        track.plays.push(past_play(play));
    }
    for track in &mut all {
        track.length_ms = track.length_ms.or_else(|| heard_to_the_end(&track.plays));
    }
    all
}

/// The length of a track that was heard to its end, where the two longest of such plays agree: one alone may have begun in
/// its midst.
fn heard_to_the_end(plays: &[PastPlay]) -> Option<u32> {
    let finished = plays.iter().filter(|play| play.ending == PastEnding::Finished);
    let mut heard: Vec<u32> = finished.filter_map(|play| play.heard_ms).collect();
    heard.sort_unstable_by(|one, other| other.cmp(one));
    let (longest, next) = (*heard.first()?, *heard.get(1)?);
    (longest - next <= SAME_PLAY_MS).then_some(longest)
}

fn of(play: &Play) -> Of {
    let spotify = play.spotify.clone().map(Of::Spotify);
    let isrc = || play.isrc.clone().map(Of::Isrc);
    let musicbrainz = || play.musicbrainz.clone().map(Of::MusicBrainz);
    let coded = spotify.or_else(isrc).or_else(musicbrainz);
    coded.unwrap_or_else(|| Of::Names(fold(&play.artist), fold(&play.title)))
}

/// Whether a play that is called the same, or has the same code, is of the same recording.
fn is_same(track: &PastTrack, play: &Play) -> bool {
    let lengths = track.length_ms.zip(play.length_ms);
    track.spotify.is_some()
        || track.isrc.is_some()
        || track.musicbrainz.is_some()
        || lengths.is_none_or(|(one, other)| one.abs_diff(other) <= SAME_LENGTH_MS)
}

fn track(play: &Play) -> PastTrack {
    PastTrack {
        title: play.title.clone(),
        artist: play.artist.clone(),
        album: play.album.clone(),
        spotify: play.spotify.clone(),
        isrc: play.isrc.clone(),
        musicbrainz: play.musicbrainz.clone(),
        length_ms: play.length_ms,
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

#[cfg(test)]
mod tests {
    use super::*;

    fn grouped(text: &str) -> Vec<PastTrack> {
        attune_history::read(text.as_bytes()).map(|history| tracks(&history)).unwrap_or_default()
    }

    #[test]
    fn recordings_of_one_name_are_tracks_of_their_own_where_their_lengths_differ() {
        let line = |title: &str, ms: &str| {
            format!(
                "{{\"listened_at\":1682944440,\"track_metadata\":{{\"artist_name\":\"Oda\",\"track_name\":\"{title}\",\"additional_info\":{{{ms}}}}}}}"
            )
        };
        let plays = [
            line("Tide", ""),
            line("TIDE", "\"duration_ms\":200000"),
            line("Tide", "\"duration_ms\":202000"),
            line("Tide", "\"duration_ms\":400000"),
            line("Tide", "\"duration_ms\":900000,\"isrc\":\"GBAYE6900123\""),
        ];
        let all = grouped(&plays.join("\n"));
        let told: Vec<_> = all.iter().map(|t| (t.plays.len(), t.length_ms, t.isrc.is_some())).collect();
        assert_eq!(told, [(3, Some(200_000), false), (1, Some(400_000), false), (1, Some(900_000), true)]);
    }

    #[test]
    fn what_was_heard_twice_to_the_end_is_that_long() {
        let play = |ms: u32, end: &str| {
            format!(
                "{{\"ts\":\"2023-05-01T12:34:56Z\",\"ms_played\":{ms},\"master_metadata_track_name\":\"Tide\",\"master_metadata_album_artist_name\":\"Oda\",\"reason_end\":\"{end}\"}}"
            )
        };
        let length = |plays: &[String]| grouped(&format!("[{}]", plays.join(",")))[0].length_ms;
        let [once, twice, cut] =
            [play(200_000, "trackdone"), play(200_900, "trackdone"), play(90_000, "trackdone")];
        assert_eq!(length(&[cut.clone(), once.clone(), twice]), Some(200_900));
        assert_eq!((length(&[once.clone(), cut]), length(&[once, play(200_000, "fwdbtn")])), (None, None));
    }
}
