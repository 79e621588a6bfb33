//! Whether a library can report to its maker: a search for the address that it would send to.
//!
//! ONNX Runtime 1.29 and later carry a client for their maker's collector and use it unless told not to; on Linux and
//! macOS they also leave an identifier of the device and a queue of events in the home folder. A library without the
//! address cannot send there. `runtime` asks before it loads a library, `cargo xtask setup` before it installs
//! one; this file stands by itself so that both use it.

use std::io::{self, Read};

/// The domain that all of the maker's collectors are in.
const ADDRESS: &[u8] = b"data.microsoft.com";
/// How much is read at a time.
const CHUNK: usize = 256 * 1024;

/// Whether the bytes hold the collector's address, in UTF-8 or in UTF-16 as Windows has it.
pub(super) fn is_named_in(mut library: impl Read) -> io::Result<bool> {
    let wide: Vec<u8> = ADDRESS.iter().flat_map(|&letter| [letter, 0]).collect();
    // The end of a chunk is looked at again with the next one: the address may lie across both.
    let mut window = Vec::with_capacity(CHUNK + wide.len());
    loop {
        let read = library.by_ref().take(CHUNK as u64).read_to_end(&mut window)?;
        if holds(&window, ADDRESS, &wide) {
            return Ok(true);
        }
        if read == 0 {
            return Ok(false);
        }
        window.drain(..window.len().saturating_sub(wide.len() - 1));
    }
}

/// Whether either pattern is in `bytes`; both begin with the same byte.
fn holds(bytes: &[u8], narrow: &[u8], wide: &[u8]) -> bool {
    let mut rest = bytes;
    while let Some(at) = rest.iter().position(|byte| *byte == narrow[0]) {
        rest = &rest[at..];
        if rest.starts_with(narrow) || rest.starts_with(wide) {
            return true;
        }
        rest = &rest[1..];
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: &str = "https://mobile.events.data.microsoft.com/OneCollector/1.0/";

    fn found(bytes: &[u8]) -> bool {
        is_named_in(bytes).unwrap()
    }

    #[test]
    fn the_address_is_found_wherever_it_lies() {
        for before in [0, 1, CHUNK - 30, CHUNK - 25, CHUNK - 5, CHUNK, 3 * CHUNK - 40] {
            let mut bytes = vec![b'd'; before];
            bytes.extend_from_slice(WHOLE.as_bytes());
            bytes.resize(bytes.len() + CHUNK / 2, 0);
            assert!(found(&bytes), "after {before} bytes");
            bytes.truncate(before);
            bytes.extend(WHOLE.encode_utf16().flat_map(u16::to_le_bytes));
            assert!(found(&bytes), "in UTF-16 after {before} bytes");
        }
    }

    #[test]
    fn what_only_resembles_it_is_nothing() {
        let others =
            ["", "data", "data.microsoft.co", "docs.microsoft.com", "data.microsoft-com", "onnxruntime"];
        for text in others {
            assert!(!found(text.as_bytes()), "{text}");
        }
        assert!(!found(&vec![b'd'; 2 * CHUNK + 7]));
    }
}
