//! Circles between the files of a crate: files that need each other, so that none can be read first.
//!
//! A file needs another one whose item it names by a path (`crate::…`, `super::…`, a child's name), in production code
//! only. A name that is passed on by `pub use` counts for the file that defines it. What a module says of its own
//! children does not count: a parent that lists, passes on or holds its parts comes after them, and they may name it.

mod paths;

use super::{Finding, files::File, strip::strip};
use paths::{Named, named, without_tests};
use std::collections::{BTreeMap, BTreeSet};

/// A module by its path from the crate's root.
type Module = Vec<String>;

/// The files of a crate, as modules.
#[derive(Default)]
struct Crate {
    /// The paths that each module names.
    named: BTreeMap<Module, Vec<Named>>,
    /// What a module passes on: the name, and the module and path behind it.
    passed_on: BTreeMap<(Module, String), (Module, Vec<String>)>,
}

/// The circles of all crates, each as the modules in it.
pub(super) fn circles(files: &[File]) -> Vec<(String, Vec<String>)> {
    let sources: BTreeMap<&str, &str> = files
        .iter()
        .filter(|file| file.extension() == "rs")
        .filter_map(|file| Some((file.path.as_str(), file.text.as_deref()?)))
        .collect();
    let roots = sources.keys().filter_map(|path| {
        let folder = path.strip_suffix("/lib.rs").or_else(|| path.strip_suffix("/main.rs"))?;
        folder.ends_with("/src").then_some((folder, *path))
    });
    let mut crates: BTreeMap<&str, Crate> = BTreeMap::new();
    for (folder, root) in roots {
        crates.entry(folder).or_default().read(&sources, root, Vec::new());
    }
    crates
        .into_iter()
        .flat_map(|(folder, mut one)| {
            one.pass_on();
            one.circles().into_iter().map(move |circle| (folder.to_owned(), circle))
        })
        .collect()
}

/// Each circle as a finding.
pub(super) fn check(circles: &[(String, Vec<String>)]) -> Vec<Finding> {
    let finding = |(folder, modules): &(String, Vec<String>)| {
        Finding::new(folder, format!("{} need each other: let one come first", modules.join(", ")))
    };
    circles.iter().map(finding).collect()
}

impl Crate {
    /// Reads a file and the files of the modules that it declares.
    fn read(&mut self, sources: &BTreeMap<&str, &str>, path: &str, module: Module) {
        let Some(source) = sources.get(path) else { return };
        let code = without_tests(&strip(source));
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let below = match name {
            "lib.rs" | "main.rs" | "mod.rs" => folder.to_owned(),
            _ => format!("{folder}/{}", name.trim_end_matches(".rs")),
        };
        for child in paths::declared(&code) {
            let inner = [module.clone(), vec![child.clone()]].concat();
            for place in [format!("{below}/{child}.rs"), format!("{below}/{child}/mod.rs")] {
                self.read(sources, &place, inner.clone());
            }
        }
        self.named.entry(module).or_default().extend(named(&code));
    }

    /// Takes note of what modules pass on by `pub use`.
    fn pass_on(&mut self) {
        for (module, named) in &self.named {
            for one in named.iter().filter(|one| one.public) {
                if let (Some((from, rest)), Some(last)) = (self.absolute(module, &one.path), one.path.last())
                {
                    self.passed_on.insert((module.clone(), last.clone()), (from, rest));
                }
            }
        }
    }

    /// Where a path in a module begins, and what is left of it; none for other crates' names.
    fn absolute(&self, module: &Module, path: &[String]) -> Option<(Module, Vec<String>)> {
        let (first, rest) = path.split_first()?;
        match first.as_str() {
            "crate" => Some((Vec::new(), rest.to_vec())),
            "self" => Some((module.clone(), rest.to_vec())),
            "super" => {
                let ups = path.iter().take_while(|part| *part == "super").count();
                let from = module.get(..module.len().checked_sub(ups)?)?;
                Some((from.to_vec(), path[ups..].to_vec()))
            }
            child => {
                let inner = [module.as_slice(), &[child.to_owned()]].concat();
                self.named.contains_key(&inner).then(|| (module.clone(), path.to_vec()))
            }
        }
    }

