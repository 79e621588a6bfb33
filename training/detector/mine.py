"""Hard negatives: face-free windows of training pictures in which a detector finds a face (Felzenszwalb et al. 2010, section 5.1).

    python -m training.detector.mine --data DIR [--close DIR] [--model FILE] [--count 20000] --out FILE.csv [--sheet FILE]

Windows are drawn as `false_positives` draws them, from training pictures only; those with a detection from `LEAST` on that is
`LEAST_SIDE` long or more are written (smaller ones are often faces of a crowd that nobody annotated) as file, x0, y0, x1, y1 (pixels of the picture) and score. `train --hard FILE.csv` draws half of its windows without a face
from them. Nine in ten windows drawn blindly teach nothing any more. `--sheet` shows the first: a face among them would be unlearned
(pictures of the data: keep it out of the repository).
"""

import argparse
import csv
from pathlib import Path

import numpy as np
from PIL import Image

from training.common import sheet

from . import data, reference
from .false_positives import HEIGHT, WIDTH, best_score, frame_of
from .geometry import face_free_window

LEAST = 0.3
LEAST_SIDE = 40.0  # of 640 pixels, the longer side
SHOWN = 100  # windows on a sheet
FIELDS = ("file", "x0", "y0", "x1", "y1", "score")


def mined(detector, pictures: list[data.Picture], count: int, random: np.random.Generator):
    """Rows of windows with a detection, out of `count` draws."""
    for _ in range(count):
        picture = pictures[random.integers(len(pictures))]
        place = face_free_window(random, picture, WIDTH / HEIGHT)
        if place is not None:
            found = detector(frame_of(picture, place), LEAST)
            score = best_score(found[(found[:, 2:4] - found[:, :2]).max(axis=1, initial=0) >= LEAST_SIDE])
            if score >= LEAST:
                yield [picture.name, *(round(edge, 1) for edge in place), round(score, 3)]


def read(path: Path, pictures: list[data.Picture]) -> list[tuple[data.Picture, tuple[float, ...]]]:
    """(picture, (x0, y0, x1, y1)) of each row; raises KeyError if a picture is not among `pictures`."""
    by_name = {picture.name: picture for picture in pictures}
    with path.open(newline="", encoding="utf-8") as file:
        return [(by_name[row["file"]], tuple(float(row[edge]) for edge in FIELDS[1:5])) for row in csv.DictReader(file)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="folder with boxes.csv and images/")
    parser.add_argument("--close", type=Path, help="folder of close faces with pseudo-labels")
    parser.add_argument("--model", type=Path, default=Path("models/face-detector.onnx"))
    parser.add_argument("--count", type=int, default=20_000, help="windows drawn")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--sheet", type=Path)
    options = parser.parse_args()
    pictures = data.split(data.load(options.data))[0]
    pictures += data.split_close(data.load_close(options.close))[0] if options.close else []
    rows = list(mined(reference.Detector(options.model), pictures, options.count, np.random.default_rng(3)))
    with options.out.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([FIELDS, *rows])
    if options.sheet:
        shown = [(Image.fromarray(frame_of(picture, place)), picture.name[:16]) for picture, place in read(options.out, pictures)[:SHOWN]]
        sheet.write(options.sheet, shown)
    print(f"{len(rows)} windows of {options.count} draws have a false face from {LEAST}")


if __name__ == "__main__":
    main()
