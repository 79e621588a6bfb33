//! Looking at a virtual display through the file it keeps its pixels in.

use std::{collections::HashSet, fs, path::Path};

/// So many colours mean an interface; an empty display has one, an empty window two or three.
const COLOURS: usize = 40;
const HEADER: usize = 4096;

/// Whether the display whose pixels are in the file at `path` shows more than an empty window.
pub(super) fn is_drawn(path: &Path) -> bool {
    fs::read(path).is_ok_and(|pixels| colours(&pixels) >= COLOURS)
}

fn colours(pixels: &[u8]) -> usize {
    let (colours, _) = pixels.get(HEADER..).unwrap_or_default().as_chunks::<4>();
    // Every seventh is enough, and looks at all columns.
    colours.iter().step_by(7).collect::<HashSet<_>>().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_display_has_one_colour() {
        assert_eq!(colours(&vec![0; HEADER + 4 * 1000]), 1);
        assert_eq!(colours(&[0; 100]), 0);
        let many: Vec<u8> = (0..(HEADER + 4 * 7 * 256)).map(|at| ((at - at % 28) / 28 % 251) as u8).collect();
        assert!(colours(&many) > COLOURS);
    }
}
