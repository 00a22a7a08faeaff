"""Words → vectors: the convolutional encoder of spaCy's small pipelines, run the short way.

Enter documents of spaCy; leave their token vectors. The weights are those of the loaded model and the sums are the
same; what is saved is the embedding of words met before, which most words of a report are, and the layers' bookkeeping.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc
from thinc.api import Model

Floats = npt.NDArray[np.float32]
Ids = npt.NDArray[np.uint64]

# New words are embedded in full blocks, so that a word's vector never depends on how many others were new with it.
_BLOCK = 64
# 20,000 words of 96 floats are 8 MB.
_MOST = 20_000
_TINY = np.float32(1e-8)


class Encoder:
    """One encoder with the words that it has met. The model must be spaCy's `Tok2Vec` with a `MaxoutWindowEncoder`."""

    def __init__(self, model: Model[Any, Any]) -> None:
        embed, encode = model.get_ref("embed"), model.get_ref("encode")
        self._columns = embed.layers[0].attrs["columns"]
        self._embedders = [layer.layers[0] for layer in embed.layers[2:4]]
        self._pad: int = encode.attrs["pad"]
        nodes = list(encode.walk())
        self._layers = [
            _Layer(maxout, norm)
            for maxout, norm in zip(
                (node for node in nodes if node.name == "maxout"),
                (node for node in nodes if node.name == "layernorm"),
                strict=True,
            )
        ]
        self._known: dict[bytes, int] = {}
        self._vectors: Floats = np.zeros((_MOST, model.get_dim("nO")), dtype=np.float32)

    def encode(self, docs: Sequence[Doc]) -> list[Floats]:
        """For each document an array of tokens by width."""
        ids = np.concatenate(
            [np.zeros((0, len(self._columns)), np.uint64), *(_ids(doc, self._columns) for doc in docs)]
        )
        starts, rows = self._starts(docs)
        values = np.zeros((rows, self._vectors.shape[1]), dtype=np.float32)
        places = np.concatenate(
            [np.zeros(0, int), *(np.arange(s, s + len(d)) for s, d in zip(starts, docs, strict=True))]
        )
        values[places] = self._embedded(ids)
        for layer in self._layers:
            layer.add_to(values)
        return [values[start : start + len(doc)] for start, doc in zip(starts, docs, strict=True)]

    def _starts(self, docs: Sequence[Doc]) -> tuple[list[int], int]:
        """Each document's first row, with empty rows between, so that no layer sees a neighbour; and all rows."""
        starts, row = [], self._pad
        for doc in docs:
            starts.append(row)
            row += len(doc) + self._pad
        return starts, row

    def _embedded(self, ids: Ids) -> Floats:
        keys = ids.view(f"V{ids.dtype.itemsize * ids.shape[1]}").ravel().tolist()
        new = {key: row for row, key in enumerate(keys) if key not in self._known}
        if len(self._known) + len(new) > _MOST:
            self._known.clear()
            new = {key: row for row, key in enumerate(keys)}
        if len(new) > _MOST:
            return self._computed(ids)
        if new:
            first = len(self._known)
            self._vectors[first : first + len(new)] = self._computed(ids[list(new.values())])
            self._known.update(zip(new, range(first, first + len(new)), strict=True))
        return self._vectors[[self._known[key] for key in keys]]

    def _computed(self, ids: Ids) -> Floats:
        full = np.zeros((-(-len(ids) // _BLOCK) * _BLOCK, ids.shape[1]), dtype=np.uint64)
        full[: len(ids)] = ids
        blocks = []
        for start in range(0, len(full), _BLOCK):
            block: Any = full[start : start + _BLOCK]
            for embedder in self._embedders:
                block = embedder.predict(block)
            blocks.append(block)
        made: Floats = np.concatenate(blocks)[: len(ids)]
        return made


def _ids(doc: Doc, columns: Any) -> Ids:
    ids: Any = doc.to_array(columns)
    return np.asarray(ids, dtype=np.uint64)


class _Layer:
    """One convolution over three tokens: the largest of several linear maps, levelled, added to what came in."""

    def __init__(self, maxout: Model[Any, Any], norm: Model[Any, Any]) -> None:
        weights = np.asarray(maxout.get_param("W"))
        self._pieces = weights.shape[1]
        # (width, pieces, inputs) → (inputs, pieces x width): the rivals then lie side by side in whole blocks.
        self._weights: Floats = np.ascontiguousarray(
            weights.transpose(1, 0, 2).reshape(-1, weights.shape[2]).transpose()
        )
        self._bias: Floats = np.asarray(maxout.get_param("b")).transpose().ravel()
        self._scale: Floats = np.asarray(norm.get_param("G"))
        self._shift: Floats = np.asarray(norm.get_param("b"))

    def add_to(self, values: Floats) -> None:
        """Change (rows, width) in place."""
        width = values.shape[1]
        windows = np.zeros((len(values), 3 * width), dtype=np.float32)
        windows[1:, :width] = values[:-1]
        windows[:, width : 2 * width] = values
        windows[:-1, 2 * width :] = values[1:]
        rivals = windows @ self._weights
        rivals += self._bias
        best = rivals[:, :width]
        for piece in range(1, self._pieces):
            np.maximum(best, rivals[:, piece * width : (piece + 1) * width], out=best)
        best = best - best.mean(axis=1, keepdims=True)
        variance = np.einsum("ij,ij->i", best, best) / np.float32(width) + _TINY
        best *= (1 / np.sqrt(variance))[:, None]
        best *= self._scale
        best += self._shift
        values += best
