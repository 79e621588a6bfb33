//! Which recording is taken of those that a search gives.

use crate::scene::{Scene, wanted};
use attune_spotify::Cause;
use attune_testkit::spotify::Song;
use std::time::Duration;

/// What is wanted (title, artist, seconds), what there is (the same, in the order of the answer), and which of it is taken.
type Case =
    (&'static str, &'static str, Option<u32>, &'static [(&'static str, &'static str, u64)], Option<usize>);

const CASES: &[Case] = &[
    (
        "Harbour Lights (Mira's Version)",
        "Mira Holm",
        Some(231),
        &[("Harbour Lights", "Mira Holm", 230), ("Harbour Lights (Mira's Version)", "Mira Holm", 231)],
        Some(1),
    ),
    ("Long Wall, Pt. 1", "Stone Quarry", Some(190), &[("Long Wall, Pt. 2", "Stone Quarry", 239)], None),
    (
        "Night Drive",
        "Neon Owl",
        None,
        &[("Night Drive - Extended Mix", "Neon Owl", 420), ("Night Drive", "Neon Owl", 210)],
        Some(1),
    ),
    (
        "Symphony No. 5 in C Minor: I. Allegro",
        "City Orchestra",
        Some(400),
        &[("Symphony No. 5 in C Minor: II. Andante", "City Orchestra", 620)],
        None,
    ),
    ("Song 2", "Plain Band", None, &[("Song 3", "Plain Band", 120)], None),
    ("Ember Days", "Ash Lane", Some(200), &[("Ember Days (Live at the Hall)", "Ash Lane", 201)], None),
    ("Gold", "The Night", None, &[("Gold", "The Nights Out", 200)], None),
    ("Тихая река", "Северный хор", Some(200), &[("Тихая Река", "Северный Хор", 200)], Some(0)),
    ("Zażółć gęślą", "Łódź Trio", None, &[("Zazolc gesla", "Lodz Trio", 200)], Some(0)),
    ("U", "E", None, &[("U", "E", 200)], Some(0)),
    ("Cafe\u{301} Noir", "Beyonce\u{301} X", None, &[("Café Noir", "Beyoncé X", 200)], Some(0)),
    ("Symphony No. 5", "City Orchestra", None, &[("Symphony No. 6", "City Orchestra", 1900)], None),
    ("Rust", "Oda", Some(180), &[("Rust - Demo", "Oda", 180), ("Rust", "Oda", 180)], Some(1)),
    ("Iron", "Oda", None, &[("Iron - 2011 Remaster", "Oda", 180), ("Iron", "Oda", 180)], Some(1)),
    (
        "Deep Field - Radio Edit",
        "Neon Owl",
        None,
        &[
            ("Deep Field - 12\" Extended Version", "Neon Owl", 520),
            ("Deep Field - Radio Edit", "Neon Owl", 201),
        ],
        Some(1),
    ),
];

#[tokio::test(flavor = "multi_thread")]
async fn the_recording_asked_for_is_taken_or_none() {
    let scene = Scene::signed_in().await;
    for (n, (title, artist, seconds, there, expected)) in CASES.iter().enumerate() {
        let songs: Vec<Song> = there.iter().zip(0..).map(|(song, i)| found(n, i, *song)).collect();
        scene.fake.world().answer = Some(songs.clone());
        let mut asked = wanted(title, artist);
        asked.duration_ms = seconds.map(|s| s * 1000);
        let taken = scene.spotify.find(&asked, Cause::Listener).await.unwrap().map(|found| found.uri);
        let right = expected.map(|i| format!("spotify:track:{}", songs[i].id));
        assert_eq!(taken, right, "{title}");
    }
}

fn found(case: usize, place: usize, (name, artist, seconds): (&str, &str, u64)) -> Song {
    Song {
        id: format!("case{case:09}{place:09}"),
        name: name.into(),
        artists: vec![artist.into()],
        album: "Album".into(),
        isrc: format!("XXA0199{case:03}{place:02}"),
        duration: Duration::from_secs(seconds),
    }
}
