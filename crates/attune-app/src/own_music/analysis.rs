//! The thread that listens to what nobody has listened to yet.

use super::model::{Ear, Resources};
use super::shared::Shared;
use crate::lock::held;
use attune_core::{AnalysisVersions, AppError};
use attune_library::{AnalyseProgress, AnalysisCounts, AnalysisRequest};
use std::sync::Mutex;
use std::sync::mpsc::Receiver;
use std::time::{Duration, Instant};

/// What was heard changes the shelf, and with it the queue, at most this often.
const SHELVE_EVERY: Duration = Duration::from_secs(30);
/// Share of the time in which each thread works: the computer is the listener's.
const EFFORT: f64 = 0.5;
/// One thread for so many cores.
const CORES_A_THREAD: usize = 4;

/// Listens whenever woken, until there is nobody left to wake it.
pub(super) fn run(shared: &Shared, resources: &Resources, wakes: &Receiver<()>) {
    let mut ear = None;
    while wakes.recv().is_ok() {
        let done = listen(shared, resources, &mut ear);
        let problem = done.err();
        if let Some(error) = &problem {
            tracing::warn!("{}", error.for_log());
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
fn one_run(
    shared: &Shared,
    ear: &Ear,
    versions: &AnalysisVersions,
    before: AnalysisCounts,
) -> Result<u32, AppError> {
    let _alone = held(&shared.listening.running);
    let control = shared.listening.begin();
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let threads = (cores / CORES_A_THREAD).max(1);
    let request = AnalysisRequest { versions: versions.clone(), threads, effort: EFFORT };
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
        &request,
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
