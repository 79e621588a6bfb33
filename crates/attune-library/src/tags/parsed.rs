//! Tags and heads of files as lofty reads them. `ID3v2` at the file's start is left to [`super::id3`].

use super::items::{Item, Items, Key};
use super::rated;
use super::{FileError, Found, MOST_BYTES, MOST_TIME};
use crate::bounded::Bounded;
use crate::format::Format;
use lofty::config::{GlobalOptions, ParseOptions, ParsingMode, apply_global_options};
use lofty::error::FileParseError;
use lofty::file::{AudioFile, FileType, TaggedFile, TaggedFileExt};
use lofty::flac::FlacFile;
use lofty::ogg::tag::VorbisComments;
use lofty::ogg::{OpusFile, VorbisFile};
use lofty::picture::{Picture, PictureType};
use lofty::probe::Probe;
use lofty::tag::{Accessor, ItemKey, Tag, TagType};
use std::io::{Read, Seek};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// The most bytes that one item of a tag may take in memory.
const ITEM_LIMIT: usize = 8 * 1024 * 1024;
/// How far into a file without a known beginning sound is looked for.
const JUNK: usize = 64 * 1024;

/// Text that is taken over as it stands.
const TEXTS: [(ItemKey, Key); 17] = [
    (ItemKey::TrackTitle, Key::Title),
    (ItemKey::TrackArtist, Key::Artist),
    (ItemKey::AlbumTitle, Key::Album),
    (ItemKey::AlbumArtist, Key::AlbumArtist),
    (ItemKey::OriginalReleaseDate, Key::OriginalDate),
    (ItemKey::ReleaseDate, Key::ReleaseDate),
    (ItemKey::RecordingDate, Key::RecordingDate),
    (ItemKey::Year, Key::Year),
    (ItemKey::Genre, Key::Genre),
    (ItemKey::Isrc, Key::Isrc),
    (ItemKey::MusicBrainzRecordingId, Key::MusicBrainz),
    (ItemKey::Bpm, Key::Bpm),
    (ItemKey::IntegerBpm, Key::Bpm),
    (ItemKey::ReplayGainTrackGain, Key::TrackGain),
    (ItemKey::ReplayGainTrackPeak, Key::TrackPeak),
    (ItemKey::ReplayGainAlbumGain, Key::AlbumGain),
    (ItemKey::ReplayGainAlbumPeak, Key::AlbumPeak),
];

/// Reads a file from `start` on. Where its tags are refused, its head may still be read.
pub(super) fn read(file: &mut (impl Read + Seek), start: u64) -> Result<Found, FileError> {
    let (tagged, beside) = parse(file, start, false)?;
    let format = Format::of(tagged.file_type()).ok_or(FileError::Unknown)?;
    let properties = tagged.properties();
    Ok(Found {
        format,
        tags: tags(&tagged).into_iter().chain([beside]).collect(),
        duration_ms: u32::try_from(properties.duration().as_millis()).ok(),
        rate: properties.sample_rate(),
        channels: properties.channels(),
        bits: properties.bit_depth(),
    })
}

/// The front cover, else the first picture.
pub(super) fn picture(file: &mut (impl Read + Seek)) -> Option<Vec<u8>> {
    let (tagged, _) = parse(file, 0, true).ok()?;
    let pictures = || tagged.tags().iter().flat_map(Tag::pictures);
    let front = pictures().find(|p| p.pic_type() == PictureType::CoverFront);
    front.or_else(|| pictures().next()).map(Picture::data).map(<[u8]>::to_vec)
}

/// Lets lofty read the file from `start` on, with pictures only where they are wanted; with what its common form of tags has
/// no place for.
fn parse(
    file: &mut (impl Read + Seek),
    start: u64,
    pictures: bool,
) -> Result<(TaggedFile, Items), FileError> {
    apply_global_options(
        GlobalOptions::new()
            .allocation_limit(ITEM_LIMIT)
            .use_custom_resolvers(false)
            .preserve_format_specific_items(false),
    );
    let options =
        ParseOptions::new().read_cover_art(pictures).max_junk_bytes(JUNK).parsing_mode(ParsingMode::Relaxed);
    let mut reader = Bounded::new(file, MOST_BYTES, MOST_TIME)?;
    reader.begin_at(start);
    let parsed = catch_unwind(AssertUnwindSafe(|| {
        let probe = Probe::new(&mut reader).options(options).guess_file_type()?;
        let kind = probe.file_type().filter(|kind| Format::of(*kind).is_some()).ok_or(FileError::Unknown)?;
        of_kind(probe, kind, options).map_err(|e| FileError::Damaged(reason(&e)))
    }));
    if let Some(trouble) = reader.trouble() {
        return Err(FileError::Unreadable(trouble.to_owned()));
    }
    let parsed = parsed.unwrap_or_else(|_| Err(FileError::Damaged("its tags make no sense".to_owned())));
    // The reader's own limits speak through an error of reading too.
    parsed.map_err(|e| if let FileError::Unreadable(why) = e { FileError::Damaged(why) } else { e })
}

