//! The report as tables, shares in percent with their 95 % intervals.

use super::report::{Calibration, Extremes, Found, Report, Share};
use super::signs::{Question, Sign};
use crate::print;
use attune_core::{AppError, Expression};
use std::collections::BTreeMap;

/// Prints everything.
pub(super) fn print(report: &Report) -> Result<(), AppError> {
    refused(&report.groups)?;
    read_as(&report.groups)?;
    if Sign::ALL.into_iter().any(|sign| report.groups.iter().any(|found| found.with(sign) > 0)) {
        agreement("what believed faces show beyond doubt", &report.groups, |found| &found.believed)?;
        agreement("the same, refused faces among them", &report.groups, |found| &found.all)?;
    }
    extremes(&report.extremes)?;
    calibration(&report.calibration)
}

fn refused(groups: &[Found]) -> Result<(), AppError> {
    head("faces", "       n  refused              why")?;
    groups.iter().try_for_each(|found| {
        let mut reasons: Vec<_> = found.reasons.iter().collect();
        reasons.sort_by(|a, b| b.1.cmp(a.1));
        let reasons: Vec<_> = reasons.into_iter().map(|(why, n)| format!("{why} {n}")).collect();
        row(&found.group, &format!("{:>8}  {:19}  {}", found.faces, shown(found.refused), reasons.join(", ")))
    })
}

fn read_as(groups: &[Found]) -> Result<(), AppError> {
    let names = Expression::ALL.map(|e| format!("{:>10}", e.name())).concat();
    head("believed faces read as", &format!("       n{names}"))?;
    groups.iter().try_for_each(|found| {
        let shares = Expression::ALL.map(|e| {
            let share = found.read_as.get(e.name()).and_then(|share| share.share);
            share.map_or_else(|| format!("{:>10}", "–"), |share| format!("{:>10.1}", 100.0 * share))
        });
        row(&found.group, &format!("{:>8}{}", found.faces - found.refused.hits, shares.concat()))
    })
}

/// A table a question.
fn agreement(
    title: &str,
    groups: &[Found],
    answers: impl Fn(&Found) -> &BTreeMap<&'static str, Share>,
) -> Result<(), AppError> {
    for question in Question::ALL {
        head(&format!("{title}: {}", question.title), "")?;
        for found in groups {
            if let Some(share) = answers(found).get(question.name).filter(|share| share.of > 0) {
                row(&found.group, &format!("{:>8}  {}", share.of, shown(*share)))?;
            }
        }
    }
    Ok(())
}

fn extremes(all: &[Extremes]) -> Result<(), AppError> {
    for found in all {
        head(&format!("worst and best group: {}", found.title), "")?;
        for (group, share) in [&found.worst, &found.best] {
            row(group, &format!("{:>8}  {}", share.of, shown(*share)))?;
        }
        let [difference, low, high] = [found.difference, found.low, found.high].map(|d| 100.0 * d);
        row("  difference", &format!("{:>8}  {difference:+.1} ({low:+.1} to {high:+.1})", ""))?;
    }
    Ok(())
}

fn calibration(all: &[Calibration]) -> Result<(), AppError> {
    let mut before = "";
    for found in all {
        if found.title != before {
            let columns = "       n  without              by 5 others          by own mirrored";
            head(&format!("neutral-face calibration: {}", found.title), columns)?;
            before = found.title;
        }
        let shares =
            [found.without, found.with_others, found.with_mirrored].map(|s| format!("  {:19}", shown(s)));
        row(&found.group, &format!("{:>8}{}", found.without.of, shares.concat()))?;
    }
    Ok(())
}

/// The title in a line of its own, then the columns.
fn head(title: &str, columns: &str) -> Result<(), AppError> {
    print::line("")?;
    print::line(title)?;
    if columns.is_empty() { Ok(()) } else { row("", columns) }
}

fn row(name: &str, cells: &str) -> Result<(), AppError> {
    print::line(format!("{name:20}{cells}").trim_end())
}

/// "97.6 (96.5 to 98.3)".
fn shown(share: Share) -> String {
    match (share.share, share.low, share.high) {
        (Some(share), Some(low), Some(high)) => {
            format!("{:.1} ({:.1} to {:.1})", 100.0 * share, 100.0 * low, 100.0 * high)
        }
        _ => "–".to_owned(),
    }
}
