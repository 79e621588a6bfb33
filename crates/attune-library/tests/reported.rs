//! Files as other people reported them, made here.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use attune_core::Timestamp;
use attune_library::{Control, Format, Library, read_from};
use std::fs;
use std::io::Cursor;
use std::path::Path;

fn data(name: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("../attune-audio/tests/data").join(name)).unwrap()
}

/// Half a second in 16 bits at 8 kHz, its sound made of `seed`.
fn wav(seed: u32) -> Vec<u8> {
    let mut out = b"RIFF\x64\x1f\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0".to_vec();
    out.extend(8_000_u32.to_le_bytes());
    out.extend(16_000_u32.to_le_bytes());
    out.extend(b"\x02\0\x10\0data\x40\x1f\0\0");
    out.extend((0..8_000_u32).map(|i| ((i * seed) >> 3) as u8));
    out
}

#[test]
fn names_with_dots_are_albums_and_companions_are_none() {
    let music = tempfile::tempdir().unwrap();
    let shown =
        ["...Quiet Now/01 One.wav", ".5 The Album/02.wav", "Plain/...One More.wav", "lost+found/4.wav"];
    let hidden = ["Plain/._01 One.wav", ".Trash-1000/files/05.wav", "@eaDir/06.wav"];
    for (seed, name) in (3..).step_by(2).zip(shown.iter().chain(&hidden)) {
        let path = music.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, wav(seed)).unwrap();
    }
    let library = Library::in_memory().unwrap();
    library.add_folder(music.path(), Timestamp(1)).unwrap();
    let report = library.scan(&[], Timestamp(2), &Control::new(), &mut |_| {}).unwrap();
    let mut titles: Vec<String> = library.tracks().unwrap().into_iter().map(|t| t.title).collect();
    titles.sort();
    assert_eq!(
        (report.found, report.unreadable, titles.join("|").as_str()),
        (4, 0, "...One More|01 One|02|4")
    );
}

#[test]
fn all_streams_of_a_chain_make_its_length() {
    for kind in ["ogg", "opus"] {
        let [one, two] = [1, 2].map(|half| data(&format!("half{half}.{kind}")));
        let length = |bytes: &[u8]| read_from(Cursor::new(bytes)).unwrap().tags.duration_ms.unwrap();
        let parts = length(&one) + length(&two);
        assert!(length(&[one, two].concat()).abs_diff(parts) < 50, "{kind}: {parts}");
    }
}

/// An Ogg file under another number.
fn numbered(bytes: &[u8], serial: u32) -> Vec<u8> {
    let mut out = bytes.to_vec();
    for at in 0..out.len() - 27 {
        if out[at..].starts_with(b"OggS\0") {
            out[at + 14..at + 18].copy_from_slice(&serial.to_le_bytes());
        }
    }
    out
}

#[test]
fn streams_of_one_number_make_a_chain_too() {
    for kind in ["ogg", "opus"] {
        let [one, two] = [1, 2].map(|half| numbered(&data(&format!("half{half}.{kind}")), 7));
        let length = |bytes: &[u8]| read_from(Cursor::new(bytes)).unwrap().tags.duration_ms.unwrap();
        let (first, second) = (length(&one), length(&two));
        for chain in [[&one[..], &two].concat(), [&two[..], &one].concat()] {
            assert!(length(&chain).abs_diff(first + second) < 50, "{kind}: {first}, {second}");
        }
        // A program that took it for an MP3 has put its tag before it.
        let tagged = [b"ID3\x03\0\0\0\0\0\x10TIT2\0\0\0\x06\0\0\0Added", &one[..]].concat();
        let (plain, read) = (read_from(Cursor::new(&one)).unwrap(), read_from(Cursor::new(&tagged)).unwrap());
        assert_eq!((read.format, read.tags.duration_ms), (plain.format, plain.tags.duration_ms), "{kind}");
    }
}

/// Silent frames of MPEG audio of layer III: in stereo at 44.1 kHz and 320 or 32 kbit/s, of 1,152 samples, or mono at
/// 22.05 kHz, of 576.
fn silent(kind: &str, frames: usize) -> Vec<u8> {
    let (head, length) = match kind {
        "fast" => ([0xFF, 0xFB, 0xE0, 0], 1_044),
        "slow" => ([0xFF, 0xFB, 0x10, 0], 104),
        _ => ([0xFF, 0xF3, 0x80, 0xC0], 208),
    };
    let mut frame = head.to_vec();
    frame.resize(length, 0);
    frame.repeat(frames)
}

