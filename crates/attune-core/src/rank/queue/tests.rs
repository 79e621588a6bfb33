use super::*;
use crate::rank::{AimedAt, Occasion, reasons};
use crate::{
    AffectEstimate, Feedback, FeedbackKind, Policy, Track, TrackAffect, TrackId, track::AffectSource,
};
use proptest::prelude::*;
use std::collections::HashSet;
use std::sync::Arc;

pub(in crate::rank) fn track(n: usize, artist: usize, v: f64, a: f64) -> Arc<Track> {
    let estimate = AffectEstimate::with_sd(Affect::new(v, a), 0.2);
    Arc::new(Track {
        affect: TrackAffect { estimate, sources: vec![AffectSource::Curated] },
        ..Track::new(TrackId(format!("t{n}")), format!("Song {n}"), format!("Artist {artist}"))
    })
}

/// A track for which nobody is credited, as of files without tags.
pub(in crate::rank) fn unnamed(n: usize, v: f64, a: f64) -> Arc<Track> {
    Arc::new(Track { artist: String::new(), ..track(n, 0, v, a).as_ref().clone() })
}

fn grid(artists: usize) -> Pool {
    Pool::new((0..400).map(|n| {
        let (i, j) = (n % 20, n / 20);
        track(n, n % artists, f64::from(i as u32) / 9.5 - 1.0, f64::from(j as u32) / 9.5 - 1.0)
    }))
}

fn request(path: &[Affect]) -> Request<'_> {
    Request { seed: 7, ..Request::new(path, Timestamp(0)) }
}

fn ids(pool: &Pool, ranked: &[Ranked]) -> Vec<String> {
    ranked.iter().map(|r| pool.track(r.index).id.0.clone()).collect()
}

#[test]
fn the_queue_is_where_the_target_is() {
    let pool = grid(40);
    let target = Affect::new(0.6, -0.4);
    for r in rank(&pool, &request(&[target; 10])) {
        assert!(pool.track(r.index).affect.estimate.mean.distance(target) < 0.5);
    }
}

#[test]
fn no_artist_comes_twice_in_ten_while_others_are_left() {
    let pool = grid(12);
    let ranked = rank(&pool, &request(&[Affect::NEUTRAL; 40]));
    let artists: Vec<u32> = ranked.iter().map(|r| pool.rows()[r.index as usize].artist).collect();
    for ten in artists.windows(ARTIST_WINDOW) {
        assert_eq!(ten.iter().collect::<HashSet<_>>().len(), ARTIST_WINDOW);
    }
}

/// Twelve credits of one person at the target and eight bands nearby.
pub(in crate::rank) fn one_person() -> Pool {
    let credits = [
        "Kira Voss",
        "Kira Voss feat. Lund",
        "Kira Voss, Lund",
        "Kira Voss ft. Oda",
        "KIRA VOSS",
        "Kira Voss & Oda",
        "Kira Voss;Brand",
        "Kira Voss (feat. Oda)",
        "Kira Voss featuring Nils",
        "Kira Voss x Lund",
        "Oda with Kira Voss",
        "Kira Voss/Oda",
    ];
    let hers = credits.iter().zip(0..).map(|(credit, n)| (n, (*credit).to_owned(), 0.6));
    let others = (12..20).map(|n| (n, format!("Band {n}"), 0.55));
    Pool::new(
        hers.chain(others)
            .map(|(n, artist, at)| Arc::new(Track { artist, ..track(n, 0, at, at).as_ref().clone() })),
    )
}

#[test]
fn one_person_under_many_credits_comes_once_in_ten() {
    let pool = one_person();
    let ranked = rank(&pool, &request(&[Affect::new(0.6, 0.6); 9]));
    let hers = ranked.iter().filter(|r| pool.share_an_artist(r.index, 0) || r.index == 0).count();
    assert_eq!(hers, 1);
    assert!((1..12).all(|n| pool.share_an_artist(0, n)) && (12..20).all(|n| !pool.share_an_artist(0, n)));
    assert!(pool.share_an_artist(3, 5), "Oda, too");
}

