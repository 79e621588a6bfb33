mod lengths;

use super::*;
use attune_audio::synth::{Piece, Style, wav};
use attune_core::track::AffectSource;
use attune_core::{Affect, ErrorCode, Settings, Timestamp, TrackId};
use attune_session::engine::OWN_MUSIC;
use attune_session::{Composition, EngineOptions, no_player};
use attune_store::Store;
use std::time::Instant;
use tracks::OwnSort;

/// A folder of short pieces, a session, and the work over both.
struct Scene {
    music: tempfile::TempDir,
    session: Arc<Session>,
    own: OwnMusic,
}

/// The work over a session, with an empty library.
fn begun(session: &Arc<Session>) -> OwnMusic {
    OwnMusic::start(Parts {
        library: Library::in_memory().unwrap(),
        session: Arc::downgrade(session),
        clock: Arc::new(|| Timestamp(1_700_000_000_000)),
        resources: Resources::default(),
        notify: Box::new(|_| {}),
    })
}

/// A process that ends while music is listened to takes the recogniser's library away beneath it.
impl Drop for Scene {
    fn drop(&mut self) {
        self.own.close();
    }
}

impl Scene {
    fn new() -> Self {
        let clock: Clock = Arc::new(|| Timestamp(1_700_000_000_000));
        let none = || AppError::new(ErrorCode::CameraNone, "There is none.");
        let composition = Composition {
            archive: Box::new(Store::in_memory().unwrap()),
            options: EngineOptions { version: "test".into(), seed: 1, starter: vec![], warnings: vec![] },
            clock,
            open_camera: Arc::new(move |_| Err(none())),
            open_eyes: Arc::new(move || Err(none())),
            senses: attune_session::SensePorts::none(),
            open_player: no_player(),
            listener: Box::new(|_| {}),
        };
        let session = Arc::new(Session::start(composition).unwrap());
        let own = begun(&session);
        Self { music: tempfile::tempdir().unwrap(), session, own }
    }

    /// Writes a piece of its own sound.
    fn write(&self, name: &str, style: Style, seed: u64) {
        let piece = Piece { style, bpm: 120.0, tonic: 0, minor: false, seconds: 6.0, peak_db: -3.0, seed };
        std::fs::write(self.music.path().join(name), wav(&piece.render(22_050), 22_050)).unwrap();
    }

