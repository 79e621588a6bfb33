//! One file of mean colours over time.
//!
//! A table with a row a look, separated by commas, semicolons, tabs or blanks: red, green and blue of one patch after
//! the other, and perhaps a time in front. Lines that begin with `#` are remarks; `fps=15` in one of them, or before
//! them the caller, says how many looks a second there are where no column does. A first row of names is understood
//! where the names end with a channel (`t_s,forehead_r,forehead_g,forehead_b`); other columns are then left out.

use attune_pulse::colour::{Colour, Patch};
use std::{fmt, io};

/// A patch of a picture that does not say how many pixels it has: enough.
const PIXELS: u32 = 10_000;

/// Steps of time at least this long can only be milliseconds: seconds would be too slow for any pulse.
const MILLISECONDS: f64 = 2.0;

/// Why nothing can be measured on a file.
#[derive(Debug)]
pub(super) enum Problem {
    /// The system does not give it.
    Unreadable(io::Error),
    /// It is empty but for remarks.
    NoRows,
    /// No row has a colour.
    NoColours,
    /// As many columns are no colours.
    Columns(usize),
    /// Columns have names, but none of colours.
    Unnamed,
    /// It says neither when looks were nor how many there are a second.
    Untimed,
}

impl fmt::Display for Problem {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(error) => write!(to, "it cannot be read ({error})"),
            Self::NoRows => to.write_str("it holds no rows"),
            Self::NoColours => to.write_str("it holds no colours"),
            Self::Columns(count) => {
                write!(to, "{count} columns are no red, green and blue of patches, with or without a time")
            }
            Self::Unnamed => to.write_str("no columns are named red, green and blue"),
            Self::Untimed => to.write_str("it says neither times nor looks a second; give --fps"),
        }
    }
}

/// What a file says.
#[derive(Debug, PartialEq)]
pub(super) struct Trace {
    /// Seconds of each look.
    pub(super) times: Vec<f64>,
    /// The patches of each look, always as many.
    pub(super) looks: Vec<Vec<Patch>>,
}

/// What the columns hold.
struct Columns {
    time: Option<Time>,
    /// Where red, green and blue of each patch are.
    patches: Vec<[usize; 3]>,
}

/// A column that says when a look was.
#[derive(Clone, Copy)]
struct Time {
    column: usize,
    unit: Unit,
}

/// The unit of times.
#[derive(Clone, Copy, PartialEq)]
enum Unit {
    /// The name does not say.
    NotStated,
    Seconds,
    Milliseconds,
}

/// Reads a file's text; `fps` is how many looks a second there are where it does not say.
pub(super) fn read(text: &str, fps: Option<f64>) -> Result<Trace, Problem> {
    let text = text.trim_start_matches('\u{feff}');
    let fps = text.lines().find_map(said_fps).or(fps);
    let mut rows =
        text.lines().filter(|line| !line.trim().is_empty() && !line.trim_start().starts_with('#')).peekable();
    let first = fields(rows.peek().ok_or(Problem::NoRows)?);
    let is_header = first.iter().all(|field| field.parse::<f64>().is_err());
    let columns = if is_header { named(&first) } else { counted(first.len()) }?;
    let rows: Vec<Vec<f64>> = rows.skip(usize::from(is_header)).map(numbers).collect();
    let times = times(&rows, &columns, fps)?;
    let scale = if is_unit_scale(&rows, &columns) { 255.0 } else { 1.0 };
    let (times, looks): (Vec<f64>, Vec<Vec<Patch>>) = times
        .into_iter()
        .zip(&rows)
        .filter(|(time, _)| time.is_finite())
        .map(|(time, row)| (time, columns.patches.iter().map(|places| patch(row, places, scale)).collect()))
        .unzip();
    if looks.iter().flatten().any(Patch::is_seen) {
        Ok(Trace { times, looks })
    } else {
        Err(Problem::NoColours)
    }
}

/// What a remark says of the looks a second.
fn said_fps(line: &str) -> Option<f64> {
    let remark = line.trim_start().strip_prefix('#')?.to_ascii_lowercase();
    let after = remark.split_once("fps")?.1.trim_start_matches([' ', '=', ':']);
    let end = after.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(after.len());
    after[..end].trim_end_matches('.').parse().ok().filter(|fps| *fps > 0.0)
}

