//! Songs of a server as they are heard, while they come.

use super::super::tests::scanned;
use super::super::{Reach, sound};
use attune_audio::play::{
    CrossfadeSetting, LocalPlayer, Lost, Opened, Options, Output, Plug, Source, Speakers, Tap,
};
use attune_audio::{AudioError, synth};
use attune_core::player::{PlayStatus, PlayerCommand, PlayerEvent, PlayerState, Volume};
use attune_core::ports::Player;
use attune_core::{ErrorCode, Timestamp, Track, TrackId};
use attune_subsonic::Servers;
use attune_testkit::link;
use attune_testkit::subsonic::{FakeSubsonic, Gate, Trouble};
use std::f32::consts::TAU;
use std::sync::{Arc, Mutex};
use std::thread::sleep;
use std::time::{Duration, Instant};
use tempfile::TempDir;

const RATE: usize = 8_000;
/// Frames of one wave of the hum of 100 Hz.
const WAVE: usize = RATE / 100;

/// Frame `n` of the song.
fn hum(n: usize) -> f32 {
    // Of one wave, since an f32 is too coarse for the angle after minutes.
    0.5 * (TAU * (n % WAVE) as f32 / WAVE as f32).sin()
}

/// An output whose frames the test takes.
#[derive(Clone, Default)]
struct Hand(Arc<Mutex<Option<Tap>>>);

impl Speakers for Hand {
    fn outputs(&mut self) -> Result<Vec<Output>, AudioError> {
        Ok(vec![Output { id: "hand".into(), name: "Hand".into(), default: true }])
    }

    fn open(&mut self, _: Option<&str>, plug: Plug<'_>, _: Lost) -> Result<Opened, AudioError> {
        *self.0.lock().unwrap() = Some(plug(RATE as u32, 2));
        Ok(Opened { output: self.outputs()?.remove(0), stream: Box::new(()) })
    }
}

struct Room {
    fake: FakeSubsonic,
    servers: Servers,
    _data: TempDir,
    hand: Hand,
    player: LocalPlayer,
    told: Arc<Mutex<Vec<PlayerEvent>>>,
    id: TrackId,
}

impl Room {
    /// A player in front of a server with one song, twenty seconds of a hum.
    fn new(spoil: impl FnOnce(&FakeSubsonic)) -> Self {
        Self::of(20, spoil)
    }

    /// The same with a song of so many seconds.
    fn of(seconds: u32, spoil: impl FnOnce(&FakeSubsonic)) -> Self {
        let (fake, data) = (FakeSubsonic::start().unwrap(), tempfile::tempdir().unwrap());
        {
            let samples: Vec<f32> = (0..seconds as usize * RATE).map(hum).collect();
            let mut world = fake.world();
            world.songs.truncate(1);
            world.songs[0].bytes = Arc::new(synth::wav(&[samples], RATE as u32));
            world.songs[0].suffix = "wav".into();
            world.songs[0].seconds = seconds;
        }
        let servers = scanned(&fake, data.path());
        spoil(&fake);
        let (hand, told) = (Hand::default(), Arc::new(Mutex::new(Vec::new())));
        let (songs, events) = (servers.clone(), Arc::clone(&told));
        let resolve = move |track: &Track| {
            Some(Source { sound: sound(&songs, &Reach::default(), &track.id), gain_db: 0.0, album: None })
        };
        let options = Options {
            resolve: Arc::new(resolve),
            clock: Box::new(|| Timestamp(0)),
            output: None,
            volume: Volume::percent(100),
            speakers: Box::new(hand.clone()),
            crossfade: CrossfadeSetting::default(),
            reference: None,
        };
        let listener = Box::new(move |event, _| events.lock().unwrap().push(event));
        let id = servers.all().unwrap()[0].track().id;
        let mut player = LocalPlayer::start(options, listener).unwrap();
        player.command(PlayerCommand::Play(vec![Track::new(id.clone(), "A", "B")])).unwrap();
        Self { fake, servers, _data: data, hand, player, told, id }
    }

    fn state(&self) -> Option<PlayerState> {
        let told = self.told.lock().unwrap();
        told.iter().rev().find_map(|event| match event {
            PlayerEvent::State(state) => Some(state.clone()),
            _ => None,
        })
    }

    fn is(&self, status: PlayStatus) -> bool {
        self.state().is_some_and(|state| state.status == status)
    }

