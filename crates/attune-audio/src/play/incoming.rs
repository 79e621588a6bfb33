//! Files that are played while they come: one thread for each reads and decodes, since reading waits for bytes, and the
//! player never does.

use super::growing::{Fetch, Stop};
use super::reader::Reader;
use crate::AudioError;
use attune_core::{AppError, ErrorCode};
use std::collections::VecDeque;
use std::sync::mpsc::{Receiver, SyncSender, TryRecvError, sync_channel};
use std::thread;
use symphonia::core::audio::Channels;

/// Blocks decoded ahead of the player.
const AHEAD: usize = 16;
/// A file begins to sound when this part of a second of it is decoded.
const START: u32 = 2;

/// What there is to take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Next {
    Block,
    /// Nothing by now; there will be more.
    Late,
    End,
}

/// What the thread hands over.
enum Part {
    /// The file can be played from here.
    Start {
        blocks: VecDeque<Block>,
        /// Frames in all, where the file says.
        frames: Option<u64>,
        /// The frame that the first block begins with.
        position: u64,
    },
    Block(Block),
    End,
}

/// Decoded sound.
struct Block {
    planes: Vec<Vec<f32>>,
    rate: u32,
    layout: Channels,
}

impl Block {
    fn frames(&self) -> usize {
        self.planes.first().map_or(0, Vec::len)
    }
}

type Parts = Receiver<Result<Part, AudioError>>;

/// A file of which nothing has come yet. Dropping it gives the file up.
pub(crate) struct Opening(Feed);

/// The thread's end that the player holds.
struct Feed {
    parts: Parts,
    stop: Stop,
}

impl Drop for Feed {
    fn drop(&mut self) {
        self.stop.set();
    }
}

impl Opening {
    /// Why nothing comes, if that was said since this was asked last.
    pub(crate) fn complaint(&self) -> Option<AppError> {
        self.0.stop.complaint()
    }

    /// Begins to read and decode a file from a place in it. Fails with `threads_unavailable`.
    pub(crate) fn start(fetch: Fetch, offset_ms: u32) -> Result<Self, AudioError> {
        let (sender, parts) = sync_channel(AHEAD);
        let stop = Stop::default();
        let thread_stop = stop.clone();
        let work = move || {
            if let Err(error) = decode(fetch, &thread_stop, offset_ms, &sender) {
                // A player that has gone on does not want to know.
                let _ = sender.send(Err(error));
            }
        };
        thread::Builder::new().name("attune-incoming".to_owned()).spawn(work).map_err(|_| no_thread())?;
        Ok(Self(Feed { parts, stop }))
    }

    /// The file once enough of it is there; none before. Whoever asks again after that gets an error.
    pub(crate) fn arrived(&mut self) -> Result<Option<(Start, u64)>, AudioError> {
        match self.0.parts.try_recv() {
            Err(TryRecvError::Empty) => Ok(None),
            Ok(Ok(Part::Start { blocks, frames, position })) => {
                Ok(Some((Start { blocks, frames }, position)))
            }
            Ok(Err(error)) => Err(error),
            Ok(Ok(Part::Block(_) | Part::End)) | Err(TryRecvError::Disconnected) => {
                Err(AudioError::broke_off())
            }
        }
    }

    /// The file as it is played on from its start.
    pub(crate) fn play(self, Start { blocks, frames }: Start) -> Streamed {
        let first = blocks.front().map(|first| (first.rate, first.layout.clone()));
        let (rate, layout) = first.unwrap_or((1, Channels::None));
        let block = Block { planes: Vec::new(), rate, layout };
        Streamed { feed: self.0, blocks, block, frames, ended: false }
    }
}

/// What a file begins with.
pub(crate) struct Start {
    blocks: VecDeque<Block>,
    frames: Option<u64>,
}

/// A file being played while it comes. Dropping it gives the file up.
pub(crate) struct Streamed {
    feed: Feed,
    /// Decoded and not taken yet.
    blocks: VecDeque<Block>,
    /// The latest one.
    block: Block,
    frames: Option<u64>,
    ended: bool,
}

impl Streamed {
    /// Why nothing comes, if that was said since this was asked last.
    pub(crate) fn complaint(&self) -> Option<AppError> {
        self.feed.stop.complaint()
    }

    pub(crate) fn rate(&self) -> u32 {
        self.block.rate
    }

    pub(crate) fn layout(&self) -> &Channels {
        &self.block.layout
    }

    /// Frames in all, where the file says.
    pub(crate) fn frames(&self) -> Option<u64> {
        self.frames
    }

    /// The samples of each channel, and which of them are the latest block.
    pub(crate) fn planes(&self) -> (&[Vec<f32>], std::ops::Range<usize>) {
        (&self.block.planes, 0..self.block.frames())
    }

    /// Takes the next block, if it is there.
    pub(crate) fn next_block(&mut self) -> Result<Next, AudioError> {
        if self.ended {
            return Ok(Next::End);
        }
        self.block = match self.blocks.pop_front() {
            Some(block) => block,
            None => match self.feed.parts.try_recv() {
                Ok(part) => match part? {
                    Part::Block(block) => block,
                    Part::Start { .. } | Part::End => {
                        self.ended = true;
                        return Ok(Next::End);
                    }
                },
                Err(TryRecvError::Empty) => return Ok(Next::Late),
                Err(TryRecvError::Disconnected) => return Err(AudioError::broke_off()),
            },
        };
        Ok(Next::Block)
    }
}

/// The work of the thread.
fn decode(
    fetch: Fetch,
    stop: &Stop,
    offset_ms: u32,
    parts: &SyncSender<Result<Part, AudioError>>,
) -> Result<(), AudioError> {
    let growing = fetch(stop.clone()).map_err(AudioError::Source)?;
    let (mut reader, position) = Reader::of_growing(growing, offset_ms)?;
    let mut blocks = VecDeque::new();
    let (mut ahead, mut ended) = (0, false);
    while ahead < (reader.rate() / START) as usize && !ended {
        match next(&mut reader)? {
            Some(block) => {
                ahead += block.frames();
                blocks.push_back(block);
            }
            None => ended = true,
        }
    }
    let start = Part::Start { blocks, frames: reader.frames(), position };
    let mut gone = parts.send(Ok(start)).is_err();
    while !gone && !ended && !stop.is_set() {
        match next(&mut reader)? {
            Some(block) => gone = parts.send(Ok(Part::Block(block))).is_err(),
            None => ended = true,
        }
    }
    if ended {
        let _ = parts.send(Ok(Part::End));
    }
    Ok(())
}

fn next(reader: &mut Reader) -> Result<Option<Block>, AudioError> {
    if !reader.next_block()? {
        return Ok(None);
    }
    let (planes, span) = reader.planes();
    let planes = planes.iter().map(|plane| plane[span.clone()].to_vec()).collect();
    Ok(Some(Block { planes, rate: reader.rate(), layout: reader.layout().clone() }))
}

fn no_thread() -> AudioError {
    let message = "This song could not be loaded, since the system gives no thread. Restart Attune.";
    AudioError::Source(AppError::new(ErrorCode::ThreadsUnavailable, message))
}
