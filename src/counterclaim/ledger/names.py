"""Names as they are looked up: without case, accents and punctuation.

Enters a name in any script; leaves its folded form. Nothing is refused.
"""

import re
import unicodedata


def fold(name: str | None) -> str:
    """Lower case, without accents, its words kept apart by single blanks."""
    bare = unicodedata.normalize("NFKD", (name or "").casefold())
    return " ".join(re.findall(r"\w+", "".join(letter for letter in bare if not unicodedata.combining(letter))))
