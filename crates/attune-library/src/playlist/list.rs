//! What a playlist's file says.

/// The most entries that are read.
pub(super) const MOST: usize = 100_000;

/// A playlist as it stands in its file.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct List {
    pub(super) name: Option<String>,
    pub(super) entries: Vec<Entry>,
}

/// An entry.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) line: u32,
    pub(super) text: String,
    /// The bytes of the line, where they are no UTF-8: they may be a path as they are.
    pub(super) raw: Option<Vec<u8>>,
    /// What the list says of it besides: artist and title.
    pub(super) about: Option<String>,
}
