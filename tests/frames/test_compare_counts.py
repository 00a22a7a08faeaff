"""Two counts against each other: a false conflict makes two figures of two days, or of two groups, a dispute."""

import pytest

from counterclaim.frames import ComparisonKind, Context, compare
from counterclaim.model import Argument, Proposition, Ref, Value

AGREES, CONFLICTS, CANNOT_TELL = ComparisonKind
INSIDE = {("market", "karsh"), ("karsh", "durrin province")}


def count(frame: str, low: int | None, high: int | None, *, when: str | None = None, **roles: str) -> Proposition:
    named = {role: Ref(value, value, value.lower()) for role, value in roles.items() if role in ("place", "side")}
    values: dict[str, Value] = {**roles, **named, "quantity": str(low or high), "min": low, "max": high}
    return Proposition(frame, tuple(Argument(role, value) for role, value in values.items()), when=when)


def killed(low: int | None, high: int | None, place: str = "Karsh", **more: str) -> Proposition:
    return count("losses", low, high, kind="killed", place=place, **more)


def dead(low: int | None, high: int | None, place: str, event: str = "quake", kind: str = "dead") -> Proposition:
    return count("toll", low, high, kind=kind, place=place, event=event)


def kind(a: Proposition, b: Proposition, days: tuple[str, str] = ("2031-04-02", "2031-04-02")) -> ComparisonKind | None:
    found = compare(a, b, Context(place_within=lambda inner, outer: (inner, outer) in INSIDE, moments=days))
    mirrored = Context(place_within=lambda inner, outer: (inner, outer) in INSIDE, moments=(days[1], days[0]))
    turned = compare(b, a, mirrored)
    assert (found.kind if found else None) is (turned.kind if turned else None)
    return found.kind if found else None


DAY = {"when": "2031-04-02"}


@pytest.mark.parametrize(
    ("early", "late", "expected"),
    [
        (killed(14, 14, **DAY), killed(17, 17, **DAY), None),  # three more were found
        (killed(17, 17, **DAY), killed(14, 14, **DAY), CONFLICTS),  # the dead do not grow fewer
        (killed(2, 2, **DAY), killed(11, None, **DAY), CONFLICTS),  # five times as many is another view
        (killed(14, 14, side="Tarvia", **DAY), killed(17, 17, side="Tarvia", **DAY), CONFLICTS),
    ],
)
def test_the_dead_of_no_side_grow_by_the_day(early, late, expected):
    assert kind(early, late, ("2031-04-02", "2031-04-04")) is expected


@pytest.mark.parametrize(
    ("some", "all_", "expected"),
    [
        (killed(50, 50, side="civilians"), killed(31, 31), CONFLICTS),  # more civilians than people
        (killed(20, 20, side="civilians"), killed(31, 31), None),
        (killed(17, 17, "Market"), killed(9, 9), CONFLICTS),  # more in the market than in its town
        (killed(9, 9, "Market"), killed(17, 17), None),
        (killed(90, 90, "Market"), killed(9, 9), None),  # hardly of one event
        (killed(17, 17, side="Tarvia"), killed(9, 9), None),
        (dead(190, None, "Karsh"), dead(131, 131, "Durrin Province"), CONFLICTS),
        (dead(100, 100, "Karsh"), dead(131, 131, "Durrin Province"), None),
        (dead(190, None, "Karsh"), dead(None, 2, "Durrin Province"), None),
        (dead(190, None, "Karsh", kind="missing"), dead(131, 131, "Durrin Province", kind="missing"), None),
    ],
)
def test_a_part_holds_no_more_than_the_whole(some, all_, expected):
    assert kind(some, all_) is expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (dead(201, None, "Karsh"), dead(200, 200, "Karsh"), CANNOT_TELL),  # "more than 200" and 200
        (dead(None, 199, "Karsh"), dead(200, 200, "Karsh"), CANNOT_TELL),  # "fewer than 200"
        (dead(12, 12, "Karsh"), dead(13, 13, "Karsh"), CONFLICTS),
        (dead(300, None, "Karsh"), dead(200, 200, "Karsh"), CONFLICTS),
    ],
)
def test_a_round_number_is_not_against_more_than_it(a, b, expected):
    assert kind(a, b) is expected


def test_men_lost_are_no_tanks_lost() -> None:
    """Else "lost 54" is held against the four tanks of a sentence that counts the men besides."""
    men, tanks = count("losses", 54, 54, side="Orvenia"), count("losses", 4, 4, side="Orvenia", kind="equipment")
    assert kind(men, tanks) is None


def test_who_lost_none_lost_none_anywhere() -> None:
    none, some = count("losses", 0, 0, side="Orvenia", kind="killed"), killed(17, 17, side="Orvenia")
    assert kind(none, some) is CONFLICTS
