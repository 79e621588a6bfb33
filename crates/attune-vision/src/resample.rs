//! Resampling with a triangle filter, the same arithmetic as the reference programs beside the training code.
//!
//! An [`Axis`] says how one row (or column) of output pixels mixes the input pixels: half-pixel centres, a
//! triangle as wide as one output pixel when reducing and as one input pixel when enlarging. Pictures are
//! resampled down their columns first, since whole rows then add up at the processor's full width.

/// What the filter sees outside the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Edge {
    /// Nothing: the weights inside are scaled up to sum to 1.
    Cut,
    /// The nearest pixel inside.
    Repeat,
}

/// The weights that turn one axis of `input` pixels into `len()` output pixels.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Axis {
    spans: Vec<Span>,
    weights: Vec<f32>,
}

/// Where an output pixel's weights lie and which input pixel the first of them is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Span {
    first: usize,
    from: usize,
    to: usize,
}

impl Axis {
    /// Scales all of `input` pixels to `output` pixels.
    pub(crate) fn whole(input: usize, output: usize) -> Self {
        let mut axis = Self::default();
        axis.fit(0.0, input as f64, input, output, Edge::Cut);
        axis
    }

    /// Scales the window of `side` pixels that begins at `start` (fractions and places outside allowed) to
    /// `output` pixels. `input` and `output` are at least 1, `side` is above 0 and all are finite. What the axis
    /// did before is forgotten, its memory is used again.
    pub(crate) fn fit(&mut self, start: f64, side: f64, input: usize, output: usize, edge: Edge) {
        let scale = side / output as f64;
        let support = scale.max(1.0);
        self.spans.clear();
        self.weights.clear();
        for i in 0..output {
            self.push(start + (i as f64 + 0.5) * scale, support, input, edge);
        }
    }

    fn push(&mut self, centre: f64, support: f64, input: usize, edge: Edge) {
        let last = input as i64 - 1;
        // The pixels whose middle lies inside the triangle.
        let (mut low, mut high) =
            ((centre - support + 0.5).floor() as i64, (centre + support - 0.5).ceil() as i64 - 1);
        if edge == Edge::Cut {
            (low, high) = (low.max(0), high.min(last));
        }
        let first = low.clamp(0, last);
        let from = self.weights.len();
        self.weights.resize(from + (high.clamp(0, last) - first) as usize + 1, 0.0);
        let slots = &mut self.weights[from..];
        let share = |k: i64| (1.0 - (k as f64 + 0.5 - centre).abs() / support).max(0.0);
        let sum: f64 = (low..=high).map(share).sum();
        for k in low..=high {
            slots[(k.clamp(0, last) - first) as usize] += (share(k) / sum) as f32;
        }
        self.spans.push(Span { first: first as usize, from, to: self.weights.len() });
    }

    /// The number of output pixels.
    pub(crate) fn len(&self) -> usize {
        self.spans.len()
    }

    /// The input pixels that any output pixel draws on, as a half-open range.
    pub(crate) fn reach(&self) -> (usize, usize) {
        let low = self.spans.iter().map(|s| s.first).min().unwrap_or(0);
        let high = self.spans.iter().map(|s| s.first + s.to - s.from).max().unwrap_or(0);
        (low, high)
    }

    /// For output pixel `i`: its first input pixel and the weights from there on.
    pub(crate) fn taps(&self, i: usize) -> (usize, &[f32]) {
        let span = self.spans[i];
        (span.first, &self.weights[span.from..span.to])
    }
}

/// Mixes rows of samples into `sum` as output row `i` of `rows` asks; `row` gives the samples of one input row, at
/// least as many as `sum` has. Rows are taken four at a time, so that `sum` is read and written a quarter as often.
pub(crate) fn mix_rows<'a, T>(rows: &Axis, i: usize, sum: &mut [f32], row: impl Fn(usize) -> &'a [T])
where
    T: Copy + Into<f32> + 'a,
{
    let (mut first, weights) = rows.taps(i);
    sum.fill(0.0);
    let (fours, rest) = weights.as_chunks::<4>();
    for &[w0, w1, w2, w3] in fours {
        let [r0, r1, r2, r3] = [0, 1, 2, 3].map(|k| &row(first + k)[..sum.len()]);
        for (x, to) in sum.iter_mut().enumerate() {
            *to += w0 * r0[x].into() + w1 * r1[x].into() + (w2 * r2[x].into() + w3 * r3[x].into());
        }
        first += 4;
    }
    for (k, &weight) in rest.iter().enumerate() {
        for (to, &from) in sum.iter_mut().zip(row(first + k)) {
            *to += weight * from.into();
        }
    }
}

