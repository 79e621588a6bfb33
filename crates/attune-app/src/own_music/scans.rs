//! The thread that scans.

use super::lock::held;
use super::shared::Shared;
use super::view::ScanView;
use attune_core::AppError;
use attune_library::ScanProgress;
use std::collections::BTreeSet;
use std::sync::mpsc::Receiver;
use std::time::{Duration, Instant};

/// Music found by a long scan goes on the shelf this often.
const SHELVE_EVERY: Duration = Duration::from_secs(15);

/// What the thread is asked for.
pub(super) enum ScanRequest {
    /// What is known goes on the shelf; then all folders are scanned, if there are any.
    Begin,
    /// These folders are scanned, or all if none is named.
    Scan(Vec<u32>),
    /// The listener should know.
    Warn(AppError),
    /// The end.
    Stop,
}

/// Carries out requests until the last one. Scans ordered while one runs become one.
pub(super) fn run(shared: &Shared, inbox: &Receiver<ScanRequest>) {
    while let Ok(first) = inbox.recv() {
        let mut folders: Option<BTreeSet<u32>> = None;
        for order in std::iter::once(first).chain(inbox.try_iter()) {
            match order {
                ScanRequest::Stop => return,
                ScanRequest::Warn(error) => shared.warn(error),
                ScanRequest::Begin => begin(shared, &mut folders),
                ScanRequest::Scan(wanted) => add(&mut folders, wanted),
            }
        }
        if let Some(folders) = folders {
            scan(shared, &folders.into_iter().collect::<Vec<_>>());
        }
        if shared.is_stopping() {
            return;
        }
    }
}

fn begin(shared: &Shared, folders: &mut Option<BTreeSet<u32>>) {
    shared.refresh_folders();
    shared.refresh_shelf();
    if !shared.view().folders.is_empty() {
        add(folders, Vec::new());
    }
    shared.listening.wake();
}

/// All folders are the empty set.
fn add(folders: &mut Option<BTreeSet<u32>>, wanted: Vec<u32>) {
    let all = wanted.is_empty() || folders.as_ref().is_some_and(BTreeSet::is_empty);
    let known = folders.take().unwrap_or_default();
    *folders = Some(if all { BTreeSet::new() } else { known.into_iter().chain(wanted).collect() });
}

fn scan(shared: &Shared, folders: &[u32]) {
    let _alone = held(&shared.scanning);
    let control = shared.begin_scan();
    shared.listening.make_way(true);
    shared.show_scan(Some(ScanView::default()));
    let mut shelved = Instant::now();
    let done = shared.library.scan(folders, (shared.clock)(), &control, &mut |progress| {
        shared.show_scan(Some(ScanView { paused: control.is_paused(), ..view(progress) }));
        if shelved.elapsed() > SHELVE_EVERY && !shared.is_stopping() {
            shared.refresh_shelf();
            shelved = Instant::now();
        }
    });
    if let Err(error) = done {
        shared.warn(error);
    }
    shared.show_scan(None);
    shared.listening.make_way(false);
    if !shared.is_stopping() {
        shared.refresh_folders();
        shared.refresh_shelf();
        shared.listening.wake();
    }
}

fn view(p: &ScanProgress) -> ScanView {
    ScanView {
        found: p.found,
        to_read: p.to_read,
        read: p.read,
        unreadable: p.unreadable,
        file: p.file.clone(),
        share: p.share,
        paused: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn orders_that_wait_become_one_scan() {
        let mut folders = None;
        add(&mut folders, vec![3]);
        add(&mut folders, vec![1, 3]);
        assert_eq!(folders, Some(BTreeSet::from([1, 3])));
        add(&mut folders, Vec::new());
        add(&mut folders, vec![2]);
        assert_eq!(folders, Some(BTreeSet::new()), "all of them");
    }
}
