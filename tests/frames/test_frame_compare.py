"""When two propositions are against each other: a false conflict makes a dispute that nobody has."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.frames import Comparison, ComparisonKind, Context, compare
from counterclaim.model import Argument, Modality, Proposition, Ref, Value

AGREES, CONFLICTS, CANNOT_TELL = ComparisonKind


def ref(name: str) -> Ref:
    return Ref(name, name, name.lower())


def prop(frame: str, *, negated: bool = False, when: str | None = None, **roles: str | int) -> Proposition:
    named = {"place", "holder", "actor", "side", "origin"}
    values: dict[str, Value] = {role: ref(str(v)) if role in named else v for role, v in roles.items()}
    arguments = tuple(Argument(role, value) for role, value in values.items())
    return Proposition(frame, arguments, negated=negated, when=when)


def kind(a: Proposition, b: Proposition, context: Context | None = None) -> ComparisonKind | None:
    found = compare(a, b, context)
    return found.kind if found else None


TAKEN = prop("control", place="Karsh", holder="Tarvia", extent="full", change="gained")
PARTLY = prop("control", place="Karsh", holder="Orvenia", extent="partial", part="west")
DENIED = prop("control", place="Karsh", holder="Tarvia", extent="full", negated=True)
LOST = prop("control", place="Karsh", holder="Orvenia", extent="none", change="lost")
ONGOING = prop("fighting", place="Karsh", status="ongoing")
ENDED = prop("fighting", place="Karsh", status="ended")
RAID = prop("attack", kind="raid", actor="Orvenia", place="Sarn")
RAID_DENIED = prop("responsibility", event="raid on Sarn", actor="Orvenia", place="Sarn", kind="raid", negated=True)
RAID_FRONT = prop("responsibility", event="raid on Sarn", actor="Front", place="Sarn", kind="raid")
LEFT = prop("movement", kind="withdraw", actor="Orvenia", origin="Karsh", status="done")
STAYED = prop("movement", kind="withdraw", actor="Orvenia", origin="Karsh", status="done", negated=True)
TOLL = prop("losses", side="Orvenia", kind="killed", quantity="at least 340", min=340, when="2031-04-04")
LOW_TOLL = prop("losses", side="Orvenia", kind="killed", quantity="fewer than 60", max=60, when="2031-04-04")


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (TAKEN, PARTLY, CONFLICTS),
        (TAKEN, DENIED, CONFLICTS),
        (TAKEN, LOST, AGREES),
        (DENIED, PARTLY, AGREES),
        (TAKEN, ONGOING, CONFLICTS),
        (TAKEN, ENDED, AGREES),
        (PARTLY, ONGOING, None),
        (ONGOING, ENDED, CONFLICTS),
        (ONGOING, ONGOING, AGREES),
        (RAID, RAID_FRONT, CONFLICTS),
        (RAID, RAID_DENIED, CONFLICTS),
        (RAID_FRONT, RAID_DENIED, AGREES),
        (LEFT, STAYED, CONFLICTS),
        (LEFT, PARTLY, CONFLICTS),
        (TOLL, LOW_TOLL, CONFLICTS),
        (prop("statement"), prop("statement"), None),
        (TAKEN, prop("control", place="Mirefield", holder="Orvenia", extent="full"), None),
    ],
)
def test_verdicts(a: Proposition, b: Proposition, expected: ComparisonKind | None) -> None:
    assert kind(a, b) is expected


HOLDS_WEST, HOLDS_STATION, HOLDS_WESTERN = (
    prop("control", place="Karsh", holder="Orvenia", extent="partial", part=part)
    for part in ("west", "station", "western districts")
)
LEFT_STATION = prop("movement", kind="withdraw", actor="Orvenia", origin="Karsh", part="station", status="done")
SHELLING = prop("attack", kind="shelling", place="Karsh")
NOT_US = prop("attack", kind="shelling", actor="Tarvia", place="Karsh", negated=True)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (HOLDS_WEST, HOLDS_STATION, AGREES),  # two parts: some of the town is theirs
        (HOLDS_WEST, HOLDS_WESTERN, AGREES),
        (prop("control", place="Karsh", holder="Orvenia", extent="partial", part="station", negated=True),
         HOLDS_WEST, CANNOT_TELL),  # not at the station, but in the west
        (prop("control", place="Karsh", holder="Tarvia", extent="partial", part="station", negated=True),
         prop("control", place="Karsh", holder="Orvenia", extent="partial"), CANNOT_TELL),
        (LEFT_STATION, HOLDS_WEST, None),  # who has left the station may hold the west
        (LEFT_STATION, HOLDS_STATION, CONFLICTS),
        (LEFT_STATION, LEFT, None),
        (LEFT_STATION, STAYED, None),
        (NOT_US, SHELLING, None),  # that it was not us does not say that nobody did
        (NOT_US, prop("attack", kind="shelling", actor="Tarvia", place="Karsh"), CONFLICTS),
        (prop("attack", kind="shelling", place="Karsh", negated=True), SHELLING, CONFLICTS),
    ],
)  # fmt: skip
def test_a_part_is_not_the_town_and_one_culprit_not_all(
    a: Proposition, b: Proposition, expected: ComparisonKind | None
) -> None:
    """Each of these once made a dispute that nobody had."""
    assert kind(a, b) is expected
    assert kind(b, a) is expected


def test_the_reason_names_both_sides() -> None:
    found = compare(TAKEN, PARTLY)
    assert found == Comparison(
        CONFLICTS, "control of Karsh: wholly held by Tarvia against partly held by Orvenia (west)"
    )


def test_one_and_the_side_that_it_is_on_are_one() -> None:
    """A company's capture agrees with that of the state that it fights for."""
    wolf = prop("control", place="Karsh", holder="Grey Wolf", extent="full")
    sides = Context(side=lambda ref: "Tarvia" if ref.name == "Grey Wolf" else None)
    assert kind(wolf, TAKEN) is CONFLICTS
    assert kind(wolf, TAKEN, sides) is AGREES


