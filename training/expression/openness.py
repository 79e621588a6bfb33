"""Teach a finished classifier to tell open faces from covered ones.

    python -m training.expression.openness --data DIR --faces DIR [--close DIR] --checkpoint FILE.pt --out FILE.pt [--steps N]

Only a small head is trained, on maps of the network as it stands, so that what it says of expressions stays the same.
Open are FER-2013's training pictures and WIDER FACE's faces without a mark of occlusion; covered are the same with
something laid over (`covers`), and faces that people marked as hidden (partly: at half the weight). Turned faces are on neither side. The
scenes are those that the face detector was trained on; those it was chosen on are used here for the figures at the end only. `--close`
adds faces behind real masks, and bare ones of the same collection (`training.detector.data.load_close`; one picture in ten is for the figures only).
"""

import argparse
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from torch.nn import functional as F

from training.common.seed import seed_everything
from training.detector import data as scenes
from training.expression import augment, covers, data, reference
from training.expression.export import load_checkpoint
from training.expression.model import OpenHead

LEAST = 32  # pixels: smaller faces are not read
DRAWN = {"open": 40, "covered": 40, "seen open": 32, "mostly hidden": 12, "partly hidden": 8}
WEIGHTS = torch.tensor([0.5 if kind == "partly hidden" else 1.0 for kind, n in DRAWN.items() for _ in range(n)])
WANTED = torch.tensor([1.0 if kind.endswith("open") else 0.0 for kind, n in DRAWN.items() for _ in range(n)])


def crops(pictures, occlusion, random, copies=1):
    """uint8 [N,48,48]: faces of that occlusion (0 to 2), upright and not blurred; further copies are framed anew."""
    found = []
    for picture in pictures:
        rgb = np.asarray(picture.image)
        fits = ~picture.invalid & ~picture.turned & ~picture.blurred & (picture.sides >= LEAST)
        for x0, y0, x1, y1 in picture.boxes[fits & (picture.occlusion == occlusion)]:
            for copy in range(copies):
                moved = random.normal(0, 0.04, 4) * (copy > 0)
                width, height = x1 - x0, y1 - y0
                place = (x0 + moved[0] * width, y0 + moved[1] * height)
                size = (width * (1 + moved[2]), height * (1 + moved[3]))
                found.append(reference.crop(rgb, (*place, *size))[0, 0])
    return np.rint(np.array(found)).clip(0, 255).astype(np.uint8)


def textures(pictures, random, each=3):
    """uint8 [N,48,48]: pieces of pictures, from 24 to 120 pixels wide."""
    pieces = []
    for picture in pictures:
        grey = picture.image.convert("L")
        for side in random.integers(24, 120, each):
            if side < min(grey.size):
                left, top = (int(random.integers(0, length - side)) for length in grey.size)
                piece = grey.resize((covers.SIDE, covers.SIDE), Image.BILINEAR, (left, top, left + side, top + side))
                pieces.append(np.asarray(piece))
    return np.stack(pieces)


def usable(faces):
    """uint8 [N,48,48]: pictures that few people called no face, and that are not blank."""
    flat = faces.pixels.reshape(len(faces.pixels), -1)
    return faces.pixels[(faces.votes[:, 9] < 3) & (flat.std(1) > 8)]


class Batches:
    """Draws pictures of every kind in `DRAWN`, in its order."""

    def __init__(self, faces, pictures, random, close=()):
        self.random, self.textures = random, textures(pictures, random)
        seen = [crops([*pictures, *close], occlusion, random, copies=2) for occlusion in (0, 2, 1)]
        self.pools = dict(zip(DRAWN, [faces, faces, *seen]))

    def draw(self):
        """Float [N,1,48,48], disturbed as in training of the classifier but for its own covers."""
        parts = [pool[self.random.integers(0, len(pool), DRAWN[kind])] for kind, pool in self.pools.items()]
        parts[1] = np.stack([covers.cover(face, self.textures, self.random) for face in parts[1]])
        faces = torch.from_numpy(np.concatenate(parts))[:, None].float()
        for disturb in (augment.affine, augment.resharpen, augment.light, augment.noise):
            faces = disturb(faces, 0.6)
        return faces.clamp(0, 255)


