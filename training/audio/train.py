"""Teachers and network on the whole table, exported: models/audio-affect.onnx with its golden numbers and entry.

    python -m training.audio.train --data TABLE.csv --report REPORT.json [--models models]

`REPORT.json` is what `training.audio.validate` wrote: figures from rows that were left out, which this run has none of.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import torch

from training.audio import distil, manifest, student, table
from training.common import manifest as common_manifest
from training.common import onnx_tools

OPSET = 18
TOLERANCE = 1e-5
# Rows of the golden file: multiples of the table's deviations from its means, some far outside.
STEPS = (0.0, 0.5, -0.5, 1.0, -1.0, 2.0, 6.0)


def write(net: student.Student, path: Path) -> None:
    """ONNX file with the input "features" [N,44], unscaled, and the output "affect" [N,4]."""
    program = torch.onnx.export(
        net,
        (torch.ones(2, table.INPUTS),),
        input_names=["features"],
        output_names=["affect"],
        dynamic_shapes=({0: torch.export.Dim("batch", min=1)},),
        opset_version=OPSET,
        dynamo=True,
        verbose=False,
    )
    program.save(str(path), external_data=False)
    onnx_tools.strip_notes(path)
    onnx_tools.check_file(path)


def golden(net: student.Student, data: table.Table, path: Path) -> None:
    """Inputs made from the table's means alone, and what the file says of them."""
    mean, deviation = data.inputs.mean(0), data.inputs.std(0)
    signs = np.where(np.arange(table.INPUTS) % 2, 1, -1)
    rows = np.stack([np.maximum(mean + step * signs * deviation, -1000) for step in STEPS] + [np.zeros(table.INPUTS)])
    rows = np.array([[float(f"{value:.6g}") for value in row] for row in rows], np.float32)
    said = onnx_tools.session(path).run(["affect"], {"features": rows})[0]
    worst = float(np.abs(said - student.predict(net, rows)).max())
    if worst > TOLERANCE:
        raise ValueError(f"differs from torch by {worst}")
    cases = [
        {"features": [float(f"{x:.6g}") for x in row], "affect": [round(float(x), 6) for x in out]}
        for row, out in zip(rows, said)
    ]
    content = {"model_sha256": onnx_tools.sha256(path), "tolerance": 0.0001, "cases": cases}
    path.with_suffix(".golden.json").write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--report", type=Path, required=True)
    parser.add_argument("--models", type=Path, default=Path("models"))
    parser.add_argument("--revision", default="1")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(1)
    data = table.read(options.data)
    report = json.loads(options.report.read_text(encoding="utf-8"))
    pair = distil.teachers(data.inputs, data.affect, options.seed)
    net = distil.student(data.inputs, data.affect, pair, options.seed, distil.Recipe())
    path = options.models / "audio-affect.onnx"
    write(net, path)
    golden(net, data, path)
    entry = manifest.entry(path, report, options.revision)
    common_manifest.write(path, entry)
    print(f"{path.name}: {path.stat().st_size} bytes, {student.parameters(net)} parameters")
    print(entry)


if __name__ == "__main__":
    main()
