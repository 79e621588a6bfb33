//! `cargo xtask camera-vm`: real V4L2 pictures without a camera.
//!
//! A small virtual machine boots Debian's kernel with its vivid driver (a camera made of software) and runs two
//! programs in it: the camera tests of attune-vision and a session on a real camera. Nothing is installed: the kernel
//! is unpacked under target/, the machine has no disk and no network.

mod kernel;
mod machine;
mod programs;

use std::{path::PathBuf, time::Duration};

use anyhow::{Result, bail};

use crate::{exec, repo};

/// What must be there, and Debian's package for it.
const TOOLS: [(&str, &str); 5] = [
    ("qemu-system-x86_64", "qemu-system-x86"),
    ("busybox", "busybox-static"),
    ("cpio", "cpio"),
    ("depmod", "kmod"),
    ("dpkg-deb", "dpkg"),
];

#[derive(clap::Args)]
pub(crate) struct Options {
    /// A kernel package of Debian (linux-image-….deb); otherwise apt downloads the current one, once
    #[arg(long, value_name = "FILE")]
    kernel: Option<PathBuf>,
    /// Test programs that are built already; otherwise the two are built
    #[arg(long = "program", value_name = "FILE")]
    programs: Vec<PathBuf>,
    /// Minutes after which the machine is stopped
    #[arg(long, default_value_t = 10)]
    minutes: u64,
}

/// Builds, boots and reads what came out. Fails if a test failed or did not run.
pub(crate) fn run(options: &Options) -> Result<()> {
    require_tools()?;
    let folder = repo::scratch().join("camera-vm");
    let kernel = kernel::prepare(&folder, options.kernel.as_deref())?;
    let programs = if options.programs.is_empty() { programs::build()? } else { options.programs.clone() };
    machine::pack(&folder, &kernel, &programs)?;
    let log = machine::boot(&folder, &kernel, Duration::from_secs(options.minutes * 60))?;
    judge(&log, programs.len())
}

fn require_tools() -> Result<()> {
    // depmod lies where only root looks.
    let there = |tool: &str| exec::find(tool).is_some() || PathBuf::from("/usr/sbin").join(tool).is_file();
    let missing: Vec<_> =
        TOOLS.iter().filter(|(tool, _)| !there(tool)).map(|(_, package)| *package).collect();
    if !cfg!(all(target_os = "linux", target_arch = "x86_64")) {
        bail!("this lane needs Linux on x86-64");
    }
    if !missing.is_empty() {
        bail!(
            "the small machine needs:\n  sudo apt-get install -y --no-install-recommends {}",
            missing.join(" ")
        );
    }
    Ok(())
}

/// Every program must have ended well and have run at least one test.
fn judge(log: &[String], programs: usize) -> Result<()> {
    let ended: Vec<_> = log.iter().filter_map(|line| line.strip_prefix("camera-vm: ended ")).collect();
    let well = ended.iter().filter(|code| **code == "0").count();
    let passed: u32 = log.iter().filter_map(|line| passed(line)).sum();
    let skipped = log.iter().filter(|line| line.contains("skipped: ")).count();
    if well != programs || passed == 0 || skipped > 0 {
        bail!("{well} of {programs} programs ended well; {passed} tests passed, {skipped} were skipped");
    }
    println!("{passed} tests passed on real V4L2 pictures");
    Ok(())
}

/// The tests counted in a line such as `test result: ok. 7 passed; 0 failed; …`.
fn passed(line: &str) -> Option<u32> {
    line.strip_prefix("test result: ok. ")?.split(' ').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::judge;

    fn log(lines: &[&str]) -> Vec<String> {
        lines.iter().map(|&line| line.to_owned()).collect()
    }

    #[test]
    fn only_a_whole_run_without_skips_is_a_pass() {
        let ran = "test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out";
        let good = [ran, "camera-vm: ended 0", ran, "camera-vm: ended 0"];
        assert!(judge(&log(&good), 2).is_ok());
        assert!(judge(&log(&good[..3]), 2).is_err(), "broke off");
        assert!(judge(&log(&["camera-vm: ended 0"]), 1).is_err(), "ran nothing");
        assert!(judge(&log(&[ran, "camera-vm: ended 101"]), 1).is_err());
        assert!(judge(&log(&["skipped: no camera", ran, "camera-vm: ended 0"]), 1).is_err());
    }
}
