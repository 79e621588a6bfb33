"""Measures the exported file as it ships, on the pictures kept apart to choose on.

    python -m training.detector.evaluate --data DIR --out DIR [--model FILE] [--float FILE] [--sheet FILE] [--manifest]

Writes report.json and report.html. `--float` measures the graph before quantisation too; `--sheet` shows the
pictures with most errors (pictures of the data: keep it out of the repository). With `--manifest` the headline figures go to the model's manifest entry. The
threshold was chosen on the same pictures, so its figures flatter a little; nothing else was fitted here.
"""

import argparse
import json
import os
from pathlib import Path

# NumPy's threads cost more than they bring on matrices this small, most of all on a busy machine.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np  # noqa: E402  (after the setting that it reads)
from PIL import ImageDraw  # noqa: E402

from training.common import onnx_tools, sheet  # noqa: E402

from . import data, manifest, reference, report, sweep, timing  # noqa: E402
from .metrics import match, subsets, summary  # noqa: E402

LEAST = 0.05
SHIPPED = (
    "webcam_ap_20px",
    "webcam_recall_p98_20px",
    "webcam_largest_found",
    "all_ap_20px",
    "all_recall_p98_20px",
    "all_largest_found",
)


def measure(pictures: list[data.Picture], detector: reference.Detector) -> tuple[dict, list[np.ndarray]]:
    """All figures (the summary, sweeps over thresholds and limits, weak spots, intervals, time) and the boxes."""
    raw = [detector.candidates(np.asarray(p.image), LEAST) for p in pictures]
    found = [reference.suppress(boxes) for boxes in raw]
    threshold = reference.SCORE_THRESHOLD
    figures: dict = {"score_threshold": threshold, "nms_iou": reference.NMS_IOU}
    figures |= summary(pictures, found)
    for name, indices in subsets(pictures).items():
        some, boxes = [pictures[i] for i in indices], [found[i] for i in indices]
        figures[f"{name}_precision"] = sweep.by_threshold(some, boxes, [threshold])[0]["precision"]
        figures[f"{name}_intervals"] = sweep.intervals(some, boxes, threshold)
        figures[f"{name}_by_threshold"] = sweep.by_threshold(some, boxes)
        figures[f"{name}_by_limit"] = [
            {"nms_iou": limit} | _with_limit(some, [raw[i] for i in indices], limit) for limit in sweep.LIMITS
        ]
    figures["recall_by_kind"] = sweep.recall_by_kind(pictures, found, threshold)
    return figures | timing.milliseconds(detector.session), found


def _with_limit(pictures: list[data.Picture], raw: list[np.ndarray], limit: float) -> dict[str, float]:
    threshold = reference.SCORE_THRESHOLD
    kept = [reference.suppress(boxes[boxes[:, 4] >= threshold], limit) for boxes in raw]
    return sweep.by_threshold(pictures, kept, [threshold])[0]


def write_sheet(path: Path, pictures: list[data.Picture], found: list[np.ndarray], count: int = 60) -> None:
    """Pictures with the most errors at the threshold: missed faces red, false boxes yellow, right ones green."""
    tiles = []
    for picture, boxes in zip(pictures, found):
        boxes = boxes[boxes[:, 4] >= reference.SCORE_THRESHOLD]
        result = match(picture, boxes, sweep.LEAST_PX)
        missed, false = picture.boxes[result.counts & ~result.hit], int((~result.right).sum())
        if len(missed) + false:
            drawn = _drawn(picture, boxes, missed)
            tiles.append((len(missed) + false, drawn, f"{len(missed)} missed {false} false"))
    tiles.sort(key=lambda tile: -tile[0])
    sheet.write(path, [(drawn, caption) for _, drawn, caption in tiles[:count]], side=260, columns=5)


def _drawn(picture: data.Picture, boxes: np.ndarray, missed: np.ndarray):
    drawn = picture.image.copy()
    pen = ImageDraw.Draw(drawn)
    for box in boxes:
        overlap = reference.iou(box, picture.boxes).max(initial=0)
        pen.rectangle(tuple(float(v) for v in box[:4]), outline="lime" if overlap >= 0.5 else "yellow", width=2)
    for box in missed:
        pen.rectangle(tuple(float(v) for v in box), outline="red", width=2)
    return drawn


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="folder with boxes.csv and images/")
    parser.add_argument("--model", type=Path, default=Path("models/face-detector.onnx"))
    parser.add_argument("--out", type=Path, required=True, help="folder for report.json and report.html")
    parser.add_argument("--float", type=Path, help="the graph before quantisation, for comparison")
    parser.add_argument("--sheet", type=Path, help="contact sheet of the pictures with most errors")
    parser.add_argument("--manifest", action="store_true", help="write the headline figures to the manifest")
    return parser.parse_args()


def main() -> None:
    options = arguments()
    _, pictures = data.split(data.load(options.data))
    figures, found = measure(pictures, reference.Detector(options.model))
    figures["sha256"] = onnx_tools.sha256(options.model)
    if options.float:
        before = reference.Detector(options.float)
        figures["before_quantisation"] = summary(pictures, [before(np.asarray(p.image), LEAST) for p in pictures])
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "report.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    (options.out / "report.html").write_text(report.page(figures, pictures, found), encoding="utf-8")
    if options.sheet:
        write_sheet(options.sheet, pictures, found)
    if options.manifest:
        chosen = {name: figures[name] for name in SHIPPED}
        manifest.write(options.model, manifest.revision_of(options.model), chosen)
    print(report.summary(figures))


if __name__ == "__main__":
    main()
