//! A drawn face whose skin colour pulses, before a made-up camera: noise of the sensor, a head that moves by 2 % of
//! its width, light that drifts, a box that trembles.

mod common;

use attune_core::ports::PulseMeter;
use attune_core::{FaceBox, Frame, MeasuredPulse, SenseGap, Timestamp};
use attune_pulse::colour::LiveMeter;
use common::{BEAT, Noise};
use std::f64::consts::PI;

const WIDTH: u32 = 160;
const HEIGHT: u32 = 120;

/// A clip of a face.
#[derive(Clone, Copy)]
struct Scene {
    skin: [f64; 3],
    bpm: f64,
    /// Half the relative change of colour with a beat.
    depth: f64,
    fps: f64,
    /// The sensor's noise: the largest deviation of a pixel, in levels.
    grain: f64,
    /// The face's width in pixels.
    size: f64,
    /// How far it nods with each beat of 72 a minute, in shares of its width.
    nod: f64,
    seed: u32,
}

const HOME: Scene = Scene {
    skin: [172.0, 126.0, 104.0],
    bpm: 72.0,
    depth: 0.008,
    fps: 30.0,
    grain: 4.0,
    size: 70.0,
    nod: 0.0,
    seed: 1,
};

impl Scene {
    /// Where the face is: it sways slowly by 2 % of its width.
    fn place(&self, time: f64) -> (f64, f64) {
        let sway = 0.02 * self.size;
        let nod = self.nod * self.size * (2.0 * PI * 1.2 * time).sin();
        (
            80.0 + sway * (2.0 * PI * 0.31 * time).sin(),
            60.0 + sway * (2.0 * PI * 0.23 * time + 1.0).sin() + nod,
        )
    }

    /// The colour at a point of the face, in shares of its half width and half height from its middle; none beside it.
    fn colour(&self, x: f64, y: f64, beat: f64) -> [f64; 3] {
        if x * x + y * y > 1.0 {
            return [70.0, 90.0, 110.0];
        }
        if y < -0.75 {
            return [50.0, 40.0, 35.0];
        }
        let is_eye = (x.abs() - 0.38).powi(2) + 4.0 * (y + 0.2).powi(2) < 0.02;
        let is_mouth = x.abs() < 0.3 && (y - 0.55).abs() < 0.06;
        let shade = 1.0 - 0.25 * x;
        match (is_eye, is_mouth) {
            (true, _) => [60.0, 50.0, 50.0],
            (_, true) => [150.0, 80.0, 80.0],
            _ => [0, 1, 2].map(|c| self.skin[c] * shade * (1.0 + beat * BEAT[c])),
        }
    }

    fn frame(&self, time: f64, noise: &mut Noise) -> Frame {
        let beat = self.depth * (2.0 * PI * self.bpm / 60.0 * time).sin();
        let light = 1.0 + 0.1 * (2.0 * PI * 0.03 * time).sin();
        let (cx, cy) = self.place(time);
        let half = (self.size / 2.0, self.size * 0.65);
        let mut rgb = Vec::with_capacity((WIDTH * HEIGHT * 3) as usize);
        for y in 0..HEIGHT {
            for x in 0..WIDTH {
                let (x, y) = ((f64::from(x) + 0.5 - cx) / half.0, (f64::from(y) + 0.5 - cy) / half.1);
                let colour = self.colour(x, y, beat);
                rgb.extend(
                    colour.map(|c| (c * light + self.grain * noise.next().unwrap_or_default()).round() as u8),
                );
            }
        }
        Frame::new(WIDTH, HEIGHT, rgb, Timestamp((time * 1e3) as i64)).expect("a frame")
    }

    /// The box that a detector finds: nearly the face's.
    fn found(&self, time: f64, noise: &mut Noise) -> FaceBox {
        // It follows by a tenth of a second late.
        let (x, y) = self.place(time - 0.1);
        let mut tremble = || 0.005 * self.size * noise.next().unwrap_or_default();
        let (w, h) = (self.size, self.size * 1.3);
        let (x, y) = (x - w / 2.0 + tremble(), y - h / 2.0 + tremble());
        FaceBox { x: x as f32, y: y as f32, w: w as f32, h: h as f32, score: 1.0 }
    }

