//! What the program says to people, in their language: sentences of its own from `texts/<tag>.ftl`, and what the window says
//! too, above all errors, from `texts/window/<tag>.json`.
//!
//! JSON, codes, names, and the words of `--help` are the same in every language.

mod language;
mod speech;
mod window;

pub(crate) use language::{choice, of_environment};
pub(crate) use window::{expression, gap, history_problem, mood, reason, row, unclear};

use attune_app::straps::RadioError;
use attune_core::settings::Language;
use attune_core::{AffectEstimate, AppError};
use fluent_bundle::FluentValue;
use speech::Speech;
use std::sync::OnceLock;

static LANGUAGE: OnceLock<Language> = OnceLock::new();
static SPEECH: OnceLock<Speech> = OnceLock::new();

/// Chooses the language, once, before anything is said; without, it is English.
pub(crate) fn speak(language: Language) {
    // Only `main` calls it.
    let _ = LANGUAGE.set(language);
}

/// The texts in use, read when the first of them is wanted.
fn speech() -> &'static Speech {
    SPEECH.get_or_init(|| Speech::new(LANGUAGE.get().copied().unwrap_or(Language::English)))
}

/// An error with its code: what happened and what to do. In English these are the error's own words, which may name a file
/// or a number that the sentences of other languages leave out.
pub(crate) fn error(error: &AppError) -> String {
    format!("{} [{}]", speech().error(error), error.code)
}

/// An error of one of several files. English errors name theirs.
pub(crate) fn error_of(file: &str, told: &AppError) -> String {
    if speech().is_english() { error(told) } else { format!("{file}: {}", error(told)) }
}

/// Why there is no connection to a strap, to stand within a sentence.
pub(crate) fn radio(reason: &RadioError) -> String {
    if speech().is_english() { reason.to_string() } else { speech().error(&reason.clone().into()) }
}

/// An estimate with its spread, on both axes.
pub(crate) fn estimate(estimate: &AffectEstimate) -> String {
    let AffectEstimate { mean, sd_valence, sd_arousal, .. } = estimate;
    let (valence, arousal) = (format!("{:+.2}", mean.valence), format!("{:+.2}", mean.arousal));
    affect(&valence, &format!("{sd_valence:.2}"), &arousal, &format!("{sd_arousal:.2}"))
}

/// Functions that say a sentence of the catalogues: the names are those of the messages, the values their variables.
macro_rules! sentences {
    ($($name:ident($($value:ident: $kind:ty),*);)*) => {
        $(pub(crate) fn $name($($value: $kind),*) -> String {
            speech().say(stringify!($name), &[$((stringify!($value), FluentValue::from($value))),*])
        })*

        /// The messages with their variables.
        #[cfg(test)]
        const SENTENCES: &[(&str, &[&str])] = &[$((stringify!($name), &[$(stringify!($value)),*])),*];
    };
}

sentences! {
    row_problem(file: &str, line: u32, problem: &str);
    rows_left_out(file: &str, rows: usize);
    values_left_out(file: &str, values: u32);
    camera_closed();
    camera_open();
    face_none();
    face_not_read();
    face_unsure(why: &str);
    affect(valence: &str, valence_sd: &str, arousal: &str, arousal_sd: &str);
    column_name();
    column_artist();
    column_mood();
    column_popularity();
    column_because();
    queue_at_end();
    not_understood(line: &str);
    line_no_track(number: usize);
    strap_not_found();
    strap_is_connected();
    strap_searching();
    strap_connected(name: &str);
    strap_connected_battery(name: &str, percent: u8);
    strap_unreadable();
    strap_waiting(why: &str, seconds: u64);
    pulse_rate(rate: &str);
    pulse_sure(rate: &str, confidence: &str);
    skin_not_touched();
    server_works(program: &str, protocol: &str);
    server_works_unnamed(protocol: &str);
    server_scanned(server: &str, songs: u32, added: u32, changed: u32, removed: u32);
    server_unchanged();
    server_songs(songs: u32, loaded: u32);
    password_not_kept(why: &str);
    history_kept(number: u32, source: &str, plays: u32, tracks: u32);
    history_span(from: &str, to: &str);
    history_counts(plays: u64, tracks: usize, artists: usize, finished: u64, skipped: u64);
    history_unused(left_out: usize, unusable: usize);
}

#[cfg(test)]
mod tests;
