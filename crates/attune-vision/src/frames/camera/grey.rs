//! Which cameras see no colours: those for infrared light, beside the colour camera in many laptops, and depth cameras.
//!
//! They show a face by their own lamp, in a light that nothing here has learned from.

use super::CameraDescription;

/// V4L2's names of formats without colour: brightness in 4 to 16 bits, two such pictures in one, and depth.
#[cfg(any(target_os = "linux", test))]
const WITHOUT_COLOUR: [&[u8; 4]; 17] = [
    b"GREY", b"Y04 ", b"Y06 ", b"Y8  ", b"Y8I ", b"Y10 ", b"Y10B", b"Y10P", b"Y12 ", b"Y12I", b"Y12P",
    b"Y14 ", b"Y14P", b"Y16 ", b"Z16 ", b"INZI", b"CNF4",
];

/// Puts the cameras without colour behind the others; otherwise the order stays.
pub(super) fn last(cameras: &mut [CameraDescription]) {
    // A single camera need not be asked.
    if cameras.len() > 1 {
        cameras.sort_by_cached_key(|camera| says_infrared(&camera.name) || gives_grey(camera.index));
    }
}

/// Some infrared cameras offer their pictures in a colour format, and only the name tells.
fn says_infrared(name: &str) -> bool {
    let mut words = name.split(|c: char| !c.is_alphanumeric());
    words.any(|word| word.eq_ignore_ascii_case("ir") || word.eq_ignore_ascii_case("infrared"))
}

/// Whether the system says so; a camera that cannot be asked now is taken for one with colours.
#[cfg(target_os = "linux")]
fn gives_grey(index: u32) -> bool {
    use v4l::video::Capture as _;
    let formats = v4l::Device::new(index as usize).and_then(|device| device.enum_formats());
    let names: Vec<_> = formats.unwrap_or_default().iter().map(|format| format.fourcc.repr).collect();
    all_grey(&names)
}

/// Other systems do not tell before the camera is opened.
#[cfg(not(target_os = "linux"))]
fn gives_grey(_index: u32) -> bool {
    false
}

#[cfg(any(target_os = "linux", test))]
fn all_grey(formats: &[[u8; 4]]) -> bool {
    !formats.is_empty() && formats.iter().all(|format| WITHOUT_COLOUR.contains(&format))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(cameras: &[&str]) -> Vec<String> {
        let describe = |(index, name): (usize, &&str)| CameraDescription {
            id: index.to_string(),
            name: (*name).to_owned(),
            // Numbers that no device of this machine has.
            index: 4_000_000 + u32::try_from(index).unwrap(),
        };
        let mut cameras: Vec<_> = cameras.iter().enumerate().map(describe).collect();
        last(&mut cameras);
        cameras.into_iter().map(|camera| camera.name).collect()
    }

    #[test]
    fn an_infrared_camera_comes_after_all_others() {
        assert_eq!(names(&["HP IR Camera", "HP HD Camera"]), ["HP HD Camera", "HP IR Camera"]);
        assert_eq!(
            names(&["Integrated_Webcam_IR: ", "FirstCam", "Infrared", "Webcam"]),
            ["FirstCam", "Webcam", "Integrated_Webcam_IR: ", "Infrared"]
        );
        assert_eq!(names(&["AirCam", "Iris 2"]), ["AirCam", "Iris 2"], "parts of words say nothing");
        assert_eq!(names(&["IR Camera"]), ["IR Camera"], "better than none");
    }

    #[test]
    fn a_camera_is_grey_if_all_its_formats_are() {
        assert!(all_grey(&[*b"GREY"]));
        assert!(all_grey(&[*b"Y8I ", *b"Y12I", *b"Z16 "]));
        assert!(!all_grey(&[*b"GREY", *b"YUYV"]));
        assert!(!all_grey(&[*b"MJPG"]));
        assert!(!all_grey(&[]), "nothing is known");
    }
}
