//! Model files that are none, that name other files, and that answer with what is no number, for every network.

use super::onnx::{Numbers, network};
use attune_audio::AffectModel;
use attune_audio::features::Columns;
use attune_core::{ErrorCode, FaceBox, Frame, Timestamp};
use attune_models::manifest::{CLASSIFIER, DETECTOR, Entry};
use attune_models::{Models, Runtime, runtime};
use attune_vision::{OrtExpressionClassifier, OrtFaceDetector};
use attune_voice::ToneModel;
use std::collections::BTreeSet;
use std::path::Path;

/// The side of the frame that is looked at: as large as the detector reduces frames to, so that its outputs' shapes are known.
const SIDE: u32 = 320;

/// A network of ours: its input, its outputs for one question, and how it is opened and asked.
struct Reader {
    id: &'static str,
    input: (&'static str, &'static [i64]),
    outputs: Vec<(&'static str, Vec<i64>)>,
    ask: fn(&Entry, &[u8], &Runtime) -> Result<(), ErrorCode>,
}

fn frame() -> Frame {
    Frame::new(SIDE, SIDE, vec![128; (SIDE * SIDE * 3) as usize], Timestamp(0)).unwrap()
}

fn detect(entry: &Entry, model: &[u8], runtime: &Runtime) -> Result<(), ErrorCode> {
    let mut detector = OrtFaceDetector::new(entry, model, runtime).map_err(|e| e.code())?;
    detector.find(&frame()).map(drop).map_err(|e| e.code())
}

fn classify(entry: &Entry, model: &[u8], runtime: &Runtime) -> Result<(), ErrorCode> {
    let mut classifier = OrtExpressionClassifier::new(entry, model, runtime).map_err(|e| e.code())?;
    let face = FaceBox { x: 100.0, y: 100.0, w: 90.0, h: 110.0, score: 0.9 };
    classifier.read(&frame(), &face).map(drop).map_err(|e| e.code())
}

fn hear_music(entry: &Entry, model: &[u8], runtime: &Runtime) -> Result<(), ErrorCode> {
    let mut model = AffectModel::new(entry, model, runtime).map_err(|e| e.code())?;
    model.read(&[0.0; Columns::INPUTS]).map(drop).map_err(|e| e.code())
}

/// Opening it asks it once.
fn hear_voice(entry: &Entry, model: &[u8], runtime: &Runtime) -> Result<(), ErrorCode> {
    ToneModel::new(entry, model, runtime).map(drop).map_err(|e| e.code())
}

#[expect(clippy::cast_possible_wrap, reason = "some dozens")]
const AUDIO_INPUTS: i64 = Columns::INPUTS as i64;

fn readers() -> Vec<Reader> {
    let cells = [("8", 40), ("16", 20), ("32", 10)];
    let names = [("score_8", "box_8"), ("score_16", "box_16"), ("score_32", "box_32")];
    let detector = names.iter().zip(cells).flat_map(|((score, edges), (_, side))| {
        [(*score, vec![1, 1, side, side]), (*edges, vec![1, 4, side, side])]
    });
    vec![
        Reader { id: DETECTOR, input: ("image", &[-1, 3, -1, -1]), outputs: detector.collect(), ask: detect },
        Reader {
            id: CLASSIFIER,
            input: ("face", &[-1, 1, 48, 48]),
            outputs: vec![("expression_logits", vec![1, 8]), ("open_logit", vec![1, 1])],
            ask: classify,
        },
        Reader {
            id: "audio-affect",
            input: ("features", &[-1, AUDIO_INPUTS]),
            outputs: vec![("affect", vec![1, 4])],
            ask: hear_music,
        },
        Reader {
            id: "voice-tone",
            input: ("features", &[-1, -1, 43]),
            outputs: vec![
                ("emotion_logits", vec![1, 8]),
                ("arousal_logit", vec![1, 1]),
                ("speech_logit", vec![1, 1]),
            ],
            ask: hear_voice,
        },
    ]
}

impl Reader {
    /// The network that answers with `numbers` at `odd` and with halves elsewhere.
    fn answering(&self, odd: &str, numbers: Numbers<'_>) -> Vec<u8> {
        let outputs: Vec<_> = self
            .outputs
            .iter()
            .map(|(name, shape)| {
                (*name, shape.clone(), if *name == odd { numbers } else { Numbers::All(0.5) })
            })
            .collect();
        network(self.input, &outputs)
    }

