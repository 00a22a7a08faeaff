"""Headings in capitals as they would be written otherwise: "REBELS HOLD KARSH" → "Rebels hold Karsh".

Enters an article; leaves for a heading of the same length what the parser is to read, since it knows no verb in
capitals. A word is written as the article's own paragraphs write it; what they do not have is in small letters.
"""

import re
from collections.abc import Mapping

from counterclaim.model import Article, BlockKind

HEADINGS = (BlockKind.HEADLINE, BlockKind.SUBHEADING)
# Initials that are words in small letters, or that reports seldom leave out of a heading.
INITIALS = frozenset(("EU", "NATO", "UAE", "UK", "UN", "US", "USA", "UNHCR", "DRC", "DR"))
MOSTLY = 0.9  # of the letters
FEWEST = 3  # words: what is shorter may be initials
_WORD = re.compile(r"\w+")


def is_shouted(text: str) -> bool:
    """Is all of it, but for a name or two, in capitals?"""
    letters = [character for character in text if character.isalpha()]
    shouted = sum(character.isupper() for character in letters)
    return len(_WORD.findall(text)) >= FEWEST and shouted >= MOSTLY * len(letters) > 0


def forms_in(article: Article) -> Mapping[str, str]:
    """How the article's paragraphs write each word, by its capitals; a small initial wins over a great one."""
    found: dict[str, str] = {}
    for block in article.blocks:
        text = block.span.of(article.text) if block.kind is BlockKind.PARAGRAPH else ""
        for word in _WORD.findall(text) if not is_shouted(text) else ():
            if word[0].islower() or word.upper() not in found:
                found[word.upper()] = word
    return found


def unshouted(text: str, forms: Mapping[str, str]) -> str:
    """The heading in the article's own writing, letter for letter as long."""
    said = _WORD.sub(lambda found: _written(found[0], forms), text)
    first = next((at for at, character in enumerate(said) if character.isalpha()), 0)
    said = said[:first] + said[first : first + 1].upper() + said[first + 1 :]
    return said if len(said) == len(text) else text


def _written(word: str, forms: Mapping[str, str]) -> str:
    if not word.isupper() or word in INITIALS:
        return word
    return forms.get(word, word.lower())
