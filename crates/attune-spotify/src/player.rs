//! Connect behind the core's player port.
//!
//! Spotify is told one track at a time, and the one after it shortly before the end: until then a change of mood can
//! still change what follows, and it never changes a track that sounds.

use crate::client::Spotify;
use crate::coalesce::settled;
use crate::connect::Playing;
use crate::error::SpotifyError;
use crate::matching::Wanted;
use crate::queue::Cause;
use crate::watch::{Handed, Pace, PlaybackWatch};
use crate::way::Way;
use attune_core::player::{PlayerCommand, PlayerEvent, PlayerListener, ResumePoint, TrackEnd};
use attune_core::ports::Player;
use attune_core::{AppError, ErrorCode, Span, Timestamp, Track, TrackId};
use std::collections::VecDeque;
use std::time::Duration;
use tokio::runtime::Handle;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::time::{Instant, MissedTickBehavior, interval};

/// This long before its end the next track is handed over.
const HAND_OVER: Span = Span::seconds(20);
/// After a failure that does not say how long it lasts.
const AFTER_FAILURE: Span = Span::seconds(30);
/// After the first failure that may pass at once.
const AGAIN: Span = Span::seconds(1);
/// The listener is told when an answer has not come for so long; it is still waited for.
const SILENCE: Duration = Duration::from_secs(3);
/// While music plays, this computer is asked so often whether it still has a way out; Spotify is asked less often.
const WAY_LOOKS: Duration = Duration::from_secs(1);

/// Plays in the listener's Spotify apps. Dropping it leaves the music there as it is.
#[derive(Debug)]
pub struct ConnectPlayer {
    commands: UnboundedSender<PlayerCommand>,
}

impl ConnectPlayer {
    /// Starts on a runtime that runs by itself (one with threads of its own), which has to outlive the player.
    #[must_use]
    pub fn start(spotify: Spotify, runtime: &Handle, listener: PlayerListener) -> Self {
        let (commands, waiting) = unbounded_channel();
        let running = Running {
            way: Way::to(spotify.addresses()),
            spotify,
            listener,
            watch: PlaybackWatch::default(),
            following: VecDeque::new(),
            handed_over: None,
            unstarted: false,
            start_at: None,
            trouble: None,
            in_vain: false,
            pace: Pace::SOON,
            playing: false,
        };
        runtime.spawn(running.run(waiting));
        Self { commands }
    }
}

impl Player for ConnectPlayer {
    fn command(&mut self, command: PlayerCommand) -> Result<(), AppError> {
        let gone =
            |_| AppError::new(ErrorCode::PlayerGone, "Playback through Spotify has stopped. Restart Attune.");
        self.commands.send(command).map_err(gone)
    }

    fn can_play(&self, track: &Track) -> bool {
        track.id.spotify_id().is_some() || !(track.title.is_empty() || track.artist.is_empty())
    }
}

/// The player at work.
struct Running {
    spotify: Spotify,
    way: Way,
    listener: PlayerListener,
    watch: PlaybackWatch,
    following: VecDeque<Track>,
    /// The one that Spotify has been given to follow, until it plays.
    handed_over: Option<Track>,
    /// The first of the following was to be played and could not be, for instance because no device was open: it stays
    /// the first until it is.
    unstarted: bool,
    /// Where in it to start.
    start_at: Option<ResumePoint>,
    /// Why looking fails, as last told.
    trouble: Option<SpotifyError>,
    /// Whether the last look failed, told or not.
    in_vain: bool,
    pace: Pace,
    playing: bool,
}

