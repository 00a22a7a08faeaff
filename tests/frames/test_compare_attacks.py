"""Two attacks against each other: without these, a denial of one clears or charges somebody with another."""

import pytest

from counterclaim.frames import ComparisonKind, Context, compare
from counterclaim.model import Argument, Proposition, Ref, Value

AGREES, CONFLICTS, CANNOT_TELL = ComparisonKind


def prop(frame: str, *, negated: bool = False, **roles: str) -> Proposition:
    named = ("place", "actor", "holder")
    values: dict[str, Value] = {r: Ref(v, v, v.lower()) if r in named else v for r, v in roles.items()}
    return Proposition(frame, tuple(Argument(role, value) for role, value in values.items()), negated=negated)


def attack(kind: str, *, negated: bool = False, **roles: str) -> Proposition:
    return prop("attack", negated=negated, kind=kind, place="Karsh", **roles)


def behind(target: str, **roles: str) -> Proposition:
    return prop("responsibility", event=f"strike on the {target}", kind="strike", place="Karsh", **roles)


def kind(a: Proposition, b: Proposition, days: tuple[str, str] = ("2031-04-02", "2031-04-02")) -> ComparisonKind | None:
    found, turned = compare(a, b, Context(moments=days)), compare(b, a, Context(moments=(days[1], days[0])))
    assert (found.kind if found else None) is (turned.kind if turned else None)
    return found.kind if found else None


STRUCK = attack("strike", actor="Tarvia", target="hospital")
FIRED_ON = attack("assault", actor="Tarvia", target="market")
DENIED = attack("strike", actor="Tarvia", target="hospital", negated=True)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (DENIED, STRUCK, CONFLICTS),
        (DENIED, attack("strike", actor="Tarvia"), CONFLICTS),
        # "No bomb fell on the market", and whose bomb it was; but not who blew it up.
        (attack("strike", target="market", negated=True), behind("market", cause="stray bomb"), CONFLICTS),
        (attack("strike", target="market", negated=True), behind("market", actor="Orvenia"), None),
        (attack("strike", target="market", negated=True), behind("mill", cause="stray bomb"), None),
        (DENIED, attack("shelling", actor="Tarvia", target="hospital"), CONFLICTS),
        (DENIED, attack("shelling", actor="Tarvia"), None),  # shells on the town are no strike on its hospital
        (
            prop(
                "responsibility", event="strike on the mill", kind="strike", actor="Tarvia", place="Karsh", negated=True
            ),
            attack("shelling", actor="Tarvia"),
            None,
        ),
        (
            attack("assault", actor="Tarvia", target="market"),
            attack("shelling", actor="Tarvia", target="market"),
            AGREES,
        ),
        (
            attack("assault", actor="Tarvia", target="market", negated=True),
            attack("strike", actor="Tarvia", target="market"),
            CONFLICTS,
        ),  # "did not fire on the market"
        (attack("assault", actor="Tarvia"), attack("shelling", actor="Tarvia"), None),
        (STRUCK, attack("shelling", actor="Tarvia"), CANNOT_TELL),  # a drone on the hospital, and shells on the town
        (DENIED, attack("shelling", actor="Tarvia", negated=True), None),
        (
            attack("strike", actor="Tarvia", target="depot"),
            attack("strike", actor="Tarvia", target="targets"),
            CANNOT_TELL,
        ),
    ],
)
def test_one_attack_or_two(a, b, expected):
    assert kind(a, b) is expected


def test_two_culprits_for_one_target_are_against_each_other_days_later_too():
    ours, theirs = (
        attack("strike", actor="Tarvia", target="hospital"),
        attack("shelling", actor="Orvenia", target="hospital"),
    )
    assert kind(ours, theirs, ("2031-04-02", "2031-04-04")) is CONFLICTS
    town = attack("strike", actor="Tarvia"), attack("shelling", actor="Orvenia")
    assert kind(*town, ("2031-04-02", "2031-04-04")) is CANNOT_TELL


def test_a_plan_that_is_laid_to_one_party_twice_is_one():
    plan = prop("aim", actor="Tarvia", purpose="to blow up the dam")
    assert kind(plan, prop("aim", actor="Tarvia", purpose="blow up the dam")) is AGREES
    assert kind(plan, prop("aim", actor="Tarvia", purpose="to blow up the dam", negated=True)) is CONFLICTS
    assert kind(plan, prop("aim", actor="Orvenia", purpose="to blow up the dam")) is None
    assert kind(plan, prop("aim", actor="Tarvia", purpose="to win time")) is None


FELL = prop("control", place="Karsh", extent="none", change="lost")
NOT_FALLEN = prop("control", place="Karsh", extent="none", change="lost", negated=True)
TAKEN = prop("control", place="Karsh", holder="Tarvia", extent="full", change="gained")
NOT_TAKEN = prop("control", place="Karsh", holder="Tarvia", extent="full", change="gained", negated=True)
WEST_TAKEN = prop("control", place="Karsh", holder="Tarvia", extent="partial", part="west", change="gained")
LOST = prop("control", place="Karsh", holder="Orvenia", extent="none", change="lost")


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (NOT_FALLEN, TAKEN, CONFLICTS),
        (FELL, TAKEN, AGREES),
        (NOT_FALLEN, NOT_TAKEN, AGREES),
        (FELL, NOT_TAKEN, CONFLICTS),
        (LOST, NOT_TAKEN, CONFLICTS),  # "we have lost it", "it is not true that they retook it"
        (
            NOT_FALLEN,
            prop("control", place="Karsh", holder="Tarvia", extent="partial", part="west", change="gained"),
            None,
        ),
        (
            prop("control", place="Karsh", holder="mutineers", extent="full"),
            prop("control", place="Karsh", holder="Mutinous soldiers in Tarvia", extent="full", change="gained"),
            None,
        ),
    ],
)
def test_a_town_that_fell(a, b, expected):
    assert kind(a, b) is expected


def test_a_quiet_night_is_not_against_the_shelling_of_the_day_before() -> None:
    """But who denies that his own side shelled the town answers what was said of it before."""
    shelled, quiet = attack("shelling", actor="Tarvia"), attack("shelling", negated=True)
    assert kind(shelled, quiet, ("2031-04-02", "2031-04-03")) is None
    assert kind(shelled, quiet) is CONFLICTS
    assert kind(shelled, attack("shelling", actor="Tarvia", negated=True), ("2031-04-02", "2031-04-03")) is CONFLICTS


def test_two_who_deny_one_attack_say_the_same() -> None:
    """Of which nobody says whose it was; but "no shelling" in general, twice, may be of two days."""
    none = attack("strike", target="market", negated=True)
    assert kind(none, attack("strike", target="market", negated=True)) is AGREES
    assert kind(none, attack("strike", target="mill", negated=True)) is None
    assert kind(attack("shelling", negated=True), attack("shelling", negated=True)) is None
