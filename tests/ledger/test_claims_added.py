"""A claim that the machine missed and a person added: it counts as any other, survives reading again, and goes when it
is undone."""

import io
from pathlib import Path

import pytest
from tests.report.world import CLAIMS, ENTITIES, POST, opened, write_ledger

from counterclaim.errors import InputError, NotFoundError
from counterclaim.export import What
from counterclaim.ledger import Ledger
from counterclaim.ledger.adding import added_id
from counterclaim.ledger.deriving import derive
from counterclaim.ledger.proposing import proposed
from counterclaim.ledger.reviewing import Correction
from counterclaim.ledger.writing import begin_run, write_reading
from counterclaim.model import Claim, DecisionState, EntityKind, Quotation, Reading, Review, Stance

MISSED = CLAIMS[1]
WORDS = ("We stand on", "north quay")


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """The quarrel, of which the machine missed one claim."""
    return write_ledger(tmp_path / "quarrel.db", claims=[one for one in CLAIMS if one != MISSED])


def everything(held: Ledger) -> list[str]:
    found = []
    for what in (What.CLAIMS, What.RELATIONS, What.DISPUTES, What.ENTITIES):
        stream = io.StringIO()
        held.export(what, "jsonl", stream)
        found.append(stream.getvalue())
    return found


def add(held: Ledger, **more: object) -> Claim:
    told = (proposed(held, 'control place=@Mirrow holder=@Telsk extent=partial part="the north quay"'),)
    given = {"claimant": "brask", "content": WORDS, "channel": "Telegram", "propositions": told} | more
    made = held.add(POST.id, wanted=Correction(**given), by="Ada", reason="line 4")  # type: ignore[arg-type]
    return held.claim(added_id(made.decision.id))


def read_again(held: Ledger, *claims: Claim, engine: str = "newer") -> None:
    run = begin_run(held, [], engine)
    write_reading(held, Reading(POST, tuple(ENTITIES.values()), (), claims), run=run, engine=engine)
    derive(held)


def test_it_is_a_claim_as_any_other_and_stands_in_disputes(ledger: Path) -> None:
    with opened(ledger) as held:
        before = everything(held)
        found = add(held)
        assert (found.claimant.name if found.claimant else "", found.content) == ("Jon Brask", "We stand on north quay")
        assert (found.review, found.quotation, found.channel) == (Review.CORRECTED, Quotation.INDIRECT, "Telegram")
        assert [span.of(POST.text) for span in found.content_spans] == list(WORDS)
        assert found.id in {one.id for one in held.claims()}
        assert any(found.id in side.claims for one in held.disputes() for side in one.sides)
        assert not list(held.connection.execute("PRAGMA foreign_key_check"))
        held.undo(held.decisions()[0].id, by="Ada")
        assert everything(held) == before


def test_it_survives_reading_again(ledger: Path) -> None:
    with opened(ledger) as held:
        found = add(held)
        read_again(held, CLAIMS[0])
        assert held.claim(found.id) == found
        derive(held)
        assert held.claim(found.id) == found


def test_once_the_machine_finds_it_there_is_one_and_what_was_given_holds(ledger: Path) -> None:
    with opened(ledger) as held:
        found = add(held, channel="radio", content=("We stand on the north quay",))
        read_again(held, CLAIMS[0], MISSED)
        told = held.claim(MISSED.id)
        assert (told.channel, told.review) == ("radio", Review.CORRECTED)
        assert [one.state for one in held.verdicts().values()] == [DecisionState.CARRIED_OUT]
        with pytest.raises(NotFoundError):
            held.claim(found.id)


def test_what_is_said_of_it_later_holds(ledger: Path) -> None:
    with opened(ledger) as held:
        found = add(held)
        held.correct(found.id, wanted=Correction(claimant="Ada Quell", stance=Stance.DENIES), by="Bo")
        held.correct(found.id, wanted=Correction(channel=""), by="Bo")
        told = held.claim(found.id)
        assert (told.claimant.name if told.claimant else "", told.stance, told.channel) == (
            "Ada Quell",
            Stance.DENIES,
            None,
        )
        held.reject(found.id, by="Cy")
        assert found.id not in {one.id for one in held.claims()}
        for one in reversed(held.decisions()[1:]):
            held.undo(one.id, by="Ada")
        assert held.claim(found.id) == found


def test_a_relation_to_it_can_be_judged(ledger: Path) -> None:
    with opened(ledger) as held:
        found = add(held, propositions=())
        held.judge(found.id, CLAIMS[0].id, None, by="Ada")
        assert {one.state for one in held.verdicts().values()} == {DecisionState.CARRIED_OUT}


def test_it_is_handed_from_ledger_to_ledger(ledger: Path, tmp_path: Path) -> None:
    other = write_ledger(tmp_path / "other.db", claims=[one for one in CLAIMS if one != MISSED])
    stream = io.StringIO()
    with opened(ledger) as held:
        found = add(held)
        held.export(What.DECISIONS, "jsonl", stream)
    from counterclaim.ledger import deciding

    with opened(other) as held:
        assert deciding.take_in(held, stream.getvalue().splitlines()).new == 1
        assert held.claim(found.id) == found


def test_somebody_new_the_outlet_and_a_thought_can_be_added(ledger: Path) -> None:
    with opened(ledger) as held:
        new = add(held, claimant="Orla Vint", kind=EntityKind.PERSON, propositions=())
        assert new.claimant
        assert new.claimant.name == "Orla Vint"
        outlet = add(held, claimant=None, outlet=True, content=("wrote on Telegram",), propositions=())
        assert (outlet.claimant, outlet.quotation) == (None, Quotation.NARRATION)
        thought = add(held, speech=False, content=("Haven district",))
        assert (thought.speech, thought.propositions) == (False, ())


def test_it_fits_nothing_once_its_words_are_gone(ledger: Path) -> None:
    with opened(ledger) as held:
        add(held)
        held.rows("UPDATE article SET current = 0 WHERE id = ?", (POST.id,))
        derive(held)
        assert [one.state for one in held.verdicts().values()] == [DecisionState.FITS_NOTHING]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"content": ("We stood",)}, "do not stand in the report"),
        ({"content": (" ",)}, "No words are given"),
        ({"claimant": None}, "Either somebody claims it, or the outlet"),
        ({"outlet": True}, "Either somebody claims it, or the outlet"),
        ({"claimant": "Nobody"}, "No entity is named"),
        ({"said": "soon"}, "is no time"),
        ({"claimant": "Quell", "content": ("the whole of Mirrow was in Orvann's hands",)}, "has this claim already"),
    ],
)
def test_what_cannot_be_added_is_refused_with_nothing_written(
    ledger: Path, given: dict[str, object], said: str
) -> None:
    with opened(ledger) as held:
        before = everything(held)
        with pytest.raises((InputError, NotFoundError), match=said):
            add(held, **given)
        assert everything(held) == before
        assert not held.decisions()


def test_twice_the_same_is_refused_and_reports_that_are_not_there(ledger: Path) -> None:
    with opened(ledger) as held:
        add(held)
        with pytest.raises(InputError, match="has this claim already"):
            add(held)
        with pytest.raises(NotFoundError):
            held.add("none.txt", wanted=Correction(claimant="brask", content=WORDS), by="Ada")
