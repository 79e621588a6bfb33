//! Scanning real folders with real files.

use super::*;
use crate::scene::{Scene, tag, wav};
use attune_core::ErrorCode;
use std::fs;

#[test]
fn only_new_and_changed_files_are_read() {
    let scene = Scene::new();
    scene.write("a/one.wav", 3, "One");
    scene.write("two.WAV", 5, "Two");
    fs::write(scene.path("notes.txt"), "no music").unwrap();
    assert_eq!(scene.scan(), ScanReport { found: 2, read: 2, ..ScanReport::default() });
    let before = scene.tracks();
    assert_eq!(scene.scan(), ScanReport { found: 2, ..ScanReport::default() });
    scene.write("two.WAV", 5, "A longer title");
    scene.write("three.wav", 7, "Three");
    assert_eq!(scene.scan(), ScanReport { found: 3, read: 2, ..ScanReport::default() });
    // Tagged anew: another title, the same track.
    let after = scene.tracks();
    assert_eq!(after.len(), 3);
    assert_eq!(after.iter().find(|t| t.0 == "A longer title").unwrap().1, before[1].1);
}

#[test]
fn a_moved_file_keeps_its_track_even_when_tagged_anew() {
    let scene = Scene::new();
    scene.write("one.wav", 3, "One");
    scene.scan();
    let id = scene.tracks()[0].1.clone();
    fs::create_dir(scene.path("deeper")).unwrap();
    fs::rename(scene.path("one.wav"), scene.path("deeper/01 one.wav")).unwrap();
    tag(&scene.path("deeper/01 one.wav"), "Uno", "Alguien");
    let report = scene.scan();
    assert_eq!((report.read, report.removed), (1, 1));
    assert_eq!(scene.tracks(), [("Uno".to_owned(), id.clone())]);
    let path = scene.library.path_of(&attune_core::TrackId(id)).unwrap();
    assert!(path.ends_with("deeper/01 one.wav"));
}

#[test]
fn a_copy_is_a_second_place_of_one_track() {
    let scene = Scene::new();
    scene.write("one.wav", 3, "One");
    fs::copy(scene.path("one.wav"), scene.path("copy.wav")).unwrap();
    scene.scan();
    let tracks = scene.tracks();
    assert_eq!(tracks.len(), 1);
    let id = attune_core::TrackId(tracks[0].1.clone());
    assert_eq!(scene.library.track(&id).unwrap().unwrap().copies, 2);
    fs::remove_file(scene.path("one.wav")).unwrap();
    scene.scan();
    assert!(scene.library.path_of(&id).unwrap().ends_with("copy.wav"));
    // Another sound in place of a file is another track.
    scene.write("copy.wav", 9, "Other");
    scene.scan();
    let now = scene.tracks();
    assert_eq!((now.len(), now[0].0.as_str()), (1, "Other"));
    assert_ne!(now[0].1, id.0);
    assert_eq!(scene.library.path_of(&id).unwrap_err().code, ErrorCode::LibraryTrackGone);
}

#[test]
fn a_track_that_comes_back_is_the_same_and_in_time_forgotten() {
    let scene = Scene::new();
    scene.write("one.wav", 3, "One");
    scene.write("two.wav", 5, "Two");
    scene.scan();
    let before = scene.tracks();
    fs::rename(scene.path("one.wav"), scene.path("one.away")).unwrap();
    assert_eq!(scene.scan_at(Timestamp(20)).removed, 1);
    assert_eq!(scene.found("one"), Vec::<String>::new());
    fs::rename(scene.path("one.away"), scene.path("one.wav")).unwrap();
    scene.scan_at(Timestamp(30));
    assert_eq!(scene.tracks(), before);
    fs::remove_file(scene.path("one.wav")).unwrap();
    scene.scan_at(Timestamp(40));
    scene.scan_at(Timestamp(41 + REMEMBERED_MS));
    let kept: i64 =
        scene.library.reader().query_row("SELECT count(*) FROM tracks", [], |r| r.get(0)).unwrap();
    assert_eq!(kept, 1);
}

