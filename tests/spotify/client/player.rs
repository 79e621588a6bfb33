//! Connect behind the player port.

use crate::scene::Scene;
use attune_core::player::{PlayStatus, PlayerCommand, PlayerEvent, TrackEnd, Volume};
use attune_core::ports::Player as _;
use attune_core::{Span, Track, TrackId};
use attune_spotify::ConnectPlayer;
use std::time::Duration;
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};

/// Longer than any pause between questions in these tests.
const LIMIT: Duration = Duration::from_mins(1);

struct Room {
    scene: Scene,
    player: ConnectPlayer,
    events: UnboundedReceiver<PlayerEvent>,
}

async fn room() -> Room {
    let scene = Scene::signed_in().await;
    let (send, events) = unbounded_channel();
    let listener = Box::new(move |event, _| drop(send.send(event)));
    let runtime = tokio::runtime::Handle::current();
    let player = ConnectPlayer::start(scene.spotify.clone(), &runtime, listener);
    Room { scene, player, events }
}

impl Room {
    fn order(&mut self, command: PlayerCommand) {
        self.player.command(command).unwrap();
    }

    async fn until<T>(&mut self, found: impl Fn(&PlayerEvent) -> Option<T>) -> T {
        let search = async {
            loop {
                let event = self.events.recv().await.unwrap();
                if let Some(found) = found(&event) {
                    return found;
                }
            }
        };
        tokio::time::timeout(LIMIT, search).await.expect("the event comes")
    }

    async fn plays(&mut self, track: &Track) {
        let id = track.id.clone();
        self.until(move |e| match e {
            PlayerEvent::State(s) if s.status == PlayStatus::Playing && s.track.as_ref() == Some(&id) => {
                Some(())
            }
            _ => None,
        })
        .await;
    }

    async fn ended(&mut self) -> (TrackId, u32, TrackEnd) {
        self.until(|e| match e {
            PlayerEvent::Ended { track, heard_ms, end } => Some((track.clone(), *heard_ms, *end)),
            _ => None,
        })
        .await
    }
}

fn track(title: &str, artist: &str) -> Track {
    Track::named(title, artist)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_is_played_followed_and_changed_at_track_ends() {
    let mut room = room().await;
    let (first, second, other) = (
        track("Paper Lanterns", "Mira Holm"),
        track("Slow Harbour", "The Quiet Docks"),
        track("Glass Rain", "Mira Holm"),
    );
    assert!(room.player.can_play(&first));
    room.order(PlayerCommand::Play(vec![first.clone(), second]));
    room.plays(&first).await;
    // The mood changes: what follows is another, what sounds is not touched.
    room.order(PlayerCommand::Follow(vec![other.clone()]));
    // Orders are taken one after the other: when the volume has changed, the list has too.
    room.order(PlayerCommand::Volume(Volume::percent(15)));
    room.until(|e| matches!(e, PlayerEvent::State(s) if s.volume == Some(Volume::percent(15))).then_some(()))
        .await;
    room.scene.skip(Span::seconds(190));
    room.until(|e| matches!(e, PlayerEvent::State(s) if s.position_ms > 180_000).then_some(())).await;
    assert_eq!(room.scene.count("PUT", "me/player/play"), 1);
    // What follows is handed over shortly before the end.
    while room.scene.count("POST", "me/player/queue") == 0 {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    room.scene.skip(Span::seconds(15));
    let (id, heard_ms, end) = room.ended().await;
    assert_eq!((id, end), (first.id, TrackEnd::Finished));
    assert!(heard_ms > 190_000, "{heard_ms}");
    room.plays(&other).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn it_is_steered_and_tells_skips() {
    let mut room = room().await;
    let (first, second) = (track("Paper Lanterns", "Mira Holm"), track("Glass Rain", "Mira Holm"));
    room.order(PlayerCommand::Play(vec![track("Not There", "Nobody"), first.clone(), second.clone()]));
    room.plays(&first).await;
    room.order(PlayerCommand::Volume(Volume::percent(15)));
    room.until(|e| matches!(e, PlayerEvent::State(s) if s.volume == Some(Volume::percent(15))).then_some(()))
        .await;
    room.order(PlayerCommand::Pause);
    room.until(|e| matches!(e, PlayerEvent::State(s) if s.status == PlayStatus::Paused).then_some(())).await;
    room.order(PlayerCommand::Resume);
    room.order(PlayerCommand::Seek(50_000));
    room.until(|e| matches!(e, PlayerEvent::State(s) if s.position_ms >= 50_000).then_some(())).await;
    room.order(PlayerCommand::Next);
    let (id, heard_ms, end) = room.ended().await;
    assert!(id == first.id && end == TrackEnd::Skipped && heard_ms >= 50_000, "{heard_ms}");
    room.plays(&second).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn failures_are_told_and_it_goes_on() {
    let mut room = room().await;
    room.scene.fake.world().account("mia").devices[0].active = false;
    let first = track("Paper Lanterns", "Mira Holm");
    room.order(PlayerCommand::Play(vec![first.clone()]));
    let code = room.until(|e| if let PlayerEvent::Failed(e) = e { Some(e.code.clone()) } else { None }).await;
    assert_eq!(code, "spotify_no_active_device");
    room.scene.fake.world().account("mia").devices[0].active = true;
    room.order(PlayerCommand::Play(vec![first.clone()]));
    room.plays(&first).await;
}
