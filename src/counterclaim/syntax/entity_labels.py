"""Token vectors → entity labels: the greedy search of spaCy's entity recognizer, for all tokens at once.

Enter documents and where an entity must end; leaves a mark for each token. What stands at a
token outside an entity depends on that token alone, and what follows a beginning on nothing before it. So all
beginnings are judged together, then all their second tokens, and so on; a walk keeps those that are reached.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc

from counterclaim.syntax.encoder import Encoder, Floats

Flags = npt.NDArray[np.bool_]


# An entity label, empty outside entities, and whether an entity begins here.
Mark = tuple[str, bool]
_OUTSIDE: Mark = ("", False)


class EntityLabels:
    """The weights and moves of a loaded recognizer."""

    def __init__(self, recognizer: EntityRecognizer) -> None:
        model: Any = recognizer.model
        vectors, _, linear = model.get_ref("tok2vec").layers
        lower, upper = model.get_ref("lower"), model.get_ref("upper")
        self._encoder = Encoder(vectors)
        self._inner: Floats = np.ascontiguousarray(linear.get_param("W").transpose())
        self._inner_bias: Floats = linear.get_param("b")
        # (features, width, pieces, inputs): the features are this token, the entity's first and the token before.
        self._features: Floats = lower.get_param("W")
        self._bias: Floats = lower.get_param("b")
        self._absent: Floats = lower.get_param("pad")[0]
        self._outer: Floats = np.ascontiguousarray(upper.get_param("W").transpose())
        self._outer_bias: Floats = upper.get_param("b")
        moves: Any = recognizer.moves
        self._moves = [_move(moves.get_class_name(number)) for number in range(moves.n_moves)]
        self._move = {move: number for number, move in enumerate(self._moves)}

    def mark(self, docs: Sequence[Doc], ends: Flags, spaces: Flags) -> list[Mark]:
        """A mark for each token of all documents. `ends` tells the last tokens of sentences, `spaces` white space."""
        summed = self._summed(np.concatenate(self._encoder.encode(docs)))
        moves = self._outside(summed, ends, spaces)
        lengths = self._lengths(summed, moves, ends)
        marks, at = [_OUTSIDE] * len(moves), 0
        while at < len(moves):
            move, label = self._moves[moves[at]]
            length = lengths.get(at, 1)
            if move != "O":
                marks[at : at + length] = [(label, True), *[(label, False)] * (length - 1)]
            at += length
        return marks

    def _summed(self, vectors: Floats) -> Any:
        """What each token adds to the hidden layer in each of its parts: (tokens, features, width, pieces)."""
        features, width, pieces, inputs = self._features.shape
        inner = vectors @ self._inner + self._inner_bias
        return (inner @ self._features.reshape(-1, inputs).transpose()).reshape(-1, features, width, pieces)

    def _outside(self, summed: Any, ends: Flags, spaces: Flags) -> list[int]:
        """The best move at each token if no entity is open."""
        scores = self._scores(summed[:, 0] + self._absent[1] + self._absent[2])
        for number, (move, label) in enumerate(self._moves):
            if label and move in "BU":
                scores[spaces | (ends if move == "B" else False), number] = -np.inf
            elif move != "O":
                scores[:, number] = -np.inf
        best: list[int] = scores.argmax(axis=1).tolist()
        return best

    def _lengths(self, summed: Any, moves: list[int], ends: Flags) -> dict[int, int]:
        """How many tokens the entity has that begins at each token where one may begin."""
        starts = np.array([at for at, number in enumerate(moves) if self._moves[number][0] == "B"], dtype=int)
        labels = [self._moves[moves[at]][1] for at in starts]
        goes_on = np.array([self._move["I", label] for label in labels], dtype=int)
        stops = np.array([self._move["L", label] for label in labels], dtype=int)
        lengths: dict[int, int] = {}
        length = 1
        while len(starts):
            at = starts + length
            scores = self._scores(summed[at, 0] + summed[starts, 1] + summed[at - 1, 2])
            rows = np.arange(len(starts))
            inside, last = scores[rows, goes_on], scores[rows, stops]
            length += 1
            # Of equal scores the move of the lower number is taken.
            over = ends[at] | (last > inside) | ((last == inside) & (stops < goes_on))
            lengths.update(dict.fromkeys(starts[over].tolist(), length))
            starts, goes_on, stops = starts[~over], goes_on[~over], stops[~over]
        return lengths

    def _scores(self, summed: Any) -> Floats:
        hidden = (summed + self._bias).max(axis=2)
        scores: Floats = hidden @ self._outer + self._outer_bias
        return scores


def _move(name: str) -> tuple[str, str]:
    kind, _, label = name.partition("-")
    return kind, label
