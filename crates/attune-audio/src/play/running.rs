//! The player at work: commands in, frames and events out.

use super::amplitude;
use super::output_manager::{OpenOutput, OutputRequest, Sound};
use super::program::{Entry, Mark, Program, Trouble, label};
use crate::AudioError;
use attune_core::player::{
    PlayStatus, PlayerCommand, PlayerEvent, PlayerListener, PlayerState, TrackEnd, Volume,
};
use attune_core::{AppError, Timestamp, Track};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

/// How often it decodes ahead and looks what is heard.
const TICK: Duration = Duration::from_millis(20);
/// How often it tells where it is.
const REPORT_EVERY: Duration = Duration::from_millis(500);
/// A silent output is kept open so long.
const LINGER: Duration = Duration::from_secs(5);
/// A track that has no more than this left was heard to its end.
const NEARLY_MS: u32 = 10_000;
/// After so many tracks in a row that cannot be played it stops.
const MOST_TROUBLE: u32 = 5;
/// An output that has less than this left of a file that is on its way is stopped before it runs dry.
const LOW: Duration = Duration::from_millis(100);
/// It goes on when this much is there again.
const ENOUGH: Duration = Duration::from_millis(500);
/// What is nearer than this to being heard is not exchanged any more.
const TOO_LATE: Duration = Duration::from_millis(150);

pub(crate) enum Message {
    Command(PlayerCommand),
    Sound(Sound),
    Quit,
}

/// Whether there is an output.
enum Out {
    Closed,
    /// Asked for.
    Awaited,
    /// There was none; it is looked for.
    Missing,
    Open(OpenOutput),
}

/// What is being heard, and the frame of the stream at which that began.
#[derive(Clone)]
struct Hearing {
    entry: Entry,
    at: u64,
}

/// How it keeps up with a file that is on its way.
#[derive(Debug, Default)]
struct Pace {
    /// Whether the output is stopped until more of the file has come.
    held: bool,
    /// Whether it is silent until then.
    loading: bool,
    /// Whether it was said why it is silent.
    complained: bool,
}

pub(crate) struct Running {
    program: Program,
    listener: PlayerListener,
    clock: Box<dyn Fn() -> Timestamp + Send>,
    output_manager: Sender<OutputRequest>,
    amplitude: Arc<AtomicU32>,
    chosen: Option<String>,
    volume: Volume,
    out: Out,
    /// Frames handed to the present output.
    written: u64,
    /// The frame that the latest jump goes to.
    jumped: u64,
    hearing: Option<Hearing>,
    /// Where to go on once there is an output.
    place: Option<(Track, u32)>,
    /// Whether the listener wants it to sound.
    wanted: bool,
    pace: Pace,
    trouble: u32,
    reported: Instant,
    silent_since: Instant,
}

impl Running {
    pub(crate) fn new(
        program: Program,
        listener: PlayerListener,
        clock: Box<dyn Fn() -> Timestamp + Send>,
        output_manager: Sender<OutputRequest>,
        amplitude: Arc<AtomicU32>,
        chosen: Option<String>,
        volume: Volume,
    ) -> Self {
        Self {
            program,
            listener,
            clock,
            output_manager,
            amplitude,
            chosen,
            volume,
            out: Out::Closed,
            written: 0,
            jumped: 0,
            hearing: None,
            place: None,
            wanted: false,
            pace: Pace::default(),
            trouble: 0,
            reported: Instant::now(),
            silent_since: Instant::now(),
        }
    }

    pub(crate) fn run(mut self, inbox: &Receiver<Message>) {
        loop {
            let idle = !matches!(self.out, Out::Open(_));
            match inbox.recv_timeout(if idle { Duration::from_mins(1) } else { TICK }) {
                Ok(Message::Command(command)) => self.obey(command),
                Ok(Message::Sound(sound)) => self.on_sound(sound),
                Err(RecvTimeoutError::Timeout) => {}
                Ok(Message::Quit) | Err(RecvTimeoutError::Disconnected) => return self.fall_silent(),
            }
            self.feed();
            self.pace();
            self.watch();
            self.rest();
            if self.wanted && self.hearing.is_some() && self.reported.elapsed() >= REPORT_EVERY {
                self.report_state();
            }
        }
    }

