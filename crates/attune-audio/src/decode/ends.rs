//! Where the sound of an Ogg stream ends.
//!
//! The last page counts the frames up to its end, and what its packets hold beyond that is left out (RFC 7845, 4.5). The
//! container's reader believes each page's count and leaves out what lies beyond it: of a page in the middle whose count
//! is missing (−1) or was never written (0), that is all of its sound. So the packets that are to lose their ends are
//! held until it is seen that nothing follows them.

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
}

impl Ends {
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
                    if self.held.len() > A_PAGE {
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
        *self = Self::default();
    }

    /// Whether what is held is the end of a stream as coders write it. A page of which nothing at all is to be heard has a
    /// wrong count.
    fn is_end(&self) -> bool {
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
