"""The table of Free Music Archive tracks: librosa means of 30 s clips with valence and energy."""

import csv
from dataclasses import dataclass
from pathlib import Path

import numpy as np

# The network's inputs, in the order of `Columns::inputs` in crates/attune-audio/src/features/columns.rs.
GROUPS = {
    "chroma_cqt": 12,
    "mfcc": 20,
    "spectral_contrast": 7,
    "rmse": 1,
    "spectral_bandwidth": 1,
    "spectral_centroid": 1,
    "spectral_rolloff": 1,
    "zcr": 1,
}
# Not among the inputs: what they would add is measured by `python -m training.audio.columns`.
OTHERS = {"chroma_stft": 12, "chroma_cens": 12, "tonnetz": 6}
INPUTS = sum(GROUPS.values())


@dataclass(frozen=True)
class Table:
    """One row a track; affect is (valence, arousal) in [-1, 1]."""

    track: np.ndarray
    inputs: np.ndarray
    affect: np.ndarray
    others: dict[str, np.ndarray]


def read(path: Path) -> Table:
    """All rows that have every feature, valence and energy."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    parsed = [numbers for row in rows if (numbers := _numbers(row)) is not None]
    split = np.cumsum([1, 2, INPUTS, *OTHERS.values()])[:-1]
    track, affect, inputs, *others = np.split(np.array(parsed), split, axis=1)
    return Table(track[:, 0].astype(int), inputs, 2 * affect - 1, dict(zip(OTHERS, others)))


def names(group: str, count: int) -> list[str]:
    """The table's columns of a group: its name, then with .1, .2 and so on."""
    return [group if i == 0 else f"{group}.{i}" for i in range(count)]


def _numbers(row: dict[str, str]) -> list[float] | None:
    columns = [n for group, count in {**GROUPS, **OTHERS}.items() for n in names(group, count)]
    try:
        values = [float(row[name]) for name in ("track_id", "valence", "energy", *columns)]
    except (ValueError, TypeError):
        return None
    return values if np.isfinite(values).all() else None


def albums(track: np.ndarray, gap: int = 20) -> np.ndarray:
    """A number per run of neighbouring track numbers: tracks of one album were added one after the other."""
    order = np.argsort(track)
    fresh = np.concatenate(([0], np.cumsum(np.diff(track[order]) > gap)))
    group = np.empty(len(track), int)
    group[order] = fresh
    return group
