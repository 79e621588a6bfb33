//! Detections against annotated faces.

use super::Answer;
use attune_core::FaceBox;

/// The least intersection over union at which a detection is a hit.
pub const MATCH: f32 = 0.5;

/// A face that a person has drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Annotation {
    /// Where it is, in pixels; its score does not matter.
    pub face: FaceBox,
    /// It is marked as no usable face.
    pub invalid: bool,
}

impl Annotation {
    /// The longer side in pixels.
    #[must_use]
    pub fn side(&self) -> f32 {
        self.face.w.max(self.face.h)
    }
}

/// What one picture adds to precision and recall.
#[derive(Debug, Clone, PartialEq)]
pub struct Matches {
    /// The detections that count, in the order given; right if they hit a face of their own.
    pub detections: Vec<Answer>,
    /// How many annotated faces count.
    pub faces: usize,
}

/// Gives each detection, surest first (they must come so), the free face that it overlaps most, if by [`MATCH`].
///
/// Faces that are invalid or whose longer side is below `least` pixels neither count nor hurt: a detection that
/// overlaps one by [`MATCH`], or lies in it by half, is dropped (as in the WIDER FACE protocol's ignored faces).
#[must_use]
pub fn match_faces(found: &[FaceBox], annotated: &[Annotation], least: f32) -> Matches {
    let (mut free, ignored): (Vec<_>, Vec<_>) =
        annotated.iter().partition(|a| !a.invalid && a.side() >= least);
    let faces = free.len();
    let mut detections = Vec::with_capacity(found.len());
    for face in found {
        if let Some(hit) = most_overlapped(face, &free) {
            free.remove(hit);
            detections.push(Answer::new(face.score, true));
        } else if !ignored.iter().any(|region| lies_in(face, &region.face)) {
            detections.push(Answer::new(face.score, false));
        }
    }
    Matches { detections, faces }
}

/// The place of the annotation that `face` overlaps most, if by [`MATCH`]; the first on a tie.
fn most_overlapped(face: &FaceBox, annotated: &[&Annotation]) -> Option<usize> {
    let overlaps = annotated.iter().map(|a| a.face.iou(face)).enumerate();
    let best = overlaps.reduce(|best, next| if next.1 > best.1 { next } else { best });
    best.filter(|(_, overlap)| *overlap >= MATCH).map(|(i, _)| i)
}

/// Whether a detection is about an ignored face.
fn lies_in(face: &FaceBox, region: &FaceBox) -> bool {
    let w = (face.x + face.w).min(region.x + region.w) - face.x.max(region.x);
    let h = (face.y + face.h).min(region.y + region.h) - face.y.max(region.y);
    let inside = w.max(0.0) * h.max(0.0) / face.area().max(1e-9);
    inside >= 0.5 || face.iou(region) >= MATCH
}

/// Whether the largest valid face (by its longer side; the first on a tie) is overlapped by [`MATCH`] by any
/// detection with a score of `threshold` or more. None for a picture without a valid face.
#[must_use]
pub fn largest_found(found: &[FaceBox], annotated: &[Annotation], threshold: f32) -> Option<bool> {
    let valid = annotated.iter().filter(|a| !a.invalid && a.side() > 0.0);
    let largest = valid.reduce(|best, next| if next.side() > best.side() { next } else { best })?;
    Some(found.iter().any(|f| f.score >= threshold && f.iou(&largest.face) >= MATCH))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn face(x: f32, side: f32, score: f32) -> FaceBox {
        FaceBox { x, y: 0.0, w: side, h: side, score }
    }

    fn annotated(x: f32, side: f32) -> Annotation {
        Annotation { face: face(x, side, 0.0), invalid: false }
    }

    fn rights(matches: &Matches) -> Vec<bool> {
        matches.detections.iter().map(Answer::right).collect()
    }

    #[test]
    fn a_face_is_hit_once() {
        let found = [face(0.0, 100.0, 0.9), face(2.0, 100.0, 0.8), face(300.0, 50.0, 0.7)];
        let matches = match_faces(&found, &[annotated(1.0, 100.0), annotated(500.0, 100.0)], 20.0);
        assert_eq!((rights(&matches), matches.faces), (vec![true, false, false], 2));
    }

    #[test]
    fn a_detection_takes_the_face_that_it_overlaps_most() {
        let found = [face(0.0, 100.0, 0.9), face(20.0, 100.0, 0.8)];
        let both = [annotated(25.0, 100.0), annotated(5.0, 100.0)];
        assert_eq!(rights(&match_faces(&found, &both, 20.0)), [true, true]);
    }

    #[test]
    fn half_an_overlap_is_enough() {
        // 50 of 100 pixels each way: 1/2 of the union when one box holds the other.
        let whole = [Annotation { face: FaceBox { h: 50.0, ..face(0.0, 100.0, 0.0) }, invalid: false }];
        assert_eq!(rights(&match_faces(&[face(0.0, 100.0, 0.9)], &whole, 20.0)), [true]);
        let less = [Annotation { face: FaceBox { h: 49.0, ..face(0.0, 100.0, 0.0) }, invalid: false }];
        assert_eq!(rights(&match_faces(&[face(0.0, 100.0, 0.9)], &less, 20.0)), [false]);
    }

    #[test]
    fn invalid_and_tiny_faces_neither_count_nor_hurt() {
        let crowd = Annotation { invalid: true, ..annotated(0.0, 200.0) };
        // One in the crowd, one on the tiny face, one beside both.
        let found = [face(20.0, 60.0, 0.9), face(401.0, 19.0, 0.8), face(600.0, 60.0, 0.7)];
        let matches = match_faces(&found, &[crowd, annotated(400.0, 19.0)], 20.0);
        assert_eq!((rights(&matches), matches.faces), (vec![false], 0));
    }

    #[test]
    fn nothing_against_nothing() {
        assert_eq!(match_faces(&[], &[], 20.0), Matches { detections: vec![], faces: 0 });
        assert_eq!(match_faces(&[], &[annotated(0.0, 50.0)], 20.0).faces, 1);
        assert_eq!(rights(&match_faces(&[face(0.0, 50.0, 0.9)], &[], 20.0)), [false]);
        let flat = [Annotation { face: FaceBox { h: 0.0, ..face(0.0, 90.0, 0.0) }, invalid: false }];
        assert_eq!(rights(&match_faces(&[face(0.0, 90.0, 0.9)], &flat, 20.0)), [false]);
    }

    #[test]
    fn the_largest_face_must_be_found_surely_enough() {
        let people = [annotated(0.0, 60.0), annotated(200.0, 100.0), annotated(400.0, 15.0)];
        let found = [face(0.0, 60.0, 0.9), face(205.0, 100.0, 0.4)];
        assert_eq!(largest_found(&found, &people, 0.4), Some(true));
        assert_eq!(largest_found(&found, &people, 0.45), Some(false));
        // Tiny faces may be the largest; invalid ones may not.
        assert_eq!(largest_found(&found, &people[2..], 0.4), Some(false));
        assert_eq!(largest_found(&found, &[Annotation { invalid: true, ..people[0] }], 0.4), None);
        assert_eq!(largest_found(&found, &[], 0.4), None);
    }
}
