"""Without these, reports in other words than an agency's set two against each other who speak of two things."""

from dataclasses import replace

import pytest

from counterclaim.model import Claim, EntityKind, Ref, RelationKind, Span, Stance
from counterclaim.relate import relate

AGAINST = {RelationKind.CONTRADICTS, RelationKind.REVISES, RelationKind.DENIES}


def quarrels(world, *claims: Claim) -> set[RelationKind]:
    return {relation.kind for relation in relate(claims, world.places, {})} & AGAINST


def held_by(name: str) -> Ref:
    return Ref(name, name, None, EntityKind.GROUP)


@pytest.mark.parametrize(
    ("name", "against"),
    [("rebels' man at the radio", False), ("radio of the garrison", False), ("sergeant", False), ("islanders", True)],
)
def test_ours_by_a_mouth_of_nobody_knows_which_side_is_against_neither(world, name, against):
    """Else a radio that says "the mill is in our hands" quarrels with its own army, and with the other."""
    said = world.holds("varnia")
    ours = replace(
        said, arguments=tuple(replace(a, value=held_by(name)) if a.role == "holder" else a for a in said.arguments)
    )
    found = quarrels(world, world.claim("bren", ours), world.claim("ministry", said, article="a-2"))
    assert bool(found) is against


@pytest.mark.parametrize("troops", ["army soldiers", "government troops", "regime police units"])
def test_soldiers_of_the_army_are_the_state_s_where_nobody_says_whose(world, troops):
    part = world.holds("league", "partial", part="mill")
    theirs = replace(
        part, arguments=tuple(replace(a, value=held_by(troops)) if a.role == "holder" else a for a in part.arguments)
    )
    claims = world.claim("bren", theirs), world.claim("ministry", world.holds("varnia"), article="a-2")
    assert not quarrels(world, *claims)


def dead(world, who: str, count: int, content: str, article: str, day: str = "2031-04-02") -> Claim:
    said = world.says("losses", kind="killed", place="ostrel", quantity=str(count), min=count, max=count)
    return world.claim(who, said, article=article, day=day, content=content)


@pytest.mark.parametrize(
    ("content", "article", "against"),
    [
        ("it had killed 40 people in a camp by the river", "a-2", False),
        ("40 people were killed", "a-2", True),
        ("40 people had died in the camp", "a-2", True),
        ("40 people had died at the market", "a-2", False),
        ("40 people had died at the market", "a-1", False),
        ("40 people had died at the bakery", "a-1", True),
    ],
)
def test_the_dead_of_a_camp_are_not_those_of_the_bakery(world, content, article, against):
    first = dead(
        world,
        "hale",
        12,
        "12 people had died" + (" at the bakery" if "market" in content or "bakery" in content else ""),
        "a-1",
    )
    assert bool(quarrels(world, first, dead(world, "bren", 40, content, article))) is against


@pytest.mark.parametrize("deed", ["were being examined", "had so far been identified", "have been buried"])
def test_with_whom_something_is_done_are_some_of_the_dead(world, deed):
    all_of_them = dead(world, "hale", 9, "9 people had died", "a-1")
    assert not quarrels(world, all_of_them, dead(world, "bren", 2, f"2 deaths {deed}", "a-2"))
    assert quarrels(world, all_of_them, dead(world, "bren", 2, "2 deaths were recorded", "a-2"))


def test_a_sentence_of_the_outlet_s_own_in_between_breaks_the_breath(world):
    """ "I added them once," said Bren. The owner was arrested. The ministry denied that the ship had been full."""
    charge = "the lorries had been counted at the gate"
    said = world.claim("bren", content=charge, start=10)
    end = 10 + len(charge)
    denial = world.claim("ministry", content="the ship had been full", stance=Stance.DENIES, start=end + 70)

    def cued(*spans: tuple[int, int]) -> Claim:
        return replace(denial, cue_spans=tuple(Span(end + first, end + last) for first, last in spans))

    assert quarrels(world, said, cued((2, 11), (12, 36), (37, 66))) == {RelationKind.DENIES}
    assert not quarrels(world, said, cued((2, 11), (58, 66)))


@pytest.mark.parametrize("content", ["Nonsense", "Pure invention. Nobody left", "Another fable", "Lies and propaganda"])
def test_one_word_for_a_lie_answers_what_was_just_said(world, content):
    said = world.claim("bren", content="the keeper had fled by night", start=10)
    assert quarrels(world, said, world.claim("ministry", content=content, start=60)) == {RelationKind.DENIES}


@pytest.mark.parametrize(
    "content", ["Nonsense songs were sung", "Fiction is what he reads", "Another fable of his was read"]
)
def test_a_word_for_a_lie_that_only_opens_a_sentence_answers_nothing(world, content):
    said = world.claim("bren", content="the keeper had fled by night", start=10)
    assert not quarrels(world, said, world.claim("ministry", content=content, start=60))


def test_who_says_that_they_have_none_there_is_against_who_says_that_they_came(world):
    none = world.claim("ministry", world.holds("varnia", "none"), day="2031-04-03")

    def came(kind: str, day: str, **how: object) -> Claim:
        said = world.says("movement", kind=kind, actor="varnia", place="ostrel", status="done", **how)
        return world.claim("hale", said, article="a-2", day=day)

    assert quarrels(world, none, came("deploy", "2031-04-03")) == {RelationKind.CONTRADICTS}
    assert not quarrels(world, none, came("deploy", "2031-04-03", part="mill"))
    assert not quarrels(world, none, came("advance", "2031-04-05"))  # there was nobody yet
