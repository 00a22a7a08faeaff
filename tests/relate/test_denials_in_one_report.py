"""Without these, a denial stands against nobody in the report that tells both."""

import pytest

from counterclaim.model import Claim, RelationKind, Stance
from counterclaim.relate import relate

CHARGE = "eleven men had climbed the wall of the fort on Monday"


def denials(world, claims: list[Claim], origins: dict[str, str] | None = None) -> set[tuple[str, str]]:
    found = relate(claims, world.places, origins or {})
    return {(r.left, r.right) for r in found if r.kind is RelationKind.DENIES}


def told(world, *said: tuple[str, str, Stance, int]) -> list[Claim]:
    return [world.claim(who, content=content, stance=stance, start=start) for who, content, stance, start in said]


def in_a_breath(world, content: str, gap: int = 40, stance: Stance = Stance.ASSERTS) -> list[Claim]:
    at = 10 + len(CHARGE) + gap
    return told(world, ("bren", CHARGE, stance, 10), ("ministry", content, Stance.DENIES, at))


@pytest.mark.parametrize("content", ["anyone has escaped", "the gates were ever open", "there had been any flight"])
def test_a_denial_right_behind_a_claim_answers_it_in_whatever_words(world, content):
    charge, denial = claims = in_a_breath(world, content)
    assert denials(world, claims) == {(denial.id, charge.id)}
    assert not denials(world, in_a_breath(world, content, gap=120))
    assert not denials(world, in_a_breath(world, content, stance=Stance.PLANS))


@pytest.mark.parametrize(
    "content",
    ["the report of the inspectors was read", "the claims about the widows were true", "the loss of the town"],
)
def test_a_denial_that_says_whose_words_it_means_answers_no_others(world, content):
    assert not denials(world, in_a_breath(world, content))


def test_who_denies_hardly_answers_what_was_denied_already(world):
    no = "there was no army in the valley at all"
    claims = told(
        world,
        ("bren", no, Stance.ASSERTS, 10),
        ("ministry", "anyone had been hurt", Stance.DENIES, 50 + len(no)),
    )
    assert not denials(world, claims)


def test_what_somebody_else_says_in_between_breaks_the_breath(world):
    claims = told(
        world,
        ("bren", CHARGE, Stance.ASSERTS, 10),
        ("ministry", "the lamps had been lit as always", Stance.ASSERTS, 70),
        ("ministry", "anyone has escaped", Stance.DENIES, 120),
    )
    assert not denials(world, claims)


def test_a_shred_of_a_sentence_is_answered_by_nobody(world):
    claims = told(
        world, ("bren", "a small release", Stance.ASSERTS, 10), ("ministry", "anyone was warned", Stance.DENIES, 60)
    )
    assert not denials(world, claims)


def test_in_each_copy_of_a_dispatch_the_denial_answers_what_stands_there(world):
    claims = []
    for article in ("a-1", "a-2"):
        claims += [
            world.claim("bren", world.holds("league", change="gained"), article=article, start=0),
            world.claim("hale", world.holds("league", change="gained"), article=article, start=200),
            world.claim("adar", world.holds("league", negated=True), article=article, start=900, stance=Stance.DENIES),
        ]
    found = denials(world, claims, {"a-1": "o-1", "a-2": "o-1"})
    for bren, hale, adar in (claims[:3], claims[3:]):
        assert {(adar.id, bren.id), (adar.id, hale.id)} <= found


def test_a_denial_answers_nothing_that_comes_later(world):
    claims = [
        world.claim("adar", world.holds("league", negated=True), start=0, stance=Stance.DENIES),
        world.claim("bren", world.holds("league", change="gained"), start=400),
    ]
    assert not denials(world, claims)


def test_a_deed_that_is_denied_is_none_of_what_was_told_of_other_things(world):
    fired = world.says("attack", kind="assault", actor="varnia", place="ostrel", negated=True)
    doors = "the guards had locked the doors of the east wing"

    def claims(denied: str) -> list[Claim]:
        denial = world.claim("ministry", fired, content=denied, start=90, stance=Stance.DENIES)
        return [world.claim("bren", content=doors, start=0), denial]

    assert not denials(world, claims("the guards had opened fire"))
    assert denials(world, claims("the guards had fired at the doors"))


def test_who_clears_one_denies_no_word_of_who_lays_it_to_another(world):
    """ "X was not responsible", right behind "it was a rocket of Y's", is no quarrel between the two."""

    def claims(cleared: str) -> list[Claim]:
        laid = world.says("responsibility", event="strike on the mill", actor="league")
        denial = world.says("responsibility", event="strike on the mill", actor=cleared, negated=True)
        told = world.claim("bren", laid, content="the strike on the mill was the work of the League", start=0)
        words = "it was responsible for the strike on the mill"
        return [told, world.claim("hale", denial, content=words, start=90, stance=Stance.DENIES)]

    assert not denials(world, claims("varnia"))
    assert denials(world, claims("league"))
