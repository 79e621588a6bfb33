//! Debian's kernel, unpacked, with the modules that vivid needs.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};

use crate::exec::Exec;

/// The package that always means the current kernel.
const CURRENT: &str = "linux-image-amd64";

/// An unpacked kernel.
pub(super) struct Kernel {
    pub(super) image: PathBuf,
    /// The folder that holds lib/modules.
    pub(super) root: PathBuf,
    pub(super) version: String,
    /// vivid and what it needs, from lib/modules/VERSION/.
    pub(super) modules: Vec<String>,
}

/// Unpacks the package, or the one that apt has downloaded before or downloads now.
pub(super) fn prepare(folder: &Path, package: Option<&Path>) -> Result<Kernel> {
    fs::create_dir_all(folder)?;
    let package = match package {
        Some(package) => package.canonicalize().with_context(|| package.display().to_string())?,
        None => downloaded(folder)?,
    };
    let root = folder.join("kernel").join(package.file_stem().unwrap_or_default());
    if !root.join("boot").is_dir() {
        fs::create_dir_all(&root)?;
        Exec::new("dpkg-deb").arg("-x").arg(&package).arg(&root).go()?;
    }
    let version = only(&root.join("lib/modules"), "")?;
    let depmod = if crate::exec::find("depmod").is_some() { "depmod" } else { "/usr/sbin/depmod" };
    Exec::new(depmod).arg("-b").arg(&root).arg(&version).go()?;
    let table = fs::read_to_string(root.join("lib/modules").join(&version).join("modules.dep"))?;
    let modules = needed(&table).context("this kernel has no vivid driver")?;
    let image = root.join("boot").join(only(&root.join("boot"), "vmlinuz-")?);
    Ok(Kernel { image, root, version, modules })
}

/// The kernel's package in our folder.
fn downloaded(folder: &Path) -> Result<PathBuf> {
    if let Ok(name) = only(folder, "linux-image-") {
        return Ok(folder.join(name));
    }
    let about = Exec::new("apt-cache").args(["depends", CURRENT]).quiet().read()?;
    let Some(package) = current(&about) else {
        bail!("apt knows no {CURRENT}; run apt-get update, or name a kernel package with --kernel");
    };
    Exec::new("apt-get").args(["download", package]).dir(folder).go()?;
    Ok(folder.join(only(folder, "linux-image-")?))
}

/// The package behind the name that moves.
fn current(about: &str) -> Option<&str> {
    about
        .lines()
        .filter_map(|line| line.trim().strip_prefix("Depends: "))
        .find(|p| p.starts_with("linux-image-"))
}

/// The name of the only entry that begins so.
fn only(folder: &Path, beginning: &str) -> Result<String> {
    let entries = fs::read_dir(folder).with_context(|| folder.display().to_string())?;
    let names = entries.flatten().map(|e| e.file_name().to_string_lossy().into_owned());
    let mut names: Vec<_> = names.filter(|name| name.starts_with(beginning)).collect();
    names.sort();
    names.pop().with_context(|| format!("nothing in {} begins with \"{beginning}\"", folder.display()))
}

/// vivid's line in modules.dep: itself and what it needs.
fn needed(table: &str) -> Option<Vec<String>> {
    let (itself, needs) = table
        .lines()
        .filter_map(|line| line.split_once(':'))
        .find(|(module, _)| module.rsplit('/').next().is_some_and(|file| file.starts_with("vivid.ko")))?;
    Some(std::iter::once(itself).chain(needs.split_whitespace()).map(str::to_owned).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_driver_and_what_it_needs_are_found() {
        let table =
            "kernel/a/vivid-other.ko: kernel/x.ko\nkernel/b/vivid.ko.xz: kernel/tpg.ko.xz kernel/mc.ko.xz\n";
        assert_eq!(needed(table).unwrap(), ["kernel/b/vivid.ko.xz", "kernel/tpg.ko.xz", "kernel/mc.ko.xz"]);
        assert!(needed("kernel/a/uvc.ko:\n").is_none());
    }

    #[test]
    fn the_current_kernel_is_what_the_moving_name_needs() {
        let about = "linux-image-amd64\n  Depends: linux-image-6.1.0-56-amd64\n  Conflicts: x\n";
        assert_eq!(current(about), Some("linux-image-6.1.0-56-amd64"));
    }
}
