//! Against supysonic, a real server that takes the password only. `cargo xtask test --only subsonic` installs it and names
//! the folder with its programs in `ATTUNE_SUPYSONIC`.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use attune_core::{ErrorCode, Secret, Timestamp};
use attune_subsonic::{Address, Heard, Login, NewServer, Options, ServerCheck, Servers};
use attune_testkit::MemorySecrets;
use std::fs;
use std::io::Read as _;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use tempfile::TempDir;

/// A running supysonic with its own folder. Dropping it ends it.
struct Supysonic {
    home: TempDir,
    programs: PathBuf,
    port: u16,
    server: Option<Child>,
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
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let mut running = Self { home, programs, port, server: None };
        (0..songs).for_each(|n| running.put(n));
        running.manage(&["user", "add", "alice", "-p", "sesame"]);
        running.manage(&["folder", "add", "M", running.music().to_str().unwrap()]);
        running.manage(&["folder", "scan", "--foreground", "M"]);
        let port = port.to_string();
        let mut program = running.program("supysonic-server");
        program
            .args(["-S", "waitress", "-h", "127.0.0.1", "-p", &port])
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let started = program.spawn().unwrap();
        running.server = Some(started);
        running.answers();
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

    fn answers(&self) {
        for _ in 0..200 {
            if TcpStream::connect(("127.0.0.1", self.port)).is_ok() {
                return;
            }
            thread::sleep(Duration::from_millis(100));
        }
        panic!("supysonic does not answer");
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

impl Drop for Supysonic {
    fn drop(&mut self) {
        if let Some(server) = &mut self.server {
            let _ = server.kill();
            let _ = server.wait();
        }
    }
}

/// A tone as a WAV file: one channel of 16 bits at 22,050 Hz.
fn wav(seconds: u32, hertz: f64) -> Vec<u8> {
    let (rate, bytes) = (22_050_u32, 22_050 * 2 * seconds);
    let mut file = b"RIFF".to_vec();
    file.extend((36 + bytes).to_le_bytes());
    file.extend(b"WAVEfmt \x10\0\0\0\x01\0\x01\0");
    file.extend(rate.to_le_bytes());
    file.extend((rate * 2).to_le_bytes());
    file.extend(b"\x02\0\x10\0data");
    file.extend(bytes.to_le_bytes());
    for n in 0..rate * seconds {
        let angle = f64::from(n) * hertz * std::f64::consts::TAU / f64::from(rate);
        file.extend(((angle.sin() * 12_000.0) as i16).to_le_bytes());
    }
    file
}

fn open(folder: &Path) -> Servers {
    let now = || {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
        Timestamp(since.as_millis() as i64)
    };
    let options = Options::new(Some(folder.to_owned()), Arc::new(now));
    Servers::open(options, Arc::new(MemorySecrets::default())).unwrap().0
}

#[test]
fn a_real_server_is_added_read_and_played() {
    let Some(supysonic) = Supysonic::start(12) else { return };
    let data = tempfile::tempdir().unwrap();
    let servers = open(data.path());
    let password = |password: &str| NewServer {
        address: Address::parse(&format!("http://127.0.0.1:{}", supysonic.port)).unwrap(),
        login: Login::Password { name: "alice".into(), password: Secret::new(password) },
        accepted: None,
        plain_password: false,
    };
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
