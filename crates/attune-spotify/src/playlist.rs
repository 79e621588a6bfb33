//! Mood playlists: one private playlist for each mood or policy, used again and again.

use crate::client::{Spotify, Verb};
use crate::error::SpotifyError;
use crate::matching::{Match, Wanted};
use crate::queue::Cause;
use crate::reply::PlaylistObject;
use attune_core::TrackId;
use serde::Serialize;
use serde_json::json;
use std::collections::HashSet;

/// The most that one call takes.
const CHUNK: usize = 100;
const PER_PAGE: usize = 50;
/// How many of the listener's playlists are looked through.
const LOOKED_THROUGH: usize = 1000;

/// What a playlist is for, and what it is called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MoodPlaylist {
    key: String,
    name: String,
    description: String,
}

impl MoodPlaylist {
    /// A playlist for `key` (a mood or policy: lower-case letters, digits, spaces and hyphens are kept), named and
    /// described by the listener's patterns, in which `{mood}` stands for it.
    ///
    /// The description ends with a mark by which it is found again.
    #[must_use]
    pub fn new(key: &str, name_pattern: &str, description_pattern: &str) -> Self {
        let lower = key.trim().to_lowercase();
        let key: String = lower.chars().filter(|c| c.is_alphanumeric() || " -".contains(*c)).collect();
        let fill = |pattern: &str, most: usize| {
            pattern.replace("{mood}", &key).chars().filter(|c| !c.is_control()).take(most).collect::<String>()
        };
        let name = Some(fill(name_pattern, 100)).filter(|n| !n.trim().is_empty());
        let name = name.unwrap_or_else(|| format!("Attune {key}"));
        let description = format!("{} {}", fill(description_pattern, 200), mark(&key)).trim().to_owned();
        Self { key, name, description }
    }

    /// What it is called.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    fn is(&self, other: &PlaylistObject) -> bool {
        other.description.as_deref().is_some_and(|d| d.ends_with(&mark(&self.key)))
    }
}

/// No character of it is changed when Spotify escapes descriptions.
fn mark(key: &str) -> String {
    format!("Made by Attune (mood {key}).")
}

/// Which playlist will be written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase", tag = "playlist")]
pub enum Target {
    /// A new one.
    New,
    /// One that Attune made before; its items will be replaced.
    Existing {
        /// Its Spotify id.
        id: String,
        /// What it is called now.
        name: Option<String>,
    },
}

/// What will happen: the dry run.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Plan {
    /// The playlist as it would be made.
    pub list: MoodPlaylist,
    /// Which one is written.
    pub target: Target,
    /// The tracks that were found, in order, each once.
    pub found: Vec<(TrackId, Match)>,
    /// Those that were not.
    pub missed: Vec<TrackId>,
}

/// What has happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Written {
    /// The playlist's id.
    pub id: String,
    /// Where it opens.
    pub url: String,
    /// Whether it was made now.
    pub created: bool,
    /// How many tracks it has.
    pub tracks: usize,
}

impl Spotify {
    /// Finds the tracks and the playlist, and changes nothing.
    pub async fn plan(
        &self,
        list: &MoodPlaylist,
        tracks: &[Wanted],
        cause: Cause,
    ) -> Result<Plan, SpotifyError> {
        let mut plan = Plan {
            list: list.clone(),
            target: self.target(list, cause).await?,
            found: Vec::new(),
            missed: Vec::new(),
        };
        let mut seen = HashSet::new();
        for wanted in tracks {
            match self.find(wanted, cause).await? {
                Some(found) if seen.insert(found.uri.clone()) => plan.found.push((wanted.id.clone(), found)),
                Some(_) => {}
                None => plan.missed.push(wanted.id.clone()),
            }
        }
        Ok(plan)
    }

    /// Carries a plan out. A plan without tracks changes nothing (`NotFound`): an emptied playlist helps nobody.
    pub async fn apply(&self, plan: &Plan, cause: Cause) -> Result<Written, SpotifyError> {
        if plan.found.is_empty() {
            return Err(SpotifyError::NotFound);
        }
        let (id, created) = match &plan.target {
            Target::Existing { id, .. } => (id.clone(), false),
            Target::New => (self.create(&plan.list, cause).await?, true),
        };
        self.remember(|n| {
            n.playlists.insert(plan.list.key.clone(), id.clone());
        });
        let uris: Vec<&str> = plan.found.iter().map(|(_, m)| m.uri.as_str()).collect();
        let path = format!("playlists/{id}/items");
        let (first, rest) = uris.split_at(uris.len().min(CHUNK));
        // Replacing first: after a failure in between, doing it again gives the same and no doubles.
        self.change(Verb::Put, &path, &json!({ "uris": first }), cause).await?;
        for chunk in rest.chunks(CHUNK) {
            self.change(Verb::Post, &path, &json!({ "uris": chunk }), cause).await?;
        }
        let url = format!("https://open.spotify.com/playlist/{id}");
        Ok(Written { id, url, created, tracks: uris.len() })
    }

    /// The playlist among the listener's own: by its remembered id, else by its mark. One that the listener has
    /// deleted is not among them.
    async fn target(&self, list: &MoodPlaylist, cause: Cause) -> Result<Target, SpotifyError> {
        let known = self.known_playlist(&list.key);
        let mut marked = None;
        let mut offset = 0;
        while offset < LOOKED_THROUGH {
            let path = format!("me/playlists?limit={PER_PAGE}&offset={offset}");
            let page: crate::reply::Page<PlaylistObject> = self.get(&path, cause).await?;
            if let Some(own) = page.items.iter().find(|p| known.as_ref() == Some(&p.id)) {
                return Ok(existing(own));
            }
            marked = marked.or_else(|| page.items.iter().find(|p| list.is(p)).map(existing));
            if page.items.is_empty() || page.next.is_none() || (known.is_none() && marked.is_some()) {
                break;
            }
            offset += PER_PAGE;
        }
        Ok(marked.unwrap_or(Target::New))
    }

    /// Makes a playlist, once. When the answer does not say whether it was made, it is looked for.
    async fn create(&self, list: &MoodPlaylist, cause: Cause) -> Result<String, SpotifyError> {
        let body = json!({
            "name": list.name, "description": list.description, "public": false, "collaborative": false
        });
        let made = self.change(Verb::Post, "me/playlists", &body, cause).await;
        let made = made.and_then(|reply| {
            serde_json::from_str::<PlaylistObject>(&reply).map_err(|_| SpotifyError::BadReply)
        });
        match made {
            Ok(playlist) => Ok(playlist.id),
            Err(error) if error.is_ambiguous() => match self.target(list, cause).await? {
                Target::Existing { id, .. } => Ok(id),
                Target::New => Err(error),
            },
            Err(error) => Err(error),
        }
    }
}

fn existing(playlist: &PlaylistObject) -> Target {
    Target::Existing { id: playlist.id.clone(), name: playlist.name.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_are_filled_and_kept_short() {
        let list = MoodPlaylist::new(" Calm ", "Attune: {mood}", "For {mood} hours.");
        assert_eq!(list.name(), "Attune: calm");
        assert_eq!(list.description, "For calm hours. Made by Attune (mood calm).");
        let odd = MoodPlaylist::new("a\"\n<b>", "", &"x".repeat(1000));
        assert_eq!((odd.key.as_str(), odd.name()), ("ab", "Attune ab"));
        assert!(odd.description.chars().count() < 300);
    }
}
