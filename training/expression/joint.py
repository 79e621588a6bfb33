"""Train the expression classifier on FER-2013 and on portraits with dense labels at once.

    python -m training.expression.joint --data DIR --portraits DIR --out DIR [--init FILE.pt] [--resume]

`--data` is the folder of `train`, with `fer_train_blendshapes.npz` beside the two splits; `--portraits` holds the
two files of `portraits`. Votes and FER-2013 labels are used as in `train`. Blendshapes, head pose and, with a small weight, age group and sex are
auxiliary tasks (multi-task learning) on the same features, masked where they are unknown. One epoch draws as many
FER-2013 pictures as there are, and portraits in the proportion of `--share`.

Every epoch seeds itself, writes `last.pt` and one JSON line to `log.jsonl`; `--resume` continues from `last.pt`, or
starts from scratch or `--init` if there is none. `done` is created at the end of the schedule.
"""

import argparse
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

from training.common.log import JsonlLog
from training.common.seed import pick_device, seed_everything
from training.expression import augment, data, metrics, photographic, portraits
from training.expression.model import DenseHeads, Shape, multiply_adds, predict
from training.expression.targets import Targets, soft_cross_entropy
from training.expression.train import LATE, Run, learning_rate

DEGREES = 45.0  # unit of the pose head
WATCHED = ("mouthSmile", "browDown", "jawOpen", "eyeBlink")


def arguments(given=None):
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--portraits", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--resume", action="store_true")
    parser.add_argument("--init", type=Path, help="checkpoint whose averaged weights to start from")
    parser.add_argument("--epochs", type=int, default=28, help="epochs over FER-2013")
    parser.add_argument("--share", type=float, default=0.6, help="of FER-2013 in a batch")
    parser.add_argument("--batch", type=int, default=128)
    parser.add_argument("--lr", type=float, default=0.1)
    parser.add_argument("--weight-decay", type=float, default=5e-4)
    parser.add_argument("--ema", type=float, default=0.999, help="decay a step")
    parser.add_argument("--mixup", type=float, default=0.2, help="Beta parameter, 0 for none")
    parser.add_argument("--balance", type=float, default=0.3, help="0 none, 1 full")
    parser.add_argument("--fer2013-weight", type=float, default=0.6)
    parser.add_argument("--blendshape-weight", type=float, default=5.0)
    parser.add_argument("--pose-weight", type=float, default=0.5)
    parser.add_argument("--group-weight", type=float, default=0.1, help="of age group and of sex")
    parser.add_argument("--photographic", type=float, default=1.0, help="strength of the photographs' augmentation, 0 for none")
    parser.add_argument("--teacher", type=Path, help="npz of a teacher's probabilities, see `teacher`")
    parser.add_argument("--teacher-weight", type=float, default=0.3)
    parser.add_argument("--widths", type=int, nargs=4, default=Shape.widths)
    parser.add_argument("--blocks", type=int, nargs=3, default=Shape.blocks)
    parser.add_argument("--dropout", type=float, default=Shape.dropout)
    parser.add_argument("--side", type=int, default=Shape.side)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args(given)


class Pool:
    """Pictures uint8 [N,1,H,W] with all their targets, as tensors.

    `labels` holds `expression` [N,8], `known` [N], `fer2013` [N,7], `fer_known` [N], `dense` [N,52] (square roots),
    `pose` [N,2] (units of `DEGREES`), `dense_known` [N], `age` and `sex` int64 [N] (-1 unknown).
    """

    def __init__(self, pixels, zoom, mirror, **labels):
        self.pixels, self.zoom, self.labels = torch.from_numpy(pixels)[:, None], zoom, labels
        self.mirror = torch.from_numpy(mirror)

    def __len__(self):
        return len(self.pixels)

    def draw(self, rows, strength, turning):
        """(pictures float [n,1,48,48] after `photographic`'s geometry, labels of the same rows)."""
        grid, mirrored, turn = photographic.grids(len(rows), data.SIDE, strength, turning)
        faces = photographic.sample(self.pixels[rows].float(), grid, self.zoom)
        if turning:
            faces = photographic.beards(photographic.glasses(faces, grid), grid)
        return faces, _seen({name: value[rows] for name, value in self.labels.items()}, mirrored, turn, self.mirror)


def _seen(labels, mirrored, turn, mirror):
    """Labels after mirroring and rotation: left and right coefficients are exchanged, yaw changes its sign."""
    flipped = torch.where(mirrored[:, None], labels["dense"][:, mirror], labels["dense"])
    pose = labels["pose"] * torch.stack([1 - 2 * mirrored.float(), torch.ones(len(mirrored))], 1)
    return labels | {"dense": flipped, "pose": pose, "pose_known": labels["dense_known"] * (turn == 0)}


