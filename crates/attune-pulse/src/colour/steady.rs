//! Where the colours are taken: a place that stays while the face does.
//!
//! A detector frames a face that does not move a little differently from look to look, and not at random: what looks for all
//! faces every second and follows one in between moves to and fro in a rhythm of its own, which colours at the edges of
//! eyes and mouth then have as well. So small moves are not followed at all.

use attune_core::FaceBox;

/// Moves by less than this share of the face's size are the detector's.
const MOVE: f32 = 0.05;
/// The same for changes of its size.
const GROWTH: f32 = 0.1;

/// The place of one face.
#[derive(Debug, Default)]
pub(super) struct Steady(Option<FaceBox>);

impl Steady {
    /// The place for a face that was found there.
    pub(super) fn place(&mut self, found: &FaceBox) -> FaceBox {
        let stays = self.0.filter(|held| is_about(held, found));
        *self.0.insert(stays.unwrap_or(*found))
    }
}

fn is_about(held: &FaceBox, found: &FaceBox) -> bool {
    let middle = |face: &FaceBox| (face.x + face.w / 2.0, face.y + face.h / 2.0);
    let ((x, y), (to_x, to_y)) = (middle(held), middle(found));
    let moved = ((to_x - x) / held.w).abs().max(((to_y - y) / held.h).abs());
    let grown = (found.w / held.w - 1.0).abs().max((found.h / held.h - 1.0).abs());
    moved <= MOVE && grown <= GROWTH
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trembling_is_not_followed_and_a_move_is() {
        let face = |x: f32, w: f32| FaceBox { x, y: 50.0, w, h: 120.0, score: 1.0 };
        let mut steady = Steady::default();
        let first = steady.place(&face(40.0, 100.0));
        for x in [41.0, 37.0, 42.0] {
            assert_eq!(steady.place(&face(x, 104.0)), first, "{x}");
        }
        assert_eq!(steady.place(&face(50.0, 100.0)), face(50.0, 100.0));
        assert_eq!(steady.place(&face(52.0, 100.0)), face(50.0, 100.0), "there it stays");
        assert_eq!(steady.place(&face(40.0, 120.0)), face(40.0, 120.0), "closer");
        assert_eq!(steady.place(&face(f32::NAN, 120.0)), face(40.0, 120.0), "an odd box moves nothing");
    }
}
