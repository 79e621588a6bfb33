//! From the network's cells to boxes, and from many boxes on a face to one.

use attune_core::FaceBox;

/// The answers for cells of one size: `scores` one a cell, row by row, in [0, 1]; `edges` four planes of as many
/// numbers: the centre's offset from the cell's middle (in cells, x then y) and the logarithm of width and height
/// (in cells).
#[derive(Debug, Clone, Copy)]
pub(super) struct Cells<'a> {
    pub(super) stride: usize,
    pub(super) columns: usize,
    pub(super) scores: &'a [f32],
    pub(super) edges: &'a [f32],
}

impl Cells<'_> {
    /// Adds the boxes (in pixels of the network's input) that reach the threshold. `Err` if one is not a box.
    pub(super) fn decode(&self, threshold: f32, found: &mut Vec<FaceBox>) -> Result<(), String> {
        for (cell, &score) in self.scores.iter().enumerate() {
            // Written so that NaN is looked at too.
            if score < threshold {
                continue;
            }
            let face = self.face(cell, score);
            let whole = [face.x, face.y, face.w, face.h].iter().all(|v| v.is_finite());
            if !(0.0..=1.001).contains(&score) || !whole || face.w <= 0.0 || face.h <= 0.0 {
                return Err(format!("cell {cell} of {} pixels scores {score} with {face:?}", self.stride));
            }
            found.push(face);
        }
        Ok(())
    }

    fn face(&self, cell: usize, score: f32) -> FaceBox {
        let stride = self.stride as f32;
        let plane = self.scores.len();
        let [dx, dy, dw, dh] = [0, 1, 2, 3].map(|i| self.edges[i * plane + cell]);
        let cx = ((cell % self.columns) as f32 + 0.5 + dx) * stride;
        let cy = ((cell / self.columns) as f32 + 0.5 + dy) * stride;
        let (w, h) = (dw.exp() * stride, dh.exp() * stride);
        FaceBox { x: cx - w / 2.0, y: cy - h / 2.0, w, h, score: score.min(1.0) }
    }
}

/// Greedy suppression: the surest box stays, those that overlap it by more than `limit` go, and so on; among the
/// equally sure the first goes first. `kept` becomes what stays, surest first; `order` is memory to work in.
pub(super) fn suppress(found: &[FaceBox], limit: f32, order: &mut Vec<usize>, kept: &mut Vec<FaceBox>) {
    order.clear();
    order.extend(0..found.len());
    // Unlike a stable sort this one needs no memory of its own.
    order.sort_unstable_by(|&a, &b| found[b].score.total_cmp(&found[a].score).then(a.cmp(&b)));
    kept.clear();
    for &i in order.iter() {
        if kept.iter().all(|other| other.iou(&found[i]) <= limit) {
            kept.push(found[i]);
        }
    }
}

/// The share of the second look's size from which a face of the first look is taken for the whole face.
const WHOLE: f32 = 0.8;

/// Both looks together in `first`, surest first. Where boxes of the first look share their middle with one of the
/// second, one box stays: the largest of the first if it is about as large, since it is more exact; else that of the
/// second, of which the first has seen parts only. Boxes below the threshold never stay for a sure one. What is left of
/// `second` means nothing.
pub(super) fn settle(first: &mut Vec<FaceBox>, second: &mut [FaceBox], threshold: f32) {
    let side = |face: &FaceBox| face.w.max(face.h);
    for near in second.iter_mut() {
        let whole = *near;
        let same = |face: &FaceBox| holds_middle(&whole, face) || holds_middle(face, &whole);
        let sure = first.iter().filter(|face| face.score >= threshold && same(face));
        let largest = sure.max_by(|a, b| side(a).total_cmp(&side(b)));
        *near = largest.copied().filter(|face| side(face) >= WHOLE * side(&whole)).unwrap_or(whole);
        first.retain(|face| !same(face));
    }
    first.extend_from_slice(second);
    first.sort_unstable_by(|a, b| b.score.total_cmp(&a.score).then(a.x.total_cmp(&b.x)));
}

