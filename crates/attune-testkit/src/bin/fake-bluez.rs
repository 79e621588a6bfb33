//! The stand-in for the system's Bluetooth as a program: `fake-bluez FOLDER` starts its bus in that folder, prints the bus's
//! address, and has the strap beat once a second, with a line for each beat that somebody was told. It ends when its standard
//! input does.

#[cfg(target_os = "linux")]
fn main() -> std::io::Result<()> {
    use attune_testkit::bluez::BluezBus;
    use std::io::{Error, ErrorKind, Read as _};
    use std::sync::mpsc::{RecvTimeoutError, channel};
    use std::time::Duration;

    let usage = || Error::new(ErrorKind::InvalidInput, "fake-bluez FOLDER");
    let folder = std::env::args_os().nth(1).ok_or_else(usage)?;
    let bus = BluezBus::with_strap(folder.as_ref(), true)?;
    println!("{}", bus.address());
    let (open, ended) = channel::<()>();
    std::thread::spawn(move || {
        let _open = open;
        // Nobody writes; what ends is the pipe.
        std::io::stdin().read_to_end(&mut Vec::new())
    });
    // Flags: contact, and a rate in one byte.
    for rate in (60..76).chain((61..77).rev()).cycle() {
        if ended.recv_timeout(Duration::from_secs(1)) != Err(RecvTimeoutError::Timeout) {
            break;
        }
        if bus.is_listened_to() {
            bus.send(&[0x06, rate]).map_err(Error::other)?;
            println!("beat");
        }
    }
    Ok(())
}

#[cfg(not(target_os = "linux"))]
fn main() {
    println!("BlueZ is Linux's");
}
