"""Write what a trained network says of the training pictures, as a teacher's file for `train --teacher`.

    python -m training.expression.teacher --data DIR --out FILE.npz [--portraits DIR] NETWORK [NETWORK ...]

A network is a checkpoint or an exported ONNX file. The probabilities of all networks and of the mirrored pictures are
averaged. With `--portraits` the file also holds what they say of the faces without expression labels
(`portraits_expression` [N,8], `portraits_fer2013` [N,7], by the row numbers of `portraits.Portraits`).
"""

import argparse
from pathlib import Path

import numpy as np
import torch

from training.expression import data, portraits
from training.expression.evaluate import Model
from training.expression.export import load_checkpoint
from training.expression.metrics import softmax
from training.expression.model import predict


def reader(path):
    """The network in the file `path` as a function of pixels uint8 [N,48,48] to logits ([N,8], [N,7])."""
    if path.suffix == ".onnx":
        return Model(path)
    net = load_checkpoint(path)
    return lambda pixels: predict(net, pixels, torch.device("cpu"))


def probabilities(read, pixels):
    """(expression [N,8], fer2013 [N,7]) by `read`, averaged with the mirrored pictures."""
    views = (pixels, np.ascontiguousarray(pixels[:, :, ::-1]))
    parts = [[softmax(logits) for logits in read(view)] for view in views]
    return [(first + second) / 2 for first, second in zip(*parts)]


def mean_answers(readers, pixels):
    """(expression float32 [N,8], fer2013 float32 [N,7]): the mean of all `readers`."""
    answers = [probabilities(read, pixels) for read in readers]
    return [np.mean(part, axis=0).astype(np.float32) for part in zip(*answers)]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--portraits", type=Path)
    parser.add_argument("networks", type=Path, nargs="+")
    options = parser.parse_args()
    torch.set_num_threads(1)
    readers = [reader(path) for path in options.networks]
    found = dict(zip(("expression", "fer2013"), mean_answers(readers, data.load(options.data, "train").pixels)))
    if options.portraits:
        pixels = portraits.crops(portraits.load_all(options.portraits)[0].pixels)
        found |= dict(zip(("portraits_expression", "portraits_fer2013"), mean_answers(readers, pixels)))
    np.savez_compressed(options.out, **found)


if __name__ == "__main__":
    main()
