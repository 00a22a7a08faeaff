"""The days between which a claim was made, for filtering by date.

Enters EDTF (ISO 8601-2); leave ISO days, which sort as text, or None at an end that is open or unknown.
"""

Days = tuple[str | None, str | None]


def days(said: str | None, published: str | None) -> Days:
    """First and last day on which the claim can have been made: as said, else as published; else both are None."""
    from counterclaim.times import bounds

    for time in (said, published):
        if time:
            first, last = bounds(time)
            if first or last:
                return first.isoformat() if first else None, last.isoformat() if last else None
    return None, None
