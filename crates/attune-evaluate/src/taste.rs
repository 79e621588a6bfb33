//! `attune-cli evaluate taste`: how well simulated listeners are served, by each way of choosing music.

use super::round;
use attune_app::print;
use attune_core::taste::Prior;
use attune_core::{AppError, ErrorCode};
use attune_simulator::taste::{
    Brought, Comparison, Kind, Outcome, SelfKnowledge, Setup, brought, compare, limits, quick,
};
use clap::Args;

/// Serve simulated listeners with a hidden taste, and compare ways of choosing music
///
/// Each listener goes through the same days with each way of choosing, among the starter catalogue and made-up
/// tracks. What counts is the probability that a track is heard to its end after the first hundred plays, the mean
/// over listeners with its standard error.
#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub(crate) struct Taste {
    /// How many listeners
    #[arg(long, default_value_t = 40, value_parser = clap::value_parser!(u16).range(1..=2_000))]
    listeners: u16,
    /// How many plays each
    #[arg(long, default_value_t = 300, value_parser = clap::value_parser!(u16).range(2..=5_000))]
    plays: u16,
    /// How many made-up tracks besides the starter catalogue
    #[arg(long, default_value_t = 1_600, value_parser = clap::value_parser!(u32).range(0..=100_000))]
    made_up: u32,
    /// The same seed gives the same listeners
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Listeners to whom genre words have kin and of whom a skip tells more, in place of those first written
    #[arg(long)]
    related: bool,
    /// How well listeners know themselves: the correlation, 0 to 1, of what they say of their taste with their taste
    #[arg(long, default_value_t = SelfKnowledge::default().0, value_parser = correlation)]
    self_knowledge: f64,
    /// Show what knowing more would be worth, in place of the comparison
    #[arg(long, conflicts_with = "quick")]
    limits: bool,
    /// Show only mood match, ours with nothing stated and with preferences stated, and the oracle, in half the time
    #[arg(long)]
    quick: bool,
    /// Show what a history of so many plays elsewhere is worth, the listener's own and somebody else's
    #[arg(long, value_name = "PLAYS", conflicts_with_all = ["quick", "limits"], value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    history: Option<u32>,
    /// Print one JSON line instead of a table
    #[arg(long)]
    json: bool,
}

impl Taste {
    pub(crate) fn run(self) -> Result<(), AppError> {
        let setup = Setup {
            seed: self.seed,
            listeners: usize::from(self.listeners),
            plays: usize::from(self.plays),
            catalogue: attune_app::compose::starter_tracks(),
            made_up: self.made_up as usize,
            kind: if self.related { Kind::Related } else { Kind::Unrelated },
            prior: Prior::default(),
            self_knowledge: SelfKnowledge(self.self_knowledge),
        };
        if self.limits || self.quick {
            let all = if self.limits { limits(&setup) } else { quick(&setup) };
            return if self.json { print::json(&all) } else { outcomes(&all) };
        }
        if let Some(plays) = self.history {
            let done = brought(&setup, plays as usize);
            return if self.json { print::json(&done) } else { with_history(&done) };
        }
        let done = compare(&setup);
        if self.json { print::json(&done) } else { table(&done) }
    }
}

fn correlation(text: &str) -> Result<f64, AppError> {
    let number = text.parse().ok().filter(|x| (0.0..=1.0).contains(x));
    number.ok_or_else(|| AppError::new(ErrorCode::CorrelationUnreadable, "Give a number from 0 to 1."))
}

fn table(c: &Comparison) -> Result<(), AppError> {
    print::line(&format!("{} listeners, {} tracks, seed {}", c.listeners, c.tracks, c.seed))?;
    print::line(&format!("heard to the end, plays {} to {}, and by fifty plays:", c.counted.0, c.counted.1))?;
    outcomes(&c.outcomes)?;
    let line = |what: &str, (d, se): (f64, f64)| print::line(&format!("{what} {d:+.3} ± {se:.3}"));
    line("ours less mood match", c.over_mood_match)?;
    line("ours less neural", c.over_neural)?;
    line("ours, stated, less mood match", c.stated_over_mood_match)?;
    line("ours, stated, less ours", c.stated_over_ours)?;
    print::line(&format!("ours as a share of the oracle {:.3}", round(c.of_oracle)))?;
    print::line(&format!("ours, stated, as a share of the oracle {:.3}", round(c.stated_of_oracle)))?;
    print::line("what the log of an adventurous listener's plays says about other positions of the slider:")?;
    c.off_policy.iter().try_for_each(|e| {
        print::line(&format!(
            "  {:.2}: {:.3} ± {:.3}, in truth {:.3} (worth {:.0} plays, coverage {:.2})",
            e.surprise, e.estimate, e.standard_error, e.truth, e.effective_plays, e.coverage
        ))
    })
}

fn with_history(b: &Brought) -> Result<(), AppError> {
    print::line(&format!("{} listeners, {} plays elsewhere, seed {}", b.listeners, b.history, b.seed))?;
    print::line(&format!("heard to the end, plays {} to {}, and by fifty plays:", b.counted.0, b.counted.1))?;
    outcomes(&b.outcomes)?;
    let line = |what: &str, (d, se): (f64, f64)| print::line(&format!("{what} {d:+.3} ± {se:.3}"));
    line("ours with the history less ours", b.over_ours)?;
    line("ours with play counts and ratings less ours", b.rated_over_ours)?;
    line("ours with the history and ratings less ours with it", b.rated_over_history)?;
    line("ours with another's counts and ratings less ours", b.rated_wrong_over_ours)?;
    line("ours with another's history less ours", b.wrong_over_ours)?;
    line("ours with another's history less ours, last fifty plays", b.wrong_at_last)?;
    print::line(&format!("ours with the history as a share of the oracle {:.3}", round(b.of_oracle)))?;
    print::line(&format!(
        "ours with the history, stated, as a share of the oracle {:.3}",
        round(b.stated_of_oracle)
    ))
}

fn outcomes(all: &[Outcome]) -> Result<(), AppError> {
    all.iter().try_for_each(|o| {
        let parts: Vec<String> = o.by_fifty.iter().map(|p| format!("{p:.2}")).collect();
        let parts = parts.join(" ");
        print::line(&format!("  {:21} {:.3} ± {:.3}   {parts}", o.name, o.completion, o.standard_error))
    })
}