    fn until(&self, what: &str, done: impl Fn(&OwnMusicView) -> bool) -> OwnMusicView {
        let end = Instant::now() + Duration::from_mins(3);
        loop {
            let view = self.own.view();
            if done(&view) {
                return view;
            }
            assert!(Instant::now() < end, "{what}: {view:?}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    fn page(&self, sort: OwnSort) -> Vec<String> {
        self.page_from(0, sort)
    }

    fn page_from(&self, offset: u32, sort: OwnSort) -> Vec<String> {
        let query = OwnQuery { text: String::new(), sort, descending: false, offset, limit: 50 };
        let page = serde_json::to_value(self.own.page(&self.session, &query).unwrap()).unwrap();
        let title = |row: &serde_json::Value| row["track"]["title"].as_str().unwrap().to_owned();
        page["rows"].as_array().unwrap().iter().map(title).collect()
    }
}

fn heard(view: &OwnMusicView, tracks: u32) -> bool {
    view.scan.is_none() && view.listening.total == tracks && view.listening.done == tracks
}

#[test]
fn a_folder_is_read_heard_and_played_from() {
    let scene = Scene::new();
    scene.write("calm.wav", Style::Pads, 1);
    scene.write("loud.wav", Style::Rock, 2);
    std::fs::write(scene.music.path().join("broken.mp3"), "this is no music").unwrap();
    let added = scene.own.add_folder(scene.music.path()).unwrap();
    assert!(added.chose_player, "nothing played before");
    let view = scene.until("two tracks are heard", |v| heard(v, 2));
    assert_eq!((view.tracks, view.folders[0].tracks, view.folders[0].unreadable), (2, 2, 1));
    assert_eq!(view.listening.problem, None);
    let queued = scene.until_queued(2);
    assert!(queued.iter().all(|e| !e.reasons.is_empty()));
    assert_eq!(scene.page(OwnSort::Title), ["calm", "loud"]);
    assert_eq!(scene.page(OwnSort::Arousal), ["calm", "loud"], "as they sound");

    let id: TrackId = queued.iter().find(|e| e.title == "calm").unwrap().id.clone();
    scene
        .session
        .call({
            let id = id.clone();
            move |e, now| e.set_track_affect(&id, Affect::new(0.9, 0.9), now).unwrap()
        })
        .unwrap();
    let page = scene.own.track_page(&scene.session, &id).unwrap().unwrap();
    let page = serde_json::to_value(page).unwrap();
    assert_eq!(page["evidence"][0]["sources"][0], serde_json::to_value(AffectSource::Audio).unwrap());
    assert_eq!(page["said"]["trackAffect"]["valence"], 0.9);
    assert!(page["row"]["affect"]["valence"].as_f64().unwrap() > 0.5, "the listener's word weighs most");
    let last = scene.page_from(1, OwnSort::Arousal);
    assert_eq!(last, ["loud"], "a later page continues the first, whatever was said since");
    assert_eq!(scene.page(OwnSort::Arousal), ["loud", "calm"], "as it was placed");
    assert_eq!(page["featuresVersion"], attune_audio::FEATURES_VERSION);
}

#[test]
fn files_of_other_kinds_are_counted() {
    let scene = Scene::new();
    scene.write("calm.wav", Style::Pads, 1);
    for name in ["a.m4b", "b.wma", "c.wma"] {
        std::fs::write(scene.music.path().join(name), "x").unwrap();
    }
    scene.own.add_folder(scene.music.path()).unwrap();
    let view = scene.until("it is scanned", |v| v.tracks == 1 && v.scan.is_none());
    let kinds: Vec<_> = view.passed_over.iter().map(|kind| (kind.kind.as_str(), kind.files)).collect();
    assert_eq!(kinds, [("wma", 2), ("m4b", 1)]);
}

impl Scene {
    /// The queue, once it holds so many of the folder's tracks.
    fn until_queued(&self, tracks: usize) -> Vec<attune_session::view::QueueEntry> {
        let end = Instant::now() + Duration::from_mins(3);
        loop {
            let queue = self.session.call(|e, now| e.state(now).queue).unwrap();
            let all: Vec<_> = queue.current.into_iter().chain(queue.next).collect();
            let heard = |e: &attune_session::view::QueueEntry| e.affect.spread() < 0.45;
            if all.len() == tracks && all.iter().all(heard) {
                return all;
            }
            assert!(Instant::now() < end, "{all:?}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Waits until so many tracks can be played: they are put up a moment after they were scanned.
    fn until_shelved(&self, tracks: u32) {
        let end = Instant::now() + Duration::from_mins(3);
        while self.shelved() != Some(tracks) {
            assert!(Instant::now() < end, "{:?} of {tracks} tracks can be played", self.shelved());
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    fn shelved(&self) -> Option<u32> {
        let catalogues = self.session.call(|e, now| e.state(now).catalogues).unwrap();
        catalogues.into_iter().find(|c| c.id == OWN_MUSIC).map(|c| c.tracks)
    }
}

#[test]
fn listening_rests_when_told_and_goes_on() {
    let scene = Scene::new();
    scene.write("one.wav", Style::Dance, 3);
    scene.own.pause_listening(true);
    scene.own.add_folder(scene.music.path()).unwrap();
    let view = scene.until("it waits", |v| v.scan.is_none() && v.listening.total == 1);
    assert!(view.listening.paused && view.listening.done == 0);
    // It can be played before it was heard.
    scene.until_shelved(1);
    let restarted = begun(&scene.session);
    assert!(restarted.view().listening.paused, "also after a restart");
    restarted.close();
    scene.own.pause_listening(false);
    scene.until("it is heard", |v| heard(v, 1));
}

#[test]
fn what_lies_in_a_watched_folder_later_is_found_and_a_removed_folder_is_forgotten() {
    let scene = Scene::new();
    scene.write("one.wav", Style::Pads, 4);
    scene.own.add_folder(scene.music.path()).unwrap();
    scene.until("one", |v| heard(v, 1));
    scene.write("two.wav", Style::Strummed, 5);
    let view = scene.until("two", |v| heard(v, 2));
    scene.own.remove_folder(view.folders[0].id).unwrap();
    assert_eq!((scene.own.view().tracks, scene.shelved()), (0, None));
    assert!(scene.music.path().join("one.wav").is_file(), "files are not touched");
}

#[test]
fn erasing_forgets_everything_and_it_goes_on_as_new() {
    let scene = Scene::new();
    scene.write("one.wav", Style::Pads, 6);
    scene.own.add_folder(scene.music.path()).unwrap();
    scene.session.call(|e, now| e.save_settings(Settings::default(), now)).unwrap();
    scene.own.erase().unwrap();
    let view = scene.own.view();
    assert_eq!((view.folders.len(), view.tracks, scene.shelved()), (0, 0, None));
    assert!(scene.own.add_folder(scene.music.path()).unwrap().chose_player);
    scene.until("it is heard again", |v| heard(v, 1));
}

#[test]
fn a_scan_that_finds_nothing_new_changes_nothing_in_the_window() {
    let scene = Scene::new();
    scene.write("one.wav", Style::Pads, 8);
    scene.own.add_folder(scene.music.path()).unwrap();
    scene.until("it is heard", |v| heard(v, 1));
    // What was heard is put up soon; here at once.
    scene.own.shared.refresh_shelf();
    let settled = scene.own.view();
    // Carried out here, so that its end is known.
    let scan = || {
        let (orders, inbox) = channel();
        orders.send(ScanRequest::Scan(Vec::new())).unwrap();
        drop(orders);
        scans::run(&scene.own.shared, &inbox);
        scene.own.view()
    };
    assert_eq!(scan().version, settled.version);
    scene.write("two.wav", Style::Pads, 9);
    assert!(scan().version > settled.version, "something new");
}

#[test]
fn closing_ends_work_that_is_under_way() {
    let scene = Scene::new();
    for seed in 0..20 {
        scene.write(&format!("{seed}.wav"), Style::Rock, seed);
    }
    scene.own.add_folder(scene.music.path()).unwrap();
    scene.until("listening has begun", |v| v.listening.done > 0);
    scene.own.close();
    let done = scene.own.view().listening.done;
    assert!(done < 20, "it did not wait for the rest");
    assert!(scene.own.running().threads.is_empty());
}
