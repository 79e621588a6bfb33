//! Labelled recordings, and what the pipeline says of each as a whole.

use super::music::{Mixed, Music};
use crate::csv;
use attune_app::voice::{hear, samples};
use attune_core::{AffectEstimate, AppError};
use attune_voice::{Emotion, Hearing, Listener, Measures, Tone, Unheard};
use serde::Serialize;
use std::path::{Path, PathBuf};

/// What is known of a recording.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Label {
    pub(super) file: String,
    pub(super) emotion: Emotion,
    pub(super) speaker: String,
}

/// A recording that was heard.
#[derive(Debug)]
pub(super) struct Clip {
    pub(super) label: Label,
    pub(super) outcome: Result<Tone, Unheard>,
    measures: Option<Measures>,
}

/// A clip, as printed with `--each`.
#[derive(Serialize)]
pub(super) struct Line<'a> {
    file: &'a str,
    speaker: &'a str,
    emotion: Emotion,
    scores: Option<[f64; Emotion::COUNT]>,
    high_arousal: Option<f64>,
    estimate: Option<AffectEstimate>,
    unheard: Option<&'static str>,
    measures: Option<Measures>,
}

/// The rows of a table. Fails with `annotations_unreadable` or `annotations_invalid`.
pub(super) fn labels(file: &Path) -> Result<Vec<Label>, AppError> {
    let text = csv::read(file)?;
    let names: [&[&str]; 3] = [&["file"], &["emotion"], &["speaker", "actor"]];
    let places = csv::columns(&text, names).unwrap_or([Some(0), Some(1), Some(2)]);
    let [Some(name), Some(emotion), speaker] = places else {
        let mut rows = csv::rows(&text, file);
        let wrong = |row: csv::Row<'_>| row.wrong("the header has no columns file and emotion");
        return rows.next().map_or(Ok(Vec::new()), |row| Err(wrong(row)));
    };
    let label = |row: csv::Row<'_>| {
        let said = row.text(emotion);
        let emotion =
            Emotion::from_name(said).ok_or_else(|| row.wrong(&format!("\"{said}\" is no emotion")))?;
        let file = Some(row.text(name)).filter(|name| !name.is_empty());
        let file = file.ok_or_else(|| row.wrong("no file is named"))?.to_owned();
        Ok(Label { file, emotion, speaker: speaker.map_or("", |s| row.text(s)).to_owned() })
    };
    csv::rows(&text, file).map(label).collect()
}

impl Clip {
    /// Hears a recording. Fails, with its path, as decoding does and with `voice_model`.
    pub(super) fn hear(
        listener: &mut Listener,
        folder: &Path,
        label: Label,
        music: Option<&mut Music>,
    ) -> Result<Self, (PathBuf, AppError)> {
        let file = folder.join(&label.file);
        let heard = match music {
            Some(music) => over(listener, &file, music),
            None => hear(listener, &file),
        };
        match heard {
            Ok(heard) => {
                let whole = whole(&heard);
                Ok(Self {
                    label,
                    outcome: whole.map_or(Err(Unheard::NoSpeech), |h| h.outcome),
                    measures: whole.and_then(|h| h.measures),
                })
            }
            Err(error) => Err((file, error)),
        }
    }

    pub(super) fn line(&self) -> Line<'_> {
        Line {
            file: &self.label.file,
            speaker: &self.label.speaker,
            emotion: self.label.emotion,
            scores: self.outcome.as_ref().ok().map(|tone| tone.scores),
            high_arousal: self.outcome.as_ref().ok().map(|tone| tone.high_arousal),
            estimate: self.outcome.as_ref().ok().map(|tone| tone.estimate),
            unheard: self.outcome.err().map(Unheard::name),
            measures: self.measures,
        }
    }
}

/// Blocks of sound a second, as a microphone gives them.
const BLOCKS: u32 = 10;

/// Everything heard in a recording with music under it.
fn over(listener: &mut Listener, file: &Path, music: &mut Music) -> Result<Vec<Hearing>, AppError> {
    let (clip, rate) = samples(file)?;
    listener.restart(rate)?;
    let Mixed { heard: sound, played } = music.under(&clip, rate);
    let (mut heard, block) = (Vec::new(), (rate / BLOCKS).max(1) as usize);
    for (sound, played) in sound.chunks(block).zip(played.chunks(block)) {
        heard.extend(if music.subtract {
            listener.push_over(sound, played, rate)?
        } else {
            listener.push(sound)?
        });
    }
    heard.extend(listener.finish()?);
    Ok(heard)
}

/// What counts for a recording: the phrase with most speech that was read, else that with most speech, else the first
/// word about it.
fn whole(heard: &[Hearing]) -> Option<&Hearing> {
    let speech = |h: &Hearing| h.measures.map_or(-1.0, |m| m.speech_s);
    heard
        .iter()
        .rev()
        .max_by(|a, b| a.outcome.is_ok().cmp(&b.outcome.is_ok()).then(speech(a).total_cmp(&speech(b))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use attune_core::ErrorCode;

    fn read(text: &str) -> Result<Vec<Label>, AppError> {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("labels.csv");
        std::fs::write(&file, text).unwrap();
        labels(&file)
    }

    fn label(file: &str, emotion: Emotion, speaker: &str) -> Label {
        Label { file: file.to_owned(), emotion, speaker: speaker.to_owned() }
    }

    #[test]
    fn both_corpora_and_bare_rows_are_understood() {
        let ravdess = "file,seconds,actor,emotion\na.opus,3.3,01,fearful\n";
        assert_eq!(read(ravdess).unwrap(), [label("a.opus", Emotion::Fear, "01")]);
        let nemo = "file,speaker,gender,age,emotion\nb/c.opus,EB0,female,27,anger\n";
        assert_eq!(read(nemo).unwrap(), [label("b/c.opus", Emotion::Anger, "EB0")]);
        assert_eq!(read("a.wav,calm,me\n").unwrap(), [label("a.wav", Emotion::Calm, "me")]);
        assert_eq!(read("file,emotion\na.wav,calm\n").unwrap(), [label("a.wav", Emotion::Calm, "")]);
    }

    #[test]
    fn rows_that_make_no_sense_are_refused_with_their_line() {
        for text in ["file,emotion\na.wav,bored\n", "file,emotion\n,calm\n", "file,feeling\na.wav,calm\n"] {
            let error = read(text).unwrap_err();
            assert_eq!(error.code, ErrorCode::AnnotationsInvalid);
            assert!(error.message.contains("line 2"), "{error}");
        }
    }

    #[test]
    fn the_longest_phrase_that_was_read_counts() {
        let measures = |speech_s| {
            let none =
                Measures { speech_s, ratio_db: 0.0, clipped: 0.0, speech_logit: None, voiced: 0.0, turns: 0 };
            Some(none)
        };
        let failed =
            |speech_s, why| Hearing { end_s: speech_s, measures: measures(speech_s), outcome: Err(why) };
        let quiet = Hearing { end_s: 9.0, measures: None, outcome: Err(Unheard::NoSpeech) };
        let (short, long) = (failed(1.0, Unheard::TooShort), failed(4.0, Unheard::Noisy));
        assert_eq!(whole(&[quiet, short, long, short]).unwrap().outcome, Err(Unheard::Noisy));
        assert!(whole(&[]).is_none());
    }
}
