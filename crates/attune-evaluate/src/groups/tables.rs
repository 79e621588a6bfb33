//! The report as tables, shares in percent with their 95 % intervals. Groups with few faces are left to the JSON, where
//! everything is.

use super::report::{Calibration, Extremes, Found, LEAST, Report, Share};
use super::signs::Question;
use attune_app::print;
use attune_core::{AppError, Expression};
use std::collections::BTreeMap;

/// Prints everything.
pub(super) fn print(report: &Report) -> Result<(), AppError> {
    refused(&report.groups)?;
    read_as(&report.groups)?;
    agreement("believed faces", &report.groups, |found| &found.believed)?;
    agreement("all faces, refused ones among them", &report.groups, |found| &found.all)?;
    extremes(&report.extremes)?;
    calibration(&report.calibration)
}

fn refused(groups: &[Found]) -> Result<(), AppError> {
    head("faces", "       n  refused              why")?;
    large(groups).try_for_each(|found| {
        let mut reasons: Vec<_> = found.reasons.iter().collect();
        reasons.sort_by(|a, b| b.1.cmp(a.1));
        let reasons: Vec<_> = reasons.into_iter().map(|(why, n)| format!("{why} {n}")).collect();
        row(&found.group, &format!("{:>8}  {:19}  {}", found.faces, shown(found.refused), reasons.join(", ")))
    })
}

fn read_as(groups: &[Found]) -> Result<(), AppError> {
    let names = Expression::ALL.map(|e| format!("{:>10}", e.name())).concat();
    head("believed faces read as", &format!("       n{names}"))?;
    large(groups).try_for_each(|found| {
        let shares = Expression::ALL.map(|e| {
            let part = found.read_as.get(e.name()).and_then(|share| share.part);
            part.map_or_else(|| format!("{:>10}", "–"), |part| format!("{:>10.1}", 100.0 * part))
        });
        row(&found.group, &format!("{:>8}{}", found.faces - found.refused.hits, shares.concat()))
    })
}

/// A table a question; none where no face shows what it is asked of.
fn agreement(
    title: &str,
    groups: &[Found],
    answers: impl Fn(&Found) -> &BTreeMap<&'static str, Share>,
) -> Result<(), AppError> {
    for question in Question::ALL {
        let shares = groups.iter().filter_map(|found| Some((found, answers(found).get(question.name)?)));
        let mut shown_here =
            shares.enumerate().filter(|(i, (_, share))| share.of >= if *i == 0 { 1 } else { LEAST });
        let Some(first) = shown_here.next() else { continue };
        head(&format!("{title}: {}", question.title), "")?;
        for (_, (found, share)) in std::iter::once(first).chain(shown_here) {
            row(&found.group, &format!("{:>8}  {}", share.of, shown(*share)))?;
        }
    }
    Ok(())
}

/// Everybody, and the groups with faces enough.
fn large(groups: &[Found]) -> impl Iterator<Item = &Found> {
    groups.iter().enumerate().filter(|(i, found)| *i == 0 || found.faces >= LEAST).map(|(_, found)| found)
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
    match (share.part, share.low, share.high) {
        (Some(part), Some(low), Some(high)) => {
            format!("{:.1} ({:.1} to {:.1})", 100.0 * part, 100.0 * low, 100.0 * high)
        }
        _ => "–".to_owned(),
    }
}
