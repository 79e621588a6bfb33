"""One place to seed every generator that training draws from."""

import random

import numpy as np
import torch


def seed_everything(seed: int) -> np.random.Generator:
    """Seeds Python, NumPy and torch; returns a generator for code that takes one explicitly."""
    random.seed(seed)
    np.random.seed(seed % 2**32)
    torch.manual_seed(seed)
    return np.random.default_rng(seed)


def pick_device() -> torch.device:
    """CUDA when there is one, else the CPU."""
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")
