//! Seeing, correcting, remembering.

use super::Engine;
use crate::view::{MoodView, PolicyView, UiEvent};
use attune_core::history::HistoryEntry;
use attune_core::mood::{Confidence, Mood, MoodWord};
use attune_core::{Affect, Expression, Modality, Policy, Sighting, Span, Timestamp};

/// How many targets of the path are shown.
const PATH_SHOWN: usize = 8;
/// At least this lies between two entries of the history that the camera made.
const ENTRY_GAP: Span = Span::minutes(1);
/// An unchanged mood is written down again after this.
const ENTRY_REPEAT: Span = Span::minutes(10);

/// The last entry written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Recorded {
    at: Timestamp,
    word: MoodWord,
}

impl Engine {
    /// Takes what the eyes found in one frame. A face that is shown for calibration says nothing of the mood.
    pub fn see(&mut self, sighting: &Sighting, at: Timestamp) {
        let before = self.steering(at);
        if self.calibration.is_some() {
            self.see_calibration(sighting, at);
        } else {
            self.tracker.see(sighting, at);
        }
        self.after_mood(before, at);
    }

    /// Takes a picture that the listener chose to show: it starts the mood over instead of being weighed
    /// against what the camera saw, and the music follows at once.
    pub fn see_picture(&mut self, sighting: &Sighting, at: Timestamp) {
        let before = self.steering(at);
        self.tracker.forget();
        self.tracker.see(sighting, at);
        self.after_mood(before, at);
    }

    /// Lets time pass: estimates age, corrections end, an attempt at calibration runs out.
    pub fn tick(&mut self, now: Timestamp) {
        self.tick_calibration(now);
        let before = self.steering(now);
        self.after_mood(before, now);
    }

    /// The listener says how it is. What the modalities said just before is compared with it and learned from.
    pub fn correct_mood(&mut self, affect: Affect, now: Timestamp) {
        let before = self.steering(now);
        self.tracker.correct(affect, now);
        let mood = self.tracker.mood(now);
        self.record(&mood, now);
        self.keep_learned(now);
        self.after_mood(before, now);
    }

    /// Takes the correction back, with what was learned from it.
    pub fn undo_correction(&mut self, now: Timestamp) {
        let before = self.steering(now);
        if self.tracker.undo_correction(now) {
            self.keep_learned(now);
        }
        self.after_mood(before, now);
    }

    /// Chooses a policy by hand, so that the expression no longer does; it takes effect with the next track.
    pub fn set_policy(&mut self, policy: Policy, now: Timestamp) {
        self.settings.policy_by_expression = false;
        self.settings.policy = policy;
        if policy == Policy::Hold {
            // Holding starts from where the listener is; the target can then be moved.
            self.settings.hold = self.tracker.mood(now).settled;
        }
        self.store_settings();
        self.rerank(now);
    }

    /// Sets the target of the Hold policy and chooses it.
    pub fn set_hold(&mut self, target: Affect, now: Timestamp) {
        self.settings.policy_by_expression = false;
        self.settings.policy = Policy::Hold;
        self.settings.hold = target;
        self.store_settings();
        self.rerank(now);
    }

    pub(super) fn mood_view(&mut self, now: Timestamp) -> MoodView {
        let mood = self.tracker.mood(now);
        MoodView {
            estimate: mood.estimate,
            settled: mood.settled,
            word: mood.word,
            confidence: mood.confidence,
            reason: mood.reason,
            expression: mood.expression.map(|s| s.leading().0),
            source: mood.source,
            seen_at: mood.seen_at.map(millis),
            correction_ends_at: mood.correction_ends.map(millis),
        }
    }

    /// The policy in force, and the expression that chose it where one did.
    pub(super) fn policy(&self) -> (Policy, Option<Expression>) {
        let chooses = self.tracker.settled_expression().filter(|_| self.settings.policy_by_expression);
        let policy = chooses.map_or(self.settings.policy, |e| self.settings.expression_policies.of(e));
        (policy, chooses)
    }

    /// What the queue follows: when it changes, the queue is ranked anew.
    fn steering(&mut self, now: Timestamp) -> (Affect, Policy) {
        (self.tracker.mood(now).settled, self.policy().0)
    }

    pub(super) fn policy_view(&mut self, now: Timestamp) -> PolicyView {
        let settled = self.tracker.mood(now).settled;
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
        let from = self.playlist.current().map_or(settled, |e| e.choice.target);
        self.policy().0.path(from, settled, self.settings.hold, len)
    }

    /// Tells what changed, writes the history, and ranks anew when the settled mood moved or the expression chose
    /// another policy.
    fn after_mood(&mut self, before: (Affect, Policy), now: Timestamp) {
        let mood = self.tracker.mood(now);
        if self.is_due(&mood, now) {
            self.record(&mood, now);
        }
        let view = self.mood_view(now);
        if self.sent_mood.as_ref().is_none_or(|t| worth_telling(t, &view)) {
            self.sent_mood = Some(view.clone());
            self.out.push(UiEvent::Mood(view));
        }
        if self.steering(now) != before {
            self.rerank(now);
        }
    }

    fn is_due(&self, mood: &Mood, now: Timestamp) -> bool {
        if mood.confidence == Confidence::NotSure || mood.source != Some(Modality::Face) {
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

    fn record(&mut self, mood: &Mood, now: Timestamp) {
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
        self.recorded = Some(Recorded { at: now, word: mood.word });
        let stored = self.archive.add_history(&entry);
        if self.or_warn(stored).is_some() {
            self.out.push(UiEvent::History);
        }
    }
}

/// Whether a window would show the difference: a hundredth of the plane, or anything in words.
fn worth_telling(old: &MoodView, new: &MoodView) -> bool {
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
