//! Pages of tracks on the command line.

use attune_app::own_music::{Library, Query, Sort};
use attune_app::print;
use attune_core::AppError;
use clap::Args;
use serde_json::{Value, json};

/// Which tracks, in which order.
#[derive(Debug, Args)]
pub(super) struct Show {
    /// title, artist, album, year, genre, duration, found, valence, arousal or tempo
    #[arg(long, default_value = "artist", value_parser = sort)]
    sort: Sort,
    /// Sort in descending order
    #[arg(long)]
    descending: bool,
    /// Number of tracks to skip
    #[arg(long, default_value_t = 0)]
    offset: u32,
    /// Number of tracks to print
    #[arg(long, default_value_t = 100, value_parser = clap::value_parser!(u32).range(..=1_000))]
    limit: u32,
    /// Also print the mood estimates that the ranking uses: analysis, genre and artist combined
    #[arg(long)]
    affect: bool,
}

/// The order of that name.
fn sort(name: &str) -> Result<Sort, serde_json::Error> {
    serde_json::from_value(Value::String(name.to_owned()))
}

impl Show {
    /// Prints the number of tracks found, then a line a track.
    pub(super) fn print(self, library: &Library, text: String) -> Result<(), AppError> {
        let Self { sort, descending, offset, limit, affect } = self;
        let page = library.page(&Query { text, sort, descending, offset, limit })?;
        print::json(&json!({ "total": page.total }))?;
        if !affect {
            return page.tracks.iter().try_for_each(print::json);
        }
        let mut believed = library.tracks()?;
        attune_app::compose::complete(&mut believed);
        page.tracks.iter().try_for_each(|track| {
            let affect = believed.iter().find(|b| b.id == track.id).map(|b| &b.affect);
            print::json(&json!({ "track": track, "affect": affect }))
        })
    }
}
