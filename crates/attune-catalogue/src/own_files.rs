//! The listener's own files: what was heard in them, joined to what their artists, genres and the starter catalogue
//! say.

use crate::affect::{Own, Surroundings, believed};
use crate::artists::Artists;
use crate::{genre, starter, words};
use attune_core::credits::is_nobody;
use attune_core::track::AffectSource;
use attune_core::{AffectEstimate, Track, TrackAffect, TrackRef, TracksBuilder};

/// Tracks that are learned from between two questions whether to go on.
const PART: usize = 1_000;

/// What the listener's files say about each other's artists.
#[derive(Debug, Clone, Default)]
pub struct OwnFiles {
    artists: Artists,
}

/// One kind of evidence about a track: what to believe of it if there were no other.
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    /// What it rests on: one source, or genre and artist together.
    pub sources: Vec<AffectSource>,
    /// Mean and spread.
    pub estimate: AffectEstimate,
}

/// Completes tracks whose affect is what was heard in their recordings, or unknown: [`OwnFiles`] in one step.
///
/// Give it tracks as the library of files has them: completing twice would count the same evidence twice.
pub fn complete(tracks: &mut [Track]) {
    let files = OwnFiles::learn(tracks);
    for track in tracks {
        *track = files.complete(track.clone());
    }
}

/// What a file says by itself.
struct File {
    own: Own,
    genre: genre::Genres,
}

impl OwnFiles {
    /// Learns from all files. Each track's affect is what was heard in it (source
    /// [`AffectSource::Audio`]), or unknown; its genre is what the tag says.
    #[must_use]
    pub fn learn(tracks: &[Track]) -> Self {
        Self::learn_while(tracks.iter().map(TrackRef::from), &|| true).unwrap_or_default()
    }

    /// Like [`Self::learn`], but asks now and then whether to go on; none if not.
    pub fn learn_while<'a>(
        tracks: impl Iterator<Item = TrackRef<'a>> + Clone,
        go_on: &dyn Fn() -> bool,
    ) -> Option<Self> {
        let mut artists = Artists::credited(tracks.clone().map(|track| track.artist));
        for (place, track) in tracks.enumerate() {
            if place % PART == 0 && !go_on() {
                return None;
            }
            if has_artist(&track) {
                let file = File::read(&track);
                artists.add(track.artist, &file.own, file.genre.estimate);
            }
        }
        Some(Self { artists })
    }

    /// Learns from all of these and completes them where they are, as [`complete`] does; none if `go_on`, asked now and then,
    /// says no.
    pub fn complete_all(tracks: &mut TracksBuilder, go_on: &dyn Fn() -> bool) -> Option<Self> {
        let files = Self::learn_while(tracks.iter(), go_on)?;
        for place in 0..tracks.len() {
            if place % PART == 0 && !go_on() {
                return None;
            }
            let place = place as u32;
            let (genre, affect) = files.belief(&tracks.get(place));
            tracks.revise(place, genre.as_deref(), &affect);
        }
        Some(files)
    }

    /// One of those tracks with all that is known of its affect, its genre by its usual name.
    #[must_use]
    pub fn complete(&self, track: Track) -> Track {
        let (genre, affect) = self.belief(&(&track).into());
        Track { affect, genre, ..track }
    }

    /// The usual name of a track's genre, and all that is known of its affect.
    fn belief(&self, track: &TrackRef<'_>) -> (Option<String>, TrackAffect) {
        let file = File::read(track);
        let affect = believed(&file.own, self.around(track, &file).as_ref());
        (file.genre.name, affect)
    }

    /// The evidence about one of those tracks, the strongest kind first; empty where nothing is known.
    #[must_use]
    pub fn evidence(&self, track: &Track) -> Vec<Evidence> {
        let track = &TrackRef::from(track);
        let file = File::read(track);
        let own = file.own.parts().map(|(source, estimate)| Evidence { sources: vec![source], estimate });
        let around = self.around(track, &file).filter(|_| !file.own.is_curated());
        let around = around.map(|s| Evidence { sources: s.sources, estimate: s.estimate });
        own.chain(around).collect()
    }

    fn around(&self, track: &TrackRef<'_>, file: &File) -> Option<Surroundings> {
        // Files without an artist's name have nothing in common.
        if !has_artist(track) {
            return Artists::default().around(None, "", file.genre.estimate, &Own::default());
        }
        self.artists.around(Some(Artists::starter()), track.artist, file.genre.estimate, &file.own)
    }
}

