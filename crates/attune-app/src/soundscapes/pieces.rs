//! The pieces that are on the shelf: spread evenly over the plane, the same for every listener and at every start, so that
//! what was liked or blocked is found again.

use attune_core::{Affect, Track};
use attune_soundscape::track_of;

/// How many there are: more than thirty hours, and more than sixty, which is two hours, within 0.3 of any place that is not
/// near an edge.
const PIECES: u32 = 1_000;
/// How far from neutral they go on either axis.
const REACH: f64 = 0.95;
/// The steps of a sequence that leaves no gaps in two dimensions: powers of the inverse of the plastic number, the real
/// root of x³ = x + 1 (M. Roberts 2018, "The unreasonable effectiveness of quasirandom sequences").
const STEPS: (f64, f64) = (0.754_877_666_246_692_8, 0.569_840_290_998_053_3);

/// All pieces.
pub(super) fn all() -> impl Iterator<Item = Track> {
    (1..=PIECES).map(|number| track_of(number.into(), place(number)))
}

fn place(number: u32) -> Affect {
    let along = |step: f64| REACH * (2.0 * (0.5 + step * f64::from(number)).fract() - 1.0);
    Affect::new(along(STEPS.0), along(STEPS.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_hours_of_pieces_are_near_every_place() {
        let places: Vec<Affect> = (1..=PIECES).map(place).collect();
        for v in -3..=3 {
            for a in -3..=3 {
                let at = Affect::new(f64::from(v) / 5.0, f64::from(a) / 5.0);
                let near = places.iter().filter(|p| p.distance(at) < 0.3).count();
                assert!(near >= 60, "{near} at {at:?}");
            }
        }
    }
}
