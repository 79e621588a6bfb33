"""Write numbers that another implementation of `reference` and of the model must reproduce.

    python -m training.voice.golden [--model FILE] [--out FILE]

Without a model only the features are written. The sounds are formulas (`sounds`), so that no recording is needed:
n counts samples at 16 kHz, t = n / 16000, and noise is the sequence x <- (1664525 x + 1013904223) mod 2^32 from
x = 1, each value taken after a step, as x / 2^31 - 1.
"""

import argparse
import json
from pathlib import Path

import numpy as np

from training.common import onnx_tools
from training.voice import reference


def noise(count):
    """Float64 [count] of the congruential sequence."""
    found, state = np.empty(count), 1
    for place in range(count):
        state = (1664525 * state + 1013904223) % 2**32
        found[place] = state / 2**31 - 1
    return found


def sounds():
    """{name: samples float64}"""
    times = np.arange(32000) / reference.RATE
    hiss = noise(32000)
    glide = 2 * np.pi * (110 * times + 55 * times**2)  # 110 to 330 Hz in two seconds
    buzz = sum(np.sin(k * glide) / k for k in range(1, 11))
    syllables = np.maximum(np.sin(2 * np.pi * 3 * times), 0)
    return {
        # 0.2 (sum over k = 1..10 of sin(k g) / k), g = 2 pi (110 t + 55 t^2)
        "glide": 0.2 * buzz,
        # the same times max(sin(2 pi 3 t), 0), and 0.001 noise
        "syllables": 0.2 * buzz * syllables + 0.001 * hiss,
        # half a second of nothing, the middle second of the glide, half a second of nothing
        "between silences": np.where((times >= 0.5) & (times < 1.5), 0.2 * buzz, 0.0),
        # 0.1 noise
        "noise": 0.1 * hiss,
        # the shortest segment: 4,000 samples of 0.5 sin(2 pi 200 t)
        "short": 0.5 * np.sin(2 * np.pi * 200 * times[:4000]),
    }


def cases(model=None):
    """One entry a sound: what `reference.describe` says, and the model's answers."""
    found = {name: reference.describe(sound) for name, sound in sounds().items()}
    if model is not None:
        session = onnx_tools.session(model)
        for name, sound in sounds().items():
            answers = session.run(None, {"features": reference.features(sound)[None]})
            found[name]["answers"] = [[round(float(v), 4) for v in answer[0]] for answer in answers]
    return found


def write(model=None, out=None):
    """Writes <model>.golden.json beside the ONNX file `model`, or `out`."""
    content = {"model_sha256": onnx_tools.sha256(model)} if model is not None else {}
    content |= {"tolerance": 0.001, "cases": cases(model)}
    path = out or model.with_suffix(".golden.json")
    path.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--model", type=Path)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    if options.model is None and options.out is None:
        parser.error("a model, a file to write, or both")
    write(options.model, options.out)


if __name__ == "__main__":
    main()
