//! What was found, by group.

use super::super::round;
use super::calibrated::calibrated;
use super::faces::Face;
use super::people::Group;
use super::signs::{Question, Sign};
use attune_core::Expression;
use attune_simulator::random::Random;
use attune_vision::evaluation::Proportion;
use serde::Serialize;
use std::collections::BTreeMap;

/// Groups with fewer faces are not compared with others.
pub(super) const LEAST: usize = 30;

/// All that was found; shares lie in [0, 1].
#[derive(Debug, Serialize)]
pub(super) struct Report {
    pub(super) faces: usize,
    pub(super) seed: u64,
    /// Everybody first.
    pub(super) groups: Vec<Found>,
    /// The worst group against the best, for each measure with two groups or more of [`LEAST`] faces.
    pub(super) extremes: Vec<Extremes>,
    /// What neutral-face calibration would change.
    pub(super) calibration: Vec<Calibration>,
}

/// One group.
#[derive(Debug, Serialize)]
pub(super) struct Found {
    pub(super) group: String,
    pub(super) faces: usize,
    pub(super) refused: Share,
    /// Faces refused for each reason.
    pub(super) reasons: BTreeMap<&'static str, usize>,
    /// Share of the believed faces that are read as each expression.
    pub(super) read_as: BTreeMap<&'static str, Share>,
    /// Answers to each question, of believed faces and of all.
    pub(super) believed: BTreeMap<&'static str, Share>,
    pub(super) all: BTreeMap<&'static str, Share>,
}

/// A share with its 95 % interval; null without samples.
#[derive(Debug, Clone, Copy, Serialize)]
pub(super) struct Share {
    pub(super) hits: usize,
    pub(super) of: usize,
    #[serde(rename = "share")]
    pub(super) part: Option<f64>,
    pub(super) low: Option<f64>,
    pub(super) high: Option<f64>,
    #[serde(skip)]
    proportion: Proportion,
}

/// The worst and the best group by one measure, and the 95 % interval of their difference.
#[derive(Debug, Serialize)]
pub(super) struct Extremes {
    pub(super) measure: &'static str,
    /// The name in tables.
    #[serde(skip)]
    pub(super) title: &'static str,
    pub(super) worst: (String, Share),
    pub(super) best: (String, Share),
    pub(super) all: Share,
    pub(super) difference: f64,
    pub(super) low: f64,
    pub(super) high: f64,
}

/// One question's answers of one group without and with calibration.
#[derive(Debug, Serialize)]
pub(super) struct Calibration {
    pub(super) group: String,
    pub(super) question: &'static str,
    #[serde(skip)]
    pub(super) title: &'static str,
    pub(super) without: Share,
    pub(super) with_others: Share,
    pub(super) with_mirrored: Share,
}

impl From<Proportion> for Share {
    fn from(proportion: Proportion) -> Self {
        let interval = proportion.interval();
        Self {
            hits: proportion.hits(),
            of: proportion.count(),
            part: proportion.share().map(round),
            low: interval.map(|(low, _)| round(low)),
            high: interval.map(|(_, high)| round(high)),
            proportion,
        }
    }
}

impl Report {
    pub(super) fn new(faces: &[Face], seed: u64) -> Self {
        let people: Vec<_> = faces.iter().map(|face| face.person).collect();
        let groups = Group::all(&people);
        let found: Vec<Found> = groups.iter().map(|group| Found::new(*group, faces)).collect();
        let questions = Question::ALL
            .into_iter()
            .map(|q| (q.name, q.title, q.more_is_better, by_question(&found, q.name)));
        let refused = by_group(&found, |found| Some(found.refused));
        let measures = std::iter::once(("refused", "refused", false, refused)).chain(questions);
        Self {
            faces: faces.len(),
            seed,
            extremes: measures
                .filter_map(|(name, title, more, all)| extremes(name, title, more, &all))
                .collect(),
            calibration: calibration(&groups, faces, seed),
            groups: found,
        }
    }
}

impl Found {
    fn new(group: Group, faces: &[Face]) -> Self {
        let inside: Vec<&Face> = faces.iter().filter(|face| group.holds(face.person)).collect();
        let believed: Vec<&Face> = inside.iter().filter(|face| face.refused.is_none()).copied().collect();
        let mut reasons = BTreeMap::new();
        for why in inside.iter().filter_map(|face| face.refused) {
            *reasons.entry(why).or_default() += 1;
        }
        let read =
            |e: Expression| believed.iter().map(|face| leading(face) == e).collect::<Proportion>().into();
        Self {
            group: group.name(),
            faces: inside.len(),
            refused: inside.iter().map(|face| face.refused.is_some()).collect::<Proportion>().into(),
            reasons,
            read_as: Expression::ALL.into_iter().map(|e| (e.name(), read(e))).collect(),
            believed: answers(&believed),
            all: answers(&inside),
        }
    }
}

fn leading(face: &Face) -> Expression {
    face.scores.leading().0
}

