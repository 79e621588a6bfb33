//! Packages of the command line tool for Debian and Fedora and their like. They hold the program, its pages and its
//! completions; models and library are the app's, whose package of the same version they need.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::Result;

use super::{fresh, manual, put, put_as};
use crate::{exec::Exec, notices, repo};

const VERSION: &str = env!("CARGO_PKG_VERSION");
/// Where the app's package puts its models and its library.
const HOME: &str = "usr/lib/Attune";
/// What both kinds of packages say of it.
const ABOUT: &str = "Music that fits how you are, on the command line";

/// Makes the package for Debian and its like.
pub(super) fn deb(program: &Path, folder: &Path) -> Result<PathBuf> {
    let root = repo::scratch().join("tool-deb");
    stage(program, &root, "usr/share/zsh/vendor-completions")?;
    let machine = debians_name(env::consts::ARCH);
    fs::create_dir_all(root.join("DEBIAN"))?;
    fs::write(root.join("DEBIAN/control"), control(machine))?;
    fs::create_dir_all(folder)?;
    let package = folder.join(format!("attune-cli_{VERSION}_{machine}.deb"));
    Exec::new("dpkg-deb").args(["--root-owner-group", "-Zxz", "--build"]).arg(&root).arg(&package).go()?;
    Ok(package)
}

/// Makes the package for Fedora and its like.
pub(super) fn rpm(program: &Path, folder: &Path) -> Result<PathBuf> {
    let (root, work) = (repo::scratch().join("tool-rpm"), repo::scratch().join("tool-rpmbuild"));
    stage(program, &root, "usr/share/zsh/site-functions")?;
    fresh(&work)?;
    let spec = work.join("attune-cli.spec");
    fs::write(&spec, description(&root)?)?;
    let top = format!("_topdir {}", work.display());
    Exec::new("rpmbuild").args(["-bb", "--quiet", "--define", &top]).arg(&spec).go()?;
    let name = format!("attune-cli-{VERSION}-1.{}.rpm", env::consts::ARCH);
    put(&work.join("RPMS").join(env::consts::ARCH).join(name), folder)
}

/// Lays the files out below `root` as they are below `/`.
fn stage(program: &Path, root: &Path, zsh: &str) -> Result<()> {
    fresh(root)?;
    put(program, &root.join(HOME))?;
    link("../lib/Attune/attune-cli", &root.join("usr/bin/attune-cli"))?;
    // The program looks in the folder of its target; the app keeps the library one folder above.
    let runtime = root.join(HOME).join("runtime").join(format!("{}-unknown-linux-gnu", env::consts::ARCH));
    link("../libonnxruntime.so", &runtime.join("libonnxruntime.so"))?;
    let made = root.with_extension("manual");
    fresh(&made)?;
    manual(program, &made)?;
    for entry in fs::read_dir(made.join("man"))? {
        let page = put(&entry?.path(), &root.join("usr/share/man/man1"))?;
        Exec::new("gzip").arg("-9n").arg(page).quiet().go()?;
    }
    for (from, to) in [
        ("attune-cli.bash", "usr/share/bash-completion/completions/attune-cli".to_owned()),
        ("attune-cli.fish", "usr/share/fish/vendor_completions.d/attune-cli.fish".to_owned()),
        ("_attune-cli", format!("{zsh}/_attune-cli")),
    ] {
        put_as(&made.join("completions").join(from), &root.join(to))?;
    }
    let papers = root.join("usr/share/doc/attune-cli");
    for licence in ["LICENSE-MIT", "LICENSE-APACHE"] {
        put(&repo::root().join(licence), &papers)?;
    }
    put(&notices::write(&notices::host()?)?, &papers)?;
    Ok(())
}

#[cfg(unix)]
fn link(to: &str, at: &Path) -> Result<()> {
    fs::create_dir_all(at.parent().unwrap_or(at))?;
    Ok(std::os::unix::fs::symlink(to, at)?)
}

#[cfg(not(unix))]
fn link(_: &str, at: &Path) -> Result<()> {
    anyhow::bail!("{} cannot be a link on this system", at.display())
}

/// Debian's name for a kind of machine.
fn debians_name(machine: &str) -> &str {
    match machine {
        "x86_64" => "amd64",
        "aarch64" => "arm64",
        other => other,
    }
}

/// What Debian's package says of itself.
fn control(machine: &str) -> String {
    format!(
        "Package: attune-cli\nVersion: {VERSION}\nArchitecture: {machine}\nSection: sound\nPriority: optional\n\
         Maintainer: The Attune authors\nDepends: attune (= {VERSION}), libc6, libasound2 | libasound2t64, libdbus-1-3\n\
         Homepage: https://github.com/attune-app/attune\nDescription: {ABOUT}\n"
    )
}

/// What the other one is made from: everything below `root`, as it is.
fn description(root: &Path) -> Result<String> {
    let mut files = Vec::new();
    list(root, root, &mut files)?;
    files.sort();
    Ok(format!(
        "%define __os_install_post %{{nil}}\n%define debug_package %{{nil}}\nName: attune-cli\nVersion: {VERSION}\n\
         Release: 1\nSummary: {ABOUT}\nLicense: MIT OR Apache-2.0\nURL: https://github.com/attune-app/attune\n\
         Requires: attune = {VERSION}\n%description\n{ABOUT}\n%install\ncp -a {}/. %{{buildroot}}\n%files\n{}\n",
        root.display(),
        files.join("\n")
    ))
}

fn list(folder: &Path, root: &Path, files: &mut Vec<String>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            list(&entry.path(), root, files)?;
        } else {
            files.push(format!("/{}", entry.path().strip_prefix(root)?.display()));
        }
    }
    Ok(())
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;
    use crate::{exec::find, tool::tests::program};

    /// What every package holds.
    const PARTS: [&str; 8] = [
        "/usr/bin/attune-cli",
        "/usr/lib/Attune/attune-cli",
        "/usr/lib/Attune/runtime/",
        "/usr/share/man/man1/attune-cli.1.gz",
        "/usr/share/bash-completion/completions/attune-cli",
        "/usr/share/fish/vendor_completions.d/attune-cli.fish",
        "/_attune-cli",
        "/usr/share/doc/attune-cli/third-party.txt",
    ];

    fn holds_all(listing: &str) {
        let absent: Vec<_> = PARTS.into_iter().filter(|part| !listing.contains(part)).collect();
        assert!(absent.is_empty(), "{absent:?} in {listing}");
    }

    #[test]
    fn the_package_for_debian_holds_program_pages_and_completions() {
        if find("dpkg-deb").is_none() {
            return println!("skipped: there is no dpkg-deb here");
        }
        let dir = tempfile::tempdir().unwrap();
        let package = deb(&program(dir.path()), &dir.path().join("out")).unwrap();
        let ask = |what: &str| Exec::new("dpkg-deb").arg(what).arg(&package).quiet().read().unwrap();
        holds_all(&ask("--contents"));
        assert!(ask("--info").contains(&format!("Depends: attune (= {VERSION})")));
    }

    #[test]
    fn the_package_for_fedora_holds_program_pages_and_completions() {
        if find("rpmbuild").is_none() {
            return println!("skipped: there is no rpmbuild here");
        }
        let dir = tempfile::tempdir().unwrap();
        let package = rpm(&program(dir.path()), &dir.path().join("out")).unwrap();
        let ask = |what: &str| {
            let asked = Exec::new("rpm").args(["--query", what, "--package"]).arg(&package);
            asked.quiet().read().unwrap()
        };
        holds_all(&ask("--list"));
        assert!(ask("--requires").contains(&format!("attune = {VERSION}")));
    }
}