fn fields(line: &str) -> Vec<String> {
    let separator = [',', ';', '\t'].into_iter().find(|c| line.contains(*c));
    let parts: Vec<&str> = match separator {
        Some(separator) => line.split(separator).collect(),
        None => line.split_whitespace().collect(),
    };
    parts.into_iter().map(|part| part.trim().trim_matches('"').to_owned()).collect()
}

/// The numbers of a row; not a number where there is none.
fn numbers(line: &str) -> Vec<f64> {
    fields(line).iter().map(|field| field.parse().unwrap_or(f64::NAN)).collect()
}

/// Columns by their number: threes of colours, and one before them may be the time.
fn counted(count: usize) -> Result<Columns, Problem> {
    let before = count % 3;
    if before > 1 || count < 3 {
        return Err(Problem::Columns(count));
    }
    let time = (before == 1).then_some(Time { column: 0, unit: Unit::NotStated });
    let patches = (0..count / 3).map(|i| [0, 1, 2].map(|c| before + 3 * i + c)).collect();
    Ok(Columns { time, patches })
}

/// Columns by their names.
fn named(names: &[String]) -> Result<Columns, Problem> {
    let names: Vec<String> = names.iter().map(|name| name.to_ascii_lowercase()).collect();
    let time =
        names.iter().enumerate().find_map(|(column, name)| Some(Time { column, unit: unit_of(name)? }));
    let mut labels: Vec<&str> =
        names.iter().filter_map(|name| channel(name)).map(|(label, _)| label).collect();
    let mut known = std::collections::HashSet::new();
    labels.retain(|label| known.insert(*label));
    let place =
        |label: &str, wanted: usize| names.iter().position(|name| channel(name) == Some((label, wanted)));
    let patches: Vec<[usize; 3]> =
        labels.iter().filter_map(|l| Some([place(l, 0)?, place(l, 1)?, place(l, 2)?])).collect();
    if patches.is_empty() {
        return Err(Problem::Unnamed);
    }
    Ok(Columns { time, patches })
}

/// The unit of a column of times by that name; none if it is no such column.
fn unit_of(name: &str) -> Option<Unit> {
    match name {
        "t" | "time" | "timestamp" => Some(Unit::NotStated),
        "s" | "sec" | "seconds" | "t_s" | "time_s" | "timestamp_s" => Some(Unit::Seconds),
        "ms" | "t_ms" | "time_ms" | "timestamp_ms" | "milliseconds" => Some(Unit::Milliseconds),
        _ => None,
    }
}

/// The patch and the channel (0 to 2) that a column's name means.
fn channel(name: &str) -> Option<(&str, usize)> {
    const NAMES: [(&str, usize); 6] = [("red", 0), ("green", 1), ("blue", 2), ("r", 0), ("g", 1), ("b", 2)];
    let breaks = |c: char| !c.is_alphanumeric();
    NAMES.iter().find_map(|(word, channel)| {
        let behind = name.strip_suffix(word).filter(|rest| rest.is_empty() || rest.ends_with(breaks));
        let before =
            || name.strip_prefix(word).filter(|rest| rest.starts_with(|c| breaks(c) || c.is_numeric()));
        Some((behind.or_else(before)?.trim_matches(breaks), *channel))
    })
}

/// When each look was, in seconds; not a number where a row does not say.
fn times(rows: &[Vec<f64>], columns: &Columns, fps: Option<f64>) -> Result<Vec<f64>, Problem> {
    let counted = |fps: f64| (0..rows.len()).map(|i| i as f64 / fps).collect();
    let Some(time) = columns.time else {
        return fps.map(counted).ok_or(Problem::Untimed);
    };
    let said: Vec<f64> = rows.iter().map(|row| row.get(time.column).copied().unwrap_or(f64::NAN)).collect();
    let mut steps: Vec<f64> = said.windows(2).map(|w| w[1] - w[0]).filter(|step| step.is_finite()).collect();
    steps.sort_by(f64::total_cmp);
    let step = steps.get(steps.len() / 2).copied().unwrap_or_default();
    if time.unit == Unit::NotStated && (step - 1.0).abs() < 1e-9 {
        // They number the looks.
        return fps.map(counted).ok_or(Problem::Untimed);
    }
    let is_seconds = time.unit == Unit::Seconds || (time.unit == Unit::NotStated && step < MILLISECONDS);
    Ok(said.into_iter().map(|t| if is_seconds { t } else { t / 1e3 }).collect())
}

