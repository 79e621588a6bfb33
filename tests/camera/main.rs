//! A whole session on a real camera: `cargo xtask camera-vm` runs this in a small machine with the kernel's vivid
//! driver. No default target, since it switches cameras on.
#![cfg(target_os = "linux")]

use attune_core::ErrorCode;
use attune_core::{Expression, ExpressionScores, Sighting, Timestamp};
use attune_session::view::{AppState, DeviceState};
use attune_session::{Composition, Engine, EngineOptions, Session};
use attune_testkit::{MemoryArchive, ScriptedEyes, catalogue};
use attune_vision::frames::camera::Camera;
use std::fs;
use std::sync::Arc;
use std::thread::sleep;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};
use v4l::Device;
use v4l::control::{Control, Value};

const DRIVER: &str = "/sys/bus/platform/drivers/vivid";

fn session() -> Session {
    let seen = Sighting::Face(ExpressionScores::certain(Expression::Happiness));
    let composition = Composition {
        archive: Box::new(MemoryArchive::default()),
        options: EngineOptions { version: "test".into(), seed: 1, starter: catalogue(10), warnings: vec![] },
        clock: Arc::new(|| {
            let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
            Timestamp(now.as_millis() as i64)
        }),
        open_camera: Arc::new(|id| Ok(Box::new(Camera::open(id.as_deref())?))),
        open_eyes: Arc::new(move || Ok(Box::new(ScriptedEyes::new([Ok(seen)])))),
        senses: attune_session::SensePorts::none(),
        open_player: attune_session::no_player(),
        listener: Box::new(|_| {}),
    };
    Session::start(composition).unwrap()
}

fn state(session: &Session) -> AppState {
    session.call(Engine::state).unwrap()
}

/// Waits for a state and prints how long that took.
fn wait_for(session: &Session, wanted: DeviceState, what: &str) -> AppState {
    let start = Instant::now();
    loop {
        let now = state(session);
        if now.camera.state == wanted {
            println!("{what}: {wanted:?} after {:.1} s", start.elapsed().as_secs_f64());
            return now;
        }
        assert!(start.elapsed() < Duration::from_secs(120), "{what}: still {:?}", now.camera);
        sleep(Duration::from_millis(20));
    }
}

/// The cameras that this process has open.
fn held() -> usize {
    let files = fs::read_dir("/proc/self/fd").unwrap().flatten();
    files
        .filter(|f| fs::read_link(f.path()).is_ok_and(|to| to.starts_with("/dev") && named_video(&to)))
        .count()
}

fn named_video(path: &std::path::Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("video"))
}

/// Tells vivid to drop this share of its pictures.
fn drop_pictures(percent: i64) {
    let device = Device::new(0).unwrap();
    let switches = device.query_controls().unwrap();
    let id = switches.iter().find(|c| c.name == "Percentage of Dropped Buffers").expect("vivid's switch").id;
    device.set_control(Control { id, value: Value::Integer(percent) }).unwrap();
}

#[test]
fn a_session_lives_through_what_happens_to_its_camera() {
    if !fs::exists(DRIVER).unwrap_or(false) {
        println!("skipped: no vivid driver");
        return;
    }
    let s = session();
    s.start_camera().unwrap();
    let name = wait_for(&s, DeviceState::On, "start").camera.name;
    assert_eq!(held(), 1);

    fs::write(format!("{DRIVER}/unbind"), "vivid.0").unwrap();
    let waiting = wait_for(&s, DeviceState::Waiting, "pulled out").camera;
    assert_eq!((waiting.name, waiting.error.unwrap().code), (name.clone(), ErrorCode::CameraLost));
    sleep(Duration::from_secs(2));
    assert_eq!((state(&s).camera.state, held()), (DeviceState::Waiting, 0));
    fs::write(format!("{DRIVER}/bind"), "vivid.0").unwrap();
    assert_eq!(wait_for(&s, DeviceState::On, "put back").camera.name, name);

    drop_pictures(100);
    let stuck = wait_for(&s, DeviceState::Waiting, "hung up");
    assert_eq!(stuck.camera.error.unwrap().code, ErrorCode::CameraStuck);
    assert!(stuck.banners.iter().any(|b| b.error.code == ErrorCode::CameraStuck));
    drop_pictures(0);
    let back = wait_for(&s, DeviceState::On, "comes back");
    assert!(back.banners.iter().all(|b| b.error.code != ErrorCode::CameraStuck));

    s.pause_camera().unwrap();
    wait_for(&s, DeviceState::Off, "pause");
    assert_eq!(held(), 0, "off means closed");
}
