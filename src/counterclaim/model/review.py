"""What a person has said of a claim or relation, in one word."""

from enum import StrEnum


class Review(StrEnum):
    """What a person has said of a claim or relation. `UNSURE` is an answer: she looked and could not tell.

    `CORRECTED` claims have something that was given by hand; `CORRECTED` relations a kind that the machine did not see.
    """

    UNREVIEWED = "unreviewed"
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"
    UNSURE = "unsure"

    @property
    def vouched(self) -> bool:
        """Does a person stand behind it?"""
        return self in (Review.ACCEPTED, Review.CORRECTED)
