"""Make a wider classifier that computes what a trained one does.

    python -m training.expression.widen FROM.pt --widths 32 64 160 256 --out TO.pt [--seed 1]

Every new channel repeats one of the old channels of its layer, and whatever reads the copies divides the old weight
among them (Net2WiderNet of Chen et al. 2016, "Net2Net"). The parts are drawn at random, so that copies get different
gradients and become different channels. Training then goes on from the old accuracy instead of from noise:
`train --init TO.pt --widths ...`. The head for covered faces is not carried over.
"""

import argparse
from pathlib import Path

import torch

from training.expression.model import ExpressionNet, Shape


class Widening:
    """How the channels of one map are repeated: `sources` int64 [new] are old channels, each at least once."""

    def __init__(self, old, new, generator):
        if new < old:
            raise ValueError(f"{old} channels cannot become {new}")
        self.old = old
        whole = torch.arange(old).repeat(new // old)
        self.sources = torch.cat([whole, torch.randperm(old, generator=generator)[: new % old]])
        self.generator = generator

    def shares(self):
        """Random parts [new] in which readers divide an old weight: those of the copies of one channel sum to 1."""
        drawn = 0.5 + torch.rand(len(self.sources), generator=self.generator)
        return drawn / torch.zeros(self.old).index_add(0, self.sources, drawn)[self.sources]

    def read(self, weight):
        """Weights [outputs,old,...] of a reader of this map for the wider map."""
        return weight[:, self.sources] * self.shares().view(1, -1, *[1] * (weight.dim() - 2))


def widened(state, widths, generator):
    """The state of an `ExpressionNet` with `widths` (stem and three stages) from the `state` of a narrower one."""
    wider = {}

    def convolution(name, before, after):
        weight = state[f"{name}.conv.weight"]
        wider[f"{name}.conv.weight"] = (weight if before is None else before.read(weight))[after.sources]
        for part in ("weight", "bias", "running_mean", "running_var"):
            wider[f"{name}.norm.{part}"] = state[f"{name}.norm.{part}"][after.sources]
        wider[f"{name}.norm.num_batches_tracked"] = state[f"{name}.norm.num_batches_tracked"]

    def widening(name, width):
        return Widening(len(state[f"{name}.conv.weight"]), width, generator)

    before = widening("stem", widths[0])
    convolution("stem", None, before)
    blocks = sorted({int(name.split(".")[1]) for name in state if name.startswith("stages.")})
    stage = 0
    for block in (f"stages.{number}" for number in blocks):
        after, shortcut = before, f"{block}.shortcut.1"
        if f"{shortcut}.conv.weight" in state:
            stage += 1
            after = widening(f"{block}.second", widths[stage])
            convolution(shortcut, before, after)
        inner = widening(f"{block}.first", widths[stage])
        convolution(f"{block}.first", before, inner)
        convolution(f"{block}.second", inner, after)
        before = after
    wider["pool.weight"] = state["pool.weight"][before.sources]
    for head in ("expression", "fer2013"):
        wider[f"{head}.weight"], wider[f"{head}.bias"] = before.read(state[f"{head}.weight"]), state[f"{head}.bias"]
    return wider


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--widths", type=int, nargs=4, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    old = torch.load(options.checkpoint, map_location="cpu", weights_only=True)
    shape = Shape(**old["shape"] | {"widths": tuple(options.widths)})
    state = widened(old["ema"]["model"], shape.widths, torch.Generator().manual_seed(options.seed))
    ExpressionNet(shape).load_state_dict(state)  # raises if anything is missing
    torch.save({"epoch": 0, "architecture": "attune", "shape": shape.as_dict(), "ema": {"model": state, "updates": 0}}, options.out)


if __name__ == "__main__":
    main()
