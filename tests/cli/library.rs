//! `attune-cli library`: real folders, real files, the real program; killed in the middle, too.

use super::{failure, has_runtime, json, lines, run};
use attune_audio::synth::{Piece, Style, aiff, wav};
use lofty::config::WriteOptions;
use lofty::file::TaggedFileExt;
use lofty::tag::{Accessor, Tag, TagExt};
use serde_json::Value;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// Data, music, and what is beside them.
struct Place(tempfile::TempDir);

impl Place {
    fn new() -> Self {
        let place = Self(tempfile::tempdir().unwrap());
        fs::create_dir(place.music("")).unwrap();
        place
    }

    fn music(&self, name: &str) -> PathBuf {
        self.0.path().join("music").join(name)
    }

    /// The command with our data folder.
    fn arguments(&self, arguments: &[&str]) -> Vec<String> {
        let data = self.0.path().join("data").display().to_string();
        let mine = ["library".to_owned(), "--data-dir".to_owned(), data];
        mine.into_iter().chain(arguments.iter().map(|a| (*a).to_owned())).collect()
    }

    fn output(&self, arguments: &[&str]) -> std::process::Output {
        let all = self.arguments(arguments);
        run(&all.iter().map(String::as_str).collect::<Vec<_>>())
    }

    fn run(&self, arguments: &[&str]) -> Vec<Value> {
        json(&self.output(arguments))
    }

    fn add(&self) {
        self.run(&["add", &self.music("").display().to_string()]);
    }

    /// The report of a scan.
    fn scan(&self) -> Value {
        self.run(&["scan"]).pop().unwrap()["report"].take()
    }

    /// The tracks found, without the line that counts them.
    fn search(&self, words: &[&str]) -> Vec<Value> {
        self.run(&[&["search"], words].concat()).split_off(1)
    }

    fn start(&self, arguments: &[&str]) -> Child {
        let program = env!("CARGO_BIN_EXE_attune-cli");
        Command::new(program).args(self.arguments(arguments)).stdout(Stdio::piped()).spawn().unwrap()
    }
}

/// A few seconds of music.
fn piece(style: Style, seed: u64) -> [Vec<f32>; 2] {
    let minor = style == Style::Pads;
    Piece { style, bpm: 110.0, tonic: 2, minor, seconds: 4.0, peak_db: -3.0, seed }.render(22_050)
}

fn tag(path: &Path, title: &str, artist: &str, genre: &str) {
    let mut tag = Tag::new(lofty::read_from_path(path).unwrap().primary_tag_type());
    tag.set_title(title.to_owned());
    tag.set_artist(artist.to_owned());
    tag.set_genre(genre.to_owned());
    tag.save_to_path(path, WriteOptions::default()).unwrap();
}

fn album(place: &Place) {
    fs::create_dir(place.music("album")).unwrap();
    let [one, two] = [place.music("album/01.wav"), place.music("album/02.aiff")];
    fs::write(&one, wav(&piece(Style::Rock, 1), 22_050)).unwrap();
    fs::write(&two, aiff(&piece(Style::Pads, 2), 22_050)).unwrap();
    tag(&one, "Ärger", "The Synths", "Rock");
    tag(&two, "Ruhe", "The Synths", "Ambient");
}

/// Tiny WAV files, each with a sound and a title of its own.
fn many(folder: &Path, count: u32) {
    for i in 0..count {
        let sub = folder.join(format!("{:03}", i / 100));
        fs::create_dir_all(&sub).unwrap();
        let sound: Vec<f32> = (0..200_u32).map(|t| ((t * (i + 1)) % 4_001) as f32 / 4_001.0).collect();
        let mut bytes = wav(&[sound], 8_000);
        // A RIFF INFO chunk with a title, written by hand: ten thousand calls of a tagger take longer than the scan.
        let title = format!("{:<8}", format!("Nr {i}"));
        let list = [b"LIST", &20_u32.to_le_bytes()[..], b"INFOINAM", &8_u32.to_le_bytes(), title.as_bytes()]
            .concat();
        bytes.extend_from_slice(&list);
        let riff = (bytes.len() as u32 - 8).to_le_bytes();
        bytes[4..8].copy_from_slice(&riff);
        fs::write(sub.join(format!("{i}.wav")), bytes).unwrap();
    }
}

