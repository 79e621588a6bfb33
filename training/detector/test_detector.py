"""Fast checks that need no data: python -m unittest training.detector.test_detector"""

import tempfile
import unittest
from pathlib import Path

import numpy as np
import torch
from PIL import Image

from training.common import manifest
from training.detector import drawings, false_positives, geometry, metrics, mine, reference
from training.detector.assign import assign
from training.detector.augment import CALM, FULL, disturb, flip, tilt
from training.detector.batches import Batch, Sampler
from training.detector.data import Picture, load_close, split, split_close
from training.detector.loss import cells, decode, detector_loss
from training.detector.model import FaceDetector, Shipped


def picture(boxes, size=(200, 150), name="made-up", **marks) -> Picture:
    boxes = np.array(boxes, np.float32).reshape(-1, 4)
    none = np.zeros(len(boxes), bool)
    masks = {key: np.array(marks.get(key, none), bool) for key in ("invalid", "turned", "hidden", "blurred")}
    return Picture(name, Image.new("RGB", size, (90, 120, 150)), boxes, **masks, occlusion=np.zeros(len(boxes), np.int64))


def batch_of(boxes, ignore=None, images=1, size=128) -> Batch:
    boxes = torch.tensor(boxes, dtype=torch.float32).reshape(-1, 4)
    ignore = torch.zeros(len(boxes), dtype=torch.bool) if ignore is None else torch.tensor(ignore)
    owner = torch.zeros(len(boxes), dtype=torch.long)
    return Batch(torch.zeros(images, 3, size, size, dtype=torch.uint8), boxes, owner, ignore)


class Letterbox(unittest.TestCase):
    def test_rows_of_the_filter(self):
        rows = reference.resize_matrix(8, 4)
        np.testing.assert_allclose(rows[1], [0, 0.125, 0.375, 0.375, 0.125, 0, 0, 0], atol=1e-7)
        np.testing.assert_allclose(rows[0, :3], [3 / 7, 3 / 7, 1 / 7], atol=1e-6)
        np.testing.assert_array_equal(reference.resize_matrix(5, 5), np.eye(5, dtype=np.float32))

    def test_size_place_and_black(self):
        canvas, factors = reference.letterbox(np.full((480, 640, 3), 50, np.uint8))
        self.assertEqual(canvas.shape, (1, 3, 256, 320))
        self.assertEqual(factors, (0.5, 0.5))
        np.testing.assert_allclose(canvas[0, :, :240], 50, atol=1e-4)
        self.assertEqual(canvas[0, :, 240:].max(), 0)

    def test_boxes_are_decoded_from_their_cells(self):
        outputs = []
        for stride in reference.STRIDES:
            side = 64 // stride
            outputs += [np.zeros((1, 1, side, side), np.float32), np.zeros((1, 4, side, side), np.float32)]
        outputs[0][0, 0, 1, 3] = 0.9
        outputs[1][0, :, 1, 3] = (0.5, -0.25, np.log(2), np.log(4))
        np.testing.assert_allclose(reference.decode(outputs, 0.5), [[24, -6, 40, 26, 0.9]], atol=1e-5)

    def test_suppression_keeps_the_surest(self):
        boxes = np.array([[1, 0, 11, 10, 0.5], [0, 0, 10, 10, 0.9], [30, 0, 40, 10, 0.6]], np.float32)
        np.testing.assert_array_equal(reference.suppress(boxes), boxes[[1, 2]])


