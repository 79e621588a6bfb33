//! The machine's memory disk, and its one run.

use std::{
    fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    time::Duration,
};

use anyhow::{Context, Result, bail};

use super::kernel::Kernel;
use crate::exec::{self, Exec};

/// Boots, loads the driver with two cameras, runs every program, and switches itself off.
const INIT: &str = r#"#!/bin/busybox sh
/bin/busybox mkdir -p /proc /sys /dev /tmp /sbin /usr/bin /usr/sbin
/bin/busybox --install -s /bin
mount -t proc proc /proc; mount -t sysfs sys /sys; mount -t devtmpfs dev /dev
export ATTUNE_CAMERA_TESTS=1 RUST_BACKTRACE=0
modprobe vivid n_devs=2 node_types=0x1,0x1
echo "camera-vm: kernel $(uname -r), $(ls /dev/video* | tr '\n' ' ')"
for program in /programs/*; do
  echo "camera-vm: runs $program"
  $program --nocapture --test-threads=1 2>&1
  echo "camera-vm: ended $?"
done
poweroff -f
"#;

/// Writes the memory disk.
pub(super) fn pack(folder: &Path, kernel: &Kernel, programs: &[PathBuf]) -> Result<()> {
    let disk = folder.join("disk");
    if disk.exists() {
        fs::remove_dir_all(&disk)?;
    }
    let busybox = exec::find("busybox").context("busybox")?;
    put(&busybox, &disk.join("bin/busybox"))?;
    fs::write(disk.join("init"), INIT)?;
    fs::set_permissions(disk.join("init"), fs::Permissions::from_mode(0o755))?;
    let modules = Path::new("lib/modules").join(&kernel.version);
    for module in kernel.modules.iter().map(String::as_str).chain(["modules.dep"]) {
        put(&kernel.root.join(&modules).join(module), &disk.join(&modules).join(module))?;
    }
    for (number, program) in programs.iter().enumerate() {
        put(program, &disk.join(format!("programs/{number}")))?;
        for library in libraries(program)? {
            put(&library, &disk.join(library.strip_prefix("/").unwrap_or(&library)))?;
        }
    }
    let archive = "find . | cpio --quiet -o -H newc | gzip -1 > ../disk.gz";
    Exec::new("sh").args(["-c", archive]).dir(&disk).go()
}

fn put(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to.parent().unwrap_or(to))?;
    fs::copy(from, to).with_context(|| format!("cannot copy {}", from.display()))?;
    Ok(())
}

/// The shared libraries of a program, where they are here.
fn libraries(program: &Path) -> Result<Vec<PathBuf>> {
    let listing = Exec::new("ldd").arg(program).quiet().read()?;
    if listing.contains("not found") {
        bail!("a library of {} is missing:\n{listing}", program.display());
    }
    Ok(paths(&listing))
}

/// Every word of the listing that is a path.
fn paths(listing: &str) -> Vec<PathBuf> {
    listing.split_whitespace().filter(|word| word.starts_with('/')).map(PathBuf::from).collect()
}

/// Boots it and gives the lines that it wrote. Always emulated: virtualisation inside of a virtual machine is not to be
/// relied on, and a minute is no matter.
pub(super) fn boot(folder: &Path, kernel: &Kernel, limit: Duration) -> Result<Vec<String>> {
    let qemu = Exec::new("timeout").arg(limit.as_secs().to_string()).arg("qemu-system-x86_64");
    let qemu = qemu.args(["-accel", "tcg,thread=multi", "-cpu", "max", "-smp", "2", "-m", "1024"]);
    let qemu = qemu.arg("-kernel").arg(&kernel.image).arg("-initrd").arg(folder.join("disk.gz"));
    let qemu = qemu.args(["-append", "console=ttyS0 quiet panic=-1 edd=off tsc=unstable"]);
    let mut log = Vec::new();
    // The console ends its lines as typewriters do, and may leave control characters before the first.
    let mut note = |line: &str| log.push(line.trim_end().to_owned());
    let ended = qemu.args(["-nographic", "-no-reboot", "-nic", "none"]).watch(&mut note)?;
    fs::write(folder.join("log.txt"), log.join("\n") + "\n")?;
    if !ended {
        bail!("the machine did not end within {} minutes", limit.as_secs() / 60);
    }
    Ok(log)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn libraries_are_the_paths_in_the_listing() {
        let listing =
            "\tlinux-vdso.so.1 (0x7ffd)\n\tlibc.so.6 => /lib/x/libc.so.6 (0x7f)\n\t/lib64/ld.so.2 (0x7f)\n";
        assert_eq!(paths(listing), [PathBuf::from("/lib/x/libc.so.6"), PathBuf::from("/lib64/ld.so.2")]);
    }
}
