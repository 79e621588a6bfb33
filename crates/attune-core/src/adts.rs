//! What the heads of AAC frames say in a file without a container (ADTS, ISO/IEC 14496-3, 1.A.2.2): one frame after another,
//! each of which tells how long it is.

/// Samples per second by their number in a head, in Hz.
const RATES: [u32; 13] =
    [96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000, 7_350];

/// A frame by its head.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Frame {
    /// What stays the same in all frames of a stream: profile, rate and channels.
    pub form: [u8; 2],
    /// Samples per second and channel, in Hz.
    pub rate: u32,
    /// Its length with its head, in bytes.
    pub bytes: usize,
    /// Samples of each channel.
    pub samples: u32,
}

/// The frame that begins here; none where none does.
#[must_use]
pub fn frame(bytes: &[u8]) -> Option<Frame> {
    let [0xFF, kind, form, mode, length, low, blocks, ..] = *bytes else { return None };
    let rate = *RATES.get(usize::from(form >> 2 & 15))?;
    let bytes = usize::from(mode & 3) << 11 | usize::from(length) << 3 | usize::from(low >> 5);
    let form = [form & 0xFD, mode & 0xC0];
    let samples = 1_024 * (u32::from(blocks & 3) + 1);
    (kind & 0xF6 == 0xF0 && bytes > 7).then_some(Frame { form, rate, bytes, samples })
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

#[cfg(test)]
mod tests {
    use super::*;

    /// A frame of AAC-LC in stereo at 44.1 kHz, of so many bytes.
    fn whole(length: u16) -> Vec<u8> {
        let [high, low] = (length << 5).to_be_bytes();
        let mut bytes = vec![0xFF, 0xF1, 0x50, 0x80 | (length >> 11) as u8, high, low | 0x1F, 0xFC];
        bytes.resize(length.into(), 9);
        bytes
    }

    #[test]
    fn heads_tell_lengths() {
        let found = frame(&whole(300)).unwrap();
        assert_eq!((found.rate, found.bytes, found.samples), (44_100, 300, 1_024));
        let mut four = whole(300);
        four[6] |= 3;
        assert_eq!(frame(&four).unwrap().samples, 4_096);
        for none in
            [&[0xFF, 0xFB, 0x90, 0, 0, 0, 0][..], &[0xFF, 0xF1, 0x7C, 0x80, 0x10, 0, 0], &[0xFF, 0xF1]]
        {
            assert_eq!(frame(none), None, "{none:x?}");
        }
    }

    #[test]
    fn the_first_of_several_is_found() {
        let frames = whole(200).repeat(3);
        assert_eq!(sync(&[b"words \xFF\xF1\x50\x80\x02".as_slice(), &frames].concat()), Some(11));
        assert_eq!(sync(&whole(200).repeat(2)), None);
    }
}
