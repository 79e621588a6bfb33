//! A recording's samples, block by block, out of whatever container and coding they are in.
//!
//! Listening and playing read files through [`Recording`] alone. A file may hold several streams one after the other
//! (chained Ogg), or be several files in one ([`seams`]), each of another rate or with other channels: blocks go on through all of
//! them, and whoever takes them looks at [`Recording::rate`] and the number of channels of each.

mod chain;
mod coding;
mod doubt;
mod ends;
mod plain;
mod seams;
mod source;
mod wave;

use crate::AudioError;
use crate::opus::OpusDecoder;
use ends::Ends;
use plain::Plain;
use seams::{Parts, Seams};
use source::{Source, Trouble};
use std::fs::File;
use std::io::{Seek, SeekFrom};
use std::path::Path;
use std::sync::LazyLock;
use symphonia::core::audio::Channels;
use symphonia::core::codecs::audio::well_known::{self as codecs, CODEC_ID_OPUS};
use symphonia::core::codecs::audio::{AudioDecoder, AudioDecoderOptions};
use symphonia::core::codecs::registry::CodecRegistry;
use symphonia::core::common::Limit;
use symphonia::core::errors::Error;
use symphonia::core::formats::probe::Hint;
use symphonia::core::formats::well_known::{FORMAT_ID_MP1, FORMAT_ID_MP2, FORMAT_ID_MP3, FORMAT_ID_OGG};
use symphonia::core::formats::{FormatOptions, FormatReader, SeekMode, SeekTo, Track, TrackType};
use symphonia::core::io::{MediaSource, MediaSourceStream, SeekBuffered};
use symphonia::core::meta::{MetadataOptions, RawValue};
use symphonia::core::packet::Packet;
use symphonia::core::units::{TimeBase, Timestamp};

/// Sample rates in Hz that are believed.
const RATES: std::ops::RangeInclusive<u32> = 4_000..=768_000;

/// The most channels that are believed.
const MOST_CHANNELS: usize = 32;

/// After so many packets in a row that say nothing the file counts as damaged.
const PATIENCE: u32 = 2_000;

/// symphonia's decoders, and that of Opus.
static CODECS: LazyLock<CodecRegistry> = LazyLock::new(|| {
    let mut codecs = CodecRegistry::new();
    symphonia::default::register_enabled_codecs(&mut codecs);
    codecs.register_audio_decoder::<OpusDecoder>();
    codecs
});

/// An open file and its decoder.
pub struct Recording {
    /// None where nothing follows that can be read.
    format: Option<Box<dyn FormatReader>>,
    decoder: Box<dyn AudioDecoder>,
    track: u32,
    rate: u32,
    planes: Vec<Vec<f32>>,
    broken: u32,
    time_base: Option<TimeBase>,
    layout: Channels,
    block_at: i64,
    trouble: Trouble,
    /// Where its streams end, for containers that may be wrong about it.
    ends: Option<Ends>,
    /// Whether what its container says of length and places may hold for a part of it only.
    chained: bool,
    seams: Seams,
    /// Frames still to be left out at the start of a stream after the first.
    skip: usize,
}

impl Recording {
    /// Opens the file and finds its first sound track. What the file is, is read from its content; the name's
    /// extension only says what to try first.
    ///
    /// Fails with `audio_unreadable`, `audio_unsupported` or `audio_damaged`.
    pub fn open(path: &Path) -> Result<Self, AudioError> {
        if !std::fs::metadata(path).map_err(|e| unreadable(&e))?.is_file() {
            return Err(AudioError::Unreadable { detail: "it is not a file".to_owned() });
        }
        let mut file = File::open(path).map_err(|e| unreadable(&e))?;
        let chained = is_in_parts(&mut file).map_err(|e| unreadable(&e))?;
        let extension = path.extension().and_then(|e| e.to_str());
        Ok(Self { chained, ..Self::of_source(file, extension)? })
    }

