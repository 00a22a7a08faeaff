"""`check` finds every kind of thing that can come to differ from what the ledger says."""

from pathlib import Path

import pytest
from tests.ledger.builders import article, write

from counterclaim.ledger import open_ledger
from counterclaim.ledger.checking import same_words
from counterclaim.ledger.deriving import derive
from counterclaim.model import Span

TEXT = "A day in Tarn\nOrla says: the gate is shut in Tarn."


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ("UPDATE claim SET content = 'the gate is open in Tarn'", "claim"),
        ("UPDATE claim_span SET stop = stop - 3 WHERE kind = 'content'", "claim"),
        ("UPDATE claim_span SET stop = 9999 WHERE kind = 'cue'", "claim"),
        ("UPDATE claim_span SET stop = 1, start = 5 WHERE kind = 'cue'", "article"),
        ("DELETE FROM claim_span WHERE kind = 'content'", "claim"),
        ("UPDATE claim_span SET start = 0 WHERE kind = 'evidence'", "claim"),
        ("UPDATE claim SET stance = 'shouts'", "article"),
        ("UPDATE mention SET surface = 'Velm' WHERE position = 1", "mention"),
        ("UPDATE mention SET start = start - 1 WHERE position = 0", "mention"),
        ("UPDATE article SET text = replace(text, 'shut', 'open')", "article"),
        ("UPDATE article SET outlet = 'Another'", "article"),
        ("UPDATE article SET title = 'Another'", "article"),
        ("UPDATE block SET stop = 9999", "article"),
        ("UPDATE offset_run SET length = 9999", "article"),
        ("INSERT INTO origin_article VALUES ('o', 0, 'a-none')", "origin_article"),
        ("DELETE FROM claim_fts", "search"),
        ("UPDATE article SET engine = 'other'", "derived"),
    ],
)
def test_every_change_is_named(tmp_path: Path, change: str, kind: str) -> None:
    """A claim whose words are no longer its words is worse than none."""
    with open_ledger(tmp_path / "l.db") as ledger:
        write(ledger, article(TEXT))
        derive(ledger)
        assert ledger.check() == ()
        ledger.rows("PRAGMA foreign_keys = OFF")
        ledger.rows(change)
        assert kind in {wrong.kind for wrong in ledger.check()}


def test_parts_of_a_quotation_may_be_joined_in_any_way() -> None:
    """What stands between the parts is the outlet's; the parts are the claimant's."""
    text = "“The gate,” she said, “is shut.”"
    spans = (Span(1, 9), Span(23, 30))
    for joined in ("The gate is shut", "The gate … is shut", "The gate, is shut"):
        assert same_words(joined, text, spans)
    for other in ("The gate she is shut", "The gate is", "is shut The gate", "The gate is shut now"):
        assert not same_words(other, text, spans)
