use super::*;
use crate::Track;
use crate::feedback::{Circumstances, Feedback, FeedbackKind};
use crate::rank::queue::tests::track;
use crate::taste::StatedAnswer::{Like, RatherNot};
use crate::{Affect, AffectEstimate, Policy, Timestamp};
use std::sync::Arc;

/// Ten artists with two tracks each: those of even number play thrash metal of the eighties, the others jazz.
fn tracks() -> Vec<Arc<Track>> {
    let all = (0..20).map(|n| {
        let mut t = (*track(n, n / 2, 0.0, 0.0)).clone();
        let metal = n / 2 % 2 == 0;
        t.genre = Some(if metal { "thrash metal" } else { "jazz" }.into());
        t.year = Some(if metal { 1986 } else { 1959 });
        t.language = Some(if metal { "en" } else { "zxx" }.into());
        Arc::new(t)
    });
    all.collect()
}

fn stated(items: &[(StatedKind, &str, crate::taste::StatedAnswer)]) -> Pool {
    let mut pool = Pool::new(tracks());
    let mut stated = StatedPreferences::default();
    for (kind, name, answer) in items {
        assert!(stated.say(*kind, name, Some(*answer)), "{name}");
    }
    pool.set_stated(stated);
    pool.relearn([], |_| None);
    pool
}

/// What a track is worth over what it was worth to a listener of whom nothing is known, mood and time aside.
fn worth(pool: &Pool, n: u32) -> f64 {
    let x = pool.features(n, Moment::default(), &AffectEstimate::with_sd(Affect::new(0.0, 0.0), 0.3));
    let sum = |taste: &Taste| -> f64 { taste.mean().iter().zip(&x).map(|(w, x)| w * f64::from(*x)).sum() };
    let row = &pool.rows()[n as usize];
    sum(pool.taste()) - sum(&Taste::default())
        + f64::from(pool.artist_effect(row).0)
        + f64::from(pool.genre_effects()[usize::from(row.genre)].0)
}

fn played(n: usize, kind: FeedbackKind) -> Feedback {
    let target = AffectEstimate::with_sd(Affect::new(0.0, 0.0), 0.3);
    let circumstances =
        Circumstances { target, policy: Policy::Match, hour: 12, heard: Some(0.02), propensity: None };
    let id = crate::TrackId(format!("t{n}"));
    Feedback { circumstances: Some(circumstances), ..Feedback::new(id, kind, Timestamp(0)) }
}

#[test]
fn each_kind_of_answer_raises_or_lowers_what_it_is_about() {
    for (kind, name) in [
        (StatedKind::Family, "metal"),
        (StatedKind::Genre, "Thrash Metal"),
        (StatedKind::Era, "1980"),
        (StatedKind::Language, "en"),
        (StatedKind::Artist, "ARTIST 2"),
    ] {
        let (liked, not) = (stated(&[(kind, name, Like)]), stated(&[(kind, name, RatherNot)]));
        assert!(worth(&liked, 4) > 0.02, "{name}: {}", worth(&liked, 4));
        assert!(worth(&not, 4) < -0.02, "{name}: {}", worth(&not, 4));
        assert!(worth(&liked, 4) > worth(&liked, 2) + 0.02, "{name}: jazz gains less");
    }
}

#[test]
fn an_artist_that_is_liked_speaks_for_others_of_the_kind_and_more_for_themselves() {
    let pool = stated(&[(StatedKind::Artist, "Artist 2", Like)]);
    assert!(worth(&pool, 4) > worth(&pool, 0) + 0.02);
    assert!(worth(&pool, 0) > 0.02);
    assert!(worth(&pool, 2).abs() < 0.02);
}

#[test]
fn thirty_plays_to_the_contrary_win() {
    let pool = stated(&[(StatedKind::Family, "metal", Like), (StatedKind::Genre, "thrash metal", Like)]);
    let before = worth(&pool, 0);
    // Skipped at once what is worth as much as anything else, so that three in ten would be finished.
    let log: Vec<Feedback> = (0..30).map(|n| played(n % 10 / 2 * 4 + n % 2, FeedbackKind::Skipped)).collect();
    let mut after = pool.clone();
    after.relearn(&log, |_| None);
    assert!(before > 0.05 && worth(&after, 0) < 0.0, "{before} {}", worth(&after, 0));
}

#[test]
fn what_was_told_is_no_lesson_and_is_marked() {
    let mut pool =
        stated(&[(StatedKind::Family, "metal", Like), (StatedKind::Artist, "Artist 1", RatherNot)]);
    assert_eq!(pool.taste().lessons(), 0);
    assert!(pool.taste().leanings().is_empty(), "only what came up in a play is told as learned");
    pool.learn(&Feedback { circumstances: None, ..played(0, FeedbackKind::Finished) });
    let metal = pool.taste().leanings().into_iter().find(|l| l.detail == "metal").unwrap();
    assert!(metal.stated > 0.04 && metal.value > metal.stated, "{metal:?}");
    assert_eq!(metal.evidence, 1);
    assert!(pool.taste().leanings().iter().all(|l| l.detail != "Artist 1"));
}

#[test]
fn learning_anew_gives_what_learning_on_the_way_gave() {
    let mut pool = stated(&[(StatedKind::Artist, "Artist 3", Like), (StatedKind::Era, "before1960", Like)]);
    let log: Vec<Feedback> = (0..20).map(|n| played(n, FeedbackKind::Skipped)).collect();
    for f in &log {
        pool.learn(f);
    }
    let model = pool.taste().model();
    pool.relearn(&log, |_| None);
    assert_eq!(model, pool.taste().model());
    pool.set_stated(StatedPreferences::default());
    pool.relearn([], |_| None);
    assert_eq!(pool.taste().model(), Taste::default().model());
}

#[test]
fn who_is_in_no_catalogue_can_be_liked_all_the_same() {
    let pool = stated(&[(StatedKind::Artist, "Nobody here", Like)]);
    assert!(pool.taste().artist("nobody here").mean > 0.05);
    assert!((0..20).all(|n| worth(&pool, n).abs() < 1e-9));
}
