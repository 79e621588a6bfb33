//! Handing an address to the program that the listener has for it.
//!
//! On Linux Attune starts that program itself, since a child takes over the environment, and with it the switches that
//! [`web_view`](super::web_view) has set for the web view's memory: a browser made of the same engine would be slow by them.

use std::io;

/// Opens an address. None where the system has a way of its own that starts nothing from here.
#[cfg(target_os = "linux")]
#[must_use]
pub fn hand_over(address: &str) -> Option<io::Result<()>> {
    Some(linux::start(open::commands(address)))
}

/// Opens an address. None where the system has a way of its own that starts nothing from here.
#[cfg(not(target_os = "linux"))]
#[must_use]
pub fn hand_over(_address: &str) -> Option<io::Result<()>> {
    None
}

#[cfg(target_os = "linux")]
mod linux {
    use super::io;
    use crate::desktop::web_view::OF_MEMORY;
    use std::os::unix::process::CommandExt as _;
    use std::process::{Command, Stdio};

    /// Starts the first of these that there is; what it does then is its own affair.
    pub(super) fn start(commands: Vec<Command>) -> io::Result<()> {
        let mut failed = io::Error::from(io::ErrorKind::NotFound);
        for mut command in commands {
            for switch in OF_MEMORY {
                command.env_remove(switch);
            }
            command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
            // Ctrl+C in the terminal of this program does not end it.
            match command.process_group(0).spawn() {
                Ok(mut child) => {
                    crate::background::spawn("opened", move || drop(child.wait()));
                    return Ok(());
                }
                Err(error) => failed = error,
            }
        }
        Err(failed)
    }

    #[cfg(test)]
    mod tests {
        use super::*;
        use std::fs;
        use std::time::{Duration, Instant};

        #[test]
        fn what_is_opened_has_the_environment_that_attune_was_started_in() {
            let folder = tempfile::tempdir().unwrap();
            let (part, whole) = (folder.path().join("part"), folder.path().join("whole"));
            let mut shell = Command::new("sh");
            shell.arg("-c").arg("env > \"$0\" && mv \"$0\" \"$1\"").arg(&part).arg(&whole);
            shell.envs(OF_MEMORY.map(|switch| (switch, "1"))).env("STAYS", "here");
            start(vec![Command::new("/no/such/program"), shell]).unwrap();
            let end = Instant::now() + Duration::from_mins(1);
            while !whole.exists() {
                assert!(Instant::now() < end, "nothing was started");
                std::thread::sleep(Duration::from_millis(10));
            }
            let seen = fs::read_to_string(whole).unwrap();
            assert!(seen.lines().any(|line| line == "STAYS=here"), "{seen}");
            let left = |line: &&str| OF_MEMORY.iter().any(|switch| line.starts_with(&format!("{switch}=")));
            assert_eq!(seen.lines().find(left), None);
        }

        #[test]
        fn without_any_program_for_it_that_is_said() {
            let error = start(vec![Command::new("/no/such/program")]).unwrap_err();
            assert_eq!(error.kind(), io::ErrorKind::NotFound);
            assert_eq!(start(Vec::new()).unwrap_err().kind(), io::ErrorKind::NotFound);
        }
    }
}
