"""Decisions are appended, outlive reading again, and can be handed on; nothing is written by halves."""

import io
import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.ledger.builders import article, dump, write

from counterclaim.errors import InputError, NotFoundError
from counterclaim.ledger import ClaimFilter, Ledger, deciding, open_ledger
from counterclaim.ledger.actors import set_actors
from counterclaim.ledger.decisions import append
from counterclaim.ledger.deriving import derive
from counterclaim.ledger.freshness import is_derived
from counterclaim.model import Actor, DecisionState, Entity, EntityKind, Tenure

FIRST = "A day in Tarn\nOrla says: the gate is shut in Tarn."
SECOND = "A day in Velm\nMesk says: the gate is shut in Tarn."
THIRD = "A week in Velm\nDain denies: the gate is shut in Tarn."


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "l.db") as held:
        fill(held)
        yield held


def fill(held: Ledger) -> None:
    for text, document in ((FIRST, "a.txt"), (SECOND, "b.txt"), (THIRD, "c.txt")):
        write(held, article(text, document))
    derive(held)


def persons(held: Ledger) -> set[frozenset[str]]:
    return {frozenset(entity.names) for entity in held.entities(EntityKind.PERSON)}


def named(held: Ledger, name: str) -> Entity:
    (found,) = [entity for entity in held.entities() if name in entity.names]
    return found


def state(held: Ledger, decision: str) -> DecisionState:
    return held.verdicts()[decision].state


def test_a_merge_outlives_reading_a_changed_report(ledger: Ledger) -> None:
    deciding.merge(ledger, "Orla", "Mesk", by="Ada")
    assert persons(ledger) == {frozenset(("Orla", "Mesk")), frozenset(("Dain",))}
    write(ledger, article(FIRST + "\nOrla says: it rains in Velm.", "a.txt"), engine="engine 2")
    write(ledger, article(SECOND, "b.txt"), engine="engine 2")
    derive(ledger)
    assert persons(ledger) == {frozenset(("Orla", "Mesk")), frozenset(("Dain",))}


def test_a_merge_waits_while_its_report_names_nobody_and_holds_when_it_does_again(ledger: Ledger) -> None:
    made = deciding.merge(ledger, "Orla", "Mesk", by="Ada").decision
    write(ledger, article("A day in Tarn\nNothing was said.", "a.txt"))
    derive(ledger)
    assert state(ledger, made.id) is DecisionState.FITS_NOTHING
    write(ledger, article(FIRST + "\nOrla says: it rains in Velm.", "a.txt"))
    derive(ledger)
    assert state(ledger, made.id) is DecisionState.CARRIED_OUT
    assert frozenset(("Orla", "Mesk")) in persons(ledger)


def test_claims_follow_at_once(ledger: Ledger) -> None:
    deciding.merge(ledger, "Orla", "Dain", by="Ada")
    assert is_derived(ledger)
    assert len(list(ledger.claims(ClaimFilter(claimant="Dain")))) == 2
    deciding.rename(ledger, "Orla", "Orla Dain", by="Ada")
    said = {claim.claimant.name for claim in ledger.claims(ClaimFilter(claimant="Dain")) if claim.claimant}
    assert said == {"Orla Dain"}
    assert not ledger.check()


def test_undoing_gives_back_what_was_and_undoing_the_undo_the_decision(ledger: Ledger) -> None:
    before = dump(ledger)
    made = deciding.merge(ledger, "Orla", "Mesk", by="Ada").decision
    joined = persons(ledger)
    back = deciding.undo(ledger, made.id, by="Jon").decision
    derived = ("entity", "local_entity", "relation", "dispute", "side_claim", "entity_name")
    assert {name: dump(ledger)[name] for name in derived} == {name: before[name] for name in derived}
    assert state(ledger, made.id) is DecisionState.UNDONE
    with pytest.raises(InputError, match="was undone by Jon"):
        deciding.undo(ledger, made.id, by="Ada")
    deciding.undo(ledger, back.id, by="Ada")
    assert persons(ledger) == joined
    assert state(ledger, made.id) is DecisionState.CARRIED_OUT