fn colour(row: &[f64], places: &[usize; 3]) -> Colour {
    places.map(|place| row.get(place).copied().unwrap_or(f64::NAN))
}

/// Whether colours go from 0 to 1 and not to 255.
fn is_unit_scale(rows: &[Vec<f64>], columns: &Columns) -> bool {
    let mut values =
        rows.iter().flat_map(|row| columns.patches.iter().flat_map(|places| colour(row, places)));
    values.all(|value| value.is_nan() || value <= 1.0)
}

fn patch(row: &[f64], places: &[usize; 3], scale: f64) -> Patch {
    Patch { colour: colour(row, places).map(|c| c * scale), pixels: PIXELS }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The times and the colours of a text's looks.
    fn looks(text: &str) -> Vec<(f64, Vec<Colour>)> {
        let trace = read(text, None).unwrap();
        let colours = trace.looks.iter().map(|look| look.iter().map(|patch| patch.colour).collect());
        trace.times.iter().copied().zip(colours).collect()
    }

    #[test]
    fn rows_of_one_patch_with_looks_a_second_in_a_remark() {
        let text = "\u{feff}# fps=20.0 mean R,G,B per frame\n10,20,30\n\n40,50,60\n";
        assert_eq!(looks(text), [(0.0, vec![[10.0, 20.0, 30.0]]), (0.05, vec![[40.0, 50.0, 60.0]])]);
    }

    #[test]
    fn a_time_may_stand_in_front() {
        let expected = [(0.0, vec![[10.0, 20.0, 30.0]]), (0.04, vec![[40.0, 50.0, 60.0]])];
        assert_eq!(looks("0,10,20,30\n0.04,40,50,60"), expected);
        assert_eq!(looks("0;10;20;30\n40;40;50;60"), expected, "milliseconds");
        assert_eq!(looks("# fps: 25\n0 10 20 30\n1 40 50 60"), expected, "numbers of looks");
    }

    #[test]
    fn names_say_which_column_is_which() {
        let text =
            "frame,t_s,note,chin_b,chin_g,chin_r,R1,G1,B1\n0,0.5,x,30,20,10,1,2,3\n1,0.6,,60,,40,4,5\n";
        let found = looks(text);
        assert_eq!(found[0], (0.5, vec![[10.0, 20.0, 30.0], [1.0, 2.0, 3.0]]));
        assert!(found[1].1[0][1].is_nan() && found[1].1[1][2].is_nan(), "{found:?}");
        assert_eq!(looks("time,red,green,blue\n0,9,8,7")[0].1, [[9.0, 8.0, 7.0]]);
    }

    #[test]
    fn colours_up_to_one_are_scaled() {
        assert_eq!(looks("# fps=30\n1,0.5,0.2")[0].1, [[255.0, 127.5, 51.0]]);
    }

    #[test]
    fn what_is_wrong_is_said() {
        for (text, said) in [
            ("", "no rows"),
            ("# fps=30\n", "no rows"),
            ("1,2,3\n", "--fps"),
            ("0,1,2,3\n1,1,2,3\n2,1,2,3\n", "--fps"),
            ("1,2\n", "2 columns"),
            ("1,2,3,4,5\n", "5 columns"),
            ("time,level\n1,2\n", "red, green and blue"),
            ("# fps=30\nnan,x,\n", "no colours"),
            ("# fps=30\n1,x,\n", "no colours"),
            ("t_s,r,g,b\n", "no colours"),
        ] {
            let problem = read(text, None).unwrap_err().to_string();
            assert!(problem.contains(said), "{text:?}: {problem}");
        }
        assert!(read("1,2,3\n", Some(30.0)).is_ok());
    }
}
