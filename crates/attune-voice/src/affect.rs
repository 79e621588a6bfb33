//! From the network's logits to affect with a spread.

use crate::tone::Emotion;
use attune_core::{Affect, AffectEstimate};
use attune_models::manifest::ToneSpec;

/// What the network says of a stretch of speech, as it says it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Answers {
    /// A logit for each of [`Emotion::ALL`].
    pub emotions: [f32; Emotion::COUNT],
    /// The logit of high arousal.
    pub arousal: f32,
    /// The logit of the stretch being speech of one person, at least a few dB above what else is heard.
    pub speech: f32,
}

/// How a stretch of speech sounds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tone {
    /// The affect that it suggests.
    pub estimate: AffectEstimate,
    /// The calibrated probability of high arousal, in [0, 1].
    pub high_arousal: f64,
    /// One probability per emotion, in the order of [`Emotion::ALL`]; they sum to 1. For wording only.
    pub scores: [f64; Emotion::COUNT],
}

/// Where low and high arousal lie on the plane: the mean places of the emotions that were trained as either (Russell and
/// Mehrabian 1977, see [`Emotion::place`]), and how far from there a speaker may really be. An actor's anger is no
/// measurement of anyone's arousal, so the spread is wide.
const LOW: f64 = -0.25;
const HIGH: f64 = 0.59;
const AROUSAL_SD: f64 = 0.35;
/// The same for valence, which hardly carries over from one language to another.
const VALENCE_SD: f64 = 0.45;

impl Tone {
    /// Reads answers with the constants of their model. All logits must be finite.
    #[must_use]
    pub fn read(answers: &Answers, spec: &ToneSpec) -> Self {
        let scores = softmax(&answers.emotions, f64::from(spec.temperature));
        let high_arousal = high_arousal(&scores, answers.arousal, f64::from(spec.arousal_scale));
        let arousal = LOW + (HIGH - LOW) * high_arousal;
        let between = (HIGH - LOW).powi(2) * high_arousal * (1.0 - high_arousal);
        let (valence, variance) = valence(&scores);
        let spread = f64::from(spec.valence_spread).powi(2) * variance;
        let estimate = AffectEstimate::new(
            Affect::new(valence, arousal),
            (VALENCE_SD.powi(2) + spread).sqrt(),
            (AROUSAL_SD.powi(2) + between).sqrt(),
        );
        Self { estimate, high_arousal, scores }
    }

    /// The emotion that the tone resembles most, and its probability.
    #[must_use]
    pub fn likeliest(&self) -> (Emotion, f64) {
        let scored = Emotion::ALL.into_iter().zip(self.scores);
        scored.fold((Emotion::Neutral, 0.0), |best, next| if next.1 > best.1 { next } else { best })
    }

    /// The tone in a word or two: its emotion where that is likelier than all others together, else its arousal, else
    /// nothing worth a word.
    #[must_use]
    pub fn english(&self) -> &'static str {
        match (self.likeliest(), self.high_arousal) {
            ((emotion, share), _) if share > 0.5 => emotion.english(),
            (_, high) if high > 0.65 => "lively",
            (_, high) if high < 0.35 => "quiet",
            _ => "unclear",
        }
    }
}

fn softmax(logits: &[f32; Emotion::COUNT], temperature: f64) -> [f64; Emotion::COUNT] {
    let most = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let weights = logits.map(|x| (f64::from(x - most) / temperature).exp());
    let sum: f64 = weights.iter().sum();
    weights.map(|w| w / sum)
}

/// The mean of the arousal logit and the log odds that the emotions imply, scaled, as a probability.
fn high_arousal(scores: &[f64; Emotion::COUNT], logit: f32, scale: f64) -> f64 {
    let share = |wanted: bool| {
        let all = Emotion::ALL.into_iter().zip(scores);
        all.filter(|(e, _)| e.is_high() == Some(wanted)).map(|(_, p)| p).sum::<f64>()
    };
    let (high, low) = (share(true), share(false));
    let implied = (high / (high + low).max(1e-9)).clamp(1e-6, 1.0 - 1e-6);
    let odds = (implied / (1.0 - implied)).ln();
    1.0 / (1.0 + (-scale * 0.5 * (f64::from(logit) + odds)).exp())
}

