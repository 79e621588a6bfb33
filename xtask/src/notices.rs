//! What the programs contain of others' work: names, licences and their texts, for the packages to install.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::{exec::Exec, repo};

/// The packages whose dependencies end up in the programs.
const PROGRAMS: [&str; 2] = ["attune", "attune-cli"];
/// What the bundler puts into the interface.
const INLINED: [&str; 14] = [
    "@floating-ui/core",
    "@floating-ui/dom",
    "@floating-ui/utils",
    "@fontsource-variable/inter",
    "@tauri-apps/api",
    "bits-ui",
    "clsx",
    "esm-env",
    "inline-style-parser",
    "runed",
    "style-to-object",
    "svelte",
    "svelte-toolbelt",
    "tabbable",
];
/// How files begin that hold terms.
const TERMS: [&str; 6] = ["license", "licence", "copying", "notice", "unlicense", "copyright"];
/// A text of terms is shorter than this, in bytes.
const LONGEST: u64 = 200_000;

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
    resolve: Resolve,
}

#[derive(Deserialize)]
struct Package {
    id: String,
    name: String,
    version: String,
    license: Option<String>,
    repository: Option<String>,
    manifest_path: PathBuf,
    /// None for what is ours.
    source: Option<String>,
}

#[derive(Deserialize)]
struct Resolve {
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
    deps: Vec<Edge>,
}

#[derive(Deserialize)]
struct Edge {
    pkg: String,
    dep_kinds: Vec<Kind>,
}

#[derive(Deserialize)]
struct Kind {
    /// Nothing, `dev` or `build`.
    kind: Option<String>,
}

#[derive(Deserialize)]
struct NpmPackage {
    version: String,
    /// None where only the text says it.
    license: Option<String>,
}

/// One work of others.
pub(crate) struct Work {
    /// Where it comes from, as package addresses call that: `cargo` or `npm`.
    pub(crate) registry: &'static str,
    pub(crate) name: String,
    pub(crate) version: String,
    /// None where only its text says it.
    pub(crate) licence: Option<String>,
    place: Option<String>,
    folder: PathBuf,
}

impl Work {
    fn title(&self) -> String {
        let licence = self.licence.as_deref().unwrap_or("see its text");
        let place = self.place.as_deref().map_or_else(String::new, |place| format!("  {place}"));
        format!("{} {}  {licence}{place}", self.name, self.version)
    }
}

/// Rust's name for the system this runs on.
pub(crate) fn host() -> Result<String> {
    let version = Exec::new("rustc").arg("-vV").quiet().read()?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: ")).context("rustc names no host")?;
    Ok(host.to_owned())
}

/// What the programs contain on a system of Rust's name for it, by name.
pub(crate) fn works(system: &str) -> Result<Vec<Work>> {
    let how = ["metadata", "--quiet", "--format-version", "1", "--locked", "--filter-platform", system];
    let metadata: Metadata =
        serde_json::from_str(&Exec::cargo().args(how).read()?).context("reading what cargo metadata says")?;
    let mut works = crates(&metadata);
    for name in INLINED {
        works.push(npm(name)?);
    }
    Ok(works)
}

/// Writes the notices for a system of Rust's name for it and gives the file.
pub(crate) fn write(system: &str) -> Result<PathBuf> {
    let file = repo::scratch().join("third-party.txt");
    fs::create_dir_all(repo::scratch())?;
    fs::write(&file, page(&works(system)?)?).with_context(|| repo::shown(&file))?;
    Ok(file)
}

/// All crates that are linked into a program, by name.
fn crates(metadata: &Metadata) -> Vec<Work> {
    let inside = linked(metadata);
    let mut found: Vec<&Package> =
        metadata.packages.iter().filter(|p| p.source.is_some() && inside.contains(p.id.as_str())).collect();
    found.sort_by(|a, b| (&a.name, &a.version).cmp(&(&b.name, &b.version)));
    let work = |package: &Package| Work {
        registry: "cargo",
        name: package.name.clone(),
        version: package.version.clone(),
        licence: package.license.clone(),
        place: package.repository.clone(),
        folder: package.manifest_path.parent().unwrap_or(Path::new("")).to_owned(),
    };
    found.into_iter().map(work).collect()
}

/// The ids of the packages reached from the program without passing a test's or a build script's dependency.
fn linked(metadata: &Metadata) -> BTreeSet<&str> {
    let edges: BTreeMap<&str, &[Edge]> =
        metadata.resolve.nodes.iter().map(|n| (n.id.as_str(), n.deps.as_slice())).collect();
    let start =
        metadata.packages.iter().filter(|p| PROGRAMS.contains(&p.name.as_str()) && p.source.is_none());
    let mut waiting: Vec<&str> = start.map(|p| p.id.as_str()).collect();
    let mut seen = BTreeSet::new();
    while let Some(id) = waiting.pop() {
        if seen.insert(id) {
            let deps = edges.get(id).into_iter().flat_map(|deps| deps.iter());
            let normal = deps.filter(|d| d.dep_kinds.iter().any(|k| k.kind.is_none()));
            waiting.extend(normal.map(|d| d.pkg.as_str()));
        }
    }
    seen
}

