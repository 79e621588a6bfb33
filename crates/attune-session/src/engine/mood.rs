//! Seeing, correcting, remembering.

use super::Engine;
use crate::view::{MoodView, PolicyView, UiEvent};
use attune_core::history::HistoryEntry;
use attune_core::mood::{CORRECTION_HOLDS, Confidence, Mood, MoodWord};
use attune_core::{Affect, Expression, Modality, Policy, Sighting, Span, Timestamp};

/// How many targets of the path are shown.
const PATH_SHOWN: usize = 8;
/// At least this lies between two entries of the history that the camera made.
const ENTRY_GAP: Span = Span::minutes(1);
/// An unchanged mood is written down again after this.
const ENTRY_REPEAT: Span = Span::minutes(10);

/// A correction this soon after another one is the same one, put better: the history has one entry for both.
const SAME_CORRECTION: Span = Span::minutes(1);

/// The last entry written, at an estimation time.
#[derive(Debug, Clone, Copy)]
pub(super) struct Recorded {
    at: Timestamp,
    word: MoodWord,
}

/// The entry of a correction that holds, written at an estimation time.
#[derive(Debug, Clone, Copy)]
pub(super) struct CorrectionEntry {
    at: Timestamp,
    id: u32,
}

impl Engine {
    /// Takes what the eyes found in one frame. A face that is shown for calibration says nothing of the mood.
    pub fn see(&mut self, sighting: &Sighting, at: Timestamp) {
        let time = self.estimation_time(at);
        let before = self.steering(at);
        if self.calibration.is_some() {
            self.see_calibration(sighting, at);
        } else {
            self.tracker.see(sighting, time);
        }
        self.after_mood(before, at);
    }

    /// Takes a picture that the listener chose to show: it starts the mood over instead of being weighed
    /// against what the camera saw, and the music follows at once.
    pub fn see_picture(&mut self, sighting: &Sighting, at: Timestamp) {
        let time = self.estimation_time(at);
        let before = self.steering(at);
        self.tracker.forget();
        self.tracker.see(sighting, time);
        self.after_mood(before, at);
    }

    /// Lets time pass: estimates age, corrections end, an attempt at calibration or to play runs out.
    pub fn tick(&mut self, now: Timestamp) {
        self.estimation_time(now);
        self.tick_calibration(now);
        self.tick_sleep(now);
        self.save_what_waits(self.clock.peek(now));
        if self.playback.give_up() {
            self.push_playback();
        }
        let before = self.steering(now);
        self.after_mood(before, now);
    }

    /// The listener says how it is. What the modalities said just before is compared with it and learned from.
    pub fn correct_mood(&mut self, affect: Affect, now: Timestamp) {
        let time = self.estimation_time(now);
        let before = self.steering(now);
        if self.tracker.mood(time).correction_ends.is_none() {
            self.correction_entries.clear();
        }
        self.tracker.correct(affect, time);
        self.record_correction(now);
        self.keep_learned(now);
        self.after_mood(before, now);
    }

    /// Writes the correction that holds into the history, in place of one that it puts better.
    fn record_correction(&mut self, now: Timestamp) {
        let time = self.clock.peek(now);
        let mood = self.tracker.mood(time);
        let replaced = self.correction_entries.pop_if(|e| time - e.at <= SAME_CORRECTION);
        let id = self.record(&mood, now);
        self.correction_entries.push(CorrectionEntry { at: time, id });
        if let Some(replaced) = replaced {
            let deleted = self.delete_entry(replaced.id);
            self.or_warn(deleted);
        }
    }

    /// An entry that waited has been written, under another number.
    pub(super) fn renumber_correction(&mut self, waited_as: u32, id: u32) {
        self.correction_entries.iter_mut().filter(|e| e.id == waited_as).for_each(|e| e.id = id);
    }

    /// After a restart, the listener's last word holds for as long as it would have without one. What was learned from it
    /// was learned then.
    pub(super) fn restore_correction(&mut self, now: Timestamp) {
        let stored = self.archive.history(now + Span(-CORRECTION_HOLDS.0), now);
        let entries = self.or_warn(stored).unwrap_or_default();
        let Some(entry) = entries.last().filter(|e| e.source == Modality::You) else { return };
        let at = self.clock.peek(now) + Span(entry.at as i64 - now.0);
        self.tracker.correct(entry.estimate.mean, at);
        self.correction_entries.push(CorrectionEntry { at, id: entry.id });
        self.recorded = Some(Recorded { at, word: entry.word });
    }

    /// Takes the correction back, with what was learned from it and what was written of it. If the history cannot be
    /// changed the correction stays, and why is shown.
    pub fn undo_correction(&mut self, now: Timestamp) {
        let time = self.estimation_time(now);
        let before = self.steering(now);
        if self.tracker.mood(time).correction_ends.is_none() {
            return;
        }
        while let Some(entry) = self.correction_entries.last() {
            let deleted = self.delete_entry(entry.id);
            if self.or_warn(deleted).is_none() {
                return;
            }
            self.correction_entries.pop();
            self.out.push(UiEvent::History);
        }
        if self.tracker.undo_correction(time) {
            self.keep_learned(now);
        }
        self.after_mood(before, now);
    }

    /// Takes a call's wall time and gives the estimation time, which never goes back. When the wall clock was set back, a
    /// correction ends: for how long it has held nobody knows.
    pub(super) fn estimation_time(&mut self, wall: Timestamp) -> Timestamp {
        let step = self.clock.step(wall);
        self.playback.tick(step.at);
        if step.set_back {
            tracing::warn!("the clock was set back");
            self.tracker.end_correction(step.at);
            self.cancel_calibration(wall);
        }
        step.at
    }

