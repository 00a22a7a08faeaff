"""Without these, a reader who comes back after a week has to read every dispute again to see what is new."""

from datetime import date

from counterclaim.model import Change, Claim, RelationKind
from counterclaim.relate import find_disputes, relate
from counterclaim.relate.changes import Record, changes


def since(world, day: str, *claims: Claim) -> tuple[Change, ...]:
    relations = relate(claims, world.places, {})
    record = Record(
        claims={claim.id: claim for claim in claims},
        relations={relation.id: relation for relation in relations},
        entities=world.places,
        days={c.article: date.fromisoformat(c.published) if c.published else None for c in claims},
    )
    return changes(find_disputes(claims, relations, world.places, {}), record, date.fromisoformat(day))


def held(world, who: str, holder: str, article: str, day: str | None) -> Claim:
    return world.claim(who, world.holds(holder), article=article, day=day)


def test_a_dispute_is_new_when_the_first_answer_comes_that_stands_against_another(world):
    claims = [
        held(world, "ministry", "varnia", "a-1", "2031-04-02"),
        held(world, "bren", "league", "a-2", "2031-04-04"),
    ]
    (change,) = since(world, "2031-04-03", *claims)
    assert change.new
    assert change.claims == (claims[1].id,)
    (words,) = change.words
    assert words.startswith("New dispute: ")
    assert "Tomas Bren" in words
    assert "Varnian Ministry of War" in words


def test_the_day_itself_counts(world):
    claims = [
        held(world, "ministry", "varnia", "a-1", "2031-04-02"),
        held(world, "bren", "league", "a-2", "2031-04-04"),
    ]
    assert since(world, "2031-04-04", *claims)
    assert since(world, "2031-04-05", *claims) == ()


def test_a_new_side_of_an_old_dispute_is_named_with_who_takes_it(world):
    claims = [
        held(world, "ministry", "varnia", "a-1", "2031-04-02"),
        held(world, "bren", "league", "a-2", "2031-04-02"),
        held(world, "hale", "free", "a-3", "2031-04-04"),
    ]
    (change,) = since(world, "2031-04-03", *claims)
    assert not change.new
    assert change.sides == ("wholly held by Free Dunes Legion",)
    assert change.words == ("New side: “wholly held by Free Dunes Legion”, taken by Orin Hale",)


def reversed_quarrel(world) -> list[Claim]:
    return [
        held(world, "ministry", "varnia", "a-1", "2031-04-02"),
        held(world, "bren", "league", "a-2", "2031-04-02"),
        held(world, "bren", "varnia", "a-3", "2031-04-04"),
        held(world, "bren", "varnia", "a-4", "2031-04-04"),
    ]


def test_who_changed_the_answer_is_told_once_with_both_answers(world):
    claims = reversed_quarrel(world)
    assert any(r.kind is RelationKind.REVISES for r in relate(claims, world.places, {}))
    (change,) = since(world, "2031-04-03", *claims)
    (one,) = change.reversals
    assert (one.claimant, one.now, one.before) == (
        "Tomas Bren",
        "wholly held by Varnia",
        "wholly held by Coastal League",
    )
    assert one.day == "2031-04-04"
    (words,) = change.words
    assert words.startswith("Tomas Bren changed the answer on 4 April 2031: “wholly held by Varnia”, before: “")


def test_a_reversal_before_the_day_is_no_news(world):
    later = held(world, "hale", "league", "a-5", "2031-04-05")
    (change,) = since(world, "2031-04-05", *reversed_quarrel(world), later)
    assert change.reversals == ()


def test_more_of_the_same_says_who_spoke_again(world):
    claims = [
        held(world, "ministry", "varnia", "a-1", "2031-04-02"),
        held(world, "bren", "league", "a-2", "2031-04-02"),
        held(world, "bren", "league", "a-3", "2031-04-04"),
    ]
    (change,) = since(world, "2031-04-03", *claims)
    assert change.words == ("1 new claim: Tomas Bren for “wholly held by Coastal League”",)


def test_disputes_without_a_new_claim_are_left_out(world):
    claims = [
        held(world, "ministry", "varnia", "a-1", "2031-04-02"),
        held(world, "bren", "league", "a-2", "2031-04-02"),
    ]
    assert since(world, "2031-04-03", *claims) == ()


def test_an_article_without_a_day_is_no_news(world):
    claims = [held(world, "ministry", "varnia", "a-1", "2031-04-02"), held(world, "bren", "league", "a-2", None)]
    assert since(world, "2031-04-03", *claims) == ()


def test_new_disputes_come_before_new_words_on_old_ones(world):
    claims = [
        held(world, "ministry", "varnia", "a-1", "2031-04-02"),
        held(world, "bren", "league", "a-2", "2031-04-02"),
        held(world, "hale", "league", "a-3", "2031-04-04"),
        world.claim("ministry", world.holds("varnia", place="lund"), article="a-4", day="2031-04-04"),
        world.claim("bren", world.holds("league", place="lund"), article="a-5", day="2031-04-04"),
    ]
    first, second = since(world, "2031-04-03", *claims)
    assert first.new
    assert "Lund" in first.dispute.question
    assert not second.new
