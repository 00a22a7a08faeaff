"""A ledger → JSON Lines and CSV, one kind of record at a time, in the shape that `docs/export.md` gives.

Enters an open ledger; leaves text on a stream, written as it is read, so that memory does not grow. Refused:
unknown kinds and formats.
"""

from typing import TextIO, TypeVar

from counterclaim.errors import InputError
from counterclaim.export.formats import Format, write_csv, write_jsonl
from counterclaim.export.shapes import Ground, What, claim_shape, entity_shape, proposition_shape, shapes
from counterclaim.ledger.store import Store

Kind = TypeVar("Kind", What, Format)


def export(
    store: Store,
    what: What | str,
    form: Format | str,
    stream: TextIO,
    *,
    min_confidence: float | None = None,
    reviewed_only: bool = False,
) -> int:
    """Write every record of one kind; how many were written. For CSV, open the stream with `newline=""`.

    Where `min_confidence` is given, claims below it are left out, with the relations and sides of disputes that need
    them; `reviewed_only` leaves those that a person has accepted or corrected.

    Raises:
        InputError: there is no such kind or format, or `min_confidence` is none, or is asked of another kind.
    """
    return export_on(store, what, form, stream, Ground(min_confidence, reviewed_only))


def export_on(store: Store, what: What | str, form: Format | str, stream: TextIO, ground: Ground) -> int:
    """The same on any ground. Raises as `export`."""
    kind, style = _known(What, what), _known(Format, form)
    objects = shapes(store, kind, ground)
    return write_jsonl(objects, stream) if style is Format.JSONL else write_csv(objects, kind, stream)


def _known(kinds: type[Kind], name: str) -> Kind:
    try:
        return kinds(name)
    except ValueError as error:
        raise InputError(f"Nothing is exported as {name!r}", f"Choose one of {', '.join(kinds)}") from error


__all__ = ["Format", "Ground", "What", "claim_shape", "entity_shape", "export", "export_on", "proposition_shape"]
