"""Parquet: typed, nested columns for data frames and query engines.

Enters an open `Store`; leaves one file of row groups, written as they are read. Needs pyarrow, which comes with
`pip install counterclaim[parquet]`. Refused: a machine without it.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import IO, Any

from counterclaim.errors import InputError
from counterclaim.export import narrow
from counterclaim.export.shapes import Shape, claim_shape, shapes
from counterclaim.export.wanted import Format, Wanted, What, Written
from counterclaim.ledger.store import Store
from counterclaim.model import Claim, Proposition, Ref, Spans

# As many rows as lie in memory at a time.
GROUP = 10_000
_WORDS, _LIST = "words", "list of words"
_KINDS: Mapping[What, Mapping[str, str]] = {
    What.CLAIMS: {
        "id": _WORDS, "document": _WORDS, "outlet": _WORDS, "claimant": "claimant", "source_spans": "spans",
        "cue_spans": "spans", "content_spans": "spans", "content": _WORDS, "quotation": _WORDS, "speech": "flag",
        "stance": _WORDS, "channel": _WORDS, "relayed_by": _LIST, "said": _WORDS, "propositions": "propositions",
        "confidence": "number", "review": _WORDS, "part": _WORDS,
    },
    What.RELATIONS: dict.fromkeys(("id", "kind", "left", "right", "why"), _WORDS)
    | {"confidence": "number", "review": _WORDS, "machine": _WORDS},
    What.ENTITIES: {
        "id": _WORDS, "name": _WORDS, "kind": _WORDS, "names": _LIST, "roles": _LIST, "side": _WORDS, "lat": "number",
        "lon": "number",
    },
    What.MENTIONS: {
        "document": _WORDS, "span": "span", "kind": _WORDS, "entity": _WORDS, "lat": "number", "lon": "number",
        "surface": _WORDS, "part": _WORDS,
    },
    What.ARTICLES: dict.fromkeys(
        ("document", "outlet", "title", "published", "language", "origin", "credited", "url"), _WORDS
    ) | {"version": "count"},
    What.DISPUTES: {
        "id": _WORDS, "question": _WORDS, "frame": _WORDS, "place": "place", "first": _WORDS, "last": _WORDS,
        "sides": "sides", "relations": _LIST,
    },
    What.ORIGINS: {"id": _WORDS, "credited": _WORDS, "documents": _LIST},
}  # fmt: skip


def write(store: Store, wanted: Wanted, stream: IO[bytes]) -> Written:
    """One file; columns as in JSON Lines, spans as `{start, end}`, the arguments of a proposition as a list.

    Raises:
        InputError: pyarrow is not installed.
    """
    arrow, files = _library()
    schema = _schema(arrow, wanted.what)
    number, rows = 0, _rows(store, wanted)
    with files.ParquetWriter(stream, schema, compression="zstd") as writer:
        while group := list(islice(rows, GROUP)):
            writer.write_table(arrow.Table.from_pylist(group, schema))
            number += len(group)
    return Written(number)


def _library() -> tuple[Any, Any]:
    try:
        import pyarrow
        import pyarrow.parquet as files
    except ImportError as error:
        raise InputError(
            "Parquet files are written by pyarrow, which is not installed",
            "Install it with `pip install 'counterclaim[parquet]'`, or choose jsonl",
        ) from error
    return pyarrow, files


def _schema(arrow: Any, what: What) -> Any:
    words = arrow.string()
    span = arrow.struct([("start", arrow.int64()), ("end", arrow.int64())])
    named = [("id", words), ("name", words)]
    arguments = arrow.struct([("role", words), *named, ("surface", words), ("value", words)])
    propositions = arrow.struct(
        [("frame", words), ("negated", arrow.bool_()), ("modality", words), ("when", words),
         ("arguments", arrow.list_(arguments)), ("evidence", arrow.list_(span))]
    )  # fmt: skip
    sides = arrow.struct(
        [("position", words), ("claimants", arrow.list_(words)), ("voices", arrow.int64()),
         ("claims", arrow.list_(words)), ("reviewed", arrow.int64())]
    )  # fmt: skip
    types = {
        _WORDS: words,
        _LIST: arrow.list_(words),
        "number": arrow.float64(),
        "count": arrow.int64(),
        "flag": arrow.bool_(),
        "span": span,
        "spans": arrow.list_(span),
        "place": arrow.struct(named),
        "claimant": arrow.struct([*named, ("kind", words), ("surface", words)]),
        "propositions": arrow.list_(propositions),
        "sides": arrow.list_(sides),
    }
    return arrow.schema([(name, types[kind]) for name, kind in _KINDS[what].items()])


def _rows(store: Store, wanted: Wanted) -> Iterator[Shape]:
    if wanted.what is What.CLAIMS:
        return map(_claim, narrow.claims(store, wanted, thoughts=True))
    found = shapes(store, wanted.what, wanted)
    return map(_mention, found) if wanted.what is What.MENTIONS else found


def _claim(claim: Claim) -> Shape:
    return claim_shape(claim) | {
        "source_spans": _spans(claim.source_spans),
        "cue_spans": _spans(claim.cue_spans),
        "content_spans": _spans(claim.content_spans),
        "propositions": [_proposition(one) for one in claim.propositions],
        "part": claim.part.value,
    }


def _proposition(found: Proposition) -> Shape:
    arguments = [
        {"role": one.role, "id": one.value.entity, "name": one.value.name, "surface": one.value.surface}
        if isinstance(one.value, Ref)
        else {"role": one.role, "value": str(one.value)}
        for one in found.arguments
        if one.value is not None
    ]
    about = {"frame": found.frame, "negated": found.negated, "modality": found.modality.value, "when": found.when}
    return about | {"arguments": arguments, "evidence": _spans(found.evidence)}


def _mention(shape: Shape) -> Shape:
    start, end = shape["span"]
    return {"part": "text"} | shape | {"span": {"start": start, "end": end}}


def _spans(spans: Spans) -> list[dict[str, int]]:
    return [{"start": span.start, "end": span.end} for span in spans]


def columns(what: What) -> Iterable[str]:
    """The columns of a kind, in order."""
    return _KINDS[what]


FORMAT = Format(
    name="parquet",
    kinds=tuple(_KINDS),
    media="application/vnd.apache.parquet",
    about="typed, nested columns, for data frames; needs counterclaim[parquet]",
    write=write,
    binary=True,
    takes=frozenset({"rejected"}),
)
