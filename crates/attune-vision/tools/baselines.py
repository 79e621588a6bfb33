"""What else reads faces, timed on the pictures that `cargo xtask bench vision` hands over.

    python crates/attune-vision/tools/baselines.py PICTURES

For every PNG in the folder: OpenCV's Haar cascades with the settings that most programs copy, and a network with the
layers of mini-XCEPTION (Arriaga et al. 2017) on a 64x64 grey face. That network's weights are random: they do not
change its speed. One thread, median and least of the runs, grey conversion and cropping included.
"""

import argparse
import time
from pathlib import Path

import cv2
import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper

CASCADES = (("haarcascade_frontalface_alt2.xml", 1.1, 3), ("haarcascade_frontalface_default.xml", 1.3, 5))
SIDE = 64
ROUNDS = 15


class Layers:
    """Nodes and weights of a graph under construction, batch normalisation folded into biases."""

    def __init__(self):
        self.random = np.random.default_rng(1)
        self.nodes, self.weights, self.count = [], [], 0

    def add(self, kind, inputs, **attributes):
        self.count += 1
        name = f"t{self.count}"
        self.nodes.append(helper.make_node(kind, inputs, [name], **attributes))
        return name

    def weight(self, *shape):
        self.weights.append(numpy_helper.from_array(self.random.normal(0, 0.1, shape).astype(np.float32), f"w{len(self.weights)}"))
        return self.weights[-1].name

    def conv(self, x, came, goes, size, stride=1, pad=0, group=1):
        inputs = [x, self.weight(goes, came // group, size, size), self.weight(goes)]
        return self.add("Conv", inputs, kernel_shape=[size] * 2, strides=[stride] * 2, pads=[pad] * 4, group=group)

    def separable(self, x, came, goes):
        return self.conv(self.conv(x, came, came, 3, pad=1, group=came), came, goes, 1)


def mini_xception():
    """The serialised graph: `face` [1,1,64,64] to seven logits."""
    net, x, came = Layers(), "face", 1
    for goes in (8, 8):
        x, came = net.add("Relu", [net.conv(x, came, goes, 3)]), goes
    for goes in (16, 32, 64, 128):
        short = net.conv(x, came, goes, 1, stride=2)
        x = net.add("Relu", [net.separable(x, came, goes)])
        x = net.separable(x, goes, goes)
        x = net.add("MaxPool", [x], kernel_shape=[3, 3], strides=[2, 2], pads=[1, 1, 1, 1])
        x, came = net.add("Add", [x, short]), goes
    net.nodes.append(helper.make_node("GlobalAveragePool", [net.conv(x, came, 7, 3, pad=1)], ["logits"]))
    value = lambda name, *shape: helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)
    graph = helper.make_graph(net.nodes, "mini", [value("face", 1, 1, SIDE, SIDE)], [value("logits", 1, 7, 1, 1)], net.weights)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=9)
    return model.SerializeToString()


def timed(step, rounds=ROUNDS):
    """Median and least milliseconds, and what the step gave."""
    times = []
    for _ in range(rounds + 2):
        started = time.perf_counter()
        result = step()
        times.append((time.perf_counter() - started) * 1e3)
    return float(np.median(times[2:])), min(times[2:]), result


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("pictures", type=Path)
    options = parser.parse_args()
    cv2.setNumThreads(1)
    settings = onnxruntime.SessionOptions()
    settings.intra_op_num_threads = settings.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(mini_xception(), settings, providers=["CPUExecutionProvider"])
    print(f"OpenCV {cv2.__version__}, ONNX Runtime {onnxruntime.__version__}, one thread")
    print(f"{'picture':22}{'what':44}{'median':>9}{'least':>9}  faces")
    for file in sorted(options.pictures.glob("*.png"), key=lambda file: (int(file.stem.split("x")[0]), file.stem)):
        picture = cv2.imread(str(file))
        for name, factor, neighbours in CASCADES:
            cascade = cv2.CascadeClassifier(cv2.data.haarcascades + name)

            def find():
                grey = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)
                return cascade.detectMultiScale(grey, factor, neighbours, minSize=(48, 48))

            median, least, faces = timed(find)
            what = f"{name.removesuffix('.xml')}, {factor}, {neighbours}"
            print(f"{file.stem:22}{what:44}{median:6.2f} ms{least:6.2f} ms{len(faces):7}")

    def read():
        grey = cv2.cvtColor(picture[100:300, 100:300], cv2.COLOR_BGR2GRAY)
        face = cv2.resize(grey, (SIDE, SIDE)).astype(np.float32)[None, None] / 127.5 - 1
        return session.run(None, {"face": face})

    picture = cv2.imread(str(sorted(options.pictures.glob("*640x480*.png"))[-1]))
    median, least, _ = timed(read, 200)
    print(f"{'one face':22}{'mini-XCEPTION layers, 64x64, random weights':44}{median:6.2f} ms{least:6.2f} ms")


if __name__ == "__main__":
    main()
