//! How long a call waits for the session's thread while something else goes on, for 100,000 tracks. The goal is 20 ms.

#![expect(clippy::unwrap_used, reason = "a bench that cannot run has nothing to say")]

use attune_core::track::AffectSource;
use attune_core::{
    Affect, AffectEstimate, AppError, ErrorCode, FeedbackKind, Settings, Timestamp, Track, TrackAffect,
    TrackId, Tracks,
};
use attune_session::catalogue_page::LibraryQuery;
use attune_session::engine::OWN_MUSIC;
use attune_session::view::LibrarySort;
use attune_session::{Composition, EngineOptions, Session, no_player};
use attune_testkit::MemoryArchive;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

const TRACKS: usize = 100_000;

fn main() {
    let filter = std::env::args().skip(1).find(|a| !a.starts_with('-')).unwrap_or_default();
    if !"session waiting".contains(&filter) {
        return;
    }
    let session = session();
    let own = Tracks::new((0..TRACKS).map(track));
    println!("the longest wait for the session's thread, {TRACKS} tracks:");
    report(&session, "nothing", |_| thread::sleep(Duration::from_millis(500)));
    report(&session, "the library is put up", |s| {
        let own = own.clone();
        s.call(|e, now| e.set_shelf(OWN_MUSIC, "Your music", own, now)).unwrap();
    });
    report(&session, "the library is looked through", |s| {
        for (sort, text) in [(LibrarySort::Artist, ""), (LibrarySort::Title, "7"), (LibrarySort::Valence, "")]
        {
            let query =
                LibraryQuery { text: text.into(), sort, descending: false, offset: 50_000, limit: 100 };
            s.library(&query).unwrap();
        }
        s.find_artists("num", 12).unwrap();
        s.stated_choices().unwrap();
    });
    report(&session, "the starter catalogue is switched off", |s| {
        s.call(|e, now| e.enable_catalogue("starter", false, now)).unwrap().unwrap();
    });
    report(&session, "the mood is corrected", |s| {
        s.call(|e, now| e.correct_mood(Affect::new(-0.5, 0.4), now)).unwrap();
    });
    report(&session, "a heart is given and taken back", |s| {
        let id = s.call(|e, now| e.state(now).queue.next[0].id.clone()).unwrap();
        s.call(move |e, now| {
            e.feedback(&id, FeedbackKind::Liked, now).unwrap();
            e.undo_feedback(now)
        })
        .unwrap();
    });
    report(&session, "settings are saved", |s| {
        s.call(|e, now| e.save_settings(Settings { pace: 0.7, ..e.settings().clone() }, now)).unwrap();
    });
}

/// Does something while another thread asks the session for nothing, and prints the longest it had to wait.
fn report(session: &Arc<Session>, what: &str, body: impl FnOnce(&Session)) {
    let (done, asking) = (Arc::new(AtomicBool::new(false)), Arc::clone(session));
    let stop = Arc::clone(&done);
    let asker = thread::spawn(move || {
        let mut longest = Duration::ZERO;
        while !stop.load(Ordering::Relaxed) {
            let asked = Instant::now();
            asking.call(|_, _| ()).unwrap();
            longest = longest.max(asked.elapsed());
            thread::sleep(Duration::from_micros(200));
        }
        longest
    });
    thread::sleep(Duration::from_millis(20));
    body(session);
    // What goes on in the background counts too.
    thread::sleep(Duration::from_secs(1));
    done.store(true, Ordering::Relaxed);
    println!("  {:45} {:7.1} ms", what, asker.join().unwrap().as_secs_f64() * 1e3);
}

fn session() -> Arc<Session> {
    let composition = Composition {
        archive: Box::new(MemoryArchive::default()),
        options: EngineOptions {
            version: "bench".into(),
            seed: 1,
            starter: vec![track(0)],
            warnings: vec![],
        },
        clock: Arc::new(|| Timestamp(1_700_000_000_000)),
        open_camera: Arc::new(|_| Err(AppError::new(ErrorCode::CameraNone, ""))),
        open_eyes: Arc::new(|| Err(AppError::new(ErrorCode::ModelMissing, ""))),
        senses: attune_session::SensePorts::none(),
        open_player: no_player(),
        listener: Box::new(|_| {}),
    };
    Arc::new(Session::start(composition).unwrap())
}

fn track(n: usize) -> Track {
    let axis = |step: f64| (n as f64 * step).fract() * 2.0 - 1.0;
    let estimate = AffectEstimate::with_sd(Affect::new(axis(0.754_877_666), axis(0.569_840_291)), 0.25);
    let title = format!("Some Longer Song Title {}", n.wrapping_mul(2_654_435_761) % 1_000_003);
    Track {
        genre: Some(["rock", "hip-hop", "folk rock", "jazz"][n % 4].into()),
        affect: TrackAffect { estimate, sources: vec![AffectSource::Features] },
        ..Track::new(TrackId(format!("t{n}")), &title, format!("The Artists Of Number {}", n % 7_919))
    }
}
