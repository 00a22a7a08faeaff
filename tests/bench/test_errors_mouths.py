"""Each kind of error is told from the others: who mends the wrong one wastes a week."""

import pytest
from bench.errors.mouths import Fate, compared, mouth_of, touch
from bench.errors.records import Said, said
from bench.errors.scoring import Rules
from tests.bench.conftest import Line

WORDS = "the harbour wall of Tarn will hold through the winter"
GOLD = Said("Orla Vint", WORDS, "direct")


@pytest.mark.parametrize(
    ("changes", "fate"),
    [
        ({}, Fate.RIGHT),
        ({"name": "Mesk", "surface": "she"}, Fate.PRONOUN),
        ({"name": "Tarn Courier", "kind": "organization"}, Fate.OUTLET),
        ({"name": "two officials", "kind": "group"}, Fate.UNNAMED),
        ({"name": "Jon Mesk", "surface": "Mesk"}, Fate.PERSON),
        ({"name": "Harbour Office", "kind": "organization"}, Fate.BODY),
        ({"quotation": "narration", "speech": False}, Fate.THOUGHT),
        ({"quotation": "narration", "name": None}, Fate.NARRATION),
    ],
)
def test_the_right_words_in_another_mouth(changes: dict[str, object], fate: Fate, rules: Rules, line: Line) -> None:
    found = compared([GOLD], [line(WORDS, **changes)], rules)
    assert [verdict.fate for verdict in found.verdicts] == [fate]
    assert not found.extras


@pytest.mark.parametrize(
    ("lines", "fate"),
    [
        (["harbour wall"], Fate.SHORT),
        (["harbour wall", "the winter"], Fate.SPLIT),
        ([f"{WORDS} and so on, {' '.join(map(str, range(20)))}"], Fate.LONG),
        (["snow fell on the road"], Fate.MISSED),
        ([], Fate.MISSED),
    ],
)
def test_the_words_cut_otherwise(lines: list[str], fate: Fate, rules: Rules, line: Line) -> None:
    found = compared([GOLD], [line(words) for words in lines], rules)
    assert [verdict.fate for verdict in found.verdicts] == [fate]
    assert len(found.extras) == len(lines)
    assert all(extra.piece == (fate is not Fate.MISSED) for extra in found.extras)


def test_two_claims_in_one_are_joined(rules: Rules, line: Line) -> None:
    other = Said("Orla Vint", "no boat of ours has left the quay since Monday night", "direct")
    found = compared([GOLD, other], [line(f"{WORDS} {other.words} or so we are told by all the men down there")], rules)
    assert Fate.JOINED in {verdict.fate for verdict in found.verdicts}


def test_only_claims_are_judged_for_their_confidence(rules: Rules, line: Line) -> None:
    """A thought that is wrong must not make claims look unsure."""
    lines = [line(WORDS, confidence=0.9), line("snow fell", confidence=0.4), line("hope", quotation="narration")]
    assert [(one.confidence, one.right) for one in compared([GOLD], lines, rules).judged] == [(0.9, True), (0.4, False)]


def test_articles_add_up(rules: Rules, line: Line) -> None:
    once = compared([GOLD], [line(WORDS), line("snow fell")], rules)
    assert [len(part) for part in ((once + once).verdicts, (once + once).extras, (once + once).judged)] == [2, 2, 4]


def test_a_claim_of_the_title_is_known_for_one() -> None:
    row = {
        "claimant": "Orla Vint",
        "utterance": "wall holds",
        "quotation": "indirect",
        "source_text": "Wall  holds: Vint",
    }
    assert said(row, "Wall holds: Vint").headline
    assert not said(row, "Snow on the road").headline


def test_a_pronoun_outweighs_the_kind_of_claimant(line: Line) -> None:
    assert mouth_of(line(surface="They", kind="group")) is Fate.PRONOUN
    assert mouth_of(line(kind=None, surface="officials")) is Fate.UNNAMED


def test_chance_words_do_not_make_two_texts_touch() -> None:
    assert touch("the wall of Tarn will hold", "he said the wall of Tarn fell")
    assert not touch("the wall of Tarn will hold", "the king of spades will win the game")
    assert not touch("snow", "snow")
