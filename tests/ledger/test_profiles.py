"""All about one entity: a reader can see which outlet and which speaker calls it what, and what its side rests on."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.ledger.builders import article, reading

from counterclaim.ledger import Ledger, open_ledger
from counterclaim.ledger.actors import set_actors
from counterclaim.ledger.deriving import derive
from counterclaim.ledger.naming import meant
from counterclaim.ledger.profile import NameUse, Profile, RoleHeld, SideGiven, SourceWords, Where, profile
from counterclaim.ledger.writing import begin_run, write_reading
from counterclaim.model import Actor, EntityKind, Mention, Part, Span, Tenure

FIRST = "A day in Tarn\nOrla says: the gate is shut in Tarn.\nMesk denies: the gate is shut in Tarn."
SECOND = "Tarn waits\nOrla says: the bridge is open in Tarn.\nMesk says: it rains in Tarn."


def report(held: Ledger, text: str, document: str, outlet: str, published: str, side: str | None, *roles: str) -> None:
    """A report whose first entity, Orla, bears side and roles; a headline that begins with Tarn mentions it."""
    read = reading(replace(article(text, document), outlet=outlet, published=published))
    orla = replace(read.entities[0], name="Orla Vint", names=("Orla Vint", "Orla"), side=side, roles=roles)
    tarn = next(entity for entity in read.entities if entity.name == "Tarn")
    own = (Mention(Part.TEXT, Span(0, 4), tarn.kind, tarn.id, "Tarn"),) if text.startswith("Tarn") else ()
    read = replace(read, entities=(orla, *read.entities[1:]), mentions=(*own, *read.mentions))
    write_reading(held, read, run=begin_run(held, [], "e"), engine="e")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "l.db") as held:
        report(held, SECOND, "b.txt", "Velm Post", "2031-04-05", None, "former mayor")
        report(held, FIRST, "a.txt", "Tarn Courier", "2031-04-02", "Norway", "the Norwegian mayor")
        derive(held)
        yield held


def of(held: Ledger, name: str) -> Profile:
    return profile(held, meant(held, name))


A, B = Where("a.txt", "Tarn Courier"), Where("b.txt", "Velm Post")


def test_each_name_says_how_often_it_stands_where_and_in_whose_words(ledger: Ledger) -> None:
    assert of(ledger, "Tarn").names == (NameUse("Tarn", 5, (A, B), ("Mesk", "Orla Vint"), 1),)
    assert of(ledger, "Orla Vint").names == (NameUse("Orla", 2, (A, B), (), 2),)


def test_the_words_by_which_somebody_speaks_are_counted(ledger: Ledger) -> None:
    assert of(ledger, "Orla Vint").speaking == (SourceWords("Orla", 2, (A, B)),)


def test_roles_come_with_their_reports_and_dates_oldest_first(ledger: Ledger) -> None:
    assert of(ledger, "Orla Vint").roles == (
        RoleHeld("the Norwegian mayor", Where("a.txt", "Tarn Courier", "2031-04-02")),
        RoleHeld("former mayor", Where("b.txt", "Velm Post", "2031-04-05")),
    )


def test_a_side_comes_with_the_words_that_give_it_and_never_with_others(ledger: Ledger) -> None:
    assert of(ledger, "Orla Vint").sides == (
        SideGiven("Norway", ("the Norwegian mayor",), Where("a.txt", "Tarn Courier", "2031-04-02")),
    )
    report(ledger, "A week in Tarn\nOrla says: it rains in Tarn.", "c.txt", "Wire", "2031-05-01", "Norway", "mayor")
    derive(ledger)
    assert of(ledger, "Orla Vint").sides[-1].words == ()


def test_a_side_that_no_atlas_knows_is_found_by_its_own_adjective(ledger: Ledger) -> None:
    text = "A week in Tarn\nOrla says: it rains in Tarn."
    report(ledger, text, "c.txt", "Wire", "2031-05-01", "Sarnia", "Sarnian envoy", "mayor")
    derive(ledger)
    sides = [side for side in of(ledger, meant_id(ledger, "Sarnia")).sides if side.side == "Sarnia"]
    assert [side.words for side in sides] == [("Sarnian envoy",)]


def meant_id(held: Ledger, side: str) -> str:
    return next(entity.id for entity in held.entities() if entity.side == side)


def test_what_the_user_says_of_his_own_actor_comes_first(ledger: Ledger) -> None:
    own = Actor("Orla Vint", EntityKind.PERSON, (), (Tenure("envoy", "2030", "2031"),), "Velm", "Guard")
    set_actors(ledger, (own, Actor("Guard", EntityKind.ORGANIZATION)))
    derive(ledger)
    found = of(ledger, "Orla Vint")
    assert found.by_hand
    assert found.part_of == "Guard"
    assert found.roles[0] == RoleHeld("envoy", None, "2030", "2031")
    assert found.sides[0] == SideGiven("Velm", (), None)
    assert found.entity.side == "Velm"