    fn failed(&self) -> Vec<ErrorCode> {
        let told = self.told.lock().unwrap();
        let code = |event: &PlayerEvent| match event {
            PlayerEvent::Failed(error) => Some(error.code),
            _ => None,
        };
        told.iter().filter_map(code).collect()
    }

    fn wait(&self, what: &str, so: impl Fn(&Self) -> bool) {
        let begun = Instant::now();
        while !so(self) {
            assert!(begun.elapsed() < Duration::from_mins(1), "{what}: {:?}", self.told.lock().unwrap());
            sleep(Duration::from_millis(5));
        }
    }

    /// Hears so many frames of the left channel at twice their speed; silence does not count.
    fn hear(&self, frames: usize) -> Vec<f32> {
        self.take(frames, 80, Duration::from_millis(5))
    }

    /// Hears the rest as fast as it comes.
    fn hear_out(&self) {
        self.take(usize::MAX, RATE, Duration::from_millis(2));
    }

    /// Takes so many frames, or what there is until the list is at its end, `most` of them at a time.
    fn take(&self, frames: usize, most: usize, pause: Duration) -> Vec<f32> {
        let (mut heard, begun) = (Vec::new(), Instant::now());
        while heard.len() < frames && !self.is(PlayStatus::Stopped) {
            assert!(begun.elapsed() < Duration::from_mins(1), "{:?}", self.told.lock().unwrap());
            if let Some(tap) = &mut *self.hand.0.lock().unwrap() {
                let count = tap.waiting().min(most).min(frames - heard.len());
                let mut samples = vec![0.0; 2 * count];
                tap.fill(&mut samples, 0);
                // While it waits for more it fills with silence.
                if samples.iter().any(|x| *x != 0.0) {
                    heard.extend(samples.iter().step_by(2));
                }
            }
            sleep(pause);
        }
        heard
    }
}

fn is_hum(heard: &[f32]) -> bool {
    heard.iter().enumerate().all(|(n, x)| (x - hum(n)).abs() < 1e-3)
}

#[test]
fn a_song_is_heard_when_a_third_of_its_bytes_have_come() {
    let gate = Gate::default();
    let held = gate.clone();
    let room = Room::new(|fake| fake.world().trouble("stream", 1, Trouble::Hold(100_000, held)));
    let heard = room.hear(2 * RATE);
    assert!(heard.len() == 2 * RATE && is_hum(&heard));
    assert_eq!(room.servers.song_in_cache(&room.id).unwrap(), None, "two thirds of it are not here");
    gate.open();
    room.hear_out();
    assert_eq!(room.failed(), []);
    assert!(room.servers.song_in_cache(&room.id).unwrap().is_some(), "it is kept");
    assert_eq!(room.fake.world().count("stream"), 1);
}

#[test]
fn a_place_that_is_not_there_yet_is_waited_for_on_the_same_load() {
    let gate = Gate::default();
    let held = gate.clone();
    let mut room = Room::new(|fake| fake.world().trouble("stream", 1, Trouble::Hold(100_000, held)));
    room.wait("it sounds", |room| room.is(PlayStatus::Playing));
    room.player.command(PlayerCommand::Seek(15_000)).unwrap();
    room.wait("it waits there", |room| {
        room.state().is_some_and(|s| s.status == PlayStatus::Loading && s.position_ms == 15_000)
    });
    gate.open();
    let heard = room.hear(RATE);
    assert!(is_hum(&heard[RATE / 10..]), "fifteen seconds are a whole number of waves");
    assert_eq!((room.failed(), room.fake.world().count("stream")), (vec![], 1));
}

/// What was asked for of songs, from which byte on.
fn asked(room: &Room) -> Vec<Option<String>> {
    room.fake.world().seen.iter().filter(|s| s.method == "stream").map(|s| s.range.clone()).collect()
}

/// Goes to 100 s in a song of two minutes, and hears it there and on to its end.
fn goes_far(mut room: Room) -> Room {
    room.wait("it sounds", |room| room.is(PlayStatus::Playing));
    room.player.command(PlayerCommand::Seek(100_000)).unwrap();
    room.wait("it is there", |room| {
        room.state().is_some_and(|s| s.status == PlayStatus::Playing && s.position_ms >= 100_000)
    });
    let heard = room.hear(RATE);
    assert!(is_hum(&heard[RATE / 10..]), "a hundred seconds are a whole number of waves");
    room.hear_out();
    assert_eq!(room.failed(), []);
    let whole = room.fake.world().songs[0].bytes.to_vec();
    let path = room.servers.whole_song(&room.id).unwrap();
    assert!(std::fs::read(path).unwrap() == whole, "in the cache, it is whole");
    room
}