/// The mean place of the emotions on the axis of valence, and the variance between them.
fn valence(scores: &[f64; Emotion::COUNT]) -> (f64, f64) {
    let places = || Emotion::ALL.into_iter().zip(scores).map(|(e, p)| (e.place().valence, p));
    let mean: f64 = places().map(|(x, p)| p * x).sum();
    (mean, places().map(|(x, p)| p * (x - mean).powi(2)).sum())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn spec() -> ToneSpec {
        ToneSpec {
            labels: Vec::new(),
            temperature: 0.5,
            arousal_scale: 0.8,
            valence_spread: 1.2,
            least_speech: 2.0,
        }
    }

    fn answers(leading: Emotion, by: f32, arousal: f32) -> Answers {
        let emotions = Emotion::ALL.map(|e| if e == leading { by } else { 0.0 });
        Answers { emotions, arousal, speech: 5.0 }
    }

    #[test]
    fn clear_answers_lie_where_their_emotion_does() {
        let angry = Tone::read(&answers(Emotion::Anger, 9.0, 6.0), &spec());
        assert!(angry.high_arousal > 0.95 && angry.estimate.mean.valence < -0.4, "{angry:?}");
        assert!((angry.estimate.mean.arousal - HIGH).abs() < 0.05);
        assert_eq!((angry.likeliest().0, angry.english()), (Emotion::Anger, "tense"));
        let sad = Tone::read(&answers(Emotion::Sadness, 9.0, -6.0), &spec());
        assert!(sad.high_arousal < 0.05 && (sad.estimate.mean.arousal - LOW).abs() < 0.05);
    }

    #[test]
    fn indecision_widens_and_gets_no_word() {
        let torn = Tone::read(&answers(Emotion::Neutral, 0.0, -0.4), &spec());
        let sure = Tone::read(&answers(Emotion::Happiness, 9.0, 6.0), &spec());
        assert!(torn.estimate.sd_arousal > sure.estimate.sd_arousal + 0.1);
        assert!(torn.estimate.sd_valence > sure.estimate.sd_valence + 0.2);
        assert_eq!(torn.english(), "unclear");
    }

    #[test]
    fn the_arousal_is_that_of_the_training_side() {
        // metrics.combined_arousal of anger 1, sadness 0, the rest far below, head 3, temperature 0.5: (3 + 2) / 2.
        let mut logits = [-50.0; 8];
        (logits[Emotion::Anger as usize], logits[Emotion::Sadness as usize]) = (1.0, 0.0);
        let tone = Tone::read(&Answers { emotions: logits, arousal: 3.0, speech: 0.0 }, &spec());
        assert!((tone.high_arousal - 1.0 / (1.0 + (-0.8_f64 * 2.5).exp())).abs() < 1e-6, "{tone:?}");
    }

    proptest! {
        #[test]
        fn any_logits_stay_on_the_plane(l in proptest::array::uniform8(-60.0f32..60.0), a in -60.0f32..60.0) {
            let tone = Tone::read(&Answers { emotions: l, arousal: a, speech: 0.0 }, &spec());
            prop_assert!((tone.scores.iter().sum::<f64>() - 1.0).abs() < 1e-6);
            prop_assert!((0.0..=1.0).contains(&tone.high_arousal));
            let e = tone.estimate;
            prop_assert!(e.sd_arousal >= AROUSAL_SD && e.sd_arousal < 0.6);
            prop_assert!(e.sd_valence >= VALENCE_SD && e.sd_valence < 1.2);
        }
    }
}
