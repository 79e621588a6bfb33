//! A whole session in the window, started as desktops start it: what it leaves in a home, and whom it tries to reach.

use std::fs;
use std::os::unix::process::ExitStatusExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use attune_audio::synth::{Piece, Style, wav};
use attune_core::ports::Archive as _;
use attune_core::{Settings, Timestamp};
use attune_library::Library;
use attune_store::Store;

use crate::launch::{self, Launch};
use crate::playing::heard_by;
use crate::server::Server;
use crate::{canary, isolation, leftovers, namespace};

const LIST: &str =
    "track_id,track_name,artists,valence,energy\n4uLU6hMCjMI75M1A2tKUQC,Only One,Nobody,0.5,0.5\n";
const ESCAPE: &str = "\u{e00c}";
/// Long enough for the window to be drawn and settle.
const AT_LEAST: Duration = Duration::from_secs(8);
/// When a mood should have been written down and the music been found.
const AT_MOST: Duration = Duration::from_mins(4);

/// What lies in a home before: a camera that opens at the start, and music of one's own.
struct Scene(tempfile::TempDir);

impl Scene {
    fn new() -> Self {
        let scene = Self(tempfile::tempdir().unwrap());
        for folder in ["home", "run", "tmp", "pictures", "music"] {
            fs::create_dir(scene.0.path().join(folder)).unwrap();
        }
        canary::picture().save(scene.at("pictures/0.png")).unwrap();
        let piece = Piece {
            style: Style::Pads,
            bpm: 90.0,
            tonic: 2,
            minor: false,
            seconds: 12.0,
            peak_db: -3.0,
            seed: 1,
        };
        fs::write(scene.at("music/piece.wav"), wav(&piece.render(22_050), 22_050)).unwrap();
        let settings = Settings { first_start_done: true, camera_at_start: true, ..Settings::default() };
        launch::keep_settings(&scene.data(), &settings);
        let (library, _) = Library::open(&scene.data()).unwrap();
        library.add_folder(&scene.at("music"), Timestamp(1)).unwrap();
        scene
    }