    fn emit(&mut self, event: PlayerEvent) {
        (self.listener)(event, (self.clock)());
    }

    fn report_state(&mut self) {
        self.reported = Instant::now();
        let state = self.state();
        self.emit(PlayerEvent::State(state));
    }

    fn state(&self) -> PlayerState {
        let track = self.hearing.as_ref().map(|h| &h.entry.track).or(self.place.as_ref().map(|p| &p.0));
        let track = track.or(self.program.following.front().filter(|_| self.wanted));
        let duration = self.hearing.as_ref().and_then(|h| h.entry.duration_ms);
        let sounds = self.wanted && !matches!(self.out, Out::Missing);
        PlayerState {
            status: match track {
                None => PlayStatus::Stopped,
                Some(_) if sounds && self.pace.loading => PlayStatus::Loading,
                Some(_) if sounds => PlayStatus::Playing,
                Some(_) => PlayStatus::Paused,
            },
            track: track.map(|t| t.id.clone()),
            label: track.map(label),
            position_ms: self.position(),
            duration_ms: duration.or(track.and_then(|t| t.duration_ms)),
            volume: Some(self.volume),
            device: if let Out::Open(deck) = &self.out { Some(deck.name.clone()) } else { None },
        }
    }

    /// The frame that is heard now.
    fn heard(&self) -> u64 {
        let Out::Open(deck) = &self.out else { return 0 };
        let latency = u64::from(deck.wires.latency_us.load(Ordering::Relaxed));
        let taken = deck.wires.taken.load(Ordering::Acquire);
        // The last frames are heard while silence follows them.
        let given = taken + deck.wires.lacked.load(Ordering::Relaxed);
        given.saturating_sub(latency * u64::from(deck.rate) / 1_000_000).min(taken)
    }

    /// Milliseconds from the start of the track.
    fn position(&self) -> u32 {
        match (&self.hearing, &self.place) {
            (Some(hearing), _) => self.place_of(hearing, self.heard()),
            (None, Some((_, at))) => *at,
            (None, None) => self.program.awaited_from().unwrap_or(0),
        }
    }

    fn place_of(&self, hearing: &Hearing, frame: u64) -> u32 {
        let Out::Open(deck) = &self.out else { return hearing.entry.offset_ms };
        let since = frame.saturating_sub(hearing.at) * 1_000 / u64::from(deck.rate);
        let place = hearing.entry.offset_ms.saturating_add(u32::try_from(since).unwrap_or(u32::MAX));
        place.min(hearing.entry.duration_ms.unwrap_or(u32::MAX).max(hearing.entry.offset_ms))
    }

    fn obey(&mut self, command: PlayerCommand) {
        match command {
            PlayerCommand::Play(tracks) => self.play(tracks),
            PlayerCommand::Follow(tracks) => return self.follow(tracks),
            PlayerCommand::Pause => self.set_wanted(false),
            PlayerCommand::Resume => self.resume(),
            PlayerCommand::Next => self.skip(),
            PlayerCommand::Seek(to) => self.seek(to),
            PlayerCommand::Volume(volume) => {
                self.volume = volume;
                self.amplitude.store(amplitude(volume).to_bits(), Ordering::Relaxed);
            }
            PlayerCommand::Transfer(id) => {
                self.chosen = Some(id).filter(|id| !id.is_empty());
                if !matches!(self.out, Out::Closed) {
                    self.ask_for_output();
                }
                return;
            }
        }
        self.report_state();
    }

    fn play(&mut self, tracks: Vec<Track>) {
        self.leave(TrackEnd::Replaced);
        self.program.following = tracks.into();
        self.start();
    }

    fn skip(&mut self) {
        // What is awaited in silence is what the listener goes on from.
        if self.hearing.is_none() && self.place.is_none() && self.program.awaited().is_some() {
            self.program.following.pop_front();
        }
        self.leave(TrackEnd::Skipped);
        self.start();
    }

