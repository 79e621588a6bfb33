"""Faces cut from colour photographs, with dense labels but without expression labels.

File format: `faces72_<source>.npz` holds `jpeg` (uint8, the JPEG files one after the other), `offsets`
(int64 [N+1], file i is jpeg[offsets[i]:offsets[i+1]], grey 72x72), `blendshapes` (float16 [N,52], MediaPipe's face
landmarker, NaN where it found no face), `names` [52], `pose` (float16 [N,3], degrees of yaw, pitch and roll),
`group` (int8 [N,2], age group 0..9 and sex 0 male, 1 female; -1 unknown) and `score` of the face detector.
Sources: LFW (Huang et al. 2007) and UTKFace (Zhang et al. 2017).

A picture shows 1.2 times the longer side of the detector's box, so that the classifier's crop of 0.95 times the
longer side (`reference.FRAME`) is its middle 57 pixels, and a shifted crop still sees the photograph.
"""

import io
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from training.expression import data, reference

SIDE = 72
SHOWN = 1.2  # times the longer side of the detector's box
ZOOM = reference.FRAME / SHOWN  # share of the picture that the classifier sees
SOURCES = ("lfw", "utkface")
EVERY = 5  # one picture in five of UTKFace, 3,000 of 15,000, is held out


@dataclass(frozen=True)
class Portraits:
    """`pixels` uint8 [N,72,72], `blendshapes` float32 [N,52], `pose` float32 [N,3], `group` int64 [N,2], `row` int64 [N].

    `row` numbers the pictures of all sources in the order of `SOURCES`.
    """

    pixels: np.ndarray
    blendshapes: np.ndarray
    pose: np.ndarray
    group: np.ndarray
    row: np.ndarray
    names: tuple

    def __len__(self):
        return len(self.pixels)

    def take(self, index):
        """The pictures at `index` (a mask or row numbers)."""
        parts = (self.pixels, self.blendshapes, self.pose, self.group, self.row)
        return Portraits(*(part[index] for part in parts), self.names)


def load_source(directory, source, first_row=0):
    """All portraits of one source; black margins are filled."""
    with np.load(Path(directory) / f"faces72_{source}.npz") as stored:
        files, ends = stored["jpeg"], stored["offsets"]
        pixels = np.stack([decode(files[start:end]) for start, end in zip(ends[:-1], ends[1:])])
        labels = [stored[name].astype(kind) for name, kind in (("blendshapes", np.float32), ("pose", np.float32), ("group", np.int64))]
        names = tuple(str(name) for name in stored["names"])
    return Portraits(pixels, *labels, first_row + np.arange(len(pixels)), names)


def decode(file):
    """uint8 [72,72] of one JPEG file's bytes; rows and columns of the margin that are black repeat the nearest that is not."""
    picture = np.asarray(Image.open(io.BytesIO(file.tobytes())).convert("L"))
    rows, columns = (np.flatnonzero(picture.max(axis=axis) > 24) for axis in (1, 0))
    if not len(rows) or not len(columns):
        return picture
    middle = picture[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    margins = ((rows[0], SIDE - 1 - rows[-1]), (columns[0], SIDE - 1 - columns[-1]))
    return np.pad(middle, margins, mode="edge")


def load_all(directory):
    """Portraits of all sources, LFW first, and which of them are held out (bool [N])."""
    parts, first = [], 0
    for source in SOURCES:
        parts.append(load_source(directory, source, first))
        first += len(parts[-1])
    whole = Portraits(
        *(np.concatenate([getattr(part, name) for part in parts]) for name in ("pixels", "blendshapes", "pose", "group", "row")),
        parts[0].names,
    )
    return whole, np.concatenate([held_out(len(part), source) for part, source in zip(parts, SOURCES)])


def held_out(count, source):
    """Bool [count]: every fifth picture of UTKFace by its place in the file (0, 5, 10, ...), none of the others.

    The file is sorted by age, so that the share is the same in every age group.
    """
    return (np.arange(count) % EVERY == 0) & (source == "utkface")


def split(directory, public):
    """(training portraits, held-out portraits).

    Training portraits that are near copies of `public` (`data.Faces`) or of held-out portraits are removed.
    """
    whole, out = load_all(directory)
    kept, held = whole.take(~out), whole.take(out)
    seen = [data.Faces(crops(part.pixels), None, None) for part in (kept, held)]
    copies = data.near_copies(seen[0], public) | data.near_copies(seen[0], seen[1])
    return kept.take(~copies), held


def crops(pixels):
    """uint8 [N,48,48] of pixels uint8 [N,72,72]: what the application would cut."""
    side = ZOOM * SIDE
    matrix = reference.weights((SIDE - side) / 2, side, SIDE)
    return np.rint(matrix @ pixels.astype(np.float64) @ matrix.T).clip(0, 255).astype(np.uint8)


def mirrored(names):
    """Int64 [52]: where the coefficient of the mirrored face stands ("Left" and "Right" exchanged)."""
    place = {name: index for index, name in enumerate(names)}
    return np.array([place[_other_side(name)] for name in names])


def _other_side(name):
    if name.endswith("Left"):
        return name.removesuffix("Left") + "Right"
    return name.removesuffix("Right") + "Left" if name.endswith("Right") else name


def pair(blendshapes, names, name):
    """Float [N]: the mean of both sides of a coefficient, or the coefficient where it has no sides."""
    return blendshapes[:, columns_of(names, name)].mean(axis=1)


def columns_of(names, name):
    """The places of both sides of a coefficient, or of the coefficient where it has no sides."""
    return [index for index, other in enumerate(names) if other in (name, name + "Left", name + "Right")]
