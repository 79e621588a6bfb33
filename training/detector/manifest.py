"""The detector's entry in the manifest."""

import tomllib
from pathlib import Path

from training.common import manifest, onnx_tools

from .reference import LONG_SIDE, NMS_IOU, SCORE_THRESHOLD, STRIDES

ID = "face-detector"

TEMPLATE = """\
[[model]]
id = "{id}"
task = "face-detection"
file = "{file}"
sha256 = "{sha256}"
bytes = {bytes}
revision = "{revision}"
licence = "weights: research use; trained on pictures of WIDER FACE (CC BY-NC-ND 4.0), of ExpW (research use) and of masked faces from the web"
provenance = "trained from scratch by training/detector on 2,436 pictures of WIDER FACE and 2,631 of ExpW and a set of masked faces, with boxes by YuNet-n (MIT)"
card = "face-detector.md"

[model.input]
name = "image"
shape = [-1, 3, -1, -1]
layout = "NCHW"
channels = "rgb"
range = [0.0, 255.0]

[model.detector]
strides = {strides}
long_side = {long_side}
multiple = 32
score_threshold = {score_threshold}
nms_iou = {nms_iou}

[model.metrics]
# 250 pictures that were not trained on, 100 of them webcam-like; see the card.
{metrics}"""


def write(model: Path, revision: str, metrics: dict[str, float] | None = None) -> None:
    """Replaces the entry in the manifest beside the file `model`."""
    text = TEMPLATE.format(
        id=ID,
        file=model.name,
        sha256=onnx_tools.sha256(model),
        bytes=model.stat().st_size,
        revision=revision,
        strides=list(STRIDES),
        long_side=LONG_SIDE,
        score_threshold=SCORE_THRESHOLD,
        nms_iou=NMS_IOU,
        metrics="".join(f"{name} = {value}\n" for name, value in (metrics or {}).items()),
    )
    manifest.write(model, text)


def revision_of(model: Path) -> str:
    """The revision that the manifest states for `model`."""
    return manifest.read(model, ID)["revision"]


def clear_score(model: Path) -> float:
    """The least score that the guard believes, from the manifest beside `model`."""
    return tomllib.loads((model.parent / "manifest.toml").read_text(encoding="utf-8"))["guard"]["clear_score"]
