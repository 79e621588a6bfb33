"""Time of one inference on one thread, warm."""

import time

import numpy as np

SIZES = ((256, 320), (320, 320))  # height, width: a 4:3 camera and the largest input


def milliseconds(session, runs: int = 60, warm: int = 8) -> dict[str, float]:
    """Median processor time per input size, the sizes alternating.

    Processor time of the calling thread, not of the clock: with one thread both are the same on an idle
    machine, and other programs then do not count.
    """
    rng = np.random.default_rng(0)
    images = {size: rng.uniform(0, 255, (1, 3, *size)).astype(np.float32) for size in SIZES}
    taken: dict[tuple[int, int], list[float]] = {size: [] for size in SIZES}
    for _ in range(runs + warm):
        for size, image in images.items():
            began = time.thread_time()
            session.run(None, {"image": image})
            taken[size].append(time.thread_time() - began)
    return {f"ms_{w}x{h}": round(1000 * float(np.median(taken[h, w][warm:])), 2) for h, w in SIZES}
