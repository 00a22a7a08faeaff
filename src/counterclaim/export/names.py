"""What things are called outside the ledger: IRIs of records, and days of claims.

Enter records; leave words that hold wherever the file is opened. Nothing is refused.
"""

from urllib.parse import quote

from counterclaim.export.wanted import What
from counterclaim.model import Claim
from counterclaim.times import bounds

# A namespace of our own, not registered: the ids are hashes of content, so they need no registry to be unique.
_URN = "urn:counterclaim:"


def iri(base: str | None, what: What, record_id: str) -> str:
    """The IRI of a record: an address under the base where there is one (`BASE/claims/c-…`), else a URN."""
    name = quote(record_id, safe=":")  # ids of places are those of a gazetteer, which may be the user's own
    return f"{base.rstrip('/')}/{what}/{name}" if base else f"{_URN}{name}"


def term(name: str) -> str:
    """The IRI of a word of our own vocabulary."""
    return f"{_URN}term:{name}"


def days(edtf: str | None) -> tuple[str | None, str | None]:
    """The first and the last day that the time allows, ISO 8601; None where it leaves that open."""
    first, last = bounds(edtf) if edtf else (None, None)
    return (first.isoformat() if first else None, last.isoformat() if last else None)


def said_on(claim: Claim) -> str | None:
    """When it was said, as far as that is known: by the sentence, else by the date of the report. EDTF."""
    return claim.said or claim.published
