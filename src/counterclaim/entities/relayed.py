"""Who passed a claim on, by full names: the words of an outer source mean whom they were resolved to.

Enters the attributions with their speakers; leaves the chain of each, claimant outwards.
"""

from collections.abc import Callable, Mapping, Sequence

from counterclaim.entities.page import Page
from counterclaim.entities.vocabulary import BODY_NOUNS, plain, singular
from counterclaim.model import Attribution, EntityKind, Ref

_KNOWN = frozenset((EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.PLACE))
Refs = Sequence[Ref | None]


def relays(
    page: Page, attributions: Sequence[Attribution], refs: Refs, named: Callable[[str], str]
) -> tuple[tuple[str, ...], ...]:
    """The chain of every attribution. `named` gives the full name of somebody whom only words name."""
    return tuple(_chain(page, at, attributions, refs, named) for at in range(len(attributions)))


def _chain(
    page: Page, at: int, attributions: Sequence[Attribution], refs: Refs, named: Callable[[str], str]
) -> tuple[str, ...]:
    mine, me = attributions[at], refs[at]
    if not mine.relayed_by:
        return ()
    known: dict[str, str] = {}
    for outer, ref in zip(attributions, refs, strict=True):
        if ref is not None and ref.kind in _KNOWN and outer is not mine and _beside(outer, mine):
            person = ref.kind is EntityKind.PERSON
            told = (page.words(outer.part, span) for span in outer.source)
            known.update({words: ref.name for words in told if not (person and _is_desk(words))})
    chain = (_fuller(words, named(words), known) for words in mine.relayed_by)
    return tuple(dict.fromkeys(name for name in chain if me is None or name != me.name))


def _fuller(words: str, name: str, known: Mapping[str, str]) -> str:
    """The fuller name that the article gives to these words, else whom they were said to be."""
    return known.get(words, name) if name in words else name


def _is_desk(words: str) -> bool:
    """ "The president's press service" passes on what the president himself would be asked for."""
    head = words.split(" of ", maxsplit=1)[0].split(",", maxsplit=1)[0].split()[-1:]
    return bool(head) and singular(plain(head[0])) in BODY_NOUNS


def _beside(outer: Attribution, inner: Attribution) -> bool:
    """Does one stand around the other, be it that what it holds of it was cut off?"""
    cue, part = inner.cue or inner.content, outer.part is inner.part
    spans = (*outer.cue, *outer.content)
    return part and min(s.start for s in spans) <= cue[0].start and cue[-1].end <= max(s.end for s in spans)