def dense_labels(blendshapes, pose, group=None):
    """What `Pool` keeps of blendshapes [N,52], pose [N,3] and group [N,2]."""
    known = ~(np.isnan(blendshapes).any(1) | np.isnan(pose).any(1))
    group = np.full((len(known), 2), -1) if group is None else group
    return {
        "dense": torch.from_numpy(np.sqrt(np.nan_to_num(blendshapes).clip(0, 1)).astype(np.float32)),
        "pose": torch.from_numpy((np.nan_to_num(pose[:, :2]) / DEGREES).clip(-2, 2).astype(np.float32)),
        "dense_known": torch.from_numpy(known.astype(np.float32)),
        "age": torch.from_numpy(group[:, 0].astype(np.int64)),
        "sex": torch.from_numpy(group[:, 1].astype(np.int64)),
    }


def fer_pool(directory, options):
    """(pool of FER-2013's training pictures, how often each is drawn float64 [N])."""
    faces, kept = data.load_rows(directory, "train")
    targets = Targets(faces, torch.device("cpu"), options.teacher, options.teacher_weight)
    with np.load(Path(directory) / "fer_train_blendshapes.npz") as stored:
        dense = dense_labels(*(stored[name].astype(np.float32)[kept] for name in ("blendshapes", "pose")))
        mirror = portraits.mirrored([str(name) for name in stored["names"]])
    pool = Pool(
        faces.pixels, 1.0, mirror, expression=targets.expression, known=targets.known, fer2013=targets.fer2013,
        fer_known=torch.ones(len(faces)), **dense,
    )
    return pool, data.sampling_weights(targets.expression.numpy(), options.balance)


def portrait_pool(pictures, teacher=None):
    """Pool of `portraits.Portraits`; expressions come from a teacher's file, if it covers the portraits."""
    count = len(pictures)
    expression, fer2013, known = np.full((count, 8), 1 / 8), np.full((count, 7), 1 / 7), 0.0
    if teacher is not None:
        with np.load(teacher) as stored:
            if "portraits_expression" in stored:
                expression, fer2013 = (stored[f"portraits_{name}"][pictures.row] for name in ("expression", "fer2013"))
                known = 1.0
    both = [torch.from_numpy(part.astype(np.float32)) for part in (expression, fer2013)]
    return Pool(
        pictures.pixels, portraits.ZOOM, portraits.mirrored(pictures.names), expression=both[0], fer2013=both[1], known=torch.full((count,), known),
        fer_known=torch.full((count,), known), **dense_labels(pictures.blendshapes, pictures.pose, pictures.group),
    )


def mixed(faces, labels, alpha):
    """Mixup (Zhang et al. 2018) of pictures and votes; dense labels are kept only where the weight of the first picture exceeds 0.9."""
    if alpha <= 0:
        return faces, labels
    beta = torch.distributions.Beta(alpha, alpha).sample((len(faces),))
    keep, order = torch.maximum(beta, 1 - beta), torch.randperm(len(faces))
    blend = lambda value: keep.view(-1, *[1] * (value.dim() - 1)) * value + (1 - keep).view(-1, *[1] * (value.dim() - 1)) * value[order]
    labels = dict(labels)
    # A blend of a labelled and an unlabelled picture has the target of the labelled one.
    for target, known in (("expression", "known"), ("fer2013", "fer_known")):
        weight = labels[known]
        total = blend(weight)
        labels[target] = blend(labels[target] * weight[:, None]) / total.clamp(min=1e-6)[:, None]
        labels[known] = total
    nearly = (keep > 0.9).float()
    labels["dense_known"], labels["pose_known"] = labels["dense_known"] * nearly, labels["pose_known"] * nearly
    labels["age"], labels["sex"] = (torch.where(nearly > 0, labels[name], -1) for name in ("age", "sex"))
    return blend(faces), labels


def loss_of(outputs, labels, options):
    """Weighted sum of the heads' losses; `outputs` are logits [N,8] and [N,7] and the four of `DenseHeads`."""
    expression, fer2013, dense, pose, age, sex = (output.float() for output in outputs)

    def mean(values, known):
        return (values * known).sum() / known.sum().clamp(min=1)

    total = mean(soft_cross_entropy(expression, labels["expression"]), labels["known"])
    total = total + options.fer2013_weight * mean(soft_cross_entropy(fer2013, labels["fer2013"]), labels["fer_known"])
    for weight, answer, wanted, known in (
        (options.blendshape_weight, dense, "dense", "dense_known"),
        (options.pose_weight, pose, "pose", "pose_known"),
    ):
        error = F.smooth_l1_loss(answer, labels[wanted], reduction="none", beta=0.1).mean(1)
        total = total + weight * mean(error, labels[known])
    for answer, wanted in ((age, "age"), (sex, "sex")):
        if (labels[wanted] >= 0).any():
            total = total + options.group_weight * F.cross_entropy(answer, labels[wanted], ignore_index=-1)
    return total


