"""How sure a proportion is."""

import numpy as np


def interval(hits, count, z=1.96):
    """Wilson interval (low, high) of a proportion; (nan, nan) for no samples."""
    if count == 0:
        return float("nan"), float("nan")
    share, spread = hits / count, z * z / count
    middle = (share + spread / 2) / (1 + spread)
    half = z * np.sqrt(share * (1 - share) / count + spread / (4 * count)) / (1 + spread)
    return middle - half, middle + half
