//! Faults of pictures, made on purpose. Lengths are in 48ths of the picture, which is one face.

use attune_core::Frame;
use std::fmt;

/// One fault.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Fault {
    None,
    /// A Gaussian of that standard deviation.
    Blur(f32),
    /// A mean along the rows over that length.
    Smear(f32),
    /// Reduced to a face of that many pixels.
    Small(u32),
    /// Light reduced to that share, read with noise of that many levels.
    Dark(f32, f32),
    /// Light increased by that factor, cut at white.
    Bright(f32),
    /// Contrast reduced to that share around the middle grey, with noise of half a level.
    Faint(f32),
    /// A flat grey thing over left, top, right, bottom.
    Cover(&'static str, [f32; 4]),
    /// Upside down.
    Upturned,
}

/// The faults that are measured, each worse than the one before it.
pub(super) const FAULTS: [Fault; 24] = [
    Fault::None,
    Fault::Blur(1.0),
    Fault::Blur(1.5),
    Fault::Blur(2.0),
    Fault::Blur(3.0),
    Fault::Smear(5.0),
    Fault::Smear(9.0),
    Fault::Smear(13.0),
    Fault::Small(40),
    Fault::Small(32),
    Fault::Small(24),
    Fault::Small(16),
    Fault::Dark(0.15, 2.0),
    Fault::Dark(0.08, 2.0),
    Fault::Dark(0.04, 2.0),
    Fault::Dark(0.02, 0.5),
    Fault::Bright(2.0),
    Fault::Bright(3.0),
    Fault::Bright(5.0),
    Fault::Faint(0.03),
    Fault::Cover("the mouth", [10.0, 28.0, 38.0, 48.0]),
    Fault::Cover("the eyes", [4.0, 10.0, 44.0, 24.0]),
    Fault::Cover("the left half", [0.0, 0.0, 24.0, 48.0]),
    Fault::Upturned,
];

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::None => write!(f, "as they are"),
            Self::Blur(sigma) => write!(f, "blurred by {sigma}/48"),
            Self::Smear(length) => write!(f, "smeared over {length}/48"),
            Self::Small(side) => write!(f, "{side} pixels wide"),
            Self::Dark(share, noise) => write!(f, "light x {share}, noise {noise}"),
            Self::Bright(factor) => write!(f, "light x {factor}"),
            Self::Faint(share) => write!(f, "contrast x {share}"),
            Self::Cover(what, _) => write!(f, "{what} covered"),
            Self::Upturned => write!(f, "upside down"),
        }
    }
}

impl Fault {
    /// A grey copy of a picture with the fault.
    pub(super) fn spoil(self, frame: &Frame) -> Frame {
        let picture = Grey::of(frame);
        let unit = picture.width as f32 / 48.0;
        let spoiled = match self {
            Self::None => picture,
            Self::Blur(sigma) => {
                let reach = (3.0 * sigma * unit).ceil() as i64;
                let weight = |k: i64| (-0.5 * (k as f32 / (sigma * unit)).powi(2)).exp();
                picture.mixed(reach, weight).turned().mixed(reach, weight).turned()
            }
            Self::Smear(length) => picture.mixed((length * unit / 2.0) as i64, |_| 1.0),
            Self::Small(side) => picture.reduced(side as usize),
            Self::Dark(share, noise) => picture.each(|v, n| v * share + noise * n),
            Self::Bright(factor) => picture.each(|v, _| v * factor),
            Self::Faint(share) => picture.each(|v, n| 110.0 + (v - 110.0) * share + 0.5 * n),
            Self::Cover(_, edges) => picture.covered(edges.map(|e| (e * unit) as usize)),
            Self::Upturned => {
                Grey { levels: picture.levels.iter().rev().copied().collect(), width: picture.width }
            }
        };
        spoiled.frame(frame)
    }
}

/// Grey levels, row by row.
struct Grey {
    levels: Vec<f32>,
    width: usize,
}

impl Grey {
    fn of(frame: &Frame) -> Self {
        let levels = frame
            .rgb()
            .chunks_exact(3)
            .map(|p| 0.299 * f32::from(p[0]) + 0.587 * f32::from(p[1]) + 0.114 * f32::from(p[2]));
        Self { levels: levels.collect(), width: frame.width() as usize }
    }

    /// Whole levels, as a camera gives them.
    fn frame(&self, like: &Frame) -> Frame {
        let bytes = self.levels.iter().flat_map(|v| [v.round().clamp(0.0, 255.0) as u8; 3]).collect();
        let height = self.levels.len() / self.width;
        let frame = Frame::new(self.width as u32, height as u32, bytes, like.at());
        frame.unwrap_or_else(|_| like.clone())
    }

    /// Each level and a number that looks drawn from a standard normal distribution, the same in every run.
    fn each(&self, level: impl Fn(f32, f32) -> f32) -> Self {
        let levels = self.levels.iter().enumerate().map(|(i, v)| level(*v, normal(i as u32))).collect();
        Self { levels, width: self.width }
    }