#[test]
fn compilations_have_no_artist_in_common() {
    let pool = Pool::new((0..4).map(|n| {
        Arc::new(Track { artist: "Various Artists".into(), ..track(n, 0, 0.0, 0.0).as_ref().clone() })
    }));
    assert!(!pool.share_an_artist(0, 1));
    assert_eq!(pool.lead(0), "");
}

#[test]
fn tracks_that_nobody_is_credited_for_follow_each_other() {
    let here = (0..20).map(|n| unnamed(n, 0.6, 0.1));
    let elsewhere = (20..60).map(|n| track(n, n, -0.8, -0.8));
    let pool = Pool::new(here.chain(elsewhere));
    let ranked = rank(&pool, &request(&[Affect::new(0.6, 0.1); 10]));
    let near = ranked.iter().filter(|r| r.index < 20).count();
    assert!(near >= 8, "{near} of {}", ranked.len());
}

#[test]
fn one_artist_is_better_than_silence() {
    let pool = grid(1);
    let ranked = rank(&pool, &request(&[Affect::NEUTRAL; 15]));
    assert_eq!(ranked.len(), 15);
    assert_eq!(ranked.iter().map(|r| r.index).collect::<HashSet<_>>().len(), 15);
}

#[test]
fn the_same_seed_gives_the_same_queue_and_another_another() {
    let pool = grid(40);
    let path = [Affect::new(0.3, 0.3); 12];
    let first = rank(&pool, &request(&path));
    assert_eq!(first, rank(&pool, &request(&path)));
    let other = rank(&pool, &Request { seed: 8, ..request(&path) });
    assert_ne!(ids(&pool, &first), ids(&pool, &other));
}

#[test]
fn what_the_listener_said_counts() {
    let mut pool = grid(40);
    let path = [Affect::new(0.3, 0.3); 5];
    let before = rank(&pool, &request(&path));
    let say = |pool: &mut Pool, index: u32, kind| {
        let id = pool.track(index).id;
        pool.learn(&Feedback::new(id, kind, Timestamp(0)));
    };
    say(&mut pool, before[0].index, FeedbackKind::Never);
    say(&mut pool, before[1].index, FeedbackKind::Skipped);
    let after = rank(&pool, &request(&path));
    assert!(after.iter().all(|r| r.index != before[0].index && r.index != before[1].index));
    let hours = Timestamp(1_000 * 3_600 * 24 * 30);
    let later = rank(&pool, &Request { now: hours, ..request(&path) });
    assert!(later.iter().all(|r| r.index != before[0].index), "never means never");
}

#[test]
fn what_was_just_on_does_not_come_again() {
    let pool = grid(40);
    let path = [Affect::new(0.3, 0.3); 5];
    let first = rank(&pool, &request(&path));
    let before: Vec<u32> = first.iter().map(|r| r.index).collect();
    let second = rank(&pool, &Request { before: &before, ..request(&path) });
    let artist = |i: u32| pool.rows()[i as usize].artist;
    assert!(second.iter().all(|r| before.iter().all(|b| artist(*b) != artist(r.index))));
}

#[test]
fn an_empty_pool_gives_an_empty_queue() {
    assert!(rank(&Pool::default(), &request(&[Affect::NEUTRAL; 3])).is_empty());
}

#[test]
fn another_place_in_the_history_gives_another_order() {
    let pool = grid(40);
    let path = [Affect::new(0.3, 0.3); 12];
    let orders: HashSet<_> =
        (0..50).map(|n| ids(&pool, &rank(&pool, &Request { slot: n * 12, ..request(&path) }))).collect();
    assert_eq!(orders.len(), 50);
}

#[test]
fn going_on_by_one_keeps_the_rest_of_the_queue() {
    let pool = grid(40);
    let path = [Affect::new(0.3, 0.3); 12];
    let all = rank(&pool, &request(&path));
    let rest = rank(&pool, &Request { slot: 1, before: &[all[0].index], ..request(&path[1..]) });
    assert_eq!(ids(&pool, &all)[1..], ids(&pool, &rest));
}

