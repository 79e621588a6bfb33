"""Time of one inference, as a listener's computer would run it: batch 1, warm."""

import time

import numpy as np


def milliseconds(session, runs=400, warm=50):
    """Median milliseconds of `session` on one face [1,1,48,48]."""
    face = np.random.default_rng(0).uniform(0, 255, (1, 1, 48, 48)).astype(np.float32)
    taken = []
    for _ in range(runs + warm):
        began = time.perf_counter()
        session.run(None, {"face": face})
        taken.append(time.perf_counter() - began)
    return float(np.median(taken[warm:]) * 1000)
