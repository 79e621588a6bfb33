//! A track's own frames, from its first to its last: without what its coder put before and after it, and from any
//! place.

use super::growing::{Growing, Unsearched};
use super::priming::{Priming, moov, priming};
use crate::decode::unreadable;
use crate::{AudioError, Recording};
use attune_core::time::FLICKS;
use std::fs::File;
use std::io::{BufReader, Seek};
use std::ops::Range;
use std::path::{Path, PathBuf};
use symphonia::core::audio::Channels;

/// Coders that overlap their packets need a few before the wanted place, or what they give there is wrong.
const RUN_UP: i64 = 8_192;

/// A file being played.
pub(crate) struct Reader {
    /// None for a file that is on its way.
    path: Option<PathBuf>,
    recording: Recording,
    priming: Priming,
    /// Where the first audible frame is by the container's count.
    zero: i64,
    /// The frame that comes next, counted from the first audible one.
    position: u64,
    /// Frames of coming blocks that lie before it.
    skip: u64,
    /// The recording already holds the next block.
    waiting: bool,
    span: Range<usize>,
}

impl Reader {
    /// Opens a file at its first frame, which is decoded already. Fails as [`Recording::open`].
    pub(crate) fn open(path: &Path) -> Result<Self, AudioError> {
        let recording = Recording::open(path)?;
        let moov = File::open(path).ok().and_then(|file| moov(&mut BufReader::new(file), true));
        Self::of_recording(Some(path.to_owned()), recording, moov.as_deref())
    }

    /// Opens a file that is on its way, at a place in milliseconds (one beyond the end is the end), and gives the frame
    /// there: as far as it is here; it waits for what is not. A place far ahead is gone to without what lies before it,
    /// where its source can do that and its container can be searched. A container that cannot be read from front to back
    /// is searched too, or waited for as a whole.
    ///
    /// Fails as [`Self::open`], and with the source's own error.
    pub(crate) fn of_growing(growing: Box<dyn Growing>, offset_ms: u32) -> Result<(Self, u64), AudioError> {
        let mut again = growing.again().map_err(|e| unreadable(&e))?;
        let mut reader = match Self::front_to_back(growing) {
            Err(AudioError::Unsupported { .. } | AudioError::Damaged { .. }) => {
                if !again.can_jump() {
                    again.wait_whole().map_err(AudioError::Source)?;
                }
                let mut reader = Self::searched(again)?;
                let frame = reader.frame_at(offset_ms);
                if frame > 0 {
                    reader.seek(frame)?;
                }
                return Ok((reader, frame));
            }
            opened => opened?,
        };
        let frame = reader.frame_at(offset_ms);
        if frame > 0 && again.can_jump() {
            // What it costs to read a container's ends is not spent on a file that is played from its start.
            let sought = Self::searched(again).and_then(|mut far| far.seek(frame).map(|()| far));
            match sought {
                Err(AudioError::Unsupported { .. } | AudioError::Damaged { .. }) => {}
                sought => return sought.map(|far| (far, frame)),
            }
        }
        if frame > 0 {
            reader.pass_over(frame)?;
        }
        Ok((reader, frame))
    }

    /// Opens a file that is on its way as one that can be searched.
    fn searched(mut growing: Box<dyn Growing>) -> Result<Self, AudioError> {
        growing.rewind().map_err(|e| unreadable(&e))?;
        let moov = moov(&mut growing, true);
        growing.rewind().map_err(|e| unreadable(&e))?;
        let extension = growing.extension().map(str::to_owned);
        let recording = Recording::of_source(growing, extension.as_deref())?;
        Self::of_recording(None, recording, moov.as_deref())
    }

    /// The frame at a place; a place beyond the end is the end.
    fn frame_at(&self, offset_ms: u32) -> u64 {
        let frame = u64::from(offset_ms) * u64::from(self.rate()) / 1_000;
        frame.min(self.frames().unwrap_or(u64::MAX).saturating_sub(1))
    }

    fn front_to_back(mut growing: Box<dyn Growing>) -> Result<Self, AudioError> {
        let moov = moov(&mut growing, false);
        growing.rewind().map_err(|e| unreadable(&e))?;
        let extension = growing.extension().map(str::to_owned);
        let recording = Recording::of_source(Unsearched(growing), extension.as_deref())?;
        Self::of_recording(None, recording, moov.as_deref())
    }

