"""Fast checks that need no data: python -m unittest training.common.test_unfold"""

import tempfile
import unittest
from pathlib import Path

import numpy as np
import torch

from training.common import quantise, unfold
from training.expression.export import fold, write
from training.expression.model import ExpressionNet, Shape


class Unfolded(unittest.TestCase):
    def test_a_file_in_8_bits_becomes_a_network_that_can_be_trained(self):
        torch.manual_seed(0)
        shape = Shape((4, 4, 4, 8), (1, 0, 0))
        net = ExpressionNet(shape).eval()
        for _, _, norm in unfold.pairs(net):
            torch.nn.init.uniform_(norm.weight, 0.5, 1.5)
            torch.nn.init.normal_(norm.bias)
        faces = torch.rand(64, 1, 48, 48) * 255
        with torch.no_grad():
            before = net(faces)
        with tempfile.TemporaryDirectory() as folder:
            whole, small = Path(folder) / "whole.onnx", Path(folder) / "small.onnx"
            write(fold(net), whole)
            first = quantise.nodes(whole, "Conv")[0].name
            quantise.quantise(whole, small, [faces.numpy()], kept=(first,))
            again = ExpressionNet(shape).eval()
            unfold.restore(again, unfold.weights(small), ".", [faces[:32], faces[32:]])
        with torch.no_grad():
            after = again(faces)
            again.dropout.p = 0.0
            trained = again.train()(faces)
        for old, new, training in zip(before, after, trained):
            np.testing.assert_allclose(new, old, atol=0.05)
            np.testing.assert_allclose(training, new, atol=0.01)


if __name__ == "__main__":
    unittest.main()
