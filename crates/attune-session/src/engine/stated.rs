//! What the listener says outright of what they like.

use super::Engine;
use crate::view::{FamilyChoice, StatedChoices, UndoableAction};
use attune_core::taste::genre::{GenreGroup, groups_of};
use attune_core::taste::stated::{eras, language_code};
use attune_core::taste::{StatedAnswer, StatedKind, StatedPreferences};
use attune_core::track::fold;
use attune_core::{AppError, ErrorCode, Timestamp, Track};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// So many words of a family are shown.
const WORDS_SHOWN: usize = 60;

impl Engine {
    pub(super) fn load_stated(&mut self) {
        let kept = self.archive.stated();
        self.preferences = self.or_warn(kept).unwrap_or_default();
    }

    /// Takes an answer, or takes it back (code `preference_unknown` for what cannot be said). It counts at once; what is on
    /// goes on.
    pub fn tell(
        &mut self,
        kind: StatedKind,
        name: &str,
        answer: Option<StatedAnswer>,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let mut stated = self.preferences.clone();
        if !stated.say(kind, name, answer) {
            return Err(AppError::new(
                ErrorCode::PreferenceUnknown,
                "That cannot be noted. Choose something else.",
            ));
        }
        self.keep_stated(stated, now)
    }

    /// Forgets all that was said outright, which can be taken back like a action.
    pub fn forget_stated(&mut self, now: Timestamp) -> Result<(), AppError> {
        if self.preferences.is_empty() {
            return Ok(());
        }
        self.archive.save_stated(&StatedPreferences::default())?;
        let before = std::mem::take(&mut self.preferences);
        self.note_reset(before);
        self.stated_changed(now);
        Ok(())
    }

    fn note_reset(&mut self, before: StatedPreferences) {
        self.note_action(UndoableAction::StatedForgotten, String::new(), None);
        if let Some(undo) = self.undo.last_mut() {
            undo.stated = Some(before);
        }
    }

    /// Brings back what a reset took, but for what was answered anew since.
    pub(super) fn restore_stated(&mut self, before: &StatedPreferences) {
        let mut stated = self.preferences.clone();
        stated.restore(before);
        let kept = self.archive.save_stated(&stated);
        self.or_warn(kept);
        self.preferences = stated;
    }

    fn keep_stated(&mut self, stated: StatedPreferences, now: Timestamp) -> Result<(), AppError> {
        self.archive.save_stated(&stated)?;
        self.preferences = stated;
        self.stated_changed(now);
        Ok(())
    }

    fn stated_changed(&mut self, now: Timestamp) {
        self.relearn();
        self.tell_taste();
        self.rerank(now);
    }

    /// What there is to say something about.
    #[must_use]
    pub fn stated_choices(&self) -> StatedChoices {
        let mut families: HashMap<GenreGroup, u32> = HashMap::new();
        let mut words: HashMap<String, (u32, &str)> = HashMap::new();
        let (mut languages, mut found_eras) = (BTreeMap::<&str, u32>::new(), vec![false; eras().len()]);
        for track in self.tracks_on() {
            if let Some(word) = track.genre.as_deref() {
                words.entry(fold(word)).or_insert((0, word)).0 += 1;
            }
            if let Some(tag) = track.language.as_deref() {
                *languages.entry(language_code(tag)).or_default() += 1;
            }
            if let Some(place) = track.year.and_then(attune_core::taste::stated::era_of_year) {
                found_eras[place] = true;
            }
        }
        let mut by_family: HashMap<GenreGroup, Vec<(u32, &str)>> = HashMap::new();
        for (count, word) in words.into_values() {
            let Some((one, other)) = groups_of(word) else { continue };
            for family in if one == other { vec![one] } else { vec![one, other] } {
                *families.entry(family).or_default() += count;
                by_family.entry(family).or_default().push((count, word));
            }
        }
        let families = most_first(families.into_iter().map(|(family, count)| (count, family)));
        StatedChoices {
            families: families
                .into_iter()
                .map(|family| FamilyChoice {
                    code: family.code().into(),
                    words: most_first(by_family.remove(&family).unwrap_or_default())
                        .into_iter()
                        .take(WORDS_SHOWN)
                        .map(str::to_owned)
                        .collect(),
                })
                .collect(),
            eras: eras()
                .iter()
                .zip(found_eras)
                .filter(|(_, found)| *found)
                .map(|(e, _)| (*e).into())
                .collect(),
            languages: most_first(languages.into_iter().map(|(code, count)| (count, code)))
                .into_iter()
                .map(str::to_owned)
                .collect(),
        }
    }

    /// Artists of the catalogues that are on whose name has `text` in it, as credited, at most `most`: those whose name
    /// begins with it first, then those with most tracks. For an empty text those with most tracks.
    #[must_use]
    pub fn find_artists(&self, text: &str, most: usize) -> Vec<String> {
        let needle = fold(text);
        let mut found: HashMap<String, (u32, &str)> = HashMap::new();
        for track in self.tracks_on() {
            let key = fold(&track.artist);
            if !key.is_empty() && key.contains(&needle) {
                found.entry(key).or_insert((0, &track.artist)).0 += 1;
            }
        }
        let mut all: Vec<(bool, u32, String, &str)> =
            found.into_iter().map(|(key, (n, name))| (key.starts_with(&needle), n, key, name)).collect();
        all.sort_by(|a, b| b.0.cmp(&a.0).then(b.1.cmp(&a.1)).then_with(|| a.2.cmp(&b.2)));
        all.into_iter().take(most).map(|(.., name)| name.to_owned()).collect()
    }

    fn tracks_on(&self) -> impl Iterator<Item = &Arc<Track>> {
        self.shelves.iter().filter(|s| s.info.enabled && !s.session_only).flat_map(|s| &s.tracks)
    }
}

/// Things by how often they come, the most frequent first; of those equally frequent the first in order.
fn most_first<T: Ord>(counted: impl IntoIterator<Item = (u32, T)>) -> Vec<T> {
    let mut all: Vec<(u32, T)> = counted.into_iter().collect();
    all.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    all.into_iter().map(|(_, thing)| thing).collect()
}

#[cfg(test)]
mod tests;