/// Reads a file of a kind; of Vorbis comments also those that have no place in the common form of tags.
fn of_kind<R: Read + Seek>(
    probe: Probe<R>,
    kind: FileType,
    options: ParseOptions,
) -> Result<(TaggedFile, Items), FileParseError> {
    Ok(match kind {
        FileType::Flac => {
            let file = FlacFile::read_from(&mut probe.into_inner(), options)?;
            let beside = file.vorbis_comments().map(kept).unwrap_or_default();
            (file.into(), beside)
        }
        FileType::Vorbis => {
            let file = VorbisFile::read_from(&mut probe.into_inner(), options)?;
            let beside = kept(file.vorbis_comments());
            (file.into(), beside)
        }
        FileType::Opus => {
            let file = OpusFile::read_from(&mut probe.into_inner(), options)?;
            let beside = kept(file.vorbis_comments());
            (file.into(), beside)
        }
        _ => (probe.read()?, Items::default()),
    })
}

/// The ratings and play counts of players that write them as comments with names of their own. `RATING` alone, and whole
/// numbers with who rated beside it, are in the common form of tags.
fn kept(comments: &VorbisComments) -> Items {
    let mut items = Items::default();
    for (name, value) in comments.items() {
        let name = name.to_ascii_lowercase();
        match name.split(':').next() {
            Some("fmps_rating") => items.rate(rated::share(value)),
            Some("rating") if name.contains(':') && value.contains('.') => items.rate(rated::share(value)),
            Some("fmps_playcount" | "playcount" | "play_count") => items.count(rated::plays(value)),
            _ => {}
        }
    }
    items
}

/// A gain as Opus files have it (RFC 7845, 5.2.1), in 256ths of a decibel for a loudness of -23 LUFS: in decibels, for
/// `ReplayGain`'s loudness of -18.
fn r128(text: &str) -> Option<String> {
    let gain: i16 = text.trim().parse().ok()?;
    Some((f64::from(gain) / 256.0 + 5.0).to_string())
}

/// The deepest cause, which says most.
fn reason(error: &dyn std::error::Error) -> String {
    let mut deepest = error;
    while let Some(source) = deepest.source() {
        deepest = source;
    }
    deepest.to_string()
}

/// What the tags say; the format's own kind of tag goes before others, and last of all `ID3v1`, which cuts texts off.
fn tags(file: &TaggedFile) -> Vec<Items> {
    let first = file.primary_tag_type();
    let mut order: Vec<&Tag> = file.tags().iter().collect();
    order.sort_by_key(|tag| (tag.tag_type() == TagType::Id3v1, tag.tag_type() != first));
    order.into_iter().map(items).collect()
}

fn items(tag: &Tag) -> Items {
    let latin = matches!(tag.tag_type(), TagType::Id3v1 | TagType::RiffInfo | TagType::AiffText);
    let mut items = Items::default();
    for (from, key) in TEXTS {
        let values = tag.get_strings(from);
        items.0.extend(values.map(|value| Item { key, value: value.to_owned(), latin }));
    }
    for (from, key) in [(ItemKey::R128TrackGain, Key::TrackGain), (ItemKey::R128AlbumGain, Key::AlbumGain)] {
        tag.get_strings(from).filter_map(r128).for_each(|gain| items.add(key, gain));
    }
    for text in tag.get_strings(ItemKey::Popularimeter) {
        items.rate(match tag.tag_type() {
            // With who rated beside it, or as it stands.
            TagType::VorbisComments => rated::named(text).or_else(|| rated::number(text)),
            TagType::Mp4Ilst => rated::named(text),
            _ => None,
        });
    }
    items.0.extend(tag.track().map(|n| Item { key: Key::Number, value: n.to_string(), latin: false }));
    items.0.extend(tag.disk().map(|n| Item { key: Key::Disc, value: n.to_string(), latin: false }));
    items
}
