"""Which candidate cues are cues, and which candidate content each has: two logistic models read from `weights.json`.

Enters feature names; leaves probabilities. No library is needed to run them. `training/attribution.py` makes the
file, and `MODEL_CARD.md` beside it says from what.
"""

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Logistic:
    """Weights by feature name; unknown features weigh nothing."""

    bias: float
    weights: Mapping[str, float]

    def probability(self, features: Iterable[str]) -> float:
        """Between 0 and 1."""
        score = self.bias + sum(filter(None, map(self.weights.get, features)))
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, score))))


@dataclass(frozen=True, slots=True)
class Models:
    """The two models of this room."""

    cue: Logistic
    content: Logistic


@cache
def models() -> Models:
    """The shipped weights, read once."""
    raw = json.loads(files("counterclaim.attribution").joinpath("weights.json").read_text(encoding="utf-8"))
    return Models(*(Logistic(raw[name]["bias"], raw[name]["weights"]) for name in ("cue", "content")))
