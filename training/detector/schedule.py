"""How far a run has come, and what that means for the learning rate, crop size and disturbances."""

import math
from dataclasses import dataclass

from .augment import CALM, FULL, Strength


@dataclass(frozen=True)
class Phase:
    size: int
    count: int
    strength: Strength


MAIN = Phase(size=256, count=32, strength=FULL)
# The end is trained as the model is used: at 320 pixels, on pictures closer to a camera's.
LAST = Phase(size=320, count=24, strength=CALM)
LAST_FROM = 0.85


@dataclass
class Budget:
    """Either `steps` (repeatable) or `minutes` of training time (ends on time on a busy machine)."""

    steps: int | None
    minutes: float | None

    def progress(self, step: int, seconds: float) -> float:
        """0 at the start, 1 at the end; `seconds` counts training time over all resumed runs."""
        done = step / self.steps if self.steps else seconds / (60 * self.minutes)
        return min(done, 1.0)


def phase(progress: float) -> Phase:
    return MAIN if progress < LAST_FROM else LAST


def learning_rate(peak: float, step: int, progress: float, warmup: int = 200) -> float:
    """Linear warm-up by steps, then half a cosine to 1 % of the peak."""
    cosine = 0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * progress))
    return peak * cosine * min(1.0, (step + 1) / warmup)
