"""A ledger → files that other tools read: one module a format, all of them listed in `registry`.

Enters an open ledger; leaves text or bytes on a stream, written as it is read, so that memory does not grow. Refused:
unknown kinds and formats, kinds that a format cannot hold, conditions that say nothing of the kind.
"""

import io
from typing import IO, Any

from counterclaim.errors import InputError
from counterclaim.export.narrow import refuse_idle, refuse_unknown
from counterclaim.export.registry import FORMATS, fitting, format_named, kind_named
from counterclaim.export.shapes import claim_shape, entity_shape, proposition_shape
from counterclaim.export.wanted import Format, Wanted, What, Written
from counterclaim.ledger.store import Store


def export(
    store: Store,
    what: What | str,
    form: Format | str,
    stream: IO[Any],
    *,
    min_confidence: float | None = None,
    reviewed_only: bool = False,
) -> int:
    """Write every record of one kind; how many were written.

    Open the stream for bytes where the format's `binary` says so, else for text, for CSV with `newline=""`. Where
    `min_confidence` is given, claims below it are left out, with the relations and sides of disputes that need them;
    `reviewed_only` leaves those that a person has accepted or corrected.

    Raises:
        InputError: there is no such kind or format, the one cannot hold the other, or `min_confidence` is none, or is
            asked of another kind.
    """
    wanted = Wanted(kind_named(what), min_confidence, reviewed_only=reviewed_only)
    return write(store, form, wanted, stream).records


def write(store: Store, form: Format | str, wanted: Wanted, stream: IO[Any]) -> Written:
    """Write what is wanted; how much was written, and what is to be known of the rest.

    Raises:
        InputError: as in `export`.
        NotFoundError: the place or the dispute is not there.
    """
    style = format_named(form) if isinstance(form, str) else form
    refuse(store, style, wanted)
    if style.binary and isinstance(stream, io.TextIOBase):
        raise InputError(f"{style.name} is written as bytes", "Open the stream in the mode 'wb'")
    return style.write(store, wanted, stream)


def refuse(store: Store, style: Format, wanted: Wanted) -> None:
    """All that can be refused before anything is written.

    Raises:
        InputError: as in `export`.
        NotFoundError: the place or the dispute is not there.
    """
    fitting(style, wanted)
    refuse_idle(wanted)
    refuse_unknown(store, wanted)


__all__ = [
    "FORMATS", "Format", "Wanted", "What", "Written", "claim_shape", "entity_shape", "export", "format_named",
    "kind_named", "proposition_shape", "refuse", "write",
]  # fmt: skip
