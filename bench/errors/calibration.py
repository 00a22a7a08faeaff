"""Is a confidence what it says? Of the claims read with 0.7, are seven in ten right?

Enter claims with their confidence and whether the scorer counts them as right; leave bands and the expected
calibration error (ECE; Guo et al. 2017): Σ over bands of (claims in the band / all claims) · |share right − mean
confidence|, over ten bands of equal width.
"""

from collections.abc import Iterable
from dataclasses import dataclass

BANDS = 10


@dataclass(frozen=True, slots=True)
class Judged:
    """One exported claim: its confidence, 0 to 1, and whether the scorer counts it as right."""

    confidence: float
    right: bool


@dataclass(frozen=True, slots=True)
class Band:
    """Claims whose confidence lies in `[low, high)`; the last band holds 1. Shares are 0 to 1."""

    low: float
    high: float
    claims: int
    confidence: float
    right: float


def bands(judged: Iterable[Judged]) -> tuple[Band, ...]:
    """The bands that hold claims, lowest first."""
    held: list[list[Judged]] = [[] for _ in range(BANDS)]
    for one in judged:
        held[min(int(one.confidence * BANDS), BANDS - 1)].append(one)
    return tuple(
        Band(
            low=number / BANDS,
            high=(number + 1) / BANDS,
            claims=len(found),
            confidence=sum(one.confidence for one in found) / len(found),
            right=sum(one.right for one in found) / len(found),
        )
        for number, found in enumerate(held)
        if found
    )


def calibration_error(found: Iterable[Band]) -> float:
    """The expected calibration error, 0 (says what it means) to 1; 0 where there are no claims."""
    known = tuple(found)
    total = sum(band.claims for band in known)
    return sum(band.claims * abs(band.right - band.confidence) for band in known) / max(total, 1)
