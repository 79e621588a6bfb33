//! Which version of a song a title names.

/// Words that make it another recording, by kind.
const KINDS: [&[&str]; 12] = [
    &[
        "live",
        "vivo",
        "directo",
        "unplugged",
        "concert",
        "konzert",
        "canli",
        "zywo",
        "концерт",
        "концертная",
        "ライブ",
        "现场",
        "現場",
        "现场版",
        "現場版",
        "라이브",
    ],
    &[
        "remix",
        "rmx",
        "remixed",
        "remezcla",
        "rework",
        "reworked",
        "bootleg",
        "vip",
        "flip",
        "mashup",
        "ремикс",
        "リミックス",
        "리믹스",
    ],
    &["dub"],
    CUT,
    &["extended", "maxi", "long", "club"],
    &[
        "acoustic",
        "akustik",
        "acustico",
        "acustica",
        "acoustique",
        "piano",
        "orchestral",
        "symphonic",
        "stripped",
        "アコースティック",
        "어쿠스틱",
    ],
    &["karaoke", "backing", "カラオケ", "караоке"],
    &["instrumental", "inst", "インストゥルメンタル"],
    &["acapella", "cappella", "vocal"],
    &["cover", "tribute"],
    &[
        "demo",
        "outtake",
        "take",
        "rehearsal",
        "alternate",
        "alternative",
        "alt",
        "session",
        "sessions",
        "rough",
    ],
    &[
        "sped",
        "nightcore",
        "slowed",
        "reverb",
        "8d",
        "reprise",
        "interlude",
        "intro",
        "outro",
        "skit",
        "commentary",
        "interview",
        "spoken",
        "chopped",
        "boosted",
        "lullaby",
        "rendition",
        "lofi",
    ],
];
/// Languages that a song was sung in again, with their names for themselves.
const LANGUAGES: [&[&str]; 10] = [
    &["spanish", "espanol", "castellano"],
    &["english", "ingles", "anglais", "englisch"],
    &["french", "francais", "frances", "franzosisch"],
    &["german", "deutsch", "aleman", "allemand"],
    &["italian", "italiano", "italien", "italienisch"],
    &["portuguese", "portugues"],
    &["japanese", "japones", "日本語"],
    &["korean", "한국어"],
    &["chinese", "mandarin", "中文", "国语"],
    &["russian", "русская"],
];
/// The same recording, shortened.
const CUT: &[&str] = &["edit", "edited", "radio", "single", "short", "cut"];
/// The place of [`CUT`] in [`KINDS`].
const CUT_KIND: u32 = 1 << 3;
/// A version of some name: "Mira's Version", "Night Mix".
const NAMED_KIND: u32 = 1 << 12;
/// Words of a version that tell nothing beside others.
const WEAK: [&str; 6] = ["version", "mix", "recording", "recorded", "rerecorded", "re"];
/// Words of an edition of the same recording.
const EDITION: [&str; 27] = [
    "remaster",
    "remastered",
    "remasterizado",
    "remasterise",
    "remastering",
    "deluxe",
    "edition",
    "expanded",
    "anniversary",
    "album",
    "original",
    "stereo",
    "mono",
    "explicit",
    "clean",
    "bonus",
    "track",
    "lp",
    "digital",
    "digitally",
    "soundtrack",
    "score",
    "ost",
    "release",
    "reissue",
    "hd",
    "hq",
];
/// Words that mean nothing by themselves.
const FILLER: [&str; 12] = ["the", "a", "an", "at", "in", "on", "from", "of", "by", "en", "ao", "dal"];

/// Which version; [`Default`] is the plain one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Version {
    kinds: u32,
    /// Whose or where, in the order of the alphabet.
    names: Vec<String>,
}

impl Version {
    /// Takes the words of an aside in, if they name a version.
    pub(super) fn take(&mut self, words: &[String]) -> bool {
        let is_weak = |word: &String| WEAK.contains(&word.as_str());
        let kinds = words.iter().filter_map(|word| kind(word)).fold(0, |all, kind| all | kind);
        let sung_again = words.iter().any(|w| language(w).is_some())
            && words.iter().all(|w| language(w).is_some() || is_weak(w) || FILLER.contains(&w.as_str()));
        if kinds == 0 && !sung_again && !words.iter().any(is_weak) {
            return false;
        }
        self.kinds |= if kinds == 0 { NAMED_KIND } else { kinds };
        let telling = |w: &&String| {
            kind(w).is_none()
                && !is_weak(w)
                && !FILLER.contains(&w.as_str())
                && !EDITION.contains(&w.as_str())
        };
        let named = |word: &String| language(word).map_or_else(|| word.clone(), str::to_owned);
        self.names.extend(words.iter().filter(telling).map(named));
        self.names.sort_unstable();
        true
    }

    /// Whether one is the other, shortened for the radio.
    pub(super) fn is_cut_of(&self, other: &Self) -> bool {
        self.kinds ^ other.kinds == CUT_KIND && self.names == other.names
    }

    /// Whether they are of one kind and only one of them says whose or where.
    pub(super) fn is_less_exactly(&self, other: &Self) -> bool {
        self.kinds == other.kinds && self.names.is_empty() != other.names.is_empty()
    }
}

/// The English name of a language.
fn language(word: &str) -> Option<&'static str> {
    LANGUAGES.iter().find(|names| names.contains(&word)).map(|names| names[0])
}

fn kind(word: &str) -> Option<u32> {
    KINDS.iter().position(|words| words.contains(&word)).map(|place| 1 << place)
}

/// Whether an aside says who else is heard or who made it.
pub(super) fn is_guest(words: &[String]) -> bool {
    words.first().is_some_and(|first| {
        matches!(first.as_str(), "feat" | "ft" | "featuring" | "with" | "prod" | "produced" | "duet")
    })
}

/// Whether an aside names an edition of the same recording: "2011 Remaster", "Original Mix", "From the Film".
pub(super) fn is_edition(words: &[String]) -> bool {
    let year =
        |w: &String| w.len() == 4 && (w.starts_with("19") || w.starts_with("20")) && w.parse::<u16>().is_ok();
    let strong = |w: &String| year(w) || EDITION.contains(&w.as_str());
    let beside = |w: &String| {
        strong(w)
            || WEAK.contains(&w.as_str())
            || FILLER.contains(&w.as_str())
            || w.parse::<u16>().is_ok()
            || is_ordinal(w)
    };
    let from = words.first().is_some_and(|first| first == "from") && words.iter().all(|w| kind(w).is_none());
    from || words.is_empty() || (words.iter().any(strong) && words.iter().all(beside))
}

/// "25th Anniversary"
fn is_ordinal(word: &str) -> bool {
    let digits = word.trim_end_matches(|c: char| c.is_alphabetic());
    !digits.is_empty() && matches!(&word[digits.len()..], "st" | "nd" | "rd" | "th")
}

/// Whether the last word of a title without brackets names its version: "Glass Rain Remix".
pub(super) fn ends_with_version(word: &super::Word) -> bool {
    let word = word.plain.as_str();
    matches!(
        word,
        "live" | "remix" | "acoustic" | "karaoke" | "instrumental" | "demo" | "remaster" | "remastered"
    )
}
