//! A picture of what this computer plays: the levels of a few bands, made only while somebody looks.

use crate::background::spawn;
use crate::lock::held;
use attune_audio::play::{Levels, Reference, Scope};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// How often somebody who looks is told.
const EVERY: Duration = Duration::from_millis(66);

/// Who looks. A new one takes the place of the one before.
#[derive(Debug)]
pub struct ScopeViewer {
    reference: Arc<Reference>,
    /// The number of the latest one while it looks, and how many there were.
    open: Arc<Mutex<(Option<u32>, u32)>>,
}

impl ScopeViewer {
    pub(crate) fn new(reference: Arc<Reference>) -> Self {
        Self { reference, open: Arc::default() }
    }

    /// Sends the levels 15 times a second while there are any, until [`Self::close`] with the number that this gives, the
    /// next call of this, or until `send` says that nobody takes them.
    pub fn open(&self, mut send: impl FnMut(Levels) -> bool + Send + 'static) -> u32 {
        let number = {
            let mut open = held(&self.open);
            let number = open.1.wrapping_add(1);
            *open = (Some(number), number);
            number
        };
        let (open, reference) = (Arc::clone(&self.open), Arc::clone(&self.reference));
        spawn("attune-scope", move || {
            let mut scope = Scope::new(reference);
            let is_open = || held(&open).0 == Some(number);
            while is_open() && scope.look().is_none_or(&mut send) {
                thread::sleep(EVERY);
            }
        });
        number
    }

    /// Sends no more to the one of that number.
    pub fn close(&self, number: u32) {
        let mut open = held(&self.open);
        if open.0 == Some(number) {
            open.0 = None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use attune_audio::play::BANDS;
    use std::sync::mpsc::channel;
    use std::time::Instant;

    /// What goes with the thread of somebody who looks.
    fn wait_until_gone(thing: &Arc<()>) {
        let begun = Instant::now();
        while Arc::strong_count(thing) > 1 {
            assert!(begun.elapsed() < Duration::from_secs(20), "somebody still looks");
            thread::sleep(Duration::from_millis(5));
        }
    }

    #[test]
    fn nothing_is_made_before_somebody_looks_and_after_the_last_one() {
        let reference = Arc::new(Reference::default());
        let viewer = ScopeViewer::new(Arc::clone(&reference));
        assert_eq!(Arc::strong_count(&reference), 2, "no scope holds it");
        let (first, second) = (Arc::new(()), Arc::new(()));
        let (in_first, in_second) = (Arc::clone(&first), Arc::clone(&second));
        let one = viewer.open(move |_| Arc::strong_count(&in_first) > 0);
        let two = viewer.open(move |_| Arc::strong_count(&in_second) > 0);
        wait_until_gone(&first);
        viewer.close(one);
        assert_eq!(Arc::strong_count(&second), 2, "a late word about the first does not end the second");
        viewer.close(two);
        wait_until_gone(&second);
        assert_eq!(Arc::strong_count(&reference), 2);
    }

    #[test]
    fn levels_are_sent_while_there_are_any_and_the_thread_ends_where_nobody_takes_them() {
        let reference = Arc::new(Reference::default());
        let square: Vec<f32> = (0..16_000).map(|n| if n / 50 % 2 == 0 { 0.5 } else { -0.5 }).collect();
        reference.write(&square, 1, 48_000);
        let viewer = ScopeViewer::new(Arc::clone(&reference));
        let (sender, levels) = channel();
        let alive = Arc::new(());
        let in_thread = Arc::clone(&alive);
        viewer.open(move |now| Arc::strong_count(&in_thread) > 0 && sender.send(now).is_ok());
        let mut last = [1; BANDS];
        while last != [0; BANDS] {
            last = levels.recv_timeout(Duration::from_secs(20)).unwrap();
        }
        assert!(levels.recv_timeout(Duration::from_millis(300)).is_err(), "silence is told once");
        drop(levels);
        reference.write(&square, 1, 48_000);
        wait_until_gone(&alive);
    }
}
