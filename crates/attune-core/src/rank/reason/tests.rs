use super::*;
use crate::feedback::{Feedback, FeedbackKind};
use crate::rank::queue::tests::track;
use crate::track::Score;
use crate::{Affect, AffectEstimate, Policy};
use std::sync::Arc;

const AT: Affect = Affect { valence: 0.5, arousal: -0.5 };

fn jazz(sd: f64) -> Track {
    let mut t = Track::clone(&track(0, 0, AT.valence, AT.arousal));
    t.affect.estimate = AffectEstimate::with_sd(AT, sd);
    t.genre = Some("jazz".into());
    t
}

fn occasion(policy: Policy) -> Occasion {
    let mood = AffectEstimate::with_sd(AT, 0.2);
    let goal = policy.goal(AT, AT);
    let target = AT.towards(goal, crate::policy::MAX_STEP);
    Occasion {
        moment: Moment { policy, hour: 20 },
        aimed_at: AimedAt { policy, mood, goal, target, nearest: None },
        before: None,
    }
}

fn of_mood(policy: Policy, mood: AffectEstimate) -> Occasion {
    let mut occasion = occasion(policy);
    occasion.aimed_at.mood = mood;
    occasion
}

fn terms(parts: &[(Term, f32)]) -> Terms {
    parts.iter().fold(Terms::default(), |t, (term, value)| t.with(*term, *value))
}

fn said(track: Track, parts: &[(Term, f32)], occasion: Occasion) -> Vec<Reason> {
    reasons(&Pool::new([Arc::new(track)]), 0, &terms(parts), &occasion)
}

fn text(track: Track, parts: &[(Term, f32)], occasion: Occasion) -> String {
    said(track, parts, occasion)[0].text.clone()
}

fn codes(reasons: &[Reason]) -> Vec<&str> {
    reasons.iter().map(|r| r.code).collect()
}

/// A pool with one track of which this was said.
fn after(deeds: &[FeedbackKind]) -> Pool {
    let mut pool = Pool::new([Arc::new(jazz(0.2))]);
    for (n, kind) in (0..).zip(deeds) {
        pool.learn(&Feedback::new(pool.track(0).id, *kind, Timestamp(n)));
    }
    pool
}

#[test]
fn an_unknown_mood_is_not_claimed_to_be_matched() {
    let unknown = of_mood(Policy::Match, AffectEstimate::with_sd(Affect::NEUTRAL, 0.6));
    assert_eq!(text(jazz(0.2), &[(Term::Fit, 0.2)], unknown), "it is warm and calm, an easy place to start");
}

#[test]
fn only_what_is_close_is_said_to_be() {
    let far = AffectEstimate::with_sd(Affect::new(-0.5, 0.5), 0.2);
    let mut away = of_mood(Policy::Match, far);
    away.aimed_at.target = far.mean;
    assert_eq!(text(jazz(0.2), &[(Term::Fit, 0.2)], away), "it is warm and calm");
    away.aimed_at.nearest = Some(1.4);
    let closest = "it is warm and calm, about the closest you have";
    assert_eq!(text(jazz(0.2), &[(Term::Fit, 0.2)], away), closest);
    away.aimed_at.target = AT;
    assert_eq!(text(jazz(0.2), &[(Term::Fit, 0.2)], away), "it is warm and calm, on the way to your mood");
}

#[test]
fn a_track_that_leads_the_other_way_does_not_lead() {
    let brighter = AffectEstimate::with_sd(Affect::new(0.7, -0.4), 0.2);
    let lift = of_mood(Policy::Lift, brighter);
    assert_eq!(text(jazz(0.2), &[(Term::Fit, 0.2)], lift), "it is warm and calm, close to your mood");
    let darker = of_mood(Policy::Lift, AffectEstimate::with_sd(Affect::new(0.3, -0.4), 0.2));
    assert_eq!(
        text(jazz(0.2), &[(Term::Fit, 0.2)], darker),
        "it is warm and calm, on the way to something brighter"
    );
}

