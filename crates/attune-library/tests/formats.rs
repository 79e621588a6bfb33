//! Files of every kind, made by ordinary encoders, tagged, moved, cut and spoilt.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use attune_core::ErrorCode;
use attune_core::taste::{Rating, TrackRecord};
use attune_core::{Timestamp, TrackId, Tracks};
use attune_library::{Control, Format, Library, read_file, read_from};
use lofty::config::WriteOptions;
use lofty::file::TaggedFileExt;
use lofty::ogg::tag::VorbisComments;
use lofty::picture::{MimeType, Picture, PictureType};
use lofty::tag::{Accessor, ItemKey, Tag, TagExt};
use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};

/// The same piece in each format; 5 s, of the last one only a second.
const FILES: [(&str, Format); 6] = [
    ("band.mp3", Format::Mp3),
    ("band.flac", Format::Flac),
    ("band.ogg", Format::Vorbis),
    ("band.opus", Format::Opus),
    ("band.m4a", Format::M4a),
    ("band.alac.m4a", Format::M4a),
];

fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../attune-audio/tests/data").join(name)
}

fn cover() -> Vec<u8> {
    let picture =
        image::RgbImage::from_fn(300, 200, |x, y| image::Rgb([(x % 256) as u8, (y % 256) as u8, 90]));
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

fn tag(path: &Path, title: &str) {
    let file = lofty::read_from_path(path).unwrap();
    let mut tag = Tag::new(file.primary_tag_type());
    tag.set_title(title.to_owned());
    tag.set_artist("Björk".to_owned());
    tag.set_album("An Album".to_owned());
    tag.set_genre("Trip hop".to_owned());
    tag.set_track(3);
    tag.insert_text(ItemKey::AlbumArtist, "Various".to_owned());
    tag.insert_text(ItemKey::RecordingDate, "1997-09-16".to_owned());
    tag.insert_text(ItemKey::ReplayGainTrackGain, "-7.25 dB".to_owned());
    tag.insert_text(ItemKey::ReplayGainTrackPeak, "0.988".to_owned());
    tag.insert_text(ItemKey::Isrc, "GBAAN9700123".to_owned());
    let picture =
        Picture::unchecked(cover()).pic_type(PictureType::CoverFront).mime_type(MimeType::Png).build();
    tag.push_picture(picture);
    tag.save_to_path(path, WriteOptions::default()).unwrap();
}

#[test]
fn every_format_says_what_it_is() {
    for (name, format) in FILES {
        let read = read_file(&data(name)).unwrap();
        assert_eq!(read.format, format, "{name}");
        let ms = read.tags.duration_ms.unwrap();
        let length: u32 = if name.contains("alac") { 1_000 } else { 5_000 };
        assert!(ms.abs_diff(length) < 120, "{name}: {ms} ms instead of {length}");
        assert!(read.tags.rate.unwrap() >= 16_000 && read.tags.channels.is_some());
        assert_eq!(Format::named(format.name()), Some(format));
    }
}

#[test]
fn tags_covers_and_ids_hold_in_every_format() {
    let music = tempfile::tempdir().unwrap();
    let library = Library::in_memory().unwrap();
    library.add_folder(music.path(), Timestamp(1)).unwrap();
    let scan = || library.scan(&[], Timestamp(2), &Control::new(), &mut |_| {}).unwrap();
    for (name, _) in FILES {
        let (path, moved) = (music.path().join(name), music.path().join("moved").join(name));
        fs::copy(data(name), &path).unwrap();
        scan();
        let before = library.tracks().unwrap();
        assert_eq!(before.len(), 1, "{name}");
        // Tagged anew with a large cover and moved, both at once: still the same track.
        tag(&path, "Jóga");
        fs::create_dir_all(moved.parent().unwrap()).unwrap();
        fs::rename(&path, &moved).unwrap();
        let report = scan();
        assert_eq!((report.read, report.removed, report.unreadable), (1, 1, 0), "{name}");
        let after = library.tracks().unwrap();
        assert_eq!((after.len(), &after[0].id), (1, &before[0].id), "{name}");
        check(&library, &after[0].id, name);
        fs::remove_file(&moved).unwrap();
        scan();
    }
}

fn check(library: &Library, id: &TrackId, name: &str) {
    let t = library.track(id).unwrap().unwrap();
    assert_eq!(
        (t.title.as_str(), t.artist.as_str(), t.album.as_deref()),
        ("Jóga", "Björk", Some("An Album")),
        "{name}"
    );
    assert_eq!((t.year, t.number, t.genre.as_deref()), (Some(1997), Some(3), Some("Trip hop")), "{name}");
    assert_eq!(
        (t.album_artist.as_deref(), t.isrc.as_deref()),
        (Some("Various"), Some("GBAAN9700123")),
        "{name}"
    );
    let levels = library.loudness(id).unwrap();
    assert_eq!((levels.gain(false), levels.peak(false)), (Some(-7.25), Some(0.988)), "{name}");
    let small = library.cover(id, 90).unwrap().unwrap();
    let small = image::load_from_memory_with_format(&small, image::ImageFormat::Jpeg).unwrap();
    assert_eq!((small.width(), small.height()), (90, 60), "{name}");
}

#[test]
fn ratings_counts_and_identifiers_are_read_from_vorbis_comments() {
    let dir = tempfile::tempdir().unwrap();
    let id = "0F0E0D0C-0000-4000-8000-00000000000A";
    let cases = [
        (vec![("FMPS_RATING", "0.7"), ("FMPS_PLAYCOUNT", "12.0")], (Some(70), Some(12))),
        (vec![("RATING:quodlibet@lists.sacredchao.net", "0.75"), ("playcount", "3")], (Some(75), Some(3))),
        (vec![("RATING", "4"), ("FMPS_RATING", "0.1")], (Some(80), None)),
        (vec![("FMPS_RATING", "much"), ("FMPS_PLAYCOUNT", "-1")], (None, None)),
    ];
    for (name, _) in &FILES[1..4] {
        for (comments, wanted) in &cases {
            let path = dir.path().join(name);
            fs::copy(data(name), &path).unwrap();
            let mut tag = VorbisComments::new();
            for (key, value) in comments {
                tag.push((*key).to_owned(), (*value).to_owned());
            }
            tag.push("MUSICBRAINZ_TRACKID".to_owned(), id.to_owned());
            tag.save_to_path(&path, WriteOptions::default()).unwrap();
            let tags = read_file(&path).unwrap().tags;
            assert_eq!((tags.rating.map(Rating::value), tags.plays), *wanted, "{name} {comments:?}");
            assert_eq!(tags.musicbrainz, Some(id.to_ascii_lowercase()), "{name}");
        }
    }
}

#[test]
fn what_other_players_wrote_of_a_track_stands_beside_it_on_the_shelf() {
    let music = tempfile::tempdir().unwrap();
    let owner = b"http://musicbrainz.org\x000f0e0d0c-0000-4000-8000-00000000000a";
    let popm = frame("POPM", b"no@email\0\xc4\0\0\0\x07");
    let frames = [frame("TIT2", b"\0Song"), frame("UFID", owner), popm];
    let frames: Vec<&[u8]> = frames.iter().map(Vec::as_slice).collect();
    fs::write(music.path().join("a.mp3"), with_frames(3, &frames)).unwrap();
    let library = Library::in_memory().unwrap();
    library.add_folder(music.path(), Timestamp(1)).unwrap();
    library.scan(&[], Timestamp(2), &Control::new(), &mut |_| {}).unwrap();
    let shelf = Tracks::new(library.tracks().unwrap());
    let coded = TrackRecord::of(0).with_codes(None, Some("0f0e0d0c-0000-4000-8000-00000000000a"));
    assert_eq!(library.records(&shelf).unwrap(), [coded.keeping(7, Rating::hundredths(80), false)]);
}

#[test]
fn a_gain_as_opus_has_it_is_told_in_decibels() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("a.opus");
    fs::copy(data("band.opus"), &path).unwrap();
    let mut tag = VorbisComments::new();
    tag.push("R128_TRACK_GAIN".to_owned(), "-1280".to_owned());
    tag.push("R128_ALBUM_GAIN".to_owned(), "256".to_owned());
    tag.save_to_path(&path, WriteOptions::default()).unwrap();
    let tags = read_file(&path).unwrap().tags;
    // Five decibels below -23 LUFS are none below -18.
    assert_eq!((tags.track_gain, tags.album_gain), (Some(0.0), Some(6.0)));
}

