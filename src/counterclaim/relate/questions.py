"""Which question two conflicting positions answer, and how each answers it.

Enter positions; leave a `Question` and, for each position, a short *answer*: equal answers are one, whatever the part
of the place or the words in which they were given.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from counterclaim.frames import answer_words, kind_of
from counterclaim.model import Argument, Entity, Proposition
from counterclaim.relate.matters import Key, keys
from counterclaim.relate.positions import Position, value_key


@dataclass(frozen=True, slots=True, order=True)
class Question:
    """`frame` is what is asked ("control": who holds it), `matter` place or event, `topic` whose losses or moves."""

    frame: str
    matter: Key
    topic: tuple[str, ...] = ()

    def answered_by(self, position: Position) -> bool:
        """Does the position, which is on this matter, answer this question?"""
        said = position.proposition
        return self.frame in _questions(said) and _topic(self.frame, said) == self.topic


def question(a: Position, b: Position, entities: Mapping[str, Entity]) -> Question | None:
    """What the two disagree about; None where they share no matter."""
    of_a, of_b = (list(around(position, entities)) for position in (a, b))
    shared = set(of_a) & set(of_b)
    if not shared:
        return None
    nearest = min(shared, key=lambda key: (max(of_a.index(key), of_b.index(key)), key))
    frame = _frame(a.proposition, b.proposition)
    asked = a.proposition if a.proposition.frame == frame else b.proposition
    # Plan and deed are one question.
    matter = (nearest[0], False, nearest[2]) if kind_of(frame).timing.to_come else nearest
    return Question(frame, matter, _topic(frame, asked))


def around(position: Position, entities: Mapping[str, Entity]) -> dict[Key, None]:
    """The matters that a position is on, and those of the places around its own, nearest first."""
    own = keys(position)
    outer = ((*key[:2], place) for key in own if (entity := entities.get(key[2])) for place in entity.within)
    return dict.fromkeys((*own, *outer))


def _frame(a: Proposition, b: Proposition) -> str:
    """The most telling question that both answer; else that of the frame whose name comes first."""
    of_b = _questions(b)
    return next((frame for frame in _questions(a) if frame in of_b), min(a.frame, b.frame))


def _questions(said: Proposition) -> tuple[str, ...]:
    answering = kind_of(said.frame).questions
    return answering(said) if answering else (said.frame,)


def _topic(frame: str, said: Proposition) -> tuple[str, ...]:
    return tuple(value_key(said.get(role)) for role in kind_of(frame).topic)


def answer(position: Position) -> str:
    """The position in words, without the part of the place."""
    said = position.proposition
    timing = position.kind.timing
    if timing.state:
        said = without(said, ("part",))
    if timing.to_come and not timing.to_come(said):
        said = replace(said, when=None)  # the day of a deed is no other answer than the deed
    return answer_words(said)


def without(said: Proposition, roles: Iterable[str]) -> Proposition:
    """The proposition with some roles left open."""
    dropped = set(roles)
    kept: tuple[Argument, ...] = tuple(argument for argument in said.arguments if argument.role not in dropped)
    return replace(said, arguments=kept)
