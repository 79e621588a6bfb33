//! How long a call waits for the session's thread while a large catalogue is imported into a database on disk, or removed
//! from it. The goal is 20 ms.
//!
//!     cargo bench -p attune-app --bench import

use attune_app::compose;
use attune_core::{AppError, ErrorCode, Timestamp, Track, TrackId};
use attune_session::{Composition, Session, no_player};
use std::error::Error;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

const TRACKS: usize = 100_000;
/// How long what goes on in the background is waited for.
const REST: Duration = Duration::from_secs(5);

type Done = Result<(), Box<dyn Error>>;

fn main() -> Done {
    let filter = std::env::args().skip(1).find(|a| !a.starts_with('-')).unwrap_or_default();
    if !"import waiting".contains(&filter) {
        return Ok(());
    }
    let dir = tempfile::tempdir()?;
    let session = session(dir.path())?;
    println!("the longest wait for the session's thread, a catalogue of {TRACKS} tracks:");
    let tracks: Vec<Track> = (0..TRACKS).map(track).collect();
    let mut made = None;
    report(&session, "it is imported", |s| {
        made = Some(s.import("large.csv".into(), tracks)?);
        Ok(())
    })?;
    let id = made.ok_or("nothing was imported")?.id;
    report(&session, "it is removed", |s| {
        s.call(move |e, now| e.remove_catalogue(&id, now))??;
        Ok(())
    })
}

/// Does something while another thread asks the session for nothing, and prints how long it took and the longest wait.
fn report(session: &Arc<Session>, what: &str, body: impl FnOnce(&Session) -> Done) -> Done {
    let (done, asking) = (Arc::new(AtomicBool::new(false)), Arc::clone(session));
    let stop = Arc::clone(&done);
    let asker = thread::spawn(move || -> Result<Duration, AppError> {
        let mut longest = Duration::ZERO;
        while !stop.load(Ordering::Relaxed) {
            let asked = Instant::now();
            asking.call(|_, _| ())?;
            longest = longest.max(asked.elapsed());
            thread::sleep(Duration::from_micros(200));
        }
        Ok(longest)
    });
    thread::sleep(Duration::from_millis(20));
    let begun = Instant::now();
    body(session)?;
    let took = begun.elapsed();
    // What goes on in the background counts too.
    thread::sleep(REST);
    done.store(true, Ordering::Relaxed);
    let longest = asker.join().map_err(|_| "the asking thread ended early")??;
    println!("  {what:20} {:8.1} ms, in {:6.2} s", longest.as_secs_f64() * 1e3, took.as_secs_f64());
    Ok(())
}

fn session(dir: &Path) -> Result<Arc<Session>, AppError> {
    let (store, warnings) = compose::open_store(Some(dir.to_owned()))?;
    Ok(Arc::new(Session::start(Composition {
        archive: Box::new(store),
        options: compose::engine_options("bench".into(), 1, warnings),
        clock: Arc::new(|| Timestamp(1_700_000_000_000)),
        open_camera: Arc::new(|_| Err(AppError::new(ErrorCode::CameraNone, ""))),
        open_eyes: Arc::new(|| Err(AppError::new(ErrorCode::ModelMissing, ""))),
        senses: attune_session::SensePorts::none(),
        open_player: no_player(),
        listener: Box::new(|_| {}),
    })?))
}

fn track(n: usize) -> Track {
    let title = format!("Some Longer Song Title {}", n.wrapping_mul(2_654_435_761) % 1_000_003);
    let genre = Some(["rock", "hip-hop", "folk rock", "jazz"][n % 4].into());
    Track {
        genre,
        ..Track::new(TrackId(format!("t{n}")), title, format!("The Artists Of Number {}", n % 7_919))
    }
}
