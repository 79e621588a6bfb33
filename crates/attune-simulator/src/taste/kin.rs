//! What genre words have in common.
//!
//! Who likes thrash metal mostly likes heavy metal, and is more likely than others to like punk. What 1,704 students
//! thought of 14 genres came down to four factors that explain 59 % of the variance (P. J. Rentfrow, S. D. Gosling,
//! "The do re mi's of everyday life", J. Pers. Soc. Psychol. 84 (2003)). So of the hidden quality that the words of a
//! family share, 59 % is that of the family's factor. How much the words of one family share no study says that we
//! know of; seven tenths are assumed.

use super::latent::{Latent, latent};
use crate::random::Random;
use attune_core::taste::genre::{GenreGroup, groups_of};
use std::array::from_fn;

/// Reflective and complex, intense and rebellious, upbeat and conventional, energetic and rhythmic.
const FACTORS: usize = 4;
/// What each part contributes; the squares are 0.59 and 0.41 of 0.7, and 0.3.
const FACTOR: f64 = 0.643;
const FAMILY: f64 = 0.536;
const OWN: f64 = 0.548;

/// The qualities that words share.
#[derive(Debug, Clone)]
pub(super) struct Kin {
    factors: [Latent; FACTORS],
    families: Vec<Latent>,
}

impl Kin {
    pub(super) fn new(random: &mut Random) -> Self {
        let factors = from_fn(|_| latent(random));
        Self { factors, families: GenreGroup::ALL.iter().map(|_| latent(random)).collect() }
    }

    /// The quality of a word; of one between two families, the mean of what it shares with each.
    pub(super) fn word(&self, word: &str, random: &mut Random) -> Latent {
        let own = latent(random);
        let Some((one, other)) = groups_of(word) else { return own };
        let shared = |g: GenreGroup, i: usize| {
            FACTOR * self.factors[factor(g)][i] + FAMILY * self.families[g as usize][i]
        };
        from_fn(|i| 0.5 * (shared(one, i) + shared(other, i)) + OWN * own[i])
    }
}

/// The factor of a family, as in the study for the genres that it asked about.
fn factor(family: GenreGroup) -> usize {
    use GenreGroup as G;
    match family {
        G::Blues | G::Jazz | G::Classical | G::Folk | G::Ambient | G::African | G::Eastern => 0,
        G::Rock | G::Metal | G::Punk => 1,
        G::Country | G::Score | G::Pop | G::Latin => 2,
        G::HipHop | G::Soul | G::Electronic | G::Reggae => 3,
    }
}
