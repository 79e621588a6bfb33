//! Which device is the same device. The system's numbers are given out anew whenever something is plugged in.

use std::fs;
use std::path::Path;

/// Where Linux describes its devices.
const SYSTEM: &str = "/sys";
/// Stands before the socket in an id.
const SOCKET: char = '@';

/// A camera that can be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CameraDescription {
    /// The same for the same device in the same socket, whatever else is plugged in.
    pub id: String,
    /// As the system names it.
    pub name: String,
    pub(super) index: u32,
}

/// The id of the camera with that number: on Linux maker, model, serial number, interface and socket on USB, else its
/// place in the system and its name there; on Windows and macOS `unique`, which those systems give to a device in its
/// socket; else its name and number.
pub(super) fn of(index: u32, name: &str, unique: &str) -> String {
    known(Path::new(SYSTEM), index).unwrap_or_else(|| match unique {
        "" => format!("name-{name}{SOCKET}video{index}"),
        unique => format!("system-{unique}"),
    })
}

fn known(system: &Path, index: u32) -> Option<String> {
    let node = system.join(format!("class/video4linux/video{index}"));
    let place = fs::canonicalize(node.join("device")).ok()?;
    let read = |file: &Path| Some(fs::read_to_string(file).ok()?.trim().replace(SOCKET, "_"));
    let device = place.parent()?;
    if let (Some(maker), Some(model)) = (read(&device.join("idVendor")), read(&device.join("idProduct"))) {
        let serial = read(&device.join("serial")).unwrap_or_default();
        // For instance 1-4:1.0: the socket, and which of the cameras in one housing.
        let (socket, interface) = place.file_name()?.to_str()?.split_once(':')?;
        return Some(format!("usb-{maker}:{model}-{serial}/{interface}{SOCKET}{socket}"));
    }
    let devices = fs::canonicalize(system.join("devices")).ok()?;
    let name = read(&node.join("name")).unwrap_or_default();
    Some(format!("device-{}/{name}", place.strip_prefix(devices).ok()?.display()))
}

/// The camera of that id: in its socket, or, if it has a serial number that no other has, in another one.
pub(super) fn find<'a>(id: &str, cameras: &'a [CameraDescription]) -> Option<&'a CameraDescription> {
    if let Some(exact) = cameras.iter().find(|camera| camera.id == id) {
        return Some(exact);
    }
    let wanted = itself(id)?;
    let mut same = cameras.iter().filter(|camera| itself(&camera.id) == Some(wanted));
    same.next().filter(|_| same.next().is_none())
}

/// What of an id goes where the camera goes; none without a serial number.
fn itself(id: &str) -> Option<&str> {
    let (device, _) = id.strip_prefix("usb-")?.split_once(SOCKET)?;
    let (model, _) = device.rsplit_once('/')?;
    (!model.ends_with('-')).then_some(device)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn camera(index: u32, id: &str) -> CameraDescription {
        CameraDescription { id: id.into(), name: "Camera".into(), index }
    }

    #[test]
    fn a_device_without_serial_number_is_known_by_its_socket_only() {
        let cameras = [camera(0, "usb-046d:0825-/1.0@1-4"), camera(2, "usb-046d:0825-/1.0@1-5")];
        assert_eq!(find("usb-046d:0825-/1.0@1-5", &cameras).unwrap().index, 2);
        assert_eq!(find("usb-046d:0825-/1.0@2-1", &cameras), None);
        assert_eq!(find("", &cameras), None);
    }

    #[test]
    fn a_serial_number_is_found_in_another_socket_unless_two_have_it() {
        let one = [camera(0, "usb-046d:0825-/1.0@1-4"), camera(1, "usb-1bcf:2c99-A7/1.0@1-5")];
        assert_eq!(find("usb-1bcf:2c99-A7/1.0@3-1", &one).unwrap().index, 1);
        assert_eq!(find("usb-1bcf:2c99-A8/1.0@3-1", &one), None);
        let housing = [camera(0, "usb-1bcf:2c99-A7/1.0@1-4"), camera(2, "usb-1bcf:2c99-A7/1.2@1-4")];
        assert_eq!(find("usb-1bcf:2c99-A7/1.2@3-1", &housing).unwrap().index, 2, "infrared beside colour");
        let two = [camera(0, "usb-1bcf:2c99-A7/1.0@1-4"), camera(1, "usb-1bcf:2c99-A7/1.0@1-5")];
        assert_eq!(find("usb-1bcf:2c99-A7/1.0@3-1", &two), None);
        assert_eq!(find("usb-1bcf:2c99-A7/1.0@1-5", &two).unwrap().index, 1);
    }

    #[cfg(unix)]
    #[test]
    fn the_system_tells_maker_model_serial_number_and_socket() {
        let system = tempfile::tempdir().unwrap();
        let at = |path: &str| system.path().join(path);
        for folder in ["devices/pci/usb1/1-4/1-4:1.0", "devices/platform/vivid.0", "class/video4linux/video3"]
        {
            fs::create_dir_all(at(folder)).unwrap();
        }
        fs::create_dir_all(at("class/video4linux/video4")).unwrap();
        for (file, text) in [("idVendor", "046d\n"), ("idProduct", "0825\n"), ("serial", "A@7\n")] {
            fs::write(at("devices/pci/usb1/1-4").join(file), text).unwrap();
        }
        fs::write(at("class/video4linux/video4/name"), "vivid-001-vid-cap\n").unwrap();
        let link = std::os::unix::fs::symlink::<std::path::PathBuf, _>;
        link(at("devices/pci/usb1/1-4/1-4:1.0"), at("class/video4linux/video3/device")).unwrap();
        link(at("devices/platform/vivid.0"), at("class/video4linux/video4/device")).unwrap();
        assert_eq!(known(system.path(), 3).unwrap(), "usb-046d:0825-A_7/1.0@1-4");
        assert_eq!(known(system.path(), 4).unwrap(), "device-platform/vivid.0/vivid-001-vid-cap");
        assert_eq!(known(system.path(), 5), None);
    }

    #[test]
    fn where_devices_are_not_described_the_system_names_them_or_counts_them() {
        assert_eq!(of(4_000_000_000, "Cam", r"\\?\usb#vid_046d#7&2a"), r"system-\\?\usb#vid_046d#7&2a");
        assert_eq!(of(4_000_000_000, "Cam", ""), "name-Cam@video4000000000");
    }
}
