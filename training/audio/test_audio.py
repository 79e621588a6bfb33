"""Fast checks that need no data: python -m unittest training.audio.test_audio"""

import tempfile
import unittest
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch

from training.audio import distil, student, table, train, validate, views
from training.audio.teacher import Teacher


def rows(count: int, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    """Inputs of plausible size, and an affect that follows from them."""
    random = np.random.default_rng(seed)
    inputs = random.uniform(0.1, 1, (count, table.INPUTS))
    inputs[:, 12:32] = 30 * random.normal(size=(count, 20))
    valence = np.tanh(inputs[:, 12] / 30) * 0.5
    arousal = 0.8 * (inputs[:, 39] - 0.5) + 0.05 * random.normal(size=count)
    return inputs, np.stack([valence, arousal], axis=1)


class Views(unittest.TestCase):
    def test_the_graph_sees_what_numpy_sees(self):
        inputs, _ = rows(20)
        seen = views.matrix(inputs)
        layer = student.Views(seen.mean(0), seen.std(0))
        expected = ((seen - seen.mean(0)) / seen.std(0)).clip(-4, 4)
        found = layer(torch.tensor(inputs, dtype=torch.float32)).numpy()
        np.testing.assert_allclose(found, expected, atol=2e-4)

    def test_another_key_changes_no_fourier_size(self):
        chroma = np.random.default_rng(1).uniform(0, 1, (3, 12))
        moved = views.pitch_classes(np.roll(chroma, 5, axis=1))
        np.testing.assert_allclose(moved["fourier"], views.pitch_classes(chroma)["fourier"], rtol=1e-5)


class Teachers(unittest.TestCase):
    def test_leaving_out_is_what_leaving_out_would_give(self):
        inputs, affect = rows(40)
        teacher = Teacher(tries=4, kept=1).fit(views.views(inputs), affect[:, 1])
        choice = teacher.choices[0][0]
        row = np.arange(40) != 7
        again = Teacher(tries=1, kept=1)
        again._search = lambda parts, y: [(choice, y)]
        again.fit({k: v[row] for k, v in views.views(inputs).items()}, affect[row, 1])
        # Means and scales are those of 39 rows, so the two differ a little.
        predicted = again.predict({k: v[~row] for k, v in views.views(inputs).items()})
        self.assertAlmostEqual(float(predicted[0]), float(teacher.left_out[7]), delta=0.03)

    def test_what_follows_from_the_columns_is_learned(self):
        inputs, affect = rows(200)
        fold = validate.folds(200, 2, 1)
        recipe = replace(distil.Recipe(), steps=300, invented=1000)
        pair = distil.teachers(inputs[fold == 0], affect[fold == 0], 1, tries=20)
        net = distil.student(inputs[fold == 0], affect[fold == 0], pair, 1, recipe)
        found = validate.scores(student.predict(net, inputs[fold == 1]), affect[fold == 1])
        self.assertGreater(min(found["r2"]), 0.4)
        self.assertGreater(min(found["coverage90"]), 0.75)


class Folds(unittest.TestCase):
    def test_albums_stay_together(self):
        groups = table.albums(np.array([1, 5, 900, 910, 3000, 12, 5000]))
        self.assertEqual(groups.tolist(), [0, 0, 1, 1, 2, 0, 3])
        fold = validate.folds(7, 2, 1, groups)
        self.assertEqual(len({fold[0], fold[1], fold[5]}), 1)

    def test_every_fold_has_its_share(self):
        counts = np.bincount(validate.folds(103, 10, 3))
        self.assertEqual((counts.min(), counts.max()), (10, 11))


class Export(unittest.TestCase):
    def test_the_file_says_what_torch_says(self):
        inputs, affect = rows(30)
        seen = views.matrix(inputs)
        net = student.Student(seen.mean(0), seen.std(0)).eval()
        data = table.Table(np.arange(30), inputs, affect, {})
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "audio-affect.onnx"
            train.write(net, path)
            train.golden(net, data, path)
            self.assertTrue(path.with_suffix(".golden.json").exists())


if __name__ == "__main__":
    unittest.main()
