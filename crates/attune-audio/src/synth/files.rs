//! WAV and AIFF files, byte by byte as their descriptions say.

/// The bytes of a WAV file with 16-bit samples; channels are cut to the shortest.
#[must_use]
pub fn wav(channels: &[Vec<f32>], rate: u32) -> Vec<u8> {
    let data = interleaved(channels, i16::to_le_bytes);
    let count = channels.len() as u16;
    let mut out = Vec::with_capacity(data.len() + 44);
    out.extend_from_slice(b"RIFF");
    out.extend_from_slice(&(data.len() as u32 + 36).to_le_bytes());
    out.extend_from_slice(b"WAVEfmt ");
    out.extend_from_slice(&16_u32.to_le_bytes());
    // Format 1 is integer samples; then channels, rate, bytes a second, bytes a frame, bits a sample.
    out.extend_from_slice(&1_u16.to_le_bytes());
    out.extend_from_slice(&count.to_le_bytes());
    out.extend_from_slice(&rate.to_le_bytes());
    out.extend_from_slice(&(rate * 2 * u32::from(count)).to_le_bytes());
    out.extend_from_slice(&(2 * count).to_le_bytes());
    out.extend_from_slice(&16_u16.to_le_bytes());
    out.extend_from_slice(b"data");
    out.extend_from_slice(&(data.len() as u32).to_le_bytes());
    out.extend_from_slice(&data);
    out
}

/// The bytes of an AIFF file with 16-bit samples; channels are cut to the shortest.
#[must_use]
pub fn aiff(channels: &[Vec<f32>], rate: u32) -> Vec<u8> {
    let data = interleaved(channels, i16::to_be_bytes);
    let frames = data.len() as u32 / 2 / (channels.len().max(1) as u32);
    let mut out = Vec::with_capacity(data.len() + 54);
    out.extend_from_slice(b"FORM");
    out.extend_from_slice(&(data.len() as u32 + 46).to_be_bytes());
    out.extend_from_slice(b"AIFFCOMM");
    out.extend_from_slice(&18_u32.to_be_bytes());
    out.extend_from_slice(&(channels.len() as u16).to_be_bytes());
    out.extend_from_slice(&frames.to_be_bytes());
    out.extend_from_slice(&16_u16.to_be_bytes());
    out.extend_from_slice(&extended(rate));
    out.extend_from_slice(b"SSND");
    out.extend_from_slice(&(data.len() as u32 + 8).to_be_bytes());
    out.extend_from_slice(&[0; 8]);
    out.extend_from_slice(&data);
    out
}

fn interleaved(channels: &[Vec<f32>], bytes: fn(i16) -> [u8; 2]) -> Vec<u8> {
    let frames = channels.iter().map(Vec::len).min().unwrap_or(0);
    let sample = |x: f32| (x.clamp(-1.0, 1.0) * 32_767.0).round() as i16;
    (0..frames).flat_map(|i| channels.iter().flat_map(move |c| bytes(sample(c[i])))).collect()
}

/// A whole number as an 80-bit floating-point number, the way AIFF states its rate.
fn extended(rate: u32) -> [u8; 10] {
    let mut out = [0; 10];
    if rate > 0 {
        let shift = rate.leading_zeros();
        out[..2].copy_from_slice(&(16_383 + 31 - shift as u16).to_be_bytes());
        out[2..6].copy_from_slice(&(rate << shift).to_be_bytes());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_are_written_as_the_description_says() {
        // The constant that every AIFF file at 44.1 kHz carries.
        assert_eq!(extended(44_100), [0x40, 0x0E, 0xAC, 0x44, 0, 0, 0, 0, 0, 0]);
    }

    #[test]
    fn samples_take_turns() {
        let bytes = wav(&[vec![1.0, -1.0], vec![0.0, 2.0, 3.0]], 8_000);
        assert_eq!(bytes.len(), 44 + 8);
        assert_eq!(bytes[44..], [0xFF, 0x7F, 0, 0, 0x01, 0x80, 0xFF, 0x7F]);
    }
}