#[test]
fn chance_is_never_a_reason() {
    let r = said(jazz(0.2), &[(Term::Fit, 0.05), (Term::Chance, 0.3)], occasion(Policy::Match));
    assert_eq!(codes(&r), ["fit"]);
}

#[test]
fn a_liking_is_said_once_it_was_shown() {
    use FeedbackKind::{Finished, Liked, Never, Skipped, Unliked};
    let parts = terms(&[(Term::Fit, 0.1), (Term::Genre, 0.15), (Term::Artist, 0.12)]);
    let codes = |deeds: &[FeedbackKind]| -> Vec<&str> {
        let all = reasons(&after(deeds), 0, &parts, &occasion(Policy::Match));
        all.into_iter().map(|r| r.code).collect()
    };
    for unproven in [
        &[][..],
        &[Finished, Finished],
        &[Liked, Unliked],
        &[Finished, Finished, Finished, Skipped, Skipped, Skipped],
        &[Liked, Never],
    ] {
        assert_eq!(codes(unproven), ["fit"], "{unproven:?}");
    }
    for shown in [&[Finished, Finished, Finished][..], &[Liked]] {
        assert_eq!(codes(shown), ["genre", "artist", "fit"], "{shown:?}");
    }
    let all = reasons(&after(&[Liked]), 0, &parts, &occasion(Policy::Match));
    assert_eq!(all[0].text, "you like jazz");
}

#[test]
fn a_track_is_as_well_known_as_what_was_played() {
    let known = |popularity, plays: usize| {
        let mut pool = Pool::new([Arc::new(Track { popularity, ..jazz(0.2) })]);
        for _ in 0..plays {
            pool.learn(&Feedback::new(pool.track(0).id, FeedbackKind::Finished, Timestamp(0)));
        }
        let all = reasons(&pool, 0, &terms(&[(Term::Popular, 0.3)]), &occasion(Policy::Match));
        all[0].code == "known"
    };
    assert!(known(Some(20), 3));
    assert!(!known(Some(20), 2) && !known(None, 3));
}

#[test]
fn there_is_always_a_reason_and_a_vague_belief_is_hedged() {
    for parts in [&[(Term::Fit, 0.001)][..], &[]] {
        let cheerful = of_mood(Policy::Calm, AffectEstimate::with_sd(Affect::new(0.5, -0.3), 0.2));
        let r = said(jazz(0.6), parts, cheerful);
        assert_eq!(r.len(), 1);
        assert_eq!(r[0].text, "it is probably warm and calm, on the way to something calmer");
    }
}

#[test]
fn what_lowers_the_score_is_no_reason() {
    let parts = [(Term::Fit, 0.5), (Term::Track, -0.2), (Term::Recent, -0.5), (Term::Artist, -0.1)];
    assert_eq!(said(jazz(0.2), &parts, occasion(Policy::Match)).len(), 1);
}

#[test]
fn what_the_listener_said_is_told_as_said_and_under_its_name() {
    let mut pool = Pool::new([Arc::new(Track { genre: Some("bebop".into()), ..jazz(0.2) })]);
    let mut stated = StatedPreferences::default();
    stated.say(StatedKind::Family, "jazz", Some(StatedAnswer::Like));
    stated.say(StatedKind::Artist, "Artist 0", Some(StatedAnswer::RatherNot));
    pool.set_stated(stated);
    let parts = terms(&[(Term::Genre, 0.2), (Term::Artist, 0.1), (Term::Era, 0.1)]);
    let texts: Vec<_> =
        reasons(&pool, 0, &parts, &occasion(Policy::Match)).into_iter().map(|r| r.text).collect();
    assert_eq!(texts, ["you said you like jazz"]);
    let first = &reasons(&pool, 0, &parts, &occasion(Policy::Match))[0];
    assert_eq!((first.code, first.detail.as_str(), first.stated), ("genre", "jazz", true));
}

