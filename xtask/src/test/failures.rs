//! Finding in a runner's output which tests failed and with what message.

use super::{count, steps::Failure};

/// Lines of a message that are kept.
const LINES: usize = 4;

/// Reads the output of one runner line by line.
#[derive(Default)]
pub(super) struct Failures {
    failed: Vec<Failure>,
    /// Whether the list of those that failed may come next.
    listing: bool,
    /// The test whose output is being read.
    heading: Option<String>,
    /// The lines still wanted of a panic's message, with the test that they are of.
    panic: Option<(String, usize)>,
    /// Messages that came before their test was named.
    messages: Vec<(String, String)>,
}

impl Failures {
    /// Takes a line.
    pub(super) fn see(&mut self, line: &str) {
        let line = count::plain(line);
        if let Some(test) = count::failed_test(&line).or_else(|| self.listed(&line)) {
            self.name(test);
        }
        let line = line.trim();
        if let Some(test) = line.strip_prefix("---- ").and_then(|rest| rest.strip_suffix(" stdout ----")) {
            (self.heading, self.panic) = (Some(test.to_owned()), None);
        } else if let Some(thread) = panicking(line) {
            let test = self.heading.clone().unwrap_or_else(|| thread.to_owned());
            self.panic = Some((test, LINES));
        } else {
            self.follow(line);
        }
    }

    /// What failed, in the order of the output.
    pub(super) fn all(mut self) -> Vec<Failure> {
        for failure in &mut self.failed {
            let of = |(test, _): &&(String, String)| same(test, &failure.test);
            let lines: Vec<&str> = self.messages.iter().filter(of).map(|(_, line)| line.as_str()).collect();
            failure.message = lines.join(" ");
        }
        self.failed
    }

    /// The test that a line of the list after cargo's `failures:` names. Where programs write into the middle of the line
    /// of a test, it stands nowhere else.
    fn listed(&mut self, line: &str) -> Option<String> {
        match line.trim_end() {
            "failures:" => self.listing = true,
            "" => {}
            listed if self.listing => match listed.strip_prefix("    ") {
                Some(test) if !test.contains(' ') => return Some(test.to_owned()),
                _ => self.listing = false,
            },
            _ => {}
        }
        None
    }

    /// Notes a test once: runners repeat them, with more of their name or less.
    fn name(&mut self, test: String) {
        if !self.failed.iter().any(|known| same(&known.test, &test)) {
            self.failed.push(Failure { test, message: String::new() });
        }
    }

    /// A further line of a panic's message.
    fn follow(&mut self, line: &str) {
        let Some((test, left)) = &mut self.panic else { return };
        let over = line.is_empty() || line.starts_with("note: ") || line == "stack backtrace:";
        if *left == 0 || over {
            self.panic = None;
            return;
        }
        *left -= 1;
        self.messages.push((test.clone(), line.to_owned()));
    }
}

fn same(a: &str, b: &str) -> bool {
    a.ends_with(b) || b.ends_with(a)
}

/// The thread of `thread 'a::b' (123) panicked at src/lib.rs:1:2:`.
fn panicking(line: &str) -> Option<&str> {
    let (thread, rest) = line.strip_prefix("thread '")?.split_once('\'')?;
    rest.contains("panicked at ").then_some(thread)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn failures(output: &str) -> Vec<(String, String)> {
        let mut failures = Failures::default();
        output.lines().for_each(|line| failures.see(line));
        failures.all().into_iter().map(|f| (f.test, f.message)).collect()
    }

    fn pair(test: &str, message: &str) -> (String, String) {
        (test.to_owned(), message.to_owned())
    }

    #[test]
    fn a_message_of_cargo_test_belongs_to_its_heading() {
        let output = "test a::b ... FAILED\ntest a::c ... FAILED\n\nfailures:\n\n---- a::b stdout ----\nsome output\n\n\
            thread 'main' (7) panicked at src/lib.rs:1:2:\nassertion failed\n  left: 1\n right: 2\nstack backtrace:\n   0: run\nnote: run with `RUST_BACKTRACE=1`\nmore\n\
            ---- a::c stdout ----\nError: \"no\"\n";
        assert_eq!(failures(output), [pair("a::b", "assertion failed left: 1 right: 2"), pair("a::c", "")]);
    }

    #[test]
    fn a_message_of_nextest_belongs_to_its_thread() {
        let output = "        FAIL [   0.004s] (  4/10) attune-core a::b\n\
            thread 'a::b' (31) panicked at crates/core/src/lib.rs:5:9:\n\u{1b}[31mboom\u{1b}[0m\n\n        FAIL [   0.004s] attune-core a::b\n";
        assert_eq!(failures(output), [pair("attune-core a::b", "boom")]);
    }

    #[test]
    fn a_test_whose_line_was_written_into_is_named_by_the_list() {
        let output = "test a::b ... a program starts\nFAILED\n\nsuccesses:\n\nsuccesses:\n    a::c\n\nfailures:\n\n\
            ---- a::b stdout ----\n    indented\n\nfailures:\n    a::b\n\ntest result: FAILED. 1 passed; 1 failed;\n    other\n";
        assert_eq!(failures(output), [pair("a::b", "")]);
    }

    #[test]
    fn a_panic_of_a_test_that_passed_is_nobodys() {
        let output =
            "thread 'worker' panicked at src/lib.rs:1:2:\nwanted\n\ntest a ... ok\ntest b ... FAILED\n";
        assert_eq!(failures(output), [pair("b", "")]);
    }
}
