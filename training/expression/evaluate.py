"""Measure an ONNX file as it ships.

    python -m training.expression.evaluate --data DIR --out DIR [--model FILE] [--float FILE] [--sheet FILE] [--flip]

Writes report.json and report.html. `--float` measures the graph before quantisation too; `--sheet` shows
the surest errors (a picture of the data: keep it out of the repository). The temperature is read from the manifest
fragment beside the model unless `--temperature` names one. Nothing is fitted
here, so the figures of a split that was not trained on are honest.
"""

import argparse
import json
from pathlib import Path

import numpy as np
from PIL import Image

from training.common import onnx_tools, sheet
from training.expression import calibrate, data, manifest, metrics, report, robustness
from training.expression.timing import milliseconds


class Model:
    """The ONNX file as a function of pixels; `flip` averages with the mirrored face."""

    def __init__(self, path, flip=False, threads=1):
        self.session = onnx_tools.session(path, threads)
        self.flip = flip

    def __call__(self, pixels, batch=256):
        """(logits [N,8], logits [N,7]) of pixels [N,48,48] in 0..255."""
        parts = [self._run(pixels[start : start + batch]) for start in range(0, len(pixels), batch)]
        return tuple(np.concatenate(output) for output in zip(*parts))

    def _run(self, pixels):
        faces = np.ascontiguousarray(pixels[:, None], dtype=np.float32)
        outputs = self.session.run(["expression_logits", "fer2013_logits"], {"face": faces})
        if not self.flip:
            return outputs
        mirrored = self.session.run(None, {"face": np.ascontiguousarray(faces[..., ::-1])})
        return [(first + second) / 2 for first, second in zip(outputs, mirrored)]


def measure(model, faces, temperature):
    """All figures of `model` on `faces` but those that need the training split."""
    logits = model(faces.pixels)
    figures = metrics.full(logits, faces, temperature)
    label, decided = data.majority(faces.votes)
    figures["temperature_fitted_here"] = calibrate.for_majority(logits[0], label, decided)
    figures["ferplus_ece15_crossed"] = metrics.calibration_error(*calibrate.crossed(logits[0], label, decided))
    figures["temperature_of_votes_here"] = calibrate.for_votes(logits[0], *data.soft_targets(faces.votes))
    figures["robustness"] = robustness.accuracies(model, faces.take(decided), label[decided])
    return figures


def without_copies(model, faces, directory, temperature):
    """The main figures again without near copies of training pictures."""
    kept = faces.take(~data.near_copies(faces, data.load(directory, "train")))
    figures = metrics.full(model(kept.pixels), kept, temperature)
    return {name: value for name, value in figures.items() if isinstance(value, (int, float))}


def write_sheet(path, model, faces, temperature, count=80):
    """The decided pictures that the model gets wrong with the most confidence: "what people said > the model"."""
    label, decided = data.majority(faces.votes)
    sure = metrics.softmax(model(faces.pixels)[0], temperature)
    chosen = sure.argmax(axis=1)
    wrong = np.flatnonzero(decided & (chosen != label))
    worst = wrong[np.argsort(-sure[wrong, chosen[wrong]])][:count]
    names = [name[:5] for name in data.LABELS]
    tiles = [
        (Image.fromarray(faces.pixels[i]), f"{names[label[i]]} > {names[chosen[i]]} {100 * sure[i].max():.0f}")
        for i in worst
    ]
    sheet.write(path, tiles)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--model", type=Path, default=Path("models/expression.onnx"))
    parser.add_argument("--float", type=Path, help="the graph before quantisation, for comparison")
    parser.add_argument("--sheet", type=Path, help="contact sheet of the surest errors")
    parser.add_argument("--split", default="public")
    parser.add_argument("--temperature", type=float)
    parser.add_argument("--flip", action="store_true", help="average with the mirrored face")
    parser.add_argument("--threads", type=int, default=1)
    return parser.parse_args()


def main():
    options = arguments()
    temperature = options.temperature or manifest.temperature_of(options.model)
    faces = data.load(options.data, options.split)
    model = Model(options.model, options.flip, options.threads)
    figures = measure(model, faces, temperature)
    figures["without_near_copies"] = without_copies(model, faces, options.data, temperature)
    figures["milliseconds_batch_1"] = milliseconds(model.session)
    figures |= {"split": options.split, "flip": options.flip, "sha256": onnx_tools.sha256(options.model)}
    if options.float:
        before = metrics.full(Model(options.float, options.flip)(faces.pixels), faces, temperature)
        figures["before_quantisation"] = {k: v for k, v in before.items() if isinstance(v, (int, float))}
    if options.sheet:
        write_sheet(options.sheet, model, faces, temperature)
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "report.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    (options.out / "report.html").write_text(report.page(figures), encoding="utf-8")
    print(report.summary(figures))


if __name__ == "__main__":
    main()
