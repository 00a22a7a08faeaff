"""Who an unnamed speaker is, where other sentences tell: a headline's "officer", the lead's "senior official".

Enters what has been resolved so far; leaves the person or body that the report names for the same words, or nobody.
"""

import re
from collections.abc import Sequence

from counterclaim.entities.any_body import is_of_state, may_be_called
from counterclaim.entities.figures import Figure, Figures
from counterclaim.entities.names import Name
from counterclaim.entities.nations import Nations
from counterclaim.entities.offices import office_word, role_words
from counterclaim.entities.page import Page
from counterclaim.entities.sources import Source
from counterclaim.entities.spoken import Spoken
from counterclaim.entities.vocabulary import (
    BODY_NOUNS,
    RANKS,
    SENT_BY_BODIES,
    SPOKES,
    STATE_BODIES,
    is_office,
    singular,
)
from counterclaim.model import Attribution, BlockKind, EntityKind, Part, Sentence, Span, Token

_LEAD = 3  # sentences in which a report may hold its speaker's name back
_SHARED = 0.5  # of a headline's words that the named speaker's own must have
_TELLING = 3  # words of a headline that a body must share: "three killed" is said by many
_LONG, _STEM = 4, 5  # letters that a word must have to count, and those that count
_ANY_OFFICE = frozenset(("official", "officer", "expert", "leader", "politician", "figure"))
_HEADS = frozenset(("commander", "director", "president"))  # with those who are "chief" in other words
_QUOTES = frozenset("\"“”»’'")
_SHORT = {"pm": "minister", "fm": "minister", "ceo": "chief"}
_OF_STATE = frozenset(
    ["adviser", "ambassador", "commissioner", "government", "governor", "mayor", "minister", "ministry", "police",
     "premier", "president", "secretary", "state"]
)  # fmt: skip


_WITHHELD = re.compile(
    r"\bnot authori[sz]ed to (?:speak|talk|comment|discuss|brief)\b|\bcondition of anonymity\b|\bspoke anonymously\b"
    r"|\b(?:asked|declined|requested|refused|did not want|wished|preferred) (?:not )?to be (?:named|identified)\b"
)
_ANYBODY = frozenset(("official", "person", "source"))


def withheld(source: Source, attribution: Attribution, page: Page) -> bool:
    """ "The official, who was not authorized to talk": somebody whose name the report keeps back.

    What he himself says of others ("said that guards were not authorized to talk") does not count.
    """
    start = source.span.start
    found = _WITHHELD.finditer(page.words(source.sentence.part, Span(start, source.sentence.span.end)))
    places = (start + match.start() for match in found)
    return any(not any(span.start <= at < span.end for span in attribution.content) for at in places)


def withheld_before(source: Source, before: Sequence[Spoken]) -> Figure | None:
    """The unnamed speaker of the sentences before whom these words may mean: "an officer", then "the official"."""
    last = before[-1] if before else None
    if source.first != "the" or last is None or last.figure is None or last.sentence is None:
        return None
    noun = last.figure.name.split()[-1].lower()
    near = source.sentence.index - last.sentence.index <= _LEAD
    fits = noun == source.noun or (source.noun in _ANYBODY and is_office(noun))
    fits = fits or (source.noun == "officer" and noun in RANKS)
    return last.figure if near and fits and last.figure.kind is EntityKind.GROUP else None


def is_above(attribution: Attribution, sentence: Sentence) -> bool:
    """Does it stand in a headline?"""
    return attribution.part is Part.TITLE or sentence.kind is BlockKind.HEADLINE


