"""Speakers left out, through the pipeline that ships: `attune-cli evaluate voice` with the network of each fold.

    python -m training.voice.pipeline --data DIR --folds DIR --features DIR --out DIR --program FILE [--report FILE.json]

Exports the network of each fold in 8 bits into a folder of its own under `--out` (existing ones are kept), with the constants
that `validate` fits, lets the program hear the clips of the speakers left out of it, and prints the figures of the clips
that were answered, by language, sex and speaker, and the abstentions by reason.
"""

import argparse
import collections
import csv
import json
import subprocess
from pathlib import Path

import numpy as np

from training.voice import data, export, golden, manifest, metrics, train, validate
from training.common import manifest as common_manifest


def network(fold, options, report):
    """The folder with the network of a fold; made if it is not there."""
    folder = options.out / f"fold-{fold}"
    if (folder / "manifest.toml").exists():
        return folder
    folder.mkdir(parents=True, exist_ok=True)
    whole, path = folder / "whole.onnx", folder / "voice-tone.onnx"
    export.write(train.load(options.folds / f"voice-fold-{fold}" / "last.pt"), whole)
    segments = train.Segments(options.features)
    rows = np.random.default_rng(0).choice(np.flatnonzero(segments.fold != fold), 300, replace=False)
    export.shrink(whole, path, [segments.features[row] for row in rows])
    golden.write(path)
    common_manifest.write(path, manifest.entry(path, report, f"fold-{fold}"))
    return folder


def hear(folder, clips, options):
    """One dictionary a clip, as `evaluate voice --each` prints them."""
    labels = folder / "labels.csv"
    with labels.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["file", "emotion", "speaker"])
        rows.writerows([clip.path.relative_to(options.data), data.LABELS[clip.emotion], clip.speaker] for clip in clips)
    command = [options.program, "evaluate", "voice", "--clips", options.data, "--labels", labels, "--models", folder, "--each", "--json"]
    done = subprocess.run([str(part) for part in command], check=True, stdout=subprocess.PIPE, text=True)
    return [json.loads(line) for line in done.stdout.splitlines()[:-1]]


def figures(lines, clips):
    """The report: figures of the answered clips by group, as they are among eight emotions, and abstentions."""
    known = {str(clip.path): clip for clip in clips}
    said = [(known[line["file"]], line) for line in lines]
    answered = [(clip, line) for clip, line in said if line["scores"]]
    probability = np.array([line["scores"] for _, line in answered])
    chance = np.array([line["high_arousal"] for _, line in answered])
    return {
        "groups": metrics.by_group(probability, [clip for clip, _ in answered], chance),
        "abstained": {
            language: collections.Counter(
                line["unheard"] for clip, line in said if line["unheard"] and clip.language == language
            )
            for language in ("english", "polish")
        },
        "clips": collections.Counter(clip.language for clip, _ in said),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    for name in ("data", "folds", "features", "out", "program"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--report", type=Path)
    options = parser.parse_args()
    clips, lines = data.clips(options.data), []
    calibrated = validate.measure(options.folds, clips)
    fold_of = data.folds({clip.speaker for clip in clips})
    for fold in range(data.FOLDS):
        own = [clip for clip in clips if fold_of[clip.speaker] == fold]
        heard = hear(network(fold, options, calibrated), own, options)
        lines += [line | {"file": str(options.data / line["file"])} for line in heard]
        print(f"fold {fold}: {len(heard)} of {len(own)} clips", flush=True)
    report = figures(lines, clips)
    print("\n".join(validate.table(report)))
    print(json.dumps({"clips": report["clips"], "abstained": report["abstained"]}, indent=1))
    if options.report:
        options.report.write_text(json.dumps(report | {"lines": lines}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
