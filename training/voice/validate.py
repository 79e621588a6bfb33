"""Leave-speakers-out figures from the files that `train --fold K` wrote for every K.

    python -m training.voice.validate --data DIR --folds DIR [--report FILE.json]

Every clip is classified by a network that was not trained on its speaker. Temperature and arousal scale are fitted on one
half of the speakers and used on the other, both ways, so that calibration is measured on speakers they were not fitted on;
those over all speakers are the ones to ship. Polish figures are among its six emotions, and once among all eight.
"""

import argparse
import json
from pathlib import Path

import numpy as np

from training.voice import data, metrics

SNR_RANGES = ((-3, 0), (0, 5), (5, 10), (10, 25))  # dB


def gather(folder, prefix=""):
    """Arrays of all folds, one after the other: `clip`, `emotions`, `arousal`, `speech` and, if noisy, `ratio`."""
    names = [prefix + name for name in ("clip", "emotions", "arousal", "speech")] + (["ratio"] if prefix else [])
    paths = sorted(folder.glob("**/fold-*.npz"))
    parts = [np.load(path) for path in paths]
    return {name.removeprefix(prefix): np.concatenate([part[name] for part in parts]) for name in names}


def halves(clips):
    """Which half of the speakers each clip belongs to, [N] of 0 and 1."""
    half = {name: place % 2 for place, name in enumerate(sorted({clip.speaker for clip in clips}))}
    return np.array([half[clip.speaker] for clip in clips])


def calibration(answers, clips):
    """What `crates/attune-voice` needs to read the logits: fitted on these clips."""
    emotion, languages = np.array([clip.emotion for clip in clips]), [clip.language for clip in clips]
    heat = metrics.temperature(answers["emotions"], emotion, languages)
    combined = metrics.combined_arousal(answers["emotions"], answers["arousal"], heat)
    return {"temperature": heat, "arousal_scale": metrics.arousal_scale(combined, emotion)}


def read(answers, calibrated, languages):
    """(probabilities [N,8] among the emotions of each corpus, probability of high arousal [N])."""
    heat = calibrated["temperature"]
    combined = metrics.combined_arousal(answers["emotions"], answers["arousal"], heat)
    return metrics.probabilities(answers["emotions"], heat, languages), logistic(calibrated["arousal_scale"] * combined)


def crossed(answers, clips, calibrate_on, calibrate_clips):
    """`read` with each half of the speakers calibrated on clean clips of the other half."""
    side, other = halves(clips), halves(calibrate_clips)
    probability, chance = np.zeros((len(clips), len(data.LABELS))), np.zeros(len(clips))
    for which in (0, 1):
        fitted_on, used_on = np.flatnonzero(other != which), np.flatnonzero(side == which)
        fitted = calibration(rows(calibrate_on, fitted_on), [calibrate_clips[i] for i in fitted_on])
        languages = [clips[i].language for i in used_on]
        probability[used_on], chance[used_on] = read(rows(answers, used_on), fitted, languages)
    return probability, chance


def rows(answers, places):
    return {name: values[places] for name, values in answers.items()}


def logistic(values):
    return 1 / (1 + np.exp(-values))


def measure(folder, clips):
    """All figures as a dictionary."""
    clean, noisy = gather(folder), gather(folder, "noisy_")
    here, there = [clips[place] for place in clean["clip"]], [clips[place] for place in noisy["clip"]]
    probability, chance = crossed(clean, here, clean, here)
    emotion, polish = np.array([clip.emotion for clip in here]), np.array([clip.language == "polish" for clip in here])
    calibrated = calibration(clean, here)
    open_set, _ = read(rows(clean, polish), calibrated, ["english"] * int(polish.sum()))
    noise = crossed(noisy, there, clean, here)
    negative = np.concatenate([np.load(path)["non_speech_speech"] for path in sorted(folder.glob("**/fold-*.npz"))])
    return {
        "calibration": calibrated | {"valence_spread": metrics.spread(open_set, emotion[polish])},
        "groups": metrics.by_group(probability, here, chance),
        "polish_among_eight": metrics.figures(open_set, emotion[polish], chance[polish]),
        "recall": {language: recall(probability, here, language) for language in ("english", "polish")},
        "by_snr": {f"{low} to {high} dB": by_ratio(noise, noisy, there, low, high) for low, high in SNR_RANGES},
        "accepted_above": {
            f"{least}": {"clean": float((clean["speech"] > least).mean()), "non_speech": float((negative > least).mean())}
            for least in (0, 1, 2, 3, 4)
        },
    }


def recall(probability, clips, language):
    """{emotion: share recognised} in a language."""
    found = {}
    for value, name in enumerate(data.LABELS):
        inside = np.array([(clip.language, clip.emotion) == (language, value) for clip in clips])
        if inside.any():
            found[name] = float((probability[inside].argmax(1) == value).mean())
    return found


def by_ratio(noise, answers, clips, low, high):
    """Figures of augmented clips in a range of signal-to-noise ratios, and the share accepted as speech."""
    probability, chance = noise
    inside = (answers["ratio"] >= low) & (answers["ratio"] < high)
    emotion = np.array([clip.emotion for clip, kept in zip(clips, inside) if kept])
    row = metrics.figures(probability[inside], emotion, chance[inside])
    return row | {"accepted": float((answers["speech"][inside] > 0).mean())}


def table(report):
    """Markdown lines of the groups."""
    yield "| group | clips | accuracy | macro recall | ECE | arousal | arousal ECE |"
    yield "|---|---|---|---|---|---|---|"
    for name, row in report["groups"].items():
        shown = " | ".join(f"{100 * row[key]:.1f}" for key in ("accuracy", "macro_recall", "ece", "arousal_accuracy", "arousal_ece"))
        yield f"| {name} | {row['clips']} | {shown} |"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--folds", type=Path, required=True)
    parser.add_argument("--report", type=Path)
    options = parser.parse_args()
    report = measure(options.folds, data.clips(options.data))
    print("\n".join(table(report)))
    rest = {name: value for name, value in report.items() if name != "groups"}
    print(json.dumps(rest, indent=1))
    if options.report:
        options.report.write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
