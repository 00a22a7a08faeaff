"""The first pack: armed conflict. Seven frames, one module each; `lexicon.toml` is its vocabulary, `compare` its
judgement."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from counterclaim.frames.comparison import Comparison, Context
from counterclaim.frames.conflict import (
    again,
    aim,
    attack,
    blasts,
    by_weapon,
    contrasted,
    control,
    dispersals,
    exchanges,
    fighting,
    gas,
    killings,
    losses,
    movement,
    opening,
    phrased,
    purposes,
    responsibility,
    traced,
)
from counterclaim.frames.conflict.at_large import placed
from counterclaim.frames.conflict.compare import compare
from counterclaim.frames.conflict.field import signals
from counterclaim.frames.conflict.kinds import KINDS
from counterclaim.frames.conflict.lexicon import codebooks, triggers
from counterclaim.frames.conflict.phrases import verbs
from counterclaim.frames.conflict.same_count import recounted
from counterclaim.frames.conflict.strikers import is_make
from counterclaim.frames.kinds import FrameKind
from counterclaim.frames.rivals import Signal
from counterclaim.frames.stretch import Stretch
from counterclaim.frames.view import View
from counterclaim.model import Proposition, Ref

__all__ = ["PACK", "ConflictPack", "codebooks"]

READERS = {
    "control": control,
    "fighting": fighting,
    "attack": attack,
    "responsibility": responsibility,
    "movement": movement,
    "losses": losses,
    "aim": aim,
}
# A number alone can be a count of whomever the sentences before speak of.
COUNTING = frozenset(["losses"])


class ConflictPack:
    """Who holds, fights over, strikes, leaves and loses what, as the sides tell it."""

    name = "conflict"
    frames: Mapping[str, FrameKind] = KINDS

    def propose(self, view: View) -> tuple[Proposition, ...]:
        """See `counterclaim.frames.pack.Pack`."""
        found: list[Proposition] = []
        tokens = [token for stretch in view.stretches for token in stretch.tokens]
        words = {word for token in tokens for word in (token.lemma, token.text.lower())} | view.cue_lemmas
        counts = any(token.pos == "NUM" for token in tokens)
        for frame, reader in READERS.items():
            if words.isdisjoint(triggers(frame)) and not (counts and frame in COUNTING):
                continue
            for proposition in reader.propose(view):
                _keep(proposition, found)
        if not words.isdisjoint(verbs()):
            before = tuple(found)
            for one in phrased.propose(view):  # two of one phrase ("neither side holds it") do not cover each other
                rest = [other for other in found if other in before or other.frame != one.frame]
                found.extend([one] if not _covered(one, rest) and not _said(one, found) else [])
        for turns, read, told in BESIDE:
            if not words.isdisjoint(turns):
                found.extend(one for one in read(view, tuple(found)) if not told(one, found))
        if not words.isdisjoint(purposes.WORDS):
            found.extend(one for one in purposes.propose(view, found) if not _said(one, found))
        by_whom = (_by_somebody(view, one) for one in found)
        kept = [one for one in by_whom if one is not None]
        return tuple(recounted(view, placed(view, kept)))

    def signals(self, stretch: Stretch) -> Iterable[Signal]:
        """See `counterclaim.frames.rivals.Fielded`."""
        return signals(stretch)

    def compare(self, a: Proposition, b: Proposition, context: Context) -> Comparison | None:
        """See `counterclaim.frames.pack.Pack`."""
        return compare(a, b, context)


def _by_somebody(view: View, proposition: Proposition) -> Proposition | None:
    """Without an actor that is no more than a make of arms; who did it is not told by that alone."""
    if not is_make(view, proposition.ref("actor")):
        return proposition
    rest = tuple(one for one in proposition.arguments if one.role != "actor")
    return replace(proposition, arguments=rest) if proposition.frame == "attack" else None


def _keep(proposition: Proposition, found: list[Proposition]) -> None:
    """Add what nothing said yet; an attack told with its outcome takes the place of the same one without."""
    bare = _without_outcome(proposition)
    twin = next((n for n, other in enumerate(found) if _said(bare, [_without_outcome(other)])), None)
    if twin is None:
        found.append(proposition)
    elif proposition != bare:
        found[twin] = proposition


def _without_outcome(proposition: Proposition) -> Proposition:
    if proposition.get("outcome") is None:
        return proposition
    return replace(proposition, arguments=tuple(one for one in proposition.arguments if one.role != "outcome"))


def _said(proposition: Proposition, found: list[Proposition]) -> bool:
    """Was the same thing found already, in other words of the same content?"""
    return any(
        other.frame == proposition.frame
        and _named(other) == _named(proposition)
        and other.negated == proposition.negated
        and other.when == proposition.when
        for other in found
    )


def _laid_before(proposition: Proposition, found: list[Proposition]) -> bool:
    """Does a rule of its own lay an attack to the same party already?"""
    actor = proposition.ref("actor")
    laid = (other.ref("actor") for other in found if other.frame in ("attack", "responsibility"))
    return any(other is not None and actor is not None and other.name == actor.name for other in laid)


def _covered(proposition: Proposition, found: list[Proposition]) -> bool:
    """Does a rule of its own read the same words already?

    A withdrawal that is told as a loss of the same ground, or the other way round, is told once.
    """
    words, place = set(proposition.evidence), proposition.ref("place") or proposition.ref("origin")
    for other in found:
        if not words & set(other.evidence):
            continue
        there = other.ref("place") or other.ref("origin")
        same = place is None or there is None or place.name == there.name
        if other.frame == proposition.frame or (same and {other.frame, proposition.frame} == {"control", "movement"}):
            return True
    return False


def _named(proposition: Proposition) -> frozenset[tuple[str, object]]:
    values = ((argument.role, argument.value) for argument in proposition.arguments)
    return frozenset((role, value.name if isinstance(value, Ref) else value) for role, value in values)


def _told_or_laid(proposition: Proposition, found: list[Proposition]) -> bool:
    return _covered(proposition, found) or _laid_before(proposition, found)


def _never(_: Proposition, __: list[Proposition]) -> bool:
    return False


def _alone(read: Callable[[View], Iterator[Proposition]]) -> "Reads":
    """A reader that need not know what the others found."""
    return lambda view, _: read(view)


Reads = Callable[[View, tuple[Proposition, ...]], Iterator[Proposition]]
Told = Callable[[Proposition, list[Proposition]], bool]
# Readers of turns of phrase in their order: their words, and what of theirs is told already.
BESIDE: tuple[tuple[frozenset[str], Reads, Told], ...] = (
    (exchanges.WORDS, _alone(exchanges.propose), _covered),
    (opening.WORDS, _alone(opening.propose), _laid_before),
    (killings.WORDS, killings.propose, _covered),
    (blasts.WORDS, _alone(blasts.propose), _told_or_laid),
    (dispersals.WORDS, _alone(dispersals.propose), _covered),
    (gas.WORDS, _alone(gas.propose), _covered),
    (again.WORDS, again.propose, _covered),
    (by_weapon.WORDS, by_weapon.propose, _never),
    (traced.WORDS, _alone(traced.propose), _laid_before),
    (contrasted.WORDS, contrasted.propose, _said),
)
PACK = ConflictPack()
