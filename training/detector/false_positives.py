"""False positives of the detector on image regions without a face.

    python -m training.detector.false_positives --data DIR [--close DIR] [--model FILE ...] [--count 1000]

Windows are cut from held-out pictures: the choose set and, with `--close`, the held-out pictures with pseudo-labels. A
window has the aspect ratio 4:3, is 96 pixels wide up to the whole picture, and touches no box, ignore regions included. The seed is fixed, so
that two models see the same windows. Printed are the shares of windows, with 95 % Wilson intervals, in which a false face

- is found: a detection reaches the score threshold,
- is found again in the same place in the next frame, which is shifted by a pixel and has noise of its own,
- could be believed: a detection reaches the guard's least score too (the guard asks for more, so this is an upper bound),

and the score that one window in 200 reaches.
"""

import argparse
from pathlib import Path

import numpy as np
from PIL import Image

from training.common.proportion import interval

from . import data, manifest, reference
from .geometry import face_free_window

WIDTH, HEIGHT = 640, 480  # a camera frame
TRIES = 20  # draws per window
LEAST = 0.02  # score of the faintest detection that is looked at
NOISE = 3.0  # levels, one standard deviation
SAME = 0.4  # overlap from which on a face is the one before, as in attune-vision's gaze


def windows(pictures, count, random):
    """`count` frames uint8 [480,640,3], fewer if the pictures have too little face-free area."""
    found = []
    for _ in range(count * TRIES):
        if len(found) == count:
            break
        picture = pictures[random.integers(len(pictures))]
        region = face_free_window(random, picture, WIDTH / HEIGHT)
        if region is not None:
            found.append(frame_of(picture, region))
    return found


def frame_of(picture, region):
    """uint8 [480,640,3]: the part (x0, y0, x1, y1) of a picture."""
    return np.asarray(picture.image.resize((WIDTH, HEIGHT), Image.Resampling.BILINEAR, box=region))


def next_frame(random, frame):
    """The frame a moment later: shifted by a pixel each way, with a camera's noise of `NOISE` levels."""
    moved = np.roll(frame, (1, 1), axis=(0, 1)).astype(np.float32)
    return (moved + NOISE * random.standard_normal(frame.shape, np.float32)).round().clip(0, 255).astype(np.uint8)


def best_score(found):
    """The highest score of detections [k, 5], 0 without one."""
    return float(found[:, 4].max(initial=0))


def again(found, later):
    """Whether a face of `found` [k, 5] at the threshold has one of `later` in its place."""
    sure, later = (boxes[boxes[:, 4] >= reference.SCORE_THRESHOLD] for boxes in (found, later))
    return any((reference.iou(box, later) >= SAME).any() for box in sure)


def measure(detector, frames, random):
    """(best scores float [N], found again bool [N])."""
    first = [detector(frame, LEAST) for frame in frames]
    suspects = [best_score(found) >= reference.SCORE_THRESHOLD for found in first]
    repeated = [hit and again(found, detector(next_frame(random, frame))) for hit, found, frame in zip(suspects, first, frames)]
    return np.array([best_score(found) for found in first]), np.array(repeated, bool)


def share(hits):
    """A proportion of bool [N] in words."""
    low, high = interval(hits.sum(), len(hits))
    return f"{hits.sum()} ({100 * hits.mean():.2f} %, {100 * low:.2f} to {100 * high:.2f})"


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
        scores, repeated = measure(reference.Detector(path), frames, np.random.default_rng(2))
        print(f"{path.name}: {len(frames)} windows; one in 200 reaches {np.quantile(scores, 1 - 1 / 200):.3f}")
        print(f"  a false face found: {share(scores >= reference.SCORE_THRESHOLD)}, again in the next frame: {share(repeated)}")
        print(f"  a false face sure enough to be believed: {share(scores >= manifest.clear_score(path))}")


if __name__ == "__main__":
    main()
