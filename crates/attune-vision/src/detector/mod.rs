//! Finding faces with a network of our own (see `training/detector`).
//!
//! The network sees the frame reduced to 320 pixels on its longer side and answers, for cells of 8, 16 and 32
//! pixels, how likely a face has its centre there and where its edges are.

mod boxes;
mod letterbox;

pub use letterbox::Letterbox;

use attune_core::ports::FaceDetector;
use attune_core::{AppError, FaceBox, Frame};
use attune_models::manifest::{DETECTOR, DetectorSpec, Entry};
use attune_models::{ModelError, Models, Network, Runtime, values};
use boxes::{Cells, settle, suppress};
use letterbox::Window;

/// The sides of the cells in pixels of the network's input.
const STRIDES: [usize; 3] = [8, 16, 32];

/// What the network gives, by cell size.
const OUTPUTS: [(&str, &str); 3] = [("score_8", "box_8"), ("score_16", "box_16"), ("score_32", "box_32")];

/// The longer side in pixels for a second look, at which a face that fills the frame has a size that was trained.
const NEAR_SIDE: usize = 128;

/// The least longer side of a face at the second look, as a share of the frame's: smaller ones the first look
/// would have found.
const NEAR_SHARE: f32 = 1.0 / 3.0;

/// The share of the frame's longer side above which a face of the first look is looked at again.
const LARGE_SHARE: f32 = 0.4;

/// The longer side in pixels of the picture in which a face is followed.
const FOLLOW_SIDE: usize = 128;

/// The side of that picture in the frame, as a multiple of the face's: a face that moves by half its size in between
/// two looks is still seen whole.
const FOLLOW_SHARE: f64 = 2.5;

/// The least overlap (intersection over union) of a face that is followed with where it was.
const SAME: f32 = 0.25;

/// A face detector on ONNX Runtime; keep it on one thread.
#[derive(Debug)]
pub struct OrtFaceDetector {
    reader: Reader,
    usual: Letterbox,
    near: Letterbox,
    around: Letterbox,
    faces: Vec<FaceBox>,
    second: Vec<FaceBox>,
}

impl OrtFaceDetector {
    /// The detector that ships, its file verified. Fails with `manifest_invalid`, `model_missing`, `model_corrupt`,
    /// `model_shape` or `model_failed`.
    pub fn open(models: &Models, runtime: &Runtime) -> Result<Self, ModelError> {
        let entry = models.manifest().entry(DETECTOR)?;
        Self::new(entry, &models.verified(entry)?, runtime)
    }

    /// A detector from its manifest entry and the verified bytes of its file. Fails with `manifest_invalid`,
    /// `model_shape` or `model_failed`.
    pub fn new(entry: &Entry, model: &[u8], runtime: &Runtime) -> Result<Self, ModelError> {
        let Some(spec) = entry.detector else {
            return Err(ModelError::Manifest { detail: format!("{} has no [model.detector]", entry.id) });
        };
        let any: &[i64] = &[-1, 1, -1, -1];
        let four: &[i64] = &[-1, 4, -1, -1];
        let outputs = OUTPUTS.map(|(score, edges)| [(score, any), (edges, four)]);
        let network =
            Network::new(entry, model, runtime, ("image", &[-1, 3, -1, -1]), outputs.as_flattened())?;
        Ok(Self {
            reader: Reader {
                id: entry.id.clone(),
                spec,
                network,
                found: Vec::with_capacity(ROOM),
                order: Vec::with_capacity(ROOM),
            },
            usual: Letterbox::new(spec.long_side as usize),
            near: Letterbox::new(NEAR_SIDE),
            around: Letterbox::new(FOLLOW_SIDE),
            faces: Vec::with_capacity(ROOM),
            second: Vec::with_capacity(ROOM),
        })
    }

    /// Faces in frame pixels, surest first. Fails with `model_failed` or `model_output`.
    ///
    /// Where there is none, or a large one, a second look at a much smaller picture settles faces that (almost)
    /// fill the frame: at the first look they are larger than any that was trained.
    pub fn find(&mut self, frame: &Frame) -> Result<&[FaceBox], ModelError> {
        self.find_from(frame, self.score_threshold())
    }

