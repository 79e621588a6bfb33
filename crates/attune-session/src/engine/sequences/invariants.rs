//! What must hold after every step.

use super::scene::Snapshot;
use super::step::Step;
use attune_core::{FeedbackKind, TrackId};
use std::collections::HashSet;

type Outcome = Result<(), String>;

/// All of them.
pub(super) fn check(step: &Step, before: &Snapshot, after: &Snapshot) -> Outcome {
    let all = [
        the_current_track_changes_for_a_reason,
        nothing_sounds_that_the_listener_did_not_start,
        what_sounds_is_what_is_shown,
        feedback_is_about_what_was_heard_or_shown,
        undo_takes_back_its_own_effect,
        what_is_blocked_does_not_play,
        a_restart_shows_what_was_there,
        time_never_runs_backwards,
        what_could_not_be_written_is_said,
        no_track_is_twice_in_the_queue,
    ];
    all.iter().try_for_each(|invariant| invariant(step, before, after))
}

fn ensure(holds: bool, what: &str) -> Outcome {
    if holds { Ok(()) } else { Err(what.to_owned()) }
}

fn the_current_track_changes_for_a_reason(step: &Step, before: &Snapshot, after: &Snapshot) -> Outcome {
    if before.current == after.current {
        return Ok(());
    }
    let about_current = step.place() == Some(0);
    let allowed = match step {
        Step::Next | Step::Previous | Step::Choose(_) | Step::Undo | Step::End | Step::Restart | Step::Erase
        | Step::Starter(_) | Step::Player(_)
        // The artist may be the current one's too.
        | Step::Say(FeedbackKind::ArtistNever, _) => true,
        Step::Say(FeedbackKind::Never | FeedbackKind::Removed | FeedbackKind::WrongMood, _) => about_current,
        Step::Mood(..) | Step::UndoMood | Step::Look(..) | Step::Clock(_) | Step::Wait(_) => !before.active,
        _ => false,
    };
    ensure(allowed, "the current track changed without a reason")
}

fn nothing_sounds_that_the_listener_did_not_start(_: &Step, _: &Snapshot, after: &Snapshot) -> Outcome {
    ensure(after.sounding.is_none() || after.wanted, "something sounds that nobody started")
}

fn what_sounds_is_what_is_shown(_: &Step, _: &Snapshot, after: &Snapshot) -> Outcome {
    ensure(
        after.sounding.is_none() || after.sounding == after.current,
        "another track sounds than is shown",
    )?;
    ensure(
        !after.wanted || after.current.is_none() || after.sounding.is_some(),
        "music is wanted and there is some, and nothing sounds",
    )
}

fn feedback_is_about_what_was_heard_or_shown(step: &Step, before: &Snapshot, after: &Snapshot) -> Outcome {
    if matches!(step, Step::Restart) || after.feedback.len() <= before.feedback.len() {
        return Ok(());
    }
    let named: Option<&TrackId> = step.place().and_then(|i| before.current.iter().chain(&before.next).nth(i));
    let shown = before.current.as_ref().filter(|_| *step == Step::Next);
    let known: Vec<&TrackId> = after.ended.iter().chain(named).chain(shown).collect();
    let new = &after.feedback[before.feedback.len()..];
    ensure(new.len() <= 1, "one step taught two things")?;
    ensure(new.iter().all(|f| known.contains(&&f.track)), "feedback on a track that nobody heard or named")
}

fn undo_takes_back_its_own_effect(step: &Step, before: &Snapshot, after: &Snapshot) -> Outcome {
    if *step != Step::Undo || before.undo_depth == after.undo_depth {
        return Ok(());
    }
    let gone = before.feedback.iter().filter(|f| !after.feedback.contains(f)).collect::<Vec<_>>();
    ensure(gone.len() <= 1 && after.feedback.len() + gone.len() == before.feedback.len(), "not one thing")?;
    let quiet = gone.iter().all(|f| matches!(f.kind, FeedbackKind::Liked | FeedbackKind::Unliked));
    if quiet {
        ensure(before.current == after.current, "taking a heart back changed what is on")?;
        ensure(before.sounding == after.sounding, "taking a heart back changed what sounds")?;
    }
    // What was put or pinned next stays, but for the one pin that is taken back.
    let missing = before.pinned.iter().filter(|id| !after.pinned.contains(*id));
    let missing = missing.filter(|id| after.current.as_ref() != Some(*id)).count();
    ensure(missing <= usize::from(gone.is_empty()), "what was put next is gone")
}

fn what_is_blocked_does_not_play(_: &Step, _: &Snapshot, after: &Snapshot) -> Outcome {
    let mut queued = after.current.iter().chain(&after.next).chain(&after.sounding);
    ensure(!queued.any(|id| after.blocked.contains(id)), "a blocked track is queued or sounds")
}

fn a_restart_shows_what_was_there(step: &Step, before: &Snapshot, after: &Snapshot) -> Outcome {
    if *step != Step::Restart || before.disk_full || before.feedback != before.on_disk {
        return Ok(());
    }
    ensure(before.hearts == after.hearts && before.blocked == after.blocked, "likes or blocks differ")?;
    ensure(before.feedback == after.feedback, "feedback differs")?;
    ensure(before.warned || before.settings == after.settings, "settings differ")?;
    ensure(!before.active || before.current == after.current, "another track is on")
}

fn time_never_runs_backwards(step: &Step, before: &Snapshot, after: &Snapshot) -> Outcome {
    ensure(
        matches!(step, Step::Restart | Step::Erase) || before.reached <= after.reached,
        "the filter went back in time",
    )
}

fn what_could_not_be_written_is_said(_: &Step, _: &Snapshot, after: &Snapshot) -> Outcome {
    ensure(after.feedback == after.on_disk || after.warned, "feedback is not on disk, and nothing says so")
}

fn no_track_is_twice_in_the_queue(_: &Step, _: &Snapshot, after: &Snapshot) -> Outcome {
    let all: Vec<&TrackId> = after.current.iter().chain(&after.next).collect();
    ensure(all.iter().collect::<HashSet<_>>().len() == all.len(), "a track is twice in the queue")
}