#[test]
fn an_mp3_is_as_long_as_its_frames_are_whatever_it_begins_with() {
    let length = |bytes: &[u8]| read_from(Cursor::new(bytes)).unwrap().tags.duration_ms.unwrap();
    let of_frames = |count: u32| count * 1_152 * 10 / 441;
    let with_summary = |frames: u32, bytes: u32| {
        let mut first = silent("fast", 1);
        first[36..44].copy_from_slice(b"Xing\0\0\0\x03");
        first[44..48].copy_from_slice(&frames.to_be_bytes());
        first[48..52].copy_from_slice(&bytes.to_be_bytes());
        [first, silent("fast", 100)].concat()
    };
    let true_one = with_summary(100, 101 * 1_044);
    assert!(length(&true_one).abs_diff(of_frames(100)) < 60);
    for (frames, bytes) in [(0, 105_444), (2, 105_444), (900_000, 105_444), (1_000, 1_054_440)] {
        let found = length(&with_summary(frames, bytes));
        assert!(found.abs_diff(of_frames(100)) < 60, "{frames} in {bytes}: {found}");
    }
    let cover = [b"ID3\x03\0\0\0\0\x40\0".as_slice(), &[0xFF; 8_192]].concat();
    let old = [b"TAG".as_slice(), &[0; 125]].concat();
    let joined = [&true_one, &old, &cover, &true_one].map(Vec::as_slice).concat();
    assert!(length(&joined).abs_diff(of_frames(200)) < 60, "joined: {}", length(&joined));
    let many = [silent("fast", 40), silent("slow", 800)].concat();
    assert!(length(&many).abs_diff(of_frames(840)) < 60, "many bitrates: {}", length(&many));
    let other = [silent("fast", 100), silent("other", 400)].concat();
    assert!(length(&other).abs_diff(of_frames(500)) < 60, "another rate: {}", length(&other));
}

/// An APE tag (version 2) without a head.
fn ape(items: &[(&str, &str)]) -> Vec<u8> {
    let item = |(key, value): &(&str, &str)| {
        [&(value.len() as u32).to_le_bytes()[..], &[0; 4], key.as_bytes(), &[0], value.as_bytes()].concat()
    };
    let mut tag: Vec<u8> = items.iter().flat_map(item).collect();
    let numbers = [2_000, tag.len() as u32 + 32, items.len() as u32, 0, 0, 0].map(u32::to_le_bytes);
    tag.extend([b"APETAGEX".as_slice(), &numbers.concat()].concat());
    tag
}

#[test]
fn an_ape_tag_goes_before_one_that_cuts_titles_off() {
    let title = "A title of more than thirty characters";
    let mut old = [b"TAG", &title.as_bytes()[..30]].concat();
    old.resize(127, 0);
    let behind = [ape(&[("Title", title), ("Artist", "Somebody")]), old, vec![17]].concat();
    for sound in [data("band.mp3"), aac(4, &[300; 50])] {
        let tags = read_from(Cursor::new([sound, behind.clone()].concat())).unwrap().tags;
        assert_eq!((tags.title.as_deref(), tags.artist.as_deref()), (Some(title), Some("Somebody")));
        assert_eq!(tags.genre.as_deref(), Some("Rock"), "what the newer tag lacks");
    }
}

/// Frames of AAC (ADTS) in stereo, of so many bytes each and a rate by its number: 4 is 44.1 kHz, 7 is 22.05.
fn aac(rate: u8, lengths: &[u16]) -> Vec<u8> {
    let frame = |length: &u16| {
        let [high, low] = (length << 5).to_be_bytes();
        let mut frame =
            vec![0xFF, 0xF1, 0x40 | rate << 2, 0x80 | (length >> 11) as u8, high, low | 0x1F, 0xFC];
        frame.resize((*length).into(), 0);
        frame
    };
    lengths.iter().flat_map(frame).collect()
}