#[test]
fn a_picture_beside_the_music_is_its_cover() {
    let music = tempfile::tempdir().unwrap();
    fs::copy(data("band.ogg"), music.path().join("band.ogg")).unwrap();
    let library = Library::in_memory().unwrap();
    library.add_folder(music.path(), Timestamp(1)).unwrap();
    library.scan(&[], Timestamp(2), &Control::new(), &mut |_| {}).unwrap();
    let id = library.tracks().unwrap()[0].id.clone();
    assert_eq!(library.cover(&id, 300).unwrap(), None);
    fs::write(music.path().join("Cover.JPG"), "no picture").unwrap();
    assert_eq!(library.cover(&id, 300).unwrap(), None);
    fs::write(music.path().join("Cover.JPG"), cover()).unwrap();
    assert!(library.cover(&id, 300).unwrap().is_some());
    assert_eq!(
        library.cover(&TrackId("local:none".into()), 300).unwrap_err().code,
        ErrorCode::LibraryTrackGone
    );
}

#[test]
fn cut_and_spoilt_files_are_read_or_reported() {
    for (name, _) in FILES {
        let whole = fs::read(data(name)).unwrap();
        for part in [0, 1, 3, 10, 27, 44, 100, 1_000, whole.len() / 3, whole.len() - 1] {
            judge(&whole[..part.min(whole.len())]);
        }
        for at in (0..whole.len().min(600)).step_by(7) {
            let mut spoilt = whole.clone();
            spoilt[at] ^= 0xFF;
            judge(&spoilt);
            // Lengths of 4 GB where the containers have theirs.
            spoilt[at..at + 4].fill(0xFF);
            judge(&spoilt);
        }
    }
}