#[test]
fn the_named_reason_really_raised_the_rank() {
    let mut pool = grid(40);
    for (n, kind) in [(5, FeedbackKind::Liked), (30, FeedbackKind::Finished), (31, FeedbackKind::Skipped)] {
        let id = TrackId(format!("t{n}"));
        pool.learn(&Feedback::new(id, kind, Timestamp(0)));
    }
    let path = Policy::Lift.path(Affect::new(-0.5, 0.0), Affect::new(-0.5, 0.0), Affect::NEUTRAL, 15);
    let now = Timestamp(1_000 * 3_600 * 24 * 30);
    let request = Request { now, ..request(&path) };
    let filler = Filler::new(&pool, &request);
    for chosen in rank(&pool, &request) {
        let aim = filler.aim(chosen.target);
        let aimed_at = AimedAt {
            policy: Policy::Lift,
            mood: AffectEstimate::with_sd(Affect::new(-0.5, 0.0), 0.2),
            goal: Affect::new(0.6, 0.0),
            target: chosen.target,
            nearest: chosen.nearest,
        };
        let occasion = Occasion { moment: request.moment, aimed_at, before: None };
        let named = reasons(&pool, chosen.index, &chosen.terms, &occasion)[0].term.unwrap();
        let total = |i: usize| filler.scorer.terms(i as u32, &pool.rows()[i], &aim).total();
        let others: Vec<f32> = (0..400).filter(|i| *i != chosen.index as usize).map(total).collect();
        let place = |score: f32| others.iter().filter(|o| **o > score).count();
        let without = chosen.terms.with(named, 0.0).total();
        assert!(place(without) > place(chosen.terms.total()), "{named:?} of {:?}", chosen.terms);
    }
}

#[test]
fn the_terms_add_up_to_the_score_that_decided() {
    let mut pool = grid(12);
    pool.learn(&Feedback::new(TrackId("t7".into()), FeedbackKind::Liked, Timestamp(0)));
    let path = [Affect::new(0.3, 0.3)];
    let request = request(&path);
    let filler = Filler::new(&pool, &request);
    let aim = filler.aim(path[0]);
    for (i, score) in filler.scores(&aim) {
        let total = filler.scorer.terms(i, &pool.rows()[i as usize], &aim).total();
        assert!((score - total).abs() < 1e-5, "{score} {total}");
    }
}

#[test]
fn no_jump_is_larger_than_asked_for_where_others_are_left() {
    let tracks = (0..600).map(|n| {
        let mut t = Track::clone(&track(n, n, 0.0, 0.3 * (n % 5) as f64 - 0.6));
        t.affect.estimate.sd_arousal = 0.6;
        t.tempo = Some(if n % 2 == 0 { 90.0 } else { 125.0 });
        t.year = Some(if n % 3 == 0 { 1950 } else { 2015 });
        Arc::new(t)
    });
    let pool = Pool::new(tracks);
    let jumps = |surprise| {
        let path = [Affect::NEUTRAL; 60];
        let queue = rank(&pool, &Request { surprise, mood_sd: (0.6, 0.6), ..request(&path) });
        let facts = |i: usize| pool.rows()[queue[i].index as usize].facts;
        (1..60)
            .filter(|i| facts(*i).tempo != facts(i - 1).tempo || facts(*i).year != facts(i - 1).year)
            .count()
    };
    assert!(jumps(0.0) < 8, "{}", jumps(0.0));
    assert!(jumps(1.0) > jumps(0.0));
}

#[test]
fn surprise_brings_what_was_not_heard() {
    let mut pool = grid(40);
    let path = [Affect::new(0.3, 0.3); 20];
    for n in 0..200 {
        pool.learn(&Feedback::new(TrackId(format!("t{}", n * 2)), FeedbackKind::Finished, Timestamp(0)));
    }
    let now = Timestamp(1_000 * 3_600 * 24 * 30);
    let novel = |surprise| {
        let queue = rank(&pool, &Request { now, surprise, ..request(&path) });
        queue.iter().filter(|r| pool.rows()[r.index as usize].is_novel()).count()
    };
    assert!(novel(1.0) > novel(0.0), "{} {}", novel(1.0), novel(0.0));
}

