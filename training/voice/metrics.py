"""Figures of merit for the tone of a voice, in numpy alone."""

import numpy as np

from training.expression.calibrate import fit_temperature
from training.expression.metrics import calibration_error, confusion, recalls, softmax
from training.voice import data

HIGH = np.array([name in data.HIGH for name in data.LABELS])
LOW = np.array([name in data.LOW for name in data.LABELS])


def probabilities(logits, temperature, languages):
    """[N,8], zero for emotions that do not occur in the clip's corpus."""
    allowed = np.stack([data.allowed(language) for language in languages])
    return softmax(np.where(allowed, logits, -1e9), temperature)


def high_arousal(probability):
    """[N]: probability of high arousal implied by the emotion probabilities [N,8], disgust left out."""
    high, low = probability[:, HIGH].sum(axis=1), probability[:, LOW].sum(axis=1)
    return high / np.maximum(high + low, 1e-9)


def temperature(logits, emotion, languages):
    """The temperature with the least cross-entropy over the emotions that occur in each corpus."""
    allowed = np.stack([data.allowed(language) for language in languages])
    return fit_temperature(np.where(allowed, logits, -1e4), np.eye(len(data.LABELS))[emotion])


def figures(probability, emotion, chance):
    """Accuracy, macro recall, calibration error and arousal's accuracy of one group.

    `probability` [N,8], `emotion` int [N], `chance` [N] the probability of high arousal.
    """
    chosen, confidence = probability.argmax(axis=1), probability.max(axis=1)
    table = confusion(emotion, chosen, len(data.LABELS))
    high = np.array([data.arousal(value) for value in emotion])
    judged = high >= 0
    guess = chance > 0.5
    return {
        "clips": len(emotion),
        "accuracy": float((chosen == emotion).mean()),
        "macro_recall": float(np.nanmean(recalls(table))),
        "ece": float(calibration_error(confidence, chosen == emotion, bins=10)),
        "arousal_accuracy": float((guess == high)[judged].mean()),
        "arousal_ece": float(calibration_error(np.maximum(chance, 1 - chance)[judged], (guess == high)[judged], bins=10)),
    }


def by_group(probability, clips, chance):
    """{name: figures} for all clips together, each language, sex and speaker."""
    emotion, found = np.array([clip.emotion for clip in clips]), {}
    groups = {"all": np.ones(len(clips), bool)}
    for key in ("language", "sex", "speaker"):
        for name in sorted({getattr(clip, key) for clip in clips}):
            groups[f"{key} {name}"] = np.array([getattr(clip, key) == name for clip in clips])
    for language in ("english", "polish"):
        for sex in ("female", "male"):
            groups[f"{language} {sex}"] = np.array([(clip.language, clip.sex) == (language, sex) for clip in clips])
    for name, inside in groups.items():
        if inside.any():
            found[name] = figures(probability[inside], emotion[inside], chance[inside])
    return found
