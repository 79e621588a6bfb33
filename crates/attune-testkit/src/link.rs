//! A network link that really goes down, in a namespace of a test's own (Linux).

use std::env;
use std::process::Command;

/// Set within the namespace.
const INSIDE: &str = "ATTUNE_TEST_NETWORK";

/// Whether this runs within a namespace. Outside of one the test of that whole name is run in one: its lines that begin with
/// `said ` are printed, and its failure is a panic. Where none can be made, a line says so.
///
/// # Panics
///
/// Where the test failed inside.
#[must_use]
pub fn is_inside(test: &str) -> bool {
    if env::var_os(INSIDE).is_some() {
        return true;
    }
    let namespace = |script: &str| {
        let mut command = Command::new("unshare");
        command.args(["--user", "--map-root-user", "--net", "sh", "-c", script, "sh"]);
        command
    };
    let up = "ip link set lo up";
    if !namespace(up).output().is_ok_and(|tried| tried.status.success()) {
        println!("skipped: no network namespace can be made here (unshare, ip)");
        return false;
    }
    let script =
        format!(r#"{up} && export {INSIDE}=1 && exec "$1" --exact "$2" --nocapture --include-ignored"#);
    let program = env::current_exe().unwrap_or_default();
    let ran = namespace(&script).arg(program).arg(test).output();
    let said = ran.as_ref().map_or_else(ToString::to_string, |ran| {
        String::from_utf8_lossy(&ran.stdout).into_owned() + &String::from_utf8_lossy(&ran.stderr)
    });
    assert!(ran.is_ok_and(|ran| ran.status.success()) && said.contains("1 passed"), "{said}");
    said.lines().filter(|line| line.starts_with("said ")).for_each(|line| println!("{line}"));
    false
}

/// Sets the link of the namespace `up` or `down`.
///
/// # Panics
///
/// Where that fails.
pub fn set(state: &str) {
    let done = Command::new("ip").args(["link", "set", "lo", state]).status();
    assert!(done.is_ok_and(|done| done.success()), "lo {state}");
}

/// Sets the link down, and takes its routes away: with any other link than this one the kernel does that itself.
///
/// # Panics
///
/// Where that fails.
pub fn cut() {
    set("down");
    let done = Command::new("ip").args(["route", "flush", "table", "local"]).status();
    assert!(done.is_ok_and(|done| done.success()), "routes");
}

/// How often this namespace tried to open a connection, with and without a way to go.
///
/// # Panics
///
/// Where the kernel does not count.
#[must_use]
pub fn attempts() -> u64 {
    let text = std::fs::read_to_string("/proc/self/net/snmp").unwrap_or_default();
    let counter = |protocol: &str, name: &str| {
        let mut lines = text.lines().filter_map(|line| line.strip_prefix(protocol)?.strip_prefix(": "));
        let (names, values) = (lines.next()?, lines.next()?);
        let place = names.split(' ').position(|n| n == name)?;
        values.split(' ').nth(place)?.parse::<u64>().ok()
    };
    let both = counter("Tcp", "ActiveOpens").zip(counter("Ip", "OutNoRoutes"));
    both.map_or_else(|| panic!("the kernel does not count: {text}"), |(opened, no_route)| opened + no_route)
}
