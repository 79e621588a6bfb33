//! A stand-in for logind and `UPower` on a bus of its own.

#![expect(clippy::unused_self, reason = "the bus wants methods")]

use super::*;
use attune_session::Presence::{Asleep, Awake, LidOpen, LidShut, Locked, Unlocked};
use std::io::{BufRead as _, BufReader, PipeReader, Read as _, pipe};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use zbus::zvariant::Value;

const SOON: Duration = Duration::from_mins(3);
const PATH: &str = "/org/freedesktop/login1/session/_37";

/// A bus that ends with the test.
struct Bus(Child, String);

impl Bus {
    /// None where there is no program for it.
    fn start() -> Option<Self> {
        let mut child = Command::new("dbus-daemon")
            .args(["--session", "--nofork", "--print-address=1"])
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|_| println!("skipped: dbus-daemon is not installed"))
            .ok()?;
        let mut address = String::new();
        BufReader::new(child.stdout.take()?).read_line(&mut address).ok()?;
        Some(Self(child, address.trim().to_owned()))
    }

    fn builder(&self) -> connection::Builder<'_> {
        connection::Builder::address(self.1.as_str()).unwrap()
    }
}

impl Drop for Bus {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// What the stand-ins answer.
#[derive(Clone, Default)]
struct World {
    locked: Arc<AtomicBool>,
    shut: Arc<AtomicBool>,
    docked: Arc<AtomicBool>,
    inhibitors: Arc<Mutex<Vec<PipeReader>>>,
}

struct Manager(World);

#[zbus::interface(name = "org.freedesktop.login1.Manager")]
impl Manager {
    fn get_session(&self, id: &str) -> OwnedObjectPath {
        assert_eq!(id, "7");
        OwnedObjectPath::try_from(PATH).unwrap()
    }

    fn inhibit(&self, what: &str, who: &str, why: &str, mode: &str) -> OwnedFd {
        assert_eq!((what, who, mode), ("sleep", "Attune", "delay"));
        assert!(!why.is_empty());
        let (reader, writer) = pipe().unwrap();
        self.0.inhibitors.lock().unwrap().push(reader);
        OwnedFd::from(std::os::fd::OwnedFd::from(writer))
    }

    #[zbus(property)]
    fn docked(&self) -> bool {
        self.0.docked.load(Ordering::SeqCst)
    }
}

struct OwnSession(World);

#[zbus::interface(name = "org.freedesktop.login1.Session")]
impl OwnSession {
    #[zbus(property)]
    fn id(&self) -> &'static str {
        "7"
    }

    #[zbus(property)]
    fn locked_hint(&self) -> bool {
        self.0.locked.load(Ordering::SeqCst)
    }
}

struct Power(World);

#[zbus::interface(name = "org.freedesktop.UPower")]
impl Power {
    #[zbus(property)]
    fn lid_is_closed(&self) -> bool {
        self.0.shut.load(Ordering::SeqCst)
    }
}

struct Ear {
    heard: Sender<Presence>,
    camera_closed: Arc<AtomicBool>,
    listens: Arc<AtomicBool>,
}

impl Hear for Ear {
    fn hear(&self, presence: Presence) -> bool {
        self.heard.send(presence).is_ok() && self.listens.load(Ordering::SeqCst)
    }

    fn devices_are_closed(&self) -> bool {
        self.camera_closed.load(Ordering::SeqCst)
    }
}

struct Scene {
    world: World,
    services: Connection,
    heard: Receiver<Presence>,
    camera_closed: Arc<AtomicBool>,
    listens: Arc<AtomicBool>,
    thread: JoinHandle<zbus::Result<()>>,
    _bus: Bus,
}

