"""From teachers to the network: it learns what they say about mixtures of tracks (Hinton et al. 2015; Zhang et al. 2018)."""

from dataclasses import dataclass

import numpy as np
import torch

from training.audio import views
from training.audio.student import MEMBERS, Student
from training.audio.teacher import Teacher


@dataclass(frozen=True)
class Recipe:
    """How long and how hard to train."""

    steps: int = 1200
    batch: int = 128
    rate: float = 4e-3
    # Standard deviation of what is added to scaled views.
    jitter: float = 0.5
    # Weight of the loss on real tracks, for which teachers speak who had not heard them.
    real: float = 0.6
    # Least share of either track in a mixture: near a real track teachers repeat its label, noise included.
    least_share: float = 0.25
    doubt_steps: int = 200
    # How strongly spreads are pulled towards one for all.
    pull: float = 1.0
    invented: int = 8000


def teachers(inputs: np.ndarray, affect: np.ndarray, seed: int, tries: int = 80) -> list[Teacher]:
    """One for valence, one for arousal."""
    blocks = views.views(inputs)
    return [Teacher(tries=tries, seed=seed + axis).fit(blocks, affect[:, axis]) for axis in range(2)]


def student(inputs: np.ndarray, affect: np.ndarray, pair: list[Teacher], seed: int, recipe: Recipe) -> Student:
    """Trains a network on rows and their teachers."""
    torch.manual_seed(seed)
    random = np.random.default_rng(seed)
    seen = views.matrix(inputs)
    net = Student(seen.mean(0), seen.std(0) + 1e-9)
    scaled, mixed, taught = _examples(net, seen, pair, recipe, random)
    unheard = np.stack([teacher.left_out for teacher in pair], axis=1)
    _train(net, (mixed, taught), (scaled, unheard), recipe, random)
    _train_doubt(net, scaled, affect - unheard, recipe)
    return net.eval()


def _examples(net, seen, pair, recipe, random):
    """Scaled views of real rows, mixtures of neighbours, and the teachers' word on those."""
    mean, deviation = net.views.mean.numpy(), net.views.deviation.numpy()
    scaled = ((seen - mean) / deviation).clip(-4, 4)
    distance = ((scaled[:, None] - scaled[None]) ** 2).sum(-1)
    near = np.argsort(distance, axis=1)[:, 1:40]
    one = random.integers(len(scaled), size=recipe.invented)
    other = near[one, random.integers(near.shape[1], size=recipe.invented)]
    share = random.uniform(recipe.least_share, 1 - recipe.least_share, (recipe.invented, 1))
    mixed = share * scaled[one] + (1 - share) * scaled[other]
    mixed += recipe.jitter * random.normal(size=mixed.shape)
    blocks = _blocks(mixed * deviation + mean)
    taught = np.stack([teacher.predict(blocks) for teacher in pair], axis=1)
    return scaled.astype(np.float32), mixed.astype(np.float32), taught.astype(np.float32)


def _blocks(matrix: np.ndarray) -> dict[str, np.ndarray]:
    """The blocks of `views.views` from their columns side by side."""
    widths = {"mfcc": 20, "contrast": 7, "levels": 5, "chroma": 12, "fourier": 6, "spread": 5}
    parts = np.split(matrix, np.cumsum(list(widths.values()))[:-1], axis=1)
    return dict(zip(widths, parts))


def _train(net, invented, real, recipe, random):
    """Every perceptron sees examples of its own."""
    (x, y), (known, unheard) = (tuple(torch.tensor(a, dtype=torch.float32) for a in pair) for pair in (invented, real))
    weights = [p for name, p in net.named_parameters() if not name.startswith("doubt")]
    optimiser = torch.optim.AdamW(weights, lr=recipe.rate, weight_decay=0.02)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, recipe.rate, total_steps=recipe.steps)
    for _ in range(recipe.steps):
        rows = torch.tensor(random.integers(len(x), size=(MEMBERS, recipe.batch)))
        some = torch.tensor(random.integers(len(known), size=(MEMBERS, recipe.batch // 3)))
        said = net.members(torch.cat([x[rows], known[some]], dim=1))
        loss = (said[:, : recipe.batch] - y[rows]).square().mean()
        loss = loss + recipe.real * (said[:, recipe.batch :] - unheard[some]).square().mean()
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()


def _train_doubt(net, scaled, missed, recipe):
    """Spreads that make the errors of teachers who had not seen the row likely; then stretched to hold 90 %.

    The stretch comes from spreads fitted without the rows they are judged on.
    """
    seen = torch.tensor(scaled)
    error = torch.tensor(missed, dtype=torch.float32)
    ratio = torch.empty_like(error)
    for fold in range(5):
        judge = torch.arange(len(seen)) % 5 == fold
        _fit_doubt(net, seen[~judge], error[~judge], recipe)
        with torch.no_grad():
            ratio[judge] = error[judge].abs() / net.log_spread(seen[judge]).exp()
    _fit_doubt(net, seen, error, recipe)
    net.stretch.copy_(ratio.quantile(0.9, dim=0) / 1.6449)


def _fit_doubt(net, seen, error, recipe):
    """The likeliest log-linear spreads, pulled towards one spread for all."""
    with torch.no_grad():
        net.doubt.weight.zero_()
        net.doubt.bias.copy_(error.std(0).log())
    optimiser = torch.optim.Adam(net.doubt.parameters(), lr=0.01)
    for _ in range(recipe.doubt_steps):
        log = net.log_spread(seen)
        loss = (log + 0.5 * (error / log.exp()).square()).mean()
        loss = loss + recipe.pull * net.doubt.weight.square().sum()
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
