//! Playlists of real files.

use super::*;
use crate::scene::Scene;
use attune_core::ErrorCode;
use std::fs;

fn scene() -> Scene {
    let scene = Scene::new();
    scene.write("Rock/01 One.wav", 3, "One");
    scene.write("Jazz/01 Two.wav", 5, "Two, too");
    scene.write("Jazz/#3 ä%20.wav", 7, "Three");
    scene.scan();
    scene
}

fn import(scene: &Scene, name: &str, bytes: impl AsRef<[u8]>) -> (Vec<String>, Vec<u32>) {
    let path = scene.path(name);
    fs::write(&path, bytes).unwrap();
    let list = scene.library.import_playlist(&path).unwrap();
    let title = |id: &TrackId| scene.library.track(id).unwrap().unwrap().title;
    (list.tracks.iter().map(title).collect(), list.missing.iter().map(|m| m.line).collect())
}

#[test]
fn entries_are_found_however_they_are_written() {
    let scene = scene();
    let root = dunce::canonicalize(scene.music.path()).unwrap();
    let text = format!(
        "#EXTM3U\nRock/01 One.wav\nJazz\\01 Two.wav\n./Rock/../Jazz/01%20Two.wav\n{root}/Rock/01 One.wav\n\
         file://{root}/Rock/01%20One.wav\nfile://localhost{root}/Jazz/%233%20%C3%A4%2520.wav\n\
         C:\\Music\\Rock\\01 One.wav\nhttp://example.org/a.mp3\nnowhere.wav\n\
         #EXTINF:12,somebody - two, TOO\nelsewhere.mp3\n",
        root = root.display()
    );
    let (found, missing) = import(&scene, "list.m3u8", text);
    assert_eq!(found, ["One", "Two, too", "Two, too", "One", "One", "Three", "One", "Two, too"]);
    assert_eq!(missing, [9, 10]);
    let latin = b"Jazz/#3 \xe4%20.wav\nJazz/\xe4.wav\n";
    assert_eq!(import(&scene, "list.m3u", latin), (vec!["Three".to_owned()], vec![2]));
    let nowhere = scene.library.import_playlist(&scene.path("no.m3u"));
    assert_eq!(nowhere.unwrap_err().code, ErrorCode::PlaylistFailed);
}

#[test]
fn quotation_marks_around_an_entry_are_not_of_its_name() {
    let scene = scene();
    let root = dunce::canonicalize(scene.music.path()).unwrap();
    let root = root.display();
    let text = format!(
        "\"Rock/01 One.wav\"\n\"{root}/Jazz/01 Two.wav\"\n'Rock\\01 One.wav'\n\"FILE://{root}/Rock/01%20One.wav\"\n\"\n\"\"\n"
    );
    let found = ["One", "Two, too", "One", "One"].map(str::to_owned).to_vec();
    assert_eq!(import(&scene, "quoted.m3u8", text), (found, vec![5, 6]));
    assert_eq!(import(&scene, "q.m3u", b"\"Jazz/#3 \xe4%20.wav\"\n"), (vec!["Three".to_owned()], vec![]));
    let pls = "[playlist]\nFile1=\"Rock/01 One.wav\"\nTitle1=x\n";
    assert_eq!(import(&scene, "q.pls", pls), (vec!["One".to_owned()], vec![]));
}

#[cfg(unix)]
#[test]
fn a_name_may_have_quotation_marks_of_its_own() {
    let scene = scene();
    scene.write("\"Heroes.wav\"/\"a.wav", 9, "With marks");
    scene.write("Heroes.wav", 11, "Without");
    scene.scan();
    let (found, _) = import(&scene, "marks.m3u8", "\"Heroes.wav\"/\"a.wav\n\"Heroes.wav\"\n");
    assert_eq!(found, ["With marks", "Without"]);
}

#[test]
fn a_name_that_two_files_have_is_told_by_their_folders() {
    let scene = scene();
    scene.write("Pop/01 One.wav", 9, "Another");
    scene.scan();
    let (found, missing) = import(&scene, "a.m3u8", "/old/Pop/01 One.wav\n/old/01 One.wav\n");
    assert_eq!((found, missing), (vec!["Another".to_owned()], vec![2]));
}

#[cfg(unix)]
#[test]
fn what_is_exported_is_imported() {
    let scene = scene();
    let odd = <std::ffi::OsStr as std::os::unix::ffi::OsStrExt>::from_bytes(b"Jazz/\xff\n.wav");
    fs::write(scene.music.path().join(odd), crate::scene::wav(11)).unwrap();
    scene.scan();
    let mut ids: Vec<TrackId> = scene.library.tracks().unwrap().into_iter().map(|t| t.id).collect();
    assert_eq!(ids.len(), 4);
    let inside = scene.path("Jazz/list.m3u8");
    let outside = tempfile::tempdir().unwrap();
    let xspf = [scene.path("Jazz/list.xspf"), outside.path().join("list.XSPF")];
    for to in xspf.into_iter().chain([inside, outside.path().join("list.m3u8")]) {
        assert_eq!(scene.library.export_playlist(&ids, &to).unwrap(), 0);
        let list = scene.library.import_playlist(&to).unwrap();
        assert_eq!((list.tracks, list.missing), (ids.clone(), vec![]));
    }
    ids.push(TrackId("local:none".into()));
    assert_eq!(scene.library.export_playlist(&ids, &scene.path("b.m3u8")).unwrap(), 1);
    let text = fs::read_to_string(scene.path("b.m3u8")).unwrap();
    assert!(text.starts_with("#EXTM3U\n#EXTINF:1,Somebody - "), "{text}");
    let bad = scene.library.export_playlist(&ids, &scene.path("no/such/folder.m3u8"));
    assert_eq!(bad.unwrap_err().code, ErrorCode::PlaylistFailed);
}

