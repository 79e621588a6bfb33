"""Average the weights of checkpoints of one line.

    python -m training.expression.average --out FILE.pt FIRST.pt SECOND.pt ... [--weights 1 3 ...]

Checkpoints that lie in one valley of the loss average to a flatter point of it (Izmailov et al. 2018, "Averaging weights leads
to wider optima and better generalization"). Statistics of batches are averaged as the weights are. The result is what
`export` and `compare` read; training does not go on from it.
"""

import argparse
from pathlib import Path

import torch


def weighted(states, weights):
    """The weighted mean of networks' states (dictionaries of tensors of equal shapes); counters are the last one's.

    Heads that an earlier state lacks are the last one's.
    """
    total = sum(weights)
    mean = {}
    for name, last in states[-1].items():
        parts = [state.get(name, last) for state in states]
        mean[name] = (
            sum(part * (weight / total) for part, weight in zip(parts, weights))
            if last.dtype.is_floating_point
            else last.clone()
        )
    return mean


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--weights", type=float, nargs="+", help="one a checkpoint; equal if not given")
    parser.add_argument("checkpoints", type=Path, nargs="+")
    options = parser.parse_args()
    weights = options.weights or [1.0] * len(options.checkpoints)
    if len(weights) != len(options.checkpoints) or min(weights) < 0 or sum(weights) <= 0:
        parser.error("one weight a checkpoint, none below 0, not all 0")
    files = [torch.load(path, map_location="cpu", weights_only=True) for path in options.checkpoints]
    if any(file["shape"] != files[-1]["shape"] for file in files):
        parser.error("the checkpoints are of different networks")
    last = files[-1]
    state = {name: last[name] for name in ("epoch", "architecture", "shape")}
    state["ema"] = {"model": weighted([file["ema"]["model"] for file in files], weights), "updates": last["ema"]["updates"]}
    torch.save(state, options.out)


if __name__ == "__main__":
    main()
