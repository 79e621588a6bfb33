//! What a face shows according to MediaPipe's face landmarker, by its coefficients of the face's geometry (blendshapes,
//! 0 to 1). They hold nobody's opinion, and they err. On contact sheets of UTKFace and LFW the smiles are smiles and nearly
//! all faces at rest rest; but most of the frowns are resting faces, and a third of the open surprise is speech or song.

use attune_core::Expression;

/// The coefficients that count, by the names of the landmarker without "Left" and "Right".
const NAMES: [&str; 5] = ["mouthSmile", "jawOpen", "browInnerUp", "browDown", "mouthFrown"];

/// The coefficients of one face, those of two sides as their mean, each in [0, 1].
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Signs {
    smile: f64,
    jaw_open: f64,
    brow_inner_up: f64,
    brow_down: f64,
    mouth_frown: f64,
}

/// The columns whose mean each coefficient is, in the order of [`NAMES`].
pub(super) type Columns = [Vec<usize>; NAMES.len()];

/// What a face clearly shows by its coefficients.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    Smile,
    OpenSurprise,
    Frown,
    Rest,
}

impl Signs {
    /// Where the coefficients stand. `Err` is one that is not there.
    pub(super) fn columns(names: &[String]) -> Result<Columns, &'static str> {
        let mut found = Columns::default();
        for (columns, wanted) in found.iter_mut().zip(NAMES) {
            let same = |name: &String| {
                let sides = name.strip_suffix("Left").or_else(|| name.strip_suffix("Right"));
                sides.unwrap_or(name) == wanted
            };
            columns.extend(names.iter().enumerate().filter(|(_, name)| same(name)).map(|(i, _)| i));
            if columns.is_empty() {
                return Err(wanted);
            }
        }
        Ok(found)
    }

    /// From a row of coefficients; none if any of those that count is not a number.
    pub(super) fn of(row: &[f64], columns: &Columns) -> Option<Self> {
        let mean = |places: &Vec<usize>| places.iter().map(|i| row[*i]).sum::<f64>() / places.len() as f64;
        let [smile, jaw_open, brow_inner_up, brow_down, mouth_frown] = columns.each_ref().map(mean);
        let all = [smile, jaw_open, brow_inner_up, brow_down, mouth_frown];
        all.iter().all(|c| c.is_finite()).then_some(Self {
            smile,
            jaw_open,
            brow_inner_up,
            brow_down,
            mouth_frown,
        })
    }

    /// What they clearly show; none where they are in between. The limits are also those of
    /// `training/expression/groups.py`.
    pub(super) fn clear(self) -> Option<Sign> {
        let Self { smile, jaw_open, brow_inner_up, brow_down, mouth_frown } = self;
        let small = [smile, jaw_open, brow_inner_up, mouth_frown].into_iter().all(|c| c < 0.1);
        let found = [
            (smile >= 0.5, Sign::Smile),
            (jaw_open >= 0.4 && brow_inner_up >= 0.3 && smile < 0.2, Sign::OpenSurprise),
            (brow_down >= 0.4 && mouth_frown >= 0.05 && smile < 0.2, Sign::Frown),
            (small && brow_down < 0.2, Sign::Rest),
        ];
        found.into_iter().find_map(|(holds, sign)| holds.then_some(sign))
    }
}

/// Something asked of the faces with a sign.
#[derive(Debug, Clone, Copy)]
pub(super) struct Question {
    /// Its name in JSON.
    pub(super) name: &'static str,
    /// Its name in tables.
    pub(super) title: &'static str,
    /// Of which faces it is asked.
    pub(super) sign: Sign,
    /// What counts as yes.
    expressions: &'static [Expression],
    /// Whether a high share is good.
    pub(super) more_is_better: bool,
}

impl Question {
    pub(super) const ALL: [Self; 5] = [
        Self {
            name: "smile_happiness",
            title: "smile read as happiness",
            sign: Sign::Smile,
            expressions: &[Expression::Happiness],
            more_is_better: true,
        },
        Self {
            name: "open_surprise_surprise",
            title: "open surprise read as surprise",
            sign: Sign::OpenSurprise,
            expressions: &[Expression::Surprise],
            more_is_better: true,
        },
        Self {
            name: "frown_unpleasant",
            title: "frown read as sad, angry, disgusted, afraid or contemptuous",
            sign: Sign::Frown,
            expressions: &[
                Expression::Sadness,
                Expression::Anger,
                Expression::Disgust,
                Expression::Fear,
                Expression::Contempt,
            ],
            more_is_better: true,
        },
        Self {
            name: "rest_neutral",
            title: "rest read as neutral",
            sign: Sign::Rest,
            expressions: &[Expression::Neutral],
            more_is_better: true,
        },
        Self {
            name: "rest_sad_or_angry",
            title: "rest read as sad or angry",
            sign: Sign::Rest,
            expressions: &[Expression::Sadness, Expression::Anger],
            more_is_better: false,
        },
    ];

    /// Whether that answer is a yes.
    pub(super) fn is_met(&self, read: Expression) -> bool {
        self.expressions.contains(&read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> Vec<String> {
        let names = [
            "_neutral",
            "mouthSmileLeft",
            "mouthSmileRight",
            "jawOpen",
            "browInnerUp",
            "browDownLeft",
            "browDownRight",
            "mouthFrownRight",
        ];
        names.map(str::to_owned).into()
    }

    fn sign(row: [f64; 8]) -> Option<Sign> {
        Signs::of(&row, &Signs::columns(&names()).unwrap())?.clear()
    }

    #[test]
    fn clear_faces_have_a_sign() {
        assert_eq!(sign([0.0, 0.4, 0.7, 0.0, 0.0, 0.0, 0.0, 0.0]), Some(Sign::Smile));
        assert_eq!(sign([0.0, 0.0, 0.1, 0.5, 0.4, 0.0, 0.0, 0.0]), Some(Sign::OpenSurprise));
        assert_eq!(sign([0.0, 0.0, 0.0, 0.0, 0.0, 0.5, 0.5, 0.1]), Some(Sign::Frown));
        assert_eq!(sign([0.9, 0.0, 0.1, 0.0, 0.0, 0.1, 0.1, 0.0]), Some(Sign::Rest));
        assert_eq!(sign([0.0, 0.3, 0.3, 0.0, 0.0, 0.0, 0.0, 0.0]), None);
        assert_eq!(sign([0.0, 0.0, 0.0, 0.0, 0.0, 0.3, 0.3, 0.0]), None);
        assert_eq!(sign([0.0, f64::NAN, 0.9, 0.0, 0.0, 0.0, 0.0, 0.0]), None);
        assert_eq!(sign([f64::NAN, 0.9, 0.9, 0.0, 0.0, 0.0, 0.0, 0.0]), Some(Sign::Smile));
    }

    #[test]
    fn a_missing_coefficient_is_named() {
        let without: Vec<_> = names().into_iter().filter(|name| name != "jawOpen").collect();
        assert_eq!(Signs::columns(&without), Err("jawOpen"));
    }
}
