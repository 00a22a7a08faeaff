"""One line of JSON → the fields of an article, whichever of the known tools wrote it.

Enters the bytes of a line; leaves `Fields`. Known are our own names and those of trafilatura (`--json`), news-please
and fundus. Refused, with an `Unreadable`: what is not a JSON object, has no text, or has a field of a type that the
field cannot have.
"""

import json
from dataclasses import dataclass

from counterclaim.ingest.decode import Unreadable

# The first name that has a value counts. maintext is news-please's cleaned body, beside which its text may hold
# something else.
_TEXT = ("maintext", "text", "plaintext", "body", "raw_text", "content")
_TITLE = ("title", "headline", "title_page")
_OUTLET = ("outlet", "sitename", "source-hostname", "publisher", "source_domain", "hostname")
_PUBLISHED = ("published", "date_publish", "publishing_date", "date", "date_published", "publish_date")
_URL = ("url", "source", "responded_url", "requested_url", "link")
_LANGUAGE = ("language", "lang")
_BYLINE = ("byline", "author", "authors")
_DOCUMENT = ("document",)


@dataclass(frozen=True, slots=True)
class Fields:
    """What one line says. `published` is as written; `subheads` are section headings that the line marks as such."""

    text: str
    document: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    byline: str | None = None
    subheads: frozenset[str] = frozenset()


def fields_of(raw: bytes) -> Fields:
    """The fields of one line.

    Raises:
        Unreadable: the line is no article.
    """
    row = _object(raw)
    text, subheads = _body(row)
    html = row.get("html")
    page = html if isinstance(html, dict) else {}
    return Fields(
        text=text,
        document=_string(row, _DOCUMENT),
        title=_string(row, _TITLE),
        outlet=_string(row, _OUTLET) or _nested(page, "source_info", "publisher"),
        published=_string(row, _PUBLISHED),
        url=_string(row, _URL) or _string(page, _URL),
        language=_string(row, _LANGUAGE),
        byline=_names(row),
        subheads=subheads,
    )


def _object(raw: bytes) -> dict[str, object]:
    try:
        row = json.loads(raw.decode("utf-8"), parse_constant=_no_constant)
    except UnicodeDecodeError as error:
        raise Unreadable(f"the line is not UTF-8 at byte {error.start}", "Write the file again as UTF-8.") from error
    except RecursionError as error:
        raise Unreadable("the line is nested too deep", "Write one flat object a line.") from error
    except ValueError as error:
        message = error.msg if isinstance(error, json.JSONDecodeError) else str(error)
        raise Unreadable(f"the line is not JSON: {message}", "Write one JSON object a line.") from error
    if not isinstance(row, dict):
        raise Unreadable("the line is not a JSON object", "Write one JSON object a line, with at least text.")
    return row


def _no_constant(name: str) -> object:
    raise ValueError(f"{name} is no JSON value")


def _body(row: dict[str, object]) -> tuple[str, frozenset[str]]:
    """The text as given, or put together from the sections that fundus writes."""
    for name in _TEXT:
        value = row.get(name)
        if isinstance(value, dict) and name == "body":
            text, subheads = _sections(value)
            if text.strip():
                return _sound(text), subheads
            continue
        if value is not None and not isinstance(value, str):
            raise Unreadable(f"the field {name} is {_kind(value)}, not text", "Write the article's text as one string.")
        if value and value.strip():
            return _sound(value), frozenset()
    if any(name in row for name in _TEXT):
        raise Unreadable("the line has an empty text", "Check what wrote the file; empty articles can be left out.")
    raise Unreadable("the line has no text", f"Write the article's text in one of the fields {', '.join(_TEXT[:4])}.")


def _sound(text: str) -> str:
    """JSON can spell half a character, which nothing can write out again."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise Unreadable(
            f"the text holds half a character at offset {error.start}", "Write the file again as UTF-8."
        ) from error
    if "\0" in text:
        raise Unreadable("the text holds NUL characters", "Check what wrote the file.")
    return text


def _sections(body: dict[str, object]) -> tuple[str, frozenset[str]]:
    """fundus's article body: a summary and sections, each with headlines and paragraphs."""
    parts = _list(body.get("summary"))
    subheads: set[str] = set()
    sections = body.get("sections")
    for section in sections if isinstance(sections, list) else []:
        if isinstance(section, dict):
            heads = _list(section.get("headline"))
            subheads.update(heads)
            parts += heads + _list(section.get("paragraphs"))
    return "\n\n".join(parts), frozenset(subheads)


def _list(value: object) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [entry for entry in values if isinstance(entry, str) and entry.strip()]


def _string(row: dict[str, object], names: tuple[str, ...]) -> str | None:
    """The first of the fields that has a value."""
    for name in names:
        value = row.get(name)
        if value is None or value == "":
            continue
        if isinstance(value, int) and not isinstance(value, bool) and names in (_DOCUMENT, _PUBLISHED):
            return str(value)
        if not isinstance(value, str):
            raise Unreadable(
                f"the field {name} is {_kind(value)}, not text", f"Write {name} as a string, or leave it out."
            )
        if value.strip():
            return _sound(value.strip())
    return None


def _names(row: dict[str, object]) -> str | None:
    """Writers are one string or a list of strings."""
    for name in _BYLINE:
        value = row.get(name)
        if isinstance(value, list) and all(isinstance(entry, str) for entry in value):
            if joined := ", ".join(_list(value)):
                return _sound(joined)
        elif value is not None and not isinstance(value, str):
            raise Unreadable(
                f"the field {name} is {_kind(value)}, not names", f"Write {name} as a string or a list of strings."
            )
        elif value and value.strip():
            return _sound(value.strip())
    return None


def _nested(row: dict[str, object], first: str, second: str) -> str | None:
    inner = row.get(first)
    value = inner.get(second) if isinstance(inner, dict) else None
    return value if isinstance(value, str) and value.strip() else None


def _kind(value: object) -> str:
    names = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object"}
    return names.get(type(value), "something else")
