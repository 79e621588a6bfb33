//! Precision and recall of detections.

use super::Answer;
use super::answers::surest_first;

/// Precision and recall after each detection, surest first; equally sure ones keep their order.
fn curve(detections: &[Answer], faces: usize) -> Vec<(f64, f64)> {
    let mut hits = 0_usize;
    let point = |(i, detection): (usize, &Answer)| {
        hits += usize::from(detection.right());
        (hits as f64 / (i + 1) as f64, hits as f64 / faces.max(1) as f64)
    };
    surest_first(detections).iter().enumerate().map(point).collect()
}

/// Average precision, in [0, 1]: the area under the precision envelope over recall, every point used (Pascal VOC
/// 2010). `detections` are all that count, right if they hit one of the `faces` annotated ones. 0 without faces
/// or detections.
#[must_use]
pub fn average_precision(detections: &[Answer], faces: usize) -> f64 {
    let points = curve(detections, faces);
    let (mut area, mut best) = (0.0, 0.0_f64);
    for (i, &(precision, recall)) in points.iter().enumerate().rev() {
        best = best.max(precision);
        let before = i.checked_sub(1).map_or(0.0, |i| points[i].1);
        area += (recall - before) * best;
    }
    area
}

/// The highest recall, in [0, 1], at which precision still is `least`; 0 if it never is.
#[must_use]
pub fn recall_at_precision(detections: &[Answer], faces: usize, least: f64) -> f64 {
    let good = curve(detections, faces).into_iter().filter(|(precision, _)| *precision >= least);
    good.map(|(_, recall)| recall).fold(0.0, f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn detections(right: &[bool]) -> Vec<Answer> {
        right.iter().enumerate().map(|(i, &r)| Answer::new(1.0 - i as f32 / 100.0, r)).collect()
    }

    fn near(actual: f64, expected: f64) {
        assert!((actual - expected).abs() < 1e-9, "{actual} instead of {expected}");
    }

    #[test]
    fn the_area_is_that_under_the_envelope() {
        // Precision 1, 1/2, 2/3, 2/4, 3/5 at recall 1/4, 1/4, 2/4, 2/4, 3/4: envelope 1, 2/3, 3/5 for a quarter each.
        let some = detections(&[true, false, true, false, true]);
        near(average_precision(&some, 4), (1.0 + 2.0 / 3.0 + 3.0 / 5.0) / 4.0);
        near(recall_at_precision(&some, 4, 0.98), 0.25);
        near(recall_at_precision(&some, 4, 0.6), 0.75);
    }

    #[test]
    fn precision_may_come_back() {
        let some = detections(&[false, true, true, true]);
        near(average_precision(&some, 3), 0.75);
        near(recall_at_precision(&some, 3, 0.75), 1.0);
        near(recall_at_precision(&some, 3, 0.98), 0.0);
    }

    #[test]
    fn all_or_nothing() {
        near(average_precision(&detections(&[true; 3]), 3), 1.0);
        near(recall_at_precision(&detections(&[true; 3]), 3, 0.98), 1.0);
        near(average_precision(&detections(&[false; 3]), 3), 0.0);
        for (none, faces) in [(vec![], 3), (vec![], 0), (detections(&[false]), 0)] {
            near(average_precision(&none, faces), 0.0);
            near(recall_at_precision(&none, faces, 0.98), 0.0);
        }
    }

    #[test]
    fn equally_sure_detections_keep_their_order() {
        let [hit, miss] = [true, false].map(|right| Answer::new(0.5, right));
        near(average_precision(&[hit, miss], 1), 1.0);
        near(average_precision(&[miss, hit], 1), 0.5);
    }

    proptest! {
        #[test]
        fn both_stay_between_0_and_1(
            of in proptest::collection::vec((any::<f32>(), any::<bool>()), 0..40), missed in 0..9_usize,
        ) {
            let some: Vec<_> = of.iter().map(|&(score, right)| Answer::new(score, right)).collect();
            let faces = missed + some.iter().filter(|d| d.right()).count();
            for measure in [average_precision(&some, faces), recall_at_precision(&some, faces, 0.98)] {
                prop_assert!((0.0..=1.0 + 1e-9).contains(&measure), "{measure}");
            }
        }
    }
}