fn holds_middle(outer: &FaceBox, inner: &FaceBox) -> bool {
    let (x, y) = (inner.x + inner.w / 2.0 - outer.x, inner.y + inner.h / 2.0 - outer.y);
    (0.0..=outer.w).contains(&x) && (0.0..=outer.h).contains(&y)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cells<'a>(scores: &'a [f32], edges: &'a [f32]) -> Cells<'a> {
        Cells { stride: 8, columns: 2, scores, edges }
    }

    #[test]
    fn a_cell_becomes_a_box() {
        let mut edges = [0.0; 16];
        // Cell 3 is column 1, row 1: centre (12 + 4, 12 - 2), width 2 cells, height 4 cells.
        (edges[3], edges[7], edges[11], edges[15]) = (0.5, -0.25, 2.0_f32.ln(), 4.0_f32.ln());
        let mut found = Vec::new();
        cells(&[0.1, 0.2, 0.3, 0.9], &edges).decode(0.5, &mut found).unwrap();
        assert_eq!(found.len(), 1);
        let f = found[0];
        for (actual, expected) in [(f.x, 8.0), (f.y, -6.0), (f.w, 16.0), (f.h, 32.0), (f.score, 0.9)] {
            assert!((actual - expected).abs() < 1e-4, "{f:?}");
        }
    }

    #[test]
    fn numbers_that_are_none_are_refused() {
        let mut found = Vec::new();
        let edges = [0.0; 16];
        assert!(cells(&[f32::NAN, 0.0, 0.0, 0.0], &edges).decode(0.5, &mut found).is_err());
        assert!(cells(&[7.0, 0.0, 0.0, 0.0], &edges).decode(0.5, &mut found).is_err());
        for bad in [f32::NAN, f32::INFINITY, 1e9] {
            let mut edges = edges;
            edges[8] = bad;
            assert!(cells(&[0.9, 0.0, 0.0, 0.0], &edges).decode(0.5, &mut found).is_err());
        }
        assert!(found.is_empty());
    }

    fn suppressed(found: &[FaceBox], limit: f32) -> Vec<FaceBox> {
        let mut kept = vec![FaceBox { x: 1e6, y: 1e6, w: 1.0, h: 1.0, score: 1.0 }];
        suppress(found, limit, &mut vec![9], &mut kept);
        kept
    }

    fn settled(first: &[FaceBox], second: &[FaceBox]) -> Vec<FaceBox> {
        let mut both = first.to_vec();
        settle(&mut both, &mut second.to_vec(), 0.4);
        both
    }

    #[test]
    fn the_surest_of_overlapping_boxes_stays() {
        let face = |x: f32, score: f32| FaceBox { x, y: 0.0, w: 10.0, h: 10.0, score };
        let kept = suppressed(&[face(1.0, 0.5), face(0.0, 0.9), face(30.0, 0.6)], 0.45);
        assert_eq!(kept, [face(0.0, 0.9), face(30.0, 0.6)]);
        // Whole numbers of a quantised network tie often.
        let kept = suppressed(&[face(1.0, 0.5), face(0.0, 0.5), face(30.0, 0.5)], 0.45);
        assert_eq!(kept, [face(1.0, 0.5), face(30.0, 0.5)]);
    }

    #[test]
    fn the_second_look_takes_the_place_of_parts_of_its_face() {
        let face = |x: f32, side: f32, score: f32| FaceBox { x, y: 10.0, w: side, h: side, score };
        let (mouth, passer_by, whole) =
            (face(40.0, 60.0, 0.9), face(300.0, 40.0, 0.5), face(0.0, 200.0, 0.6));
        assert_eq!(settled(&[mouth, passer_by], &[whole]), [whole, passer_by]);
        let exact = face(5.0, 180.0, 0.7);
        assert_eq!(settled(&[mouth, exact], &[whole]), [exact]);
        let unsure = face(5.0, 180.0, 0.1);
        assert_eq!(settled(&[mouth, unsure], &[whole]), [whole]);
        assert_eq!(settled(&[mouth], &[]), [mouth]);
        assert_eq!(settled(&[], &[whole]), [whole]);
    }

    fn any_face() -> impl Strategy<Value = FaceBox> {
        (-50.0..300.0_f32, -50.0..300.0_f32, 1.0..200.0_f32, 1.0..200.0_f32, 0.0..1.0_f32)
            .prop_map(|(x, y, w, h, score)| FaceBox { x, y, w, h, score })
    }

    proptest! {
        #[test]
        fn what_stays_does_not_overlap_and_what_goes_does(
            faces in proptest::collection::vec(any_face(), 0..40), limit in 0.1..0.9_f32,
        ) {
            let kept = suppressed(&faces, limit);
            prop_assert_eq!(kept.is_empty(), faces.is_empty());
            for (i, face) in kept.iter().enumerate() {
                prop_assert!(kept[..i].iter().all(|k| k.iou(face) <= limit && k.score >= face.score));
            }
            for face in &faces {
                let covered = kept.iter().any(|k| k == face || (k.iou(face) > limit && k.score >= face.score));
                prop_assert!(covered);
            }
        }
    }
}
