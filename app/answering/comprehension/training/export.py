"""The files that ship: the network as ONNX with int8 weights, and its tokeniser."""

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import helper, numpy_helper
from tokenizers import Tokenizer

from app.answering.comprehension.model import NETWORK_FILE, TOKENIZER_FILE
from app.answering.comprehension.training.network import SpanNetwork

_OPSET = 18
_LARGE = 4096
"""Numbers; smaller tensors (biases, norms) stay as they are."""


def write_model(folder: Path, network: SpanNetwork, tokenizer: Tokenizer) -> None:
    """Writes both files; weights are rounded to int8 with a scale for each output or, of word vectors, each row."""
    folder.mkdir(parents=True, exist_ok=True)
    batch, length = torch.export.Dim("batch", min=1, max=512), torch.export.Dim("length", min=2, max=512)
    ids = torch.ones(2, 16, dtype=torch.long)
    program = torch.onnx.export(
        network.eval(),
        (ids, torch.ones_like(ids)),
        input_names=["ids", "mask"],
        output_names=["start", "end", "kind"],
        dynamic_shapes={"ids": {0: batch, 1: length}, "mask": {0: batch, 1: length}},
        opset_version=_OPSET,
        dynamo=True,
    )
    assert program is not None  # None only for the older exporter
    model = program.model_proto
    _round(model.graph)
    _forget_how_it_was_made(model)
    onnx.save(model, folder / NETWORK_FILE)
    tokenizer.save(str(folder / TOKENIZER_FILE))


def _forget_how_it_was_made(model: onnx.ModelProto) -> None:
    """Removes what the exporter notes of where each node comes from, with the paths of this machine's files."""
    graph = model.graph
    for noted in (model, graph, *graph.node, *graph.value_info, *graph.input, *graph.output, *graph.initializer):
        del noted.metadata_props[:]
        noted.doc_string = ""


def _round(graph: onnx.GraphProto) -> None:
    """Rounds what large tables are multiplied with or looked up in, and restores the numbers right before their use."""
    tables = {one.name: one for one in graph.initializer if _is_large(one)}
    nodes = []
    for node in graph.node:
        table = next((tables[name] for name in node.input if name in tables), None)
        if table is not None and node.op_type == "MatMul":
            nodes += _multiplied(graph, node, table)
        elif table is not None and node.op_type == "Gather":
            nodes += _looked_up(graph, node, table)
        else:
            nodes.append(node)
    used = {name for node in nodes for name in node.input}
    kept = [one for one in graph.initializer if one.name in used]
    del graph.node[:], graph.initializer[:]
    graph.node.extend(nodes)
    graph.initializer.extend(kept)


def _is_large(tensor: onnx.TensorProto) -> bool:
    return tensor.data_type == onnx.TensorProto.FLOAT and len(tensor.dims) == 2 and np.prod(tensor.dims) >= _LARGE


def _multiplied(graph: onnx.GraphProto, node: onnx.NodeProto, table: onnx.TensorProto) -> list[onnx.NodeProto]:
    """Multiplies with the restored weights; ONNX Runtime restores them once, when it loads the file."""
    rounded, scales = _stored(graph, table, axis=1)
    restored = f"{table.name}.restored"
    node.input[1] = restored
    return [helper.make_node("DequantizeLinear", [rounded, scales], [restored], axis=1), node]


def _looked_up(graph: onnx.GraphProto, node: onnx.NodeProto, table: onnx.TensorProto) -> list[onnx.NodeProto]:
    """Only the rows that are looked up become floats again."""
    rounded, scales = _stored(graph, table, axis=0, keep=True)
    rows, factors, floats = (f"{node.output[0]}.{part}" for part in ("rows", "factors", "floats"))
    return [
        helper.make_node("Gather", [rounded, node.input[1]], [rows], axis=0),
        helper.make_node("Gather", [scales, node.input[1]], [factors], axis=0),
        helper.make_node("Cast", [rows], [floats], to=onnx.TensorProto.FLOAT),
        helper.make_node("Mul", [floats, factors], [node.output[0]]),
    ]


def _stored(graph: onnx.GraphProto, table: onnx.TensorProto, axis: int, keep: bool = False) -> tuple[str, str]:
    """Adds the rounded table and its scales, one an index along `axis`; names of both."""
    weights = numpy_helper.to_array(table)
    scales = np.abs(weights).max(axis=1 - axis, keepdims=True) / 127
    scales[scales == 0] = 1.0
    rounded = np.rint(weights / scales).astype(np.int8)
    names = f"{table.name}.int8", f"{table.name}.scales"
    stored = scales if keep else scales.reshape(-1)
    graph.initializer.extend(
        numpy_helper.from_array(values, name) for values, name in zip((rounded, stored), names, strict=True)
    )
    return names
