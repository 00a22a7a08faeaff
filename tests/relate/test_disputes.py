"""Without these, a reader is not shown what is in dispute, or is shown ten copies as ten voices."""

import random
from dataclasses import replace

from counterclaim.model import Claim, Dispute, Ref, Stance
from counterclaim.relate import find_disputes, relate


def disputes(world, claims: list[Claim], origins: dict[str, str] | None = None) -> tuple[Dispute, ...]:
    origins = origins or {}
    return find_disputes(claims, relate(claims, world.places, origins), world.places, origins)


def who_holds(world) -> list[Claim]:
    return [
        world.claim("ministry", world.holds("varnia", change="gained"), article="a-1"),
        world.claim("bren", world.holds("league", "partial"), world.fights(), article="a-2", day="2031-04-03"),
        world.claim("hale", world.fights(), article="a-3", day="2031-04-04"),
    ]


def test_the_question_is_asked_of_the_place_and_its_days(world):
    (dispute,) = disputes(world, who_holds(world))
    assert dispute.question == "Who holds Ostrel, 2–4 April 2031?"
    assert (dispute.frame, dispute.place, dispute.first, dispute.last) == (
        "control",
        "ostrel",
        "2031-04-02",
        "2031-04-04",
    )


def test_a_quarter_of_the_town_is_asked_after_with_the_town_and_not_with_the_country(world):
    claims = [
        world.claim("ministry", world.holds("varnia", change="gained")),
        world.claim("bren", world.holds("league", place="mill")),
    ]
    (dispute,) = disputes(world, claims)
    assert dispute.place == "ostrel"
    assert sum(len(side.claims) for side in dispute.sides) == 2


def test_a_withdrawal_done_and_one_foretold_are_one_question(world):
    """A reader asks once whether they leave; two questions would hide that the answers meet."""
    left = world.says("movement", kind="withdraw", actor="varnia", origin="ostrel", status="done")
    planned = world.says("movement", kind="withdraw", actor="varnia", origin="ostrel", status="planned")
    claims = [
        world.claim("bren", left, article="a-1"),
        world.claim("ministry", replace(left, negated=True), article="a-2"),
        world.claim("staff", planned, article="a-3", stance=Stance.PREDICTS),
        world.claim("adar", replace(planned, negated=True), article="a-4", stance=Stance.PREDICTS, day="2031-04-03"),
    ]
    (dispute,) = disputes(world, claims)
    assert dispute.question == "Did or will Varnia withdraw from Ostrel, 2–3 April 2031?"


def test_a_name_stands_once_in_a_side(world):
    """One person under two keys is one name to a reader."""
    known = world.claim("ministry", world.holds("varnia"), article="a-1")
    unknown = replace(known, id="c-2", article="a-2", claimant=Ref("Varnian Ministry of War", "the ministry"))
    against = world.claim("bren", world.holds("league"), article="a-3")
    (dispute,) = disputes(world, [known, unknown, against])
    assert [side.claimants for side in dispute.sides if len(side.claims) == 2] == [("Varnian Ministry of War",)]


def test_a_claim_on_a_long_time_does_not_stretch_the_dispute(world):
    claims = [
        world.claim("ministry", world.holds("varnia", when="2030-09-01/2031-04-02")),
        world.claim("bren", world.holds("league"), day="2031-04-01"),
    ]
    (dispute,) = disputes(world, claims)
    assert (dispute.first, dispute.last) == ("2031-04-01", "2031-04-01")


def test_answers_that_go_together_are_one_side(world):
    (dispute,) = disputes(world, who_holds(world))
    assert [(side.position, side.claimants) for side in dispute.sides] == [
        ("partly held by Coastal League; the fighting goes on", ("Tomas Bren", "Orin Hale")),
        ("wholly held by Varnia", ("Varnian Ministry of War",)),
    ]


def test_ten_carriers_of_one_dispatch_are_one_voice(world):
    copies = [world.claim("ministry", world.holds("varnia"), article=f"c-{n}") for n in range(10)]
    origins = {f"c-{n}": "o-1" for n in range(10)}
    (dispute,) = disputes(world, [*copies, world.claim("bren", world.holds("league"))], origins)
    assert [side.voices for side in dispute.sides] == [1, 1]
    assert sorted(len(side.claims) for side in dispute.sides) == [1, 10]


