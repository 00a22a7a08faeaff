"""What no frame holds.

Enters a view; leaves one `statement`, with whom and where it speaks of if that is clear.
"""

from counterclaim.frames.force import Force, Phase
from counterclaim.frames.found import found
from counterclaim.frames.view import View
from counterclaim.frames.where import locate
from counterclaim.frames.who import first_party
from counterclaim.model import Proposition


def statement(view: View) -> Proposition | None:
    """The content as a statement; None for content without words."""
    if not view.stretches:
        return None
    stretch = view.stretches[0]
    tokens = stretch.tokens
    subjects = [token for token in tokens if token.dep in ("nsubj", "nsubjpass")][:1]
    top = next((token for token in tokens if stretch.head(token) is token), tokens[0])
    place = locate(view, stretch, [token for token in tokens if stretch.head(token) is token], default=False).place
    return found(
        view, stretch, top, "statement", Force(Phase.DONE), actor=first_party(view, stretch, subjects), place=place
    )
