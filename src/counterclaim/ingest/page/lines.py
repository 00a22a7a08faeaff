"""Page text → lines with what can be counted on them.

Enters text; leaves one `Line` for each stretch that holds more than white space, trimmed. Every character that is not
white space lies in exactly one line.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise

from counterclaim.ingest.page.vocabulary import words_file
from counterclaim.model import Span

_LINE = re.compile(r"[^\r\n\f\v\x1c-\x1e\x85\u2028\u2029]+")
_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f\u0483-\u0487\u0900-\u0dff\u0e00-\u0e7f\u064b-\u0652])*")
_ENDS_SENTENCE = re.compile(r"[.!?…。！？।؟։][\"'”’»«“)\]』」\s]*(?:\[\d+\]\s*)*$|,[\"”’»]$")
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0e7f]")
_TAIL = 60
_QUOTES = "\"'“”‘’«»„‹›「『"
_SCRIPTS = (
    "LATIN",
    "CYRILLIC",
    "GREEK",
    "ARABIC",
    "HEBREW",
    "HANGUL",
    "CJK",
    "HIRAGANA",
    "KATAKANA",
    "DEVANAGARI",
    "THAI",
)
# Function words say that a line is running text or a full title, not a row of menu entries.
_GLUE = frozenset(words_file("glue"))


@dataclass(frozen=True)
class Line:
    """A trimmed line. `index` counts the lines; `gap` is true where an empty line (or the start) stands before it."""

    index: int
    span: Span
    text: str
    gap: bool = True

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Words in lower case, without signs and bare figures."""
        return words_of(self.text)

    @cached_property
    def size(self) -> int:
        """Number of words; scripts without spaces count two characters as one word."""
        if not _WIDE.search(self.text):
            return len(_WORD.findall(self.text))
        wide = len(_WIDE.findall(self.text))
        return wide // 2 + sum(not _WIDE.search(word) for word in _WORD.findall(self.text))

    @cached_property
    def ends_sentence(self) -> bool:
        """Does the line end as a sentence does?"""
        return bool(_ENDS_SENTENCE.search(self.text[-_TAIL:].rstrip()))

    @cached_property
    def script(self) -> str | None:
        """The script of most of its letters; None where it has none."""
        return script_of(self.text)

    @property
    def quoted(self) -> bool:
        """Does it open with a quote mark?"""
        return self.text[:1] in _QUOTES

    @cached_property
    def glue(self) -> int:
        """How many English function words it has."""
        return sum(word in _GLUE for word in self.words)

    @cached_property
    def prose(self) -> bool:
        """Is it surely running text: a sentence of some length, or a very long line? Headlines may end in dots."""
        cut = self.text.endswith(("...", "…"))
        return (self.ends_sentence and not cut and self.size >= 8) or self.size >= 40

    @cached_property
    def key(self) -> str:
        """The same for lines that differ only in signs, spaces and letter case."""
        return " ".join(words_of(self.text, figures=True))


def words_of(text: str, *, figures: bool = False) -> tuple[str, ...]:
    """Words in lower case; bare figures only if asked for."""
    found = _WORD.findall(unicodedata.normalize("NFC", text).casefold())
    return tuple(word for word in found if figures or not word.isdigit())


def script_of(text: str) -> str | None:
    """The script that most letters of `text` are in."""
    counts: Counter[str] = Counter()
    for character, count in Counter(text[:2000]).items():
        if character.isalpha():
            counts[_script(character)] += count
    japanese = counts.pop("HIRAGANA", 0) + counts.pop("KATAKANA", 0)
    counts["CJK"] += japanese
    script, count = counts.most_common(1)[0]
    return script if count else None


@cache
def _script(character: str) -> str:
    name = unicodedata.name(character, "")
    return next((script for script in _SCRIPTS if name.startswith(script)), "OTHER")


def lines_of(text: str) -> tuple[Line, ...]:
    """All lines of `text` that hold more than white space; hard-wrapped paragraphs are one line."""
    spans = list(_trimmed(text))
    return tuple(Line(index, span, span.of(text), gap) for index, (span, gap) in enumerate(_joined(text, spans)))


def _trimmed(text: str) -> list[Span]:
    spans = []
    for found in _LINE.finditer(text):
        bare = found[0].strip().strip("\ufeff\u200b")
        if bare:
            start = found.start() + found[0].index(bare)
            spans.append(Span(start, start + len(bare)))
    return spans


def _joined(text: str, spans: Sequence[Span]) -> list[tuple[Span, bool]]:
    """Lines, joined where a sentence runs on over a line break."""
    wrapped = _is_wrapped(text, spans)
    joined: list[tuple[Span, bool]] = []
    for number, span in enumerate(spans):
        above = spans[number - 1] if number else None
        gap = above is None or text.count("\n", above.end, span.start) > 1
        if above and not gap and _runs_on(above.of(text), span.of(text), wrapped=wrapped):
            joined[-1] = (Span(joined[-1][0].start, span.end), joined[-1][1])
        else:
            joined.append((span, gap))
    return joined


def _is_wrapped(text: str, spans: Sequence[Span]) -> bool:
    """Was the whole text broken at one width, as old mails and dispatches are?"""
    pairs = [(one, two) for one, two in pairwise(spans) if text.count("\n", one.end, two.start) == 1]
    if len(pairs) < 4:
        return False
    widths = sorted(len(one) for one, _ in pairs)
    broken = sum(not _ENDS_SENTENCE.search(one.of(text)[-_TAIL:]) for one, _ in pairs)
    return widths[len(widths) // 2] >= 40 and widths[-1] <= 140 and broken * 2 > len(pairs)


_TITLE_END = re.compile(
    r"(?<!\w)(?:Gen|Lt|Col|Maj|Capt|Sgt|Adm|Cmdr|Sen|Rep|Gov|Pres|Prof|Dr|Mr|Mrs|Ms|Rev|Hon|St|No|"
    r"U\.S|U\.K|U\.N|[A-Z])\.$"
)


def _runs_on(before: str, after: str, *, wrapped: bool) -> bool:
    """Does a sentence go on from one line to the next? In wrapped text a full width goes on; else only what cannot
    end does."""
    if wrapped and len(before) >= 40 and not (before.endswith((".", "!", "?")) and len(before) < 55):
        return True
    before = before[-_TAIL:]
    if len(words_of(before)) < 4:
        return False
    if _TITLE_END.search(before):
        return after[:1].isupper()
    return (
        not _ENDS_SENTENCE.search(before) and after[:1].islower() and after[1:2].islower() and not before.endswith(":")
    )
