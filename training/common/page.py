"""Parts of the readable reports: tables, plots as inline SVG, one style."""

import html
import io

import matplotlib

matplotlib.use("svg")
matplotlib.rcParams["svg.hashsalt"] = "attune"  # same figures, same file

import matplotlib.pyplot as plt  # noqa: E402  (after the backend is chosen)

STYLE = """
body { font: 15px/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #222 }
table { border-collapse: collapse; margin: 1rem 0 } td, th { padding: .2rem .7rem; text-align: right }
td:first-child, th:first-child { text-align: left } tr + tr { border-top: 1px solid #ddd }
svg { max-width: 100%; height: auto }
"""


def document(title, parts):
    """A whole HTML page without outside parts."""
    head = f"<!doctype html><html lang='en'><meta charset='utf-8'><title>{html.escape(title)}</title>"
    return "\n".join([head, f"<style>{STYLE}</style><h1>{html.escape(title)}</h1>", *parts, "</html>\n"])


def percent(value):
    return f"{100 * value:.1f} %"


def table(head, rows):
    """An HTML table of strings."""
    lines = ["<table><tr>" + "".join(f"<th>{html.escape(cell)}</th>" for cell in head) + "</tr>"]
    for row in rows:
        lines.append("<tr>" + "".join(f"<td>{html.escape(str(cell))}</td>" for cell in row) + "</tr>")
    return "".join(lines) + "</table>"


def svg(figure):
    """The figure as an SVG element."""
    text = io.StringIO()
    figure.savefig(text, format="svg", bbox_inches="tight", metadata={"Date": None, "Creator": None})
    plt.close(figure)
    drawing = text.getvalue()
    return drawing[drawing.index("<svg") :]
