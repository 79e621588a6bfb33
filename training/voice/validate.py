"""Leave-speakers-out figures from the files that `train --fold K` wrote for every K.

    python -m training.voice.validate --data DIR --folds DIR [--report FILE.json]

Every clip is classified by a network that was not trained on its speaker. The temperature is fitted on one half of the
speakers and used on the other, both ways, so that calibration is measured on speakers it was not fitted on; the temperature
over all of them is the one to ship.
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


def crossed(logits, clips):
    """Probabilities [N,8], each speaker's with the temperature that the other half of the speakers asks for."""
    emotion, languages = np.array([clip.emotion for clip in clips]), [clip.language for clip in clips]
    half = {name: place % 2 for place, name in enumerate(sorted({clip.speaker for clip in clips}))}
    side = np.array([half[clip.speaker] for clip in clips])
    found = np.zeros((len(clips), len(data.LABELS)))
    for which in (0, 1):
        fitted_on, used_on = np.flatnonzero(side != which), np.flatnonzero(side == which)
        fitted = metrics.temperature(logits[fitted_on], emotion[fitted_on], [languages[i] for i in fitted_on])
        found[used_on] = metrics.probabilities(logits[used_on], fitted, [languages[i] for i in used_on])
    return found


def logistic(values):
    return 1 / (1 + np.exp(-values))


def measure(folder, clips):
    """All figures as a dictionary."""
    clean, noisy = gather(folder), gather(folder, "noisy_")
    here = [clips[place] for place in clean["clip"]]
    probability = crossed(clean["emotions"], here)
    emotion = np.array([clip.emotion for clip in here])
    report = {
        "temperature": metrics.temperature(clean["emotions"], emotion, [clip.language for clip in here]),
        "groups": metrics.by_group(probability, here, logistic(clean["arousal"])),
        "arousal_from_emotions": {
            language: metrics.figures(probability[inside], emotion[inside], metrics.high_arousal(probability[inside]))["arousal_accuracy"]
            for language in ("english", "polish")
            for inside in [np.array([clip.language == language for clip in here])]
        },
        "recall": {
            language: {
                name: float((probability[inside].argmax(1) == value).mean())
                for value, name in enumerate(data.LABELS)
                for inside in [np.array([(clip.language, clip.emotion) == (language, value) for clip in here])]
                if inside.any()
            }
            for language in ("english", "polish")
        },
        "by_snr": {},
    }
    there = [clips[place] for place in noisy["clip"]]
    probability = crossed(noisy["emotions"], there)
    for low, high in SNR_RANGES:
        inside = (noisy["ratio"] >= low) & (noisy["ratio"] < high)
        some = [clip for clip, kept in zip(there, inside) if kept]
        row = metrics.figures(probability[inside], np.array([clip.emotion for clip in some]), logistic(noisy["arousal"][inside]))
        report["by_snr"][f"{low} to {high} dB"] = row | {"accepted": float((noisy["speech"][inside] > 0).mean())}
    negative = np.concatenate([np.load(path)["non_speech_speech"] for path in sorted(folder.glob("**/fold-*.npz"))])
    report["non_speech_accepted"] = float((negative > 0).mean())
    report["clean_accepted"] = float((clean["speech"] > 0).mean())
    return report


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
