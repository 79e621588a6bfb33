"""A readable page of the figures of `evaluate`: tables, precision over recall."""

import numpy as np

from training.common.page import document, percent, plt, svg, table

from .metrics import curve, match_all, subsets
from .sweep import LEAST_PX

TITLES = {"webcam": "webcam-like", "all": "all"}


def page(figures: dict, pictures: list, found: list) -> str:
    """The whole report as one HTML file without outside parts."""
    kinds = [(k, v["faces"], percent(v["recall"])) for k, v in figures["recall_by_kind"].items()]
    parts = [
        f"<p>Faces from {LEAST_PX} and from 40 px of 416, an overlap of one half; shipped threshold "
        f"{figures['score_threshold']}, suppression at {figures['nms_iou']}.</p>",
        table(("Pictures", "Faces", "AP", "Recall at 98 % precision", "Largest face found"), _headlines(figures)),
        *(_precision(figures, name) for name in TITLES),
        "<h2>Precision over recall</h2>",
        precision_plot(pictures, found),
        f"<h2>Weak spots</h2><p>Recall at the threshold, faces from 40 px.</p>{table(('Kind', 'Faces', 'Recall'), kinds)}",
        "<h2>Threshold</h2>",
        *(_thresholds(figures, name) for name in TITLES),
        f"<p>{', '.join(f'{k} {v}' for k, v in figures.items() if k.startswith('ms_'))}</p>",
        f"<p>Model sha256 <code>{figures['sha256']}</code></p>",
    ]
    return document("Face detector", parts)


def _headlines(figures: dict) -> list[tuple]:
    return [
        (f"{title} ({figures[f'{name}_pictures']})", f"from {least} px", percent(figures[f"{name}_ap_{least}px"]),
         percent(figures[f"{name}_recall_p98_{least}px"]), percent(figures[f"{name}_largest_found"]))
        for name, title in TITLES.items()
        for least in (20, 40)
    ]


def _precision(figures: dict, name: str) -> str:
    intervals = ", ".join(f"{k} {low} to {high}" for k, (low, high) in figures[f"{name}_intervals"].items())
    return f"<p>{TITLES[name]}: precision {percent(figures[f'{name}_precision'])}; 95 % intervals: {intervals}.</p>"


def _thresholds(figures: dict, name: str) -> str:
    rows = figures[f"{name}_by_threshold"]
    return f"<p>{TITLES[name]}</p>" + table(rows[0].keys(), [row.values() for row in rows])


def precision_plot(pictures: list, found: list) -> str:
    """Precision over recall of both sets."""
    figure, axes = plt.subplots(figsize=(5, 4))
    for name, indices in subsets(pictures).items():
        matches = match_all([pictures[i] for i in indices], [found[i] for i in indices], LEAST_PX)
        precision, recall = curve(matches)
        axes.plot(np.round(recall, 4), np.round(precision, 4), label=TITLES[name])
    axes.set(xlabel="recall", ylabel="precision", xlim=(0, 1), ylim=(0.5, 1.01))
    axes.grid(color="#eee")
    axes.legend()
    return svg(figure)


def summary(figures: dict) -> str:
    """The headline figures as plain lines."""
    return "\n".join("  ".join(str(cell) for cell in row) for row in _headlines(figures))
