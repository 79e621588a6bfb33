//! What a WAV file says of its samples, as the container's reader takes it.
//!
//! That reader wants each coding described to the byte: no shorter and no longer than its own kind of description, and
//! with whole bytes for each sample. Programs are not so strict, so what counts is kept and the rest made anew.

const PCM: u16 = 1;
const FRACTIONS: u16 = 3;
const LAWS: [u16; 2] = [6, 7];
const IMA: u16 = 0x11;
/// MPEG audio of layers I and II, and of layer III.
const MPEG: [u16; 2] = [0x50, 0x55];
/// The coding stands further behind.
const EXTENSIBLE: u16 = 0xFFFE;

/// What a description comes to.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Described {
    /// Samples or packets that the container's reader knows, with the description it takes.
    Samples(Vec<u8>),
    /// Frames of MPEG audio, which need no container.
    Mpeg,
}

/// Makes a description anew.
pub(super) fn described(description: &[u8]) -> Described {
    let as_it_is = || Described::Samples(description.to_vec());
    let pair = |at: usize| Some(u16::from_le_bytes([*description.get(at)?, *description.get(at + 1)?]));
    let (Some(coding), Some(channels), Some(frame)) = (pair(0), pair(2), pair(12)) else { return as_it_is() };
    let inner = if coding == EXTENSIBLE { pair(24) } else { Some(coding) };
    let Some(simple) = description.get(2..16).and_then(|rest| {
        let coding = inner?.to_le_bytes();
        Some([&coding, rest].concat())
    }) else {
        return as_it_is();
    };
    let bits = frame.checked_div(channels).and_then(|bytes| bytes.checked_mul(8)).unwrap_or(0);
    match inner {
        Some(inner) if MPEG.contains(&inner) => Described::Mpeg,
        Some(PCM | FRACTIONS) if coding == EXTENSIBLE => extensible(description, bits),
        Some(PCM | FRACTIONS) => Described::Samples(with_bits(simple, bits)),
        Some(inner) if LAWS.contains(&inner) => Described::Samples([simple, vec![0; 2]].concat()),
        Some(IMA) => match description.get(18..20) {
            Some(frames) => Described::Samples([&simple, &[2, 0][..], frames].concat()),
            None => Described::Samples([&simple, &[2, 0, 0, 0][..]].concat()),
        },
        _ => as_it_is(),
    }
}

/// One that names the channels' places, with the bits of each sample as they are stored.
fn extensible(description: &[u8], bits: u16) -> Described {
    let Some(description) = description.get(..40) else { return Described::Samples(description.to_vec()) };
    let mut description = with_bits(description.to_vec(), bits);
    description[16..18].copy_from_slice(&22_u16.to_le_bytes());
    let bits = u16::from_le_bytes([description[14], description[15]]);
    description[18..20].copy_from_slice(&bits.to_le_bytes());
    Described::Samples(description)
}

/// With the bits that a sample takes where it is stored; those that count are the highest of them.
fn with_bits(mut description: Vec<u8>, bits: u16) -> Vec<u8> {
    if (8..=64).contains(&bits)
        && let Some(place) = description.get_mut(14..16)
    {
        place.copy_from_slice(&bits.to_le_bytes());
    }
    description
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(numbers: &[u16]) -> Vec<u8> {
        numbers.iter().flat_map(|n| n.to_le_bytes()).collect()
    }

    #[test]
    fn what_counts_is_kept_and_the_rest_made_anew() {
        let samples = |numbers: &[u16]| Described::Samples(pairs(numbers));
        // 20 bits in three bytes, with something behind it that no one asked for.
        let odd = pairs(&[1, 2, 44_100, 0, 1, 4, 6, 20, 2, 7]);
        assert_eq!(described(&odd), samples(&[1, 2, 44_100, 0, 1, 4, 6, 24]));
        // A-law with nothing behind it.
        let law = [6, 1, 8_000, 0, 8_000, 0, 1, 8];
        assert_eq!(described(&pairs(&law)), samples(&[&law[..], &[0]].concat()));
        let ima = [0x11, 1, 22_050, 0, 11_100, 0, 512, 4];
        assert_eq!(
            described(&pairs(&[&ima[..], &[4, 1_017, 0]].concat())),
            samples(&[&ima[..], &[2, 1_017]].concat())
        );
        assert_eq!(described(&pairs(&[0x55, 2, 44_100, 0, 16_000, 0, 1, 0, 12])), Described::Mpeg);
        // Places of channels, without a word on how many bits count.
        let around =
            [0xFFFE, 2, 48_000, 0, 1, 4, 6, 24, 22, 0, 3, 0, 1, 0, 0, 16, 128, 43_520, 14_336, 29_083];
        let told = [&around[..9], &[24], &around[10..]].concat();
        assert_eq!(described(&pairs(&around)), samples(&told));
        assert_eq!(described(b"short"), Described::Samples(b"short".to_vec()));
    }
}
