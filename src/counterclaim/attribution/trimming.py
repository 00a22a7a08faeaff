"""What a content leaves out at its edges: blanks, outer quote marks, the last comma or full stop.

Enters a text and two offsets; leaves a span, or None where nothing is left.
"""

from counterclaim.model import Span

DOUBLED = frozenset({"``", "''"})
OPENING = "\"'“‘„«‚‹`´‟″"
CLOSING = "\"'”’“»›`´‘″"


def trim(text: str, start: int, end: int) -> Span | None:
    """A span without blanks, outer quote marks, another phrase's bracket, last commas, stops; None if none is left."""
    changed = True
    while changed and start < end:
        before = (start, end)
        while start < end and (text[start].isspace() or text[start] in ",;:—–)]"):
            start += 1
        while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:—–([" or _last_stop(text, start, end)):
            end -= 1
        start, end = _unquoted(text, start, end)
        changed = before != (start, end)
    return Span(start, end) if start < end else None


def _last_stop(text: str, start: int, end: int) -> bool:
    """A full stop that ends the sentence, not an abbreviation or dots of omission."""
    if text[end - 1] != ".":
        return False
    word = text[start : end - 1].rsplit(None, 1)[-1:] or [""]
    return not word[0].endswith(".") and "." not in word[0]


def _unquoted(text: str, start: int, end: int) -> tuple[int, int]:
    """Without the marks around all of it, or a mark at one edge whose partner lies outside."""
    if text[start : start + 2] in DOUBLED and end - start > 2:
        return start + 2, end - 2 if text[end - 2 : end] in DOUBLED and end - start > 4 else end
    inner = text[start:end]
    opens, closes = inner[:1] in OPENING and inner[:1] != "", inner[-1:] in CLOSING and inner[-1:] != ""
    if len(inner) < 2:
        return start, end
    if opens and closes and not _others(inner[1:-1], inner[0]):
        return start + 1, end - 1
    if opens and not any(mark in CLOSING and mark not in "'’" for mark in inner[1:]):
        return (start + 1, end) if inner[0] not in "'’" or inner[1].isupper() else (start, end)
    if closes and inner[-1] not in "'’" and not any(mark in OPENING for mark in inner[:-1]):
        return start, end - 1
    return start, end


def _others(inner: str, mark: str) -> bool:
    """Are there further marks of the same kind between, so that the first does not belong to the last?"""
    pairs = {"“": "“”", '"': '"', "'": "", "‘": "‘", "„": "„", "«": "«»"}
    return any(letter in pairs.get(mark, mark) for letter in inner)
