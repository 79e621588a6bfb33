//! From bytes of some encoding to UTF-8, as a stream.
//!
//! A byte order mark decides; else text that is UTF-8 so far is taken as that; else the encoding is guessed
//! from the first [`SAMPLE`] bytes as a browser would. Encodings are undone before the text is cut into lines,
//! since the second byte of a character can look like a delimiter in some of them.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{CoderResult, Decoder, Encoding, UTF_8};
use std::io::{self, Cursor, Read};

/// How many bytes decide about the encoding.
const SAMPLE: u64 = 64 * 1024;
const CHUNK: usize = 16 * 1024;

/// How sure the stream is to be UTF-8.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Utf8 {
    /// It was decoded, or was seen to be UTF-8: what is not is damage.
    Certain,
    /// Nothing but ASCII was seen so far; a later line may be of an older encoding.
    OnlyAscii,
}

/// Text as UTF-8 bytes, and how sure that is.
pub(super) fn utf8<'r>(mut reader: impl Read + 'r) -> io::Result<(Box<dyn Read + 'r>, Utf8)> {
    let mut sample = Vec::new();
    reader.by_ref().take(SAMPLE).read_to_end(&mut sample)?;
    let (encoding, certainty, mark) = sniff(&sample);
    sample.drain(..mark);
    let whole = Cursor::new(sample).chain(reader);
    Ok(if encoding == UTF_8 {
        (Box::new(whole), certainty)
    } else {
        (Box::new(Transcoded::new(whole, encoding)), certainty)
    })
}

/// Encoding, certainty, and the length of a byte order mark.
fn sniff(sample: &[u8]) -> (&'static Encoding, Utf8, usize) {
    if let Some((encoding, mark)) = Encoding::for_bom(sample) {
        return (encoding, Utf8::Certain, mark);
    }
    if sample.is_ascii() {
        return (UTF_8, Utf8::OnlyAscii, 0);
    }
    if is_utf8_so_far(sample) { (UTF_8, Utf8::Certain, 0) } else { (guess(sample), Utf8::Certain, 0) }
}

/// The likeliest encoding of bytes that are not UTF-8.
pub(super) fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

/// Whether this is UTF-8, but for a character cut off at the end of a full sample.
fn is_utf8_so_far(sample: &[u8]) -> bool {
    match std::str::from_utf8(sample) {
        Ok(_) => true,
        Err(e) => e.error_len().is_none() && sample.len() as u64 == SAMPLE,
    }
}

/// A reader that gives the UTF-8 of another one's encoding.
struct Transcoded<R> {
    source: R,
    decoder: Decoder,
    raw: Box<[u8]>,
    /// The part of `raw` that is not decoded yet.
    pending: std::ops::Range<usize>,
    ended: bool,
}

impl<R: Read> Transcoded<R> {
    fn new(source: R, encoding: &'static Encoding) -> Self {
        Self {
            source,
            decoder: encoding.new_decoder_without_bom_handling(),
            raw: vec![0; CHUNK].into_boxed_slice(),
            pending: 0..0,
            ended: false,
        }
    }

    fn refill(&mut self) -> io::Result<()> {
        let n = self.source.read(&mut self.raw)?;
        self.pending = 0..n;
        self.ended = n == 0;
        Ok(())
    }
}

impl<R: Read> Read for Transcoded<R> {
    /// Needs room for at least one character (4 bytes), which every buffered reader gives.
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        loop {
            if self.pending.is_empty() {
                if self.ended {
                    return Ok(0);
                }
                self.refill()?;
            }
            let raw = &self.raw[self.pending.clone()];
            let (result, read, written, _) = self.decoder.decode_to_utf8(raw, out, self.ended);
            self.pending.start += read;
            if written > 0 || (self.ended && result == CoderResult::InputEmpty) {
                return Ok(written);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> (String, Utf8) {
        let (mut stream, certainty) = utf8(bytes).unwrap();
        let mut text = String::new();
        stream.read_to_string(&mut text).unwrap();
        (text, certainty)
    }

    fn utf16(text: &str, mark: [u8; 2], unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
        mark.into_iter().chain(text.encode_utf16().flat_map(unit)).collect()
    }

    #[test]
    fn a_byte_order_mark_decides() {
        let text = "Dvořák – 夢 🎵\n".repeat(5_000);
        assert_eq!(read(&[b"\xEF\xBB\xBF", text.as_bytes()].concat()).0, text);
        assert_eq!(read(&utf16(&text, [0xFF, 0xFE], u16::to_le_bytes)).0, text);
        assert_eq!(read(&utf16(&text, [0xFE, 0xFF], u16::to_be_bytes)).0, text);
    }

    #[test]
    fn older_encodings_are_guessed() {
        let text = "Beyoncé,Déjà Vu\nBjörk,Jóga\nSigur Rós,Sæglópur\n";
        let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(text);
        assert_eq!(read(&bytes).0, text);
        let text = "Кино,Группа крови\nСплин,Выхода нет\nАквариум,Город золотой\n";
        let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode(text);
        assert_eq!(read(&bytes).0, text);
    }

    #[test]
    fn ascii_is_not_certain_yet() {
        assert_eq!(read(b"title,artist\n").1, Utf8::OnlyAscii);
        assert_eq!(read("Jóga\n".as_bytes()).1, Utf8::Certain);
        assert_eq!(read(b"").0, "");
    }

    #[test]
    fn a_character_cut_by_the_sample_is_no_other_encoding() {
        let text = format!("{}é and on", "a".repeat(SAMPLE as usize - 1));
        assert_eq!(read(text.as_bytes()).0, text);
    }
}
