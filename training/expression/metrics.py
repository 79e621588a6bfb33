"""Figures of merit of predicted probabilities, in numpy alone."""

import numpy as np

from training.expression import data


def softmax(logits, temperature=1.0):
    """Probabilities [N,C] of logits [N,C] divided by `temperature`."""
    scaled = np.asarray(logits, np.float64) / temperature
    powers = np.exp(scaled - scaled.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def quick(logits, faces):
    """The few figures worth a line per epoch."""
    label, decided = data.majority(faces.votes)
    chosen = logits[0].argmax(axis=1)
    soft, known = data.soft_targets(faces.votes)
    entropy = -(soft * np.log(softmax(logits[0]) + 1e-12)).sum(axis=1)[known].mean()
    return {
        "ferplus_accuracy": float((chosen == label)[decided].mean()),
        "ferplus_macro_recall": float(np.nanmean(recalls(confusion(label[decided], chosen[decided], 8)))),
        "ferplus_soft_nll": float(entropy),
        "fer2013_accuracy": float((logits[1].argmax(axis=1) == faces.fer2013).mean()),
    }


def confusion(label, chosen, classes):
    """Counts [true, chosen]."""
    table = np.zeros((classes, classes), np.int64)
    np.add.at(table, (label, chosen), 1)
    return table


def recalls(table):
    """Recall per class of a confusion table; a class without pictures gives nan."""
    with np.errstate(invalid="ignore"):
        return np.diag(table) / table.sum(axis=1)


def reliability(confidence, correct, bins=15):
    """Rows (mean confidence, accuracy, count) of equal-width bins that hold pictures."""
    place = np.minimum((confidence * bins).astype(int), bins - 1)
    rows = []
    for index in range(bins):
        inside = place == index
        if inside.any():
            rows.append((float(confidence[inside].mean()), float(correct[inside].mean()), int(inside.sum())))
    return rows


def calibration_error(confidence, correct, bins=15):
    """Expected calibration error (Guo et al. 2017): count-weighted mean |confidence - accuracy|."""
    rows = reliability(confidence, correct, bins)
    return sum(abs(c - a) * n for c, a, n in rows) / len(confidence)


def risk_coverage(confidence, correct):
    """(coverage [N], accuracy [N]) when only the surest pictures are answered."""
    hits = np.cumsum(correct[np.argsort(-confidence, kind="stable")])
    answered = np.arange(1, len(hits) + 1)
    return answered / len(hits), hits / answered


def calibrated(logits, faces, temperature):
    """Majority-protocol figures of expression logits [N,8] at one temperature."""
    label, decided = data.majority(faces.votes)
    probabilities = softmax(logits, temperature)[decided]
    chosen, confidence = probabilities.argmax(axis=1), probabilities.max(axis=1)
    correct = chosen == label[decided]
    table = confusion(label[decided], chosen, len(data.LABELS))
    coverage, accuracy = risk_coverage(confidence, correct)
    sure = confidence >= 0.6
    return {
        "pictures": int(decided.sum()),
        "ferplus_accuracy": float(correct.mean()),
        "ferplus_macro_recall": float(np.nanmean(recalls(table))),
        "ferplus_ece15": float(calibration_error(confidence, correct)),
        "coverage_at_confidence_0_6": float(sure.mean()),
        "accuracy_at_confidence_0_6": float(correct[sure].mean()),
        **{f"accuracy_at_coverage_0_{tenth}": at_coverage(accuracy, tenth / 10) for tenth in (8, 6, 5)},
        "recall": dict(zip(data.LABELS, recalls(table).tolist())),
        "confusion": table.tolist(),
        "reliability": reliability(confidence, correct),
        "risk_coverage": _thinned(coverage, accuracy),
    }


def at_coverage(accuracy, coverage):
    """Accuracy over the surest `coverage` of the pictures."""
    return float(accuracy[max(round(coverage * len(accuracy)), 1) - 1])


def _thinned(coverage, accuracy, points=200):
    rows = np.linspace(0, len(coverage) - 1, min(points, len(coverage))).astype(int)
    return [(float(coverage[row]), float(accuracy[row])) for row in rows]


def full(logits, faces, temperature):
    """All figures of both heads' logits ([N,8], [N,7]) on `faces`."""
    figures = calibrated(logits[0], faces, temperature)
    figures["temperature"] = float(temperature)
    figures["fer2013_accuracy"] = float((logits[1].argmax(axis=1) == faces.fer2013).mean())
    figures["fer2013_pictures"] = len(faces)
    return figures
