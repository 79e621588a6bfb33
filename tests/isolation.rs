//! A network namespace without a way out, and what was tried in it.
//!
//! The kernel counts for each namespace what left it or found no way: nothing that a program tries is missed between two
//! looks, as it would be by looking at its sockets alone.

use std::path::Path;
use std::process::Command;

/// Counters of the kernel that stay at nought where nobody opens a connection or sends anything.
const COUNTERS: [(&str, &str); 6] = [
    ("Ip", "OutRequests"),
    ("Ip", "OutNoRoutes"),
    ("Tcp", "ActiveOpens"),
    ("Tcp", "PassiveOpens"),
    ("Udp", "OutDatagrams"),
    ("Udp", "InDatagrams"),
];
/// The same of IPv6, which begins by itself with a few messages to its neighbours.
const COUNTERS_6: [&str; 3] = ["Ip6OutNoRoutes", "Udp6OutDatagrams", "Udp6InDatagrams"];
/// Tables with a line for each socket.
const TABLES: [&str; 6] = ["tcp", "tcp6", "udp", "udp6", "raw", "raw6"];

/// Runs a program in a namespace of its own; none, and a line that says so, where that is not permitted.
pub(crate) fn command(program: &Path) -> Option<Command> {
    let isolated = |program: &Path| {
        let mut command = Command::new("unshare");
        command.args(["--user", "--map-current-user", "--net", "--"]).arg(program);
        command
    };
    if isolated(Path::new("true")).output().is_ok_and(|tried| tried.status.success()) {
        return Some(isolated(program));
    }
    println!("skipped: no network namespace can be made here (unshare)");
    None
}

/// Whether a process that was started so is in its namespace yet.
pub(crate) fn has_begun(process: u32) -> bool {
    let namespace = |process: &str| std::fs::read_link(format!("/proc/{process}/ns/net")).ok();
    namespace(&process.to_string()).is_some_and(|own| Some(own) != namespace("self"))
}

/// What was tried in the namespace of a running process, and which sockets there are.
pub(crate) fn attempts(process: u32) -> Vec<String> {
    let read =
        |name: &str| std::fs::read_to_string(format!("/proc/{process}/net/{name}")).unwrap_or_default();
    let sockets = TABLES.iter().flat_map(|table| {
        let lines: Vec<String> =
            read(table).lines().skip(1).map(|line| format!("{table} {}", line.trim())).collect();
        lines
    });
    counted(&read("snmp"), &read("snmp6")).into_iter().chain(sockets).collect()
}

/// The counters that are not at nought in the text of `/proc/net/snmp` and `/proc/net/snmp6`.
pub(crate) fn counted(snmp: &str, snmp6: &str) -> Vec<String> {
    assert!(snmp.contains("Tcp:") && snmp.contains("Ip:"), "no counters: {snmp}");
    let older = COUNTERS.iter().filter_map(|(protocol, name)| {
        let mut lines = snmp.lines().filter_map(|line| line.strip_prefix(protocol)?.strip_prefix(": "));
        let (names, values) = (lines.next()?, lines.next()?);
        let place = names.split(' ').position(|n| n == *name)?;
        values
            .split(' ')
            .nth(place)
            .filter(|value| *value != "0")
            .map(|value| format!("{protocol}{name} {value}"))
    });
    let newer = COUNTERS_6.iter().filter_map(|name| {
        let mut fields =
            snmp6.lines().find(|line| line.split_whitespace().next() == Some(name))?.split_whitespace();
        fields.nth(1).filter(|value| *value != "0").map(|value| format!("{name} {value}"))
    });
    older.chain(newer).collect()
}
