//! Panics in the log: where they happened, and nothing of what they say.
//!
//! A panic's own text shows values: an address with a token in it, a path, a title. A place in the code is enough to find
//! it. Debug builds print the text besides, for whoever develops.

use std::panic::{PanicHookInfo, set_hook, take_hook};

/// From now on panics are logged by their place.
pub(super) fn write_places_only() {
    let usual = take_hook();
    set_hook(Box::new(move |panic| {
        tracing::error!("{}", describe(panic));
        if cfg!(debug_assertions) {
            usual(panic);
        }
    }));
}

fn describe(panic: &PanicHookInfo<'_>) -> String {
    let place = panic.location().map(|at| format!("{}:{}", place(at.file()), at.line()));
    let thread = std::thread::current();
    let thread = thread.name().unwrap_or("without a name");
    format!("a panic at {} in the thread {thread}", place.as_deref().unwrap_or("an unknown place"))
}

/// A source file from its crate on: where libraries lie on the machine that built them concerns nobody.
fn place(file: &str) -> String {
    let parts: Vec<&str> = file.split(['/', '\\']).collect();
    // `registry/src/index.crates.io-…/NAME/src/…`: the last of them is the crate's.
    let first =
        parts.iter().rposition(|part| *part == "src").map_or(parts.len() - 1, |src| src.saturating_sub(1));
    parts[first..].join("/")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::panic::catch_unwind;
    use std::sync::{Arc, Mutex};

    #[test]
    fn a_panic_is_told_without_its_text() {
        let said = Arc::new(Mutex::new(Vec::new()));
        let (heard, usual) = (Arc::clone(&said), Arc::new(take_hook()));
        let other = Arc::clone(&usual);
        set_hook(Box::new(move |panic| {
            heard.lock().unwrap().push(describe(panic));
            // Of a test beside this one.
            other(panic);
        }));
        assert!(catch_unwind(|| panic!("a token canary-1234 in /home/somebody/Music")).is_err());
        drop(take_hook());
        let said = said.lock().unwrap();
        let line = said.iter().find(|line| line.contains("attune-app/src/logging/panics.rs:")).unwrap();
        assert!(!said.iter().any(|line| line.contains("canary") || line.contains("somebody")), "{line}");
    }

    #[test]
    fn places_begin_with_their_crate() {
        let registry = "/home/somebody/.cargo/registry/src/index.crates.io-1949/url-2.5/src/parser.rs";
        assert_eq!(place(registry), "url-2.5/src/parser.rs");
        assert_eq!(place(r"C:\Users\x\.cargo\registry\src\i\url-2.5\src\host.rs"), "url-2.5/src/host.rs");
        assert_eq!(place("crates/attune-core/src/mood.rs"), "attune-core/src/mood.rs");
        assert_eq!(place("/rustc/abc/library/core/src/option.rs"), "core/src/option.rs");
        assert_eq!(place("odd.rs"), "odd.rs");
    }
}
