"""Chooses whom a pronoun, or a quotation without a source, goes back to.

A weighing, not a parse: whoever spoke last, whoever is the subject of the sentences before, and how far back. A translated
page may call a woman "he", so gender only tips the balance.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from counterclaim.entities.figures import Figure, Figures
from counterclaim.entities.page import Page, begin
from counterclaim.model import Attribution, EntityKind, Span, Token

if TYPE_CHECKING:
    from counterclaim.entities.speakers import Spoken

_SINGULAR = frozenset(["he", "she", "him", "her", "his", "hers"])
_PERSONS = (EntityKind.PERSON,)
_BODIES = (EntityKind.ORGANIZATION, EntityKind.PLACE)
_REACH = 8
# Weights in sentences of distance: tuned by reading development articles.
_SPOKE_LAST = 2.5
_SUBJECT = 1.5
_GENDER = 2.0
_FAR = 0.6
_IN_QUOTES = 2.0


class Antecedents:
    """Answers what pronouns and missing sources of one article go back to."""

    def __init__(self, page: Page, figures: Figures) -> None:
        self._page = page
        self._figures = figures

    def of(self, pronoun: str, token: Token, attribution: Attribution, before: Sequence["Spoken"]) -> Figure | None:
        """The figure that the pronoun at `token` means; None for "I", "you" and where nobody fits."""
        if pronoun in _SINGULAR:
            kinds: tuple[EntityKind, ...] = _PERSONS
        elif pronoun in ("it", "its", "itself"):
            kinds = _BODIES
        elif pronoun in ("they", "them", "their", "both", "one"):
            kinds = (EntityKind.GROUP, *_BODIES)
        else:
            return None
        best = self._best(pronoun, token, attribution, before, kinds)
        return best or (self._last_speaker(before) if pronoun not in _SINGULAR else None)

    def _best(
        self,
        pronoun: str,
        token: Token,
        attribution: Attribution,
        before: Sequence["Spoken"],
        kinds: tuple[EntityKind, ...],
    ) -> Figure | None:
        scores: dict[int, float] = {}
        pool: dict[int, Figure] = {}
        here = self._page.sentence_at(attribution.part, token.span.start)
        if here is None:
            return None
        for name, figure in self._figures.named:
            distance = here.index - name.sentence.index
            earlier = name.sentence.part is attribution.part and name.span.start < token.span.start
            if figure.kind not in kinds or not earlier or not 0 <= distance <= _REACH:
                continue
            value = -_FAR * distance
            value += _SUBJECT if name.tokens[-1].dep in ("nsubj", "nsubjpass") else 0.0
            value -= _IN_QUOTES if _inside(name.span, attribution.content) or self._quoted(name.span, before) else 0.0
            pool[id(figure)] = figure
            scores[id(figure)] = max(scores.get(id(figure), -99.0), value)
        last = before[-1] if before else None
        if last and last.figure and last.figure.kind in kinds and last.sentence:
            distance = here.index - last.sentence.index
            if 0 <= distance <= _REACH:
                pool[id(last.figure)] = last.figure
                scores[id(last.figure)] = max(scores.get(id(last.figure), -99.0), -_FAR * distance) + _SPOKE_LAST
        for key, figure in pool.items():
            scores[key] += _gender(pronoun, figure)
        return pool[max(scores, key=lambda key: scores[key])] if scores else None

    def _quoted(self, span: Span, before: Sequence["Spoken"]) -> bool:
        return any(_inside(span, s.attribution.content) for s in before[-4:])

    def _last_speaker(self, before: Sequence["Spoken"]) -> Figure | None:
        return next((s.figure for s in reversed(before) if s.figure), None)

    def carried(self, attribution: Attribution, spoken: Sequence["Spoken"]) -> Figure | None:
        """Who goes on speaking where no source stands: the paragraph's speaker, else the one before."""
        start = begin(attribution.content + attribution.cue)
        here = self._page.sentence_at(attribution.part, start) if start is not None else None
        if here is None or start is None:
            return None
        known = [s for s in spoken if s.figure and s.attribution.part is attribution.part and s.sentence]
        before = [s for s in known if (begin(s.attribution.content + s.attribution.source) or 0) < start]
        after = [s for s in known if s not in before]
        if before and before[-1].sentence and before[-1].sentence.block == here.block:
            return before[-1].figure
        if after and after[0].sentence and after[0].sentence.block == here.block:
            return after[0].figure
        if before and before[-1].sentence and here.index - before[-1].sentence.index <= _REACH:
            return before[-1].figure
        return None


def _inside(span: Span, spans: Sequence[Span]) -> bool:
    return any(other.covers(span) for other in spans)


def _gender(pronoun: str, figure: Figure) -> float:
    lean = figure.female - figure.male
    if lean == 0 or pronoun not in _SINGULAR:
        return 0.0
    female = pronoun in ("she", "her", "hers")
    return _GENDER if (lean > 0) == female else -_GENDER
