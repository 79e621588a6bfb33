//! What corrections teach about this listener: how far each modality is off, and how much its word counts.
//!
//! When the listener says how it is, every modality that was heard just before was off by some amount. These
//! amounts are taken as normal with unknown mean and variance, whose conjugate belief (normal-inverse-gamma: A.
//! Gelman et al., "Bayesian Data Analysis", 3rd ed., section 3.3) is four numbers an axis. Old corrections fade, since
//! rooms, cameras and people change.

use super::neutral::NeutralBias;
use super::resting::RestingPulse;
use crate::{Affect, AffectEstimate, Modality};
use serde::{Deserialize, Serialize};

/// The version of the written form.
pub const LEARNED_VERSION: u32 = 1;
/// The belief before any correction weighs as much as this many.
const PRIOR_STRENGTH: f64 = 3.0;
/// Shape of the belief about the variance before any correction.
const PRIOR_SHAPE: f64 = 3.0;
/// What is kept of old corrections at each new one: about the last thirty count.
const KEPT: f64 = 0.97;
/// One correction says at most this: beyond it, it is the listener who changed and not the modality that is off.
const SURPRISE_AT_MOST: f64 = 0.6;
/// Nor is it further off, in usual spreads: one odd moment does not make a modality noisy.
const OUTLIER: f64 = 2.5;
/// No habit is believed to be larger.
const BIAS_AT_MOST: f64 = 0.35;
/// Bounds of the spread against that at first.
const SPREAD_RATIO: (f64, f64) = (0.6, 1.8);

/// The belief about one axis: by how much what is shown exceeds what is felt.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
struct AxisHabit {
    mean: f64,
    /// How many corrections the mean is worth.
    strength: f64,
    shape: f64,
    /// Sum of squares, in units of the modality's own spread at first.
    squares: f64,
}

impl Default for AxisHabit {
    fn default() -> Self {
        Self { mean: 0.0, strength: PRIOR_STRENGTH, shape: PRIOR_SHAPE, squares: PRIOR_SHAPE - 1.0 }
    }
}

impl AxisHabit {
    /// Takes one amount by which the modality was off, where `usual` is its spread at first.
    fn learn(&mut self, off: f64, usual: f64) {
        let keep = |now: f64, prior: f64| prior + (now - prior) * KEPT;
        let before = Self {
            mean: self.mean,
            strength: keep(self.strength, PRIOR_STRENGTH),
            shape: keep(self.shape, PRIOR_SHAPE),
            squares: keep(self.squares, PRIOR_SHAPE - 1.0),
        };
        let surprise = (off - before.mean).clamp(-SURPRISE_AT_MOST, SURPRISE_AT_MOST);
        self.strength = before.strength + 1.0;
        self.mean = before.mean + surprise / self.strength;
        self.shape = before.shape + 0.5;
        let share = before.strength / self.strength;
        let surprise = (surprise / usual).clamp(-OUTLIER, OUTLIER);
        self.squares = before.squares + 0.5 * share * surprise.powi(2);
    }

    fn bias(&self) -> f64 {
        self.mean.clamp(-BIAS_AT_MOST, BIAS_AT_MOST)
    }

    /// The spread against that at first.
    fn ratio(&self) -> f64 {
        (self.squares / (self.shape - 1.0)).sqrt().clamp(SPREAD_RATIO.0, SPREAD_RATIO.1)
    }

    /// The spread of what is left when the bias is taken off, its own uncertainty included.
    fn spread(&self, usual: f64) -> f64 {
        usual * self.ratio() * (1.0 + 1.0 / self.strength).sqrt()
    }

    fn sound(self) -> Self {
        let numbers = [self.mean, self.strength, self.shape, self.squares];
        let sound = numbers.iter().all(|x| x.is_finite())
            && self.strength >= PRIOR_STRENGTH
            && self.shape >= PRIOR_SHAPE
            && self.squares > 0.0;
        if sound { self } else { Self::default() }
    }
}

