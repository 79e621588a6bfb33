//! What the heads of MPEG audio frames say (ISO/IEC 11172-3 and 13818-3): files without a container are one such frame
//! after another, and only their heads tell how long each is.

use std::ops::RangeInclusive;

/// Kilobits a second by the number in a head, from 1 on: of the first version's layers I, II and III, and of the later
/// versions' layer I, and II and III.
const BITRATES: [[u32; 14]; 5] = [
    [32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448],
    [32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
    [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
    [32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256],
    [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
];

/// The first version's samples a second; the second version has half of them, and 2.5 a quarter.
const RATES: [u32; 3] = [44_100, 48_000, 32_000];

/// How many bytes of a frame say all that is read here, its summary included.
pub const HEAD: usize = 64;

/// So many bytes at both ends of a file's sound tell whether its length is to be doubted.
pub const LOOKED_AT: u64 = 16 * 1024;

/// Bytes of a frame that are believed, on average over a file.
const FRAME: RangeInclusive<u64> = 20..=1_800;

/// So much more or less sound than a summary says is in no file that it is true for, in bytes.
const TOLERANCE: u64 = 32 * 1024;

/// What stays the same in all frames of a stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Form {
    version: u8,
    layer: u8,
    mono: bool,
    /// Samples per second and channel, in Hz.
    pub rate: u32,
}

/// A frame by its head.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Frame {
    /// What kind of stream it belongs to.
    pub form: Form,
    /// Kilobits a second.
    pub bitrate: u32,
    /// Its length with its head, in bytes.
    pub bytes: usize,
    /// Samples of each channel.
    pub samples: u32,
}

/// The frame that begins here; none where none does, or where its head does not tell its length ("free format").
#[must_use]
pub fn frame(bytes: &[u8]) -> Option<Frame> {
    let [0xFF, kind, coding, mode, ..] = *bytes else { return None };
    let (version, layer) = (kind >> 3 & 3, 4 - (kind >> 1 & 3));
    if kind & 0xE0 != 0xE0 || version == 1 || layer == 4 {
        return None;
    }
    let newest = version == 3;
    let table = match (newest, layer) {
        (true, layer) => usize::from(layer) - 1,
        (false, 1) => 3,
        (false, _) => 4,
    };
    let bitrate = *BITRATES[table].get(usize::from(coding >> 4).checked_sub(1)?)?;
    let halves = match version {
        3 => 0,
        2 => 1,
        _ => 2,
    };
    let rate = RATES.get(usize::from(coding >> 2 & 3))? >> halves;
    let samples = match layer {
        1 => 384,
        3 if !newest => 576,
        _ => 1_152,
    };
    // Layer I counts in slots of four bytes.
    let slot = if layer == 1 { 4 } else { 1 };
    let padding = u32::from(coding >> 1 & 1);
    let bytes = (samples / 8 * bitrate * 1_000 / rate / slot + padding) * slot;
    let form = Form { version, layer, mono: mode >> 6 == 3, rate };
    Some(Frame { form, bitrate, bytes: bytes as usize, samples })
}

/// What the first frame of a file says of all that follow it, without any sound of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Summary {
    /// How many there are.
    pub frames: Option<u32>,
    /// How many bytes they take.
    pub bytes: Option<u32>,
}

/// The summary in a frame (Xing's, LAME's or Fraunhofer's), of which the first [`HEAD`] bytes are enough.
#[must_use]
pub fn summary(frame: &[u8]) -> Option<Summary> {
    let head = frame.get(..frame.len().min(HEAD))?;
    let four = |at: usize| head.get(at..at + 4)?.try_into().ok().map(u32::from_be_bytes);
    let named = |names: &[&[u8; 4]]| head.windows(4).position(|w| names.iter().any(|name| w == *name));
    if let Some(at) = named(&[b"Xing", b"Info"]) {
        let flags = four(at + 4)?;
        let frames = (flags & 1 != 0).then(|| four(at + 8)).flatten();
        let behind = at + if flags & 1 != 0 { 12 } else { 8 };
        return Some(Summary { frames, bytes: (flags & 2 != 0).then(|| four(behind)).flatten() });
    }
    let at = named(&[b"VBRI"])?;
    Some(Summary { frames: four(at + 14), bytes: four(at + 10) })
}

/// Where the first of several frames of one stream begins.
#[must_use]
pub fn sync(bytes: &[u8]) -> Option<usize> {
    (0..bytes.len()).find(|at| in_a_row(&bytes[*at..]))
}

