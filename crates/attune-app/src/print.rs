//! Printing for programs on the command line that ends quietly when the reader goes away (`… | head`).

use attune_core::{AppError, ErrorCode};
use serde::Serialize;
use std::io::{ErrorKind, Write};

/// Prints one line. Fails with `output_failed`.
pub fn line(text: &str) -> Result<(), AppError> {
    match writeln!(std::io::stdout().lock(), "{text}") {
        Err(e) if e.kind() == ErrorKind::BrokenPipe => std::process::exit(0),
        Err(e) => {
            Err(AppError::new(ErrorCode::OutputFailed, format!("The output could not be written: {e}.")))
        }
        Ok(()) => Ok(()),
    }
}

/// Prints one JSON line. Fails with `output_failed`.
pub fn json(value: &impl Serialize) -> Result<(), AppError> {
    let text = serde_json::to_string(value);
    line(&text.map_err(|e| {
        AppError::new(ErrorCode::OutputFailed, format!("The output could not be formatted: {e}."))
    })?)
}