    /// The module that defines what a path names.
    fn definition(&self, (mut module, rest): (Module, Vec<String>), patience: u8) -> Module {
        let mut rest = rest.as_slice();
        while let Some((first, others)) = rest.split_first() {
            let inner = [module.as_slice(), std::slice::from_ref(first)].concat();
            if !self.named.contains_key(&inner) {
                break;
            }
            (module, rest) = (inner, others);
        }
        let passed = rest.first().and_then(|name| self.passed_on.get(&(module.clone(), name.clone())));
        match passed {
            Some((from, path)) if patience > 0 => {
                let path = [path.as_slice(), &rest[1..]].concat();
                self.definition((from.clone(), path), patience - 1)
            }
            _ => module,
        }
    }

    /// The modules that a module needs, its own children left out.
    fn needs(&self, module: &Module) -> BTreeSet<Module> {
        let named = self.named.get(module).into_iter().flatten();
        let targets = named.filter_map(|one| Some(self.definition(self.absolute(module, &one.path)?, 8)));
        targets.filter(|target| !target.starts_with(module)).collect()
    }

    /// Groups of modules each of which can be reached from every other one.
    fn circles(&self) -> Vec<Vec<String>> {
        let needs: BTreeMap<&Module, BTreeSet<Module>> =
            self.named.keys().map(|module| (module, self.needs(module))).collect();
        let reach: BTreeMap<&Module, BTreeSet<&Module>> =
            needs.keys().map(|module| (*module, reachable(&needs, module))).collect();
        let mut found = BTreeSet::new();
        for (module, reached) in &reach {
            let circle: Vec<String> =
                reached.iter().filter(|other| reach[*other].contains(*module)).map(|m| shown(m)).collect();
            if circle.len() > 1 {
                found.insert(circle);
            }
        }
        found.into_iter().collect()
    }
}

fn reachable<'a>(needs: &'a BTreeMap<&Module, BTreeSet<Module>>, from: &Module) -> BTreeSet<&'a Module> {
    let mut reached = BTreeSet::new();
    let mut open: Vec<&Module> = needs.get(from).into_iter().flatten().collect();
    while let Some(module) = open.pop() {
        if reached.insert(module) {
            open.extend(needs.get(module).into_iter().flatten());
        }
    }
    reached
}

fn shown(module: &Module) -> String {
    if module.is_empty() { "the root".to_owned() } else { module.join("::") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::files::tests::file;

    fn found(sources: &[(&str, &str)]) -> Vec<String> {
        let files: Vec<File> =
            sources.iter().map(|(path, text)| file(&format!("crates/x/src/{path}"), text)).collect();
        circles(&files).into_iter().map(|(_, modules)| modules.join(" ")).collect()
    }

    #[test]
    fn two_files_that_need_each_other_are_a_circle() {
        let root = ("lib.rs", "mod a; mod b;");
        assert_eq!(found(&[root, ("a.rs", "use crate::b::B;"), ("b.rs", "use super::a::A;")]), ["a b"]);
        let inline = ("b.rs", "fn f() { crate::a::f() }");
        assert_eq!(found(&[root, ("a.rs", "use crate::{b::B, c};"), inline]), ["a b"]);
        assert!(found(&[root, ("a.rs", "use crate::b::B;"), ("b.rs", "use std::fmt;")]).is_empty());
    }

    #[test]
    fn a_name_counts_for_the_file_that_defines_it() {
        let root = ("lib.rs", "mod a; mod b; pub use b::B; pub(crate) use a::{A, Other};");
        assert_eq!(found(&[root, ("a.rs", "use crate::B;"), ("b.rs", "use crate::A;")]), ["a b"]);
        let folder = [
            ("lib.rs", "mod a;"),
            ("a/mod.rs", "mod b; mod c; pub use b::B;"),
            ("a/b.rs", "use super::c::C;"),
            ("a/c.rs", "use super::B;"),
        ];
        assert_eq!(found(&folder), ["a::b a::c"]);
    }

    #[test]
    fn parents_and_tests_do_not_count() {
        let family =
            [("lib.rs", "mod a;"), ("a.rs", "mod b; use b::B; struct A(B);"), ("a/b.rs", "use super::A;")];
        assert!(found(&family).is_empty());
        let tested = [
            ("lib.rs", "mod a; mod b;"),
            ("a.rs", "use crate::b::B;"),
            ("b.rs", "// crate::a::A\n#[cfg(test)] mod tests { use crate::a::A; }"),
        ];
        assert!(found(&tested).is_empty());
    }
}