#[test]
fn a_library_from_its_folder_to_a_playlist() {
    let place = Place::new();
    album(&place);
    place.add();
    let report = place.scan();
    assert_eq!((&report["found"], &report["read"], &report["unreadable"]), (&2.into(), &2.into(), &0.into()));
    assert_eq!(place.scan()["read"], 0);
    let found = place.search(&["arg", "synth"]);
    assert_eq!((found.len(), &found[0]["title"], &found[0]["format"]), (1, &"Ärger".into(), &"wav".into()));
    let id = found[0]["id"].as_str().unwrap().to_owned();
    assert!(id.starts_with("local:") && id.len() == 38, "{id}");
    // Moved and tagged anew, it is the same track.
    fs::rename(place.music("album/01.wav"), place.music("Anger.wav")).unwrap();
    tag(&place.music("Anger.wav"), "Anger", "The Synths", "Rock");
    assert_eq!(place.scan()["removed"], 1);
    assert_eq!(place.search(&["anger"])[0]["id"], id.as_str());
    let list = place.music("list.m3u8").display().to_string();
    assert_eq!(place.run(&["export", &list])[0]["leftOut"], 0);
    let back = &place.run(&["import", &list])[0];
    assert_eq!((back["tracks"].as_array().unwrap().len(), &back["name"]), (2, &"list".into()));
    fs::remove_file(place.music("album/02.aiff")).unwrap();
    assert_eq!(place.scan()["removed"], 1);
    assert_eq!(place.run(&["import", &list])[0]["missing"][0]["entry"], "album/02.aiff");
    assert!(failure(&place.output(&["export", "x.doc"])).contains("export_kind"));
    place.output(&["erase"]);
    assert_eq!((place.run(&["folders"]).len(), &place.run(&["list"])[0]["total"]), (0, &0.into()));
}

#[test]
fn what_is_heard_is_kept_and_exported() {
    if !has_runtime() {
        return;
    }
    let place = Place::new();
    album(&place);
    place.add();
    place.scan();
    let done = place.run(&["analyse", "--threads", "2"]).pop().unwrap();
    assert_eq!((&done["report"]["heard"], &done["counts"]["waiting"]), (&2.into(), &0.into()));
    let track = |title: &str| place.search(&[title]).remove(0);
    let (loud, calm) = (track("ärger"), track("ruhe"));
    let arousal = |t: &Value| t["heard"]["arousal"].as_f64().unwrap();
    assert!(arousal(&loud) > arousal(&calm), "{loud} {calm}");
    assert!((-40.0..0.0).contains(&loud["loudness"].as_f64().unwrap()));
    // Nothing is heard twice, and tagging or moving changes nothing in that.
    tag(&place.music("album/01.wav"), "Other", "The Synths", "Rock");
    place.scan();
    assert_eq!(place.run(&["analyse"]).pop().unwrap()["report"]["heard"], 0);
    let table = place.music("table.csv").display().to_string();
    assert_eq!(place.run(&["export", &table])[0]["rows"], 2);
    let imported = attune_catalogue::csv_import::import(Path::new(&table), &mut |_| true).unwrap();
    assert_eq!((imported.tracks.len(), imported.bad_rows_total), (2, 0));
    let chosen = lines(&run(&["recommend", "--affect", "0,0.5", "--catalogue", &table]));
    assert!(chosen.iter().any(|l| l.contains("Other")), "{chosen:?}");
    let shown = place.run(&["list", "--affect"]);
    let sources = shown[1]["affect"]["sources"].as_array().unwrap();
    assert!(sources.contains(&"audio".into()) && sources.contains(&"genre".into()), "{shown:?}");
}

