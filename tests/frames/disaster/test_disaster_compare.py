"""When two propositions on a disaster are against each other: a false conflict makes a dispute that nobody has."""

from dataclasses import replace

import pytest
from tests.frames.test_frame_compare import AGREES, CANNOT_TELL, CONFLICTS, kind

from counterclaim.frames import ComparisonKind, Context
from counterclaim.model import Argument, EntityKind, Proposition, Ref, Value

MONDAY, TUESDAY = "2031-05-05", "2031-05-06"
SAME_DAY = Context(moments=(MONDAY, MONDAY))
REFS = {"place", "actor"}


def prop(frame: str, *, negated: bool = False, when: str | None = None, **roles: str | int) -> Proposition:
    values: dict[str, Value] = {r: Ref(str(v), str(v), None) if r in REFS else v for r, v in roles.items()}
    return Proposition(frame, tuple(Argument(r, v) for r, v in values.items()), negated=negated, when=when)


def toll(quantity: str, low: int | None, high: int | None, kind: str = "dead", **more: str) -> Proposition:
    bounds = {role: value for role, value in (("min", low), ("max", high)) if value is not None}
    return prop("toll", **{"kind": kind, "quantity": quantity, "place": "Karsh", "event": "quake", **bounds, **more})


def measured(quantity: str, value: str, scale: str = "magnitude", **more: str) -> Proposition:
    number = {"value": value}
    return prop(
        "magnitude", **{"event": "quake", "scale": scale, "quantity": quantity, "place": "Karsh"} | number | more
    )


def cause(*, negated: bool = False, **roles: str) -> Proposition:
    return prop("cause", negated=negated, **{"event": "collapse", "place": "Karsh"} | roles)


FORTY, SIXTY, AT_LEAST = toll("40", 40, 40), toll("60", 60, 60), toll("at least 40", 40, None)
UP_TO = toll("up to 30", None, 30)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (FORTY, SIXTY, CONFLICTS),
        (FORTY, FORTY, AGREES),
        (AT_LEAST, FORTY, AGREES),
        (AT_LEAST, SIXTY, CANNOT_TELL),
        (AT_LEAST, UP_TO, CONFLICTS),
        (toll("about 40", 40, 40), toll("43", 43, 43), CANNOT_TELL),
        (toll("dozens", None, None), SIXTY, CANNOT_TELL),
        (FORTY, toll("60", 60, 60, kind="injured"), None),
        (FORTY, toll("60", 60, 60, event="flood"), None),
        (FORTY, toll("60", 60, 60, place="Dolenska"), None),
        (measured("6.8", "6.8"), measured("7.1", "7.1"), CONFLICTS),
        (measured("6.8", "6.8"), measured("6.8", "6.8"), AGREES),
        # The pupils among the dead are not all of them, nor are the bodies that one hospital has received.
        (toll("34 of them", 34, 34), SIXTY, None),
        (toll("of whom six", 6, 6), SIXTY, None),
        (toll("22 bodies", 22, 22), SIXTY, None),
        (toll("22 bodies", 22, 22), toll("22 bodies", 22, 22), AGREES),
        (measured("7", "7"), measured("7.1", "7.1"), CONFLICTS),
        (measured("7", "7"), measured("8.2 metres", "8.2", scale="height"), None),
        (measured("180 km/h", "180", scale="speed"), measured("112 mph", "112", scale="speed"), AGREES),
        (measured("180 km/h", "180", scale="speed"), measured("180 mph", "180", scale="speed"), CONFLICTS),
        (measured("up to 180 km/h", "180", scale="speed"), measured("160 km/h", "160", scale="speed"), CANNOT_TELL),
        (cause(cause="poor maintenance"), cause(cause="heavy rain"), CONFLICTS),
        (cause(cause="heavy rain"), cause(cause="days of rain"), AGREES),
        (cause(cause="sabotage"), cause(cause="sabotage", negated=True), CONFLICTS),
        (cause(cause="heavy rain"), cause(cause="sabotage", negated=True), None),
        (cause(cause="short circuit"), cause(cause="faulty wiring"), CANNOT_TELL),
        (cause(cause="gas"), cause(cause="an outburst of methane"), AGREES),
        (cause(cause="gas"), cause(cause="a faulty valve"), CANNOT_TELL),
        (cause(cause="gas"), cause(cause="a decade of bought inspections"), CANNOT_TELL),
        (cause(cause="gas"), cause(cause="a bomb"), CONFLICTS),
        (cause(actor="Marel Water"), cause(actor="Duna Works"), CONFLICTS),
        (cause(actor="Marel Water"), cause(actor="operator"), CANNOT_TELL),
        (cause(actor="contractor"), cause(cause="heavy rain"), CONFLICTS),
        (cause(actor="contractor"), cause(cause="negligence"), CANNOT_TELL),
        (cause(cause="heavy rain"), cause(cause="arson", event="fire"), None),
        (cause(cause="heavy rain"), FORTY, None),
    ],
)
def test_how_two_of_one_day_stand(a: Proposition, b: Proposition, expected: ComparisonKind | None) -> None:
    assert kind(a, b, SAME_DAY) is expected
    assert kind(b, a, SAME_DAY) is expected


