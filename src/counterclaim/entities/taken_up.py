"""Who "the police chief" is behind words that go on: “NAME said so. “Nobody was hit,” the police chief said.”

Enters a source and who has spoken before; leaves the person who spoke last in the paragraph, if nothing that is said
of him makes another of him.
"""

from collections.abc import Sequence

from counterclaim.entities.figures import Figure, Figures
from counterclaim.entities.just_named import ALIKE, GENERAL
from counterclaim.entities.nations import Nations
from counterclaim.entities.offices import role_words
from counterclaim.entities.sources import Source
from counterclaim.entities.spoken import Spoken
from counterclaim.entities.vocabulary import HONORIFICS, RANKS, SPOKES, is_office
from counterclaim.model import Attribution, EntityKind, Span

# What an officer may be besides: no colonel is "the mayor", nor "the surgeon".
_COMMANDS = frozenset(("chief", "commander", "officer", "soldier", "head", "serviceman"))
_RANKED = frozenset(word for words in RANKS.values() for word in words) | HONORIFICS


def taken_up(
    source: Source, attribution: Attribution, before: Sequence[Spoken], figures: Figures, nations: Nations
) -> Figure | None:
    """The last speaker of the paragraph, called by what he is behind what he says next."""
    noun, last = source.noun or "", before[-1] if before else None
    if source.first != "the" or not is_office(noun) or noun in SPOKES or not attribution.content:
        return None
    if attribution.content[0].start > source.span.start or last is None or last.sentence is None:
        return None
    if last.figure is None or last.figure.kind is not EntityKind.PERSON or last.sentence.block != source.sentence.block:
        return None
    said = (*last.attribution.content, *attribution.content)
    return (
        None if _another_since(last, source, figures, said) or not _may_be(noun, last.figure, nations) else last.figure
    )


def _another_since(last: Spoken, source: Source, figures: Figures, said: Sequence[Span]) -> bool:
    """Has the paragraph named somebody else since, outside what was said?"""
    start = max((span.end for span in last.attribution.source), default=0)
    return any(
        figure is not last.figure
        and figure.kind is EntityKind.PERSON
        and name.sentence.part is source.sentence.part
        and start <= name.span.start < source.span.start
        and not any(span.covers(name.span) for span in said)
        for name, figure in figures.named
    )


def _may_be(noun: str, figure: Figure, nations: Nations) -> bool:
    words = {word for role in figure.roles for word in role_words(role, nations)}
    offices = {word for word in words if is_office(word) and word.rstrip(".") not in _RANKED}
    general = GENERAL.get(ALIKE.get(noun, noun), frozenset())
    if not general.isdisjoint(word.lower() for word in words):
        return True
    return not offices and (not words or noun in _COMMANDS)
