//! Figures of the running app: how soon its window shows, what it costs while nothing happens and while it watches.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};

use super::screen;
use crate::{
    exec::{Exec, find},
    processes, repo,
    test::display::Display,
};

const STARTS: usize = 5;
const SETTLE: Duration = Duration::from_secs(10);
const SAMPLE: Duration = Duration::from_secs(15);

/// Builds the app and measures it on a display of its own.
pub(super) fn measure() -> Result<()> {
    if !cfg!(target_os = "linux") {
        println!("The running app is measured on Linux only.");
        return Ok(());
    }
    let (Some(server), Some(bus)) = (find("Xvfb"), find("dbus-run-session")) else {
        bail!("Xvfb and dbus-run-session are needed: cargo xtask setup --test");
    };
    // The release build has no stand-in for a camera, so this is the build of every day, with its models' native library.
    Exec::cargo().args(["build", "--locked", "--package", "attune", "--features", "custom-protocol"]).go()?;
    let memory = repo::scratch().join("display");
    fs::create_dir_all(&memory)?;
    let display = Display::start(&server, Some(&memory))?;
    let bench = Bench { bus, display: display.name.clone(), screen: memory.join("Xvfb_screen0") };

    let mut starts = (0..STARTS).map(|_| bench.start_up()).collect::<Result<Vec<_>>>()?;
    starts.sort();
    println!("\nThe app (debug build)");
    row("window drawn, first", starts[STARTS - 1].as_millis(), "ms (slowest start)");
    row("window drawn, median", starts[STARTS / 2].as_millis(), "ms");
    bench.load("With the camera closed", r#"{"version":1,"firstStartDone":true}"#, &[])?;
    let pictures = repo::root().join("crates/attune-vision/tests/data");
    let settings = r#"{"version":1,"firstStartDone":true,"cameraAtStart":true}"#;
    bench.load("Watching a folder of pictures", settings, &[("ATTUNE_CAMERA_FOLDER", pictures)])
}

fn row(name: &str, value: impl std::fmt::Display, unit: &str) {
    println!("  {name:<24} {value:>8} {unit}");
}

struct Bench {
    bus: PathBuf,
    display: String,
    screen: PathBuf,
}

impl Bench {
    fn app(&self, data: &Path, environment: &[(&str, PathBuf)]) -> Result<App> {
        let child = Command::new(&self.bus)
            .arg("--")
            .arg(repo::built("debug", "attune"))
            .arg("--data-dir")
            .arg(data)
            .env("DISPLAY", &self.display)
            .envs(environment.iter().map(|(key, value)| (key, value)))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .context("cannot start the app")?;
        Ok(App { child })
    }

    /// From starting the program until its interface is on the screen.
    fn start_up(&self) -> Result<Duration> {
        let data = Folder::new("start")?;
        let begin = Instant::now();
        let app = self.app(&data.0, &[])?;
        let end = begin + Duration::from_mins(1);
        while !screen::is_drawn(&self.screen) {
            if Instant::now() > end {
                bail!("no window after a minute");
            }
            thread::sleep(Duration::from_millis(10));
        }
        let took = begin.elapsed();
        drop(app);
        // The display is empty again before the next start.
        while screen::is_drawn(&self.screen) && Instant::now() < end {
            thread::sleep(Duration::from_millis(50));
        }
        Ok(took)
    }

    /// What all processes of the app use once it has settled.
    fn load(&self, name: &str, settings: &str, environment: &[(&str, PathBuf)]) -> Result<()> {
        let data = Folder::new("load")?;
        fs::write(data.0.join("settings.json"), settings)?;
        let app = self.app(&data.0, environment)?;
        thread::sleep(SETTLE);
        let before = processes::usage(app.child.id());
        thread::sleep(SAMPLE);
        let after = processes::usage(app.child.id());
        let share = |from: Duration, to: Duration| {
            format!("{:.1}", to.saturating_sub(from).as_secs_f64() / SAMPLE.as_secs_f64() * 100.0)
        };
        println!("{name}");
        row("processor", share(before.busy, after.busy), "% of one core");
        row("of which drawing", share(before.drawing, after.drawing), "% (without a graphics card)");
        row("memory", after.memory / 1024 / 1024, "MiB, shared pages by share");
        Ok(())
    }
}

/// The running app; gone when dropped.
struct App {
    child: Child,
}

impl Drop for App {
    fn drop(&mut self) {
        for process in processes::below(self.child.id()) {
            Exec::new("kill").args(["-KILL", &process.to_string()]).succeeds();
        }
        let _ = self.child.wait();
    }
}

/// A data folder of its own; gone when dropped.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Result<Self> {
        let path = env::temp_dir().join(format!("attune-bench-{}-{name}", std::process::id()));
        fs::create_dir_all(&path)?;
        Ok(Self(path))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
