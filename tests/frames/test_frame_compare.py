"""When two propositions are against each other: a false conflict makes a dispute that nobody has."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.frames import Comparison, ComparisonKind, Context, compare
from counterclaim.model import Argument, EntityKind, Modality, Proposition, Ref, Value

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


def test_two_who_clear_one_side_say_the_same():
    """Neither says that there was no attack, and both that it was not theirs."""
    cleared = prop("attack", negated=True, kind="shelling", actor="Tarvia", place="Sarn")
    assert kind(cleared, cleared) is AGREES
    assert kind(cleared, prop("attack", negated=True, kind="shelling", actor="Orvenia", place="Sarn")) is None


@pytest.mark.parametrize(
    ("denied", "most", "held", "expected"),
    [(450, 450, 450, CONFLICTS), (450, 450, 60, None), (1, 1, 60, CONFLICTS)],
)
def test_a_count_that_is_denied_is_against_that_count(denied, most, held, expected):
    """ "Not 450" leaves 60 open; "not one" leaves nothing."""
    told = {"side": "Orvenia", "kind": "killed", "place": "Sarn", "when": "2031-04-04"}
    no = prop("losses", negated=True, quantity=str(denied), min=denied, max=most, **told)
    assert kind(no, prop("losses", quantity=str(held), min=held, max=held, **told)) is expected
    assert kind(no, no) is None


@pytest.mark.parametrize(("told", "expected"), [("2031-04-05", CONFLICTS), ("2031-04-03", None), ("2031-04-09", None)])
def test_the_dead_of_monday_are_counted_on_tuesday(told, expected):
    """Another figure of the day on which the first is told is of the same dead; a later one may count others."""
    told_on = Context(lambda *_: False, lambda _: None, ("2031-04-05", told))
    monday = prop("losses", side="Orvenia", kind="killed", place="Sarn", quantity="9", min=9, max=9, when="2031-04-04")
    undated = prop("losses", side="Orvenia", kind="killed", place="Sarn", quantity="16", min=16, max=16)
    assert kind(monday, undated, told_on) is expected


def test_the_dead_of_monday_may_be_some_of_all() -> None:
    """ "120 were killed in Monday's assault" is not against 480 in the whole battle."""
    told_on = Context(lambda *_: False, lambda _: None, ("2031-04-05", "2031-04-05"))
    monday = prop("losses", side="Orvenia", kind="killed", place="Sarn", quantity="9", min=9, max=9, when="2031-04-04")
    in_all = prop("losses", side="Orvenia", kind="killed", place="Sarn", quantity="60", min=60, max=60)
    assert kind(monday, in_all, told_on) is None
    assert kind(in_all, monday, told_on) is None


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("grain store", "store", CONFLICTS), ("north west", "west", CANNOT_TELL), ("old mill", "new mill", CANNOT_TELL)],
)
def test_the_store_is_the_grain_store_but_the_west_is_not_the_north_west(one, other, expected):
    left = prop("control", place="Karsh", part=one, holder="Tarvia", extent="partial", change="gained")
    right = prop("control", place="Karsh", part=other, holder="Tarvia", extent="full", negated=True)
    assert kind(left, right) is expected


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("2031-04-03/2031-04-04", None),  # the dead of two days are not those of six
        ("2031-03-31/2031-04-05", CONFLICTS),  # counted from one day on, told on two
    ],
)
def test_the_dead_of_a_day_are_not_those_of_a_week(when: str, expected: ComparisonKind | None) -> None:
    """ "Up to 120 in the past day" and "more than 500 since Saturday" made a dispute that nobody had."""
    week = prop(
        "losses", side="Orvenia", kind="killed", quantity="more than 500", min=501, when="2031-03-31/2031-04-04"
    )
    less = prop("losses", side="Orvenia", kind="killed", quantity="up to 120", max=120, when=when)
    assert kind(week, less) is expected


def test_loyal_troops_and_the_army_are_one_in_a_war_at_home() -> None:
    """A mutiny has two camps: "loyal troops hold the palace" is not against "the army holds a part of it"."""
    loyal, army = (Ref(name, name, None, EntityKind.GROUP) for name in ("Loyal forces", "army"))
    palace = ref("Hill Palace")
    held = [
        Proposition("control", (Argument("place", palace), Argument("holder", who), Argument("extent", extent)))
        for who, extent in ((loyal, "full"), (army, "partial"))
    ]
    assert kind(*held) is not CONFLICTS


@pytest.mark.parametrize(("side", "expected"), [(None, None), ("Orvenia", CONFLICTS)])
def test_a_numbered_unit_of_nobody_may_be_either_sides(side: str | None, expected: ComparisonKind | None) -> None:
    """Else a brigade that keeps a mill for Tarvia contradicts the Tarvians who say that they keep it."""
    unit = prop("control", place="Karsh", holder="17th Brigade", extent="full")
    tarvian = prop("control", place="Karsh", holder="Tarvia", extent="full")
    known = Context(lambda *_: False, lambda ref: side if ref is not None and ref.name == "17th Brigade" else None)
    assert kind(unit, tarvian, known) is expected


def nameless(name: str) -> Ref:
    return Ref(name, name, None, EntityKind.GROUP)


def held(holder: Ref, extent: str) -> Proposition:
    place = Argument("place", ref("Karsh"))
    return Proposition("control", (place, Argument("holder", holder), Argument("extent", extent)))


def test_rebels_without_a_name_may_be_those_whom_another_report_names() -> None:
    """ "The jihadists hold most of it" is not against "the Reed Front holds it"; of the army it is."""
    assert kind(held(nameless("jihadists"), "partial"), held(ref("Reed Front"), "full")) is None
    assert kind(held(nameless("rebels"), "partial"), held(ref("Tarvian army"), "full")) is CONFLICTS
    state = replace(ref("Tarvia"), kind=EntityKind.PLACE)
    assert kind(held(nameless("rebels"), "full"), held(state, "partial")) is CONFLICTS
    movement = Context(side=lambda named: "Taliban" if named.name == "Taliban" else None)
    assert kind(held(nameless("insurgents"), "partial"), held(ref("Taliban"), "full"), movement) is None


PALACE = prop("control", place="Karsh", part="palace", holder="Tarvia", extent="partial", change="gained")


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (PALACE, prop("fighting", place="Karsh", part="Old Palace", status="ongoing"), CONFLICTS),
        (PALACE, prop("fighting", place="Karsh", part="station", status="ongoing"), None),
        (PALACE, ONGOING, None),
        (
            prop("losses", side="Tarvia", kind="killed", quantity="an", min=1, max=1, place="Karsh"),
            prop("losses", side="Tarvia", kind="killed", quantity="more than 89", min=90, place="Karsh"),
            None,
        ),
        (
            prop("attack", kind="assault", target="site", place="Karsh", negated=True),
            prop("attack", kind="assault", actor="Front", target="barracks", place="Karsh"),
            None,
        ),
    ],
)
def test_parts_ones_and_targets_are_set_against_their_like(
    a: Proposition, b: Proposition, expected: ComparisonKind | None
) -> None:
    """The battle for the palace bears on who has the palace; one officer killed is no count of all."""
    assert kind(a, b) is expected
    assert kind(b, a) is expected
