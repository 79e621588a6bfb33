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
    """The temperature with the least cross-entropy on English clips, the corpus in which all eight emotions occur."""
    english = np.array([language == "english" for language in languages])
    return fit_temperature(logits[english], np.eye(len(data.LABELS))[emotion[english]])


def combined_arousal(logits, arousal, heat):
    """[N]: mean of the arousal logit [N] and the log odds of high arousal that the emotion logits [N,8] imply."""
    high = high_arousal(softmax(logits, heat)).clip(1e-6, 1 - 1e-6)
    return 0.5 * (arousal + np.log(high / (1 - high)))


def arousal_scale(combined, emotion):
    """What `combined_arousal` is multiplied by before the logistic function: least cross-entropy, all languages."""
    high = np.array([data.arousal(value) for value in emotion])
    judged = high >= 0
    signed = np.where(high[judged] == 1, 1.0, -1.0) * combined[judged]
    scales = np.linspace(0.2, 2.0, 181)
    return float(scales[np.argmin([np.logaddexp(0, -scale * signed).mean() for scale in scales])])


def spread(probability, emotion):
    """What the deviation of valence between emotions is multiplied by so that errors are as large as it says.

    `probability` [N,8] are of one language; the truth is the place of the clip's emotion on the plane. At least 1.
    """
    places = np.array([data.VALENCE[name] for name in data.LABELS])
    mean = probability @ places
    variance = probability @ places**2 - mean**2
    return float(max(np.sqrt(((places[emotion] - mean) ** 2).mean() / variance.mean()), 1.0))


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