def test_who_holds_the_whole_holds_the_parts() -> None:
    within = Context(place_within=lambda inner, outer: (inner, outer) == ("karsh", "sarn"))
    region = prop("control", place="Sarn", holder="Tarvia", extent="full")
    assert kind(region, PARTLY, within) is CONFLICTS
    assert kind(TAKEN, prop("control", place="Sarn", holder="Orvenia", extent="partial"), within) is None


def test_different_times_are_different_matters() -> None:
    early = prop("control", place="Karsh", holder="Orvenia", extent="full", when="2031-01")
    late = prop("control", place="Karsh", holder="Tarvia", extent="full", when="2031-04")
    assert kind(early, late) is None


def test_two_shellings_of_one_town_may_be_two() -> None:
    """Two sides that shell one front-line town do not contradict each other, unless it was one night."""
    ours = prop("attack", kind="shelling", actor="Tarvia", place="Karsh")
    theirs = prop("attack", kind="shelling", actor="Orvenia", place="Karsh")
    assert kind(ours, theirs) is CANNOT_TELL
    assert kind(ours, theirs, Context(moments=("2031-04-04", "2031-04-04"))) is CONFLICTS


def test_vague_and_rounded_tolls_do_not_conflict() -> None:
    dozens = prop("losses", side="Orvenia", kind="killed", quantity="dozens", when="2031-04-04")
    about = prop("losses", side="Orvenia", kind="killed", quantity="about 40", min=40, max=40, when="2031-04-04")
    exact = prop("losses", side="Orvenia", kind="killed", quantity="42", min=42, max=42, when="2031-04-04")
    assert kind(dozens, TOLL) is CANNOT_TELL
    assert kind(about, exact) is CANNOT_TELL
    assert kind(exact, TOLL) is CONFLICTS


