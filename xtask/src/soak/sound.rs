//! A sound server without a sound card, whose microphone hears what it plays, and somebody who speaks.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::mpsc::{RecvTimeoutError, Sender, channel},
    thread,
    time::Duration,
};

use anyhow::{Context, Result};

use crate::{
    exec::{Exec, find},
    repo,
};

/// From one phrase to the next, and how long it is, in seconds.
const EVERY: Duration = Duration::from_secs(20);
const PHRASE: &str = "4";

/// A sound server without a sound card; gone when dropped.
pub(super) struct Sound {
    daemon: Child,
    socket: PathBuf,
}

impl Sound {
    /// None where there is no `PulseAudio`: then nothing plays, which is said.
    pub(super) fn start(folder: &Path) -> Result<Option<Self>> {
        let Some(pulseaudio) = find("pulseaudio") else {
            println!("skipped: no music, since there is no pulseaudio here");
            return Ok(None);
        };
        let socket = folder.join("sound");
        let protocol = format!("module-native-protocol-unix auth-anonymous=1 socket={}", socket.display());
        let daemon = Command::new(pulseaudio)
            .args(["-n", "--daemonize=no", "--use-pid-file=no", "--exit-idle-time=-1", "--disable-shm=yes"])
            .args(["-L", &protocol, "-L", "module-null-sink sink_name=soak"])
            .args(["-L", "module-remap-source master=soak.monitor source_name=microphone"])
            .env("HOME", folder)
            .env("XDG_RUNTIME_DIR", folder)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .context("cannot start pulseaudio")?;
        for _ in 0..100 {
            if socket.exists() {
                break;
            }
            thread::sleep(Duration::from_millis(100));
        }
        Ok(Some(Self { daemon, socket }))
    }

    /// Where programs find it: the value of `PULSE_SERVER`.
    pub(super) fn address(&self) -> String {
        format!("unix:{}", self.socket.display())
    }

    /// Whether a program records from the microphone.
    pub(super) fn is_recorded(&self) -> bool {
        let pactl = Exec::new("pactl").args(["list", "short", "source-outputs"]);
        let list = pactl.env("PULSE_SERVER", self.address()).read().unwrap_or_default();
        // The microphone itself records from what is played.
        list.lines().any(|line| line.contains("protocol-native"))
    }
}

impl Drop for Sound {
    fn drop(&mut self) {
        let _ = self.daemon.kill();
        let _ = self.daemon.wait();
    }
}

/// Somebody who speaks now and then; silent when dropped.
pub(super) struct Speaker {
    _until: Sender<()>,
}

impl Speaker {
    /// Makes the phrase and begins.
    pub(super) fn start(sound: &Sound, folder: &Path) -> Result<Self> {
        let phrase = folder.join("phrase.raw");
        let voice = repo::built("debug", "examples/made_up_voice");
        let spoken = Command::new(voice).arg(PHRASE).output().context("cannot make a voice")?;
        fs::write(&phrase, spoken.stdout)?;
        let (until, ended) = channel();
        let server = sound.address();
        thread::spawn(move || {
            while ended.recv_timeout(EVERY) == Err(RecvTimeoutError::Timeout) {
                let form = ["--playback", "--raw", "--format=float32le", "--rate=16000", "--channels=1"];
                let pacat = Exec::new("pacat").args(form).arg("--device=soak").arg(&phrase);
                // A phrase that fails is missing; whether anybody records is asked at the end.
                pacat.env("PULSE_SERVER", &server).quiet().succeeds();
            }
        });
        Ok(Self { _until: until })
    }
}
