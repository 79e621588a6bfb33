//! From bytes of some encoding to UTF-8, as a stream.
//!
//! A byte order mark decides; else zeros at every other byte, which UTF-16 has; else text that is UTF-8 so far is taken as
//! that; else the encoding is guessed from the first [`SAMPLE`] bytes as a browser would. Encodings are undone before the text is cut into lines,
//! since the second byte of a character can look like a delimiter in some of them.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Decoder, Encoding, UTF_8, UTF_16BE, UTF_16LE};
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
    if let Some(encoding) = utf16_without_mark(sample) {
        return (encoding, Utf8::Certain, 0);
    }
    if sample.is_ascii() {
        return (UTF_8, Utf8::OnlyAscii, 0);
    }
    if is_utf8_so_far(sample) { (UTF_8, Utf8::Certain, 0) } else { (guess(sample), Utf8::Certain, 0) }
}

/// UTF-16, if one half of the bytes is zero as often as in a table with separators and digits, and the other half never is.
fn utf16_without_mark(sample: &[u8]) -> Option<&'static Encoding> {
    let zeros = |parity: usize| sample.iter().skip(parity).step_by(2).filter(|b| **b == 0).count();
    let often = |count: usize| count >= 8 && 10 * count >= sample.len() / 2;
    match (zeros(0), zeros(1)) {
        (0, low) if often(low) => Some(UTF_16LE),
        (high, 0) if often(high) => Some(UTF_16BE),
        _ => None,
    }
}

/// The likeliest encoding of bytes that are not UTF-8.
pub(super) fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

/// Whether this is UTF-8, perhaps with a damaged byte here and there: text of another encoding rarely holds a
/// valid character beyond ASCII, damaged UTF-8 holds many.
fn is_utf8_so_far(sample: &[u8]) -> bool {
    let count = |(valid, invalid), chunk: std::str::Utf8Chunk| {
        let beyond_ascii = chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        (valid + beyond_ascii, invalid + usize::from(!chunk.invalid().is_empty()))
    };
    let (valid, invalid) = sample.utf8_chunks().fold((0, 0), count);
    let cut =
        sample.len() as u64 == SAMPLE && std::str::from_utf8(sample).is_err_and(|e| e.error_len().is_none());
    valid > 2 * invalid || cut
}

/// A reader that gives the UTF-8 of another one's encoding.
struct Transcoded<R> {
    source: R,
    decoder: Decoder,
    raw: Box<[u8]>,
    /// Decoded text, and how much of it was given out.
    ready: String,
    given: usize,
    ended: bool,
}

impl<R: Read> Transcoded<R> {
    fn new(source: R, encoding: &'static Encoding) -> Self {
        Self {
            source,
            decoder: encoding.new_decoder_without_bom_handling(),
            raw: vec![0; CHUNK].into_boxed_slice(),
            ready: String::new(),
            given: 0,
            ended: false,
        }
    }

    /// Decodes the next chunk. The room asked for is enough for all of it.
    fn refill(&mut self) -> io::Result<()> {
        let n = self.source.read(&mut self.raw)?;
        self.ended = n == 0;
        self.given = 0;
        self.ready.clear();
        self.ready.reserve(self.decoder.max_utf8_buffer_length(n).unwrap_or(4 * CHUNK));
        let _ = self.decoder.decode_to_string(&self.raw[..n], &mut self.ready, self.ended);
        Ok(())
    }
}

impl<R: Read> Read for Transcoded<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        while self.given == self.ready.len() && !self.ended {
            self.refill()?;
        }
        let left = &self.ready.as_bytes()[self.given..];
        let n = left.len().min(out.len());
        out[..n].copy_from_slice(&left[..n]);
        self.given += n;
        Ok(n)
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
    fn utf16_is_told_by_its_zeros() {
        let text = "曲名,アーティスト\r\n夢 1,Dvořák\r\n".repeat(3);
        assert_eq!(read(&utf16(&text, [0, 0], u16::to_le_bytes)[2..]).0, text);
        assert_eq!(read(&utf16(&text, [0, 0], u16::to_be_bytes)[2..]).0, text);
        for damaged in ["one,two\n\0,x\n\0\0", "\0"] {
            assert_eq!(read(damaged.as_bytes()).0, damaged);
        }
    }

    #[test]
    fn it_can_be_read_in_crumbs() {
        let bytes = utf16("é夢🎵", [0xFF, 0xFE], u16::to_le_bytes);
        let (mut stream, _) = utf8(bytes.as_slice()).unwrap();
        let mut crumb = [0];
        let mut text = Vec::new();
        while stream.read(&mut crumb).unwrap() == 1 {
            text.push(crumb[0]);
        }
        assert_eq!(text, "é夢🎵".as_bytes());
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
