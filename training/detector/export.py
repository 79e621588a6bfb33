"""Writes models/face-detector.onnx from a checkpoint, in 8 bits, checked against torch.

    python -m training.detector.export --checkpoint DIR/checkpoint.pt --data DIR [--models models] [--revision 2]

Batch norms are folded into the convolutions; the float graph must agree with torch before it is quantised
with ranges seen on training pictures, and stays beside the checkpoint for comparison. The manifest's entry
follows the file; its figures come from `evaluate`: an entry written here has none until that has run.
"""

import argparse
from pathlib import Path

import numpy as np
import onnx
import torch
from torch.export import Dim

from training.common import onnx_tools, quantise

from . import data, manifest, reference
from .model import FaceDetector, Shipped, STRIDES

NAMES = [f"{kind}_{stride}" for stride in STRIDES for kind in ("score", "box")]
OPSET = 18
MAX_BYTES = 2_000_000
TOLERANCE = 1e-4
CALIBRATION = 96  # training pictures
CHECKED = ((320, 256), (320, 320), (256, 320))  # height, width


def load_checkpoint(path: Path) -> FaceDetector:
    """The averaged network of a training run, not yet fused."""
    state = torch.load(path, map_location="cpu", weights_only=True)
    model = FaceDetector()
    model.load_state_dict(state["ema"]["model"])
    return model.eval()


def write(model: FaceDetector, path: Path) -> None:
    """ONNX file with the input "image" [n, 3, h, w] in 0..255 and a score and a box map per stride."""
    # The network adds its levels up, which fits only for multiples of 32; other sizes fail in the graph.
    sides = {0: Dim("n"), 2: 32 * Dim("rows"), 3: 32 * Dim("columns")}
    program = torch.onnx.export(
        Shipped(model).eval(),
        (torch.full((2, 3, 256, 320), 127.0),),
        input_names=["image"],
        output_names=NAMES,
        dynamic_shapes=(sides,),
        opset_version=OPSET,
        dynamo=True,
        verbose=False,
    )
    program.save(str(path), external_data=False)
    onnx_tools.strip_notes(path)
    _name_sides(path)


def _name_sides(path: Path) -> None:
    """Names the free sizes "height", "height_8" and so on instead of the exporter's numbered symbols."""
    file = onnx.load(str(path))
    for value in [*file.graph.input, *file.graph.output]:
        suffix = "" if value.name == "image" else "_" + value.name.split("_")[1]
        dims = value.type.tensor_type.shape.dim
        dims[2].dim_param, dims[3].dim_param = "height" + suffix, "width" + suffix
    del file.graph.value_info[:]  # they would still speak of the old names
    onnx.save(file, str(path))


def check(model: FaceDetector, path: Path) -> float:
    """Largest difference from the network before fusing; raises if it is too large."""
    onnx_tools.check_file(path)
    worst = max(_difference(model, path, height, width) for height, width in CHECKED)
    if worst > TOLERANCE:
        raise ValueError(f"differs from torch by {worst}")
    return worst


@torch.no_grad()
def _difference(model: FaceDetector, path: Path, height: int, width: int) -> float:
    shape = (2, 3, height // 16, width // 16)
    coarse = np.random.default_rng(height).uniform(0, 255, shape).astype(np.float32)
    # Blocks rather than single noisy pixels: closer to the contrasts of a picture.
    image = coarse.repeat(16, axis=2).repeat(16, axis=3)
    expected = {}
    for stride, level in zip(STRIDES, model(torch.from_numpy(image))):
        expected[f"score_{stride}"] = level[:, :1].sigmoid().numpy()
        expected[f"box_{stride}"] = level[:, 1:].numpy()
    return onnx_tools.max_difference(path, {"image": image}, expected)


def shrink(source: Path, path: Path, folder: Path) -> None:
    """The float graph `source` in 8 bits, but for its first convolution and the last of each head.

    The first sees raw pixels, the last ones carry scores near 0 beside boxes of many cells in one tensor.
    """
    train, _ = data.split(data.load(folder))
    step = len(train) // CALIBRATION
    batches = [reference.letterbox(np.asarray(p.image))[0] for p in train[::step]]
    quantise.quantise(source, path, batches, kept=_delicate(source))
    if path.stat().st_size > MAX_BYTES:
        raise ValueError(f"{path.stat().st_size} bytes")


def _delicate(path: Path) -> tuple[str, ...]:
    graph = onnx.load(str(path)).graph
    outputs = {tensor.name: tensor.dims[0] for tensor in graph.initializer if tensor.dims}
    convolutions = [node for node in graph.node if node.op_type == "Conv"]
    last = [node.name for node in convolutions if outputs[node.input[1]] == 5]
    return (convolutions[0].name, *last)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True, help="folder with boxes.csv and images/")
    parser.add_argument("--models", type=Path, default=Path("models"))
    parser.add_argument("--revision", default="2")
    return parser.parse_args()


def main() -> None:
    options = arguments()
    torch.set_num_threads(1)
    model = load_checkpoint(options.checkpoint)
    path, whole = options.models / "face-detector.onnx", options.checkpoint.with_name("face-detector.float.onnx")
    write(model, whole)
    difference = check(model, whole)
    shrink(whole, path, options.data)
    manifest.write(path, options.revision)
    print(f"{whole.name}: {whole.stat().st_size} bytes, differs from torch by {difference:.1e}")
    print(f"{path.name}: {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
