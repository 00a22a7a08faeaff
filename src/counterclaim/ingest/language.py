"""Which language a body is in, and whether it is one that is read yet.

Enters body text and what the input declares; leaves an ISO 639-1 code or None. Texts too short to be sure of are read.
"""

import re
from functools import cache
from typing import TYPE_CHECKING

from counterclaim.ingest.page.lines import script_of

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier  # type: ignore[import-untyped]

READ = frozenset({"en"})
_SHORTEST = 120
_SURE = 0.99
_SAMPLE = 2000
# Words of English that are words of no other language in Latin letters, or rare ones ("of" and "had" are Dutch, "has"
# is Spanish). They make less than _PLAINLY of the words in 9 of 1,101 English reports of the development corpora.
_ENGLISH = frozenset((
    "the", "and", "that", "with", "from", "this", "which", "were", "been", "have", "their", "they", "would", "who",
    "are", "but", "said", "says", "she", "about", "after", "because", "could", "into", "its", "other", "them", "then",
    "there", "these", "through", "what", "when", "while", "you", "your", "him", "being", "both",
))  # fmt: skip
_PLAINLY = 0.08
_WORD = re.compile(r"\w+")


def language_of(body: str, declared: str | None) -> str | None:
    """The body's language: as detected where that is sure, else as declared, else None."""
    sample = body[:_SAMPLE]
    return (
        _detected(sample)
        or (declared and declared.strip().lower().replace("_", "-").split("-")[0])
        or _by_script(sample)
    )


def _by_script(body: str) -> str | None:
    """Undetermined (ISO 639-2) where the letters alone say that it is none that is read."""
    letters = sum(map(str.isalpha, body))
    return "und" if letters >= 30 and script_of(body) not in ("LATIN", None) else None


def _detected(body: str) -> str | None:
    letters = sum(map(str.isalpha, body))
    if letters < _SHORTEST and not (letters >= 30 and script_of(body) not in ("LATIN", None)):
        return None
    if _is_plainly_english(body):
        return "en"
    language, probability = _identifier().classify(body)
    return str(language) if probability >= _SURE else None


def _is_plainly_english(body: str) -> bool:
    """Do its commonest words say so already? Then nothing needs to be loaded."""
    words = _WORD.findall(body.lower())
    return sum(word in _ENGLISH for word in words) >= _PLAINLY * max(len(words), 1)


@cache
def _identifier() -> "LanguageIdentifier":
    """The library's own model of 97 languages; loading takes more than half a second."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
