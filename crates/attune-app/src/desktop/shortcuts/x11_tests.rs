//! Two programs that want the same keys of an X server without a screen.

use super::*;
use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Instant;

/// An X server of the test's own; it ends with this.
struct Server {
    process: Child,
    name: String,
}

impl Server {
    /// None, said in a line, where there is no program for one.
    fn start() -> Option<Self> {
        let mut command = Command::new("Xvfb");
        command.args(["-displayfd", "1", "-screen", "0", "320x240x24", "-nolisten", "tcp"]);
        let Ok(mut process) = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn() else {
            println!("skipped: Xvfb is not installed");
            return None;
        };
        // It says its number once it can be used.
        let mut number = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut number).unwrap();
        Some(Self { process, name: format!(":{}", number.trim()) })
    }

    /// A program that has no shortcuts yet; a choice may be silent for so long.
    fn program(&self, choice: Option<Duration>) -> Shortcuts {
        let shortcuts = Shortcuts::new();
        let host = Host { on_main: Arc::new(|task: Task| task()), press: Arc::new(|_| {}) };
        let place = Place { display: Some(self.name.clone()), choice, ..Place::default() };
        shortcuts.start_at(host, place, GlobalShortcuts::default());
        shortcuts
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.process.kill());
        drop(self.process.wait());
    }
}

/// How many keys it does not get.
fn misses(program: &Shortcuts) -> usize {
    program.set(wanted(false)).unwrap();
    program.set(wanted(true)).unwrap().taken.len()
}

fn wanted(on: bool) -> GlobalShortcuts {
    GlobalShortcuts { on, ..GlobalShortcuts::default() }
}

#[test]
fn keys_are_free_while_others_are_chosen() {
    let Some(server) = Server::start() else { return };
    let (ours, other) = (server.program(None), server.program(None));
    let all = ShortcutAction::ALL.len();
    assert_eq!(misses(&ours), 0);
    assert_eq!(misses(&other), all);

    ours.choose(true).unwrap();
    assert_eq!(misses(&other), 0);
    // The window is told in the end what it cannot have.
    assert_eq!(ours.choose(false).unwrap().taken.len(), all);

    other.set(wanted(false)).unwrap();
    ours.choose(true).unwrap();
    assert!(ours.choose(false).unwrap().taken.is_empty());
    assert_eq!(misses(&other), all);
}

#[test]
fn what_is_chosen_is_taken_whether_the_choices_end_is_told_or_not() {
    let Some(server) = Server::start() else { return };
    let (ours, other) = (server.program(None), server.program(None));
    ours.set(wanted(true)).unwrap();
    ours.choose(true).unwrap();
    assert!(ours.set(wanted(true)).unwrap().taken.is_empty());
    assert_eq!(misses(&other), ShortcutAction::ALL.len());
}

#[test]
fn a_choice_that_has_gone_silent_ends() {
    let Some(server) = Server::start() else { return };
    let silence = Duration::from_millis(200);
    let (ours, other) = (server.program(Some(silence)), server.program(None));
    other.set(wanted(true)).unwrap();
    let all = ShortcutAction::ALL.len();
    assert_eq!(ours.set(wanted(true)).unwrap().taken.len(), all);
    assert_eq!(ours.choose(true).unwrap().taken.len(), all);
    other.set(wanted(false)).unwrap();
    let end = Instant::now() + Duration::from_mins(2);
    while !ours.view().taken.is_empty() {
        assert!(Instant::now() < end, "the keys were never taken again");
        // A question is a word, too: the next one comes when the silence is over.
        sleep(5 * silence);
    }
    assert_eq!(misses(&other), all);
}