/// Reads, and makes sure that it is a reading or one of our codes.
fn judge(bytes: &[u8]) {
    if let Err(problem) = read_from(Cursor::new(bytes)) {
        assert!(problem.code().as_str().starts_with("file_"), "{problem}");
    }
}

/// The frames of an MP3 without any tag.
fn bare_mp3() -> Vec<u8> {
    let bytes = fs::read(data("band.mp3")).unwrap();
    let length = bytes[6..10].iter().fold(0, |sum, byte| (sum << 7) | usize::from(*byte));
    if bytes.starts_with(b"ID3") { bytes[10 + length..].to_vec() } else { bytes }
}

/// An MP3 with an `ID3v2` tag of these frames.
fn with_frames(version: u8, frames: &[&[u8]]) -> Vec<u8> {
    [id3(version, frames), bare_mp3()].concat()
}

fn id3(version: u8, frames: &[&[u8]]) -> Vec<u8> {
    let body = frames.concat();
    let length = [21, 14, 7, 0].map(|shift| (body.len() >> shift) as u8 & 0x7F);
    [b"ID3", &[version, 0, 0], &length[..], &body].concat()
}

fn frame(name: &str, content: &[u8]) -> Vec<u8> {
    [name.as_bytes(), &(content.len() as u32).to_be_bytes(), &[0, 0], content].concat()
}

