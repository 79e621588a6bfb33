//! Lengths that a file's head does not tell, known from its parts or once the sound was listened to.

use super::*;
use std::path::Path;

fn data(name: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("../attune-audio/tests/data").join(name))
        .unwrap()
}

/// What the head of a file says, and what the library says after listening, in milliseconds.
fn lengths(name: &str, bytes: &[u8]) -> (Option<u32>, u32) {
    let scene = Scene::new();
    let path = scene.music.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    let head = attune_library::read_file(&path).unwrap().tags.duration_ms;
    scene.own.add_folder(scene.music.path()).unwrap();
    scene.until("it is heard", |v| heard(v, 1));
    scene.own.close();
    let track = scene.own.library().tracks().unwrap().remove(0);
    (head, track.duration_ms.unwrap())
}

/// A file of another bit rate than its beginning's, without the table that would say so.
#[test]
fn an_mp3_whose_beginning_promises_too_much() {
    // Half a second of silence at 32 kbit/s, then five seconds at 128.
    let silent = [b"\xff\xfb\x10\0".to_vec(), vec![0; 100]].concat();
    let bytes = [silent.repeat(20), data("band.mp3")].concat();
    let (head, length) = lengths("rates.mp3", &bytes);
    for told in [head, Some(length)] {
        assert!(told.is_some_and(|ms| ms.abs_diff(5_570) < 60), "{told:?}");
    }
}

/// A file in fragments, as streams are kept: its head counts no samples, its fragments do.
#[test]
fn an_m4a_in_fragments() {
    let whole = data("half1.m4a");
    let (head, length) = lengths("fragments.m4a", &fragmented(&whole));
    let wanted = attune_library::read_from(std::io::Cursor::new(whole)).unwrap().tags.duration_ms.unwrap();
    for told in [head, Some(length)] {
        assert!(told.is_some_and(|ms| ms.abs_diff(wanted) < 60), "{told:?} of {wanted}");
    }
}

/// The same samples in one fragment (ISO 14496-12, 8.8).
fn fragmented(whole: &[u8]) -> Vec<u8> {
    let moov = inner(whole, "moov");
    let track = inner(moov, "trak");
    let media = inner(track, "mdia");
    let (info, samples) = (inner(media, "minf"), inner(inner(media, "minf"), "stbl"));
    let number = |bytes: &[u8], at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
    let table = inner(samples, "stsz");
    let sizes: Vec<u32> = (0..number(table, 8) as usize).map(|i| number(table, 12 + 4 * i)).collect();
    let start = number(inner(samples, "stco"), 8) as usize;
    let sound = &whole[start..start + sizes.iter().sum::<u32>() as usize];

    let unmeasured = |kind: &str, inside: &[u8], at: usize| {
        let mut body = inner(inside, kind).to_vec();
        body[at..at + 4].fill(0);
        atom(kind, &[&body])
    };
    let kept = |kind: &str, inside: &[u8]| atom(kind, &[inner(inside, kind)]);
    let empty = |kind: &str, zeros: usize| atom(kind, &[&vec![0; zeros]]);
    let stbl = atom(
        "stbl",
        &[
            &kept("stsd", samples),
            &empty("stts", 8),
            &empty("stsc", 8),
            &empty("stsz", 12),
            &empty("stco", 8),
        ],
    );
    let minf = atom("minf", &[&kept("smhd", info), &kept("dinf", info), &stbl]);
    let measured = atom("mdia", &[&unmeasured("mdhd", media, 16), &kept("hdlr", media), &minf]);
    let sounding = atom("trak", &[&unmeasured("tkhd", track, 20), &measured]);
    let defaults = [0, 1, 1, 1_024, 0, 0].map(u32::to_be_bytes).concat();
    let mvex = atom("mvex", &[&atom("trex", &[&defaults])]);
    let head = atom("moov", &[&unmeasured("mvhd", moov, 16), &sounding, &mvex]);

    let run = |offset: u32| {
        let flags = 0x201_u32;
        let entries: Vec<u8> = sizes.iter().flat_map(|size| size.to_be_bytes()).collect();
        let run =
            [&[flags, sizes.len() as u32, offset].map(u32::to_be_bytes).concat()[..], &entries].concat();
        let file = [0x2_0000, 1].map(u32::to_be_bytes).concat();
        let parts = [atom("tfhd", &[&file]), empty("tfdt", 8), atom("trun", &[&run])];
        let traf = atom("traf", &[&parts.concat()]);
        atom("moof", &[&atom("mfhd", &[&[0, 1].map(u32::to_be_bytes).concat()]), &traf])
    };
    let fragment = run(run(0).len() as u32 + 8);
    let kind = atom("ftyp", &[b"iso5\0\0\x02\0iso5mp41"]);
    [kind, head, fragment, atom("mdat", &[sound])].concat()
}

/// A box of these parts.
fn atom(kind: &str, parts: &[&[u8]]) -> Vec<u8> {
    let body = parts.concat();
    [&(body.len() as u32 + 8).to_be_bytes()[..], kind.as_bytes(), &body].concat()
}

/// What is in the first box of a kind.
fn inner<'b>(mut boxes: &'b [u8], kind: &str) -> &'b [u8] {
    loop {
        let (length, rest) = boxes.split_first_chunk().unwrap();
        let length = u32::from_be_bytes(*length) as usize;
        if rest.starts_with(kind.as_bytes()) {
            return &boxes[8..length];
        }
        boxes = &boxes[length..];
    }
}
