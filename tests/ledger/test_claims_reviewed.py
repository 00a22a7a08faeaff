"""A person has the last word on claims and relations: it wins, can be seen, undone, handed on, and outlives reading."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.ledger.builders import article, dump
from tests.ledger.quarrel import TEXTS, decisions_of, exports, ledger_at, quarrel, said, write

from counterclaim.errors import InputError, NotFoundError
from counterclaim.ledger import ClaimFilter, Ledger, deciding
from counterclaim.ledger.comparing import changed_relations, every_change, history
from counterclaim.ledger.deriving import derive
from counterclaim.ledger.filters import LOOKED_AT, VOUCHED
from counterclaim.ledger.listing import Facet, facet_size
from counterclaim.ledger.naming import called
from counterclaim.ledger.proposing import edited
from counterclaim.ledger.reviewing import Correction, accept, correct, judge, reject, unsure
from counterclaim.ledger.settling import take_in, undo
from counterclaim.ledger.writing import begin_run, write_reading
from counterclaim.model import DecisionState, EntityKind, RelationKind, Review, Span, Stance


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with ledger_at(tmp_path / "l.db") as held:
        yield held


def state(held: Ledger, decision: str) -> DecisionState:
    return held.verdicts()[decision].state


def sides(held: Ledger) -> dict[str, set[str]]:
    return {one.question: {name for side in one.sides for name in side.claimants} for one in held.disputes()}


def test_the_quarrel_is_there_to_be_decided_on(ledger: Ledger) -> None:
    assert sorted(map(sorted, sides(ledger).values())) == [["Dain", "Mesk", "Orla"], ["Orla", "Wend"]]


def test_a_rejected_claim_leaves_lists_disputes_and_exports_and_can_still_be_listed(ledger: Ledger) -> None:
    wrong = said(ledger, "wall")
    reject(ledger, [wrong.id], by="Ada", reason="not in the report")
    assert wrong.id not in {claim.id for claim in ledger.claims()}
    assert all("Mesk" not in names for names in sides(ledger).values())
    assert wrong.id not in "".join(exports(ledger).values())
    (kept,) = ledger.claims(ClaimFilter(review=frozenset([Review.REJECTED])))
    assert (kept.id, kept.content, kept.review) == (wrong.id, wrong.content, Review.REJECTED)
    assert not ledger.check()


def test_what_is_accepted_counts_whatever_the_machine_s_confidence(ledger: Ledger) -> None:
    """Who asks for sure claims wants those for which a person vouches."""
    claim = said(ledger, "gate")
    accept(ledger, [claim.id], by="Ada")
    assert [one.id for one in ledger.claims(ClaimFilter(min_confidence=0.9))] == [claim.id]
    assert not list(ledger.disputes(reviewed_only=True))
    accept(ledger, [said(ledger, "wall").id], by="Ada")
    (found,) = ledger.disputes(reviewed_only=True)
    assert {name for side in found.sides for name in side.claimants} == {"Orla", "Mesk"}
    assert {frozenset((one.left, one.right)) for one in ledger.relations(reviewed_only=True)} == {
        frozenset((claim.id, said(ledger, "wall").id))
    }


def test_unsure_is_an_answer_that_leaves_the_claim_where_it_was(ledger: Ledger) -> None:
    before = sides(ledger)
    unsure(ledger, [said(ledger, "gate").id], by="Ada")
    assert sides(ledger) == before
    assert said(ledger, "gate").review is Review.UNSURE
    assert len(list(ledger.claims(ClaimFilter(review=LOOKED_AT)))) == 1
    assert not list(ledger.claims(ClaimFilter(review=VOUCHED)))


def test_disputes_and_lists_are_made_of_corrected_claims(ledger: Ledger) -> None:
    claim = said(ledger, "wall")
    correct(ledger, [claim.id], Correction(claimant="Wend", stance=Stance.CONFIRMS, channel="radio"), by="Ada")
    after = said(ledger, "wall")
    assert after.claimant
    assert (after.claimant.name, after.claimant.surface) == ("Wend", "Mesk")
    assert (after.stance, after.channel, after.review) == (Stance.CONFIRMS, "radio", Review.CORRECTED)
    assert any({"Dain", "Orla", "Wend"} == names for names in sides(ledger).values())
    assert [one.id for one in ledger.claims(ClaimFilter(claimant="Wend", place="Tarn"))] == [claim.id]
    assert not list(ledger.claims(ClaimFilter(claimant="Mesk")))
    assert not ledger.check()


def test_what_the_machine_read_stays_beside_what_was_decided(ledger: Ledger) -> None:
    machine = said(ledger, "wall")
    correct(ledger, [machine.id], Correction(claimant="Wend", said="2031-04-01"), by="Ada", reason="see line 2")
    found = ledger.compare(machine.id)
    assert found.before == machine
    assert found.after.said == "2031-04-01"
    assert found.changed == ("claimant", "said")
    assert [(one.by, one.reason) for one in found.decisions] == [("Ada", "see line 2")]
    assert [one.after.id for one in every_change(ledger)] == [machine.id]
    assert ledger.compare(said(ledger, "gate").id).changed == ()


def test_words_are_corrected_to_words_that_stand_there_and_evidence_goes_with_them(ledger: Ledger) -> None:
    claim = said(ledger, "wall")
    correct(ledger, [claim.id], Correction(content=("wall is", "in Tarn")), by="Ada")
    after = said(ledger, "wall")
    assert after.content == "wall is in Tarn"
    text = ledger.article("b.txt").text
    assert [span.of(text) for span in after.content_spans] == ["wall is", "in Tarn"]
    assert after.propositions[0].evidence == after.content_spans
    assert not ledger.check()
    assert [one.id for one in ledger.claims(ClaimFilter(words="wall"))] == [claim.id]
    assert not list(ledger.claims(ClaimFilter(words="held wall")))
    correct(ledger, [claim.id], Correction(content=(Span(0, 5),)), by="Ada")
    assert ledger.claim(claim.id).content == "A day"


def test_check_proves_the_spans_of_corrected_claims_and_of_what_the_machine_read(ledger: Ledger) -> None:
    claim = said(ledger, "wall")
    correct(ledger, [claim.id], Correction(content=("wall is held",)), by="Ada")
    assert not ledger.check()
    ledger.rows("UPDATE claim_span SET start = start + 1 WHERE claim = ? AND kind = 'content'", (claim.id,))
    assert [one.id for one in ledger.check()] == [claim.id] * len(ledger.check())
    derive(ledger)
    assert not ledger.check()
    ledger.rows("UPDATE machine_claim SET read = replace(read, 'the wall', 'a tower')")
    assert [one.why for one in ledger.check()] == ["its content is not what stands at its spans"]


def test_propositions_are_changed_dropped_and_added_within_the_frames_of_packs(ledger: Ledger) -> None:
    claim = said(ledger, "wall")
    told = edited(ledger, claim.id, sets=["1.holder=@Dain", "1.extent=partial", "1.part=north", "1.negated=yes"])
    correct(ledger, [claim.id], Correction(propositions=told), by="Ada")
    (fact,) = said(ledger, "wall").propositions
    holder = fact.ref("holder")
    assert holder
    assert (holder.name, fact.get("extent"), fact.get("part"), fact.negated) == ("Dain", "partial", "north", True)
    assert holder.entity in {one.id for one in ledger.entities() if one.name == "Dain"}
    told = edited(ledger, claim.id, drops=[1], adds=["losses side=@Orla kind=killed min=3", "fighting place=@Velm"])
    correct(ledger, [claim.id], Correction(propositions=told), by="Ada")
    after = said(ledger, "wall").propositions
    assert [(one.frame, one.get("min")) for one in after] == [("losses", 3), ("fighting", None)]
    assert all(one.evidence == claim.content_spans for one in after)
    assert {one.id for one in ledger.claims(ClaimFilter(frame="losses"))} == {claim.id}
    assert {one.id for one in ledger.claims(ClaimFilter(place="Velm", frame="fighting"))} == {claim.id}
    assert not ledger.check()


def test_a_thought_commits_nobody_and_a_claim_that_was_taken_for_one_comes_back(ledger: Ledger) -> None:
    claim = said(ledger, "wall")
    made = correct(ledger, [claim.id], Correction(speech=False), by="Ada")
    assert claim.id not in {one.id for one in ledger.claims()}
    assert not ledger.claim(claim.id).propositions
    correct(ledger, [claim.id], Correction(speech=True), by="Jon")
    assert state(ledger, made.decision.id) is DecisionState.OVERRULED
    assert ledger.claim(claim.id).propositions == claim.propositions
    assert any("Mesk" in names for names in sides(ledger).values())


def test_the_outlet_s_own_voice_is_nobody_s_claim(ledger: Ledger) -> None:
    claim = said(ledger, "wall")
    correct(ledger, [claim.id], Correction(outlet=True), by="Ada")
    assert ledger.claim(claim.id).claimant is None
    assert all("Mesk" not in names for names in sides(ledger).values())


def test_somebody_whom_no_report_names_is_listed_as_long_as_a_decision_names_her(ledger: Ledger) -> None:
    """Else her claims would stand under no claimant, and no filter would find them."""
    wall, gate = said(ledger, "wall"), said(ledger, "gate")
    first = correct(ledger, [wall.id], Correction(claimant="Gunda Perl", kind=EntityKind.PERSON), by="Ada")
    after = ledger.claim(wall.id).claimant
    assert after
    assert after.entity
    assert ledger.entity(after.entity).name == after.name == "Gunda Perl"
    assert any("Gunda Perl" in names for names in sides(ledger).values())
    correct(ledger, [gate.id], Correction(claimant="gunda perl"), by="Jon")
    assert facet_size(ledger, Facet("claimant", (after.entity,))) == 2
    assert not ledger.check()
    undo(ledger, first.name, by="Ada")
    assert [claim.id for claim in ledger.claims(ClaimFilter(claimant="Gunda Perl"))] == [gate.id], "one still names her"
    undo(ledger, ledger.decisions()[1].id, by="Ada")
    assert "Gunda Perl" not in {one.name for one in ledger.entities()}


def test_later_words_win_field_by_field_and_say_which_earlier_ones_they_cost(ledger: Ledger) -> None:
    claim = said(ledger, "wall")
    first = correct(ledger, [claim.id], Correction(claimant="Wend", channel="radio"), by="Ada").decision
    correct(ledger, [claim.id], Correction(channel=""), by="Jon")
    after = said(ledger, "wall")
    assert after.claimant
    assert (after.claimant.name, after.channel) == ("Wend", None)
    assert state(ledger, first.id) is DecisionState.CARRIED_OUT
    made = correct(ledger, [claim.id], Correction(claimant="Dain"), by="Jon")
    assert [one.decision for one in made.affected] == [first.id]
    gone = reject(ledger, [claim.id], by="Jon").decision
    made = accept(ledger, [claim.id], by="Ada")
    assert [one.decision for one in made.affected] == [gone.id]
    assert ledger.claim(claim.id).review is Review.CORRECTED


def test_a_relation_is_rejected_kept_and_its_dispute_gone(ledger: Ledger) -> None:
    pair = said(ledger, "rain").id, said(ledger, "bridge").id
    (relation,) = [one for one in ledger.relations() if {one.left, one.right} == set(pair)]
    reject(ledger, [relation.id], by="Ada")
    assert relation.id not in {one.id for one in ledger.relations()}
    assert not any("Wend" in names for names in sides(ledger).values())
    assert [one.id for one in changed_relations(ledger)] == [relation.id]
    (kept,) = [one for one in ledger.relations(rejected=True) if one.id == relation.id]
    assert replace(kept, review=Review.UNREVIEWED) == relation
    accept(ledger, [relation.id], by="Jon")
    (again,) = [one for one in ledger.relations() if one.id == relation.id]
    assert again.review is Review.ACCEPTED
    assert any("Wend" in names for names in sides(ledger).values())


def test_a_relation_that_the_machine_did_not_see_is_stated_and_makes_a_dispute(ledger: Ledger) -> None:
    left, right = said(ledger, "rain").id, said(ledger, "gate").id
    assert not any({one.left, one.right} == {left, right} for one in ledger.relations())
    judge(ledger, left, right, RelationKind.CONTRADICTS, by="Ada", reason="rain would have opened the gate")
    (relation,) = [one for one in ledger.relations() if {one.left, one.right} == {left, right}]
    assert (relation.review, relation.machine) == (Review.CORRECTED, None)
    assert relation.why == "rain would have opened the gate"
    assert any(names == {"Orla", "Wend"} and "what Orla said" in asked for asked, names in sides(ledger).items())


def test_another_kind_for_a_relation_keeps_what_the_machine_said(ledger: Ledger) -> None:
    left, right = said(ledger, "rain").id, said(ledger, "bridge").id
    judge(ledger, left, right, RelationKind.CORROBORATES, by="Ada")
    (relation,) = [one for one in ledger.relations() if {one.left, one.right} == {left, right}]
    assert (relation.kind, relation.machine) == (RelationKind.CORROBORATES, RelationKind.CONTRADICTS)
    assert not any("Wend" in names for names in sides(ledger).values())


def test_a_judgement_waits_while_one_of_its_claims_is_rejected(ledger: Ledger) -> None:
    left, right = said(ledger, "rain").id, said(ledger, "gate").id
    made = judge(ledger, left, right, RelationKind.CONTRADICTS, by="Ada").decision
    cost = reject(ledger, [left], by="Jon")
    assert [one.decision for one in cost.affected] == [made.id]
    undo(ledger, cost.decision.id, by="Jon")
    assert state(ledger, made.id) is DecisionState.CARRIED_OUT


def test_many_are_decided_in_one_go_and_undone_as_one(ledger: Ledger) -> None:
    before = exports(ledger)
    names = [claim.id for claim in ledger.claims()]
    made = reject(ledger, names, by="Ada")
    assert len(ledger.decisions()) == len(names) == 5
    assert not list(ledger.claims())
    back = undo(ledger, made.name, by="Jon").decision
    assert exports(ledger) == before
    assert {state(ledger, one.id) for one in made.decisions} == {DecisionState.UNDONE}
    with pytest.raises(InputError, match="was undone by Jon"):
        undo(ledger, made.name, by="Ada")
    undo(ledger, back.id, by="Jon")
    assert not list(ledger.claims())


def test_undoing_gives_back_what_was_letter_for_letter(ledger: Ledger) -> None:
    before, rows = exports(ledger), dump(ledger)
    wanted = Correction(claimant="Dain", content=("wall is held",), said="2031-03", stance=Stance.DENIES)
    made = correct(ledger, [said(ledger, "wall").id], wanted, by="Ada")
    assert exports(ledger) != before
    undo(ledger, made.decision.id, by="Ada")
    assert exports(ledger) == before
    kept = {"decision", "decision_state", "meta"}
    assert {name: held for name, held in dump(ledger).items() if name not in kept} == {
        name: held for name, held in rows.items() if name not in kept
    }


CHANGED = "A prologue.\n" + TEXTS["b.txt"].replace("A day", "Another day") + "\nMesk says: snow fell at last in Velm."


@pytest.mark.parametrize(
    ("text", "engine"), [(TEXTS["b.txt"], "engine 2"), (CHANGED, "engine 1")], ids=["read again", "changed text"]
)
def test_decisions_follow_the_claim_when_its_report_is_read_again(text: str, engine: str, ledger: Ledger) -> None:
    claim = said(ledger, "wall")
    correct(ledger, [claim.id], Correction(claimant="Wend", content=("wall is held",)), by="Ada")
    judge(ledger, claim.id, said(ledger, "rain").id, RelationKind.REVISES, by="Ada")
    unsure(ledger, [said(ledger, "gate").id], by="Ada")
    told = [replace(one, id="", article="", content_spans=()) for one in (said(ledger, "wall"),)]
    write(ledger, text, "b.txt", engine)
    derive(ledger)
    after = said(ledger, "wall")
    assert after.claimant
    assert (after.claimant.name, after.content, after.review) == ("Wend", "wall is held", Review.CORRECTED)
    assert after.stance is told[0].stance
    assert any(one.kind is RelationKind.REVISES and one.left == after.id for one in ledger.relations())
    assert {one.state for one in ledger.verdicts().values()} == {DecisionState.CARRIED_OUT}
    assert not ledger.check()


def test_a_decision_whose_words_are_gone_is_kept_and_holds_again_when_they_come_back(ledger: Ledger) -> None:
    made = reject(ledger, [said(ledger, "wall").id], by="Ada").decision
    write(ledger, "A day in Velm\nMesk says: nothing new is known in Tarn.", "b.txt")
    derive(ledger)
    assert state(ledger, made.id) is DecisionState.FITS_NOTHING
    assert "Mesk" in {claim.claimant.name for claim in ledger.claims() if claim.claimant}
    write(ledger, TEXTS["b.txt"] + "\nNo more.", "b.txt")
    derive(ledger)
    assert state(ledger, made.id) is DecisionState.CARRIED_OUT
    assert "Mesk" not in {claim.claimant.name for claim in ledger.claims() if claim.claimant}


def test_the_same_words_of_somebody_else_are_another_claim(ledger: Ledger) -> None:
    """A rejection of what Mesk said must not silence Dain, who says the same."""
    made = reject(ledger, [said(ledger, "wall").id], by="Ada").decision
    write(ledger, TEXTS["b.txt"].replace("Mesk", "Dain"), "b.txt")
    derive(ledger)
    assert state(ledger, made.id) is DecisionState.FITS_NOTHING
    assert said(ledger, "wall").review is Review.UNREVIEWED


def test_what_was_accepted_stays_as_it_was_read_then(ledger: Ledger) -> None:
    """Another engine may read the claim otherwise; a person has vouched for what she saw."""
    accept(ledger, [said(ledger, "wall").id], by="Ada")
    seen = said(ledger, "wall")
    write(ledger, TEXTS["b.txt"].replace("Mesk says", "Mesk denies"), "b.txt")
    derive(ledger)
    after = said(ledger, "wall")
    assert (after.stance, after.propositions[0].negated) == (Stance.ASSERTS, False)
    assert after.review is Review.ACCEPTED
    found = ledger.compare(after.id)
    assert (found.before.stance, found.before.propositions[0].negated) == (Stance.DENIES, True)
    assert found.after.stance is seen.stance


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Ledger]:
    with ledger_at(tmp_path / "other.db") as held:
        yield held


def test_two_ledgers_that_take_in_each_others_decisions_agree(ledger: Ledger, other: Ledger) -> None:
    wall = said(ledger, "wall").id
    correct(ledger, [wall], Correction(claimant="Wend"), by="Ada")
    correct(other, [wall], Correction(stance=Stance.PREDICTS, claimant="Dain"), by="Jon")
    bulk = reject(ledger, [said(ledger, "gate").id, said(ledger, "rain").id], by="Ada")
    accept(other, [said(ledger, "gate").id], by="Jon")
    judge(other, wall, said(other, "mill").id, None, by="Jon")
    undo(ledger, bulk.name, by="Ada")
    deciding.merge(other, "Orla", "Mesk", by="Jon")
    mine, theirs = decisions_of(ledger), decisions_of(other)
    take_in(ledger, theirs)
    take_in(other, mine)
    assert dump(ledger) == dump(other)
    assert exports(ledger) == exports(other)
    assert decisions_of(ledger) == decisions_of(other)
    assert take_in(ledger, theirs).new == 0


def test_decisions_of_a_ledger_with_other_reports_wait_there(ledger: Ledger, tmp_path: Path) -> None:
    correct(ledger, [said(ledger, "wall").id], Correction(claimant="Wend"), by="Ada")
    with Ledger(tmp_path / "elsewhere.db") as elsewhere:
        take_in(elsewhere, decisions_of(ledger))
        assert [one.state for one in elsewhere.verdicts().values()] == [DecisionState.FITS_NOTHING]
        assert not elsewhere.check()


def test_a_decision_from_elsewhere_that_no_pack_can_take_harms_nothing(ledger: Ledger, other: Ledger) -> None:
    """A file of decisions must not be able to stop everything that follows from the ledger."""
    told = edited(ledger, said(ledger, "wall").id, sets=["1.extent=partial"])
    correct(ledger, [said(ledger, "wall").id], Correction(propositions=told), by="Ada")
    from counterclaim.ledger.decision_json import action_of, decision_shape, signed

    shape = json.loads(decisions_of(ledger)[0])
    shape["content"]["propositions"][0]["arguments"][1]["value"] = "sideways"
    made = signed(action_of("correct", json.dumps(shape["content"])), reason=None, by="Eve", at=shape["at"])
    before = exports(other)
    take_in(other, [json.dumps(decision_shape(made))])
    assert other.verdicts()[made.id].state is DecisionState.FITS_NOTHING
    assert "sideways" in other.verdicts()[made.id].why
    assert exports(other) == before


REFUSED: tuple[tuple[str, Callable[[Ledger, str], object]], ...] = (
    ("No claim has the id", lambda held, _: correct(held, ["c-0"], Correction(channel="x"), by="Ada")),
    ("Nothing in the ledger has the id", lambda held, _: accept(held, ["r-0"], by="Ada")),
    ("No claim is named", lambda held, _: reject(held, [], by="Ada")),
    ("Nobody is named who decides", lambda held, name: reject(held, [name], by=" ")),
    ("Nothing is corrected", lambda held, name: correct(held, [name], Correction(), by="Ada")),
    ("do not stand in the report", lambda held, name: correct(held, [name], Correction(content=("no",)), by="Ada")),
    ("lies beyond", lambda held, name: correct(held, [name], Correction(content=(Span(0, 9999),)), by="Ada")),
    ("No entity is named", lambda held, name: correct(held, [name], Correction(claimant="Nobody"), by="Ada")),
    ("is no time", lambda held, name: correct(held, [name], Correction(said="yesterday"), by="Ada")),
    ("cannot both claim", lambda held, name: correct(held, [name], Correction(claimant="Orla", outlet=True), by="A")),
    ("no relation to itself", lambda held, name: judge(held, name, name, None, by="Ada")),
    ("No installed pack", lambda held, name: edited(held, name, adds=["weather place=@Tarn"])),
    ("has no role", lambda held, name: edited(held, name, sets=["1.colour=red"])),
    ("is not 'huge'", lambda held, name: edited(held, name, sets=["1.extent=huge"])),
    ("needs 'extent'", lambda held, name: edited(held, name, adds=["control place=@Tarn"])),
    ("no proposition 2", lambda held, name: edited(held, name, drops=[2])),
    ("sets nothing", lambda held, name: edited(held, name, sets=["extent"])),
    ("cannot be read", lambda held, name: edited(held, name, adds=["control 'place"])),
)


@pytest.mark.parametrize(("words", "attempt"), REFUSED, ids=[words for words, _ in REFUSED])
def test_what_is_refused_says_what_to_do_and_leaves_the_ledger_as_it_was(
    words: str, attempt: Callable[[Ledger, str], object], ledger: Ledger
) -> None:
    before = dump(ledger)
    with pytest.raises((InputError, NotFoundError), match=words) as raised:
        attempt(ledger, said(ledger, "wall").id)
    assert raised.value.advice
    assert dump(ledger) == before


def test_a_claim_of_an_old_version_is_not_decided_on(ledger: Ledger) -> None:
    old = said(ledger, "wall").id
    write(ledger, CHANGED, "b.txt")
    derive(ledger)
    with pytest.raises(InputError, match="has changed since"):
        accept(ledger, [old], by="Ada")


def test_of_two_claims_that_no_words_tell_apart_the_second_is_not_decided_on_by_mistake(ledger: Ledger) -> None:
    told = quarrel(article(TEXTS["b.txt"] + "\nThe end.", "b.txt"))
    twins = (*told.claims, replace(told.claims[0], id="c-twin"))
    write_reading(ledger, replace(told, claims=twins), run=begin_run(ledger, [], "e"), engine="e")
    derive(ledger)
    with pytest.raises(InputError, match="cannot be told apart"):
        reject(ledger, ["c-twin"], by="Ada")
    assert not ledger.decisions()
    reject(ledger, [told.claims[0].id], by="Ada")
    assert ledger.claim("c-twin").review is Review.UNREVIEWED


def test_the_ledger_object_decides_as_the_functions_do(ledger: Ledger) -> None:
    gate, wall, rain = (said(ledger, words).id for words in ("gate", "wall", "rain"))
    before = exports(ledger)
    made = ledger.accept(gate, wall, by="Ada")
    assert made.name.startswith("b-")
    ledger.undo(made.name, by="Ada")
    names = [
        ledger.correct(gate, wanted=Correction(channel="radio"), by="Ada").name,
        ledger.judge(gate, rain, RelationKind.CORROBORATES, by="Ada").name,
        ledger.unsure(rain, by="Ada").name,
        ledger.reject(wall, by="Ada").name,
    ]
    assert ledger.compare(gate).changed == ("channel",)
    assert {gate, wall, rain}.isdisjoint(waiting.item.id for waiting in ledger.queue())
    for name in names:
        ledger.undo(name, by="Ada")
    assert exports(ledger) == before


def test_narration_stands_in_no_relation(ledger: Ledger) -> None:
    claim = said(ledger, "wall").id
    correct(ledger, [claim], Correction(outlet=True), by="Ada")
    with pytest.raises(InputError, match="nobody's claim"):
        judge(ledger, claim, said(ledger, "gate").id, RelationKind.CONTRADICTS, by="Ada")


def test_a_claimant_by_hand_follows_the_entity_when_it_is_merged(ledger: Ledger) -> None:
    claim = said(ledger, "wall").id
    correct(ledger, [claim], Correction(claimant="Wend"), by="Ada")
    deciding.merge(ledger, "Orla", "Wend", by="Ada")
    assert claim in {one.id for one in ledger.claims(ClaimFilter(claimant="Orla"))}
    speaker = said(ledger, "gate").claimant
    assert speaker
    assert speaker.entity
    named_in = [named.document for named in called(ledger, speaker.entity)]
    assert named_in == ["a.txt", "a.txt", "c.txt"]  # not b.txt, where only a person names her
    assert not ledger.check()


def test_who_decided_what_on_a_claim_is_told_in_order(ledger: Ledger) -> None:
    claim = said(ledger, "wall").id
    accept(ledger, [claim], by="Ada")
    accept(ledger, [claim], by="Jon")
    assert [one.by for one in history(ledger, claim)] == ["Ada", "Jon"]
    assert [row["made_by"] for row in ledger.rows("SELECT made_by FROM reviewed_readable")] == ["Ada", "Jon"]