#[test]
fn a_bad_frame_of_an_mp3_costs_itself() {
    let (title, artist) = (frame("TIT2", b"\0Song"), frame("TPE1", b"\0Somebody"));
    let bad = [
        frame("TDAT", b"\x01\xff\xfe3"),
        frame("TYER", b"\x09\xff\xff"),
        frame("COMM", b"\x01e"),
        frame("POPM", b""),
        frame("APIC", b"\x05image/jpeg"),
        [b"APIC\x7f\xff\xff\xff\0\0".to_vec(), vec![1; 40]].concat(),
    ];
    for bad in bad {
        for version in [3, 4] {
            let read = read_from(Cursor::new(with_frames(version, &[&title, &bad, &artist]))).unwrap();
            let tags = (read.tags.title.as_deref(), read.tags.artist.as_deref(), read.tags.year);
            assert_eq!(tags, (Some("Song"), Some("Somebody"), None), "{version} {bad:?}");
            assert!(read.tags.duration_ms.unwrap().abs_diff(5_000) < 120);
        }
    }
    let year =
        read_from(Cursor::new(with_frames(3, &[&frame("TYER", b"\x002004"), &frame("TDAT", b"\x01")])));
    assert_eq!(year.unwrap().tags.year, Some(2004));
}

#[test]
fn a_flac_speaks_for_itself_whatever_stands_before_it() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("a.flac");
    fs::copy(data("band.flac"), &path).unwrap();
    tag(&path, "Its own");
    let foreign = id3(3, &[&frame("TIT2", b"\0Another"), &frame("TBPM", b"\x0093")]);
    let read = read_from(Cursor::new([foreign, fs::read(&path).unwrap()].concat())).unwrap();
    assert_eq!(
        (read.format, read.tags.title.as_deref(), read.tags.bpm),
        (Format::Flac, Some("Its own"), Some(93.0))
    );
}

#[test]
fn a_wav_is_read_in_the_encoding_of_its_writer() {
    let list = b"INFOINAM\x06\0\0\0Caf\xe9s\0IART\x04\0\0\0Bj\xf6r";
    let mut bytes = silent_wav();
    let data = bytes.windows(4).position(|name| name == b"data").unwrap();
    let chunk = [&b"LIST"[..], &(list.len() as u32).to_le_bytes(), list].concat();
    bytes.splice(data..data, chunk);
    let read = read_from(Cursor::new(bytes)).unwrap();
    assert_eq!((read.tags.title.as_deref(), read.tags.artist.as_deref()), (Some("Cafés"), Some("Björ")));
}

#[test]
fn lying_latin_and_plain_lengths_are_read() {
    let (cyrillic, _, _) = encoding_rs::WINDOWS_1251.encode("Группа крови");
    let title = frame("TIT2", &[b"\0", &cyrillic[..]].concat());
    let long = frame("TALB", &[b"\0".to_vec(), vec![b'a'; 200]].concat());
    let genre = frame("TCON", b"\0(17)Rock\x0017\0Pop");
    let read = read_from(Cursor::new(with_frames(4, &[&title, &long, &genre]))).unwrap();
    assert_eq!(read.tags.title.as_deref(), Some("Группа крови"));
    assert_eq!(read.tags.album.map(|album| album.len()), Some(200));
    assert_eq!(read.tags.genre.as_deref(), Some("Rock; Pop"));
}

#[test]
fn a_cover_beyond_all_limits_is_left_out_and_nothing_else() {
    let dir = tempfile::tempdir().unwrap();
    for name in ["band.mp3", "band.flac", "band.ogg", "band.opus", "band.m4a"] {
        let path = dir.path().join(name);
        fs::copy(data(name), &path).unwrap();
        let file = lofty::read_from_path(&path).unwrap();
        let mut tag = Tag::new(file.primary_tag_type());
        tag.set_title("Large cover".to_owned());
        tag.set_artist("Somebody".to_owned());
        let mut noise = vec![0_u8; 9_000_000];
        noise.iter_mut().enumerate().for_each(|(at, byte)| *byte = ((at * at) >> 7) as u8);
        tag.push_picture(
            Picture::unchecked(noise).pic_type(PictureType::CoverFront).mime_type(MimeType::Jpeg).build(),
        );
        tag.save_to_path(&path, WriteOptions::default()).unwrap();
        let read = read_file(&path).unwrap();
        let said = (read.tags.title.as_deref(), read.tags.artist.as_deref());
        assert_eq!(said, (Some("Large cover"), Some("Somebody")), "{name}");
        assert!(read.tags.duration_ms.unwrap().abs_diff(5_000) < 120, "{name}");
    }
}

