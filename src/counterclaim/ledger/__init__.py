"""The store: one SQLite file that holds every article, claim and relation, and answers typed questions.

Enter `Reading`s; leave records with the ledger's own entity ids. Refused: files that are no ledger or of a newer
program. `docs/ledger.md` lists the tables.
"""

from counterclaim.ledger.filters import EVERYTHING, ClaimFilter
from counterclaim.ledger.ledger import Ledger, open_ledger
from counterclaim.ledger.queries import (
    Placed,
    article,
    articles,
    claim,
    claims,
    claims_of,
    disputes,
    entities,
    entity,
    mentions,
    origins,
    problems,
    relations,
    versions,
)
from counterclaim.ledger.store import Store

__all__ = [
    "EVERYTHING", "ClaimFilter", "Ledger", "Placed", "Store", "article", "articles", "claim", "claims", "claims_of",
    "disputes", "entities", "entity", "mentions", "open_ledger", "origins", "problems", "relations", "versions",
]  # fmt: skip
