//! What is special about one artist, one genre word or one track, over what the features explain.

use std::collections::BTreeMap;

/// One effect: a Gaussian of its own.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Offset {
    pub(crate) mean: f64,
    pub(crate) variance: f64,
    pub(crate) lessons: u32,
}

impl Offset {
    pub(crate) const fn new(sd: f64) -> Self {
        Self { mean: 0.0, variance: sd * sd, lessons: 0 }
    }

    /// Takes its share of an observation (see [`super::linear::Gaussian::observe`]).
    pub(crate) fn observe(&mut self, gain: f64, total: f64) {
        self.mean += self.variance * gain;
        self.variance -= self.variance * self.variance / total;
        self.lessons += 1;
    }
}

/// Effects by name, with a bound on how many are kept.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Offsets {
    known: BTreeMap<String, (String, Offset)>,
    sd: f64,
}

/// More names than this are not kept; the one that says least makes room.
pub(crate) const MOST_NAMES: usize = 512;

impl Offsets {
    pub(crate) fn new(sd: f64) -> Self {
        Self { known: BTreeMap::new(), sd }
    }

    /// What is known of a (folded) name.
    pub(crate) fn get(&self, key: &str) -> Offset {
        self.known.get(key).map_or(Offset::new(self.sd), |(_, o)| *o)
    }

    /// Takes an observation about a (folded) name in; `shown` is the name as credited.
    pub(crate) fn observe(&mut self, key: &str, shown: &str, gain: f64, total: f64) {
        if !self.known.contains_key(key) {
            self.make_room();
            self.known.insert(key.to_owned(), (shown.to_owned(), Offset::new(self.sd)));
        }
        if let Some((_, offset)) = self.known.get_mut(key) {
            offset.observe(gain, total);
        }
    }

    fn make_room(&mut self) {
        if self.known.len() < MOST_NAMES {
            return;
        }
        let least =
            self.known.iter().min_by(|(_, (_, a)), (_, (_, b))| a.mean.abs().total_cmp(&b.mean.abs()));
        if let Some(key) = least.map(|(k, _)| k.clone()) {
            self.known.remove(&key);
        }
    }

    /// Keys, names as credited, effects.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &str, Offset)> {
        self.known.iter().map(|(key, (shown, o))| (key.as_str(), shown.as_str(), *o))
    }
}
