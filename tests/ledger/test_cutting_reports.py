"""A report that takes two for one can be put right: the words with one name become somebody else's, in that report."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.ledger.builders import article, dump, reading

from counterclaim.errors import InputError
from counterclaim.ledger import Ledger, deciding, open_ledger
from counterclaim.ledger.deriving import derive
from counterclaim.ledger.profile import profile
from counterclaim.ledger.writing import begin_run, write_reading
from counterclaim.model import Claim, DecisionState, Entity, EntityKind, Mention, Part, Reading, Span

# The reading holds Mesk to be a name of Orla Vint, in both reports.
TEXT = "A day in Tarn, number {number}\nOrla says: the gate is shut in Tarn.\nMesk denies: the gate is shut in Tarn."
JOINED = "“Mesk” is the surname of “Orla Vint”"


def write(held: Ledger, document: str, number: int, engine: str = "engine 1") -> None:
    read = reading(article(TEXT.format(number=number), document))
    orla, mesk = read.entities[:2]
    both = replace(orla, name="Orla Vint", names=("Orla Vint", "Orla", "Mesk"), reasons=(JOINED,))
    mentions = tuple(replace(m, entity=both.id) if m.entity == mesk.id else m for m in read.mentions)
    claims = tuple(joined(claim, mesk.id, both.id) for claim in read.claims)
    read = replace(read, entities=(both, *read.entities[2:]), mentions=mentions, claims=claims)
    write_reading(held, read, run=begin_run(held, [], engine), engine=engine)


def joined(claim: Claim, one: str, other: str) -> Claim:
    who = claim.claimant
    return replace(claim, claimant=replace(who, entity=other)) if who and who.entity == one else claim


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "l.db") as held:
        write(held, "a.txt", 1)
        write(held, "b.txt", 2)
        derive(held)
        yield held


def speakers(held: Ledger) -> list[tuple[str, str, str]]:
    """Document, words and entity's name of each claim's speaker."""
    found = []
    for claim in held.claims():
        assert claim.claimant
        assert claim.claimant.entity
        found.append((claim.document, claim.claimant.surface, held.entity(claim.claimant.entity).name))
    return found


BEFORE = [
    ("a.txt", "Orla", "Orla Vint"),
    ("a.txt", "Mesk", "Orla Vint"),
    ("b.txt", "Orla", "Orla Vint"),
    ("b.txt", "Mesk", "Orla Vint"),
]
AFTER = [BEFORE[0], ("a.txt", "Mesk", "Mesk"), *BEFORE[2:]]


def test_words_with_the_name_are_somebody_elses_in_that_report_alone(ledger: Ledger) -> None:
    assert speakers(ledger) == BEFORE
    made = deciding.split(ledger, "Orla Vint", ["Mesk"], documents=["a.txt"], by="Ada")
    assert ledger.verdicts()[made.decision.id].state is DecisionState.CARRIED_OUT
    assert speakers(ledger) == AFTER
    stands = [placed.mention for placed in ledger.mentions() if placed.mention.surface == "Mesk"]
    assert len({mention.entity for mention in stands}) == 2
    assert not ledger.check()


def test_the_reason_for_what_was_parted_is_gone_where_no_report_gives_it_any_more(ledger: Ledger) -> None:
    deciding.split(ledger, "Orla Vint", ["Mesk"], documents=["a.txt", "b.txt"], by="Ada")
    assert not [entity for entity in ledger.entities() if JOINED in entity.reasons]
    assert {name for *_, name in speakers(ledger)} == {"Orla Vint", "Mesk"}


def test_undoing_gives_back_what_was_read(ledger: Ledger) -> None:
    before = dump(ledger)
    made = deciding.split(ledger, "Orla Vint", ["Mesk"], documents=["a.txt"], by="Ada").decision
    deciding.undo(ledger, made.id, by="Ada")
    left_out = ("decision", "decision_state", "meta")
    assert {k: v for k, v in dump(ledger).items() if k not in left_out} == {
        k: v for k, v in before.items() if k not in left_out
    }


def test_the_split_outlives_reading_again(ledger: Ledger) -> None:
    deciding.split(ledger, "Orla Vint", ["Mesk"], documents=["a.txt"], by="Ada")
    write(ledger, "a.txt", 1, "engine 2")
    derive(ledger)
    assert speakers(ledger) == AFTER
    derive(ledger)
    assert speakers(ledger) == AFTER
    assert not ledger.check()


def test_two_splits_of_one_name_part_it_once(ledger: Ledger) -> None:
    deciding.split(ledger, "Orla Vint", ["Mesk"], documents=["a.txt"], by="Ada")
    deciding.split(ledger, "Orla Vint", ["Mesk"], documents=["b.txt"], by="Jon")
    assert [name for *_, name in speakers(ledger)] == ["Orla Vint", "Mesk"] * 2
    assert ledger.value("SELECT count(*) FROM local_entity WHERE cut_from IS NOT NULL") == 2


def test_what_was_parted_can_be_merged_with_somebody_else_and_with_whom_it_was_parted_from(ledger: Ledger) -> None:
    deciding.split(ledger, "Orla Vint", ["Mesk"], documents=["a.txt"], by="Ada")
    (mesk,) = [entity.id for entity in ledger.entities() if entity.name == "Mesk"]
    made = deciding.merge(ledger, "Orla Vint", mesk, by="Jon")
    assert len(made.affected) == 1
    assert speakers(ledger) == BEFORE


def test_without_the_report_the_user_is_told_to_name_it(ledger: Ledger) -> None:
    with pytest.raises(InputError, match="only “Mesk”") as raised:
        deciding.split(ledger, "Orla Vint", ["Mesk"], by="Ada")
    assert "--in" in raised.value.advice


ROLES = """Captain Orla Vint says: the gate is shut in Tarn.
The Velmish consul, Mesk, denies: the gate is shut in Tarn. Vint, a pilot, sleeps."""


@pytest.fixture
def with_roles(tmp_path: Path) -> Iterator[Ledger]:
    """One report whose reading gave Orla Vint the roles and the side of her namesake Mesk."""
    said = article(ROLES, "r.txt")
    roles = ("Captain", "The Velmish consul", "a pilot")
    both = Entity(
        "person:1", EntityKind.PERSON, "Orla Vint", ("Orla Vint", "Mesk", "Vint"), roles, "Velm", reasons=(JOINED,)
    )
    spans = [Span(m.start(), m.end()) for m in re.finditer("Orla Vint|Mesk|Vint", ROLES)]
    mentions = tuple(Mention(Part.TEXT, span, both.kind, both.id, span.of(ROLES)) for span in spans)
    with open_ledger(tmp_path / "r.db") as held:
        read = Reading(said, (both,), mentions, ())
        write_reading(held, read, run=begin_run(held, [], "engine 1"), engine="engine 1")
        derive(held)
        yield held


def test_a_role_beside_the_name_and_the_side_in_it_go_along(with_roles: Ledger) -> None:
    before = dump(with_roles)
    made = deciding.split(with_roles, "Orla Vint", ["Mesk"], documents=["r.txt"], by="Ada").decision
    told = {entity.name: (entity.roles, entity.side) for entity in with_roles.entities()}
    assert told == {"Orla Vint": (("Captain", "a pilot"), None), "Mesk": (("The Velmish consul",), "Velm")}
    by_name = {entity.name: entity for entity in with_roles.entities()}
    orla, mesk = (profile(with_roles, by_name[name]) for name in ("Orla Vint", "Mesk"))
    assert [held.role for held in orla.roles] == ["Captain", "a pilot"]
    assert not orla.sides
    assert [given.words for given in mesk.sides] == [("The Velmish consul",)]
    deciding.undo(with_roles, made.id, by="Ada")
    assert dump(with_roles)["local_entity"] == before["local_entity"]