    /// Begins with the first of the following tracks.
    fn start(&mut self) {
        self.jump(false);
        self.trouble = 0;
        let nothing = self.program.following.is_empty();
        if !matches!(self.out, Out::Open(_)) {
            self.place = self.program.following.pop_front().map(|track| (track, 0));
        }
        self.set_wanted(!nothing);
    }

    fn resume(&mut self) {
        let nothing = self.hearing.is_none() && self.place.is_none() && !self.program.has_more();
        self.set_wanted(!nothing);
    }

    /// The track that is heard is over, for a reason.
    fn leave(&mut self, why: TrackEnd) {
        self.program.take_back();
        let at = self.position();
        let left = self.hearing.take().map(|h| (h.entry.track, h.entry.duration_ms));
        // Of what waits for an output nothing was heard unless it waits in the middle.
        let waiting = self.place.take().filter(|_| at > 0).map(|(track, _)| (track, None));
        if let Some((track, duration)) = left.or(waiting) {
            let duration = duration.or(track.duration_ms);
            let end = if nearly(at, duration) { TrackEnd::Finished } else { why };
            self.emit(PlayerEvent::Ended { track: track.id, heard_ms: at, end });
        }
    }

    /// Whatever was handed over is not heard any more.
    fn jump(&mut self, fade_in: bool) {
        self.program.clear(self.written);
        self.jumped = self.written;
        if let Out::Open(deck) = &self.out {
            deck.wires.jump(self.written, fade_in);
        }
    }

    fn seek(&mut self, to: u32) {
        let duration = self.hearing.as_ref().and_then(|h| h.entry.duration_ms);
        if duration.is_some_and(|all| to >= all) {
            return self.skip();
        }
        if let Some((_, at)) = &mut self.place {
            *at = to;
            return;
        }
        let heard = self.hearing.take().map(|hearing| hearing.entry.track);
        self.program.take_back();
        // Where nothing is heard yet, the first track of the list is about to be.
        let soon = |all: &mut Program| all.following.pop_front();
        let is_coming = self.wanted || self.program.awaited().is_some();
        let Some(track) = heard.or_else(|| soon(&mut self.program).filter(|_| is_coming)) else { return };
        self.jump(to > 0);
        self.begin_at(&track, to);
    }

    /// Goes on in the middle of a track.
    fn begin_at(&mut self, track: &Track, at: u32) {
        if let Err(trouble) = self.program.begin(track, at) {
            self.on_trouble(trouble);
        }
        self.adopt();
    }

    fn follow(&mut self, mut tracks: Vec<Track>) {
        if let Out::Open(deck) = &self.out
            && deck.wires.taken.load(Ordering::Acquire) < self.jumped
            && let Some(hearing) = self.hearing.take()
        {
            // The output has not come to the latest jump, and can only be told one thing at a time: once more.
            self.jump(hearing.entry.offset_ms > 0);
            self.program.following = tracks.into();
            return self.begin_at(&hearing.entry.track, hearing.entry.offset_ms);
        }
        if self.hearing.is_some() {
            let kept = self.cut_prepared(&tracks);
            tracks.drain(..kept);
        } else if let Some(current) = self.program.awaited().filter(|_| self.place.is_none()) {
            // It is not among those that follow it.
            tracks.insert(0, current.clone());
        }
        self.program.following = tracks.into();
    }

    /// Cuts off what is prepared from the first track on that is not on the list any more. Gives how many of the list's
    /// tracks stay prepared.
    fn cut_prepared(&mut self, tracks: &[Track]) -> usize {
        let Out::Open(deck) = &self.out else { return 0 };
        let marks = &self.program.marks;
        let entries = marks.iter().map_while(|mark| mark.entry.as_ref());
        let mut kept = entries.zip(tracks).take_while(|(entry, track)| entry.track.id == track.id).count();
        let taken = deck.wires.taken.load(Ordering::Acquire);
        // What an earlier exchange left out before a mark is still to be left out, and with it what comes now.
        let waits = |mark: &Mark| mark.since < mark.at && taken <= mark.since;
        let from = |mark: &Mark| if waits(mark) { mark.since } else { mark.at };
        let Some(mut at) = marks.get(kept).map(from) else { return kept };
        if at < self.written
            && let Some(first) = marks.iter().take(kept).position(waits)
        {
            // The output leaves out one stretch at a time: the tracks between two are prepared anew.
            (kept, at) = (first, marks[first].since);
        }
        let latest = taken + u64::from(deck.rate) * TOO_LATE.as_millis() as u64 / 1_000;
        if (at >= self.written || at > latest) && self.program.end_at(kept, at, self.written) {
            deck.wires.cut(at, self.written);
        }
        kept
    }

