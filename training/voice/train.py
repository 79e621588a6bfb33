"""Train the voice-tone network, with one fold of speakers held out or on all speakers.

    python -m training.voice.train --data DIR --features DIR --out DIR [--fold K] [--epochs 24]

`--features` is what `prepare` wrote. With `--fold` the speakers of that fold (0 to 6) are held out and the run ends
with `fold-K.npz`: logits for their clean clips (`clip`, `emotions` [N,8], `arousal`, `speech`), for augmented ones
(`noisy_...`, with `ratio`) and for negative segments (`non_speech_speech`). Without it `last.pt` is trained on all speakers. `last.pt` is written every few epochs, and a run goes on from it.
"""

import argparse
import math
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

from training.common.ema import Ema
from training.common.log import JsonlLog
from training.common.seed import seed_everything
from training.voice import data, metrics, model
from training.voice.reference import BANDS, FLOOR, CENTRE, UNIT

FRAMES = 176  # of a training segment
PADDING = (FLOOR + CENTRE) / UNIT


def arguments(given=None):
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--features", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--fold", type=int)
    parser.add_argument("--epochs", type=int, default=24)
    parser.add_argument("--draws", type=int, default=4800, help="segments an epoch")
    parser.add_argument("--batch", type=int, default=48)
    parser.add_argument("--lr", type=float, default=3e-3)
    parser.add_argument("--weight-decay", type=float, default=0.02)
    parser.add_argument("--mixup", type=float, default=0.2)
    parser.add_argument("--english", type=float, default=0.5, help="share of RAVDESS among the clips")
    parser.add_argument("--clean", type=float, default=0.35, help="share of clean clips")
    parser.add_argument("--non-speech", type=float, default=0.08, help="share of negative segments")
    parser.add_argument("--arousal-weight", type=float, default=0.5)
    parser.add_argument("--speech-weight", type=float, default=0.3)
    parser.add_argument("--widths", type=int, nargs=4, default=model.Shape.widths)
    parser.add_argument("--width", type=int, default=model.Shape.width)
    parser.add_argument("--dropout", type=float, default=model.Shape.dropout)
    parser.add_argument("--teacher", type=Path, nargs="*", help="checkpoints to distil from, at half the weight")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args(given)


class Segments:
    """All files of `prepare`: `features` a list of float16 [T,43], and `clip`, `fold`, `ratio`, `variant` [segments]."""

    def __init__(self, directory):
        self.features, columns = [], {"clip": [], "fold": [], "ratio": [], "variant": []}
        for path in sorted(Path(directory).glob("*-*-*.npz")):
            with np.load(path) as stored:
                whole, ends = stored["features"], stored["ends"]
                self.features += [whole[start:end] for start, end in zip(np.concatenate([[0], ends[:-1]]), ends)]
                for name in ("clip", "fold", "ratio"):
                    columns[name].append(stored[name])
            columns["variant"].append(np.full(len(ends), int(path.stem.split("-")[1])))
        for name, parts in columns.items():
            setattr(self, name, np.concatenate(parts))


