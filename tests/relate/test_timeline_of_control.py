"""Without these, a reader of a timeline takes "claimed" for "held", or a silent day for a quiet one."""

from counterclaim.model import Claim
from counterclaim.relate import ControlState, control_timeline


def test_a_day_with_one_side_speaking_is_uncontested_and_names_who_claims(world):
    claim = world.claim("ministry", world.holds("varnia"))
    (day,) = control_timeline([claim], "ostrel", world.places)
    assert (day.day, day.state, day.holders) == ("2031-04-02", ControlState.UNCONTESTED, ("Varnia",))
    assert day.claims[0].claimant == "Varnian Ministry of War"
    assert day.claims[0].words == "wholly held by Varnia"


def test_two_sides_that_cannot_both_be_make_the_day_contested(world):
    claims = [world.claim("ministry", world.holds("varnia")), world.claim("bren", world.holds("league", "partial"))]
    (day,) = control_timeline(claims, "ostrel", world.places)
    assert day.state is ControlState.CONTESTED


def test_a_claim_answered_on_the_next_day_is_contested_there(world):
    claims = [
        world.claim("ministry", world.holds("varnia")),
        world.claim("bren", world.holds("league", "partial"), day="2031-04-03"),
        world.claim("bren", world.holds("league", "partial"), day="2031-04-20"),
    ]
    days = control_timeline(claims, "ostrel", world.places)
    assert [(day.day, day.state) for day in days] == [
        ("2031-04-02", ControlState.UNCONTESTED),
        ("2031-04-03", ControlState.CONTESTED),
        ("2031-04-04/2031-04-19", ControlState.UNSPOKEN),
        ("2031-04-20", ControlState.UNCONTESTED),
    ]


def test_fighting_that_goes_on_is_no_claim_to_hold_the_place_but_contests_a_capture(world):
    fighting = world.claim("bren", world.fights())
    assert control_timeline([fighting], "ostrel", world.places)[0].state is ControlState.FOUGHT_OVER
    taken = world.claim("ministry", world.holds("varnia", change="gained"))
    assert control_timeline([fighting, taken], "ostrel", world.places)[0].state is ControlState.CONTESTED


def test_claims_on_a_quarter_count_as_of_a_part_of_the_town(world):
    (day,) = control_timeline([world.claim("bren", world.holds("league", place="mill"))], "ostrel", world.places)
    assert day.claims[0].part == "Mill Quarter"


def test_claims_on_the_province_say_nothing_of_the_town(world):
    assert control_timeline([world.claim("bren", world.holds("league", place="varnia"))], "ostrel", world.places) == ()


def test_undated_claims_come_last_and_narration_never(world):
    claims: list[Claim] = [
        world.claim("bren", world.holds("league"), day=None),
        world.claim("ministry", world.holds("varnia")),
        world.claim(None, world.holds("varnia"), day="2031-04-05"),
    ]
    assert [day.day for day in control_timeline(claims, "ostrel", world.places)] == ["2031-04-02", None]


def test_a_place_can_be_asked_for_by_name(world):
    assert control_timeline([world.claim("bren", world.holds("league"))], "Ostrel")
