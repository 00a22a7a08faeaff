"""How well a network in training does on another part of the corpus, piece by piece.

Enters a `Tagger` and windows; leaves `Scores`. The program's own scorers (`docs/attribution.md`) have the last word:
these tell early whether a training goes well.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from counterclaim.attribution.encoder.model import BEGINS_CONTENT, BEGINS_CUE, BEGINS_SOURCE, IN_CONTENT, IN_SOURCE
from encoder_data import Example, batches
from encoder_net import UNMARKED, Batch, Tagger, collated

SAME, SAME_SOURCE = 0.8, 0.5  # from which overlap two contents, two sources are one
SOURCE, CONTENT = (BEGINS_SOURCE, IN_SOURCE), (BEGINS_CONTENT, IN_CONTENT)


@dataclass(frozen=True, slots=True)
class Scores:
    """Shares of one. The last three are of marked cues: source, content, or both right (`SAME`, `SAME_SOURCE`)."""

    cue_precision: float
    cue_recall: float
    source_exact: float
    content_exact: float
    relation: float

    def __str__(self) -> str:
        both = self.cue_precision + self.cue_recall
        return (
            f"cue start P {self.cue_precision:.3f} R {self.cue_recall:.3f} "
            f"F1 {2 * self.cue_precision * self.cue_recall / max(both, 1e-9):.3f}; given the cue: "
            f"source exact {self.source_exact:.3f}, content exact {self.content_exact:.3f}, "
            f"relation {self.relation:.3f}"
        )


@torch.no_grad()
def scores(tagger: Tagger, examples: Sequence[Example]) -> Scores:
    """Reads all windows; leaves the network as it was, dropout included."""
    training = tagger.training
    tagger.eval()
    seen: Counter[str] = Counter()
    for chunk in batches(examples, 16):
        batch = collated(chunk)
        cue, roles = (logits.argmax(-1) for logits in tagger(batch))
        seen.update(cues_right(cue, batch))
        for found in roles_right(roles, batch):
            seen.update(found)
    tagger.train(training)
    cues = max(seen["cues"], 1)
    return Scores(
        seen["both"] / max(seen["found"], 1),
        seen["both"] / max(seen["begun"], 1),
        *(seen[name] / cues for name in ("source", "content", "relation")),
    )


def cues_right(found: Tensor, batch: Batch) -> dict[str, int]:
    """How many pieces open a cue, are said to, and both."""
    begun, said = batch.cue_labels == BEGINS_CUE, (found == BEGINS_CUE) & (batch.cue_labels != UNMARKED)
    return {"begun": int(begun.sum()), "found": int(said.sum()), "both": int((begun & said).sum())}


def roles_right(found: Tensor, batch: Batch) -> Iterator[dict[str, int]]:
    """For every marked cue: is its source, its content, the whole relation right?"""
    for said, labels in zip(found, batch.role_labels, strict=True):
        beside = labels != UNMARKED
        source, content = (overlap(among(said, part) & beside, among(labels, part)) for part in (SOURCE, CONTENT))
        relation = content >= SAME and source >= SAME_SOURCE
        yield {"cues": 1, "source": int(source == 1), "content": int(content == 1), "relation": int(relation)}


def among(labels: Tensor, names: Sequence[int]) -> Tensor:
    """Which pieces have one of two labels."""
    return (labels == names[0]) | (labels == names[1])


def overlap(said: Tensor, marked: Tensor) -> float:
    """F1 of two sets of pieces; two empty ones are the same."""
    total = int(said.sum() + marked.sum())
    return 2 * int((said & marked).sum()) / total if total else 1.0
