"""Measure averaged networks on the public split, every combination of the given ones: a Markdown table.

    python -m training.expression.ensemble --data DIR NETWORK [NETWORK ...]

A network is a checkpoint or an exported ONNX file; probabilities are averaged, those of the mirrored pictures included (as `teacher` does).
The split is divided into two halves by row number (even and odd): whoever chooses by one half reads the figures of the
choice from the other. FER+ majority accuracy and macro recall, and FER-2013 label accuracy, in percent.
"""

import argparse
from itertools import combinations
from pathlib import Path

import numpy as np
import torch

from training.expression import data, metrics
from training.expression.teacher import probabilities, reader

FIGURES = ("ferplus_accuracy", "ferplus_macro_recall", "fer2013_accuracy")


def halves(count):
    """Bool [count] each: even rows and odd rows."""
    even = np.arange(count) % 2 == 0
    return even, ~even


def figures(answers, faces):
    """`FIGURES` of (expression [N,8], fer2013 [N,7]) probabilities on `faces`, for all, the even and the odd rows."""
    every = np.ones(len(faces), bool)
    logits = [np.log(part + 1e-12) for part in answers]
    found = [metrics.quick([part[rows] for part in logits], faces.take(rows)) for rows in (every, *halves(len(faces)))]
    return [[100 * figure[name] for name in FIGURES] for figure in found]


def averages(answers):
    """(places of the networks averaged, their mean answers) for every combination of `answers`, single ones first."""
    for size in range(1, len(answers) + 1):
        for chosen in combinations(range(len(answers)), size):
            yield chosen, [np.mean(parts, axis=0) for parts in zip(*(answers[place] for place in chosen))]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("networks", type=Path, nargs="+")
    options = parser.parse_args()
    torch.set_num_threads(1)
    public = data.load(options.data, "public")
    answers = [probabilities(reader(path), public.pixels) for path in options.networks]
    for place, path in enumerate(options.networks):
        print(f"{place}: {path}")
    print("| networks | all | even rows | odd rows |\n|---|---|---|---|")
    for chosen, mean in averages(answers):
        cells = [" / ".join(f"{value:.1f}" for value in part) for part in figures(mean, public)]
        print(f"| {' + '.join(map(str, chosen))} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
