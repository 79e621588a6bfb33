//! Which of the commands that wait for the player are still worth sending.

use attune_core::player::PlayerCommand;
use tokio::sync::mpsc::UnboundedReceiver;

/// The commands that wait, without those that a later one of their kind has overtaken.
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
        all.retain(|old| !replaces(old));
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
}
