"""Where things lie in the workbench.

Enter ids and filters; leave addresses below the root, safe to stand in `href`.
"""

from collections.abc import Mapping
from urllib.parse import quote, urlencode

from counterclaim.model import Claim, EntityKind
from counterclaim.report.links import Links, fragment


def address(*parts: str, **query: str | int | float | None) -> str:
    """'/claims?frame=control'; parts that are ids are quoted, what is None or empty is left out."""
    path = "/" + "/".join(quote(part, safe="") for part in parts)
    kept = {name: value for name, value in query.items() if value not in (None, "")}
    return f"{path}?{urlencode(kept)}" if kept else path


def varied(path: str, query: Mapping[str, str], **changes: str | int | None) -> str:
    """The same address with other filters; None removes one, and any change begins with the first page."""
    kept = {name: value for name, value in query.items() if name != "after"} | changes
    return address(*path.strip("/").split("/"), **kept)


class SiteLinks(Links):
    """A page for each thing. `here` is the article that is shown: its own words are on the same page."""

    def __init__(self, here: str | None = None) -> None:
        self.here = here

    def words(self, claim: Claim) -> str:
        """To the marked words in their report."""
        mark = f"#{fragment('w', claim.id)}"
        return mark if claim.article == self.here else self.article(claim.article) + mark

    def entity(self, entity_id: str, kind: EntityKind) -> str:
        """To its page, as a place or as somebody who claims."""
        return address("places" if kind is EntityKind.PLACE else "claimants", entity_id)

    def speaker(self, entity_id: str, kind: EntityKind) -> str:  # noqa: ARG002 - a state speaks as a claimant
        """To its page as somebody who claims."""
        return address("claimants", entity_id)

    def claim(self, claim_id: str) -> str:
        """To the claim and how others stand to it."""
        return address("claims", claim_id)

    def dispute(self, dispute_id: str) -> str:
        """To the dispute."""
        return address("disputes", dispute_id)

    def article(self, article_id: str) -> str:
        """To the report."""
        return address("articles", article_id)