#[test]
fn a_table_has_a_row_a_track() {
    let scene = scene();
    let to = scene.path("all.csv");
    assert_eq!(scene.library.export_csv(&[], &to, Cells::Safe).unwrap(), 3);
    let text = fs::read_to_string(&to).unwrap();
    let row = text.lines().find(|l| l.contains("Two")).unwrap();
    assert!(row.starts_with("\"Two, too\",Somebody,An Album,,Jazz,250,,,,"), "{row}");
    assert_eq!(scene.library.export_csv(&[scene.id("One")], &to, Cells::Safe).unwrap(), 1);
}

#[test]
fn a_text_that_is_a_formula_to_a_spreadsheet_is_none_unless_asked_for() {
    let scene = Scene::new();
    scene.write("=1+1.wav", 3, "=HYPERLINK(\"http://x\")");
    scene.scan();
    let to = scene.path("all.csv");
    let (safe, raw) = (Cells::Safe, Cells::Raw);
    for (cells, title) in
        [(safe, "\"'=HYPERLINK(\"\"http://x\"\")\","), (raw, "\"=HYPERLINK(\"\"http://x\"\")\",")]
    {
        scene.library.export_csv(&[], &to, cells).unwrap();
        let text = fs::read_to_string(&to).unwrap();
        let row = text.lines().nth(1).unwrap();
        assert!(row.starts_with(title), "{row}");
        assert_eq!(
            row.contains(",'=1+1.wav") || row.contains("/=1+1.wav"),
            cells == safe || row.contains('/'),
            "{row}"
        );
    }
    let list = scene.path("list.m3u8");
    let all: Vec<_> = scene.library.tracks().unwrap().into_iter().map(|t| t.id).collect();
    scene.library.export_playlist(&all, &list).unwrap();
    let text = fs::read_to_string(&list).unwrap();
    assert!(text.lines().all(|line| !line.starts_with(['=', '+', '-', '@'])), "{text}");
    assert_eq!(scene.library.import_playlist(&list).unwrap().tracks, all, "and read again");
}

#[test]
fn what_a_list_says_goes_before_a_like_named_file() {
    let scene = Scene::new();
    scene.write("B/01 Intro.wav", 3, "Intro by B");
    scene.scan();
    let text = "#EXTM3U\r\n#EXTINF:10,A - Intro\r\nC:\\Music\\A\\First\\01 Intro.wav\r\n#EXTINF:3,x - y\r\nno.wav\r\n\
                #EXTINF:3,Somebody - Intro by B\r\nC:\\Music\\A\\01 Intro.wav\r\nC:\\B\\01 Intro.wav\r\n";
    let (found, missing) = import(&scene, "list.m3u8", text);
    assert_eq!((found, missing), (vec!["Intro by B".to_owned(), "Intro by B".to_owned()], vec![3, 5]));
}

#[test]
fn letters_are_the_same_however_they_are_composed() {
    let scene = Scene::new();
    scene.write("Caf\u{e9}/\u{dc}ber.wav", 3, "Composed");
    scene.write("Ole\u{301}/Adio\u{301}s.wav", 5, "Taken apart");
    scene.scan();
    for list in [
        "Cafe\u{301}/U\u{308}ber.wav\nOl\u{e9}/Adi\u{f3}s.wav\n",
        "/Volumes/Cafe\u{301}/U\u{308}ber.wav\n/Volumes/Ol\u{e9}/Adi\u{f3}s.wav\n",
    ] {
        let (found, missing) = import(&scene, "list.m3u8", list);
        assert_eq!((found.len(), missing), (2, vec![]), "{list}");
    }
    let pls = "[playlist]\nFile1=Caf\u{e9}/\u{dc}ber.wav\nTitle1=x\nNumberOfEntries=1\n";
    assert_eq!(import(&scene, "list.pls", pls), (vec!["Composed".to_owned()], vec![]));
}

