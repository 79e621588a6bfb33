"""Train the expression classifier.

    python -m training.expression.train --data DIR --out DIR [--resume]

Writes `last.pt` after every epoch (weights, averaged weights, optimiser) and one
JSON line per epoch to `log.jsonl`. Every epoch seeds itself, so that a resumed run
draws what an unbroken one would. It may name other `--epochs`: the learning rate
then follows the new schedule from where it stands. On a busy machine `--minutes`
lets the clock drive the rest of the schedule instead of the count of epochs.
`--init` is where a run without a `last.pt` starts.
"""

import argparse
import math
import shutil
import time
from pathlib import Path

import torch

from training.common.ema import Ema
from training.common.log import JsonlLog
from training.common.seed import pick_device, seed_everything
from training.expression import augment, baselines, data, metrics
from training.expression.model import Shape, multiply_adds, predict
from training.expression.targets import Targets, loss_of

HOLD = 0.65
LATE = 0.85


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--resume", action="store_true")
    parser.add_argument("--init", type=Path, help="checkpoint whose averaged weights to start from")
    parser.add_argument("--epochs", type=int, default=60)
    parser.add_argument("--minutes", type=float, help="finish the schedule in so many minutes from now")
    parser.add_argument("--batch", type=int, default=128, help="pictures a step")
    parser.add_argument("--lr", type=float, default=0.1)
    parser.add_argument("--weight-decay", type=float, default=5e-4)
    parser.add_argument("--ema", type=float, default=0.999, help="decay a step")
    parser.add_argument("--mixup", type=float, default=0.2, help="Beta parameter, 0 for none")
    parser.add_argument("--balance", type=float, default=0.25, help="0 none, 1 full")
    parser.add_argument("--fer2013-weight", type=float, default=0.3, help="of the second head's loss")
    parser.add_argument("--architecture", choices=baselines.ARCHITECTURES, default="attune")
    parser.add_argument("--widths", type=int, nargs=4, default=Shape.widths)
    parser.add_argument("--blocks", type=int, nargs=3, default=Shape.blocks)
    parser.add_argument("--dropout", type=float, default=Shape.dropout)
    parser.add_argument("--teacher", type=Path, help="npz of a teacher's probabilities, see Targets")
    parser.add_argument("--teacher-weight", type=float, default=0.7)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def optimiser_for(net, options):
    """SGD with Nesterov momentum; biases and normalisation are not decayed."""
    decayed = [p for p in net.parameters() if p.dim() > 1]
    free = [p for p in net.parameters() if p.dim() <= 1]
    groups = [{"params": decayed, "weight_decay": options.weight_decay}, {"params": free}]
    return torch.optim.SGD(groups, lr=options.lr, momentum=0.9, nesterov=True)


def learning_rate(progress, peak, warmup=0.02):
    """Linear warm-up, the peak held until `HOLD`, then down by 1 - sqrt (Hägele et al. 2024).

    `progress` runs from 0 to 1. While the rate is held nothing depends on the schedule's length, so
    that `held.pt`, stored at the end of it, can be trained on with more epochs.
    """
    if progress < warmup:
        return peak * (progress + 1e-3) / (warmup + 1e-3)
    return peak * (1 - math.sqrt(max(progress - HOLD, 0.0) / (1 - HOLD)))