#[test]
fn composed_pieces_are_described_in_musical_words() {
    let score = Some(Score { minor: true, register: -2.0 });
    let piece = Track { score, tempo: Some(64.0), ..jazz(0.3) };
    let lively = of_mood(Policy::Calm, AffectEstimate::with_sd(Affect::new(0.4, -0.3), 0.2));
    assert_eq!(
        text(piece, &[(Term::Fit, 0.2)], lively),
        "it is slow and in a minor mode, on the way to something calmer"
    );
}

#[test]
fn a_composed_piece_is_set_against_the_one_before() {
    let piece =
        |tempo, minor| Track { score: Some(Score { minor, register: 0.0 }), tempo: Some(tempo), ..jazz(0.3) };
    let detail = |tempo, minor, before: &Track, policy| {
        let occasion = Occasion { before: Composed::of(before), ..occasion(policy) };
        let all = said(piece(tempo, minor), &[(Term::Fit, 0.2)], occasion);
        (all[0].detail.clone(), all[0].text.clone())
    };
    let lively = piece(120.0, false);
    let (code, text) = detail(96.0, true, &lively, Policy::Calm);
    assert!(code.starts_with("slower nowMinor"), "{code}");
    assert!(text.starts_with("it is slower than the piece before and now in a minor mode"), "{text}");
    for (policy, tempo, minor, before, want) in [
        (Policy::Match, 124.0, false, &lively, "fast major"),
        (Policy::Match, 140.0, true, &lively, "faster nowMinor"),
        (Policy::Calm, 140.0, false, &lively, "fast major"),
        (Policy::Energise, 96.0, false, &lively, "unhurried major"),
        (Policy::Lift, 96.0, true, &lively, "slower minor"),
        (Policy::Lift, 96.0, false, &piece(96.0, true), "unhurried nowMajor"),
        (Policy::Match, 70.0, true, &jazz(0.3), "slow minor"),
    ] {
        let (code, _) = detail(tempo, minor, before, policy);
        assert!(code.starts_with(want), "{code}, not {want}");
    }
}

#[test]
fn the_classic_list_claims_popularity_for_its_top_alone() {
    let text = |popularity, place| classic_reason(ClassicMood::Happy, popularity, place, 100).text;
    assert!(text(84, 9).contains("most popular") && !text(84, 10).contains("popular"));
    assert_eq!(text(0, 0), "it is on the Happy list");
}

#[test]
fn every_sentence_can_be_told_from_its_code_and_detail() {
    let fit = |track, occasion| said(track, &[(Term::Fit, 0.2)], occasion)[0].detail.clone();
    assert_eq!(fit(jazz(0.2), occasion(Policy::Match)), "warmCalm closeToMood");
    let cheerful = of_mood(Policy::Calm, AffectEstimate::with_sd(Affect::new(0.5, -0.3), 0.2));
    assert_eq!(fit(jazz(0.6), cheerful), "probably warmCalm towardsCalmer");
    let score = Some(Score { minor: true, register: -2.0 });
    let piece = Track { score, tempo: Some(64.0), ..jazz(0.3) };
    assert_eq!(fit(piece, occasion(Policy::Match)), "slow minor closeToMood");

    let pool = after(&[FeedbackKind::Finished; 3]);
    let parts = terms(&[(Term::Track, 0.3), (Term::Genre, 0.2)]);
    let all = reasons(&pool, 0, &parts, &occasion(Policy::Match));
    assert_eq!((all[0].code, all[0].detail.as_str()), ("finished", "3"));
    assert_eq!((all[1].detail.as_str(), all[1].stated), ("jazz", false));
    let classic = |place| classic_reason(ClassicMood::Happy, 90, place, 100).code;
    assert_eq!((classic(0), classic(90)), ("classicTop", "classic"));
}