#[test]
fn odds_are_those_of_the_first_place() {
    let pool = grid(40);
    let path = [Affect::new(0.3, 0.3)];
    let request = request(&path);
    let odds = odds(&pool, &request);
    let first = rank(&pool, &request)[0];
    let said = odds.iter().find(|(i, _)| *i == first.index).unwrap().1;
    assert!((said - first.propensity).abs() < 1e-6);
    assert!((odds.iter().map(|o| o.1).sum::<f32>() - 1.0).abs() < 1e-4);
}

proptest! {
    #[test]
    fn a_nearer_track_fits_better(v in -1.0..1.0f64, a in -1.0..1.0f64, d in 0.05..0.9f64) {
        let near = track(0, 0, v, a);
        let far = track(1, 1, if v > 0.0 { v - d } else { v + d }, a);
        let pool = Pool::new([near, far]);
        let aim = Aim::new(&AffectEstimate::with_sd(Affect::new(v, a), 0.2));
        let fit = |i: usize| crate::rank::fit::fit(&pool.rows()[i], &aim).near;
        prop_assert!(fit(0) > fit(1));
    }
}

/// A piece of one of four palettes.
fn piece(n: usize) -> Arc<Track> {
    let id = TrackId(format!("{}1:{n}:0:0", TrackId::SOUNDSCAPE));
    Arc::new(Track { id, ..track(n, 1_000 + n % 4, 0.3, 0.3).as_ref().clone() })
}

fn pieces_in(pool: &Pool, ranked: &[Ranked]) -> usize {
    ranked.iter().filter(|r| pool.rows()[r.index as usize].soundscape).count()
}

#[test]
fn the_share_of_soundscapes_is_the_one_asked_for_whatever_else_is_near() {
    let pool = Pool::new((0..60).map(|n| track(n, n, 0.3, 0.3)).chain((0..60).map(piece)));
    let path = [Affect::new(0.3, 0.3); 20];
    for (share, wanted) in [(0.0, 0), (0.25, 5), (0.5, 10), (1.0, 20)] {
        for slot in [0, 3, 1_000] {
            let request = Request { soundscapes: share, slot, ..request(&path) };
            let ranked = rank(&pool, &request);
            assert_eq!((ranked.len(), pieces_in(&pool, &ranked)), (20, wanted), "{share} from {slot}");
        }
    }
    let next = Request { soundscapes: 0.25, slot: 1, ..request(&path) };
    let first = Request { soundscapes: 0.25, ..request(&path) };
    let kinds = |r: &Request<'_>| -> Vec<bool> {
        rank(&pool, r).iter().map(|r| pool.rows()[r.index as usize].soundscape).collect()
    };
    assert_eq!(kinds(&first)[1..], kinds(&next)[..19], "a place keeps its kind when the queue goes on");
}

#[test]
fn either_kind_stands_in_when_the_other_has_nothing_left() {
    let pool = Pool::new((0..3).map(|n| track(n, n, 0.3, 0.3)).chain((0..30).map(piece)));
    let path = [Affect::new(0.3, 0.3); 10];
    let ranked = rank(&pool, &Request { soundscapes: 0.0, ..request(&path) });
    assert_eq!((ranked.len(), pieces_in(&pool, &ranked)), (10, 7), "my music ends, and soundscapes go on");
    let few = Pool::new((0..30).map(|n| track(n, n, 0.3, 0.3)).chain((0..2).map(piece)));
    let ranked = rank(&few, &Request { soundscapes: 1.0, ..request(&path) });
    assert_eq!((ranked.len(), pieces_in(&few, &ranked)), (10, 2));
}

#[test]
fn no_palette_follows_itself_but_few_are_enough() {
    let pool = Pool::new((0..80).map(piece));
    let ranked = rank(&pool, &request(&[Affect::new(0.3, 0.3); 20]));
    assert_eq!(ranked.len(), 20);
    let palette = |r: &Ranked| pool.rows()[r.index as usize].artist;
    assert!(ranked.windows(2).all(|two| palette(&two[0]) != palette(&two[1])));
}
