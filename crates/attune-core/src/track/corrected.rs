//! What the listener's corrections do to the belief about a track.
//!
//! Catalogues, computations and genres speak for people at large. A listener's own experience of a track differs
//! from that by [`PERSONAL_SD`]: people's ratings of one piece of music agree at about r = 0.80 to 0.91 in valence
//! and 0.85 to 0.93 in arousal, which over the spread of music, 0.5, leaves 0.2 to 0.3. So what is believed is
//! widened by that much once, when the listener first speaks about the track.
//!
//! Both functions take the belief before any of the listener's words and can be applied in the order in which the
//! words were said. Of several labels the caller applies the last one only: the later word replaces the earlier.

use super::{AffectSource, TrackAffect};
use crate::{Affect, AffectEstimate};

/// How far one listener's experience of a track lies from what holds for people at large; see above.
pub const PERSONAL_SD: f64 = 0.25;
/// How exactly a listener's label says where a track lies: they point at a place or a word, not at a number.
pub const LABEL_SD: f64 = 0.12;
/// How wide the region is that "wrong mood" rules out: about that of a mood word.
const REGION_SD: f64 = 0.35;
/// How surely "wrong mood" means that the track is not in the region; the rest are slips and passing whims.
const CERTAINTY: f64 = 0.9;

impl TrackAffect {
    /// The belief after the listener said where the track lies: their word weighs most, [`LABEL_SD`].
    #[must_use]
    pub fn labelled(&self, at: Affect) -> Self {
        self.personal().with(AffectSource::Listener, &AffectEstimate::with_sd(at, LABEL_SD))
    }

    /// The belief after "wrong mood" while music for `target` was playing: the track is likely not there.
    ///
    /// The posterior of "not in a Gaussian region around the target", matched in mean and variance (assumed density
    /// filtering, e.g. T. Minka, "Expectation Propagation", 2001). It moves away from the target, the more the
    /// surer it was that the track lies there, and it never becomes surer. Without a target it is only loosened.
    #[must_use]
    pub fn wrong_mood(&self, target: Option<Affect>) -> Self {
        let personal = self.personal();
        let estimate = match target {
            Some(target) => ruled_out(&personal.estimate, target),
            None => loosened(&personal.estimate),
        };
        Self { estimate, ..personal }.heard()
    }

    /// The belief as one about this listener.
    fn personal(&self) -> Self {
        if self.is_unknown() || self.sources.contains(&AffectSource::Listener) {
            return self.clone();
        }
        Self { estimate: loosened(&self.estimate), sources: self.sources.clone() }
    }

    /// Notes that the listener had a say.
    fn heard(mut self) -> Self {
        self.sources.retain(|s| *s != AffectSource::Unknown);
        if !self.sources.contains(&AffectSource::Listener) {
            self.sources.push(AffectSource::Listener);
        }
        self
    }
}

/// The estimate, less sure by [`PERSONAL_SD`] but never less than when nothing is known.
fn loosened(e: &AffectEstimate) -> AffectEstimate {
    let wider = |sd: f64| sd.hypot(PERSONAL_SD).min(TrackAffect::UNKNOWN_SD.max(sd));
    AffectEstimate::new(e.mean, wider(e.sd_valence), wider(e.sd_arousal))
}

/// The estimate given that the region around `target` is ruled out.
fn ruled_out(e: &AffectEstimate, target: Affect) -> AffectEstimate {
    let region = AffectEstimate::with_sd(target, REGION_SD);
    let inside = e.fuse(&region);
    let share = CERTAINTY
        * overlap(e.mean.valence, e.sd_valence, target.valence)
        * overlap(e.mean.arousal, e.sd_arousal, target.arousal);
    let (valence, sd_valence) =
        without(share, e.mean.valence, e.sd_valence, inside.mean.valence, inside.sd_valence);
    let (arousal, sd_arousal) =
        without(share, e.mean.arousal, e.sd_arousal, inside.mean.arousal, inside.sd_arousal);
    AffectEstimate::new(Affect::new(valence, arousal), sd_valence, sd_arousal)
}

/// The expected height of the region's bell, one at its middle, under a Gaussian of one axis.
fn overlap(mean: f64, sd: f64, target: f64) -> f64 {
    let variance = sd * sd + REGION_SD * REGION_SD;
    REGION_SD / variance.sqrt() * (-(mean - target).powi(2) / (2.0 * variance)).exp()
}