#[test]
fn aac_is_as_long_as_its_frames() {
    let length = |bytes: &[u8]| read_from(Cursor::new(bytes)).unwrap().tags.duration_ms.unwrap();
    let lengths: Vec<u16> = (0..2_000).map(|n| 50 + n % 700).collect();
    let of_frames = 2_000 * 1_024 * 10 / 441;
    let sound = aac(4, &lengths);
    assert_eq!(length(&sound), of_frames);
    let joined = length(&[&sound[..], &aac(7, &lengths)].concat());
    assert!(joined.abs_diff(3 * of_frames) < 4, "joined: {joined}");
    let tag = id3_with_cover("Joined", 40_000);
    let tagged = length(&[&tag[..], &sound, &tag, &sound].concat());
    assert!(tagged.abs_diff(2 * of_frames) < 4, "with tags: {tagged}");
}

#[test]
fn flac_is_as_long_as_all_files_that_were_joined_in_it() {
    let [one, two] = ["half1.flac", "half2.flac"].map(data);
    let length = |bytes: &[u8]| read_from(Cursor::new(bytes)).unwrap().tags.duration_ms.unwrap();
    let (first, second) = (length(&one), length(&two));
    for (joined, wanted) in [
        ([&one[..], &two].concat(), first + second),
        ([&two[..], &one, &two].concat(), first + 2 * second),
        ([&one[..], &one].concat(), 2 * first),
        ([&one[..], &[0; 5_000]].concat(), first),
    ] {
        assert!(length(&joined).abs_diff(wanted) < 3, "{} for {wanted}", length(&joined));
    }
}

/// An `ID3v2.3` tag with a title and a picture of so many bytes that look like the beginnings of frames.
fn id3_with_cover(title: &str, cover: usize) -> Vec<u8> {
    let frame = |name: &[u8; 4], content: Vec<u8>| {
        [name.as_slice(), &(content.len() as u32).to_be_bytes(), &[0, 0], &content].concat()
    };
    let picture = [b"\0image/jpeg\0\x03\0".as_slice(), &vec![0xFF; cover]].concat();
    let frames = [frame(b"TIT2", [b"\0", title.as_bytes()].concat()), frame(b"APIC", picture)].concat();
    let length = [21, 14, 7, 0].map(|shift| (frames.len() >> shift) as u8 & 0x7F);
    [b"ID3\x03\0\0".as_slice(), &length, &frames].concat()
}

#[test]
fn a_tag_of_id3_behind_the_sound_is_read_and_is_no_sound() {
    let track = |name: &str, bytes: &[u8]| {
        let music = tempfile::tempdir().unwrap();
        fs::write(music.path().join(name), bytes).unwrap();
        let library = Library::in_memory().unwrap();
        library.add_folder(music.path(), Timestamp(1)).unwrap();
        library.scan(&[], Timestamp(2), &Control::new(), &mut |_| {}).unwrap();
        let track = library.tracks().unwrap().into_iter().next().unwrap();
        (track.id, track.title, track.duration_ms)
    };
    let old = [b"TAG".as_slice(), &[0; 125]].concat();
    let (flac, _, _) = track("a.flac", &data("band.flac"));
    assert_eq!(track("a.flac", &[data("band.flac"), old.clone()].concat()).0, flac);
    for (name, sound) in [("a.mp3", silent("fast", 100)), ("a.aac", aac(4, &[300; 400]))] {
        let (id, _, length) = track(name, &sound);
        for cover in [0, 3_000, 300_000] {
            let behind = id3_with_cover("At the end", cover);
            for bytes in [[&sound[..], &behind].concat(), [&sound[..], &behind, &old].concat()] {
                let (at_end, title, found) = track(name, &bytes);
                assert_eq!((at_end, title.as_str()), (id.clone(), "At the end"), "{name}, {cover}");
                let (found, length) = (found.unwrap(), length.unwrap());
                assert!(found.abs_diff(length) < 60, "{name}, {cover}: {found} for {length}");
            }
        }
    }
}

/// An Ogg file whose pages count so many samples more.
fn later(bytes: &[u8], samples: u64) -> Vec<u8> {
    let mut out = bytes.to_vec();
    for at in 0..out.len() - 27 {
        if out[at..].starts_with(b"OggS\0") {
            let count = u64::from_le_bytes(out[at + 6..at + 14].try_into().unwrap());
            if (1..1 << 62).contains(&count) {
                out[at + 6..at + 14].copy_from_slice(&(count + samples).to_le_bytes());
            }
        }
    }
    out
}

