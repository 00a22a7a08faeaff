"""Runs the comparisons over the development corpora: exports and marked articles in, errors out."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from bench import accuracy, corpora, marked
from bench.errors import mouths, spans
from bench.errors.records import Read, Row, Told, by_document, read, said, told
from bench.errors.scoring import Rules
from counterclaim.errors import InputError
from counterclaim.model import Parsed
from counterclaim.syntax import Parser

Spanned = TypeVar("Spanned", Told, Read)
CED, POLNEAR = "ced-dev", "polnear-dev"


def exported(folder: Path, name: str) -> dict[str, list[Row]]:
    """The exported claims of a corpus that a run of `python -m bench --keep FOLDER` left, by document.

    Raises:
        InputError: there are none.
    """
    path = folder / f"{name}.claims.jsonl"
    if not path.is_file():
        raise InputError(f"There is no {path}", "Make it with `python -m bench --keep FOLDER`, or leave --exports out")
    return by_document(marked.rows(path))


def make_exports(folder: Path) -> None:
    """Read both corpora the whole way and export their claims."""
    for name in (CED, POLNEAR):
        accuracy.exported(folder, name, [accuracy.SHARED / "data" / f"{name}.jsonl.gz"], "claims")


def by_mouth(lines: dict[str, list[Row]], rules: Rules, parser: Parser) -> mouths.Mouths:
    """Errors on CED-1K."""
    whole = mouths.Mouths()
    for row, found in _articles(CED, lines, parser):
        claims = [said(claim, str(row["title"])) for claim in row["claims"]]
        whole += mouths.compared(claims, found[1], rules)
    return whole


def by_span(lines: dict[str, list[Row]], rules: Rules, parser: Parser) -> spans.Relations:
    """Errors on PolNeAR."""
    whole = spans.Relations()
    for row, (parsed, found) in _articles(POLNEAR, lines, parser):
        text = str(row["text"])
        golds = [trimmed(told(one, parsed), text, rules) for one in row["attributions"]]
        whole += spans.compared(golds, [trimmed(one, text, rules) for one in found], rules)
    return whole


def trimmed(one: Spanned, text: str, rules: Rules) -> Spanned:
    """The same with its spans as the scorer compares them."""
    source, cue, content = (rules.trim(text, spans) for spans in (one.source, one.cue, one.content))
    return replace(one, source=source, cue=cue, content=content)


def _articles(
    name: str, lines: dict[str, list[Row]], parser: Parser
) -> Iterator[tuple[Row, tuple[Parsed, list[Read]]]]:
    """Each marked article with its parse and its exported lines."""
    for row in corpora.rows(name):
        parsed = parser.parse(corpora.as_article(row))
        yield row, (parsed, [read(line, parsed) for line in lines.get(str(row["document"]), ())])
