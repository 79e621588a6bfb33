//! What is played: the list, the file that is being decoded, and the frames that come of it.

use super::blend::Blend;
use super::incoming::{Next, Opening};
use super::line::Line;
use super::playing::Playing;
use super::{CrossfadeSetting, Resolve, Sound, Source};
use crate::AudioError;
use crate::error::guarded;
use crate::mix::Mix;
use attune_core::player::AlbumPlace;
use attune_core::{AppError, Track, TrackId};
use std::collections::VecDeque;
use std::sync::Arc;
use symphonia::core::audio::Channels;

/// Priming and padding of a coder are shorter than this.
const HEAD_LIES_MS: u32 = 2_000;
/// Frames of a track's end that are handed on at a time while it is not known what follows.
const RELEASED: usize = 4_096;
/// Less than this part of a second is no crossfade.
const SHORTEST_FADE: u32 = 10;

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
    /// What of the track before is crossfaded into it.
    tail: Option<Tail>,
}

/// The end of a track that is crossfaded into the next, kept so that another track can take that one's place.
#[derive(Debug, Clone, PartialEq)]
struct Tail {
    /// The samples without the crossfade, from where the track before ended for the mark.
    samples: Arc<[f32]>,
    /// Frames of them that overlap with the track after the mark.
    overlap: usize,
    /// Where the track that they end stands on its album.
    album: Option<AlbumPlace>,
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
    pub(crate) pending: VecDeque<f32>,
    rate: u32,
    channels: usize,
    crossfade: CrossfadeSetting,
    line: Option<Line>,
    /// Between the line and what is pending.
    blend: Blend,
    /// What comes out of the line at a time.
    made: Vec<f32>,
    /// The end of the latest track, if another one than before is to follow it.
    again: Option<Arc<[f32]>>,
    /// Where the latest track stands on its album.
    album: Option<AlbumPlace>,
    /// The number of the frame that the line, or the next one, begins with.
    base: u64,
    /// Where the sound before the base ended.
    ended: u64,
    decoding: Option<Decoding>,
    /// The latest track that was composed to its end, and its length in milliseconds.
    composed: Option<(TrackId, u32)>,
    /// The first of the following tracks, while nothing of its file is there.
    awaited: Option<Awaited>,
    /// Whether the file being played is slower than the player.
    late: bool,
    /// Whether the latest track came to the end of its file.
    complete: bool,
    /// Whether the end of what was prepared has no mark yet.
    open_end: bool,
}

/// A track whose file is on its way.
struct Awaited {
    track: TrackId,
    /// Where in it to begin.
    offset_ms: u32,
    gain_db: f32,
    album: Option<AlbumPlace>,
    opening: Opening,
}

/// A track's sound from where it is to begin.
struct Opened {
    sound: Playing,
    /// The frame that it begins with.
    position: u64,
    offset_ms: u32,
    gain_db: f32,
    album: Option<AlbumPlace>,
}

struct Decoding {
    track: Track,
    sound: Playing,
    layout: Channels,
    outputs: usize,
    mix: Mix,
    gain: f32,
    /// The frames up to the end of the latest block.
    position: u64,
}

impl Program {
    pub(crate) fn new(resolve: Resolve, crossfade: CrossfadeSetting) -> Self {
        Self {
            resolve,
            following: VecDeque::new(),
            marks: VecDeque::new(),
            pending: VecDeque::new(),
            rate: 0,
            channels: 0,
            crossfade,
            line: None,
            blend: Blend::new(0, 0),
            made: Vec::new(),
            again: None,
            album: None,
            base: 0,
            ended: 0,
            decoding: None,
            composed: None,
            awaited: None,
            late: false,
            complete: false,
            open_end: false,
        }
    }

    /// The form of the frames from now on; everything that was prepared is gone.
    pub(crate) fn set_form(&mut self, rate: u32, channels: usize) {
        (self.rate, self.channels) = (rate, channels);
        self.blend = Blend::new(rate, channels);
        self.clear(0);
    }

    /// Whether anything is left to prepare.
    pub(crate) fn has_more(&self) -> bool {
        self.decoding.is_some() || self.open_end || !self.following.is_empty()
    }

    /// Forgets what was prepared, and goes on at frame `base` of the stream.
    pub(crate) fn clear(&mut self, base: u64) {
        (self.base, self.ended) = (base, base);
        (self.line, self.decoding) = (None, None);
        (self.again, self.album) = (None, None);
        self.blend.clear();
        (self.complete, self.open_end, self.late) = (false, false, false);
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
        match self.find(track, offset_ms).map_err(|error| Trouble::with(track, error))? {
            Some(opened) => self.begin_with(track, opened),
            None => self.following.push_front(track.clone()),
        }
        Ok(())
    }

