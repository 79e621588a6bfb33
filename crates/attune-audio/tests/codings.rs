//! Codings and containers that are rarer than most: made here, or made worse here.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use attune_audio::Recording;

fn data(name: &str) -> Vec<u8> {
    std::fs::read(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name)).unwrap()
}

/// All samples of the first channel.
fn heard(bytes: &[u8]) -> Vec<f32> {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("music");
    std::fs::write(&path, bytes).unwrap();
    let mut recording = Recording::open(&path).unwrap();
    let mut samples = Vec::new();
    while recording.next_block().unwrap() {
        samples.extend_from_slice(&recording.block()[0]);
    }
    samples
}

/// Bits, the highest of each byte first.
#[derive(Default)]
struct Bits(Vec<u8>, usize);

impl Bits {
    fn push(&mut self, value: u32, count: usize) {
        for bit in (0..count).rev() {
            if self.1.is_multiple_of(8) {
                self.0.push(0);
            }
            *self.0.last_mut().unwrap() |= (((value >> bit) & 1) as u8) << (7 - self.1 % 8);
            self.1 += 1;
        }
    }
}

/// Frames of MPEG audio, layer II (ISO/IEC 11172-3), 192 kbit/s at 44.1 kHz: the left channel has something in its lowest
/// band, the right one nothing.
fn layer_2(frames: usize) -> Vec<u8> {
    let mut bits = Bits::default();
    bits.push(0xFFFD_A000, 32);
    for (bands, wide) in [(11, 4), (12, 3), (7, 2)] {
        for place in 0..2 * bands {
            bits.push(u32::from(wide == 4 && place == 0), wide);
        }
    }
    // One scale for all of the frame, and three samples of the least of three levels in each of the twelve parts.
    bits.push(2, 2);
    bits.push(18, 6);
    for _ in 0..12 {
        bits.push(0, 5);
    }
    bits.0.resize(144 * 192_000 / 44_100, 0);
    bits.0.repeat(frames)
}

/// A WAV file of that coding.
fn coded(format: &[u16], sound: &[u8]) -> Vec<u8> {
    let format: Vec<u8> = format.iter().flat_map(|n| n.to_le_bytes()).collect();
    let piece = |name: &[u8; 4], content: &[u8]| {
        let odd = vec![0; content.len() % 2];
        [name.as_slice(), &(content.len() as u32).to_le_bytes(), content, &odd].concat()
    };
    piece(b"RIFF", &[b"WAVE", piece(b"fmt ", &format).as_slice(), &piece(b"data", sound)].concat())
}

#[test]
fn layer_2_is_heard_with_and_without_a_container() {
    let bare = layer_2(40);
    let samples = heard(&bare);
    assert_eq!(samples.len(), 40 * 1_152);
    let loudest = samples.iter().fold(0.0, |most: f32, s| most.max(s.abs()));
    assert!(loudest > 0.01 && loudest <= 1.0, "{loudest}");
    let format = [0x50, 2, 44_100, 0, 24_000, 0, 626, 0, 22, 2, 0, 1, 1, 0, 1, 16, 0, 0, 0, 0];
    assert!(heard(&coded(&format, &bare)) == samples);
    let mp3 = data("band.mp3");
    let format = [0x55, 2, 44_100, 0, 16_000, 0, 1, 0, 12, 1, 2, 0, 417, 1, 1_393];
    assert!(heard(&coded(&format, &mp3)) == heard(&mp3));
}

#[test]
fn adpcm_is_heard() {
    let level = 8_000_i16;
    // A block begins with a sample; that nothing is added to it makes the level stay.
    let ima = [&level.to_le_bytes()[..], &[0, 0], &[0; 252]].concat();
    for more in [&[2, 505][..], &[]] {
        let format = [&[0x11, 1, 22_050, 0, 11_100, 0, 256, 4], more].concat();
        let samples = heard(&coded(&format, &ima.repeat(20)));
        assert_eq!(samples.len(), 20 * 505);
        assert!(samples.iter().all(|s| (s - 8_000.0 / 32_768.0).abs() < 1e-3));
    }
    let pair = level.to_le_bytes();
    let microsoft = [&[0, 16, 0][..], &pair, &pair, &[0; 249]].concat();
    let kinds = [256, 0, 512, 0xFF00, 0, 0, 192, 64, 240, 0, 460, 0xFF30, 392, 0xFF18];
    let format = [&[2, 1, 22_050, 0, 11_155, 0, 256, 4, 32, 500, 7][..], &kinds].concat();
    let samples = heard(&coded(&format, &microsoft.repeat(20)));
    assert_eq!(samples.len(), 20 * 500);
    assert!(samples.iter().all(|s| (s - 8_000.0 / 32_768.0).abs() < 1e-3));
}

#[test]
fn of_he_aac_the_core_is_heard() {
    let plain = data("band.m4a");
    let described = plain.windows(4).position(|four| four == b"esds").unwrap();
    let place = described + plain[described..].windows(2).position(|two| two == [0x12, 0x10]).unwrap();
    let mut added = plain.clone();
    // SBR, core at 44.1 kHz, stereo, to 48 kHz, AAC-LC.
    added[place..place + 4].copy_from_slice(&[0b0010_1010, 0b0001_0001, 0b1000_1000, 0]);
    assert!(heard(&added) == heard(&plain));
}

/// An Ogg file with the counts of those pages overwritten.
fn counted(bytes: &[u8], count: i64, wrong: impl Fn(usize) -> bool) -> Vec<u8> {
    let (mut out, mut at, mut index) = (bytes.to_vec(), 0, 0);
    while at < bytes.len() {
        let pieces = usize::from(bytes[at + 26]);
        let body: usize = bytes[at + 27..at + 27 + pieces].iter().map(|l| usize::from(*l)).sum();
        let end = at + 27 + pieces + body;
        if index >= 2 && wrong(index - 2) {
            out[at + 6..at + 14].copy_from_slice(&count.to_le_bytes());
            out[at + 22..at + 26].fill(0);
            let sum = checksum(&out[at..end]);
            out[at + 22..at + 26].copy_from_slice(&sum.to_le_bytes());
        }
        (at, index) = (end, index + 1);
    }
    out
}

/// CRC-32 as Ogg has it (RFC 3533, 6).
fn checksum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0, |sum, byte| {
        let sum = sum ^ u32::from(*byte) << 24;
        (0..8).fold(sum, |sum, _| if sum >> 31 == 1 { sum << 1 ^ 0x04C1_1DB7 } else { sum << 1 })
    })
}

#[test]
fn pages_of_ogg_that_count_nothing_are_heard() {
    for name in ["band.ogg", "band.opus"] {
        let whole = data(name);
        let samples = heard(&whole);
        for count in [0, -1] {
            for wrong in [0, 2] {
                let some = heard(&counted(&whole, count, |page| page == wrong));
                assert!(
                    some == samples,
                    "{name}, {count} on page {wrong}: {} of {}",
                    some.len(),
                    samples.len()
                );
            }
            // Where the last page counts nothing, what a coder wrote beyond the end cannot be told from sound.
            let some = heard(&counted(&whole, count, |_| true));
            let beyond = some.len().abs_diff(samples.len());
            assert!(beyond < 4_096, "{name}, {count} everywhere: {beyond}");
        }
    }
}

#[test]
fn what_a_coder_wrote_beyond_the_end_is_left_out() {
    assert_eq!(heard(&data("half1.ogg")).len(), 30_011);
}
