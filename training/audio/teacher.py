"""Gaussian processes that teach the network (Rasmussen and Williams 2006).

Their kernel is a function of one distance: the weighted sum of those within each block of columns. Kernel, weights,
scale and noise are drawn at random, judged by the error of leaving one row out, which has a closed form, and the
best few are averaged. No row is judged by what was learned from it, so the errors also teach how unsure to be.
"""

from dataclasses import dataclass, replace

import numpy as np
from scipy.linalg import cho_factor, cho_solve

KERNELS = {
    "rational": lambda d: 1 / (1 + d / 2),
    "exponential": lambda d: np.exp(-np.sqrt(d)),
    "matern": lambda d: (1 + np.sqrt(3 * d)) * np.exp(-np.sqrt(3 * d)),
}
NOISES = (0.1, 0.2, 0.4, 0.8)
SCALES = (0.5, 0.7, 1.0, 1.4, 2.0)


@dataclass(frozen=True)
class Choice:
    """One kernel with its noise, and the squared error of leaving rows out as a share of the variance."""

    kernel: str
    weights: np.ndarray
    noise: float
    error: float = np.inf


class Teacher:
    """The average of the best `kept` of `tries` drawn kernels for one target."""

    def __init__(self, tries: int = 80, kept: int = 8, seed: int = 0):
        self.tries, self.kept, self.seed = tries, kept, seed

    def fit(self, blocks: dict[str, np.ndarray], target: np.ndarray) -> "Teacher":
        self.centres = {name: (x.mean(0), x.std(0) + 1e-9) for name, x in blocks.items()}
        self.rows = self._scaled(blocks)
        self.mean, self.deviation = target.mean(), target.std()
        y = (target - self.mean) / self.deviation
        parts = [_distance(x, x) for x in self.rows]
        found = self._search(parts, y)
        self.choices = sorted(found, key=lambda pair: pair[0].error)[: self.kept]
        self.coefficients = [_coefficients(_kernel(parts, c), y, c.noise) for c, _ in self.choices]
        self.left_out = np.mean([out for _, out in self.choices], axis=0) * self.deviation + self.mean
        return self

    def predict(self, blocks: dict[str, np.ndarray]) -> np.ndarray:
        parts = [_distance(x, own) for x, own in zip(self._scaled(blocks), self.rows)]
        each = [_kernel(parts, c) @ a + b for (c, _), (a, b) in zip(self.choices, self.coefficients)]
        return np.mean(each, axis=0) * self.deviation + self.mean

    def _scaled(self, blocks):
        return [(x - self.centres[name][0]) / self.centres[name][1] for name, x in blocks.items()]

    def _search(self, parts, y):
        random, found, best = np.random.default_rng(self.seed), [], None
        while len(found) < self.tries:
            if len(found) < self.tries // 2:
                weights = random.choice([0, 0.1, 0.3, 1, 3], len(parts))
                scaled = weights / max(weights.sum(), 0.1) / random.choice(SCALES) ** 2
                choice = Choice(random.choice(list(KERNELS)), scaled, random.choice(NOISES))
            else:
                factors = np.exp(random.normal(0, 0.4, len(parts) + 1))
                choice = Choice(best.kernel, best.weights * factors[1:], best.noise * factors[0])
            if choice.weights.any():
                found.append(_judge(choice, parts, y))
                best = min((choice for choice, _ in found), key=lambda choice: choice.error)
        return found


def _distance(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Mean squared difference per column."""
    squares = (a * a).sum(1)[:, None] + (b * b).sum(1)[None] - 2 * a @ b.T
    return np.maximum(squares, 0) / a.shape[1]


def _kernel(parts, choice) -> np.ndarray:
    return KERNELS[choice.kernel](sum(w * d for w, d in zip(choice.weights, parts)))


def _coefficients(kernel: np.ndarray, y: np.ndarray, noise: float) -> tuple[np.ndarray, float]:
    """Dual coefficients and the constant."""
    inverse = np.linalg.inv(kernel + noise * np.eye(len(y)))
    constant = (inverse @ y).sum() / inverse.sum()
    return inverse @ (y - constant), constant


def _judge(choice: Choice, parts, y: np.ndarray) -> tuple[Choice, np.ndarray]:
    """The choice with its error, and each row's prediction without itself (Sundararajan and Keerthi 2001)."""
    whole = _kernel(parts, choice) + choice.noise * np.eye(len(y))
    inverse = cho_solve(cho_factor(whole, overwrite_a=True), np.eye(len(y)), overwrite_b=True)
    solved, ones = inverse @ y, inverse.sum(0)
    diagonal = inverse.diagonal() - ones**2 / ones.sum()
    residual = (solved - ones * solved.sum() / ones.sum()) / diagonal
    error = float((residual**2).mean() / y.var())
    return replace(choice, error=error), y - residual
