"""What each group of columns adds: teachers judged on rows left out of everything.

    python -m training.audio.columns --data TABLE.csv [--tries 80]
"""

import argparse
from pathlib import Path

import numpy as np

from training.audio import table, views
from training.audio.teacher import Teacher
from training.audio.validate import folds, scores


def sets(data: table.Table) -> dict[str, dict[str, np.ndarray]]:
    """Blocks of columns by the name of the choice; the first is what the network takes."""
    own = views.views(data.inputs)
    plain = {name: own[name] for name in ("mfcc", "contrast", "levels")}
    stft = views.pitch_classes(data.others["chroma_stft"])
    return {
        "constant-q chroma (shipped)": own,
        "no chroma": plain,
        "stft chroma instead": plain | stft,
        "constant-q chroma without its Fourier sizes": {k: v for k, v in own.items() if k != "fourier"},
        "and stft chroma": own | {f"stft {k}": v for k, v in stft.items()},
        "and CENS": own | {"cens": data.others["chroma_cens"]},
        "and tonnetz": own | {"tonnetz": data.others["tonnetz"]},
    }


def judge(blocks: dict[str, np.ndarray], affect: np.ndarray, tries: int, number: int = 5) -> np.ndarray:
    """Predictions for every row by teachers that had not seen it."""
    fold, said = folds(len(affect), number, 1), np.empty_like(affect)
    for part in range(number):
        learn = {k: v[fold != part] for k, v in blocks.items()}
        left = {k: v[fold == part] for k, v in blocks.items()}
        for axis in range(2):
            teacher = Teacher(tries=tries, seed=axis).fit(learn, affect[fold != part, axis])
            said[fold == part, axis] = teacher.predict(left)
    return said


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--tries", type=int, default=80)
    options = parser.parse_args()
    data = table.read(options.data)
    for name, blocks in sets(data).items():
        found = scores(judge(blocks, data.affect, options.tries), data.affect)["r2"]
        print(f"{name:48} valence {found[0]:.3f}  arousal {found[1]:.3f}", flush=True)


if __name__ == "__main__":
    main()
