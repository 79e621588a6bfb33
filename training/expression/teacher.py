"""Write what a trained network says of the training pictures, as a teacher's file for `train --teacher`.

    python -m training.expression.teacher --data DIR --out FILE.npz CHECKPOINT [CHECKPOINT ...]

The probabilities of all checkpoints and of the mirrored pictures are averaged.
"""

import argparse
from pathlib import Path

import numpy as np
import torch

from training.expression import data
from training.expression.export import load_checkpoint
from training.expression.metrics import softmax
from training.expression.model import predict


def probabilities(net, pixels):
    """(expression [N,8], fer2013 [N,7]) of `net` (eval mode), averaged with the mirrored pictures."""
    views = (pixels, np.ascontiguousarray(pixels[:, :, ::-1]))
    parts = [[softmax(logits) for logits in predict(net, view, torch.device("cpu"))] for view in views]
    return [(first + second) / 2 for first, second in zip(*parts)]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("checkpoints", type=Path, nargs="+")
    options = parser.parse_args()
    pixels = data.load(options.data, "train").pixels
    answers = [probabilities(load_checkpoint(path), pixels) for path in options.checkpoints]
    expression, fer2013 = (np.mean(part, axis=0).astype(np.float32) for part in zip(*answers))
    np.savez_compressed(options.out, expression=expression, fer2013=fer2013)


if __name__ == "__main__":
    main()
