//! What is played: the list, the file that is being decoded, and the frames that come of it.

use super::line::Line;
use super::playing::Playing;
use super::{Resolve, Sound, Source};
use crate::AudioError;
use crate::mix::Mix;
use attune_core::{AppError, Track, TrackId};
use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, TryRecvError};
use symphonia::core::audio::Channels;

/// Priming and padding of a coder are shorter than this.
const HEAD_LIES_MS: u32 = 2_000;

/// A place in the stream of frames where something else begins.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Mark {
    /// The number of its first frame in the stream.
    pub(crate) at: u64,
    /// Where what came before it ended: the same, unless frames between them are left out.
    pub(crate) since: u64,
    /// What begins; nothing at the end of the list.
    pub(crate) entry: Option<Entry>,
    /// Whether what came before it was played to the end of its file.
    pub(crate) complete: bool,
}

/// A track in the stream.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Entry {
    pub(crate) track: Track,
    /// Where in the track it begins, in milliseconds.
    pub(crate) offset_ms: u32,
    pub(crate) duration_ms: Option<u32>,
}

/// A track that could not be played, or not to its end.
#[derive(Debug)]
pub(crate) struct Trouble {
    /// What the listener knows the track by.
    pub(crate) label: String,
    pub(crate) error: AppError,
}

impl Trouble {
    fn with(track: &Track, error: impl Into<AppError>) -> Self {
        Self { label: label(track), error: error.into() }
    }
}

/// The program.
pub(crate) struct Program {
    resolve: Resolve,
    pub(crate) following: VecDeque<Track>,
    /// What is coming that has not been reported as heard.
    pub(crate) marks: VecDeque<Mark>,
    /// Frames that were not handed over, interleaved.
    pub(crate) pending: Vec<f32>,
    rate: u32,
    channels: usize,
    line: Option<Line>,
    /// The number of the frame that the line, or the next one, begins with.
    base: u64,
    /// Where the sound before the base ended.
    ended: u64,
    decoding: Option<Decoding>,
    /// The first of the following tracks, while its file is on its way.
    awaited: Option<Awaited>,
    /// Whether the latest track came to the end of its file.
    complete: bool,
}

/// A track whose file is on its way.
struct Awaited {
    track: TrackId,
    /// Where in it to begin.
    offset_ms: u32,
    gain_db: f32,
    file: Receiver<Result<PathBuf, AppError>>,
}

struct Decoding {
    track: Track,
    sound: Playing,
    layout: Channels,
    outputs: usize,
    mix: Mix,
    gain: f32,
}

impl Program {
    pub(crate) fn new(resolve: Resolve) -> Self {
        Self {
            resolve,
            following: VecDeque::new(),
            marks: VecDeque::new(),
            pending: Vec::new(),
            rate: 0,
            channels: 0,
            line: None,
            base: 0,
            ended: 0,
            decoding: None,
            awaited: None,
            complete: false,
        }
    }

    /// The form of the frames from now on; everything that was prepared is gone.
    pub(crate) fn set_form(&mut self, rate: u32, channels: usize) {
        (self.rate, self.channels) = (rate, channels);
        self.clear(0);
    }

    /// Whether anything is left to prepare.
    pub(crate) fn has_more(&self) -> bool {
        self.decoding.is_some() || self.line.is_some() || !self.following.is_empty()
    }

    /// Forgets what was prepared, and goes on at frame `base` of the stream.
    pub(crate) fn clear(&mut self, base: u64) {
        (self.base, self.ended) = (base, base);
        self.line = None;
        self.decoding = None;
        self.complete = false;
        self.pending.clear();
        self.marks.clear();
    }

    /// Puts the tracks that are prepared and not heard back in front of the list.
    pub(crate) fn take_back(&mut self) {
        for mark in self.marks.drain(..).rev() {
            if let Some(entry) = mark.entry {
                self.following.push_front(entry.track);
            }
        }
    }