impl Scene {
    /// Somebody who listens already, in a session that is locked.
    fn locked() -> Option<Self> {
        let bus = Bus::start()?;
        let world = World::default();
        world.locked.store(true, Ordering::SeqCst);
        let served = bus.builder().name(LOGIND).unwrap().name(UPOWER).unwrap();
        let served = served.serve_at(LOGIND_PATH, Manager(world.clone())).unwrap();
        let served = served.serve_at(OWN_SESSION, OwnSession(world.clone())).unwrap();
        let served = served.serve_at(PATH, OwnSession(world.clone())).unwrap();
        let services = served.serve_at(UPOWER_PATH, Power(world.clone())).unwrap().build().unwrap();
        let system = System::over(bus.builder()).unwrap();
        let (send, heard) = channel();
        let (camera_closed, listens) = (Arc::new(AtomicBool::new(true)), Arc::new(AtomicBool::new(true)));
        let ear = Ear { heard: send, camera_closed: camera_closed.clone(), listens: listens.clone() };
        let thread = std::thread::spawn(move || system.listen(&ear));
        let scene = Self { world, services, heard, camera_closed, listens, thread, _bus: bus };
        assert_eq!(scene.next(), Locked, "as it was at the start");
        Some(scene)
    }

    fn next(&self) -> Presence {
        self.heard.recv_timeout(SOON).unwrap()
    }

    fn emit(
        &self,
        path: &str,
        interface: &str,
        member: &str,
        body: &(impl serde::Serialize + zbus::zvariant::DynamicType),
    ) {
        self.services.emit_signal(None::<&str>, path, interface, member, body).unwrap();
    }

    /// Tells that a property changed; its value has to be asked for.
    fn changed(&self, path: &str, interface: &str, property: &str) {
        let body = (interface, HashMap::<&str, Value<'_>>::new(), vec![property]);
        self.emit(path, "org.freedesktop.DBus.Properties", "PropertiesChanged", &body);
    }

    fn sleep(&self, begins: bool) {
        self.emit(LOGIND_PATH, MANAGER, "PrepareForSleep", &(begins,));
    }
}

#[test]
fn lock_and_lid_are_told_as_they_change() {
    let Some(scene) = Scene::locked() else { return };
    let lock = |locked| {
        scene.world.locked.store(locked, Ordering::SeqCst);
        scene.changed(PATH, SESSION, "LockedHint");
        scene.next()
    };
    assert_eq!([lock(false), lock(true), lock(false)], [Unlocked, Locked, Unlocked]);
    scene.emit(PATH, SESSION, "Lock", &());
    assert_eq!(scene.next(), Locked);
    // Another session's affairs and other properties say nothing.
    scene.emit("/org/freedesktop/login1/session/_38", SESSION, "Unlock", &());
    scene.changed(PATH, SESSION, "IdleHint");
    scene.emit(PATH, SESSION, "Unlock", &());
    assert_eq!(scene.next(), Unlocked);
    let lid = |shut, docked| {
        scene.world.shut.store(shut, Ordering::SeqCst);
        scene.world.docked.store(docked, Ordering::SeqCst);
        scene.changed(UPOWER_PATH, UPOWER, "LidIsClosed");
        scene.next()
    };
    assert_eq!([lid(true, false), lid(false, false), lid(true, true)], [LidShut, LidOpen, LidOpen]);
    scene.listens.store(false, Ordering::SeqCst);
    // At the latest the second message finds that nobody listens.
    scene.sleep(false);
    scene.sleep(false);
    assert!(scene.thread.join().unwrap().is_ok());
}

#[test]
fn the_machine_sleeps_only_when_the_camera_is_closed() {
    let Some(scene) = Scene::locked() else { return };
    let inhibitor = || scene.world.inhibitors.lock().unwrap().pop().expect("asked to be waited for");
    let mut held = inhibitor();
    scene.camera_closed.store(false, Ordering::SeqCst);
    scene.sleep(true);
    assert_eq!(scene.next(), Asleep);
    let (send, released) = channel();
    std::thread::spawn(move || {
        let _ = held.read_to_end(&mut Vec::new());
        let _ = send.send(());
    });
    assert!(released.recv_timeout(Duration::from_millis(300)).is_err(), "the camera is still open");
    scene.camera_closed.store(true, Ordering::SeqCst);
    released.recv_timeout(SOON).unwrap();
    scene.sleep(false);
    assert_eq!(scene.next(), Awake);
    // Asked for again: told after it was heard.
    scene.sleep(true);
    assert_eq!(scene.next(), Asleep);
    inhibitor();
}

#[test]
fn without_a_logind_there_is_an_error_and_no_wait() {
    let Some(bus) = Bus::start() else { return };
    assert!(System::over(bus.builder()).is_err());
}
