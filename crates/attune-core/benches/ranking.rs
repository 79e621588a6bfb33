//! How long ranking takes and how it grows: `cargo bench -p attune-core`.
//!
//! A plain harness: each figure is the median of repeated whole calls on one thread.

use attune_core::rank::{Pool, Request, rank};
use attune_core::taste::Moment;
use attune_core::track::AffectSource;
use attune_core::{
    Affect, AffectEstimate, Circumstances, Expression, ExpressionScores, Feedback, FeedbackKind, MoodTracker,
    Policy, Sighting, Timestamp, Track, TrackAffect, TrackId,
};
use std::hint::black_box;
use std::sync::Arc;
use std::time::Instant;

fn main() {
    println!(
        "ranking a queue of 21 along a path of six steps, one thread, median; a listener with 300 plays"
    );
    println!("{:>10}  {:>10}  {:>12}  {:>13}", "tracks", "ms", "ns a track", "bytes a track");
    for size in [1_000, 10_000, 50_000, 100_000, 1_000_000] {
        let mut pool = pool(size);
        listen(&mut pool, 300);
        let repeats = (2_000_000 / size).clamp(5, 200);
        let ms = median(repeats, || queue(&pool));
        let bytes = pool.bytes() as f64 / size as f64;
        println!("{size:>10}  {ms:>10.3}  {:>12.1}  {bytes:>13.1}", ms * 1e6 / size as f64);
    }
    let mut pool = pool(50_000);
    println!("one play taken by taste: {:.1} µs", median(50, || listen(&mut pool, 100)) * 1e3 / 100.0);
    println!("one look taken by the mood tracker: {:.0} ns", median(50, looks) * 1e6 / 1_000.0);
}

/// Plays with what taste learns from them, all over the pool.
fn listen(pool: &mut Pool, plays: usize) {
    for n in 0..plays {
        let track = pool.track((n * 7_919 % pool.tracks().len()) as u32).id.clone();
        let kind = if n % 3 == 0 { FeedbackKind::Skipped } else { FeedbackKind::Finished };
        let circumstances = Circumstances {
            target: AffectEstimate::with_sd(Affect::NEUTRAL, 0.2),
            policy: Policy::Energise,
            hour: (n % 24) as u8,
            heard: Some(0.1),
            propensity: Some(0.5),
        };
        let said = Feedback::new(track, kind, Timestamp(0));
        pool.learn(&Feedback { circumstances: Some(circumstances), ..said });
    }
}

fn queue(pool: &Pool) {
    let from = Affect::new(-0.8, -0.7);
    let path = Policy::Energise.path(from, from, from, 21);
    let moment = Moment { policy: Policy::Energise, hour: 20 };
    let request = Request { seed: 1, moment, ..Request::new(&path, Timestamp(0)) };
    black_box(rank(pool, &request));
}

/// A thousand looks.
fn looks() {
    let face = Sighting::Face(ExpressionScores::certain(Expression::Happiness));
    let mut tracker = MoodTracker::default();
    for i in 0..1_000 {
        tracker.see(&face, Timestamp(i * 200));
    }
    black_box(tracker.mood(Timestamp(200_000)));
}

fn median(repeats: usize, mut body: impl FnMut()) -> f64 {
    let mut times: Vec<f64> = (0..repeats)
        .map(|_| {
            let start = Instant::now();
            body();
            start.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

/// Tracks spread over the plane by a low-discrepancy sequence, seven to an artist.
fn pool(size: usize) -> Pool {
    Pool::new((0..size).map(|n| {
        let axis = |step: f64| (n as f64 * step).fract() * 2.0 - 1.0;
        let estimate = AffectEstimate::with_sd(Affect::new(axis(0.754_877_666), axis(0.569_840_291)), 0.25);
        Arc::new(Track {
            year: i16::try_from(1950 + n % 75).ok(),
            genre: Some(["rock", "hip-hop", "folk rock", "jazz", "techno"][n % 5].into()),
            language: Some(["en", "es", "zxx"][n % 3].into()),
            popularity: Some((n % 101) as u8),
            tempo: Some(60.0 + (n % 120) as f32),
            affect: TrackAffect { estimate, sources: vec![AffectSource::Features] },
            ..Track::new(TrackId(format!("t{n}")), "", format!("artist {}", n / 7))
        })
    }))
}
