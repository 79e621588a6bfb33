//! Against maneki, a real server that takes the hash of a password, and parameters in the body. It needs Python 3.13.
//! `cargo xtask test --only subsonic-maneki` installs it and names the folder with its programs in `ATTUNE_MANEKI`.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod real;

use attune_subsonic::ServerCheck;
use real::{Running, free_port, new_server, open, wav};
use std::fs;
use std::io::{Read as _, Seek as _, SeekFrom};
use std::path::PathBuf;
use std::process::{Command, Stdio};

#[test]
fn a_real_server_that_takes_hashes_is_added_read_and_played() {
    let Some(programs) = std::env::var_os("ATTUNE_MANEKI").map(PathBuf::from) else {
        println!(
            "skipped: no maneki, which needs Python 3.13 (cargo xtask test --only subsonic-maneki brings it)"
        );
        return;
    };
    let home = tempfile::tempdir().unwrap();
    let album = home.path().join("music/Artist/Album");
    fs::create_dir_all(&album).unwrap();
    let file = |n: u32| album.join(format!("{n:02} Song {n}.wav"));
    (1..=3).for_each(|n| fs::write(file(n), wav(2, 220.0 * f64::from(n))).unwrap());
    // A minute, so that there is a place far ahead.
    fs::write(file(4), wav(60, 330.0)).unwrap();
    let port = free_port();
    let _server = Running::start(
        Command::new(programs.join("maneki"))
            .arg("serve")
            .arg(home.path().join("music"))
            .args(["--host", "127.0.0.1", "--port", &port.to_string(), "--no-ui", "--no-artist-images"])
            .env("HOME", home.path())
            .env_remove("XDG_CONFIG_HOME")
            .env("MANEKI_SERVER__USERNAME", "alice")
            .env("MANEKI_SERVER__PASSWORD", "sesame")
            .current_dir(home.path())
            .stdout(Stdio::null())
            .stderr(Stdio::null()),
        port,
    );

    let data = tempfile::tempdir().unwrap();
    let servers = open(data.path());
    let account = |password: &str| new_server(&format!("http://127.0.0.1:{port}/audio"), password);
    let wrong = servers.check(&account("open"));
    assert!(matches!(wrong, ServerCheck::WrongPassword(_)), "{wrong:?}");
    let check = servers.check(&account("sesame"));
    assert!(matches!(check, ServerCheck::Works { sends_password: false, .. }), "{check:?}");
    let (server, _) = servers.add("Home", &account("sesame")).unwrap();
    let scan = || servers.scan(&server.id, false, &|| true, &mut |_| {}).unwrap();
    assert_eq!((scan().added, scan().changed), (4, 0));

    let songs = servers.all().unwrap();
    let song =
        |n: u32| songs.iter().find(|s| s.title.contains(&format!("Song {n}"))).expect("by its file's name");
    let mut bytes = Vec::new();
    servers.open_song(&song(1).id).unwrap().read_to_end(&mut bytes).unwrap();
    assert_eq!(bytes, fs::read(file(1)).unwrap());
    let whole = fs::read(file(4)).unwrap();
    let mut reader = servers.open_song(&song(4).id).unwrap();
    assert!(reader.can_jump());
    let mut last = [0; 1_000];
    reader.seek(SeekFrom::End(-1_000)).unwrap();
    reader.read_exact(&mut last).unwrap();
    assert_eq!(last, whole[whole.len() - 1_000..]);
    assert_eq!(fs::read(servers.whole_song(&song(4).id).unwrap()).unwrap(), whole);
}
