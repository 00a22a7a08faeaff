"""Without these, "sirens were sounded" and "no siren was sounded" of one report stand beside each other as both so."""

import pytest

from counterclaim.model import Claim, RelationKind, Stance
from counterclaim.relate import find_disputes, relate


def two(world, one: str, other: str, *, articles: tuple[str, str] = ("a-1", "a-1"), **more: Stance) -> list[Claim]:
    return [
        world.claim("bren", content=one, article=articles[0], start=0),
        world.claim("ministry", content=other, article=articles[1], start=500, **more),
    ]


def against(world, claims: list[Claim], origins: dict[str, str] | None = None) -> bool:
    return any(r.kind is RelationKind.CONTRADICTS for r in relate(claims, world.places, origins or {}))


@pytest.mark.parametrize(
    ("said", "negated"),
    [
        ("Sirens were sounded 11 minutes before the wave", "No siren was sounded"),
        ("sirens were sounded before the wave", "There was no siren. The dogs were the siren"),
        ("the crew had been ordered to leave the ship", "the crew had never been ordered to leave the ship"),
        ("the crew had been ordered to leave", "We were not ordered to leave. The crew was never ordered to leave"),
        ("The bridge was mined in March", "The bridge was not mined"),
        ("the list holds people counted twice", "Nobody was counted twice"),
        ("The chapel’s gate was locked at noon", "the gate wasn´t locked"),
        ("Two lorries were turned back at the ford", "Not one lorry was turned back at the ford"),
        ("the doctors were paid by the firm", "none of the doctors were paid by the firm"),
        ("Carts were stopped at noon", "no cart was stopped"),
        ("Warnings were sent to every village", "No warnings were sent"),
    ],
)
def test_the_same_said_and_negated_cannot_both_be(world, said, negated):
    assert against(world, two(world, said, negated))
    assert against(world, two(world, negated, said))


@pytest.mark.parametrize(
    ("said", "other"),
    [
        ("Sirens were sounded in Pomar", "No siren was sounded in Yand"),
        ("the bridge over the old mill was rebuilt after the ford was mined", "The bridge was not mined"),
        ("The bridge was mined", "The bridge was not only mined, it was burnt"),
        ("Forty people were moved", "no more than forty people were moved"),
        ("The road is open", "The road was not open"),
        ("the gate would be locked", "the gate was not locked"),
        ("The gate will not be locked", "The gate was locked"),
        ("Was the gate locked?", "The gate was not locked"),
        ("if the gate was locked, nobody could leave", "The gate was not locked"),
        ("the gate was never locked", "The gate was not locked"),
        ("There was no doubt", "Doubt was cast on the count"),
        ("the gate was not all locked", "the gate was locked"),
        ("he denied that the gate was locked", "the gate was not locked"),
        ("not", "no"),
        ("he has been supportive of Mr. Vesk", "he did not support Mr. Vesk"),
        ("he seemed to support the tax", "he did not support the tax"),
        ("the relief of cases of fever and flux", "He favours the relief, but not for cases of fever or flux"),
        ("the U.S. government was late", "he had never been a U.S. citizen"),
        ("No to the salt tax", "they spoke of the salt tax"),
        ("his family assumed that the gate was locked", "the gate was not locked"),
    ],
)
def test_what_can_both_be_or_leaves_it_open_is_left_alone(world, said, other):
    assert not against(world, two(world, said, other))


def test_another_report_may_speak_of_another_siren(world):
    claims = two(world, "Sirens were sounded", "No siren was sounded", articles=("a-1", "a-2"))
    assert not against(world, claims)
    assert against(world, claims, {"a-1": "o-1", "a-2": "o-1"})


def test_nobody_contradicts_himself_here(world):
    claims = [
        world.claim("bren", content="Sirens were sounded", start=0),
        world.claim("bren", content="No siren was sounded", start=500),
    ]
    assert relate(claims, world.places, {}) == ()


def test_what_is_denied_in_so_many_words_is_not_so(world):
    claims = two(world, "the bridge had been mined in March", "the bridge had been mined", stance=Stance.DENIES)
    assert against(world, claims)


def test_a_plan_is_not_held_against_a_fact(world):
    assert not against(world, two(world, "the bridge was mined", "the bridge was not mined", stance=Stance.PLANS))


def test_copies_of_one_report_add_no_relations_across_them(world):
    claims = [
        world.claim(who, content=words, article=article, start=start)
        for article in ("a-1", "a-2", "a-3")
        for who, words, start in (("bren", "Sirens were sounded", 0), ("ministry", "No siren was sounded", 500))
    ]
    relations = relate(claims, world.places, dict.fromkeys(("a-1", "a-2", "a-3"), "o-1"))
    found = [r for r in relations if r.kind is RelationKind.CONTRADICTS]
    articles = {claim.id: claim.article for claim in claims}
    assert len(found) == 3
    assert all(articles[r.left] == articles[r.right] for r in found)


def test_they_make_a_dispute_of_said_against_contradicted(world):
    claims = two(world, "Sirens were sounded", "No siren was sounded")
    (dispute,) = find_disputes(claims, relate(claims, world.places, {}), world.places, {})
    assert [(side.position, side.claimants) for side in dispute.sides] == [
        ("said", ("Tomas Bren",)),
        ("contradicted", ("Varnian Ministry of War",)),
    ]