/// Scales packed RGB to `width` x `height` (each at least 1), rounding to whole levels.
pub(crate) fn resize_rgb(rgb: &[u8], from: (usize, usize), to: (usize, usize)) -> Vec<u8> {
    let (columns, rows) = (Axis::whole(from.0, to.0), Axis::whole(from.1, to.1));
    let mut line = vec![0.0; rgb_line(from.0)];
    let mut out = Vec::with_capacity(to.0 * to.1 * 3);
    for y in 0..to.1 {
        let samples = from.0 * 3;
        mix_rows(&rows, y, &mut line[..samples], |k| &rgb[k * samples..(k + 1) * samples]);
        for x in 0..to.0 {
            out.extend(mix_pixel(&columns, x, &line).map(|v| (v + 0.5) as u8));
        }
    }
    out
}

/// The length of a line of `pixels` RGB samples for [`mix_pixel`], which reads one sample more than there are.
pub(crate) fn rgb_line(pixels: usize) -> usize {
    pixels * 3 + 1
}

/// One output pixel of a line of RGB samples, [`rgb_line`] long. Four samples are mixed at once, as processors like
/// it; the fourth is of the next pixel and counts for nothing.
#[inline]
pub(crate) fn mix_pixel(columns: &Axis, x: usize, line: &[f32]) -> [f32; 3] {
    let (first, weights) = columns.taps(x);
    let mut sum = [0.0; 4];
    for (k, &weight) in weights.iter().enumerate() {
        let samples = &line[(first + k) * 3..][..4];
        for (sum, sample) in sum.iter_mut().zip(samples) {
            *sum += weight * sample;
        }
    }
    [sum[0], sum[1], sum[2]]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn dense(axis: &Axis, input: usize) -> Vec<Vec<f32>> {
        (0..axis.len())
            .map(|i| {
                let mut row = vec![0.0; input];
                let (first, weights) = axis.taps(i);
                row[first..first + weights.len()].copy_from_slice(weights);
                row
            })
            .collect()
    }

    #[test]
    fn halving_mixes_four_neighbours() {
        let rows = dense(&Axis::whole(8, 4), 8);
        assert_eq!(rows[1], [0.0, 0.125, 0.375, 0.375, 0.125, 0.0, 0.0, 0.0]);
        // At the edge the missing eighth is shared out.
        assert!((rows[0][0] - 3.0 / 7.0).abs() < 1e-6 && (rows[0][2] - 1.0 / 7.0).abs() < 1e-6);
    }

    #[test]
    fn same_size_copies() {
        assert_eq!(dense(&Axis::whole(3, 3), 3), [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]);
    }

    #[test]
    fn a_window_beyond_the_edge_repeats_it() {
        let mut axis = Axis::whole(9, 7);
        axis.fit(-10.0, 4.0, 5, 4, Edge::Repeat);
        assert!(dense(&axis, 5).iter().all(|row| (row[0] - 1.0).abs() < 1e-6));
        assert_eq!(axis.reach(), (0, 1));
    }

    #[test]
    fn a_flat_picture_stays_flat() {
        let out = resize_rgb(&[70, 80, 90].repeat(13 * 7), (13, 7), (5, 9));
        assert_eq!(out, [70, 80, 90].repeat(5 * 9));
    }

    proptest! {
        #[test]
        fn weights_sum_to_one_and_stay_inside(
            start in -50.0..150.0_f64, side in 0.5..400.0_f64, input in 1..120_usize, output in 1..64_usize,
        ) {
            let mut axis = Axis::default();
            axis.fit(start, side, input, output, Edge::Repeat);
            prop_assert_eq!(axis.len(), output);
            for i in 0..output {
                let (first, weights) = axis.taps(i);
                prop_assert!(first + weights.len() <= input);
                prop_assert!((weights.iter().sum::<f32>() - 1.0).abs() < 1e-4);
            }
        }

        #[test]
        fn rows_mixed_four_at_a_time_are_those_mixed_one_by_one(
            input in 1..60_usize, output in 1..40_usize, seed in any::<u8>(),
        ) {
            let samples: Vec<u8> = (0..input * 5).map(|i| (i * 37) as u8 ^ seed).collect();
            let axis = Axis::whole(input, output);
            let mut sum = [0.0; 5];
            for (i, weights) in dense(&axis, input).iter().enumerate() {
                mix_rows(&axis, i, &mut sum, |k| &samples[k * 5..(k + 1) * 5]);
                for (x, sum) in sum.iter().enumerate() {
                    let one: f32 = weights.iter().enumerate().map(|(k, w)| w * f32::from(samples[k * 5 + x])).sum();
                    prop_assert!((sum - one).abs() < 1e-3);
                }
            }
        }

        #[test]
        fn whole_axes_never_reach_outside(input in 1..400_usize, output in 1..400_usize) {
            let axis = Axis::whole(input, output);
            prop_assert!(axis.reach().1 <= input);
            for i in 0..output {
                prop_assert!((axis.taps(i).1.iter().sum::<f32>() - 1.0).abs() < 1e-4);
            }
        }
    }
}
