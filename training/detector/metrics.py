"""Average precision, recall at a precision, and how often the largest face is found."""

from dataclasses import dataclass

import numpy as np

from .data import Picture
from .reference import SCORE_THRESHOLD, iou

MATCH = 0.5


@dataclass(frozen=True)
class Match:
    """One picture: `scores` and `right` (bool) [counted detections], surest first; `counts` and `hit` bool [faces]."""

    scores: np.ndarray
    right: np.ndarray
    counts: np.ndarray
    hit: np.ndarray


def match(picture: Picture, found: np.ndarray, least_px: float) -> Match:
    """Gives each detection, surest first, the free face it overlaps most.

    Faces that are invalid or shorter than `least_px` neither count nor hurt: a detection that overlaps
    one by half, or lies in it by half, is dropped (as in the WIDER FACE protocol's ignored faces).
    """
    counts = ~picture.invalid & (picture.sides >= least_px)
    free = counts.copy()
    rows = []
    for box in found:
        overlap = iou(box, picture.boxes) if len(picture.boxes) else np.zeros(0)
        best = int(np.where(free, overlap, -1).argmax()) if free.any() else -1
        if best >= 0 and overlap[best] >= MATCH:
            free[best] = False
            rows.append((float(box[4]), True))
        elif not _ignored(box, picture.boxes[~counts], overlap[~counts]):
            rows.append((float(box[4]), False))
    scores, right = zip(*rows) if rows else ((), ())
    return Match(np.array(scores, np.float32), np.array(right, bool), counts, counts & ~free)


def _ignored(box: np.ndarray, regions: np.ndarray, overlap: np.ndarray) -> bool:
    if not len(regions):
        return False
    low, high = np.maximum(box[:2], regions[:, :2]), np.minimum(box[2:4], regions[:, 2:])
    inside = np.clip(high - low, 0, None).prod(1) / max(float((box[2:4] - box[:2]).prod()), 1e-9)
    return bool((overlap >= MATCH).any() or (inside >= MATCH).any())


def match_all(pictures: list[Picture], found: list[np.ndarray], least_px: float) -> list[Match]:
    return [match(p, f, least_px) for p, f in zip(pictures, found)]


def curve(matches: list[Match]) -> tuple[np.ndarray, np.ndarray]:
    """Precision and recall after each detection in order of score; [k] each."""
    order = np.argsort(-np.concatenate([m.scores for m in matches]), kind="stable")
    right = np.cumsum(np.concatenate([m.right for m in matches])[order])
    total = max(sum(int(m.counts.sum()) for m in matches), 1)
    return right / np.arange(1, len(right) + 1), right / total


def average_precision(precision: np.ndarray, recall: np.ndarray) -> float:
    """Area under the precision envelope over recall, every point used (Pascal VOC 2010)."""
    if not len(precision):
        return 0.0
    envelope = np.maximum.accumulate(precision[::-1])[::-1]
    return float((np.diff(recall, prepend=0) * envelope).sum())


def recall_at(precision: np.ndarray, recall: np.ndarray, least: float = 0.98) -> float:
    """Highest recall at which precision still is `least`."""
    good = recall[precision >= least]
    return float(good.max()) if len(good) else 0.0


def largest_hits(pictures: list[Picture], found: list[np.ndarray], threshold: float) -> np.ndarray:
    """Per picture with a valid face: is its largest matched at `threshold`? bool [pictures]."""
    hits = []
    for picture, boxes in zip(pictures, found):
        sides = np.where(picture.invalid, 0, picture.sides)
        if not len(sides) or sides.max() <= 0:
            continue
        largest = picture.boxes[int(sides.argmax())]
        boxes = boxes[boxes[:, 4] >= threshold]
        hits.append(bool(len(boxes) and iou(largest, boxes).max() >= MATCH))
    return np.array(hits, bool)


def summary(pictures: list[Picture], found: list[np.ndarray], threshold: float = SCORE_THRESHOLD) -> dict[str, float]:
    """The figures of the model card: webcam-like pictures and all, faces from 20 and from 40 px of 416."""
    result: dict[str, float] = {}
    for name, indices in subsets(pictures).items():
        chosen, boxes = [pictures[i] for i in indices], [found[i] for i in indices]
        result[f"{name}_pictures"] = len(chosen)
        for least in (20, 40):
            precision, recall = curve(match_all(chosen, boxes, least))
            result[f"{name}_ap_{least}px"] = round(average_precision(precision, recall), 4)
            result[f"{name}_recall_p98_{least}px"] = round(recall_at(precision, recall), 4)
        result[f"{name}_largest_found"] = round(float(largest_hits(chosen, boxes, threshold).mean()), 4)
    return result


def subsets(pictures: list[Picture]) -> dict[str, list[int]]:
    """Indices of the webcam-like pictures and of all."""
    return {"webcam": [i for i, p in enumerate(pictures) if p.is_webcam_like()], "all": list(range(len(pictures)))}
