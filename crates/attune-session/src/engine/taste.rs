//! What was learned of the listener: shown, forgotten, exported.

use super::Engine;
use super::pool_build::{teach, track_of};
use crate::view::{LeaningView, NamedTrack, TasteView, TrackMoodView, UiEvent};
use attune_core::feedback::standing;
use attune_core::taste::Leaning;
use attune_core::{AppError, Feedback, FeedbackKind, LearnedPart, Timestamp, TrackId};
use serde_json::Value;

/// So many leanings are shown either way.
const LEANINGS_SHOWN: usize = 12;

impl Engine {
    /// Learns anew from all feedback that stands, and takes out of the queue what must not be in it.
    pub(super) fn relearn(&mut self) {
        let off = self.off_shelves();
        let elsewhere = |id: &TrackId| track_of(&off, id);
        let (lasting, of_session) = (self.feedback.lasting(), self.feedback.of_session());
        teach(&mut self.pool, &self.preferences, lasting, of_session, elsewhere);
        self.drop_unplayable();
    }

    pub(super) fn send_taste(&mut self) {
        self.out.push(UiEvent::Taste);
    }

    /// What was learned of the listener's taste.
    #[must_use]
    pub fn taste(&self) -> TasteView {
        let leanings = self.pool.taste().leanings();
        let (likes, dislikes): (Vec<_>, Vec<_>) = leanings.iter().partition(|l| l.value > 0.0);
        let shown = |all: Vec<&Leaning>| all.into_iter().take(LEANINGS_SHOWN).map(leaning_view).collect();
        let (counted, rated) = self.counted_and_rated();
        TasteView {
            counted,
            rated,
            stated: self.preferences.items().to_vec(),
            histories: self.past_histories(),
            lessons: self.pool.taste().lessons(),
            likes: shown(likes),
            dislikes: shown(dislikes),
            hearts: self.named(FeedbackKind::Liked),
            blocked_tracks: self.named(FeedbackKind::Never),
            blocked_artists: self.blocked_artists(),
            track_moods: self.track_moods(),
        }
    }

    /// Forgets one part of what was learned.
    pub fn forget_learned(&mut self, part: LearnedPart, now: Timestamp) -> Result<(), AppError> {
        self.forget(part, None, now)
    }

    /// Forgets what was said about where one track lies.
    pub fn forget_track_mood(&mut self, track: &TrackId, now: Timestamp) -> Result<(), AppError> {
        self.forget(LearnedPart::TrackMoods, Some(track), now)
    }

    fn forget(&mut self, part: LearnedPart, track: Option<&TrackId>, now: Timestamp) -> Result<(), AppError> {
        let kinds: Vec<_> = FeedbackKind::ALL.into_iter().filter(|k| k.part() == part).collect();
        self.archive.forget_feedback(&kinds, track)?;
        self.feedback.retain(|f| f.kind.part() != part || track.is_some_and(|t| *t != f.track));
        self.drop_impossible_undo();
        self.relearn();
        self.send_taste();
        self.queue_changed(now);
        Ok(())
    }

    /// An exported document with the model in it, as numbers.
    pub(super) fn with_taste(&self, document: String) -> String {
        let Ok(Value::Object(mut fields)) = serde_json::from_str(&document) else { return document };
        let Ok(model) = serde_json::to_value(self.pool.taste().model()) else { return document };
        fields.insert("taste".into(), model);
        serde_json::to_string_pretty(&Value::Object(fields)).unwrap_or(document)
    }

    /// Feedback of a kind that still stands, the last first.
    pub(super) fn standing(&self, kind: FeedbackKind) -> impl Iterator<Item = &Feedback> {
        let all = standing(self.feedback.lasting());
        all.into_iter().rev().filter(move |f| f.kind == kind)
    }

    fn named(&self, kind: FeedbackKind) -> Vec<NamedTrack> {
        let mut named: Vec<NamedTrack> = Vec::new();
        for feedback in self.standing(kind) {
            if named.iter().all(|n| n.id != feedback.track) {
                named.push(self.name_of(&feedback.track));
            }
        }
        named
    }

    pub(super) fn blocked_artists(&self) -> Vec<String> {
        let mut artists: Vec<String> = Vec::new();
        for feedback in self.standing(FeedbackKind::ArtistNever) {
            let name = feedback.artist.clone().unwrap_or_else(|| self.name_of(&feedback.track).artist);
            if !artists.contains(&name) {
                artists.push(name);
            }
        }
        artists
    }

    pub(super) fn track_moods(&self) -> Vec<TrackMoodView> {
        let mut moods: Vec<TrackMoodView> = Vec::new();
        for f in self.feedback.lasting().rev().filter(|f| f.kind.part() == LearnedPart::TrackMoods) {
            let Some(i) = self.pool.find(&f.track) else { continue };
            let place = moods.iter().position(|m| m.track.id == f.track).unwrap_or_else(|| {
                let affect = self.pool.rows()[i as usize].affect();
                moods.push(TrackMoodView {
                    track: self.name_of(&f.track),
                    affect,
                    wrong_moods: 0,
                    track_affect: None,
                });
                moods.len() - 1
            });
            moods[place].wrong_moods += u32::from(f.kind == FeedbackKind::WrongMood);
            moods[place].track_affect = moods[place].track_affect.or(f.track_affect);
        }
        moods
    }

    /// The names of a track in any catalogue; of one that is in none any more, its id.
    pub(super) fn name_of(&self, id: &TrackId) -> NamedTrack {
        let pooled = self.pool.find(id).map(|i| self.pool.look(i));
        let track = pooled.or_else(|| self.shelves.iter().find_map(|s| s.tracks.find(id)));
        let named = |title: &str, artist: &str| NamedTrack {
            id: id.clone(),
            title: title.into(),
            artist: artist.into(),
        };
        match (track, self.opened.get(id)) {
            (Some(t), _) => named(t.title, t.artist),
            (None, Some(t)) => named(&t.title, &t.artist),
            (None, None) => named(&id.to_string(), ""),
        }
    }
}

fn leaning_view(leaning: &Leaning) -> LeaningView {
    LeaningView {
        term: leaning.term.into(),
        detail: leaning.detail.clone(),
        value: leaning.value,
        stated: leaning.stated,
        evidence: leaning.evidence,
    }
}

#[cfg(test)]
mod tests;
