//! Which of the commands that wait for the player are still worth sending.

use attune_core::player::PlayerCommand;
use tokio::sync::mpsc::UnboundedReceiver;

/// The commands that wait, without those that a later one of their kind has overtaken. What came before a
/// [`PlayerCommand::Next`] is kept: it says what that one goes on to.
pub(crate) fn settled(
    first: PlayerCommand,
    waiting: &mut UnboundedReceiver<PlayerCommand>,
) -> Vec<PlayerCommand> {
    let mut all = vec![first];
    while let Ok(next) = waiting.try_recv() {
        let replaces = |old: &PlayerCommand| {
            use PlayerCommand::{Follow, Play, Seek, Volume};
            matches!(
                (old, &next),
                (Volume(_), Volume(_))
                    | (Seek(_), Seek(_))
                    | (Follow(_), Follow(_))
                    | (Play(_) | Follow(_) | Seek(_), Play(_))
            )
        };
        let after_skip = all.iter().rposition(|c| *c == PlayerCommand::Next).map_or(0, |i| i + 1);
        let open = all.split_off(after_skip);
        all.extend(open.into_iter().filter(|old| !replaces(old)));
        all.push(next);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use attune_core::player::Volume;
    use tokio::sync::mpsc::unbounded_channel;

    #[test]
    fn what_was_overtaken_is_not_sent() {
        let (send, mut waiting) = unbounded_channel();
        for percent in [20, 30, 40] {
            assert!(send.send(PlayerCommand::Volume(Volume::percent(percent))).is_ok());
        }
        assert!(send.send(PlayerCommand::Pause).is_ok());
        assert!(send.send(PlayerCommand::Play(Vec::new())).is_ok());
        let left = settled(PlayerCommand::Play(Vec::new()), &mut waiting);
        let expected = [
            PlayerCommand::Volume(Volume::percent(40)),
            PlayerCommand::Pause,
            PlayerCommand::Play(Vec::new()),
        ];
        assert_eq!(left, expected);
    }

    #[test]
    fn a_skip_goes_on_to_what_was_known_when_it_was_asked_for() {
        let (send, mut waiting) = unbounded_channel();
        let list = |title: &str| vec![attune_testkit::track(title, "Somebody", 0.0, 0.0).build()];
        for command in
            [PlayerCommand::Next, PlayerCommand::Follow(list("c")), PlayerCommand::Follow(list("d"))]
        {
            assert!(send.send(command).is_ok());
        }
        let left = settled(PlayerCommand::Follow(list("b")), &mut waiting);
        let expected =
            [PlayerCommand::Follow(list("b")), PlayerCommand::Next, PlayerCommand::Follow(list("d"))];
        assert_eq!(left, expected);
    }
}
