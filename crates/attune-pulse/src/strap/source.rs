//! The strap as a sense of the session: found when it is opened, connected and listened to by a thread of its own.

use super::follow::{Follower, Next, StrapEvent, listen};
use super::packet::{Contact, Measurement};
use super::radio::{Radio, RadioError, Strap};
use attune_core::ports::{OpenDevice, SenseEvent, SenseSource};
use attune_core::{AppError, ErrorCode, HeartRate, SenseGap, SenseMode, SenseReading, Timestamp};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::thread;
use std::time::{Duration, Instant};

/// How long a strap is listened for when it is opened: the session takes a call that lasts much longer for stuck.
const SCAN: Duration = Duration::from_secs(3);

/// How long one waits for news.
const PATIENCE: Duration = Duration::from_secs(1);

/// How long the connection may take to close.
const CLOSING: Duration = Duration::from_secs(3);

/// News that wait to be taken: more than come while the session does something else.
const WAITING: usize = 64;

/// A strap that was found. Dropping it closes the connection.
pub struct StrapSource {
    strap: Strap,
    mode: SenseMode,
    news: Receiver<News>,
    thread: Option<thread::JoinHandle<()>>,
    is_done: bool,
    /// Ends the thread.
    stop: Arc<AtomicBool>,
}

/// What the thread has to say.
enum News {
    Measured(Measurement),
    /// The charge of its battery, in percent.
    Battery(u8),
    /// Nothing can be read of what comes.
    Unreadable,
    Ended(RadioError),
}

impl StrapSource {
    /// The strap with that id, or the one that is received best, once it is nearby; it is connected to afterwards. Fails with
    /// `strap_none` if it is not nearby, and with `bluetooth_unavailable`.
    pub fn open(
        mut radio: Box<dyn Radio + Send>,
        id: Option<&str>,
        mode: SenseMode,
    ) -> Result<Self, AppError> {
        let chosen = id.map(Strap::from_id);
        let pick = |found: &[super::Found]| {
            let best = chosen.as_ref().map_or_else(|| found.first(), |strap| strap.among(found));
            best.map(|found| found.strap.clone())
        };
        let found = radio.scan(SCAN, &|found| pick(found).is_some())?;
        let strap = pick(&found).ok_or(RadioError::NotFound)?;
        let (sender, news) = sync_channel(WAITING);
        let stop = Arc::new(AtomicBool::new(false));
        let (target, stopped) = (strap.clone(), Arc::clone(&stop));
        let run = move || {
            let ended = listen(&mut *radio, &target, &mut Sender { news: &sender, stopped: &stopped });
            // Nobody waits for it if that fails.
            let _ = sender.try_send(News::Ended(ended.err().unwrap_or(RadioError::Lost)));
        };
        let thread = thread::Builder::new().name("strap".into()).spawn(run).map_err(|error| {
            AppError::new(ErrorCode::ThreadsUnavailable, "The system gives no more threads.").caused_by(error)
        })?;
        Ok(Self { strap, mode, news, thread: Some(thread), is_done: false, stop })
    }

    fn event(&mut self, told: &Measurement, at: Timestamp) -> SenseEvent {
        if told.contact == Contact::Lost {
            return SenseEvent::Gap(SenseGap::NoContact);
        }
        let Some(rate) = told.usable().and_then(HeartRate::new) else {
            return SenseEvent::Gap(SenseGap::NoBeat);
        };
        self.is_done = self.mode == SenseMode::Once;
        SenseEvent::Reading(SenseReading::HeartRate(rate), at)
    }
}

impl OpenDevice for StrapSource {
    fn name(&self) -> String {
        self.strap.name.clone().unwrap_or_else(|| self.strap.address.clone())
    }

    fn id(&self) -> Option<String> {
        Some(self.strap.id())
    }
}

impl SenseSource for StrapSource {
    fn next_event(&mut self, now: &dyn Fn() -> Timestamp) -> SenseEvent {
        if self.is_done {
            return SenseEvent::Ended(None);
        }
        match self.news.recv_timeout(PATIENCE) {
            Ok(News::Measured(told)) => self.event(&told, now()),
            Ok(News::Battery(percent)) => SenseEvent::Battery(percent),
            Ok(News::Unreadable) => SenseEvent::Gap(SenseGap::NoBeat),
            Ok(News::Ended(reason)) => SenseEvent::Ended(Some(ended(reason))),
            Err(RecvTimeoutError::Timeout) => SenseEvent::Quiet,
            Err(RecvTimeoutError::Disconnected) => SenseEvent::Ended(Some(RadioError::Lost.into())),
        }
    }
}

/// Why a strap that was nearby is over: whatever can be tried again is a loss.
fn ended(reason: RadioError) -> AppError {
    match reason {
        RadioError::NotFound | RadioError::Silent | RadioError::Failed(_) => {
            AppError::from(RadioError::Lost).caused_by(reason)
        }
        other => other.into(),
    }
}

impl Drop for StrapSource {
    /// Closes the connection, and waits for that at most three seconds.
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        let started = Instant::now();
        while self.thread.as_ref().is_some_and(|thread| !thread.is_finished()) && started.elapsed() < CLOSING
        {
            thread::sleep(Duration::from_millis(20));
        }
    }
}

/// Passes on what a strap says, until it is stopped.
struct Sender<'a> {
    news: &'a SyncSender<News>,
    stopped: &'a AtomicBool,
}

