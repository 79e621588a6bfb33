"""Yaw of annotated faces, by MediaPipe's face mesh (Kartynnik et al. 2019; Apache-2.0).

    python -m training.detector.yaw --data DIR [--close DIR] --mesh face_landmark.tflite --out FILE.csv

The mesh is placed in the annotated box, not where a detector found a face, so that no face is left out because a detector missed
it. Written are, for each valid face from `LEAST_PX` of held-out pictures (with `--train` of training pictures), the
file, the place of its box in the picture's list, the yaw in degrees (positive: towards the right of the picture) and the
mesh's own confidence in [0, 1] that a face is there. Where that is below `PRESENT` the yaw means nothing.

    python -m training.detector.yaw --check FACES --mesh face_landmark.tflite

says how far it is from the yaw that MediaPipe's face landmarker gave for FER-2013's training pictures (FACES as for the expression
classifier, with `fer_train_blendshapes.npz`).

Needs the package ai-edge-litert and the mesh's file; training/README.md says where they come from.
"""

import argparse
import csv
from pathlib import Path

import numpy as np
from PIL import Image

from training.expression.data import undo_prediction

from . import data

LEAST_PX = 40.0
PRESENT = 0.5
SIDE = 192  # pixels of the mesh's input
MARGIN = 1.5  # times the longer side of a face's box, as the mesh was trained
PASSES = 2  # the second pass sees the face upright and centred
SIDES = np.array([(33, 263), (133, 362), (61, 291), (58, 288), (127, 356), (234, 454)])  # right and left points of the mesh
FIELDS = ("file", "index", "yaw", "present")


class Mesh:
    """The face mesh behind one call."""

    def __init__(self, path: Path):
        from ai_edge_litert.interpreter import Interpreter

        self._network = Interpreter(str(path), num_threads=1)
        self._network.allocate_tensors()
        self._input = self._network.get_input_details()[0]["index"]
        self._outputs = [output["index"] for output in self._network.get_output_details()]

    def __call__(self, pixels: np.ndarray) -> tuple[np.ndarray, float]:
        """uint8 [192, 192, 3] RGB -> points float [468, 3] (x, y, depth in pixels of the input) and a confidence."""
        self._network.set_tensor(self._input, pixels[None].astype(np.float32) / 255)
        self._network.invoke()
        outputs = sorted((self._network.get_tensor(index).ravel() for index in self._outputs), key=len)
        return outputs[-1].reshape(-1, 3), float(1 / (1 + np.exp(-outputs[0][0])))


def cut(image: Image.Image, centre: np.ndarray, side: float, roll: float) -> np.ndarray:
    """uint8 [192, 192, 3]: the square of `side` pixels around `centre`, turned by `roll` radians; black outside the picture."""
    matrix = axes(side, roll)
    offset = centre - matrix @ np.full(2, SIDE / 2)
    rows = np.column_stack([matrix, offset]).ravel()
    return np.asarray(image.transform((SIDE, SIDE), Image.Transform.AFFINE, tuple(rows), Image.Resampling.BILINEAR))


def axes(side: float, roll: float) -> np.ndarray:
    """float [2, 2]: from pixels of the cut square to pixels of the picture."""
    cos, sin = np.cos(roll), np.sin(roll)
    return side / SIDE * np.array([[cos, -sin], [sin, cos]])


def across(points: np.ndarray) -> np.ndarray:
    """float [3]: the direction from the face's right side to its left, not normalised."""
    return (points[SIDES[:, 1]] - points[SIDES[:, 0]]).sum(axis=0)


def yaw_of(points: np.ndarray) -> float:
    """Degrees between the line across the face and the picture's plane; 0 for a frontal face, [-90, 90]."""
    x, y, depth = across(points)
    return float(np.degrees(np.arctan2(depth, np.hypot(x, y))))


