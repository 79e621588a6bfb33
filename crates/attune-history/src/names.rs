//! Names in entries.

use crate::{Ending, Play, ProblemKind};
use attune_core::Timestamp;
use attune_core::text::is_plain;

/// Longer names are no names.
const LONGEST: usize = 1_000;

/// A name without what surrounds it or cannot be shown; none where there is none.
pub(crate) fn name(text: &str) -> Option<String> {
    if text.len() > LONGEST {
        return None;
    }
    let shown: String = text.chars().map(|c| if is_plain(c) { c } else { ' ' }).collect();
    let shown = shown.trim();
    (!shown.is_empty()).then(|| shown.to_owned())
}

/// A play of a track at a time of which nothing more is known.
pub(crate) fn play(
    title: Option<String>,
    artist: Option<String>,
    at: Option<Timestamp>,
) -> Result<Play, ProblemKind> {
    let (Some(title), Some(artist)) = (title, artist) else { return Err(ProblemKind::Unnamed) };
    let Some(at) = at else { return Err(ProblemKind::Time) };
    let ending = Ending::Unknown;
    Ok(Play { title, artist, album: None, spotify: None, at: Some(at), heard_ms: None, ending, times: 1 })
}