class Batches:
    """Draws segments of training speakers and augments their features."""

    def __init__(self, segments, clips, options):
        self.segments, self.options = segments, options
        trained = segments.fold != options.fold if options.fold is not None else np.ones(len(segments.fold), bool)
        english = np.array([clip >= 0 and clips[clip].language == "english" for clip in segments.clip])
        polish = (segments.clip >= 0) & ~english
        clean = segments.variant == 0
        self.pools = {
            "english clean": np.flatnonzero(trained & english & clean), "english": np.flatnonzero(trained & english & ~clean),
            "polish clean": np.flatnonzero(trained & polish & clean), "polish": np.flatnonzero(trained & polish & ~clean),
            "non_speech": np.flatnonzero(trained & (segments.clip < 0)),
        }
        speaking = 1 - options.non_speech
        shares = [
            speaking * language * kind
            for language in (options.english, 1 - options.english)
            for kind in (options.clean, 1 - options.clean)
        ]
        self.shares = np.array([*shares, options.non_speech])
        emotion = np.array([clips[clip].emotion if clip >= 0 else 0 for clip in segments.clip])
        self.emotion = np.eye(len(data.LABELS), dtype=np.float32)[emotion]
        self.allowed = np.array([data.allowed(clips[clip].language if clip >= 0 else "english") for clip in segments.clip])
        self.arousal = np.array([data.arousal(value) for value in emotion], np.float32)
        # Soft target: 0.5 at 2.5 dB, above 0.95 from 5 dB on.
        self.speech = 1 / (1 + np.exp(-(segments.ratio.astype(np.float64) - 2.5) / 0.8).clip(0, 1e9))
        self.weight = np.where(segments.clip < 0, 0.0, np.where(segments.ratio < 0, 0.4, 1.0)).astype(np.float32)

    def draw(self, random):
        """Tensors of one batch: features [N,FRAMES,43], known bool [N,FRAMES] and the targets by name."""
        kinds = random.choice(len(self.shares), self.options.batch, p=self.shares / self.shares.sum())
        rows = np.array([random.choice(self.pools[name]) for name in np.array(list(self.pools))[kinds]])
        features = np.full((len(rows), FRAMES, self.segments.features[0].shape[1]), PADDING, np.float32)
        features[:, :, BANDS:] = 0
        known = np.zeros((len(rows), FRAMES), bool)
        for place, row in enumerate(rows):
            segment = augmented_features(self.segments.features[row].astype(np.float32), random)
            first = int(random.integers(0, max(len(segment) - FRAMES, 0) + 1))
            segment = segment[first : first + FRAMES]
            features[place, : len(segment)], known[place, : len(segment)] = segment, True
        targets = {"emotion": self.emotion[rows], "allowed": self.allowed[rows], "arousal": self.arousal[rows]}
        targets |= {"speech": self.speech[rows].astype(np.float32), "weight": self.weight[rows]}
        return torch.from_numpy(features), torch.from_numpy(known), {k: torch.from_numpy(v) for k, v in targets.items()}


def augmented_features(segment, random):
    """Features [T,43] with random tempo, band shift, spectral tilt, pitch offset and masks (SpecAugment, Park et al. 2019)."""
    count = len(segment)
    if random.random() < 0.5:
        places = np.linspace(0, count - 1, max(int(count * random.uniform(0.85, 1.18)), 16))
        low = places.astype(int)
        share = (places - low)[:, None].astype(np.float32)
        segment = segment[low] * (1 - share) + segment[np.minimum(low + 1, count - 1)] * share
    else:
        segment = segment.copy()
    bands = segment[:, :BANDS]
    move = random.uniform(-1.5, 1.5)
    places = (np.arange(BANDS) * (1 + 0.01 * random.normal()) + move).clip(0, BANDS - 1)
    low = places.astype(int)
    share = (places - low).astype(np.float32)
    bands = bands[:, low] * (1 - share) + bands[:, np.minimum(low + 1, BANDS - 1)] * share
    slope = np.interp(np.arange(BANDS), np.linspace(0, BANDS - 1, 5), random.normal(0, 0.25, 5))
    bands = bands + slope.astype(np.float32)
    for _ in range(2):
        width, start = int(random.integers(0, 7)), int(random.integers(0, BANDS))
        bands[:, start : start + width] = PADDING if random.random() < 0.5 else bands.mean()
        width, start = int(random.integers(0, 24)), int(random.integers(0, len(segment)))
        bands[start : start + width] = PADDING
        segment[start : start + width, BANDS:] = 0
    segment[:, :BANDS] = np.maximum(bands, PADDING)
    segment[:, BANDS + 1] += segment[:, BANDS] * random.normal(0, 0.12)
    return segment


