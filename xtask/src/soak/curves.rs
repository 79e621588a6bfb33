//! Readings as curves, in a picture.

use std::fmt::Write as _;

use super::Reading;

const WIDTH: f64 = 900.0;
const HEIGHT: f64 = 120.0;
const LEFT: f64 = 70.0;
const GAP: f64 = 46.0;

/// A curve: its title, its unit, and where it is read.
type Curve = (&'static str, &'static str, fn(&Reading) -> f64);

const CURVES: [Curve; 6] = [
    ("memory of the app", "MiB", |r| r.memory),
    ("memory of the interface", "MiB", |r| r.drawing_memory),
    ("threads", "", |r| r.threads),
    ("handles", "", |r| r.handles),
    ("processor", "% of one core", |r| r.busy),
    ("events to the window", "a second", |r| r.events),
];

/// An SVG with a curve below another, each from zero.
pub(super) fn draw(readings: &[Reading]) -> String {
    let (width, height) = (LEFT + WIDTH + 30.0, GAP + CURVES.len() as f64 * (HEIGHT + GAP));
    let mut svg = format!(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {width} {height}' font-family='sans-serif' font-size='13'>\n\
         <rect width='100%' height='100%' fill='white'/>\n"
    );
    let hours = readings.last().map_or(1.0, |last| last.hours.max(1e-6));
    for (row, (title, unit, read)) in CURVES.iter().enumerate() {
        let top = GAP + row as f64 * (HEIGHT + GAP);
        let most = readings.iter().map(read).fold(1.0, f64::max) * 1.1;
        let points: Vec<String> = readings
            .iter()
            .map(|r| {
                format!("{:.1},{:.1}", LEFT + r.hours / hours * WIDTH, top + HEIGHT * (1.0 - read(r) / most))
            })
            .collect();
        let base = top + HEIGHT;
        let _ = write!(
            svg,
            "<text x='{LEFT}' y='{}'>{title} ({unit})</text>\n\
             <text x='{}' y='{}' text-anchor='end'>{most:.0}</text><text x='{}' y='{base}' text-anchor='end'>0</text>\n\
             <path d='M{LEFT} {top}V{base}H{}' fill='none' stroke='#999'/>\n\
             <polyline points='{}' fill='none' stroke='#2457a8' stroke-width='1.5'/>\n",
            top - 8.0,
            LEFT - 6.0,
            top + 10.0,
            LEFT - 6.0,
            LEFT + WIDTH,
            points.join(" ")
        );
    }
    let _ = writeln!(svg, "<text x='{LEFT}' y='{}'>{:.0} minutes</text>\n</svg>", height - 8.0, hours * 60.0);
    svg
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_curve_is_drawn_within_the_picture() {
        let readings: Vec<_> = (0..10)
            .map(|n| Reading {
                hours: f64::from(n) / 720.0,
                memory: 150.0,
                events: 3.0,
                ..Reading::default()
            })
            .collect();
        let svg = draw(&readings);
        assert_eq!(svg.matches("<polyline").count(), CURVES.len());
        assert!(!svg.contains("NaN") && !svg.contains("inf"), "{svg}");
        assert!(draw(&[]).ends_with("</svg>\n"));
    }
}
