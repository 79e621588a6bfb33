"""Fast checks that need no data: python -m unittest training.detector.test_turned"""

import tempfile
import unittest
from pathlib import Path

import numpy as np
from PIL import Image

from training.detector import turned, yaw
from training.detector.data import Picture


def head(degrees: float, roll: float = 0.0) -> np.ndarray:
    """Points [468, 3] of a flat face 80 pixels wide around the middle of the input, turned about its upright axis, then rolled."""
    points = np.full((468, 3), yaw.SIDE / 2)
    turn, tilt = np.radians(degrees), np.radians(roll)
    for place, (right, left) in enumerate(yaw.SIDES):
        for index, side in ((right, -1), (left, 1)):
            x, y = 40 * side * np.cos(turn), 15.0 * (place - 2.5)
            points[index] += (x * np.cos(tilt) - y * np.sin(tilt), x * np.sin(tilt) + y * np.cos(tilt), 40 * side * np.sin(turn))
    return points


def picture(boxes) -> Picture:
    boxes = np.array(boxes, np.float32)
    none = np.zeros(len(boxes), bool)
    return Picture("a.jpg", Image.new("RGB", (300, 200)), boxes, none, none, none, none, none.astype(np.int64))


class Yaw(unittest.TestCase):
    def test_roll_does_not_change_it(self):
        for degrees in (-60, -30, 0, 45):
            for roll in (0, 25):
                self.assertAlmostEqual(yaw.yaw_of(head(degrees, roll)), degrees, places=6)

    def test_the_cut_is_centred_and_turned(self):
        image = Image.new("RGB", (200, 200))
        image.paste((255, 255, 255), (98, 48, 102, 52))  # a spot 50 pixels above the middle
        upright = yaw.cut(image, np.array([100.0, 100.0]), 192, 0.0)
        self.assertGreater(upright[46, 96].min(), 200)
        turned_left = yaw.cut(image, np.array([100.0, 100.0]), 192, np.pi / 2)
        self.assertGreater(turned_left[96, 46].min(), 200)

    def test_the_second_pass_sees_the_face_upright_and_centred(self):
        roll, seen = np.radians(20), []

        def mesh(pixels):
            # What a mesh would say of a face whose picture is rolled by 20 degrees, in the square it is shown.
            seen.append(pixels)
            return head(30, 20 if len(seen) == 1 else 0), 0.9

        image = Image.new("RGB", (400, 400))
        middle = np.array([200.0, 200.0])
        across = np.array([np.cos(roll), np.sin(roll)])
        for side in (-1, 1):
            x, y = middle + 40 * side * across
            image.paste((255, 255, 255), (round(x) - 3, round(y) - 3, round(x) + 3, round(y) + 3))
        degrees, present = yaw.measure(mesh, image, np.array([136, 136, 264, 264], np.float32))
        self.assertAlmostEqual(degrees, 30)
        self.assertEqual(present, 0.9)
        rows, _ = np.nonzero(seen[1][..., 0] > 128)
        self.assertLess(np.ptp(rows), 20, "both spots at one height")
        self.assertGreater(np.ptp(np.nonzero(seen[0][..., 0] > 128)[0]), 20)

    def test_small_and_invalid_faces_are_left_out(self):
        some = picture([[0, 0, 50, 60], [0, 0, 30, 39], [60, 0, 120, 90]])
        some.invalid[2] = True
        self.assertEqual([index for _, index in yaw.faces([some])], [0])


class Recall(unittest.TestCase):
    def test_faces_are_found_by_overlap_and_believed_by_score(self):
        boxes = [[0, 0, 60, 60], [100, 0, 160, 60], [200, 0, 260, 60]]
        found = np.array([[2, 0, 62, 60, 0.9], [100, 0, 160, 60, 0.5], [240, 0, 300, 60, 0.99]], np.float32)
        degrees = {("a.jpg", 0): 35.0, ("a.jpg", 1): 50.0, ("a.jpg", 2): np.nan, ("other.jpg", 0): 40.0}
        faces = turned.measured([picture(boxes)], degrees, lambda _: found)
        self.assertEqual([round(face.score, 2) for face in faces], [0.9, 0.5, 0.0])
        rows = {line.split("|")[1].strip(): line for line in turned.table(faces, {"found": 0.45, "believed": 0.7})}
        self.assertIn("| 2 | 100.0 (34 to 100) | 50.0 (9 to 91) |", rows["30 to 60"])
        self.assertIn("| 1 | 0.0 (0 to 79) |", rows["no landmarks"])
        self.assertIn("| 0 | none | none |", rows["0 to 15"])

    def test_nothing_found_is_a_miss(self):
        faces = turned.measured([picture([[0, 0, 60, 60]])], {("a.jpg", 0): 3.0}, turned.tabled({}))
        self.assertEqual([face.score for face in faces], [0.0])

    def test_yaw_of_what_is_no_face_to_the_mesh_is_unknown(self):
        with tempfile.TemporaryDirectory() as name:
            path = Path(name) / "yaw.csv"
            path.write_text("file,index,yaw,present\na.jpg,0,-42.5,0.9\na.jpg,1,10,0.2\n")
            degrees = turned.read(path)
        self.assertEqual(degrees["a.jpg", 0], 42.5)
        self.assertTrue(np.isnan(degrees["a.jpg", 1]))


if __name__ == "__main__":
    unittest.main()