#[test]
fn a_file_that_a_newer_version_reads_otherwise_is_the_track_it_was() {
    let scene = Scene::new();
    scene.write("one.wav", 3, "One");
    scene.write("two.wav", 5, "Two");
    scene.scan();
    let before = scene.tracks();
    // As an earlier version left it, which took other bytes of the files for the sound.
    let earlier = "UPDATE tracks SET sound = randomblob(length(sound)); UPDATE files SET reader = 0";
    scene.library.writer().execute_batch(earlier).unwrap();
    // One of them has other sound since.
    scene.write("two.wav", 9, "Two");
    assert_eq!(scene.scan().read, 2);
    let now = scene.tracks();
    assert_eq!((now.len(), &now[0]), (2, &before[0]));
    assert_ne!(now[1].1, before[1].1);
    // What is read again in this version is told by its sound alone.
    let other = "UPDATE tracks SET sound = randomblob(length(sound))";
    scene.library.writer().execute_batch(other).unwrap();
    scene.library.read_again(&[], Timestamp(60), &Control::new(), &mut |_| ()).unwrap();
    assert_ne!(scene.tracks()[0].1, before[0].1);
}

#[test]
fn a_folder_that_is_away_keeps_its_tracks() {
    let scene = Scene::new();
    scene.write("one.wav", 3, "One");
    scene.scan();
    let id = attune_core::TrackId(scene.tracks()[0].1.clone());
    let parked = scene.music.path().with_extension("parked");
    fs::rename(scene.music.path(), &parked).unwrap();
    for empty in [false, true] {
        if empty {
            // What a disk leaves behind: the empty folder it was put into.
            fs::create_dir(scene.music.path()).unwrap();
        }
        let report = scene.scan();
        assert_eq!((report.away.len(), report.removed), (1, 0));
        assert!(scene.library.folders().unwrap()[0].away);
        assert_eq!(scene.tracks().len(), 1);
        assert_eq!(scene.library.path_of(&id).unwrap_err().code, ErrorCode::LibraryTrackAway);
    }
    fs::remove_dir(scene.music.path()).unwrap();
    fs::rename(&parked, scene.music.path()).unwrap();
    assert_eq!(scene.scan(), ScanReport { found: 1, ..ScanReport::default() });
    assert!(!scene.library.folders().unwrap()[0].away);
}

#[test]
fn a_cancelled_scan_goes_on_where_it_stopped() {
    let scene = Scene::new();
    for i in 0..6_u8 {
        scene.write(&format!("{i}.wav"), 3 + 2 * i, &format!("Title {i}"));
    }
    let control = Control::new();
    let mut events = Vec::new();
    let report = scene
        .library
        .scan(&[], Timestamp(10), &control, &mut |p| {
            events.push(p.clone());
            if p.read == 2 {
                control.cancel();
            }
        })
        .unwrap();
    assert_eq!((report.cancelled, report.read), (true, 2));
    let last = events.last().unwrap();
    assert_eq!((last.found, last.to_read, last.read), (6, 6, 2));
    assert!((last.share - 1.0 / 3.0).abs() < 1e-9);
    assert_eq!(scene.tracks().len(), 2);
    assert_eq!(scene.scan().read, 4);
}

#[test]
fn files_that_are_no_music_are_told_once() {
    let scene = Scene::new();
    scene.write("good.wav", 3, "Good");
    fs::write(scene.path("empty.mp3"), "").unwrap();
    fs::write(scene.path("text.flac"), "this is a text".repeat(50)).unwrap();
    fs::write(scene.path("head.wav"), &wav(3)[..44]).unwrap();
    let report = scene.scan();
    assert_eq!((report.found, report.read, report.unreadable), (4, 4, 3));
    let problems = scene.library.unreadable().unwrap();
    let codes: Vec<_> = problems.iter().map(|u| u.problem.code).collect();
    assert_eq!(codes, [ErrorCode::FileEmpty, ErrorCode::FileNoSound, ErrorCode::FileUnknown]);
    assert_eq!(scene.library.folders().unwrap()[0].unreadable, 3);
    assert_eq!(scene.scan().read, 0);
    scene.write("empty.mp3", 5, "Filled");
    scene.scan();
    assert_eq!(scene.library.unreadable().unwrap().len(), 2);
}

