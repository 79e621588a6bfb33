"""The model's entry in models/manifest.toml, written from measured figures."""

from training.common import manifest, onnx_tools
from training.expression import data

METRICS = (
    "ferplus_accuracy",
    "ferplus_macro_recall",
    "ferplus_ece15",
    "accuracy_at_coverage_0_8",
    "accuracy_at_coverage_0_6",
    "accuracy_at_coverage_0_5",
    "fer2013_accuracy",
)

TEMPLATE = """\
[[model]]
id = "expression"
task = "expression-classification"
file = "{file}"
sha256 = "{sha256}"
bytes = {bytes}
revision = "{revision}"
licence = "weights: research use, as FER-2013 allows; FER+ labels: MIT; head for covered faces: also WIDER FACE, CC BY-NC-ND 4.0"
provenance = "trained from scratch by training/expression on FER-2013 pictures with FER+ votes; head for covered faces: also faces of WIDER FACE"
card = "expression.md"

[model.input]
name = "face"
shape = [-1, 1, 48, 48]
layout = "NCHW"
channels = "grey"
range = [0.0, 255.0]

[model.classifier]
labels = [{labels}]
temperature = {temperature:.4f}

[model.crop]
# The square as a multiple of the box's longer side, and how far its centre lies below the box's (share of the
# square), so that crops are framed as FER-2013 frames faces; the same numbers as training/expression/reference.py.
scale = {scale}
dy = {down}

[model.metrics]
# FER-2013 public test split, FER+ majority protocol; see the card.
{metrics}
"""


def entry(model, figures, revision, crop):
    """TOML text for the ONNX file `model` (a path).

    `figures` are those of `metrics.full`, `crop` the reference's (FRAME, DOWN).
    """
    lines = [f"{name} = {figures[name]:.4f}" for name in METRICS]
    return TEMPLATE.format(
        file=model.name,
        sha256=onnx_tools.sha256(model),
        bytes=model.stat().st_size,
        revision=revision,
        labels=", ".join(f'"{label}"' for label in data.LABELS),
        temperature=figures["temperature"],
        scale=crop[0],
        down=crop[1],
        metrics="\n".join(lines),
    )


def temperature_of(model):
    """The temperature stated for the ONNX file `model`."""
    return manifest.read(model, model.stem)["classifier"]["temperature"]
