//! What a tree of processes uses, from `/proc`.

use std::{collections::BTreeMap, fs, time::Duration};

/// The kernel counts processor time in hundredths of a second on every system we know of.
const TICKS_PER_SECOND: u64 = 100;

/// What processes have used.
#[derive(Debug, Default)]
pub(crate) struct Usage {
    /// Processor time since they started.
    pub(crate) busy: Duration,
    /// The part of it that went into drawing the interface.
    pub(crate) drawing: Duration,
    /// Bytes in memory now; a page that several processes share counts by share.
    pub(crate) memory: u64,
    /// Bytes of it that lie in no file: of the app's own process, and of those that draw the interface.
    pub(crate) held: u64,
    pub(crate) drawing_held: u64,
    /// Threads of the app's own process.
    pub(crate) threads: u64,
    /// Files, sockets and pipes that it has open.
    pub(crate) handles: u64,
}

/// The app's own processes below `root`: not the bus that started them.
pub(crate) fn usage(root: u32) -> Usage {
    let mut usage = Usage::default();
    for process in below(root) {
        let Ok(stat) = fs::read_to_string(format!("/proc/{process}/stat")) else { continue };
        let Some(stat) = Stat::read(&stat) else { continue };
        let draws = stat.name.starts_with("WebKit");
        if draws || stat.name.starts_with("attune") {
            let busy = Duration::from_millis(stat.ticks * 1000 / TICKS_PER_SECOND);
            usage.busy += busy;
            usage.drawing += if draws { busy } else { Duration::ZERO };
            let rollup = fs::read_to_string(format!("/proc/{process}/smaps_rollup")).unwrap_or_default();
            usage.memory += proportional(&rollup, "Pss:");
            let held = proportional(&rollup, "Pss_Anon:") + proportional(&rollup, "Pss_Shmem:");
            if draws {
                usage.drawing_held += held;
            } else {
                usage.held += held;
                usage.threads += entries(process, "task");
                usage.handles += entries(process, "fd");
            }
        }
    }
    usage
}

/// How many entries a folder of a process has.
fn entries(process: u32, folder: &str) -> u64 {
    fs::read_dir(format!("/proc/{process}/{folder}")).map_or(0, |entries| entries.count() as u64)
}

/// `root` and everything it started, directly or not.
pub(crate) fn below(root: u32) -> Vec<u32> {
    let mut parents = BTreeMap::new();
    for entry in fs::read_dir("/proc").into_iter().flatten().flatten() {
        let Ok(process) = entry.file_name().to_string_lossy().parse::<u32>() else { continue };
        let Ok(stat) = fs::read_to_string(entry.path().join("stat")) else { continue };
        if let Some(stat) = Stat::read(&stat) {
            parents.insert(process, stat.parent);
        }
    }
    let is_below = |mut process: u32| {
        while process != root {
            match parents.get(&process) {
                Some(parent) if *parent != process => process = *parent,
                _ => return false,
            }
        }
        true
    };
    parents.keys().copied().filter(|process| is_below(*process)).collect()
}

/// The fields of `/proc/PID/stat` we need.
#[derive(Debug, PartialEq)]
struct Stat<'a> {
    name: &'a str,
    parent: u32,
    ticks: u64,
}

impl<'a> Stat<'a> {
    /// The name stands in parentheses and may hold anything, so the fields count from the last one.
    fn read(line: &'a str) -> Option<Self> {
        let (open, close) = (line.find('(')?, line.rfind(')')?);
        let fields: Vec<&str> = line[close + 1..].split_whitespace().collect();
        let number = |at: usize| fields.get(at)?.parse::<u64>().ok();
        let parent = u32::try_from(number(1)?).ok()?;
        Some(Self { name: &line[open + 1..close], parent, ticks: number(11)? + number(12)? })
    }
}

/// Bytes of a line of the kernel's; 0 where there is none.
fn proportional(rollup: &str, line: &str) -> u64 {
    let kibibytes = |rest: &str| rest.trim().strip_suffix("kB")?.trim().parse::<u64>().ok();
    rollup
        .lines()
        .find_map(|l| l.strip_prefix(line))
        .and_then(kibibytes)
        .map_or(0, |kibibytes| kibibytes * 1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_the_kernel_is_read() {
        let line = "42 (odd (name) S 1 42 42 0 -1 4194560 100 0 0 0 17 5 0 0 20 0 9 0 100 1 2";
        assert_eq!(Stat::read(line), Some(Stat { name: "odd (name", parent: 1, ticks: 22 }));
        assert_eq!(Stat::read("nonsense"), None);
    }

    #[test]
    fn memory_is_read_by_share() {
        let rollup = "55d-7ff ---p 0 00:00 0 [rollup]\nRss:  900 kB\nPss:   300 kB\nPss_Anon: 7 kB\n";
        assert_eq!(proportional(rollup, "Pss:"), 300 * 1024);
        assert_eq!(proportional(rollup, "Pss_Anon:"), 7 * 1024);
        assert_eq!(proportional(rollup, "Pss_Shmem:"), 0);
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn we_are_below_ourselves() {
        let me = std::process::id();
        assert!(below(me).contains(&me));
        assert!(entries(me, "task") > 0 && entries(me, "fd") > 2);
    }
}