    /// A weighted mean along the rows; what lies outside repeats the edge.
    fn mixed(&self, reach: i64, weight: impl Fn(i64) -> f32) -> Self {
        let sum: f32 = (-reach..=reach).map(&weight).sum();
        let last = i64::try_from(self.width).unwrap_or(i64::MAX) - 1;
        let rows = self.levels.chunks_exact(self.width).flat_map(|row| {
            let weight = &weight;
            (0..=last).map(move |x| {
                let taps = (-reach..=reach).map(|k| weight(k) * row[(x + k).clamp(0, last) as usize]);
                taps.sum::<f32>() / sum
            })
        });
        Self { levels: rows.collect(), width: self.width }
    }

    /// Rows become columns.
    fn turned(&self) -> Self {
        let height = self.levels.len() / self.width;
        let levels = (0..self.levels.len()).map(|i| self.levels[i % height * self.width + i / height]);
        Self { levels: levels.collect(), width: height }
    }

    /// A square of so many pixels, each the mean of what it covers.
    fn reduced(&self, side: usize) -> Self {
        let height = self.levels.len() / self.width;
        let cell = |i: usize, length: usize| i * length / side..((i + 1) * length).div_ceil(side).min(length);
        let levels = (0..side * side).map(|i| {
            let (columns, rows) = (cell(i % side, self.width), cell(i / side, height));
            let count = (columns.len() * rows.len()) as f32;
            let row = |y: usize| self.levels[y * self.width..][columns.clone()].iter().sum::<f32>();
            rows.map(row).sum::<f32>() / count
        });
        Self { levels: levels.collect(), width: side }
    }

    fn covered(mut self, [left, top, right, bottom]: [usize; 4]) -> Self {
        for row in self.levels.chunks_exact_mut(self.width).take(bottom).skip(top) {
            let right = right.min(row.len());
            row[left..right].fill(120.0);
        }
        self
    }
}

/// The sum of four numbers from a hash, scaled to a standard deviation of one.
fn normal(i: u32) -> f32 {
    let mut mixed = i.wrapping_mul(0x9E37_79B1) ^ 0x5bd1_e995;
    let sum: f32 = (0..4)
        .map(|_| {
            mixed = (mixed ^ (mixed >> 15)).wrapping_mul(0x2C1B_3C6D);
            mixed ^= mixed >> 12;
            (mixed >> 8) as f32 / (1 << 24) as f32 - 0.5
        })
        .sum();
    sum * 3.0_f32.sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;
    use attune_core::Timestamp;

    fn ramp() -> Frame {
        let rgb = (0..48 * 48).flat_map(|i| [(i % 48 * 5) as u8; 3]).collect();
        Frame::new(48, 48, rgb, Timestamp(0)).unwrap()
    }

    fn level(frame: &Frame, x: usize, y: usize) -> u8 {
        frame.rgb()[(y * frame.width() as usize + x) * 3]
    }

    #[test]
    fn faults_do_what_they_say() {
        let spoiled = |fault: Fault| fault.spoil(&ramp());
        assert_eq!(spoiled(Fault::None), ramp());
        assert_eq!(level(&spoiled(Fault::Bright(2.0)), 20, 3), 200);
        assert_eq!(level(&spoiled(Fault::Bright(2.0)), 40, 3), 255);
        assert_eq!(level(&spoiled(Fault::Upturned), 0, 0), 235);
        let small = spoiled(Fault::Small(16));
        assert_eq!((small.width(), small.height(), level(&small, 2, 9)), (16, 16, 35));
        // A ramp stays one in the middle, however blurred, and a line smears.
        assert_eq!(level(&spoiled(Fault::Blur(2.0)), 24, 24), 120);
        assert_eq!(level(&spoiled(Fault::Smear(9.0)), 24, 24), 120);
        let covered = spoiled(Fault::Cover("half", [0.0, 0.0, 24.0, 48.0]));
        assert_eq!((level(&covered, 3, 40), level(&covered, 24, 40)), (120, 120));
        assert_eq!(level(&covered, 30, 40), 150);
    }

    #[test]
    fn blur_goes_both_ways() {
        let mut rgb = vec![0; 48 * 48 * 3];
        rgb[(24 * 48 + 24) * 3..][..3].fill(255);
        let dot = Frame::new(48, 48, rgb, Timestamp(0)).unwrap();
        let blurred = Fault::Blur(1.0).spoil(&dot);
        assert_eq!(level(&blurred, 25, 24), level(&blurred, 24, 25));
        assert!(level(&blurred, 25, 24) > 10);
        assert_eq!(level(&Fault::Smear(5.0).spoil(&dot), 24, 25), 0);
    }

    #[test]
    fn noise_has_the_spread_it_should() {
        let values: Vec<f32> = (0..10_000).map(normal).collect();
        let mean = values.iter().sum::<f32>() / 1e4;
        let spread = (values.iter().map(|v| (v - mean).powi(2)).sum::<f32>() / 1e4).sqrt();
        assert!(mean.abs() < 0.05 && (spread - 1.0).abs() < 0.05, "{mean} {spread}");
    }
}