def loss_of(outputs, targets, options):
    """Weighted sum of the three losses; emotions that do not occur in a corpus are masked."""
    emotions, arousal, speech = (output.float() for output in outputs)
    emotions = emotions.masked_fill(~targets["allowed"], -1e4)
    share = targets["allowed"].float() / targets["allowed"].sum(1, keepdim=True)
    wanted = targets["emotion"] if "soft" in targets else 0.9 * targets["emotion"] + 0.1 * share
    each = -(wanted * F.log_softmax(emotions, 1) * targets["allowed"]).sum(1)
    weight = targets["weight"]
    total = (weight * each).sum() / weight.sum().clamp(min=1)
    judged = weight * (targets["arousal"] >= 0)
    each = F.binary_cross_entropy_with_logits(arousal[:, 0], targets["arousal"].clamp(0.05, 0.95), reduction="none")
    total = total + options.arousal_weight * (judged * each).sum() / judged.sum().clamp(min=1)
    return total + options.speech_weight * F.binary_cross_entropy_with_logits(speech[:, 0], targets["speech"])


def mixed(features, targets, alpha):
    """Mixup (Zhang et al. 2018) of features and targets between clips with the same set of emotions."""
    if alpha <= 0:
        return features, targets
    beta = torch.distributions.Beta(alpha, alpha).sample((len(features),))
    keep, order = torch.maximum(beta, 1 - beta), torch.randperm(len(features))
    alike = (targets["allowed"] == targets["allowed"][order]).all(1) & (targets["weight"] > 0) & (targets["weight"][order] > 0)
    keep = torch.where(alike, keep, torch.ones_like(keep))
    blend = lambda x: keep.view(-1, *[1] * (x.dim() - 1)) * x + (1 - keep).view(-1, *[1] * (x.dim() - 1)) * x[order]
    arousal = torch.where((targets["arousal"] >= 0) & (targets["arousal"][order] >= 0), blend(targets["arousal"]), targets["arousal"])
    return blend(features), targets | {"emotion": blend(targets["emotion"]), "arousal": arousal}


class Training:
    """Everything that changes while training, so that it can be stored and restored."""

    def __init__(self, options):
        self.options, self.epoch = options, 0
        self.shape = model.Shape(tuple(options.widths), options.width, options.dropout)
        self.net = model.VoiceNet(self.shape)
        self.ema = Ema(self.net, 0.998)
        decayed = [p for p in self.net.parameters() if p.dim() > 1]
        free = [p for p in self.net.parameters() if p.dim() <= 1]
        groups = [{"params": decayed, "weight_decay": options.weight_decay}, {"params": free, "weight_decay": 0.0}]
        self.optimiser = torch.optim.AdamW(groups, lr=options.lr)
        self.teachers = [load(path).eval() for path in options.teacher or ()]

    def save(self, path):
        state = {"epoch": self.epoch, "shape": self.shape.as_dict(), "net": self.net.state_dict()}
        state |= {"ema": self.ema.state_dict(), "optimiser": self.optimiser.state_dict()}
        torch.save(state, path.with_suffix(".tmp"))
        path.with_suffix(".tmp").replace(path)

    def load(self, path):
        state = torch.load(path, map_location="cpu", weights_only=True)
        self.epoch = state["epoch"]
        self.net.load_state_dict(state["net"])
        self.ema.load_state_dict(state["ema"])
        self.optimiser.load_state_dict(state["optimiser"])

    def run_epoch(self, batches):
        """One epoch of AdamW under a cosine with a short warm-up; returns the mean loss."""
        options = self.options
        seed_everything(1000 * options.seed + self.epoch)
        random = np.random.default_rng([options.seed, self.epoch])
        steps, total = options.draws // options.batch, 0.0
        self.net.train()
        for step in range(steps):
            progress = (self.epoch + step / steps) / options.epochs
            for group in self.optimiser.param_groups:
                group["lr"] = options.lr * min(progress / 0.03 + 0.01, 0.5 + 0.5 * math.cos(math.pi * progress))
            features, known, targets = batches.draw(random)
            features, targets = mixed(features, targets, options.mixup if progress < 0.85 else 0.0)
            if self.teachers:
                targets = self.distilled(features, known, targets)
            with torch.autocast("cpu", torch.bfloat16):
                outputs = self.net(features, known)
            loss = loss_of(outputs, targets, options)
            self.optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(self.net.parameters(), 5.0)
            self.optimiser.step()
            self.ema.update(self.net)
            total += loss.item()
        self.epoch += 1
        return total / steps

    @torch.no_grad()
    def distilled(self, features, known, targets):
        """Targets averaged with the teachers' mean probabilities for the same features (distillation, Hinton et al. 2015)."""
        answers = [net(features, known)[0].masked_fill(~targets["allowed"], -1e4).softmax(1) for net in self.teachers]
        return targets | {"emotion": 0.5 * targets["emotion"] + 0.5 * torch.stack(answers).mean(0), "soft": True}


