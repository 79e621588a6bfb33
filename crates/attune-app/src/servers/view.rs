//! What the window shows of the listener's servers.

use attune_core::AppError;
use attune_subsonic::{CacheUse, ServerInfo, ServerScanProgress, ServerScanReport};
use serde::{Deserialize, Serialize};

/// The servers at work.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct ServersView {
    /// The servers, oldest first.
    pub servers: Vec<ServerView>,
    /// How full the cache of loaded songs is.
    pub cache: CacheUse,
}

/// A server.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct ServerView {
    /// The server as it is kept.
    pub info: ServerInfo,
    /// The reading of its list that is under way, or waits for another's.
    pub scan: Option<ServerScan>,
    /// What the last reading since the start found.
    pub report: Option<ServerScanReport>,
    /// Why the last reading since the start failed.
    pub problem: Option<AppError>,
}

/// The reading of a server's list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct ServerScan {
    /// Whether it waits for another one to end.
    pub waits: bool,
    /// Whether it was told to end.
    pub ends: bool,
    /// How far it is.
    pub progress: ServerScanProgress,
}

impl ServersView {
    pub(super) fn server(&mut self, id: &str) -> Option<&mut ServerView> {
        self.servers.iter_mut().find(|server| server.info.id == id)
    }

    /// Takes over what is kept now, and holds on to what is known of each server's reading.
    pub(super) fn renew(&mut self, list: Vec<ServerInfo>, cache: CacheUse) {
        let mut old = std::mem::take(&mut self.servers);
        self.cache = cache;
        self.servers = list
            .into_iter()
            .map(|info| match old.iter().position(|server| server.info.id == info.id) {
                Some(at) => ServerView { info, ..old.swap_remove(at) },
                None => ServerView { info, scan: None, report: None, problem: None },
            })
            .collect();
    }
}