    /// Opens something else that can be read like a file, by the extension that its file would have.
    ///
    /// Fails as [`Self::open`], and with the source's own error where that could not read.
    pub(crate) fn of_source(
        source: impl MediaSource + 'static,
        extension: Option<&str>,
    ) -> Result<Self, AudioError> {
        let mut hint = Hint::new();
        if let Some(extension) = extension {
            hint.with_extension(extension);
        }
        let (trouble, seams) = (Trouble::default(), Seams::default());
        let source = Plain::new(Source::new(source, trouble.clone())).map_err(|e| unreadable(&e));
        let source = source.map_err(|e| trouble.said().unwrap_or(e))?;
        let options = symphonia::core::io::MediaSourceStreamOptions::default();
        let stream = MediaSourceStream::new(Box::new(Parts::new(source, seams.clone())), options);
        let opened = probe(stream, &hint).and_then(|format| Self::of_format(format, trouble.clone(), seams));
        opened.map_err(|e| trouble.said().unwrap_or(e))
    }

    fn of_format(format: Box<dyn FormatReader>, trouble: Trouble, seams: Seams) -> Result<Self, AudioError> {
        let (decoder, track, time_base) = decoder(format.as_ref())?;
        Ok(Self {
            ends: ends(format.as_ref(), track),
            format: Some(format),
            decoder,
            track,
            rate: 0,
            planes: Vec::new(),
            broken: 0,
            time_base,
            layout: Channels::None,
            block_at: 0,
            trouble,
            chained: false,
            seams,
            skip: 0,
        })
    }

    /// Goes on with the stream that begins here.
    fn next_stream(&mut self) -> Result<(), AudioError> {
        let Some(format) = &self.format else { return Ok(()) };
        (self.decoder, self.track, self.time_base) = decoder(format.as_ref())?;
        self.chained = true;
        self.skip = self.delay().and_then(|delay| usize::try_from(delay).ok()).unwrap_or(0);
        Ok(())
    }

    /// Goes on with the next of several files in one. False where there is none that can be read.
    fn next_part(&mut self) -> Result<bool, AudioError> {
        self.end()?;
        let Some(next) = self.seams.go_on() else { return Ok(false) };
        let Some(mut stream) = self.format.take().map(FormatReader::into_inner) else { return Ok(false) };
        if stream.seek_buffered(next) != next {
            stream.seek(SeekFrom::Start(next)).map_err(|e| unreadable(&e))?;
        }
        let opened = probe(stream, &Hint::new()).and_then(|format| Ok((decoder(format.as_ref())?, format)));
        let Ok(((decoder, track, time_base), format)) = opened else { return self.end() };
        self.ends = ends(format.as_ref(), track);
        (self.decoder, self.track, self.time_base) = (decoder, track, time_base);
        (self.format, self.chained, self.skip) = (Some(format), true, 0);
        Ok(true)
    }

    /// Whether the file holds several streams one after the other, or is wrong about its length. Then
    /// [`Self::stated_frames`] and [`Self::go_to`] know a part of it only.
    pub(crate) fn is_chained(&self) -> bool {
        self.chained
    }

    /// The samples per second and channel of the latest block, 0 before the first.
    #[must_use]
    pub fn rate(&self) -> u32 {
        self.rate
    }

    /// The latest block: the samples of each channel; no channels before the first.
    #[must_use]
    pub fn block(&self) -> &[Vec<f32>] {
        &self.planes
    }

    /// What the latest block's channels are for.
    pub(crate) fn layout(&self) -> &Channels {
        &self.layout
    }

    /// Where the latest block begins by the container's count, in frames; its zero need not be the sound's start.
    pub(crate) fn block_at(&self) -> i64 {
        self.block_at
    }

    /// The length that the container states, in frames, once a block was decoded.
    pub(crate) fn stated_frames(&self) -> Option<u64> {
        let track = self.its_track()?;
        let stated = track.duration.and_then(|d| i64::try_from(d.get()).ok()).map(|d| self.in_frames(d));
        // A count of an Ogg page that was never written is 0 or -1.
        let written = |frames: &u64| self.ends.is_none() || (1..=i64::MAX as u64).contains(frames);
        track.num_frames.or(stated.and_then(|d| u64::try_from(d).ok())).filter(written)
    }

    /// Whether places in it may be told wrongly by the container: those of Ogg are where its pages say, and a page may say
    /// nothing.
    pub(crate) fn may_misplace(&self) -> bool {
        self.ends.is_some()
    }

    /// Frames at the start that a player leaves out, where the decoder gives them: Opus says so in its header.
    pub(crate) fn delay(&self) -> Option<u64> {
        let track = self.its_track()?;
        let opus = self.decoder.codec_params().codec == CODEC_ID_OPUS;
        track.delay.filter(|_| opus).map(u64::from)
    }

    fn its_track(&self) -> Option<&Track> {
        self.format.as_ref()?.tracks().iter().find(|t| t.id == self.track)
    }

