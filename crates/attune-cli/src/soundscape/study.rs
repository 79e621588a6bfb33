//! stub
use attune_core::AppError;
use std::path::Path;
pub(super) fn write(_folder: &Path, _seed: u64) -> Result<(), AppError> { Ok(()) }
