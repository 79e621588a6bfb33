//! The thread that scans.

use super::shared::Shared;
use super::view::ScanView;
use crate::lock::held;
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
    /// Every file in all folders is read, also those that look unchanged.
    ReadAgain,
    /// The listener should know.
    Warn(AppError),
    /// The end.
    Stop,
}

/// What a scan is to do.
#[derive(Debug, Default, PartialEq, Eq)]
struct Order {
    /// The folders, or all if it is empty.
    folders: BTreeSet<u32>,
    /// Whether unchanged files are read too.
    again: bool,
}

/// Carries out requests until the last one. Scans ordered while one runs become one.
pub(super) fn run(shared: &Shared, inbox: &Receiver<ScanRequest>) {
    while let Ok(first) = inbox.recv() {
        let mut order = None;
        for request in std::iter::once(first).chain(inbox.try_iter()) {
            match request {
                ScanRequest::Stop => return,
                ScanRequest::Warn(error) => shared.warn(error),
                ScanRequest::Begin => begin(shared, &mut order),
                ScanRequest::Scan(wanted) => add(&mut order, wanted),
                ScanRequest::ReadAgain => add_again(&mut order),
            }
        }
        if let Some(order) = order {
            scan(shared, &order);
        }
        if shared.is_stopping() {
            return;
        }
    }
}

fn begin(shared: &Shared, order: &mut Option<Order>) {
    shared.refresh_folders();
    shared.refresh_shelf();
    if !shared.view().folders.is_empty() {
        add(order, Vec::new());
    }
    shared.listening.wake();
}

/// All folders are the empty set.
fn add(order: &mut Option<Order>, wanted: Vec<u32>) {
    let all = wanted.is_empty() || order.as_ref().is_some_and(|order| order.folders.is_empty());
    let order = order.get_or_insert_default();
    order.folders.extend(wanted);
    if all {
        order.folders.clear();
    }
}

fn add_again(order: &mut Option<Order>) {
    add(order, Vec::new());
    order.get_or_insert_default().again = true;
}

fn scan(shared: &Shared, order: &Order) {
    let _alone = held(&shared.scanning);
    let control = shared.begin_scan();
    shared.listening.make_way(true);
    shared.show_scan(Some(ScanView::default()));
    let mut shelved = Instant::now();
    let mut each = |progress: &ScanProgress| {
        shared.show_scan(Some(ScanView { paused: control.is_paused(), ..view(progress) }));
        if shelved.elapsed() > SHELVE_EVERY && !shared.is_stopping() {
            shared.refresh_shelf();
            shelved = Instant::now();
        }
    };
    let (library, now) = (&shared.library, (shared.clock)());
    let folders: Vec<u32> = order.folders.iter().copied().collect();
    let done = if order.again {
        library.read_again(&folders, now, &control, &mut each)
    } else {
        library.scan(&folders, now, &control, &mut each)
    };
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

    fn order(folders: &[u32], again: bool) -> Order {
        Order { folders: folders.iter().copied().collect(), again }
    }

    #[test]
    fn orders_that_wait_become_one_scan() {
        let mut waiting = None;
        add(&mut waiting, vec![3]);
        add(&mut waiting, vec![1, 3]);
        assert_eq!(waiting, Some(order(&[1, 3], false)));
        add(&mut waiting, Vec::new());
        add(&mut waiting, vec![2]);
        assert_eq!(waiting, Some(order(&[], false)), "all of them");
    }

    #[test]
    fn what_is_read_again_is_all_of_it_whatever_else_waits() {
        let mut waiting = None;
        add(&mut waiting, vec![3]);
        add_again(&mut waiting);
        add(&mut waiting, vec![2]);
        assert_eq!(waiting, Some(order(&[], true)));
    }
}
