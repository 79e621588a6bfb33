"""Measures the exported file as it ships, on the pictures kept apart to choose on.

    python -m training.detector.evaluate --data DIR [--model models/face-detector.onnx] [--json FILE] [--manifest]

Prints a report in Markdown. With `--manifest` the headline figures go to the model's manifest entry. The
threshold was chosen on the same pictures, so its figures flatter a little; nothing else was fitted here.
"""

import argparse
import json
import os
from pathlib import Path

# NumPy's threads cost more than they bring on matrices this small, most of all on a busy machine.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np  # noqa: E402  (after the setting that it reads)

from training.common import onnx_tools  # noqa: E402

from . import data, manifest, reference, sweep, timing  # noqa: E402
from .metrics import subsets, summary  # noqa: E402

LEAST = 0.05
SHIPPED = (
    "webcam_ap_20px",
    "webcam_recall_p98_20px",
    "webcam_largest_found",
    "all_ap_20px",
    "all_recall_p98_20px",
    "all_largest_found",
)


def measure(pictures: list[data.Picture], detector: reference.Detector) -> dict:
    """All figures: the summary, sweeps over thresholds and limits, weak spots, intervals and time."""
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
    return figures | timing.milliseconds(detector.session)


def _with_limit(pictures: list[data.Picture], raw: list[np.ndarray], limit: float) -> dict[str, float]:
    threshold = reference.SCORE_THRESHOLD
    kept = [reference.suppress(boxes[boxes[:, 4] >= threshold], limit) for boxes in raw]
    return sweep.by_threshold(pictures, kept, [threshold])[0]


def report(figures: dict) -> str:
    """The figures as Markdown tables."""
    lines = ["| pictures | faces | AP | recall at 98 % precision | largest face found | precision |", "|---|---|---|---|---|---|"]
    for name, title in (("webcam", "webcam-like"), ("all", "all")):
        for least in (20, 40):
            row = [f"{title} ({figures[f'{name}_pictures']})", f"from {least} px", f"{figures[f'{name}_ap_{least}px']:.3f}",
                   f"{figures[f'{name}_recall_p98_{least}px']:.3f}", f"{figures[f'{name}_largest_found']:.3f}",
                   f"{figures[f'{name}_precision']:.3f}" if least == sweep.LEAST_PX else ""]
            lines.append("| " + " | ".join(row) + " |")
        lines.append(f"\n95 % intervals, {title}: {figures[f'{name}_intervals']}\n")
        for kind in ("threshold", "limit"):
            lines += [", ".join(f"{k} {v}" for k, v in row.items()) for row in figures[f"{name}_by_{kind}"]]
            lines.append("")
    kinds = ", ".join(f"{k} {v['recall']:.3f} of {v['faces']}" for k, v in figures["recall_by_kind"].items())
    lines.append(f"Recall at {figures['score_threshold']}, faces from 40 px: {kinds}")
    lines.append(", ".join(f"{k} {v}" for k, v in figures.items() if k.startswith("ms_")))
    return "\n".join(lines)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="folder with boxes.csv and images/")
    parser.add_argument("--model", type=Path, default=Path("models/face-detector.onnx"))
    parser.add_argument("--json", type=Path, help="write all figures there")
    parser.add_argument("--manifest", action="store_true", help="write the headline figures to the manifest")
    return parser.parse_args()


def main() -> None:
    options = arguments()
    _, pictures = data.split(data.load(options.data))
    figures = measure(pictures, reference.Detector(options.model))
    figures["sha256"] = onnx_tools.sha256(options.model)
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    if options.manifest:
        chosen = {name: figures[name] for name in SHIPPED}
        manifest.write(options.model, manifest.revision_of(options.model), chosen)
    print(report(figures))


if __name__ == "__main__":
    main()
