"""What the encoder is shown of a paragraph: its text with every quotation between the same two marks.

The marks of the world's papers differ and the training corpus has few of them; where a quotation opens and closes is
for `counterclaim.attribution.quotations` to say. Letters keep their places.
"""

from collections.abc import Iterable

from counterclaim.attribution.quotations import Quote

PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "„": '"', "«": '"', "»": '"', "`": "'"}
)
OPENING, CLOSING = "“", "”"


def shown(text: str, start: int, quotes: Iterable[Quote]) -> str:
    """`text`, a paragraph that begins at `start`, as the encoder reads it: as long as before, marks made one.

    `quotes` count in the same whole text as `start`.
    """
    letters = list(text.translate(PLAIN))
    for quote in quotes:
        _mark(letters, text, quote.outer.start - start, quote.inner.start - start, OPENING)
        if quote.closed:
            _mark(letters, text, quote.inner.end - start, quote.outer.end - start, CLOSING)
    return "".join(letters)


def _mark(letters: list[str], text: str, start: int, end: int, mark: str) -> None:
    """One mark where two characters made one, the other blank. A mark may stand outside the text that was parsed."""
    inside = range(max(start, 0), min(end, len(text)))
    places = [at for at in inside if not text[at].isspace() and not text[at].isalnum()]
    kept = places[:1] if mark == OPENING else places[-1:]
    for at in places:
        letters[at] = mark if at in kept else " "
