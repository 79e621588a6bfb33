//! Faces in scenes, by the marks that people gave them.

use super::super::boxes::{Drawn, Marks};
use super::super::pictures::Pictures;
use super::super::shipped::Shipped;
use super::quantile;
use super::report::{Case, Report};
use attune_core::{AppError, FaceBox, Frame};
use attune_vision::classifier::MIN_FACE;
use attune_vision::evaluation::MATCH;

/// The kinds of faces, in the order of [`kinds`].
const KINDS: [&str; 7] = [
    "no mark",
    "somewhat blurred",
    "badly blurred",
    "partly hidden",
    "mostly hidden",
    "untypical pose",
    "no face at all",
];

/// Finds and reads the faces of all scenes after `look`; those too small to read are left out.
pub(super) fn read(
    drawn: &[Drawn],
    mut pictures: Pictures,
    look: fn(&Frame) -> Frame,
    shipped: &Shipped,
    report: &mut Report,
) -> Result<(), AppError> {
    let (mut detector, mut classifier) = (shipped.detector()?, shipped.classifier()?);
    let mut cases: Vec<Case> = KINDS.iter().map(|kind| Case::new(kind)).collect();
    let mut clear = Vec::new();
    for scene in drawn {
        let Some(frame) = pictures.frame(&scene.file) else { continue };
        let reduction = pictures.reduction(&scene.file, &frame);
        let frame = look(&frame);
        for found in detector.find(&frame)?.iter().filter(|f| f.area() >= MIN_FACE * MIN_FACE) {
            let Some(marks) = marks(found, scene, reduction) else { continue };
            let unclear = classifier.read(&frame, found)?.look.unclear;
            let kinds = kinds(marks);
            for (case, _) in cases.iter_mut().zip(kinds).filter(|(_, belongs)| *belongs) {
                case.add(unclear, None);
            }
            if kinds[0] {
                clear.push(found.score);
            }
        }
    }
    pictures.finish()?;
    report.marks = cases;
    report.clear_score = quantile(clear, 0.02);
    Ok(())
}

/// The marks of the face that was found; `Some(None)` if nobody drew one there, none if it lies on one that does not
/// count.
#[expect(clippy::option_option, reason = "nothing drawn there is an answer of its own")]
fn marks(found: &FaceBox, scene: &Drawn, reduction: f32) -> Option<Option<Marks>> {
    let overlaps = scene
        .faces
        .iter()
        .zip(&scene.marks)
        .map(|(drawn, marks)| (reduced(drawn.face, reduction).iou(found), drawn.invalid, *marks));
    let best = overlaps.max_by(|a, b| a.0.total_cmp(&b.0)).filter(|(overlap, ..)| *overlap >= MATCH);
    match best {
        Some((_, true, _)) => None,
        Some((_, false, marks)) => Some(Some(marks)),
        None => Some(None),
    }
}

/// A box in pixels of the file as one in pixels of a frame.
fn reduced(face: FaceBox, by: f32) -> FaceBox {
    FaceBox { x: face.x / by, y: face.y / by, w: face.w / by, h: face.h / by, score: face.score }
}

/// Which of [`KINDS`] a face belongs to.
fn kinds(marks: Option<Marks>) -> [bool; 7] {
    let Some(m) = marks else { return [false, false, false, false, false, false, true] };
    [m == Marks::default(), m.blur == 1, m.blur == 2, m.occlusion == 1, m.occlusion == 2, m.pose > 0, false]
}

#[cfg(test)]
mod tests {
    use super::*;
    use attune_vision::evaluation::Annotation;

    #[test]
    fn marks_are_those_of_the_face_that_is_hit() {
        let face = |x: f32| FaceBox { x, y: 0.0, w: 50.0, h: 50.0, score: 1.0 };
        let drawn = |x: f32, invalid| Annotation { face: face(x), invalid };
        let turned = Marks { pose: 1, ..Marks::default() };
        let scene = Drawn {
            file: String::new(),
            faces: vec![drawn(0.0, false), drawn(200.0, true)],
            marks: vec![turned, Marks::default()],
        };
        assert_eq!(marks(&face(5.0), &scene, 1.0), Some(Some(turned)));
        assert_eq!(marks(&face(205.0), &scene, 1.0), None);
        assert_eq!(marks(&face(500.0), &scene, 1.0), Some(None));
        assert_eq!(kinds(Some(turned)), [false, false, false, false, false, true, false]);
        assert!(kinds(None)[6] && kinds(Some(Marks::default()))[0]);
    }
}
