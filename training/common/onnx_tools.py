"""Checks every exported model passes before it is shipped."""

import hashlib
from pathlib import Path

import numpy as np
import onnx
import onnxruntime


def sha256(path: Path) -> str:
    """Hex digest of the whole file."""
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()


def session(path: Path, threads: int = 1) -> onnxruntime.InferenceSession:
    """A CPU session with a fixed number of threads, so that timings can be compared."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def max_difference(path: Path, feeds: dict[str, np.ndarray], expected: dict[str, np.ndarray]) -> float:
    """Largest absolute difference between ONNX Runtime's outputs and `expected`, output by output."""
    names = list(expected)
    outputs = session(path).run(names, feeds)
    for name, got in zip(names, outputs):
        if got.shape != expected[name].shape:
            raise ValueError(f"{name}: shape {got.shape}, expected {expected[name].shape}")
    return max(float(np.abs(got - expected[name]).max()) for name, got in zip(names, outputs))


def check_file(path: Path) -> None:
    """Raises unless the file is a valid model that holds all of its weights itself."""
    model = onnx.load(str(path), load_external_data=False)
    onnx.checker.check_model(model, full_check=True)
    outside = [t.name for t in model.graph.initializer if t.data_location == onnx.TensorProto.EXTERNAL]
    if outside:
        raise ValueError(f"weights outside the file: {outside}")


def strip_notes(path: Path) -> None:
    """Removes the exporter's notes: they name files of the machine that exported the model."""
    model = onnx.load(str(path))
    del model.metadata_props[:]
    model.doc_string = ""
    model.graph.doc_string = ""
    del model.graph.metadata_props[:]
    for node in model.graph.node:
        node.doc_string = ""
        del node.metadata_props[:]
    for value in [*model.graph.value_info, *model.graph.input, *model.graph.output, *model.graph.initializer]:
        value.doc_string = ""
        del value.metadata_props[:]
    onnx.save(model, str(path))
