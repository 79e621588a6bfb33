//! A session on a scripted camera, and what this process holds.
#![expect(clippy::unwrap_used, reason = "a test's own functions may panic as the test may")]

use attune_core::{Sighting, Timestamp};
use attune_session::view::{DeviceState, UiEvent};
use attune_session::{Composition, EngineOptions, Session};
use attune_testkit::{MemoryArchive, ScriptedCameras, ScriptedEyes, catalogue};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::mpsc::{Receiver, channel};

/// A session, and the camera's states as they come.
pub(crate) fn session(cameras: &ScriptedCameras) -> (Session, Receiver<DeviceState>) {
    let (cameras, ticks) = (cameras.clone(), AtomicI64::new(1_700_000_000_000));
    let (send, states) = channel();
    let composition = Composition {
        archive: Box::new(MemoryArchive::default()),
        options: EngineOptions { version: "test".into(), seed: 1, starter: catalogue(10), warnings: vec![] },
        clock: Arc::new(move || Timestamp(ticks.fetch_add(50, Ordering::SeqCst))),
        open_camera: Arc::new(move |id| cameras.open(id.as_deref())),
        open_eyes: Arc::new(|| Ok(Box::new(ScriptedEyes::new([Ok(Sighting::NoFace)])))),
        senses: attune_session::SensePorts::none(),
        open_player: attune_session::no_player(),
        listener: Box::new(move |event| {
            if let UiEvent::Camera(camera) = event {
                let _ = send.send(camera.state);
            }
        }),
    };
    (Session::start(composition).unwrap(), states)
}

/// Threads and open files of this process, and the bytes that it has in memory.
pub(crate) fn held() -> Option<(usize, usize, u64)> {
    let count = |folder: &str| std::fs::read_dir(folder).map(Iterator::count);
    let memory = std::fs::read_to_string("/proc/self/statm").ok()?;
    let pages: u64 = memory.split(' ').nth(1)?.parse().ok()?;
    Some((count("/proc/self/task").ok()?, count("/proc/self/fd").ok()?, pages * 4_096))
}
