//! The patches of a face in a frame.

use super::patch::Patch;
use attune_core::{FaceBox, Frame};
use std::ops::Range;

/// Patches side by side and one above the other.
const COLUMNS: u32 = 4;
const ROWS: u32 = 3;

/// How many patches a face has.
pub const PATCHES: usize = (COLUMNS * ROWS) as usize;

/// The part of the box that is skin in most faces, as shares of its width and height: without hair, ears, background.
const ACROSS: Range<f32> = 0.2..0.8;
const DOWN: Range<f32> = 0.15..0.9;

/// The mean colours of the patches of a face, row by row: always [`PATCHES`], of no pixels where the box lies outside of the frame.
///
/// Every pixel counts by how much of it lies in the patch, so that a box that moves by a part of a pixel moves the
/// colours by as little. Nothing else of the frame is kept.
#[must_use]
pub fn patches(frame: &Frame, face: &FaceBox) -> Vec<Patch> {
    let place = |start: f32, length: f32, within: &Range<f32>, i: u32, count: u32| {
        let step = (within.end - within.start) / count as f32;
        let edge = |i: u32| f64::from(start + length * (within.start + step * i as f32));
        edge(i)..edge(i + 1)
    };
    let rows = (0..ROWS).map(|row| place(face.y, face.h, &DOWN, row, ROWS));
    rows.flat_map(|y| {
        (0..COLUMNS).map(move |column| (place(face.x, face.w, &ACROSS, column, COLUMNS), y.clone()))
    })
    .map(|(x, y)| mean_colour(frame, &x, &y))
    .collect()
}

/// The mean over a rectangle in pixels with fractions, as far as it lies in the frame.
fn mean_colour(frame: &Frame, x: &Range<f64>, y: &Range<f64>) -> Patch {
    let (columns, rows) = (cover(x, frame.width()), cover(y, frame.height()));
    let width = frame.width() as usize * 3;
    let (mut sum, mut area) = ([0.0; 3], 0.0);
    for (row, share) in rows {
        let line = &frame.rgb()[row * width..(row + 1) * width];
        let mut of_row = [0.0; 3];
        let mut covered = 0.0;
        for (column, share) in columns.clone() {
            for (total, value) in of_row.iter_mut().zip(&line[column * 3..]) {
                *total += share * f64::from(*value);
            }
            covered += share;
        }
        sum = [0, 1, 2].map(|c| sum[c] + share * of_row[c]);
        area += share * covered;
    }
    if area > 0.0 {
        Patch { colour: sum.map(|s| s / area), pixels: area.round() as u32 }
    } else {
        Patch { colour: [0.0; 3], pixels: 0 }
    }
}

/// The pixels that a stretch covers, within those there are, each with how much of it.
fn cover(stretch: &Range<f64>, count: u32) -> impl Iterator<Item = (usize, f64)> + Clone {
    let (start, end) = (stretch.start.max(0.0), stretch.end.min(f64::from(count)));
    let is_empty = start.is_nan() || end.is_nan() || start >= end;
    let pixels = if is_empty { 0..0 } else { start.floor() as usize..end.ceil() as usize };
    pixels.map(move |pixel| (pixel, end.min((pixel + 1) as f64) - start.max(pixel as f64)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use attune_core::Timestamp;

    /// A frame whose red is the column and whose green is the row.
    fn frame(width: u32, height: u32) -> Frame {
        let pixel = |i: u32| [(i % width) as u8, (i / width) as u8, 7];
        Frame::new(width, height, (0..width * height).flat_map(pixel).collect(), Timestamp(0)).unwrap()
    }

    fn face(x: f32, y: f32, w: f32, h: f32) -> FaceBox {
        FaceBox { x, y, w, h, score: 1.0 }
    }

    #[test]
    fn patches_lie_in_the_inner_part_row_by_row() {
        let patches = patches(&frame(200, 200), &face(20.0, 40.0, 100.0, 80.0));
        assert_eq!(patches.len(), PATCHES);
        let near = |patch: &Patch, colour: [f64; 3]| {
            patch.colour.iter().zip(colour).all(|(a, b)| (a - b).abs() < 1e-3)
        };
        // 15 wide and 20 high each, from 40, 52 on; the middle of a pixel lies half a pixel after its number.
        assert!(near(&patches[0], [47.0, 61.5, 7.0]), "{:?}", patches[0]);
        assert!(near(&patches[11], [92.0, 101.5, 7.0]), "{:?}", patches[11]);
        assert!(patches.iter().all(|p| p.pixels == 300));
    }

    #[test]
    fn a_part_of_a_pixel_counts_as_a_part() {
        let of = |x: f64| mean_colour(&frame(50, 50), &(x..x + 10.0), &(5.0..15.0)).colour[0];
        assert!(
            (of(10.0) - 14.5).abs() < 1e-9 && (of(10.25) - 14.75).abs() < 1e-9,
            "{} {}",
            of(10.0),
            of(10.25)
        );
    }

    #[test]
    fn boxes_over_the_edge_and_outside_are_survived() {
        let frame = frame(64, 48);
        let far = patches(&frame, &face(1e9, -1e9, 50.0, 50.0));
        assert!(far.iter().all(|p| p.pixels == 0 && !p.is_seen()));
        let over = patches(&frame, &face(-30.0, 10.0, 60.0, 60.0));
        assert!(over.iter().any(|p| p.pixels > 0) && over.iter().any(|p| p.pixels == 0));
        for odd in
            [face(f32::NAN, 0.0, 9.0, 9.0), face(0.0, 0.0, f32::INFINITY, 9.0), face(5.0, 5.0, -9.0, -9.0)]
        {
            assert_eq!(patches(&frame, &odd).len(), PATCHES);
        }
    }
}