    /// The text of a tag whose key ends so.
    pub(crate) fn tag(&mut self, key_end: &str) -> Option<String> {
        let mut metadata = self.format.as_mut()?.metadata();
        let revision = metadata.skip_to_latest()?;
        let all = revision.media.tags.iter().chain(revision.per_track.iter().flat_map(|t| &t.metadata.tags));
        all.filter(|tag| tag.raw.key.ends_with(key_end)).find_map(|tag| match &tag.raw.value {
            RawValue::String(text) => Some(text.to_string()),
            _ => None,
        })
    }

    /// Whether what a packet decodes to depends on those before it.
    pub(crate) fn leans_on_the_past(&self) -> bool {
        let lossy = [codecs::CODEC_ID_MP1, codecs::CODEC_ID_MP2, codecs::CODEC_ID_MP3];
        let overlapping = [codecs::CODEC_ID_AAC, codecs::CODEC_ID_VORBIS, CODEC_ID_OPUS];
        let id = self.decoder.codec_params().codec;
        lossy.contains(&id) || overlapping.contains(&id)
    }

    /// Goes to the packet that holds this frame by the container's count, or one before it. Fails where the container
    /// cannot be searched, or ends before that.
    pub(crate) fn go_to(&mut self, frame: i64) -> Result<(), AudioError> {
        let (num, den) = self.base();
        let units = i128::from(frame) * den / (num * i128::from(self.rate.max(1)));
        let ts = Timestamp::new(i64::try_from(units).unwrap_or(i64::MAX));
        let to = SeekTo::Timestamp { ts, track_id: self.track };
        let format = self.format.as_mut().ok_or_else(|| damaged("nothing follows"))?;
        format.seek(SeekMode::Accurate, to).map_err(|e| damaged(&e.to_string()))?;
        if let Some(ends) = &mut self.ends {
            ends.forget();
        }
        self.decoder.reset();
        Ok(())
    }

    fn in_frames(&self, units: i64) -> i64 {
        let (num, den) = self.base();
        let frames = i128::from(units) * num * i128::from(self.rate);
        i64::try_from((2 * frames + den).div_euclid(2 * den)).unwrap_or(i64::MAX)
    }

    fn base(&self) -> (i128, i128) {
        let each_frame = (1, i128::from(self.rate.max(1)));
        self.time_base.map_or(each_frame, |b| (i128::from(b.numer.get()), i128::from(b.denom.get())))
    }

    /// How many packets could not be decoded and were left out.
    #[must_use]
    pub fn broken(&self) -> u32 {
        self.broken
    }

    /// Decodes the next block, which [`Self::block`] then gives: samples in [-1, 1], all channels of one length.
    /// False at the end.
    ///
    /// Packets that make no sense are left out. Fails with `audio_damaged` when nothing but nonsense comes, and with
    /// `audio_unreadable` where the system cannot read on: that is not the end, however much was read before.
    pub fn next_block(&mut self) -> Result<bool, AudioError> {
        for _ in 0..PATIENCE {
            let packet = match self.next_packet() {
                Ok(Some(packet)) => packet,
                Err(Error::ResetRequired) => {
                    self.next_stream()?;
                    continue;
                }
                _ if self.next_part()? => continue,
                Ok(None) => return self.end(),
                Err(error) => return self.cut_short(&error),
            };
            if packet.track_id != self.track {
                continue;
            }
            match self.decoder.decode(&packet) {
                Ok(block) if block.frames() == 0 => {}
                Ok(block) => {
                    let (rate, channels) = (block.spec().rate(), block.num_planes());
                    if !RATES.contains(&rate) || channels == 0 || channels > MOST_CHANNELS {
                        return Err(damaged(&format!("{channels} channels at {rate} Hz")));
                    }
                    block.copy_to_vecs_planar(&mut self.planes);
                    if self.layout != *block.spec().channels() {
                        self.layout = block.spec().channels().clone();
                    }
                    self.rate = rate;
                    let start = packet.pts.get().saturating_add_unsigned(packet.trim_start.get());
                    self.block_at = self.in_frames(start);
                    if self.leave_out() {
                        return Ok(true);
                    }
                }
                Err(Error::ResetRequired) => self.decoder.reset(),
                Err(_) => self.broken += 1,
            }
        }
        Err(damaged("its sound makes no sense"))
    }

