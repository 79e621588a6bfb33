"""Accuracy when crops differ from FER-2013's the way a webcam's do.

Each change is fixed, not random, so that two models can be compared. Pictures
are float32 [N,1,48,48] in 0..255 throughout.
"""

import torch
from torch.nn import functional as F


def moved(faces, scale=1.0, right=0.0, down=0.0, degrees=0.0):
    """A crop taken `scale` times as large, shifted by pixels of 48, turned."""
    turn = torch.deg2rad(torch.tensor(degrees))
    cosine, sine = torch.cos(turn) * scale, torch.sin(turn) * scale
    rows = torch.tensor([[cosine, -sine, right / 24], [sine, cosine, down / 24]])
    grid = F.affine_grid(rows.expand(len(faces), 2, 3), list(faces.shape), align_corners=False)
    return F.grid_sample(faces, grid, padding_mode="border", align_corners=False)


def blurred(faces, amount=1.0):
    """Towards a 3x3 mean; a negative amount sharpens (unsharp mask)."""
    soft = F.avg_pool2d(F.pad(faces, (1, 1, 1, 1), mode="replicate"), 3, stride=1)
    return faces + amount * (soft - faces)


def reduced(faces, side):
    """As a face of only `side` pixels, enlarged again."""
    small = F.interpolate(faces, size=side, mode="bilinear", antialias=True)
    return F.interpolate(small, size=48, mode="bilinear")


def noisy(faces, level):
    """Gaussian noise of `level` grey levels, the same every time."""
    generator = torch.Generator().manual_seed(0)
    return faces + level * torch.randn(faces.shape, generator=generator)


def side_lit(faces, slope):
    """Light falling off from one side to the other by `slope` in each half."""
    return faces * (1 + slope * torch.linspace(-1, 1, faces.shape[-1]))


CHANGES = {
    "unchanged": lambda faces: faces,
    "mirrored": lambda faces: faces.flip(3),
    "shifted 3 pixels right": lambda faces: moved(faces, right=3),
    "shifted 3 pixels down": lambda faces: moved(faces, down=3),
    "crop 15 % wider": lambda faces: moved(faces, scale=1.15),
    "crop 15 % tighter": lambda faces: moved(faces, scale=0.85),
    "turned 12 degrees": lambda faces: moved(faces, degrees=12.0),
    "blurred": lambda faces: blurred(faces, 1.0),
    "sharpened": lambda faces: blurred(faces, -1.0),
    "32 pixels wide": lambda faces: reduced(faces, 32),
    "24 pixels wide": lambda faces: reduced(faces, 24),
    "dark (gamma 2)": lambda faces: 255 * (faces / 255).square(),
    "bright (gamma 0.5)": lambda faces: 255 * (faces / 255).sqrt(),
    "a third of the contrast": lambda faces: (faces - 128) / 3 + 128,
    "lit from one side": lambda faces: side_lit(faces, 0.6),
    "noise of 8 grey levels": lambda faces: noisy(faces, 8.0),
}


def accuracies(model, faces, label):
    """Accuracy against `label` int [N] under every change; `model` maps pixels to logits."""
    pixels = torch.from_numpy(faces.pixels)[:, None].float()
    figures = {}
    for name, change in CHANGES.items():
        changed = change(pixels).clamp(0, 255)[:, 0].numpy()
        figures[name] = float((model(changed)[0].argmax(axis=1) == label).mean())
    return figures