    /// The sound of a track; none where its file is on its way: it is awaited from now on.
    fn find(&mut self, track: &Track, offset_ms: u32) -> Result<Option<Opened>, AudioError> {
        let source = (self.resolve)(track).ok_or(AudioError::NotHere)?;
        let Source { sound: Sound::Loading(fetch), gain_db, album } = source else {
            return open(source, offset_ms).map(Some);
        };
        let opening = Opening::start(fetch, offset_ms)?;
        self.awaited = Some(Awaited { track: track.id.clone(), offset_ms, gain_db, album, opening });
        Ok(None)
    }

    fn begin_with(&mut self, track: &Track, opened: Opened) {
        let Opened { sound, position, offset_ms, gain_db, album } = opened;
        let stated = sound.frames().and_then(|frames| in_ms(frames, sound.rate()));
        let duration_ms = length(track.duration_ms, stated);
        self.join(Entry { track: track.clone(), offset_ms, duration_ms }, album, &sound);
        (self.complete, self.open_end) = (false, true);
        let (layout, outputs) = (sound.layout().clone(), self.channels);
        let mix = Mix::new(&layout, outputs);
        // Beyond these no measurement is believed.
        let gain = 10f32.powf(gain_db.clamp(-60.0, 30.0) / 20.0);
        self.decoding = Some(Decoding { track: track.clone(), sound, layout, outputs, mix, gain, position });
    }

    /// The length in milliseconds that a track has by now which is composed while it is played; none for other tracks, and for
    /// one that was composed to its end before the latest that was.
    pub(crate) fn composed_ms(&self, track: &TrackId) -> Option<u32> {
        let now = self.decoding.as_ref().filter(|decoding| decoding.track.id == *track);
        let over = || self.composed.as_ref().filter(|(id, _)| id == track).map(|(_, length)| *length);
        now.and_then(Decoding::composed_ms).or_else(over)
    }

    /// The track that is awaited, if it is the first of those that follow.
    pub(crate) fn awaited(&self) -> Option<&Track> {
        let awaited = &self.awaited.as_ref()?.track;
        self.following.front().filter(|track| track.id == *awaited)
    }

    /// Where the awaited track is to begin, in milliseconds.
    pub(crate) fn awaited_from(&self) -> Option<u32> {
        self.awaited().and(self.awaited.as_ref()).map(|awaited| awaited.offset_ms)
    }

    /// Whether the file that is played is slower than the player.
    pub(crate) fn is_late(&self) -> bool {
        self.late
    }

    /// Why nothing comes of what it waits for, if that was said since this was asked last.
    pub(crate) fn complaint(&self) -> Option<AppError> {
        match &self.decoding {
            Some(decoding) => decoding.sound.complaint(),
            None => self.awaited.as_ref()?.opening.complaint(),
        }
    }

    /// What to begin the first of the following tracks with; none while its file is on its way.
    fn arrived(&mut self, track: &Track) -> Result<Option<Opened>, AudioError> {
        if self.awaited().is_none() {
            self.awaited = None;
            if let Some(opened) = self.find(track, 0)? {
                return Ok(Some(opened));
            }
        }
        let Some(awaited) = &mut self.awaited else { return Ok(None) };
        let Some((start, position)) = awaited.opening.arrived()? else { return Ok(None) };
        let Some(Awaited { opening, offset_ms, gain_db, album, .. }) = self.awaited.take() else {
            return Ok(None);
        };
        let sound = Playing::Streamed(Box::new(opening.play(start)));
        Ok(Some(Opened { sound, position, offset_ms, gain_db, album }))
    }

