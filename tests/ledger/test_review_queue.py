"""The queue puts first what is doubtful and what much hangs on, and says why."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.ledger.quarrel import ledger_at, said

from counterclaim.ledger import ClaimFilter, Ledger
from counterclaim.ledger.comparing import states
from counterclaim.ledger.queue import Weight, queue
from counterclaim.ledger.reviewing import accept, reject, unsure
from counterclaim.ledger.tallies import TALLIED_FOR, tally
from counterclaim.model import Claim, Relation, Review


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with ledger_at(tmp_path / "l.db") as held:
        yield held


def doubt(held: Ledger, words: str, confidence: float) -> str:
    """Makes the machine as sure of a claim as is said."""
    name = said(held, words).id
    held.rows("UPDATE claim SET confidence = ? WHERE id = ?", (confidence, name))
    tally(held)
    return name


def test_doubt_and_what_hangs_on_a_claim_put_it_first(ledger: Ledger) -> None:
    """Of two claims that are doubted alike, the one without which a dispute would fall comes first."""
    wend, mesk = doubt(ledger, "rain", 0.4), doubt(ledger, "wall", 0.4)
    first, second = queue(ledger, limit=2)
    assert [first.item.id, second.item.id] == [wend, mesk]
    assert first.weight == Weight(disputes=1, voices=1, falls=1)
    assert second.weight.falls == 0
    assert first.score == pytest.approx(0.6 * 4)
    assert first.why == (
        "confidence 0.40; stands in 1 dispute; 1 voice rests on it alone; 1 dispute would fall without it"
    )


def test_a_claim_in_no_dispute_waits_by_its_doubt_alone(ledger: Ledger) -> None:
    reject(ledger, [said(ledger, "rain").id], by="Ada")
    lone = doubt(ledger, "bridge", 0.1)
    (found,) = [one for one in queue(ledger) if one.item.id == lone]
    assert (found.score, found.why) == (0.9, "confidence 0.10; no dispute hangs on it")


def test_a_relation_waits_for_its_own_doubt_not_for_that_of_its_claims(ledger: Ledger) -> None:
    """Else one doubtful claim would fill the list with everything that it stands in."""
    relations = [one for one in queue(ledger) if isinstance(one.item, Relation)]
    assert relations
    assert all(one.doubt == pytest.approx(0.05, abs=0.01) for one in relations)
    assert all("if its claims are right" in one.why for one in relations)
    assert all(one.weight.disputes == 1 for one in relations)


def test_what_somebody_has_looked_at_does_not_wait(ledger: Ledger) -> None:
    accept(ledger, [said(ledger, "rain").id], by="Ada")
    unsure(ledger, [said(ledger, "wall").id], by="Ada")
    reject(ledger, [said(ledger, "gate").id], by="Ada")
    waiting = {one.item.id for one in queue(ledger) if isinstance(one.item, Claim)}
    assert waiting == {said(ledger, "mill").id, said(ledger, "bridge").id}
    assert states(ledger) == {
        Review.UNREVIEWED: 2, Review.ACCEPTED: 1, Review.CORRECTED: 0, Review.REJECTED: 1, Review.UNSURE: 1,
    }  # fmt: skip


def test_filters_and_limit_narrow_the_queue_down(ledger: Ledger) -> None:
    found = queue(ledger, ClaimFilter(place="Velm"))
    claims = {one.item.content for one in found if isinstance(one.item, Claim)}
    assert claims == {"rain fell hard in Velm", "the bridge is held in Velm"}
    assert len(queue(ledger, limit=1)) == 1
    assert len({one.item.id for one in queue(ledger)}) == len(queue(ledger))


@pytest.mark.parametrize("frequent", [0, 50_000])
def test_the_way_in_which_a_filter_is_looked_up_changes_nothing(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch, frequent: int
) -> None:
    """On a large ledger a filter that many claims meet is looked up down the list, and finds the same in that order."""
    every = queue(ledger)
    assert [one.score for one in every] == sorted((one.score for one in every), reverse=True)
    monkeypatch.setattr("counterclaim.ledger.queue.FREQUENT", frequent)
    monkeypatch.setattr("counterclaim.ledger.queue.FREQUENT_TOGETHER", frequent)
    for given in (
        {"place": "Velm"}, {"words": "held"}, {"frame": "control"}, {"claimant": "Orla"},
        {"place": "Velm", "words": "bridge"},
        {"min_confidence": 0.5}, {"since": "2000"}, {"until": "2000"}, {"since": "9000", "until": "9001"},
        {"claimant": "nobody at all"}, {"place": "nowhere"}, {"thoughts": True},
    ):  # fmt: skip
        wanted = ClaimFilter(**given)  # type: ignore[arg-type]
        met = {claim.id for claim in ledger.claims(wanted)}
        meets = [
            one for one in every
            if met & ({one.item.id} if isinstance(one.item, Claim) else {one.item.left, one.item.right})
        ]  # fmt: skip
        assert queue(ledger, wanted) == tuple(meets)


def test_a_ledger_of_an_older_program_gets_its_queue_when_it_is_asked(ledger: Ledger) -> None:
    before = queue(ledger)
    ledger.rows("DELETE FROM review_tally")
    ledger.note(TALLIED_FOR, None)
    assert queue(ledger) == before


@pytest.mark.parametrize("frequent", [0, 50_000])
def test_while_a_report_is_read_again_nothing_waits_that_is_gone(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch, frequent: int
) -> None:
    """The list is opened in the middle of a run, before all that follows is made anew."""
    monkeypatch.setattr("counterclaim.ledger.queue.FREQUENT", frequent)
    gone = said(ledger, "gate").id
    before = [one.item.id for one in queue(ledger)]
    lost = {
        gone,
        *(
            one.item.id
            for one in queue(ledger)
            if isinstance(one.item, Relation) and gone in (one.item.left, one.item.right)
        ),
    }
    assert len(lost) > 1
    ledger.rows("DELETE FROM claim WHERE id = ?", (gone,))
    assert [one.item.id for one in queue(ledger)] == [name for name in before if name not in lost]
    assert {one.item.id for one in queue(ledger, ClaimFilter(place="Tarn"))}.isdisjoint(lost)
