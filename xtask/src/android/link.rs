//! Whether the library for phones links, and whether Java and Android find in it what they look for, on a machine without
//! the NDK: it is linked against stubs that have the names of Android's public libraries and nothing else. That proves
//! names, not that the library runs: C was compiled against other headers, and the stubs do nothing.

use std::{
    collections::BTreeSet,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;

use crate::{
    exec::{Exec, find},
    repo,
    setup::android::{self, TARGET},
    ui,
};

/// What may be left to other libraries, all of it there since the oldest Android that the app runs on.
const SYMBOLS: &str = include_str!("symbols.txt");
/// Parts of the NDK that become part of the library itself.
const STATIC: [&str; 1] = ["unwind"];
/// Without optimisation, which takes most of the time and changes no name.
const PROFILE: [&str; 5] = [
    "profile.link.inherits='release'",
    "profile.link.opt-level=0",
    "profile.link.lto=false",
    "profile.link.codegen-units=16",
    "profile.link.strip=false",
];
/// How the app's classes are called that Tauri and wry make from templates.
const PACKAGE: &str = "app.attune.player";
/// Where the packages that have Kotlin keep it.
const KOTLIN: [&str; 3] = ["src/android/kotlin", "mobile/android/src/main", "android/src/main"];

/// What is missing for the check.
pub(super) fn missing() -> Option<String> {
    let tools = ["clang", "readelf"].into_iter().find(|tool| find(tool).is_none());
    tools.map(|tool| format!("there is no {tool}")).or_else(android::missing)
}

/// Links the library, and fails with what it lacks.
pub(super) fn check() -> Result<()> {
    ui::build()?;
    let library = link(&stubs()?)?;
    let read = |what: &str| Exec::new("readelf").args(["--wide", what]).arg(&library).quiet().read();
    let exported = exported(&read("--dyn-syms")?);
    let wanted = java_names()?;
    let absent: Vec<_> = wanted.difference(&exported).map(String::as_str).collect();
    ensure!(absent.is_empty(), "Kotlin calls what the library does not export:\n  {}", absent.join("\n  "));
    let needed = needed(&read("--dynamic")?);
    let known: Vec<_> = libraries().into_iter().map(|(name, _)| format!("lib{name}.so")).collect();
    let strange: Vec<_> = needed.into_iter().filter(|name| !known.contains(name)).collect();
    ensure!(strange.is_empty(), "it asks for libraries that are not Android's: {}", strange.join(", "));
    for name in &wanted {
        println!("  {name}");
    }
    println!("{}: {} functions for Java, nothing undefined", repo::shown(&library), wanted.len());
    Ok(())
}

/// The libraries of [`SYMBOLS`] with the names in them: a line that ends with a colon begins a library.
fn libraries() -> Vec<(&'static str, Vec<&'static str>)> {
    let mut all: Vec<(&str, Vec<&str>)> = Vec::new();
    for line in SYMBOLS.lines().filter(|line| !line.starts_with('#')) {
        if let Some(name) = line.strip_suffix(':') {
            all.push((name, Vec::new()));
        } else if let Some((_, names)) = all.last_mut() {
            names.extend(line.split_whitespace());
        }
    }
    all
}

/// Makes a library of each of [`libraries`], and gives the folder.
fn stubs() -> Result<PathBuf> {
    let folder = repo::scratch().join("android-stubs");
    fs::create_dir_all(&folder)?;
    for (name, symbols) in libraries() {
        let (source, object) = (folder.join(format!("{name}.s")), folder.join(format!("{name}.o")));
        fs::write(&source, assembly(&symbols))?;
        Exec::new("clang")
            .args(["--target=aarch64-linux-gnu", "-c", "-o"])
            .arg(&object)
            .arg(&source)
            .quiet()
            .go()?;
        if STATIC.contains(&name) {
            let archive = folder.join(format!("lib{name}.a"));
            Exec::new("ar").arg("rcs").arg(archive).arg(object).quiet().go()?;
        } else {
            let file = format!("lib{name}.so");
            let linker = Exec::new(linker()?).args(["-flavor", "gnu", "-shared", "-soname", &file, "-o"]);
            linker.arg(folder.join(&file)).arg(object).quiet().go()?;
        }
    }
    Ok(folder)
}

/// Functions of these names that do nothing.
fn assembly(symbols: &[&str]) -> String {
    symbols.iter().fold(String::from(".text\n"), |mut text, name| {
        let _ = writeln!(text, ".globl {name}\n.type {name}, %function\n{name}:\n  ret");
        text
    })
}

/// The linker that comes with Rust.
fn linker() -> Result<PathBuf> {
    let root = Exec::new("rustc").args(["--print", "sysroot"]).dir(&repo::root()).quiet().read()?;
    let about = Exec::new("rustc").arg("-vV").dir(&repo::root()).quiet().read()?;
    let host = about.lines().find_map(|line| line.strip_prefix("host: ")).context("rustc names no host")?;
    let linker = Path::new(root.trim()).join("lib/rustlib").join(host).join("bin/rust-lld");
    ensure!(linker.is_file(), "Rust came without its linker, {}", linker.display());
    Ok(linker)
}

/// Writes the linker that cargo is given: Rust's own, with the stubs to look in and nothing left undefined. A dependency that
/// links a library of its own needs it, too, so that arguments for the last link would not do.
fn script(stubs: &Path) -> Result<PathBuf> {
    // Rust tells from the name how to speak to it.
    let file = stubs.join("ld.lld");
    let (linker, stubs) = (linker()?, stubs.display());
    let text = format!(
        "#!/bin/sh\nexec '{}' -flavor gnu -L '{stubs}' --no-undefined --error-limit=0 \"$@\"\n",
        linker.display()
    );
    fs::write(&file, text)?;
    Exec::new("chmod").arg("+x").arg(&file).quiet().go()?;
    Ok(file)
}

/// Builds the library with nothing undefined but what is in the stubs.
fn link(stubs: &Path) -> Result<PathBuf> {
    let mut cargo = android::cargo().env("CARGO_TARGET_AARCH64_LINUX_ANDROID_LINKER", script(stubs)?);
    cargo = cargo.args(["rustc", "--profile", "link"]);
    for setting in PROFILE {
        cargo = cargo.args(["--config", setting]);
    }
    cargo = cargo.args(["--package", "attune", "--lib", "--crate-type", "cdylib", "--locked"]);
    cargo.args(["--features", "custom-protocol", "--target", TARGET]).go()?;
    Ok(repo::target().join(TARGET).join("link/libattune_lib.so"))
}

/// The names of functions for Java that a table of symbols defines.
fn exported(table: &str) -> BTreeSet<String> {
    let rows = table.lines().map(|line| line.split_whitespace().collect::<Vec<_>>());
    let defined = rows.filter_map(|row| match row[..] {
        [_, _, _, "FUNC", "GLOBAL", _, section, name] if section != "UND" => Some(name.to_owned()),
        _ => None,
    });
    defined.filter(|name| name.starts_with("Java_")).collect()
}

/// The libraries that a dynamic section asks for.
fn needed(section: &str) -> Vec<String> {
    let lines = section.lines().filter(|line| line.contains("(NEEDED)"));
    lines.filter_map(|line| Some(line.split_once('[')?.1.split_once(']')?.0.to_owned())).collect()
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    manifest_path: PathBuf,
}

/// The names that Java looks for: of each function that Kotlin, ours or a dependency's, leaves to the library.
fn java_names() -> Result<BTreeSet<String>> {
    let how = ["metadata", "--quiet", "--format-version", "1", "--locked", "--filter-platform", TARGET];
    let metadata: Metadata = serde_json::from_str(&Exec::cargo().args(how).quiet().read()?)?;
    let mut folders = vec![repo::root().join("gen/android/app/src/main/java")];
    for Package { name, manifest_path } in metadata.packages {
        if name == "wry" || name.starts_with("tauri") {
            let home = manifest_path.parent().map(Path::to_path_buf).unwrap_or_default();
            folders.extend(KOTLIN.iter().map(|place| home.join(place)).filter(|folder| folder.is_dir()));
        }
    }
    let mut names = BTreeSet::new();
    for folder in folders {
        collect(&folder, &mut names)?;
    }
    if names.is_empty() {
        bail!("no Kotlin was found that leaves a function to the library");
    }
    Ok(names)
}

fn collect(folder: &Path, names: &mut BTreeSet<String>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, names)?;
        } else if path.extension().is_some_and(|kind| kind == "kt") {
            names.extend(external(&fs::read_to_string(&path)?));
        }
    }
    Ok(())
}