impl Sender<'_> {
    fn next(&self) -> Next {
        if self.stopped.load(Ordering::Relaxed) { Next::Stop } else { Next::GoOn }
    }
}

impl Follower for Sender<'_> {
    fn hear(&mut self, event: StrapEvent) -> Next {
        let news = match event {
            StrapEvent::Measured(told) => News::Measured(told),
            StrapEvent::Connected { battery: Some(percent), .. } => News::Battery(percent),
            StrapEvent::Unreadable => News::Unreadable,
            _ => return self.next(),
        };
        // A session that takes nothing for a minute is stuck, and this with it.
        if self.news.try_send(news).is_ok() { self.next() } else { Next::Stop }
    }

    fn wait(&mut self, _: Duration) -> Next {
        self.next()
    }
}

#[cfg(test)]
mod tests {
    use super::super::radio::{Found, Link};
    use super::*;

    /// A radio that has one strap, which sends these messages and then nothing, or is lost.
    struct One {
        messages: Vec<Vec<u8>>,
        stays: bool,
        battery: Option<u8>,
    }

    struct Messages {
        left: std::vec::IntoIter<Vec<u8>>,
        stays: bool,
        battery: Option<u8>,
    }

    impl Radio for One {
        fn scan(&mut self, _: Duration, _: &dyn Fn(&[Found]) -> bool) -> Result<Vec<Found>, RadioError> {
            let strap = Strap { address: "AA:01".into(), name: Some("H10".into()) };
            Ok(vec![Found { strap, signal: None }])
        }

        fn connect(&mut self, _: &Strap) -> Result<Box<dyn Link>, RadioError> {
            let left = std::mem::take(&mut self.messages).into_iter();
            Ok(Box::new(Messages { left, stays: self.stays, battery: self.battery }))
        }
    }

    impl Link for Messages {
        fn battery(&mut self) -> Option<u8> {
            self.battery
        }

        fn next(&mut self, _: Duration) -> Result<Option<Vec<u8>>, RadioError> {
            match self.left.next() {
                Some(message) => Ok(Some(message)),
                None if self.stays => {
                    thread::sleep(Duration::from_millis(10));
                    Ok(None)
                }
                None => Err(RadioError::Lost),
            }
        }
    }

    fn source(
        messages: &[&[u8]],
        stays: bool,
        id: Option<&str>,
        mode: SenseMode,
    ) -> Result<StrapSource, AppError> {
        let messages = messages.iter().map(|m| m.to_vec()).collect();
        StrapSource::open(Box::new(One { messages, stays, battery: None }), id, mode)
    }

    fn event(source: &mut StrapSource) -> SenseEvent {
        source.next_event(&|| Timestamp(7))
    }

    fn rate(event: &SenseEvent) -> Option<f64> {
        match event {
            SenseEvent::Reading(SenseReading::HeartRate(rate), Timestamp(7)) => Some(rate.per_minute),
            _ => None,
        }
    }

    #[test]
    fn rates_gaps_and_the_loss_of_a_strap_are_told() {
        let mut source = source(&[&[0, 70], &[4, 70], &[0, 0], &[]], false, None, SenseMode::Along).unwrap();
        assert_eq!((source.name(), source.id().unwrap()), ("H10".into(), "AA:01 H10".into()));
        assert_eq!(rate(&event(&mut source)), Some(70.0));
        for gap in [SenseGap::NoContact, SenseGap::NoBeat, SenseGap::NoBeat] {
            assert!(matches!(event(&mut source), SenseEvent::Gap(found) if found == gap), "{gap:?}");
        }
        let SenseEvent::Ended(Some(error)) = event(&mut source) else { panic!("lost") };
        assert_eq!(error.code, ErrorCode::StrapLost);
    }

    #[test]
    fn the_battery_is_told_where_the_strap_tells_it_and_makes_sense() {
        let first = |battery| {
            let one = One { messages: vec![vec![0, 70]], stays: true, battery };
            event(&mut StrapSource::open(Box::new(one), None, SenseMode::Along).unwrap())
        };
        assert!(matches!(first(Some(83)), SenseEvent::Battery(83)));
        assert_eq!(rate(&first(None)), Some(70.0));
        assert_eq!(rate(&first(Some(101))), Some(70.0), "no charge");
    }

    #[test]
    fn asked_once_it_ends_with_its_first_rate() {
        let mut source = source(&[&[4, 0], &[0, 64], &[0, 65]], true, None, SenseMode::Once).unwrap();
        assert!(matches!(event(&mut source), SenseEvent::Gap(SenseGap::NoContact)));
        assert_eq!(rate(&event(&mut source)), Some(64.0));
        assert!(matches!(event(&mut source), SenseEvent::Ended(None)));
    }

    #[test]
    fn the_chosen_strap_is_opened_and_no_other() {
        assert!(source(&[], true, Some("AA:09 H10"), SenseMode::Along).is_ok(), "its address has changed");
        let other = source(&[], true, Some("AA:09 Arm"), SenseMode::Along).err().unwrap();
        assert_eq!(other.code, ErrorCode::StrapNone);
    }

    #[test]
    fn closing_ends_the_thread() {
        let source = source(&[&[0, 70], &[0, 71]], true, None, SenseMode::Along).unwrap();
        let stop = Arc::clone(&source.stop);
        drop(source);
        assert_eq!(Arc::strong_count(&stop), 1, "the thread has let go");
    }
}
