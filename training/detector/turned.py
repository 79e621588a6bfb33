"""Recall by yaw of annotated faces in held-out pictures, as the application looks (both looks).

    python -m training.detector.turned --data DIR [--close DIR] --yaw FILE.csv [--model FILE | --found FILE --threshold T]

FILE.csv is written by `yaw`. A face is found if a detection from the score threshold on overlaps it by half; it is believed if
the score also reaches the guard's limit in the manifest. Faces without landmarks (the mesh's confidence is below
`yaw.PRESENT`) have a row of their own: among them are profiles and covered faces. `--found` measures another detector's
table, as `rival` does. Proportions have 95 % Wilson intervals. `--sheet` shows the faces of the goal and those without landmarks (pictures
of the data: keep it out of the repository).
"""

import argparse
import csv
import os
from dataclasses import dataclass
from pathlib import Path

# NumPy's threads cost more than they bring on matrices this small, most of all on a busy machine.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np  # noqa: E402  (after the setting that it reads)

from training.common import sheet  # noqa: E402
from training.common.proportion import interval  # noqa: E402

from . import data, manifest, reference, rival, yaw  # noqa: E402
from .metrics import MATCH  # noqa: E402

GOAL = (30, 60)
RANGES = ((0, 15), (15, 30), (30, 45), (45, 60), GOAL, (60, 91))


@dataclass(frozen=True)
class Face:
    """One annotated face: |yaw| in degrees (NaN without landmarks) and the score of its best detection, 0 without one."""

    picture: data.Picture
    index: int
    yaw: float
    score: float


def read(path: Path) -> dict[tuple[str, int], float]:
    """|yaw| in degrees by file and index, NaN where the mesh does not take it for a face."""
    with path.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return {(r["file"], int(r["index"])): abs(float(r["yaw"])) if float(r["present"]) >= yaw.PRESENT else np.nan for r in rows}


def scores(boxes: np.ndarray, found: np.ndarray) -> np.ndarray:
    """float [n]: per box of `boxes` [n, 4] the best score among detections [k, 5] that overlap it by half, else 0."""
    return np.array([found[reference.iou(box, found) >= MATCH, 4].max(initial=0) for box in boxes], float)


def measured(pictures: list[data.Picture], degrees: dict, detect) -> list[Face]:
    """The faces with a row in `degrees`; `detect` maps a picture to detections [k, 5]."""
    result = []
    for picture in pictures:
        indices = [index for name, index in degrees if name == picture.name]
        if indices:
            best = scores(picture.boxes[indices], detect(picture))
            result += [Face(picture, i, degrees[picture.name, i], float(s)) for i, s in zip(indices, best)]
    return result


def table(faces: list[Face], limits: dict[str, float]):
    """Markdown lines, a range of yaw a row; `limits` names columns and the score that each asks for."""
    yield "| yaw, degrees | faces | " + " | ".join(f"{name}, %" for name in limits) + " |"
    yield "|---" * (2 + len(limits)) + "|"
    rows = [(f"{low} to {high if high < 91 else 90}", [f for f in faces if low <= f.yaw < high]) for low, high in RANGES]
    for name, some in [*rows, ("no landmarks", [f for f in faces if np.isnan(f.yaw)])]:
        cells = [_share(sum(face.score >= least for face in some), len(some)) for least in limits.values()]
        yield f"| {name} | {len(some)} | " + " | ".join(cells) + " |"


def _share(hits: int, count: int) -> str:
    if not count:
        return "none"
    low, high = interval(hits, count)
    return f"{100 * hits / count:.1f} ({100 * low:.0f} to {100 * high:.0f})"


def write_sheet(path: Path, faces: list[Face]) -> None:
    """Faces within the goal's yaw and faces without landmarks, captioned with yaw and score."""
    tiles = []
    for face in (f for f in faces if np.isnan(f.yaw) or GOAL[0] <= f.yaw < GOAL[1]):
        box = face.picture.boxes[face.index]
        middle, reach = np.tile((box[:2] + box[2:]) / 2, 2), 0.8 * reference.side(box) * np.array([-1, -1, 1, 1])
        tiles.append((face.picture.image.crop(tuple((middle + reach).astype(int))), f"{face.yaw:.0f} {face.score:.2f}"))
    sheet.write(path, tiles, side=140, columns=8)


def looking(detector: reference.Detector, threshold: float):
    """A picture's detections by the application's two looks."""
    return lambda picture: detector.both_looks(np.asarray(picture.image), threshold)


def tabled(found: dict[str, np.ndarray]):
    """A picture's detections from a table."""
    return lambda picture: found.get(picture.name, np.zeros((0, 5), np.float32))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="folder with boxes.csv and images/")
    parser.add_argument("--close", type=Path, help="folder of close faces with pseudo-labels")
    parser.add_argument("--yaw", type=Path, required=True, help="table written by training.detector.yaw")
    parser.add_argument("--train", action="store_true", help="the table is of training pictures")
    parser.add_argument("--model", type=Path, default=Path("models/face-detector.onnx"))
    parser.add_argument("--found", type=Path, help="another detector's table, see training.detector.rival")
    parser.add_argument("--threshold", type=float, default=reference.SCORE_THRESHOLD, help="score from which a face is found")
    parser.add_argument("--sheet", type=Path)
    options = parser.parse_args()
    limits = {"found": options.threshold}
    if options.found:
        detect = tabled(rival.read(options.found))
    else:
        detect = looking(reference.Detector(options.model), options.threshold)
        limits["believed"] = manifest.clear_score(options.model)
    pictures = yaw.chosen(options.data, options.close, options.train)
    faces = measured(pictures, read(options.yaw), detect)
    print("\n".join(table(faces, limits)))
    if options.sheet:
        write_sheet(options.sheet, faces)


if __name__ == "__main__":
    main()
