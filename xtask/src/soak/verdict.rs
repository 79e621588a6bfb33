//! Whether readings stay within their limits.

use super::Reading;

/// MiB an hour by which memory may grow after warming up.
const GROWTH: f64 = 2.0;
/// Threads and handles may differ by this from their median; passing work begins and ends some.
const AROUND: f64 = 2.0;
/// The share of readings that may lie further off: a scan, a download, a look at the disk.
const PASSING: f64 = 0.02;
/// By how much processor time may grow from the first third to the last: a factor, and % of one core.
const BUSIER: (f64, f64) = (1.25, 2.0);
/// Events a second of each of the few kinds; several kinds may come at once.
const EVENTS: f64 = 5.0;
/// Minutes of warming up, at most.
const WARM: f64 = 10.0;

/// A limit, and what was found.
struct Line {
    name: &'static str,
    found: String,
    holds: bool,
}

/// Prints a line a limit; whether all hold.
pub(super) fn judge(readings: &[Reading], minutes: u64) -> bool {
    let warm = (minutes as f64 / 3.0).min(WARM) / 60.0;
    let settled: Vec<Reading> = readings.iter().copied().filter(|r| r.hours >= warm).collect();
    let lines = lines(&settled);
    println!("\nafter {:.0} minutes of warming up, {} readings", warm * 60.0, settled.len());
    for line in &lines {
        println!("  {} {:<34} {}", if line.holds { "ok  " } else { "OVER" }, line.name, line.found);
    }
    !settled.is_empty() && lines.iter().all(|line| line.holds)
}

fn lines(settled: &[Reading]) -> Vec<Line> {
    let of = |pick: fn(&Reading) -> f64| settled.iter().map(pick).collect::<Vec<_>>();
    let hours = of(|r| r.hours);
    vec![
        growth("memory of the app", &hours, &of(|r| r.memory)),
        growth("memory of the interface", &hours, &of(|r| r.drawing_memory)),
        steady("threads", &of(|r| r.threads)),
        steady("handles", &of(|r| r.handles)),
        flat("processor", &of(|r| r.busy)),
        few("events to the window", &of(|r| r.events)),
    ]
}

/// The straight line through the readings may rise by so much; the doubt about it counts in its favour, since minutes say
/// little about hours.
fn growth(name: &'static str, hours: &[f64], mib: &[f64]) -> Line {
    let (slope, doubt) = slope(hours, mib);
    let found = format!("{slope:+.1} ± {:.1} MiB an hour (at most {GROWTH})", 2.0 * doubt);
    Line { name, found, holds: slope - 2.0 * doubt <= GROWTH }
}

fn steady(name: &'static str, values: &[f64]) -> Line {
    let middle = median(values);
    let off = values.iter().filter(|value| (*value - middle).abs() > AROUND).count();
    let (least, most) = range(values);
    let found = format!("{middle:.0}, from {least:.0} to {most:.0} (± {AROUND} but for passing work)");
    Line { name, found, holds: off as f64 <= PASSING * values.len() as f64 }
}

fn flat(name: &'static str, values: &[f64]) -> Line {
    let third = values.len() / 3;
    let (first, last) = (mean(&values[..third]), mean(&values[values.len() - third..]));
    let found = format!("{first:.1} % of one core in the first third, {last:.1} % in the last");
    Line { name, found, holds: last <= first * BUSIER.0 + BUSIER.1 }
}

fn few(name: &'static str, values: &[f64]) -> Line {
    let (mean, most) = (mean(values), range(values).1);
    Line {
        name,
        found: format!("{mean:.1} a second, at most {most:.1} (limit {EVENTS})"),
        holds: mean <= EVENTS,
    }
}

/// The slope of the straight line by least squares, and its standard error.
fn slope(x: &[f64], y: &[f64]) -> (f64, f64) {
    let (mx, my) = (mean(x), mean(y));
    let spread: f64 = x.iter().map(|x| (x - mx).powi(2)).sum();
    if x.len() < 3 || spread == 0.0 {
        return (0.0, f64::INFINITY);
    }
    let slope = x.iter().zip(y).map(|(x, y)| (x - mx) * (y - my)).sum::<f64>() / spread;
    let rest: f64 = x.iter().zip(y).map(|(x, y)| (y - my - slope * (x - mx)).powi(2)).sum();
    (slope, (rest / (x.len() - 2) as f64 / spread).sqrt())
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len().max(1) as f64
}

fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or_default()
}

fn range(values: &[f64]) -> (f64, f64) {
    values.iter().fold((f64::INFINITY, 0.0), |(least, most), value| (least.min(*value), value.max(most)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Half an hour of readings; `leak` in MiB an hour.
    fn readings(leak: f64) -> Vec<Reading> {
        (0..360)
            .map(|n| {
                let hours = f64::from(n) / 720.0;
                let noise = f64::from(n * 7 % 13) / 13.0;
                Reading {
                    hours,
                    memory: 150.0 + leak * hours + noise,
                    drawing_memory: 200.0 + noise,
                    threads: 30.0 + f64::from(n % 2),
                    handles: 90.0,
                    busy: 12.0 + noise,
                    events: 2.0,
                }
            })
            .collect()
    }

    #[test]
    fn what_is_steady_holds_and_a_leak_does_not() {
        assert!(judge(&readings(0.0), 30));
        assert!(!judge(&readings(20.0), 30));
        assert!(!judge(&[], 30), "nothing was seen");
    }

    #[test]
    fn each_limit_can_break() {
        let with = |change: fn(&mut Reading)| {
            let mut all = readings(0.0);
            all.iter_mut().skip(200).for_each(change);
            judge(&all, 30)
        };
        assert!(!with(|r| r.threads += 5.0));
        assert!(!with(|r| r.handles += 40.0));
        assert!(!with(|r| r.busy *= 2.0));
        assert!(!with(|r| r.events = 9.0));
        assert!(!with(|r| r.drawing_memory += r.hours * 30.0));
    }
}
