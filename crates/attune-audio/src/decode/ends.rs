//! Where the sound of a stream ends, of which the container's reader leaves out what lies beyond its length.
//!
//! In Ogg the last page counts the frames up to its end, and what its packets hold beyond that is left out (RFC 7845, 4.5). The
//! container's reader believes each page's count and leaves out what lies beyond it: of a page in the middle whose count
//! is missing (−1) or was never written (0), that is all of its sound. So the packets that are to lose their ends are
//! held until it is seen that nothing follows them.
//!
//! An MP3 may say how many frames its coder has put behind the sound. Its length, on the other hand, is a guess where no
//! summary tells it, and that of another file where somebody has cut the file or joined others to it. So no more is
//! left out than the coder says.

use std::collections::VecDeque;
use symphonia::core::errors::Error;
use symphonia::core::packet::Packet;
use symphonia::core::units::Duration;

/// The most packets that end on one page: there are no more pieces on it.
const A_PAGE: usize = 255;
/// The most packets beyond the end that coders write to bring out their last frames.
const BEYOND: usize = 3;

/// The next packet, the end, or why there is none.
type Next = Result<Option<Packet>, Error>;

/// Packets that were read ahead, and what came after them.
#[derive(Default)]
pub(super) struct Ends {
    held: VecDeque<Packet>,
    after: Option<Next>,
    /// The most that a coder has put behind the sound, where that is known, in the unit of the packets' times.
    padding: Option<u64>,
}

impl Ends {
    /// Of a stream whose coder has put so much behind the sound at the most.
    pub(super) fn with_padding(padding: u64) -> Self {
        Self { padding: Some(padding), ..Self::default() }
    }

    /// The next packet of a track.
    pub(super) fn next(&mut self, track: u32, mut read: impl FnMut() -> Next) -> Next {
        if let Some(packet) = self.held.pop_front() {
            return Ok(Some(packet));
        }
        if let Some(after) = self.after.take() {
            return after;
        }
        loop {
            match read() {
                Ok(Some(packet)) if packet.track_id != track => {}
                Ok(Some(packet)) if packet.trim_end > Duration::ZERO => {
                    self.held.push_back(packet);
                    if self.held.len() > A_PAGE || self.is_beyond_padding() {
                        self.keep_all();
                        break;
                    }
                }
                Ok(Some(packet)) if self.held.is_empty() => return Ok(Some(packet)),
                after => {
                    let goes_on = matches!(after, Ok(Some(_)));
                    if goes_on || !self.is_end() {
                        self.keep_all();
                    }
                    self.after = Some(after);
                    break;
                }
            }
        }
        match self.held.pop_front() {
            Some(packet) => Ok(Some(packet)),
            None => self.after.take().unwrap_or(Ok(None)),
        }
    }

    /// Forgets what was read ahead: the container goes on elsewhere.
    pub(super) fn forget(&mut self) {
        *self = Self { padding: self.padding, ..Self::default() };
    }

    /// Whether more is to be left out than the coder has added: then the length that is told is wrong, and so is all that
    /// is to be left out from here on.
    fn is_beyond_padding(&mut self) -> bool {
        let held: u64 = self.held.iter().map(|packet| packet.trim_end.get()).sum();
        let beyond = self.padding.is_some_and(|padding| held > padding);
        if beyond {
            self.padding = Some(0);
        }
        beyond
    }

    /// Whether what is held is the end of a stream as coders write it. A page of which nothing at all is to be heard has a
    /// wrong count.
    fn is_end(&self) -> bool {
        if self.padding.is_some() {
            return true;
        }
        let silent = self.held.front().is_some_and(|packet| packet.dur == Duration::ZERO);
        !silent || self.held.len() <= BEYOND
    }

    /// Lets what is held be heard to its end.
    fn keep_all(&mut self) {
        for packet in &mut self.held {
            packet.dur = packet.dur.saturating_add(packet.trim_end);
            packet.trim_end = Duration::ZERO;
        }
    }
}
