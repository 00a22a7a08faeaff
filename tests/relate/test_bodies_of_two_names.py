"""Without these, a ministry bears out or contradicts itself under its other name."""

from dataclasses import replace

import pytest

from counterclaim.model import Claim, EntityKind, Proposition, Ref, RelationKind
from counterclaim.relate import relate

REPEATS, REVISES, CORROBORATES = RelationKind.REPEATS, RelationKind.REVISES, RelationKind.CORROBORATES


def by(world, name: str, said: Proposition, article: str, day: str = "2031-04-02") -> Claim:
    claim = world.claim("staff", said, article=article, day=day)
    return replace(claim, id=f"c-{name}-{article}", claimant=Ref(name, name, None, EntityKind.ORGANIZATION))


def kinds(world, *claims: Claim) -> set[RelationKind]:
    return {relation.kind for relation in relate(claims, world.places, {})}


def dead(world, count: int) -> Proposition:
    return world.says("losses", kind="killed", place="ostrel", quantity=str(count), min=count, max=count)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ministry of Defence", "defence ministry"),
        ("Defence Ministry", "Varnian Ministry of Defence"),
        ("Water Ministry", "Varnia's Ministry of Water"),
    ],
)
def test_a_ministry_under_two_names_says_it_twice(world, one, other):
    told = world.holds("varnia", change="gained")
    assert kinds(world, by(world, one, told, "a-1"), by(world, other, told, "a-2")) == {REPEATS}


@pytest.mark.parametrize(
    ("one", "other"),
    [("Varnian Ministry of Defence", "Lundian Ministry of Defence"), ("Relief Corps", "Sea Relief Corps")],
)
def test_two_states_and_two_clubs_are_two(world, one, other):
    told = world.holds("varnia", change="gained")
    assert kinds(world, by(world, one, told, "a-1"), by(world, other, told, "a-2")) == {CORROBORATES}


def test_the_ministries_of_two_sides_may_still_be_against_each_other(world):
    ours, theirs = world.holds("varnia", change="gained"), world.holds("league", change="kept")
    told = by(world, "Varnian Ministry of Defence", ours, "a-1"), by(world, "Defence Ministry", theirs, "a-2")
    assert kinds(world, *told) == {RelationKind.CONTRADICTS}


@pytest.mark.parametrize("later", ["Interior Ministry", "Ministry of the Interior", "Varnia's interior ministry"])
def test_its_figures_are_followed_from_report_to_report(world, later):
    told = (
        by(world, "interior ministry", dead(world, 14), "a-1", "2031-04-02"),
        by(world, later, dead(world, 21), "a-2", "2031-04-04"),
    )
    (relation,) = relate(told, world.places, {})
    assert (relation.kind, relation.left, relation.right) == (REVISES, told[1].id, told[0].id)


def test_the_union_of_a_report_is_the_one_that_it_names(world):
    short, full = by(world, "Union", dead(world, 40), "a-1"), by(world, "Miners' Union", dead(world, 40), "a-1")
    spans = tuple(replace(span, start=span.start + 50_000, end=span.end + 50_000) for span in full.content_spans)
    assert kinds(world, short, replace(full, content_spans=spans)) == {REPEATS}


def test_a_last_name_alone_may_be_the_man_of_another_report(world):
    def person(name: str, said: Proposition, article: str) -> Claim:
        return replace(by(world, name, said, article), claimant=Ref(name, name, None, EntityKind.PERSON))

    told, against = world.holds("varnia"), world.holds("league")
    assert kinds(world, person("Teske", told, "a-1"), person("Ilmar Teske", told, "a-2")) == set()
    assert kinds(world, person("Teske", told, "a-1"), person("Ilmar Teske", against, "a-2")) == set()
    assert kinds(world, person("Ilmar Orlo", told, "a-1"), person("Ilmar Teske", told, "a-2")) == {CORROBORATES}