def test_a_decision_tells_which_others_it_costs(ledger: Ledger) -> None:
    deciding.merge(ledger, "Orla", "Mesk", by="Ada")
    apart = deciding.split(ledger, "Orla", ["Mesk"], by="Ada").decision
    made = deciding.merge(ledger, "Orla", "Mesk", by="Jon")
    assert [verdict.decision for verdict in made.affected] == [apart.id]
    assert made.decision.id in made.affected[0].why


def test_rows_of_decisions_can_be_neither_changed_nor_removed(ledger: Ledger) -> None:
    """Nobody can make it look as if somebody else had decided."""
    deciding.merge(ledger, "Orla", "Mesk", by="Ada")
    for sql in ("UPDATE decision SET made_by = 'Jon'", "DELETE FROM decision"):
        with pytest.raises(sqlite3.IntegrityError, match="append one that undoes it"):
            ledger.rows(sql)
    assert [one.by for one in ledger.decisions()] == ["Ada"]


def test_check_finds_a_decision_that_was_changed_all_the_same(ledger: Ledger) -> None:
    deciding.merge(ledger, "Orla", "Mesk", by="Ada")
    assert not ledger.check()
    ledger.rows("DROP TRIGGER decision_unchanged")
    ledger.rows("UPDATE decision SET made_by = 'Jon'")
    assert "decision" in {mismatch.kind for mismatch in ledger.check()}


def test_what_is_refused_leaves_the_ledger_as_it_was(ledger: Ledger) -> None:
    deciding.merge(ledger, "Orla", "Mesk", by="Ada")
    before = dump(ledger)
    refused = (
        lambda: deciding.merge(ledger, "Orla", "Mesk", by="Ada"),  # one already
        lambda: deciding.merge(ledger, "Orla", "Tarn", by="Ada"),  # a place
        lambda: deciding.merge(ledger, "Orla", "Nobody", by="Ada"),
        lambda: deciding.split(ledger, "Orla", ["Dain"], by="Ada"),
        lambda: deciding.split(ledger, "Orla", by="Ada"),
        lambda: deciding.split(ledger, "Orla", ["Mesk", "Orla"], by="Ada"),  # nothing would be left
        lambda: deciding.split(ledger, "Orla", documents=["c.txt"], by="Ada"),
        lambda: deciding.rename(ledger, "Orla", " . ", by="Ada"),
        lambda: deciding.rename(ledger, "Orla", "O.", by=" "),
        lambda: deciding.undo(ledger, "d-0", by="Ada"),
    )
    for attempt in refused:
        with pytest.raises((InputError, NotFoundError)) as raised:
            attempt()
        assert raised.value.advice
    assert dump(ledger) == before


def test_an_error_in_the_middle_of_a_decision_writes_nothing(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    before = dump(ledger)

    def breaks(*_: object) -> None:
        raise RuntimeError("the machine stopped")

    monkeypatch.setattr("counterclaim.ledger.deriving._relate", breaks)
    with pytest.raises(RuntimeError):
        deciding.merge(ledger, "Orla", "Mesk", by="Ada")
    assert dump(ledger) == before


def test_deciding_after_a_run_that_was_cut_off_first_makes_good_what_is_missing(ledger: Ledger) -> None:
    write(ledger, article("A week in Tarn\nWend says: the gate is open in Tarn.", "d.txt"))
    assert not is_derived(ledger)
    deciding.merge(ledger, "Orla", "Wend", by="Ada")
    assert frozenset(("Orla", "Wend")) in persons(ledger)


def exported(held: Ledger) -> str:
    stream = io.StringIO()
    held.export("decisions", "jsonl", stream)
    return stream.getvalue()


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Ledger]:
    """A second ledger of the same reports."""
    with open_ledger(tmp_path / "other.db") as held:
        fill(held)
        yield held


