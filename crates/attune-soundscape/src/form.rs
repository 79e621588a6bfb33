//! The form of a piece: which phrases follow one another, how long they are, and how the tension runs.

use crate::harmony::Cadence;
use crate::random::Random;
use serde::{Deserialize, Serialize};

/// What a phrase is in the form. A change of section is where the mode may change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Section {
    /// The accompaniment alone.
    Intro,
    /// The motif is stated.
    Theme,
    /// Something else, from the motif turned upside down.
    Contrast,
    /// Fragments of the motif.
    Development,
    /// The theme again, varied and fuller.
    Return,
    /// The way out.
    Coda,
}

/// One phrase of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Unit {
    pub(crate) section: Section,
    pub(crate) cadence: Cadence,
    /// 4 or 8.
    pub(crate) bars: u8,
    /// How much of the ensemble plays and how strongly, 0 to 1,000.
    pub(crate) intensity: i32,
    /// Whether a new section starts here.
    pub(crate) opens: bool,
}

/// A phrase before its length is known.
type Sketch = (Section, Cadence, i32);

const SHORT: &[Sketch] = &[
    (Section::Intro, Cadence::Half, 250),
    (Section::Theme, Cadence::Half, 450),
    (Section::Theme, Cadence::Full, 600),
    (Section::Contrast, Cadence::Half, 800),
    (Section::Return, Cadence::Full, 900),
    (Section::Coda, Cadence::Full, 250),
];
const MEDIUM: &[Sketch] = &[
    (Section::Intro, Cadence::Half, 250),
    (Section::Theme, Cadence::Half, 450),
    (Section::Theme, Cadence::Full, 600),
    (Section::Contrast, Cadence::Half, 500),
    (Section::Contrast, Cadence::Full, 750),
    (Section::Return, Cadence::Half, 900),
    (Section::Return, Cadence::Full, 1_000),
    (Section::Coda, Cadence::Full, 250),
];
const LONG: &[Sketch] = &[
    (Section::Intro, Cadence::Half, 250),
    (Section::Theme, Cadence::Half, 450),
    (Section::Theme, Cadence::Full, 600),
    (Section::Contrast, Cadence::Half, 600),
    (Section::Contrast, Cadence::Full, 750),
    (Section::Development, Cadence::Half, 550),
    (Section::Return, Cadence::Half, 900),
    (Section::Return, Cadence::Full, 1_000),
    (Section::Coda, Cadence::Full, 250),
];
const LONGEST: &[Sketch] = &[
    (Section::Intro, Cadence::Half, 250),
    (Section::Theme, Cadence::Half, 450),
    (Section::Theme, Cadence::Full, 550),
    (Section::Contrast, Cadence::Half, 600),
    (Section::Contrast, Cadence::Full, 700),
    (Section::Theme, Cadence::Full, 650),
    (Section::Development, Cadence::Half, 450),
    (Section::Development, Cadence::Half, 700),
    (Section::Return, Cadence::Half, 900),
    (Section::Return, Cadence::Full, 1_000),
    (Section::Return, Cadence::Full, 800),
    (Section::Coda, Cadence::Full, 250),
];
const FORMS: [&[Sketch]; 4] = [SHORT, MEDIUM, LONG, LONGEST];

/// Composed lengths that are aimed at, in seconds: what rings on at the end comes on top.
const AIM: std::ops::RangeInclusive<u64> = 94..=138;

/// A form for bars of that many frames.
pub(crate) fn choose(bar_frames: u64, random: &mut Random) -> Vec<Unit> {
    let seconds = |bars: u64| bars * bar_frames / u64::from(crate::FRAME_RATE);
    let all = || FORMS.iter().flat_map(|form| [(*form, 4_u8), (*form, 8)]);
    let fits = |&(form, bars): &(&[Sketch], u8)| AIM.contains(&seconds(total_bars(form, bars)));
    let count = all().filter(fits).count();
    let middle = AIM.start().midpoint(*AIM.end());
    let (form, bars) = all().filter(fits).nth(random.index(count)).unwrap_or_else(|| {
        let off = |&(form, bars): &(&[Sketch], u8)| seconds(total_bars(form, bars)).abs_diff(middle);
        all().min_by_key(off).unwrap_or((MEDIUM, 4))
    });
    units(form, bars)
}

fn units(form: &[Sketch], bars: u8) -> Vec<Unit> {
    let mut before = None;
    let unit = |&(section, cadence, intensity): &Sketch| {
        let opens = before != Some(section);
        before = Some(section);
        Unit { section, cadence, bars: length(section, bars), intensity, opens }
    };
    form.iter().map(unit).collect()
}

fn total_bars(form: &[Sketch], bars: u8) -> u64 {
    form.iter().map(|&(section, ..)| u64::from(length(section, bars))).sum()
}

/// Intro and coda are short.
fn length(section: Section, bars: u8) -> u8 {
    if matches!(section, Section::Intro | Section::Coda) { 4 } else { bars }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_a_form_for_every_tempo_and_metre() {
        for milli_bpm in (50_000..155_000).step_by(500) {
            for beats in [3, 4] {
                let bar = beats * 2_880_000_000 / milli_bpm;
                let form = choose(bar, &mut Random::new(milli_bpm));
                let bars: u64 = form.iter().map(|u| u64::from(u.bars)).sum();
                let seconds = bars * bar / 48_000;
                assert!(AIM.contains(&seconds), "{milli_bpm} {beats} {seconds}");
                assert_eq!(form.last().map(|u| (u.section, u.cadence)), Some((Section::Coda, Cadence::Full)));
            }
        }
    }
}