#[test]
fn a_far_place_is_heard_without_what_lies_before_it() {
    let room = goes_far(Room::of(120, |fake| fake.world().trouble("stream", 1, Trouble::Slow(400))));
    let asked = asked(&room);
    let from = |range: &String| range.strip_prefix("bytes=")?.trim_end_matches('-').parse::<usize>().ok();
    let far = asked.iter().flatten().filter_map(from).find(|from| *from >= 90 * RATE * 2);
    assert!(asked[0].is_none() && far.is_some(), "{asked:?}");
}

#[test]
fn a_far_place_is_waited_for_where_ranges_are_refused() {
    let room = goes_far(Room::of(120, |fake| fake.world().ranges = false));
    assert_eq!(asked(&room), [None]);
}

#[test]
fn cuts_lies_and_refused_ranges_are_not_heard() {
    let spoils: [fn(&FakeSubsonic); 5] = [
        |fake| fake.world().trouble("stream", 2, Trouble::Cut(100_000)),
        |fake| {
            fake.world().ranges = false;
            fake.world().trouble("stream", 1, Trouble::Cut(100_000));
        },
        |fake| fake.world().trouble("stream", u32::MAX, Trouble::WrongLength(5_000)),
        |fake| {
            fake.world().ranges = false;
            fake.world().trouble("stream", u32::MAX, Trouble::WrongLength(5_000));
        },
        |fake| fake.world().announces = false,
    ];
    for (number, spoil) in spoils.into_iter().enumerate() {
        let room = Room::new(spoil);
        let heard = room.hear(2 * RATE);
        assert!(is_hum(&heard), "{number}");
        room.hear_out();
        assert_eq!(room.failed(), [], "{number}");
        let end = room.told.lock().unwrap().iter().find_map(|event| match event {
            PlayerEvent::Ended { heard_ms, .. } => Some(*heard_ms),
            _ => None,
        });
        assert_eq!(end, Some(20_000), "{number}");
    }
}

/// From the moment it is silent until the listener is told why.
const SAID: Duration = Duration::from_secs(3);
/// For how long the link is down after that was said.
const DOWN: Duration = Duration::from_secs(62);
/// From the link's return until it sounds again, with a second for a busy machine.
const BACK: Duration = Duration::from_secs(31);

#[test]
#[ignore = "takes two minutes: cargo xtask faults server-network"]
fn a_link_that_goes_down_is_said_tried_now_and_then_and_taken_up_again() {
    let name =
        "servers::incoming::tests::a_link_that_goes_down_is_said_tried_now_and_then_and_taken_up_again";
    if !link::is_inside(name) {
        return;
    }
    // As fast as it is played, and half again.
    let room = Room::new(|fake| fake.world().trouble("stream", 1, Trouble::Slow(680)));
    let heard = room.take(2 * RATE, 80, Duration::from_millis(10));
    assert!(is_hum(&heard));
    link::set("down");
    let cut = Instant::now();
    let silent = loop {
        if let Some(tap) = &mut *room.hand.0.lock().unwrap() {
            tap.fill(&mut [0.0; 160], 0);
        }
        if room.is(PlayStatus::Loading) {
            break Instant::now();
        }
        assert!(cut.elapsed() < Duration::from_mins(1), "it never runs dry");
        sleep(Duration::from_millis(10));
    };
    room.wait("it is said", |room| !room.failed().is_empty());
    let said = silent.elapsed();
    assert!(room.failed() == [ErrorCode::ServerOffline] && said <= SAID, "{said:?}");

    let (before, asked) = (link::attempts(), room.fake.world().count("stream"));
    sleep(DOWN);
    let tried = link::attempts() - before;
    assert!((1..=3).contains(&tried), "{tried} attempts in {DOWN:?}");
    assert_eq!(room.fake.world().count("stream"), asked, "nothing comes through");

    link::set("up");
    let up = Instant::now();
    room.wait("it goes on", |room| room.is(PlayStatus::Playing));
    assert!(up.elapsed() <= BACK, "back after {:?}", up.elapsed());
    let (runs_dry, back) = (silent - cut, up.elapsed());
    println!(
        "said {said:.1?} after it was silent, {runs_dry:.1?} after the cut; {tried} attempts in {DOWN:?}, back after {back:.1?}"
    );
}