    fn set_wanted(&mut self, wanted: bool) {
        self.wanted = wanted;
        self.silent_since = Instant::now();
        match &self.out {
            Out::Open(deck) => deck.wires.playing.store(wanted && !self.pace.held, Ordering::Release),
            Out::Closed if wanted => self.ask_for_output(),
            Out::Awaited | Out::Missing if !wanted => self.close(),
            _ => {}
        }
    }

    fn ask_for_output(&mut self) {
        // A desk that has ended can only mean that the player ends too.
        let _ = self.output_manager.send(OutputRequest::Open(self.chosen.clone()));
        if matches!(self.out, Out::Closed) {
            self.out = Out::Awaited;
        }
    }

    fn close(&mut self) {
        self.keep_place();
        self.out = Out::Closed;
        let _ = self.output_manager.send(OutputRequest::Close);
    }

    /// Remembers where it is before the output goes.
    fn keep_place(&mut self) {
        let at = self.position();
        self.program.take_back();
        if let Some(hearing) = self.hearing.take() {
            self.place = Some((hearing.entry.track, at));
        }
        self.program.clear(0);
        (self.written, self.jumped) = (0, 0);
    }

    fn on_sound(&mut self, sound: Sound) {
        match sound {
            Sound::Opened(deck) => {
                if matches!(self.out, Out::Closed) {
                    // Not wanted any more, and already told so.
                    return;
                }
                self.keep_place();
                self.program.set_form(deck.rate, deck.channels);
                let middle = self.place.as_ref().is_some_and(|(_, at)| *at > 0);
                deck.wires.fade_in.store(middle, Ordering::Relaxed);
                self.out = Out::Open(deck);
                if let Some((track, at)) = self.place.take() {
                    self.begin_at(&track, at);
                }
                self.set_wanted(self.wanted);
            }
            Sound::Gone => {
                if matches!(self.out, Out::Open(_)) {
                    self.keep_place();
                    self.out = Out::Awaited;
                }
                return;
            }
            Sound::Missing(error) => {
                if matches!(self.out, Out::Closed) {
                    return;
                }
                self.keep_place();
                self.out = Out::Missing;
                self.emit(PlayerEvent::Failed(error.into()));
            }
        }
        self.report_state();
    }

    /// Decodes ahead until the ring is full.
    fn feed(&mut self) {
        loop {
            let Out::Open(deck) = &mut self.out else { return };
            let room = deck.ring.slots() / deck.channels * deck.channels;
            let count = room.min(self.program.pending.len());
            let (first, second) = self.program.pending.as_slices();
            let count_first = count.min(first.len());
            let parts = [&first[..count_first], &second[..count - count_first]];
            if parts.iter().all(|part| deck.ring.push_entire_slice(part).is_ok()) {
                self.program.pending.drain(..count);
                self.written += (count / deck.channels) as u64;
            }
            // One block waits even if there is no room, so that what it begins with is known.
            if !self.program.pending.is_empty() {
                return;
            }
            match self.program.prepare() {
                Ok(true) => self.trouble = 0,
                Ok(false) => return,
                Err(trouble) => self.on_trouble(trouble),
            }
        }
    }

