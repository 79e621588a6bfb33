//! `attune-cli pulse --camera` and `--pictures`: the pulse from what a camera sees of the skin.

use crate::say;
use attune_app::{compose, print};
use attune_core::ports::{Eyes, FrameSource, PulseMeter, SourceEvent};
use attune_core::{AppError, ErrorCode, Frame, MeasuredPulse, SenseGap, Span, Timestamp};
use clap::Args;
use serde_json::json;
use std::path::PathBuf;
use std::time::Instant;

/// Where the pictures come from.
#[derive(Debug, Args)]
pub(super) struct ByCamera {
    /// Measure the pulse by a camera, for half a minute: the first one, or the one with this number
    #[arg(long, value_name = "N", num_args = 0..=1, default_missing_value = "0", conflicts_with = "pictures",
          required_unless_present = "pictures")]
    camera: Option<usize>,
    /// Measure it on pictures or folders of pictures instead, one after another
    #[arg(long, value_name = "PATH", num_args = 1..)]
    pictures: Vec<PathBuf>,
    /// Milliseconds from one of the pictures to the next
    #[arg(long, value_name = "MS", default_value_t = 40, value_parser = clap::value_parser!(i64).range(1..=1_000))]
    step: i64,
    /// Stop after this many seconds
    #[arg(long, value_name = "N", default_value_t = 30, value_parser = clap::value_parser!(i64).range(1..=600))]
    seconds: i64,
}

impl ByCamera {
    /// Prints how it goes once a second, and the last word at the end. Fails with the codes of cameras, pictures and models.
    pub(super) fn run(self, json: bool) -> Result<(), AppError> {
        // The networks first: without them no camera is switched on.
        let mut eyes = compose::open_eyes(None)?;
        let mut source = self.open()?;
        let mut meter = compose::pulse_meter();
        let began = Instant::now();
        let clock = move || Timestamp(began.elapsed().as_millis() as i64);
        let (mut first, mut told, mut last) = (None, None, Timestamp(0));
        loop {
            let frame = match source.next_event(&clock) {
                SourceEvent::Frame(frame) => frame,
                SourceEvent::Skipped(error) => {
                    eprintln!("{}", say::error(&error));
                    continue;
                }
                SourceEvent::Ended(Some(error)) => return Err(error),
                SourceEvent::Ended(None) => break,
            };
            last = frame.at();
            let start = *first.get_or_insert(last);
            if last - start >= Span::seconds(self.seconds) {
                break;
            }
            let said = look(&mut *eyes, &mut *meter, &frame)?;
            if told.is_none_or(|told| last - told >= Span::seconds(1)) {
                told = Some(last);
                say(last - start, said, false, json)?;
            }
        }
        say(last - first.unwrap_or(last), meter.finish(), true, json)
    }

    fn open(&self) -> Result<Box<dyn FrameSource>, AppError> {
        let Some(number) = self.camera else {
            return compose::pictures(&self.pictures, Timestamp(0), Span(self.step));
        };
        if number == 0 {
            return compose::open_camera(None);
        }
        let cameras = compose::cameras()?;
        let camera = cameras.get(number).ok_or_else(|| {
            let message = format!("There is no camera {number}; {} found.", cameras.len());
            AppError::new(ErrorCode::CameraNone, message)
        })?;
        compose::open_camera(Some(&camera.id))
    }
}

fn look(
    eyes: &mut dyn Eyes,
    meter: &mut dyn PulseMeter,
    frame: &Frame,
) -> Result<Result<MeasuredPulse, SenseGap>, AppError> {
    eyes.look(frame)?;
    Ok(meter.look(frame, eyes.face().as_ref()))
}

fn say(time: Span, said: Result<MeasuredPulse, SenseGap>, over: bool, as_json: bool) -> Result<(), AppError> {
    let seconds = (time.as_seconds() * 10.0).round() / 10.0;
    let round = |x: f64| (x * 100.0).round() / 100.0;
    if as_json {
        let (rate, sure) =
            (said.ok().map(|m| round(m.rate.per_minute)), said.ok().map(|m| round(m.confidence)));
        return print::json(&json!({
            "seconds": seconds, "rate": rate, "confidence": sure, "missing": said.err().map(words), "over": over,
        }));
    }
    let found = match said {
        Ok(m) => {
            let (rate, sure) = (format!("{:3.0}", m.rate.per_minute), format!("{:.2}", m.confidence));
            say::pulse_sure(&rate, &sure)
        }
        Err(gap) => format!("  – {}", say::gap(gap).unwrap_or_else(|| words(gap))),
    };
    print::line(&format!("{seconds:5.1} s  {found}"))
}

/// What is missing, in a word or two.
fn words(gap: SenseGap) -> &'static str {
    match gap {
        SenseGap::NoFace => "no face in view, or several",
        SenseGap::Measuring => "measuring",
        SenseGap::TooFar => "too far away",
        SenseGap::MoreLight => "more light",
        SenseGap::LessLight => "less light on the face",
        SenseGap::HoldStill => "hold still",
        SenseGap::TooFewPictures => "too few pictures a second",
        _ => "no clear pulse",
    }
}