/// Each question's answers.
fn answers(faces: &[&Face]) -> BTreeMap<&'static str, Share> {
    let answer = |question: Question| {
        let asked = faces.iter().filter(|face| face.sign == Some(question.sign));
        asked.map(|face| question.is_met(leading(face))).collect::<Proportion>().into()
    };
    Question::ALL.into_iter().map(|question| (question.name, answer(question))).collect()
}

/// Groups with their shares.
type ByGroup = Vec<(String, Share)>;

fn by_group(found: &[Found], share: impl Fn(&Found) -> Option<Share>) -> ByGroup {
    found.iter().filter_map(|found| Some((found.group.clone(), share(found)?))).collect()
}

fn by_question(found: &[Found], question: &str) -> ByGroup {
    by_group(found, |found| found.believed.get(question).copied())
}

/// The worst and the best of all groups but everybody, who come first; none if there are not two large enough.
fn extremes(
    measure: &'static str,
    title: &'static str,
    more_is_better: bool,
    all: &ByGroup,
) -> Option<Extremes> {
    let (everybody, groups) = all.split_first()?;
    let mut large: Vec<_> = groups.iter().filter(|(_, share)| share.of >= LEAST).collect();
    large.sort_by(|a, b| a.1.part.partial_cmp(&b.1.part).unwrap_or(std::cmp::Ordering::Equal));
    let (least, most) = (large.first().filter(|_| large.len() > 1)?, large.last()?);
    let (worst, best) = if more_is_better { (least, most) } else { (most, least) };
    let (difference, low, high) = worst.1.proportion.less(&best.1.proportion)?;
    Some(Extremes {
        measure,
        title,
        worst: (*worst).clone(),
        best: (*best).clone(),
        all: everybody.1,
        difference: round(difference),
        low: round(low),
        high: round(high),
    })
}

/// Resting faces and smiles of every group that is large enough.
fn calibration(groups: &[Group], faces: &[Face], seed: u64) -> Vec<Calibration> {
    let questions = Question::ALL.into_iter().filter(|q| matches!(q.sign, Sign::Rest | Sign::Smile));
    let asked = questions.flat_map(|question| groups.iter().map(move |group| (question, *group)));
    asked
        .filter_map(|(question, group)| {
            let found = calibrated(question, group, faces, &mut Random::new(seed))?;
            Some(Calibration {
                group: group.name(),
                question: question.name,
                title: question.title,
                without: found.without.into(),
                with_others: found.with_others.into(),
                with_mirrored: found.with_mirrored.into(),
            })
        })
        .filter(|calibration| calibration.without.of >= LEAST)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::people::{Person, Sex};
    use super::*;
    use attune_core::ExpressionScores;

    fn faces(sex: Sex, read: Expression, refused: Option<&'static str>, count: usize) -> Vec<Face> {
        let person = Person { age: None, sex: Some(sex) };
        let scores = ExpressionScores::certain(read);
        vec![Face { person, sign: Some(Sign::Smile), refused, scores, mirrored: None }; count]
    }

    fn report() -> Report {
        let (happy, sad) = (Expression::Happiness, Expression::Sadness);
        Report::new(
            &[
                faces(Sex::Male, happy, None, 30),
                faces(Sex::Male, sad, None, 10),
                faces(Sex::Male, sad, Some("too dark"), 60),
                faces(Sex::Female, happy, None, 50),
                faces(Sex::Female, happy, Some("hidden"), 50),
            ]
            .concat(),
            1,
        )
    }

    #[test]
    fn what_is_refused_is_not_read() {
        let report = report();
        let men = report.groups.iter().find(|found| found.group == "male").unwrap();
        assert_eq!((men.faces, men.refused.hits, men.reasons["too dark"]), (100, 60, 60));
        assert_eq!((men.read_as["sadness"].hits, men.read_as["sadness"].of), (10, 40));
        let smiles = |shares: &BTreeMap<&str, Share>| {
            let share = shares["smile_happiness"];
            (share.hits, share.of)
        };
        assert_eq!((smiles(&men.believed), smiles(&men.all)), ((30, 40), (30, 100)));
    }

    #[test]
    fn the_worst_group_is_held_against_the_best() {
        let report = report();
        let found = |measure| report.extremes.iter().find(|e| e.measure == measure).unwrap();
        let refused = found("refused");
        assert_eq!((refused.worst.0.as_str(), refused.best.0.as_str()), ("male", "female"));
        assert!((refused.difference - 0.1).abs() < 1e-9 && refused.low < 0.0, "{refused:?}");
        let smiles = found("smile_happiness");
        assert_eq!((smiles.worst.0.as_str(), smiles.all.hits), ("male", 80));
        assert!((smiles.difference + 0.25).abs() < 1e-9 && smiles.high < 0.0, "{smiles:?}");
        assert_eq!(report.extremes.len(), 2, "nobody shows anything else");
        assert!(report.calibration.is_empty(), "nobody is at rest");
    }
}
