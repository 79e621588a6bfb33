//! What can happen.

use attune_core::player::PlayerKind;
use attune_core::{Expression, FeedbackKind, Policy};
use proptest::prelude::*;

/// One thing that happens. Numbers name tracks by their place: 0 is the current one, 1 the next, and so on.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Step {
    Play,
    Pause,
    Next,
    Previous,
    Choose(usize),
    PutNext(usize),
    Pin(usize),
    /// A track is moved to the second place after the current one.
    Move(usize),
    Say(FeedbackKind, usize),
    Undo,
    Mood(f64, f64),
    UndoMood,
    /// A face for so many seconds.
    Look(Expression, i64),
    Policy(Policy),
    /// The track that sounds ends.
    End,
    /// The player can no longer be talked out of its next track.
    HandOver,
    /// The player cannot play the next track.
    Unplayable,
    /// The listener pauses, or goes on, in the player itself.
    PauseThere,
    ResumeThere,
    PlayerFails,
    DiskFull(bool),
    /// The wall clock is set by so many minutes.
    Clock(i64),
    /// Minutes pass.
    Wait(i64),
    Starter(bool),
    Player(PlayerKind),
    Restart,
    Erase,
}

impl Step {
    /// Whether it is a move of the listener's or of the player's in the queue.
    pub(super) fn is_move(&self) -> bool {
        use Step::{Clock, DiskFull, Erase, Look, Player, PlayerFails, Policy, Restart, Starter, Wait};
        !matches!(
            self,
            Clock(_)
                | DiskFull(_)
                | Erase
                | Look(..)
                | Player(_)
                | PlayerFails
                | Policy(_)
                | Restart
                | Starter(_)
                | Wait(_)
        )
    }

    /// The place of the track that it is about.
    pub(super) fn place(&self) -> Option<usize> {
        match self {
            Self::Choose(i) | Self::PutNext(i) | Self::Pin(i) | Self::Move(i) | Self::Say(_, i) => Some(*i),
            _ => None,
        }
    }

    /// Reads a step from words, as "choose 3", "never 0" or "mood -0.8 -0.7".
    pub(super) fn parse(text: &str) -> Self {
        let words: Vec<&str> = text.split_whitespace().collect();
        let number = |i: usize| words[i].parse::<f64>().unwrap();
        let place = |i: usize| words[i].parse::<usize>().unwrap();
        match words[0] {
            "play" => Self::Play,
            "pause" => Self::Pause,
            "next" => Self::Next,
            "previous" => Self::Previous,
            "choose" => Self::Choose(place(1)),
            "put" => Self::PutNext(place(1)),
            "pin" => Self::Pin(place(1)),
            "like" => Self::Say(FeedbackKind::Liked, place(1)),
            "never" => Self::Say(FeedbackKind::Never, place(1)),
            "remove" => Self::Say(FeedbackKind::Removed, place(1)),
            "undo" => Self::Undo,
            "mood" => Self::Mood(number(1), number(2)),
            "end" => Self::End,
            "hand-over" => Self::HandOver,
            "unplayable" => Self::Unplayable,
            "pause-there" => Self::PauseThere,
            "resume-there" => Self::ResumeThere,
            "list" => Self::Player(PlayerKind::List),
            "restart" => Self::Restart,
            other => panic!("{other} is no step"),
        }
    }
}

fn feedback() -> impl Strategy<Value = FeedbackKind> {
    use FeedbackKind::{ArtistNever, Liked, Never, Opened, Removed, Unliked, WrongMood};
    prop::sample::select(vec![Liked, Unliked, Never, ArtistNever, Removed, WrongMood, Opened])
}

/// Any step, those of an ordinary evening more often.
pub(super) fn any_step() -> impl Strategy<Value = Step> {
    let axis = || -1.0..=1.0f64;
    let place = || 0..6usize;
    let kinds = vec![PlayerKind::List, PlayerKind::Spotify];
    prop_oneof![
        6 => Just(Step::Play),
        3 => Just(Step::Pause),
        4 => Just(Step::Next),
        2 => Just(Step::Previous),
        4 => place().prop_map(Step::Choose),
        3 => place().prop_map(Step::PutNext),
        2 => place().prop_map(Step::Pin),
        2 => place().prop_map(Step::Move),
        6 => (feedback(), place()).prop_map(|(kind, i)| Step::Say(kind, i)),
        5 => Just(Step::Undo),
        3 => (axis(), axis()).prop_map(|(v, a)| Step::Mood(v, a)),
        1 => Just(Step::UndoMood),
        2 => (prop::sample::select(Expression::ALL.to_vec()), 1..90i64).prop_map(|(e, s)| Step::Look(e, s)),
        1 => prop::sample::select(Policy::ALL.to_vec()).prop_map(Step::Policy),
        5 => Just(Step::End),
        3 => Just(Step::HandOver),
        1 => Just(Step::Unplayable),
        2 => Just(Step::PauseThere),
        2 => Just(Step::ResumeThere),
        1 => Just(Step::PlayerFails),
        2 => any::<bool>().prop_map(Step::DiskFull),
        1 => (-300..300i64).prop_map(Step::Clock),
        1 => (1..120i64).prop_map(Step::Wait),
        1 => any::<bool>().prop_map(Step::Starter),
        1 => prop::sample::select(kinds).prop_map(Step::Player),
        3 => Just(Step::Restart),
        1 => Just(Step::Erase),
    ]
}