#[test]
fn an_xspf_list_names_its_files_by_address() {
    let scene = scene();
    let to = scene.path("list.xspf");
    let ids = [scene.id("Two, too"), scene.id("Three")];
    assert_eq!(scene.library.export_playlist(&ids, &to).unwrap(), 0);
    let text = fs::read_to_string(&to).unwrap();
    assert!(text.contains("<location>Jazz/%233%20%C3%A4%2520.wav</location>"), "{text}");
    assert!(
        text.contains("<creator>Somebody</creator>") && text.contains("<duration>250</duration>"),
        "{text}"
    );
    let foreign = "<playlist><trackList><track><location>file:///C:/Music/Rock/01%20One.wav</location></track>\n\
        <track><location>file:///x/01%20Two.wav</location><creator>Other</creator><title>Two</title></track>\n\
        <track><location>http://example.org/a</location><creator>Somebody</creator><title>Three</title></track>\
        </trackList></playlist>";
    let (found, missing) = import(&scene, "foreign.xspf", foreign);
    assert_eq!((found, missing), (vec!["One".to_owned(), "Three".to_owned()], vec![2]));
}

/// The files of case 10, under names that programs write in many ways.
const FILES: [&str; 6] = [
    "Musik/Caf\u{e9} Blau/01 \u{dc}ber Nacht.wav",
    "Musik/Caf\u{e9} Blau/02 ドリームソング.wav",
    "Musik/Plain/03 Simple Song.wav",
    "Musik/Plain/04 100% Pure.wav",
    "Musik/Plain/#5 Five.wav",
    "Musik/Ol\u{e9}/06 Adi\u{f3}s.wav",
];

#[test]
fn lists_as_other_programs_write_them_are_found_whole() {
    use unicode_normalization::UnicodeNormalization as _;
    let scene = Scene::new();
    for (place, n) in FILES.iter().zip(1_u8..) {
        scene.write(place, 2 * n + 1, &format!("T{n}"));
    }
    scene.scan();
    let joined = |end: &str, write: &dyn Fn(&str) -> String| -> String {
        std::iter::once("#EXTM3U".to_owned()).chain(FILES.map(write)).map(|line| line + end).collect()
    };
    let apart = |text: &str| text.nfd().collect::<String>();
    let encoded = |text: &str| address::uri(Path::new(text), Path::new(""));
    let slashes = |text: &str| text.replace('/', "\\");
    let utf16 = |text: &str| -> Vec<u8> {
        [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect()
    };
    let (western, _, _) = encoding_rs::WINDOWS_1252.encode("Musik\\Ol\u{e9}\\06 Adi\u{f3}s.wav\r\n");
    let mixed = [joined("\r\n", &slashes).as_bytes(), &western].concat();
    let located =
        |place: &str| format!("<track><location>file:///elsewhere/{}</location></track>", encoded(place));
    let xspf = format!("<playlist><trackList>{}</trackList></playlist>", FILES.map(located).concat());
    let media = |place: &str| format!("<media src=\"..\\{}\"/>\r\n", slashes(place));
    let wpl =
        format!("<?wpl version=\"1.0\"?><smil><body><seq>{}</seq></body></smil>", FILES.map(media).concat());
    let lists: [(&str, Vec<u8>); 9] = [
        ("a-nfd.m3u8", joined("\n", &apart).into()),
        ("b-nfd-elsewhere.m3u8", joined("\n", &|p| format!("/Volumes/Music/{}", apart(p))).into()),
        ("c-windows.m3u", joined("\r\n", &|p| format!("C:\\Users\\x\\Music\\{}", slashes(p))).into()),
        ("e-mixed.m3u", mixed),
        ("f-case.m3u8", joined("\r", &str::to_uppercase).into()),
        ("g-vlc.m3u8", joined("\n", &|p| format!("file:///elsewhere/{}", encoded(p))).into()),
        ("k-utf16.m3u", utf16(&joined("\r\n", &str::to_owned))),
        ("l.xspf", xspf.into()),
        ("m.wpl", wpl.into()),
    ];
    for (name, list) in lists {
        let (found, missing) = import(&scene, name, list);
        let expected = ["T1", "T2", "T3", "T4", "T5", "T6"];
        let last = if name == "e-mixed.m3u" { &["T6"][..] } else { &[] };
        assert_eq!(found, [&expected[..], last].concat(), "{name}");
        assert_eq!(missing, Vec::<u32>::new(), "{name}");
    }
}

#[test]
fn lines_of_several_old_encodings_stand_side_by_side() {
    let scene = Scene::new();
    let lines = [
        ("Adiós.wav", encoding_rs::WINDOWS_1252),
        ("Ночь/Тихая река.wav", encoding_rs::WINDOWS_1251),
        ("Řeka.wav", encoding_rs::WINDOWS_1250),
        ("夜の海.wav", encoding_rs::SHIFT_JIS),
        ("바다의 노래.wav", encoding_rs::EUC_KR),
    ];
    let mut list = b"#EXTM3U\r\n".to_vec();
    for (seed, (name, encoding)) in (3..).step_by(2).zip(lines) {
        scene.write(&format!("Musik/{name}"), seed, name);
        list.extend(encoding.encode(&format!("Musik\\{}", name.replace('/', "\\"))).0.iter());
        list.extend(b"\r\n");
    }
    scene.scan();
    let (found, missing) = import(&scene, "old.m3u", list);
    assert_eq!(found, lines.map(|(name, _)| name.to_owned()));
    assert!(missing.is_empty(), "{missing:?}");
}
