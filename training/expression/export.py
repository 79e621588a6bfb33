"""Write models/expression.onnx from a checkpoint, in 8 bits, checked against torch.

    python -m training.expression.export --checkpoint DIR/last.pt --data DIR [--models models]

Batch normalisation is folded into the convolutions; the float graph must agree with torch
before it is quantised with ranges seen on training pictures, and stays beside the checkpoint
for comparison (`evaluate --float`). The temperature is fitted on the public split, on the
file that ships, and goes to the manifest, not to the graph. The manifest's entry and the
golden numbers are written in the same go, so that the three agree. `--signs` exports some blendshape coefficients from
the head of `joint` as a further output.
"""

import argparse
from pathlib import Path

import numpy as np
import torch
from torch.nn.utils.fusion import fuse_conv_bn_eval

from training.common import manifest as common_manifest
from training.common import onnx_tools, quantise
from training.expression import baselines, calibrate, data, golden, manifest, metrics, portraits, reference
from training.expression.evaluate import Model
from training.expression.model import ConvNorm, DenseHeads, OpenHead, Shape, Signs

OUTPUTS = ("expression_logits", "fer2013_logits", "open_logit", "blendshapes")
# What tells a smile from a laugh, a blink from tiredness, talking from surprise, a frown from rest.
SIGNS = ("mouthSmile", "browDown", "jawOpen", "eyeBlink", "browInnerUp", "mouthFrown")
OPSET = 18
MAX_BYTES = 2_000_000
TOLERANCE = 1e-4
CALIBRATION = 512  # training pictures


def load_checkpoint(path):
    """The averaged network of a training run, ready for inference."""
    state = torch.load(path, map_location="cpu", weights_only=True)
    shape = {k: tuple(v) if isinstance(v, list) else v for k, v in state["shape"].items()}
    net = baselines.build(state.get("architecture", "attune"), Shape(**shape))
    if any(name.startswith("dense.") for name in state["ema"]["model"]):
        net.dense = DenseHeads(net.widths[-1])
    net.load_state_dict(state["ema"]["model"])
    if "open" in state:
        net.open = OpenHead(net.widths)
        net.open.load_state_dict(state["open"])
    return net.eval()


def outputs_of(net):
    """Names of what the network answers, in order."""
    extra = (("open_logit", "open"), ("blendshapes", "signs"))
    return [*OUTPUTS[:2], *(name for name, part in extra if getattr(net, part, None) is not None)]


def with_signs(net, names):
    """Gives `net` the output `blendshapes` for `SIGNS`; `names` are those of the 52 coefficients."""
    net.signs = Signs(net.dense.blendshapes, [portraits.columns_of(names, name) for name in SIGNS])
    return net


def fold(module):
    """Replace every convolution with its normalisation by one convolution, in place."""
    for name, child in module.named_children():
        if isinstance(child, ConvNorm):
            setattr(module, name, fuse_conv_bn_eval(child.conv, child.norm))
        else:
            fold(child)
    return module


def write(net, path):
    """ONNX file with input "face" [N,1,48,48] in 0..255 and those of `OUTPUTS` that the net gives."""
    program = torch.onnx.export(
        net,
        (torch.full((2, 1, 48, 48), 127.0),),
        input_names=["face"],
        output_names=outputs_of(net),
        dynamic_shapes=({0: torch.export.Dim("batch", min=1)},),
        opset_version=OPSET,
        dynamo=True,
        verbose=False,
    )
    program.save(str(path), external_data=False)
    onnx_tools.strip_notes(path)


def check(net, path):
    """Largest difference from torch over batches of 1 and 5, a flat and a noisy picture included."""
    onnx_tools.check_file(path)
    worst, random = 0.0, np.random.default_rng(0)
    for batch in (1, 5):
        faces = random.uniform(0, 255, (batch, 1, 48, 48)).astype(np.float32)
        faces[-1] = 90.0 if batch > 1 else faces[-1]
        with torch.no_grad():
            expected = [output.numpy() for output in net(torch.from_numpy(faces))]
        worst = max(worst, onnx_tools.max_difference(path, {"face": faces}, dict(zip(outputs_of(net), expected))))
    if worst > TOLERANCE:
        raise ValueError(f"differs from torch by {worst}")
    return worst


def shrink(source, path, directory):
    """The float graph `source` in 8 bits. The first convolution sees the most and stays in float, as does the head that needs no time."""
    pixels = data.load(directory, "train").pixels
    chosen = np.random.default_rng(0).choice(len(pixels), CALIBRATION, replace=False)
    faces = pixels[chosen][:, None].astype(np.float32)
    convolutions = quantise.nodes(source, "Conv")
    kept = [node.name for node in convolutions if node is convolutions[0] or any(name.startswith("open.") for name in node.input)]
    quantise.quantise(source, path, np.split(faces, CALIBRATION // 64), kept=tuple(kept))
    if path.stat().st_size > MAX_BYTES:
        raise ValueError(f"{path.name} is {path.stat().st_size} bytes, more than {MAX_BYTES}")


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--models", type=Path, default=Path("models"))
    parser.add_argument("--revision", default="1")
    parser.add_argument("--signs", type=Path, help="fer_train_blendshapes.npz, for the names of the coefficients")
    return parser.parse_args()


def network(options):
    """The network to export."""
    net = load_checkpoint(options.checkpoint)
    if options.signs:
        with np.load(options.signs) as stored:
            net = with_signs(net, [str(name) for name in stored["names"]])
    return net


def main():
    options = arguments()
    torch.set_num_threads(1)
    path, whole = options.models / "expression.onnx", options.checkpoint.with_name("expression.float.onnx")
    write(fold(network(options)), whole)
    difference = check(network(options), whole)
    shrink(whole, path, options.data)
    public = data.load(options.data, "public")
    logits = Model(path)(public.pixels)
    temperature = calibrate.for_majority(logits[0], *data.majority(public.votes))
    figures = metrics.full(logits, public, temperature)
    entry = manifest.entry(path, figures, options.revision, (reference.FRAME, reference.DOWN))
    common_manifest.write(path, entry)
    golden.write(path)
    print(f"{whole.name}: {whole.stat().st_size} bytes, differs from torch by {difference:.1e}")
    print(f"{path.name}: {path.stat().st_size} bytes")
    print(entry)


if __name__ == "__main__":
    main()
