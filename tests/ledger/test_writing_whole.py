"""An article is written whole or not at all; reading again changes nothing; a changed article is a new version."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.ledger.builders import article, dump, reading, write

from counterclaim.errors import LedgerError
from counterclaim.ledger import Ledger, open_ledger
from counterclaim.ledger.deriving import derive
from counterclaim.ledger.freshness import is_derived
from counterclaim.ledger.writing import Outcome, begin_run, is_held, keep_unchanged, write_reading
from counterclaim.model import Argument, Mention, Part, Ref, Span

FIRST = "A day in Tarn\nOrla says: the gate is shut in Tarn."
SECOND = "A day in Tarn\nOrla says: the gate is open in Tarn."


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "l.db") as held:
        yield held


def test_the_same_article_twice_changes_nothing(ledger: Ledger) -> None:
    """Else every run would count its claims again."""
    assert write(ledger, article(FIRST)) is Outcome.READ
    derive(ledger)
    before = dump(ledger)
    assert write(ledger, article(FIRST)) is Outcome.UNCHANGED
    assert dump(ledger) == before
    assert is_derived(ledger)


def test_a_changed_article_is_a_new_version_and_the_old_stays(ledger: Ledger) -> None:
    """A silent edit by an outlet is news; the first wording must not be lost."""
    write(ledger, article(FIRST))
    assert write(ledger, article(SECOND)) is Outcome.NEW_VERSION
    assert [one.text for one in ledger.versions("report.txt")] == [FIRST, SECOND]
    assert [claim.content for claim in ledger.claims()] == ["the gate is open in Tarn"]
    assert ledger.claim(reading(article(FIRST)).claims[0].id).content == "the gate is shut in Tarn"
    assert not ledger.check()


def test_an_edit_that_is_taken_back_makes_the_first_version_current_again(ledger: Ledger) -> None:
    """Otherwise the ledger would go on quoting words that the outlet no longer carries."""
    write(ledger, article(FIRST))
    write(ledger, article(SECOND))
    derive(ledger)
    keep_unchanged(ledger, article(FIRST), begin_run(ledger, [], "engine 1"))
    assert [one.text for one in ledger.articles()] == [FIRST]
    assert not is_derived(ledger)


def test_a_newer_engine_reads_again_and_replaces_what_the_older_found(ledger: Ledger) -> None:
    """Else better readings would never reach ledgers that exist, or claims would stand twice."""
    write(ledger, article(FIRST), "engine 1")
    assert not is_held(ledger, article(FIRST), "engine 2")
    assert write(ledger, article(FIRST), "engine 2") is Outcome.READ_AGAIN
    assert len(list(ledger.claims())) == 1
    assert len(ledger.versions("report.txt")) == 1


def test_nothing_of_a_reading_that_contradicts_itself_is_written(ledger: Ledger) -> None:
    """Half an article would look like a whole one that says less."""
    good = reading(article(FIRST))
    claim = good.claims[0]
    stray = replace(claim.propositions[0], arguments=(Argument("place", Ref("Velm", "Velm", "nobody")),))
    wrong = (
        replace(good, mentions=(Mention(Part.TEXT, Span(0, 1), good.mentions[0].kind, "e0", "B"),)),
        replace(good, claims=(replace(claim, content_spans=(Span(0, 9999),)),)),
        replace(good, claims=(replace(claim, article="a-other"),)),
        replace(good, claims=(replace(claim, propositions=(stray,)),)),
        replace(good, claims=(claim, claim)),
    )
    before = dump(ledger)
    for broken in wrong:
        with pytest.raises((ValueError, sqlite3.IntegrityError)):
            write_reading(ledger, broken, run=begin_run(ledger, [], "e"), engine="e")
        assert dump(ledger) == before


def test_a_second_writer_is_told_to_wait(tmp_path: Path) -> None:
    """A bare "database is locked" helps nobody."""
    with (
        open_ledger(tmp_path / "l.db") as ledger,
        Ledger(tmp_path / "l.db", busy_seconds=0.05) as other,
        ledger.transaction(),
        pytest.raises(LedgerError, match="Another program is writing"),
    ):
        write(other, article(FIRST))
    with open_ledger(tmp_path / "l.db") as ledger:
        write(ledger, article(FIRST))


def test_readers_go_on_while_another_writes(tmp_path: Path) -> None:
    """Datasette and the commands must not stop because a long read is under way."""
    with open_ledger(tmp_path / "l.db") as ledger, open_ledger(tmp_path / "l.db") as other:
        write(ledger, article(FIRST))
        with ledger.transaction():
            write(ledger, article(SECOND))
            assert [claim.content for claim in other.claims()] == ["the gate is shut in Tarn"]


def test_the_same_articles_in_any_order_give_the_same_ledger(tmp_path: Path) -> None:
    """Ids that depend on order would make two people's ledgers of one folder differ."""
    articles = [article(f"{FIRST}\n{number}", f"{number}.txt") for number in range(4)]
    dumps = []
    for name, order in (("a", articles), ("b", articles[::-1])):
        with open_ledger(tmp_path / f"{name}.db") as ledger:
            for one in order:
                write(ledger, one)
            derive(ledger)
            dumps.append(dump(ledger))
    assert dumps[0] == dumps[1]


def test_paths_do_not_name_the_user(tmp_path: Path) -> None:
    """A ledger is handed on; where its owner keeps files is nobody's business."""
    folder = tmp_path / "reports"
    with open_ledger(tmp_path / "l.db") as ledger:
        write(ledger, article(FIRST, path=str(folder / "a.txt")))
        assert ledger.article("report.txt").provenance.path == "reports/a.txt"