    /// The mood now; its times are estimation times.
    pub(super) fn mood(&mut self, now: Timestamp) -> Mood {
        let time = self.clock.peek(now);
        self.tracker.mood(time)
    }

    /// Chooses a policy by hand, so that the expression no longer does; it takes effect with the next track.
    pub fn set_policy(&mut self, policy: Policy, now: Timestamp) {
        self.settings.policy_by_expression = false;
        self.settings.policy = policy;
        if policy == Policy::Hold {
            // Holding starts from where the listener is; the target can then be moved.
            self.settings.hold = self.mood(now).settled;
        }
        self.store_settings();
        self.queue_changed(now);
    }

    /// Sets the target of the Hold policy and chooses it.
    pub fn set_hold(&mut self, target: Affect, now: Timestamp) {
        self.settings.policy_by_expression = false;
        self.settings.policy = Policy::Hold;
        self.settings.hold = target;
        self.store_settings();
        self.queue_changed(now);
    }

    pub(super) fn mood_view(&mut self, now: Timestamp) -> MoodView {
        let mood = self.mood(now);
        let wall = |at: Timestamp| millis(self.clock.wall(at));
        MoodView {
            estimate: mood.estimate,
            settled: mood.settled,
            word: mood.word,
            confidence: mood.confidence,
            reason: mood.reason,
            expression: mood.expression.map(|s| s.leading().0),
            source: mood.source,
            seen_at: mood.seen_at.map(wall),
            correction_ends_at: mood.correction_ends.map(wall),
        }
    }

    /// The policy in force, and the expression that chose it where one did.
    pub(super) fn policy(&self) -> (Policy, Option<Expression>) {
        let chooses = self.tracker.settled_expression().filter(|_| self.settings.policy_by_expression);
        let policy = chooses.map_or(self.settings.policy, |e| self.settings.expression_policies.of(e));
        (policy, chooses)
    }

    /// What the queue follows: when it changes, the queue is ranked anew.
    pub(super) fn steering(&mut self, now: Timestamp) -> (Affect, Policy) {
        (self.mood(now).settled, self.policy().0)
    }

    pub(super) fn policy_view(&mut self, now: Timestamp) -> PolicyView {
        let settled = self.mood(now).settled;
        let (policy, expression) = self.policy();
        PolicyView {
            policy,
            expression,
            goal: policy.goal(settled, self.settings.hold),
            path: self.path(settled, PATH_SHOWN),
        }
    }

    /// Targets from the next track on.
    pub(super) fn path(&self, settled: Affect, len: usize) -> Vec<Affect> {
        let from = self.queue.current().map_or(settled, |e| e.choice.aimed_at.target);
        self.policy().0.path(from, settled, self.settings.hold, len)
    }

    /// Tells what changed, writes the history, and ranks again when the settled mood moved or the expression chose
    /// another policy: what comes next, and where nothing sounds the current track too.
    pub(super) fn after_mood(&mut self, before: (Affect, Policy), now: Timestamp) {
        let mood = self.mood(now);
        if self.is_due(&mood, now) {
            self.record(&mood, now);
        }
        let view = self.mood_view(now);
        if self.sent_mood.as_ref().is_none_or(|t| is_worth_sending(t, &view)) {
            self.sent_mood = Some(view.clone());
            self.out.push(UiEvent::Mood(view));
        }
        if self.steering(now) != before {
            self.rank_silent_current_again();
            self.queue_changed(now);
        }
    }

    fn is_due(&self, mood: &Mood, now: Timestamp) -> bool {
        let now = self.clock.peek(now);
        if mood.confidence == Confidence::NotSure || mood.source.is_none_or(|source| source == Modality::You)
        {
            return false;
        }
        // A look just now is behind it, not only a belief that ages.
        if mood.seen_at.is_none_or(|t| now - t > Span::seconds(2)) {
            return false;
        }
        self.recorded.is_none_or(|r| {
            let since = now - r.at;
            since >= ENTRY_REPEAT || (since >= ENTRY_GAP && r.word != mood.word)
        })
    }

    /// Writes an entry; gives its number.
    fn record(&mut self, mood: &Mood, now: Timestamp) -> u32 {
        let entry = HistoryEntry {
            id: 0,
            at: millis(now),
            estimate: mood.estimate,
            word: mood.word,
            confidence: mood.confidence,
            source: mood.source.unwrap_or(Modality::You),
            expression: mood.expression.map(|s| s.leading().0).filter(|_| mood.correction_ends.is_none()),
            note: None,
        };
        self.recorded = Some(Recorded { at: self.clock.peek(now), word: mood.word });
        let id = self.add_to_history(entry);
        self.out.push(UiEvent::History);
        id
    }
}

/// Whether a window would show the difference: a hundredth of the plane, or anything in words.
fn is_worth_sending(old: &MoodView, new: &MoodView) -> bool {
    let (a, b) = (&old.estimate, &new.estimate);
    a.mean.axis_distance(b.mean) >= 0.01
        || (a.sd_valence - b.sd_valence).abs() >= 0.01
        || (a.sd_arousal - b.sd_arousal).abs() >= 0.01
        || MoodView { estimate: *b, seen_at: new.seen_at, ..old.clone() } != *new
        || new.seen_at.zip(old.seen_at).is_some_and(|(n, o)| n - o >= 1_000.0)
}

/// Unix milliseconds as the views carry them.
pub(super) fn millis(t: Timestamp) -> f64 {
    t.0 as f64
}

#[cfg(test)]
mod tests;