def test_decisions_taken_into_another_ledger_do_the_same_there_and_twice_nothing_more(
    ledger: Ledger, other: Ledger
) -> None:
    deciding.merge(ledger, "Orla", "Mesk", by="Ada", reason="same voice")
    back = deciding.rename(ledger, "Dain", "Dain Orsk", by="Jon").decision
    deciding.undo(ledger, back.id, by="Ada")
    lines = exported(ledger)
    assert deciding.take_in(other, lines.splitlines()) == deciding.TakenIn(3, 0)
    assert dump(other) == dump(ledger)
    assert deciding.take_in(other, lines.splitlines()) == deciding.TakenIn(0, 3)
    assert dump(other) == dump(ledger)
    assert exported(other) == lines


def test_two_ledgers_that_take_in_each_others_decisions_agree(ledger: Ledger, other: Ledger) -> None:
    """Also where they contradict each other: time decides, not who took in whose."""
    deciding.merge(ledger, "Orla", "Mesk", by="Ada")
    deciding.rename(other, "Orla", "O.", by="Jon")
    deciding.split(ledger, "Orla", ["Mesk"], by="Ada")
    deciding.merge(other, "Orla", "Mesk", by="Jon")
    mine, theirs = exported(ledger), exported(other)
    deciding.take_in(ledger, theirs.splitlines())
    deciding.take_in(other, mine.splitlines())
    assert dump(ledger) == dump(other)
    assert frozenset(("Orla", "Mesk", "O.")) in persons(ledger) or named(ledger, "Orla").name == "O."


def test_decisions_come_from_a_ledger_with_other_reports_and_wait(ledger: Ledger, tmp_path: Path) -> None:
    made = deciding.merge(ledger, "Orla", "Mesk", by="Ada").decision
    with open_ledger(tmp_path / "elsewhere.db") as elsewhere:
        assert deciding.take_in(elsewhere, exported(ledger).splitlines()).new == 1
        assert state(elsewhere, made.id) is DecisionState.FITS_NOTHING
        assert not elsewhere.check()
        fill(elsewhere)
        assert frozenset(("Orla", "Mesk")) in persons(elsewhere)


CHANGES = [
    ("by", "Jon", "changed"),
    ("at", "2001-01-01T00:00:00.000000+00:00", "changed"),
    ("kind", "marry", "kind"),
    ("content", {}, "entity"),
    ("content", {"entity": 1, "other": 2}, "entity"),
    ("reason", 7, "no text"),
    ("more", "keys", "no decision"),
    ("at", "2031-04-02T10:00:00", "no time of a decision"),
    ("at", "next week", "no time of a decision"),
    ("at", "2031-04-02T10:00:00.000000+02:00", "no time of a decision"),
    ("by", "A\ud800da", "no Unicode"),
]


@pytest.mark.parametrize(("name", "value", "words"), CHANGES, ids=str)
def test_a_line_that_was_changed_is_refused_with_its_number_and_nothing_is_taken_in(
    name: str, value: object, words: str, ledger: Ledger, other: Ledger
) -> None:
    deciding.merge(ledger, "Orla", "Mesk", by="Ada")
    good = exported(ledger)
    bad = json.dumps(json.loads(good) | {name: value})
    with pytest.raises(InputError, match="Line 2") as raised:
        deciding.take_in(other, [good, bad])
    assert words in raised.value.message
    assert not other.decisions()


@pytest.mark.parametrize("reason", ["a\udcffb", "\ud800"])
def test_words_that_are_no_unicode_are_refused_before_anything_is_written(reason: str, ledger: Ledger) -> None:
    with pytest.raises(InputError, match="UTF-8"):
        deciding.merge(ledger, "Orla", "Mesk", by="Ada", reason=reason)
    assert not ledger.decisions()