def test_one_claimant_in_two_dispatches_is_two_voices_and_one_claimant(world):
    claims = [world.claim("ministry", world.holds("varnia"), article=f"c-{n}") for n in range(2)]
    (dispute,) = disputes(world, [*claims, world.claim("bren", world.holds("league"))])
    side = dispute.sides[0]
    assert (side.voices, side.claimants) == (2, ("Varnian Ministry of War",))


def test_a_claim_that_only_agrees_joins_its_side(world):
    agreeing = world.claim("free", world.holds("varnia"), article="a-9", day="2031-04-03")
    (dispute,) = disputes(world, [*who_holds(world), agreeing])
    assert any(agreeing.id in side.claims for side in dispute.sides)


def test_who_grants_the_enemy_a_part_is_not_put_with_those_who_say_that_he_holds_it_all(world):
    claims = [*who_holds(world), world.claim("hale", world.holds("varnia", "partial", part="mill"), article="a-5")]
    (dispute,) = disputes(world, claims)
    (whole,) = [side for side in dispute.sides if "wholly held by" in side.position]
    assert claims[-1].id not in whole.claims


def test_claims_of_a_side_stand_day_by_day(world):
    claims = [
        world.claim("ministry", world.holds("varnia"), article=f"a-{n}", day=f"2031-04-0{5 - n}") for n in range(3)
    ]
    (dispute,) = disputes(world, [*claims, world.claim("bren", world.holds("league"), day="2031-04-04")])
    side = next(side for side in dispute.sides if "Varnia" in side.position)
    assert side.claims == tuple(claim.id for claim in reversed(claims))


def test_who_is_behind_an_attack_puts_two_named_culprits_on_one_side(world):
    raid = {"kind": "raid", "place": "lund", "event": "raid on Lund"}
    claims = [
        world.claim("staff", world.says("attack", kind="raid", place="lund", actor="league")),
        world.claim(
            "adar",
            world.says("responsibility", actor="free", **raid),
            world.says("responsibility", actor="hale", **raid),
        ),
        world.claim("bren", world.says("responsibility", actor="league", negated=True, **raid)),
    ]
    (dispute,) = disputes(world, claims)
    assert dispute.question == "Who is behind the raid on Lund, 2 April 2031?"
    assert len(dispute.sides) == 2
    assert {"Ilse Adar", "Tomas Bren"} in [set(side.claimants) for side in dispute.sides]


def test_losses_ask_how_many_of_whom(world):
    def toll(who: str, number: int) -> Claim:
        said = world.says(
            "losses", place="lund", side="league", kind="killed", min=number, max=number, quantity=str(number)
        )
        return world.claim(who, said)

    (dispute,) = disputes(world, [toll("adar", 300), toll("staff", 12)])
    assert dispute.question == "How many of Coastal League were killed at Lund, 2 April 2031?"
    assert {side.position for side in dispute.sides} == {"300", "12"}


def test_a_denied_statement_is_a_dispute_of_its_own(world):
    said = world.claim("hale", content="they sold the grain")
    denial = world.claim("bren", content="Hale's words", stance=Stance.DENIES, answers="hale", start=80)
    (dispute,) = disputes(world, [said, denial])
    assert dispute.question == "Is it so, what Orin Hale said, 2 April 2031?"
    assert [side.claims for side in dispute.sides] == [(said.id,), (denial.id,)]


def test_the_same_question_after_a_silence_is_another_dispute(world):
    later = [
        world.claim("ministry", world.holds("varnia"), day="2031-06-01", article="b-1"),
        world.claim("bren", world.holds("league"), day="2031-06-02", article="b-2"),
    ]
    found = disputes(world, [*who_holds(world), *later])
    assert [dispute.first for dispute in found] == ["2031-04-02", "2031-06-01"]


def test_the_order_of_reading_changes_no_dispute(world):
    claims = who_holds(world)
    expected = disputes(world, claims)
    for seed in range(5):
        random.Random(seed).shuffle(claims)
        assert disputes(world, claims) == expected


def test_without_a_conflict_there_is_no_dispute(world):
    assert disputes(world, [world.claim("bren", world.fights()), world.claim("hale", world.fights())]) == ()
