"""Compare trained networks on the public split: a Markdown table, one row a checkpoint.

    python -m training.expression.compare --data DIR RUN/last.pt RUN/last.pt ...

Every network is exported in float and measured by ONNX Runtime with one thread; each has its own temperature.
"""

import argparse
import tempfile
from pathlib import Path

import torch

from training.expression import calibrate, data, metrics
from training.expression.evaluate import Model
from training.expression.export import load_checkpoint, write
from training.expression.model import multiply_adds
from training.expression.timing import milliseconds

HEAD = "| network | parameters | MMAC | epochs | FER+ majority | macro recall | ECE | surest 80 % | FER-2013 label | ms |"
FIGURES = ("ferplus_accuracy", "ferplus_macro_recall", "ferplus_ece15", "accuracy_at_coverage_0_8", "fer2013_accuracy")


def row(checkpoint, public):
    """One line of the table."""
    state = torch.load(checkpoint, map_location="cpu", weights_only=True)
    net = load_checkpoint(checkpoint)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "net.onnx"
        write(net, path)
        model = Model(path)
        logits = model(public.pixels)
        time = milliseconds(model.session)
    temperature = calibrate.for_majority(logits[0], *data.majority(public.votes))
    figures = metrics.full(logits, public, temperature)
    size = f"{sum(p.numel() for p in net.parameters()) / 1e3:.0f} k | {multiply_adds(net) / 1e6:.0f}"
    shown = " | ".join(f"{100 * figures[name]:.1f}" for name in FIGURES)
    return f"| {state.get('architecture', 'attune')} | {size} | {state['epoch']} | {shown} | {time:.2f} |"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("checkpoints", type=Path, nargs="+")
    options = parser.parse_args()
    torch.set_num_threads(1)
    public = data.load(options.data, "public")
    print(HEAD)
    print("|---" * HEAD.count(" | ") + "|---|")
    for checkpoint in options.checkpoints:
        print(row(checkpoint, public), flush=True)


if __name__ == "__main__":
    main()
