//! Times as exports write them.

use attune_core::Timestamp;

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/// Numbers above this are milliseconds: as seconds they would lie after the year 5000.
const MOST_SECONDS: i64 = 100_000_000_000;
/// Nothing was scrobbled before 1970, nor is after 2200.
const YEARS: std::ops::RangeInclusive<i64> = 1970..=2200;

/// Seconds or milliseconds since 1970; none for what is neither, and for the zero of clocks that were never set.
pub(crate) fn number(value: i64) -> Option<Timestamp> {
    let milliseconds = if value > MOST_SECONDS { value } else { value.checked_mul(1_000)? };
    (milliseconds > 0 && milliseconds < MOST_SECONDS * 1_000).then_some(Timestamp(milliseconds))
}

/// A time in universal time: a number, `2023-05-01T12:34:56Z` with or without seconds and zone, or `01 May 2023 12:34`.
pub(crate) fn text(text: &str) -> Option<Timestamp> {
    let text = text.trim();
    if let Ok(value) = text.parse::<i64>() {
        return number(value);
    }
    let parts: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric()).flat_map(|part| part.split(['T', 'Z'])).collect();
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let (date, rest) = parts.split_at_checked(3)?;
    let (year, month, day) = match date {
        [day, month, year] if month.parse::<i64>().is_err() => (*year, named(month)?, *day),
        [year, month, day] => (*year, month.parse().ok()?, *day),
        _ => return None,
    };
    let clock: Vec<i64> = rest.iter().map_while(|part| part.parse().ok()).take(3).collect();
    let [hour, minute, second] = [0, 1, 2].map(|i| clock.get(i).copied().unwrap_or(0));
    moment((year.parse().ok()?, month, day.parse().ok()?), (hour, minute, second))
}

fn named(month: &str) -> Option<i64> {
    let short = month.get(..3)?.to_ascii_lowercase();
    (1..).zip(MONTHS).find_map(|(number, name)| (name == short).then_some(number))
}

fn moment((year, month, day): (i64, i64, i64), (hour, minute, second): (i64, i64, i64)) -> Option<Timestamp> {
    let in_range = YEARS.contains(&year)
        && (1..=12).contains(&month)
        && (1..=31).contains(&day)
        && (0..24).contains(&hour)
        && (0..60).contains(&minute)
        && (0..=60).contains(&second);
    // Only what is in range is small enough to be counted with.
    in_range.then(|| {
        let seconds = ((days(year, month, day) * 24 + hour) * 60 + minute) * 60 + second;
        Timestamp(seconds * 1_000)
    })
}

/// Days since 1970 of a day of the Gregorian calendar (H. Hinnant, "chrono-compatible low-level date algorithms", 2014).
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// The day of a moment, as `2023-05-01`; the inverse of [`days`].
pub(crate) fn day(at: Timestamp) -> String {
    let shifted = at.0.div_euclid(86_400_000) + 719_468;
    let (era, of_era) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * of_year + 2) / 153;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    format!("{year:04}-{month:02}-{:02}", of_year - (153 * from_march + 2) / 5 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_exports_write_them() {
        let noon = Some(Timestamp(1_682_944_496_000));
        for written in [
            "2023-05-01T12:34:56Z",
            "2023-05-01 12:34:56",
            "1682944496",
            "1682944496000",
            " 01 May 2023 12:34:56 ",
        ] {
            assert_eq!(text(written), noon, "{written}");
        }
        assert_eq!(text("01 May 2023, 12:34"), Some(Timestamp(1_682_944_440_000)));
        assert_eq!(text("2024-02-29T00:00:00Z"), Some(Timestamp(1_709_164_800_000)));
    }

    #[test]
    fn days_lead_back() {
        for number in (-200_000..200_000).step_by(37) {
            let written = day(Timestamp(number * 86_400_000));
            let parts: Vec<i64> = written.split('-').map(|part| part.parse().unwrap()).collect();
            assert_eq!(days(parts[0], parts[1], parts[2]), number, "{written}");
        }
    }

    #[test]
    fn what_is_no_time_is_none() {
        let (many, huge) = ("9".repeat(18), "2023-05-01 999999999999999999:00");
        let days = [format!("{many}-05-01"), format!("2023-{many}-01"), format!("01 May {many}")];
        let wrong = ["", "0", "-5", "yesterday", "2023-13-01", "01 Mai 1066", "2023-05", &many, huge];
        for written in wrong.into_iter().chain(days.iter().map(String::as_str)) {
            assert_eq!(text(written), None, "{written}");
        }
    }
}
