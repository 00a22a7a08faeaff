"""Names that a text gives to somebody whom it describes first: "a military blogger who writes as Heron".

Enters tokens and where a name begins; leaves the words that describe its bearer. A body or a thing that is "known as"
something is described by no office, and gives nothing.
"""

import re
from collections.abc import Sequence

from counterclaim.entities.vocabulary import is_office, plain, singular
from counterclaim.model import Token

_REACH = 8  # words between the description and the name
_LONGEST = 12  # words of the description
_SIGN = r"(?:nom de guerre|(?:call[ -]?sign|handle|name|nickname|pen[ -]?name|pseudonym|username|alias)(?: of)?)"
_DOES = r"(?:blog|fight|go|goe|post|publish|publishe|sign|speak|tweet|write|writ|post|serve|serv)(?:s|es|ing)?"
_CALLED = re.compile(
    r"(?:, )?(?:who )?(?:is )?(?:"
    rf"(?:\w+ly |best |better |only )?known (?:online |widely )?(?:as|by (?:the|his|her|their) {_SIGN})"
    rf"|{_DOES} (?:online )?(?:as|(?:by|under|with|using) (?:(?:the|a|his|her|their) )?{_SIGN})"
    rf"|(?:with|under|using) (?:the|a|his|her|their) {_SIGN}"
    r"|call[ -]?sign|nicknamed|dubbed|alias|(?:self-)?styled)"
)
_MARKS = "\"“”‘’'«»„"
_ARTICLES = frozenset(("a", "an", "another", "one", "the"))
_INSIDE = frozenset(("NOUN", "PROPN", "ADJ", "NUM", "PART"))
_PREPOSITIONS = frozenset(("from", "in", "of", "with"))


def described(tokens: Sequence[Token], first: int) -> Sequence[Token]:
    """The words that describe whom the name at `first` is given to, with their article; empty where there are none."""
    stop = first - 1 if first and tokens[first - 1].text in _MARKS else first
    for at in range(max(1, stop - _REACH), stop):
        if _CALLED.fullmatch(_joined(tokens[at:stop])):
            return _description(tokens, at)
    return ()


def _joined(tokens: Sequence[Token]) -> str:
    return re.sub(r" ?- ?", "-", " ".join(token.text.lower() for token in tokens))


def _description(tokens: Sequence[Token], stop: int) -> Sequence[Token]:
    """The noun phrase that ends at `stop`, from its article on, if an office heads it."""
    begin = stop
    while begin and stop - begin < _LONGEST and tokens[begin - 1].text.lower() not in _ARTICLES:
        word = tokens[begin - 1]
        if word.pos not in _INSIDE and word.text.lower() not in _PREPOSITIONS and word.text != "-":
            return ()
        begin -= 1
    words = tokens[begin:stop]
    head = next((at for at, word in enumerate(words) if word.text.lower() in _PREPOSITIONS), len(words))
    office = plain(words[head - 1].text) if head else ""
    if singular(office) != office or not is_office(office):
        return ()
    return tokens[max(0, begin - 1) : stop]
