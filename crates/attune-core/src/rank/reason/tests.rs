use super::*;
use crate::rank::Pool;
use crate::rank::queue::tests::track;
use std::sync::{Arc, LazyLock};

fn said(sd: f64, terms: Terms, occasion: Occasion<'_>) -> Vec<Reason> {
    let mut t = Track::clone(&track(0, 0, 0.5, -0.5));
    t.affect.estimate = AffectEstimate::with_sd(Affect::new(0.5, -0.5), sd);
    t.genre = Some("jazz".into());
    let pool = Pool::new([Arc::new(t)]);
    reasons(&terms, pool.track(0), &pool.rows()[0], occasion)
}

/// Nothing was said outright.
static NOTHING: LazyLock<StatedPreferences> = LazyLock::new(StatedPreferences::default);

fn occasion(policy: Policy) -> Occasion<'static> {
    Occasion { moment: Moment { policy, hour: 20 }, mood_spread: 0.2, learned: true, stated: &NOTHING }
}

fn terms(parts: &[(Term, f32)]) -> Terms {
    parts.iter().fold(Terms::default(), |t, (term, value)| t.with(*term, *value))
}

#[test]
fn an_unknown_mood_is_not_claimed_to_be_matched() {
    let unknown = Occasion { mood_spread: 0.6, ..occasion(Policy::Match) };
    let r = said(0.2, terms(&[(Term::Fit, 0.2)]), unknown);
    assert!(r[0].text.contains("an easy place to start"), "{}", r[0].text);
}

#[test]
fn chance_speaks_only_where_it_decided() {
    let with =
        |chance| said(0.2, terms(&[(Term::Fit, 0.05), (Term::Chance, chance)]), occasion(Policy::Match));
    assert_eq!(with(0.04).iter().map(|r| r.code).collect::<Vec<_>>(), ["fit"]);
    assert_eq!(with(0.06)[0].code, "chance");
}

#[test]
fn the_strongest_term_speaks_first() {
    let r = said(
        0.2,
        terms(&[(Term::Fit, 0.1), (Term::Genre, 0.15), (Term::Daytime, 0.05)]),
        occasion(Policy::Match),
    );
    assert_eq!(r.iter().map(|r| r.code).collect::<Vec<_>>(), ["genre", "fit", "daytime"]);
    assert_eq!(r[0].text, "you like jazz");
    assert_eq!(r[1].text, "it is warm and calm, close to your mood");
    assert_eq!(r[2].text, "it suits the evening");
}

#[test]
fn nothing_is_said_of_a_listener_of_whom_nothing_is_known() {
    let stranger = Occasion { learned: false, ..occasion(Policy::Match) };
    let r = said(0.2, terms(&[(Term::Fit, 0.1), (Term::Genre, 0.15), (Term::Track, 0.2)]), stranger);
    assert_eq!(r.iter().map(|r| r.code).collect::<Vec<_>>(), ["fit"]);
}

#[test]
fn there_is_always_a_reason_and_a_vague_belief_is_hedged() {
    for t in [terms(&[(Term::Fit, 0.001)]), Terms::default()] {
        let r = said(0.6, t, occasion(Policy::Calm));
        assert_eq!(r.len(), 1);
        assert_eq!(r[0].text, "it is probably warm and calm, on the way to calmer");
    }
}

#[test]
fn what_lowers_the_score_is_no_reason() {
    let t = terms(&[(Term::Fit, 0.5), (Term::Track, -0.2), (Term::Recent, -0.5), (Term::Artist, -0.1)]);
    assert_eq!(said(0.2, t, occasion(Policy::Match)).len(), 1);
}

#[test]
fn what_the_listener_said_is_told_as_said_and_nothing_else_is() {
    let mut stated = StatedPreferences::default();
    stated.say(StatedKind::Family, "jazz", Some(StatedAnswer::Like));
    stated.say(StatedKind::Artist, "Artist 0", Some(StatedAnswer::RatherNot));
    let parts = terms(&[(Term::Genre, 0.2), (Term::Artist, 0.1), (Term::Era, 0.1)]);
    let stranger = Occasion { learned: false, stated: &stated, ..occasion(Policy::Match) };
    let texts: Vec<_> = said(0.2, parts, stranger).into_iter().map(|r| r.text).collect();
    assert_eq!(texts, ["you said you like jazz"]);
}
