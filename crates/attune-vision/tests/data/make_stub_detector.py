"""Writes stub-detector.onnx: the detector's inputs and outputs without training.

    python make_stub_detector.py

A cell's score is its mean level / 255, its box is 4 x 4 cells around its middle, and only cells of 16 pixels
score at all: a white square of 16 pixels on black is one face.
"""

from pathlib import Path

import onnx
from onnx import TensorProto, helper, numpy_helper
import numpy as np


def constant(name, values):
    return numpy_helper.from_array(np.array(values, np.float32), name)


def level(stride):
    size = [stride, stride]
    pooled, score, box = f"pooled_{stride}", f"score_{stride}", f"box_{stride}"
    weight = "grey" if stride == 16 else "none"
    return [
        helper.make_node("AveragePool", ["image"], [pooled], kernel_shape=size, strides=size),
        helper.make_node("Conv", [pooled, weight], [score]),
        helper.make_node("Conv", [pooled, "zeros", "edges"], [box]),
    ]


def main():
    weights = [
        constant("grey", np.full((1, 3, 1, 1), 1 / 3 / 255)),
        constant("none", np.zeros((1, 3, 1, 1))),
        constant("zeros", np.zeros((4, 3, 1, 1))),
        constant("edges", [0, 0, np.log(4), np.log(4)]),
    ]
    value = lambda name, channels: helper.make_tensor_value_info(name, TensorProto.FLOAT, ["n", channels, "h" + name, "w" + name])
    outputs = [value(f"{kind}_{s}", n) for s in (8, 16, 32) for kind, n in (("score", 1), ("box", 4))]
    nodes = [node for stride in (8, 16, 32) for node in level(stride)]
    graph = helper.make_graph(nodes, "stub", [value("image", 3)], outputs, weights)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=9)
    onnx.checker.check_model(model, full_check=True)
    Path(__file__).with_name("stub-detector.onnx").write_bytes(model.SerializeToString())


if __name__ == "__main__":
    main()
