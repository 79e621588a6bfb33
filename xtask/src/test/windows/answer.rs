//! What the command line tool answered, and how two answers differ.

use serde_json::Value;

/// What is another in each run: times, and how long something took.
const CHANGING: [&str; 4] = ["foundAt", "ms", "progress", "took_ms"];

/// How far numbers may lie apart, for their size: the systems' mathematical functions differ in the last digit.
const ALIKE: f64 = 1e-6;

/// JSON lines and whether the program succeeded.
#[derive(Debug)]
pub(super) struct Answer {
    success: bool,
    lines: Vec<Value>,
}

impl Answer {
    /// From what a program printed. Paths below `root` are told from there.
    pub(super) fn new(text: &str, success: bool, root: &str) -> Self {
        let value = |line: &str| serde_json::from_str(line).unwrap_or_else(|_| line.into());
        let mut lines: Vec<Value> = text.lines().map(value).collect();
        for line in &mut lines {
            settle(line, root);
        }
        // Where nothing else is told the line was about progress.
        lines.retain(|line| !line.as_object().is_some_and(serde_json::Map::is_empty));
        Self { success, lines }
    }

    /// Where the other one differs from this one.
    pub(super) fn differences(&self, other: &Self) -> Vec<String> {
        let mut all = Vec::new();
        if self.success != other.success {
            all.push(format!("succeeded: {} against {}", self.success, other.success));
        }
        if self.lines.len() != other.lines.len() {
            all.push(format!("{} lines against {}", self.lines.len(), other.lines.len()));
        }
        for (number, (one, two)) in (1..).zip(self.lines.iter().zip(&other.lines)) {
            compare(&format!("line {number}"), one, two, &mut all);
        }
        all
    }
}

/// Takes out what changes, and what systems write differently by their nature.
fn settle(value: &mut Value, root: &str) {
    match value {
        Value::String(text) => {
            if let Some(below) = text.strip_prefix(root) {
                *text = format!("@{}", below.replace('\\', "/"));
            }
            if let Some(plain) = without_system_words(text) {
                *text = plain;
            }
        }
        Value::Array(all) => all.iter_mut().for_each(|value| settle(value, root)),
        Value::Object(all) => {
            all.retain(|key, _| !CHANGING.contains(&key.as_str()));
            all.values_mut().for_each(|value| settle(value, root));
        }
        _ => {}
    }
}

/// The text without the system's own words for an error, where it has such: `(not found (os error 2))` is `((os error 2))`.
fn without_system_words(text: &str) -> Option<String> {
    let number = text.find("(os error ")?;
    let words = text[..number].rfind('(')? + 1;
    Some(text[..words].to_owned() + &text[number..])
}

fn compare(place: &str, one: &Value, two: &Value, all: &mut Vec<String>) {
    match (one, two) {
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            for (i, (a, b)) in a.iter().zip(b).enumerate() {
                compare(&format!("{place}[{i}]"), a, b, all);
            }
        }
        (Value::Object(a), Value::Object(b)) if a.keys().eq(b.keys()) => {
            for ((key, a), b) in a.iter().zip(b.values()) {
                compare(&format!("{place}.{key}"), a, b, all);
            }
        }
        (Value::Number(a), Value::Number(b)) if alike(a.as_f64(), b.as_f64()) => {}
        (a, b) if a == b => {}
        (a, b) => all.push(format!("{place}: {a} against {b}")),
    }
}

fn alike(a: Option<f64>, b: Option<f64>) -> bool {
    let (Some(a), Some(b)) = (a, b) else { return false };
    (a - b).abs() <= ALIKE * a.abs().max(b.abs()).max(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(text: &str, root: &str) -> Answer {
        Answer::new(text, true, root)
    }

    #[test]
    fn paths_and_times_are_no_difference() {
        let here = answer("{\"file\": \"/w/s/a/b.wav\", \"foundAt\": 1}\n{\"progress\": 1}\n", "/w/s");
        let there = answer("{\"file\": \"Z:\\\\w\\\\s\\\\a\\\\b.wav\", \"foundAt\": 2}\n", "Z:\\w\\s");
        assert_eq!(here.differences(&there), Vec::<String>::new());
    }

    #[test]
    fn systems_have_their_own_words_for_an_error() {
        let here = answer(r#"{"message": "It cannot be read (No such file (os error 2)). Check it."}"#, "/");
        let there =
            answer(r#"{"message": "It cannot be read (File not found. (os error 2)). Check it."}"#, "/");
        assert!(here.differences(&there).is_empty());
        let other = answer(r#"{"message": "It cannot be read (Denied (os error 5)). Check it."}"#, "/");
        assert_eq!(here.differences(&other).len(), 1);
    }

    #[test]
    fn numbers_may_differ_in_their_last_digits_only() {
        let one = answer("{\"a\": [0.5, 1]}", "/");
        assert!(one.differences(&answer("{\"a\": [0.500000001, 1]}", "/")).is_empty());
        assert_eq!(
            one.differences(&answer("{\"a\": [0.5001, 1]}", "/")),
            ["line 1.a[0]: 0.5 against 0.5001"]
        );
    }

    #[test]
    fn other_lines_keys_and_ends_are_told() {
        let one = answer("{\"a\": \"b\"}", "/");
        assert_eq!(one.differences(&answer("{\"a\": \"b\"}\nmore", "/")), ["1 lines against 2"]);
        assert_eq!(one.differences(&answer("{\"a\": \"c\"}", "/")).len(), 1);
        assert_eq!(one.differences(&answer("{\"b\": \"b\"}", "/")).len(), 1);
        assert_eq!(
            one.differences(&Answer::new("{\"a\": \"b\"}", false, "/")),
            ["succeeded: true against false"]
        );
    }
}