/// What is known of one modality.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Habit {
    corrections: u32,
    valence: AxisHabit,
    arousal: AxisHabit,
}

impl Habit {
    /// How many corrections it comes from.
    #[must_use]
    pub fn corrections(&self) -> u32 {
        self.corrections
    }

    /// By how much what it shows exceeds what the listener says, in [-0.35, 0.35] on each axis.
    #[must_use]
    pub fn bias(&self) -> Affect {
        Affect::new(self.valence.bias(), self.arousal.bias())
    }

    /// Its spread against that before any correction, in [0.6, 1.8]: below 1 its word counts for more.
    #[must_use]
    pub fn noise(&self) -> f64 {
        self.valence.ratio().midpoint(self.arousal.ratio())
    }

    /// What corrections taught of `modality`, in English.
    #[must_use]
    pub fn english(&self, modality: Modality) -> String {
        let yours = match modality {
            Modality::Face => "face",
            Modality::Voice => "voice",
            Modality::Pulse => "pulse",
            Modality::You => return "What you say counts as you say it.".into(),
        };
        if self.corrections == 0 {
            return format!(
                "Nothing yet: your {yours} is read as most people's. Correct the dot and it is learned."
            );
        }
        let Affect { valence, arousal } = self.bias();
        let sides = [
            side(valence, "less pleasant than you feel", "more pleasant than you feel"),
            side(arousal, "calmer than you feel", "more energetic than you feel"),
        ];
        let off: Vec<&str> = sides.into_iter().flatten().collect();
        let off = match off.as_slice() {
            [] => "shows your mood about as it is".into(),
            sides => format!("looks {}, which is taken off", sides.join(" and ")),
        };
        let weight = match self.noise() {
            n if n < 0.88 => " It proved steady, so it counts for more.",
            n if n > 1.14 => " It was often off, so it counts for less.",
            _ => "",
        };
        let times = if self.corrections == 1 { "once".into() } else { format!("{} times", self.corrections) };
        format!("You corrected Attune {times}. Your {yours} {off}.{weight}")
    }

    fn learn(&mut self, off: (f64, f64), usual: (f64, f64)) {
        self.corrections = self.corrections.saturating_add(1);
        self.valence.learn(off.0, usual.0);
        self.arousal.learn(off.1, usual.1);
    }
}

/// The words for a bias that is worth them.
fn side(bias: f64, below: &'static str, above: &'static str) -> Option<&'static str> {
    (bias.abs() >= 0.05).then_some(if bias < 0.0 { below } else { above })
}

/// Spread of what a modality shows around what is felt, on (valence, arousal), before anything is known of the
/// listener. Our own choice: a face says more about valence, a voice more about arousal, a pulse next to nothing
/// about valence (R. A. Calvo and S. D'Mello, "Affect detection", IEEE Trans. Affect. Comput. 1 (2010)).
fn usual(modality: Modality) -> (f64, f64) {
    match modality {
        Modality::Face => (0.15, 0.18),
        Modality::Voice => (0.20, 0.15),
        Modality::Pulse => (0.60, 0.28),
        Modality::You => (0.10, 0.10),
    }
}

/// Everything learned about how this listener shows a mood: about sixty numbers.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Written")]
pub struct Learned {
    version: u32,
    neutral: Option<NeutralBias>,
    face: Habit,
    voice: Habit,
    pulse: Habit,
    resting: RestingPulse,
}

/// The written form, of any version and with any numbers.
#[derive(Deserialize)]
struct Written {
    version: u32,
    #[serde(default)]
    neutral: Option<NeutralBias>,
    #[serde(default)]
    face: Habit,
    #[serde(default)]
    voice: Habit,
    #[serde(default)]
    pulse: Habit,
    #[serde(default)]
    resting: RestingPulse,
}

/// What was written by a later version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("what was learned is of format {0}, this version knows {LEARNED_VERSION}")]
pub struct LearnedIsNewer(u32);

