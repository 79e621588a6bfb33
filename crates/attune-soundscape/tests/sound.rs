//! What sounds: loudness, peaks, joins, seeking, following, and that playing allocates nothing.

use attune_core::Affect;
use attune_soundscape::{Change, FRAME_RATE, Request, Source, Stream, What};
use ebur128::{EbuR128, Mode};

const NEUTRAL: Affect = Affect::NEUTRAL;

fn rest(stream: &mut Stream) -> Vec<f32> {
    let mut samples = vec![0.0; 2 * (stream.frames() - stream.position()) as usize];
    let frames = stream.read(&mut samples);
    assert_eq!(2 * frames, samples.len());
    assert_eq!(stream.read(&mut [0.0; 64]), 0);
    samples
}

fn decibels(x: f64) -> f64 {
    20.0 * x.max(1e-12).log10()
}

/// Root mean square of the difference, relative to that of the first.
fn difference(a: &[f32], b: &[f32]) -> f64 {
    let power = |x: &mut dyn Iterator<Item = f32>| x.map(|x| f64::from(x).powi(2)).sum::<f64>();
    let off = power(&mut a.iter().zip(b).map(|(a, b)| a - b));
    decibels((off / power(&mut a.iter().copied()).max(1e-12)).sqrt())
}

#[test]
fn a_neutral_piece_is_as_loud_as_levelled_music_and_every_piece_keeps_its_peaks() {
    for (seed, at, goal) in [
        (3, NEUTRAL, -18.0),
        (4, Affect::new(0.5, -1.0), -22.0),
        (5, Affect::new(0.8, 1.0), -14.0),
        (6, Affect::new(-0.9, 1.0), -14.0),
    ] {
        let samples = rest(&mut Stream::new(&Request::new(seed, at)));
        let mut meter = EbuR128::new(2, FRAME_RATE, Mode::I | Mode::TRUE_PEAK).unwrap();
        meter.add_frames_f32(&samples).unwrap();
        let (lufs, peak) =
            (meter.loudness_global().unwrap(), meter.true_peak(0).unwrap().max(meter.true_peak(1).unwrap()));
        let room = if at == NEUTRAL { 1.0 } else { 2.0 };
        assert!((lufs - goal).abs() <= room, "{lufs} LUFS at {at:?}");
        assert!(decibels(peak) <= -1.0, "{} dB at {at:?}", decibels(peak));
        let mean = samples.iter().map(|&x| f64::from(x)).sum::<f64>() / samples.len() as f64;
        assert!(mean.abs() < 1e-3, "{mean}");
        // It begins and ends at silence, so that pieces join without a step.
        let ends = samples.iter().take(16).chain(samples.iter().rev().take(16));
        assert!(ends.clone().all(|x| x.abs() < 1e-3));
        assert!(samples.iter().all(|x| x.is_finite()));
    }
}

#[test]
fn equal_requests_sound_equal_whatever_the_size_of_the_blocks() {
    let request = Request::new(11, Affect::new(0.2, 0.3));
    let (mut one, mut other) = (Stream::new(&request), Stream::new(&request));
    let mut whole = vec![0.0; 2 * 300_000];
    one.read(&mut whole);
    let mut pieces = Vec::new();
    for size in [2, 14, 128, 1_000, 9_998].into_iter().cycle() {
        let mut block = vec![0.0; size];
        other.read(&mut block);
        pieces.extend(block);
        if pieces.len() > whole.len() {
            break;
        }
    }
    assert!(whole.iter().zip(&pieces).all(|(a, b)| a.to_bits() == b.to_bits()));
}

