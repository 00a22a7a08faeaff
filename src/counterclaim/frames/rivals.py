"""Which pack's is a proposition that packs of several fields make of the same words?

"At least 40 people were killed" is a loss in a war and a toll in a flood. Packs whose frames name one `subject` are
rivals for it. Each says by *signals* which words speak of its field; what is proposed on a shared subject is kept only
if its pack's field is the one spoken of, looked for from the proposition's own words outwards (`rings`). What was
said up to there goes before what follows, and in either the sure signals go before the unsure ones; where nobody's
field is spoken of, the pack installed first keeps its own. A frame that may stand `alone` is kept in another's field
too, as long as no rival reads anything on the subject there: a short circuit may start a fire in a war.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from counterclaim.frames.rings import Ring, rings
from counterclaim.frames.scene import Scene
from counterclaim.frames.stretch import Stretch, whole
from counterclaim.frames.view import View
from counterclaim.model import Proposition, Sentence, Token

if TYPE_CHECKING:
    from counterclaim.frames.pack import Pack


OPENING = 2  # sentences: a headline and the one below it
OUTSPOKEN = 3  # sure words of a field by which a report is about it

Read = Sequence[tuple["Pack", Proposition]]


@dataclass(frozen=True, slots=True)
class Signal:
    """A word that speaks of a pack's field; not `sure` where other fields use it too ("blast", "soldiers")."""

    token: Token
    sure: bool = True
    faint: bool = False  # counts only where a report has no other signal of any field ("the shift", "the brakes")


@runtime_checkable
class Fielded(Protocol):
    """A pack with a frame that has a `subject` gives signals of its field; without, it never keeps a rivalled one."""

    def signals(self, stretch: Stretch) -> Iterable[Signal]:
        """The words of one whole sentence that speak of the pack's field, figures of speech left out."""
        ...


def proposed(view: View, packs: Sequence["Pack"]) -> tuple[Proposition, ...]:
    """What the packs read in a view; of rivals only what the pack reads whose field is spoken of."""
    read = [(pack, proposition) for pack in packs for proposition in pack.propose(view)]
    return tuple(proposition for pack, proposition in read if _kept(view, packs, read, pack, proposition))


def _kept(view: View, packs: Sequence["Pack"], read: Read, pack: "Pack", proposition: Proposition) -> bool:
    kind = pack.frames[proposition.frame]
    rivals = [p for p in packs if any(k.subject == kind.subject for k in p.frames.values())] if kind.subject else []
    if len(rivals) < 2 or spoken_of(view, proposition, rivals) is pack:
        return True
    others = (p.frames[one.frame].subject for p, one in read if p is not pack)
    return kind.alone and kind.subject not in others


def spoken_of(view: View, proposition: Proposition, rivals: Sequence["Pack"]) -> "Pack":
    """The rival whose field is spoken of nearest to the proposition; the first of them where none is."""
    known, later = rings(view, proposition.evidence)
    about = _about(view.scene, rivals)
    own = {id(sentence) for sentence in view.scene.sentences_over(view.part, proposition.evidence or view.content)}
    for part, sure in product((known, later), (True, False)):
        for sentence, tokens in part:
            if about is not None and id(sentence) not in own:
                return about
            given = [_count(view.scene, pack, sentence, tokens, sure=sure) for pack in rivals]
            most = max(given)
            if most and given.count(most) == 1:
                nearest = rivals[given.index(most)]
                return nearest if sure else _outspoken(view.scene, rivals, nearest)
    return _faintly(view.scene, rivals)


def _faintly(scene: Scene, rivals: Sequence["Pack"]) -> "Pack":
    """The pack of whose field a report without any plain signal speaks faintly; the first one where none is."""
    if scene.warlike:
        return rivals[0]
    signals = [[one for sentence in scene.parsed.sentences for one in _signals(scene, p, sentence)] for p in rivals]
    faint = [sum(one.faint for one in given) for given in signals]
    if any(not one.faint for given in signals for one in given) or not max(faint):
        return rivals[0]
    return rivals[faint.index(max(faint))]


def _about(scene: Scene, rivals: Sequence["Pack"]) -> "Pack | None":
    """The pack of whose field a report's opening speaks most, and the report more than surely of any other.

    What it says of a strike last spring, or of an attack that somebody suspects, does not make its dead those of a war.
    The pack installed first has its own without that.
    """
    key = ("about", " ".join(pack.name for pack in rivals), 0)
    if key not in scene.memory:
        scene.memory[key] = _opened_with(scene, rivals)
    found: Pack | None = scene.memory[key]
    return found


def _opened_with(scene: Scene, rivals: Sequence["Pack"]) -> "Pack | None":
    every = [(sentence, frozenset(token.i for token in sentence.tokens)) for sentence in scene.parsed.sentences]

    def told(pack: "Pack", among: Sequence[Ring], *kinds: bool) -> int:
        return sum(_count(scene, pack, *one, sure=sure) for one in among for sure in kinds)

    first_told = next((one for one in every[:OPENING] if any(told(p, [one], True, False) for p in rivals)), None)
    opening = {pack.name: told(pack, [first_told], True, False) if first_told else 0 for pack in rivals}
    most = max(opening.values())
    first = [pack for pack in rivals if opening[pack.name] == most]
    if len(first) != 1 or first[0] is rivals[0]:
        return None
    others = max(told(pack, every, True) for pack in rivals if pack is not first[0])
    return first[0] if told(first[0], every, True, False) > others else None


def _outspoken(scene: Scene, rivals: Sequence["Pack"], nearest: "Pack") -> "Pack":
    """The pack of an unsure word ("blast"), unless the whole report speaks surely and at length of one other field."""
    sentences = [(sentence, frozenset(token.i for token in sentence.tokens)) for sentence in scene.parsed.sentences]
    told = {pack.name: sum(_count(scene, pack, *every, sure=True) for every in sentences) for pack in rivals}
    others = [pack for pack in rivals if told[pack.name] >= OUTSPOKEN]
    return others[0] if len(others) == 1 and not told[nearest.name] else nearest


def _count(scene: Scene, pack: "Pack", sentence: Sentence, tokens: frozenset[int], *, sure: bool) -> int:
    told = (signal for signal in _signals(scene, pack, sentence) if not signal.faint)
    return sum(signal.sure is sure and signal.token.i in tokens for signal in told)


def _signals(scene: Scene, pack: "Pack", sentence: Sentence) -> tuple[Signal, ...]:
    """The signals of a sentence, looked for once an article: each toll asks for those of all sentences before it."""
    key = ("signals", pack.name, sentence.index)
    if key not in scene.memory:
        scene.memory[key] = tuple(pack.signals(whole(sentence))) if isinstance(pack, Fielded) else ()
    known: tuple[Signal, ...] = scene.memory[key]
    return known
