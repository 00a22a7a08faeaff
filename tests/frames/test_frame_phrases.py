"""Set phrases in a report of a war, and what each comes to. A phrase unread is a claim that no dispute ever shows."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.frames.tarvia import Page, Said
from tests.frames.test_frame_sentences import brief

from counterclaim.frames.conflict.phrases import patterns, read_pattern
from counterclaim.model import Claim

Frame = Callable[[Page], tuple[Claim, ...]]
PREPOSITIONS = frozenset(
    [
        "above", "across", "against", "along", "around", "at", "behind", "between", "beyond", "by", "for", "from", "in",
        "into", "near", "of", "off", "on", "onto", "outside", "over", "past", "through", "to", "toward", "towards",
        "under", "up", "upon", "with", "within",
    ]
)  # fmt: skip
SLOTS = frozenset(["", "actor", "enemy", "from", "holder", "place", "target", "to"])
BEFORE = "Soldiers and rebels have fought over Mirefield with tanks and artillery for weeks."
LINES = (Path(__file__).parent / "phrases.txt").read_text("utf-8").splitlines()
TABLE = [line.split(" | ") for line in LINES if " | " in line and not line.startswith("#")]


@pytest.mark.parametrize(("who", "sentence", "wanted"), TABLE, ids=[sentence for _, sentence, _ in TABLE])
def test_what_a_phrase_comes_to(read: Frame, who: str, sentence: str, wanted: str) -> None:
    page = Page((BEFORE, sentence), (Said(who, sentence.removesuffix(".")),))
    said = next(claim for claim in read(page) if claim.claimant is not None)
    found = [brief(one) for one in said.propositions if one.frame != "statement"]
    assert " ; ".join(found) == wanted.replace("nothing", "")


@pytest.mark.parametrize("line", ["", "{holder}"])
def test_a_line_without_a_verb_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match="has no verb"):
        read_pattern(line, "control", {"extent": "full"})


def test_a_slot_where_a_preposition_is_due_is_refused() -> None:
    with pytest.raises(ValueError, match="no preposition"):
        read_pattern("{holder} hold {place} {part} firmly", "control", {"extent": "full"})


@pytest.mark.parametrize("frame", ["control", "movement", "fighting", "attack"])
def test_every_line_is_read_as_it_is_meant(frame: str) -> None:
    shipped = {pattern for listed in patterns(frame).values() for pattern in listed}
    assert shipped
    for pattern in shipped:
        assert {preposition for preposition, _ in pattern.phrases} <= PREPOSITIONS
        assert not pattern.verbs & PREPOSITIONS
        fillers = [pattern.subject, pattern.object, *(filler for _, filler in pattern.phrases)]
        assert {filler.slot for filler in fillers if filler is not None} <= SLOTS