#[test]
fn seeking_sounds_as_if_it_had_been_played() {
    for (seed, at) in [(1, NEUTRAL), (2, Affect::new(-0.6, -0.8)), (3, Affect::new(0.7, 0.9))] {
        let mut stream = Stream::new(&Request::new(seed, at));
        let whole = rest(&mut stream);
        for second in [0, 20, 61, 85] {
            let frame = second * u64::from(FRAME_RATE) + 17;
            stream.seek(frame);
            assert_eq!(stream.position(), frame);
            let mut heard = vec![0.0; 2 * 96_000];
            stream.read(&mut heard);
            let played = &whole[2 * frame as usize..][..heard.len()];
            let off = difference(played, &heard);
            assert!(off < -60.0, "{off} dB after seeking to {second} s of seed {seed}");
        }
        stream.seek(u64::MAX);
        assert_eq!((stream.position(), stream.read(&mut [0.0; 64])), (stream.frames(), 0));
    }
}

/// What was played stays as it was, and what comes leads to the target without a jump.
#[test]
fn a_piece_follows_its_target_from_the_next_phrase() {
    let request = Request::new(21, Affect::new(-0.6, -0.6));
    let (mut still, mut moved) = (Stream::new(&request), Stream::new(&request));
    assert!(moved.changes().is_empty());
    let mut block = vec![0.0; 2 * 240_000];
    moved.read(&mut block);
    let phrase = moved.phrase();
    moved.set_target(Affect::new(0.8, 0.8));
    let (old, new) = (still.score(), moved.score());
    assert_eq!(old.phrases[..=phrase], new.phrases[..=phrase]);
    for pair in new.phrases[phrase..].windows(2) {
        let (before, now) = (&pair[0], &pair[1]);
        let (a, b) = (Affect::from(before.affect), Affect::from(now.affect));
        assert!(a.axis_distance(b) <= 0.2 + 1e-9);
        assert!(now.cues.tempo >= before.cues.tempo && now.cues.tempo - before.cues.tempo < 12_000);
        assert!(now.key.distance(before.key) <= 1);
        if now.section == before.section {
            assert_eq!(now.key, before.key, "the mode changed within a section");
        }
    }
    let last = new.phrases.last().unwrap();
    assert!(last.cues.tempo > old.phrases.last().unwrap().cues.tempo + 20_000);
    let tempo = |c: &Change| matches!(c.what, What::Tempo { .. });
    let mode = |c: &Change| matches!(c.what, What::Mode { .. });
    assert!(moved.changes().iter().any(tempo) && moved.changes().iter().any(mode), "{:?}", moved.changes());
    assert!(moved.changes().iter().all(|c| c.at > moved.position()));
    // What is heard until the next phrase is the same to the last bit.
    let until = old.phrases[..=phrase].iter().map(|p| u64::from(p.frames)).sum::<u64>();
    let count = 2 * (until - moved.position()) as usize - 256;
    still.read(&mut block);
    let (mut a, mut b) = (vec![0.0; count], vec![0.0; count]);
    still.read(&mut a);
    moved.read(&mut b);
    assert!(a == b);
    assert_eq!(rest(&mut moved).len() % 2, 0);
}

#[test]
fn playing_seeking_and_following_allocate_nothing() {
    let mut stream = Stream::new(&Request::new(5, Affect::new(0.4, 0.7)));
    let mut block = [0.0; 1_024];
    stream.read(&mut block);
    let used = allocation_counter::measure(|| {
        for round in 0..2_000 {
            if round % 400 == 100 {
                stream.set_target(Affect::new(f64::from(round) / 1e3 - 1.0, 1.0 - f64::from(round) / 1e3));
            }
            stream.read(&mut block);
        }
        stream.seek(30 * u64::from(FRAME_RATE));
        stream.set_target(Affect::new(1.0, 1.0));
        stream.read(&mut block);
    });
    assert_eq!(used.count_total, 0, "{used:?}");
}

#[test]
fn a_player_can_hold_any_source() {
    let mut source: Box<dyn Source> = Box::new(Stream::new(&Request::new(9, NEUTRAL)));
    let mut odd = [9.0; 7];
    assert_eq!(source.read(&mut odd), 3);
    assert_eq!((odd[6].to_bits(), source.position()), (9.0_f32.to_bits(), 3));
}
