"""Fast checks that need no data: python -m unittest training.expression.test_joint"""

import io
import tempfile
import unittest
from pathlib import Path

import numpy as np
import torch
from PIL import Image

from training.common import onnx_tools, proportion
from training.expression import data, ensemble, export, groups, joint, photographic, portraits
from training.expression.export import load_checkpoint
from training.expression.model import DenseHeads, ExpressionNet, Shape

NAMES = ["_neutral", "jawOpen", "mouthLeft", "mouthRight", "eyeLookInLeft", "eyeLookInRight"]
NAMES += [f"filler{index}" for index in range(52 - len(NAMES))]


def pool(count, known):
    """A pool of `count` grey pictures whose votes are known or not."""
    random = np.random.default_rng(0)
    labels = joint.dense_labels(random.random((count, 52), np.float32), random.random((count, 3)) * 20)
    known = torch.full((count,), known)
    wide = {"expression": torch.full((count, 8), 1 / 8), "fer2013": torch.full((count, 7), 1 / 7)}
    pixels = random.integers(0, 255, (count, 48, 48), np.uint8)
    return joint.Pool(pixels, 1.0, portraits.mirrored(NAMES), known=known, fer_known=known, **wide, **labels)


class Ensembles(unittest.TestCase):
    def test_every_combination_is_averaged_once(self):
        answers = [[np.full((2, 8), value), np.full((2, 7), value)] for value in (0.0, 0.3, 0.9)]
        found = {chosen: mean[0][0, 0] for chosen, mean in ensemble.averages(answers)}
        self.assertEqual(list(found), [(0,), (1,), (2,), (0, 1), (0, 2), (1, 2), (0, 1, 2)])
        self.assertAlmostEqual(found[0, 1, 2], 0.4)

    def test_halves_are_judged_by_themselves(self):
        # Four happy faces, of which the odd rows are read as sad.
        votes = np.zeros((4, 10), np.uint8)
        votes[:, 1] = 9
        faces = data.Faces(np.zeros((4, 48, 48), np.uint8), votes, np.full(4, 3))
        expression, fer2013 = np.full((4, 8), 0.01), np.full((4, 7), 0.01)
        expression[::2, 1] = expression[1::2, 3] = fer2013[:, 3] = 0.9
        whole, even, odd = ensemble.figures((expression, fer2013), faces)
        self.assertEqual([part[0] for part in (whole, even, odd)], [50.0, 100.0, 0.0])
        self.assertEqual([part[2] for part in (whole, even, odd)], [100.0] * 3)


class Portraits(unittest.TestCase):
    def test_one_picture_in_five_of_one_source_is_held_out(self):
        self.assertEqual(int(portraits.held_out(15000, "utkface").sum()), 3000)
        self.assertEqual(int(portraits.held_out(7299, "lfw").sum()), 0)

    def test_a_mirror_exchanges_the_sides_and_nothing_else(self):
        order = portraits.mirrored(NAMES)
        self.assertEqual([NAMES[place] for place in order[:6]], ["_neutral", "jawOpen", "mouthRight", "mouthLeft", "eyeLookInRight", "eyeLookInLeft"])
        self.assertEqual(order[order].tolist(), list(range(52)))

    def test_the_mean_of_both_sides(self):
        values = np.arange(52.0)[None]
        self.assertEqual(portraits.pair(values, NAMES, "mouth")[0], 2.5)
        self.assertEqual(portraits.pair(values, NAMES, "jawOpen")[0], 1.0)

    def test_black_margins_repeat_the_nearest_row(self):
        picture = np.zeros((72, 72), np.uint8)
        picture[:60, 10:] = 128
        file = io.BytesIO()
        Image.fromarray(picture).save(file, "PNG")
        np.testing.assert_array_equal(portraits.decode(np.frombuffer(file.getvalue(), np.uint8)), np.full((72, 72), 128))

    def test_the_crop_is_the_middle(self):
        pixels = np.zeros((1, 72, 72), np.uint8)
        pixels[:, 8:64, 8:64] = 200
        crop = portraits.crops(pixels)
        self.assertEqual(crop.shape, (1, 48, 48))
        self.assertTrue((crop[:, 2:-2, 2:-2] == 200).all())


