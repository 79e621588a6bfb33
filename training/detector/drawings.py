"""Drawn animals and things as windows without a face: what hangs on walls and stands on screens.

Heads of animals seen from the front have what a face has, eyes over a nose over a mouth, and differ in ears, muzzle and
eyes. Shapes, colours and places are random; nothing is copied from a picture.
"""

import numpy as np
from PIL import Image, ImageDraw

from .geometry import Window

MOST = 4  # drawings in a window
LEAST_SIDE, MOST_SIDE = 0.1, 0.5  # of a head, as shares of the window's side


def window(rng: np.random.Generator, size: int) -> Window:
    """A size x size window with one to `MOST` drawings and no box."""
    pixels = Image.new("RGB", (size, size), _colour(rng))
    pen = ImageDraw.Draw(pixels)
    pen.rectangle((0, int(size * rng.uniform(0.3, 1)), size, size), fill=_colour(rng))
    for _ in range(rng.integers(1, MOST + 1)):
        side = size * np.exp(rng.uniform(np.log(LEAST_SIDE), np.log(MOST_SIDE))) / 2
        place = Place(pen, rng.uniform(side / 2, size - side / 2, 2), side)
        (_head, _head, _blobs, _strokes)[rng.integers(4)](rng, place)
    return Window(pixels, np.zeros((0, 4), np.float32), np.zeros(0, bool))


class Place:
    """Where something is drawn: coordinates are shares of half its side, from its middle, y downwards."""

    def __init__(self, pen: ImageDraw.ImageDraw, middle: np.ndarray, side: float):
        self._pen, self._middle, self._side = pen, middle, side

    def _at(self, x: float, y: float) -> tuple[float, float]:
        return float(self._middle[0] + self._side * x), float(self._middle[1] + self._side * y)

    def ellipse(self, x: float, y: float, w: float, h: float, colour) -> None:
        """Around (x, y), with the half axes w and h."""
        self._pen.ellipse((*self._at(x - w, y - h), *self._at(x + w, y + h)), fill=colour)

    def polygon(self, points, colour) -> None:
        self._pen.polygon([self._at(*point) for point in points], fill=colour)

    def line(self, points, colour, wide: float = 0.04) -> None:
        self._pen.line([self._at(*point) for point in points], fill=colour, width=max(1, round(wide * self._side)))


def _colour(rng) -> tuple[int, ...]:
    return tuple(int(level) for level in rng.integers(10, 246, 3))


def _head(rng, place: Place) -> None:
    """An animal from the front: head, ears, eyes, muzzle, nose, and now and then whiskers or a tongue."""
    fur, dark = _colour(rng), tuple(int(level) for level in rng.integers(0, 50, 3))
    tall, apart, muzzle = rng.uniform(0.7, 1.1), rng.uniform(0.25, 0.55), rng.uniform(0.15, 0.5)
    ear = (_pointed, _round, _hanging, _long)[rng.integers(4)]
    inner = fur if rng.random() < 0.5 else _colour(rng)
    for side in (-1, 1):
        ear(place, side, tall, inner)
    place.ellipse(0, 0, 0.85, tall * 0.85, fur)
    for side in (-1, 1):
        _eye(rng, place, side * apart, -0.15 * tall, dark)
    place.ellipse(0, 0.4 * tall, muzzle, muzzle * rng.uniform(0.6, 1.1), _colour(rng))
    place.ellipse(0, 0.25 * tall, muzzle * 0.4, muzzle * 0.3, dark)
    place.line([(0, 0.3 * tall), (0, 0.5 * tall)], dark)
    if rng.random() < 0.5:
        for side in (-1, 1):
            for rise in (-0.2, 0, 0.2):
                place.line([(0.2 * side, 0.4 * tall), (1.2 * side, 0.4 * tall + rise)], (235, 235, 235), 0.02)
    if rng.random() < 0.3:
        place.ellipse(0, 0.75 * tall, 0.12, 0.2, (200, 80, 90))


def _eye(rng, place: Place, x: float, y: float, dark) -> None:
    wide, narrow = rng.uniform(0.08, 0.25), rng.uniform(0.3, 1.0)
    if rng.random() < 0.6:
        place.ellipse(x, y, wide, wide, _colour(rng))
    place.ellipse(x, y, wide * 0.6 * narrow, wide * 0.7, dark)


def _pointed(place: Place, side: int, tall: float, colour) -> None:
    place.polygon([(side * 0.25, -0.6 * tall), (side * 0.85, -0.3 * tall), (side * 0.75, -1.3 * tall)], colour)


def _round(place: Place, side: int, tall: float, colour) -> None:
    place.ellipse(side * 0.65, -0.7 * tall, 0.35, 0.35, colour)


def _hanging(place: Place, side: int, tall: float, colour) -> None:
    place.ellipse(side * 0.9, 0.0, 0.25, 0.8 * tall, colour)


def _long(place: Place, side: int, tall: float, colour) -> None:
    place.ellipse(side * 0.4, -1.2 * tall, 0.18, 0.7, colour)


def _blobs(rng, place: Place) -> None:
    """Fruit, balls, flowers, wheels: round things on and beside each other."""
    for _ in range(rng.integers(2, 7)):
        x, y = rng.uniform(-0.6, 0.6, 2)
        place.ellipse(x, y, *rng.uniform(0.1, 0.8, 2), _colour(rng))


def _strokes(rng, place: Place) -> None:
    """Scribbles over a round or angular thing."""
    place.ellipse(0, 0, *rng.uniform(0.3, 1.0, 2), _colour(rng))
    for _ in range(rng.integers(2, 6)):
        place.line([tuple(point) for point in rng.uniform(-1, 1, (rng.integers(2, 6), 2))], _colour(rng), rng.uniform(0.03, 0.2))
