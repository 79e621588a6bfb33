use super::*;

fn likeness(one: &str, other: &str, close: bool) -> f64 {
    let (a, b) = (Title::read(one), Title::read(other));
    assert!((a.likeness(&b, close) - b.likeness(&a, close)).abs() < 1e-9, "either way: {one} {other}");
    a.likeness(&b, close)
}

#[test]
fn parts_and_numbers_tell_recordings_apart_however_long() {
    for (one, other) in [
        ("Long Wall, Pt. 1", "Long Wall, Pt. 2"),
        ("Long Wall (Part 1)", "Long Wall (Part II)"),
        ("Long Wall, Pt. 1", "Long Wall"),
        ("Song 2", "Song 3"),
        ("Symphony No. 5", "Symphony No. 6"),
        ("Symphony No. 5 in C Minor: I. Allegro", "Symphony No. 5 in C Minor: II. Andante"),
        ("Night Hymn II", "Night Hymn III"),
        ("Interval, Vol. 1", "Interval, Vol. 10"),
        ("Long Wall, Pts. I-V", "Long Wall, Pts. VI-IX"),
        ("No One", "One"),
        ("Number One", "One"),
        ("Prelude in C Minor", "Prelude in C Major"),
        ("Prelude in C Minor", "Prelude in D Minor"),
        ("A Long Evening, Side A", "A Long Evening, Side B"),
    ] {
        assert!(likeness(one, other, true) < 1e-9, "{one} is not {other}");
    }
    for (one, other) in [
        ("Long Wall, Pt. 2", "Long Wall (Part Two)"),
        ("Long Wall, Pt. II", "Long Wall - Part 2"),
        ("Long Wall, Pts. I-V", "Long Wall (Parts 1-5)"),
        ("Song 2", "Song Two"),
        ("1979", "1979 - Remastered 2012"),
        ("Symphony no. 5", "Symphony Nr. 5"),
    ] {
        assert!(likeness(one, other, false) > 0.9, "{one} is {other}");
    }
}

#[test]
fn versions_and_remixes_tell_recordings_apart_however_long() {
    for (one, other) in [
        ("Harbour Lights (Mira's Version)", "Harbour Lights"),
        ("Harbour Lights (Mira's Version)", "Harbour Lights (Tom's Version)"),
        ("Night Drive - Extended Mix", "Night Drive"),
        ("Night Drive (Owl Remix)", "Night Drive (Fox Remix)"),
        ("Night Drive (Owl Remix)", "Night Drive"),
        ("Ember Days (Live at the Hall)", "Ember Days"),
        ("Ember Days (Live at the Hall)", "Ember Days (Live in Lodz)"),
        ("Ember Days (Ao Vivo)", "Ember Days"),
        ("Ember Days Live", "Ember Days"),
        ("Rust - Demo", "Rust"),
        ("Rust (Sped Up)", "Rust"),
        ("Rust (Karaoke Version)", "Rust"),
        ("Deep Field - Radio Edit", "Deep Field - 12\" Extended Version"),
        ("Glass Rain (Winter)", "Glass Rain (Summer)"),
        ("Glass Rain", "Glass Rain - En Español"),
        ("Glass Rain - Spanish Version", "Glass Rain - German Version"),
        ("Glass Rain", "Glass Rain - Commentary"),
        ("유리 비", "유리 비 (Inst.)"),
        ("雨", "雨 (现场版)"),
        ("Ember Days - Live 1999", "Ember Days - Live 2003"),
    ] {
        assert!(likeness(one, other, true) < 1e-9, "{one} is not {other}");
    }
    for (one, other) in [
        ("Night Drive (Owl Remix)", "Night Drive - Owl Remix"),
        ("Ember Days (Live)", "Ember Days - Live"),
        ("Ember Days Live", "Ember Days (Live)"),
        ("Rust - Spanish Version", "Rust (En Español)"),
        ("Rust", "Rust - Remastered 2011"),
        ("Rust", "Rust (Original Mix)"),
        ("Rust", "Rust (25th Anniversary Edition)"),
        ("Rust", "Rust - From the Film \"Iron\""),
        ("Ember", "Ember feat. Sol"),
        ("Long Live", "Long Live (Deluxe Edition)"),
    ] {
        assert!(likeness(one, other, false) > 0.9, "{one} is {other}");
    }
}

#[test]
fn what_only_a_length_can_tell_needs_one() {
    for (one, other) in [
        ("Night Drive", "Night Drive - Radio Edit"),
        ("Ember Days (Live)", "Ember Days (Live at the Hall)"),
        ("Loving the Rain", "Lovin the Rain"),
    ] {
        assert!(likeness(one, other, true) > 0.7, "{one} {other}");
        assert!(likeness(one, other, false) < 0.75, "{one} {other}");
    }
    assert!(likeness("Hello", "Hello Again", false) < 1e-9 && likeness("夜の海", "夜の空", true) < 1e-9);
}

#[test]
fn an_exact_title_comes_before_an_edition() {
    assert!((likeness("Rust", "RUST", false) - 1.0).abs() < 1e-9);
    assert!(likeness("Rust", "Rust - 2011 Remaster", false) < 1.0);
    assert!(likeness("(Out on) The Dock", "The Dock", false) > 0.9);
    assert!(likeness("", "", true) < 1e-9 && likeness("[untitled]", "Untitled", false) > 0.9);
}