#[test]
fn words_are_found_wherever_they_stand_and_without_accents() {
    let scene = Scene::new();
    scene.write("Ordner/one.wav", 3, "Jóga");
    scene.write("two.wav", 5, "Über den Wolken");
    scene.scan();
    assert_eq!(scene.found("joga"), ["Jóga"]);
    assert_eq!(scene.found("ub wol"), ["Über den Wolken"]);
    assert_eq!(scene.found("ordn somebody jazz alb"), ["Jóga"]);
    assert_eq!(scene.found("joga wolken"), Vec::<String>::new());
    assert_eq!(scene.found("\"-*"), Vec::<String>::new());
    assert_eq!(scene.found("").len(), 2);
    scene.write("two.wav", 5, "Regen");
    scene.scan();
    assert_eq!(scene.found("wolken"), Vec::<String>::new());
}

#[test]
fn folders_take_in_their_parts_and_leave_with_their_tracks() {
    let scene = Scene::new();
    scene.write("in/one.wav", 3, "One");
    let inside = scene.library.add_folder(&scene.path("in"), Timestamp(1));
    assert_eq!(inside.unwrap_err().code, ErrorCode::LibraryFolderInside);
    let library = Library::in_memory().unwrap();
    let part = library.add_folder(&scene.path("in"), Timestamp(1)).unwrap();
    library.scan(&[part.id], Timestamp(2), &Control::new(), &mut |_| {}).unwrap();
    let whole = library.add_folder(scene.music.path(), Timestamp(3)).unwrap();
    assert_eq!(library.folders().unwrap().len(), 1);
    library.scan(&[], Timestamp(4), &Control::new(), &mut |_| {}).unwrap();
    assert_eq!(library.tracks().unwrap().len(), 1);
    assert_eq!(library.add_folder(scene.music.path(), Timestamp(5)).unwrap().id, whole.id);
    library.remove_folder(whole.id).unwrap();
    assert_eq!((library.tracks().unwrap().len(), library.folders().unwrap().len()), (0, 0));
    let missing = library.add_folder(&scene.path("nowhere"), Timestamp(6));
    assert_eq!(missing.unwrap_err().code, ErrorCode::LibraryFolderMissing);
}

#[test]
fn ids_stay_with_their_sounds_when_an_album_is_renumbered() {
    let scene = Scene::new();
    for (seed, title) in [(3, "A"), (5, "B"), (7, "C"), (9, "D")] {
        scene.write(&format!("{:02}.wav", seed / 2), seed, title);
    }
    scene.scan();
    let before = scene.tracks();
    for number in (1..=4).rev() {
        let name = |number: i32| scene.path(&format!("{number:02}.wav"));
        fs::rename(name(number), name(number + 1)).unwrap();
    }
    scene.write("01.wav", 77, "New");
    scene.scan();
    let after = scene.tracks();
    assert_eq!((&after[..4], after[4].0.as_str()), (&before[..], "New"));
    for (title, id) in before {
        let path = scene.library.path_of(&attune_core::TrackId(id.clone())).unwrap();
        assert_eq!(title_in(&path), title, "{id}");
    }
}

fn title_in(path: &std::path::Path) -> String {
    tags::read_file(path).unwrap().tags.title.unwrap()
}