def test_plans_for_a_town_are_not_set_against_who_holds_it() -> None:
    planned = Proposition("control", TAKEN.arguments, modality=Modality.PLANNED)
    assert kind(planned, PARTLY) is None


FRAMES = [TAKEN, PARTLY, DENIED, LOST, ONGOING, ENDED, RAID, RAID_DENIED, RAID_FRONT, LEFT, STAYED, TOLL, LOW_TOLL]


@given(st.sampled_from(FRAMES), st.sampled_from(FRAMES))
def test_the_verdict_does_not_hang_on_who_comes_first(a: Proposition, b: Proposition) -> None:
    assert kind(a, b) is kind(b, a)


@given(st.sampled_from(FRAMES))
def test_nothing_is_against_itself(a: Proposition) -> None:
    assert kind(a, a) is not CONFLICTS


def test_the_army_of_one_report_is_the_tarvian_army_of_another() -> None:
    """Two names for one army would make a dispute of who shelled the town."""
    bare, full = (
        prop("attack", kind="shelling", actor=who, place="Karsh") for who in ("government army", "Tarvian army")
    )
    assert kind(bare, full) is AGREES
    assert kind(full, bare) is AGREES


def test_who_held_a_place_may_have_left_it_since() -> None:
    """Held on the 14th and left on the 16th is no contradiction; left and still there on one day is one."""
    held = prop("control", place="Karsh", holder="police", extent="full")
    left = prop("movement", kind="withdraw", actor="police", origin="Karsh", status="done")
    assert kind(left, held, Context(moments=("2031-03-16", "2031-03-14"))) is None
    assert kind(left, held, Context(moments=("2031-03-16", "2031-03-16"))) is CONFLICTS


def test_no_street_lost_is_all_of_it_held() -> None:
    """ "Not one street was lost" answers whoever says that half of the town is theirs."""
    kept = prop("control", place="Karsh", holder="Orvenia", extent="partial", change="lost", negated=True)
    half = prop("control", place="Karsh", holder="Tarvia", extent="partial")
    whole = prop("control", place="Karsh", holder="Orvenia", extent="full")
    assert kind(kept, half) is CONFLICTS
    assert kind(kept, whole) is not CONFLICTS


def test_who_denies_the_loss_of_a_part_may_hold_it_all() -> None:
    """An army that lost neither the mill nor a street does not contradict itself."""
    mill = prop("control", place="Karsh", part="mill", holder="Orvenia", extent="none", change="lost", negated=True)
    assert kind(mill, prop("control", place="Karsh", holder="Orvenia", extent="full")) is not CONFLICTS


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("bus depot", "railway bridge", False),
        ("depot", "bus depot", True),
        ("fuel depots", "depot", True),
        ("depot", "building", True),
        ("depot", "civilians", True),
        ("Sarn", "bridge", True),
        (None, "bridge", True),
    ],
)
def test_two_things_that_were_hit_are_two_attacks(one, other, same):
    """A town is struck twice in one week: who struck its depot need not have struck its bridge."""
    told = {"kind": "strike", "place": "Sarn"}
    left = prop("attack", actor="Tarvia", **told, **({"target": one} if one else {}))
    agreed, denied = (prop("attack", negated=n, actor="Tarvia", target=other, **told) for n in (False, True))
    assert kind(left, agreed) == (AGREES if same else None)
    assert kind(left, denied) == (CONFLICTS if same else None)


def test_the_label_of_an_event_names_what_was_hit():
    depot = prop("responsibility", event="strike on the depot", actor="Tarvia", place="Sarn", kind="strike")
    assert kind(depot, prop("attack", kind="strike", actor="Tarvia", target="bridge", place="Sarn")) is None
    assert kind(depot, prop("attack", kind="strike", actor="Tarvia", target="fuel depot", place="Sarn")) is AGREES
