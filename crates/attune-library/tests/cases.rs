//! Files after other people's reports, where they lie beside the project; skipped where they do not.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use attune_core::Timestamp;
use attune_library::{Control, Library, LocalTrack, Query};
use std::path::{Path, PathBuf};

/// The folder of a case; none, and a line saying so, where it is not there.
fn case(name: &str) -> Option<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let places = root.ancestors().skip(3).map(|around| around.join("shared/cases").join(name));
    let found = places.into_iter().find(|place| place.is_dir());
    if found.is_none() {
        println!("skipped: no shared/cases/{name} beside the project");
    }
    found
}

/// The tracks of a new library of that folder, by title, and how many files could not be read.
fn listed(folder: &Path) -> (Vec<LocalTrack>, usize) {
    let library = Library::in_memory().unwrap();
    library.add_folder(folder, Timestamp(1)).unwrap();
    library.scan(&[], Timestamp(2), &Control::new(), &mut |_| {}).unwrap();
    let query = Query { limit: 100, sort: attune_library::Sort::Title, ..Query::default() };
    (library.page(&query).unwrap().tracks, library.unreadable().unwrap().len())
}

#[test]
fn names_with_dots() {
    let Some(folder) = case("01-dotted-names") else { return };
    let (tracks, unreadable) = listed(&folder);
    assert_eq!((tracks.len(), unreadable), (5, 0));
}

#[test]
fn one_bad_frame() {
    let Some(folder) = case("02-one-bad-frame") else { return };
    let (tracks, unreadable) = listed(&folder);
    assert_eq!((tracks.len(), unreadable), (9, 0));
    let dated = tracks.iter().filter(|t| t.title.starts_with("Date"));
    assert!(dated.map(|t| t.year).all(|year| year == Some(2004)));
}

#[test]
fn piped_wav_and_ogg_flac() {
    let Some(folder) = case("04-piped-wav-ogg-flac") else { return };
    let (tracks, unreadable) = listed(&folder);
    assert_eq!((tracks.len(), unreadable), (2, 0));
}

#[test]
fn chained_ogg() {
    let Some(folder) = case("07-chained-ogg") else { return };
    let (tracks, _) = listed(&folder);
    let lengths: Vec<u32> = tracks.iter().filter_map(|t| t.duration_ms).collect();
    assert!(lengths.len() == 2 && lengths.iter().all(|ms| ms.abs_diff(20_000) < 50), "{lengths:?}");
}

#[test]
fn other_encodings() {
    let Some(folder) = case("15-other-encodings") else { return };
    let (tracks, _) = listed(&folder);
    for t in &tracks {
        assert!(t.title.chars().all(|c| c == ' ' || (c > '\u{24f}' && c.is_alphabetic())), "{}", t.title);
    }
    assert_eq!(tracks.len(), 3);
}

#[test]
fn plain_sizes() {
    let Some(folder) = case("16-plain-sizes") else { return };
    let (tracks, _) = listed(&folder);
    for t in &tracks {
        assert!(!t.artist.is_empty() && !t.title.starts_with("plain-sizes"), "{}", t.title);
    }
    assert_eq!(tracks.len(), 2);
}
