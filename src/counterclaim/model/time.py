"""Expressions of time and the interval that each means."""

from dataclasses import dataclass

from counterclaim.model.span import Part, Span


@dataclass(frozen=True, slots=True)
class TimeMention:
    """Words that name a time, and the time as EDTF (ISO 8601-2).

    For example `2023-05-20`, `2023-05-25/2023-06-01`, `../2023-06-01`.

    Parts that cannot be known are masked (`XXXX-05-25`).
    """

    part: Part
    span: Span
    edtf: str
