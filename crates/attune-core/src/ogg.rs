//! What the heads of Ogg pages say (RFC 3533, 6) of whether a file holds several streams one after the other.

/// So many bytes from any place on hold the head of a page, and are more than the largest page.
const REACH: u64 = 66_000;

/// Bytes of a page's head before the lengths of what it carries.
const HEAD: u64 = 27;

/// Files of this size, in bytes, or less are walked through rather than judged by some of their pages.
const SMALL: u64 = 512 * 1024;
/// Pages of one coder differ in length by less than this from one part of a file to another.
const EVEN: f64 = 1.5;

/// A page by its head.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    /// The number of its stream.
    pub serial: u32,
    /// How many pages of its stream come before it.
    pub number: u32,
    /// Whether a stream begins with it.
    pub is_first: bool,
}

/// The page that begins here; none where none does.
#[must_use]
pub fn page(bytes: &[u8]) -> Option<Page> {
    let four = |at: usize| bytes.get(at..at + 4)?.try_into().ok().map(u32::from_le_bytes);
    let is_page = bytes.starts_with(b"OggS\0");
    is_page.then_some(())?;
    Some(Page { serial: four(14)?, number: four(18)?, is_first: bytes.get(5)? & 2 != 0 })
}

/// The first page in these bytes, with where it begins in them.
fn first_page(bytes: &[u8]) -> Option<(usize, Page)> {
    let places = bytes.windows(4).enumerate().filter(|(_, four)| four == b"OggS");
    places.map(|(at, _)| at).find_map(|at| Some((at, page(&bytes[at..])?)))
}

/// Whether a file of this size whose first stream begins at `start` may hold several one after the other, as some of its
/// pages tell. `read` gives the bytes from a place on, so many at the most. A chain that is missed is one whose first part is
/// short.
///
/// Fails as `read` does.
pub fn may_be_chain<E>(
    start: u64,
    size: u64,
    mut read: impl FnMut(u64, u64) -> Result<Vec<u8>, E>,
) -> Result<bool, E> {
    let Some(first) = page(&read(start, HEAD)?) else { return Ok(false) };
    let mut pages = vec![(start, first)];
    for place in places(size).map(|place| place.max(start)) {
        let found = first_page(&read(place, REACH)?);
        pages.extend(found.map(|(at, page)| (place + at as u64, page)));
    }
    Ok(is_small_or_uneven(size, &pages))
}

/// The places at which pages are looked for, the last one first.
fn places(size: u64) -> [u64; 4] {
    // Odd parts: streams of one length begin at even ones.
    [size.saturating_sub(REACH), size / 16 * 3, size / 16 * 7, size / 16 * 11]
}

/// Whether pages, with their places, count otherwise than those of one stream do, or the file is too small to judge by them.
fn is_small_or_uneven(size: u64, pages: &[(u64, Page)]) -> bool {
    let mut pages = pages.to_vec();
    pages.sort_by_key(|(at, _)| *at);
    let Some(((start, first), (end, last))) = pages.first().copied().zip(pages.last().copied()) else {
        return false;
    };
    let rate = |(from, a): (u64, Page), (to, b): (u64, Page)| {
        f64::from(b.number.saturating_sub(a.number)) / (to - from).max(1) as f64
    };
    let whole = rate((start, first), (end, last));
    let uneven = |pair: &[(u64, Page)]| {
        let (one, two) = (pair[0], pair[1]);
        let part = rate(one, two);
        one.1.serial != two.1.serial
            || (one.0 < two.0 && two.1.number <= one.1.number)
            || part > whole * EVEN
            || part * EVEN < whole
    };
    size <= SMALL || pages.windows(2).any(uneven)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Pages of 4,000 bytes, of streams of so many each, at the places where they are looked for.
    fn seen(streams: &[u32]) -> bool {
        let numbers: Vec<u32> = streams.iter().flat_map(|count| 0..*count).collect();
        let size = numbers.len() as u64 * 4_000;
        let at = |place: u64| {
            let index = (place.div_ceil(4_000) as usize).min(numbers.len() - 1);
            (index as u64 * 4_000, Page { serial: 5, number: numbers[index], is_first: numbers[index] == 0 })
        };
        is_small_or_uneven(size, &[0].into_iter().chain(places(size)).map(at).collect::<Vec<_>>())
    }

    #[test]
    fn a_chain_of_one_number_shows_in_the_count_of_pages() {
        assert!(!seen(&[1_000]) && !seen(&[200]));
        for chain in [&[500, 500][..], &[300, 700], &[700, 300], &[100, 900], &[950, 50], &[200; 5]] {
            assert!(seen(chain), "{chain:?}");
        }
        assert!(seen(&[10]), "small");
    }

    #[test]
    fn heads_of_pages_are_read() {
        let head =
            [b"OggS\0\x02".as_slice(), &[0; 8], &7_u32.to_le_bytes(), &3_u32.to_le_bytes(), &[0; 5]].concat();
        let wanted = Page { serial: 7, number: 3, is_first: true };
        assert_eq!(first_page(&[b"OggSx", &head[..]].concat()), Some((5, wanted)));
        assert_eq!(page(b"OggS\0\x02"), None);
    }
}
