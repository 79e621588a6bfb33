//! Which cameras there are.

use super::identity::CameraDescription;
use super::{fault, grey, identity};
use attune_core::AppError;
use nokhwa::utils::{ApiBackend, CameraIndex};
use std::panic::catch_unwind;

/// The cameras in the order of the system's numbers, those without colours (infrared, depth) after the others; none is an
/// empty list. Fails with `camera_none` if the system cannot be asked.
pub fn list() -> Result<Vec<CameraDescription>, AppError> {
    let found = catch_unwind(|| nokhwa::query(ApiBackend::Auto)).map_err(|_| fault::none(None))?;
    let mut cameras: Vec<_> = found
        .map_err(|_| fault::none(None))?
        .into_iter()
        .filter_map(|info| {
            let CameraIndex::Index(index) = *info.index() else { return None };
            let name = info.human_name();
            let id = identity::of(index, &name, &info.misc());
            gives_pictures(index).then_some(CameraDescription { id, name, index })
        })
        .collect();
    cameras.sort_by_key(|camera| camera.index);
    grey::last(&mut cameras);
    Ok(cameras)
}

/// On Linux a camera has several nodes, of which the first gives pictures and the others data about them.
fn gives_pictures(index: u32) -> bool {
    let place = std::fs::read_to_string(format!("/sys/class/video4linux/video{index}/index"));
    place.map_or(true, |text| text.trim() == "0")
}

#[cfg(test)]
mod tests {
    #[test]
    fn asking_never_fails_for_want_of_a_camera() {
        assert!(super::list().is_ok());
    }
}