    /// Prepares a block more. False when there is nothing left for now.
    pub(crate) fn prepare(&mut self) -> Result<bool, Trouble> {
        self.late = false;
        loop {
            if let Some(decoding) = &mut self.decoding {
                let line = self.line.get_or_insert_with(|| Line::new(self.rate, self.channels));
                let made = &mut self.made;
                match guarded(|| decoding.next(line, made)) {
                    Ok(Next::Late) => {
                        self.late = true;
                        return Ok(self.release());
                    }
                    Ok(Next::Block) => {
                        let hold = decoding.hold(u64::from(self.crossfade.now().as_seconds()), self.rate);
                        self.pass_on(hold);
                        return Ok(true);
                    }
                    Ok(Next::End) => {
                        let length = decoding.composed_ms().map(|ms| (decoding.track.id.clone(), ms));
                        self.composed = length.or(self.composed.take());
                        self.decoding = None;
                        self.complete = true;
                        self.end_fade();
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
                    return Ok(self.release() || self.settle());
                }
                (self.awaited, _) = (None, self.following.pop_front());
                match arrived {
                    Ok(Some(opened)) => self.begin_with(&track, opened),
                    Ok(None) => {}
                    Err(error) => return Err(Trouble::with(&track, error)),
                }
            } else {
                return Ok(self.release() || self.end());
            }
        }
    }

    /// Takes what the line has made, and keeps at most the last `hold` frames of it back.
    fn pass_on(&mut self, hold: usize) {
        self.blend.push(&self.made, hold, &mut self.pending);
        self.made.clear();
    }

    /// Takes all that is still in the line.
    fn finish_line(&mut self, hold: usize) {
        if let Some(mut line) = self.line.take() {
            // Nothing is lost but the sound's last milliseconds if this fails, and it cannot for a filter that worked.
            let _ = line.finish(&mut self.made);
        }
        self.pass_on(hold);
    }

    /// Hands on some of what is kept back. False if nothing is.
    fn release(&mut self) -> bool {
        let any = self.blend.held() > 0;
        self.blend.release(RELEASED, &mut self.pending);
        any
    }

    /// Hands on the last of a track that is followed by one that is late. False if nothing was left of it.
    fn settle(&mut self) -> bool {
        let at = self.due();
        let any = self.line.is_some();
        if any {
            self.finish_line(0);
            self.blend.finish(&mut self.pending);
            (self.base, self.ended) = (at, at);
        }
        any
    }

    /// A track that is over before the one before it has faded out is followed by silence until then.
    fn end_fade(&mut self) {
        if self.blend.fading() == 0 {
            return;
        }
        let end = self.due();
        self.finish_line(0);
        let left = self.blend.fading();
        self.made.resize(left * self.channels, 0.0);
        self.pass_on(0);
        self.base = end + left as u64;
        self.ended = self.base;
    }

    /// A track comes next: crossfaded with the end of the one before it, or without a gap.
    fn join(&mut self, entry: Entry, album: Option<AlbumPlace>, sound: &Playing) {
        let before = std::mem::replace(&mut self.album, album);
        let goes_on =
            self.album.as_ref().zip(before.as_ref()).is_some_and(|(now, before)| now.follows(before));
        let length = sound.frames().map_or(u64::MAX, |all| {
            all.saturating_mul(u64::from(self.rate)) / u64::from(sound.rate().max(1))
        });
        let wanted = u64::from(self.crossfade.now().as_seconds()) * u64::from(self.rate);
        let most = usize::try_from(wanted.min(length / 2)).unwrap_or(usize::MAX);
        let shortest = (self.rate / SHORTEST_FADE) as usize;
        if goes_on || most.min(self.blend.held()) < shortest {
            self.blend.release(usize::MAX, &mut self.pending);
            self.mark(Some(entry));
            let samples = self.again.take();
            self.keep_tail(samples, 0, before);
            return;
        }
        let due = self.due();
        let had_line = self.line.is_some();
        self.finish_line(usize::MAX);
        let overlap = most.min(self.blend.held());
        let tail = self.blend.begin_fade(overlap, &mut self.pending);
        let at = due - overlap as u64;
        (self.base, self.ended) = (at, if had_line { at } else { self.ended - overlap as u64 });
        self.mark(Some(entry));
        self.ended = at;
        let samples = self.again.take().unwrap_or(tail);
        self.keep_tail(Some(samples), overlap, before);
    }

    /// What the latest mark is to give back if it is exchanged.
    fn keep_tail(&mut self, samples: Option<Arc<[f32]>>, overlap: usize, album: Option<AlbumPlace>) {
        if let Some((mark, samples)) = self.marks.back_mut().zip(samples) {
            let whole = (samples.len() / self.channels).saturating_sub(overlap) as u64;
            mark.since = mark.since.saturating_sub(whole);
            mark.tail = Some(Tail { samples, overlap, album });
        }
    }

    /// Ends the stream behind the first `kept` marks, at frame `at`, where the next one begins; what lies behind it is
    /// forgotten. Whether frames behind it are beyond help because they were handed over: `written` are.
    pub(crate) fn end_at(&mut self, kept: usize, at: u64, written: u64) -> bool {
        self.decoding = None;
        let exchanged = self.marks.get(kept).cloned();
        self.complete = exchanged.as_ref().is_some_and(|mark| mark.complete);
        self.finish_line(0);
        self.blend.finish(&mut self.pending);
        self.open_end = true;
        self.marks.truncate(kept);
        let kept = at.saturating_sub(written) as usize * self.channels;
        self.pending.truncate(kept);
        (self.base, self.ended) = (at.max(written), at);
        (self.again, self.album) = (None, None);
        if let Some((tail, begins)) = exchanged.and_then(|mark| Some((mark.tail?, mark.at))) {
            self.hold_again(tail, at == begins);
        }
        at < written
    }

    /// Keeps the end of a track back that was crossfaded into one that is exchanged: all of it, or only what overlapped.
    fn hold_again(&mut self, Tail { samples, overlap, album }: Tail, overlapped: bool) {
        let all = samples.len() / self.channels;
        let frames = if overlapped { overlap } else { all };
        let samples: Arc<[f32]> = samples[(all - frames) * self.channels..].into();
        self.blend.hold_again(&samples);
        (self.base, self.ended) = (self.base + frames as u64, self.ended + frames as u64);
        (self.again, self.album) = (Some(samples).filter(|_| frames > 0), album);
    }

    /// The number of the frame that would come after everything prepared.
    fn due(&self) -> u64 {
        self.base + self.line.as_ref().map_or(0, Line::due)
    }

    fn mark(&mut self, entry: Option<Entry>) {
        let at = self.due();
        let since = if self.line.is_none() { self.ended } else { at };
        self.marks.push_back(Mark { at, since, entry, complete: self.complete, tail: None });
    }

    fn end(&mut self) -> bool {
        if !self.open_end {
            return false;
        }
        self.open_end = false;
        self.mark(None);
        let at = self.due();
        self.finish_line(0);
        self.blend.finish(&mut self.pending);
        (self.base, self.ended) = (at, at);
        true
    }
}

/// Opens a sound at a place; a place beyond the end is the end.
fn open(Source { sound, gain_db, album }: Source, offset_ms: u32) -> Result<Opened, AudioError> {
    let (sound, position) = guarded(|| {
        let mut sound = Playing::open(sound)?;
        let in_frames = |ms: u32| u64::from(ms) * u64::from(sound.rate()) / 1_000;
        let (frame, doubt) = (in_frames(offset_ms), in_frames(HEAD_LIES_MS));
        let last = sound.frames().unwrap_or(u64::MAX).saturating_sub(1);
        // Far behind the end there may be more than the head knows of.
        if frame > last.saturating_add(doubt) && sound.seek(frame).is_ok() {
            return Ok((sound, frame));
        }
        let frame = frame.min(last);
        if frame > 0 {
            sound.seek(frame)?;
        }
        Ok((sound, frame))
    })?;
    Ok(Opened { sound, position, offset_ms, gain_db, album })
}

impl Decoding {
    fn next(&mut self, line: &mut Line, out: &mut Vec<f32>) -> Result<Next, AudioError> {
        let next = self.sound.next_block()?;
        if next != Next::Block {
            return Ok(next);
        }
        if self.layout != *self.sound.layout() {
            self.layout = self.sound.layout().clone();
            self.mix = Mix::new(&self.layout, self.outputs);
        }
        self.position += self.sound.block().next().map_or(0, <[f32]>::len) as u64;
        line.push(self.sound.rate(), &self.mix, self.gain, self.sound.block(), out)?;
        Ok(next)
    }

    /// The length by now in milliseconds of what is composed while it is played; none for other sounds.
    fn composed_ms(&self) -> Option<u32> {
        self.sound.is_composed().then(|| in_ms(self.sound.frames()?, self.sound.rate())).flatten()
    }

    /// How many of the latest frames, at `rate` a second, are kept back for a crossfade of so many seconds: none before the
    /// end is near, as far as it is known, and at most half of the track.
    fn hold(&self, seconds: u64, rate: u32) -> usize {
        if self.sound.is_composed() {
            return 0;
        }
        let own_rate = u64::from(self.sound.rate().max(1));
        let half = self.sound.frames().map_or(u64::MAX, |all| all / 2);
        let fade = (seconds * own_rate).min(half);
        let near = self.sound.frames().is_none_or(|all| all.saturating_sub(self.position) <= fade);
        if near { usize::try_from(fade * u64::from(rate) / own_rate).unwrap_or(usize::MAX) } else { 0 }
    }
}

fn in_ms(frames: u64, rate: u32) -> Option<u32> {
    u32::try_from(frames * 1_000 / u64::from(rate.max(1))).ok()
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