impl Running {
    async fn run(mut self, mut waiting: UnboundedReceiver<PlayerCommand>) {
        let mut next_look = Instant::now();
        let mut way_looks = interval(WAY_LOOKS);
        way_looks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            tokio::select! {
                // What the listener asks for comes before the next look.
                biased;
                command = waiting.recv() => {
                    let Some(first) = command else { return };
                    let commands = settled(first, &mut waiting);
                    // Another list changes nothing at Spotify: while the mood is restless, lists come faster than looks
                    // may, and must neither put them off nor bring them on.
                    let changes = commands.iter().any(|c| !matches!(c, PlayerCommand::Follow(_)));
                    for command in commands {
                        self.carry_out(command).await;
                    }
                    if changes {
                        let (pause, pace) = Pace::SOON.step(true, None);
                        (next_look, self.pace) = (after(pause), pace);
                    }
                }
                () = tokio::time::sleep_until(next_look) => next_look = after(self.look().await),
                _ = way_looks.tick(), if self.playing && !self.in_vain => {
                    if self.way.has_closed() {
                        // A question over a connection that was open before would only wait.
                        self.in_vain = true;
                        self.tell(SpotifyError::Offline);
                    }
                }
            }
        }
    }

    fn emit(&mut self, event: PlayerEvent) {
        (self.listener)(event, self.spotify.now());
    }

    fn fail(&mut self, error: SpotifyError) {
        self.emit(PlayerEvent::Failed(error.into()));
    }

    async fn carry_out(&mut self, command: PlayerCommand) {
        let done = match command {
            PlayerCommand::Play(tracks) => {
                (self.following, self.start_at) = (tracks.into(), None);
                self.start(TrackEnd::Replaced).await
            }
            PlayerCommand::Follow(tracks) => {
                let first = self.following.pop_front().filter(|_| self.unstarted);
                self.following = first.into_iter().chain(tracks).collect();
                Ok(())
            }
            PlayerCommand::Next => self.skip().await,
            PlayerCommand::Pause => self.spotify.pause().await,
            // What could not be started is still to be played.
            PlayerCommand::Resume if !self.watch.is_ours() && !self.following.is_empty() => {
                self.start(TrackEnd::Replaced).await
            }
            PlayerCommand::Resume => self.spotify.resume().await,
            PlayerCommand::Seek(position) if self.unstarted => {
                let first = self.following.front();
                self.start_at = first.map(|t| ResumePoint { track: t.id.clone(), position_ms: position });
                Ok(())
            }
            PlayerCommand::Seek(position) => self.spotify.seek(position).await,
            PlayerCommand::Volume(volume) => {
                if let Some(event) = self.watch.turned(volume, self.spotify.now()) {
                    self.emit(event);
                }
                self.spotify.volume(volume).await
            }
            PlayerCommand::Transfer(device) => self.spotify.transfer(&device).await,
        };
        if let Err(error) = done {
            self.fail(error);
        }
    }

    /// Plays the first of the following tracks that Spotify has.
    async fn start(&mut self, why: TrackEnd) -> Result<(), SpotifyError> {
        let started = self.try_to_start(why).await;
        self.unstarted = started.is_err() && !self.watch.is_ours();
        let id = started?;
        match self.start_at.take().filter(|place| place.track == id) {
            Some(place) => self.spotify.seek(place.position_ms).await,
            None => Ok(()),
        }
    }

    async fn try_to_start(&mut self, why: TrackEnd) -> Result<TrackId, SpotifyError> {
        let Some((handed, track)) = self.take_next().await? else {
            return Err(SpotifyError::NotFound);
        };
        if let Err(error) = sent(self.spotify.play(&[&handed.uri], None, Cause::Listener).await) {
            // It is still what comes next, for instance when a device has been opened.
            self.following.push_front(track);
            return Err(error);
        }
        let ended = self.watch.handed(handed, self.spotify.now(), why);
        self.handed_over = None;
        if let Some(event) = ended {
            self.emit(event);
        }
        Ok(track.id)
    }

    async fn skip(&mut self) -> Result<(), SpotifyError> {
        if self.watch.has_next() {
            // It is with Spotify already; the next look sees it.
            return self.spotify.next().await;
        }
        if self.unstarted {
            // The listener does not want that one any more.
            (self.unstarted, self.start_at) = (false, None);
            self.following.pop_front();
        }
        if self.following.is_empty() {
            return self.spotify.pause().await;
        }
        self.start(TrackEnd::Skipped).await
    }

    /// Takes the first track that Spotify has from the list; those before it are left out.
    async fn take_next(&mut self) -> Result<Option<(Handed, Track)>, SpotifyError> {
        while let Some(track) = self.following.front() {
            let found = self.spotify.find(&Wanted::from(track), Cause::Listener).await?;
            let track = self.following.pop_front();
            if let (Some(found), Some(track)) = (found, track) {
                return Ok(Some((Handed::of(track.id.clone(), found), track)));
            }
        }
        Ok(None)
    }

    /// Asks what plays, tells what changed, hands the next track over in time. Gives the pause before the next look.
    async fn look(&mut self) -> Span {
        let answer = self.ask().await;
        let now = self.spotify.now();
        let playing = match answer {
            Ok(playing) => playing,
            Err(error) => return self.looked_in_vain(error, now),
        };
        (self.trouble, self.in_vain) = (None, false);
        let was_ours = self.watch.is_ours();
        let (states, rest): (Vec<_>, Vec<_>) = self
            .watch
            .saw(playing.as_ref(), now)
            .into_iter()
            .partition(|e| matches!(e, PlayerEvent::State(_)));
        for event in rest {
            self.emit(event);
        }
        if self.watch.has_changed() {
            self.pace = Pace::SOON;
        }
        self.playing = playing.as_ref().is_some_and(|p| p.playing);
        let silent = playing.as_ref().is_none_or(|p| p.uri.is_none());
        let went_on = self.keep_going(was_ours && silent).await;
        // Between a track that has ended and the next that was started for it nothing has stopped.
        if !(was_ours && silent && self.watch.is_ours()) {
            for event in states {
                self.emit(event);
            }
        }
        if let Err(error) = went_on {
            self.fail(error);
        }
        let left = self.watch.left(now).filter(|_| !self.watch.has_next()).map(|l| Span(l.0 - HAND_OVER.0));
        let (pause, pace) = self.pace.step(self.playing, left.or(self.watch.left(now)));
        self.pace = pace;
        pause
    }

    /// Asks what plays, once: after a failure there is another look.
    async fn ask(&mut self) -> Result<Option<Playing>, SpotifyError> {
        let spotify = self.spotify.clone();
        let mut question = std::pin::pin!(spotify.playing_once());
        // It goes on: breaking off could lose a token that is being renewed.
        let until = Instant::now() + SILENCE;
        while Instant::now() < until {
            if let Ok(answer) = tokio::time::timeout(WAY_LOOKS, &mut question).await {
                return answer;
            }
            if self.way.has_closed() {
                self.tell(SpotifyError::Offline);
            }
        }
        self.tell(SpotifyError::Interrupted);
        question.await
    }

    /// What lasts, the listener is told; what may pass, when it has failed twice. Gives the pause before the next look.
    fn looked_in_vain(&mut self, error: SpotifyError, now: Timestamp) -> Span {
        let first = !std::mem::replace(&mut self.in_vain, true);
        if first && error.is_passing() && self.trouble.is_none() {
            return AGAIN;
        }
        let ended = matches!(error, SpotifyError::SignInEnded | SpotifyError::NotSignedIn);
        if ended || error.until().is_some() || error.is_passing() {
            self.tell(error);
        }
        error.until().map_or(AFTER_FAILURE, |until| Span((until - now).0.max(1000)))
    }

    /// Tells why looking fails, once. No connection and no answer are one trouble.
    fn tell(&mut self, error: SpotifyError) {
        let told =
            self.trouble.is_some_and(|last| last == error || (last.is_passing() && error.is_passing()));
        if !told {
            self.trouble = Some(error);
            self.fail(error);
        }
    }

    /// Hands the next track over when the current one is about to end, or starts it when that was missed.
    async fn keep_going(&mut self, ran_out: bool) -> Result<(), SpotifyError> {
        let handed_over = self.handed_over.take_if(|_| !self.watch.has_next());
        if ran_out && !self.watch.is_ours() {
            // Handed over too late, it lies in a queue that nothing plays any more.
            if let Some(track) = handed_over {
                self.following.push_front(track);
            }
            if self.following.is_empty() {
                return Ok(());
            }
            return self.start(TrackEnd::Finished).await;
        }
        let near = self.watch.left(self.spotify.now()).is_some_and(|left| left <= HAND_OVER);
        if near
            && !self.watch.has_next()
            && let Some((handed, track)) = self.take_next().await?
        {
            if let Err(error) = sent(self.spotify.enqueue(&handed.uri, Cause::Mood).await) {
                self.following.push_front(track);
                return Err(error);
            }
            self.watch.handed_next(handed);
            self.handed_over = Some(track);
        }
        Ok(())
    }
}

fn after(pause: Span) -> Instant {
    Instant::now() + Duration::from_millis(pause.0.unsigned_abs())
}

/// A command whose answer was lost counts as carried out: the next look shows whether it was.
fn sent(result: Result<(), SpotifyError>) -> Result<(), SpotifyError> {
    result.or_else(|error| if error.is_ambiguous() { Ok(()) } else { Err(error) })
}
