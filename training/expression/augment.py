"""Augmentation of a whole batch at once, float32 [N,1,48,48] in 0..255.

Every step draws its own strength for each picture and runs as one tensor
operation, so that augmentation costs a few percent of a training step. The
ranges answer how a webcam crop differs from FER-2013: detector boxes shift and
scale, light is uneven, and the picture is a sharp reduction instead of an
enlarged JPEG.
"""

import math

import torch
from torch.nn import functional as F


def augment(faces, strength=1.0):
    """All steps in the order a camera would apply them."""
    faces = affine(faces, strength)
    faces = resharpen(faces, strength)
    faces = light(faces, strength)
    faces = noise(faces, strength)
    return erase(faces.clamp(0, 255), probability=0.3 * strength)


def uniform(faces, low, high):
    """One number in [low, high) per picture, [N,1,1,1]."""
    return torch.rand(len(faces), 1, 1, 1, device=faces.device) * (high - low) + low


def affine(faces, strength=1.0):
    """Mirror, turn (±14°), scale (0.84..1.2), stretch (±6 %) and shift (±4 pixels)."""
    count, device = len(faces), faces.device
    angle = (torch.rand(count, device=device) - 0.5) * math.radians(28) * strength
    scale = torch.exp((torch.rand(count, device=device) - 0.5) * 0.36 * strength)
    stretch = torch.exp((torch.rand(count, device=device) - 0.5) * 0.12 * strength)
    mirror = (torch.rand(count, device=device) < 0.5).float() * 2 - 1
    shift = (torch.rand(count, 2, device=device) - 0.5) * (8 / 24) * strength
    cosine, sine = torch.cos(angle), torch.sin(angle)
    rows = torch.stack(
        [
            torch.stack([mirror * cosine * scale * stretch, -sine * scale, shift[:, 0]], 1),
            torch.stack([mirror * sine * scale, cosine * scale / stretch, shift[:, 1]], 1),
        ],
        dim=1,
    )
    grid = F.affine_grid(rows, list(faces.shape), align_corners=False)
    return F.grid_sample(faces, grid, padding_mode="border", align_corners=False)


def resharpen(faces, strength=1.0):
    """Blur or unsharp mask by a random amount; a fifth loses resolution first."""
    count = len(faces)
    fifth = torch.randperm(count, device=faces.device)[: int(count * 0.2 * strength)]
    side = int(torch.randint(26, 44, ()))
    reduced = F.interpolate(faces[fifth], size=side, mode="bilinear", antialias=True)
    restored = F.interpolate(reduced, size=faces.shape[-1], mode="bicubic")
    faces = faces.index_copy(0, fifth, restored)
    soft = F.avg_pool2d(F.pad(faces, (1, 1, 1, 1), mode="replicate"), 3, stride=1)
    amount = uniform(faces, -0.8, 1.2) * strength  # below 0 blurs, above 0 sharpens
    return faces + amount * (faces - soft)


def light(faces, strength=1.0):
    """Gamma, contrast, brightness and a slanting gradient of light."""
    gamma = torch.exp(uniform(faces, -0.4, 0.4) * strength)
    faces = 255 * (faces.clamp(0, 255) / 255).pow(gamma)
    mean = faces.mean(dim=(2, 3), keepdim=True)
    faces = (faces - mean) * torch.exp(uniform(faces, -0.4, 0.3) * strength) + mean
    ramp = torch.linspace(-1, 1, faces.shape[-1], device=faces.device)
    slope = uniform(faces, -35, 35) * ramp.view(1, 1, 1, -1)
    slope = slope + uniform(faces, -25, 25) * ramp.view(1, 1, -1, 1)
    return faces + (slope + uniform(faces, -30, 30)) * strength


def noise(faces, strength=1.0):
    """Sensor noise of up to 8 grey levels (standard deviation), mostly less."""
    level = uniform(faces, 0, 1).square() * 8 * strength
    return faces + level * torch.randn_like(faces)


def erase(faces, probability=0.3):
    """Grey rectangles (random erasing, Zhong et al. 2020) of 6..18 pixels a side."""
    count, side = len(faces), faces.shape[-1]
    size = uniform(faces, 6, 18), uniform(faces, 6, 18)
    place = torch.arange(side, device=faces.device)
    top, left = uniform(faces, 0, side), uniform(faces, 0, side)
    rows, columns = place.view(1, 1, -1, 1), place.view(1, 1, 1, -1)
    inside = ((rows - top).abs() < size[0] / 2) & ((columns - left).abs() < size[1] / 2)
    chosen = torch.rand(count, 1, 1, 1, device=faces.device) < probability
    return torch.where(inside & chosen, uniform(faces, 0, 255), faces)


def mixup(faces, targets, alpha):
    """Blend each picture and its targets with another's (Zhang et al. 2018).

    `targets` is a tuple of tensors whose first axis is the batch.
    """
    if alpha <= 0:
        return faces, targets
    beta = torch.distributions.Beta(alpha, alpha).sample((len(faces), 1, 1, 1)).to(faces.device)
    keep = torch.maximum(beta, 1 - beta)
    order = torch.randperm(len(faces), device=faces.device)
    blended = [_blend(target, target[order], keep) for target in targets]
    return _blend(faces, faces[order], keep), tuple(blended)


def _blend(first, second, keep):
    keep = keep.view(-1, *[1] * (first.dim() - 1))
    return keep * first + (1 - keep) * second