    /// Opens and asks it. Fails the test where anything else than one of the models' codes comes back.
    fn refusal(&self, what: &str, model: &[u8], about: &(Runtime, Models)) -> Result<(), ErrorCode> {
        let entry = about.1.manifest().entry(self.id).unwrap();
        let answer = (self.ask)(entry, model, &about.0);
        if let Err(code) = answer {
            let expected = [
                ErrorCode::ModelFailed,
                ErrorCode::ModelShape,
                ErrorCode::ModelOutput,
                ErrorCode::AudioModel,
                ErrorCode::VoiceModel,
            ];
            assert!(expected.contains(&code), "{} with {what}: {code:?}", self.id);
        }
        answer
    }
}

/// ONNX Runtime and the models; none, and a line that says so, where this checkout has no library.
fn about() -> Option<(Runtime, Models)> {
    match runtime::find(None) {
        Ok(path) => {
            let models = Models::open(&attune_tests::root().join("models")).unwrap();
            Some((Runtime::load(&path).unwrap(), models))
        }
        Err(why) => {
            println!("skipped: {why}");
            None
        }
    }
}

#[test]
fn what_is_no_model_is_refused_by_every_network() {
    let Some(about) = about() else { return };
    let ids = |all: &mut dyn Iterator<Item = &str>| all.map(str::to_owned).collect::<BTreeSet<_>>();
    let shipped = ids(&mut about.1.manifest().models.iter().map(|entry| entry.id.as_str()));
    assert_eq!(ids(&mut readers().iter().map(|reader| reader.id)), shipped, "each network is tried");
    for reader in readers() {
        let entry = about.1.manifest().entry(reader.id).unwrap();
        let whole = about.1.verified(entry).unwrap();
        reader.refusal("what ships", &whole, &about).unwrap();
        let page = "<!DOCTYPE html><html><body>404: this file has moved</body></html>";
        let zeros = vec![0; 100_000];
        for (what, model) in [
            ("nothing", &[][..]),
            ("a page", page.as_bytes()),
            ("zeros", &zeros[..]),
            ("half of it", &whole[..whole.len() / 2]),
            ("all but its end", &whole[..whole.len() - 1]),
        ] {
            assert!(reader.refusal(what, model, &about).is_err(), "{} with {what}", reader.id);
        }
    }
}

#[test]
fn an_answer_that_is_no_number_is_an_error_in_every_output() {
    let Some(about) = about() else { return };
    for reader in readers() {
        let good = reader.answering("", Numbers::All(0.5));
        assert_eq!(reader.refusal("halves", &good, &about), Ok(()), "{}", reader.id);
        for (output, _) in &reader.outputs {
            for value in [f32::NAN, f32::INFINITY, f32::NEG_INFINITY] {
                let model = reader.answering(output, Numbers::All(value));
                let what = format!("{value} as {output}");
                // A score of minus infinity is below every threshold, an edge of it a box without a size.
                let may_be_nobody = reader.id == DETECTOR && value == f32::NEG_INFINITY;
                let answer = reader.refusal(&what, &model, &about);
                assert!(answer.is_err() || may_be_nobody, "{} with {what}", reader.id);
            }
        }
    }
}

#[test]
fn numbers_in_another_file_are_not_read() {
    let Some(about) = about() else { return };
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("numbers");
    // Enough for every output: a network that read it would answer.
    std::fs::write(&file, 0.5_f32.to_le_bytes().repeat(40 * 40 * 4)).unwrap();
    let here = std::env::current_dir().unwrap();
    let up = "../".repeat(here.components().count());
    let around = format!("{up}{}", file.strip_prefix("/").unwrap_or(&file).display());
    assert!(Path::new(&around).is_file(), "{around}");
    for reader in readers() {
        for place in [around.as_str(), &file.display().to_string(), "numbers", "../numbers"] {
            let model = reader.answering(reader.outputs[0].0, Numbers::In(place));
            assert!(reader.refusal(place, &model, &about).is_err(), "{} read {place}", reader.id);
        }
    }
}
