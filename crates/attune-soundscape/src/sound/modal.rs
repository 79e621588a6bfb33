//! Struck bodies: a sum of partials that die away, each a rotating pointer.

use super::patch::Struck;
use super::{RATE, fall};
use std::f32::consts::TAU;

/// Partials of one voice.
const MOST: usize = 12;
/// Partials above this are left out, in Hz.
const CEILING: f32 = 15_000.0;
/// Partials below this are dropped.
const FAINT: f32 = 1e-9;

/// A struck body that rings.
#[derive(Debug, Clone)]
pub(super) struct Modal {
    real: [f32; MOST],
    imaginary: [f32; MOST],
    turn_real: [f32; MOST],
    turn_imaginary: [f32; MOST],
    rise: f32,
    rise_step: f32,
    held: f32,
    release: f32,
}

impl Modal {
    /// A body struck at `hz`; `force` and `brightness` lie in [0, 1].
    pub(super) fn new(patch: &Struck, hz: f32, force: f32, brightness: f32) -> Self {
        let mut modal = Self {
            real: [0.0; MOST],
            imaginary: [0.0; MOST],
            turn_real: [0.0; MOST],
            turn_imaginary: [0.0; MOST],
            rise: 0.0,
            rise_step: 1.0 / (patch.attack * (1.6 - brightness) * RATE).max(1.0),
            held: 1.0,
            release: fall(patch.release),
        };
        let softness = patch.softness * (1.9 - 0.9 * force - brightness).max(0.1);
        let ring = patch.ring * (220.0 / hz).sqrt().clamp(0.35, 1.8);
        let mut place = 0;
        for &(ratio, strength, share) in patch.partials {
            let strength = strength * ratio.powf(-softness);
            modal.partial(&mut place, hz * ratio, strength, ring * share);
        }
        if patch.beating > 0.0 {
            for &(ratio, strength, share) in patch.partials.iter().take(3) {
                let strength = 0.5 * strength * ratio.powf(-softness);
                modal.partial(
                    &mut place,
                    hz * ratio + patch.beating * ratio.sqrt(),
                    strength,
                    ring * share * 1.3,
                );
            }
        }
        modal
    }

    fn partial(&mut self, place: &mut usize, hz: f32, strength: f32, ring: f32) {
        if *place >= MOST || hz > CEILING {
            return;
        }
        let (angle, factor) = (TAU * hz / RATE, fall(ring));
        self.real[*place] = strength;
        self.turn_real[*place] = angle.cos() * factor;
        self.turn_imaginary[*place] = angle.sin() * factor;
        *place += 1;
    }

    /// Ends partials that nobody hears: numbers close to 0 would slow the processor down.
    fn drop_faint(&mut self) {
        for (real, imaginary) in self.real.iter_mut().zip(&mut self.imaginary) {
            if real.abs() + imaginary.abs() < FAINT {
                (*real, *imaginary) = (0.0, 0.0);
            }
        }
    }

    /// The next samples.
    pub(super) fn render(&mut self, held: bool, out: &mut [f32]) {
        self.drop_faint();
        let release = if held { 1.0 } else { self.release };
        for sample in out {
            let mut sum = 0.0;
            for i in 0..MOST {
                let real = self.real[i] * self.turn_real[i] - self.imaginary[i] * self.turn_imaginary[i];
                let imaginary = self.real[i] * self.turn_imaginary[i] + self.imaginary[i] * self.turn_real[i];
                self.real[i] = real;
                self.imaginary[i] = imaginary;
                sum += imaginary;
            }
            self.rise = (self.rise + self.rise_step).min(1.0);
            self.held *= release;
            *sample = 0.4 * sum * self.rise * self.held;
        }
    }
}
