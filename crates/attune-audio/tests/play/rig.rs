//! A player with an output in the test's hand.

use attune_audio::AudioError;
use attune_audio::play::{
    CrossfadeSetting, LocalPlayer, Lost, Opened, Options, Output, Plug, Reference, Resolve, Source, Speakers,
    Tap,
};
use attune_core::player::{PlayStatus, PlayerCommand, PlayerEvent, PlayerState, TrackEnd, Volume};
use attune_core::ports::Player;
use attune_core::{ErrorCode, Timestamp, Track, TrackId};
use std::collections::HashMap;
use std::f64::consts::TAU;
use std::fmt::Debug;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// The outputs of a machine that is all in here.
#[derive(Default)]
pub(crate) struct Room {
    pub(crate) outputs: Vec<Output>,
    open: Option<(String, Tap, Lost)>,
    form: (u32, usize),
}

struct Hand(Arc<Mutex<Room>>);

/// The output is closed when this goes.
struct Held(Arc<Mutex<Room>>);

impl Drop for Held {
    fn drop(&mut self) {
        self.0.lock().unwrap().open = None;
    }
}

fn no_output() -> AudioError {
    AudioError::NoOutput { detail: "none here".into() }
}

impl Speakers for Hand {
    fn outputs(&mut self) -> Result<Vec<Output>, AudioError> {
        let outputs = self.0.lock().unwrap().outputs.clone();
        if outputs.is_empty() { Err(no_output()) } else { Ok(outputs) }
    }

    fn open(&mut self, id: Option<&str>, plug: Plug<'_>, lost: Lost) -> Result<Opened, AudioError> {
        let mut room = self.0.lock().unwrap();
        let wanted = |o: &&Output| id.map_or(o.default, |id| o.id == id);
        let output = room.outputs.iter().find(wanted).cloned().ok_or_else(no_output)?;
        let tap = plug(room.form.0, room.form.1);
        room.open = Some((output.id.clone(), tap, lost));
        Ok(Opened { output, stream: Box::new(Held(self.0.clone())) })
    }
}

pub(crate) struct Rig {
    pub(crate) player: LocalPlayer,
    pub(crate) room: Arc<Mutex<Room>>,
    pub(crate) events: Arc<Mutex<Vec<PlayerEvent>>>,
    /// What is heard by whoever listens beside the output.
    pub(crate) reference: Arc<Reference>,
    /// Off at first.
    pub(crate) crossfade: CrossfadeSetting,
}

pub(crate) fn output(id: &str, default: bool) -> Output {
    Output { id: id.into(), name: id.to_uppercase(), default }
}

/// Committed test data.
pub(crate) fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name)
}

pub(crate) fn track(name: &str) -> Track {
    Track::new(TrackId(name.into()), name, "")
}

impl Rig {
    /// On an output of that form, with tracks that are called by their files' names, levelled as given.
    pub(crate) fn new(rate: u32, channels: usize, files: &[(&Path, f32)]) -> Self {
        let sources: HashMap<String, (PathBuf, f32)> = files
            .iter()
            .map(|(path, gain_db)| {
                let name = path.file_name().unwrap().to_string_lossy().into_owned();
                (name, (path.to_path_buf(), *gain_db))
            })
            .collect();
        let resolve = move |track: &Track| {
            let (path, gain_db) = sources.get(&track.id.0)?;
            Some(Source::file(path, *gain_db))
        };
        Self::with((rate, channels), Arc::new(resolve))
    }

    /// On an output of that form, with tracks that `resolve` finds.
    pub(crate) fn with(form: (u32, usize), resolve: Resolve) -> Self {
        let outputs = vec![output("one", true), output("two", false)];
        let room = Arc::new(Mutex::new(Room { outputs, open: None, form }));
        let events: Arc<Mutex<Vec<PlayerEvent>>> = Arc::default();
        let heard = events.clone();
        let reference = Arc::new(Reference::default());
        let crossfade = CrossfadeSetting::default();
        let options = Options {
            resolve,
            clock: Box::new(|| Timestamp(0)),
            output: None,
            volume: Volume::percent(100),
            speakers: Box::new(Hand(room.clone())),
            crossfade: crossfade.clone(),
            reference: Some(Arc::clone(&reference)),
        };
        let listener = Box::new(move |event, _| heard.lock().unwrap().push(event));
        Self { player: LocalPlayer::start(options, listener).unwrap(), room, events, reference, crossfade }
    }