class Run:
    """Everything that changes while training, so that it can be stored and restored."""

    def __init__(self, options, device):
        self.options, self.device, self.epoch = options, device, 0
        self.clock = None
        self.shape = Shape(tuple(options.widths), tuple(options.blocks), options.dropout, getattr(options, "side", Shape.side))
        self.net = self.build()
        self.net.to(device, memory_format=torch.channels_last)
        self.ema = Ema(self.net, options.ema)
        self.optimiser = optimiser_for(self.net, options)

    def build(self):
        """The network to train."""
        return baselines.build(self.options.architecture, self.shape)

    def save(self, path):
        state = {
            "epoch": self.epoch,
            "architecture": self.options.architecture,
            "shape": self.shape.as_dict(),
            "net": self.net.state_dict(),
            "ema": self.ema.state_dict(),
            "optimiser": self.optimiser.state_dict(),
        }
        torch.save(state, path.with_suffix(".tmp"))
        path.with_suffix(".tmp").replace(path)

    def load(self, path):
        state = torch.load(path, map_location=self.device, weights_only=True)
        self.epoch = state["epoch"]
        self.net.load_state_dict(state["net"])
        self.ema.load_state_dict(state["ema"])
        self.optimiser.load_state_dict(state["optimiser"])

    def start_from(self, path):
        """Takes the averaged weights of a checkpoint; heads for dense labels that it lacks stay as they are."""
        state = torch.load(path, map_location="cpu", weights_only=True)["ema"]["model"]
        for net in (self.net, self.ema.model):
            left = net.load_state_dict(state, strict=False)
            if left.unexpected_keys or any(not name.startswith("dense.") for name in left.missing_keys):
                raise ValueError(f"{path} is of another network")

    def start_clock(self):
        """From here on the schedule follows the clock, if `--minutes` asks for it."""
        if self.options.minutes:
            self.clock = time.monotonic(), self.epoch / self.options.epochs

    def progress(self, share=0.0):
        """Place in the schedule, 0 to 1, when `share` of the current epoch is done."""
        if self.clock is None:
            return (self.epoch + share) / self.options.epochs
        began, done = self.clock
        return done + (1 - done) * (time.monotonic() - began) / (60 * self.options.minutes)

    def train_epoch(self, targets, weights):
        """One pass of len(weights) draws, less if the schedule ends; returns (mean loss, pictures)."""
        options = self.options
        seed_everything(1000 * options.seed + self.epoch)
        steps = len(weights) // options.batch
        rows = torch.multinomial(weights, steps * options.batch, replacement=True)
        self.net.train()
        losses = []
        for step, chosen in enumerate(rows.to(self.device).split(options.batch)):
            progress = self.progress(step / steps)
            if progress >= 1:
                break
            losses.append(self.step(*targets.batch(chosen), progress))
        self.epoch += 1
        return float(sum(losses)) / max(len(losses), 1), options.batch * len(losses)

    def step(self, faces, wanted, progress):
        """One update. Near the end pictures are left closer to how they will come."""
        options, late = self.options, progress > LATE
        with torch.no_grad():
            faces = augment.augment(faces, strength=0.6 if late else 1.0)
            faces, wanted = augment.mixup(faces, wanted, 0.0 if late else options.mixup)
        for group in self.optimiser.param_groups:
            group["lr"] = learning_rate(progress, options.lr)
        faces = faces.contiguous(memory_format=torch.channels_last)
        with torch.autocast(self.device.type, torch.bfloat16):
            outputs = self.net(faces)
        loss = loss_of(outputs, wanted, options.fer2013_weight)
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        self.optimiser.step()
        self.ema.update(self.net)
        return loss.detach()


def main():
    options = arguments()
    torch.set_num_threads(options.threads)
    seed_everything(options.seed)
    device = pick_device()
    options.out.mkdir(parents=True, exist_ok=True)
    train, public = data.load(options.data, "train"), data.load(options.data, "public")
    targets = Targets(train, device, options.teacher, options.teacher_weight)
    weights = torch.from_numpy(data.sampling_weights(targets.expression.cpu().numpy(), options.balance))
    run, last, log = Run(options, device), options.out / "last.pt", JsonlLog(options.out / "log.jsonl")
    if options.resume and last.exists():
        run.load(last)
    elif options.init:
        run.start_from(options.init)
    parameters = sum(p.numel() for p in run.net.parameters())
    # Paths stay out of the log: it says how, not where.
    settings = {k: v for k, v in vars(options).items() if not isinstance(v, Path)}
    log.write("start", epoch=run.epoch, parameters=parameters, multiply_adds=multiply_adds(run.net), **settings)
    run.start_clock()
    while run.progress() < 1:
        began = time.monotonic()
        loss, pictures = run.train_epoch(targets, weights)
        seconds = time.monotonic() - began
        run.save(last)
        if run.progress() <= HOLD:
            shutil.copyfile(last, options.out / "held.pt")
        figures = metrics.quick(predict(run.ema.model, public.pixels, device), public)
        speed = pictures / seconds
        log.write("epoch", epoch=run.epoch, loss=loss, images_per_second=speed, **figures)


if __name__ == "__main__":
    main()
