//! Music catalogues: files the listener brings, and the starter catalogue that needs none.
//!
//! Everything that reads a catalogue file goes through [`csv_import`], the starter catalogue included, so that
//! there is one set of rules for what a row means. What a row says about a track's affect is weighed in
//! [`affect`]; the places of mood words on the plane are in [`words`].

pub mod affect;
pub mod artists;
pub mod csv_import;
pub mod genre;
pub mod own_files;
pub mod starter;
mod track_list;
pub mod words;

pub use own_files::complete;
pub use track_list::TrackList;
