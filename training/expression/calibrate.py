"""Temperature scaling (Guo et al. 2017): one number that makes confidence honest."""

import numpy as np

from training.expression import metrics


def fit_temperature(logits, targets, low=0.3, high=4.0, rounds=50):
    """The temperature of least cross-entropy, by golden-section search over its logarithm.

    `logits` and `targets` are [N,C], each row of targets a distribution.
    Cross-entropy is convex in 1/temperature, so there is one minimum.
    """

    def loss(log_temperature):
        probabilities = metrics.softmax(logits, np.exp(log_temperature))
        return -(targets * np.log(probabilities + 1e-12)).sum(axis=1).mean()

    golden = (np.sqrt(5) - 1) / 2
    left, right = np.log(low), np.log(high)
    for _ in range(rounds):
        reach = golden * (right - left)
        if loss(right - reach) < loss(left + reach):
            right = left + reach
        else:
            left = right - reach
    return float(np.exp((left + right) / 2))


def for_majority(logits, label, decided):
    """Temperature at which confidence is the chance that most people say the same.

    Fitted on the pictures people agree on (`decided` bool [N], `label` int [N]):
    the product answers "is this right", not "how would ten people vote".
    """
    return fit_temperature(logits[decided], np.eye(logits.shape[1])[label[decided]])


def for_votes(logits, targets, known):
    """Temperature that matches the votes themselves; more modest about mixed faces."""
    return fit_temperature(logits[known], targets[known])


def crossed(logits, label, decided):
    """(confidence [M], correct bool [M]) of the decided pictures, each with a temperature fitted on the other half.

    The halves are the even and the odd rows, so that calibration is measured on pictures it was not fitted on.
    """
    logits, label = logits[decided], label[decided]
    confidence, correct = np.zeros(len(label)), logits.argmax(axis=1) == label
    for half in (0, 1):
        other, everyone = slice(1 - half, None, 2), np.ones(len(label[1 - half :: 2]), bool)
        fitted = for_majority(logits[other], label[other], everyone)
        confidence[half::2] = metrics.softmax(logits[half::2], fitted).max(axis=1)
    return confidence, correct