    fn next_packet(&mut self) -> Result<Option<Packet>, Error> {
        let Self { ends, format, track, .. } = self;
        let Some(format) = format else { return Ok(None) };
        match ends {
            Some(ends) => ends.next(*track, || format.next_packet()),
            None => format.next_packet(),
        }
    }

    /// Leaves out the frames before a later stream's sound. Whether any are left.
    fn leave_out(&mut self) -> bool {
        let length = self.planes.first().map_or(0, Vec::len);
        let count = self.skip.min(length);
        if count > 0 {
            self.skip -= count;
            for plane in &mut self.planes {
                plane.drain(..count);
            }
        }
        count < length
    }

    /// The end, unless it is only where the system could not read on.
    fn end(&self) -> Result<bool, AudioError> {
        self.trouble.said().map_or(Ok(false), Err)
    }

    /// What was read of a file that ends in the middle still counts.
    fn cut_short(&self, error: &Error) -> Result<bool, AudioError> {
        self.end()?;
        match error {
            Error::IoError(e) if e.kind() != std::io::ErrorKind::UnexpectedEof => {
                Err(AudioError::Unreadable { detail: e.to_string() })
            }
            _ if self.rate != 0 => Ok(false),
            other => Err(damaged(&other.to_string())),
        }
    }
}

/// Whether the beginning of a file says nothing of its length. The file stands at its start afterwards.
fn is_in_parts(file: &mut File) -> std::io::Result<bool> {
    let start = seams::behind_tags(file)?;
    let found = chain::is_chained(file, start)? || doubt::is_doubtful(file, start)?;
    file.rewind()?;
    Ok(found)
}

/// What the file is from here on.
fn probe(stream: MediaSourceStream<'static>, hint: &Hint) -> Result<Box<dyn FormatReader>, AudioError> {
    // Covers are of no use here, and a tag may claim to be of any size.
    let metadata = MetadataOptions::default().limit_visual_bytes(Limit::Maximum(0));
    let probe = symphonia::default::get_probe();
    probe.probe(hint, stream, FormatOptions::default(), metadata).map_err(|e| opening(&e))
}

/// Where the streams end of a container that may be wrong about it.
fn ends(format: &dyn FormatReader, track: u32) -> Option<Ends> {
    match format.format_info().format {
        FORMAT_ID_OGG => Some(Ends::default()),
        FORMAT_ID_MP1 | FORMAT_ID_MP2 | FORMAT_ID_MP3 => {
            let padding = format.tracks().iter().find(|t| t.id == track).and_then(|t| t.padding);
            Some(Ends::with_padding(u64::from(padding.unwrap_or(0))))
        }
        _ => None,
    }
}

/// A decoder, the number of its track and the unit of the track's times.
type Coding = (Box<dyn AudioDecoder>, u32, Option<TimeBase>);

/// The decoder of a file's first sound track.
fn decoder(format: &dyn FormatReader) -> Result<Coding, AudioError> {
    let track = format.default_track(TrackType::Audio).ok_or_else(|| unsupported("no sound track"))?;
    let parameters = track
        .codec_params
        .as_ref()
        .and_then(|p| p.audio())
        .ok_or_else(|| unsupported("the sound's coding is not named"))?;
    let core = coding::core_of(parameters);
    let parameters = core.as_ref().unwrap_or(parameters);
    let decoder =
        CODECS.make_audio_decoder(parameters, &AudioDecoderOptions::default()).map_err(|e| opening(&e))?;
    Ok((decoder, track.id, track.time_base))
}

impl std::fmt::Debug for Recording {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Recording")
            .field("rate", &self.rate)
            .field("channels", &self.planes.len())
            .finish_non_exhaustive()
    }
}

fn opening(error: &Error) -> AudioError {
    match error {
        Error::Unsupported(what) => unsupported(what),
        Error::IoError(e) if e.kind() != std::io::ErrorKind::UnexpectedEof => {
            AudioError::Unreadable { detail: e.to_string() }
        }
        other => damaged(&other.to_string()),
    }
}

pub(crate) fn unreadable(error: &std::io::Error) -> AudioError {
    AudioError::Unreadable { detail: error.to_string() }
}

fn unsupported(detail: &str) -> AudioError {
    AudioError::Unsupported { detail: detail.to_owned() }
}

fn damaged(detail: &str) -> AudioError {
    AudioError::Damaged { detail: detail.to_owned() }
}

#[cfg(test)]
mod tests;
