"""Words beside a number that tell what a count leaves out: "34 of them", "22 bodies" that came to one hospital.

Enter a proposition's `quantity`; leaves whether it counts some of the dead only, who cannot be held against all.
"""

from counterclaim.model import Proposition

OF_THEM, BODIES = "of them", "bodies"


def is_some(said: Proposition) -> bool:
    """Is the count one of a part, by its words?"""
    return str(said.get("quantity")).endswith((OF_THEM, BODIES))
