//! How full the cache is, and how full the listener lets it be.

use crate::cache::held;
use crate::servers::Servers;
use attune_core::AppError;
use serde::{Deserialize, Serialize};

const MEGABYTE: u64 = 1_000_000;

/// How full the cache is, in megabytes of a million bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct CacheUse {
    /// What the songs in it take, rounded up.
    pub used: u32,
    /// The most that they may take.
    pub limit: u32,
}

impl Servers {
    /// How full the cache is.
    pub fn cache_use(&self) -> Result<CacheUse, AppError> {
        let used = held(&self.reader())?.div_ceil(MEGABYTE);
        let limit = self.inner.cache.limit() / MEGABYTE;
        let narrow = |megabytes: u64| u32::try_from(megabytes).unwrap_or(u32::MAX);
        Ok(CacheUse { used: narrow(used), limit: narrow(limit) })
    }

    /// Chooses how many megabytes of songs are kept, from now on and after a restart. The least recently used songs go at
    /// once where there are more; with 0 none is kept.
    pub fn set_cache_limit(&self, megabytes: u32) -> Result<CacheUse, AppError> {
        self.inner.cache.set_limit(&self.writer(), u64::from(megabytes) * MEGABYTE)?;
        self.cache_use()
    }
}
