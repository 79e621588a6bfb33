//! Tags as taggers write them, well and badly.

use super::super::items::Key;
use super::*;
use std::io::Cursor;

/// A frame of version 2.3 or 2.4 with its length as given.
pub(in crate::tags) fn frame(name: &str, length: [u8; 4], content: &[u8]) -> Vec<u8> {
    [name.as_bytes(), &length, &[0, 0], content].concat()
}

/// Four bytes of seven bits.
pub(in crate::tags) fn seven(length: usize) -> [u8; 4] {
    [21, 14, 7, 0].map(|shift| (length >> shift) as u8 & 0x7F)
}

fn text(name: &str, content: &[u8]) -> Vec<u8> {
    frame(name, (content.len() as u32).to_be_bytes(), content)
}

/// A tag of these frames, with some padding.
pub(in crate::tags) fn tag(version: u8, flags: u8, frames: &[Vec<u8>]) -> Vec<u8> {
    let body = [frames.concat(), vec![0; 20]].concat();
    [b"ID3", &[version, 0, flags][..], &seven(body.len()), &body].concat()
}

fn said(bytes: &[u8]) -> Vec<(Key, String)> {
    let found = read(&mut Cursor::new(bytes), 0).unwrap();
    assert_eq!(found.end, bytes.len() as u64);
    found.items.0.into_iter().map(|item| (item.key, item.value)).collect()
}

fn title(text: &str) -> (Key, String) {
    (Key::Title, text.to_owned())
}

#[test]
fn a_bad_frame_costs_itself() {
    let artist = text("TPE1", b"\0Somebody");
    let wanted = [title("Song"), (Key::Artist, "Somebody".into())];
    let bad: [Vec<u8>; 6] = [
        text("TDAT", b"\x01\xff\xfe1"),
        text("COMM", b"\x01engno mark"),
        text("POPM", b""),
        text("TDRC", b"\x07"),
        text("APIC", b"\0\0"),
        frame("APIC", [0x7F, 0, 0, 0], b"a length that lies"),
    ];
    for frame in bad {
        let bytes = tag(3, 0, &[text("TIT2", b"\0Song"), frame.clone(), artist.clone()]);
        assert_eq!(said(&bytes), wanted, "{frame:?}");
    }
}

#[test]
fn every_encoding_and_none_is_read() {
    let wide = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let cases: [(Vec<u8>, &[&str]); 8] = [
        (b"\0Song".to_vec(), &["Song"]),
        ([&b"\x01\xff\xfe"[..], &wide("Söng")].concat(), &["Söng"]),
        ([&b"\x01"[..], &wide("Söng")].concat(), &["Söng"]),
        (b"\x02\0S\0o".to_vec(), &["So"]),
        ([&b"\x01\xff\xfe"[..], &wide("Odd"), b"!"].concat(), &["Odd"]),
        ("\u{3}Söng\0Two".as_bytes().to_vec(), &["Söng", "Two"]),
        (b"Song".to_vec(), &["Song"]),
        ([&b"\x01\xff\xfe"[..], &wide("A"), b"\0\0\xff\xfe", &wide("B")].concat(), &["A", "B"]),
    ];
    for (content, wanted) in cases {
        let wanted: Vec<_> = wanted.iter().map(|t| title(t)).collect();
        assert_eq!(said(&tag(3, 0, &[text("TIT2", &content)])), wanted, "{content:?}");
    }
}

#[test]
fn lengths_of_either_version_lead_on() {
    let long = [b"\0".to_vec(), vec![b'a'; 300]].concat();
    let plain = frame("TIT2", 301_u32.to_be_bytes(), &long);
    let short = frame("TIT2", seven(301), &long);
    let artist = frame("TPE1", seven(9), b"\0Somebody");
    for version in [3, 4] {
        for first in [&plain, &short] {
            let all = said(&tag(version, 0, &[first.clone(), artist.clone()]));
            assert_eq!(all.len(), 2, "{version}");
            assert_eq!((all[0].1.len(), all[1].1.as_str()), (300, "Somebody"));
        }
    }
}

