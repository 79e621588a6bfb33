//! A sound server without a sound card.

use std::env;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// `PulseAudio` with two outputs, `one` (the default) and `two`, and a place for its files.
pub(crate) struct Server {
    folder: tempfile::TempDir,
    daemon: Option<Child>,
}

impl Server {
    /// Starts one; says so and gives none where the programs are missing.
    pub(crate) fn start() -> Option<Self> {
        let missing: Vec<&str> =
            ["pulseaudio", "pactl", "parec"].into_iter().filter(|name| !installed(name)).collect();
        if !missing.is_empty() {
            println!("skipped: no {} here (cargo xtask setup --test brings them)", missing.join(", "));
            return None;
        }
        let mut server = Self::none();
        server.run();
        Some(server)
    }

    /// Only the place: a machine without any sound.
    pub(crate) fn none() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o700)).unwrap();
        fs::create_dir_all(folder.path().join("pulse")).unwrap();
        // Clients without a cookie are turned away even where any cookie will do.
        fs::write(folder.path().join("cookie"), [7; 256]).unwrap();
        // A sound card of the machine has no part in this.
        fs::write(folder.path().join("asound.conf"), "").unwrap();
        Self { folder, daemon: None }
    }

    /// Starts the daemon, in place of one that was killed.
    pub(crate) fn run(&mut self) {
        let socket = self.path().join("pulse/native");
        let _ = fs::remove_file(&socket);
        let sink = |name: &str| {
            let form = "rate=44100 channels=2 format=float32le";
            format!("module-null-sink sink_name={name} {form} sink_properties=device.description={name}")
        };
        let log = fs::File::create(self.path().join("log")).unwrap();
        let mut daemon = self.command("pulseaudio");
        daemon.args([
            "-n",
            "--daemonize=no",
            "--use-pid-file=no",
            "--exit-idle-time=-1",
            "--disable-shm=yes",
        ]);
        daemon.arg("--log-target=stderr").arg("-L");
        daemon.arg(format!("module-native-protocol-unix auth-anonymous=1 socket={}", socket.display()));
        daemon.args(["-L", &sink("one"), "-L", &sink("two")]);
        self.daemon = Some(daemon.stdout(Stdio::null()).stderr(log).spawn().unwrap());
        let start = Instant::now();
        while !self.quiet(&["info"]) {
            assert!(start.elapsed() < Duration::from_mins(3), "{}", self.log());
            sleep(Duration::from_millis(100));
        }
        self.control(&["set-default-sink", "one"]);
    }

    /// The daemon dies without a word.
    pub(crate) fn kill(&mut self) {
        if let Some(mut daemon) = self.daemon.take() {
            let _ = daemon.kill();
            let _ = daemon.wait();
        }
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// A program that knows this server and no other.
    pub(crate) fn command(&self, program: &str) -> Command {
        let at = |name: &str| self.path().join(name);
        let mut command = Command::new(program);
        command
            .env_remove("DBUS_SESSION_BUS_ADDRESS")
            .env_remove("DISPLAY")
            .env("LC_ALL", "C")
            .env("HOME", self.path())
            .env("XDG_CONFIG_HOME", at("config"))
            .env("XDG_RUNTIME_DIR", self.path())
            .env("PULSE_RUNTIME_PATH", at("pulse"))
            .env("PULSE_COOKIE", at("cookie"))
            .env("PULSE_SERVER", format!("unix:{}", at("pulse/native").display()))
            .env("ALSA_CONFIG_PATH", at("asound.conf"))
            .stdin(Stdio::null());
        command
    }

    /// `pactl`, which has to succeed.
    pub(crate) fn control(&self, arguments: &[&str]) {
        assert!(self.quiet(arguments), "pactl {arguments:?}: {}", self.log());
    }

    fn quiet(&self, arguments: &[&str]) -> bool {
        let mut pactl = self.command("pactl");
        pactl.args(arguments).stdout(Stdio::null()).stderr(Stdio::null());
        pactl.status().unwrap().success()
    }

    /// The number of the module that is this output.
    pub(crate) fn module(&self, sink: &str) -> String {
        let list = self.command("pactl").args(["list", "short", "modules"]).output().unwrap();
        let text = String::from_utf8_lossy(&list.stdout).into_owned();
        let line = text.lines().find(|line| line.contains(&format!("sink_name={sink} "))).unwrap();
        line.split_whitespace().next().unwrap().to_owned()
    }

    fn log(&self) -> String {
        fs::read_to_string(self.path().join("log")).unwrap_or_default()
    }

    /// Records what comes out of an output.
    pub(crate) fn record(&self, sink: &str) -> Recorder {
        let file = self.path().join(format!("{sink}.raw"));
        let mut parec = self.command("parec");
        parec.args(["--rate=44100", "--channels=2", "--format=float32le", "--raw", "--latency-msec=20"]);
        parec.arg(format!("--device={sink}.monitor"));
        let program = parec.stdout(fs::File::create(&file).unwrap()).spawn().unwrap();
        let start = Instant::now();
        while fs::metadata(&file).unwrap().len() == 0 {
            assert!(start.elapsed() < Duration::from_mins(3), "nothing is recorded: {}", self.log());
            sleep(Duration::from_millis(20));
        }
        Recorder { program, file }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.kill();
    }
}

/// A running recording.
pub(crate) struct Recorder {
    program: Child,
    file: std::path::PathBuf,
}

impl Recorder {
    /// The frames up to now, interleaved.
    pub(crate) fn so_far(&self) -> Vec<f32> {
        let bytes = fs::read(&self.file).unwrap();
        let samples = bytes.chunks_exact(4).map(|b| f32::from_le_bytes([b[0], b[1], b[2], b[3]]));
        let mut samples: Vec<f32> = samples.collect();
        samples.truncate(samples.len() / 2 * 2);
        samples
    }
}

impl Drop for Recorder {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

fn installed(program: &str) -> bool {
    let path = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&path).any(|folder| folder.join(program).is_file())
}