#[test]
fn an_ogg_file_is_as_long_as_what_is_there_of_its_stream() {
    let length = |bytes: &[u8]| read_from(Cursor::new(bytes)).unwrap().tags.duration_ms.unwrap();
    for name in ["band.ogg", "band.opus"] {
        let whole = data(name);
        let all = length(&whole);
        let recorded = length(&later(&whole, 48_000 * 600));
        assert!(
            recorded.abs_diff(all) < 1_000,
            "{name}: {recorded} of {all}, after ten minutes of a station"
        );
        let cut = length(&whole[..whole.len() * 2 / 3]);
        assert!((all / 3..all).contains(&cut), "{name}: {cut} of {all}, cut off");
    }
}

#[test]
fn a_cue_sheet_is_no_music_and_breaks_none() {
    let music = tempfile::tempdir().unwrap();
    fs::write(music.path().join("Whole Album.wav"), wav(5)).unwrap();
    let sheet = "TITLE \"Whole\"\nFILE \"Whole Album.wav\" WAVE\n  TRACK 01 AUDIO\n    INDEX 01 00:00:00\n";
    for name in ["Whole Album.cue", "Whole Album.wav.cue", "missing.CUE"] {
        fs::write(music.path().join(name), sheet).unwrap();
    }
    let library = Library::in_memory().unwrap();
    library.add_folder(music.path(), Timestamp(1)).unwrap();
    let report = library.scan(&[], Timestamp(2), &Control::new(), &mut |_| {}).unwrap();
    let titles: Vec<String> = library.tracks().unwrap().into_iter().map(|t| t.title).collect();
    assert_eq!((report.found, report.unreadable, titles), (1, 0, vec!["Whole Album".to_owned()]));
    assert!(report.passed_over.is_empty(), "{:?}", report.passed_over);
}

#[test]
fn a_wav_whose_sound_has_no_length_is_read_to_its_end() {
    let mut bytes = wav(5);
    bytes[40..44].fill(0);
    let read = read_from(Cursor::new(&bytes)).unwrap();
    assert_eq!((read.format, read.tags.duration_ms), (Format::Wav, Some(500)));
}

#[test]
fn flac_in_ogg_from_a_pipe_is_read() {
    let read = read_from(Cursor::new(ogg_flac(&data("band.flac")))).unwrap();
    let said = (read.tags.title.as_deref(), read.tags.artist.as_deref());
    assert_eq!((read.format, said), (Format::OggFlac, (Some("Piped"), Some("Somebody"))));
    assert_eq!((read.tags.rate, read.tags.channels), (Some(44_100), Some(2)));
}

/// The sound of a FLAC file in Ogg pages; its head says no length, as one that was written to a pipe.
fn ogg_flac(flac: &[u8]) -> Vec<u8> {
    let mut info = flac[8..42].to_vec();
    info[13] &= 0xF0;
    info[14..18].fill(0);
    let mut sound = 4;
    loop {
        let length = usize::from(flac[sound + 1]) << 16 | usize::from(flac[sound + 2]) << 8;
        let last = flac[sound] & 0x80 > 0;
        sound += 4 + length + usize::from(flac[sound + 3]);
        if last {
            break;
        }
    }
    let mut comments = vec![0; 4];
    comments.extend(2_u32.to_le_bytes());
    for text in ["TITLE=Piped", "ARTIST=Somebody"] {
        comments.extend((text.len() as u32).to_le_bytes());
        comments.extend(text.as_bytes());
    }
    let block = |kind: u8, body: &[u8]| [&[kind, 0, 0, body.len() as u8], body].concat();
    let first = [b"\x7fFLAC\x01\0\0\x01fLaC", &block(0, &info)[..]].concat();
    let mut packets = vec![first, block(0x84, &comments)];
    let starts: Vec<usize> = (sound..flac.len() - 16).filter(|at| starts_frame(&flac[*at..])).collect();
    let ends = starts.iter().skip(1).copied().chain([flac.len()]);
    packets.extend(starts.iter().zip(ends).map(|(start, end)| flac[*start..end].to_vec()));
    let count = packets.len();
    let pages = packets.iter().enumerate().map(|(number, packet)| {
        let kind = if number == 0 { 2 } else { 4 * u8::from(number + 1 == count) };
        page(packet, kind, number as u32, 4_096 * (number as u64).saturating_sub(1))
    });
    pages.collect::<Vec<_>>().concat()
}

