use super::*;
use crate::own_music::{Parts, Resources};
use attune_audio::synth::{Piece, Style, wav};
use attune_core::time::Clock;
use attune_core::{ErrorCode, Settings, Timestamp};
use attune_library::Library;
use attune_session::{Composition, EngineOptions, SensePorts, no_player};
use attune_store::Store;
use std::fs;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

/// A folder of files, a session, and what opens them.
struct Scene {
    folder: tempfile::TempDir,
    session: Arc<Session>,
    files: OpenedFiles,
    opening: Opening,
    /// How often the window was brought to the front.
    shown: Arc<AtomicU32>,
}

impl Scene {
    fn new() -> Self {
        let clock: Clock = Arc::new(|| Timestamp(1_700_000_000_000));
        let none = || AppError::new(ErrorCode::CameraNone, "There is none.");
        let composition = Composition {
            archive: Box::new(Store::in_memory().unwrap()),
            options: EngineOptions { version: "test".into(), seed: 1, starter: vec![], warnings: vec![] },
            clock: clock.clone(),
            open_camera: Arc::new(move |_| Err(none())),
            open_eyes: Arc::new(move || Err(none())),
            senses: SensePorts::none(),
            open_player: no_player(),
            listener: Box::new(|_| {}),
        };
        let session = Arc::new(Session::start(composition).unwrap());
        let own_music = Arc::new(OwnMusic::start(Parts {
            library: Library::in_memory().unwrap(),
            session: Arc::downgrade(&session),
            clock,
            resources: Resources::default(),
            notify: Box::new(|_| {}),
        }));
        let files = OpenedFiles::default();
        let shown = Arc::new(AtomicU32::new(0));
        let counted = shown.clone();
        let show = Box::new(move || {
            counted.fetch_add(1, Ordering::Relaxed);
        });
        let opening = Opening::start(Arc::downgrade(&session), own_music, files.clone(), show);
        Self { folder: tempfile::tempdir().unwrap(), session, files, opening, shown }
    }

    fn path(&self, name: impl AsRef<Path>) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a short piece whose sound differs from others by `seed`.
    fn song(&self, name: impl AsRef<Path>, seed: u64) -> PathBuf {
        self.song_of(name, seed, (0.3, -3.0))
    }

    /// The same of so many seconds, with its greatest sample at so many dB.
    fn song_of(&self, name: impl AsRef<Path>, seed: u64, (seconds, peak_db): (f64, f64)) -> PathBuf {
        let piece =
            Piece { style: Style::Pads, bpm: 60.0, tonic: 0, minor: false, seconds, peak_db, seed: 1 };
        let mut bytes = wav(&piece.render(8_000), 8_000);
        let at = bytes.len() / 2;
        bytes[at..at + 8].copy_from_slice(&seed.to_le_bytes());
        let path = self.path(name);
        fs::write(&path, bytes).unwrap();
        path
    }

    fn write(&self, name: &str, text: &str) -> PathBuf {
        fs::write(self.path(name), text).unwrap();
        self.path(name)
    }

    /// What of the queue was opened.
    fn queued(&self) -> Vec<String> {
        let files = self.files.clone();
        let all = self.session.call(|e, _| e.queued()).unwrap();
        all.iter()
            .filter(|track| files.path_of(&track.id).is_some())
            .map(|track| track.title.clone())
            .collect()
    }

