//! A stream of sound from samples to hearings.

use crate::alignment::{Aligned, Alignment};
use crate::echo::EchoCanceller;
use crate::hearing::{Hearing, Unheard};
use crate::intake::{Intake, WINDOW, Window};
use crate::phrase::{Phrase, Phrases, Scored};
use crate::{RATE, Reader, VoiceError};
use earshot::Detector;

/// Windows without speech after which that is said, and then again: about five seconds.
const QUIET: u64 = 5 * RATE as u64 / WINDOW as u64;

/// Below this share of the power that was heard, what is left when the loudspeaker's sound is taken out is no speech: 12 dB.
const OWN: f32 = 0.06;

/// Listens to one stream of mono sound. Belongs to one thread; holds at most eight seconds of sound.
pub struct Listener {
    reader: Reader,
    intake: Intake,
    detector: Box<Detector>,
    phrases: Phrases,
    /// What a loudspeaker plays meanwhile, if that is known.
    loudspeaker: Option<Loudspeaker>,
    /// Windows so far, and when something was last said.
    windows: u64,
    said: u64,
}

/// The sound of a loudspeaker, when it is heard, and the filter that takes it out.
struct Loudspeaker {
    rate: u32,
    intake: Intake,
    alignment: Alignment,
    canceller: EchoCanceller,
}

impl Loudspeaker {
    fn new(rate: u32) -> Result<Self, VoiceError> {
        let intake = Intake::new(rate)?;
        Ok(Self { rate, intake, alignment: Alignment::default(), canceller: EchoCanceller::default() })
    }

    fn play(&mut self, samples: &[f32]) {
        self.intake.push(samples);
        while let Some(window) = self.intake.window() {
            self.alignment.play(&window.samples);
        }
    }

    /// What is left of a window that is heard, and whether that is nobody's but the loudspeaker's.
    fn take_out(&mut self, heard: &[f32; WINDOW]) -> ([f32; WINDOW], bool) {
        let Some(Aligned { played, is_new }) = self.alignment.hear(heard) else { return (*heard, false) };
        if is_new {
            self.canceller = EchoCanceller::default();
        }
        let left = self.canceller.process(heard, &played).map(|x| x.clamp(-1.0, 1.0));
        let power = |sound: &[f32; WINDOW]| sound.iter().map(|x| x * x).sum::<f32>();
        let (rest, all) = (power(&left), power(heard));
        // A filter that is still learning must not make it worse.
        if rest > all { (*heard, false) } else { (left, rest < OWN * all) }
    }
}

impl Listener {
    /// For sound of `rate` samples a second. Fails with `microphone_format`.
    pub fn new(reader: Reader, rate: u32) -> Result<Self, VoiceError> {
        Ok(Self {
            reader,
            intake: Intake::new(rate)?,
            detector: Detector::default_boxed(),
            phrases: Phrases::default(),
            loudspeaker: None,
            windows: 0,
            said: 0,
        })
    }

    /// Begins anew with sound of that rate, for another device or file. Fails with `microphone_format`.
    pub fn restart(&mut self, rate: u32) -> Result<(), VoiceError> {
        self.intake = Intake::new(rate)?;
        self.detector.reset();
        self.phrases.clear();
        self.loudspeaker = None;
        (self.windows, self.said) = (0, 0);
        Ok(())
    }

    /// Takes samples in [-1, 1] and gives what was heard by their end: one hearing a phrase, and about every five
    /// seconds without one why. Fails with `voice_model`.
    pub fn push(&mut self, samples: &[f32]) -> Result<Vec<Hearing>, VoiceError> {
        let mut heard = Vec::new();
        self.intake.push(samples);
        while let Some(window) = self.intake.window() {
            heard.extend(self.window(window)?);
        }
        Ok(heard)
    }

    /// Like [`Self::push`], with what a loudspeaker was given since the last call, at `rate` samples a second. It is taken
    /// out of what is heard before that is listened to, once it is known how late it is heard, two seconds at most.
    /// Fails with `voice_model` and, for another rate than before, `microphone_format`.
    pub fn push_over(
        &mut self,
        samples: &[f32],
        played: &[f32],
        rate: u32,
    ) -> Result<Vec<Hearing>, VoiceError> {
        let loudspeaker = match self.loudspeaker.take().filter(|known| known.rate == rate) {
            Some(known) => known,
            None => Loudspeaker::new(rate)?,
        };
        self.loudspeaker.insert(loudspeaker).play(played);
        self.push(samples)
    }

    /// The sound is at its end, or the speaker says so: what was being said is read. Without any phrase so far that is
    /// said. Fails with `voice_model`.
    pub fn finish(&mut self) -> Result<Option<Hearing>, VoiceError> {
        match self.phrases.finish() {
            Some(phrase) => self.read(&phrase).map(Some),
            None if self.said == 0 => Ok(Some(self.quiet())),
            None => Ok(None),
        }
    }

    /// Whether somebody is speaking now.
    #[must_use]
    pub fn speaking(&self) -> bool {
        self.phrases.speaking()
    }

    fn window(&mut self, mut window: Window) -> Result<Option<Hearing>, VoiceError> {
        self.windows += 1;
        let mut own = false;
        if let Some(loudspeaker) = &mut self.loudspeaker {
            (window.samples, own) = loudspeaker.take_out(&window.samples);
        }
        let score = self.detector.predict_f32(&window.samples);
        // What is left of music now and then resembles speech, which would join phrases that are none of one person's.
        let score = if own { 0.0 } else { score };
        if let Some(phrase) = self.phrases.push(Scored { window, score }) {
            return self.read(&phrase).map(Some);
        }
        let quiet = !self.phrases.speaking() && self.windows - self.said >= QUIET;
        Ok(quiet.then(|| self.quiet()))
    }

    fn read(&mut self, phrase: &Phrase) -> Result<Hearing, VoiceError> {
        self.said = self.windows;
        let (measures, outcome) = self.reader.read(phrase)?;
        Ok(Hearing { end_s: self.seconds(), measures: Some(measures), outcome })
    }

    fn quiet(&mut self) -> Hearing {
        self.said = self.windows.max(1);
        let why: Unheard = self.reader.without_speech(&self.phrases.held());
        Hearing { end_s: self.seconds(), measures: None, outcome: Err(why) }
    }

    fn seconds(&self) -> f64 {
        self.windows as f64 * WINDOW as f64 / f64::from(RATE)
    }
}

impl std::fmt::Debug for Listener {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Listener").field("speaking", &self.speaking()).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
