"""How often the detector sees a face where there is none.

    python -m training.detector.empty --data DIR [--close DIR] [--model FILE ...] [--count 1000]

Looks at parts of pictures that were not trained on: the ones the detector is chosen on and, with `--close`, the labelled
ones kept apart. A part is 4 by 3, from 96 pixels wide to the whole picture, and holds no piece of any box, invalid and
doubtful ones included; so walls, hands, clothes, crowds too far away to be boxed. Which parts depends on the seed alone. Printed is the
share of looks with at least one face at the detector's threshold, and the score that one look in 200 reaches.
"""

import argparse
from pathlib import Path

import numpy as np
from PIL import Image

from . import data, reference
from .geometry import clear_window

WIDTH, HEIGHT = 640, 480  # a camera's picture
TRIES = 20


def parts(pictures, count, random):
    """`count` pictures uint8 [480,640,3], or fewer if there is not enough room beside the boxes."""
    found = []
    for _ in range(count * TRIES):
        if len(found) == count:
            break
        picture = pictures[random.integers(len(pictures))]
        place = clear_window(random, picture, WIDTH / HEIGHT)
        if place is not None:
            found.append(np.asarray(picture.image.resize((WIDTH, HEIGHT), Image.Resampling.BILINEAR, box=place)))
    return found


def best_scores(detector, pictures):
    """Float [N]: the surest face in each picture, 0 where there is none."""
    return np.array([max((float(box[4]) for box in detector(picture, 0.02)), default=0.0) for picture in pictures])


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="folder with boxes.csv and images/")
    parser.add_argument("--close", type=Path, help="folder of close faces with another detector's boxes")
    parser.add_argument("--model", type=Path, nargs="+", default=[Path("models/face-detector.onnx")])
    parser.add_argument("--count", type=int, default=1000)
    options = parser.parse_args()
    pictures = data.split(data.load(options.data))[1]
    pictures += data.split_close(data.load_close(options.close))[1] if options.close else []
    looks = parts(pictures, options.count, np.random.default_rng(1))
    for path in options.model:
        scores = best_scores(reference.Detector(path), looks)
        false, limit = scores >= reference.SCORE_THRESHOLD, np.quantile(scores, 1 - 1 / 200)
        print(f"{path.name}: {len(looks)} looks, {false.sum()} with a face ({100 * false.mean():.2f} %); one in 200 reaches {limit:.3f}")


if __name__ == "__main__":
    main()
