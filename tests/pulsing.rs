//! Pictures of a face whose skin pulses: the portrait of the tests, one beat long, to be played again and again.

use image::RgbImage;
use std::f64::consts::TAU;
use std::fs;
use std::path::Path;

/// Pictures of one beat: at 30 a second 72 beats a minute, at 25 a second 60.
pub(crate) const PICTURES: u32 = 25;

/// How much a pulse shows in red, green and blue, relative to each other.
const BEAT: [f64; 3] = [0.33, 0.77, 0.53];

/// Writes the pictures into a new folder. The skin's brightness changes by `depth`, relative to itself; by 0 nothing moves.
pub(crate) fn pictures(portrait: &Path, folder: &Path, depth: f64) {
    fs::create_dir(folder).unwrap();
    let portrait = image::open(portrait).unwrap().to_rgb8();
    let head = image::imageops::crop_imm(&portrait, 60, 0, 320, 240).to_image();
    for n in 0..PICTURES {
        let beat = depth * (TAU * f64::from(n) / f64::from(PICTURES)).sin();
        pulsed(&head, beat, n).save(folder.join(format!("{n:02}.png"))).unwrap();
    }
}

fn pulsed(head: &RgbImage, beat: f64, seed: u32) -> RgbImage {
    let mut picture = head.clone();
    // Rounding must fall differently from pixel to pixel, as it does behind a sensor that is noisy.
    let mut noise = seed + 1;
    for pixel in picture.pixels_mut().filter(|pixel| is_skin(pixel.0)) {
        for (value, share) in pixel.0.iter_mut().zip(BEAT) {
            noise = noise.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let dither = if beat == 0.0 { 0.5 } else { f64::from(noise) / f64::from(u32::MAX) };
            *value = (f64::from(*value) * (1.0 + beat * share) + dither).floor() as u8;
        }
    }
    picture
}

/// Whether a colour is about that of the portrait's skin.
fn is_skin([r, g, b]: [u8; 3]) -> bool {
    let [r, g, b] = [r, g, b].map(f64::from);
    r > 90.0 && r > 1.1 * g && g > b * 0.9
}
