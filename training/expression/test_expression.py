"""Fast checks that need no data: python -m unittest training.expression.test_expression"""

import unittest

import numpy as np
import torch

from training.expression import augment, average, calibrate, covers, data, metrics, reference, targets, widen
from training.expression.model import ExpressionNet, OpenHead, Shape


class Averaged(unittest.TestCase):
    def test_weights_count_and_counters_are_the_last_ones(self):
        first = {"w": torch.tensor([0.0, 4.0]), "seen": torch.tensor(5)}
        last = {"w": torch.tensor([4.0, 0.0]), "seen": torch.tensor(9)}
        mean = average.weighted([first, last], [1, 3])
        self.assertEqual((mean["w"].tolist(), int(mean["seen"])), ([3.0, 1.0], 9))

    def test_a_head_that_is_new_is_taken_as_it_is(self):
        mean = average.weighted([{"w": torch.zeros(1)}, {"w": torch.ones(1), "head": torch.ones(2)}], [1, 1])
        self.assertEqual((mean["w"].item(), mean["head"].tolist()), (0.5, [1.0, 1.0]))


class Widened(unittest.TestCase):
    def test_a_wider_network_computes_the_same_and_its_copies_are_not_alike(self):
        torch.manual_seed(3)
        narrow = ExpressionNet(Shape((4, 6, 8, 10), (1, 1, 1)))
        for norm in (module for module in narrow.modules() if isinstance(module, torch.nn.BatchNorm2d)):
            torch.nn.init.uniform_(norm.weight, 0.5, 1.5)  # zero at first in each block's second convolution
        for _ in range(3):
            narrow(torch.rand(8, 1, 48, 48) * 255)  # fills the running statistics
        shape = Shape((8, 13, 16, 25), (1, 1, 1))
        wide = ExpressionNet(shape)
        wide.load_state_dict(widen.widened(narrow.state_dict(), shape.widths, torch.Generator().manual_seed(1)))
        faces = torch.rand(5, 1, 48, 48) * 255
        for old, new in zip(narrow.eval()(faces), wide.eval()(faces)):
            torch.testing.assert_close(new, old, rtol=1e-4, atol=1e-4)
        read = wide.stages[0].first.conv.weight.detach()
        self.assertGreater((read[:, :4] - read[:, 4:8]).abs().max().item(), 1e-3)

    def test_a_network_cannot_become_narrower(self):
        with self.assertRaises(ValueError):
            widen.widened(ExpressionNet().state_dict(), (8, 32, 96, 160), torch.Generator())


class Votes(unittest.TestCase):
    def test_single_votes_do_not_count(self):
        votes = np.array([[5, 1, 0, 0, 1, 0, 0, 0, 3, 0], [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]], np.uint8)
        soft, known = data.soft_targets(votes)
        self.assertEqual(soft[0].tolist(), [1, 0, 0, 0, 0, 0, 0, 0])
        self.assertEqual(known.tolist(), [True, False])

    def test_majority_needs_more_than_half_of_all_votes_left(self):
        votes = np.array([[5, 0, 0, 0, 0, 0, 0, 0, 5, 0], [5, 4, 0, 0, 1, 0, 0, 0, 0, 0]], np.uint8)
        label, decided = data.majority(votes)
        self.assertEqual(decided.tolist(), [False, True])
        self.assertEqual(label[1], 0)

    def test_pixels_return_from_their_residuals(self):
        pixels = np.random.default_rng(0).integers(0, 256, (3, 6, 7)).astype(np.int16)
        residuals = np.zeros_like(pixels)
        for row in range(6):
            for column in range(7):
                guess = data._predict(pixels, row, column)
                residuals[:, row, column] = (pixels[:, row, column] - guess) & 255
        np.testing.assert_array_equal(data.undo_prediction(residuals), pixels)


