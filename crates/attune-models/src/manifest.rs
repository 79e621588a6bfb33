//! `manifest.toml`: which model files there are, what they must contain and how to feed them.

use super::ModelError;
use attune_core::Expression;
use serde::Deserialize;
use std::fs;
use std::path::Path;

/// The manifest's format that this program reads.
pub const VERSION: u32 = 1;

/// The greatest length of an axis of an input.
const MAX_LENGTH: i64 = 4_096;

/// The id of the face detector's entry.
pub const DETECTOR: &str = "face-detector";

/// The id of the expression classifier's entry.
pub const CLASSIFIER: &str = "expression";

/// All models of an installation.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Manifest {
    /// The format, [`VERSION`].
    pub version: u32,
    /// The models; ids are unique.
    #[serde(rename = "model")]
    pub models: Vec<Entry>,
    /// What the models' answers must reach to be believed.
    pub guard: Option<GuardSpec>,
}

/// Limits for the models' answers. They belong to the very files they were measured with.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct GuardSpec {
    /// See [`Limits::clear_score`].
    pub clear_score: f32,
    /// See [`Limits::least_energy`].
    pub least_energy: f32,
    /// See [`Limits::least_open`].
    pub least_open: f32,
    /// The SHA-256 of the models with which the limits were measured.
    pub measured_with: Vec<String>,
}

/// What the face models' answers must reach to be believed, in numbers that belong to the models.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Limits {
    /// The least detector's score, in [0, 1], of a face that is seen whole and from the front.
    pub clear_score: f32,
    /// The least energy of the classifier's logits for what it was taught.
    pub least_energy: f32,
    /// The least logit of the classifier's head that tells open faces from covered ones.
    pub least_open: f32,
}

/// Everything passes.
impl Default for Limits {
    fn default() -> Self {
        Self { clear_score: 0.0, least_energy: f32::NEG_INFINITY, least_open: f32::NEG_INFINITY }
    }
}

/// One model file.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Entry {
    /// The name by which the program asks for it.
    pub id: String,
    /// The file beside the manifest; a bare name.
    pub file: String,
    /// SHA-256 of the file, 64 lower-case hexadecimal digits.
    pub sha256: String,
    /// Length of the file in bytes.
    pub bytes: u64,
    /// The training run that made it.
    pub revision: String,
    /// Under which terms the weights may be used.
    pub licence: String,
    /// What the network takes.
    pub input: Input,
    /// How a detector's answers are read.
    pub detector: Option<DetectorSpec>,
    /// How a classifier's answers are read.
    pub classifier: Option<ClassifierSpec>,
    /// How a classifier's input is cut out of a frame.
    pub crop: Option<CropSpec>,
    /// How the answers of a model of voices are read.
    pub tone: Option<ToneSpec>,
}

/// A network's only input.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Input {
    /// The tensor's name.
    pub name: String,
    /// Its shape; -1 stands for any length.
    pub shape: Vec<i64>,
    /// The order of its axes.
    pub layout: String,
    /// What its channels mean: `rgb` or `grey`.
    pub channels: String,
    /// The least and greatest sample.
    pub range: [f32; 2],
}

/// How a detector's answers are read.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
pub struct DetectorSpec {
    /// The length in pixels to which a frame's longer side is scaled; a multiple of 32.
    pub long_side: u32,
    /// The least score of a face, in (0, 1).
    pub score_threshold: f32,
    /// The overlap (intersection over union, in (0, 1)) above which the less sure of two boxes goes.
    pub nms_iou: f32,
}

/// How a classifier's answers are read.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct ClassifierSpec {
    /// The expressions in the order of the outputs.
    pub labels: Vec<String>,
    /// What the logits are divided by before the softmax, above 0.
    pub temperature: f32,
}

/// The square that a classifier sees, from the detector's box.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
pub struct CropSpec {
    /// The square's side as a multiple of the box's longer side, in [0.5, 2].
    pub scale: f64,
    /// How far the square's centre lies below the box's, as a share of the square's side, in [-0.5, 0.5].
    pub dy: f64,
}

/// How the answers of a model of voices are read; fitted on speakers that were left out of training.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct ToneSpec {
    /// The emotions in the order of the outputs; whoever reads them checks that they are its own.
    pub labels: Vec<String>,
    /// What the logits of the emotions are divided by before the softmax, above 0.
    pub temperature: f32,
    /// What the combined log odds of high arousal are multiplied by, above 0.
    pub arousal_scale: f32,
    /// What the deviation of valence between emotions is multiplied by, at least 1.
    pub valence_spread: f32,
    /// The least logit of the speech output that is believed.
    pub least_speech: f32,
}

impl Manifest {
    /// Reads and checks the file.
    pub fn read(path: &Path) -> Result<Self, ModelError> {
        let text = fs::read_to_string(path).map_err(|e| invalid(format!("{}: {e}", path.display())))?;
        Self::parse(&text)
    }

