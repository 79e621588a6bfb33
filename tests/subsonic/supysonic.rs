//! Against supysonic, a real server that takes the password only. `cargo xtask test --only subsonic` installs it and names
//! the folder with its programs in `ATTUNE_SUPYSONIC`.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod real;

use attune_core::ErrorCode;
use attune_subsonic::{Heard, ServerCheck};
use real::{Running, free_port, new_server, open, wav};
use std::fs;
use std::io::Read as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// A running supysonic with its own folder.
struct Supysonic {
    home: TempDir,
    programs: PathBuf,
    port: u16,
    server: Option<Running>,
}

impl Supysonic {
    fn start(songs: u32) -> Option<Self> {
        let Some(programs) = std::env::var_os("ATTUNE_SUPYSONIC").map(PathBuf::from) else {
            println!("skipped: no supysonic (cargo xtask test --only subsonic brings it)");
            return None;
        };
        let home = tempfile::tempdir().unwrap();
        let dir = home.path().display();
        let config = format!(
            "[base]\ndatabase_uri = sqlite:///{dir}/db\n[webapp]\ncache_dir = {dir}/cache\nmount_webui = off\n\
             [daemon]\nsocket = {dir}/socket\n"
        );
        fs::create_dir_all(home.path().join("music/Artist/Album")).unwrap();
        fs::write(home.path().join(".supysonic"), config).unwrap();
        let port = free_port();
        let mut running = Self { home, programs, port, server: None };
        (0..songs).for_each(|n| running.put(n));
        running.manage(&["user", "add", "alice", "-p", "sesame"]);
        running.manage(&["folder", "add", "M", running.music().to_str().unwrap()]);
        running.manage(&["folder", "scan", "--foreground", "M"]);
        let mut program = running.program("supysonic-server");
        program.args(["-S", "waitress", "-h", "127.0.0.1", "-p", &port.to_string()]);
        running.server = Some(Running::start(program.stdout(Stdio::null()).stderr(Stdio::null()), port));
        Some(running)
    }

    fn program(&self, name: &str) -> Command {
        let mut program = Command::new(self.programs.join(name));
        program.env("HOME", self.home.path()).current_dir(self.home.path());
        program
    }

    fn manage(&self, arguments: &[&str]) {
        let done = self.program("supysonic-cli").args(arguments).output().unwrap();
        assert!(done.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&done.stderr));
    }

    fn music(&self) -> PathBuf {
        self.home.path().join("music/Artist/Album")
    }

    fn file(&self, n: u32) -> PathBuf {
        self.music().join(format!("Song {n}.wav"))
    }

    fn put(&self, n: u32) {
        fs::write(self.file(n), wav(2, 220.0 + f64::from(n) * 55.0)).unwrap();
    }
}

#[test]
fn a_real_server_is_added_read_and_played() {
    let Some(supysonic) = Supysonic::start(12) else { return };
    let data = tempfile::tempdir().unwrap();
    let servers = open(data.path());
    let password = |password: &str| new_server(&format!("http://127.0.0.1:{}", supysonic.port), password);
    assert!(matches!(servers.check(&password("open")), ServerCheck::WrongPassword(_)));
    let check = servers.check(&password("sesame"));
    assert!(matches!(check, ServerCheck::Works { sends_password: true, .. }), "{check:?}");
    let (server, _) = servers.add("Home", &password("sesame")).unwrap();
    let scan = || servers.scan(&server.id, false, &|| true, &mut |_| {}).unwrap();
    assert_eq!((scan().added, scan().changed), (12, 0));

    let song = |n: u32| servers.all().unwrap().into_iter().find(|s| s.title == format!("Song {n}.wav"));
    let first = song(0).expect("the first song by its file's name");
    assert_eq!(first.duration_ms, Some(2_000));
    let mut bytes = Vec::new();
    servers.open_song(&first.id).unwrap().read_to_end(&mut bytes).unwrap();
    assert_eq!(bytes, fs::read(supysonic.file(0)).unwrap());
    servers.whole_song(&song(1).unwrap().id).unwrap();

    servers.set_reporting(&server.id, false, true).unwrap();
    assert!(servers.star(&first.id, true).unwrap());
    assert_eq!(scan().changed, 1, "the star is the server's");
    fs::remove_file(supysonic.file(5)).unwrap();
    supysonic.put(20);
    supysonic.manage(&["folder", "scan", "--foreground", "M"]);
    let changed = scan();
    assert_eq!((changed.songs, changed.added, changed.removed), (12, 1, 1));
    assert!(song(5).is_none() && song(20).is_some());
    // supysonic answers that it has no Last.fm to tell.
    servers.set_reporting(&server.id, true, true).unwrap();
    let told = servers.scrobble(&first.id, Heard::Begun);
    assert!(told.is_ok() || told.is_err_and(|e| e.code == ErrorCode::ServerRefused));
}
