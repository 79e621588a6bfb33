//! Lists that come in pages.

use crate::client::Spotify;
use crate::error::SpotifyError;
use crate::queue::Cause;
use crate::reply::Page;
use serde::de::DeserializeOwned;

impl Spotify {
    /// The first `most` rows of a list, or fewer. A page without rows ends the list, whatever it says of its total.
    pub(crate) async fn pages<T: DeserializeOwned>(
        &self,
        path: &str,
        per_page: usize,
        most: usize,
        cause: Cause,
    ) -> Result<Vec<T>, SpotifyError> {
        let mut all = Vec::new();
        let mut offset = 0;
        while all.len() < most {
            let page: Page<T> = self.get(&format!("{path}?limit={per_page}&offset={offset}"), cause).await?;
            let end = page.items.is_empty() || page.next.is_none();
            all.extend(page.items);
            if end {
                break;
            }
            // Rows that could not be read count too.
            offset += per_page;
        }
        all.truncate(most);
        Ok(all)
    }
}
