"""Make a trainable checkpoint from an exported ONNX file.

    python -m training.common.unfold expression models/expression.onnx --data DIR --out FILE.pt
    python -m training.common.unfold detector models/face-detector.onnx --data DIR --out FILE.pt

Export folds every batch normalisation into its convolution and stores most weights in 8 bits. Here the weights are
dequantised and each batch normalisation is reconstructed: its running statistics are measured on training pictures, its
weight and bias are such that the network computes the same function. `--data` is the folder of that model's `train`. The
result holds averaged weights only and is accepted by `--init` (`expression.joint`, `detector.train`) and, for the
classifier, by whatever reads checkpoints.
"""

import argparse
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import nn


def weights(path):
    """{name: float32 array} of an exported file; quantised ones are dequantised and have their original names."""
    graph = onnx.load(str(path)).graph
    stored = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    found = {name: value for name, value in stored.items() if value.dtype == np.float32}
    for node in graph.node:
        if node.op_type == "DequantizeLinear" and node.input[0].endswith("_quantized") and node.input[0] in stored:
            value, scale = (stored[name].astype(np.float32) for name in node.input[:2])
            zero = stored[node.input[2]].astype(np.float32) if len(node.input) > 2 and node.input[2] else np.float32(0)
            shape = (-1, *[1] * (value.ndim - 1)) if scale.ndim else ()
            found[node.input[0].removesuffix("_quantized")] = (value - np.reshape(zero, shape)) * np.reshape(scale, shape)
    return found


def pairs(net):
    """[(name, convolution, normalisation)]: modules that hold one convolution and its batch normalisation."""
    found = []
    for name, module in net.named_modules():
        parts = list(module.children())
        if len(parts) == 2 and isinstance(parts[0], nn.Conv2d) and isinstance(parts[1], nn.BatchNorm2d):
            found.append((name, *parts))
    return found


@torch.no_grad()
def restore(net, stored, inside, batches):
    """Gives `net` (eval mode) the folded weights `stored` and normalisations with the statistics of `batches`.

    `inside` is what stands between a pair's name and "weight" in the file ("." or ".conv."). Weights without a
    normalisation are taken by name where the net has them.
    """
    folded = pairs(net)
    for name, convolution, norm in folded:
        convolution.weight.copy_(torch.from_numpy(stored[f"{name}{inside}weight"].copy()))
        norm.running_mean.zero_()
        norm.running_var.fill_(1.0 - norm.eps)
        norm.weight.fill_(1.0)
        norm.bias.copy_(torch.from_numpy(stored[f"{name}{inside}bias"].copy()))
    rest = {name for name, _, _ in folded}
    for name, value in net.named_parameters():
        if name in stored and not any(name.startswith(pair + ".") for pair in rest):
            value.copy_(torch.from_numpy(stored[name].copy()))
    for (_, _, norm), (mean, variance) in zip(folded, statistics(net, [norm for _, _, norm in folded], batches)):
        norm.running_mean.copy_(mean)
        norm.running_var.copy_(variance)
        norm.weight.copy_(torch.sqrt(variance + norm.eps))
        norm.bias.add_(mean)


@torch.no_grad()
def statistics(net, norms, batches):
    """[(mean, variance)] of each channel that reaches each of `norms` over `batches`."""
    sums = {norm: [] for norm in norms}

    def note(norm, inputs):
        x = inputs[0].double()
        sums[norm].append(torch.stack([x.mean((0, 2, 3)), x.square().mean((0, 2, 3))]))

    hooks = [norm.register_forward_pre_hook(note) for norm in norms]
    for batch in batches:
        net(batch)
    for hook in hooks:
        hook.remove()
    means = [torch.stack(sums[norm]).mean(0) for norm in norms]
    return [(mean.float(), (square - mean.square()).clamp(min=1e-6).float()) for mean, square in means]


def expression(path, folder):
    """A checkpoint's contents for the classifier."""
    from training.expression import data
    from training.expression.model import ExpressionNet, OpenHead, Shape

    stored, net = weights(path), ExpressionNet().eval()
    pixels = data.load(folder, "train").pixels
    chosen = np.random.default_rng(0).choice(len(pixels), 2048, replace=False)
    batches = [torch.from_numpy(part)[:, None].float() for part in np.split(pixels[chosen], 16)]
    restore(net, stored, ".", batches)
    state = {"epoch": 0, "architecture": "attune", "shape": Shape().as_dict(), "ema": {"model": net.state_dict(), "updates": 0}}
    if "open.answer.weight" in stored:
        head = OpenHead(net.widths)
        head.load_state_dict({name: torch.from_numpy(stored[f"open.{name}"].copy()) for name in head.state_dict()})
        state["open"] = head.state_dict()
    return state


def detector(path, folder):
    """A checkpoint's contents for the face detector."""
    from training.detector import data
    from training.detector.batches import Sampler
    from training.detector.model import FaceDetector
    from training.detector.schedule import MAIN

    stored = {name.removeprefix("model."): value for name, value in weights(path).items()}
    net, (train, _) = FaceDetector().eval(), data.split(data.load(folder))
    sampler = Sampler(train, 0)
    batches = [sampler.batch(number, MAIN.count, MAIN.size, MAIN.strength).images.float() for number in range(8)]
    restore(net, stored, ".conv.", batches)
    return {"step": 0, "seconds": 0.0, "ema": {"model": net.state_dict(), "updates": 0}}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("kind", choices=("expression", "detector"))
    parser.add_argument("model", type=Path)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    torch.set_num_threads(1)
    make = expression if options.kind == "expression" else detector
    torch.save(make(options.model, options.data), options.out)


if __name__ == "__main__":
    main()