fn has_artist(track: &TrackRef<'_>) -> bool {
    !is_nobody(track.artist)
}

impl File {
    fn read(track: &TrackRef<'_>) -> Self {
        let heard = track.sources.contains(&AffectSource::Audio).then_some(track.estimate);
        let place = starter::place(track.title, track.artist);
        let curated = place.and_then(|p| Own::curated(p.valence, p.arousal).curated);
        // What others say of its mood counts until it was heard here.
        let word = track.mood_word.filter(|_| heard.is_none()).and_then(words::estimate_of_all);
        let own = Own { audio: heard, curated, word, ..Own::default() };
        Self { own, genre: track.genre.map(genre::read).unwrap_or_default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use attune_core::track::AffectSource::{Artist, Audio, Curated, Genre, Unknown};
    use attune_core::{Affect, TrackAffect, TrackId};

    fn file(id: &str, artist: &str, genre: Option<&str>, heard: Option<(f64, f64)>) -> Track {
        let estimate = heard.map(|(v, a)| AffectEstimate::new(Affect::new(v, a), 0.3, 0.2));
        let affect =
            estimate.map_or_else(TrackAffect::unknown, |e| TrackAffect::fused(&[(AffectSource::Audio, e)]));
        let genre = genre.map(str::to_owned);
        Track { genre, affect, ..Track::new(TrackId(id.into()), id, artist) }
    }

    #[test]
    fn what_was_heard_is_joined_to_what_the_genre_says() {
        let tracks = [
            file("heard", "x", Some("swedish death metal"), Some((0.2, 0.8))),
            file("unheard", "y", Some("bossa nova"), None),
            file("unknown", "", None, None),
        ];
        let files = OwnFiles::learn(&tracks);
        let [heard, unheard, unknown] = tracks.map(|t| files.complete(t));
        assert_eq!(heard.affect.sources, [AffectSource::Audio, AffectSource::Genre]);
        assert_eq!(heard.genre.as_deref(), Some("death metal"));
        // Death metal is unpleasant to most: the genre pulls the valence down and leaves it surer than either.
        assert!(heard.affect.estimate.mean.valence < 0.1 && heard.affect.estimate.sd_valence < 0.3);
        assert_eq!(unheard.affect.sources, [AffectSource::Genre]);
        assert!(unheard.affect.estimate.mean.valence > 0.2);
        assert!(unknown.affect.is_unknown());
    }

    #[test]
    fn one_track_of_an_artist_speaks_for_another_but_not_for_itself() {
        let tracks = [
            file("1", "x", None, Some((-0.6, -0.6))),
            file("2", "x", None, Some((-0.6, -0.6))),
            file("3", "x", None, None),
        ];
        let files = OwnFiles::learn(&tracks);
        let [first, _, third] = tracks.map(|t| files.complete(t));
        assert_eq!(third.affect.sources, [AffectSource::Artist]);
        assert!(third.affect.estimate.mean.arousal < -0.1);
        assert_eq!(first.affect.sources, [AffectSource::Audio], "one computation errs alike on both");
    }

    #[test]
    fn the_evidence_adds_up_to_what_is_believed() {
        let known = crate::starter::tracks().swap_remove(4);
        let tracks = [
            file("1", "x", Some("pop"), Some((0.5, 0.1))),
            Track { title: known.title, ..file("2", &known.artist, Some("pop"), Some((0.0, 0.0))) },
        ];
        let files = OwnFiles::learn(&tracks);
        for track in tracks {
            let evidence = files.evidence(&track);
            let parts: Vec<_> = evidence.iter().map(|e| (*e.sources.last().unwrap(), e.estimate)).collect();
            let fused = TrackAffect::fused(&parts).estimate;
            let believed = files.complete(track).affect.estimate;
            assert!(fused.mean.distance(believed.mean) < 1e-9 && parts.len() == 2, "{evidence:?}");
        }
    }

    #[test]
    fn files_without_an_artist_have_nothing_in_common() {
        let tracks = [file("1", "", None, Some((-0.9, -0.9))), file("2", "", None, None)];
        let files = OwnFiles::learn(&tracks);
        assert!(files.complete(tracks[1].clone()).affect.is_unknown());
        assert_eq!(files.evidence(&tracks[1]), []);
    }

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