    pub(crate) fn send(&mut self, command: PlayerCommand) {
        self.player.command(command).unwrap();
    }

    pub(crate) fn play(&mut self, names: &[&str]) {
        self.send(PlayerCommand::Play(names.iter().map(|name| track(name)).collect()));
    }

    /// Takes up to so many frames, fewer at the end of the list. Interleaved. Never takes faster than there is something.
    pub(crate) fn take(&self, frames: usize) -> Vec<f32> {
        let mut out = Vec::new();
        let mut dry = Instant::now();
        loop {
            let left = frames - out.len() / self.room.lock().unwrap().form.1;
            if left == 0 {
                return out;
            }
            let piece = self.piece(left);
            if !piece.is_empty() {
                out.extend(piece);
                dry = Instant::now();
            } else if self.state().status == PlayStatus::Stopped || dry.elapsed() > Duration::from_secs(5) {
                return out;
            }
        }
    }

    /// Takes whatever comes until something is so.
    pub(crate) fn take_until(&self, what: &str, so: impl Fn(&Self) -> bool) {
        let start = Instant::now();
        while !so(self) {
            assert!(start.elapsed() < Duration::from_mins(3), "{what}: {:?}", self.events.lock().unwrap());
            self.piece(480);
        }
    }

    /// Up to so many frames, in pieces as a card takes them; the last before the end may be smaller. Where there are none it
    /// lets some time pass.
    fn piece(&self, most: usize) -> Vec<f32> {
        let mut room = self.room.lock().unwrap();
        let channels = room.form.1;
        if let Some((_, tap, _)) = &mut room.open {
            let piece = most.min(480).min(tap.waiting());
            if piece > 0 {
                let mut samples = vec![0.0; piece * channels];
                tap.fill(&mut samples, 0);
                return samples;
            }
        }
        drop(room);
        self.idle();
        sleep(Duration::from_millis(2));
        Vec::new()
    }

    /// The card pulls so many frames, whether there is something or not.
    pub(crate) fn pull(&self, frames: usize) -> Vec<f32> {
        let mut room = self.room.lock().unwrap();
        let mut samples = vec![0.0; frames * room.form.1];
        if let Some((_, tap, _)) = &mut room.open {
            tap.fill(&mut samples, 0);
        }
        samples
    }

    /// The card pulls, and whatever there is, nothing is taken.
    fn idle(&self) {
        if let Some((_, tap, _)) = &mut self.room.lock().unwrap().open {
            tap.fill(&mut [], 0);
        }
    }

    /// The card pulls whether there is something or not, and what it takes is heard a tenth of a second later.
    pub(crate) fn pull_late(&self) {
        let start = Instant::now();
        while self.state().status != PlayStatus::Stopped {
            let mut room = self.room.lock().unwrap();
            let mut samples = vec![0.0; 480 * room.form.1];
            if let Some((_, tap, _)) = &mut room.open {
                tap.fill(&mut samples, 100_000);
            }
            drop(room);
            assert!(start.elapsed() < Duration::from_mins(3), "it never ends: {:?}", self.state());
            sleep(Duration::from_millis(5));
        }
    }

    /// All that comes until the list is at its end.
    pub(crate) fn take_all(&self) -> Vec<f32> {
        self.take(usize::MAX / 4)
    }

    /// The latest state, or that of a player that has told none.
    pub(crate) fn state(&self) -> PlayerState {
        let events = self.events.lock().unwrap();
        let state = |event: &PlayerEvent| match event {
            PlayerEvent::State(state) => Some(state.clone()),
            _ => None,
        };
        events.iter().rev().find_map(state).unwrap_or(PlayerState {
            label: Some("none".into()),
            status: PlayStatus::Paused,
            ..PlayerState::STOPPED
        })
    }

