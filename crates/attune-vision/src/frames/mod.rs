//! Where frames come from: picture files, scripts, cameras, and the window's page.

#[cfg(not(target_os = "android"))]
pub mod camera;
mod image_files;
mod looped;
mod picture;
pub mod pixels;
#[cfg(test)]
mod pixels_tests;
pub mod pushed;
mod script;
mod slot;
mod streak;

pub use image_files::ImageFiles;
pub use looped::Looped;
pub use picture::{MAX_BYTES, MAX_LONG_SIDE, MAX_SIDE, decode};
pub use script::Script;
