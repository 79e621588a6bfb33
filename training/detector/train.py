"""Trains the face detector: `python -m training.detector.train --data DIR --out DIR --minutes 60`.

`--close` adds pictures with pseudo-labels of another detector (`data.load_close`): its confident boxes are positives,
its uncertain ones are ignored. `--negatives` adds windows without a face, `--hard` such as a detector takes
for one (`mine`), `--drawn` drawings (`drawings`).
"""

import argparse
import time
from pathlib import Path

import torch

from training.common.ema import Ema
from training.common.log import JsonlLog
from training.common.seed import pick_device, seed_everything

from . import data, mine, schedule
from .batches import Sampler
from .loss import detector_loss
from .metrics import summary
from .model import FaceDetector, parameters
from .torch_detect import detect_all

WEIGHT_DECAY = 0.03


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with boxes.csv and images/")
    parser.add_argument("--out", type=Path, required=True, help="folder for checkpoints and log.jsonl")
    parser.add_argument("--close", type=Path, help="folder of close faces with pseudo-labels")
    parser.add_argument("--negatives", type=float, default=0.0, help="share of windows that touch no box")
    parser.add_argument("--hard", type=Path, help="table of hard negatives, see training.detector.mine")
    parser.add_argument("--drawn", type=float, default=0.0, help="share of windows with drawings of animals and things")
    parser.add_argument("--init", type=Path, help="checkpoint whose averaged weights to start from")
    length = parser.add_mutually_exclusive_group(required=True)
    length.add_argument("--steps", type=int, help="length in steps: repeatable")
    length.add_argument("--minutes", type=float, help="length in minutes: ends on time on a busy machine")
    parser.add_argument("--resume", action="store_true", help="go on from the checkpoint in --out")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--lr", type=float, default=6e-3)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--save-minutes", type=float, default=3.0)
    parser.add_argument("--measure-minutes", type=float, default=6.0)
    return parser.parse_args()


class Trainer:
    """Everything a checkpoint holds: weights, their average, the optimiser, step and training time."""

    def __init__(self, options: argparse.Namespace, device: torch.device):
        self.device = device
        self.model = FaceDetector().to(device, memory_format=torch.channels_last)
        self.ema = Ema(self.model)
        self.optimizer = torch.optim.AdamW(_groups(self.model), lr=options.lr, weight_decay=WEIGHT_DECAY)
        self.peak = options.lr
        self.step = 0
        self.seconds = 0.0

    def train_step(self, batch, progress: float) -> dict[str, float]:
        """One optimiser step; returns the parts of the loss."""
        rate = schedule.learning_rate(self.peak, self.step, progress)
        for group in self.optimizer.param_groups:
            group["lr"] = rate
        images = batch.images.to(self.device).float().contiguous(memory_format=torch.channels_last)
        batch.boxes, batch.owner, batch.ignore = (t.to(self.device) for t in (batch.boxes, batch.owner, batch.ignore))
        with torch.autocast(self.device.type, torch.bfloat16):
            levels = self.model(images)
        loss, parts = detector_loss(levels, batch)
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 20.0)
        self.optimizer.step()
        self.ema.update(self.model)
        self.step += 1
        return parts | {"lr": rate}

    def save(self, path: Path) -> None:
        """Writes beside the target, then renames: a kill while saving leaves the old checkpoint."""
        state = {"model": self.model.state_dict(), "ema": self.ema.state_dict(), "step": self.step,
                 "optimizer": self.optimizer.state_dict(), "seconds": self.seconds}
        partial = path.with_suffix(".partial")
        torch.save(state, partial)
        partial.replace(path)

    def start_from(self, path: Path) -> None:
        """Takes the averaged weights of a checkpoint and nothing else."""
        state = torch.load(path, map_location=self.device, weights_only=True)["ema"]["model"]
        self.model.load_state_dict(state)
        self.ema.model.load_state_dict(state)

    def load(self, path: Path) -> None:
        state = torch.load(path, map_location=self.device, weights_only=True)
        self.model.load_state_dict(state["model"])
        self.ema.load_state_dict(state["ema"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.step, self.seconds = state["step"], state["seconds"]


def _groups(model: torch.nn.Module) -> list[dict]:
    """Weight decay for kernels only: biases and norms have no scale to keep small."""
    kernels = [p for p in model.parameters() if p.ndim > 1]
    others = [p for p in model.parameters() if p.ndim <= 1]
    return [{"params": kernels}, {"params": others, "weight_decay": 0.0}]


def run(options: argparse.Namespace) -> None:
    torch.set_num_threads(options.threads)
    seed_everything(options.seed)
    log = JsonlLog(options.out / "log.jsonl")
    train, choose = data.split(data.load(options.data))
    close, held_out = data.split_close(data.load_close(options.close)) if options.close else ([], [])
    trainer = Trainer(options, pick_device())
    checkpoint = options.out / "checkpoint.pt"
    if options.resume and checkpoint.exists():
        trainer.load(checkpoint)
    elif options.init:
        trainer.start_from(options.init)
    hard = mine.read(options.hard, train + close) if options.hard else []
    log.write("start", train=len(train), close=len(close), choose=len(choose), parameters=parameters(trainer.model),
              device=trainer.device.type, step=trainer.step, seed=options.seed, lr=options.lr,
              negatives=options.negatives, hard=len(hard), drawn=options.drawn)
    measure(trainer, choose, log, held_out)
    loop(trainer, Sampler(train + close, options.seed, options.negatives, hard, options.drawn), choose, options, log)
    trainer.save(checkpoint)
    measure(trainer, choose, log, held_out)


def loop(trainer: Trainer, sampler: Sampler, choose, options, log: JsonlLog) -> None:
    budget = schedule.Budget(options.steps, options.minutes)
    saved = measured = last = time.monotonic()
    loading = 0.0
    while (progress := budget.progress(trainer.step, trainer.seconds)) < 1:
        now = schedule.phase(progress)
        begin = time.monotonic()
        batch = sampler.batch(trainer.step, now.count, now.size, now.strength)
        loading += time.monotonic() - begin
        parts = trainer.train_step(batch, progress)
        trainer.seconds += time.monotonic() - begin
        clock = time.monotonic()
        if trainer.step % 50 == 0:
            log.write("step", step=trainer.step, progress=progress, per_step=(clock - last) / 50,
                      loading=loading / 50, **parts)
            last, loading = time.monotonic(), 0.0
        if clock - saved > 60 * options.save_minutes:
            trainer.save(options.out / "checkpoint.pt")
            saved = clock
        if clock - measured > 60 * options.measure_minutes:
            measure(trainer, choose, log)
            measured = last = time.monotonic()


def measure(trainer: Trainer, choose, log: JsonlLog, held_out=()) -> None:
    """Measures the averaged weights on the choose set, in torch; `evaluate` measures the exported file.

    On held-out pseudo-labelled pictures it measures agreement with the teacher, for masked faces separately.
    """
    found = detect_all(trainer.ema.model, [p.image for p in choose], trainer.device)
    figures = summary(choose, found)
    for name, some in (("close", held_out), ("masked", [p for p in held_out if p.name.startswith("mask")])):
        if some:
            whole = summary(some, detect_all(trainer.ema.model, [p.image for p in some], trainer.device))
            figures |= {f"{name}_{key}": whole[f"all_{key}"] for key in ("ap_20px", "ap_40px", "recall_p98_40px", "largest_found")}
    log.write("choose", step=trainer.step, **figures)


if __name__ == "__main__":
    run(arguments())
