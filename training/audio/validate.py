"""Nested cross-validation: everything that is chosen or fitted, is so without the rows it is judged on.

    python -m training.audio.validate --data TABLE.csv [--folds 10] [--repeats 1] [--albums] --out REPORT.json
"""

import argparse
import json
from pathlib import Path

import numpy as np
import torch

from training.audio import distil, student, table, views

AXES = ("valence", "arousal")


def folds(count: int, number: int, seed: int, groups: np.ndarray | None = None) -> np.ndarray:
    """The fold of each row; rows of one group stay together."""
    random = np.random.default_rng(seed)
    if groups is None:
        return random.permutation(np.arange(count) % number)
    order = random.permutation(groups.max() + 1)
    sizes, fold = np.zeros(number, int), np.empty(len(order), int)
    for group in order:
        fold[group] = sizes.argmin()
        sizes[fold[group]] += (groups == group).sum()
    return fold[groups]


def outer(data: table.Table, fold: np.ndarray, seed: int, recipe: distil.Recipe) -> dict[str, np.ndarray]:
    """What teachers and network say of each row when its fold was left out."""
    said = {"teacher": np.empty((len(fold), 2)), "network": np.empty((len(fold), 4))}
    for number in range(fold.max() + 1):
        learn, judge = fold != number, fold == number
        pair = distil.teachers(data.inputs[learn], data.affect[learn], seed)
        blocks = views.views(data.inputs[judge])
        said["teacher"][judge] = np.stack([t.predict(blocks) for t in pair], axis=1)
        net = distil.student(data.inputs[learn], data.affect[learn], pair, seed, recipe)
        said["network"][judge] = student.predict(net, data.inputs[judge])
        print(f"fold {number}", {k: scores(v[judge], data.affect[judge])["r2"] for k, v in said.items()}, flush=True)
    return said


def scores(said: np.ndarray, affect: np.ndarray) -> dict:
    """R² and correlation by axis, and with spreads: coverage of the 90 % interval, negative log-likelihood."""
    error = affect - said[:, :2]
    found = {
        "r2": (1 - (error**2).sum(0) / ((affect - affect.mean(0)) ** 2).sum(0)).round(4).tolist(),
        "r": [round(float(np.corrcoef(said[:, i], affect[:, i])[0, 1]), 4) for i in range(2)],
        "rmse": np.sqrt((error**2).mean(0)).round(4).tolist(),
    }
    if said.shape[1] == 4:
        spread = said[:, 2:]
        found["coverage90"] = (np.abs(error) < 1.6449 * spread).mean(0).round(4).tolist()
        found["coverage50"] = (np.abs(error) < 0.6745 * spread).mean(0).round(4).tolist()
        found["mean_spread"] = spread.mean(0).round(4).tolist()
        likelihood = np.log(spread) + 0.5 * (error / spread) ** 2 + 0.9189
        constant = np.sqrt((error**2).mean(0))
        found["nll"] = likelihood.mean(0).round(4).tolist()
        found["nll_of_one_spread"] = (np.log(constant) + 0.5 + 0.9189).round(4).tolist()
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--folds", type=int, default=10)
    parser.add_argument("--repeats", type=int, default=1)
    parser.add_argument("--albums", action="store_true", help="keep neighbouring track numbers in one fold")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--steps", type=int, default=distil.Recipe.steps)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    torch.set_num_threads(1)
    data = table.read(options.data)
    groups = table.albums(data.track) if options.albums else None
    report = {"rows": len(data.track), "axes": AXES, "albums_together": options.albums, "repeats": []}
    for repeat in range(options.repeats):
        fold = folds(len(data.track), options.folds, options.seed + repeat, groups)
        said = outer(data, fold, options.seed + repeat, distil.Recipe(steps=options.steps))
        report["repeats"].append({name: scores(rows, data.affect) for name, rows in said.items()})
        options.out.write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
        print(json.dumps(report["repeats"][-1]), flush=True)


if __name__ == "__main__":
    main()
