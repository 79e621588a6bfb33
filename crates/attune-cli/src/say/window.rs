//! What the window says too: moods, faces, reasons and the like, by the codes that the core has for them.

use super::speech;
use super::speech::Speech;
use attune_app::histories::ProblemKind;
use attune_core::catalogue::RowProblem;
use attune_core::mood::MoodWord;
use attune_core::{Expression, SenseGap, Unclear};
use attune_session::view::ReasonView;
use serde::Serialize;

/// Where the sentences about how a track sounds have that.
const SOUND: &str = "{sound}";

/// A mood in a word.
pub(crate) fn mood(word: MoodWord) -> &'static str {
    coded("mood", &word).unwrap_or_else(|| word.english())
}

/// How a face looks; in English the expression's code.
pub(crate) fn expression(expression: Expression) -> &'static str {
    speech().of_window("look", expression.name()).unwrap_or_else(|| expression.name())
}

/// Why a face cannot be read.
pub(crate) fn unclear(why: Unclear) -> &'static str {
    coded("unclear", &why).unwrap_or_else(|| why.english())
}

/// Why a sense has nothing to report; none in English.
pub(crate) fn gap(gap: SenseGap) -> Option<&'static str> {
    coded("gap", &gap)
}

/// Why an entry of a history cannot be used.
pub(crate) fn history_problem(kind: ProblemKind) -> &'static str {
    let code = match kind {
        ProblemKind::Unnamed => "unnamed",
        ProblemKind::Time => "time",
        ProblemKind::Malformed => "malformed",
    };
    speech().of_window("problem", code).unwrap_or_else(|| kind.text())
}

/// What is wrong with a row of a list; in English the problem's own words.
pub(crate) fn row(problem: &RowProblem) -> String {
    row_in(speech(), problem)
}

pub(super) fn row_in(speech: &Speech, problem: &RowProblem) -> String {
    row_words(speech, problem).unwrap_or_else(|| problem.to_string())
}

/// The window's sentence with the problem's values in its gaps.
fn row_words(speech: &Speech, problem: &RowProblem) -> Option<String> {
    let serde_json::Value::Object(mut values) = serde_json::to_value(problem).ok()? else { return None };
    let code = values.remove("is")?;
    let mut sentence = speech.of_window("row", code.as_str()?)?.to_owned();
    // What a file says comes last, since it may look like a gap.
    let text = values.remove("text");
    for (name, value) in values.into_iter().chain(text.map(|text| ("text".to_owned(), text))) {
        let word = match value.as_str() {
            Some(column) if name == "column" => speech.of_window("rowColumn", column)?.to_owned(),
            Some(text) => speech.isolate(text),
            None => value.to_string(),
        };
        sentence = sentence.replace(&format!("{{{name}}}"), &word);
    }
    Some(sentence)
}

/// Why a track was chosen, as a sentence of its own; in English it fits behind "because" too.
pub(crate) fn reason(reason: &ReasonView) -> String {
    reason_in(speech(), reason)
}

pub(super) fn reason_in(speech: &Speech, reason: &ReasonView) -> String {
    let ReasonView { code, detail, text, .. } = reason;
    let words = if code == "fit" {
        fit(speech, detail)
    } else {
        let said = speech.of_window("reason", &format!("{code} {detail}"));
        said.or_else(|| speech.of_window("reason", code)).map(str::to_owned)
    };
    words.unwrap_or_else(|| text.clone())
}

/// How a track sounds, and how that suits the mood: the detail says it in codes, how it suits last, if at all.
fn fit(speech: &Speech, detail: &str) -> Option<String> {
    let (sound, how) = match speech.of_window("sound", detail) {
        Some(sound) => (sound, ""),
        None => {
            detail.rsplit_once(' ').and_then(|(sound, how)| Some((speech.of_window("sound", sound)?, how)))?
        }
    };
    let sentence = speech.of_window("fit", how).or_else(|| speech.of_window("fit", ""))?;
    Some(sentence.replace(SOUND, sound))
}

/// What the window says of a value that is written as a code.
fn coded(kind: &str, value: &impl Serialize) -> Option<&'static str> {
    let code = serde_json::to_value(value).ok()?;
    speech().of_window(kind, code.as_str()?)
}
