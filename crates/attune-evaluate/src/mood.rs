//! `attune-cli evaluate mood`: how well the mood is told, on made-up listeners whose mood is known.

use super::round;
use attune_app::print;
use attune_core::{AppError, ErrorCode};
use attune_simulator::mood::{Measured, SenseAnswers, Summary, compare, compare_measured};
use clap::Args;
use serde::Serialize;

/// Compare ways of estimating the mood on made-up listeners
///
/// Each listener is watched for four hours. The error is the mean distance on the plane (2 wide) between the mood
/// told and the real one. A change of mind is a move of what steers the music by more than 0.3 on either axis; it is
/// false when the mood did not really change in the ten minutes before. The delay is the time until what steers the
/// music is nearer to the new mood than to the old one, ten minutes at most. The vote's window and the smoothing's
/// time constant are those with the least error on other listeners. In the lines that say "measured" the senses answer
/// as they did in their own evaluations, and the heart follows arousal as the tracker believes, among other things.
#[derive(Debug, Args)]
pub(crate) struct MoodTelling {
    /// How many listeners
    #[arg(long, default_value_t = 45, value_parser = clap::value_parser!(u64).range(1..=10_000))]
    listeners: u64,
    /// The same seed gives the same listeners
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Print one JSON line instead of a table
    #[arg(long)]
    json: bool,
}

/// Everything, as printed.
#[derive(Serialize)]
struct Report {
    listeners: u64,
    seed: u64,
    methods: Vec<Summary>,
}

impl MoodTelling {
    pub(super) fn run(self) -> Result<(), AppError> {
        let answers = SenseAnswers::shipped()
            .map_err(|e| AppError::new(ErrorCode::AnnotationsInvalid, e.to_string()))?;
        let mut methods = compare(self.seed, self.listeners);
        methods.extend(compare_measured(self.seed, self.listeners, answers));
        if self.json {
            let methods = methods.into_iter().map(rounded).collect();
            return print::json(&Report { listeners: self.listeners, seed: self.seed, methods });
        }
        print::line(&format!("{:32} {:>15} {:>17} {:>12}", "", "error", "false changes/h", "delay, s"))?;
        methods.iter().try_for_each(|s| {
            let (m, e) = (&s.mean, &s.standard_error);
            print::line(&format!(
                "{:32} {:>7.3} ± {:.3} {:>9.2} ± {:>5.2} {:>6.0} ± {:>3.0}",
                s.method, m.error, e.error, m.false_changes, e.false_changes, m.delay, e.delay
            ))
        })
    }
}

fn rounded(summary: Summary) -> Summary {
    let each = |m: Measured| Measured {
        error: round(m.error),
        false_changes: round(m.false_changes),
        delay: round(m.delay),
    };
    Summary { mean: each(summary.mean), standard_error: each(summary.standard_error), ..summary }
}
