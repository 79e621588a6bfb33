//! Which bytes of a song are here: from its start, and from places that a reader went to before.

/// Parts of a file, by their first byte and the byte behind their last one; in their order, with gaps between them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Parts(Vec<(u64, u64)>);

impl Parts {
    /// Bytes from the start on without a gap.
    pub(crate) fn beginning(&self) -> u64 {
        self.end_of(0).unwrap_or(0)
    }

    /// The end of the part in which a byte lies; none where it is not here.
    pub(crate) fn end_of(&self, place: u64) -> Option<u64> {
        self.0.iter().find(|(from, to)| (*from..*to).contains(&place)).map(|(_, to)| *to)
    }

    /// Where the next part behind a place begins.
    pub(crate) fn next_behind(&self, place: u64) -> Option<u64> {
        self.0.iter().map(|(from, _)| *from).find(|from| *from > place)
    }

    /// Bytes in all.
    pub(crate) fn bytes(&self) -> u64 {
        self.0.iter().map(|(from, to)| to - from).sum()
    }

    /// Adds `bytes` from a place on.
    pub(crate) fn add(&mut self, place: u64, bytes: u64) {
        let (mut from, mut to) = (place, place + bytes);
        if bytes == 0 {
            return;
        }
        self.0.retain(|part| {
            let apart = part.1 < from || part.0 > to;
            if !apart {
                (from, to) = (from.min(part.0), to.max(part.1));
            }
            apart
        });
        let at = self.0.partition_point(|part| part.0 < from);
        self.0.insert(at, (from, to));
    }

    /// Forgets all but the part at the start.
    pub(crate) fn keep_start(&mut self) {
        self.0.retain(|(from, _)| *from == 0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_grow_together() {
        let mut parts = Parts::default();
        assert_eq!((parts.beginning(), parts.end_of(0), parts.next_behind(0)), (0, None, None));
        parts.add(0, 10);
        parts.add(50, 10);
        parts.add(100, 5);
        parts.add(7, 0);
        assert_eq!((parts.beginning(), parts.bytes()), (10, 25));
        assert_eq!((parts.end_of(9), parts.end_of(10), parts.end_of(55)), (Some(10), None, Some(60)));
        assert_eq!(
            (parts.next_behind(10), parts.next_behind(50), parts.next_behind(100)),
            (Some(50), Some(100), None)
        );
        parts.add(10, 40);
        assert_eq!((parts.beginning(), parts.bytes()), (60, 65), "a gap is closed");
        parts.add(55, 60);
        assert_eq!((parts.beginning(), parts.bytes()), (115, 115), "parts that are in the way are taken in");
        parts.add(200, 1);
        parts.keep_start();
        assert_eq!(parts.0, [(0, 115)]);
    }
}