def measure(mesh, image: Image.Image, box: np.ndarray) -> tuple[float, float]:
    """(yaw in degrees, confidence) of the face in `box` (x0, y0, x1, y1)."""
    centre, side, roll = (box[:2] + box[2:]) / 2, MARGIN * max(box[2] - box[0], box[3] - box[1]), 0.0
    for _ in range(PASSES):
        points, present = mesh(cut(image, centre, side, roll))
        matrix, flat = axes(side, roll), points[:, :2]
        low, high = flat.min(axis=0), flat.max(axis=0)
        centre = centre + matrix @ ((low + high) / 2 - SIDE / 2)
        roll += float(np.arctan2(*across(points)[1::-1]))
        side = MARGIN * side / SIDE * float((high - low).max())
    return yaw_of(points), present


def faces(pictures: list[data.Picture]):
    """(picture, index of the box) of each valid face from `LEAST_PX`."""
    for picture in pictures:
        for index in np.flatnonzero(~picture.invalid & (picture.sides >= LEAST_PX)):
            yield picture, int(index)


def chosen(folder: Path, close: Path | None, train: bool) -> list[data.Picture]:
    """Held-out pictures (training pictures with `train`), with pseudo-labelled ones if there is a folder of them."""
    part = 0 if train else 1
    return data.split(data.load(folder))[part] + (data.split_close(data.load_close(close))[part] if close else [])


CHECKED = 200  # pictures per range of yaw
EDGES = (0, 10, 20, 30, 40, 50, 91)


def check(mesh, folder: Path):
    """Lines that compare the yaw of FER-2013's training pictures with the landmarker's, by the landmarker's |yaw|."""
    with np.load(folder / "fer_train_blendshapes.npz") as stored:
        theirs = stored["pose"][:, 0].astype(float)
    with np.load(folder / "fer2013plus_train.npz") as stored:
        residuals = stored["med"]
    random = np.random.default_rng(0)
    yield "| yaw by the landmarker | pictures | with landmarks here | mean here | mean difference |"
    yield "|---|---|---|---|---|"
    for low, high in zip(EDGES, EDGES[1:]):
        rows = np.flatnonzero((abs(theirs) >= low) & (abs(theirs) < high))
        rows = np.sort(random.permutation(rows)[:CHECKED])
        pictures = undo_prediction(residuals[rows].astype(np.int16))
        found = np.array([_of_crop(mesh, picture) for picture in pictures])
        seen = found[:, 1] >= PRESENT
        apart = abs(found[seen, 0] - theirs[rows][seen]).mean()
        towards = (found[seen, 0] * np.sign(theirs[rows][seen])).mean()
        yield f"| {low} to {high - high % 10} | {len(rows)} | {seen.sum()} | {towards:.1f} | {apart:.1f} |"


def _of_crop(mesh, picture: np.ndarray) -> tuple[float, float]:
    """(yaw, confidence) of a picture uint8 [48, 48] that a face fills."""
    image = Image.fromarray(picture).resize((SIDE, SIDE), Image.Resampling.BICUBIC).convert("RGB")
    return measure(mesh, image, np.array([0.0, 0.0, SIDE, SIDE]))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    task = parser.add_mutually_exclusive_group(required=True)
    task.add_argument("--data", type=Path, help="folder with boxes.csv and images/")
    task.add_argument("--check", type=Path, metavar="FACES", help="folder of the expression data")
    parser.add_argument("--close", type=Path, help="folder of close faces with pseudo-labels")
    parser.add_argument("--mesh", type=Path, required=True, help="face_landmark.tflite of MediaPipe")
    parser.add_argument("--out", type=Path, default=Path("yaw.csv"), help="table to write")
    parser.add_argument("--train", action="store_true", help="training pictures instead of held-out ones")
    options = parser.parse_args()
    mesh = Mesh(options.mesh)
    if options.check:
        print("\n".join(check(mesh, options.check)))
        return
    with options.out.open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow(FIELDS)
        for picture, index in faces(chosen(options.data, options.close, options.train)):
            yaw, present = measure(mesh, picture.image, picture.boxes[index])
            table.writerow([picture.name, index, round(yaw, 1), round(present, 3)])


if __name__ == "__main__":
    main()
