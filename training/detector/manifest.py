"""The model's entry in the manifest: a fragment of its own, put in the place of the old one in the whole."""

import re
import tomllib
from pathlib import Path

from training.common import onnx_tools

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
licence = "weights: research use; trained on WIDER FACE pictures, which are CC BY-NC-ND 4.0"
provenance = "trained from scratch by training/detector on 2,436 pictures of WIDER FACE"
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
    """Writes manifest.d/face-detector.toml beside `model` and replaces the entry in manifest.toml, if there is one."""
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
    fragment = model.parent / "manifest.d" / f"{ID}.toml"
    fragment.parent.mkdir(parents=True, exist_ok=True)
    fragment.write_text(text, encoding="utf-8")
    whole = model.parent / "manifest.toml"
    if whole.exists():
        whole.write_text(replaced(whole.read_text(encoding="utf-8"), text), encoding="utf-8")


def replaced(whole: str, entry: str) -> str:
    """`whole` with the detector's entry replaced by `entry`, or with it at the end; other entries stay byte for byte."""
    head, *entries = re.split(r"^(?=\[\[model\]\])", whole, flags=re.MULTILINE)
    mine = [i for i, text in enumerate(entries) if tomllib.loads(text)["model"][0]["id"] == ID]
    if mine:
        last = mine[0] == len(entries) - 1
        entries[mine[0]] = entry if last else entry + "\n"
        return head + "".join(entries)
    return whole.rstrip("\n") + "\n\n" + entry


def revision_of(model: Path) -> str:
    """The revision that the fragment states for `model`."""
    fragment = model.parent / "manifest.d" / f"{ID}.toml"
    return tomllib.loads(fragment.read_text(encoding="utf-8"))["model"][0]["revision"]
