//! The cover of the playing track as a file, for desktops that show one. It lies in a folder of this run alone, which goes with
//! it; what a run left behind that was killed goes at the next start.

use attune_core::TrackId;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// Longest side in pixels: what a lock screen shows.
const SIDE: u32 = 512;
/// What the names of folders begin with.
const PREFIX: &str = "attune-cover-";
/// The file in a folder that is locked for as long as its run lasts, however that ends.
const IN_USE: &str = "in-use";

/// Gives a track's cover as a JPEG whose longer side is at most so many pixels.
type Find = Box<dyn Fn(&TrackId, u32) -> Option<Vec<u8>> + Send>;

/// Writes covers, one at a time.
pub struct Covers {
    find: Find,
    folder: Option<Folder>,
    /// The track that was asked for last, and its file.
    last: Option<(TrackId, Option<PathBuf>)>,
}

impl Covers {
    /// Covers as `find` gives them. Removes what runs left behind that are over.
    pub(crate) fn of(find: impl Fn(&TrackId, u32) -> Option<Vec<u8>> + Send + 'static) -> Self {
        if let Err(error) = sweep(&std::env::temp_dir()) {
            tracing::debug!(%error, "covers of an earlier run may be left");
        }
        Self { find: Box::new(find), folder: None, last: None }
    }

    /// The cover's file; none where the track has none or it cannot be written.
    pub fn file(&mut self, track: &TrackId) -> Option<PathBuf> {
        if let Some((_, file)) = self.last.as_ref().filter(|(last, _)| last == track) {
            return file.clone();
        }
        let file = self.write(track);
        if let Some((_, Some(old))) = self.last.replace((track.clone(), file.clone())) {
            // What stays behind goes with the folder.
            drop(fs::remove_file(old));
        }
        file
    }

    fn write(&mut self, track: &TrackId) -> Option<PathBuf> {
        let jpeg = (self.find)(track, SIDE)?;
        if self.folder.is_none() {
            self.folder = Folder::new(&std::env::temp_dir()).ok();
        }
        // Desktops keep what they have read of an address.
        let path = self.folder.as_ref()?.place.path().join(format!("{}.jpg", super::mark(track)));
        fs::write(&path, jpeg).ok()?;
        Some(path)
    }
}

/// A folder that others see to be in use.
struct Folder {
    place: TempDir,
    /// Locked; the system lets go of it when this run ends, also by a kill.
    _in_use: File,
}

impl Folder {
    fn new(parent: &Path) -> io::Result<Self> {
        let place = tempfile::Builder::new().prefix(PREFIX).tempdir_in(parent)?;
        let in_use = File::create(place.path().join(IN_USE))?;
        in_use.lock()?;
        Ok(Self { place, _in_use: in_use })
    }
}

/// Removes the folders whose runs are over.
fn sweep(parent: &Path) -> io::Result<()> {
    for entry in fs::read_dir(parent)?.flatten() {
        let is_ours = entry.file_name().to_string_lossy().starts_with(PREFIX);
        // Another run's lock cannot be had; another user's file cannot be opened.
        let over = is_ours && File::open(entry.path().join(IN_USE)).is_ok_and(|file| file.try_lock().is_ok());
        if over {
            fs::remove_dir_all(entry.path())?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    #[cfg(unix)]
    use std::io::{BufRead as _, BufReader};
    #[cfg(unix)]
    use std::process::{Command, Stdio};

    #[test]
    fn what_a_killed_run_left_goes_at_the_next_start_and_no_other() {
        let parent = tempfile::tempdir().unwrap();
        let running = Folder::new(parent.path()).unwrap();
        // A killed run leaves its files, and the system unlocks them.
        let killed = Folder::new(parent.path()).unwrap();
        fs::write(killed.place.path().join("a.jpg"), "cover").unwrap();
        let Folder { place, _in_use: locked } = killed;
        let left = place.keep();
        let foreign = parent.path().join("attune-cover-of-somebody");
        fs::create_dir(&foreign).unwrap();
        drop(locked);
        sweep(parent.path()).unwrap();
        assert!(!left.exists() && running.place.path().exists() && foreign.exists());
        drop(running);
        assert_eq!(fs::read_dir(parent.path()).unwrap().count(), 1, "an ordinary end leaves nothing");
    }

    /// Set for the program that is killed.
    #[cfg(unix)]
    const KILLED: &str = "ATTUNE_TEST_COVERS_KILLED";

    #[cfg(unix)]
    #[test]
    fn a_cover_of_a_program_that_is_killed_goes_at_the_next_start() {
        if std::env::var_os(KILLED).is_some() {
            let mut covers = Covers::of(|_, _| Some(b"cover".to_vec()));
            let file = covers.file(&TrackId("a".into())).unwrap();
            println!("written {}", file.display());
            // Until it is killed.
            let _ = std::io::stdin().read_line(&mut String::new());
            return;
        }
        let parent = tempfile::tempdir().unwrap();
        let name = "desktop::covers::tests::a_cover_of_a_program_that_is_killed_goes_at_the_next_start";
        let mut program = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", name, "--nocapture"])
            .envs([("TMPDIR", parent.path()), (KILLED, Path::new("1"))])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(program.stdout.take().unwrap()).lines();
        let said =
            lines.map_while(Result::ok).find_map(|line| Some(line.split_once("written ")?.1.to_owned()));
        let cover = PathBuf::from(said.unwrap());
        sweep(parent.path()).unwrap();
        assert!(cover.exists(), "it is in use");
        program.kill().unwrap();
        program.wait().unwrap();
        assert!(cover.exists(), "nobody has cleared up");
        sweep(parent.path()).unwrap();
        assert!(!cover.exists());
        assert_eq!(fs::read_dir(parent.path()).unwrap().count(), 0);
    }
}
