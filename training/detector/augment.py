"""What cameras and rooms do to a picture: flips, tilt, light, colour, blur, noise, compression, cover."""

import io
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageFilter

from .geometry import Window, clip_boxes


@dataclass(frozen=True)
class Strength:
    """Chances of each disturbance; `calm` is used in the last phase, close to what the camera delivers."""

    tilt: float = 0.3
    light: float = 0.7
    grey: float = 0.1
    blur: float = 0.12
    noise: float = 0.15
    jpeg: float = 0.15
    cover: float = 0.2
    mosaic: float = 0.2


FULL = Strength()
CALM = Strength(tilt=0.15, light=0.5, grey=0.05, blur=0.06, noise=0.08, jpeg=0.08, cover=0.1, mosaic=0.0)
_NOISE = np.random.default_rng(7).standard_normal(1 << 20, dtype=np.float32)


def disturb(rng: np.random.Generator, window: Window, strength: Strength) -> Window:
    """Applies a random subset; boxes follow the geometry, and the pixels stay uint8."""
    if rng.random() < 0.5:
        window = flip(window)
    if rng.random() < strength.tilt:
        window = tilt(window, rng.uniform(-15, 15))
    return Window(_pixels(rng, window, strength), window.boxes, window.ignore)


def flip(window: Window) -> Window:
    width = window.pixels.width
    boxes = window.boxes.copy()
    boxes[:, [0, 2]] = width - window.boxes[:, [2, 0]]
    return Window(window.pixels.transpose(Image.Transpose.FLIP_LEFT_RIGHT), boxes, window.ignore)


def tilt(window: Window, degrees: float) -> Window:
    """Rotates about the centre. A box becomes the upright box around its turned inscribed ellipse."""
    pixels = window.pixels.rotate(degrees, Image.Resampling.BILINEAR)
    angle = np.deg2rad(degrees)
    cos, sin = np.cos(angle), np.sin(angle)
    width, height = pixels.size
    middle = np.array([width, height], np.float32) / 2
    centre = (window.boxes[:, :2] + window.boxes[:, 2:]) / 2 - middle
    # The image's y axis points down, so a turn to the left maps (x, y) to (xc + ys, yc - xs).
    turned = np.stack([centre[:, 0] * cos + centre[:, 1] * sin, centre[:, 1] * cos - centre[:, 0] * sin], 1) + middle
    half = (window.boxes[:, 2:] - window.boxes[:, :2]) / 2
    reach = np.sqrt(np.stack([
        (half[:, 0] * cos) ** 2 + (half[:, 1] * sin) ** 2,
        (half[:, 0] * sin) ** 2 + (half[:, 1] * cos) ** 2,
    ], 1))
    boxes = np.concatenate([turned - reach, turned + reach], 1).astype(np.float32)
    return Window(pixels, *clip_boxes(boxes, window.ignore, width, height))


def _pixels(rng: np.random.Generator, window: Window, strength: Strength) -> Image.Image:
    pixels = window.pixels
    if rng.random() < strength.light:
        pixels = pixels.point(_light_table(rng))
    if rng.random() < strength.grey:
        pixels = pixels.convert("L").convert("RGB")
    if rng.random() < strength.blur:
        pixels = pixels.filter(ImageFilter.BoxBlur(float(rng.uniform(0.4, 2.0))))
    if rng.random() < strength.noise:
        pixels = _noise(rng, pixels)
    if rng.random() < strength.jpeg:
        pixels = _jpeg(pixels, int(rng.integers(25, 80)))
    if rng.random() < strength.cover:
        _cover(rng, pixels, window)
    return pixels


def _light_table(rng: np.random.Generator) -> list[int]:
    """Gamma, exposure and one gain per channel as three tables of 256 entries; zero stays black."""
    ramp = np.linspace(0, 1, 256) ** np.exp(rng.uniform(-0.6, 0.6))
    gain = rng.uniform(0.6, 1.3) * rng.uniform(0.85, 1.15, (3, 1))
    return np.clip(ramp * gain * 255 + 0.5, 0, 255).astype(np.uint8).ravel().tolist()


def _noise(rng: np.random.Generator, pixels: Image.Image) -> Image.Image:
    values = np.asarray(pixels, np.float32)
    start = int(rng.integers(0, len(_NOISE)))
    noise = np.take(_NOISE, np.arange(start, start + values.size), mode="wrap").reshape(values.shape)
    return Image.fromarray(np.clip(values + noise * rng.uniform(2, 14), 0, 255).astype(np.uint8))


def _jpeg(pixels: Image.Image, quality: int) -> Image.Image:
    buffer = io.BytesIO()
    pixels.save(buffer, "JPEG", quality=quality)
    return Image.open(buffer).convert("RGB")


def _cover(rng: np.random.Generator, pixels: Image.Image, window: Window) -> None:
    """A flat rectangle over up to a third of a face or anywhere: hands, cups, microphones."""
    if len(window.boxes) and rng.random() < 0.7:
        x0, y0, x1, y1 = window.boxes[rng.integers(len(window.boxes))]
    else:
        x0, y0, x1, y1 = 0, 0, pixels.width, pixels.height
    share = rng.uniform(0.15, 0.55, 2)
    width, height = max(1, int((x1 - x0) * share[0])), max(1, int((y1 - y0) * share[1]))
    at = (int(rng.uniform(x0, max(x1 - width, x0 + 1))), int(rng.uniform(y0, max(y1 - height, y0 + 1))))
    pixels.paste(tuple(int(v) for v in rng.integers(0, 256, 3)), (*at, at[0] + width, at[1] + height))
