"""Filters as they stand in an address: which hold, how they are shown, and the address without each.

Enter the query of an address; leaves a `FilterBox`. Empty values are no filters.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from counterclaim.errors import InputError
from counterclaim.ledger import Ledger
from counterclaim.model import Review, Stance
from counterclaim.report.words import review_words, stance_words
from counterclaim.serve.links import varied
from counterclaim.serve.parts import Field, FilterBox, Option

Query = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter that a page offers: its name in the address, what it narrows, an example, its choices."""

    name: str
    label: str
    hint: str = ""
    choices: tuple[tuple[str, str], ...] = ()


WORDS = Filter("q", "Words", '"in quotes" together')
CLAIMANT = Filter("claimant", "Claimant", "a name or id")
PLACE = Filter("place", "Place", "or all inside it")
OUTLET = Filter("outlet", "Outlet")
SINCE = Filter("since", "From day", "2025-03-04 or 2025-03")
UNTIL = Filter("until", "To day", "2025-03-07")
CONFIDENCE = Filter("min_confidence", "Confidence from", "0.6")
STANCE = Filter("stance", "Stance", choices=tuple((stance.value, stance_words(stance)) for stance in Stance))
REVIEW = Filter(
    "review", "Looked at", choices=tuple((one.value, review_words(one) or "not looked at") for one in Review)
)
HIDDEN = {"side": "One side of a dispute", "names": "Naming one body or person"}


def frames(ledger: Ledger) -> Filter:
    """The frames that there are claims with."""
    rows = ledger.rows("SELECT value FROM facet_tally WHERE facet = 'frame' ORDER BY claims DESC, value")
    return Filter("frame", "Kind", choices=tuple((row["value"], row["value"]) for row in rows))


def box(path: str, query: Query, filters: Iterable[Filter], *, error: str = "") -> FilterBox:
    """The filters with what they hold."""
    offered = tuple(filters)
    fields = tuple(_field(one, query.get(one.name, "")) for one in offered)
    labels = {one.name: one.label for one in offered} | HIDDEN
    active = tuple(
        (
            label if name in HIDDEN else f"{label}: {_shown(offered, name, query[name])}",
            varied(path, query, **{name: None}),
        )
        for name, label in labels.items()
        if query.get(name)
    )
    return FilterBox(path, fields, active, error)


def number(query: Query, name: str) -> float | None:
    """A number in the address; None where there is none, or something else."""
    try:
        return float(query[name]) if query.get(name) else None
    except ValueError:
        return None


def _field(one: Filter, value: str) -> Field:
    options = tuple(Option(sent, label, sent == value) for sent, label in one.choices)
    return Field(
        one.name,
        one.label,
        value,
        one.hint,
        options if not options or not options[0].value else (Option("", "any", not value), *options),
    )


def _shown(offered: tuple[Filter, ...], name: str, value: str) -> str:
    choices = next((one.choices for one in offered if one.name == name), ())
    return dict(choices).get(value, value)


def offset(after: str | None) -> int:
    """How many rows were shown before.

    Raises:
        InputError: it is no number.
    """
    if not after:
        return 0
    if not (after.isascii() and after.isdigit() and len(after) < 10):
        raise InputError(f"{after!r} is no place to go on from", "Follow the link that the page gives")
    return int(after)
