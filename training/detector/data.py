"""Pictures and boxes, kept decoded in memory, and the fixed split into train and choose."""

import csv
import hashlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

CHOOSE_CLOSE = 100
CHOOSE_OTHER = 150
CLOSE_PX = 80.0


@dataclass(frozen=True)
class Picture:
    """One picture: `boxes` is float32 [n, 4] as x0, y0, x1, y1 in pixels; the rest are bool [n] but for
    `occlusion`, 0 to 2.

    `turned` is an untypical pose, `hidden` heavy occlusion and `blurred` heavy blur, as WIDER FACE marks them.
    """

    name: str
    image: Image.Image
    boxes: np.ndarray
    invalid: np.ndarray
    turned: np.ndarray
    hidden: np.ndarray
    blurred: np.ndarray
    occlusion: np.ndarray

    @property
    def sides(self) -> np.ndarray:
        """Longer side of every box, pixels, [n]."""
        return np.maximum(self.boxes[:, 2] - self.boxes[:, 0], self.boxes[:, 3] - self.boxes[:, 1])

    def is_webcam_like(self) -> bool:
        """The largest face is at least 80 px long and in a typical pose, as in front of a laptop."""
        if not len(self.boxes):
            return False
        largest = int(self.sides.argmax())
        return bool(self.sides[largest] >= CLOSE_PX and not self.turned[largest])


def load(folder: Path) -> list[Picture]:
    """Reads `boxes.csv` and decodes every picture under `images/` (about 1 GB for 2,686 pictures)."""
    rows: dict[str, list] = {}
    with (folder / "boxes.csv").open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            rows.setdefault(row["file"], []).append(row)
    paths = sorted((folder / "images").rglob("*.jpg"))
    return [_picture(path, rows.get(path.name, [])) for path in paths]


def _picture(path: Path, rows: list[dict]) -> Picture:
    image = Image.open(path).convert("RGB")
    image.load()
    xywh = np.array([[float(r[k]) for k in ("x", "y", "w", "h")] for r in rows], np.float32).reshape(-1, 4)
    boxes = np.concatenate([xywh[:, :2], xywh[:, :2] + xywh[:, 2:]], axis=1)
    marks = (("invalid", "1"), ("pose", "1"), ("occlusion", "2"), ("blur", "2"))
    found = (np.array([row[name] == value for row in rows], bool) for name, value in marks)
    return Picture(path.name, image, boxes, *found, np.array([int(row["occlusion"]) for row in rows], np.int64))


CONFIDENT, UNCERTAIN = 0.9, 0.4  # teacher's scores: positive from the first on, ignore region from the second on
HELD_OUT = 10  # one pseudo-labelled picture in ten is held out


def load_close(folder: Path) -> list[Picture]:
    """Pictures with mostly close faces and pseudo-labels of another detector (YuNet-n, Wu et al. 2023).

    `boxes.csv` beside the pictures has the columns file, x, y, w, h (pixels) and score. Boxes below `CONFIDENT` are ignore
    regions, boxes below `UNCERTAIN` are dropped. Files whose names begin with "mask" show a covered face: their largest face has
    the occlusion 2.
    """
    rows: dict[str, list] = {}
    with (folder / "boxes.csv").open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            rows.setdefault(row["file"], []).append(row)
    return [_close(path, rows.get(path.name, [])) for path in sorted(folder.glob("*.jpg"))]


def _close(path: Path, rows: list[dict]) -> Picture:
    image = Image.open(path).convert("RGB")
    image.load()
    rows = [row for row in rows if float(row["score"]) >= UNCERTAIN]
    table = np.array([[float(row[name]) for name in ("x", "y", "w", "h", "score")] for row in rows], np.float32).reshape(-1, 5)
    boxes = np.concatenate([table[:, :2], table[:, :2] + table[:, 2:4]], axis=1)
    occlusion, none = np.zeros(len(rows), np.int64), np.zeros(len(rows), bool)
    if path.name.startswith("mask") and len(rows):
        occlusion[table[:, 2:4].prod(axis=1).argmax()] = 2
    return Picture(path.name, image, boxes, table[:, 4] < CONFIDENT, none, none, none, occlusion)


def split_close(pictures: list[Picture]) -> tuple[list[Picture], list[Picture]]:
    """(training pictures, held-out pictures), by a hash of the file name."""
    held = [int(hashlib.sha256(p.name.encode()).hexdigest(), 16) % HELD_OUT == 0 for p in pictures]
    return [p for p, out in zip(pictures, held) if not out], [p for p, out in zip(pictures, held) if out]


def split(pictures: list[Picture]) -> tuple[list[Picture], list[Picture]]:
    """Train and choose, by a hash of the file name, so that neither order nor seed can move a picture.

    The choose set holds 100 webcam-like pictures and 150 others: drawn blindly it would hold some 40
    of the kind that matters here, too few to tell two models apart.
    """
    ordered = sorted(pictures, key=lambda p: hashlib.sha256(p.name.encode()).hexdigest())
    close = [p for p in ordered if p.is_webcam_like()]
    other = [p for p in ordered if not p.is_webcam_like()]
    choose = close[:CHOOSE_CLOSE] + other[:CHOOSE_OTHER]
    return close[CHOOSE_CLOSE:] + other[CHOOSE_OTHER:], choose
