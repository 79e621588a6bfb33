//! What the listener says outright, laid out on the features of the tracks that it is about.

use super::Row;
use super::pool::Pool;
use crate::TrackRef;
use crate::credits::person;
use crate::taste::features::{self, Features, Moment, Nearness};
use crate::taste::genre::groups_of;
use crate::taste::stated::{era, family, language};
use crate::taste::{Hint, StatedItem, StatedKind, StatedPreferences, Taste};
use crate::track::fold;
use std::collections::{BTreeMap, HashMap};

/// Where an answer about an artist lands besides the artist.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Profile {
    /// Families, eras and languages of the artist's tracks, in their mean.
    features: Vec<(usize, f64)>,
    /// The genre word of most of them.
    genre: Option<String>,
}

/// Takes an answer in.
pub(super) fn apply(
    taste: &mut Taste,
    item: &StatedItem,
    of_artist: impl Fn(&str) -> Profile,
    past: impl Fn(Option<&str>, Option<&str>) -> f64,
) {
    let value = item.sign() * taste.prior().stated_value;
    let key = if item.kind == StatedKind::Artist { person(&item.name) } else { fold(&item.name) };
    let named = Some((key.as_str(), item.name.as_str()));
    let weight = |from: usize, place: Option<usize>| place.map(|i| vec![(from + i, 1.0)]);
    let (features, artist, genre) = match item.kind {
        StatedKind::Family => (weight(features::GENRE, family(&item.name)), None, None),
        StatedKind::Era => (weight(features::ERA, era(&item.name)), None, None),
        StatedKind::Language => (weight(features::LANGUAGE, language(&item.name)), None, None),
        StatedKind::Genre => (Some(of_word(&item.name)), None, named),
        StatedKind::Artist => {
            let Profile { features, genre } = of_artist(&key);
            let word = genre.as_deref().map(|word| (fold(word), word));
            let genre = word.as_ref().map(|(key, word)| (key.as_str(), *word));
            let past = past(Some(&key), genre.map(|(key, _)| key));
            taste.apply_stated(&Hint { features: &features, artist: named, genre, value, past });
            return;
        }
    };
    if let Some(features) = features {
        let past = past(None, genre.map(|(key, _): (&str, &str)| key));
        taste.apply_stated(&Hint { features: &features, artist, genre, value, past });
    }
}

/// The families of a genre word.
fn of_word(word: &str) -> Vec<(usize, f64)> {
    match groups_of(word) {
        Some((one, other)) if one == other => vec![(features::GENRE + one as usize, 1.0)],
        Some((one, other)) => {
            vec![(features::GENRE + one as usize, 0.5), (features::GENRE + other as usize, 0.5)]
        }
        None => Vec::new(),
    }
}

/// The profile of an artist with these tracks.
fn profile(tracks: &[(&Row, TrackRef<'_>)]) -> Profile {
    let mut sums: BTreeMap<usize, f64> = BTreeMap::new();
    let mut words: HashMap<String, (usize, &str)> = HashMap::new();
    for (row, track) in tracks {
        let all = Features::of(row.facts, row.mean(), Nearness::default(), false, Moment::default());
        let said = all.iter().filter(|(i, _)| (features::ERA..features::BRIGHTER).contains(i));
        said.for_each(|(i, x)| *sums.entry(i).or_default() += x / tracks.len() as f64);
        if let Some(word) = track.genre {
            words.entry(fold(word)).or_insert((0, word)).0 += 1;
        }
    }
    // Of words equally common the first by name, so that the same tracks give the same profile.
    let most = words.into_iter().max_by(|a, b| a.1.0.cmp(&b.1.0).then_with(|| b.0.cmp(&a.0)));
    Profile { features: sums.into_iter().collect(), genre: most.map(|(_, (_, word))| word.to_owned()) }
}

impl Pool {
    /// What the listener says outright; it counts from the next [`Pool::relearn`] on.
    pub fn set_stated(&mut self, stated: StatedPreferences) {
        self.stated = stated;
    }

    /// What the listener said outright.
    #[must_use]
    pub fn stated(&self) -> &StatedPreferences {
        &self.stated
    }

    /// Takes all that was said outright in, before anything else is learned.
    pub(super) fn take_stated(&mut self) {
        let stated = std::mem::take(&mut self.stated);
        let profiles = self.profiles(&stated);
        for item in stated.items() {
            let (artists, genres, past) = (&self.artists, &self.genres, &self.past);
            let of_past = |artist: Option<&str>, genre: Option<&str>| {
                let artist = artist.and_then(|key| artists.find(key));
                past.of_names(artist, genre.and_then(|key| genres.find(key)))
            };
            apply(&mut self.taste, item, |key| profiles.get(key).cloned().unwrap_or_default(), of_past);
        }
        for item in stated.items().iter().filter(|i| i.kind == StatedKind::Genre) {
            self.show_genre(&fold(&item.name));
        }
        for (artist, profile) in &profiles {
            self.show_artist(artist);
            profile.genre.iter().for_each(|word| self.show_genre(&fold(word)));
        }
        self.stated = stated;
    }

    /// The profiles of all artists that something was said about, by folded name.
    fn profiles(&self, stated: &StatedPreferences) -> HashMap<String, Profile> {
        let artists = stated.items().iter().filter(|i| i.kind == StatedKind::Artist).map(|i| person(&i.name));
        let numbered: Vec<(String, Option<u32>)> =
            artists.map(|key| (key.clone(), self.artist_number(&key))).collect();
        let mut tracks: HashMap<u32, Vec<(&Row, TrackRef<'_>)>> =
            numbered.iter().filter_map(|(_, n)| *n).map(|n| (n, Vec::new())).collect();
        if !tracks.is_empty() {
            for (row, track) in self.rows().iter().zip(self.tracks()) {
                if let Some(theirs) = tracks.get_mut(&row.artist) {
                    theirs.push((row, track));
                }
            }
        }
        let theirs = |n: Option<u32>| n.and_then(|n| tracks.get(&n)).map_or(&[][..], Vec::as_slice);
        numbered.into_iter().map(|(key, n)| (key, profile(theirs(n)))).collect()
    }
}

#[cfg(test)]
mod tests;
