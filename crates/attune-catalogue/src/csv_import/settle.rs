//! The affect of a file's tracks, once the whole file is known.

use super::merge::Entry;
use crate::affect::{self, Own};
use crate::artists::Artists;
use crate::starter;
use attune_core::Track;

/// The tracks with what is believed of them from their own rows, from the starter catalogue where it has the track,
/// from the artists' other tracks in the file and in the starter catalogue, and from genres.
pub(super) fn settled(entries: Vec<Entry>) -> Vec<Track> {
    let mut entries = entries;
    for entry in &mut entries {
        if !entry.own.is_curated() {
            complete(entry);
        }
    }
    let mut artists = Artists::credited(entries.iter().map(|e| e.track.artist.as_str()));
    for e in &entries {
        artists.add(&e.track.artist, &e.own, e.genre);
    }
    entries.into_iter().map(|e| placed(e, &artists)).collect()
}

/// The tracks with what their own rows say alone.
pub(super) fn by_themselves(entries: Vec<Entry>) -> Vec<Track> {
    let track = |e: Entry| Track { affect: affect::believed(&e.own, None), ..e.track };
    entries.into_iter().map(track).collect()
}

/// Adds the values of the starter catalogue, if it has the track.
fn complete(entry: &mut Entry) {
    if let Some(place) = starter::place(&entry.track.title, &entry.track.artist) {
        entry.own.curated = Own::curated(place.valence, place.arousal).curated;
    }
}

fn placed(entry: Entry, artists: &Artists) -> Track {
    let Entry { track, own, genre } = entry;
    if own.is_curated() {
        return Track { affect: affect::believed(&own, None), ..track };
    }
    let around = artists.around(Some(Artists::starter()), &track.artist, genre, &own);
    Track { affect: affect::believed(&own, around.as_ref()), ..track }
}

#[cfg(test)]
mod tests {
    use super::super::import_from;
    use attune_core::Track;
    use attune_core::track::AffectSource as Source;

    fn import(text: &str) -> Vec<Track> {
        import_from(text.as_bytes(), "a.csv", 0, &mut |_| true).unwrap().tracks
    }

    #[test]
    fn a_genre_alone_places_a_track() {
        let tracks = import("title,artist,genre\na,x,swedish death metal\nb,y,bossa nova\nc,z,zzyzx\n");
        assert_eq!(tracks[0].affect.sources, [Source::Genre]);
        let valence = |i: usize| tracks[i].affect.estimate.mean.valence;
        assert!(valence(0) < -0.4 && valence(1) > 0.2);
        assert_eq!(tracks[0].genre.as_deref(), Some("death metal"));
        assert!(tracks[2].affect.is_unknown());
    }

    #[test]
    fn an_artists_tracks_place_one_of_which_nothing_is_known() {
        let tracks = import("title,artist,mood\na,x,sad\nb,x,sad\nc,x,\nd,y,\n");
        assert_eq!(tracks[2].affect.sources, [Source::Artist]);
        assert!(tracks[2].affect.estimate.mean.valence < -0.1);
        assert!(tracks[3].affect.is_unknown());
    }

    #[test]
    fn the_starter_catalogue_is_asked_for_tracks_and_artists() {
        let known = crate::starter::tracks().swap_remove(4);
        assert_eq!(known.artist, "a-ha");
        let text = "title,artist\nTAKE ON ME - 2015 Remaster,A-ha\nThe Swing of Things,a-ha\n";
        let tracks = import(text);
        assert_eq!(tracks[0].affect, known.affect);
        assert_eq!(tracks[1].affect.sources, [Source::Genre, Source::Artist]);
        assert!(tracks[1].affect.estimate.mean.valence > 0.1);
    }
}
