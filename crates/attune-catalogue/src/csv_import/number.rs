//! Numbers as catalogue files write them.

use std::ops::RangeInclusive;

/// A number that cannot be used. How it is written stands in the table.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Problem {
    NoNumber,
    OutOfRange { low: f64, high: f64 },
}

/// How tables write that a value is missing.
const MISSING: [&str; 9] = ["", "nan", "null", "none", "n/a", "na", "#n/a", "-", NO_VALUE];
/// How databases do.
pub(super) const NO_VALUE: &str = "\\N";

/// A number within a range; none if the field says that it is missing.
pub(super) fn in_range(
    text: &str,
    decimal_comma: bool,
    range: RangeInclusive<f64>,
) -> Result<Option<f64>, Problem> {
    let text = text.trim();
    if MISSING.iter().any(|m| text.eq_ignore_ascii_case(m)) {
        return Ok(None);
    }
    let value = parse(text, decimal_comma).ok_or(Problem::NoNumber)?;
    if range.contains(&value) {
        return Ok(Some(value));
    }
    Err(Problem::OutOfRange { low: *range.start(), high: *range.end() })
}

/// A number; a percent sign behind it is taken off, since a column is in percent or not as a whole.
fn parse(text: &str, decimal_comma: bool) -> Option<f64> {
    let text = text.strip_suffix('%').unwrap_or(text).trim_end();
    let point = || text.replacen(',', ".", 1).parse().ok();
    let value: f64 = if decimal_comma {
        point()?
    } else {
        // In quotation marks a comma separates nothing here either.
        text.parse().ok().or_else(|| has_decimal_comma(text).then(point).flatten())?
    };
    value.is_finite().then_some(value)
}

/// Whether the comma in a number stands before its decimals. One before three digits may stand for thousands, unless only
/// 0 is before it.
fn has_decimal_comma(text: &str) -> bool {
    let Some((whole, part)) = text.split_once(',') else { return false };
    let whole = whole.trim_start_matches(['-', '+']);
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    digits(whole) && digits(part) && (part.len() != 3 || whole == "0")
}

/// The year that a date begins with, from 1000 to 2999.
pub(super) fn year(date: &str) -> Option<i16> {
    let year = date.get(..4)?;
    let whole = date.as_bytes().get(4).is_none_or(|b| !b.is_ascii_digit());
    let year: i16 = year.parse().ok().filter(|_| whole)?;
    (1_000..3_000).contains(&year).then_some(year)
}

/// Milliseconds from `m:ss`, `h:mm:ss`, `PT3M20S`, seconds (under 10,000) or milliseconds.
pub(super) fn duration_ms(text: &str, decimal_comma: bool) -> Option<u32> {
    if text.contains(':') {
        return clock_ms(text);
    }
    if let Some(parts) = text.strip_prefix("PT") {
        return iso_ms(parts);
    }
    let value = parse(text, decimal_comma).filter(|v| *v > 0.0 && *v <= f64::from(u32::MAX))?;
    Some(if value < 10_000.0 { (value * 1_000.0) as u32 } else { value as u32 })
}

fn clock_ms(text: &str) -> Option<u32> {
    let seconds = text.split(':').try_fold(0_u32, |sum, part| {
        let part: u32 = part.trim().parse().ok()?;
        sum.checked_mul(60)?.checked_add(part)
    })?;
    seconds.checked_mul(1_000).filter(|ms| *ms > 0)
}

/// Milliseconds from the time of an ISO 8601 duration, what follows its `PT`: hours, minutes and seconds in whole numbers,
/// the seconds with decimals too.
fn iso_ms(parts: &str) -> Option<u32> {
    let (mut ms, mut digits) = (0.0, String::new());
    for c in parts.chars() {
        let unit = match c {
            'H' => 3_600.0,
            'M' => 60.0,
            'S' => 1.0,
            _ => {
                digits.push(c);
                continue;
            }
        };
        ms += parse(&digits, true)? * unit * 1_000.0;
        digits.clear();
    }
    (digits.is_empty() && ms >= 1.0 && ms <= f64::from(u32::MAX)).then_some(ms as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comma_in_quotation_marks_stands_before_decimals_or_for_thousands() {
        let read = |text| in_range(text, false, -10.0..=1_000_000.0).ok().flatten();
        let all =
            [("0,81", Some(0.81)), ("0,812", Some(0.812)), ("-7,25", Some(-7.25)), ("120,5", Some(120.5))];
        for (text, value) in [&all[..], &[("210,000", None), ("1,2,3", None), (",5", None)]].concat() {
            assert_eq!(read(text), value, "{text}");
        }
    }

    #[test]
    fn years() {
        assert_eq!(year("1982-10-27"), Some(1982));
        assert_eq!(year("2017"), Some(2017));
        for bad in ["", "0000", "82", "19821", "soon", "１９８２"] {
            assert_eq!(year(bad), None, "{bad}");
        }
    }

    #[test]
    fn durations() {
        assert_eq!(duration_ms("379266", false), Some(379_266));
        assert_eq!(duration_ms("215.5", false), Some(215_500));
        assert_eq!(duration_ms("3:35", false), Some(215_000));
        assert_eq!(duration_ms("1:00:00", false), Some(3_600_000));
        assert_eq!(duration_ms("PT3M2.5S", false), Some(182_500));
        assert_eq!(duration_ms("PT1H", false), Some(3_600_000));
        for bad in ["", "0", "-3", "a:b", "PT", "PT3", "PTxS", "PTS", "PT-1S", "999999999:00", "1e99", "0:00"]
        {
            assert_eq!(duration_ms(bad, false), None, "{bad}");
        }
    }

    #[test]
    fn missing_is_no_problem_and_nonsense_is() {
        for missing in ["NaN", "", "NA", "n/a", "null", "\\N", "-"] {
            assert_eq!(in_range(missing, false, 0.0..=1.0), Ok(None), "{missing}");
        }
        assert_eq!(in_range("80 %", false, 0.0..=100.0), Ok(Some(80.0)));
        assert!(in_range("%", false, 0.0..=100.0).is_err());
        assert_eq!(in_range(" 7.7e-05 ", false, 0.0..=1.0), Ok(Some(7.7e-05)));
        assert!(in_range("0,5,1", false, 0.0..=1.0).is_err());
        assert!(in_range("inf", false, 0.0..=1.0).is_err());
    }
}
