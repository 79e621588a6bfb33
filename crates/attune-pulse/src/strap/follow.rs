//! The life of a connection to the chosen strap: looked for, connected, lost, and looked for again ever more rarely.

use super::packet::Measurement;
use super::radio::{Radio, RadioError, Strap};
use std::time::Duration;

/// How long a strap is listened for at a time; they speak up about once a second.
const SCAN: Duration = Duration::from_secs(6);

/// How long one waits for a message before looking whether to stop.
const TURN: Duration = Duration::from_millis(500);

/// Turns without a message after which the connection is given up: ten seconds.
const SILENT_TURNS: u32 = 20;

/// The first and the longest wait before looking again.
const FIRST_WAIT: Duration = Duration::from_secs(1);
const LONGEST_WAIT: Duration = Duration::from_mins(1);

/// What happens.
#[derive(Debug, Clone, PartialEq)]
pub enum StrapEvent {
    /// It is looked for.
    Searching,
    /// Connected.
    Connected {
        /// To this one: its address may be new.
        strap: Strap,
        /// The charge of its battery in percent, if it tells.
        battery: Option<u8>,
    },
    /// It measured.
    Measured(Measurement),
    /// A message that nobody can read; the connection goes on.
    Unreadable,
    /// Not connected any more, or not at all: it is looked for again after a while.
    Waiting {
        /// Why.
        reason: RadioError,
        /// How long.
        wait: Duration,
    },
}

/// Whether to go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// Go on.
    GoOn,
    /// Close the connection and return.
    Stop,
}

/// Who listens to a strap, and says when it is enough.
pub trait Follower {
    /// Hears what happens.
    fn hear(&mut self, event: StrapEvent) -> Next;

    /// Waits for a time, or less where it is time to stop. Asked with no time at all, about twice a second, it only says whether.
    fn wait(&mut self, time: Duration) -> Next;
}

/// Follows the chosen strap until the follower has enough; the connection is closed then.
pub fn follow(radio: &mut dyn Radio, chosen: &Strap, follower: &mut dyn Follower) {
    let mut wait = FIRST_WAIT;
    while follower.hear(StrapEvent::Searching) == Next::GoOn {
        let (reason, measured) = match connected(radio, chosen, follower) {
            Ended::Stopped => return,
            Ended::Failed { reason, measured } => (reason, measured),
        };
        if measured {
            wait = FIRST_WAIT;
        }
        let told = follower.hear(StrapEvent::Waiting { reason, wait });
        if told == Next::Stop || follower.wait(wait) == Next::Stop {
            return;
        }
        wait = (wait * 2).min(LONGEST_WAIT);
    }
}

/// How a connection ended.
enum Ended {
    Stopped,
    Failed {
        reason: RadioError,
        /// Whether the strap had measured anything before.
        measured: bool,
    },
}

/// Looks for the strap once and listens to it as long as it speaks.
fn connected(radio: &mut dyn Radio, chosen: &Strap, follower: &mut dyn Follower) -> Ended {
    let failed = |reason| Ended::Failed { reason, measured: false };
    let found = match radio.scan(SCAN, &|found| chosen.among(found).is_some()) {
        Ok(found) => found,
        Err(reason) => return failed(reason),
    };
    if follower.wait(Duration::ZERO) == Next::Stop {
        return Ended::Stopped;
    }
    let Some(strap) = chosen.among(&found).map(|f| f.strap.clone()) else {
        return failed(RadioError::NotFound);
    };
    let mut counted = Counted { follower, measured: false };
    match listen(radio, &strap, &mut counted) {
        Ok(()) => Ended::Stopped,
        Err(reason) => Ended::Failed { reason, measured: counted.measured },
    }
}

/// Remembers whether anything was measured.
struct Counted<'a> {
    follower: &'a mut dyn Follower,
    measured: bool,
}

impl Follower for Counted<'_> {
    fn hear(&mut self, event: StrapEvent) -> Next {
        self.measured |= matches!(event, StrapEvent::Measured(_));
        self.follower.hear(event)
    }

    fn wait(&mut self, time: Duration) -> Next {
        self.follower.wait(time)
    }
}