class Groups(unittest.TestCase):
    def test_clear_faces_are_counted_by_group(self):
        names = ("mouthSmileLeft", "mouthSmileRight", "jawOpen", "browInnerUp", "browDownLeft", "browDownRight", "mouthFrownLeft", "mouthFrownRight")
        shown = np.array([[0.8, 0.6, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0.6, 0.5, 0, 0, 0, 0], [np.nan] * 8], np.float32)
        faces = portraits.Portraits(np.zeros((4, 72, 72), np.uint8), shown, shown[:, :3], np.array([[2, 0], [2, 1], [7, 1], [7, 0]]), np.arange(4), names)
        found = groups.shares(np.array([1, 3, 2, 1]), faces)
        self.assertEqual(found["men", "smile read as happiness"], (1, 1))
        self.assertEqual(found["women", "rest read as sad or angry"], (1, 1))
        self.assertEqual(found["age group 7", "open surprise read as surprise"], (1, 1))
        self.assertEqual(len(list(groups.table(found))), 2 + 13)

    def test_an_interval_holds_its_share_and_stays_within_0_and_1(self):
        low, high = proportion.interval(10, 10)
        self.assertTrue(0.6 < low < 0.8 and high <= 1 + 1e-9)


class Photographs(unittest.TestCase):
    def test_no_strength_changes_at_most_the_side(self):
        torch.manual_seed(0)
        faces = torch.rand(6, 1, 48, 48) * 255
        grid, mirrored, turn = photographic.grids(6, 48, strength=0.0)
        found = photographic.sample(faces, grid)
        expected = torch.where(mirrored.view(-1, 1, 1, 1), faces.flip(3), faces)
        torch.testing.assert_close(found, expected, atol=0.01, rtol=0)
        self.assertEqual(turn.tolist(), [0.0] * 6)

    def test_a_turned_head_moves_its_middle_to_the_side(self):
        x = torch.zeros(1, 1, 1)
        right = photographic.turned(x, torch.full((1, 1, 1), 0.5)).item()
        left = photographic.turned(x, torch.full((1, 1, 1), -0.5)).item()
        self.assertAlmostEqual(right, -left, places=6)
        self.assertGreater(right, 0.1)

    def test_jpeg_of_high_quality_changes_little_and_of_low_quality_more(self):
        torch.manual_seed(0)
        faces = torch.nn.functional.interpolate(torch.rand(4, 1, 12, 12) * 255, size=48, mode="bilinear")
        errors = [(photographic.jpeg(faces, torch.full((4, 1, 1, 1), q)) - faces).abs().mean().item() for q in (95.0, 15.0)]
        self.assertLess(errors[0], 2.0)
        self.assertGreater(errors[1], 2 * errors[0])

    def test_the_cosine_transform_is_orthonormal(self):
        torch.testing.assert_close(photographic.cosines() @ photographic.cosines().T, torch.eye(8), atol=1e-5, rtol=0)

    def test_a_flat_picture_stays_flat_behind_a_quiet_colour_filter(self):
        torch.manual_seed(0)
        found = photographic.colour_filter(torch.full((8, 1, 48, 48), 120.0))
        self.assertLess((found.mean((2, 3)) - 120).abs().max().item(), 2.0)

    def test_the_camera_keeps_shape_and_range(self):
        torch.manual_seed(0)
        for faces in (torch.zeros(9, 1, 48, 48), torch.full((9, 1, 48, 48), 255.0)):
            found = photographic.camera(faces)
            self.assertEqual(found.shape, faces.shape)
            self.assertTrue(bool(torch.isfinite(found).all()))

    def test_glasses_and_beards_leave_the_middle_of_the_face_alone(self):
        torch.manual_seed(0)
        faces, (grid, _, _) = torch.full((20, 1, 48, 48), 150.0), photographic.grids(20, 48, strength=0.0)
        found = photographic.beards(photographic.glasses(faces, grid, 1.0), grid, 1.0)
        torch.testing.assert_close(found[:, :, 26:29, 23:25], faces[:, :, 26:29, 23:25])
        self.assertGreater((found - faces).abs().mean().item(), 3.0)


