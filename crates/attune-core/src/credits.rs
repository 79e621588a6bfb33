//! Who is behind a credit: two people in "Kira Voss feat. Lund", one band in "Earth, Wind & Fire".
//!
//! Some joints always part people ("feat.", a semicolon). A comma, "&", "x" or "with" may as well belong to a name;
//! whether it does is told by what else is known: a part that stands alone elsewhere is a name of its own, and so is
//! one that is credited first with several others. Names that are known to be whole stay whole (`WHOLE`).

mod joints;
mod known;

use crate::key::key;
use crate::track::fold;
use joints::{Joint, Strength, joints};
use known::{NOBODY, WHOLE};
use std::collections::HashMap;

/// A name of so many parts may stand within a longer credit.
const LONGEST_NAME: usize = 4;
/// A credit with more joints is no list of people.
const MOST_JOINTS: usize = 64;

/// What tells people in a credit apart from a name with a comma in it.
#[derive(Debug, Clone, Default)]
pub struct Credits {
    /// How often a name was credited by itself, or beside "feat." and its like.
    alone: HashMap<u64, u32>,
    /// Who comes second where a name comes first.
    seconds: HashMap<u64, Second>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Second {
    One(u64),
    Several,
}

impl Credits {
    /// What these credits tell of each other.
    #[must_use]
    pub fn of<'a>(credits: impl IntoIterator<Item = &'a str>) -> Self {
        let mut counts: HashMap<&str, u32> = HashMap::new();
        credits.into_iter().for_each(|credit| *counts.entry(credit).or_default() += 1);
        let mut all = Self::default();
        for (credit, count) in counts {
            all.add(credit, count);
        }
        all.alone.shrink_to_fit();
        all.seconds.shrink_to_fit();
        all
    }

    fn add(&mut self, credit: &str, count: u32) {
        for billing in billings(credit) {
            *self.alone.entry(person_key(billing.text)).or_default() += count;
            if let [first, second, ..] = billing.parts()[..] {
                let second = Second::One(person_key(second));
                let known = self.seconds.entry(person_key(first)).or_insert(second);
                if *known != second {
                    *known = Second::Several;
                }
            }
        }
    }

    /// The people of a credit as they are written there, the main one first. Empty where nobody is credited, as for a
    /// compilation by "Various Artists".
    #[must_use]
    pub fn read<'a>(&self, credit: &'a str) -> Vec<&'a str> {
        let mut names: Vec<&str> = Vec::new();
        for billing in billings(credit) {
            for name in self.divide(&billing) {
                if !is_nobody(name) && names.iter().all(|known| person(known) != person(name)) {
                    names.push(name);
                }
            }
        }
        names
    }

    fn divide<'a>(&self, billing: &Billing<'a>) -> Vec<&'a str> {
        let parts = billing.parts();
        if !(2..=MOST_JOINTS).contains(&parts.len()) || is_whole(billing.text) {
            return vec![billing.text];
        }
        let (mut names, mut any_known): (Vec<(&str, bool)>, bool) = (Vec::new(), false);
        let mut at = 0;
        while at < parts.len() {
            let known = (1..=LONGEST_NAME.min(parts.len() - at))
                .rev()
                .find(|n| *n < parts.len() && self.is_name(billing, at, *n));
            let name = billing.span(at, known.unwrap_or(1));
            match names.last_mut() {
                // "The Nights" are of whom they come after, unless either is known.
                Some((before, false)) if known.is_none() && is_backing(name) => {
                    *before = billing.joined(before, name);
                }
                _ => names.push((name, known.is_some())),
            }
            any_known |= known.is_some();
            at += known.unwrap_or(1);
        }
        if any_known { names.into_iter().map(|(name, _)| name).collect() } else { vec![billing.text] }
    }

    /// Whether the `count` parts of a billing from `at` on are a name.
    fn is_name(&self, billing: &Billing<'_>, at: usize, count: usize) -> bool {
        let name = billing.span(at, count);
        if count > 1 {
            let inner = || Billing { text: name, joints: billing.joints_within(name) };
            return is_whole(name) || (self.times(name) > 0 && self.divide(&inner()).len() == 1);
        }
        let one_word = !name.trim().contains(char::is_whitespace);
        if one_word && billing.is_name_like() {
            return self.times(name) > 0 && self.times(name) >= self.times(billing.text);
        }
        let leads = || !one_word && self.seconds.get(&person_key(name)) == Some(&Second::Several);
        self.times(name) > 0 || leads()
    }

    fn times(&self, name: &str) -> u32 {
        self.alone.get(&person_key(name)).copied().unwrap_or_default()
    }
}