#[test]
fn hostile_files_are_reported() {
    let place = Place::new();
    let whole = wav(&piece(Style::Dance, 3), 22_050);
    let noise: Vec<u8> = (0..5_000_u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    let mut claims = whole[..44].to_vec();
    claims[4..8].fill(0xFF);
    claims[40..44].fill(0xFF);
    let atom =
        [&u32::MAX.to_be_bytes()[..], b"ftypM4A \0\0\0\0M4A ", &u32::MAX.to_be_bytes(), b"moov"].concat();
    let files: [(&str, &[u8]); 9] = [
        ("zero.mp3", b""),
        ("cut.wav", &whole[..30]),
        ("text.mp3", b"no music, only words, and not many of them"),
        ("picture.flac", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
        ("claims.wav", &claims),
        ("claims.m4a", &atom),
        ("tag.mp3", b"ID3\x04\0\0\x7F\x7F\x7F\x7FTIT2\x7F\x7F\x7F\x7F\0\0x"),
        ("random.ogg", &noise),
        ("random.aiff", &noise),
    ];
    for (name, bytes) in files {
        fs::write(place.music(name), bytes).unwrap();
    }
    // What is cut in the middle of its sound can often still be played, and a wrong name does no harm.
    let coded = super::root().join("crates/attune-audio/tests/data/band.mp3");
    let coded = fs::read(coded).unwrap();
    fs::write(place.music("half.mp3"), &coded[..coded.len() / 2]).unwrap();
    fs::write(place.music("named.mp3"), &whole).unwrap();
    place.add();
    let report = place.scan();
    let problems = place.run(&["unreadable"]);
    assert_eq!((&report["found"], &report["unreadable"]), (&11.into(), &9.into()), "{problems:?}");
    assert!(problems.iter().all(|p| p["problem"]["code"].as_str().unwrap().starts_with("file_")));
    assert_eq!(place.search(&["half"])[0]["format"], "mp3");
    assert_eq!(place.search(&["named"])[0]["format"], "wav");
    // Nothing is tried again before it changes.
    assert_eq!(place.scan()["read"], 0);
}

#[cfg(unix)]
#[test]
fn odd_folders_are_walked_once() {
    use std::ffi::OsStr;
    use std::os::unix::{ffi::OsStrExt, fs::symlink};
    let place = Place::new();
    let sound = |seed| wav(&piece(Style::Rock, seed), 22_050);
    let odd = place.music("").join(OsStr::from_bytes(b"\xe4\xff"));
    fs::create_dir(&odd).unwrap();
    fs::write(odd.join(OsStr::from_bytes(b"\xfe.wav")), sound(1)).unwrap();
    // Down as far as a path can be named, and a step further.
    let mut deep = place.music("");
    while deep.as_os_str().len() < 3_800 {
        deep.push("d".repeat(200));
    }
    fs::create_dir_all(&deep).unwrap();
    fs::write(deep.join("deep.wav"), sound(2)).unwrap();
    symlink(place.music(""), deep.join("loop")).unwrap();
    symlink(place.music("self"), place.music("self")).unwrap();
    symlink("nowhere", place.music("broken.wav")).unwrap();
    symlink(deep.join("deep.wav"), place.music("again.wav")).unwrap();
    let outside = place.0.path().join("outside");
    fs::create_dir(&outside).unwrap();
    fs::write(outside.join("linked.wav"), sound(3)).unwrap();
    symlink(&outside, place.music("other")).unwrap();
    fs::create_dir(place.music(".Trash-1000")).unwrap();
    fs::write(place.music(".Trash-1000/no.wav"), sound(4)).unwrap();
    // A pipe would keep its reader waiting for ever.
    assert!(Command::new("mkfifo").arg(place.music("pipe.wav")).status().unwrap().success());
    place.add();
    let report = place.scan();
    assert_eq!((&report["found"], &report["unreadable"]), (&3.into(), &0.into()), "{report}");
    let files: Vec<String> =
        place.run(&["list"])[1..].iter().map(|t| t["file"].as_str().unwrap().to_owned()).collect();
    assert!(files.iter().any(|f| f.ends_with("\u{fffd}\u{fffd}/\u{fffd}.wav")), "{files:?}");
    assert!(files.iter().any(|f| f.ends_with("other/linked.wav")), "{files:?}");
    let list = place.music("all.m3u8").display().to_string();
    place.run(&["export", &list]);
    assert_eq!(place.run(&["import", &list])[0]["tracks"].as_array().unwrap().len(), 3);
}

#[test]
fn a_killed_scan_goes_on_where_it_was() {
    const FILES: u32 = 2_000;
    let place = Place::new();
    many(&place.music(""), FILES);
    place.add();
    let mut scan = place.start(&["scan"]);
    let mut told = BufReader::new(scan.stdout.take().unwrap()).lines();
    let progress: Value = serde_json::from_str(&told.nth(2).unwrap().unwrap()).unwrap();
    // SIGKILL: nothing of it can be caught.
    scan.kill().unwrap();
    scan.wait().unwrap();
    let told_of = progress["progress"]["read"].as_u64().unwrap();
    let kept = place.run(&["list", "--limit", "0"])[0]["total"].as_u64().unwrap();
    assert!(kept >= told_of && kept < u64::from(FILES), "{kept} of {told_of}");
    let report = place.scan();
    assert_eq!(report["read"].as_u64().unwrap(), u64::from(FILES) - kept);
    let total = &place.run(&["list", "--limit", "0"])[0]["total"];
    assert_eq!(total, FILES);
    assert_eq!(place.scan()["read"], 0);
    assert_eq!(place.search(&["nr", "1234"]).len(), 1);
}

#[test]
fn changes_are_seen_while_watching() {
    let place = Place::new();
    place.add();
    let mut watch = place.start(&["watch", "--seconds", "60", "--quiet", "200"]);
    let told = BufReader::new(watch.stdout.take().unwrap()).lines();
    let mut reports = told.map(|line| serde_json::from_str::<Value>(&line.unwrap()).unwrap());
    let mut next = || reports.find(|line| line["report"]["found"].is_u64()).unwrap()["report"].take();
    assert_eq!(next()["found"], 0);
    fs::write(place.music("new.wav"), wav(&piece(Style::Dance, 5), 22_050)).unwrap();
    assert_eq!(next()["read"], 1);
    fs::remove_file(place.music("new.wav")).unwrap();
    // Where nothing is left the folder may stand for a disk that was taken out, so what was there is kept.
    assert_eq!(next()["away"].as_array().unwrap().len(), 1);
    watch.kill().unwrap();
    watch.wait().unwrap();
}