/// The library's names for the functions that a file of Kotlin declares `external`
/// ([JNI specification](https://docs.oracle.com/en/java/javase/21/docs/specs/jni/design.html), resolving native method names).
fn external(kotlin: &str) -> Vec<String> {
    let (mut package, mut class, mut names) = ("", "", Vec::new());
    for line in kotlin.lines() {
        if let Some(name) = line.strip_prefix("package ") {
            package = if name.starts_with("{{") { PACKAGE } else { name.trim_end_matches(';').trim() };
        }
        class = declared(line).unwrap_or(class);
        if let Some((_, rest)) = line.split_once("external fun ") {
            let name = rest.split('(').next().unwrap_or_default();
            names.push(format!("Java_{}_{}_{}", escaped(package), escaped(class), escaped(name)));
        }
    }
    names
}

/// The class or object of its own that a line begins to declare.
fn declared(line: &str) -> Option<&str> {
    let words = line.split("class ").nth(1).or_else(|| line.strip_prefix("object "));
    let name = words.filter(|_| !line.starts_with(' '))?;
    name.split(|c: char| !c.is_alphanumeric() && c != '_').next().filter(|name| !name.is_empty())
}

/// A name as a part of the library's: its own underscores are told from those between parts.
fn escaped(name: &str) -> String {
    name.replace('_', "_1").replace('.', "_")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_kotlin_leaves_to_the_library_has_javas_name() {
        let template =
            "package {{package}}\n\nobject Rust {\n    @JvmStatic external fun onCreate(activity: X)\n}\n";
        assert_eq!(external(template), ["Java_app_attune_player_Rust_onCreate"]);
        let other = "package a.b_c\n\n@Y\nopen class Two(private val x: Int) : Z() {\n  companion object {\n  }\n  \
                     private external fun to_do(id: Int): Int\n  fun here() {}\n}\n";
        assert_eq!(external(other), ["Java_a_b_1c_Two_to_1do"]);
    }

    #[test]
    fn only_what_is_defined_is_exported() {
        let table = "   Num:    Value          Size Type    Bind   Vis      Ndx Name\n     \
            7: 0000000000000000     0 FUNC    GLOBAL DEFAULT  UND Java_a_B_absent\n     \
            8: 00000000000a1000    40 FUNC    GLOBAL DEFAULT   12 Java_a_B_there\n     \
            9: 00000000000a1000    40 FUNC    GLOBAL DEFAULT   12 main\n";
        assert_eq!(exported(table).into_iter().collect::<Vec<_>>(), ["Java_a_B_there"]);
    }

    #[test]
    fn libraries_that_are_asked_for_are_named() {
        let section = " 0x0000000000000001 (NEEDED)             Shared library: [libc.so]\n \
            0x000000000000000e (SONAME)             Library soname: [libattune_lib.so]\n";
        assert_eq!(needed(section), ["libc.so"]);
    }

    #[test]
    fn every_library_has_symbols_and_none_stands_twice() {
        let all = libraries();
        assert!(all.iter().any(|(name, _)| *name == "c"));
        let names: Vec<_> = all.iter().flat_map(|(_, names)| names).collect();
        let different: BTreeSet<_> = names.iter().collect();
        assert_eq!(names.len(), different.len());
        assert!(assembly(&["open"]).contains(".globl open\n"));
    }
    #[test]
    fn a_name_that_no_library_of_androids_has_is_refused() {
        if let Some(why) = missing() {
            return println!("skipped: {why}");
        }
        let (stubs, dir) = (stubs().unwrap(), tempfile::tempdir().unwrap());
        let linker = script(&stubs).unwrap();
        let links = |called: &str| {
            let (source, object) = (dir.path().join("a.s"), dir.path().join("a.o"));
            fs::write(&source, format!(".globl f\nf:\n  bl {called}\n")).unwrap();
            let clang = Exec::new("clang").args(["--target=aarch64-linux-gnu", "-c", "-o"]).arg(&object);
            clang.arg(&source).quiet().go().unwrap();
            let library = Exec::new(&linker).args(["-shared", "-o"]).arg(dir.path().join("a.so"));
            library.arg(object).args(["-lc", "-lunwind"]).quiet().succeeds()
        };
        assert!(links("malloc") && links("_Unwind_Resume"));
        assert!(!links("__fprintf_chk"));
    }
}
