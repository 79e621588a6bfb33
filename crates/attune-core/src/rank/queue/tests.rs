use super::*;
use crate::{AffectEstimate, Feedback, FeedbackKind, Track, TrackAffect, TrackId, track::AffectSource};
use proptest::prelude::*;
use std::collections::HashSet;
use std::sync::Arc;

fn track(n: usize, artist: usize, v: f64, a: f64) -> Arc<Track> {
    let estimate = AffectEstimate::with_sd(Affect::new(v, a), 0.2);
    Arc::new(Track {
        id: TrackId(format!("t{n}")),
        title: format!("Song {n}"),
        artist: format!("Artist {artist}"),
        album: None,
        year: None,
        genre: None,
        language: None,
        mood_word: None,
        popularity: None,
        duration_ms: None,
        tempo: None,
        affect: TrackAffect { estimate, sources: vec![AffectSource::Curated] },
    })
}

fn grid(artists: usize) -> Pool {
    Pool::new((0..400).map(|n| {
        let (i, j) = (n % 20, n / 20);
        track(n, n % artists, f64::from(i as u32) / 9.5 - 1.0, f64::from(j as u32) / 9.5 - 1.0)
    }))
}

fn request(path: &[Affect]) -> Request<'_> {
    Request { path, mood_sd: (0.2, 0.2), now: Timestamp(0), seed: 7, before: &[] }
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
        let id = pool.track(index).id.clone();
        pool.learn(&Feedback { track: id, kind, at: Timestamp(0) });
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

proptest! {
    #[test]
    fn a_nearer_track_fits_better(v in -1.0..1.0f64, a in -1.0..1.0f64, d in 0.05..0.9f64) {
        let near = track(0, 0, v, a);
        let far = track(1, 1, if v > 0.0 { v - d } else { v + d }, a);
        let pool = Pool::new([near, far]);
        let fit = |i: u32| super::super::score(&pool.rows()[i as usize], i, Affect::new(v, a), (0.2, 0.2), Timestamp(0), 1).fit;
        prop_assert!(fit(0) > fit(1));
    }
}
