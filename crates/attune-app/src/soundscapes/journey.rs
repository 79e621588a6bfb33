//! What a listener hears of soundscapes over a while: the session's own queue and the composer as in the app, by the score.

use super::following::Following;
use super::{NAME, Soundscapes, pieces};
use attune_core::player::{PlayStatus, PlayerEvent, PlayerKind, PlayerState, TrackEnd};
use attune_core::{Affect, AppError, Policy, Settings, Timestamp, TrackId, Tracks};
use attune_session::Listener;
use attune_session::engine::{Engine, EngineOptions, SOUNDSCAPES};
use attune_session::view::SoundscapeView;
use attune_soundscape::{Cues, FRAME_RATE, Mode, request_of};
use attune_store::Store;

/// How often the session and the player's place are looked at.
const LOOK_MS: u32 = 500;
/// When it all begins.
const START: Timestamp = Timestamp(1_700_000_000_000);

/// A phrase as it begins.
#[derive(Debug, Clone)]
pub struct Heard {
    /// Seconds since the start.
    pub at: f64,
    /// Which piece it belongs to, counted from 0.
    pub piece: usize,
    /// What it is written from.
    pub cues: Cues,
    /// Its mode.
    pub mode: Mode,
    /// What the window shows.
    pub view: SoundscapeView,
}

impl Heard {
    /// How many of its changes the listener asked for by the policy.
    #[must_use]
    pub fn asked(&self) -> usize {
        use attune_session::view::SoundscapeReason::{Calm, Energise, Hold, Lift};
        let asked = [Lift, Calm, Energise, Hold];
        self.view.changes.iter().filter(|change| asked.contains(&change.reason)).count()
    }
}

/// The phrases that a listener hears in so many minutes who sets a mood and a policy and listens to nothing but
/// soundscapes. Equal arguments give equal phrases.
pub fn journey(mood: Affect, policy: Policy, minutes: u16, seed: u64) -> Result<Vec<Heard>, AppError> {
    let mut listener = Listening::new(mood, policy, seed)?;
    let mut heard = Vec::new();
    let end = u32::from(minutes) * 60_000;
    for piece in 0.. {
        let Some(track) = listener.begin() else { break };
        let Some(mut sounding) = listener.open(&track) else { break };
        let started = listener.now_ms;
        loop {
            let goes_on = sounding.pass_over(u64::from(LOOK_MS) * u64::from(FRAME_RATE) / 1_000);
            for view in listener.soundscapes.1.0.try_iter() {
                let (cues, mode) = sounding.cues();
                heard.push(Heard { at: f64::from(listener.now_ms) / 1e3, piece, cues, mode, view });
            }
            listener.pass(LOOK_MS);
            if listener.now_ms >= end {
                return Ok(heard);
            }
            if !goes_on {
                break;
            }
        }
        listener.end(track, listener.now_ms - started);
    }
    Ok(heard)
}

/// The session and the composer, listened to.
struct Listening {
    engine: Engine,
    soundscapes: (Soundscapes, super::Changes),
    follow: Listener,
    now_ms: u32,
}

impl Listening {
    fn new(mood: Affect, policy: Policy, seed: u64) -> Result<Self, AppError> {
        let options =
            EngineOptions { version: String::new(), seed, starter: Vec::new(), warnings: Vec::new() };
        let mut engine = Engine::new(Box::new(Store::in_memory()?), options, START);
        engine.set_shelf(SOUNDSCAPES, NAME, Tracks::new(pieces::all()), START);
        let settings = Settings {
            player: PlayerKind::Local,
            soundscape_share: 1.0,
            policy,
            starter: false,
            ..engine.settings().clone()
        };
        engine.save_settings(settings, START);
        engine.correct_mood(mood, START);
        engine.play(START)?;
        let soundscapes = Soundscapes::new();
        let follow = soundscapes.0.follow(Box::new(|_| {}));
        let mut listening = Self { engine, soundscapes, follow, now_ms: 0 };
        listening.engine.resend(START);
        listening.tell();
        Ok(listening)
    }

    fn now(&self) -> Timestamp {
        Timestamp(START.0 + i64::from(self.now_ms))
    }

    /// The composer hears what the session tells.
    fn tell(&mut self) {
        self.engine.drain().iter().for_each(|event| (self.follow)(event));
    }

    /// The track that is on begins to sound; none where there is none.
    fn begin(&mut self) -> Option<TrackId> {
        let now = self.now();
        let track = self.engine.state(now).queue.current?.id;
        let state =
            PlayerState { status: PlayStatus::Playing, track: Some(track.clone()), ..PlayerState::STOPPED };
        self.engine.on_player(PlayerEvent::State(state), now);
        self.tell();
        Some(track)
    }

    fn open(&self, track: &TrackId) -> Option<Following> {
        let shared = &self.soundscapes.0.0;
        let before = crate::lock::held(&shared.joins).before(track);
        Some(Following::new(track.clone(), &request_of(track)?.after(before), shared.clone()))
    }

    fn pass(&mut self, ms: u32) {
        self.now_ms += ms;
        let now = self.now();
        self.engine.tick(now);
        self.tell();
    }

    /// A track was heard to its end.
    fn end(&mut self, track: TrackId, heard_ms: u32) {
        let now = self.now();
        let end = TrackEnd::Finished;
        self.engine.on_player(PlayerEvent::Ended { track, heard_ms, end }, now);
        self.tell();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lift_moves_mode_register_density_brightness_and_tempo_and_nothing_jumps() {
        let heard = journey(Affect::new(-0.7, -0.6), Policy::Lift, 20, 1).unwrap();
        let (first, last) = (&heard[1], heard.last().unwrap());
        assert!(last.at > 19.0 * 60.0 && last.piece >= 7, "{last:?}");
        assert!(last.view.affect.valence > first.view.affect.valence + 0.7, "{first:?} {last:?}");
        assert!(last.mode > first.mode && last.cues.register > first.cues.register + 5_000);
        assert!(last.cues.density > first.cues.density + 100, "{first:?} {last:?}");
        assert!(last.cues.brightness > first.cues.brightness && last.cues.tempo > first.cues.tempo);
        for pair in heard.windows(2) {
            let (one, two) = (&pair[0], &pair[1]);
            let step = one.view.affect.axis_distance(two.view.affect);
            assert!(step <= 0.2 + 1e-9, "{step} at {} s", two.at);
            let modes = (two.mode as i32 - one.mode as i32).abs();
            assert!(modes <= 1 || one.piece != two.piece, "{modes} at {} s", two.at);
        }
        let asked: usize = heard.iter().map(Heard::asked).sum();
        assert!(asked > 10, "{asked}");
    }
}