#[test]
fn a_wav_from_a_pipe_has_the_length_of_its_sound() {
    let mut bytes = silent_wav();
    for at in [4, 40] {
        bytes[at..at + 4].fill(0xFF);
    }
    let read = read_from(Cursor::new(&bytes)).unwrap();
    assert_eq!((read.format, read.tags.duration_ms), (Format::Wav, Some(1_000)));
}

/// A second of silence in 16 bits at 8 kHz.
fn silent_wav() -> Vec<u8> {
    let mut out = b"RIFF\xa4\x3e\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0".to_vec();
    out.extend(8_000_u32.to_le_bytes());
    out.extend(16_000_u32.to_le_bytes());
    out.extend(b"\x02\0\x10\0data\x80\x3e\0\0");
    out.resize(44 + 16_000, 0);
    out
}

/// A WAV file of that coding, with so many bytes a second.
fn coded(coding: u16, a_second: u32, sound: &[u8]) -> Vec<u8> {
    let head: Vec<u8> = [coding, 2, 44_100, 0].iter().flat_map(|n| n.to_le_bytes()).collect();
    let format = [&head, &a_second.to_le_bytes()[..], &[1, 0, 0, 0, 0, 0]].concat();
    let piece = |name: &[u8; 4], content: &[u8]| {
        let odd = vec![0; content.len() % 2];
        [name.as_slice(), &(content.len() as u32).to_le_bytes(), content, &odd].concat()
    };
    piece(b"RIFF", &[b"WAVE", piece(b"fmt ", &format).as_slice(), &piece(b"data", sound)].concat())
}

#[test]
fn what_decodes_is_listed_with_its_length() {
    let dir = tempfile::tempdir().unwrap();
    let mp3 = fs::read(data("band.mp3")).unwrap();
    fs::write(dir.path().join("inside.wav"), coded(0x55, mp3.len() as u32 / 5, &mp3)).unwrap();
    // Names that files of MPEG audio have; what is in them decides.
    for name in ["a.mp2", "b.MP1", "c.mpga"] {
        let mut file = mp3.clone();
        file.extend(name.as_bytes());
        fs::write(dir.path().join(name), file).unwrap();
    }
    let library = Library::in_memory().unwrap();
    library.add_folder(dir.path(), Timestamp(1)).unwrap();
    let report = library.scan(&[], Timestamp(2), &Control::new(), &mut |_| {}).unwrap();
    assert_eq!((report.read, report.unreadable), (4, 0), "{:?}", library.unreadable());
    for track in library.tracks().unwrap() {
        let ms = track.duration_ms.unwrap();
        assert!(ms.abs_diff(5_000) < 120, "{}: {ms}", track.title);
    }
}

#[test]
fn what_nothing_decodes_is_no_track_and_says_how_it_is_coded() {
    let dir = tempfile::tempdir().unwrap();
    let surround = {
        let mut bytes = fs::read(data("band.m4a")).unwrap();
        let described = bytes.windows(4).position(|four| four == b"esds").unwrap();
        let place = described + bytes[described..].windows(2).position(|two| two == [0x12, 0x10]).unwrap();
        bytes[place + 1] = 0x30;
        bytes
    };
    for (name, bytes, kind) in
        [("gsm.wav", coded(0x31, 1_625, &vec![7; 65_000]), "GSM"), ("six.m4a", surround, "AAC surround")]
    {
        let path = dir.path().join(name);
        fs::write(&path, bytes).unwrap();
        let refused = read_file(&path).unwrap_err();
        assert_eq!(refused.code(), ErrorCode::FileCoding, "{name}");
        assert!(refused.to_string().contains(kind), "{name}: {refused}");
    }
    let library = Library::in_memory().unwrap();
    library.add_folder(dir.path(), Timestamp(1)).unwrap();
    let report = library.scan(&[], Timestamp(2), &Control::new(), &mut |_| {}).unwrap();
    assert_eq!((report.found, report.unreadable, library.tracks().unwrap().len()), (2, 2, 0));
}
