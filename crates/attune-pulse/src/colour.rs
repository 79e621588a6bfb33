//! The heart rate from the mean colours of patches of skin (remote photoplethysmography).
//!
//! The skin darkens by less than a hundredth with each beat, most in green. [`signal::pos`] (Wang et al. 2017) and
//! [`signal::chrom`] (de Haan and Jeanne 2013) combine red, green and blue so that changes of light cancel and the
//! beat remains. [`Meter`] runs both over windows of 10 seconds and shows the median of 30, behind a gate: patches
//! agree with each other, the methods agree, the peak stands out of the noise, and that twice in a row.
//!
//! No variability is read from a camera: one beat cannot be timed well enough.

mod face;
pub mod filter;
mod live;
mod meter;
mod patch;
pub mod signal;
pub mod spectrum;
mod steady;
mod trace;
mod window;

pub use face::{PATCHES, patches};
pub use live::LiveMeter;
pub use meter::{Meter, Reading};
pub use patch::{Missing, Patch};
pub use window::{Verdict, Window};

/// Samples a second that looks are resampled to.
pub const SAMPLE_RATE: f64 = 30.0;

/// One colour: red, green, blue, each a mean from 0 to 255.
pub type Colour = [f64; 3];
