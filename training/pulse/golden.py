"""Write the numbers that `crates/attune-pulse` must reproduce.

    python -m training.pulse.golden [--out FILE]

The traces are formulas (`colours`), so that no recording is needed.
"""

import argparse
import json
from pathlib import Path

import numpy as np

from training.pulse import reference

OUT = Path("crates/attune-pulse/tests/data/colour.golden.json")
SKIN = np.array([150.0, 110.0, 90.0])
BEAT = np.array([0.33, 0.77, 0.53])  # how much the pulse shows in each channel, relative to each other


def noise(count, seed):
    """[count] of the sequence x <- (1664525 x + 1013904223) mod 2^32 from `seed`, as x / 2^31 - 1."""
    found, state = np.empty(count), seed
    for place in range(count):
        state = (1664525 * state + 1013904223) % 2**32
        found[place] = state / 2**31 - 1
    return found


def colours(case):
    """(times [looks], colours [looks, 3]) of a case."""
    count, fps = case["looks"], case["fps"]
    times = np.arange(count) / fps + case["jitter"] * noise(count, 3) / fps
    beat = case["depth"] * np.sin(2 * np.pi * case["bpm"] / 60 * times)
    light = 1 + 0.08 * np.sin(2 * np.pi * 0.05 * times) + case["sway"] * np.sin(2 * np.pi * 0.4 * times)
    grain = case["grain"] * noise(3 * count, 7).reshape(count, 3)
    return times, SKIN * (light[:, None] + beat[:, None] * BEAT) + grain


CASES = {
    "steady": dict(looks=600, fps=30.0, jitter=0.0, bpm=66.0, depth=0.006, sway=0.0, grain=0.1),
    "swaying": dict(looks=600, fps=30.0, jitter=0.0, bpm=97.0, depth=0.01, sway=0.03, grain=0.3),
    "uneven": dict(looks=420, fps=20.0, jitter=0.3, bpm=124.0, depth=0.008, sway=0.01, grain=0.1),
    "slow camera": dict(looks=300, fps=15.0, jitter=0.0, bpm=72.0, depth=0.01, sway=0.0, grain=0.1),
    "too slow for filters": dict(looks=200, fps=10.0, jitter=0.0, bpm=60.0, depth=0.01, sway=0.0, grain=0.1),
    "noise": dict(looks=600, fps=30.0, jitter=0.0, bpm=60.0, depth=0.0, sway=0.0, grain=2.0),
}


def numbers(values, digits=9):
    return [round(float(value), digits) for value in values]


def answers(case):
    """What comes of a case: signals at the looks' own rate and at 30 Hz, and each window's rate and dB."""
    times, looks = colours(case)
    even = reference.resample(times, looks)
    found = {"case": case, "pos": numbers(reference.pos(looks, case["fps"])[::7])}
    found["chrom"] = numbers(reference.chrom(looks, case["fps"])[::7])
    found["resampled_green"] = numbers(even[::29, 1])
    for name, method in (("pos", reference.pos), ("chrom", reference.chrom)):
        found[f"{name}_windows"] = [numbers(w, 6) for w in reference.windows(method(even, reference.RATE))]
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--out", type=Path, default=OUT)
    out = parser.parse_args().out
    out.parent.mkdir(parents=True, exist_ok=True)
    content = {name: answers(case) for name, case in CASES.items()}
    out.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
