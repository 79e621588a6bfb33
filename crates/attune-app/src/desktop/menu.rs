//! The ids of what can be chosen in the tray's menu, and what each asks for.

use crate::AppCommand;

/// The id of what asks for it.
pub const PLAY: &str = "play";
/// The id of what asks for it.
pub const NEXT: &str = "next";
/// The id of what asks for it.
pub const PREVIOUS: &str = "previous";
/// The id of what asks for it.
pub const CAMERA: &str = "camera";
/// The id of what asks for it.
pub const SHOW: &str = "show";
/// The id of what asks for it.
pub const MINI: &str = "mini";
/// The id of what asks for it.
pub const QUIT: &str = "quit";

/// What an item asks for; none for an id of nobody's.
#[must_use]
pub fn command(id: &str) -> Option<AppCommand> {
    Some(match id {
        PLAY => AppCommand::TogglePlay,
        NEXT => AppCommand::Next,
        PREVIOUS => AppCommand::Previous,
        CAMERA => AppCommand::SwitchCamera,
        SHOW => AppCommand::Show,
        MINI => AppCommand::Mini,
        QUIT => AppCommand::Quit,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_id_asks_for_something_of_its_own() {
        let all = [PLAY, NEXT, PREVIOUS, CAMERA, SHOW, MINI, QUIT].map(|id| command(id).unwrap());
        for (at, one) in all.iter().enumerate() {
            assert!(!all[..at].contains(one), "{one:?}");
        }
        assert_eq!(command("track"), None);
    }
}