/// Two files of one size and time change places: only the change time tells.
#[cfg(unix)]
#[test]
fn files_that_change_places_are_told_apart() {
    let scene = Scene::new();
    scene.write("one.wav", 3, "One");
    scene.write("two.wav", 5, "Two");
    let time = std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_000_000_000);
    let stamp = |name: &str| {
        fs::File::options().write(true).open(scene.path(name)).unwrap().set_modified(time).unwrap();
    };
    stamp("one.wav");
    stamp("two.wav");
    scene.scan();
    let before = scene.tracks();
    fs::rename(scene.path("one.wav"), scene.path("three")).unwrap();
    fs::rename(scene.path("two.wav"), scene.path("one.wav")).unwrap();
    fs::rename(scene.path("three"), scene.path("two.wav")).unwrap();
    assert_eq!(scene.scan().read, 2);
    assert_eq!(scene.tracks(), before);
    assert!(scene.library.path_of(&scene.id("Two")).unwrap().ends_with("one.wav"));
    // Tagged anew by a program that keeps size and time.
    tag(&scene.path("one.wav"), "Too", "Somebody");
    stamp("one.wav");
    assert_eq!(scene.scan().read, 1);
    assert_eq!(scene.tracks()[1], ("Too".to_owned(), before[1].1.clone()));
}

#[test]
fn everything_is_read_again_when_asked_for() {
    let scene = Scene::new();
    scene.write("one.wav", 3, "One");
    scene.scan();
    let again = scene.library.read_again(&[], Timestamp(20), &Control::new(), &mut |_| {}).unwrap();
    assert_eq!((again.found, again.read), (1, 1));
}

#[cfg(unix)]
#[test]
fn what_a_link_led_to_is_away_and_not_gone() {
    let scene = Scene::new();
    let disk = tempfile::tempdir().unwrap();
    let drive = disk.path().join("drive");
    fs::create_dir(&drive).unwrap();
    fs::write(drive.join("far.wav"), wav(7)).unwrap();
    fs::write(disk.path().join("single.wav"), wav(9)).unwrap();
    scene.write("own.wav", 3, "Own");
    std::os::unix::fs::symlink(&drive, scene.path("nas")).unwrap();
    std::os::unix::fs::symlink(disk.path().join("single.wav"), scene.path("single.wav")).unwrap();
    std::os::unix::fs::symlink("nowhere", scene.path("always broken")).unwrap();
    scene.scan();
    let before = scene.tracks();
    assert_eq!(before.len(), 3);
    let parked = disk.path().with_extension("parked");
    fs::rename(disk.path(), &parked).unwrap();
    let report = scene.scan();
    assert_eq!((report.removed, report.blocked.len()), (0, 2), "{report:?}");
    scene.scan_at(Timestamp(100 + 2 * REMEMBERED_MS));
    assert_eq!(scene.tracks(), before);
    fs::rename(&parked, disk.path()).unwrap();
    assert_eq!(scene.scan().blocked, Vec::<String>::new());
    // A link that was taken out is gone with what it led to.
    fs::remove_file(scene.path("nas")).unwrap();
    assert_eq!(scene.scan().removed, 1);
}

#[test]
fn a_disk_inside_that_is_not_mounted_keeps_its_tracks() {
    let scene = Scene::new();
    scene.write("own.wav", 3, "Own");
    scene.write("nas/album/far.wav", 7, "Far");
    scene.write("plain/near.wav", 9, "Near");
    scene.scan();
    let before = scene.tracks();
    // Nothing can be mounted in a test: the note that a file lay on another disk is made by hand.
    let far = "UPDATE files SET mounted = 1 WHERE track = (SELECT id FROM tracks WHERE title = 'Far')";
    assert_eq!(scene.library.writer().execute(far, []).unwrap(), 1);
    fs::remove_dir_all(scene.path("nas/album")).unwrap();
    let report = scene.scan();
    assert_eq!((report.removed, report.blocked.len()), (0, 1), "{report:?}");
    assert_eq!(scene.tracks(), before);
    assert_eq!(scene.library.path_of(&scene.id("Far")).unwrap_err().code, ErrorCode::LibraryTrackAway);
    fs::remove_dir(scene.path("nas")).unwrap();
    assert_eq!(scene.scan().removed, 0);
    // What was deleted from the folder's own disk is gone.
    fs::remove_file(scene.path("plain/near.wav")).unwrap();
    assert_eq!(scene.scan().removed, 1);
}

