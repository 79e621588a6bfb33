//! How much memory the window's process holds for a large library, and how soon it quits.
//!
//!     cargo bench -p attune-app --bench own_music
//!     cargo bench -p attune-app --bench own_music -- 100000
//!
//! The library is written by this process and put up by another one, which has done nothing else.

#[path = "../../attune-library/benches/library/rows.rs"]
mod rows;

use attune_app::own_music::{OwnMusic, OwnQuery, OwnSort, Parts, Resources};
use attune_core::{AppError, ErrorCode, Timestamp};
use attune_library::Library;
use attune_session::{Composition, EngineOptions, Session, no_player};
use attune_testkit::MemoryArchive;
use std::error::Error;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};
use std::{env, fs, thread};

/// The arguments that make this the process that puts a library up, or quits while it does.
const HOLD: &str = "hold";
const QUIT: &str = "quit";
/// How long after the start it quits.
const QUIT_AFTER: [Duration; 3] =
    [Duration::from_millis(300), Duration::from_secs(1), Duration::from_secs(3)];
/// How long what goes on in the background may take to come to rest.
const REST: Duration = Duration::from_secs(5);

type Done = Result<(), Box<dyn Error>>;

fn main() -> Done {
    let words: Vec<String> = env::args().skip(1).filter(|a| !a.starts_with('-')).collect();
    if let [what, dir, tracks] = words.as_slice() {
        match what.as_str() {
            HOLD => return put_up(Path::new(dir), tracks.parse()?),
            QUIT => return quit(Path::new(dir)),
            _ => {}
        }
    }
    let size = words.first().and_then(|word| word.parse().ok());
    if size.is_none() && words.first().is_some_and(|filter| !"own_music library".contains(filter.as_str())) {
        return Ok(());
    }
    for tracks in size.map_or(vec![100_000, 1_000_000], |size| vec![size]) {
        let dir = tempfile::tempdir()?;
        rows::write(dir.path(), tracks, 0)?;
        // What was there is away, so that the scan takes nothing out.
        fs::remove_dir(dir.path().join("music"))?;
        drop(Library::open(dir.path())?);
        for what in [HOLD, QUIT] {
            let ran = Command::new(env::current_exe()?)
                .args([what.as_ref(), dir.path().as_os_str(), tracks.to_string().as_ref()])
                .status()?;
            assert!(ran.success());
        }
    }
    Ok(())
}

fn put_up(dir: &Path, tracks: u32) -> Done {
    let session = session()?;
    let before = memory("VmRSS:");
    let begin = Instant::now();
    let own = start(dir, &session)?;
    let ready = || -> Result<bool, AppError> {
        let queued = session.call(|e, now| !e.state(now).queue.next.is_empty())?;
        Ok(queued && own.view().tracks == tracks && own.view().scan.is_none())
    };
    while !ready()? {
        thread::sleep(Duration::from_millis(20));
    }
    let name = |what: &str| format!("own music: {what:50}");
    println!(
        "{} {:10.2} s",
        name(&format!("{tracks} tracks: from the start to the queue")),
        begin.elapsed().as_secs_f64()
    );
    thread::sleep(REST);
    println!("{} {:10.0} MB", name("memory before the library"), before);
    println!("{} {:10.0} MB", name("memory at rest"), memory("VmRSS:"));
    println!("{} {:10.0} MB", name("the most it held"), memory("VmHWM:"));
    let query =
        OwnQuery { text: String::new(), sort: OwnSort::Valence, descending: false, offset: 0, limit: 100 };
    let begin = Instant::now();
    drop(own.page(&session, &query)?);
    println!("{} {:10.2} ms", name("the first page by mood"), begin.elapsed().as_secs_f64() * 1e3);
    let begin = Instant::now();
    drop(own.page(&session, &OwnQuery { offset: tracks / 2, ..query })?);
    println!("{} {:10.2} ms", name("a page in the middle by mood"), begin.elapsed().as_secs_f64() * 1e3);
    own.scan(false);
    thread::sleep(Duration::from_millis(20));
    let begin = Instant::now();
    own.close();
    println!(
        "{} {:10.2} ms",
        name("from quitting, a scan just begun, to the end"),
        begin.elapsed().as_secs_f64() * 1e3
    );
    Ok(())
}

/// Quits early, while the library is put up.
fn quit(dir: &Path) -> Done {
    for after in QUIT_AFTER {
        let session = session()?;
        let own = start(dir, &session)?;
        thread::sleep(after);
        let begin = Instant::now();
        own.close();
        drop(session);
        let what = format!("own music: from quitting, {} ms after the start, to the end", after.as_millis());
        println!("{what:61} {:10.2} ms", begin.elapsed().as_secs_f64() * 1e3);
    }
    Ok(())
}

fn start(dir: &Path, session: &Arc<Session>) -> Result<OwnMusic, Box<dyn Error>> {
    let (library, warnings) = Library::open(dir)?;
    assert!(warnings.is_empty(), "{warnings:?}");
    Ok(OwnMusic::start(Parts {
        library,
        session: Arc::downgrade(session),
        clock: Arc::new(|| Timestamp(1_700_000_000_000)),
        resources: Resources::default(),
        notify: Box::new(|_| {}),
    }))
}

fn session() -> Result<Arc<Session>, Box<dyn Error>> {
    let composition = Composition {
        archive: Box::new(MemoryArchive::default()),
        options: EngineOptions { version: "bench".into(), seed: 1, starter: vec![], warnings: vec![] },
        clock: Arc::new(|| Timestamp(1_700_000_000_000)),
        open_camera: Arc::new(|_| Err(AppError::new(ErrorCode::CameraNone, ""))),
        open_eyes: Arc::new(|| Err(AppError::new(ErrorCode::ModelMissing, ""))),
        senses: attune_session::SensePorts::none(),
        open_player: no_player(),
        listener: Box::new(|_| {}),
    };
    Ok(Arc::new(Session::start(composition)?))
}

/// A line of what the system says of this process, in megabytes; 0 where it says nothing.
fn memory(line: &str) -> f64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let found = status.lines().find_map(|l| l.strip_prefix(line));
    found.and_then(|rest| rest.trim().split(' ').next()?.parse::<f64>().ok()).unwrap_or(0.0) / 1e3
}