    fn at(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn data(&self) -> PathBuf {
        self.at("home/.local/share/attune")
    }

    /// No file that was written holds a picture, as a file or as bare pixels. What lies open in a tray is the app's icon.
    fn holds_no_picture(&self) {
        for folder in ["home", "run", "tmp"].map(|name| self.at(name)) {
            for file in leftovers::files(&folder) {
                let Ok(bytes) = fs::read(folder.join(&file)) else { continue };
                let found = canary::what_is_in(&bytes);
                let is_icon =
                    file.components().any(|part| part.as_os_str().to_string_lossy().contains("tray-icon"));
                assert!(
                    found.is_none() || (is_icon && found == Some("a picture file")),
                    "{found:?} in {}",
                    file.display()
                );
            }
        }
    }

    fn start(&self, mut command: Command) -> App {
        leftovers::misleading().for_each(|name| {
            command.env_remove(name);
        });
        // Where desktops have what lives as long as a sign-in; without it some libraries use the home.
        command.env("XDG_RUNTIME_DIR", self.at("run"));
        command.env("TMPDIR", self.at("tmp")).current_dir(self.at("tmp"));
        command.env("HOME", self.at("home")).env("ATTUNE_CAMERA_FOLDER", self.at("pictures"));
        command.stdin(Stdio::null()).stdout(Stdio::null());
        App(command.spawn().unwrap())
    }

    /// Whether a mood is written down and the music of one's own was found.
    fn is_used(&self) -> bool {
        let all = (Timestamp(0), Timestamp(i64::MAX));
        let moods = Store::open(&self.data())
            .is_ok_and(|(store, _)| store.history(all.0, all.1).is_ok_and(|moods| !moods.is_empty()));
        let folders = Library::open(&self.data()).and_then(|(library, _)| library.folders());
        moods && folders.is_ok_and(|all| all.iter().any(|folder| folder.tracks > 0))
    }
}

/// The running app; it ends with the test.
struct App(Child);

impl App {
    /// Runs until the session has done its work, with a `look` at the process ten times a second.
    fn until_used(&mut self, scene: &Scene, mut look: impl FnMut(u32)) {
        let begun = Instant::now();
        while begun.elapsed() < AT_LEAST || !scene.is_used() {
            assert!(begun.elapsed() < AT_MOST, "neither mood nor music after {AT_MOST:?}");
            assert_eq!(self.0.try_wait().unwrap(), None, "the app runs");
            for _ in 0..10 {
                look(self.0.id());
                sleep(Duration::from_millis(100));
            }
        }
    }
}

impl Drop for App {
    fn drop(&mut self) {
        // As a desktop ends programs at its end.
        let _ = Command::new("kill").arg(self.0.id().to_string()).status();
        let _ = self.0.wait();
    }
}

#[test]
fn only_our_own_files_are_left_in_a_home() {
    let scene = Scene::new();
    scene.start(Command::new(launch::app())).until_used(&scene, |_| {});
    let left = leftovers::files(&scene.at("home"));
    println!("left: {left:?}");
    let foreign: Vec<_> = left.iter().filter(|file| !is_ours(file)).collect();
    assert!(foreign.is_empty(), "{foreign:?}");
    scene.holds_no_picture();
}

#[test]
fn a_crash_while_the_camera_is_on_leaves_no_picture_of_the_memory() {
    let scene = Scene::new();
    let unlimited = |then: &str| {
        let mut command = Command::new("sh");
        command.args(["-c", &format!("ulimit -c unlimited && {then}")]).arg(launch::app());
        command
    };
    // Where even this leaves none, nothing can be shown.
    let shown = unlimited("kill -ABRT $$").current_dir(scene.0.path()).status().unwrap();
    if !shown.core_dumped() {
        println!("skipped: a crash writes no core here (ulimit -Hc)");
        return;
    }
    let mut app = scene.start(unlimited("exec \"$0\""));
    app.until_used(&scene, |_| {});
    let killed = Command::new("kill").args(["-ABRT", &app.0.id().to_string()]).status().unwrap();
    assert!(killed.success());
    let ended = app.0.wait().unwrap();
    assert_eq!((ended.signal(), ended.core_dumped()), (Some(6), false));
    scene.holds_no_picture();
}

/// Our data, and what the window's engine keeps in folders that have our name.
fn is_ours(file: &Path) -> bool {
    let folders = [".local/share/attune", ".local/share/app.attune.player", ".cache/app.attune.player"];
    folders.iter().any(|folder| file.starts_with(folder))
}

#[test]
fn a_whole_journey_sends_nothing_where_a_way_out_is() {
    if !namespace::is_inside("promise::a_whole_journey_sends_nothing_where_a_way_out_is", &[]) {
        return;
    }
    let Some(sound) = Server::start() else { return };
    let scene = Scene::new();
    let list = scene.at("list.csv");
    fs::write(&list, LIST).unwrap();
    let launch = Launch::on(&scene.at("data"), "journey").picking(list).adding(scene.at("music"));
    heard_by(&sound, launch.seeing(scene.at("pictures"))).run(async |window| {
        window.click("nav-library").await;
        window.click("import-csv").await;
        window.find("import-report").await;
        window.click("library-tab-own").await;
        window.click("own-add-folder").await;
        window.until("the music is found", async || window.has("own-row").await).await;
        window.click("nav-now").await;
        window.click("camera-toggle").await;
        let watches = async || window.attribute("camera-state", "data-state").await == "on";
        window.until("the camera is on", watches).await;
        window.drag_dot(60, -40).await;
        window.click("player-play").await;
        let plays = async || window.attribute("player-play", "aria-label").await == "Pause";
        window.until("it plays", plays).await;
        window.click("player-next").await;
        window.click("nav-history").await;
        window.click("nav-settings").await;
        window.click("add-server").await;
        window.retype("server-address", "https://music.example.org").await;
        window.keys("server-address", ESCAPE).await;
        window.gone("server-dialog").await;
        window.click("spotify-set-up").await;
        window.click("spotify-next").await;
        window.find("spotify-next").await;
    });
    namespace::nothing_left();
}

/// Calls of the system's that have to do with a network, of a whole session with all its processes.
#[test]
fn no_call_of_a_session_leads_to_a_network() {
    let traced = |trace: &Path| {
        let mut command = Command::new("strace");
        // Other calls are not stopped at, so that the session is about as fast as ever; and the session is our child, not the
        // one that traces it, which lets no signal through.
        command
            .args(["-D", "-f", "--seccomp-bpf", "-qq", "-e", "trace=network", "-e", "signal=none", "-o"])
            .arg(trace);
        command
    };
    let scene = Scene::new();
    let trace = scene.at("trace");
    if !traced(&trace).arg("true").output().is_ok_and(|tried| tried.status.success()) {
        println!("skipped: no strace here that may trace");
        return;
    }
    let mut command = traced(&trace);
    command.arg(launch::app());
    scene.start(command).until_used(&scene, |_| {});
    let calls = fs::read(&trace).unwrap();
    let calls = String::from_utf8_lossy(&calls);
    // The display and the bus are reached.
    assert!(calls.lines().any(|call| call.contains("connect(") && call.contains("AF_UNIX")), "{calls}");
    assert!(
        leads_beyond("7 connect(3, {sa_family=AF_INET, sin_port=htons(443)}, 16) = 0"),
        "one that would be found"
    );
    let beyond: Vec<_> = calls.lines().filter(|call| leads_beyond(call)).collect();
    assert_eq!(beyond, Vec::<&str>::new());
    println!("{} calls", calls.lines().count());
}

/// Whether a traced call opens or names a socket for anything but this machine's programs and its kernel, which tells the
/// session what network there is.
fn leads_beyond(call: &str) -> bool {
    let is_here =
        |family: &str| ["AF_UNIX", "AF_NETLINK", "AF_UNSPEC"].iter().any(|own| family.starts_with(own));
    ["socket(", "sa_family="].iter().any(|before| !call.split(before).skip(1).all(is_here))
}

#[test]
fn nobody_is_reached_without_spotify() {
    let Some(command) = isolation::command(&launch::app()) else { return };
    let scene = Scene::new();
    let (mut tried, mut looks) = (Vec::new(), 0);
    scene.start(command).until_used(&scene, |process| {
        if isolation::has_begun(process) {
            tried.extend(isolation::attempts(process));
            looks += 1;
        }
    });
    assert!(looks > 20, "{looks}");
    tried.sort();
    tried.dedup();
    assert_eq!(tried, Vec::<String>::new());
}
