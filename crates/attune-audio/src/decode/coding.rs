//! Codings that are decoded in part.
//!
//! HE-AAC (ISO/IEC 14496-3) is AAC-LC of half the rate with notes on how to guess the upper half of the spectrum, and in
//! its second version on how to guess two channels out of one. The decoder knows AAC-LC, and refuses what says that it is
//! more. So it is told of the core alone, which is how every older player hears such files: duller, but whole.

use symphonia::core::codecs::audio::AudioCodecParameters;
use symphonia::core::codecs::audio::well_known::CODEC_ID_AAC;

/// AAC-LC, and the additions to it that announce themselves before it: SBR and PS.
const LC: u32 = 2;
const ADDED: [u32; 2] = [5, 29];
/// What says that the rate is written out, in 24 bits.
const WRITTEN_OUT: u32 = 15;

/// The parameters of the core of a coding that is one with additions.
pub(super) fn core_of(parameters: &AudioCodecParameters) -> Option<AudioCodecParameters> {
    if parameters.codec != CODEC_ID_AAC {
        return None;
    }
    let core = core_config(parameters.extra_data.as_deref()?)?;
    let mut parameters = parameters.clone();
    parameters.extra_data = Some(core.into());
    Some(parameters)
}

/// The description of the core alone, of one that has more than the core.
fn core_config(config: &[u8]) -> Option<[u8; 2]> {
    let mut bits = Bits { bytes: config, at: 0 };
    let kind = bits.take(5)?;
    let (rate, channels) = (bits.take(4)?, bits.take(4)?);
    if rate == WRITTEN_OUT {
        return None;
    }
    if ADDED.contains(&kind) {
        if bits.take(4)? == WRITTEN_OUT {
            bits.take(24)?;
        }
        if bits.take(5)? != LC {
            return None;
        }
    } else if kind != LC || config.len() <= 2 {
        return None;
    }
    // The length of frames, and two flags that AAC-LC in files does not use.
    let flags = bits.take(3)?;
    let all = (LC << 11) | (rate << 7) | (channels << 3) | flags;
    u16::try_from(all).ok().map(u16::to_be_bytes)
}

/// Bits from the highest of the first byte on.
struct Bits<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl Bits<'_> {
    fn take(&mut self, count: usize) -> Option<u32> {
        (0..count).try_fold(0, |sum, _| {
            let byte = *self.bytes.get(self.at / 8)?;
            let bit = byte >> (7 - self.at % 8) & 1;
            self.at += 1;
            Some(sum << 1 | u32::from(bit))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_core_of_what_has_additions_is_described() {
        // 22,050 Hz (7) with SBR to 44,100 Hz (4), stereo; with PS on one channel.
        let plain = [0b0001_0011, 0b1001_0000];
        assert_eq!(core_config(&[0b0010_1011, 0b1001_0010, 0b0000_1000, 0]), Some(plain));
        assert_eq!(
            core_config(&[0b1110_1011, 0b1000_1010, 0b0000_1000, 0]),
            Some([0b0001_0011, 0b1000_1000])
        );
        // The additions announced behind the core, as older programs need it.
        assert_eq!(core_config(&[plain[0], plain[1], 0x56, 0xE5, 0xA0]), Some(plain));
        assert_eq!(core_config(&plain), None);
        // Of another core than AAC-LC, and cut off.
        assert_eq!(core_config(&[0b0010_1011, 0b1001_0010, 0b0000_0100, 0]), None);
        assert_eq!(core_config(&[0b0010_1011, 0b1001_0010]), None);
        assert_eq!(core_config(&[]), None);
    }
}
