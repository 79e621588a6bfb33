//! The best of many in one pass.

/// So many are kept.
const KEPT: usize = 128;

/// The best tracks for a target, best first.
pub(super) struct Shortlist(Vec<(u32, f32)>);

impl Shortlist {
    /// The best of numbers with scores; what has no finite score is never among them.
    pub(super) fn of(scores: impl Iterator<Item = (u32, f32)>) -> Self {
        let mut best: Vec<(u32, f32)> = Vec::with_capacity(4 * KEPT);
        let mut least = f32::NEG_INFINITY;
        for (index, score) in scores {
            if score > least {
                best.push((index, score));
                if best.len() == 4 * KEPT {
                    least = cut(&mut best);
                }
            }
        }
        if best.len() > KEPT {
            cut(&mut best);
        }
        best.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        Self(best)
    }

    pub(super) fn best(&self) -> &[(u32, f32)] {
        &self.0
    }
}

/// Keeps the best and gives the least score among them.
fn cut(all: &mut Vec<(u32, f32)>) -> f32 {
    let (_, worst, _) = all.select_nth_unstable_by(KEPT - 1, |a, b| b.1.total_cmp(&a.1));
    let least = worst.1;
    all.truncate(KEPT);
    least
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_what_sorting_everything_gives() {
        let scores: Vec<(u32, f32)> = (0..10_000).map(|i| (i, super::super::choose::unit(3, i))).collect();
        let mut sorted = scores.clone();
        sorted.sort_by(|a, b| b.1.total_cmp(&a.1));
        assert_eq!(Shortlist::of(scores.into_iter()).best(), &sorted[..KEPT]);
    }

    #[test]
    fn what_must_not_be_played_is_not_in() {
        let scores = [(0, f32::NEG_INFINITY), (1, 0.5), (2, f32::NAN)];
        assert_eq!(Shortlist::of(scores.into_iter()).best(), [(1, 0.5)]);
    }
}