class Unnamed:
    """Answers who the unnamed speakers of one article's headline and lead are."""

    def __init__(self, page: Page, figures: Figures) -> None:
        self._page = page
        self._figures = figures

    def person(self, source: Source, attribution: Attribution, spoken: Sequence[Spoken]) -> Figure | None:
        """The person whom the text names for what the headline or the lead gives to somebody by office alone."""
        noun = source.noun or ""
        above = is_above(attribution, source.sentence)
        known = is_office(noun) or (above and noun in _SHORT)
        if (
            withheld(source, attribution, self._page)
            or source.body
            or noun != singular(noun)
            or noun in SPOKES
            or not known
        ):
            return None
        named = [s for s in spoken if s.figure and s.figure.kind is EntityKind.PERSON and s.sentence]
        if above:
            return self._by_words(source, attribution, named) or self._by_nation(source, named)
        owned = any(token.tag == "POS" for token in source.tokens[1:])  # "Peru's deputy minister"
        return self._next(source, spoken, sure=owned) if owned or source.first in ("a", "an", "the") else None

    def spokesman(self, source: Source, attribution: Attribution, spoken: Sequence[Spoken]) -> Figure | None:
        """The person who says in the text what a headline gives to a bare "spokesman", whoever else is one there."""
        if not is_above(attribution, source.sentence) or source.noun not in SPOKES or source.body:
            return None
        return self._echoed(attribution, [s for s in spoken if s.figure and s.figure.kind is EntityKind.PERSON], 2)

    def body(self, source: Source, attribution: Attribution, spoken: Sequence[Spoken]) -> Figure | None:
        """The body that the text names for what the headline gives to "the company", "inspectors"."""
        noun = singular(source.noun or "")
        of_body = noun == source.noun and noun in BODY_NOUNS
        bare = all(token.text.islower() or token.i == 0 or token.pos == "DET" for token in source.tokens)
        if not is_above(attribution, source.sentence) or not bare or not (of_body or noun in SENT_BY_BODIES):
            return None
        named = [
            s
            for s in spoken
            if s.figure and s.figure.kind is EntityKind.ORGANIZATION and s.figure.name[0].isupper()
            if not of_body or may_be_called(noun, s.figure)
            if noun not in STATE_BODIES or is_of_state(s.figure)
        ]
        return self._echoed(attribution, named, _TELLING)

    def _by_words(self, source: Source, attribution: Attribution, named: Sequence[Spoken]) -> Figure | None:
        """Who says in the text what the headline says."""
        return self._echoed(attribution, [s for s in named if s.figure and self._may_be(source, s.figure)], 1)

    def _echoed(self, attribution: Attribution, named: Sequence[Spoken], least: int) -> Figure | None:
        """Of these the one whose words in the text hold most of the headline's: half of them, and `least`."""
        wanted = self._words(attribution)
        best: tuple[float, Figure] | None = None
        for one in named:
            if one.figure is None or one.attribution.part is not Part.TEXT or one.attribution is attribution:
                continue
            shared = len(wanted & self._words(one.attribution))
            share = shared / len(wanted) if wanted else 0.0
            if share >= _SHARED and shared >= least and (best is None or share > best[0]):
                best = share, one.figure
        return best[1] if best else None

    def _by_nation(self, source: Source, named: Sequence[Spoken]) -> Figure | None:
        """ "Tarvian official": the only one of that nation and office who speaks in the text."""
        sides = _sides(source.tokens, self._page.nations)
        found = {id(s.figure): s.figure for s in named if s.figure and s.figure.side in sides and s.figure.roles}
        fits = [figure for figure in found.values() if self._may_be(source, figure)]
        return fits[0] if len(fits) == 1 else None

    def _words(self, attribution: Attribution) -> frozenset[str]:
        text = " ".join(self._page.words(attribution.part, span) for span in attribution.content)
        return frozenset(word[:_STEM] for word in re.findall(r"\w+", text.lower()) if len(word) >= _LONG)

    def _next(self, source: Source, spoken: Sequence[Spoken], *, sure: bool) -> Figure | None:
        """ "A senior official said …" in the lead, and then NAME, new to the reader, with his office."""
        here = source.sentence
        above = (s for s in self._page.sentences if s.part is here.part and s.index < here.index)
        if sum(s.kind is here.kind and _is_told(s) for s in above) >= 2:
            return None
        after = [s for s in spoken if s.sentence and s.sentence.part is here.part and s.sentence.index > here.index]
        one = min(after, key=lambda s: s.place, default=None)
        if one is None or one.sentence is None or one.figure is None or one.sentence.index - here.index > _LEAD:
            return None
        figure = one.figure
        first = next((name for name, owner in self._figures.named if owner is figure), None)
        new = first is not None and first.sentence.index > here.index
        sure = sure or source.first == "the"
        if figure.kind is not EntityKind.PERSON or not new or not (figure.roles or sure):
            return None
        behind = first.sentence.tokens[first.stop].text if first is not None else ","
        opens = first is not None and _opens(first) and behind != ","
        if sure:  # "The minister of X has accused … NAME said", with nothing said of what he is
            return figure if opens and not figure.roles and len(source.tokens) > 2 else None
        return figure if self._may_be(source, figure) else None

    def _may_be(self, source: Source, figure: Figure) -> bool:
        """Do nation and office go together, as far as they are told?"""
        nations, noun = self._page.nations, _SHORT.get(source.noun or "", source.noun or "")
        if not _same_side(source.tokens, figure, nations):
            return False
        roles = [role_words(role, nations) for role in figure.roles]
        of_state = any(token.text.lower() == "government" for token in source.tokens)
        if of_state and roles and all(_OF_STATE.isdisjoint(map(str.lower, role)) for role in roles):
            return False  # "a government official" is no spokesman of the rebels
        return noun in _ANY_OFFICE or not roles or any(_is_office_in(office_word(noun), role) for role in roles)


def _is_office_in(noun: str, role: frozenset[str]) -> bool:
    """ "Chief" of who directs it; "inspector" of who heads an inspectorate, as "monitor" of a monitoring mission."""
    heads = noun == "chief" and not role.isdisjoint(_HEADS)
    return (
        noun in role
        or heads
        or any(len(noun) > _STEM + 1 and word.lower()[: _STEM + 1] == noun[: _STEM + 1] for word in role)
    )


def _is_told(sentence: Sentence) -> bool:
    """Is it a sentence of the report, and no line with a date or an agency's name?"""
    return any(token.pos in ("VERB", "AUX") for token in sentence.tokens)


def _opens(name: Name) -> bool:
    """Does the sentence tell what NAME says, first of all or behind his words: "NAME said", "…,” NAME told"?"""
    first = name.first == 0 or name.sentence.tokens[name.first - 1].text in _QUOTES
    return first and name.tokens[-1].dep == "nsubj"


def _same_side(tokens: Sequence[Token], figure: Figure, nations: Nations) -> bool:
    sides = _sides(tokens, nations)
    return not sides or figure.side is None or figure.side in sides


def _sides(tokens: Sequence[Token], nations: Nations) -> frozenset[str]:
    sides = (nations.side_in(token.text) for token in tokens if token.text[0].isupper())
    return frozenset(side for side in sides if side)
