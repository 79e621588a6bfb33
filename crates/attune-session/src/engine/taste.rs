//! What was learned of the listener: shown, forgotten, exported.

use super::Engine;
use crate::view::{LeaningView, NamedTrack, TasteView, TrackMoodView, UiEvent};
use attune_core::feedback::standing;
use attune_core::taste::Leaning;
use attune_core::{AppError, Feedback, FeedbackKind, LearnedPart, Timestamp, Track, TrackId};
use serde_json::Value;
use std::collections::HashMap;
use std::sync::Arc;

/// So many leanings are shown either way.
const LEANINGS_SHOWN: usize = 12;

impl Engine {
    /// Learns anew from all feedback that stands, and takes out of the queue what must not be in it.
    pub(super) fn relearn(&mut self) {
        let off = self.shelves.iter().filter(|s| !s.info.enabled && !s.session_only).flat_map(|s| &s.tracks);
        let elsewhere: HashMap<&TrackId, &Arc<Track>> = off.map(|t| (&t.id, t)).collect();
        let log = standing(self.feedback.iter().map(|(_, f)| f));
        self.pool.set_stated(self.preferences.clone());
        self.pool.relearn(log, |id| elsewhere.get(id).map(|t| Arc::clone(t)));
        for passing in standing(self.session_feedback.iter().map(|(_, f)| f)) {
            self.pool.note(passing);
        }
        self.drop_blocked();
    }

    pub(super) fn drop_blocked(&mut self) {
        let pool = &self.pool;
        self.playlist.retain(|id| pool.find(id).is_some_and(|i| !pool.rows()[i as usize].is_blocked()));
    }

    pub(super) fn tell_taste(&mut self) {
        self.out.push(UiEvent::Taste);
    }

    /// What was learned of the listener's taste.
    #[must_use]
    pub fn taste(&self) -> TasteView {
        let leanings = self.pool.taste().leanings();
        let (likes, dislikes): (Vec<_>, Vec<_>) = leanings.iter().partition(|l| l.value > 0.0);
        let shown = |all: Vec<&Leaning>| all.into_iter().take(LEANINGS_SHOWN).map(leaning_view).collect();
        TasteView {
            stated: self.preferences.items().to_vec(),
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
        self.feedback.retain(|(_, f)| f.kind.part() != part || track.is_some_and(|t| *t != f.track));
        // What could be taken back may be gone.
        self.undo.clear();
        self.relearn();
        self.tell_taste();
        self.rerank(now);
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
    fn standing(&self, kind: FeedbackKind) -> impl Iterator<Item = &Feedback> {
        let all = standing(self.feedback.iter().map(|(_, f)| f));
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

    fn blocked_artists(&self) -> Vec<String> {
        let mut artists: Vec<String> = Vec::new();
        for feedback in self.standing(FeedbackKind::ArtistNever) {
            let name = feedback.artist.clone().unwrap_or_else(|| self.name_of(&feedback.track).artist);
            if !artists.contains(&name) {
                artists.push(name);
            }
        }
        artists
    }

    fn track_moods(&self) -> Vec<TrackMoodView> {
        let mut moods: Vec<TrackMoodView> = Vec::new();
        let said = self.feedback.iter().rev().map(|(_, f)| f);
        for f in said.filter(|f| f.kind.part() == LearnedPart::TrackMoods) {
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
    fn name_of(&self, id: &TrackId) -> NamedTrack {
        let pooled = self.pool.find(id).map(|i| self.pool.track(i));
        let track = pooled.or_else(|| self.shelves.iter().flat_map(|s| &s.tracks).find(|t| t.id == *id));
        track.map_or_else(
            || NamedTrack { id: id.clone(), title: id.to_string(), artist: String::new() },
            |t| NamedTrack { id: id.clone(), title: t.title.clone(), artist: t.artist.clone() },
        )
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