    /// Begins a track in the middle, or as soon as its file is there. Fails as opening does, or with `audio_damaged` if it
    /// cannot be searched or ends before that.
    pub(crate) fn begin(&mut self, track: &Track, offset_ms: u32) -> Result<(), Trouble> {
        let found = self.find(track, offset_ms).map_err(|error| Trouble::with(track, error))?;
        if let Some(source) = found {
            return self.begin_with(track, source, offset_ms);
        }
        self.following.push_front(track.clone());
        Ok(())
    }

    /// The sound of a track; none where its file is on its way: it is awaited from now on.
    fn find(&mut self, track: &Track, offset_ms: u32) -> Result<Option<Source>, AudioError> {
        let Source { sound, gain_db } = (self.resolve)(track).ok_or(AudioError::NotHere)?;
        let Sound::Loading(file) = sound else { return Ok(Some(Source { sound, gain_db })) };
        self.awaited = Some(Awaited { track: track.id.clone(), offset_ms, gain_db, file });
        Ok(None)
    }

    fn begin_with(&mut self, track: &Track, source: Source, offset_ms: u32) -> Result<(), Trouble> {
        match self.open(track, source, offset_ms) {
            Ok((decoding, entry)) => {
                self.mark(Some(entry));
                self.complete = false;
                self.decoding = Some(decoding);
                Ok(())
            }
            Err(error) => Err(Trouble::with(track, error)),
        }
    }

    /// The track that is awaited, if it is the first of those that follow.
    pub(crate) fn awaited(&self) -> Option<&Track> {
        let awaited = &self.awaited.as_ref()?.track;
        self.following.front().filter(|track| track.id == *awaited)
    }

    /// Another place to begin the awaited track at; false if none is awaited.
    pub(crate) fn seek_awaited(&mut self, to_ms: u32) -> bool {
        let is_awaited = self.awaited().is_some();
        if let Some(awaited) = self.awaited.as_mut().filter(|_| is_awaited) {
            awaited.offset_ms = to_ms;
        }
        is_awaited
    }

    /// What to begin the first of the following tracks with; none while its file is on its way.
    fn arrived(&mut self, track: &Track) -> Result<Option<(Source, u32)>, AppError> {
        if self.awaited().is_none() {
            self.awaited = None;
            if let Some(source) = self.find(track, 0)? {
                return Ok(Some((source, 0)));
            }
        }
        let Some(awaited) = &self.awaited else { return Ok(None) };
        let path = match awaited.file.try_recv() {
            Err(TryRecvError::Empty) => return Ok(None),
            Ok(Ok(path)) => path,
            Ok(Err(error)) => return Err(error),
            Err(TryRecvError::Disconnected) => return Err(AudioError::NotHere.into()),
        };
        let (gain_db, offset_ms) = (awaited.gain_db, awaited.offset_ms);
        Ok(Some((Source::file(path, gain_db), offset_ms)))
    }

    /// Prepares a block more. False when there is nothing left for now.
    pub(crate) fn prepare(&mut self) -> Result<bool, Trouble> {
        loop {
            if let Some(decoding) = &mut self.decoding {
                let line = self.line.get_or_insert_with(|| Line::new(self.rate, self.channels));
                let pending = &mut self.pending;
                match guarded(|| decoding.next(line, pending)) {
                    Ok(true) => return Ok(true),
                    Ok(false) => {
                        self.decoding = None;
                        self.complete = true;
                    }
                    Err(error) => {
                        let trouble = Trouble::with(&decoding.track, error);
                        self.decoding = None;
                        return Err(trouble);
                    }
                }
            } else if let Some(track) = self.following.front().cloned() {
                let arrived = self.arrived(&track);
                if matches!(arrived, Ok(None)) {
                    return Ok(false);
                }
                (self.awaited, _) = (None, self.following.pop_front());
                match arrived {
                    Ok(Some((source, offset_ms))) => self.begin_with(&track, source, offset_ms)?,
                    Ok(None) => {}
                    Err(error) => return Err(Trouble::with(&track, error)),
                }
            } else {
                return Ok(self.end());
            }
        }
    }