#[cfg(unix)]
#[test]
fn a_link_to_a_place_that_is_empty_now_keeps_its_tracks() {
    let scene = Scene::new();
    let disk = tempfile::tempdir().unwrap();
    fs::write(disk.path().join("far.wav"), wav(7)).unwrap();
    std::os::unix::fs::symlink(disk.path(), scene.path("nas")).unwrap();
    scene.write("own.wav", 3, "Own");
    scene.scan();
    fs::remove_file(disk.path().join("far.wav")).unwrap();
    fs::write(disk.path().join(".DS_Store"), "x").unwrap();
    let report = scene.scan();
    assert_eq!((report.removed, report.blocked.len()), (0, 1), "{report:?}");
}

#[test]
fn what_could_not_be_read_is_tried_again_and_stays_what_it_was() {
    let scene = Scene::new();
    scene.write("one.wav", 3, "One");
    scene.scan();
    let before = scene.tracks();
    let folder = folders::all(&scene.library.reader()).unwrap().remove(0);
    let failed = Err(tags::FileError::Unreadable("Input/output error".into()));
    for name in ["one.wav", "two.wav"] {
        scene.write(name, if name == "one.wav" { 3 } else { 5 }, "Two");
        let seen = walk(scene.music.path(), &mut |_| true).unwrap().files;
        let seen = seen.iter().find(|s| s.path.ends_with(name)).unwrap();
        put::file(&mut scene.library.writer(), &folder, seen, &failed, Timestamp(11)).unwrap();
    }
    assert_eq!(scene.library.unreadable().unwrap().len(), 2);
    assert_eq!(scene.library.folders().unwrap()[0].unreadable, 2);
    assert_eq!(scene.tracks(), before);
    assert_eq!(scene.scan().read, 2);
    assert_eq!(scene.library.unreadable().unwrap(), []);
    assert_eq!(scene.tracks().len(), 2);
    assert_eq!(scene.scan().read, 0);
}

#[test]
fn two_programs_scan_the_same_library() {
    let (data, music) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    for number in 0..200_u16 {
        let mut bytes = wav(3);
        bytes[60..62].copy_from_slice(&number.to_le_bytes());
        fs::write(music.path().join(format!("{number}.wav")), bytes).unwrap();
    }
    let open = || Library::open(data.path()).unwrap().0;
    let (one, two) = (open(), open());
    one.add_folder(music.path(), Timestamp(1)).unwrap();
    let scans = [one, two].map(|library| {
        std::thread::spawn(move || library.scan(&[], Timestamp(2), &Control::new(), &mut |_| {}))
    });
    for scan in scans {
        assert_eq!(scan.join().unwrap().unwrap().found, 200);
    }
    assert_eq!(open().tracks().unwrap().len(), 200);
}

#[test]
fn music_that_is_not_read_is_counted_by_kind() {
    let scene = Scene::new();
    for name in ["a.wma", "b.WMA", "c.m4b"] {
        fs::write(scene.path(name), "x").unwrap();
    }
    let wanted = [("m4b".to_owned(), 1), ("wma".to_owned(), 2)];
    let wanted = PassedOver::from(wanted);
    assert_eq!(scene.scan(), ScanReport { passed_over: wanted.clone(), ..ScanReport::default() });

    // Another folder has its own, and each scan counts its folders anew.
    let other = tempfile::tempdir().unwrap();
    fs::write(other.path().join("d.wma"), "x").unwrap();
    let second = scene.library.add_folder(other.path(), Timestamp(5)).unwrap();
    let scan = |only: &[u32]| scene.library.scan(only, Timestamp(6), &Control::new(), &mut |_| {}).unwrap();
    let kept = || scene.library.passed_over(&scene.library.folders().unwrap());
    assert_eq!(kept(), wanted, "it was not looked at yet");
    scan(&[second.id]);
    assert_eq!(kept(), [("m4b".to_owned(), 1), ("wma".to_owned(), 3)].into());
    fs::remove_file(scene.path("c.m4b")).unwrap();
    scan(&[]);
    assert_eq!(kept(), [("wma".to_owned(), 3)].into());
    scene.library.remove_folder(second.id).unwrap();
    assert_eq!(kept(), [("wma".to_owned(), 2)].into());
}
