//! The paths in stripped Rust: what a file names of its own crate.

/// A path that a file names.
pub(super) struct Named {
    /// Its parts; `crate`, `self` and `super` first where they are written.
    pub(super) path: Vec<String>,
    /// Whether it is passed on.
    pub(super) public: bool,
}

/// The code without the items that are compiled for tests only.
pub(super) fn without_tests(code: &str) -> String {
    const MARKS: [&str; 2] = ["#[cfg(test)]", "#[cfg(all(test"];
    let mut rest = code;
    let mut kept = String::with_capacity(code.len());
    while let Some(start) = MARKS.iter().filter_map(|mark| rest.find(mark)).min() {
        kept.push_str(&rest[..start]);
        let item = &rest[start..];
        rest = &item[end_of_item(item)..];
    }
    kept + rest
}

/// Where the item that begins here ends: at its `;`, or at the brace that closes it.
fn end_of_item(item: &str) -> usize {
    let mut depth = 0;
    for (index, c) in item.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth <= 1 => return index + 1,
            '}' => depth -= 1,
            ';' if depth == 0 => return index + 1,
            _ => {}
        }
    }
    item.len()
}

/// The modules that are declared in files of their own.
pub(super) fn declared(code: &str) -> Vec<String> {
    let statements = code.split([';', '{', '}']).zip(code.match_indices([';', '{', '}']));
    statements
        .filter(|(_, (_, end))| *end == ";")
        .filter_map(|(statement, _)| {
            let words: Vec<&str> = statement.split_whitespace().collect();
            let [.., "mod", name] = words.as_slice() else { return None };
            Some((*name).to_owned())
        })
        .collect()
}

/// All paths, those of `use` and those in the code.
pub(super) fn named(code: &str) -> Vec<Named> {
    let mut all = Vec::new();
    let mut rest = code.to_owned();
    while let Some(start) = find_use(&rest) {
        let end = rest[start..].find(';').map_or(rest.len(), |end| start + end);
        let before = rest[..start].trim_end();
        let public = before.ends_with("pub")
            || (before.ends_with(')') && before.contains("pub("))
                && before.rsplit_once("pub(").is_some_and(|(_, scope)| scope.len() < 20);
        let tree = rest[start + "use ".len()..end].to_owned();
        all.extend(leaves(&tree).into_iter().map(|path| Named { path, public }));
        rest.replace_range(start..end, "");
    }
    all.extend(in_code(&rest).into_iter().map(|path| Named { path, public: false }));
    all
}

/// Where a `use` begins.
fn find_use(code: &str) -> Option<usize> {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    code.match_indices("use ").map(|(at, _)| at).find(|at| !code[..*at].ends_with(is_word))
}

/// The paths of a tree such as `crate::{a::A, b::{self, B as C}}`.
fn leaves(tree: &str) -> Vec<Vec<String>> {
    let tree = tree.trim();
    let Some((head, branches)) = tree.strip_suffix('}').and_then(|open| open.split_once('{')) else {
        let name = tree.split(" as ").next().unwrap_or_default();
        return vec![parts(name)];
    };
    let head = parts(head);
    let inner = split(branches).into_iter().flat_map(leaves);
    // `{self}` stands for the head.
    let inner = inner.map(|path| if path == ["self"] { Vec::new() } else { path });
    inner.map(|path| [head.clone(), path].concat()).collect()
}

/// Parts at commas that are in no braces.
fn split(branches: &str) -> Vec<&str> {
    let (mut depth, mut start, mut all) = (0, 0, Vec::new());
    for (index, c) in branches.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                all.push(&branches[start..index]);
                start = index + 1;
            }
            _ => {}
        }
    }
    all.push(&branches[start..]);
    all.into_iter().filter(|branch| !branch.trim().is_empty()).collect()
}

fn parts(path: &str) -> Vec<String> {
    path.split("::").map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// Paths of two parts and more in code.
fn in_code(code: &str) -> Vec<Vec<String>> {
    let words = code.split(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':'));
    words.filter(|word| word.contains("::")).map(parts).filter(|path| path.len() > 1).collect()
}
