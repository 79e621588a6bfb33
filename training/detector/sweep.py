"""What the choice of score threshold and suppression limit costs, and how sure the figures are."""

import numpy as np

from .data import Picture
from .metrics import average_precision, curve, largest_hits, match_all, recall_at

THRESHOLDS = (0.30, 0.35, 0.40, 0.45, 0.50, 0.55, 0.60)
LIMITS = (0.30, 0.35, 0.40, 0.45, 0.50, 0.55)
LEAST_PX = 20


def by_threshold(pictures: list[Picture], found: list[np.ndarray], thresholds=THRESHOLDS) -> list[dict[str, float]]:
    """Per threshold: largest face found, precision and false alarms a picture of the detections from it on."""
    # The surest boxes choose their faces first, so leaving out weaker ones changes no match.
    matches = match_all(pictures, found, LEAST_PX)
    scores, right = (np.concatenate([getattr(m, k) for m in matches]) for k in ("scores", "right"))
    rows = []
    for threshold in thresholds:
        kept = right[scores >= threshold]
        rows.append({
            "threshold": threshold,
            "largest_found": round(float(largest_hits(pictures, found, threshold).mean()), 4),
            "precision": round(float(kept.sum() / max(len(kept), 1)), 4),
            "false_alarms_a_picture": round(float((~kept).sum() / len(pictures)), 4),
        })
    return rows


def recall_by_kind(pictures: list[Picture], found: list[np.ndarray], threshold: float) -> dict[str, dict]:
    """Recall at `threshold` of faces of 40 px and more: plain ones, and each weak spot on its own."""
    kept = [boxes[boxes[:, 4] >= threshold] for boxes in found]
    matches = match_all(pictures, kept, 40)
    plain = [~(p.turned | p.hidden | p.blurred) for p in pictures]
    kinds = {"plain": plain} | {k: [getattr(p, k) for p in pictures] for k in ("turned", "hidden", "blurred")}
    result = {}
    for kind, masks in kinds.items():
        counts = sum(int((m.counts & mask).sum()) for m, mask in zip(matches, masks))
        hits = sum(int((m.hit & mask).sum()) for m, mask in zip(matches, masks))
        result[kind] = {"faces": counts, "recall": round(hits / max(counts, 1), 4)}
    return result


def intervals(pictures: list[Picture], found: list[np.ndarray], threshold: float, draws: int = 300) -> dict[str, list]:
    """95 % intervals of the headline figures from drawing pictures with replacement (bootstrap)."""
    matches = match_all(pictures, found, LEAST_PX)
    hits = largest_hits(pictures, found, threshold)
    rng = np.random.default_rng(0)
    rows = []
    for _ in range(draws):
        drawn = rng.integers(0, len(pictures), len(pictures))
        precision, recall = curve([matches[i] for i in drawn])
        share = hits[rng.integers(0, len(hits), len(hits))].mean()
        rows.append((average_precision(precision, recall), recall_at(precision, recall), share))
    low, high = np.percentile(rows, [2.5, 97.5], axis=0)
    names = ("ap_20px", "recall_p98_20px", "largest_found")
    return {name: [round(float(a), 3), round(float(b), 3)] for name, a, b in zip(names, low, high)}