def test_a_toll_of_the_next_day_is_no_contradiction() -> None:
    """Counts grow while the place is searched; a reader must not be told that the first one was disputed."""
    assert kind(FORTY, SIXTY, Context(moments=(MONDAY, TUESDAY))) is None


def test_two_quakes_at_one_place_are_two() -> None:
    first, second = (measured("6.8", "6.8"), measured("7.1", "7.1"))
    dated = [Proposition(p.frame, p.arguments, when=day) for p, day in ((first, "2029-01-03"), (second, MONDAY))]
    assert kind(*dated, SAME_DAY) is None


UNTIL_MONDAY = {"when": f"../{MONDAY}"}


@pytest.mark.parametrize(
    ("by_monday", "later", "expected"),
    [(FORTY, SIXTY, None), (SIXTY, FORTY, CONFLICTS), (AT_LEAST, UP_TO, CONFLICTS), (UP_TO, AT_LEAST, None)],
)
def test_a_count_taken_by_monday_is_that_of_monday(
    by_monday: Proposition, later: Proposition, expected: ComparisonKind | None
) -> None:
    """Else a governor who looks back on Monday's dead is set against today's; but the dead do not grow fewer."""
    told = Context(moments=(TUESDAY, TUESDAY))
    assert kind(replace(by_monday, **UNTIL_MONDAY), later, told) is expected
    assert kind(later, replace(by_monday, **UNTIL_MONDAY), told) is expected


def test_one_claimants_counts_of_two_days_are_compared() -> None:
    """Else nothing says that the governor raised his figure."""
    assert kind(replace(FORTY, **UNTIL_MONDAY), SIXTY, Context(moments=(TUESDAY, TUESDAY), at_once=True)) is CONFLICTS


def test_the_builder_and_his_firm_may_be_one():
    person, firm, other = (
        replace(
            cause(),
            arguments=(
                *cause().arguments,
                Argument("actor", Ref(name, name, name.lower(), EntityKind(sort))),
            ),
        )
        for name, sort in (("Ole Vesk", "person"), ("Vesk Building", "organization"), ("Karsh Council", "organization"))
    )
    assert kind(person, firm, SAME_DAY) is CANNOT_TELL
    assert kind(firm, other, SAME_DAY) is CONFLICTS


@pytest.mark.parametrize(("blamed", "expected"), [("saboteurs", CONFLICTS), ("the owner", CANNOT_TELL)])
def test_who_meant_it_is_no_leak_but_an_owner_may_have_let_it_leak(blamed, expected):
    by = replace(cause(), arguments=(*cause().arguments, Argument("actor", Ref(blamed, blamed))))
    assert kind(by, cause(cause="a leak in a pipe"), SAME_DAY) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("gas", "ignition of methane in a gallery", AGREES),
        ("a cloudburst", "heavy rains", AGREES),
        ("one of its pylons", "one side had been loaded", None),
    ],
)
def test_words_for_one_cause(one, other, expected):
    assert kind(cause(cause=one), cause(cause=other, negated=expected is None), SAME_DAY) is expected
