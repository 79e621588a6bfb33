use super::*;
use crate::feedback::standing;
use crate::rank::Term;
use crate::rank::queue::tests::{one_person, track, unnamed};
use crate::{Affect, Policy, Timestamp};

fn pool() -> Pool {
    Pool::new((0..20).map(|n| track(n, n / 2, 0.1 * n as f64 - 1.0, 0.2)))
}

fn said(n: usize, kind: FeedbackKind) -> Feedback {
    let target = AffectEstimate::with_sd(Affect::new(0.0, 0.2), 0.2);
    let circumstances =
        Circumstances { target, policy: Policy::Match, hour: 9, heard: None, propensity: Some(0.5) };
    let id = TrackId(format!("t{n}"));
    Feedback {
        circumstances: Some(circumstances),
        ..Feedback::new(id, kind, Timestamp(i64::try_from(n).unwrap()))
    }
}

fn effect_of(pool: &Pool, n: usize) -> (f32, f32) {
    let row = &pool.rows()[n];
    (row.effect.0, pool.artist_effect(row).0)
}

#[test]
fn a_track_and_its_artist_gain_by_being_liked_and_lose_by_being_removed() {
    let mut p = pool();
    p.learn(&said(4, FeedbackKind::Liked));
    p.learn(&said(8, FeedbackKind::Removed));
    assert!(effect_of(&p, 4).0 > 0.05 && effect_of(&p, 5).1 > 0.05 && effect_of(&p, 5).0.abs() < 1e-9);
    assert!(effect_of(&p, 8).0 < -0.02 && effect_of(&p, 9).1 < -0.02);
}

#[test]
fn what_is_learned_of_a_track_without_an_artist_is_of_no_other_one() {
    let mut p = Pool::new((0..20).map(|n| unnamed(n, 0.0, 0.2)));
    p.learn(&said(4, FeedbackKind::Liked));
    assert!(effect_of(&p, 4).0 > 0.05 && effect_of(&p, 4).1.abs() < 1e-9 && effect_of(&p, 5).1.abs() < 1e-9);
    assert_eq!(p.taste().leanings().iter().filter(|l| l.term == Term::Artist.code()).count(), 0);
    p.learn(&said(4, FeedbackKind::ArtistNever));
    assert!(p.rows().iter().all(|row| !row.is_blocked()));
}

#[test]
fn the_wrong_mood_moves_the_track_and_leaves_the_taste_alone() {
    let mut p = pool();
    let before = p.rows()[11];
    p.learn(&said(11, FeedbackKind::WrongMood));
    let after = p.rows()[11];
    assert!(after.valence > before.valence, "away from the target, which lay below");
    assert!(after.var_valence > before.var_valence);
    assert_eq!(p.taste().lessons(), 0);
    assert_eq!(effect_of(&p, 11), (0.0, 0.0));
}

#[test]
fn the_last_place_that_the_listener_gives_counts() {
    let mut p = pool();
    for affect in [Affect::new(0.9, 0.9), Affect::new(-0.5, -0.5)] {
        p.learn(&Feedback { track_affect: Some(affect), ..said(11, FeedbackKind::Placed) });
    }
    let once = {
        let mut p = pool();
        p.learn(&Feedback { track_affect: Some(Affect::new(-0.5, -0.5)), ..said(11, FeedbackKind::Placed) });
        p.rows()[11]
    };
    assert_eq!(p.rows()[11], once);
    assert!(once.valence < -0.2);
}

#[test]
fn an_artist_is_blocked_and_let_in_again_but_never_stays() {
    let mut p = pool();
    p.learn(&said(4, FeedbackKind::Never));
    p.learn(&said(5, FeedbackKind::ArtistNever));
    assert!(p.rows()[4].is_blocked() && p.rows()[5].is_blocked() && !p.rows()[6].is_blocked());
    p.learn(&said(5, FeedbackKind::ArtistAllowed));
    assert!(p.rows()[4].is_blocked() && !p.rows()[5].is_blocked());
}

#[test]
fn learning_anew_gives_what_learning_on_the_way_gave() {
    use FeedbackKind as K;
    let kinds = [K::Finished, K::Liked, K::Skipped, K::WrongMood, K::Removed, K::Never];
    let log: Vec<Feedback> = (0..60).map(|i| said(i % 20, kinds[i % kinds.len()])).collect();
    let mut p = pool();
    for f in &log {
        p.learn(f);
    }
    let (rows, model) = (p.rows().to_vec(), p.taste().model());
    p.relearn(log.iter(), |_| None);
    assert_eq!(rows, p.rows());
    assert_eq!(model, p.taste().model());
}

