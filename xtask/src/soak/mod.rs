//! `cargo xtask soak`: the app as it is used, for a long time, watched from outside.
//!
//! The camera is a folder of pictures, the music soundscapes into a sound server without a card, the microphone what that
//! server plays, with a made-up voice in it every twenty seconds, the heart-rate strap a stand-in for the system's Bluetooth,
//! the display one that nobody looks at. Memory, threads, handles, processor time and events are read every few seconds; the
//! curves go to `target/soak/curves.svg`, the readings to `target/soak/readings.csv`.

mod curves;
mod group;
mod sound;
mod strap;
mod verdict;

use std::{
    fs,
    io::{BufRead, BufReader, Write as _},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};

use crate::{
    exec::{Exec, find},
    processes, repo,
    test::display::Display,
};
use sound::{Sound, Speaker};
use strap::Strap;

/// Between two readings.
const STEP: Duration = Duration::from_secs(5);
const MIB: f64 = 1024.0 * 1024.0;
/// What the log says for each event that goes to the window, and how it is asked to.
const EVENT: &str = "an event for the window";
const LOGGED: &str = "warn,attune_app::coalesce=trace";

/// Soundscapes alone, the camera on from the start, and nothing left to be explained.
const SETTINGS: &str = r#"{"version":1,"firstStartDone":true,"cameraAtStart":true,"player":"local",
    "soundscapeShare":1.0,"sensesExplained":["voice","pulse"]}"#;

/// Starts the app, and plays as a media key does, until it plays: its soundscapes are composed first.
const START: &str = r#"player() { dbus-send --session --print-reply --dest=org.mpris.MediaPlayer2.attune /org/mpris/MediaPlayer2 "$@" 2>/dev/null; }
(until player org.freedesktop.DBus.Properties.Get string:org.mpris.MediaPlayer2.Player string:PlaybackStatus | grep -q Playing
 do player org.mpris.MediaPlayer2.Player.Play; sleep 3; done) >&- 2>&- & exec "$@""#;

#[derive(clap::Args)]
pub(crate) struct Options {
    /// How long it is watched; the first third, at most ten minutes, is for warming up
    #[arg(long, default_value_t = 30)]
    minutes: u64,
    /// An app called `attune` that is built already, with its interface in it; otherwise it is built
    #[arg(long, value_name = "FILE")]
    app: Option<PathBuf>,
}

/// What was read at one moment.
#[derive(Debug, Clone, Copy, Default)]
struct Reading {
    /// Hours since the start.
    hours: f64,
    /// MiB that the app's own process holds, and those that draw its interface: without what lies in files, of which a process
    /// has a greater share whenever another one that shares it ends.
    memory: f64,
    drawing_memory: f64,
    threads: f64,
    handles: f64,
    /// Processor time since the last reading, in % of one core.
    busy: f64,
    /// Events to the window a second since then.
    events: f64,
}

/// Watches, draws, judges. Fails over a limit.
pub(crate) fn soak(options: &Options) -> Result<()> {
    if !cfg!(target_os = "linux") {
        println!("skipped: the app is watched on Linux only");
        return Ok(());
    }
    let (Some(server), Some(bus)) = (find("Xvfb"), find("dbus-run-session")) else {
        bail!("Xvfb and dbus-run-session are needed: cargo xtask setup --test");
    };
    group::contained(|| run(options, &server, &bus))
}

fn run(options: &Options, server: &Path, bus: &Path) -> Result<()> {
    let program = build(options.app.as_deref())?;
    let folder = repo::target().join("soak");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("data"))?;
    let display = Display::start(server, None)?;
    let sound = Sound::start(&folder)?;
    let strap = Strap::start(&folder)?;
    let app = App::start(bus, &program, &folder, &display, sound.as_ref(), &strap)?;
    let speaker = sound.as_ref().map(|sound| Speaker::start(sound, &folder)).transpose()?;
    let readings = watch(&app, Duration::from_mins(options.minutes))?;
    let is_heard = sound.as_ref().is_none_or(Sound::is_recorded);
    println!(
        "the microphone is {}; the strap told {} beats",
        if is_heard { "open" } else { "not open" },
        strap.beats()
    );
    drop((app, speaker));
    write(&folder, &readings)?;
    let all_through = verdict::judge(&readings, options.minutes);
    println!("curves: {}", repo::shown(&folder.join("curves.svg")));
    if !is_heard || strap.beats() == 0 {
        bail!("not every sense was on");
    }
    if !all_through {
        bail!("over a limit");
    }
    Ok(())
}

