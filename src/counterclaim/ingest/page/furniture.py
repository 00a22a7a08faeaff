"""Lines that belong to the page and not to the report, each with its reason in words.

Enters a line; leaves why it is furniture, or None. What decides is what the line looks like (figures only, an
identifier, a row of short entries) and whether the words of furniture.toml cover it or open it; that file is this
module's only vocabulary.
"""

import re
from collections import defaultdict
from functools import cache
from typing import cast

from counterclaim.ingest.page.lines import Line, words_of
from counterclaim.ingest.page.vocabulary import data_file, words_file

_MOST_COVERED = 16
_MOST_PROMPTED = 70
_SHORT_NOTICE = 14
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w{2,}|(?:[#@]\w+[\s,]*)+")
_IDENTIFIER = re.compile(
    r"(?=\S*[_{}<>=;]|\S*[a-z][A-Z]|[\w-]+\.(?:jpe?g|png|gif|webp|svg|mp[34]|pdf|js|css|php|html?)\b)[^\s.!?]\S{2,}"
)
_COUNTED = re.compile(
    r"(?:\d[\d.,]*\s?[kKmM]?\s+(?:comments?|shares?|likes?|views?|replies|reads?|followers?|photos?|"
    r"votes?|min(?:ute)?s?(?: read)?|words)"
    r"|\d+\s?(?:-\s?)?min(?:ute)?s?\s+(?:read|listen|video)(?:ing time)?|(?:estimated )?(?:reading|"
    r"read) time:?\s.{1,20}"
    r"|(?:about\s+|an?\s+|\d+\s?)(?:sec(?:ond)?|min(?:ute)?|h(?:ou)?r|day|week|month)s?\s+ago|"
    r"page\s+\d+(?:\s+of\s+\d+)?|\d+\s*(?:of|/)\s*\d+"
    r"|(?:temps de lecture|tiempo de lectura|lesezeit|tempo di lettura|tempo de leitura|время чтения|час читання|"
    r"czas czytania|okuma süresi|읽는 시간)\s?[:：]?\s?.{0,6}\d.{0,12}"
    r"|(?:views?|просмотр\w*|перегляд\w*|조회수?|阅读|浏览)\s*[:：]?\s*[\d.,]+\s?[kKmM]?|"
    r"\d[\d.,]*\s+(?:просмотр\w*|перегляд\w*|коммент\w*))\.?",
    re.IGNORECASE,
)
_RIGHTS = re.compile(
    r"^\W*(?:(?:©|ⓒ|\(c\)|copyright\b)(?!\s+(?-i:[a-z]))|&copy;|저작권자)|"
    r"^<\s?(?:저작권자|ⓒ)|\ball rights reserved\b\W*$|무단\s?전재|"
    r"版权所有|版權所有|無断転載|"
    r"(?:^|\W)(?:todos los derechos reservados|tous droits réservés|alle rechte vorbehalten|"
    r"все права защищены|усі права захищені|wszelkie prawa zastrzeżone)",
    re.IGNORECASE,
)
_FIRST_PUBLISHED = re.compile(
    r"^(?:the (?:post|entry|article|story)\b.{3,300}\b(?:(?:was )?(?:first )?(?:published|"
    r"appeared)(?: first)? (?:in|on|at|by)|first appeared)\b"
    r"|(?:this|the) (?:article|story|post|report|piece|content)\b.{0,60}\b(?:(?:was|were|is|"
    r"has been) )?(?:first|originally|previously) "
    r"(?:published|appeared|posted)\b|(?:first|originally) published (?:in|on|at|by)\b|"
    r"la entrada\b.{3,300}\b(?:se publicó primero|aparece primero)"
    r"|o post\b.{3,300}\bapareceu primeiro|l['’]article\b.{3,300}\best apparu en premier|"
    r"der beitrag\b.{3,300}\berschien zuerst"
    r"|l['’]articolo\b.{3,300}\bproviene da|сообщение\b.{3,300}\bпоявились? сначала|"
    r"запись\b.{3,300}\bвпервые появилась)",
    re.IGNORECASE | re.DOTALL,
)
_CONSENT = (
    re.compile(r"\bterms (?:of|and|&) (?:use|service|conditions|sale)\b", re.IGNORECASE),
    re.compile(r"\bprivacy (?:policy|notice|statement)\b", re.IGNORECASE),
)
_ADDRESSING = frozenset(words_file("addressing"))
_SEPARATOR = re.compile(r"\s*[|›»•·/>→▸⟩]\s*|\s+[-–—]\s+|\t+|\s{3,}|,\s+(?=#)")


def _lists() -> dict[str, dict[str, object]]:
    return cast("dict[str, dict[str, object]]", data_file("furniture.toml"))


@cache
def _phrases() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Phrases by their first word, longest first, each with its reason."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for name, entry in _lists().items():
        if name != "endings":
            for phrase in _strings(entry, "phrases"):
                if words := words_of(phrase):
                    found[words[0]].append((words, str(entry["reason"])))
    return {first: tuple(sorted(group, key=lambda item: -len(item[0]))) for first, group in found.items()}


@cache
def _openings(name: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Openings of one list by their first word."""
    found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for phrase in _strings(_lists()[name], "openings"):
        if words := words_of(phrase):
            found[words[0]].append(words)
    return {first: tuple(group) for first, group in found.items()}


@cache
def _endings() -> frozenset[tuple[str, ...]]:
    return frozenset(words_of(phrase) for phrase in _strings(_lists()["endings"], "phrases"))


def _strings(entry: dict[str, object], key: str) -> list[str]:
    values = entry.get(key, [])
    return [str(value) for value in values] if isinstance(values, list) else []


def covered(words: tuple[str, ...]) -> str | None:
    """The reason of the longest phrase, where phrases of the lists cover all the words one after the other."""
    if not words or len(words) > _MOST_COVERED:
        return None
    reached: dict[int, tuple[int, str]] = {0: (0, "")}
    for start in range(len(words)):
        if start not in reached:
            continue
        for phrase, reason in _phrases().get(words[start], ()):
            if words[start : start + len(phrase)] == phrase:
                best = max(reached[start], (len(phrase), reason), key=lambda item: item[0])
                end = start + len(phrase)
                reached[end] = max(reached.get(end, (0, "")), best, key=lambda item: item[0])
    return reached[len(words)][1] if len(words) in reached else None


def navigation_prefix(words: tuple[str, ...]) -> int:
    """How many of the first words are menu entries, where the line opens with the word for a home page; else 0."""
    if not words or words[0] not in _HOME:
        return 0
    count = 0
    while count < len(words) and covered((words[count],)):
        count += 1
    return count if count > 1 else 0


_HOME = frozenset(words_file("home"))


def opens_with(line: Line, name: str) -> int:
    """How many words of the named list's openings the line begins with; 0 where none fits."""
    if not line.words:
        return 0
    fitting = (phrase for phrase in _openings(name).get(line.words[0], ()) if line.words[: len(phrase)] == phrase)
    return max(map(len, fitting), default=0)


def ending_share(line: Line) -> float | None:
    """What share of the running text must stand before a line that opens another part of the page; None if it does
    not."""
    if line.size > 8 or line.text.endswith(".") or line.words not in _endings():
        return None
    return 0.3 if covered(line.words) == _lists()["comments"]["reason"] else 0.6


def why_furniture(line: Line) -> str | None:
    """The reason for which the line by itself, wherever it stands, is no part of a report; None if there is none."""
    for rule in (
        _signs_only,
        _left_by_the_page,
        _counts,
        _covered_line,
        _rights,
        _consent,
        _published_elsewhere,
        _prompt,
        _teaser,
        _row_of_links,
    ):
        if reason := rule(line):
            return reason
    return None


def _signs_only(line: Line) -> str | None:
    return None if line.words else "holds no words, only figures or signs"


def _left_by_the_page(line: Line) -> str | None:
    if _ADDRESS.fullmatch(line.text):
        return "nothing but addresses, handles or tags"
    if line.size <= 3 and _IDENTIFIER.fullmatch(line.text):
        return "an identifier or file name left by the page"
    return None


def _counts(line: Line) -> str | None:
    return "counts views, comments or reading time" if _COUNTED.fullmatch(line.text.strip(" |•·-")) else None


def _covered_line(line: Line) -> str | None:
    return None if line.quoted else covered(line.words)


def _rights(line: Line) -> str | None:
    noticed = _RIGHTS.search(line.text) or (
        line.size <= _SHORT_NOTICE and "all rights reserved" in line.text.casefold()
    )
    return "rights notice" if line.size <= _MOST_PROMPTED and noticed else None


def _consent(line: Line) -> str | None:
    """The terms and the privacy policy in one line: nobody reports on both."""
    both = line.size <= _MOST_PROMPTED and all(words.search(line.text) for words in _CONSENT)
    return "asks to agree to the terms of the page" if both and not line.quoted else None


def _published_elsewhere(line: Line) -> str | None:
    return "says where the report was first published" if _FIRST_PUBLISHED.match(line.text) else None


def _prompt(line: Line) -> str | None:
    if line.quoted or line.size > _MOST_PROMPTED or not opens_with(line, "prompts"):
        return None
    if line.ends_sentence and line.glue and _ADDRESSING.isdisjoint(line.words):
        return None
    return str(_lists()["prompts"]["reason"])


def _teaser(line: Line) -> str | None:
    """One word ("Related") needs a colon after it, for a sentence may begin so; a phrase needs only to be no
    sentence."""
    count = opens_with(line, "teasers")
    if line.quoted or not count or line.size > 30:
        return None
    marked = re.match(r"\W*(?:[^\W_]+[\s'’]+){0,4}[^\W_]+\s*[:：|»>→]", line.text) is not None
    if marked and len(words_of(re.split("[:：|»>→]", line.text, maxsplit=1)[0])) == count:
        return str(_lists()["teasers"]["reason"])
    return str(_lists()["teasers"]["reason"]) if count > 1 and not line.ends_sentence else None


def _row_of_links(line: Line) -> str | None:
    """At least three short entries between separators, none of which reads as text."""
    entries = [entry for entry in _SEPARATOR.split(line.text) if entry]
    if len(entries) < 3 or line.ends_sentence or line.glue > 1 or any(map(str.isdigit, line.text)):
        return None
    short = sum(len(words_of(entry, figures=True)) <= 3 for entry in entries)
    return "a row of short entries, as menus are" if short == len(entries) else None
