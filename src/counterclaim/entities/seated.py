"""A state's body that is told by the capital it sits in: "the foreign ministry in Velk" is that of Velk's state.

Enters the words of a body; leaves them without the capital. What a state has in other towns too (police, courts, an
army), what is a city's own, and what stands with a nationality of its own are not told so.
"""

import re

from counterclaim.entities.nations import Nations
from counterclaim.entities.vocabulary import AGAINST_STATE, plain, singular
from counterclaim.model import Sentence

_SEATED = frozenset(("cabinet", "government", "ministry", "parliament", "presidency"))
_NARROWER = frozenset(("city", "district", "local", "municipal", "provincial", "regional", "state", "town"))
_IN = re.compile(r"(?P<body>.+?)\s+in\s+(?P<capital>[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,2})")


def without_seat(words: str, nations: Nations) -> tuple[str, str | None]:
    """The words without "in" and a capital behind them, and the state whose capital that is; else as they stand."""
    found = _IN.fullmatch(words)
    if found is None:
        return words, None
    body, capital = found["body"], found["capital"]
    country = None if nations.is_seat(capital) or not capital[0].isupper() else nations.of_capital(capital)
    return (body, country) if country and is_seated(body, nations) else (words, None)


def is_seated(body: str, nations: Nations) -> bool:
    """Do the words name a body that a state has in its capital alone, without saying which state's it is?"""
    words = [plain(word) for word in body.split()]
    noun = words[words.index("of") - 1] if "of" in words[1:] else words[-1]
    seated = noun in _SEATED or words[-2:] == ["general", "staff"]
    own = _NARROWER.isdisjoint(words) and not any(singular(word) in AGAINST_STATE for word in words)
    return seated and own and nations.side_in(body) is None


def seat_behind(sentence: Sentence, first: int, stop: int, nations: Nations) -> str | None:
    """The state in whose capital the body of tokens `[first, stop)` sits by the words right behind it."""
    tokens = sentence.tokens
    if [token.text for token in tokens[stop : stop + 1]] != ["in"]:
        return None
    body = " ".join(token.text for token in tokens[first:stop])
    ends = range(min(stop + 4, len(tokens)), stop + 1, -1)
    phrases = (" ".join(token.text for token in tokens[stop + 1 : end]) for end in ends)
    return next((side for words in phrases if (side := without_seat(f"{body} in {words}", nations)[1])), None)