    /// Stops the output shortly before it runs dry, where a file on its way is slower than it is played, and lets it go on
    /// when enough is there, so that it neither clicks nor stutters.
    fn pace(&mut self) {
        let (mut held, mut loading) = (false, false);
        if let Out::Open(deck) = &self.out {
            let taken = deck.wires.taken.load(Ordering::Acquire).max(self.jumped);
            let pending = (self.program.pending.len() / deck.channels) as u64;
            let ahead = self.written.saturating_sub(taken) + pending;
            let needed = if self.pace.held { ENOUGH } else { LOW };
            let few = ahead * 1_000 < u64::from(deck.rate) * needed.as_millis() as u64;
            held = few && self.program.is_late();
            // Before a track of which nothing is there the one before it is heard to its end.
            loading = held || (ahead == 0 && self.program.awaited().is_some());
            deck.wires.playing.store(self.wanted && !held, Ordering::Release);
        }
        self.pace.held = held;
        self.pace.complained &= loading;
        if loading
            && !self.pace.complained
            && let Some(error) = self.program.complaint()
        {
            self.pace.complained = true;
            self.emit(PlayerEvent::Failed(error));
        }
        if std::mem::replace(&mut self.pace.loading, loading) != loading && self.wanted {
            self.report_state();
        }
    }

    fn on_trouble(&mut self, Trouble { label, error }: Trouble) {
        self.emit(PlayerEvent::Failed(AppError::new(error.code, format!("{label}: {}", error.message))));
        self.trouble += 1;
        if self.trouble >= MOST_TROUBLE {
            self.program.following.clear();
            let error = AudioError::GaveUp { count: self.trouble };
            self.emit(PlayerEvent::Failed(error.into()));
            self.trouble = 0;
        }
    }

    /// A piece that is composed while it is played gets longer or shorter as it is led elsewhere.
    fn measure(&mut self) {
        let Some(entry) = self.hearing.as_mut().map(|hearing| &mut hearing.entry) else { return };
        if let Some(length) = self.program.composed_ms(&entry.track.id) {
            entry.duration_ms = Some(length);
        }
    }

    /// Tells what has begun and ended since the last look.
    fn watch(&mut self) {
        self.adopt();
        self.measure();
        let heard = self.heard();
        while self.program.marks.front().is_some_and(|mark| mark.at <= heard) {
            let Some(mark) = self.program.marks.pop_front() else { return };
            if let Some(hearing) = self.hearing.take() {
                let at = self.place_of(&hearing, mark.since);
                let whole = mark.complete || nearly(at, hearing.entry.duration_ms);
                let end = if whole { TrackEnd::Finished } else { TrackEnd::Replaced };
                self.emit(PlayerEvent::Ended { track: hearing.entry.track.id, heard_ms: at, end });
            }
            self.hearing = mark.entry.map(|entry| Hearing { entry, at: mark.at });
            if self.hearing.is_none() && !self.program.has_more() {
                self.set_wanted(false);
            }
            self.report_state();
        }
        let nothing_comes = self.hearing.is_none() && self.place.is_none() && !self.program.has_more();
        if nothing_comes && self.wanted && self.program.marks.is_empty() {
            self.set_wanted(false);
            self.report_state();
        }
    }

    /// Where nothing was heard, what begins is heard at once.
    fn adopt(&mut self) {
        if self.hearing.is_none()
            && let Some(mark) = self.program.marks.pop_front_if(|mark| mark.entry.is_some())
        {
            self.hearing = mark.entry.map(|entry| Hearing { entry, at: mark.at });
            self.report_state();
        }
    }

    /// Gives the output back when nothing has sounded for a while.
    fn rest(&mut self) {
        if !self.wanted && matches!(self.out, Out::Open(_)) && self.silent_since.elapsed() > LINGER {
            self.close();
        }
    }

    /// A moment for the fade, so that the end does not click.
    fn fall_silent(&mut self) {
        if let Out::Open(deck) = &self.out {
            deck.wires.playing.store(false, Ordering::Release);
            std::thread::sleep(Duration::from_millis(60));
        }
        let _ = self.output_manager.send(OutputRequest::Close);
    }
}

fn nearly(at: u32, duration: Option<u32>) -> bool {
    duration.is_some_and(|all| at.saturating_add(NEARLY_MS) >= all)
}
