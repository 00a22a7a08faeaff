"""The second pack: disasters. Three frames, one module each; `lexicon.toml` is its vocabulary, `compare` its judgement.

It is installed by its entry point, as a user's own pack would be, and no line of the core knows it.
"""

from collections.abc import Iterable, Mapping

from counterclaim.frames.comparison import Comparison, Context
from counterclaim.frames.disaster import cause, magnitude, toll
from counterclaim.frames.disaster.causing import laid_on_troops
from counterclaim.frames.disaster.compare import compare
from counterclaim.frames.disaster.field import signals
from counterclaim.frames.disaster.kinds import KINDS
from counterclaim.frames.disaster.lexicon import codebooks, triggers
from counterclaim.frames.kinds import FrameKind
from counterclaim.frames.rivals import Signal
from counterclaim.frames.stretch import Stretch
from counterclaim.frames.view import View
from counterclaim.model import Proposition, Ref

__all__ = ["PACK", "DisasterPack", "codebooks"]


class DisasterPack:
    """How many were hurt, how strong it was, and what brought it about, as the voices tell it."""

    name = "disaster"
    frames: Mapping[str, FrameKind] = KINDS

    def propose(self, view: View) -> tuple[Proposition, ...]:
        """See `counterclaim.frames.pack.Pack`."""
        found: dict[tuple[object, ...], Proposition] = {}
        tokens = [token for stretch in view.stretches for token in stretch.tokens]
        words = {word for token in tokens for word in (token.lemma, token.text.lower())} | view.cue_lemmas
        counts = any(token.pos == "NUM" for token in tokens)  # of whom or what, the sentences before may say
        for reader, tables in ((toll, ("toll",)), (magnitude, ("measure",)), (cause, ("cause", "event"))):
            idle = words.isdisjoint(triggers(*tables)) and not (counts and reader is not cause)
            for proposition in () if idle else reader.propose(view):
                if not laid_on_troops(view, proposition):
                    found.setdefault(_named(proposition), proposition)
        return tuple(found.values())

    def signals(self, stretch: Stretch) -> Iterable[Signal]:
        """See `counterclaim.frames.rivals.Fielded`."""
        return signals(stretch)

    def compare(self, a: Proposition, b: Proposition, context: Context) -> Comparison | None:
        """See `counterclaim.frames.pack.Pack`."""
        return compare(a, b, context)


def _named(said: Proposition) -> tuple[object, ...]:
    """What is said, without its words: the same toll found twice in one content is one."""
    values = ((a.role, a.value.name if isinstance(a.value, Ref) else a.value) for a in said.arguments)
    return (said.frame, said.negated, *values)


PACK = DisasterPack()
