//! `attune-cli pulse`: heart rate straps by Bluetooth, and the pulse by camera.

mod camera;

use crate::say;
use attune_app::print;
use attune_app::straps::{
    Bluetooth, Contact, Follower, Found, Measurement, Next, Radio as _, RadioError, Strap, StrapEvent,
    Variability, follow,
};
use attune_core::AppError;
use camera::ByCamera;
use clap::{Args, Subcommand};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// A strap, or the camera.
#[derive(Debug, Args)]
#[command(subcommand_negates_reqs = true)]
pub(crate) struct Pulse {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    camera: ByCamera,
    /// Print JSON lines
    #[arg(long, global = true)]
    json: bool,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// List the straps nearby, the strongest first
    Scan {
        /// How long to listen
        #[arg(long, default_value_t = 8, value_parser = clap::value_parser!(u64).range(1..=120))]
        seconds: u64,
    },
    /// Connect to a strap and print what it measures
    Watch(Watch),
}

/// Which strap, and for how long.
#[derive(Debug, Args)]
struct Watch {
    /// The strap's address, as `scan` prints it; the strongest by default
    #[arg(long)]
    address: Option<String>,
    /// The strap's name, where its address changes
    #[arg(long)]
    name: Option<String>,
    /// Stop after this many seconds
    #[arg(long)]
    seconds: Option<u64>,
}

impl Pulse {
    /// Fails with `bluetooth_unavailable` where there is no Bluetooth, with other codes of Bluetooth, and as
    /// [`ByCamera::run`] does.
    pub(crate) fn run(self) -> Result<(), AppError> {
        let Some(command) = self.command else { return self.camera.run(self.json) };
        let mut bluetooth = Bluetooth::open()?;
        match command {
            Command::Scan { seconds } => scan(&mut bluetooth, Duration::from_secs(seconds), self.json),
            Command::Watch(watch) => watch.run(&mut bluetooth, self.json),
        }
    }
}

fn scan(bluetooth: &mut Bluetooth, time: Duration, json: bool) -> Result<(), AppError> {
    let found = bluetooth.scan(time, &|_| false)?;
    if found.is_empty() {
        eprintln!("{}", say::strap_not_found());
    }
    found.iter().try_for_each(|Found { strap, signal }| {
        if json {
            return print::json(&json!({ "address": strap.address, "name": strap.name, "signal": signal }));
        }
        let signal = signal.map_or_else(say::strap_is_connected, |dbm| format!("{dbm} dBm"));
        print::line(&format!("{}  {signal:>9}  {}", strap.address, strap.name.as_deref().unwrap_or("–")))
    })
}

impl Watch {
    fn run(self, bluetooth: &mut Bluetooth, json: bool) -> Result<(), AppError> {
        let strap = match (self.address, self.name) {
            (None, None) => strongest(bluetooth)?,
            (address, name) => Strap { address: address.unwrap_or_default(), name },
        };
        let now = Instant::now();
        let ends = self.seconds.map(|seconds| now + Duration::from_secs(seconds));
        let mut printer =
            Printer { json, started: now, ends, variability: Variability::default(), failed: None };
        follow(bluetooth, &strap, &mut printer);
        printer.failed.map_or(Ok(()), Err)
    }
}

/// The strap nearby that is received best. Fails with `strap_none` if there is none.
fn strongest(bluetooth: &mut Bluetooth) -> Result<Strap, AppError> {
    let found = bluetooth.scan(Duration::from_secs(8), &|found| !found.is_empty())?;
    Ok(found.into_iter().next().ok_or(RadioError::NotFound)?.strap)
}

/// Prints what happens until its time is over.
struct Printer {
    json: bool,
    started: Instant,
    ends: Option<Instant>,
    variability: Variability,
    /// Why nothing can be printed any more.
    failed: Option<AppError>,
}

impl Printer {
    fn next(&self) -> Next {
        let is_over = self.ends.is_some_and(|ends| Instant::now() >= ends);
        if is_over || self.failed.is_some() { Next::Stop } else { Next::GoOn }
    }

    fn print(&mut self, line: &Value, words: &str) {
        let done = if self.json { print::json(line) } else { print::line(words) };
        self.failed = done.err();
    }

    fn measured(&mut self, told: &Measurement) {
        self.variability.push(self.started.elapsed().as_secs_f64(), told);
        let ln_rmssd = self.variability.ln_rmssd().ok();
        let contact = match told.contact {
            Contact::Unknown => None,
            Contact::Lost => Some(false),
            Contact::Good => Some(true),
        };
        let line = json!({
            "rate": told.usable(), "contact": contact, "energy": told.energy, "intervals": told.intervals, "lnRmssd": ln_rmssd,
        });
        let rate = told.usable().map_or_else(|| "  –".into(), |rate| format!("{rate:3.0}"));
        let rate = say::pulse_rate(&rate);
        let lost =
            if contact == Some(false) { format!("  {}", say::skin_not_touched()) } else { String::new() };
        let even = ln_rmssd.map_or_else(String::new, |ln| format!("  ln RMSSD {ln:.2}"));
        self.print(&line, &format!("{rate}{even}{lost}"));
    }
}

impl Follower for Printer {
    fn hear(&mut self, event: StrapEvent) -> Next {
        match event {
            StrapEvent::Searching => self.print(&json!({ "state": "searching" }), &say::strap_searching()),
            StrapEvent::Connected { strap, battery } => {
                let name = strap.name.as_deref().unwrap_or(&strap.address);
                let words = match battery {
                    Some(percent) => say::strap_connected_battery(name, percent),
                    None => say::strap_connected(name),
                };
                let line = json!({ "state": "connected", "address": strap.address, "name": strap.name, "battery": battery });
                self.print(&line, &words);
            }
            StrapEvent::Measured(told) => self.measured(&told),
            StrapEvent::Unreadable => eprintln!("{}", say::strap_unreadable()),
            StrapEvent::Waiting { reason, wait } => {
                let line =
                    json!({ "state": "waiting", "reason": reason.to_string(), "seconds": wait.as_secs() });
                self.print(&line, &say::strap_waiting(&say::radio(&reason), wait.as_secs()));
            }
        }
        self.next()
    }

    fn wait(&mut self, time: Duration) -> Next {
        let left = self.ends.map_or(time, |ends| time.min(ends.saturating_duration_since(Instant::now())));
        std::thread::sleep(left);
        self.next()
    }
}
