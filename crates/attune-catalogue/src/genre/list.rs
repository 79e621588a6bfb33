//! The genre field of a file: one genre or several.

use super::{Found, ancestors, find};
use attune_core::track::fold;
use attune_core::{Affect, AffectEstimate};

/// The longest word taken for a genre, in bytes.
const WORD_LIMIT: usize = 64;
/// How many genres of a field are looked at.
const LIMIT: usize = 8;

/// What a genre field says.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Genres {
    /// The first genre that is known and no mere parent of another one, by its name in the table; where none is
    /// known, the field's first word.
    pub name: Option<String>,
    /// What the genres say about the track's affect; none where none is known.
    pub estimate: Option<AffectEstimate>,
}

/// Reads `pop`, `pop; rock`, `pop, rock`, `pop|rock` or `['pop', 'rock']`.
///
/// A track of several genres lies between their places. They are statements about one thing, so together they make
/// no surer: their spreads are averaged, too. A genre that stands beside one of its own kinds ("rock; grunge") adds
/// nothing.
#[must_use]
pub fn read(field: &str) -> Genres {
    let words: Vec<&str> = words(field).take(LIMIT).collect();
    let mut found: Vec<Found> = Vec::new();
    for genre in words.iter().filter_map(|w| find(w)) {
        if !found.iter().any(|f| f.genre.name == genre.genre.name) {
            found.push(genre);
        }
    }
    let all = found.clone();
    found.retain(|f| !all.iter().any(|other| ancestors(other.genre).any(|a| a.name == f.genre.name)));
    let known = found.first().map(|f| f.genre.name.clone());
    Genres { name: known.or_else(|| words.first().map(|w| fold(w))), estimate: between(&found) }
}

/// The words of a field that can be genres.
fn words(field: &str) -> impl Iterator<Item = &str> {
    let quotes = |c: char| c.is_whitespace() || matches!(c, '\'' | '"' | '[' | ']');
    field
        .split([',', ';', '|'])
        .map(move |w| w.trim_matches(quotes))
        .filter(|w| !w.is_empty() && w.len() <= WORD_LIMIT && !w.contains(char::is_control))
}

fn between(found: &[Found]) -> Option<AffectEstimate> {
    let estimates: Vec<_> = found.iter().map(Found::estimate).collect();
    average(&estimates)
}

/// The average of estimates, spreads included.
pub(crate) fn average(estimates: &[AffectEstimate]) -> Option<AffectEstimate> {
    let n = estimates.len() as f64;
    let mean = |of: fn(&AffectEstimate) -> f64| estimates.iter().map(of).sum::<f64>() / n;
    (!estimates.is_empty()).then(|| {
        AffectEstimate::new(
            Affect::new(mean(|e| e.mean.valence), mean(|e| e.mean.arousal)),
            mean(|e| e.sd_valence),
            mean(|e| e.sd_arousal),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(field: &str) -> Option<String> {
        read(field).name
    }

    #[test]
    fn lists_in_every_spelling() {
        for field in
            ["pop; rock", "pop,rock", "Pop | Rock", "['pop', 'rock']", "[\"Pop\",\"Rock\"]", "Pop;;pop;ROCK"]
        {
            assert_eq!(read(field), read("pop;rock"), "{field}");
        }
        let (pop, rock) = (find("pop").unwrap().estimate(), find("rock").unwrap().estimate());
        let both = read("pop;rock").estimate.unwrap();
        assert!((both.mean.arousal - pop.mean.arousal.midpoint(rock.mean.arousal)).abs() < 1e-12);
        assert!(both.sd_valence >= pop.sd_valence.min(rock.sd_valence), "no surer than one");
    }

    #[test]
    fn a_kind_goes_before_its_parents() {
        assert_eq!(read("rock; grunge"), read("grunge"));
        assert_eq!(name("grunge;alternative rock;rock;pop").as_deref(), Some("grunge"));
    }

    #[test]
    fn known_words_go_before_unknown_ones() {
        assert_eq!(name("zzyzx; hip hop").as_deref(), Some("hip-hop"));
        assert_eq!(read("Zzyzx  Qq"), Genres { name: Some("zzyzx qq".into()), estimate: None });
        for nothing in ["", "[]", " ; ", &"x".repeat(65)] {
            assert_eq!(read(nothing), Genres::default());
        }
    }
}
