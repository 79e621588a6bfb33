//! What is done on both systems: each scenario is one or more command lines of `attune-cli`, in which a word that begins
//! with `@` is a path in the scene, with `?` for a space.

/// Command lines that belong together.
#[derive(Clone, Copy)]
pub(super) struct Scenario {
    pub(super) name: &'static str,
    pub(super) lines: &'static [&'static str],
    /// Files that they write, the same on both systems.
    pub(super) files: &'static [&'static str],
}

const fn scenario(name: &'static str, lines: &'static [&'static str]) -> Scenario {
    Scenario { name, lines, files: &[] }
}

/// All of them; the library's build on each other.
pub(super) const SCENARIOS: &[Scenario] = &[
    scenario("a picture is looked at", &["look --json @pictures/0.png"]),
    scenario("bad pictures are reported", &["look --json @broken", "look --json @nowhere.png"]),
    scenario("there is no camera", &["look --json --camera"]),
    scenario(
        "music is recommended",
        &[
            "recommend --json --affect=-0.5,-0.4 --policy lift",
            "recommend --json --image @pictures/0.png",
            "recommend --json --expression happiness --policy classic --catalogue @songs.csv",
        ],
    ),
    scenario("a session goes over pictures", &["session --json --seed 7 --step 1000 --frames @pictures"]),
    scenario(
        "music is composed",
        &["soundscape --score --affect=0.3,-0.5 --seed 1", "soundscape --score --seed 9"],
    ),
    scenario("a recording is listened to", &["listen @music/UPPER/Mixed?Case.WAV", "listen @nowhere.wav"]),
    scenario(
        "a library is scanned, with long paths and with letters of all kinds",
        &[
            "library --data-dir @data add @music",
            "library --data-dir @data scan",
            "library --data-dir @data scan",
            "library --data-dir @data folders",
            "library --data-dir @data list --sort title",
            "library --data-dir @data search strasse",
            "library --data-dir @data search 日本",
            "library --data-dir @data unreadable",
        ],
    ),
    scenario(
        "a library is heard",
        &["library --data-dir @data analyse", "library --data-dir @data list --affect --sort arousal"],
    ),
    scenario(
        "playlists that Windows programs write are read",
        &[
            "library --data-dir @data import @music/list.m3u8",
            "library --data-dir @data import @music/western.m3u",
            "library --data-dir @data import @music/winamp.pls",
        ],
    ),
    Scenario {
        name: "playlists beside the music are the same everywhere",
        lines: &[
            "library --data-dir @data export @music/all.m3u8",
            "library --data-dir @data export @music/all.xspf",
            "library --data-dir @data import @music/all.m3u8",
            "library --data-dir @data import @music/all.xspf",
        ],
        files: &["music/all.m3u8", "music/all.xspf"],
    },
    scenario(
        "playlists elsewhere name whole paths and are read back",
        &[
            "library --data-dir @data export @lists/all.m3u8",
            "library --data-dir @data export @lists/all.xspf",
            "library --data-dir @data export @lists/all.csv",
            "library --data-dir @data export @lists/all.doc",
            "library --data-dir @data import @lists/all.m3u8",
            "library --data-dir @data import @lists/all.xspf",
            "recommend --json --affect=0,0.5 --catalogue @lists/all.csv",
        ],
    ),
    scenario("a library is erased", &["library --data-dir @data erase", "library --data-dir @data list"]),
];