    /// Ends the stream behind the first `kept` marks, at frame `at`, where the next one begins; what lies behind it is
    /// forgotten. Whether frames behind it are beyond help because they were handed over: `written` are.
    pub(crate) fn end_at(&mut self, kept: usize, at: u64, written: u64) -> bool {
        self.decoding = None;
        self.complete = self.marks.get(kept).is_some_and(|mark| mark.complete);
        if let Some(mut line) = self.line.take() {
            // Nothing is lost but the sound's last milliseconds if this fails, and it cannot for a filter that worked.
            let _ = line.finish(&mut self.pending);
        }
        self.marks.truncate(kept);
        let kept = at.saturating_sub(written) as usize * self.channels;
        self.pending.truncate(kept);
        (self.base, self.ended) = (at.max(written), at);
        at < written
    }

    /// The number of the frame that would come after everything prepared.
    fn due(&self) -> u64 {
        self.base + self.line.as_ref().map_or(0, Line::due)
    }

    fn mark(&mut self, entry: Option<Entry>) {
        let at = self.due();
        let since = if self.line.is_none() { self.ended } else { at };
        self.marks.push_back(Mark { at, since, entry, complete: self.complete });
    }

    fn end(&mut self) -> bool {
        if self.line.is_none() {
            return false;
        }
        self.mark(None);
        let at = self.due();
        if let Some(mut line) = self.line.take() {
            let _ = line.finish(&mut self.pending);
        }
        (self.base, self.ended) = (at, at);
        true
    }

    fn open(
        &self,
        track: &Track,
        Source { sound, gain_db }: Source,
        offset_ms: u32,
    ) -> Result<(Decoding, Entry), AudioError> {
        let sound = guarded(|| {
            let mut sound = Playing::open(sound)?;
            let frame = u64::from(offset_ms) * u64::from(sound.rate()) / 1_000;
            // A place beyond the end is the end.
            let frame = frame.min(sound.frames().unwrap_or(u64::MAX).saturating_sub(1));
            if frame > 0 {
                sound.seek(frame)?;
            }
            Ok(sound)
        })?;
        let in_ms = |frames: u64| u32::try_from(frames * 1_000 / u64::from(sound.rate().max(1))).ok();
        let duration_ms = length(track.duration_ms, sound.frames().and_then(in_ms));
        let entry = Entry { track: track.clone(), offset_ms, duration_ms };
        let (layout, outputs) = (sound.layout().clone(), self.channels);
        let mix = Mix::new(&layout, outputs);
        // Beyond these no measurement is believed.
        let gain = 10f32.powf(gain_db.clamp(-60.0, 30.0) / 20.0);
        Ok((Decoding { track: track.clone(), sound, layout, outputs, mix, gain }, entry))
    }
}

impl Decoding {
    fn next(&mut self, line: &mut Line, out: &mut Vec<f32>) -> Result<bool, AudioError> {
        if !self.sound.next_block()? {
            return Ok(false);
        }
        if self.layout != *self.sound.layout() {
            self.layout = self.sound.layout().clone();
            self.mix = Mix::new(&self.layout, self.outputs);
        }
        line.push(self.sound.rate(), &self.mix, self.gain, self.sound.block(), out)?;
        Ok(true)
    }
}

/// The length in milliseconds: as the file's head says, unless what is known of the track is something else altogether.
/// That may come from the decoded sound, and the head of a stream without an index only guesses.
fn length(known: Option<u32>, stated: Option<u32>) -> Option<u32> {
    let apart = |known: &u32| stated.is_none_or(|stated| stated.abs_diff(*known) > HEAD_LIES_MS);
    known.filter(apart).or(stated)
}

/// "Title – Artist".
pub(crate) fn label(track: &Track) -> String {
    if track.artist.is_empty() {
        track.title.clone()
    } else {
        format!("{} – {}", track.title, track.artist)
    }
}

/// A decoder that breaks off on a malformed file ends that file, not the player.
fn guarded<T>(run: impl FnOnce() -> Result<T, AudioError>) -> Result<T, AudioError> {
    let broke_off = |_| Err(AudioError::Damaged { detail: "its decoder broke off".to_owned() });
    catch_unwind(AssertUnwindSafe(run)).unwrap_or_else(broke_off)
}