    /// As [`find`](Self::find), with what the first look found less likely than the threshold, down to `least` (in
    /// [0, 1]), for measuring precision against recall. From the threshold up the faces are those of `find`.
    pub fn find_from(&mut self, frame: &Frame, least: f32) -> Result<&[FaceBox], ModelError> {
        let threshold = self.score_threshold();
        self.usual.fill(frame);
        self.reader.read(&self.usual, least.min(threshold), &mut self.faces)?;
        let share = |face: &FaceBox| face.w.max(face.h) / frame.width().max(frame.height()) as f32;
        // The surest come first.
        let sure = &self.faces[..self.faces.partition_point(|face| face.score >= threshold)];
        if sure.is_empty() || sure.iter().any(|face| share(face) >= LARGE_SHARE) {
            self.near.fill(frame);
            self.reader.read(&self.near, threshold, &mut self.second)?;
            self.second.retain(|face| share(face) >= NEAR_SHARE);
            settle(&mut self.faces, &mut self.second, threshold);
        }
        Ok(&self.faces)
    }

    /// The face that was at `face` in the frame before, if it still is about there: a look at a small picture of the
    /// surroundings. None if there is no face with at least the shipped score that overlaps the old place.
    /// Fails with `model_failed` or `model_output`.
    pub fn find_near(&mut self, frame: &Frame, face: &FaceBox) -> Result<Option<FaceBox>, ModelError> {
        let Some(window) = Window::around(frame, face, FOLLOW_SHARE) else { return Ok(None) };
        self.around.fill_from(frame, window);
        self.reader.read(&self.around, self.reader.spec.score_threshold, &mut self.second)?;
        let nearest = self.second.iter().max_by(|a, b| a.iou(face).total_cmp(&b.iou(face)));
        Ok(nearest.copied().filter(|found| found.iou(face) >= SAME))
    }

    /// The least score of a face, in (0, 1).
    #[must_use]
    pub fn score_threshold(&self) -> f32 {
        self.reader.spec.score_threshold
    }
}

/// Room for so many boxes from the start, so that an ordinary frame needs no more.
const ROOM: usize = 256;

/// The network and how to read its answers.
#[derive(Debug)]
struct Reader {
    id: String,
    spec: DetectorSpec,
    network: Network,
    found: Vec<FaceBox>,
    order: Vec<usize>,
}

impl Reader {
    /// Fills `faces` with what is found in a letterbox, in frame pixels, surest first.
    fn read(
        &mut self,
        letterbox: &Letterbox,
        least: f32,
        faces: &mut Vec<FaceBox>,
    ) -> Result<(), ModelError> {
        let (width, height) = letterbox.size();
        let outputs = self.network.run(&[1, 3, height, width], letterbox.samples())?;
        let impossible = |detail: String| ModelError::Output { model: self.id.clone(), detail };
        self.found.clear();
        for (stride, (score, edges)) in STRIDES.into_iter().zip(OUTPUTS) {
            let (columns, rows) = (width / stride, height / stride);
            let cells = Cells {
                stride,
                columns,
                scores: values(&outputs, score, &[1, 1, rows as i64, columns as i64]).map_err(impossible)?,
                edges: values(&outputs, edges, &[1, 4, rows as i64, columns as i64]).map_err(impossible)?,
            };
            cells.decode(least, &mut self.found).map_err(impossible)?;
        }
        suppress(&self.found, self.spec.nms_iou, &mut self.order, faces);
        for face in faces {
            *face = letterbox.to_frame(*face);
        }
        Ok(())
    }
}

impl FaceDetector for OrtFaceDetector {
    fn detect(&mut self, frame: &Frame) -> Result<&[FaceBox], AppError> {
        Ok(self.find(frame)?)
    }

    fn follow(&mut self, frame: &Frame, face: &FaceBox) -> Result<Option<FaceBox>, AppError> {
        Ok(self.find_near(frame, face)?)
    }
}
