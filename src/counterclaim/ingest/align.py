"""Where the characters of an extracted text stand in the page that it was extracted from.

Enters the text and the decoded page; leaves runs. For every run, the text's characters from `run.text` on are the
page's characters from `run.input` on, `run.length` of them; or the run has length 1 and a character reference
(`&amp;`) stands in the page, which stands for that character. White space that was squeezed, and words that cannot be
found again in order, have no run.
"""

import html
import re
from bisect import bisect_right
from collections.abc import Iterator
from html.parser import HTMLParser

from counterclaim.model import Article, Run

_BLOCK = re.compile(r"[^\n]+")
_UNREAD = frozenset({"script", "style", "noscript", "template"})


class _Characters(HTMLParser):
    """Collects every character of a page's text with its offset in the page."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self._starts = [0, *(found.end() for found in re.finditer("\n", source))]
        self._hidden = 0
        self.characters: list[str] = []
        self.offsets: list[int] = []
        self.feed(source)
        self.close()

    def _here(self) -> int:
        line, column = self.getpos()
        return self._starts[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self._hidden += tag in _UNREAD

    def handle_endtag(self, tag: str) -> None:
        self._hidden = max(0, self._hidden - (tag in _UNREAD))

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            start = self._here()
            for number, character in enumerate(data):
                if not character.isspace():
                    self.characters.append(character)
                    self.offsets.append(start + number)

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name};")

    def _reference(self, reference: str) -> None:
        meant = html.unescape(reference)
        if len(meant) == 1 and not meant.isspace() and not self._hidden:
            self.characters.append(meant)
            self.offsets.append(self._here())


def align(text: str, source: str) -> tuple[Run, ...]:
    """Runs for as much of `text` as is found in the text of `source`, in the order of `text`."""
    page = _Characters(source)
    stream = "".join(page.characters)
    runs: list[Run] = []
    cursor = 0
    for block in _BLOCK.finditer(text):
        for start, end, found in _found(text, block.start(), block.end(), stream, cursor):
            runs.extend(_runs(text, source, (start, end), page.offsets[found:]))
            cursor = found
    return tuple(runs)


def _found(text: str, start: int, end: int, stream: str, cursor: int) -> Iterator[tuple[int, int, int]]:
    """The stretch whole where it is in the page, from the cursor on or else from the start; otherwise its sentences
    and then words."""
    bare = "".join(text[start:end].split())
    at = stream.find(bare, cursor)
    if at < 0:
        at = stream.find(bare)
    if at >= 0:
        yield start, end, at
        return
    for part in re.finditer(r"\S.*?[.!?][\"”’)]*(?=\s|$)|\S.+", text[start:end]):
        if len(part[0]) < 12 or part[0] == text[start:end]:
            continue
        bare = "".join(part[0].split())
        at = stream.find(bare, cursor)
        if at >= 0:
            yield start + part.start(), start + part.end(), at


def _runs(text: str, source: str, stretch: tuple[int, int], offsets: list[int]) -> list[Run]:
    """Runs for one stretch whose characters, white space left out, stand at `offsets` one after the other."""
    runs: list[Run] = []
    number = 0
    for at in range(*stretch):
        if text[at].isspace():
            if (
                runs
                and _ends(runs[-1], at)
                and source[runs[-1].input + runs[-1].length] == text[at]
                and _goes_on(runs[-1], source)
            ):
                runs[-1] = Run(runs[-1].text, runs[-1].input, runs[-1].length + 1)
            continue
        offset = offsets[number]
        number += 1
        last = runs[-1] if runs else None
        literal = source[offset] == text[at]
        if last and literal and _ends(last, at) and last.input + last.length == offset and _goes_on(last, source):
            runs[-1] = Run(last.text, last.input, last.length + 1)
        else:
            runs.append(Run(at, offset, 1))
    return runs


def _ends(run: Run, at: int) -> bool:
    return run.text + run.length == at


def _goes_on(run: Run, source: str) -> bool:
    """A run of a character reference never grows: what follows `&` in the page is its name."""
    return not (run.length == 1 and source[run.input] == "&")


def input_offset(article: Article, offset: int) -> int | None:
    """Where in the decoded input the character at `offset` of the article's text stands; None where no run holds it."""
    at = bisect_right(article.runs, offset, key=lambda run: run.text) - 1
    if at < 0 or offset >= article.runs[at].text + article.runs[at].length:
        return None
    return article.runs[at].input + offset - article.runs[at].text