class Joint(unittest.TestCase):
    def options(self, *given):
        return joint.arguments([*"--data . --portraits . --out . --widths 4 4 4 8 --blocks 0 0 0 --batch 16".split(), *given])

    def test_one_update_teaches_every_head(self):
        torch.manual_seed(0)
        run = joint.JointRun(self.options(), torch.device("cpu"))
        before = {name: value.clone() for name, value in run.net.state_dict().items() if "dense" in name or "expression" in name}
        pools = pool(10, 1.0), pool(8, 0.0)
        pools[1].labels["age"], pools[1].labels["sex"] = torch.randint(0, 10, (8,)), torch.randint(0, 2, (8,))
        faces, labels = run.batch(pools, (torch.arange(10), torch.arange(6)), 1.0, 0.2)
        self.assertEqual(faces.shape, (16, 1, 48, 48))
        self.assertTrue(bool(torch.isfinite(run.update(faces, labels, 0.3))))
        for name, value in before.items():
            self.assertFalse(torch.equal(value, run.net.state_dict()[name]), name)

    def test_a_mirrored_face_looks_to_the_other_side(self):
        labels = joint.dense_labels(np.arange(52, dtype=np.float32)[None] / 52, np.array([[30.0, 10.0, 0.0]]))
        order = torch.from_numpy(portraits.mirrored(NAMES))
        seen = joint._seen(labels, torch.tensor([True]), torch.tensor([0.0]), order)
        self.assertAlmostEqual(seen["pose"][0, 0].item(), -30 / joint.DEGREES, places=5)
        self.assertEqual(seen["dense"][0, 2].item(), labels["dense"][0, 3].item())

    def test_unknown_votes_do_not_weigh_in_a_blend(self):
        torch.manual_seed(0)
        labels = {
            "expression": torch.eye(8)[:2], "known": torch.tensor([1.0, 0.0]), "fer2013": torch.eye(7)[:2], "fer_known": torch.tensor([1.0, 0.0]),
            "dense_known": torch.ones(2), "pose_known": torch.ones(2), "age": torch.tensor([3, 4]), "sex": torch.tensor([0, 1]),
        }
        _, found = joint.mixed(torch.rand(2, 1, 4, 4), labels, 0.5)
        for row in range(2):
            if found["known"][row] > 0:
                torch.testing.assert_close(found["expression"][row], torch.eye(8)[0])

    def test_signs_are_squares_of_the_dense_head_averaged_over_both_sides(self):
        torch.manual_seed(0)
        net = ExpressionNet(Shape((4, 4, 4, 8), (0, 0, 0))).eval()
        net.dense = DenseHeads(8)
        names = [name + side for name in export.SIGNS for side in (("Left", "Right") if name not in ("jawOpen", "browInnerUp") else ("",))]
        export.with_signs(net, names + [f"filler{index}" for index in range(52 - len(names))])
        faces = torch.rand(3, 1, 48, 48) * 255
        with torch.no_grad():
            answers, roots = net(faces), net.dense(net.features(faces))[0].clamp(0, 1)
        self.assertEqual(answers[2].shape, (3, len(export.SIGNS)))
        torch.testing.assert_close(answers[2][:, 0], roots[:, :2].square().mean(1))
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "net.onnx"
            export.write(net, path)
            self.assertLess(export.check(net, path), 1e-4)
            self.assertEqual([output.name for output in onnx_tools.session(path).get_outputs()], ["expression_logits", "fer2013_logits", "blendshapes"])

    def test_missing_blendshapes_are_not_known(self):
        found = joint.dense_labels(np.full((1, 52), np.nan, np.float32), np.zeros((1, 3)))
        self.assertEqual(found["dense_known"].tolist(), [0.0])

    def test_a_larger_side_has_the_same_answers_in_shape(self):
        net = ExpressionNet(Shape((4, 4, 4, 8), (0, 0, 0), side=56)).eval()
        self.assertEqual([tuple(x.shape) for x in net(torch.rand(2, 1, 48, 48))], [(2, 8), (2, 7)])

    def test_checkpoints_with_dense_heads_are_read(self):
        with tempfile.TemporaryDirectory() as folder:
            run = joint.JointRun(self.options("--side", "56"), torch.device("cpu"))
            run.save(Path(folder) / "last.pt")
            net = load_checkpoint(Path(folder) / "last.pt")
            self.assertIsInstance(net.dense, DenseHeads)
            self.assertEqual(net.side, 56)
            other = joint.JointRun(self.options("--side", "56"), torch.device("cpu"))
            other.start_from(Path(folder) / "last.pt")
            torch.testing.assert_close(other.net.stem.conv.weight, run.ema.model.stem.conv.weight)


if __name__ == "__main__":
    unittest.main()