fn npm(name: &str) -> Result<Work> {
    let folder = repo::ui().join("node_modules").join(name);
    let text =
        fs::read_to_string(folder.join("package.json")).with_context(|| format!("looking at {name}"))?;
    let package: NpmPackage = serde_json::from_str(&text).with_context(|| format!("reading {name}"))?;
    let NpmPackage { version, license: licence } = package;
    Ok(Work { registry: "npm", name: name.to_owned(), version, licence, place: None, folder })
}

/// The list of works, then each text once with the works it belongs to.
fn page(works: &[Work]) -> Result<String> {
    let mut texts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut page = format!("Attune contains {} works of others:\n\n", works.len());
    for work in works {
        writeln!(page, "{}", work.title())?;
        for text in terms(&work.folder)? {
            texts.entry(text).or_default().push(format!("{} {}", work.name, work.version));
        }
    }
    let mut parts: Vec<_> = texts.into_iter().collect();
    parts.sort_by(|a, b| a.1.cmp(&b.1));
    for (text, of) in parts {
        write!(page, "\n{}\n{}\n\n{text}\n", "-".repeat(80), of.join(", "))?;
    }
    Ok(page)
}

/// The texts of the files with terms in a folder.
fn terms(folder: &Path) -> Result<BTreeSet<String>> {
    let mut texts = BTreeSet::new();
    for entry in fs::read_dir(folder).with_context(|| format!("looking into {}", folder.display()))? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().to_lowercase();
        let about = entry.metadata()?;
        if about.is_file() && about.len() < LONGEST && TERMS.iter().any(|start| name.starts_with(start)) {
            let text = String::from_utf8_lossy(&fs::read(entry.path())?).replace("\r\n", "\n");
            texts.insert(text.trim().to_owned());
        }
    }
    Ok(texts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_linked_counts() {
        let package = |name: &str, ours: bool| {
            let source = if ours { "null" } else { "\"registry\"" };
            format!(
                r#"{{"id": "{name}", "name": "{name}", "version": "1.0.0", "license": "MIT", "repository": null,
                    "manifest_path": "/crates/{name}/Cargo.toml", "source": {source}}}"#
            )
        };
        let dep =
            |name: &str, kind: &str| format!(r#"{{"pkg": "{name}", "dep_kinds": [{{"kind": {kind}}}]}}"#);
        let node =
            |name: &str, deps: &[String]| format!(r#"{{"id": "{name}", "deps": [{}]}}"#, deps.join(","));
        let packages = [
            ("attune", true),
            ("attune-cli", true),
            ("core", true),
            ("used", false),
            ("deep", false),
            ("tool", false),
            ("words", false),
        ];
        let packages: Vec<_> = packages.iter().map(|(name, ours)| package(name, *ours)).collect();
        let nodes = [
            node("attune", &[dep("core", "null"), dep("tool", "\"build\"")]),
            node("attune-cli", &[dep("core", "null"), dep("words", "null")]),
            node("core", &[dep("used", "null"), dep("tool", "\"dev\"")]),
            node("used", &[dep("deep", "null"), dep("used", "null")]),
            node("deep", &[]),
            node("tool", &[]),
            node("words", &[]),
        ];
        let text = format!(
            r#"{{"packages": [{}], "resolve": {{"nodes": [{}]}}}}"#,
            packages.join(","),
            nodes.join(",")
        );
        let works = crates(&serde_json::from_str(&text).unwrap());
        let titles: Vec<_> = works.iter().map(Work::title).collect();
        assert_eq!(titles, ["deep 1.0.0  MIT", "used 1.0.0  MIT", "words 1.0.0  MIT"]);
        assert_eq!(works[0].folder, Path::new("/crates/deep"));
    }

    #[test]
    fn each_text_stands_there_once() {
        let dir = tempfile::tempdir().unwrap();
        for (name, file, text) in
            [("a", "LICENSE-MIT", "Be kind.\r\n"), ("b", "COPYING", "Be kind."), ("b", "readme.md", "Hello")]
        {
            fs::create_dir_all(dir.path().join(name)).unwrap();
            fs::write(dir.path().join(name).join(file), text).unwrap();
        }
        let work = |name: &str| Work {
            registry: "cargo",
            name: name.to_owned(),
            version: "1".to_owned(),
            licence: Some("MIT".to_owned()),
            place: None,
            folder: dir.path().join(name),
        };
        let page = page(&[work("a"), work("b")]).unwrap();
        assert_eq!(page.matches("Be kind.").count(), 1, "{page}");
        assert!(page.contains("a 1, b 1\n\nBe kind.") && !page.contains("Hello"), "{page}");
    }
}
