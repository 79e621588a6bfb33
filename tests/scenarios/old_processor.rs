//! A session on a processor without AVX, as qemu plays one: it goes on without faces, and says why.

use attune_core::ports::Archive as _;
use attune_core::{Affect, ErrorCode};
use attune_session::view::DeviceState;
use attune_session::{Composition, Engine, SensePorts, Session, no_player};
use attune_store::Store;
use attune_vision::FaceEyes;
use attune_vision::frames::Looped;
use std::env;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::thread::sleep;
use std::time::{Duration, Instant};

/// Set for the program that runs on that processor: the folder in which it works.
const FOLDER: &str = "ATTUNE_TEST_OLD_PROCESSOR";
/// The program is translated while it runs.
const PATIENCE: Duration = Duration::from_mins(5);

/// A session with the store, the starter catalogue, and a picture for a camera.
fn session(folder: &Path) -> Session {
    let (store, warnings) = Store::open(folder).unwrap();
    assert_eq!(warnings, []);
    let picture = attune_tests::root().join("crates/attune-vision/tests/data/astronaut.png");
    Session::start(Composition {
        archive: Box::new(store),
        options: super::options(),
        clock: Arc::new(|| super::START),
        open_camera: Arc::new(move |_| {
            let pictures = [picture.clone()];
            Looped::open(&pictures).map(|camera| Box::new(camera) as Box<dyn attune_core::ports::FrameSource>)
        }),
        open_eyes: Arc::new(|| Ok(Box::new(FaceEyes::open(None)?))),
        senses: SensePorts::none(),
        open_player: no_player(),
        listener: Box::new(|_| ()),
    })
    .unwrap()
}

fn run_there(folder: &Path) {
    let session = session(folder);
    session.start_camera().unwrap();
    let begun = Instant::now();
    let mut state = session.call(Engine::state).unwrap();
    while state.camera.error.is_none() || state.queue.next.is_empty() {
        assert!(begun.elapsed() < PATIENCE, "{:?}, {} to come", state.camera, state.queue.next.len());
        sleep(Duration::from_millis(50));
        state = session.call(Engine::state).unwrap();
    }
    let camera = state.camera;
    let code = camera.error.as_ref().map(|error| error.code);
    assert_eq!((camera.state, code), (DeviceState::Failed, Some(ErrorCode::CpuUnsupported)), "{camera:?}");
    session.call(|engine, now| engine.correct_mood(Affect::new(0.6, 0.5), now)).unwrap();
    drop(session);
    let (store, _) = Store::open(folder).unwrap();
    let all = (attune_core::Timestamp(0), attune_core::Timestamp(i64::MAX));
    assert_eq!(store.history(all.0, all.1).unwrap().len(), 1, "and the mood is kept");
}

#[test]
fn a_session_goes_on_without_faces_and_says_why() {
    if let Some(folder) = env::var_os(FOLDER) {
        return run_there(Path::new(&folder));
    }
    if let Err(why) = attune_models::runtime::find(None) {
        println!("skipped: {why}");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let mut program = Command::new("qemu-x86_64");
    // Where a variable names a runtime, a program may start itself anew to set this one, and that leaves the emulator.
    program.args(["-cpu", "Nehalem"]).arg(env::current_exe().unwrap()).env("ORT_DISABLE_TELEMETRY", "1");
    let test = ["--exact", "old_processor::a_session_goes_on_without_faces_and_says_why"];
    let Ok(ran) = program.args(test).env(FOLDER, folder.path()).output() else {
        println!("skipped: no qemu-x86_64 here");
        return;
    };
    let said = String::from_utf8_lossy(&ran.stdout) + String::from_utf8_lossy(&ran.stderr);
    assert!(ran.status.success() && said.contains("1 passed"), "{said}");
}