def load(path):
    """The averaged network of a run, ready for inference."""
    state = torch.load(path, map_location="cpu", weights_only=True)
    net = model.build(state["shape"])
    net.load_state_dict(state["ema"]["model"])
    return net.eval()


def answers(net, segments, rows):
    """What the network says of the segments at `rows`."""
    return model.predict(net, [segments.features[row] for row in rows])


def held_out(net, segments, fold):
    """The contents of `fold-K.npz`."""
    inside = segments.fold == fold
    clean, noisy = (np.flatnonzero(inside & (segments.clip >= 0) & kind) for kind in (segments.variant == 0, segments.variant == 1))
    found = {"clip": segments.clip[clean], "noisy_clip": segments.clip[noisy], "ratio": segments.ratio[noisy]}
    for prefix, rows in (("", clean), ("noisy_", noisy), ("non_speech_", np.flatnonzero(inside & (segments.clip < 0)))):
        found |= {prefix + name: value for name, value in zip(("emotions", "arousal", "speech"), answers(net, segments, rows))}
    return found


def quick(net, segments, clips, fold):
    """Accuracy and arousal accuracy on the clean held-out clips by language."""
    rows = np.flatnonzero((segments.fold == fold) & (segments.clip >= 0) & (segments.variant == 0))
    logits, arousal, _ = answers(net, segments, rows)
    here = [clips[clip] for clip in segments.clip[rows]]
    probability = metrics.probabilities(logits, 1.0, [clip.language for clip in here])
    groups = metrics.by_group(probability, here, 1 / (1 + np.exp(-arousal)))
    return {f"{name}_{key}": groups[f"language {name}"][key] for name in ("english", "polish") for key in ("accuracy", "arousal_accuracy")}


def main():
    options = arguments()
    torch.set_num_threads(options.threads)
    seed_everything(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    clips, segments = data.clips(options.data), Segments(options.features)
    run, last, log = Training(options), options.out / "last.pt", JsonlLog(options.out / "log.jsonl")
    if last.exists():
        run.load(last)
    settings = {k: v for k, v in vars(options).items() if k != "teacher" and not isinstance(v, Path)}
    log.write("start", epoch=run.epoch, parameters=sum(p.numel() for p in run.net.parameters()), **settings)
    batches = Batches(segments, clips, options)
    while run.epoch < options.epochs:
        loss, figures = run.run_epoch(batches), {}
        if run.epoch % 6 == 0 or run.epoch == options.epochs:
            run.save(last)
            figures = {} if options.fold is None else quick(run.ema.model, segments, clips, options.fold)
        log.write("epoch", epoch=run.epoch, loss=loss, **figures)
    if options.fold is not None:
        np.savez_compressed(options.out / f"fold-{options.fold}.npz", **held_out(run.ema.model, segments, options.fold))


if __name__ == "__main__":
    main()
