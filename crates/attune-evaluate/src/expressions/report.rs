//! The measures of the classifier, as printed.

use super::super::{percent, round};
use super::Tally;
use attune_app::print;
use attune_core::{AppError, Expression};
use attune_vision::evaluation::{
    Answer, accuracy, calibration_error, macro_recall, median, recalls, selective_accuracy,
};
use serde::Serialize;
use std::collections::BTreeMap;

/// Equally wide ranges of the top score, for the calibration error.
const BINS: usize = 15;

/// Shares of the pictures for which selective accuracy is given.
const COVERAGES: [f64; 6] = [1.0, 0.9, 0.8, 0.7, 0.6, 0.5];

/// All measures; shares lie in [0, 1] and are null where no picture counts.
#[derive(Debug, Serialize)]
pub(super) struct Report {
    ferplus: FerPlus,
    fer2013: Named,
    selective: Vec<Selective>,
    /// Pictures in which no face was found; only where faces were looked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    missed: Option<usize>,
    ms_median: Option<f64>,
}

/// By the majority protocol.
#[derive(Debug, Serialize)]
struct FerPlus {
    n: usize,
    accuracy: Option<f64>,
    macro_recall: Option<f64>,
    /// Over the faces that were found: where there is none, nothing is claimed.
    ece: Option<f64>,
    /// Recall by expression.
    per_class: BTreeMap<&'static str, Option<f64>>,
}

/// By the FER-2013 name.
#[derive(Debug, Serialize)]
struct Named {
    n: usize,
    accuracy: Option<f64>,
}

/// Accuracy over the surest share of the pictures of the majority protocol.
#[derive(Debug, Serialize)]
struct Selective {
    coverage: f64,
    accuracy: Option<f64>,
}

impl Report {
    pub(super) fn new(tally: &Tally, detect: bool) -> Self {
        let answers: Vec<Answer> = tally.majority.iter().map(|(_, answer)| *answer).collect();
        let rights: Vec<(Expression, bool)> = tally.majority.iter().map(|(e, a)| (*e, a.right())).collect();
        let by_class = recalls(&rights);
        let hits = tally.fer2013.iter().filter(|hit| **hit).count() as f64;
        let named = tally.fer2013.len();
        let selective = |coverage: f64| {
            let accuracy = selective_accuracy(&answers, coverage).map(round);
            Selective { coverage, accuracy }
        };
        Self {
            ferplus: FerPlus {
                n: answers.len(),
                accuracy: accuracy(&answers).map(round),
                macro_recall: macro_recall(&by_class).map(round),
                ece: calibration_error(&tally.seen, BINS).map(round),
                per_class: Expression::ALL
                    .into_iter()
                    .map(|e| (e.name(), by_class[e as usize].map(round)))
                    .collect(),
            },
            fer2013: Named { n: named, accuracy: (named > 0).then(|| round(hits / named as f64)) },
            selective: COVERAGES.map(selective).into(),
            missed: detect.then_some(tally.missed),
            ms_median: median(&tally.milliseconds).map(round),
        }
    }

    pub(super) fn table(&self) -> Result<(), AppError> {
        let f = &self.ferplus;
        row("FER+ majority", f.accuracy, &format!("of {} pictures", f.n))?;
        row("  mean recall of classes", f.macro_recall, "")?;
        row("  calibration error", f.ece, "")?;
        for e in Expression::ALL {
            row(&format!("  recall of {}", e.name()), f.per_class.get(e.name()).copied().flatten(), "")?;
        }
        for s in &self.selective {
            row(&format!("  surest {:.0} %", s.coverage * 100.0), s.accuracy, "")?;
        }
        row("FER-2013 name", self.fer2013.accuracy, &format!("of {} pictures", self.fer2013.n))?;
        if let Some(missed) = self.missed {
            print::line(&format!("{:28}{missed:>5}", "no face found"))?;
        }
        print::line(&format!("{:28}{:5.1} ms", "time, median", self.ms_median.unwrap_or_default()))
    }
}

fn row(name: &str, share: Option<f64>, of: &str) -> Result<(), AppError> {
    print::line(format!("{name:28}{}  {of}", percent(share)).trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn written(tally: &Tally, detect: bool) -> Value {
        serde_json::to_value(Report::new(tally, detect)).unwrap()
    }

    #[test]
    fn an_empty_set_has_a_report() {
        let report = written(&Tally::default(), true);
        assert_eq!(report["ferplus"]["n"], 0);
        assert!(report["ferplus"]["ece"].is_null() && report["ferplus"]["per_class"]["fear"].is_null());
        assert_eq!(report["fer2013"], json!({ "n": 0, "accuracy": null }));
        assert_eq!((&report["missed"], report["selective"].as_array().map(Vec::len)), (&json!(0), Some(6)));
    }

    #[test]
    fn every_measure_has_its_place() {
        let (sad, fear) = (Expression::Sadness, Expression::Fear);
        let right = Answer::new(0.9, true);
        let tally = Tally {
            majority: vec![(sad, right), (sad, Answer::missed()), (sad, right), (fear, right)],
            fer2013: vec![true, false, false],
            seen: vec![right; 3],
            missed: 1,
            milliseconds: vec![3.0, 1.0, 2.0, 9.0],
        };
        let report = written(&tally, false);
        assert!(report.get("missed").is_none());
        let f = &report["ferplus"];
        assert_eq!(
            (f["n"].as_u64(), f["accuracy"].as_f64(), f["ece"].as_f64()),
            (Some(4), Some(0.75), Some(0.1))
        );
        assert_eq!(
            (f["macro_recall"].as_f64(), f["per_class"]["sadness"].as_f64()),
            (Some(0.8333), Some(0.6667))
        );
        assert_eq!(report["fer2013"], json!({ "n": 3, "accuracy": 0.3333 }));
        assert_eq!(report["selective"][5], json!({ "coverage": 0.5, "accuracy": 1.0 }));
        assert_eq!(report["ms_median"], 2.5);
    }
}
