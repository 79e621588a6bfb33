"""Augmentation towards faces in photographs and before webcams, float32 [N,1,S,S] in 0..255.

`grids` says where each pixel of the crop looks in the source picture, a turn of the head included; because the
grid is in coordinates of the face, `glasses` and `beards` can be drawn where they belong. `camera` is what a
sensor and a file do: little light, a colour filter, JPEG. All strengths are drawn per picture.

Coordinates of the face: x and y from -1 to 1 over a FER-2013 picture. The mean picture has its eyes at x = ±0.36,
y = -0.27 and its mouth at y = 0.58.
"""

import math

import torch
from torch.nn import functional as F

from training.expression.augment import uniform

RADIUS = 1.15  # of the cylinder that stands for a head, half a FER-2013 picture being 1
# Quantisation steps of luminance, ITU-T T.81, table K.1.
STEPS = (
    (16, 11, 10, 16, 24, 40, 51, 61),
    (12, 12, 14, 19, 26, 58, 60, 55),
    (14, 13, 16, 24, 40, 57, 69, 56),
    (14, 17, 22, 29, 51, 87, 80, 62),
    (18, 22, 37, 56, 68, 109, 103, 77),
    (24, 35, 55, 64, 81, 104, 113, 92),
    (49, 64, 78, 87, 103, 121, 120, 101),
    (72, 92, 95, 98, 112, 100, 103, 99),
)


def grids(count, side, strength=1.0, turning=0.3):
    """(grid [N,side,side,2], mirrored bool [N], turn [N] in degrees).

    Mirror, turn in the plane (±14°), scale (0.84..1.2), stretch (±6 %) and shift (±4 pixels of 48) as
    `augment.affine`; the share `turning` is turned to a side by up to 40°.
    """
    draw = lambda reach: (torch.rand(count) * 2 - 1) * reach * strength
    angle, scale, stretch = draw(math.radians(14)), torch.exp(draw(0.18)), torch.exp(draw(0.06))
    shift, mirrored = torch.stack([draw(1 / 6), draw(1 / 6)], 1), torch.rand(count) < 0.5
    cosine, sine, ones = torch.cos(angle), torch.sin(angle), torch.ones(count)
    rows = torch.stack([torch.stack([cosine * scale * stretch, -sine * scale, shift[:, 0]], 1),
                        torch.stack([sine * scale, cosine * scale / stretch, shift[:, 1]], 1)], 1)
    grid = F.affine_grid(rows, [count, 1, side, side], align_corners=False)
    turn = torch.where(torch.rand(count) < turning * strength, (torch.rand(count) * 2 - 1) * 40, torch.zeros(count))
    x = turned(grid[..., 0], torch.deg2rad(turn).view(-1, 1, 1)) * torch.where(mirrored, -ones, ones).view(-1, 1, 1)
    return torch.stack([x, grid[..., 1]], -1), mirrored, turn


def turned(x, angle):
    """Where the pixel at `x` looks on a cylinder that has turned by `angle` (radians).

    The box of a detector follows the head a part of the way: the middle of the face moves by 0.4 of what it would.
    """
    cosine, sine = torch.cos(angle), torch.sin(angle)
    # Past the place where the cylinder turns away, the picture goes on without it.
    limit = 0.95 * RADIUS * cosine
    inside = x.clamp(-RADIUS * 0.999, RADIUS * 0.999)
    inside = torch.where(sine >= 0, torch.minimum(inside, limit), torch.maximum(inside, -limit))
    depth = torch.sqrt((RADIUS**2 - inside.square()).clamp(min=0))
    found = inside * cosine + depth * sine - 0.6 * RADIUS * sine + (x - inside) * 0.5
    return torch.where(sine == 0, x, found)


def sample(faces, grid, zoom=1.0):
    """Faces float [N,1,H,W] at the grid; `zoom` is the share of the source that a FER-2013 frame covers."""
    return F.grid_sample(faces, grid * zoom, padding_mode="border", align_corners=False)


def glasses(faces, grid, share=0.08):
    """Two rims, from round to square, with a bridge and sides, and now and then a reflection, on a share of the faces."""
    x, y = grid[..., 0][:, None], grid[..., 1][:, None]
    middle, apart = uniform(faces, -0.34, -0.18), uniform(faces, 0.33, 0.42)
    wide, high, power = uniform(faces, 0.24, 0.34), uniform(faces, 0.16, 0.28), uniform(faces, 2, 6)
    lens = (((x.abs() - apart) / wide).abs() ** power + ((y - middle) / high).abs() ** power) ** (1 / power)
    width = uniform(faces, 0.06, 0.2)
    rim = (1 - (lens - 1).abs() / width).clamp(0, 1)
    bridge = (1 - (y - middle + 0.3 * high).abs() / 0.05).clamp(0, 1) * ((x.abs() < apart - wide) | (x.abs() > apart + wide))
    mask = torch.maximum(rim, bridge) * uniform(faces, 0.5, 1.0) * _chosen(faces, share)
    tone = torch.where(_chosen(faces, 0.8) > 0, uniform(faces, 0, 80), uniform(faces, 120, 230))
    shine = (1 - (lens / 0.9)).clamp(0, 1) * ((x * uniform(faces, -1, 1) + y - middle).abs() < 0.08)
    faces = faces + 120 * shine * _chosen(faces, 0.3) * (mask.amax((2, 3), keepdim=True) > 0)
    return faces * (1 - mask) + tone * mask


