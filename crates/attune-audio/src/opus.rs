//! Opus (RFC 6716) in Ogg (RFC 7845) for symphonia, which reads the container and has no decoder of its own for it.

use opus_pure::{ChannelLayout, OpusMSDecoder};
use symphonia::core::audio::{
    AsGenericAudioBufferRef, AudioBuffer, AudioMut, AudioSpec, GenericAudioBufferRef,
};
use symphonia::core::codecs::CodecInfo;
use symphonia::core::codecs::audio::well_known::CODEC_ID_OPUS;
use symphonia::core::codecs::audio::{
    AudioCodecParameters, AudioDecoder, AudioDecoderOptions, FinalizeResult,
};
use symphonia::core::codecs::registry::{RegisterableAudioDecoder, SupportedAudioCodec};
use symphonia::core::errors::{Error, Result, unsupported_error};
use symphonia::core::packet::PacketRef;

/// Opus decodes to this rate in Hz whatever its source had.
const RATE: u32 = 48_000;
/// The most frames a packet may hold: 120 ms.
const LONGEST: usize = 5_760;
const INFO: CodecInfo = CodecInfo { short_name: "opus", long_name: "Opus", profiles: &[] };

/// Where a file's channels belong in the order of symphonia's positions, by their number: they come in Vorbis' order.
const PLACES: [&[usize]; 8] = [
    &[0],
    &[0, 1],
    &[0, 2, 1],
    &[0, 1, 2, 3],
    &[0, 2, 1, 3, 4],
    &[0, 2, 1, 4, 5, 3],
    &[0, 2, 1, 5, 6, 4, 3],
    &[0, 2, 1, 6, 7, 4, 5, 3],
];

/// A decoder of mono, stereo and the usual surround layouts.
pub(crate) struct OpusDecoder {
    params: AudioCodecParameters,
    streams: OpusMSDecoder,
    places: &'static [usize],
    /// Frames as the streams give them, interleaved.
    frames: Vec<f32>,
    block: AudioBuffer<f32>,
}

/// What the header of a file says of its streams.
struct Head {
    layout: ChannelLayout,
    /// Decibels times 256, to be applied by every player.
    gain: i16,
}

impl Head {
    /// Reads an identification header (RFC 7845, 5.1), whose beginning the container's reader checked already.
    fn read(bytes: &[u8]) -> Option<Self> {
        let (channels, family) = (usize::from(*bytes.get(9)?), *bytes.get(18)?);
        let gain = i16::from_le_bytes([*bytes.get(16)?, *bytes.get(17)?]);
        let layout = ChannelLayout::surround(channels, family).ok()?;
        let table = bytes.get(19..).unwrap_or_default();
        let usual = family == 0
            || (usize::from(*table.first()?) == layout.nb_streams
                && usize::from(*table.get(1)?) == layout.nb_coupled_streams
                && table.get(2..2 + channels)? == layout.mapping);
        usual.then_some(Self { layout, gain })
    }
}

impl OpusDecoder {
    fn new(params: &AudioCodecParameters) -> Result<Self> {
        let head = params.extra_data.as_deref().and_then(Head::read);
        let Some((head, positions)) = head.zip(params.channels.clone()) else {
            return unsupported_error("opus: a layout of channels that nobody uses");
        };
        let count = head.layout.nb_channels;
        let streams = OpusMSDecoder::new(RATE as i32, count, head.layout.mapping_family);
        let (Ok(mut streams), true) = (streams, positions.count() == count) else {
            return unsupported_error("opus: the channels contradict each other");
        };
        for stream in streams.streams_mut() {
            stream.gain_q8 = i32::from(head.gain);
        }
        Ok(Self {
            params: params.clone(),
            streams,
            places: PLACES[count - 1],
            frames: vec![0.0; LONGEST * count],
            block: AudioBuffer::new(AudioSpec::new(RATE, positions), LONGEST),
        })
    }