impl TryFrom<Written> for Learned {
    type Error = LearnedIsNewer;
    fn try_from(w: Written) -> Result<Self, LearnedIsNewer> {
        if w.version > LEARNED_VERSION {
            return Err(LearnedIsNewer(w.version));
        }
        let sound = |h: Habit| Habit { valence: h.valence.sound(), arousal: h.arousal.sound(), ..h };
        Ok(Self {
            version: LEARNED_VERSION,
            neutral: w.neutral,
            face: sound(w.face),
            voice: sound(w.voice),
            pulse: sound(w.pulse),
            resting: w.resting.sound(),
        })
    }
}

impl Default for Learned {
    fn default() -> Self {
        let new = Habit::default();
        Self {
            version: LEARNED_VERSION,
            neutral: None,
            face: new,
            voice: new,
            pulse: new,
            resting: RestingPulse::default(),
        }
    }
}

impl Learned {
    /// The modalities that have habits: all but the listener's own word.
    pub const MODALITIES: [Modality; 3] = [Modality::Face, Modality::Voice, Modality::Pulse];

    /// The listener's neutral face, if it was shown.
    #[must_use]
    pub fn neutral(&self) -> Option<&NeutralBias> {
        self.neutral.as_ref()
    }

    /// Sets or clears the neutral face. What corrections taught about the face was learned from other readings of
    /// it, so that starts over.
    pub fn set_neutral(&mut self, neutral: Option<NeutralBias>) {
        self.neutral = neutral;
        self.face = Habit::default();
    }

    /// What is known of a modality; nothing of the listener's own word.
    #[must_use]
    pub fn habit(&self, modality: Modality) -> Habit {
        match modality {
            Modality::Face => self.face,
            Modality::Voice => self.voice,
            Modality::Pulse => self.pulse,
            Modality::You => Habit::default(),
        }
    }

    /// What is known of the listener's pulse at rest.
    #[must_use]
    pub fn resting(&self) -> &RestingPulse {
        &self.resting
    }

    /// The same, to be taught.
    pub(super) fn resting_mut(&mut self) -> &mut RestingPulse {
        &mut self.resting
    }

    /// Forgets what corrections taught about a modality; of the pulse, what it is at rest too.
    pub fn reset(&mut self, modality: Modality) {
        self.with(modality, |habit| *habit = Habit::default());
        if modality == Modality::Pulse {
            self.resting = RestingPulse::default();
        }
    }

    /// What was learned of a modality, in English.
    #[must_use]
    pub fn english(&self, modality: Modality) -> String {
        let habit = self.habit(modality).english(modality);
        let resting = if modality == Modality::Pulse { self.resting.english() } else { String::new() };
        if resting.is_empty() { habit } else { format!("{habit} {resting}") }
    }

    /// Takes a correction: what the modality showed just before, and what the listener says.
    pub fn learn(&mut self, modality: Modality, shown: Affect, said: Affect) {
        let off = (shown.valence - said.valence, shown.arousal - said.arousal);
        self.with(modality, |habit| habit.learn(off, usual(modality)));
    }

    /// By how much a modality is off (mean), and how much more that may be for this moment's mood (spread).
    #[must_use]
    pub fn offset(&self, modality: Modality) -> AffectEstimate {
        let (habit, usual) = (self.habit(modality), usual(modality));
        if modality == Modality::You {
            return AffectEstimate::new(Affect::NEUTRAL, usual.0, usual.1);
        }
        AffectEstimate::new(habit.bias(), habit.valence.spread(usual.0), habit.arousal.spread(usual.1))
    }

    fn with(&mut self, modality: Modality, change: impl FnOnce(&mut Habit)) {
        match modality {
            Modality::Face => change(&mut self.face),
            Modality::Voice => change(&mut self.voice),
            Modality::Pulse => change(&mut self.pulse),
            Modality::You => {}
        }
    }
}

#[cfg(test)]
mod tests;