def beards(faces, grid, share=0.08):
    """Darker, rougher skin around the mouth and on the jaw, with or without a moustache, on a share of the faces."""
    x, y = grid[..., 0][:, None], grid[..., 1][:, None]
    mouth = ((x / 0.33).square() + ((y - 0.58) / 0.13).square()) < 1
    jaw = torch.sigmoid((y - uniform(faces, 0.4, 0.8) + uniform(faces, 0.0, 0.6) * (1 - x.square())) * 14)
    jaw = torch.where(y > 0.3, jaw, torch.zeros_like(jaw)) * (x.abs() < 0.85)
    moustache = ((y - 0.43).abs() < 0.08) & (x.abs() < 0.34) & (_chosen(faces, 0.7) > 0)
    mask = torch.maximum(jaw, moustache.float()) * ~mouth * _chosen(faces, share)
    hair = uniform(faces, 0.35, 0.85) + 0.12 * torch.randn_like(faces)
    return faces * (1 - mask + mask * hair)


def camera(faces, strength=1.0):
    """Little light on a seventh, a colour filter on a third, JPEG on a third of the pictures."""
    faces = _some(faces, 0.15 * strength, low_light)
    faces = _some(faces, 0.33 * strength, colour_filter)
    return _some(faces.clamp(0, 255), 0.33 * strength, jpeg)


def low_light(faces):
    """A dim scene brought up again: photon noise (80 to 1,000 electrons at white), coarse steps of grey, gamma 0.6 to 1.8."""
    electrons = torch.exp(uniform(faces, math.log(80), math.log(1000)))
    clean = faces.clamp(0, 255) / 255
    seen = clean + torch.randn_like(faces) * torch.sqrt(clean / electrons + (3 / electrons).square())
    steps = torch.exp(uniform(faces, math.log(24), math.log(255)))
    seen = (seen.clamp(0, 1) * steps).round() / steps
    return 255 * seen.pow(torch.exp(uniform(faces, math.log(0.6), math.log(1.8))))


def colour_filter(faces):
    """Grey of a picture that was seen through a Bayer filter and interpolated linearly.

    Skin sends more red than blue; each channel is noisy, and the noise of the blue is brought up with it.
    """
    side = faces.shape[-1]
    rows, columns = torch.meshgrid(torch.arange(side), torch.arange(side), indexing="ij")
    red, blue = (rows % 2 == 0) & (columns % 2 == 0), (rows % 2 == 1) & (columns % 2 == 1)
    masks = torch.stack([red, ~red & ~blue, blue])[:, None].float()
    kernel = torch.tensor([[1.0, 2.0, 1.0], [2.0, 4.0, 2.0], [1.0, 2.0, 1.0]]).expand(3, 1, 3, 3)
    counts = F.conv2d(masks.transpose(0, 1), kernel, padding=1, groups=3)
    gains = torch.cat([uniform(faces, 1.0, 1.5), torch.ones_like(uniform(faces, 0, 1)), uniform(faces, 0.4, 0.9)], 1)
    level = uniform(faces, 0, 1).square() * 7
    seen = (faces * gains + level * torch.randn_like(faces)) * masks[:, 0]
    channels = F.conv2d(seen, kernel, padding=1, groups=3) / counts / gains
    return (channels * torch.tensor([0.299, 0.587, 0.114]).view(1, 3, 1, 1)).sum(1, keepdim=True)


def jpeg(faces, quality=None):
    """Luminance of baseline JPEG: 8x8 blocks from a place drawn for the batch, quality 12 to 85 or as given ([N,1,1,1])."""
    side = faces.shape[-1]
    quality = uniform(faces, 12, 85) if quality is None else quality
    scale = torch.where(quality < 50, 50 / quality, 2 - quality / 50)
    steps = (torch.tensor(STEPS) * scale[..., None, None]).clamp(1, 255)
    offset = torch.randint(0, 8, (2,)).tolist()
    padded = F.pad(faces, (offset[0], -(side + offset[0]) % 8, offset[1], -(side + offset[1]) % 8), mode="replicate")
    blocks = padded.unfold(2, 8, 8).unfold(3, 8, 8)
    matrix = cosines()
    waves = matrix @ (blocks - 128) @ matrix.T
    back = matrix.T @ (torch.round(waves / steps) * steps) @ matrix + 128
    whole = back.permute(0, 1, 2, 4, 3, 5).reshape(padded.shape)
    return whole[:, :, offset[1] : offset[1] + side, offset[0] : offset[0] + side].clamp(0, 255)


def cosines():
    """[8,8]: the orthonormal cosine transform, a wave a row."""
    wave, place = torch.meshgrid(torch.arange(8.0), torch.arange(8.0), indexing="ij")
    matrix = torch.cos(math.pi * (2 * place + 1) * wave / 16) / 2
    matrix[0] /= math.sqrt(2)
    return matrix


def _chosen(faces, share):
    return (torch.rand(len(faces), 1, 1, 1) < share).float()


def _some(faces, share, change):
    chosen = torch.rand(len(faces)) < share
    return faces.masked_scatter(chosen.view(-1, 1, 1, 1), change(faces[chosen])) if chosen.any() else faces
