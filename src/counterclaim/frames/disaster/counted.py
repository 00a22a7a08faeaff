"""Words beside a number that tell what a count leaves out: "34 of them", "including nine", "22 bodies" that came to one
hospital.

Enters a proposition with its `quantity`; leaves whether it counts some only, who cannot be held against all.
"""

from counterclaim.model import Proposition

OF_THEM, BODIES, OF_WHOM, INCLUDING = "of them", "bodies", "of whom", "including"


def is_some(said: Proposition) -> bool:
    """Is the count one of a part, by its words?"""
    words = str(said.get("quantity"))
    return words.endswith((OF_THEM, BODIES)) or words.startswith((OF_WHOM, INCLUDING))
