use super::*;
use proptest::prelude::*;

const FELT: Affect = Affect { valence: 0.1, arousal: -0.2 };

/// What is known after `n` corrections in which the face shows `off` too much valence.
fn after(n: u32, off: f64) -> Learned {
    let mut learned = Learned::default();
    for _ in 0..n {
        learned.learn(Modality::Face, Affect::new(FELT.valence + off, FELT.arousal), FELT);
    }
    learned
}

#[test]
fn nothing_is_believed_before_the_first_correction() {
    let learned = Learned::default();
    for m in Learned::MODALITIES {
        let habit = learned.habit(m);
        assert_eq!((habit.corrections(), habit.bias()), (0, Affect::NEUTRAL), "{m:?}");
        assert!((habit.noise() - 1.0).abs() < 1e-12, "{m:?}");
    }
}

#[test]
fn a_steady_habit_is_learned_step_by_step_and_within_bounds() {
    let bias = |n| after(n, -0.2).habit(Modality::Face).bias().valence;
    assert!((bias(1) + 0.05).abs() < 1e-9, "one correction counts a quarter");
    assert!(bias(10) < -0.14 && bias(30) < bias(10) && bias(30) > -0.2);
    assert!(after(100, -1.5).habit(Modality::Face).bias().valence >= -0.35);
    assert_eq!(after(10, -0.2).habit(Modality::Voice), Habit::default(), "of the face only");
}

#[test]
fn a_modality_that_agrees_counts_for_more_and_one_that_jumps_for_less() {
    let steady = after(15, 0.02);
    let mut jumpy = Learned::default();
    for i in 0..15 {
        let off = if i % 2 == 0 { 0.7 } else { -0.7 };
        jumpy.learn(Modality::Face, Affect::new(FELT.valence + off, FELT.arousal - off), FELT);
    }
    let sd = |l: &Learned| l.offset(Modality::Face).sd_valence;
    assert!(sd(&steady) < 0.8 * sd(&Learned::default()), "{}", sd(&steady));
    assert!(sd(&jumpy) > 1.4 * sd(&Learned::default()), "{}", sd(&jumpy));
    assert!(jumpy.habit(Modality::Face).noise() > 1.0 && steady.habit(Modality::Face).noise() < 1.0);
}

#[test]
fn what_was_learned_is_told_in_words() {
    let words = |l: &Learned| l.habit(Modality::Face).english(Modality::Face);
    assert!(words(&Learned::default()).starts_with("Nothing yet"));
    assert!(
        words(&after(1, 0.0))
            .starts_with("You corrected Attune once. Your face shows your mood about as it is.")
    );
    let gloomy = words(&after(8, -0.3));
    assert!(gloomy.contains("8 times") && gloomy.contains("less pleasant than you feel"), "{gloomy}");
    assert!(words(&after(20, 0.0)).ends_with("counts for more."));
}

#[test]
fn old_corrections_fade() {
    let mut learned = after(60, 0.3);
    for _ in 0..60 {
        learned.learn(Modality::Face, FELT, FELT);
    }
    assert!(learned.habit(Modality::Face).bias().valence < 0.1);
}

#[test]
fn each_modality_is_forgotten_alone() {
    let mut learned = after(5, 0.3);
    learned.learn(Modality::Pulse, FELT, Affect::NEUTRAL);
    learned.reset(Modality::Face);
    assert_eq!(learned.habit(Modality::Face), Habit::default());
    assert_eq!(learned.habit(Modality::Pulse).corrections(), 1);
}

#[test]
fn another_neutral_face_starts_the_face_over() {
    let mut learned = after(5, 0.3);
    learned.set_neutral(None);
    assert_eq!(learned, Learned::default());
}

#[test]
fn the_written_form_leads_back_and_a_later_one_is_refused() {
    let learned = after(7, 0.2);
    let text = serde_json::to_string(&learned).unwrap();
    let again = serde_json::from_str::<Learned>(&text).unwrap().habit(Modality::Face);
    assert_eq!(again.corrections(), 7);
    // Reading a decimal number may miss its last bit.
    assert!(again.bias().distance(learned.habit(Modality::Face).bias()) < 1e-12);
    assert!(text.len() < 1_000, "{} bytes", text.len());
    let newer = text.replacen("\"version\":1", "\"version\":2", 1);
    assert!(serde_json::from_str::<Learned>(&newer).unwrap_err().to_string().contains("format 2"));
    assert_eq!(serde_json::from_str::<Learned>(r#"{"version":1}"#).unwrap(), Learned::default());
}

#[test]
fn numbers_that_make_no_sense_start_over() {
    let text = r#"{"version":1,"face":{"corrections":3,
        "valence":{"mean":0.1,"strength":-4,"shape":3,"squares":2},
        "arousal":{"mean":0.1,"strength":4,"shape":3.5,"squares":2}}}"#;
    let learned: Learned = serde_json::from_str(text).unwrap();
    let bias = learned.habit(Modality::Face).bias();
    assert_eq!((bias.valence, bias.arousal), (0.0, 0.1));
}

proptest! {
    #[test]
    fn what_is_learned_stays_within_bounds(
        said in proptest::collection::vec((-1.0..=1.0f64, -1.0..=1.0f64, -1.0..=1.0f64, -1.0..=1.0f64), 0..200),
    ) {
        let mut learned = Learned::default();
        for (v, a, fv, fa) in said {
            learned.learn(Modality::Voice, Affect::new(v, a), Affect::new(fv, fa));
            let (habit, offset) = (learned.habit(Modality::Voice), learned.offset(Modality::Voice));
            prop_assert!(habit.bias().valence.abs() <= 0.35 && habit.bias().arousal.abs() <= 0.35);
            prop_assert!((0.6..=1.8).contains(&habit.noise()));
            prop_assert!(offset.sd_valence > 0.1 && offset.sd_valence < 0.28 * 1.8 * 1.2);
        }
    }

    #[test]
    fn on_average_the_truth_is_found(bias in -0.3..0.3f64, noise in proptest::collection::vec(-0.2..0.2f64, 60)) {
        let mut learned = Learned::default();
        for n in &noise {
            learned.learn(Modality::Face, Affect::new(FELT.valence + bias + n, FELT.arousal), FELT);
        }
        let got = learned.habit(Modality::Face).bias().valence;
        prop_assert!((got - bias).abs() < 0.12, "{got} for {bias}");
    }
}
