"""What somebody is only said to think is kept, and shown only to who asks for it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.ledger.builders import article, reading

from counterclaim.ledger import ClaimFilter, Ledger, open_ledger, schema
from counterclaim.ledger.writing import begin_run, write_reading
from counterclaim.model import Quotation

TEXT = "A day in Tarn\nOrla says: they hold the north in Tarn.\nMesk says: nobody is there in Tarn."


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """Orla claims; Mesk only thinks."""
    told = reading(article(TEXT))
    thought = replace(told.claims[1], speech=False, quotation=Quotation.NARRATION, propositions=())
    with open_ledger(tmp_path / "l.db") as held:
        whole = replace(told, claims=(told.claims[0], thought))
        write_reading(held, whole, run=begin_run(held, [], "e"), engine="e")
        yield held


def test_claims_are_claims_unless_thoughts_are_asked_for(ledger: Ledger) -> None:
    """A list of claims with wishes in it is worth nothing."""
    assert [claim.speech for claim in ledger.claims()] == [True]
    assert [claim.speech for claim in ledger.claims(ClaimFilter(thoughts=True))] == [True, False]
    assert not list(ledger.claims(ClaimFilter(claimant="Mesk")))
    assert [claim.content for claim in ledger.claims(ClaimFilter(words="nobody", thoughts=True))] == [
        "nobody is there in Tarn"
    ]


def test_a_thought_comes_back_whole(ledger: Ledger) -> None:
    (thought,) = (claim for claim in ledger.claims(ClaimFilter(thoughts=True)) if not claim.speech)
    assert thought.claimant
    assert (thought.claimant.name, thought.quotation, thought.propositions) == ("Mesk", Quotation.NARRATION, ())
    assert ledger.claim(thought.id) == thought
    assert not ledger.check()


def test_readable_views_keep_them_apart(ledger: Ledger) -> None:
    """In Datasette a view is all that most people look at."""
    assert ledger.value("SELECT claims FROM articles_readable") == 1
    assert [row["claimant"] for row in ledger.rows("SELECT * FROM claims_readable")] == ["Orla"]
    assert [row["thinker"] for row in ledger.rows("SELECT * FROM thoughts_readable")] == ["Mesk"]


def test_a_ledger_of_before_opens_and_its_claims_are_claims(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Years of reading must not be lost to an upgrade."""
    path, steps = tmp_path / "old.db", schema.steps()
    monkeypatch.setattr(schema, "steps", lambda: steps[:1])
    told = reading(article(TEXT))
    with open_ledger(path) as old, monkeypatch.context() as before:
        from counterclaim.ledger import rows

        written = rows._claim
        before.setattr(rows, "CLAIM", rows.CLAIM[:-1])
        before.setattr(rows, "_claim", lambda *given: written(*given)[:-1])
        write_reading(old, told, run=begin_run(old, [], "e"), engine="e")
    monkeypatch.setattr(schema, "steps", lambda: steps)
    with open_ledger(path) as ledger:
        assert tuple(claim.id for claim in ledger.claims()) == tuple(claim.id for claim in told.claims)
        assert ledger.value("SELECT claims FROM articles_readable") == 2
        assert ledger.value("PRAGMA user_version") == len(steps)
        assert not ledger.check()