/// Mean and standard deviation of an axis once the part inside the region, `share` of all, is taken out.
fn without(share: f64, mean: f64, sd: f64, mean_inside: f64, sd_inside: f64) -> (f64, f64) {
    // The share is at most CERTAINTY, so what is left is never nothing.
    let left = 1.0 - share;
    let new_mean = (mean - share * mean_inside) / left;
    let second = (sd * sd + mean * mean - share * (sd_inside.powi(2) + mean_inside.powi(2))) / left;
    let new_sd = (second - new_mean * new_mean).max(0.0).sqrt();
    (new_mean, new_sd.clamp(sd, TrackAffect::UNKNOWN_SD.max(sd)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn curated(valence: f64, arousal: f64) -> TrackAffect {
        TrackAffect::fused(&[(
            AffectSource::Curated,
            AffectEstimate::with_sd(Affect::new(valence, arousal), 0.2),
        )])
    }

    #[test]
    fn the_listeners_word_weighs_most() {
        let said = Affect::new(-0.6, -0.4);
        let a = curated(0.6, 0.5).labelled(said);
        assert!(a.estimate.mean.distance(said) < 0.25, "{a:?}");
        assert!(a.estimate.sd_valence <= LABEL_SD);
        assert_eq!(a.sources, [AffectSource::Curated, AffectSource::Listener]);
        let first = TrackAffect::unknown().labelled(said);
        assert_eq!(
            (first.estimate.mean, first.sources.as_slice()),
            (said, [AffectSource::Listener].as_slice())
        );
    }

    #[test]
    fn wrong_mood_moves_away_from_where_the_track_was_played() {
        let before = curated(0.5, 0.6);
        let after = before.wrong_mood(Some(Affect::new(0.3, 0.4)));
        assert!(after.estimate.mean.valence > before.estimate.mean.valence + 0.03, "{after:?}");
        assert!(after.estimate.sd_valence > before.estimate.sd_valence + 0.05);
        assert!(after.sources.contains(&AffectSource::Listener));
    }

    #[test]
    fn wrong_mood_far_from_where_the_track_is_believed_to_be_says_little() {
        let before = curated(0.8, 0.8).wrong_mood(None);
        let after = before.wrong_mood(Some(Affect::new(-0.8, -0.8)));
        assert!(after.estimate.mean.distance(before.estimate.mean) < 0.01, "{after:?}");
    }

    #[test]
    fn said_again_and_again_it_ends_in_not_knowing() {
        let mut a = curated(0.5, 0.5);
        for _ in 0..20 {
            a = a.wrong_mood(Some(a.estimate.mean));
        }
        assert!((a.estimate.sd_valence - TrackAffect::UNKNOWN_SD).abs() < 1e-9, "{a:?}");
        assert!(a.estimate.mean.distance(Affect::new(0.5, 0.5)) < 1e-9);
        assert_eq!(a.sources.len(), 2);
    }

    /// Against the posterior summed over a fine grid.
    #[test]
    fn the_moments_are_those_of_the_posterior() {
        let e = AffectEstimate::new(Affect::new(0.2, -0.1), 0.3, 0.25);
        let target = Affect::new(0.35, 0.1);
        let (mut mass, mut first) = (0.0, [0.0; 2]);
        let bell = |x: f64, m: f64, s: f64| (-0.5 * ((x - m) / s).powi(2)).exp();
        for i in -300..300 {
            for j in -300..300 {
                let (v, a) = (f64::from(i) / 150.0, f64::from(j) / 150.0);
                let region = bell(v, target.valence, REGION_SD) * bell(a, target.arousal, REGION_SD);
                let prior = bell(v, e.mean.valence, e.sd_valence) * bell(a, e.mean.arousal, e.sd_arousal);
                let p = prior * (1.0 - CERTAINTY * region);
                mass += p;
                first[0] += p * v;
                first[1] += p * a;
            }
        }
        let got = ruled_out(&e, target);
        assert!((got.mean.valence - first[0] / mass).abs() < 1e-3);
        assert!((got.mean.arousal - first[1] / mass).abs() < 1e-3);
    }

    proptest! {
        #[test]
        fn wrong_mood_never_makes_surer_or_leaves_the_plane(
            v in -1.0..1.0, a in -1.0..1.0, sd in 0.01..0.9, tv in -1.0..1.0, ta in -1.0..1.0,
        ) {
            let before = TrackAffect {
                estimate: AffectEstimate::with_sd(Affect::new(v, a), sd),
                sources: vec![AffectSource::Features],
            };
            let after = before.wrong_mood(Some(Affect::new(tv, ta))).estimate;
            prop_assert!(after.sd_valence >= sd - 1e-12 && after.sd_arousal >= sd - 1e-12);
            prop_assert!(after.sd_valence <= sd.max(TrackAffect::UNKNOWN_SD) + 1e-12);
            prop_assert!(after.mean.valence.abs() <= 1.0 && after.mean.arousal.abs() <= 1.0);
        }
    }
}
