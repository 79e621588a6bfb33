//! Families of genres: coarse enough that a few plays teach something about each.

use serde::{Deserialize, Serialize};

macro_rules! groups {
    ($($name:ident = $code:literal),* $(,)?) => {
        /// A family of genres.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(rename_all = "camelCase")]
        #[expect(missing_docs, reason = "the names say it")]
        pub enum GenreGroup { $($name),* }

        impl GenreGroup {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The stable code, for translation.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self { $(Self::$name => $code),* }
            }
        }
    };
}

groups! {
    Pop = "pop", Rock = "rock", Metal = "metal", Punk = "punk", HipHop = "hipHop", Electronic = "electronic",
    Ambient = "ambient", Soul = "soul", Jazz = "jazz", Blues = "blues", Classical = "classical", Folk = "folk",
    Country = "country", Latin = "latin", Reggae = "reggae", African = "african", Eastern = "eastern",
    Score = "score",
}

/// Styles that listeners like together: the factors that ratings of music come down to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    Mellow,
    Unpretentious,
    Sophisticated,
    Intense,
    Contemporary,
}

impl GenreGroup {
    /// Its name in English.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::HipHop => "hip hop",
            Self::Electronic => "electronic music",
            Self::Ambient => "ambient music",
            Self::Classical => "classical music",
            Self::Latin => "Latin music",
            Self::African => "African music",
            Self::Eastern => "eastern music",
            Self::Score => "film and game music",
            other => other.code(),
        }
    }

    /// The style it belongs to (P. J. Rentfrow, L. R. Goldberg, D. J. Levitin, "The structure of musical preferences:
    /// a five-factor model", J. Pers. Soc. Psychol. 100 (2011)).
    pub(crate) fn style(self) -> Style {
        match self {
            Self::Ambient => Style::Mellow,
            Self::Country | Self::Folk => Style::Unpretentious,
            Self::Classical
            | Self::Jazz
            | Self::Blues
            | Self::Latin
            | Self::African
            | Self::Eastern
            | Self::Score => Style::Sophisticated,
            Self::Rock | Self::Metal | Self::Punk => Style::Intense,
            Self::Pop | Self::HipHop | Self::Electronic | Self::Reggae | Self::Soul => Style::Contemporary,
        }
    }
}

