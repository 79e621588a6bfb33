"""Static 8-bit quantisation of an exported ONNX file.

Weights become int8 per output channel, activations uint8 per tensor, with the ranges seen on calibration
pictures (Jacob et al., 2018); the graph keeps float inputs and outputs and says by QuantizeLinear and
DequantizeLinear what ran in 8 bits. Weights use 7 of their 8 bits: processors without VNNI add pairs of products
in 16 bits, which would overflow (ONNX Runtime's documentation, "Quantize ONNX models").
"""

import tempfile
from pathlib import Path

import numpy as np
import onnx
from onnxruntime.quantization import (
    CalibrationDataReader,
    CalibrationMethod,
    QuantFormat,
    QuantType,
    quantize_static,
)
from onnxruntime.quantization.shape_inference import quant_pre_process

from . import onnx_tools

METHODS = {"minmax": CalibrationMethod.MinMax, "percentile": CalibrationMethod.Percentile, "entropy": CalibrationMethod.Entropy}


class Pictures(CalibrationDataReader):
    """Feeds one input, batch after batch."""

    def __init__(self, name: str, batches: list[np.ndarray]):
        self._feeds = iter([{name: batch} for batch in batches])

    def get_next(self):
        return next(self._feeds, None)


def quantise(source: Path, target: Path, batches: list[np.ndarray], kept: tuple[str, ...] = (), method: str = "minmax") -> None:
    """Writes `source` with its convolutions and additions in 8 bits to `target`.

    `batches` are float32 arrays for the graph's only input. Nodes named in `kept` stay in float.
    """
    with tempfile.TemporaryDirectory() as folder:
        prepared = Path(folder) / "prepared.onnx"
        quant_pre_process(str(source), str(prepared), skip_symbolic_shape=True)
        name = onnx.load(str(prepared)).graph.input[0].name
        quantize_static(
            str(prepared),
            str(target),
            Pictures(name, batches),
            quant_format=QuantFormat.QDQ,
            per_channel=True,
            reduce_range=True,
            activation_type=QuantType.QUInt8,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["Conv", "Add"],
            nodes_to_exclude=list(kept),
            calibrate_method=METHODS[method],
        )
    onnx_tools.strip_notes(target)
    onnx_tools.check_file(target)


def nodes(path: Path, kind: str) -> list[onnx.NodeProto]:
    """The nodes of one operator, in order."""
    return [node for node in onnx.load(str(path)).graph.node if node.op_type == kind]
