//! Numbers for names.

use std::hash::{DefaultHasher, Hash, Hasher};

/// A number for a name: the same in every run of one version of the program, and never kept.
pub(crate) fn key(name: &(impl Hash + ?Sized)) -> u64 {
    let mut hasher = DefaultHasher::new();
    name.hash(&mut hasher);
    hasher.finish()
}
