//! Connect behind the player port.

use crate::scene::Scene;
use attune_core::player::{PlayStatus, PlayerCommand, PlayerEvent, TrackEnd, Volume};
use attune_core::ports::Player as _;
use attune_core::{Span, Track, TrackId};
use attune_spotify::{ConnectPlayer, SpotifyError};
use attune_testkit::spotify::{Relink, Song, Trouble};
use std::time::Duration;
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};

/// Longer than any pause between questions in these tests, also on a busy machine.
const LIMIT: Duration = Duration::from_mins(3);

pub(crate) struct Room {
    pub(crate) scene: Scene,
    player: ConnectPlayer,
    events: UnboundedReceiver<PlayerEvent>,
}

pub(crate) async fn room() -> Room {
    let scene = Scene::signed_in().await;
    let (send, events) = unbounded_channel();
    let listener = Box::new(move |event, _| drop(send.send(event)));
    let runtime = tokio::runtime::Handle::current();
    let player = ConnectPlayer::start(scene.spotify.clone(), &runtime, listener);
    Room { scene, player, events }
}

impl Room {
    pub(crate) fn order(&mut self, command: PlayerCommand) {
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

    pub(crate) async fn plays(&mut self, track: &Track) {
        let id = track.id.clone();
        self.until(move |e| match e {
            PlayerEvent::State(s) if s.status == PlayStatus::Playing && s.track.as_ref() == Some(&id) => {
                Some(())
            }
            _ => None,
        })
        .await;
    }

    async fn fails(&mut self, expected: &str) {
        self.fails_with(&[expected]).await;
    }

    /// The next failure has one of these codes.
    pub(crate) async fn fails_with(&mut self, expected: &[&str]) {
        let code = self.until(|e| if let PlayerEvent::Failed(e) = e { Some(e.code) } else { None }).await;
        assert!(expected.contains(&code.as_str()), "{code:?}");
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
async fn a_relinked_track_is_the_one_asked_for_and_the_next_follows() {
    for told in [true, false] {
        let mut room = room().await;
        let (first, second) = (track("Paper Lanterns", "Mira Holm"), track("Glass Rain", "Mira Holm"));
        {
            let mut world = room.scene.fake.world();
            let asked = world.songs[0].clone();
            let name = if told { "Paper Lanterns (Regional)" } else { "Paper Lanterns" };
            let other = Song { id: "elsewhere0000000000000".into(), name: name.into(), ..asked.clone() };
            let relink = Relink { instead: other.id.clone(), told };
            world.songs.push(other);
            world.account("mia").relinks.insert(asked.id, relink);
        }
        room.order(PlayerCommand::Play(vec![first.clone(), second.clone()]));
        room.plays(&first).await;
        room.scene.skip(Span::seconds(190));
        while room.scene.count("POST", "me/player/queue") == 0 {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        room.scene.skip(Span::seconds(15));
        let (id, _, end) = room.ended().await;
        assert_eq!((id, end), (first.id, TrackEnd::Finished), "told: {told}");
        room.plays(&second).await;
    }
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
    room.fails("spotify_no_active_device").await;
    room.scene.fake.world().account("mia").devices[0].active = true;
    room.order(PlayerCommand::Play(vec![first.clone()]));
    room.plays(&first).await;
}

/// A player that was asked for three tracks while no Spotify app was open.
async fn refused() -> (Room, [Track; 3]) {
    let mut room = room().await;
    room.scene.fake.world().account("mia").devices[0].active = false;
    let tracks = [
        track("Paper Lanterns", "Mira Holm"),
        track("Glass Rain", "Mira Holm"),
        track("Slow Harbour", "The Quiet Docks"),
    ];
    room.order(PlayerCommand::Play(tracks.to_vec()));
    room.fails("spotify_no_active_device").await;
    (room, tracks)
}

#[tokio::test(flavor = "multi_thread")]
async fn resume_starts_what_could_not_be_started_where_it_was_left() {
    let (mut room, [first, second, other]) = refused().await;
    // The queue changes meanwhile: what was to be played is still the first.
    room.order(PlayerCommand::Seek(30_000));
    room.order(PlayerCommand::Follow(vec![other, second]));
    room.order(PlayerCommand::Resume);
    room.fails("spotify_no_active_device").await;
    room.scene.spotify.transfer("device-kitchen").await.unwrap();
    room.order(PlayerCommand::Resume);
    let id = first.id.clone();
    room.until(move |e| match e {
        PlayerEvent::State(s) if s.track.as_ref() == Some(&id) && s.position_ms >= 30_000 => Some(()),
        _ => None,
    })
    .await;
    assert_eq!(room.scene.count("PUT", "me/player/play"), 3);
    // Now that it plays, resuming is resuming.
    room.order(PlayerCommand::Pause);
    room.until(|e| matches!(e, PlayerEvent::State(s) if s.status == PlayStatus::Paused).then_some(())).await;
    room.order(PlayerCommand::Resume);
    room.plays(&first).await;
    let world = room.scene.fake.world();
    let last = world.seen.iter().rfind(|s| s.path == "me/player/play").unwrap();
    assert!(last.body["uris"].is_null(), "{}", last.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn next_leaves_out_what_could_not_be_started() {
    let (mut room, [_, second, _]) = refused().await;
    room.scene.spotify.transfer("device-kitchen").await.unwrap();
    room.order(PlayerCommand::Next);
    room.plays(&second).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_transfer_starts_no_music_of_before() {
    let mut room = room().await;
    let first = track("Paper Lanterns", "Mira Holm");
    room.order(PlayerCommand::Play(vec![first.clone()]));
    room.plays(&first).await;
    room.order(PlayerCommand::Pause);
    room.until(|e| matches!(e, PlayerEvent::State(s) if s.status == PlayStatus::Paused).then_some(())).await;
    room.scene.spotify.transfer("device-kitchen").await.unwrap();
    assert!(!room.scene.spotify.playing().await.unwrap().unwrap().playing);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_next_track_starts_where_handing_it_over_was_missed_and_nothing_seems_to_stop() {
    let mut room = room().await;
    let (first, second) = (track("Paper Lanterns", "Mira Holm"), track("Glass Rain", "Mira Holm"));
    room.order(PlayerCommand::Play(vec![first.clone(), second.clone()]));
    room.plays(&first).await;
    // As when the computer slept over the end.
    room.scene.skip(Span::seconds(600));
    let mut stopped = false;
    let (id, end) = loop {
        match room.events.recv().await.unwrap() {
            PlayerEvent::State(s) => stopped |= s.status == PlayStatus::Stopped,
            PlayerEvent::Ended { track, end, .. } => break (track, end),
            PlayerEvent::Failed(error) => panic!("{error}"),
        }
    };
    assert_eq!((id, end), (first.id, TrackEnd::Finished));
    let state = room.until(|e| if let PlayerEvent::State(s) = e { Some(s.clone()) } else { None }).await;
    assert_eq!((state.status, state.track, stopped), (PlayStatus::Playing, Some(second.id), false));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_quota_met_while_looking_is_told_once() {
    let mut room = room().await;
    let first = track("Paper Lanterns", "Mira Holm");
    room.order(PlayerCommand::Play(vec![first.clone()]));
    room.plays(&first).await;
    room.scene.trouble("GET", "me/player", 1, Trouble::Quota(Some("3".into())));
    room.fails("spotify_quota_exceeded").await;
    let sent = room.scene.count("GET", "me/player");
    assert!(matches!(room.scene.spotify.devices().await, Err(SpotifyError::QuotaExceeded { .. })));
    room.scene.skip(Span::seconds(4));
    let next = room.events.recv().await.unwrap();
    assert!(matches!(&next, PlayerEvent::State(s) if s.track.as_ref() == Some(&first.id)), "{next:?}");
    assert!(room.scene.count("GET", "me/player") > sent);
}
