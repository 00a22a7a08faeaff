"""Which report is it? Gives an article the name under which the ledger keeps it.

Enters an article as ingested; leaves it under its name in the ledger. A record that names itself is known by that
name. A file, or a line without a name, is known by where it lies: it keeps the name under which it was first read,
and where another one bears that name already, the name gets its folder in front. Nothing is refused.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from counterclaim.ledger.rows import text_hash
from counterclaim.ledger.store import Store
from counterclaim.ledger.writing import stored_path
from counterclaim.model import Article


@dataclass(frozen=True, slots=True)
class Holder:
    """Who bears a name: the article's id, where it was read, and whether its record named it."""

    id: str
    path: str
    line: int | None
    named_itself: bool


def identify(store: Store, article: Article, pending: Mapping[str, Article]) -> Article:
    """The article under its name in the ledger. `pending` are this run's articles that are not written yet, by name."""
    own = _holder(store, article)
    if not own.named_itself and own.path != "-":
        sql = "SELECT document FROM article WHERE path = ? AND line IS ? AND current = 1"
        known = store.value(sql, (own.path, own.line))
        if known is not None:
            return replace(article, document=known)
    return next(named for name in _names(article) if (named := _under(store, article, name, pending)) is not None)


def _under(store: Store, article: Article, name: str, pending: Mapping[str, Article]) -> Article | None:
    """The article under that name; None where another report bears it."""
    named = replace(article, document=name)
    own, other = _holder(store, named), _bearer(store, name, pending)
    if other is None or other.id == named.id or (other.path, other.line) == (own.path, own.line) != ("-", own.line):
        return named
    return named if own.named_itself and other.named_itself else None


def _bearer(store: Store, name: str, pending: Mapping[str, Article]) -> Holder | None:
    if name in pending:
        return _holder(store, pending[name])
    row = store.rows("SELECT id, path, line FROM article WHERE document = ? AND current = 1", (name,)).fetchone()
    return Holder(row["id"], row["path"], row["line"], _names_itself(name, row["line"])) if row else None


def _holder(store: Store, article: Article) -> Holder:
    line = article.provenance.line
    path = stored_path(store, article.provenance.path)
    return Holder(article.id, path, line, _names_itself(article.document, line))


def _names_itself(document: str, line: int | None) -> bool:
    """Lines without a name of their own are called after their file and number."""
    return line is not None and not document.endswith(f":{line}")


def _names(article: Article) -> Iterator[str]:
    """The name as ingested, then with one more folder in front each; at last with a hash of the words."""
    name, path = article.document, article.provenance.path
    yield name
    if path != "-":
        folders = Path(path).resolve().parts[1 : -len(Path(name).parts)]
        for first in reversed(range(len(folders))):
            yield "/".join((*folders[first:], name))
    yield f"{name}-{text_hash(article.text)[:8]}"
    yield f"{name}-{article.id}"
