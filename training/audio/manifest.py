"""The model's entry in models/manifest.toml, written from measured figures."""

from pathlib import Path

import numpy as np

from training.audio.table import INPUTS
from training.common import onnx_tools

TEMPLATE = """\
[[model]]
id = "audio-affect"
task = "affect-regression"
file = "{file}"
sha256 = "{sha256}"
bytes = {bytes}
revision = "{revision}"
licence = "weights: MIT OR Apache-2.0 as far as they are ours; features and labels trained on: see the card"
provenance = "trained from scratch by training/audio on {rows} tracks of the Free Music Archive"
card = "audio-affect.md"

[model.input]
# Unscaled means of FEATURES_VERSION 1, in the order of `Columns::inputs`.
name = "features"
shape = [-1, {inputs}]
layout = "NC"
channels = "features"
range = [-1e4, 1e4]

[model.metrics]
# Nested cross-validation, mean of {repeats} run(s); see the card.
{metrics}
"""


def figures(report: dict) -> dict[str, float]:
    """The network's headline figures, averaged over repeats."""
    rows = [repeat["network"] for repeat in report["repeats"]]
    found = {}
    for axis, name in enumerate(("valence", "arousal")):
        for key in ("r2", "coverage90"):
            found[f"{name}_{key}"] = float(np.mean([row[key][axis] for row in rows]))
    return found


def entry(model: Path, report: dict, revision: str) -> str:
    """TOML text for the ONNX file `model`; `report` is what `validate` wrote."""
    return TEMPLATE.format(
        file=model.name,
        sha256=onnx_tools.sha256(model),
        bytes=model.stat().st_size,
        revision=revision,
        rows=report["rows"],
        inputs=INPUTS,
        repeats=len(report["repeats"]),
        metrics="\n".join(f"{name} = {value:.4f}" for name, value in figures(report).items()),
    )
