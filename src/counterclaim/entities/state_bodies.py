"""Whose ministry, army or police an article means where it does not say so.

Enters a `Page`; leaves the side of a state's body that stands without its country: that of the only such body that
the article names with one, else that of the capital which the report is dated from. Where an article names two, the
words alone decide nothing.
"""

import re
from collections.abc import Callable, Iterator
from functools import cached_property

from counterclaim.entities.name_words import body_words
from counterclaim.entities.page import Page
from counterclaim.entities.seated import seat_behind
from counterclaim.entities.vocabulary import STATE_BODIES, plain, singular
from counterclaim.model import Part, Sentence, Token

Wanted = Callable[[Sentence, Token], bool]
_REACH = 4
_MINISTER = re.compile(r"\bminister\b", re.IGNORECASE)
# One body by several names: "the military" is the army, and so are the armed forces.
_ARMED = frozenset(("army", "armed", "forces", "military"))


class StateBodies:
    """The state's bodies that one article names with their countries."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def meant(self, words: str, at: Sentence | None = None) -> tuple[str | None, str | None]:
        """The side of a body that bears these words without a country, and the words that name it with its country;
        both None where the article leaves it open. An army that speaks before any was named (`at`: in which sentence)
        is that of the capital which the report is dated from.
        """
        wanted = self._words(words)
        if not any(singular(word) in STATE_BODIES for word in wanted):
            return None, None
        fits = [found for found in self._marked if wanted <= found[0]]
        fits = fits or [found for found in self._of_ministers if wanted <= found[0]]
        if at is not None and wanted == {"army"} and self._capital and not self._named_by(at):
            return self._capital, None
        if not fits:
            return self._capital or (self._only_state if wanted == {"army"} else None), None
        if len({side for _, side, _ in fits}) > 1:
            return None, None
        known, side, named = max(fits, key=lambda found: len(found[0]))
        return side, named if all(other <= known for other, _, _ in fits) else None

    def another(self, words: str, side: str) -> bool:
        """Does the article name such a body of another state, from which this one must be told?"""
        return any(self._words(words) <= known and other != side for known, other, _ in self._marked)

    def at_home(self, words: str) -> str | None:
        """The side of a minister of that ministry without a country: of two states at war it may be either's, unless
        the report is dated from the capital of one, and names no such ministry of the other.
        """
        side, _ = self.meant(words)
        return side if side == self._capital else None

    def _named_by(self, at: Sentence) -> bool:
        """Has an army been named with its country up to that sentence?"""
        told = (sentence for sentence in self._page.sentences if sentence.index <= at.index)
        return any("army" in words for sentence in told for words, _, _ in self._in(sentence, _is_body))

    def _words(self, words: str) -> frozenset[str]:
        """The words that tell the body from others of its state; those for the armed forces are one."""
        found = frozenset(body_words(words, self._page.nations))
        armed = not found.isdisjoint(("army", "military")) or {"armed", "forces"} <= found
        return found - _ARMED | {"army"} if armed else found

    @cached_property
    def _only_state(self) -> str | None:
        """The country of the article, where its words name only one."""
        nations = self._page.nations
        words = {t.text for s in self._page.sentences for t in s.tokens if t.text[0].isupper()}
        sides = {nations.side_in(word) for word in words} - {None}
        states = {side for side in sides if side and not nations.is_party(side)}
        return next(iter(states)) if len(states) == 1 else None

    @cached_property
    def _marked(self) -> tuple[tuple[frozenset[str], str, str], ...]:
        return tuple(found for sentence in self._page.sentences for found in self._in(sentence, _is_body))

    @cached_property
    def _of_ministers(self) -> tuple[tuple[frozenset[str], str, str], ...]:
        """ "The Peruvian defence minister": his ministry is of the same state."""
        return tuple(found for sentence in self._page.sentences for found in self._in(sentence, _is_minister))

    def _in(
        self, sentence: Sentence, wanted: Callable[[Sentence, Token], bool]
    ) -> Iterator[tuple[frozenset[str], str, str]]:
        for token in sentence.tokens:
            if token.pos in ("NOUN", "PROPN") and wanted(sentence, token):
                first = _begin(sentence, token)
                text = self._page.article.part(sentence.part)
                stop = _end(sentence, token)
                words = text[sentence.tokens[first].span.start : sentence.tokens[stop - 1].span.end]
                nations = self._page.nations
                side = nations.side_in(words) or seat_behind(sentence, first, stop, nations)
                if side:
                    named = _MINISTER.sub(_ministry, " ".join(words.split()))
                    yield self._words(named), side, named

    @cached_property
    def _capital(self) -> str | None:
        """The country of the one capital in the dateline."""
        dateline = self._page.article.dateline
        words = dateline.of(self._page.article.part(Part.TEXT)).split("(")[0] if dateline else ""
        places = words.replace("/", ",").replace(".", ",").split(",")
        sides = {side for place in places if (side := self._page.nations.of_capital(place))}
        return next(iter(sides)) if len(sides) == 1 else None


def _is_body(_: Sentence, token: Token) -> bool:
    return singular(plain(token.text)) in STATE_BODIES


def _is_minister(sentence: Sentence, token: Token) -> bool:
    """ "The Peruvian defence minister", who has a ministry; a prime minister has a government."""
    before = plain(sentence.tokens[token.i - 1].text) if token.i else ""
    return plain(token.text) == "minister" and before not in ("prime", "first", "chief")


def _ministry(found: re.Match[str]) -> str:
    return "Ministry" if found[0][0].isupper() else "ministry"


def _begin(sentence: Sentence, body: Token) -> int:
    first = body.i
    while first > max(0, body.i - _REACH) and _belongs(sentence.tokens[first - 1]):
        first -= 1
    return first


def _belongs(token: Token) -> bool:
    return token.pos in ("NOUN", "PROPN", "ADJ") or token.tag == "POS"


def _end(sentence: Sentence, body: Token) -> int:
    """The token behind the noun and its "of Defence of X"."""
    stop = body.i + 1
    while stop + 1 < len(sentence.tokens) and sentence.tokens[stop].text == "of" and stop - body.i <= _REACH:
        after = stop + 1
        after += sentence.tokens[after].pos == "DET" and after + 1 < len(sentence.tokens)
        if not sentence.tokens[after].text[0].isupper():
            break
        stop = after + 1
    return stop
