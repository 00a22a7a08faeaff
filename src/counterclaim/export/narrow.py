"""Claims, relations and disputes of a ledger, narrowed to what is wanted.

Enter an open `Store` and a `Wanted`; leave records, lazily, in the ledger's order. Refused: conditions that say nothing
of the kind, and places and disputes that are not there.
"""

from collections.abc import Iterator

from counterclaim.errors import InputError, NotFoundError
from counterclaim.export.wanted import Wanted, What
from counterclaim.ledger import queries
from counterclaim.ledger.filters import VOUCHED, ClaimFilter, checked, meant_places
from counterclaim.ledger.store import Store
from counterclaim.model import Claim, Dispute, Relation, Review

_BY_CLAIMS = (What.CLAIMS, What.RELATIONS, What.DISPUTES, What.ALL)
_BY_MATTER = (What.CLAIMS, What.DISPUTES)


def refuse_idle(wanted: Wanted) -> None:
    """Does each condition say something of the kind?

    Raises:
        InputError: one does not, two do not go together, or the confidence does not lie in 0 to 1.
    """
    given = (
        ("A least confidence", wanted.min_confidence is not None, _BY_CLAIMS),
        ("A state of review", wanted.reviewed_only, _BY_CLAIMS),
        ("A rejection", wanted.rejected, _BY_CLAIMS),
        ("A place", wanted.place is not None, _BY_MATTER),
        ("A dispute", wanted.dispute is not None, _BY_MATTER),
    )
    for name, asked, kinds in given:
        if asked and wanted.what not in kinds:
            raise InputError(
                f"{name} says nothing of {wanted.what}", f"Leave it out, or choose one of {', '.join(kinds)}"
            )
    in_dispute = wanted.what is What.DISPUTES or wanted.dispute is not None
    if wanted.rejected and (wanted.reviewed_only or in_dispute):
        raise InputError("What is rejected stands in no dispute, and nobody vouches for it", "Leave --rejected out")
    checked(wanted.min_confidence)


def refuse_unknown(store: Store, wanted: Wanted) -> None:
    """Are the place and the dispute there?

    Raises:
        NotFoundError: one is not.
    """
    if wanted.place is not None and not meant_places(store, wanted.place):
        raise NotFoundError(
            f"The ledger has no place {wanted.place!r}", "`counterclaim entities --kind place` lists them"
        )
    if wanted.dispute is not None and not store.value("SELECT 1 FROM dispute WHERE id = ?", (wanted.dispute,)):
        raise NotFoundError(f"No dispute has the id {wanted.dispute}", "`counterclaim disputes` shows the ids")


def claims(store: Store, wanted: Wanted, *, thoughts: bool = False) -> Iterator[Claim]:
    """The claims that are wanted, by document and place in it; thoughts too, where asked for."""
    states = VOUCHED if wanted.reviewed_only else frozenset(Review) if wanted.rejected else None
    conditions = ClaimFilter(
        min_confidence=wanted.min_confidence,
        place=wanted.place,
        dispute=wanted.dispute,
        thoughts=thoughts,
        review=states,
    )
    return queries.claims(store, conditions)


def relations(store: Store, wanted: Wanted) -> Iterator[Relation]:
    """The relations that are wanted."""
    states = {"reviewed_only": wanted.reviewed_only, "rejected": wanted.rejected}
    return queries.relations(store, wanted.min_confidence, **states)


def disputes(store: Store, wanted: Wanted) -> Iterator[Dispute]:
    """The disputes that are wanted, weightiest first; about a place are those about places in it too."""
    places = None if wanted.place is None else meant_places(store, wanted.place)
    for dispute in queries.disputes(store, wanted.min_confidence, reviewed_only=wanted.reviewed_only):
        if wanted.dispute not in (None, dispute.id):
            continue
        if places is None or dispute.place in places:
            yield dispute