/// How a person's name is compared: whatever case and spacing, "and" as "&".
#[must_use]
pub fn person(name: &str) -> String {
    fold(name).replace(" and ", " & ")
}

/// A number for a person's name, the same for all its spellings; not for keeping. Of a million people two share theirs with a
/// probability of less than one in ten million.
#[must_use]
pub fn person_key(name: &str) -> u64 {
    key(person(name).as_str())
}

/// Whether a credit names nobody: it is empty, or says "Various Artists" or "Unknown" in some language.
#[must_use]
pub fn is_nobody(credit: &str) -> bool {
    NOBODY.contains(&fold(credit).as_str())
}

/// Everybody whom a credit may mean first, the longest name first: the whole of it and what stands before each joint.
pub fn leads(credit: &str) -> impl Iterator<Item = &str> {
    let mut ends: Vec<usize> = joints(credit).iter().map(|joint| joint.at.start).collect();
    ends.push(credit.len());
    ends.into_iter().rev().map(|end| tidy(&credit[..end])).filter(|name| !name.is_empty())
}

/// A part of a credit that no certain joint divides.
struct Billing<'a> {
    text: &'a str,
    /// In bytes of `text`.
    joints: Vec<Joint>,
}

impl<'a> Billing<'a> {
    /// The texts between the joints.
    fn parts(&self) -> Vec<&'a str> {
        (0..=self.joints.len()).map(|at| self.span(at, 1)).collect()
    }

    /// From one part to another, with the joints between them.
    fn span(&self, at: usize, count: usize) -> &'a str {
        let start = at.checked_sub(1).map_or(0, |before| self.joints[before].at.end);
        let end = self.joints.get(at + count - 1).map_or(self.text.len(), |after| after.at.start);
        self.text[start..end].trim()
    }

    /// Two spans, the second right after the first, as one.
    fn joined(&self, first: &'a str, second: &'a str) -> &'a str {
        let at = |part: &str| part.as_ptr() as usize - self.text.as_ptr() as usize;
        &self.text[at(first)..at(second) + second.len()]
    }

    fn joints_within(&self, span: &str) -> Vec<Joint> {
        let start = span.as_ptr() as usize - self.text.as_ptr() as usize;
        let inside = |j: &&Joint| j.at.start >= start && j.at.end <= start + span.len();
        let moved = |j: &Joint| Joint { at: j.at.start - start..j.at.end - start, strength: j.strength };
        self.joints.iter().filter(inside).map(moved).collect()
    }

    /// Whether it looks like a band's name: "Earth, Wind & Fire", "AC/DC".
    fn is_name_like(&self) -> bool {
        self.joints.len() > 1 || self.joints.iter().any(|joint| joint.strength == Strength::Tight)
    }
}

/// The parts of a credit that certain joints divide.
fn billings(credit: &str) -> Vec<Billing<'_>> {
    let (mut all, mut start) = (Vec::new(), 0);
    let mut inner: Vec<Joint> = Vec::new();
    let joints = joints(credit);
    let ends = joints.iter().map(Some).chain([None]);
    for joint in ends {
        if let Some(joint) = joint.filter(|joint| joint.strength != Strength::Certain) {
            inner.push(joint.clone());
            continue;
        }
        let end = joint.map_or(credit.len(), |joint| joint.at.start);
        let text = tidy(&credit[start..end]);
        let from = text.as_ptr() as usize - credit.as_ptr() as usize;
        let kept = inner.drain(..).filter(|j| j.at.start > from && j.at.end < from + text.len());
        let joints = kept.map(|j| Joint { at: j.at.start - from..j.at.end - from, ..j }).collect();
        if !text.is_empty() {
            all.push(Billing { text, joints });
        }
        start = joint.map_or(credit.len(), |joint| joint.at.end);
    }
    all
}

/// A name without the space around it and without one half of a pair of brackets.
fn tidy(name: &str) -> &str {
    let name = name.trim_matches(|c: char| c.is_whitespace() || c == ',' || c == ';');
    let name = match name.strip_suffix([')', ']']) {
        Some(open) if !open.contains(['(', '[']) => open,
        _ => name,
    };
    match name.strip_prefix(['(', '[']) {
        Some(open) if !open.contains([')', ']']) => open.trim(),
        _ => name.trim(),
    }
}

fn is_whole(name: &str) -> bool {
    WHOLE.binary_search(&person(name).as_str()).is_ok()
}

/// Whether a part is the rest of the name before it: "The Wailers", "His Orchestra", "Jr."
fn is_backing(name: &str) -> bool {
    let folded = fold(name);
    matches!(folded.as_str(), "jr" | "jr." | "sr" | "sr.")
        || ["the ", "his ", "her ", "their "].iter().any(|word| folded.starts_with(word))
}

#[cfg(test)]
mod tests;
