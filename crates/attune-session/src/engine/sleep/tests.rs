use super::*;
use crate::engine::EngineOptions;
use crate::engine::playback::PlayerRequest;
use attune_core::player::{PlayStatus, PlayerEvent, PlayerState, TrackEnd};
use attune_testkit::{MemoryArchive, catalogue};
use proptest::prelude::*;

const START: Timestamp = Timestamp(1_700_000_000_000);

fn after(seconds: i64) -> Timestamp {
    START + Span::seconds(seconds)
}

fn engine(player: PlayerKind) -> Engine {
    let options = EngineOptions { version: "test".into(), seed: 1, starter: catalogue(20), warnings: vec![] };
    let mut engine = Engine::new(Box::new(MemoryArchive::default()), options, START);
    engine.settings.player = player;
    engine
}

/// An engine whose player plays.
fn playing(player: PlayerKind) -> Engine {
    let mut e = engine(player);
    // Only a computer's own files can be played by it; what it is asked for is all that counts here.
    e.settings.player = PlayerKind::Spotify;
    e.play(START).unwrap();
    e.settings.player = player;
    let track = e.queue.current().map(|entry| entry.id().clone());
    let state = PlayerState { track, status: PlayStatus::Playing, ..PlayerState::STOPPED };
    e.on_player(PlayerEvent::State(state), START);
    commands(&mut e);
    e
}

fn commands(e: &mut Engine) -> Vec<PlayerCommand> {
    let command = |r| if let PlayerRequest::Command(c) = r { Some(c) } else { None };
    e.take_player_requests().into_iter().filter_map(command).collect()
}

fn volumes(commands: &[PlayerCommand]) -> Vec<u8> {
    commands
        .iter()
        .filter_map(|c| if let PlayerCommand::Volume(v) = c { Some(v.as_percent()) } else { None })
        .collect()
}

fn pauses(commands: &[PlayerCommand]) -> usize {
    commands.iter().filter(|c| **c == PlayerCommand::Pause).count()
}

#[test]
fn the_music_fades_and_stops_and_the_volume_stays_the_listeners() {
    let mut e = playing(PlayerKind::Local);
    e.set_sleep(Some(SleepTimer::Minutes(1)), START);
    assert_eq!(e.playback_view().sleep, Some(SleepView { ends_at: Some(after(60).0 as f64) }));
    (1..=39).for_each(|s| e.tick(after(s)));
    assert_eq!(commands(&mut e), [], "nothing before the end comes near");
    (40..60).for_each(|s| e.tick(after(s)));
    let fade = volumes(&commands(&mut e));
    assert!(fade.len() == 20 && fade.is_sorted_by(|a, b| a >= b) && fade[19] < 10, "{fade:?}");
    e.tick(after(60));
    assert_eq!(commands(&mut e), [PlayerCommand::Pause, PlayerCommand::Volume(e.settings.volume)]);
    assert_eq!(e.playback_view().sleep, None);
    e.tick(after(61));
    assert_eq!(commands(&mut e), []);
}

#[test]
fn another_service_stops_without_being_asked_for_a_volume_each_second() {
    let mut e = playing(PlayerKind::Spotify);
    e.set_sleep(Some(SleepTimer::Minutes(1)), START);
    (1..=60).for_each(|s| e.tick(after(s)));
    assert_eq!(commands(&mut e), [PlayerCommand::Pause]);
}

#[test]
fn at_the_end_of_the_track_the_next_one_stays_silent() {
    let mut e = playing(PlayerKind::Spotify);
    e.set_sleep(Some(SleepTimer::EndOfTrack), START);
    assert_eq!(e.playback_view().sleep, Some(SleepView { ends_at: None }));
    e.tick(after(10));
    assert_eq!(pauses(&commands(&mut e)), 0);
    let track = e.queue.current().unwrap().id().clone();
    e.on_player(PlayerEvent::Ended { track, heard_ms: 200_000, end: TrackEnd::Finished }, after(20));
    assert_eq!(pauses(&commands(&mut e)), 1);
    assert_eq!(e.playback_view().sleep, None);
}

#[test]
fn taken_back_while_it_fades_the_volume_comes_back() {
    let mut e = playing(PlayerKind::Local);
    e.set_sleep(Some(SleepTimer::Minutes(1)), START);
    e.tick(after(55));
    commands(&mut e);
    e.set_sleep(None, after(56));
    assert_eq!(commands(&mut e), [PlayerCommand::Volume(e.settings.volume)]);
    e.tick(after(100));
    assert_eq!(commands(&mut e), []);
}

proptest! {
    #[test]
    fn whatever_is_set_and_taken_back_the_volume_ends_as_the_listeners(
        steps in proptest::collection::vec((0..4_u8, 1..90_i64), 1..30),
    ) {
        let mut e = playing(PlayerKind::Local);
        let (mut now, mut volume) = (0, e.settings.volume.as_percent());
        for (what, seconds) in steps {
            now += seconds;
            match what {
                0 => e.set_sleep(Some(SleepTimer::Minutes(1)), after(now)),
                1 => e.set_sleep(None, after(now)),
                2 => e.set_sleep(Some(SleepTimer::EndOfTrack), after(now)),
                _ => e.tick(after(now)),
            }
            volume = volumes(&commands(&mut e)).last().copied().unwrap_or(volume);
        }
        e.set_sleep(None, after(now + 1));
        volume = volumes(&commands(&mut e)).last().copied().unwrap_or(volume);
        prop_assert_eq!(volume, e.settings.volume.as_percent());
    }
}