def train(net, head, batches, steps, log=print):
    """AdamW 2e-3, falling linearly to nothing."""
    optimiser = torch.optim.AdamW(head.parameters(), 2e-3, weight_decay=0.02)
    for step in range(steps):
        optimiser.param_groups[0]["lr"] = 2e-3 * (1 - step / steps)
        with torch.no_grad():
            maps = net.maps(batches.draw())
        loss = F.binary_cross_entropy_with_logits(head(maps)[:, 0], WANTED, weight=WEIGHTS)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        if step % 100 == 99:
            log(f"step {step + 1}: {loss.item():.3f}", flush=True)


@torch.no_grad()
def logits(net, head, pixels):
    """Float [N] of pixels uint8 [N,48,48]."""
    head.eval()
    parts = [head(net.maps(torch.from_numpy(part)[:, None].float())) for part in np.array_split(pixels, len(pixels) // 256 + 1)]
    return torch.cat(parts)[:, 0].numpy()


def area(good, bad):
    """Area under the curve: how often a good one is above a bad one."""
    return float((good[:, None] > bad).mean() + 0.5 * (good[:, None] == bad).mean())


def with_masks(pictures):
    """The pictures of `load_close` whose names tell mask from no mask; a masked face counts even if its box is an uncertain one."""
    sorted_out = [picture for picture in pictures if picture.name.startswith(("mask", "bare"))]
    return [replace(picture, invalid=picture.invalid & (picture.occlusion != 2)) for picture in sorted_out]


def figures(net, head, public, pictures, pieces, close=()):
    """Lines about pictures that were not trained on."""
    random = np.random.default_rng(1)
    plain = usable(public)[:1500]
    good = logits(net, head, plain)
    limit = np.quantile(good, 0.01)
    covered = logits(net, head, np.stack([covers.cover(face, pieces, random) for face in plain]))
    yield f"1 % of open faces below {limit:.2f}; covered ones {(covered < limit).mean():.3f}, area {area(good, covered):.3f}"
    seen = [logits(net, head, crops(pictures, occlusion, random)) for occlusion in (0, 1, 2)]
    for name, found in zip(("open", "partly hidden", "mostly hidden"), seen):
        yield f"in scenes, {name}: {len(found)}, below {(found < limit).mean():.3f}, area {area(seen[0], found):.3f}"
    if close:
        bare, masked = (logits(net, head, crops(close, occlusion, random)) for occlusion in (0, 2))
        yield f"bare {len(bare)}, below {(bare < limit).mean():.3f}; masked {len(masked)}, below {(masked < limit).mean():.3f}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="of FER-2013 with FER+ votes")
    parser.add_argument("--faces", type=Path, required=True, help="boxes.csv and images/ of WIDER FACE")
    parser.add_argument("--close", type=Path, help="boxes.csv and pictures with masks")
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(1)
    seed_everything(options.seed)
    net = load_checkpoint(options.checkpoint)
    head = OpenHead(net.widths)
    taught, kept = scenes.split(scenes.load(options.faces))
    close = with_masks(scenes.load_close(options.close)) if options.close else []
    masks, held_out = scenes.split_close(close)
    batches = Batches(usable(data.load(options.data, "train")), taught, np.random.default_rng(options.seed), masks)
    train(net, head, batches, options.steps)
    state = torch.load(options.checkpoint, map_location="cpu", weights_only=True)
    torch.save({**state, "open": head.state_dict()}, options.out)
    for line in figures(net, head, data.load(options.data, "public"), kept, batches.textures, held_out):
        print(line)


if __name__ == "__main__":
    main()
