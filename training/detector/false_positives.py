"""False positives of the detector on image regions without a face.

    python -m training.detector.false_positives --data DIR [--close DIR] [--model FILE ...] [--count 1000]

Windows are cut from held-out pictures: the choose set and, with `--close`, the held-out pictures with pseudo-labels. A
window has the aspect ratio 4:3, is 96 pixels wide up to the whole picture, and touches no box, ignore regions included. The seed is fixed, so
that two models see the same windows. Printed are the share of windows with at least one detection at the score
threshold and the score that one window in 200 reaches.
"""

import argparse
from pathlib import Path

import numpy as np
from PIL import Image

from . import data, reference
from .geometry import face_free_window

WIDTH, HEIGHT = 640, 480  # a camera frame
TRIES = 20  # draws per window


def windows(pictures, count, random):
    """`count` frames uint8 [480,640,3], fewer if the pictures have too little face-free area."""
    found = []
    for _ in range(count * TRIES):
        if len(found) == count:
            break
        picture = pictures[random.integers(len(pictures))]
        region = face_free_window(random, picture, WIDTH / HEIGHT)
        if region is not None:
            found.append(np.asarray(picture.image.resize((WIDTH, HEIGHT), Image.Resampling.BILINEAR, box=region)))
    return found


def best_scores(detector, pictures):
    """Float [N]: the highest score in each frame, 0 without a detection."""
    return np.array([max((float(box[4]) for box in detector(picture, 0.02)), default=0.0) for picture in pictures])


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="folder with boxes.csv and images/")
    parser.add_argument("--close", type=Path, help="folder of close faces with pseudo-labels")
    parser.add_argument("--model", type=Path, nargs="+", default=[Path("models/face-detector.onnx")])
    parser.add_argument("--count", type=int, default=1000)
    options = parser.parse_args()
    pictures = data.split(data.load(options.data))[1]
    pictures += data.split_close(data.load_close(options.close))[1] if options.close else []
    frames = windows(pictures, options.count, np.random.default_rng(1))
    for path in options.model:
        scores = best_scores(reference.Detector(path), frames)
        false, limit = scores >= reference.SCORE_THRESHOLD, np.quantile(scores, 1 - 1 / 200)
        print(f"{path.name}: {len(frames)} windows, {false.sum()} with a false positive ({100 * false.mean():.2f} %); one in 200 reaches {limit:.3f}")


if __name__ == "__main__":
    main()