#[test]
fn older_tags_and_wound_ones_are_read() {
    let old = [b"TT2\0\0\x05\0Song".to_vec(), b"TXX\0\0\x1e\0replaygain_track_gain\0-3.5 dB".to_vec()];
    let all = said(&tag(2, 0, &old));
    assert_eq!(all, [title("Song"), (Key::TrackGain, "-3.5 dB".into())]);
    // A byte of 255 is followed by a zero that does not count.
    let wound = frame("TIT2", 3_u32.to_be_bytes(), b"\0\xff\0A");
    assert_eq!(said(&tag(3, 0x80, &[wound])), [title("\u{ff}A")]);
}

#[test]
fn of_several_tags_the_first_speaks_and_the_others_add() {
    let first = tag(4, 0, &[text("TIT2", b"\x03Song")]);
    let second = tag(3, 0, &[text("TIT2", b"\0Another"), text("TPE1", b"\0Somebody")]);
    assert_eq!(said(&[first, second].concat()), [title("Song"), (Key::Artist, "Somebody".into())]);
}

#[test]
fn pictures_are_found_in_every_version() {
    let new = tag(4, 0, &[frame("APIC", seven(20), b"\0image/png\0\x03desc\0DAT")]);
    let old = tag(2, 0, &[b"PIC\0\0\x09\0PNG\x03\0DAT".to_vec()]);
    let wide = tag(3, 0, &[text("APIC", b"\x01image/png\0\x03\xff\xfed\0\0\0DAT")]);
    for bytes in [new, old, wide] {
        let all = pictures(&mut Cursor::new(bytes), 0).unwrap();
        assert_eq!((all[0].kind, all[0].data.as_slice()), (3, &b"DAT"[..]));
    }
}

#[test]
fn lengths_from_before_or_after_unsynchronising_are_read() {
    let marked = |text: &str| {
        let wide = text.encode_utf16().flat_map(u16::to_le_bytes);
        [1, 0xFF, 0xFE].into_iter().chain(wide).collect::<Vec<u8>>()
    };
    // A zero behind each 255 that would look like sound, or has one behind it.
    let spread = |bytes: &[u8]| {
        let next = bytes.iter().skip(1).copied().chain([0xFF]);
        let pairs = bytes.iter().copied().zip(next);
        pairs
            .flat_map(|(a, b)| if a == 255 && (b >= 0xE0 || b == 0) { vec![a, 0] } else { vec![a] })
            .collect::<Vec<u8>>()
    };
    let texts = [("TIT2", marked("It’s ÿĀ Broken")), ("TPE1", marked("Somebody"))];
    let wanted = [title("It’s ÿĀ Broken"), (Key::Artist, "Somebody".into())];
    let all: Vec<u8> = texts.iter().flat_map(|(name, content)| text(name, content)).collect();
    let before = spread(&all);
    let after: Vec<Vec<u8>> = texts.iter().map(|(name, content)| text(name, &spread(content))).collect();
    assert_eq!(said(&tag(3, 0x80, &[before])), wanted);
    assert_eq!(said(&tag(3, 0x80, &after)), wanted);
    let never: Vec<Vec<u8>> = [("TIT2", b"\0Plain"), ("TPE1", b"\0Words")].map(|(n, t)| text(n, t)).to_vec();
    assert_eq!(said(&tag(3, 0x80, &never)), [title("Plain"), (Key::Artist, "Words".into())]);
}

#[test]
fn a_tag_that_says_that_all_its_frames_are_unsynchronised_is_believed_where_it_can_be() {
    let wound = frame("TIT2", seven(7), b"\x01\xff\0\xfeA\0\0");
    assert_eq!(said(&tag(4, 0x80, &[wound])), [title("A")]);
    let plain = frame("TIT2", seven(7), b"\x01\xff\xfe\xff\0B\0");
    assert_eq!(said(&tag(4, 0x80, &[plain])), [title("\u{ff}B")]);
}

#[test]
fn names_of_version_2_2_filled_with_a_zero_are_read() {
    let all = said(&tag(3, 0, &[text("TT2\0", b"\0Song"), text("TP1\0", b"\0Somebody")]));
    assert_eq!(all, [title("Song"), (Key::Artist, "Somebody".into())]);
}