def test_content_that_this_version_does_not_understand_is_refused_rather_than_lost(
    ledger: Ledger, other: Ledger
) -> None:
    deciding.rename(ledger, "Orla", "O.", by="Ada")
    shape = json.loads(exported(ledger))
    shape["content"]["colour"] = "blue"
    with pytest.raises(InputError, match="more than this version"):
        deciding.take_in(other, [json.dumps(shape)])


def test_appending_what_is_there_makes_nothing_stale(ledger: Ledger) -> None:
    deciding.rename(ledger, "Orla", "O.", by="Ada")
    assert append(ledger, ledger.decisions()) == 0
    assert is_derived(ledger)


ACTORS = (
    Actor("Orla Vint", EntityKind.PERSON, ("Orla",), (Tenure("mayor", "2031", None),), "Velm", "Guard"),
    Actor("Guard", EntityKind.ORGANIZATION),
)


def test_actors_are_kept_as_given_and_honoured_until_others_take_their_place(ledger: Ledger) -> None:
    assert set_actors(ledger, ACTORS)
    assert ledger.actors() == ACTORS
    assert not is_derived(ledger)
    derive(ledger)
    assert named(ledger, "Orla").name == "Orla Vint"
    assert named(ledger, "Orla").side == "Velm"
    assert not set_actors(ledger, ACTORS)
    assert is_derived(ledger)
    assert not ledger.check()
    write(ledger, article(FIRST + "\nOrla says: it rains in Velm.", "a.txt"))
    derive(ledger)
    assert named(ledger, "Orla").name == "Orla Vint"
    set_actors(ledger, ())
    derive(ledger)
    assert named(ledger, "Orla").name == "Orla"


@pytest.mark.parametrize("name", ["007", "“Ghost”", "3M"])
def test_a_person_whose_name_has_no_word_of_letters_leaves_the_ledger_whole(name: str, ledger: Ledger) -> None:
    set_actors(ledger, (Actor(name, EntityKind.PERSON, ("Orla",)),))
    derive(ledger)
    assert named(ledger, "Orla").name == name


def test_what_the_actors_forbid_is_refused_and_an_older_decision_is_kept_but_overruled(ledger: Ledger) -> None:
    made = deciding.merge(ledger, "Orla", "Mesk", by="Ada").decision
    set_actors(ledger, (*ACTORS, Actor("Mesk", EntityKind.PERSON)))
    derive(ledger)
    assert state(ledger, made.id) is DecisionState.OVERRULED
    with pytest.raises(InputError, match="file of actors"):
        deciding.merge(ledger, "Orla", "Mesk", by="Ada")
    set_actors(ledger, ())
    derive(ledger)
    assert state(ledger, made.id) is DecisionState.CARRIED_OUT


def test_a_ledger_of_the_version_before_opens_and_can_be_decided_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from counterclaim.ledger import schema

    steps = schema.steps()
    with monkeypatch.context() as before:
        before.setattr(schema, "steps", lambda: steps[:2])
        with open_ledger(tmp_path / "old.db") as old:
            write(old, article(FIRST, "a.txt"))
            write(old, article(SECOND, "b.txt"))
    with open_ledger(tmp_path / "old.db") as held:
        deciding.merge(held, "Orla", "Mesk", by="Ada")
        assert persons(held) == {frozenset(("Orla", "Mesk"))}


def test_the_readable_view_says_what_became_of_each(ledger: Ledger) -> None:
    made = deciding.merge(ledger, "Orla", "Mesk", by="Ada").decision
    deciding.undo(ledger, made.id, by="Jon", reason="two voices")
    rows = [tuple(row) for row in ledger.rows("SELECT made_by, title, state, reason FROM decisions_readable")]
    assert rows == [("Ada", "merge Orla", "undone", None), ("Jon", f"undo {made.id}", "carried out", "two voices")]