/// Connects to a strap that was found and listens until the follower has enough. Fails once the connection does, or
/// with [`RadioError::Silent`] after ten seconds without a message.
pub(super) fn listen(
    radio: &mut dyn Radio,
    strap: &Strap,
    follower: &mut dyn Follower,
) -> Result<(), RadioError> {
    let mut link = radio.connect(strap)?;
    let battery = link.battery().filter(|percent| *percent <= 100);
    let mut next = follower.hear(StrapEvent::Connected { strap: strap.clone(), battery });
    let mut silent = 0;
    while next == Next::GoOn {
        let message = link.next(TURN)?;
        silent = if message.is_some() { 0 } else { silent + 1 };
        if silent >= SILENT_TURNS {
            return Err(RadioError::Silent);
        }
        next = match message.map(|bytes| Measurement::parse(&bytes)) {
            Some(Ok(told)) => follower.hear(StrapEvent::Measured(told)),
            Some(Err(_)) => follower.hear(StrapEvent::Unreadable),
            None => follower.wait(Duration::ZERO),
        };
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::radio::{Found, Link};
    use super::*;
    use std::collections::VecDeque;

    type Message = Result<Option<Vec<u8>>, RadioError>;

    /// One attempt of a scripted radio: what it fails with, or the messages before the connection is lost.
    type Attempt = Result<Vec<Message>, RadioError>;

    struct Scripted {
        attempts: VecDeque<Attempt>,
        name: &'static str,
    }

    struct Messages(VecDeque<Message>);

    impl Radio for Scripted {
        fn scan(&mut self, _: Duration, enough: &dyn Fn(&[Found]) -> bool) -> Result<Vec<Found>, RadioError> {
            if matches!(self.attempts.front(), Some(Err(RadioError::Off))) {
                self.attempts.pop_front();
                return Err(RadioError::Off);
            }
            let strap = Strap { address: "AA:01".into(), name: Some(self.name.into()) };
            let found = vec![Found { strap, signal: Some(-50) }];
            let _ = enough(&found);
            Ok(found)
        }

        fn connect(&mut self, _: &Strap) -> Result<Box<dyn Link>, RadioError> {
            let messages = self.attempts.pop_front().unwrap_or(Err(RadioError::NotFound))?;
            Ok(Box::new(Messages(messages.into())))
        }
    }

    impl Link for Messages {
        fn battery(&mut self) -> Option<u8> {
            Some(if self.0.len() == 1 { 255 } else { 80 })
        }

        fn next(&mut self, _: Duration) -> Message {
            self.0.pop_front().unwrap_or(Err(RadioError::Lost))
        }
    }

    /// Writes down what happens, and stops after so many words.
    struct Notes {
        words: Vec<String>,
        most: usize,
    }

    impl Notes {
        fn add(&mut self, word: String) -> Next {
            self.words.push(word);
            if self.words.len() < self.most { Next::GoOn } else { Next::Stop }
        }
    }

    impl Follower for Notes {
        fn hear(&mut self, event: StrapEvent) -> Next {
            self.add(match event {
                StrapEvent::Searching => "search".into(),
                StrapEvent::Connected { battery, .. } => battery.map_or("on".into(), |b| format!("on {b} %")),
                StrapEvent::Measured(told) => told.rate.to_string(),
                StrapEvent::Unreadable => "unreadable".into(),
                StrapEvent::Waiting { reason, wait } => format!("{reason:?} {}", wait.as_secs()),
            })
        }

        fn wait(&mut self, _: Duration) -> Next {
            Next::GoOn
        }
    }

    fn notes(attempts: Vec<Attempt>, name: &'static str, most: usize) -> String {
        let mut notes = Notes { words: Vec::new(), most };
        let chosen = Strap { address: "AA:09".into(), name: Some("H10".into()) };
        follow(&mut Scripted { attempts: attempts.into(), name }, &chosen, &mut notes);
        notes.words.join(", ")
    }

    #[expect(clippy::unnecessary_wraps, reason = "one of the messages of a script")]
    fn beat(rate: u8) -> Message {
        Message::Ok(Some(vec![0, rate]))
    }

    #[test]
    fn a_strap_that_is_lost_is_looked_for_again() {
        let attempts = vec![Ok(vec![beat(70), Ok(Some(vec![])), beat(71)]), Ok(vec![Ok(None), beat(72)])];
        assert_eq!(
            notes(attempts, "H10", 9),
            "search, on 80 %, 70, unreadable, 71, Lost 1, search, on 80 %, 72"
        );
    }

    #[test]
    fn waits_grow_until_it_measures_again() {
        let off = || Err(RadioError::Off);
        let attempts =
            vec![off(), Err(RadioError::NoHeartRate), Ok(vec![Ok(None)]), Ok(vec![beat(70)]), off()];
        assert_eq!(
            notes(attempts, "H10", 14),
            "search, Off 1, search, NoHeartRate 2, search, on, Lost 4, search, on, 70, Lost 1, search, Off 2, search"
        );
        let long = notes((0..9).map(|_| off()).collect(), "H10", 18);
        assert!(long.contains("Off 32, search, Off 60, search, Off 60"), "{long}");
    }

    #[test]
    fn another_strap_is_left_alone() {
        assert_eq!(notes(vec![Ok(vec![beat(70)])], "Neighbour's", 3), "search, NotFound 1, search");
    }

    #[test]
    fn a_strap_that_says_nothing_for_ten_seconds_is_given_up() {
        let silent = (0..30).map(|_| Ok(None)).collect();
        assert_eq!(notes(vec![Ok(silent)], "H10", 3), "search, on 80 %, Silent 1");
    }
}