    fn until(&self, what: &str, done: impl Fn() -> bool) {
        let end = Instant::now() + Duration::from_mins(3);
        while !done() {
            assert!(Instant::now() < end, "{what}: {:?}", self.queued());
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Opens these and gives what the window is told; there must be something.
    fn open(&self, paths: Vec<PathBuf>) -> Opened {
        self.opening.open(paths);
        let mut told = Vec::new();
        let end = Instant::now() + Duration::from_mins(3);
        while told.is_empty() {
            assert!(Instant::now() < end, "nothing was told");
            std::thread::sleep(Duration::from_millis(20));
            told = self.opening.take();
        }
        assert_eq!(told.len(), 1);
        told.remove(0)
    }
}

#[test]
fn music_plays_in_the_order_given_and_what_is_none_is_named() {
    let scene = Scene::new();
    let (b, a) = (scene.song("b.wav", 1), scene.song("a.wav", 2));
    let broken = scene.write("broken.mp3", "no music at all");
    let notes = scene.write("notes.txt", "words");
    let gone = scene.path("gone.flac");
    let told = scene.open(vec![broken, b, notes, gone, a]);
    scene.until("both are queued", || scene.queued() == ["b", "a"]);
    let settings: Settings = scene.session.call(|e, _| e.settings().clone()).unwrap();
    assert_eq!(settings.player, attune_core::player::PlayerKind::Local);
    // What could not be sorted comes first: it is no music by its name, or not there.
    assert_eq!(told.left_out, Some(LeftOut { name: "notes.txt".into(), files: 3 }));
    assert_eq!((told.too_many, told.problem), (0, None));
}

#[test]
fn what_waits_for_an_answer_brings_the_window_to_the_front_and_music_does_not() {
    let scene = Scene::new();
    scene.opening.open(vec![scene.song("a.wav", 1)]);
    // One after the other: when the folder was offered, the song was dealt with.
    scene.open(vec![scene.folder.path().to_owned()]);
    scene.until("the window is asked for", || scene.shown.load(Ordering::Relaxed) == 1);
    scene.open(vec![scene.write("notes.txt", "words")]);
    scene.until("and once more", || scene.shown.load(Ordering::Relaxed) == 2);
}

#[test]
fn a_thousand_files_are_taken_as_far_as_the_queue_goes() {
    let scene = Scene::new();
    let one = scene.song("0.wav", 1);
    let bytes = fs::read(&one).unwrap();
    // Each has a sound of its own by its last bytes: two blocks of a file are looked at, its middle among them.
    let paths: Vec<PathBuf> = (0..1_000_u32)
        .map(|n| {
            let mut bytes = bytes.clone();
            let at = bytes.len() / 2 + 64;
            bytes[at..at + 4].copy_from_slice(&n.to_le_bytes());
            let path = scene.path(format!("{n}.wav"));
            fs::write(&path, bytes).unwrap();
            path
        })
        .collect();
    let told = scene.open(paths);
    assert_eq!(told.too_many, 800);
    scene.until("the first 200 are queued in their order", || scene.queued().len() == 200);
    let wanted: Vec<String> = (0..200).map(|n| n.to_string()).collect();
    assert_eq!(scene.queued(), wanted);
}

#[test]
#[cfg(unix)]
fn a_name_that_is_no_text_is_played_and_one_without_an_ending_looked_into() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;
    let scene = Scene::new();
    let odd = scene.song(OsStr::from_bytes(b"\xff\xfe.wav"), 1);
    let plain = scene.song("without", 2);
    let table = scene.write("readme", "words");
    let told = scene.open(vec![odd, plain, table]);
    scene.until("both are queued", || scene.queued() == ["\u{fffd}\u{fffd}", "without"]);
    assert_eq!(told.left_out, Some(LeftOut { name: "readme".into(), files: 1 }));
}

#[test]
fn a_playlist_is_found_a_table_imported_and_a_folder_offered() {
    let scene = Scene::new();
    let list = scene.write("mine.m3u", "#EXTM3U\nelsewhere.mp3\n");
    let second = scene.write("second.m3u8", "a.mp3\n");
    let table = scene.write("songs.csv", "title,artist\nOne,Somebody\n");
    fs::create_dir(scene.path("Jazz")).unwrap();
    let told = scene.open(vec![scene.path("Jazz"), list, second, table]);
    assert_eq!(told.playlist.unwrap().missing.len(), 1);
    assert_eq!(told.report.unwrap().tracks, 1);
    assert_eq!(told.folders, [scene.path("Jazz").display().to_string()]);
    assert_eq!(
        told.left_out,
        Some(LeftOut { name: "second.m3u8".into(), files: 1 }),
        "one is shown at a time"
    );
    assert!(scene.opening.own_music.library().folders().unwrap().is_empty(), "nothing is added unasked");
    assert_eq!(scene.opening.answer_folders(true).unwrap().len(), 1);
    assert_eq!(scene.opening.own_music.library().folders().unwrap().len(), 1);
    assert!(scene.opening.answer_folders(true).unwrap().is_empty(), "an offer is answered once");

    fs::create_dir(scene.path("Rock")).unwrap();
    scene.open(vec![scene.path("Rock")]);
    assert!(scene.opening.answer_folders(false).unwrap().is_empty());
    assert_eq!(scene.opening.own_music.library().folders().unwrap().len(), 1);
}

#[test]
fn what_was_opened_has_its_file() {
    let scene = Scene::new();
    let path = scene.song("a.wav", 1);
    scene.opening.open(vec![path.clone()]);
    scene.until("it is queued", || scene.queued() == ["a"]);
    let id = scene.session.call(|e, _| e.queued()[0].id.clone()).unwrap();
    assert_eq!(scene.files.path_of(&id), Some(path));
    assert!(scene.opening.take().is_empty(), "there is nothing to ask");
}

#[test]
fn opened_files_are_levelled_and_the_first_one_before_it_plays() {
    let scene = Scene::new();
    let (loud, soft) =
        (scene.song_of("loud.wav", 1, (3.0, -1.0)), scene.song_of("soft.wav", 2, (3.0, -21.0)));
    scene.opening.open(vec![loud, soft]);
    let queued = || scene.session.call(|e, _| e.queued()).unwrap();
    scene.until("the first one is queued", || !scene.queued().is_empty());
    let gain = |place: usize| scene.files.levels(&queued()[place].id).gain(false);
    let first = gain(0).unwrap();
    scene.until("the other one is measured", || queued().len() > 1 && gain(1).is_some());
    let raised = gain(1).unwrap() - first;
    assert!((raised - 20.0).abs() < 0.5, "by {first} dB and {raised} dB more");
}
