//! What is usual for the listener: the heart rate at rest, learned over days in a few numbers.

use crate::median::{median, median_deviation};

/// Days that are remembered.
const DAYS: usize = 14;

/// Minutes that a day and that all days together must have to count.
const MINUTES_A_DAY: u32 = 10;
const MINUTES: u32 = 30;

/// Rates that are counted, in beats a minute.
const LOWEST: usize = 25;
const HIGHEST: usize = 240;

/// The middle of the quiet tenth of a day's minutes.
const QUIET: f64 = 0.05;

/// The least that a listener's rate is taken to vary by, in beats a minute: sitting up is more.
const LEAST_SPREAD: f64 = 4.0;

/// What is known of one day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Day {
    /// Its number; days that follow each other have numbers that do.
    pub day: i64,
    /// Minutes that were measured.
    pub minutes: u32,
    /// The median of the quietest tenth of its minutes, in beats a minute.
    pub quiet: f64,
    /// How much its minutes vary (standard deviation from the median absolute deviation), in beats a minute.
    pub spread: f64,
}

/// What is usual.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Baseline {
    /// At rest: the median of the days' quiet rates, in beats a minute.
    pub rate: f64,
    /// How much the rate usually varies, in beats a minute, at least 4.
    pub spread: f64,
}

/// Learns what is usual, a minute at a time.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Resting {
    /// Days before the current one, oldest first.
    days: Vec<Day>,
    today: Option<Today>,
}

#[derive(Debug, Clone, PartialEq)]
struct Today {
    day: i64,
    /// Minutes by their rate, from [`LOWEST`] on.
    minutes: Vec<u32>,
}

impl Resting {
    /// From days that were kept; those that cannot be are left out, of many the latest stay.
    #[must_use]
    pub fn from_days(mut days: Vec<Day>) -> Self {
        let possible = LOWEST as f64..=HIGHEST as f64;
        days.retain(|d| {
            possible.contains(&d.quiet) && (0.0..=250.0).contains(&d.spread) && d.minutes >= MINUTES_A_DAY
        });
        days.sort_by_key(|day| day.day);
        days.dedup_by_key(|day| day.day);
        days.drain(..days.len().saturating_sub(DAYS));
        Self { days, today: None }
    }

    /// What is known of each day, oldest first, the current one last: to keep, show and export.
    #[must_use]
    pub fn days(&self) -> Vec<Day> {
        let today = self.today.as_ref().and_then(Today::summary);
        self.days.iter().copied().chain(today).collect()
    }

    /// Takes in the mean rate of a minute without exercise, in beats a minute, on a day. Rates that no heart has, and
    /// minutes of a day that is over, are left out.
    pub fn push(&mut self, day: i64, rate: f64) {
        let latest = self.today.as_ref().map(|t| t.day).or(self.days.last().map(|d| d.day));
        let Some(place) = Today::place(rate).filter(|_| latest.is_none_or(|latest| day >= latest)) else {
            return;
        };
        if self.today.as_ref().is_some_and(|today| today.day != day) {
            *self = Self::from_days(self.days());
        }
        // A day that was begun before the program's last start is counted anew.
        self.days.retain(|known| known.day != day);
        let today = self.today.get_or_insert_with(|| Today { day, minutes: vec![0; HIGHEST - LOWEST + 1] });
        today.minutes[place] = today.minutes[place].saturating_add(1);
    }

    /// What is usual; none before 30 minutes were measured on days of at least 10.
    #[must_use]
    pub fn baseline(&self) -> Option<Baseline> {
        let days = self.days();
        let minutes = days.iter().fold(0_u32, |sum, day| sum.saturating_add(day.minutes));
        if minutes < MINUTES {
            return None;
        }
        let of = |number: fn(&Day) -> f64| median(&days.iter().map(number).collect::<Vec<_>>());
        Some(Baseline { rate: of(|day| day.quiet)?, spread: of(|day| day.spread)?.max(LEAST_SPREAD) })
    }
}

impl Today {
    /// Where a rate is counted; none if it is no rate that a heart has.
    fn place(rate: f64) -> Option<usize> {
        let rate = rate.round();
        (LOWEST as f64..=HIGHEST as f64).contains(&rate).then(|| rate as usize - LOWEST)
    }

