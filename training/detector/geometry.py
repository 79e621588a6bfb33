"""Training windows: where to cut a picture and at what scale, with its boxes."""

from dataclasses import dataclass

import numpy as np
from PIL import Image

from .data import Picture

MIN_FACE, MAX_FACE = 16.0, 300.0
MAX_ENLARGE = 3.0
SMALLEST_POSITIVE = 10.0
VISIBLE = 0.7
LEAST_WIDTH = 96  # pixels, of a face-free window
BOX_MARGIN = 4.0  # pixels added to every side of a box


@dataclass
class Window:
    """`pixels` uint8 [h, w, 3]; `boxes` float32 [n, 4] (x0, y0, x1, y1 in window pixels); `ignore` bool [n]."""

    pixels: Image.Image
    boxes: np.ndarray
    ignore: np.ndarray


def draw(rng: np.random.Generator, picture: Picture, size: int, whole: float = 0.3, elsewhere: float = 0.1) -> Window:
    """A size x size window: the whole picture, one around a face whose size is drawn log-uniformly, or anywhere."""
    usable = np.flatnonzero(~picture.invalid & (picture.sides >= 8))
    kind = rng.random()
    if len(usable) == 0 or kind < whole:
        scale, origin = _whole(rng, picture, size)
    elif kind < whole + elsewhere:
        scale, origin = _anywhere(rng, picture, size)
    else:
        scale, origin = _around_face(rng, picture, usable, size)
    return _cut(picture, scale, origin, size)


def _whole(rng: np.random.Generator, picture: Picture, size: int) -> tuple[float, np.ndarray]:
    scale = size / max(picture.image.size) * rng.uniform(0.7, 1.0)
    free = size - scale * np.array(picture.image.size)
    # As in use, half of them lie at the top left with black to the right and below.
    offset = free * (rng.random(2) if rng.random() < 0.5 else 0)
    return scale, -offset / scale


def _anywhere(rng: np.random.Generator, picture: Picture, size: int) -> tuple[float, np.ndarray]:
    """Mostly no face: enlarged walls, hands and clothes, as a camera close by sees them."""
    scale = size / max(picture.image.size) * np.exp(rng.uniform(0, np.log(4.0)))
    free = np.maximum(np.array(picture.image.size) - size / scale, 0)
    return scale, free * rng.random(2)


def _around_face(rng, picture: Picture, usable: np.ndarray, size: int) -> tuple[float, np.ndarray]:
    sides = picture.sides[usable]
    face = usable[rng.choice(len(usable), p=sides / sides.sum())]
    x0, y0, x1, y1 = picture.boxes[face]
    side = max(x1 - x0, y1 - y0)
    target = np.exp(rng.uniform(np.log(MIN_FACE), np.log(min(MAX_FACE, 0.96 * size))))
    scale = min(target / side, MAX_ENLARGE)
    window = size / scale
    slack = max(window - side, 0)
    low = np.array([x1, y1]) - window + 0.02 * window
    origin = low + rng.random(2) * slack
    return scale, _towards_picture(rng, origin, window, picture.image.size)


def _towards_picture(rng, origin: np.ndarray, window: float, extent: tuple[int, int]) -> np.ndarray:
    """Most windows keep to the picture where they can: black borders teach little."""
    if rng.random() < 0.25:
        return origin
    free = np.array(extent) - window
    return np.clip(origin, np.minimum(free, 0), np.maximum(free, 0))


def face_free_window(rng: np.random.Generator, picture: Picture, ratio: float = 1.0) -> tuple[float, ...] | None:
    """(x0, y0, x1, y1) of a random window without any box, ignore regions included; None if the draw touches one.

    `ratio` is width over height; the width is log-uniform from `LEAST_WIDTH` pixels to the largest that fits.
    """
    wide, high = picture.image.size
    most = min(wide, high * ratio)
    if most < LEAST_WIDTH:
        return None
    width = np.exp(rng.uniform(np.log(LEAST_WIDTH), np.log(most)))
    left, top = rng.uniform(0, wide - width), rng.uniform(0, high - width / ratio)
    place = np.array([left, top, left + width, top + width / ratio])
    low = np.maximum(place[:2], picture.boxes[:, :2] - BOX_MARGIN)
    high_end = np.minimum(place[2:], picture.boxes[:, 2:] + BOX_MARGIN)
    return None if ((high_end - low) > 0).all(axis=1).any() else tuple(float(v) for v in place)


def negative_window(rng: np.random.Generator, picture: Picture, size: int) -> Window | None:
    """A size x size window without a face: walls, hands and clothes, often enlarged; None if the draw touches a box."""
    place = face_free_window(rng, picture)
    return None if place is None else without_faces(picture, place, size)


def hard_window(rng: np.random.Generator, picture: Picture, place: tuple[float, ...], size: int) -> Window:
    """A size x size window without a face: a square as high as `place` (x0, y0, x1, y1; wider than high), somewhere in it."""
    x0, y0, x1, y1 = place
    left = x0 + rng.random() * (x1 - x0 - (y1 - y0))
    return without_faces(picture, (left, y0, left + y1 - y0, y1), size)


def without_faces(picture: Picture, place: tuple[float, ...], size: int) -> Window:
    """The square `place` of a picture as a window with no boxes."""
    pixels = picture.image.resize((size, size), Image.Resampling.BILINEAR, box=place)
    return Window(pixels, np.zeros((0, 4), np.float32), np.zeros(0, bool))


def _cut(picture: Picture, scale: float, origin: np.ndarray, size: int) -> Window:
    pixels = Image.new("RGB", (size, size))
    extent = np.array(picture.image.size)
    low = np.clip(origin, 0, extent)
    high = np.clip(origin + size / scale, 0, extent)
    at = np.round((low - origin) * scale).astype(int)
    shape = np.minimum(np.round((high - low) * scale).astype(int), size - at)
    if (shape > 0).all() and (high - low > 1).all():
        box = tuple(float(v) for v in (*low, *high))
        part = picture.image.resize(tuple(int(v) for v in shape), Image.Resampling.BILINEAR, box)
        pixels.paste(part, tuple(int(v) for v in at))
    boxes = (picture.boxes - np.tile(origin, 2)) * scale
    return Window(pixels, *clip_boxes(boxes.astype(np.float32), picture.invalid, size, size))


def clip_boxes(boxes: np.ndarray, ignore: np.ndarray, width: float, height: float) -> tuple[np.ndarray, np.ndarray]:
    """Clips to the window; faces that are tiny or mostly outside become ignore regions, absent ones go."""
    clipped = np.stack(
        [boxes[:, 0].clip(0, width), boxes[:, 1].clip(0, height), boxes[:, 2].clip(0, width), boxes[:, 3].clip(0, height)],
        axis=1,
    )
    area = _area(boxes)
    seen = _area(clipped) / np.maximum(area, 1e-6)
    small = (clipped[:, 2:] - clipped[:, :2]).max(axis=1, initial=0) < SMALLEST_POSITIVE
    keep = _area(clipped) > 1
    return clipped[keep], (ignore | small | (seen < VISIBLE))[keep]


def _area(boxes: np.ndarray) -> np.ndarray:
    return (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