/// Words of genre names and the family each points to.
const WORDS: &[(GenreGroup, &[&str])] = {
    use GenreGroup as G;
    &[
        (
            G::Pop,
            &[
                "pop",
                "schlager",
                "chanson",
                "estrada",
                "ballad",
                "trot",
                "kayōkyoku",
                "yé",
                "levenslied",
                "visa",
                "afropop",
                "mandopop",
                "cantopop",
                "electropop",
                "britpop",
                "boyband",
                "europop",
                "shidaiqu",
            ],
        ),
        (
            G::Rock,
            &[
                "rock",
                "grunge",
                "shoegaze",
                "krautrock",
                "beat",
                "wave",
                "goth",
                "gothic",
                "britpop",
                "alternative",
                "indie",
                "rockabilly",
                "surf",
                "garage",
                "psychedelic",
                "progressive",
                "emo",
            ],
        ),
        (
            G::Metal,
            &["metal", "metalcore", "djent", "thrash", "doom", "sludge", "blackgaze", "deathcore", "härte"],
        ),
        (G::Punk, &["punk", "hardcore", "oi", "crust", "screamo"]),
        (G::HipHop, &["hip", "rap", "trap", "grime", "drill", "boom"]),
        (
            G::Electronic,
            &[
                "electronic",
                "electronica",
                "techno",
                "house",
                "trance",
                "dubstep",
                "edm",
                "idm",
                "bass",
                "drum",
                "breakbeat",
                "electro",
                "synth",
                "synthwave",
                "trip",
                "eurodance",
                "downtempo",
                "electropunk",
                "industrial",
                "dance",
                "amapiano",
                "garage",
                "jungle",
                "rave",
                "electropop",
                "disco",
            ],
        ),
        (G::Ambient, &["ambient", "age", "drone", "meditation", "chillout", "lo", "lofi", "sleep"]),
        (G::Soul, &["soul", "funk", "disco", "rnb", "motown", "gospel", "boogie", "doo"]),
        (G::Jazz, &["jazz", "bop", "bebop", "swing", "stride", "ragtime", "fusion", "dixieland", "bossa"]),
        (G::Blues, &["blues", "boogie"]),
        (
            G::Classical,
            &[
                "classical",
                "baroque",
                "romantic",
                "opera",
                "operatic",
                "impressionism",
                "modernism",
                "minimalism",
                "neoclassical",
                "choral",
                "cantata",
                "lied",
                "renaissance",
                "chamber",
                "symphony",
                "orchestral",
                "sacred",
            ],
        ),
        (
            G::Folk,
            &[
                "folk",
                "singer",
                "songwriter",
                "celtic",
                "americana",
                "bluegrass",
                "acoustic",
                "fado",
                "traditional",
                "nova",
                "poetry",
                "kleinkunst",
                "shanty",
                "klezmer",
            ],
        ),
        (G::Country, &["country", "honky", "western", "americana", "bluegrass"]),
        (
            G::Latin,
            &[
                "latin",
                "salsa",
                "samba",
                "tango",
                "bossa",
                "mpb",
                "cumbia",
                "reggaeton",
                "bolero",
                "son",
                "mambo",
                "mariachi",
                "ranchera",
                "merengue",
                "bachata",
                "flamenco",
                "tropicália",
                "baião",
                "lambada",
                "nueva",
                "mexican",
                "guaracha",
                "manguebeat",
                "cuban",
                "forró",
                "rumba",
            ],
        ),
        (G::Reggae, &["reggae", "ska", "dub", "dancehall", "calypso", "soca", "rocksteady"]),
        (
            G::African,
            &[
                "african",
                "afrobeat",
                "afrobeats",
                "afro",
                "afropop",
                "kwaito",
                "jùjú",
                "mbube",
                "highlife",
                "congolese",
                "soukous",
                "ethio",
                "alté",
                "amapiano",
                "raï",
                "cape",
            ],
        ),
        (
            G::Eastern,
            &[
                "arabic",
                "filmi",
                "qawwali",
                "bhangra",
                "raga",
                "dabke",
                "turkish",
                "anatolian",
                "mizrahi",
                "enka",
                "laïko",
                "persian",
                "indian",
                "carnatic",
                "hindustani",
                "bollywood",
            ],
        ),
        (G::Score, &["score", "soundtrack", "film", "musical", "game", "cinematic", "show"]),
    ]
};

/// The one or two families of a genre word, the one it ends with first ("folk rock": rock, then folk); none for
/// a word that is in none.
#[must_use]
pub fn groups_of(genre: &str) -> Option<(GenreGroup, GenreGroup)> {
    let folded = genre.to_lowercase().replace("r&b", "rnb").replace("rhythm and blues", "rnb");
    let words = folded.split(|c: char| !c.is_alphanumeric()).rev().filter(|w| !w.is_empty());
    let mut found =
        words.flat_map(|w| WORDS.iter().filter(move |(_, words)| words.contains(&w))).map(|(g, _)| *g);
    let first = found.next()?;
    Some((first, found.find(|g| *g != first).unwrap_or(first)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use GenreGroup as G;

    #[test]
    fn genre_words_have_their_families() {
        for (word, groups) in [
            ("Folk Rock", Some((G::Rock, G::Folk))),
            ("hip-hop", Some((G::HipHop, G::HipHop))),
            ("contemporary R&B", Some((G::Soul, G::Soul))),
            ("k-pop", Some((G::Pop, G::Pop))),
            ("film score", Some((G::Score, G::Score))),
            ("melodic death metal", Some((G::Metal, G::Metal))),
            ("samba rock", Some((G::Rock, G::Latin))),
            ("zzz", None),
            ("", None),
        ] {
            assert_eq!(groups_of(word), groups, "{word}");
        }
    }

    #[test]
    fn every_family_is_reached_and_codes_differ() {
        for g in GenreGroup::ALL {
            assert!(WORDS.iter().any(|(group, words)| group == g && !words.is_empty()));
            assert_eq!(GenreGroup::ALL.iter().filter(|o| o.code() == g.code()).count(), 1);
        }
    }
}
