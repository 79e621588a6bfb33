//! Looking at pictures that the listener chose.

use attune_core::ports::{Eyes, FrameSource, SourceEvent};
use attune_core::{AppError, ErrorCode, Sighting, Timestamp, Unclear};

/// The last face in a source. Errors: what the models or the source say, or `picture_no_face`,
/// `picture_several_faces` and `picture_unclear`.
pub(super) fn last_face(
    source: &mut dyn FrameSource,
    eyes: &mut dyn Eyes,
    now: &dyn Fn() -> Timestamp,
) -> Result<Sighting, AppError> {
    let (mut seen, mut problem) = (None, None);
    loop {
        match source.next_event(now) {
            SourceEvent::Frame(frame) => match eyes.look(&frame)? {
                face @ Sighting::Face(_) => seen = Some(face),
                Sighting::NoFace => problem = Some(no_face()),
                Sighting::SeveralFaces => problem = Some(several_faces()),
                Sighting::Unclear(why) => problem = Some(unclear(why)),
            },
            SourceEvent::Skipped(error) => problem = Some(error),
            SourceEvent::Ended(error) => {
                let problem = error.or(problem);
                return seen.ok_or_else(|| problem.unwrap_or_else(no_face));
            }
        }
    }
}

fn no_face() -> AppError {
    AppError::new(ErrorCode::PictureNoFace, "No face was found in the picture, so your mood has not changed.")
}

fn unclear(why: Unclear) -> AppError {
    let message = format!(
        "The face in the picture cannot be read: {}. Your mood has not changed. Choose another picture.",
        why.english()
    );
    AppError::new(ErrorCode::PictureUnclear, message)
}

fn several_faces() -> AppError {
    AppError::new(
        ErrorCode::PictureSeveralFaces,
        "There is more than one face in the picture, so your mood has not changed. Choose a picture of one person.",
    )
}