    /// What is said at the end of 30 seconds, and whether a rate was ever.
    fn watched(&self) -> (Result<MeasuredPulse, SenseGap>, bool) {
        let (mut meter, mut noise, mut tremble) =
            (LiveMeter::default(), Noise::new(self.seed), Noise::new(self.seed + 99));
        let mut ever = false;
        let mut said = Err(SenseGap::NoFace);
        for i in 0..=(30.0 * self.fps) as u32 {
            let time = f64::from(i) / self.fps;
            let frame = self.frame(time, &mut noise);
            said = meter.look(&frame, Some(&self.found(time, &mut tremble)));
            ever |= said.is_ok();
        }
        (said, ever)
    }
}

#[test]
fn a_face_that_pulses_is_measured_within_the_floor() {
    let skins = [[172.0, 126.0, 104.0], [205.0, 165.0, 145.0], [95.0, 62.0, 48.0]];
    let cases = [(54.0, 30.0), (66.0, 30.0), (72.0, 15.0), (84.0, 30.0), (104.0, 30.0), (132.0, 30.0)];
    let mut errors = Vec::new();
    for (i, (bpm, fps)) in cases.into_iter().enumerate() {
        let scene = Scene { bpm, fps, skin: skins[i % 3], seed: i as u32 + 5, ..HOME };
        let reading = scene.watched().0.unwrap_or_else(|missing| panic!("{bpm} at {fps}: {missing:?}"));
        let error = (reading.rate.per_minute - bpm).abs();
        println!("{bpm} at {fps}: {reading:?}");
        assert!(error < 1.3, "{bpm} at {fps}: {reading:?}");
        errors.push(error);
    }
    println!("{:.2} beats a minute off", errors.iter().sum::<f64>() / errors.len() as f64);
}

#[test]
fn a_face_without_a_pulse_has_none() {
    for seed in 0..6 {
        assert!(!Scene { depth: 0.0, seed: 40 + seed, ..HOME }.watched().1, "{seed}");
    }
}

#[test]
fn a_face_far_away_is_said_to_be() {
    let far = Scene { size: 18.0, grain: 12.0, ..HOME };
    assert_eq!(far.watched().0, Err(SenseGap::TooFar));
}

/// A detector that frames a still face differently every so many looks beats in a rhythm of its own.
#[test]
fn a_detector_that_trembles_in_a_rhythm_is_no_pulse() {
    let scene = Scene { depth: 0.0, grain: 0.0, ..HOME };
    for every in [11, 25, 33] {
        let mut meter = LiveMeter::default();
        let still = scene.frame(0.0, &mut Noise::new(1));
        for i in 0..900 {
            let at = Timestamp((f64::from(i) / 30.0 * 1e3) as i64);
            let frame = Frame::new(WIDTH, HEIGHT, still.rgb().to_vec(), at).expect("a frame");
            let aside = if i % every == 0 { 2.0 } else { 2.0 * 0.65_f32.powi(i % every) };
            let (w, h) = (scene.size as f32, scene.size as f32 * 1.3);
            let found = FaceBox { x: 80.0 - w / 2.0 + aside, y: 60.0 - h / 2.0 + aside, w, h, score: 1.0 };
            let said = meter.look(&frame, Some(&found));
            assert!(said.is_err(), "every {every} looks: {said:?}");
        }
    }
}

/// Movement in the rhythm of a heart is the hardest to tell from one.
#[test]
fn a_face_that_nods_without_a_pulse_has_none() {
    for (i, nod) in [0.01, 0.02, 0.04, 0.08].into_iter().enumerate() {
        let (said, ever) = Scene { depth: 0.0, nod, seed: 60 + i as u32, ..HOME }.watched();
        println!("nodding by {nod}: {said:?}, ever {ever}");
        assert!(!ever, "{nod}: {said:?}");
    }
}
