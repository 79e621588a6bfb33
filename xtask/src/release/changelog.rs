//! The changelog: a section for each version, and one for what is not released yet.

use std::fs;

use anyhow::{Context, Result, ensure};

use super::Checked;
use crate::repo;

/// A section of the changelog.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Section<'t> {
    /// When it was released, as `2026-11-28`; nothing before that.
    pub(super) date: Option<&'t str>,
    /// What stands below its heading.
    pub(super) text: &'t str,
}

pub(super) fn read() -> Result<String> {
    fs::read_to_string(repo::root().join("CHANGELOG.md")).context("CHANGELOG.md")
}

/// The section of that name: a version, or `Unreleased`.
pub(super) fn section<'t>(changelog: &'t str, name: &str) -> Option<Section<'t>> {
    let heading = format!("## [{name}]");
    let start = changelog.match_indices(&heading).find(|(at, _)| changelog[..*at].ends_with('\n'))?.0;
    let (line, rest) = changelog[start + heading.len()..].split_once('\n').unwrap_or_default();
    let date = line.trim().trim_start_matches(['-', '–']).trim();
    // The next section, or the links at the end.
    let end = ["\n## ", "\n["].iter().filter_map(|mark| rest.find(mark)).min().unwrap_or(rest.len());
    Some(Section { date: (!date.is_empty()).then_some(date), text: rest[..end].trim() })
}

/// The version must have a section with a date and something in it; where it is released now, nothing may be left over.
pub(super) fn check(version: &str, released_now: bool) -> Result<Checked> {
    let changelog = read()?;
    let found = section(&changelog, version).with_context(|| format!("there is no section for {version}"))?;
    let date = found.date.with_context(|| format!("the section for {version} has no date"))?;
    ensure!(is_date(date), "{date:?} is no date such as 2026-11-28");
    ensure!(!found.text.is_empty(), "the section for {version} is empty");
    let open = section(&changelog, "Unreleased").map_or(0, |open| entries(open.text));
    ensure!(!released_now || open == 0, "{open} entries stand under Unreleased");
    Ok(Checked::Fine(format!("{version} of {date}; {open} entries not released yet")))
}

fn entries(text: &str) -> usize {
    text.lines().filter(|line| line.starts_with("- ")).count()
}

fn is_date(text: &str) -> bool {
    let parts: Vec<_> = text.split('-').map(|part| (part.len(), part.parse::<u32>().is_ok())).collect();
    parts == [(4, true), (2, true), (2, true)]
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "# Changelog\n\n## [Unreleased]\n\n### Added\n\n- One.\n- Two,\n  longer.\n\n\
        ## [0.2.0] – 2026-12-24\n\n- Three.\n\n## [0.1.0] – 2026-11-28\n\nFirst.\n\n[Unreleased]: https://example.org\n";

    #[test]
    fn sections_end_where_the_next_begins_or_the_links_do() {
        assert_eq!(section(TEXT, "0.2.0"), Some(Section { date: Some("2026-12-24"), text: "- Three." }));
        assert_eq!(section(TEXT, "0.1.0"), Some(Section { date: Some("2026-11-28"), text: "First." }));
        let open = section(TEXT, "Unreleased").unwrap();
        assert_eq!((open.date, entries(open.text)), (None, 2));
        assert_eq!(section(TEXT, "0.3.0"), None);
    }

    #[test]
    fn only_days_are_dates() {
        assert!(is_date("2026-11-28"));
        assert!(["", "28.11.2026", "2026-11", "2026-11-28-1", "today"].iter().all(|text| !is_date(text)));
    }
}
