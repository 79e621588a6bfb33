"""Write models/voice-tone.onnx from a checkpoint, in 8 bits, checked against torch.

    python -m training.voice.export --checkpoint DIR/last.pt --features DIR --report FILE.json [--models models]

`--report` is what `validate` wrote: the temperature and the figures in the manifest are those of speakers left out, not
of the shipped network on speakers that it was trained on. Batch normalisation is folded by the exporter's graph
optimiser; the first convolution and the layers on the pooled features stay in float.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import torch

from training.common import manifest as common_manifest
from training.common import onnx_tools, quantise
from training.voice import golden, manifest, train

OUTPUTS = ("emotion_logits", "arousal_logit", "speech_logit")
OPSET = 18
MAX_BYTES = 400_000
TOLERANCE = 1e-3


def write(net, path):
    """ONNX file with input "features" [N,T,43] and `OUTPUTS`."""
    program = torch.onnx.export(
        net,
        (torch.zeros(2, 160, 43),),
        input_names=["features"],
        output_names=list(OUTPUTS),
        dynamic_shapes=({0: torch.export.Dim("batch", min=1), 1: torch.export.Dim("frames", min=16, max=4000)},),
        opset_version=OPSET,
        dynamo=True,
        verbose=False,
    )
    program.save(str(path), external_data=False)
    onnx_tools.strip_notes(path)


def check(net, path):
    """Largest difference from torch over segments of several lengths."""
    onnx_tools.check_file(path)
    random, worst = np.random.default_rng(0), 0.0
    for batch, frames in ((1, 61), (1, 150), (3, 204), (1, 799)):
        segment = random.normal(size=(batch, frames, 43)).astype(np.float32)
        with torch.no_grad():
            expected = [output.numpy() for output in net(torch.from_numpy(segment))]
        worst = max(worst, onnx_tools.max_difference(path, {"features": segment}, dict(zip(OUTPUTS, expected))))
    if worst > TOLERANCE:
        raise ValueError(f"differs from torch by {worst}")
    return worst


def shrink(source, path, segments):
    """The graph `source` in 8 bits, with ranges seen on `segments` (a list of features [T,43])."""
    convolutions = quantise.nodes(source, "Conv")
    kept = [node.name for node in convolutions if node is convolutions[0]]
    quantise.quantise(source, path, [segment[None].astype(np.float32) for segment in segments], kept=tuple(kept))
    if path.stat().st_size > MAX_BYTES:
        raise ValueError(f"{path.name} is {path.stat().st_size} bytes, more than {MAX_BYTES}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--features", type=Path, required=True)
    parser.add_argument("--report", type=Path, required=True)
    parser.add_argument("--models", type=Path, default=Path("models"))
    parser.add_argument("--revision", default="1")
    options = parser.parse_args()
    torch.set_num_threads(1)
    net, whole, path = train.load(options.checkpoint), options.checkpoint.with_name("voice-tone.float.onnx"), options.models / "voice-tone.onnx"
    write(net, whole)
    difference = check(net, whole)
    segments = train.Segments(options.features)
    chosen = np.random.default_rng(0).choice(len(segments.features), 300, replace=False)
    shrink(whole, path, [segments.features[row] for row in chosen])
    report = json.loads(options.report.read_text(encoding="utf-8"))
    common_manifest.write(path, manifest.entry(path, report, options.revision))
    golden.write(path)
    print(f"{whole.name}: {whole.stat().st_size} bytes, differs from torch by {difference:.1e}; {path.name}: {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