/// Builds the app with its interface in it, unless there is one, and the voice and the strap.
fn build(app: Option<&Path>) -> Result<PathBuf> {
    let stand_ins = ["--bin", "fake-bluez", "--example", "made_up_voice"];
    // As the tests are built, so that nothing is built twice with other features.
    let features = "attune/custom-protocol,attune-testkit/bluez";
    let cargo = Exec::cargo().args([
        "build",
        "--locked",
        "--workspace",
        "--exclude",
        "xtask",
        "--features",
        features,
    ]);
    let cargo = cargo.args(stand_ins);
    if let Some(app) = app {
        cargo.go()?;
        return Ok(app.to_owned());
    }
    Exec::npm().args(["run", "build"]).go()?;
    cargo.args(["--bin", "attune"]).go()?;
    Ok(repo::built("debug", "attune"))
}

fn watch(app: &App, long: Duration) -> Result<Vec<Reading>> {
    let begun = Instant::now();
    let (mut readings, mut last) = (Vec::new(), (begun, Duration::ZERO, 0));
    println!("watching for {} minutes", long.as_secs() / 60);
    while begun.elapsed() < long {
        thread::sleep(STEP);
        let usage = processes::usage(app.child.id());
        if usage.threads == 0 {
            bail!("the app has ended after {:?}", begun.elapsed());
        }
        let (now, events) = (Instant::now(), app.events.load(Ordering::Relaxed));
        let seconds = (now - last.0).as_secs_f64();
        readings.push(Reading {
            hours: begun.elapsed().as_secs_f64() / 3600.0,
            memory: usage.held as f64 / MIB,
            drawing_memory: usage.drawing_held as f64 / MIB,
            threads: usage.threads as f64,
            handles: usage.handles as f64,
            busy: usage.busy.saturating_sub(last.1).as_secs_f64() / seconds * 100.0,
            events: (events - last.2) as f64 / seconds,
        });
        last = (now, usage.busy, events);
    }
    Ok(readings)
}

fn write(folder: &Path, readings: &[Reading]) -> Result<()> {
    let mut table = fs::File::create(folder.join("readings.csv"))?;
    writeln!(table, "hours,app MiB,interface MiB,threads,handles,processor %,events/s")?;
    for r in readings {
        writeln!(
            table,
            "{:.4},{:.2},{:.2},{},{},{:.2},{:.2}",
            r.hours, r.memory, r.drawing_memory, r.threads, r.handles, r.busy, r.events
        )?;
    }
    Ok(fs::write(folder.join("curves.svg"), curves::draw(readings))?)
}

/// The running app; gone when dropped.
struct App {
    child: Child,
    /// Events that went to the window so far.
    events: Arc<AtomicU64>,
}

impl App {
    fn start(
        bus: &Path,
        program: &Path,
        folder: &Path,
        display: &Display,
        sound: Option<&Sound>,
        strap: &Strap,
    ) -> Result<Self> {
        let data = folder.join("data");
        fs::write(data.join("settings.json"), SETTINGS)?;
        let mut command = Command::new(bus);
        command.args(["--", "sh", "-c", START, "sh"]).arg(program).arg("--data-dir").arg(&data);
        if let Some(sound) = sound {
            command.env("PULSE_SERVER", sound.address());
        }
        let mut child = command
            .env("DISPLAY", &display.name)
            .env("ATTUNE_CAMERA_FOLDER", repo::root().join("crates/attune-vision/tests/data"))
            .env("DBUS_SYSTEM_BUS_ADDRESS", strap.address())
            .env("ATTUNE_TEST_SENSES", "voice,pulse")
            .env("RUST_LOG", LOGGED)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .context("cannot start the app")?;
        let events = Arc::new(AtomicU64::new(0));
        let counted = Arc::clone(&events);
        let mut rest = fs::File::create(folder.join("log"))?;
        if let Some(log) = child.stderr.take() {
            thread::spawn(move || {
                for line in BufReader::new(log).lines().map_while(Result::ok) {
                    if line.contains(EVENT) {
                        counted.fetch_add(1, Ordering::Relaxed);
                    } else {
                        // For whoever looks for the reason of a failure.
                        let _ = writeln!(rest, "{line}");
                    }
                }
            });
        }
        Ok(Self { child, events })
    }
}

impl Drop for App {
    fn drop(&mut self) {
        for process in processes::below(self.child.id()) {
            Exec::new("kill").args(["-KILL", &process.to_string()]).quiet().succeeds();
        }
        let _ = self.child.wait();
    }
}
