"""From teachers to the network: it learns what they say about mixtures of tracks (Hinton et al. 2015; Zhang et al. 2018)."""

from dataclasses import dataclass

import numpy as np
import torch

from training.audio import views
from training.audio.student import Student
from training.audio.teacher import Teacher


@dataclass(frozen=True)
class Recipe:
    """How long and how hard to train."""

    steps: int = 2500
    batch: int = 192
    rate: float = 4e-3
    # Standard deviation of what is added to scaled views.
    jitter: float = 0.25
    # Share of the loss on the true labels of real tracks; the rest is the teachers' word.
    truth: float = 0.1
    doubt_steps: int = 400
    invented: int = 6000


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
    scaled, taught = _examples(net, seen, pair, recipe, random)
    _train(net, scaled, taught, affect, recipe, random)
    _train_doubt(net, scaled[: len(affect)], affect, pair, recipe)
    return net.eval()


def _examples(net, seen, pair, recipe, random):
    """Scaled views, real rows first and mixtures of neighbours after them, and the teachers' word on each."""
    mean, deviation = net.views.mean.numpy(), net.views.deviation.numpy()
    scaled = ((seen - mean) / deviation).clip(-4, 4)
    distance = ((scaled[:, None] - scaled[None]) ** 2).sum(-1)
    near = np.argsort(distance, axis=1)[:, 1:40]
    one = random.integers(len(scaled), size=recipe.invented)
    other = near[one, random.integers(near.shape[1], size=recipe.invented)]
    share = random.uniform(0, 1, (recipe.invented, 1))
    mixed = share * scaled[one] + (1 - share) * scaled[other]
    mixed += recipe.jitter * random.normal(size=mixed.shape)
    both = np.concatenate([scaled, mixed])
    blocks = _blocks(both * deviation + mean)
    taught = np.stack([teacher.predict(blocks) for teacher in pair], axis=1)
    return both.astype(np.float32), taught.astype(np.float32)


def _blocks(matrix: np.ndarray) -> dict[str, np.ndarray]:
    """The blocks of `views.views` from their columns side by side."""
    widths = {"mfcc": 20, "contrast": 7, "levels": 5, "chroma": 12, "fourier": 6, "spread": 2}
    parts = np.split(matrix, np.cumsum(list(widths.values()))[:-1], axis=1)
    return dict(zip(widths, parts))


def _train(net, scaled, taught, affect, recipe, random):
    x, y, truth = (torch.tensor(a, dtype=torch.float32) for a in (scaled, taught, affect))
    weights = [p for name, p in net.named_parameters() if not name.startswith("doubt")]
    optimiser = torch.optim.AdamW(weights, lr=recipe.rate, weight_decay=0.02)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, recipe.rate, total_steps=recipe.steps)
    members = net.first.shape[0]
    for _ in range(recipe.steps):
        rows = torch.tensor(random.integers(len(x), size=(members, recipe.batch)))
        real = torch.tensor(random.integers(len(truth), size=(members, recipe.batch // 4)))
        said = net.members(torch.cat([x[rows], x[real]], dim=1))
        loss = (said[:, : recipe.batch] - y[rows]).square().mean()
        heard = (said[:, recipe.batch :] - y[real]).square().mean()
        told = (said[:, recipe.batch :] - truth[real]).square().mean()
        loss = loss + (1 - recipe.truth) * heard + recipe.truth * told
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()


def _train_doubt(net, scaled, affect, pair, recipe):
    """Spreads that make the errors of teachers who had not seen the row likely; then stretched to hold 90 %."""
    seen = torch.tensor(scaled)
    error = torch.tensor(affect - np.stack([t.left_out for t in pair], axis=1), dtype=torch.float32)
    with torch.no_grad():
        net.doubt[2].weight.mul_(0.1)
        net.doubt[2].bias.copy_(error.std(0).log())
    optimiser = torch.optim.AdamW(net.doubt.parameters(), lr=5e-3, weight_decay=0.3)
    for _ in range(recipe.doubt_steps):
        noisy = seen + recipe.jitter * torch.randn_like(seen)
        log = net.log_spread(noisy)
        loss = (log + 0.5 * (error / log.exp()).square()).mean()
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    with torch.no_grad():
        ratio = (error.abs() / net.log_spread(seen).exp()).quantile(0.9, dim=0)
        net.stretch.copy_(ratio / 1.6449)
