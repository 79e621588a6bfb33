//! Whether anything but the face has changed: a coarse picture of the frame, cheap enough for every look.

use attune_core::{FaceBox, Frame};

const COLUMNS: usize = 16;
const ROWS: usize = 12;

/// The least change of a cell's mean level that counts: twice what a person's own shadow or a camera's settling does.
const CHANGE: f32 = 20.0;

/// So many changed cells mean that something came or went. A face large enough to be a rival covers two and more.
const MANY: usize = 2;

/// How far from a face's middle its owner goes sideways, in widths of the face; upwards it is half of that, from the
/// face's upper edge on.
const AROUND: f32 = 1.5;

/// So many samples are taken across a frame, whatever its width.
const SAMPLES: usize = 160;

/// Mean levels of green, which is most of what a camera knows of brightness, in 16 x 12 cells.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Scene {
    cells: [f32; COLUMNS * ROWS],
}

impl Scene {
    pub(crate) fn of(frame: &Frame) -> Self {
        let (width, height) = (frame.width() as usize, frame.height() as usize);
        let step = (width.max(height) / SAMPLES).max(1);
        let (mut sums, mut counts) = ([0_u32; COLUMNS * ROWS], [0_u32; COLUMNS * ROWS]);
        for y in (0..height).step_by(step) {
            let row = &frame.rgb()[y * width * 3..(y + 1) * width * 3];
            let cells = (y * ROWS / height) * COLUMNS;
            for (i, pixel) in row.chunks_exact(3).step_by(step).enumerate() {
                let cell = cells + i * step * COLUMNS / width;
                sums[cell] += u32::from(pixel[1]);
                counts[cell] += 1;
            }
        }
        let mut scene = Self { cells: [0.0; COLUMNS * ROWS] };
        for (cell, (sum, count)) in scene.cells.iter_mut().zip(sums.iter().zip(counts)) {
            *cell = *sum as f32 / count.max(1) as f32;
        }
        scene
    }

    /// Whether several cells have changed that lie (with their middles) outside the surroundings of a face: its head
    /// and, below it, its body, which move with it.
    pub(crate) fn differs(&self, before: &Self, frame: &Frame, face: &FaceBox) -> bool {
        let middle =
            |cell: usize, cells: usize, length: u32| (cell as f32 + 0.5) * length as f32 / cells as f32;
        let near = |x: f32, y: f32| {
            (x - face.x - face.w / 2.0).abs() <= AROUND * face.w && y >= face.y - AROUND * face.h / 2.0
        };
        let changed = self.cells.iter().zip(&before.cells).enumerate().filter(|(i, (now, then))| {
            let x = middle(i % COLUMNS, COLUMNS, frame.width());
            let y = middle(i / COLUMNS, ROWS, frame.height());
            (*now - *then).abs() > CHANGE && !near(x, y)
        });
        changed.take(MANY).count() == MANY
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use attune_core::Timestamp;

    /// A grey frame with a square of another level.
    fn frame(width: usize, height: usize, (left, top, side): (usize, usize, usize), level: u8) -> Frame {
        let mut rgb = vec![100; width * height * 3];
        for y in top..top + side {
            rgb[(y * width + left) * 3..(y * width + left + side) * 3].fill(level);
        }
        Frame::new(width as u32, height as u32, rgb, Timestamp(0)).unwrap()
    }

    const FACE: FaceBox = FaceBox { x: 250.0, y: 150.0, w: 120.0, h: 160.0, score: 1.0 };

    #[test]
    fn somebody_who_comes_is_noticed_and_the_listener_is_not() {
        let empty = frame(640, 480, (0, 0, 0), 0);
        let before = Scene::of(&empty);
        let differs = |square, level| {
            let now = frame(640, 480, square, level);
            Scene::of(&now).differs(&before, &now, &FACE)
        };
        assert!(!differs((0, 0, 0), 0));
        assert!(differs((20, 100, 90), 160), "a face at the left");
        assert!(differs((540, 300, 90), 40), "a face at the right");
        assert!(!differs((200, 120, 220), 200), "the listener moves");
        assert!(!differs((180, 300, 180), 20), "the listener's body moves");
        assert!(!differs((20, 100, 90), 110), "a shadow");
        assert!(!differs((20, 100, 15), 255), "a lamp");
    }

    #[test]
    fn frames_of_any_size_have_a_scene() {
        for (width, height) in [(1, 1), (3, 200), (200, 2), (16, 12), (1_920, 1_080), (161, 77)] {
            let flat = frame(width, height, (0, 0, 0), 0);
            let seen = Scene::of(&flat);
            assert!(seen.cells.iter().all(|c| (c - 100.0).abs() < 1e-3 || *c == 0.0), "{width}x{height}");
            assert!(!seen.differs(&seen, &flat, &FACE));
        }
    }
}