    fn summary(&self) -> Option<Day> {
        let rates = || self.minutes.iter().enumerate().map(|(i, count)| ((LOWEST + i) as f64, *count));
        let minutes = self.minutes.iter().fold(0_u32, |sum, count| sum.saturating_add(*count));
        if minutes < MINUTES_A_DAY {
            return None;
        }
        let mut below = 0_u32;
        let quiet = rates().find_map(|(rate, count)| {
            below = below.saturating_add(count);
            (f64::from(below) >= QUIET * f64::from(minutes)).then_some(rate)
        })?;
        // A day has 1,440 minutes.
        let all: Vec<f64> =
            rates().flat_map(|(rate, count)| std::iter::repeat_n(rate, count.min(1_440) as usize)).collect();
        Some(Day { day: self.day, minutes, quiet, spread: 1.4826 * median_deviation(&all)? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A day of minutes at rates.
    fn lived(resting: &mut Resting, day: i64, rates: impl IntoIterator<Item = u32>) {
        rates.into_iter().for_each(|rate| resting.push(day, f64::from(rate)));
    }

    #[test]
    fn the_rate_at_rest_is_the_median_of_quiet_minutes_over_days() {
        let mut resting = Resting::default();
        for (day, quiet) in [(1, 58), (2, 60), (3, 71)] {
            lived(&mut resting, day, (0..100).map(|i| if i < 8 { quiet } else { quiet + 10 + i % 20 }));
        }
        let usual = resting.baseline().unwrap();
        assert!((59.9..60.1).contains(&usual.rate) && (5.0..10.0).contains(&usual.spread), "{usual:?}");
        assert_eq!(Resting::from_days(resting.days()).baseline(), Some(usual), "kept and read again");
    }

    #[test]
    fn little_time_says_nothing() {
        let mut resting = Resting::default();
        lived(&mut resting, 1, [60; 29]);
        assert_eq!(resting.baseline(), None);
        lived(&mut resting, 1, [60]);
        assert_eq!(resting.baseline(), Some(Baseline { rate: 60.0, spread: 4.0 }));
        let mut scattered = Resting::default();
        (0..20).for_each(|day| lived(&mut scattered, day, [60; 9]));
        assert_eq!((scattered.baseline(), scattered.days()), (None, Vec::new()));
    }

    #[test]
    fn two_weeks_are_remembered_and_days_do_not_come_back() {
        let mut resting = Resting::default();
        (0..30).for_each(|day| lived(&mut resting, day, [50 + day as u32; 20]));
        let days = resting.days();
        assert_eq!((days.len(), days[0].day, days[14].day), (15, 15, 29));
        lived(&mut resting, 3, [40; 500]);
        assert_eq!(resting.days(), days);
    }

    #[test]
    fn what_was_kept_damaged_is_left_out() {
        let day = |day, minutes, quiet, spread| Day { day, minutes, quiet, spread };
        let kept = vec![
            day(1, 60, f64::NAN, 5.0),
            day(2, 60, 60.0, f64::INFINITY),
            day(3, 60, 1e9, 5.0),
            day(4, 0, 60.0, 5.0),
            day(6, 60, 61.0, 5.0),
            day(5, 60, 60.0, 5.0),
            day(6, 60, 99.0, 5.0),
        ];
        let days = Resting::from_days(kept).days();
        assert_eq!(days.iter().map(|d| d.day).collect::<Vec<_>>(), [5, 6]);
    }

    proptest! {
        #[test]
        fn whatever_comes_what_is_usual_stays_in_range(
            minutes in prop::collection::vec((0..20_i64, prop_oneof![5 => 40.0..130.0, 1 => any::<f64>()]), 0..400),
        ) {
            let mut resting = Resting::default();
            for (day, rate) in &minutes {
                resting.push(*day, *rate);
            }
            if let Some(usual) = resting.baseline() {
                prop_assert!((25.0..=240.0).contains(&usual.rate) && (4.0..=250.0).contains(&usual.spread));
            }
        }
    }
}
