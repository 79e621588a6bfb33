//! Tracks of the listener's own files, completed by what this crate knows.

use crate::affect::{self, Own};
use crate::artists::Artists;
use crate::{genre, starter};
use attune_core::track::AffectSource;
use attune_core::{AffectEstimate, Track, TrackAffect};

/// What was heard in a recording.
fn heard(track: &Track) -> Option<AffectEstimate> {
    track.affect.sources.contains(&AffectSource::Audio).then_some(track.affect.estimate)
}

/// Completes tracks whose affect is what was heard in their recordings, or unknown: by the starter catalogue where it
/// has the track, by the artists' other tracks here and in the starter catalogue, and by their genres, whose
/// words become those of our table.
///
/// Give it tracks as the library of files has them: completing twice would count the same evidence twice.
pub fn complete(tracks: &mut [Track]) {
    let genres: Vec<_> = tracks
        .iter_mut()
        .map(|track| {
            let read = track.genre.as_deref().map(genre::read).unwrap_or_default();
            track.genre = read.name;
            read.estimate
        })
        .collect();
    // To the model of artists, what we computed and what a catalogue file says was computed are one kind of evidence.
    let own: Vec<_> = tracks
        .iter()
        .map(|track| {
            let place = starter::place(&track.title, &track.artist);
            let curated = place.map(|p| Own::curated(p.valence, p.arousal)).unwrap_or_default();
            Own { features: heard(track), ..curated }
        })
        .collect();
    let mut artists = Artists::default();
    for ((track, own), genre) in tracks.iter().zip(&own).zip(&genres) {
        artists.add(&track.artist, own, *genre);
    }
    for ((track, own), genre) in tracks.iter_mut().zip(&own).zip(&genres) {
        let known = !track.artist.trim().is_empty();
        // Tracks of nobody in particular have no artist in common.
        let nobody = Artists::default();
        let (ours, starter) = if known { (&artists, Some(Artists::starter())) } else { (&nobody, None) };
        let around = ours.around(starter, &track.artist, *genre, own);
        track.affect = renamed(affect::believed(own, around.as_ref()));
    }
}

fn renamed(affect: TrackAffect) -> TrackAffect {
    let name = |source| if source == AffectSource::Features { AffectSource::Audio } else { source };
    TrackAffect { sources: affect.sources.into_iter().map(name).collect(), ..affect }
}

#[cfg(test)]
mod tests {
    use super::*;
    use attune_core::Affect;

    fn track(title: &str, artist: &str, genre: Option<&str>, arousal: Option<f64>) -> Track {
        let heard = arousal.map(|a| AffectEstimate::with_sd(Affect::new(0.0, a), 0.3));
        let parts: Vec<_> = heard.map(|e| (AffectSource::Audio, e)).into_iter().collect();
        Track {
            genre: genre.map(str::to_owned),
            affect: TrackAffect::fused(&parts),
            ..Track::named(title, artist)
        }
    }

    #[test]
    fn sound_genre_artist_and_the_starter_catalogue_come_together() {
        let known = &starter::tracks()[0];
        let mut tracks = vec![
            track("a", "Nobody Knows", Some("Ambient"), Some(0.6)),
            track("b", "Nobody Knows", None, None),
            track("c", "", None, None),
            track("d", "", Some("ambient"), None),
            track(&known.title, &known.artist, None, Some(-0.9)),
        ];
        complete(&mut tracks);
        let sources: Vec<_> = tracks.iter().map(|t| t.affect.sources.clone()).collect();
        use AffectSource::{Artist, Audio, Curated, Genre, Unknown};
        assert_eq!(sources[0], [Audio, Genre]);
        assert_eq!(sources[1], [Genre, Artist]);
        assert_eq!((&sources[2], &sources[3]), (&vec![Unknown], &vec![Genre]));
        assert_eq!(sources[4], [Curated, Audio]);
        let arousal = |i: usize| tracks[i].affect.estimate.mean.arousal;
        // Ambient music is calm: it draws the loud piece down, and the artist's other piece lies between.
        assert!(arousal(0) < 0.6 && arousal(3) < arousal(1) && arousal(1) < arousal(0));
        assert_eq!(tracks[0].genre.as_deref(), Some("ambient"));
    }
}
