"""FER-2013 pixels with the ten FER+ votes, as arrays the training can use.

File format: `fer2013plus_<split>.npz` holds `med` (uint8 [N,48,48], the
residuals of a median edge detector, the predictor of LOCO-I / JPEG-LS,
Weinberger et al. 2000), `fer` (uint8 [N], FER-2013 label 0..6), `votes`
(uint8 [N,10], FER+ votes; Barsoum et al. 2016) and `named` (bool [N]).
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

LABELS = ("neutral", "happiness", "surprise", "sadness", "anger", "disgust", "fear", "contempt")
FER2013_LABELS = ("angry", "disgust", "fear", "happy", "sad", "surprise", "neutral")
SIDE = 48


@dataclass(frozen=True)
class Faces:
    """One split: `pixels` uint8 [N,48,48], `votes` uint8 [N,10], `fer2013` int64 [N]."""

    pixels: np.ndarray
    votes: np.ndarray
    fer2013: np.ndarray

    def __len__(self):
        return len(self.pixels)

    def take(self, index):
        """The pictures at `index` (a mask or row numbers)."""
        return Faces(self.pixels[index], self.votes[index], self.fer2013[index])


def undo_prediction(residuals):
    """Pixels uint8 [N,H,W] from median-edge-detector residuals uint8 [N,H,W].

    Each pixel needs its left, upper and upper-left neighbours, so the loop runs
    over positions and handles all N pictures at once.
    """
    count, height, width = residuals.shape
    pixels = np.zeros((count, height, width), np.int16)
    for row in range(height):
        for column in range(width):
            predicted = _predict(pixels, row, column)
            pixels[:, row, column] = (residuals[:, row, column] + predicted) & 255
    return pixels.astype(np.uint8)


def _predict(pixels, row, column):
    if row == 0:
        return pixels[:, 0, column - 1] if column else 0
    if column == 0:
        return pixels[:, row - 1, 0]
    left, up = pixels[:, row, column - 1], pixels[:, row - 1, column]
    gradient = left + up - pixels[:, row - 1, column - 1]
    return np.clip(gradient, np.minimum(left, up), np.maximum(left, up))


def load(directory, split):
    """The faces of `split` ("train" or "public") that have pixels and a FER+ row."""
    return load_rows(directory, split)[0]


def load_rows(directory, split):
    """(faces, kept bool [rows of the file]): as `load`, and which rows of the file the faces are."""
    with np.load(Path(directory) / f"fer2013plus_{split}.npz") as stored:
        pixels = undo_prediction(stored["med"].astype(np.int16))
        votes, named = stored["votes"].copy(), stored["named"].copy()
        faces = Faces(pixels, votes, stored["fer"].astype(np.int64))
    blank = pixels.reshape(len(pixels), -1).std(axis=1) == 0
    kept = named & ~blank
    return faces.take(kept), kept


def without_single_votes(votes):
    """Votes [N,10] with lone votes set to zero: one of ten is mostly a slip (Barsoum et al.)."""
    return np.where(votes > 1, votes, 0)


def soft_targets(votes):
    """(targets float32 [N,8], known bool [N]) from the votes.

    Unknown and not-a-face are left out of the distribution; a picture without
    any other vote has `known` False and a zero row.
    """
    kept = without_single_votes(votes)[:, : len(LABELS)].astype(np.float32)
    total = kept.sum(axis=1, keepdims=True)
    return kept / np.maximum(total, 1.0), total[:, 0] > 0


def majority(votes):
    """(label int64 [N], decided bool [N]): the FER+ majority protocol.

    Decided means that after single votes are removed one of the eight classes
    holds more than half of all the votes left, unknown and not-a-face included.
    """
    kept = without_single_votes(votes).astype(np.int64)
    eight = kept[:, : len(LABELS)]
    return eight.argmax(axis=1), 2 * eight.max(axis=1) > kept.sum(axis=1)


def sampling_weights(targets, exponent):
    """Weights float64 [N] that draw rare classes more often, expected class by class.

    `exponent` 0 leaves the data as it is, 1 would balance the classes fully.
    """
    frequency = targets.mean(axis=0)
    per_class = (frequency.max() / np.maximum(frequency, 1e-6)) ** exponent
    weights = targets @ per_class
    weights[weights == 0] = 1.0  # no named vote: still useful for the FER-2013 head
    return weights / weights.sum()


def near_copies(faces, others, threshold=0.97):
    """Bool [N]: which of `faces` correlate above `threshold` with any of `others`.

    FER-2013 repeats pictures across its splits. Correlation of 12x12 thumbnails
    finds the repeats; pixels themselves differ by compression.
    """
    first, second = _thumbnails(faces.pixels), _thumbnails(others.pixels)
    best = np.full(len(first), -1.0, np.float32)
    for start in range(0, len(second), 4096):
        best = np.maximum(best, (first @ second[start : start + 4096].T).max(axis=1))
    return best > threshold


def _thumbnails(pixels):
    small = pixels.reshape(len(pixels), 12, 4, 12, 4).mean(axis=(2, 4)).reshape(len(pixels), -1)
    small = small - small.mean(axis=1, keepdims=True)
    norm = np.linalg.norm(small, axis=1, keepdims=True)
    return (small / np.maximum(norm, 1e-6)).astype(np.float32)
