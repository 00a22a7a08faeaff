"""What a person says of claims, carried out on what the machine read: corrected claims, their state, and what became of
each decision.

Enter the claims of one report as the machine read them, and decisions, oldest first; leave the same claims as decided.
Nothing here knows the ledger; nothing is refused but what no pack of frames allows, before it is decided.
"""

from counterclaim.review.keys import Match, key_of, matched
from counterclaim.review.standing import Decided, carry_out
from counterclaim.review.wording import changed_fields

__all__ = ["Decided", "Match", "carry_out", "changed_fields", "key_of", "matched"]
