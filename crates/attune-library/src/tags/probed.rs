//! Tags and heads of files as symphonia reads them: what decodes a file later knows best whether it can be played.

use super::items::{Items, Key};
use super::{FileError, Found, MOST_BYTES, MOST_TIME};
use crate::bounded::Bounded;
use crate::format::Format;
use std::io::{Read, Result, Seek, SeekFrom};
use std::panic::{AssertUnwindSafe, catch_unwind};
use symphonia::core::codecs::audio::AudioCodecParameters;
use symphonia::core::codecs::audio::well_known as codecs;
use symphonia::core::common::Limit;
use symphonia::core::formats::probe::Hint;
use symphonia::core::formats::well_known as formats;
use symphonia::core::formats::{FormatId, FormatOptions, FormatReader, Track, TrackType};
use symphonia::core::io::{MediaSource, MediaSourceStream, MediaSourceStreamOptions};
use symphonia::core::meta::{MetadataOptions, StandardTag};

/// Reads a file; none where symphonia does not know it either. Fails with [`FileError::Unreadable`] alone.
pub(super) fn read(
    file: &mut (impl Read + Seek + Send + Sync),
) -> std::result::Result<Option<Found>, FileError> {
    let mut trouble = None;
    let source = Source { inner: Bounded::new(file, MOST_BYTES, MOST_TIME)?, trouble: &mut trouble };
    let found = catch_unwind(AssertUnwindSafe(|| probe(source))).ok().flatten();
    match trouble {
        Some(trouble) => Err(FileError::Unreadable(trouble)),
        None => Ok(found),
    }
}

fn probe<R: Read + Seek + Send + Sync>(source: Source<'_, R>) -> Option<Found> {
    let stream = MediaSourceStream::new(Box::new(source), MediaSourceStreamOptions::default());
    let metadata = MetadataOptions::default().limit_visual_bytes(Limit::Maximum(0));
    let mut reader = symphonia::default::get_probe()
        .probe(&Hint::new(), stream, FormatOptions::default(), metadata)
        .ok()?;
    let container = reader.format_info().format;
    let track = reader.default_track(TrackType::Audio)?;
    let sound = track.codec_params.as_ref()?.audio()?;
    let (duration_ms, rate) = (length(track, sound), sound.sample_rate);
    let found = Found {
        format: format(container, sound)?,
        tags: Vec::new(),
        duration_ms,
        rate,
        channels: sound.channels.as_ref().and_then(|c| u8::try_from(c.count()).ok()),
        bits: sound.bits_per_sample.and_then(|bits| u8::try_from(bits).ok()),
    };
    Some(Found { tags: vec![items(reader.as_mut())], ..found })
}

fn length(track: &Track, sound: &AudioCodecParameters) -> Option<u32> {
    let frames = track.num_frames?;
    u32::try_from(frames.checked_mul(1_000)? / u64::from(sound.sample_rate.filter(|rate| *rate > 0)?)).ok()
}

/// The format by container and coding.
fn format(container: FormatId, sound: &AudioCodecParameters) -> Option<Format> {
    Some(match (container, sound.codec) {
        (formats::FORMAT_ID_OGG, codecs::CODEC_ID_VORBIS) => Format::Vorbis,
        (formats::FORMAT_ID_OGG, codecs::CODEC_ID_OPUS) => Format::Opus,
        (formats::FORMAT_ID_OGG, codecs::CODEC_ID_FLAC) => Format::OggFlac,
        (formats::FORMAT_ID_FLAC, _) => Format::Flac,
        (formats::FORMAT_ID_ISOMP4, _) => Format::M4a,
        (formats::FORMAT_ID_ADTS, _) => Format::Aac,
        (formats::FORMAT_ID_MP1 | formats::FORMAT_ID_MP2 | formats::FORMAT_ID_MP3, _) => Format::Mp3,
        (formats::FORMAT_ID_WAVE, _) => Format::Wav,
        (formats::FORMAT_ID_AIFF, _) => Format::Aiff,
        _ => return None,
    })
}

fn items(reader: &mut dyn FormatReader) -> Items {
    let mut items = Items::default();
    let mut metadata = reader.metadata();
    let Some(revision) = metadata.skip_to_latest() else { return items };
    let media = revision.media.tags.iter();
    let all = media.chain(revision.per_track.iter().flat_map(|track| &track.metadata.tags));
    for (key, value) in all.filter_map(|tag| item(tag.std.as_ref()?)) {
        items.add(key, value);
    }
    items
}

fn item(tag: &StandardTag) -> Option<(Key, String)> {
    Some(match tag {
        StandardTag::TrackTitle(text) => (Key::Title, text.to_string()),
        StandardTag::Artist(text) => (Key::Artist, text.to_string()),
        StandardTag::Album(text) => (Key::Album, text.to_string()),
        StandardTag::AlbumArtist(text) => (Key::AlbumArtist, text.to_string()),
        StandardTag::TrackNumber(number) => (Key::Number, number.to_string()),
        StandardTag::DiscNumber(number) => (Key::Disc, number.to_string()),
        StandardTag::OriginalReleaseDate(text) => (Key::OriginalDate, text.to_string()),
        StandardTag::OriginalReleaseYear(year) => (Key::OriginalDate, year.to_string()),
        StandardTag::ReleaseDate(text) => (Key::ReleaseDate, text.to_string()),
        StandardTag::ReleaseYear(year) | StandardTag::RecordingYear(year) => (Key::Year, year.to_string()),
        StandardTag::RecordingDate(text) => (Key::RecordingDate, text.to_string()),
        StandardTag::Genre(text) => (Key::Genre, text.to_string()),
        StandardTag::IdentIsrc(text) => (Key::Isrc, text.to_string()),
        StandardTag::Bpm(bpm) => (Key::Bpm, bpm.to_string()),
        StandardTag::ReplayGainTrackGain(text) => (Key::TrackGain, text.to_string()),
        StandardTag::ReplayGainTrackPeak(text) => (Key::TrackPeak, text.to_string()),
        StandardTag::ReplayGainAlbumGain(text) => (Key::AlbumGain, text.to_string()),
        StandardTag::ReplayGainAlbumPeak(text) => (Key::AlbumPeak, text.to_string()),
        _ => return None,
    })
}

/// A file as symphonia takes it.
struct Source<'s, R: Read + Seek> {
    inner: Bounded<R>,
    trouble: &'s mut Option<String>,
}

impl<R: Read + Seek> Read for Source<'_, R> {
    fn read(&mut self, out: &mut [u8]) -> Result<usize> {
        self.inner.read(out).inspect_err(|_| *self.trouble = self.inner.trouble().map(str::to_owned))
    }
}

impl<R: Read + Seek> Seek for Source<'_, R> {
    fn seek(&mut self, to: SeekFrom) -> Result<u64> {
        self.inner.seek(to)
    }
}

impl<R: Read + Seek + Send + Sync> MediaSource for Source<'_, R> {
    fn is_seekable(&self) -> bool {
        true
    }

    fn byte_len(&self) -> Option<u64> {
        Some(self.inner.size())
    }
}