class JointRun(Run):
    """A `Run` whose batches come from two pools and whose net has dense heads."""

    def __init__(self, options, device):
        options.architecture, options.minutes = "attune", None
        super().__init__(options, device)

    def build(self):
        net = super().build()
        net.dense = DenseHeads(net.widths[-1])
        return net

    def train_epoch(self, pools, weights):
        """One epoch; `weights` float64 [N] draw from the first pool, the second is drawn evenly. Returns the mean loss."""
        options = self.options
        seed_everything(1000 * options.seed + self.epoch)
        counts = round(options.share * options.batch), options.batch - round(options.share * options.batch)
        steps = len(pools[0]) // counts[0]
        first = torch.multinomial(weights, steps * counts[0], replacement=True).view(steps, -1)
        second = torch.randint(0, len(pools[1]), (steps, counts[1]))
        self.net.train()
        total = 0.0
        for step in range(steps):
            progress = self.progress(step / steps)
            strength = 0.6 if progress > LATE else 1.0
            faces, labels = self.batch(pools, (first[step], second[step]), strength, 0.0 if progress > LATE else options.mixup)
            total += float(self.update(faces, labels, progress))
        self.epoch += 1
        return total / steps

    def batch(self, pools, rows, strength, mixup):
        """(pictures [batch,1,48,48], labels) with all augmentation."""
        photographs = self.options.photographic
        drawn = [pool.draw(part, strength, 0.3 * photographs) for pool, part in zip(pools, rows) if len(part)]
        faces = torch.cat([faces for faces, _ in drawn])
        labels = {name: torch.cat([part[name] for _, part in drawn]) for name in drawn[0][1]}
        faces = augment.light(augment.resharpen(faces, strength), strength)
        if photographs:
            faces = photographic.camera(faces, photographs * strength)
        faces = augment.erase(augment.noise(faces, strength).clamp(0, 255), probability=0.3 * strength)
        return mixed(faces, labels, mixup)

    def update(self, faces, labels, progress):
        for group in self.optimiser.param_groups:
            group["lr"] = learning_rate(progress, self.options.lr)
        with torch.autocast(self.device.type, torch.bfloat16):
            features = self.net.features(faces.contiguous(memory_format=torch.channels_last))
            outputs = self.net.expression(features), self.net.fer2013(features), *self.net.dense(features)
        loss = loss_of(outputs, labels, self.options)
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        self.optimiser.step()
        self.ema.update(self.net)
        return loss.detach()


@torch.no_grad()
def blendshapes_of(net, pixels, batch=256):
    """Coefficients float [N,52] in 0..1 of pixels uint8 [N,48,48] by the dense head of `net` (eval mode)."""
    parts = [net.dense(net.features(torch.from_numpy(part)[:, None].float()))[0] for part in np.array_split(pixels, len(pixels) // batch + 1)]
    return torch.cat(parts).clamp(0, 1).square().numpy()


def agreement(net, held, pixels):
    """Figures on held-out portraits (`pixels` uint8 [N,48,48], the application's crops).

    Correlation with the landmarker's coefficients; the share of clear smiles (mouthSmile at least 0.5) read as
    happiness, of resting faces read as sadness or anger.
    """
    known = ~np.isnan(held.blendshapes).any(1)
    found, read = blendshapes_of(net, pixels[known]), predict(net, pixels[known], torch.device("cpu"))[0].argmax(1)
    value = lambda name: portraits.pair(held.blendshapes[known], held.names, name)
    figures = {
        f"r_{name}": float(np.corrcoef(value(name), portraits.pair(found, held.names, name))[0, 1]) for name in WATCHED
    }
    resting = np.max([value(name) for name in ("mouthSmile", "jawOpen", "mouthFrown", "browInnerUp")], axis=0) < 0.1
    resting &= value("browDown") < 0.2
    figures["smiles_happy"] = float((read == 1)[value("mouthSmile") >= 0.5].mean())
    figures["resting_sad_or_angry"] = float(np.isin(read, (3, 4))[resting].mean())
    return figures


def main():
    options = arguments()
    torch.set_num_threads(options.threads)
    seed_everything(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    public = data.load(options.data, "public")
    kept, held = portraits.split(options.portraits, public)
    held_crops = portraits.crops(held.pixels)
    fer, weights = fer_pool(options.data, options)
    pools = fer, portrait_pool(kept, options.teacher)
    run, last, log = JointRun(options, pick_device()), options.out / "last.pt", JsonlLog(options.out / "log.jsonl")
    if options.resume and last.exists():
        run.load(last)
    elif options.init:
        run.start_from(options.init)
    settings = {k: v for k, v in vars(options).items() if not isinstance(v, Path)}
    log.write("start", epoch=run.epoch, pictures=[len(pool) for pool in pools], multiply_adds=multiply_adds(run.net), **settings)
    while run.progress() < 1:
        loss = run.train_epoch(pools, torch.from_numpy(weights))
        run.save(last)
        figures = metrics.quick(predict(run.ema.model, public.pixels, run.device), public)
        log.write("epoch", epoch=run.epoch, loss=loss, **figures, **agreement(run.ema.model, held, held_crops))
    (options.out / "done").touch()


if __name__ == "__main__":
    main()
