//! What the guard did, as printed.

use super::super::{percent, round};
use super::name;
use attune_app::print;
use attune_core::{AppError, Unclear};
use serde::Serialize;
use std::collections::BTreeMap;

/// All that was measured.
#[derive(Debug, Default, Serialize)]
pub(super) struct Report {
    /// Named faces, spoiled.
    pub(super) faults: Vec<Case>,
    /// Faces in scenes.
    pub(super) marks: Vec<Case>,
    /// Limits for the manifest.
    pub(super) least_energy: Option<f32>,
    pub(super) least_open: Option<f32>,
    pub(super) clear_score: Option<f32>,
}

/// Faces of one kind.
#[derive(Debug, Default, Serialize)]
pub(super) struct Case {
    name: String,
    n: usize,
    refused: usize,
    /// How many for each reason.
    reasons: BTreeMap<&'static str, usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    accuracy: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    accuracy_of_rest: Option<f64>,
    #[serde(skip)]
    right: usize,
    #[serde(skip)]
    right_of_rest: usize,
}

impl Case {
    pub(super) fn new(name: &str) -> Self {
        Self { name: name.to_owned(), ..Self::default() }
    }

    /// A face, and whether it was read rightly where that is known.
    pub(super) fn add(&mut self, unclear: Option<Unclear>, right: Option<bool>) {
        self.n += 1;
        if let Some(why) = unclear {
            self.refused += 1;
            *self.reasons.entry(name(why)).or_default() += 1;
        }
        if let Some(right) = right {
            self.right += usize::from(right);
            self.right_of_rest += usize::from(right && unclear.is_none());
            self.accuracy = share(self.right, self.n);
            self.accuracy_of_rest = share(self.right_of_rest, self.n - self.refused);
        }
    }

    fn row(&self) -> Result<(), AppError> {
        let mut reasons: Vec<_> = self.reasons.iter().collect();
        reasons.sort_by(|a, b| b.1.cmp(a.1));
        let reasons: Vec<_> = reasons.into_iter().map(|(why, n)| format!("{why} {n}")).collect();
        let rights = match self.accuracy {
            Some(_) => format!("{}  {}", percent(self.accuracy), percent(self.accuracy_of_rest)),
            None => " ".repeat(16),
        };
        let refused = percent(share(self.refused, self.n));
        let line = format!("{:28}{:>6}  {refused}  {rights}  {}", self.name, self.n, reasons.join(", "));
        print::line(line.trim_end())
    }
}

fn share(some: usize, of: usize) -> Option<f64> {
    (of > 0).then(|| round(some as f64 / of as f64))
}

impl Report {
    pub(super) fn table(&self) -> Result<(), AppError> {
        for (title, cases) in [("named faces, spoiled", &self.faults), ("faces in scenes", &self.marks)] {
            if !cases.is_empty() {
                print::line(&format!("{title:28}{:>6}  refused    right   rest", "n"))?;
                cases.iter().try_for_each(Case::row)?;
            }
        }
        let limits = [
            ("least_energy", self.least_energy),
            ("least_open", self.least_open),
            ("clear_score", self.clear_score),
        ];
        for (limit, value) in limits {
            if let Some(value) = value {
                print::line(&format!("{limit} = {value:.3}"))?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_is_left_is_counted_by_itself() {
        let mut case = Case::new("dark");
        case.add(None, Some(true));
        case.add(Some(Unclear::TooDark), Some(false));
        case.add(Some(Unclear::TooDark), Some(true));
        case.add(None, Some(true));
        let written = serde_json::to_value(&case).unwrap();
        assert_eq!((&written["n"], &written["refused"]), (&json!(4), &json!(2)));
        assert_eq!((&written["accuracy"], &written["accuracy_of_rest"]), (&json!(0.75), &json!(1.0)));
        assert_eq!(written["reasons"], json!({ "too dark": 2 }));
        let mut none_left = Case::new("x");
        none_left.add(Some(Unclear::Blurred), Some(true));
        assert_eq!(none_left.accuracy_of_rest, None);
    }
}
