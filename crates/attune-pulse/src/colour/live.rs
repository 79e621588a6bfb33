//! The measurement as a session runs it: frames go in, and what is missing comes out in the words of the senses.

use super::steady::Steady;
use super::{Meter, Missing, Reading, patches};
use attune_core::ports::PulseMeter;
use attune_core::{FaceBox, Frame, HeartRate, MeasuredPulse, SenseGap};

/// Measures the pulse of the face in frames, by their times.
#[derive(Default)]
pub struct LiveMeter {
    meter: Meter,
    steady: Steady,
}

impl PulseMeter for LiveMeter {
    fn look(&mut self, frame: &Frame, face: Option<&FaceBox>) -> Result<MeasuredPulse, SenseGap> {
        let patches = face.map_or_else(Vec::new, |face| patches(frame, &self.steady.place(face)));
        measured(self.meter.push(frame.at().0 as f64 / 1e3, &patches))
    }

    fn finish(&mut self) -> Result<MeasuredPulse, SenseGap> {
        measured(self.meter.finish())
    }
}

fn measured(said: Result<Reading, Missing>) -> Result<MeasuredPulse, SenseGap> {
    let Reading { rate, confidence, .. } = said.map_err(Missing::gap)?;
    let rate = HeartRate::new(rate).ok_or(SenseGap::NoClearPulse)?;
    Ok(MeasuredPulse { rate, confidence })
}

impl Missing {
    /// The reason as sessions know it.
    #[must_use]
    pub fn gap(self) -> SenseGap {
        match self {
            Self::Looks { .. } => SenseGap::TooFewPictures,
            Self::Face => SenseGap::NoFace,
            Self::Time { .. } => SenseGap::Measuring,
            Self::Closeness => SenseGap::TooFar,
            Self::Light => SenseGap::MoreLight,
            Self::Shade => SenseGap::LessLight,
            Self::Stillness => SenseGap::HoldStill,
            Self::Clarity => SenseGap::NoClearPulse,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use attune_core::Timestamp;

    const FACE: FaceBox = FaceBox { x: 8.0, y: 8.0, w: 80.0, h: 80.0, score: 1.0 };

    /// What is said after so many seconds at 30 frames a second, each of one colour.
    fn after(seconds: u32, face: Option<&FaceBox>, colour: impl Fn(f64) -> [f64; 3]) -> LiveMeter {
        let mut meter = LiveMeter::default();
        for i in 0..seconds * 30 {
            let time = f64::from(i) / 30.0;
            let rgb = colour(time).map(|c| c.round() as u8).repeat(96 * 96);
            let at = Timestamp((time * 1e3).round() as i64);
            let _ = meter.look(&Frame::new(96, 96, rgb, at).unwrap(), face);
        }
        meter
    }

    #[test]
    fn skin_that_pulses_has_a_rate_and_confidence() {
        let beat = |time: f64| (std::f64::consts::TAU * 1.2 * time).sin();
        let skin = |time| [150.0, 110.0, 90.0].map(|c: f64| c * (1.0 + 0.02 * beat(time)));
        let pulsing = |time: f64| {
            let [r, g, b] = skin(time);
            [r - 2.0 * beat(time), g, b - beat(time)]
        };
        let measured = after(30, Some(&FACE), pulsing).finish().unwrap();
        assert!((measured.rate.per_minute - 72.0).abs() < 1.0, "{measured:?}");
        assert!((0.5..=1.0).contains(&measured.confidence), "{measured:?}");
    }

    #[test]
    fn what_is_missing_is_said() {
        let said = |face, colour: [f64; 3]| after(4, face, |_| colour).finish().unwrap_err();
        assert_eq!(said(None, [150.0, 110.0, 90.0]), SenseGap::NoFace);
        assert_eq!(said(Some(&FACE), [150.0, 110.0, 90.0]), SenseGap::Measuring);
        assert_eq!(said(Some(&FACE), [20.0, 15.0, 12.0]), SenseGap::MoreLight);
        assert_eq!(said(Some(&FACE), [250.0, 240.0, 230.0]), SenseGap::LessLight);
        let far = FaceBox { w: 16.0, h: 16.0, ..FACE };
        assert_eq!(said(Some(&far), [150.0, 110.0, 90.0]), SenseGap::TooFar);
    }
}