    /// Puts so many decoded frames into the block, each channel at its place.
    fn arrange(&mut self, frames: usize) {
        self.block.clear();
        self.block.render_uninit(Some(frames));
        for (channel, &place) in self.places.iter().enumerate() {
            let samples = self.frames.iter().skip(channel).step_by(self.places.len());
            if let Some(plane) = self.block.plane_mut(place) {
                plane.iter_mut().zip(samples).for_each(|(to, &from)| *to = from);
            }
        }
    }
}

impl AudioDecoder for OpusDecoder {
    fn reset(&mut self) {
        // Fails for no layout that could be built.
        let _ = self.streams.reset_state();
    }

    fn codec_info(&self) -> &CodecInfo {
        &INFO
    }

    fn codec_params(&self) -> &AudioCodecParameters {
        &self.params
    }

    fn decode_ref(&mut self, packet: &PacketRef<'_>) -> Result<GenericAudioBufferRef<'_>> {
        self.block.clear();
        if packet.data.is_empty() {
            // To the decoder that would be a lost packet of any length.
            return Err(Error::DecodeError("opus: empty packet"));
        }
        let frames = self
            .streams
            .decode(packet.data, LONGEST, &mut self.frames)
            .map_err(|_| Error::DecodeError("opus: the packet makes no sense"))?;
        self.arrange(frames.min(LONGEST));
        let trims =
            [packet.trim_start, packet.trim_end].map(|t| usize::try_from(t.get()).unwrap_or(usize::MAX));
        self.block.trim(trims[0], trims[1]);
        Ok(self.block.as_generic_audio_buffer_ref())
    }

    fn finalize(&mut self) -> FinalizeResult {
        FinalizeResult::default()
    }

    fn last_decoded(&self) -> GenericAudioBufferRef<'_> {
        self.block.as_generic_audio_buffer_ref()
    }
}

impl RegisterableAudioDecoder for OpusDecoder {
    fn try_registry_new(
        params: &AudioCodecParameters,
        _: &AudioDecoderOptions,
    ) -> Result<Box<dyn AudioDecoder>> {
        Ok(Box::new(Self::new(params)?))
    }

    fn supported_codecs() -> &'static [SupportedAudioCodec] {
        &[SupportedAudioCodec { id: CODEC_ID_OPUS, info: INFO }]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header(channels: u8, gain: i16, family: u8, table: &[u8]) -> Vec<u8> {
        let mut bytes = b"OpusHead\x01".to_vec();
        bytes.push(channels);
        bytes.extend([0x38, 0x01, 0x80, 0xBB, 0, 0]);
        bytes.extend(gain.to_le_bytes());
        bytes.push(family);
        bytes.extend(table);
        bytes
    }

    #[test]
    fn a_header_says_what_to_decode() {
        let head = Head::read(&header(2, -256, 0, &[])).unwrap();
        assert_eq!((head.layout.nb_streams, head.layout.nb_coupled_streams, head.gain), (1, 1, -256));
        let head = Head::read(&header(6, 0, 1, &[4, 2, 0, 4, 1, 2, 3, 5])).unwrap();
        assert_eq!((head.layout.nb_channels, head.layout.nb_streams), (6, 4));
    }

    #[test]
    fn headers_that_nobody_writes_are_refused() {
        let odd = header(6, 0, 1, &[6, 0, 0, 1, 2, 3, 4, 5]);
        let (discrete, none, many) =
            (header(2, 0, 255, &[2, 0, 0, 1]), header(0, 0, 0, &[]), header(9, 0, 1, &[9; 11]));
        let short = header(6, 0, 1, &[4, 2, 0]);
        for bytes in [odd, discrete, none, many, short, b"OpusHead".to_vec()] {
            assert!(Head::read(&bytes).is_none(), "{bytes:?}");
        }
    }

    #[test]
    fn every_layout_has_a_place_for_each_channel() {
        for (index, places) in PLACES.iter().enumerate() {
            let mut sorted = places.to_vec();
            sorted.sort_unstable();
            assert_eq!(sorted, (0..=index).collect::<Vec<_>>());
        }
    }
}
