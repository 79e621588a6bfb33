"""Covered faces, made on purpose: things of many shapes and surfaces over grey faces of 48x48.

No cover has one flat level: that is what `attune-cli evaluate guard` lays over faces, and what it measures shall not
have been taught.
"""

import math

import numpy as np

SIDE = 48
ROWS, COLUMNS = np.mgrid[0:SIDE, 0:SIDE].astype(np.float32)
# The part of a FER-2013 picture that the face fills.
CORE = ((COLUMNS - 24) / 19) ** 2 + ((ROWS - 25) / 22) ** 2 <= 1
# Less of the face hidden than this may be glasses or hair, more leaves no face to speak of.
SHARES = (0.18, 0.7)


def box(u, v, random):
    return (abs(u) < random.uniform(8, 22)) & (abs(v) < random.uniform(6, 16))


def oval(u, v, random):
    return (u / random.uniform(8, 20)) ** 2 + (v / random.uniform(7, 15)) ** 2 < 1


def half(_u, _v, random):
    """All on one side of a line that is nearly upright or level."""
    angle = random.choice([0, 0.5, 1, 1.5]) * math.pi + random.normal(0, 0.3)
    away = (COLUMNS - 24) * math.cos(angle) + (ROWS - 24) * math.sin(angle)
    return away > random.uniform(-4, 16)


def hand(u, v, random):
    """A palm and four fingers."""
    width = random.uniform(8, 13)
    shape = (u / width) ** 2 + (v / (0.8 * width)) ** 2 < 1
    for finger in range(4):
        beside = abs(u - (finger - 1.5) * 0.45 * width) < 0.17 * width
        shape |= beside & (v < 0) & (v > -width * random.uniform(1.3, 2.2))
    return shape


def outline(random):
    """Bool [48,48], true where something lies, anywhere and at any angle."""
    draw = (box, oval, half, hand, hand)[random.integers(5)]
    across, down, angle = random.uniform(8, 40), random.uniform(10, 44), random.uniform(0, math.pi)
    x, y = COLUMNS - across, ROWS - down
    u = x * math.cos(angle) + y * math.sin(angle)
    return draw(u, y * math.cos(angle) - x * math.sin(angle), random)


def skin(face, random):
    """A surface as light as the face, shaded, grained and at times ridged as fingers are."""
    slope = random.normal(0, 1.2, 2)
    level = np.median(face[18:34, 10:38]) + random.normal(0, 20)
    surface = level + slope[0] * (COLUMNS - 24) + slope[1] * (ROWS - 24)
    surface = surface + random.normal(0, random.uniform(1, 8), face.shape)
    if random.random() < 0.5:
        angle, pitch = random.uniform(0, math.pi), random.uniform(0.4, 1.2)
        wave = np.sin((COLUMNS * math.cos(angle) + ROWS * math.sin(angle)) * pitch)
        surface = surface + random.uniform(5, 25) * wave
    return surface


def surface(face, textures, random):
    """Float [48,48]: a piece of another picture, another part of the face, or skin."""
    kind = random.random()
    if kind < 0.4:
        return textures[random.integers(len(textures))].astype(np.float32)
    if kind < 0.6:
        return np.roll(face, random.integers(12, 36, 2), (0, 1))[:, :: random.choice([-1, 1])]
    return skin(face, random)


def soften(mask):
    """The mean of each cell's 3x3 neighbourhood."""
    padded = np.pad(mask, 1, mode="edge")
    return sum(padded[y : y + SIDE, x : x + SIDE] for y in range(3) for x in range(3)) / 9


def cover(face, textures, random):
    """uint8 [48,48]: `face` with something before it that hides between `SHARES` of it.

    `textures`: uint8 [N,48,48], pieces of pictures without meaning.
    """
    while True:
        mask = outline(random)
        if SHARES[0] < (mask & CORE).sum() / CORE.sum() < SHARES[1]:
            break
    mask = mask.astype(np.float32)
    mask = soften(mask) if random.random() < 0.7 else mask
    face = face.astype(np.float32)
    mixed = face * (1 - mask) + surface(face, textures, random) * mask
    return mixed.clip(0, 255).astype(np.uint8)