#[test]
fn what_was_taken_back_teaches_nothing() {
    use FeedbackKind as K;
    let log = [said(4, K::Liked), said(5, K::ArtistNever), said(4, K::Unliked), said(5, K::ArtistAllowed)];
    let mut p = pool();
    p.relearn(standing(&log), |_| None);
    assert_eq!(p.taste().lessons(), 0);
    assert!(!p.rows()[4].liked && !p.rows()[4].is_blocked());
    let again = [&log[..], &[said(4, K::Liked)]].concat();
    p.relearn(standing(&again), |_| None);
    assert!(p.rows()[4].liked);
    assert_eq!(p.taste().lessons(), 1);
}

#[test]
fn a_track_of_a_catalogue_that_is_off_still_teaches() {
    let elsewhere = track(99, 2, 0.0, 0.2);
    let mut p = pool();
    p.relearn([said(99, FeedbackKind::Liked)].iter(), |_| Some(Track::clone(&elsewhere)));
    assert!(effect_of(&p, 4).1 > 0.03, "track 4 is by artist 2, too");
    let mut nothing = pool();
    nothing.relearn([said(99, FeedbackKind::Liked)].iter(), |_| None);
    assert_eq!(nothing.taste().lessons(), 0);
}

#[test]
fn an_artist_stays_blocked_while_the_track_that_said_so_is_away() {
    let mut p = pool();
    let blocked = Feedback { artist: Some("ARTIST 2".into()), ..said(99, FeedbackKind::ArtistNever) };
    p.relearn([blocked].iter(), |_| None);
    assert!(p.rows()[4].is_blocked());
}

#[test]
fn the_model_is_a_few_kilobytes_and_a_hundred_bytes_a_track() {
    let mut p = Pool::new((0..3_000).map(|n| track(n, n, 0.0, 0.0)));
    (0..300).for_each(|n| p.learn(&said(n * 7, FeedbackKind::Finished)));
    let model = p.taste().model();
    let numbers = 4 * (model.weights.len() + model.covariance.len());
    assert!(numbers < 8 * 1024, "{numbers}");
    assert!(p.bytes() <= 100 * 3_000, "{}", p.bytes());
}

#[test]
fn every_id_is_found() {
    let p = Pool::new((0..5_000).map(|n| track(n % 4_000, n, 0.0, 0.0)));
    assert_eq!(p.tracks().len(), 4_000);
    assert!((0..4_000).all(|n| p.find(&TrackId(format!("t{n}"))) == Some(n)));
    assert_eq!(p.find(&TrackId("t4000".into())), None);
}

#[test]
fn an_artist_is_blocked_under_every_credit_whichever_said_so() {
    let name = |artist: &str| Feedback { artist: Some(artist.into()), ..said(99, FeedbackKind::ArtistNever) };
    for blocked in [
        said(1, FeedbackKind::ArtistNever),
        said(9, FeedbackKind::ArtistNever),
        name("kira voss"),
        name("Kira Voss feat. Lund"),
    ] {
        let mut p = one_person();
        p.relearn([blocked].iter(), |_| None);
        assert!(p.rows()[..12].iter().all(Row::is_blocked) && !p.rows()[12..].iter().any(Row::is_blocked));
    }
    let mut p = one_person();
    p.learn(&said(10, FeedbackKind::ArtistNever));
    let oda: Vec<usize> = (0..20).filter(|n| p.rows()[*n].is_blocked()).collect();
    assert_eq!((p.lead(10), oda), ("Oda", vec![3, 5, 7, 10, 11]));
}

#[test]
fn what_is_learned_of_an_artist_counts_under_every_credit_that_they_lead() {
    let mut p = one_person();
    p.learn(&said(1, FeedbackKind::Liked));
    assert!(effect_of(&p, 0).1 > 0.05 && effect_of(&p, 11).1 > 0.05 && effect_of(&p, 12).1.abs() < 1e-9);
    let model = p.taste().model();
    assert_eq!(model.effects.iter().map(|e| e.detail.as_str()).collect::<Vec<_>>(), ["Kira Voss"]);
}
