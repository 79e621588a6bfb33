//! Which channel of a recording goes to which of an output's.

use symphonia::core::audio::{Channels, Position};

/// -3 dB, as ITU-R BS.775 mixes the centre and the surround channels into two.
const HALF_POWER: f32 = std::f32::consts::FRAC_1_SQRT_2;

/// For each output channel the share of each of the recording's channels. The shares of an output channel never come
/// to more than 1, so that mixing never clips.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Mix(Vec<Vec<f32>>);

impl Mix {
    /// From a recording's channels to `outputs` channels: left, right, and further ones in the order of WAV files.
    pub(crate) fn new(layout: &Channels, outputs: usize) -> Self {
        let inputs = layout.count();
        let rows = match (inputs, outputs) {
            (_, 0) => Vec::new(),
            _ if inputs == outputs => (0..outputs).map(|row| one(inputs, row)).collect(),
            (_, 1) => vec![shared(&pair(layout, inputs))],
            // The channels beyond left and right stay silent.
            _ => {
                let mut rows = pair(layout, inputs).to_vec();
                rows.resize(outputs, vec![0.0; inputs]);
                rows
            }
        };
        Self(rows)
    }

    /// Appends each output channel's samples of a block to `out`, times `gain`.
    pub(crate) fn apply<'a>(
        &self,
        block: impl ExactSizeIterator<Item = &'a [f32]>,
        gain: f32,
        out: &mut [&mut Vec<f32>],
    ) {
        let starts: Vec<usize> = out.iter().map(|plane| plane.len()).collect();
        for (input, plane) in block.enumerate() {
            for ((row, out), &start) in self.0.iter().zip(out.iter_mut()).zip(&starts) {
                if out.len() < start + plane.len() {
                    out.resize(start + plane.len(), 0.0);
                }
                let share = row.get(input).copied().unwrap_or(0.0) * gain;
                if share != 0.0 {
                    out[start..].iter_mut().zip(plane).for_each(|(sum, &x)| *sum += number(x) * share);
                }
            }
        }
    }
}

/// What is no number would reach the loudspeaker as full scale.
fn number(x: f32) -> f32 {
    if x.is_finite() { x } else { 0.0 }
}

fn one(inputs: usize, at: usize) -> Vec<f32> {
    let mut row = vec![0.0; inputs];
    if let Some(share) = row.get_mut(at) {
        *share = 1.0;
    }
    row
}

/// Left and right.
fn pair(layout: &Channels, inputs: usize) -> [Vec<f32>; 2] {
    let (mut left, mut right) = (vec![0.0; inputs], vec![0.0; inputs]);
    match layout {
        _ if inputs < 3 => {
            left = one(inputs, 0);
            right = one(inputs, inputs.saturating_sub(1));
        }
        Channels::Positioned(positions) => {
            for (index, position) in positions.iter().enumerate() {
                (left[index], right[index]) = sides(position);
            }
        }
        // Nobody says what they are: all of them on both sides.
        _ => {
            left.fill(1.0);
            right.fill(1.0);
        }
    }
    [fitted(left), fitted(right)]
}

/// How much of a channel goes to the left and to the right.
fn sides(position: Position) -> (f32, f32) {
    let lefts = Position::REAR_LEFT | Position::SIDE_LEFT | Position::FRONT_LEFT_CENTER;
    let rights = Position::REAR_RIGHT | Position::SIDE_RIGHT | Position::FRONT_RIGHT_CENTER;
    match position {
        Position::FRONT_LEFT => (1.0, 0.0),
        Position::FRONT_RIGHT => (0.0, 1.0),
        p if lefts.contains(p) => (HALF_POWER, 0.0),
        p if rights.contains(p) => (0.0, HALF_POWER),
        // As the recommendation has it, the bass channel is left out.
        p if (Position::LFE1 | Position::LFE2).contains(p) => (0.0, 0.0),
        Position::FRONT_CENTER => (HALF_POWER, HALF_POWER),
        _ => (0.5, 0.5),
    }
}

fn fitted(mut row: Vec<f32>) -> Vec<f32> {
    let sum: f32 = row.iter().sum();
    if sum > 1.0 {
        for share in &mut row {
            *share /= sum;
        }
    }
    row
}

fn shared(rows: &[Vec<f32>; 2]) -> Vec<f32> {
    rows[0].iter().zip(&rows[1]).map(|(a, b)| f32::midpoint(*a, *b)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mixed(layout: &Channels, outputs: usize, frame: &[f32]) -> Vec<f32> {
        let mut out = vec![Vec::new(); outputs];
        let mut planes: Vec<&mut Vec<f32>> = out.iter_mut().collect();
        Mix::new(layout, outputs).apply(frame.chunks(1), 1.0, &mut planes);
        out.into_iter().map(|plane| plane[0]).collect()
    }

    fn layout(positions: &[Position]) -> Channels {
        Channels::Positioned(positions.iter().copied().fold(Position::empty(), |all, p| all | p))
    }

    #[test]
    fn one_channel_is_heard_on_both_sides() {
        let mono = layout(&[Position::FRONT_CENTER]);
        assert_eq!(mixed(&mono, 2, &[0.5]), [0.5, 0.5]);
        assert_eq!(mixed(&mono, 6, &[0.5]), [0.5, 0.5, 0.0, 0.0, 0.0, 0.0]);
    }

    #[test]
    fn two_channels_stay_as_they_are_or_meet_in_the_middle() {
        let stereo = layout(&[Position::FRONT_LEFT, Position::FRONT_RIGHT]);
        assert_eq!(mixed(&stereo, 2, &[0.5, -0.25]), [0.5, -0.25]);
        assert_eq!(mixed(&stereo, 1, &[0.5, -0.25]), [0.125]);
    }

    #[test]
    fn six_channels_fold_into_two_and_never_clip() {
        let positions = [
            Position::FRONT_LEFT,
            Position::FRONT_RIGHT,
            Position::FRONT_CENTER,
            Position::LFE1,
            Position::REAR_LEFT,
            Position::REAR_RIGHT,
        ];
        let surround = layout(&positions);
        let all = mixed(&surround, 2, &[1.0; 6]);
        assert!(all.iter().all(|x| (x - 1.0).abs() < 1e-6), "{all:?}");
        let left = mixed(&surround, 2, &[1.0, 0.0, 0.0, 0.0, 0.0, 0.0]);
        assert!(left[0] > 0.41 && left[1] == 0.0, "{left:?}");
        let centre = mixed(&surround, 2, &[0.0, 0.0, 1.0, 0.0, 0.0, 0.0]);
        assert!((centre[0] - centre[1]).abs() < 1e-6 && (centre[0] / left[0] - HALF_POWER).abs() < 1e-6);
        assert_eq!(mixed(&surround, 2, &[0.0, 0.0, 0.0, 1.0, 0.0, 0.0]), [0.0, 0.0]);
        assert_eq!(mixed(&surround, 6, &[0.1, 0.2, 0.3, 0.4, 0.5, 0.6]), [0.1, 0.2, 0.3, 0.4, 0.5, 0.6]);
    }

    #[test]
    fn channels_without_a_meaning_go_to_both_sides() {
        let all = mixed(&Channels::Discrete(4), 2, &[1.0, 1.0, 1.0, 1.0]);
        assert!(all.iter().all(|x| (x - 1.0).abs() < 1e-6), "{all:?}");
        assert_eq!(mixed(&Channels::Discrete(3), 2, &[f32::NAN, 0.0, 0.0]), [0.0, 0.0]);
    }
}
