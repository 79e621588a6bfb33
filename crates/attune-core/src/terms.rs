//! The terms of a score: what adds up, and what each part is called.

macro_rules! term {
    ($($(#[$doc:meta])* $name:ident = $code:literal),* $(,)?) => {
        /// A part of the score.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Term { $($(#[$doc])* $name),* }

        impl Term {
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

term! {
    /// What an average track is worth to this listener.
    Base = "base",
    /// Closeness of the track's affect to the target.
    Fit = "fit",
    /// Where it lies on the plane, whatever the target: some like it bright.
    Sound = "sound",
    /// The family of genres.
    Genre = "genre",
    /// The genre word itself, over its family.
    GenreWord = "genreWord",
    /// The artist.
    Artist = "artist",
    /// What was said of this very track: hearts, plays to the end, skips.
    Track = "track",
    /// The era it comes from.
    Era = "era",
    /// The language it is sung in.
    Language = "language",
    /// Its tempo.
    Tempo = "tempo",
    /// The register of a composed piece.
    Register = "register",
    /// How many people play it.
    Popular = "popular",
    /// That it was never played.
    Novel = "novel",
    /// How energetic music suits this time of the day.
    Daytime = "daytime",
    /// Played a short while ago, 0 or less.
    Recent = "recent",
    /// A jump from the track before, 0 or less.
    Flow = "flow",
    /// The seeded part among near equals.
    Chance = "chance",
    /// The seeded part where something is tried out, larger the less is known.
    Explore = "explore",
}

/// What adds up to a score, each part already weighted. 1 is a track that is heard to its end for sure.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Terms([f32; Term::ALL.len()]);

impl Terms {
    /// One part.
    #[must_use]
    pub fn get(&self, term: Term) -> f32 {
        self.0[term as usize]
    }

    /// The same with another value for one part.
    #[must_use]
    pub fn with(mut self, term: Term, value: f32) -> Self {
        self.0[term as usize] = value;
        self
    }

    pub(crate) fn add(&mut self, term: Term, value: f32) {
        self.0[term as usize] += value;
    }

    /// The score.
    #[must_use]
    pub fn total(&self) -> f32 {
        self.0.iter().sum()
    }

    /// All parts that are not 0.
    pub fn iter(&self) -> impl Iterator<Item = (Term, f32)> + '_ {
        Term::ALL.iter().map(|t| (*t, self.get(*t))).filter(|(_, v)| *v != 0.0)
    }
}
