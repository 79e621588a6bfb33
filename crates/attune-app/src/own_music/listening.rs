//! The thread that listens to what nobody has listened to yet.

use super::model::{Ear, Resources};
use super::shared::{Shared, held};
use attune_core::AppError;
use attune_library::{AnalyseOrder, AnalyseProgress, AnalysisCounts, Control, Versions};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Mutex, MutexGuard};
use std::time::{Duration, Instant};

/// What was heard changes the shelf, and with it the queue, at most this often.
const SHELVE_EVERY: Duration = Duration::from_secs(30);
/// Share of the time in which each thread works: the computer is the listener's.
const EFFORT: f64 = 0.5;
/// One thread for so many cores.
const CORES_A_THREAD: usize = 4;

/// The ways to steer the listening.
pub(super) struct Listening {
    control: Mutex<Control>,
    /// Held while files are listened to.
    running: Mutex<()>,
    waker: Mutex<Option<SyncSender<()>>>,
    /// The listener lets it rest.
    resting: AtomicBool,
    /// A scan goes first.
    makes_way: AtomicBool,
    stopping: AtomicBool,
}

impl Default for Listening {
    fn default() -> Self {
        Self {
            control: Mutex::new(Control::new()),
            running: Mutex::new(()),
            waker: Mutex::new(None),
            resting: AtomicBool::new(false),
            makes_way: AtomicBool::new(false),
            stopping: AtomicBool::new(false),
        }
    }
}

impl Listening {
    /// What the thread waits for.
    pub(super) fn wakes(&self) -> Receiver<()> {
        let (waker, alarm) = sync_channel(1);
        *held(&self.waker) = Some(waker);
        alarm
    }

    /// Something may wait to be listened to.
    pub(super) fn wake(&self) {
        if let Some(waker) = &*held(&self.waker) {
            // Woken already is woken.
            let _ = waker.try_send(());
        }
    }

    pub(super) fn rest(&self, rest: bool) {
        self.resting.store(rest, Ordering::SeqCst);
        self.steer();
    }

    pub(super) fn make_way(&self, way: bool) {
        self.makes_way.store(way, Ordering::SeqCst);
        self.steer();
    }

    fn steer(&self) {
        let control = held(&self.control);
        let rests = self.resting.load(Ordering::SeqCst) || self.makes_way.load(Ordering::SeqCst);
        if rests { control.pause() } else { control.resume() }
    }

    /// A handle for a run that begins.
    fn begin(&self) -> Control {
        let control = Control::new();
        held(&self.control).clone_from(&control);
        self.steer();
        if self.stopping.load(Ordering::SeqCst) {
            control.cancel();
        }
        control
    }

    /// Ends the run under way; none begins while the answer is held.
    pub(super) fn end_run(&self) -> MutexGuard<'_, ()> {
        held(&self.control).cancel();
        held(&self.running)
    }

    /// Ends the thread.
    pub(super) fn stop(&self) {
        self.stopping.store(true, Ordering::SeqCst);
        held(&self.control).cancel();
        held(&self.waker).take();
    }
}

/// Listens whenever woken, until there is nobody left to wake it.
pub(super) fn run(shared: &Shared, resources: &Resources, wakes: &Receiver<()>) {
    let mut ear = None;
    while wakes.recv().is_ok() {
        let done = listen(shared, resources, &mut ear);
        let problem = done.err();
        if let Some(error) = &problem {
            tracing::warn!(code = %error.code, "{}", error.message);
        }
        shared.show_listening(|l| l.problem = problem);
    }
}

/// Listens to all that waits. The network is loaded when it is needed first.
fn listen(shared: &Shared, resources: &Resources, ear: &mut Option<Ear>) -> Result<(), AppError> {
    let versions = resources.versions()?;
    let counts = shared.library.analysis_counts(&versions)?;
    show(shared, counts);
    if counts.waiting == 0 {
        return Ok(());
    }
    let ear = match ear {
        Some(ear) => ear,
        None => ear.insert(Ear::open(resources)?),
    };
    let ran = one_run(shared, ear, &versions, counts);
    show(shared, shared.library.analysis_counts(&versions)?);
    if ran? > 0 && !shared.is_stopping() {
        shared.refresh_shelf();
    }
    Ok(())
}

/// How many tracks were heard.
fn one_run(shared: &Shared, ear: &Ear, versions: &Versions, before: AnalysisCounts) -> Result<u32, AppError> {
    let _alone = held(&shared.listening.running);
    let control = shared.listening.begin();
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let threads = (cores / CORES_A_THREAD).max(1);
    let order = AnalyseOrder { versions: versions.clone(), threads, effort: EFFORT };
    let shelved = Mutex::new(Instant::now());
    let progress = |p: &AnalyseProgress| {
        let done = before.heard + before.failed + p.heard + p.failed;
        shared.show_listening(|l| {
            (l.done, l.failed, l.total) = (done, before.failed + p.failed, done + p.waiting);
        });
        let mut shelved = held(&shelved);
        if shelved.elapsed() > SHELVE_EVERY && !shared.is_stopping() {
            shared.refresh_shelf();
            *shelved = Instant::now();
        }
    };
    let clock = &shared.clock;
    let report = shared.library.analyse(
        &order,
        &control,
        &|| clock(),
        &|job, go_on| ear.hear(job, go_on),
        &progress,
    )?;
    Ok(report.heard)
}

fn show(shared: &Shared, counts: AnalysisCounts) {
    shared.show_listening(|l| {
        l.done = counts.heard + counts.failed;
        l.total = l.done + counts.waiting;
        l.failed = counts.failed;
    });
}
