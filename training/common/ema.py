"""Exponential moving average of weights (Polyak and Juditsky, 1992)."""

import copy

import torch
from torch import nn


class Ema:
    """Keeps `model`, a smoothed copy of the weights under training.

    Batch statistics are averaged too: they belong to the averaged weights, not to the latest ones.
    """

    def __init__(self, model: nn.Module, decay: float = 0.998):
        self.model = copy.deepcopy(model).eval().requires_grad_(False)
        self.decay = decay
        self.updates = 0

    @torch.no_grad()
    def update(self, model: nn.Module) -> None:
        """Moves the average one step; the decay ramps up so that early averages are not the random start."""
        self.updates += 1
        decay = min(self.decay, (1 + self.updates) / (10 + self.updates))
        source = model.state_dict()
        for name, mean in self.model.state_dict().items():
            if mean.dtype.is_floating_point:
                mean.lerp_(source[name].to(mean.dtype), 1 - decay)
            else:
                mean.copy_(source[name])

    def state_dict(self) -> dict:
        return {"model": self.model.state_dict(), "updates": self.updates}

    def load_state_dict(self, state: dict) -> None:
        self.model.load_state_dict(state["model"])
        self.updates = state["updates"]