class Network(unittest.TestCase):
    def test_fusing_changes_nothing(self):
        torch.manual_seed(0)
        model = FaceDetector()
        for _ in range(3):  # so that the norms have something to fold
            model(torch.rand(2, 3, 64, 64) * 255)
        model.eval()
        image = torch.rand(1, 3, 96, 64) * 255
        outputs = Shipped(model)(image)
        for i, level in enumerate(model(image)):
            torch.testing.assert_close(outputs[2 * i], level[:, :1].sigmoid(), atol=1e-5, rtol=0)
            torch.testing.assert_close(outputs[2 * i + 1], level[:, 1:], atol=1e-4, rtol=0)

    def test_training_and_reference_decode_alike(self):
        torch.manual_seed(1)
        levels = [torch.randn(1, 5, 64 // s, 64 // s) * 0.3 for s in reference.STRIDES]
        logits, boxes, _, _ = decode(levels)
        maps = [part.numpy() for level in levels for part in (level[:, :1].sigmoid(), level[:, 1:])]
        theirs = reference.decode(maps, 0.0)
        np.testing.assert_allclose(boxes[0].numpy(), theirs[:, :4], atol=1e-3)
        np.testing.assert_allclose(logits[0].sigmoid().numpy(), theirs[:, 4], atol=1e-6)


class Assignment(unittest.TestCase):
    def setUp(self):
        self.levels = [torch.zeros(1, 5, 128 // s, 128 // s) for s in (8, 16, 32)]

    def assigned(self, batch):
        logits, boxes, centres, strides = decode(self.levels)
        return assign(logits, boxes, centres, strides, batch), centres

    def test_cells_lie_in_their_face(self):
        found, centres = self.assigned(batch_of([[20, 30, 70, 90], [80, 80, 120, 120]]))
        self.assertEqual(sorted(set(found.face.tolist())), [0, 1])
        boxes = torch.tensor([[20, 30, 70, 90], [80, 80, 120, 120]])[found.face]
        spots = centres[found.cell]
        self.assertTrue(bool(((spots > boxes[:, :2]) & (spots < boxes[:, 2:])).all()))

    def test_a_cell_serves_one_face(self):
        found, _ = self.assigned(batch_of([[20, 20, 80, 80], [26, 23, 90, 81]]))
        self.assertEqual(len(set(found.cell.tolist())), len(found.cell))

    def test_ignored_faces_weigh_nothing(self):
        found, centres = self.assigned(batch_of([[0, 0, 64, 64]], ignore=[True]))
        self.assertEqual(len(found.cell), 0)
        inside = (centres < 64).all(-1)
        self.assertEqual(found.weight[0, inside].max().item(), 0)
        self.assertEqual(found.weight[0, ~inside].min().item(), 1)

    def test_losses_without_faces_are_finite(self):
        levels = [level.requires_grad_() for level in self.levels]
        loss, parts = detector_loss(levels, batch_of([]))
        loss.backward()
        self.assertTrue(torch.isfinite(loss))
        self.assertEqual(parts["box"], 0)

    def test_cells_run_along_rows(self):
        centres, strides = cells([torch.zeros(1, 5, 2, 3), torch.zeros(1, 5, 1, 2)])
        self.assertEqual(centres[:4].tolist(), [[4, 4], [12, 4], [20, 4], [4, 12]])
        self.assertEqual(strides.tolist(), [8] * 6 + [16] * 2)


class Windows(unittest.TestCase):
    def test_cut_faces_become_ignored_and_absent_ones_go(self):
        boxes = np.array([[0, 0, 40, 40], [-30, 0, 10, 40], [200, 0, 240, 40], [5, 5, 10, 10]], np.float32)
        clipped, ignore = geometry.clip_boxes(boxes, np.zeros(4, bool), 100, 100)
        self.assertEqual(clipped.tolist(), [[0, 0, 40, 40], [0, 0, 10, 40], [5, 5, 10, 10]])
        self.assertEqual(ignore.tolist(), [False, True, True])

    def test_boxes_follow_the_pixels(self):
        spot = picture([[60, 40, 100, 90]])
        spot.image.paste((255, 255, 255), (60, 40, 100, 90))
        rng = np.random.default_rng(3)
        for _ in range(40):
            window = geometry.draw(rng, spot, 128)
            if len(window.boxes) and not window.ignore[0]:
                grey = np.asarray(window.pixels.convert("L"), np.float32)
                y, x = np.nonzero(grey > 200)
                box = [x.min(), y.min(), x.max() + 1, y.max() + 1]
                np.testing.assert_allclose(window.boxes[0], box, atol=2.5)

    def test_two_flips_are_none(self):
        window = geometry.Window(Image.new("RGB", (64, 64)), np.array([[3, 4, 20, 30]], np.float32), np.zeros(1, bool))
        np.testing.assert_allclose(flip(flip(window)).boxes, window.boxes)

    def test_a_tilted_box_stays_on_its_spot(self):
        pixels = Image.new("RGB", (128, 128))
        pixels.paste((255, 255, 255), (80, 20, 100, 40))
        window = tilt(geometry.Window(pixels, np.array([[80, 20, 100, 40]], np.float32), np.zeros(1, bool)), 15)
        y, x = np.nonzero(np.asarray(window.pixels.convert("L")) > 128)
        centre = (window.boxes[0, :2] + window.boxes[0, 2:]) / 2
        np.testing.assert_allclose(centre, [x.mean() + 0.5, y.mean() + 0.5], atol=1)

    def test_batches_repeat_by_number(self):
        sampler = Sampler([picture([[60, 40, 100, 90]]), picture([[10, 10, 90, 90]]), picture([])], seed=1)
        first, again = (sampler.batch(5, 4, 64, FULL) for _ in range(2))
        self.assertTrue(torch.equal(first.images, again.images) and torch.equal(first.boxes, again.boxes))
        self.assertFalse(torch.equal(first.images, sampler.batch(6, 4, 64, FULL).images))

    def test_disturbing_keeps_size_and_type(self):
        rng = np.random.default_rng(0)
        for strength in (FULL, CALM):
            for _ in range(20):
                window = disturb(rng, geometry.draw(rng, picture([[60, 40, 100, 90]]), 96), strength)
                self.assertEqual((window.pixels.size, window.pixels.mode), ((96, 96), "RGB"))


class Measures(unittest.TestCase):
    def test_perfect_and_empty(self):
        faces = [picture([[10, 10, 60, 60]]), picture([[30, 30, 130, 130]])]
        perfect = [np.append(p.boxes, [[0.9]], axis=1) for p in faces]
        figures = metrics.summary(faces, perfect)
        self.assertEqual((figures["all_ap_20px"], figures["webcam_largest_found"]), (1, 1))
        nothing = metrics.summary(faces, [np.zeros((0, 5), np.float32)] * 2)
        self.assertEqual((nothing["all_ap_20px"], nothing["all_largest_found"]), (0, 0))

    def test_a_second_box_on_a_face_is_wrong_and_one_on_an_ignored_face_nothing(self):
        face = picture([[10, 10, 60, 60], [100, 100, 112, 112]])
        found = np.array([[10, 10, 60, 60, 0.9], [12, 10, 62, 60, 0.8], [100, 100, 112, 112, 0.7]], np.float32)
        result = metrics.match(face, found, 20)
        self.assertEqual(result.right.tolist(), [True, False])
        self.assertEqual((result.counts.tolist(), result.hit.tolist()), ([True, False], [True, False]))

    def test_precision_and_recall(self):
        precision, recall = np.array([1, 1, 2 / 3, 0.75]), np.array([0.25, 0.5, 0.5, 0.75])
        self.assertAlmostEqual(metrics.average_precision(precision, recall), 0.5 + 0.25 * 0.75)
        self.assertEqual(metrics.recall_at(precision, recall), 0.5)

    def test_the_split_does_not_depend_on_order(self):
        faces = [picture([[0, 0, 90, 90]] if i % 2 else [], name=f"{i}.jpg") for i in range(400)]
        train, choose = split(faces)
        again = split(faces[::-1])[1]
        self.assertEqual((len(train), len(choose)), (150, 250))
        self.assertEqual([p.name for p in choose], [p.name for p in again])


class PseudoLabels(unittest.TestCase):
    def test_confident_boxes_are_positive_uncertain_ones_ignored_and_the_rest_dropped(self):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            rows = ["a.jpg,10,20,30,40,0.95", "a.jpg,50,20,10,10,0.6", "a.jpg,0,0,9,9,0.2"]
            rows += ["mask_1.jpg,0,0,20,20,0.95", "mask_1.jpg,30,30,60,60,0.7"]
            (folder / "boxes.csv").write_text("\n".join(["file,x,y,w,h,score", *rows]) + "\n")
            for file in ("a.jpg", "b.jpg", "mask_1.jpg"):
                Image.new("RGB", (100, 100)).save(folder / file)
            first, empty, masked = load_close(folder)
        self.assertEqual(first.boxes.tolist(), [[10, 20, 40, 60], [50, 20, 60, 30]])
        self.assertEqual((first.invalid.tolist(), len(empty.boxes)), ([False, True], 0))
        self.assertEqual(masked.occlusion.tolist(), [0, 2])

    def test_one_picture_in_ten_is_held_out(self):
        pictures = [picture([], name=f"{n}.jpg") for n in range(400)]
        taught, apart = split_close(pictures)
        self.assertEqual(len(taught) + len(apart), 400)
        self.assertTrue(20 < len(apart) < 60, len(apart))


class FaceFree(unittest.TestCase):
    def test_windows_touch_no_box(self):
        random, some = np.random.default_rng(0), picture([[60, 40, 120, 110]], size=(400, 300), invalid=[True])
        places = [place for place in (geometry.face_free_window(random, some, 4 / 3) for _ in range(200)) if place is not None]
        self.assertGreater(len(places), 20)
        for x0, y0, x1, y1 in places:
            self.assertTrue(x1 < 60 or x0 > 120 or y1 < 40 or y0 > 110)
            self.assertAlmostEqual((x1 - x0) / (y1 - y0), 4 / 3, places=5)

    def test_negative_windows_are_drawn_in_their_share(self):
        sampler = Sampler([picture([[150, 10, 190, 60]], size=(400, 300))], 1, negatives=1.0)
        batch = sampler.batch(0, 40, 64, FULL)
        self.assertLess(len(set(batch.owner.tolist())), 35)

    def test_hard_negatives_are_mined_and_drawn(self):
        some, other = picture([], size=(300, 300), name="a.jpg"), picture([[0, 0, 300, 300]], size=(300, 300), name="b.jpg")
        some.image.paste((255, 0, 0), (100, 100, 300, 300))

        def detector(frame, least):
            red = frame[..., 0].mean() > 200
            return np.array([[0, 0, 90, 90, 0.8], [0, 0, 9, 9, 0.9]], np.float32)[0 if red else 1 :]

        rows = list(mine.mined(detector, [some, other], 400, np.random.default_rng(0)))
        self.assertTrue(0 < len(rows) < 200, len(rows))
        self.assertEqual({row[-1] for row in rows}, {0.8}, "small detections may be faces of a crowd")
        with tempfile.TemporaryDirectory() as name:
            path = Path(name) / "hard.csv"
            path.write_text("\n".join(",".join(map(str, row)) for row in [mine.FIELDS, *rows]) + "\n")
            hard = mine.read(path, [some, other])
        self.assertEqual({held.name for held, _ in hard}, {"a.jpg"})
        # `b.jpg` has no face-free window: where one is drawn from it the sampler falls back to faces.
        sampler = Sampler([other], 1, negatives=1.0, hard=hard)
        windows = [sampler._negative(np.random.default_rng(i), 32) for i in range(40)]
        drawn = [window for window in windows if window is not None]
        self.assertTrue(10 < len(drawn) < 30, len(drawn))
        for window in drawn:
            self.assertEqual((window.pixels.size, len(window.boxes)), ((32, 32), 0))
            self.assertGreater(np.asarray(window.pixels)[..., 0].mean(), 150)

    def test_drawings_have_no_box_and_are_drawn_in_their_share(self):
        sampler = Sampler([picture([[0, 0, 100, 100]], size=(100, 100))], 1, drawn=0.5)
        batch = sampler.batch(0, 60, 64, FULL)
        self.assertTrue(15 < len(set(batch.owner.tolist())) < 45)
        one, other = (drawings.window(np.random.default_rng(seed), 64) for seed in (0, 1))
        self.assertEqual((one.pixels.size, len(one.boxes)), ((64, 64), 0))
        self.assertFalse(np.array_equal(np.asarray(one.pixels), np.asarray(other.pixels)))
        self.assertGreater(len(one.pixels.getcolors(5000)), 3)

    def test_windows_have_the_size_of_a_camera_frame(self):
        looks = false_positives.windows([picture([], size=(300, 300))], 3, np.random.default_rng(0))
        self.assertEqual([look.shape for look in looks], [(480, 640, 3)] * 3)

    def test_a_false_face_is_found_again_in_its_place_only(self):
        looks = iter([(0, 0.9), (0, 0.9), (0, 0.3), (2, 0.9), (40, 0.9)])  # three first looks, two second ones

        def detector(_, least=0.45):
            x, score = next(looks)
            return np.array([[x, 0, x + 20, 20, score]], np.float32)

        frames = [np.zeros((48, 64, 3), np.uint8)] * 3
        scores, repeated = false_positives.measure(detector, frames, np.random.default_rng(0))
        self.assertEqual(scores.round(1).tolist(), [0.9, 0.9, 0.3])
        self.assertEqual(repeated.tolist(), [True, False, False])
        self.assertEqual(list(looks), [])

    def test_the_next_frame_is_shifted_and_noisy(self):
        frame = np.zeros((40, 40, 3), np.uint8)
        frame[10, 20] = 200
        later = false_positives.next_frame(np.random.default_rng(0), frame).astype(int)
        self.assertGreater(later[11, 21].min(), 150)
        self.assertTrue(0 < later[0:9].std() < 4)


class Entry(unittest.TestCase):
    OTHER = '[[model]]\nid = "expression"\n\n[model.input]\nname = "face"\n'
    OLD = '[[model]]\nid = "face-detector"\nold = 1\n'
    NEW = '[[model]]\nid = "face-detector"\nnew = 1\n'

    def test_only_the_own_entry_changes(self):
        for before, after in (
            (f"# head\nversion = 1\n\n{self.OTHER}", f"# head\nversion = 1\n\n{self.OTHER}\n{self.NEW}"),
            (f"version = 1\n\n{self.OTHER}\n{self.OLD}", f"version = 1\n\n{self.OTHER}\n{self.NEW}"),
            (f"version = 1\n\n{self.OLD}\n{self.OTHER}", f"version = 1\n\n{self.NEW}\n{self.OTHER}"),
        ):
            self.assertEqual(manifest.replaced(before, self.NEW), after)


if __name__ == "__main__":
    unittest.main()
