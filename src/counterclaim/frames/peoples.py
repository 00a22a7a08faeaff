"""Peoples within a state that two words name: "Bosnian Serb" is neither Bosnia's nor Serbia's.

Enter sentences, or a sentence and a word of it; leaves the side that such a people is.
"""

from collections.abc import Callable, Iterable
from itertools import pairwise

from counterclaim.entities.nations import shipped
from counterclaim.model import Sentence, Token

HYPHENS = frozenset("-–‐‑")
HELPED = frozenset(["backed", "supported", "armed", "trained", "funded", "financed", "equipped", "allied", "aligned"])


def peoples(sentences: Iterable[Sentence]) -> dict[str, str]:
    """The second word of each such name, by which an article goes on: "the Serbs"."""
    pairs = (pair for sentence in sentences for pair in pairwise(sentence.tokens))
    return {two.text: people for one, two in pairs if (people := _people(one, two)) is not None}


def nation_in(nation: Callable[[Token], str | None], sentence: Sentence, token: Token) -> str | None:
    """The nation that the adjective names by itself, or with the word behind it; of who is "U.S.-backed" none."""
    alone = nation(token)
    behind = sentence.tokens[token.i + 1 : token.i + 3]
    if len(behind) == 2 and behind[0].text in HYPHENS and behind[1].text.lower() in HELPED:
        return None
    return (_people(token, behind[0]) if alone is not None and behind else None) or alone


def _people(first: Token, second: Token) -> str | None:
    named = first.text[0].isupper() and second.text[0].isupper()
    return shipped().of_party(f"{first.text} {second.text}") if named else None