    fn of_recording(
        path: Option<PathBuf>,
        mut recording: Recording,
        moov: Option<&[u8]>,
    ) -> Result<Self, AudioError> {
        let first = recording.next_block()?;
        if !first {
            return Err(AudioError::TooShort { milliseconds: 0 });
        }
        let mut priming = priming(moov, &mut recording);
        if recording.is_chained() {
            priming.frames = None;
        }
        Ok(Self {
            path,
            zero: recording.block_at() + priming.before as i64,
            skip: priming.before,
            priming,
            recording,
            position: 0,
            waiting: true,
            span: 0..0,
        })
    }

    /// Frames a second.
    pub(crate) fn rate(&self) -> u32 {
        self.recording.rate()
    }

    /// What the channels are for.
    pub(crate) fn layout(&self) -> &Channels {
        self.recording.layout()
    }

    /// Audible frames in all, where the file says.
    pub(crate) fn frames(&self) -> Option<u64> {
        if self.recording.is_chained() {
            return None;
        }
        self.priming
            .frames
            .or_else(|| Some(self.recording.stated_frames()?.saturating_sub(self.priming.before)))
    }

    /// The samples of each channel, and which of them are the latest block.
    pub(crate) fn planes(&self) -> (&[Vec<f32>], Range<usize>) {
        (self.recording.block(), self.span.clone())
    }

    /// Decodes the next block. False at the end.
    pub(crate) fn next_block(&mut self) -> Result<bool, AudioError> {
        loop {
            if !std::mem::take(&mut self.waiting) && !self.recording.next_block()? {
                return Ok(false);
            }
            let length = self.recording.block().first().map_or(0, Vec::len);
            let from = (self.skip as usize).min(length);
            self.skip -= from as u64;
            let all = self.priming.frames.filter(|_| !self.recording.is_chained());
            let left = all.map_or(u64::MAX, |all| all.saturating_sub(self.position));
            let to = from + (left as usize).min(length - from);
            self.position += (to - from) as u64;
            self.span = from..to;
            if left == 0 {
                return Ok(false);
            }
            if from < to {
                return Ok(true);
            }
        }
    }

    /// Goes to a frame, to the very sample. Fails where the file cannot be searched or ends before it.
    pub(crate) fn seek(&mut self, frame: u64) -> Result<(), AudioError> {
        if self.recording.is_chained()
            && let Some(path) = &self.path
        {
            *self = Self::open(path)?;
            return self.pass_over(frame);
        }
        let found = self.search(frame);
        match (&self.path, found) {
            // Pages that count nothing lead astray, or nowhere; and a container may know a part of the file only.
            (Some(path), found)
                if matches!(found, Err(AudioError::Damaged { .. }))
                    || found == Ok(false) && self.recording.may_misplace() =>
            {
                *self = Self::open(path)?;
                self.pass_over(frame)
            }
            (_, found) => found.map(|_| ()),
        }
    }

    /// Goes to a frame by what the container knows of places. False where it knows none before that frame.
    fn search(&mut self, frame: u64) -> Result<bool, AudioError> {
        let wanted = self.zero.saturating_add_unsigned(frame);
        let mut run_up = if self.recording.leans_on_the_past() { RUN_UP } else { 0 };
        let at = loop {
            self.recording.go_to((wanted - run_up).max(self.zero - self.priming.before as i64))?;
            if !self.recording.next_block()? {
                return Err(AudioError::Damaged { detail: "it ends before that place".to_owned() });
            }
            let at = self.recording.block_at();
            if at <= wanted || run_up > 16 * RUN_UP {
                break at;
            }
            // A container that only knows rough places came out too late.
            run_up = 2 * run_up + RUN_UP;
        };
        self.skip = (wanted - at).max(0) as u64;
        (self.position, self.waiting) = (frame, true);
        Ok(at <= wanted)
    }

    /// Goes from the first frame to another through all that is between them: no container counts frames over several
    /// streams, and one that is on its way cannot be searched. Fails where it ends before that.
    pub(crate) fn pass_over(&mut self, frame: u64) -> Result<(), AudioError> {
        // Parts may have other rates than the first, whose frames are counted.
        let rate = u64::from(self.rate().max(1));
        let mut left = (self.skip + frame) * (FLICKS / rate);
        loop {
            let own = FLICKS / u64::from(self.rate().max(1));
            let length = self.recording.block().first().map_or(0, Vec::len) as u64;
            if left < length * own {
                self.skip = left / own;
                break;
            }
            left -= length * own;
            if !self.recording.next_block()? {
                return Err(AudioError::Damaged { detail: "it ends before that place".to_owned() });
            }
        }
        self.position = frame;
        Ok(())
    }
}
