"""A readable page of the figures of `evaluate`: tables and plots."""

import html

from training.common.page import document, percent, plt, svg, table
from training.expression.data import LABELS

HEADLINES = {
    "ferplus_accuracy": "FER+ majority accuracy",
    "ferplus_macro_recall": "FER+ macro recall",
    "ferplus_ece15": "Expected calibration error, 15 bins",
    "accuracy_at_coverage_0_8": "Accuracy on the surest 80 %",
    "accuracy_at_coverage_0_6": "Accuracy on the surest 60 %",
    "accuracy_at_coverage_0_5": "Accuracy on the surest 50 %",
    "coverage_at_confidence_0_6": "Share of faces at least 0.6 sure",
    "accuracy_at_confidence_0_6": "Accuracy where at least 0.6 sure",
    "fer2013_accuracy": "FER-2013 label accuracy (second head)",
}

def summary(figures):
    """The headline figures as plain lines."""
    lines = [f"{title}: {figures[name]:.4f}" for name, title in HEADLINES.items()]
    lines.append(f"Expected calibration error, temperature of the other half: {figures['ferplus_ece15_crossed']:.4f}")
    lines += [f"  recall of {name}: {value:.3f}" for name, value in figures["recall"].items()]
    lines.append(f"milliseconds, batch 1: {figures['milliseconds_batch_1']:.2f}")
    return "\n".join(lines)


def page(figures):
    """The whole report as one HTML file without outside parts."""
    copies, columns = figures["without_near_copies"], [figures, figures["without_near_copies"]]
    head = ["Figure", "All", "Without copies"]
    if "before_quantisation" in figures:
        columns.append(figures["before_quantisation"])
        head.append("Before quantisation")
    headline = [(title, *(percent(column[name]) for column in columns)) for name, title in HEADLINES.items()]
    mirrored = "averaged with the mirrored face" if figures["flip"] else "one view of each face"
    return document(
        "Expression classifier",
        [
            f"<p>Split {html.escape(figures['split'])}, {mirrored}, temperature {figures['temperature']:.4f}. ",
            f"Majority protocol: {figures['pictures']} pictures on which most people agree",
            f"({copies['pictures']} without near copies of training pictures).</p>",
            table(head, headline),
            "<h2>Confusion</h2><p>Rows: what people said. Columns: the model, percent of the row.</p>",
            confusion_table(figures["confusion"]),
            "<h2>Reliability</h2>",
            reliability_plot(figures["reliability"]),
            "<h2>Risk and coverage</h2>",
            risk_plot(figures["risk_coverage"]),
            "<h2>Robustness</h2><p>FER+ majority accuracy after a fixed change to every picture.</p>",
            table(("Change", "Accuracy"), [(k, percent(v)) for k, v in figures["robustness"].items()]),
            f"<p>Model sha256 <code>{figures['sha256']}</code></p>",
        ],
    )


def confusion_table(counts):
    """Row percentages, with the number of pictures of each row at its end."""
    rows = []
    for label, row in zip(LABELS, counts):
        total = sum(row)
        rows.append((label, *[f"{100 * count / max(total, 1):.0f}" for count in row], total))
    return table(("", *[label[:8] for label in LABELS], "pictures"), rows)


def reliability_plot(rows):
    """Accuracy over confidence, dot area by the number of pictures."""
    figure, axes = plt.subplots(figsize=(5, 4))
    confidence, accuracy, count = zip(*rows)
    axes.plot([0, 1], [0, 1], color="#bbb")
    axes.plot(confidence, accuracy, color="#2a6f97")
    axes.scatter(confidence, accuracy, [8 + number / 4 for number in count], color="#2a6f97")
    axes.set(xlabel="confidence", ylabel="accuracy", xlim=(0, 1), ylim=(0, 1.02))
    return svg(figure)


def risk_plot(rows):
    """Error rate when only the surest share of faces is answered."""
    figure, axes = plt.subplots(figsize=(5, 4))
    coverage, accuracy = zip(*rows)
    axes.plot(coverage, [1 - value for value in accuracy], color="#2a6f97")
    axes.set(xlabel="share of faces answered", ylabel="errors among the answers", xlim=(0, 1), ylim=(0, None))
    axes.grid(color="#eee")
    return svg(figure)
