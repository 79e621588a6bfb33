"""What is made of the inputs before anything is learned: the same in numpy here and in the network's graph.

Logarithms of what is positive, and the sizes of the pitch classes' Fourier coefficients: those do not change when
music is moved to another key, and tell a scale's character (Quinn 2006; Amiot 2016).
"""

import numpy as np

from training.audio.table import GROUPS

CLASSES = GROUPS["chroma_cqt"]
COEFFICIENTS = 6
TINY = 1e-6
STARTS = dict(zip(GROUPS, np.cumsum([0, *GROUPS.values()])))


def dft() -> tuple[np.ndarray, np.ndarray]:
    """Cosines and sines [12,6] of the first six coefficients."""
    angle = 2 * np.pi * np.outer(np.arange(CLASSES), np.arange(1, COEFFICIENTS + 1)) / CLASSES
    return np.cos(angle), np.sin(angle)


def part(inputs: np.ndarray, group: str) -> np.ndarray:
    return inputs[:, STARTS[group] : STARTS[group] + GROUPS[group]]


def pitch_classes(chroma: np.ndarray) -> dict[str, np.ndarray]:
    """Three blocks of twelve classes [N,12]: themselves, their Fourier sizes, and how evenly they are spread."""
    level = chroma.mean(axis=1, keepdims=True)
    cosine, sine = dft()
    size = np.sqrt((chroma @ cosine) ** 2 + (chroma @ sine) ** 2 + TINY) / (CLASSES * level + TINY)
    spread = np.sqrt(((chroma - level) ** 2).mean(axis=1, keepdims=True) + TINY)
    share = chroma / (CLASSES * level + TINY)
    entropy = -(share * np.log(np.maximum(share, TINY))).sum(axis=1, keepdims=True)
    ends = [chroma.max(axis=1, keepdims=True), chroma.min(axis=1, keepdims=True)]
    return {"chroma": chroma, "fourier": size, "spread": np.concatenate([level, spread, entropy, *ends], axis=1)}


def views(inputs: np.ndarray) -> dict[str, np.ndarray]:
    """Blocks of columns by name."""
    positive = [part(inputs, name) for name in list(GROUPS)[3:]]
    sound = {
        "mfcc": part(inputs, "mfcc"),
        "contrast": part(inputs, "spectral_contrast"),
        "levels": np.log(np.maximum(np.concatenate(positive, axis=1), TINY)),
    }
    return sound | pitch_classes(part(inputs, "chroma_cqt"))


def matrix(inputs: np.ndarray) -> np.ndarray:
    """All blocks side by side, [N,55]."""
    return np.concatenate(list(views(inputs).values()), axis=1)
