"""Text for a terminal: safe, aligned in columns of any script, coloured only where colour is wanted.

What enters is any text, article text too; what leaves holds no control characters, no escape sequences and no marks
that reorder a line. Colour is left out when the output is no terminal or NO_COLOR is set (no-color.org).
"""

import os
import shutil
import sys
import textwrap
import unicodedata
from collections.abc import Sequence

import click

BIDI_CONTROLS = dict.fromkeys([0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
PIPE_WIDTH = 100


def complain(text: str) -> None:
    """To standard error."""
    click.echo(text, err=True)


def say(text: str = "") -> None:
    """A line to standard output."""
    click.echo(text, color=coloured())


def coloured() -> bool:
    """Is standard output a terminal whose user has not asked for plain text?"""
    return not os.environ.get("NO_COLOR") and sys.stdout.isatty()


def paint(text: str, colour: str | None = None, *, bold: bool = False, dim: bool = False) -> str:
    """The text with colour, where colour is wanted."""
    return click.style(text, fg=colour, bold=bold or None, dim=dim or None) if coloured() else text


def plain(text: str) -> str:
    """Any text on one line, without control characters: an article must not be able to steer the terminal."""
    kept = " ".join(text.translate(BIDI_CONTROLS).split())
    return "".join(
        character if unicodedata.category(character)[0] != "C" else "\N{REPLACEMENT CHARACTER}" for character in kept
    )


def width() -> int:
    """Columns to draw in; fixed where the output is no terminal, so that a pipe always gets the same."""
    return min(shutil.get_terminal_size((PIPE_WIDTH, 24)).columns, 120) if sys.stdout.isatty() else PIPE_WIDTH


def cells(text: str) -> int:
    """Terminal columns that the text takes: two for East Asian wide characters, none for combining marks (UAX 11)."""
    return sum(_cell(character) for character in text)


def _cell(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def fit(text: str, columns: int) -> str:
    """The text in exactly that many columns: padded, or cut with an ellipsis."""
    if cells(text) <= columns:
        return text + " " * (columns - cells(text))
    kept, used = "", 0
    for character in text:
        if used + _cell(character) > columns - 1:
            break
        kept, used = kept + character, used + _cell(character)
    return kept + "…" + " " * (columns - used - 1)


def wrap(text: str, *, indent: str = "", columns: int | None = None) -> str:
    """Lines of at most the drawing width, each behind the indent."""
    room = max((columns or width()) - len(indent), 20)
    return "\n".join(indent + line for line in textwrap.wrap(plain(text), room) or [""])


def table(rows: Sequence[Sequence[str]], widths: Sequence[int]) -> str:
    """Rows of cells in columns of the given widths; the last column is not padded."""
    return "\n".join(
        "  ".join(fit(cell, wide) for cell, wide in zip(row, widths, strict=True)).rstrip() for row in rows
    )


def count(number: int, noun: str, plural: str | None = None) -> str:
    """'1 claim', '2 claims'."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