class Measures(unittest.TestCase):
    def test_overconfident_logits_get_a_higher_temperature(self):
        random = np.random.default_rng(0)
        logits = random.normal(size=(4000, 8))
        drawn = np.array([random.choice(8, p=row) for row in metrics.softmax(logits)])
        fitted = calibrate.for_majority(3 * logits, drawn, np.ones(4000, bool))
        self.assertAlmostEqual(fitted, 3.0, delta=0.2)

    def test_crossed_calibration_uses_the_other_half(self):
        logits = np.tile(np.eye(8)[[0, 1]] * 3.0, (50, 1))
        label = np.tile([0, 1], 50)
        label[::10] = 5  # every tenth picture is read wrong, all of them in the even half
        confidence, correct = calibrate.crossed(logits, label, np.ones(100, bool))
        self.assertEqual(int(correct.sum()), 90)
        self.assertGreater(confidence[::2].mean(), confidence[1::2].mean())

    def test_calibration_error_of_a_known_case(self):
        confidence = np.array([0.9] * 10)
        self.assertAlmostEqual(metrics.calibration_error(confidence, np.arange(10) < 7), 0.2)

    def test_the_surest_are_answered_first(self):
        coverage, accuracy = metrics.risk_coverage(np.array([0.2, 0.9]), np.array([False, True]))
        self.assertEqual((coverage.tolist(), accuracy.tolist()), ([0.5, 1.0], [1.0, 0.5]))


class Crop(unittest.TestCase):
    def test_the_same_size_is_the_same_picture(self):
        np.testing.assert_allclose(reference.weights(0, 48, 48), np.eye(48), atol=1e-12)

    def test_a_flat_picture_stays_flat_past_the_edge(self):
        face = reference.crop(np.full((40, 60, 3), 77, np.uint8), (-30, -10, 80, 90))
        np.testing.assert_allclose(face, 77.0, atol=1e-4)


class Network(unittest.TestCase):
    def test_contrast_and_brightness_do_not_matter_much(self):
        torch.manual_seed(0)
        net = ExpressionNet(Shape((4, 4, 4, 4), (0, 0, 0))).eval()
        face = torch.rand(1, 1, 48, 48) * 120
        torch.testing.assert_close(net(face)[0], net(face * 1.5 + 30)[0], atol=0.02, rtol=0.02)

    def test_augmentation_keeps_shape_and_range(self):
        faces = augment.augment(torch.rand(9, 1, 48, 48) * 255)
        self.assertEqual(faces.shape, (9, 1, 48, 48))
        self.assertTrue(0 <= faces.min() and faces.max() <= 255)

    def test_unnamed_pictures_leave_the_first_head_alone(self):
        outputs = torch.randn(2, 8), torch.zeros(2, 7)
        wanted = torch.zeros(2, 8), torch.zeros(2), torch.full((2, 7), 1 / 7)
        self.assertAlmostEqual(targets.loss_of(outputs, wanted, 1.0).item(), np.log(7), places=5)

    def test_the_open_head_leaves_the_other_answers_as_they_were(self):
        net = ExpressionNet().eval()
        faces = torch.rand(3, 1, 48, 48) * 255
        with torch.no_grad():
            before = net(faces)
            net.open = OpenHead(net.widths).eval()
            after = net(faces)
        self.assertEqual([tuple(x.shape) for x in after], [(3, 8), (3, 7), (3, 1)])
        for old, new in zip(before, after):
            self.assertTrue(torch.equal(old, new))


class Covers(unittest.TestCase):
    def test_a_cover_hides_a_part_and_leaves_the_rest(self):
        random = np.random.default_rng(3)
        face = np.random.default_rng(4).integers(0, 255, (48, 48), np.uint8)
        textures = np.full((2, 48, 48), 200, np.uint8)
        for _ in range(50):
            covered = covers.cover(face, textures, random)
            changed = (covered != face)[covers.CORE].mean()
            self.assertEqual(covered.dtype, np.uint8)
            self.assertTrue(0.1 < changed < 0.95, changed)


if __name__ == "__main__":
    unittest.main()