/// Whether frames of one form follow one another here.
fn in_a_row(bytes: &[u8]) -> bool {
    let Some(first) = frame(bytes) else { return false };
    let mut at = first.bytes;
    (0..2).all(|_| {
        let next = bytes.get(at..).and_then(frame).filter(|next| next.form == first.form);
        at += next.map_or(0, |next| next.bytes);
        next.is_some()
    })
}

/// Whether the length that the beginning of a file tells is not that of the file: its summary is wrong or true for a part
/// only, as where files were joined, or there is none and its frames are of many bitrates. `head` and `tail` are
/// the first and the last [`LOOKED_AT`] bytes of its sound, and `bytes` is how many there are in all.
#[must_use]
pub fn is_doubtful(head: &[u8], tail: &[u8], bytes: u64) -> bool {
    let Some(start) = sync(head) else { return false };
    let (head, Some(first)) = (&head[start..], frame(&head[start..])) else { return false };
    let last = sync(tail).and_then(|at| frame(&tail[at..]));
    if last.is_some_and(|last| last.form != first.form) {
        return true;
    }
    let Some(told) = summary(head) else {
        return last.is_some_and(|last| last.bitrate != first.bitrate) || has_many_bitrates(head);
    };
    let (Some(frames), Some(sound)) = (told.frames, told.bytes) else { return true };
    let sound = u64::from(sound);
    let believed = sound.checked_div(u64::from(frames)).is_some_and(|each| FRAME.contains(&each));
    !believed || sound.abs_diff(bytes) > TOLERANCE
}

fn has_many_bitrates(head: &[u8]) -> bool {
    let mut at = 0;
    let first = frame(head).map(|first| first.bitrate);
    while let Some(next) = head.get(at..).and_then(frame) {
        if Some(next.bitrate) != first {
            return true;
        }
        at += next.bytes;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A frame of layer III in stereo: 44.1 kHz and 128 kbit/s (417 bytes), or of another form and bitrate.
    fn whole(head: [u8; 4]) -> Vec<u8> {
        let mut bytes = head.to_vec();
        bytes.resize(frame(&head).unwrap().bytes, 0);
        bytes
    }

    const USUAL: [u8; 4] = [0xFF, 0xFB, 0x90, 0x00];

    #[test]
    fn heads_tell_lengths() {
        let told = |head: [u8; 4]| frame(&head).map(|f| (f.form.rate, f.bitrate, f.bytes, f.samples));
        assert_eq!(told(USUAL), Some((44_100, 128, 417, 1_152)));
        assert_eq!(told([0xFF, 0xFB, 0x92, 0x00]), Some((44_100, 128, 418, 1_152)));
        assert_eq!(told([0xFF, 0xF3, 0x80, 0xC0]), Some((22_050, 64, 208, 576)));
        assert_eq!(told([0xFF, 0xE3, 0x88, 0xC0]), Some((8_000, 64, 576, 576)));
        assert_eq!(told([0xFF, 0xFD, 0xA4, 0x00]), Some((48_000, 192, 576, 1_152)));
        assert_eq!(told([0xFF, 0xFF, 0x10, 0x00]), Some((44_100, 32, 32, 384)));
        for none in
            [[0xFF, 0xFB, 0x00, 0], [0xFF, 0xFB, 0xF0, 0], [0xFF, 0xFB, 0x9C, 0], [0xFF, 0xF1, 0x50, 0]]
        {
            assert_eq!(told(none), None, "{none:x?}");
        }
    }

    #[test]
    fn a_summary_is_believed_where_it_fits() {
        let sound = whole(USUAL).repeat(200);
        let with = |frames: u32, bytes: u32| {
            let mut first = whole(USUAL);
            first[36..44].copy_from_slice(b"Info\0\0\0\x03");
            first[44..48].copy_from_slice(&frames.to_be_bytes());
            first[48..52].copy_from_slice(&bytes.to_be_bytes());
            [first, sound.clone()].concat()
        };
        let length = sound.len() as u32;
        let doubtful = |bytes: &[u8]| is_doubtful(bytes, &bytes[bytes.len() - 20_000..], bytes.len() as u64);
        assert!(!doubtful(&with(200, length)));
        assert!(doubtful(&with(3, length)) && doubtful(&with(0, length)) && doubtful(&with(90_000, length)));
        assert!(doubtful(&with(80, length * 2 / 5)), "joined");
        assert!(!doubtful(&sound), "one bitrate");
        let faster = whole([0xFF, 0xFB, 0xA0, 0x00]).repeat(100);
        assert!(doubtful(&[sound.clone(), faster].concat()));
        let other = whole([0xFF, 0xF3, 0x80, 0xC0]).repeat(200);
        assert!(doubtful(&[with(200, length), other].concat()), "another form");
    }
}
