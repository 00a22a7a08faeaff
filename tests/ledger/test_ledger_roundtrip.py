"""What is read is what was written; nothing of an article is lost in the ledger."""

import os
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from tests.ledger.builders import article, reading, write

from counterclaim.ledger import open_ledger
from counterclaim.model import Article, Block, BlockKind, Provenance, Run, Span

TEXT = "A day in Tarn\nOrla says: the gate is shut in Tarn.\nMesk denies: they stand in Velm."


def test_an_article_comes_back_as_it_was(tmp_path: Path) -> None:
    """Otherwise evidence could not be shown in its article, nor led back to the input."""
    one = replace(
        article(TEXT),
        title="Set apart",
        byline="A. Writer",
        credited="Tarn Wire",
        url="https://example.org/1",
        dateline=Span(0, 5),
    )
    with open_ledger(tmp_path / "l.db") as ledger:
        write(ledger, one)
        assert ledger.article("report.txt") == replace(one, provenance=replace(one.provenance, path=one_path(tmp_path)))


def one_path(folder: Path) -> str:
    return Path(os.path.relpath(Path("report.txt").resolve(), folder.resolve())).as_posix()


@given(
    text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1),
    title=st.none() | st.text(st.characters(exclude_categories=["Cs"]), min_size=1),
)
def test_any_characters_come_back(text: str, title: str | None) -> None:
    """Spans count code points: one character lost or changed would move every span after it."""
    one = Article(
        "x", text, (Block(Span(0, 1), BlockKind.FURNITURE, "menu"),), Provenance("-", "t", "0"), (Run(0, 3, 1),), title
    )
    with open_ledger(":memory:") as ledger:
        write(ledger, one)
        assert next(ledger.articles()) == one


def test_claims_come_back_as_they_were_until_entities_are_unified(tmp_path: Path) -> None:
    """A claim that changed on the way would no longer be what the words carry."""
    one = reading(article(TEXT))
    with open_ledger(tmp_path / "l.db") as ledger:
        write(ledger, one.article)
        kept = list(ledger.claims())
    assert [claim.content for claim in kept] == ["the gate is shut in Tarn", "they stand in Velm"]
    for before, after in zip(one.claims, kept, strict=True):
        assert before.claimant
        assert after.claimant
        assert after.claimant.entity == f"{one.article.id}-{before.claimant.entity}"
        local = {after.claimant.entity: before.claimant.entity}
        assert replace(after.claimant, entity=local[after.claimant.entity]) == before.claimant
        arguments = [(a.role, getattr(a.value, "name", a.value)) for a in after.propositions[0].arguments]
        assert arguments == [(a.role, getattr(a.value, "name", a.value)) for a in before.propositions[0].arguments]
        bare = {"claimant": None, "propositions": ()}
        assert replace(after, **bare) == replace(before, **bare)
        assert replace(after.propositions[0], arguments=()) == replace(before.propositions[0], arguments=())
