"""Where the links of what is shown lead.

Enter claims and ids; leave the values of `href` attributes. The report shows all in one document, so its links are
fragments; the workbench has a page for each thing, and links of its own.
"""

import re

from counterclaim.model import Claim, EntityKind


def fragment(prefix: str, identifier: str) -> str:
    """An element id for a record's id: ASCII letters, digits, dashes and underscores, whatever the id holds."""
    return f"{prefix}-{re.sub(r'[^A-Za-z0-9_-]', lambda found: f'_{ord(found[0]):x}_', identifier)}"


class Links:
    """Links within one document."""

    def words(self, claim: Claim) -> str:
        """To the marked words of a claim."""
        return f"#{fragment('w', claim.id)}"

    def entity(self, entity_id: str, kind: EntityKind) -> str:  # noqa: ARG002 - where kinds have pages of their own
        """To what is known of a person, body, group or place."""
        return f"#{fragment('p', entity_id)}"

    def speaker(self, entity_id: str, kind: EntityKind) -> str:
        """To what is known of somebody who claims; a state that speaks is a place too."""
        return self.entity(entity_id, kind)

    def claim(self, claim_id: str) -> str:  # noqa: ARG002 - where claims have pages
        """To how others stand to a claim; empty here, where no claim has a page."""
        return ""

    def dispute(self, dispute_id: str) -> str:
        """To a dispute."""
        return f"#{fragment('d', dispute_id)}"

    def article(self, article_id: str) -> str:
        """To a report."""
        return f"#{fragment('a', article_id)}"
