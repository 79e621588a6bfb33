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
    known: BTreeMap<String, Named>,
    sd: f64,
}

/// One name's effect.
#[derive(Debug, Clone, PartialEq)]
struct Named {
    shown: String,
    offset: Offset,
    /// How much of the mean comes from what the listener said outright.
    stated: f64,
}

/// More names than this are not kept; the one that says least makes room.
pub(crate) const MOST_NAMES: usize = 512;

impl Offsets {
    pub(crate) fn new(sd: f64) -> Self {
        Self { known: BTreeMap::new(), sd }
    }

    /// What is known of a (folded) name.
    pub(crate) fn get(&self, key: &str) -> Offset {
        self.known.get(key).map_or(Offset::new(self.sd), |n| n.offset)
    }

    /// Takes an observation about a (folded) name in; `shown` is the name as credited.
    pub(crate) fn observe(&mut self, key: &str, shown: &str, gain: f64, total: f64) {
        self.named(key, shown, |n| n.offset.observe(gain, total));
    }

    /// Takes what the listener said outright about a name in: it moves the effect and is no lesson.
    pub(crate) fn apply_stated(&mut self, key: &str, shown: &str, gain: f64, total: f64) {
        self.named(key, shown, |n| {
            let before = n.offset;
            n.offset.observe(gain, total);
            n.offset.lessons = before.lessons;
            n.stated += n.offset.mean - before.mean;
        });
    }

    fn named(&mut self, key: &str, shown: &str, change: impl FnOnce(&mut Named)) {
        if !self.known.contains_key(key) {
            self.make_room();
            let new = Named { shown: shown.to_owned(), offset: Offset::new(self.sd), stated: 0.0 };
            self.known.insert(key.to_owned(), new);
        }
        if let Some(named) = self.known.get_mut(key) {
            change(named);
        }
    }

    fn make_room(&mut self) {
        if self.known.len() < MOST_NAMES {
            return;
        }
        let least =
            self.known.iter().min_by(|(_, a), (_, b)| a.offset.mean.abs().total_cmp(&b.offset.mean.abs()));
        if let Some(key) = least.map(|(k, _)| k.clone()) {
            self.known.remove(&key);
        }
    }

    /// Names, folded and as credited, effects, and how much of each was told.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &str, Offset, f64)> {
        self.known.iter().map(|(key, n)| (key.as_str(), n.shown.as_str(), n.offset, n.stated))
    }
}
