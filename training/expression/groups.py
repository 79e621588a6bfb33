"""Predictions on unambiguous faces by age group and sex, on the held-out portraits.

    python -m training.expression.groups --portraits DIR NETWORK [NETWORK ...]

A network is a checkpoint or an exported ONNX file. The reference is the landmarker's coefficients, not human
labels: a smile has mouthSmile of at least 0.5, an open surprise jawOpen of at least 0.4 and browInnerUp of at least
0.3 without a smile, a neutral face low values of all. Crops are those of the application, without its rejection of bad faces.
Proportions have 95 % Wilson intervals.
"""

import argparse
from pathlib import Path

import numpy as np

from training.common.proportion import interval
from training.expression import data, portraits
from training.expression.teacher import reader

AGES = "age group {}"
SEXES = ("men", "women")


def shown(faces):
    """{sign: bool [N]} of `portraits.Portraits`; False where the landmarker found no face."""
    known = ~np.isnan(faces.blendshapes).any(1)
    value = {name: portraits.pair(faces.blendshapes, faces.names, name) for name in ("mouthSmile", "jawOpen", "browInnerUp", "browDown", "mouthFrown")}
    smile = value["mouthSmile"] >= 0.5
    return {
        "smile": known & smile,
        "open surprise": known & (value["jawOpen"] >= 0.4) & (value["browInnerUp"] >= 0.3) & (value["mouthSmile"] < 0.2),
        "rest": known & (np.max([value[name] for name in ("mouthSmile", "jawOpen", "browInnerUp", "mouthFrown")], axis=0) < 0.1) & (value["browDown"] < 0.2),
    }


def groups(faces):
    """{name: bool [N]} for all, each sex and each age group."""
    found = {"all": np.ones(len(faces), bool)}
    found |= {name: faces.group[:, 1] == sex for sex, name in enumerate(SEXES)}
    return found | {AGES.format(age): faces.group[:, 0] == age for age in range(10)}


QUESTIONS = (("smile", "happiness", ("happiness",)), ("open surprise", "surprise", ("surprise",)), ("rest", "sad or angry", ("sadness", "anger")))


def shares(read, faces):
    """{(group, question): (hits, count)}; `read` int [N] is the predicted expression."""
    what, found = shown(faces), {}
    for name, inside in groups(faces).items():
        for kind, title, answers in QUESTIONS:
            some, wanted = read[inside & what[kind]], [data.LABELS.index(answer) for answer in answers]
            found[name, f"{kind} read as {title}"] = int(np.isin(some, wanted).sum()), len(some)
    return found


def table(found):
    """Markdown lines, a group a row."""
    questions = list(dict.fromkeys(question for _, question in found))
    yield "| group | " + " | ".join(questions) + " |"
    yield "|---" * (len(questions) + 1) + "|"
    for name in dict.fromkeys(name for name, _ in found):
        cells = []
        for question in questions:
            hits, count = found[name, question]
            low, high = interval(hits, count)
            cells.append(f"{100 * hits / count:.1f} ({100 * low:.0f} to {100 * high:.0f}, of {count})" if count else "none")
        yield f"| {name} | " + " | ".join(cells) + " |"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--portraits", type=Path, required=True)
    parser.add_argument("networks", type=Path, nargs="+")
    options = parser.parse_args()
    whole, out = portraits.load_all(options.portraits)
    faces = whole.take(out)
    pixels = portraits.crops(faces.pixels)
    for path in options.networks:
        print(path.name)
        print("\n".join(table(shares(reader(path)(pixels)[0].argmax(1), faces))), flush=True)


if __name__ == "__main__":
    main()