    /// The tracks that ended, as they were told.
    pub(crate) fn ended(&self) -> Vec<(String, u32, TrackEnd)> {
        let events = self.events.lock().unwrap();
        let ended = |event: &PlayerEvent| match event {
            PlayerEvent::Ended { track, heard_ms, end } => Some((track.0.clone(), *heard_ms, *end)),
            _ => None,
        };
        events.iter().filter_map(ended).collect()
    }

    /// The codes of what failed.
    pub(crate) fn failed(&self) -> Vec<ErrorCode> {
        let events = self.events.lock().unwrap();
        let code = |event: &PlayerEvent| match event {
            PlayerEvent::Failed(error) => Some(error.code),
            _ => None,
        };
        events.iter().filter_map(code).collect()
    }

    /// Waits until something is so, while the card asks for nothing.
    pub(crate) fn wait(&self, what: &str, so: impl Fn(&Self) -> bool) {
        let start = Instant::now();
        while !so(self) {
            assert!(start.elapsed() < Duration::from_mins(3), "{what}: {:?}", self.events.lock().unwrap());
            self.idle();
            sleep(Duration::from_millis(2));
        }
    }

    /// Waits until something comes to be this: what is told comes from another thread than the sound, and later.
    pub(crate) fn comes_to<T: PartialEq<W> + Debug, W: Debug>(&self, what: impl Fn(&Self) -> T, wanted: &W) {
        let start = Instant::now();
        loop {
            let now = what(self);
            if now == *wanted {
                return;
            }
            assert!(start.elapsed() < Duration::from_mins(3), "{now:?} instead of {wanted:?}");
            self.idle();
            sleep(Duration::from_millis(2));
        }
    }

    /// Waits until the player that plays has obeyed all that it was told. It takes one order after another and answers each of
    /// these; at most two of its reports can be others, made before the order it is at and behind it.
    pub(crate) fn obeyed(&mut self) {
        let reports = |rig: &Self| {
            let events = rig.events.lock().unwrap();
            events.iter().filter(|event| matches!(event, PlayerEvent::State(_))).count()
        };
        let before = reports(self);
        for _ in 0..3 {
            self.send(PlayerCommand::Resume);
        }
        self.wait("it obeys", |rig| reports(rig) >= before + 3);
    }

    /// Which output is open.
    pub(crate) fn open(&self) -> Option<String> {
        self.room.lock().unwrap().open.as_ref().map(|(id, ..)| id.clone())
    }

    /// The output ends by itself.
    pub(crate) fn lose(&self) {
        let room = self.room.lock().unwrap();
        room.open.as_ref().unwrap().2("pulled out".into());
    }
}

/// What `make_halves.py` describes: frame `n` of it, left and right, at 44.1 kHz.
pub(crate) fn sound(n: usize) -> [f64; 2] {
    sound_at(n as f64 / 44_100.0)
}

pub(crate) fn sound_at(t: f64) -> [f64; 2] {
    let sine = |hz: f64| (TAU * hz * t).sin();
    [0.4 * sine(440.0) + 0.2 * sine(997.0), 0.5 * sine(660.0)]
}

/// Frames of the first half and of both.
pub(crate) const CUT: usize = 30_011;
pub(crate) const ALL: usize = 56_018;

/// The greatest and the root mean square difference between stereo frames and the sound from frame `from` on.
pub(crate) fn difference(frames: &[f32], from: usize) -> (f64, f64) {
    let pairs = frames.chunks(2).enumerate();
    let errors = pairs.flat_map(|(i, f)| {
        let wanted = sound(from + i);
        [(f64::from(f[0]) - wanted[0]).abs(), (f64::from(f[1]) - wanted[1]).abs()]
    });
    let (most, sum) = errors.fold((0.0, 0.0), |(most, sum): (f64, f64), e| (most.max(e), sum + e * e));
    (most, (sum / frames.len().max(1) as f64).sqrt())
}
