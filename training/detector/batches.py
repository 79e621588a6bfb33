"""Endless shuffled batches from pictures in memory."""

from dataclasses import dataclass

import numpy as np
import torch
from PIL import Image

from . import drawings
from .augment import CALM, Strength, disturb
from .data import Picture
from .geometry import Window, draw, hard_window, negative_window


@dataclass
class Batch:
    """`images` uint8 [n, 3, s, s] channels last; `boxes` float32 [m, 4]; `owner` int64 [m] image index;
    `ignore` bool [m]. Boxes of all images lie in one list because images hold from none to hundreds."""

    images: torch.Tensor
    boxes: torch.Tensor
    owner: torch.Tensor
    ignore: torch.Tensor


class Sampler:
    """Draws batches; a generator per batch, seeded by its number, makes a resumed run repeat them.

    The share `negatives` of the windows touches no box; half of those are drawn from `hard` (pictures and places in
    them, see `mine`), if it is not empty. The share `drawn` of all windows shows drawings without a face.
    """

    def __init__(self, pictures: list[Picture], seed: int, negatives: float = 0.0, hard=(), drawn: float = 0.0):
        self._negatives, self._hard, self._drawn = negatives, hard, drawn
        self._pictures = pictures
        self._seed = seed
        self._epoch = -1
        self._order = np.empty(0, np.int64)

    def batch(self, number: int, count: int, size: int, strength: Strength) -> Batch:
        rng = np.random.default_rng((self._seed, number))
        windows = [self._window(rng, number * count + i, size, strength) for i in range(count)]
        return _collate(windows)

    def _window(self, rng, index: int, size: int, strength: Strength) -> Window:
        if self._drawn and rng.random() < self._drawn:
            return disturb(rng, drawings.window(rng, size), strength)
        if self._negatives and rng.random() < self._negatives:
            window = self._negative(rng, size)
            if window is not None:
                return disturb(rng, window, strength)
        if rng.random() < strength.mosaic:
            return self._mosaic(rng, size, strength)
        return disturb(rng, draw(rng, self._shuffled(index), size), strength)

    def _negative(self, rng, size: int) -> Window | None:
        if self._hard and rng.random() < 0.5:
            return hard_window(rng, *self._hard[rng.integers(len(self._hard))], size)
        return negative_window(rng, self._pictures[rng.integers(len(self._pictures))], size)

    def _shuffled(self, index: int) -> Picture:
        """The index-th picture of an endless sequence in which every pass is a fresh permutation."""
        epoch, place = divmod(index, len(self._pictures))
        if self._epoch != epoch:
            self._order = np.random.default_rng((self._seed, 1 << 40, epoch)).permutation(len(self._pictures))
            self._epoch = epoch
        return self._pictures[self._order[place]]

    def _mosaic(self, rng, size: int, strength: Strength) -> Window:
        """Four half-size windows in a square (YOLOv4): more faces and more borders a picture."""
        half = size // 2
        sheet = Image.new("RGB", (size, size))
        boxes, ignore = [], []
        for x, y in ((0, 0), (half, 0), (0, half), (half, half)):
            picture = self._pictures[rng.integers(len(self._pictures))]
            part = disturb(rng, draw(rng, picture, half), CALM)
            sheet.paste(part.pixels, (x, y))
            boxes.append(part.boxes + np.array([x, y, x, y], np.float32))
            ignore.append(part.ignore)
        return Window(sheet, np.concatenate(boxes), np.concatenate(ignore))


def _collate(windows: list[Window]) -> Batch:
    images = torch.from_numpy(np.stack([np.asarray(w.pixels) for w in windows])).permute(0, 3, 1, 2)
    boxes = torch.from_numpy(np.concatenate([w.boxes for w in windows]))
    owner = torch.from_numpy(np.repeat(np.arange(len(windows)), [len(w.boxes) for w in windows]))
    ignore = torch.from_numpy(np.concatenate([w.ignore for w in windows]))
    return Batch(images, boxes, owner, ignore)
