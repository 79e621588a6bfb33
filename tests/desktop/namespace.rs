//! A test of the window in namespaces of its own: a network whose only way out is counted, and files of the test's in the
//! place of the system's.

use std::env;
use std::fmt::Write as _;
use std::net::UdpSocket;
use std::process::Command;

/// Set within; what files of the system's the test wants replaced is set by name outside.
const INSIDE: &str = "ATTUNE_TEST_INSIDE";
/// The device behind which everything but this machine lies: nobody is there, and the kernel counts what is sent.
const WAY_OUT: &str = "out";
/// Makes it; `cargo xtask test` runs all tests of the window in such a network.
const NETWORK: &str = include_str!("way_out.sh");
/// Set by `cargo xtask test` where it does.
const COUNTED: &str = "ATTUNE_TEST_COUNTED";

/// A file of the system's, and what is in it for the test.
pub(crate) type Replaced<'a> = (&'a str, &'a str);

/// Whether this runs within. Outside, the test of that name is run there, and what it says printed; a line says so where
/// there can be no such namespaces.
pub(crate) fn is_inside(test: &str, replaced: &[Replaced<'_>]) -> bool {
    if env::var_os(INSIDE).is_some() {
        return true;
    }
    let files = tempfile::tempdir().unwrap();
    let mut script = NETWORK.trim_end().to_owned();
    for (number, (path, text)) in replaced.iter().enumerate() {
        std::fs::write(files.path().join(number.to_string()), text).unwrap();
        write!(script, " && mount --bind \"$0/{number}\" {path}").unwrap();
    }
    let within = |script: &str| {
        let mut command = Command::new("unshare");
        command
            .args(["--user", "--map-current-user", "--keep-caps", "--net", "--mount", "sh", "-c", script])
            .arg(files.path());
        command
    };
    if !within(&script).output().is_ok_and(|tried| tried.status.success()) {
        println!("skipped: no network namespace can be made here (unshare, ip)");
        return false;
    }
    let test =
        [env::current_exe().unwrap().into_os_string(), "--exact".into(), test.into(), "--nocapture".into()];
    let mut within = within(&format!("{script} && exec \"$@\""));
    // It counts for itself.
    let ran = within.args(test).env(INSIDE, "1").env_remove(COUNTED).output().unwrap();
    let said = String::from_utf8_lossy(&ran.stdout) + String::from_utf8_lossy(&ran.stderr);
    assert!(ran.status.success() && said.contains("1 passed"), "{said}");
    said.lines()
        .filter(|line| line.starts_with("skipped: ") || line.starts_with("seen: "))
        .for_each(|line| println!("{line}"));
    false
}

/// How many packets left by the way out.
fn left() -> u64 {
    let devices = std::fs::read_to_string("/proc/self/net/dev").unwrap();
    let ours = devices.lines().find_map(|line| line.trim().strip_prefix(WAY_OUT)?.strip_prefix(':'));
    // After eight counters of what came in: bytes, packets.
    ours.unwrap().split_whitespace().nth(9).unwrap().parse().unwrap()
}

/// How many packets have left by the way out of all tests of the window; none where they run in no network of their own.
pub(crate) fn counted() -> Option<u64> {
    env::var_os(COUNTED).map(|_| left())
}

/// Asserts that nothing left by the way out, and that something would have been counted.
pub(crate) fn nothing_left() {
    assert_eq!(left(), 0, "packets left");
    let socket = UdpSocket::bind("0.0.0.0:0").unwrap();
    socket.send_to(b"counted", "198.51.100.1:9").unwrap();
    let mut looks = 0;
    while left() == 0 {
        looks += 1;
        assert!(looks < 100, "the counter counts");
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
}