    /// Reads and checks the text of a manifest.
    pub fn parse(text: &str) -> Result<Self, ModelError> {
        let manifest: Self = toml::from_str(text).map_err(|e| invalid(e.message().to_owned()))?;
        if manifest.version != VERSION {
            return Err(invalid(format!("version {} instead of {VERSION}", manifest.version)));
        }
        for (i, entry) in manifest.models.iter().enumerate() {
            entry.check().map_err(|why| invalid(format!("{}: {why}", entry.id)))?;
            if manifest.models[..i].iter().any(|other| other.id == entry.id) {
                return Err(invalid(format!("{} stands in it twice", entry.id)));
            }
        }
        if manifest.guard.as_ref().is_some_and(|g| {
            !(0.0..1.0).contains(&g.clear_score) || g.least_energy.is_nan() || g.least_open.is_nan()
        }) {
            return Err(invalid(
                "guard: clear_score must lie in [0, 1), least_energy and least_open be numbers".to_owned(),
            ));
        }
        Ok(manifest)
    }

    /// The limits for the models' answers. Without any, or where a model is another than the one they were measured
    /// with, everything passes: a limit that does not fit would make every face unclear.
    #[must_use]
    pub fn limits(&self) -> Limits {
        let fits = |g: &&GuardSpec| {
            let of = |id: &str| self.models.iter().find(|e| e.id == id).map(|e| &e.sha256);
            [DETECTOR, CLASSIFIER]
                .into_iter()
                .all(|id| of(id).is_some_and(|sha| g.measured_with.contains(sha)))
        };
        self.guard.as_ref().filter(fits).map_or_else(Limits::default, |g| Limits {
            clear_score: g.clear_score,
            least_energy: g.least_energy,
            least_open: g.least_open,
        })
    }

    /// The entry with that id.
    pub fn entry(&self, id: &str) -> Result<&Entry, ModelError> {
        self.models.iter().find(|e| e.id == id).ok_or_else(|| invalid(format!("no model {id}")))
    }
}

impl Entry {
    fn check(&self) -> Result<(), String> {
        let outside = |c: char| matches!(c, '/' | '\\' | ':') || c.is_control();
        let bare = !self.file.is_empty() && !self.file.contains(outside) && !self.file.starts_with('.');
        ensure(bare, "the file must be a bare name")?;
        let hex = |c: char| c.is_ascii_digit() || ('a'..='f').contains(&c);
        ensure(self.sha256.len() == 64 && self.sha256.chars().all(hex), "the SHA-256 is malformed")?;
        if self.input.layout == "NC" {
            // A row of numbers that are no picture, for an adapter that checks what they mean.
            return ensure(self.input.shape.len() == 2, "the shape does not fit the layout");
        }
        if self.input.layout == "NTC" {
            // Frames of numbers over time, of which the adapter checks what they mean.
            ensure(self.input.shape.len() == 3, "the shape does not fit the layout")?;
            return self.tone.as_ref().map_or(Ok(()), ToneSpec::check);
        }
        ensure(self.input.layout == "NCHW" && self.input.shape.len() == 4, "the layout must be NCHW")?;
        let possible = |length: &i64| *length == -1 || (1..=MAX_LENGTH).contains(length);
        ensure(self.input.shape.iter().all(possible), "the shape has an impossible length")?;
        let channels = match self.input.channels.as_str() {
            "rgb" => 3,
            "grey" => 1,
            _ => return Err("the channels must be rgb or grey".to_owned()),
        };
        ensure(self.input.shape[1] == channels, "the shape does not hold these channels")?;
        #[expect(clippy::float_cmp, reason = "both are written constants")]
        ensure(self.input.range == [0.0, 255.0], "the input range must be 0 to 255")?;
        self.detector.as_ref().map_or(Ok(()), DetectorSpec::check)?;
        self.classifier.as_ref().map_or(Ok(()), ClassifierSpec::check)?;
        self.crop.as_ref().map_or(Ok(()), CropSpec::check)
    }
}

impl DetectorSpec {
    fn check(&self) -> Result<(), String> {
        let inside = |v: f32| v > 0.0 && v < 1.0;
        let long = self.long_side;
        ensure(
            long > 0 && long <= 1_280 && long.is_multiple_of(32),
            "long_side must be a multiple of 32 up to 1280",
        )?;
        ensure(inside(self.score_threshold) && inside(self.nms_iou), "thresholds must lie between 0 and 1")
    }
}

impl ClassifierSpec {
    fn check(&self) -> Result<(), String> {
        let expected = Expression::ALL.map(Expression::name);
        ensure(self.labels == expected, "the labels are not the eight expressions in their order")?;
        ensure(self.temperature.is_finite() && self.temperature > 0.0, "the temperature must be above 0")
    }
}

impl ToneSpec {
    fn check(&self) -> Result<(), String> {
        let above_0 = |x: f32| x.is_finite() && x > 0.0;
        ensure(above_0(self.temperature), "the temperature must be above 0")?;
        ensure(above_0(self.arousal_scale), "arousal_scale must be above 0")?;
        let spread = self.valence_spread;
        ensure(spread.is_finite() && spread >= 1.0, "valence_spread must be at least 1")?;
        ensure(self.least_speech.is_finite(), "least_speech must be a number")
    }
}

impl CropSpec {
    fn check(&self) -> Result<(), String> {
        let fits = (0.5..=2.0).contains(&self.scale) && (-0.5..=0.5).contains(&self.dy);
        ensure(fits, "crop.scale must lie in [0.5, 2] and crop.dy in [-0.5, 0.5]")
    }
}

fn ensure(holds: bool, otherwise: &str) -> Result<(), String> {
    if holds { Ok(()) } else { Err(otherwise.to_owned()) }
}

fn invalid(detail: String) -> ModelError {
    ModelError::Manifest { detail }
}
