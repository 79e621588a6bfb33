"""The network that ships: a few small perceptrons side by side, their mean, and how far to trust it."""

import numpy as np
import torch
from torch import nn

from training.audio import views
from training.audio.table import GROUPS, INPUTS

WIDTH = 48
MEMBERS = 4
LEAST_SPREAD = 0.05


class Views(nn.Module):
    """`views.matrix` as layers, then centred and scaled."""

    def __init__(self, mean: np.ndarray, deviation: np.ndarray):
        super().__init__()
        cosine, sine = views.dft()
        for name, value in (("cosine", cosine), ("sine", sine), ("mean", mean), ("deviation", deviation)):
            self.register_buffer(name, torch.tensor(value, dtype=torch.float32))

    def forward(self, inputs: torch.Tensor) -> torch.Tensor:
        chroma, mfcc, contrast, positive = inputs.split((12, GROUPS["mfcc"], 7, 5), dim=1)
        level = chroma.mean(1, keepdim=True)
        size = ((chroma @ self.cosine) ** 2 + (chroma @ self.sine) ** 2 + views.TINY).sqrt()
        size = size / (views.CLASSES * level + views.TINY)
        spread = (((chroma - level) ** 2).mean(1, keepdim=True) + views.TINY).sqrt()
        share = chroma / (views.CLASSES * level + views.TINY)
        entropy = -(share * share.clamp(min=views.TINY).log()).sum(1, keepdim=True)
        ends = [chroma.amax(1, keepdim=True), chroma.amin(1, keepdim=True)]
        logs = positive.clamp(min=views.TINY).log()
        whole = torch.cat([mfcc, contrast, logs, chroma, size, level, spread, entropy, *ends], dim=1)
        # Music stranger than any in the table is taken as the strangest there, not followed into the unknown.
        return ((whole - self.mean) / self.deviation).clamp(-4.0, 4.0)


class Student(nn.Module):
    """[N,44] inputs to [N,4]: valence, arousal, and their standard deviations."""

    def __init__(self, mean: np.ndarray, deviation: np.ndarray):
        super().__init__()
        self.views = Views(mean, deviation)
        count = len(mean)
        self.first = nn.Parameter(torch.randn(MEMBERS, count, WIDTH) / count**0.5)
        self.first_bias = nn.Parameter(torch.zeros(MEMBERS, 1, WIDTH))
        self.second = nn.Parameter(torch.randn(MEMBERS, WIDTH, WIDTH) / WIDTH**0.5)
        self.second_bias = nn.Parameter(torch.zeros(MEMBERS, 1, WIDTH))
        self.last = nn.Parameter(torch.randn(MEMBERS, WIDTH, 2) / WIDTH**0.5)
        self.last_bias = nn.Parameter(torch.zeros(MEMBERS, 1, 2))
        self.doubt = nn.Linear(count, 2)
        # Fitted last, so that intervals hold what they promise.
        self.register_buffer("stretch", torch.ones(2))

    def members(self, seen: torch.Tensor) -> torch.Tensor:
        """[M,N,2]: what each perceptron says of scaled views [M,N,C]."""
        hidden = nn.functional.silu(seen @ self.first + self.first_bias)
        hidden = nn.functional.silu(hidden @ self.second + self.second_bias)
        return hidden @ self.last + self.last_bias

    def log_spread(self, seen: torch.Tensor) -> torch.Tensor:
        """[N,2], before the stretch."""
        return self.doubt(seen).clamp(-2.5, 0.0)

    def forward(self, inputs: torch.Tensor) -> torch.Tensor:
        seen = self.views(inputs)
        mean = self.members(seen.expand(MEMBERS, -1, -1)).mean(0).clamp(-1.0, 1.0)
        spread = (self.log_spread(seen).exp() * self.stretch).clamp(min=LEAST_SPREAD)
        return torch.cat([mean, spread], dim=1)


def parameters(net: nn.Module) -> int:
    return sum(p.numel() for p in net.parameters())


def predict(net: Student, inputs: np.ndarray) -> np.ndarray:
    """[N,4] for raw inputs [N,44]."""
    assert inputs.shape[1] == INPUTS
    with torch.no_grad():
        return net.eval()(torch.tensor(inputs, dtype=torch.float32)).numpy()