/// Whether a frame of FLAC begins here: its head, which carries its own checksum (RFC 9639, 9.1).
fn starts_frame(bytes: &[u8]) -> bool {
    if bytes[0] != 0xFF || bytes[1] & 0xFE != 0xF8 {
        return false;
    }
    // The number is written as UTF-8 writes characters.
    let number = (bytes[4].leading_ones() as usize).max(1);
    let size = match bytes[2] >> 4 {
        6 => 1,
        7 => 2,
        _ => 0,
    };
    let head = 4 + number + size;
    head < bytes.len() && bytes[..=head].iter().fold(0_u8, |sum, byte| crc8(sum ^ byte)) == 0
}

fn crc8(mut sum: u8) -> u8 {
    for _ in 0..8 {
        sum = if sum & 0x80 > 0 { (sum << 1) ^ 0x07 } else { sum << 1 };
    }
    sum
}

/// A page that holds one packet (RFC 3533, 6).
fn page(packet: &[u8], kind: u8, number: u32, place: u64) -> Vec<u8> {
    let segments = packet.len() / 255 + 1;
    let mut page = [b"OggS\0", &[kind][..], &place.to_le_bytes(), &7_u32.to_le_bytes()].concat();
    page.extend(number.to_le_bytes());
    page.extend([0; 4]);
    page.push(u8::try_from(segments).unwrap());
    page.extend(vec![255; segments - 1]);
    page.push((packet.len() % 255) as u8);
    page.extend(packet);
    let sum = page.iter().fold(0_u32, |sum, byte| {
        (0..8).fold(sum ^ (u32::from(*byte) << 24), |sum, _| {
            if sum >> 31 == 1 { (sum << 1) ^ 0x04C1_1DB7 } else { sum << 1 }
        })
    });
    page[22..26].copy_from_slice(&sum.to_le_bytes());
    page
}

/// `half1.flac` with one more block behind its description, which states its length as it likes.
fn with_block(kind: u8, stated: u32, content: &[u8]) -> Vec<u8> {
    let flac = data("half1.flac");
    let [_, length @ ..] = stated.to_be_bytes();
    [&flac[..42], &[kind], &length, content, &flac[42..]].concat()
}

#[test]
fn a_block_of_flac_that_breaks_the_rules_costs_itself_only() {
    let good = read_from(Cursor::new(data("half1.flac"))).unwrap();
    let titled = [&[0, 0, 0, 0, 9, 0, 0, 0, 9, 0, 0, 0][..], b"TITLE=One", &[0xFF; 6]].concat();
    let picture = [0, 0, 0, 3, 0x7F, 0xFF, 0xFF, 0xFF, b'i', b'm'];
    for (name, bytes, title) in [
        ("a comment whose length lies", with_block(4, titled.len() as u32, &titled), Some("One")),
        ("a comment of rubbish", with_block(4, 5, &[0xFF; 5]), None),
        ("a picture whose length lies", with_block(6, 10, &picture), None),
        ("a block longer than it says", with_block(6, 2, &[7; 5_000]), None),
        ("a block that ends beyond the file", with_block(6, 0xFF_FFFF, &[7; 5_000]), None),
        ("half a description of another program's", with_block(2, 2, b"ab"), None),
    ] {
        let read = read_from(Cursor::new(&bytes)).unwrap_or_else(|e| panic!("{name}: {e}"));
        assert_eq!((read.format, read.tags.duration_ms), (Format::Flac, good.tags.duration_ms), "{name}");
        assert_eq!(read.tags.title.as_deref().filter(|_| title.is_some()), title, "{name}");
    }
}

#[test]
fn a_tag_longer_than_its_file_costs_no_track() {
    let mp3 = data("half1.mp3");
    let start = mp3.windows(2).position(|two| two == [0xFF, 0xFB]).unwrap();
    let frame = b"TIT2\0\0\0\x04\0\0\0One";
    let tagged = [b"ID3\x03\0\0\x02\0\0\0".as_slice(), frame, &[0; 300], &mp3[start..]].concat();
    let read = read_from(Cursor::new(&tagged)).unwrap();
    assert_eq!((read.format, read.tags.title.as_deref()), (Format::Mp3, Some("One")));
    let good = read_from(Cursor::new(&mp3[start..])).unwrap();
    assert_eq!(read.tags.duration_ms, good.tags.duration_ms);
}
