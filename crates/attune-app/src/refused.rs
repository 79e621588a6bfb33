//! Calls of the window that make no sense.

use attune_core::{AppError, ErrorCode};
use serde_json::Value;
use std::borrow::Cow;

/// The most characters of a reason: some quote what came, which may be long.
const MOST: usize = 200;

/// The error of a command that was called with something else than it takes. `why`, a text or something else that says it, is
/// for whoever reads the message: the window has a sentence of its own.
#[must_use]
pub fn refuse_argument(command: &str, argument: &str, why: &Value) -> AppError {
    let why = why.as_str().map_or_else(|| Cow::Owned(why.to_string()), Cow::Borrowed);
    let cut = why.char_indices().nth(MOST).map_or("", |_| "…");
    let why: String = why.chars().take(MOST).collect();
    let message = format!(
        "The command {command} was not carried out: its argument {argument} cannot be read ({why}{cut}). Nothing was changed."
    );
    AppError::new(ErrorCode::BadArguments, message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_reason_is_cut_between_letters() {
        let error = refuse_argument("set_policy", "policy", &"é".repeat(10_000_000).into());
        assert_eq!(error.code, ErrorCode::BadArguments);
        assert!(error.message.contains("set_policy") && error.message.contains(" policy "), "{error}");
        assert_eq!(error.message.matches('é').count(), MOST);
        assert!(error.message.contains("é…)"), "{error}");
        let short = |why: Value| refuse_argument("a", "b", &why).message;
        assert!(short("say \"yes\"".into()).contains("(say \"yes\")."), "a text stands as it is");
        assert!(short(Value::Null).contains("(null)."));
    }
}
