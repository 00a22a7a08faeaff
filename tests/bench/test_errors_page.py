"""The page tells counts, and never a sentence that is not ours to print."""

from collections import Counter
from pathlib import Path

import pytest
from bench.errors.calibration import Judged, bands, calibration_error
from bench.errors.collect import exported
from bench.errors.mouths import Mouths
from bench.errors.mouths import compared as by_mouth
from bench.errors.page import crossed, page, table, words
from bench.errors.records import Cue, Said, Told, Voice
from bench.errors.scoring import Rules
from bench.errors.spans import Relations
from bench.errors.spans import compared as by_span
from tests.bench.conftest import Line

from counterclaim.errors import InputError


def test_a_confidence_that_means_what_it_says_has_no_error() -> None:
    judged = [Judged(0.75, right) for right in (True, True, True, False)]
    assert calibration_error(bands(judged)) == 0
    assert calibration_error(()) == 0


def test_the_error_weighs_each_band_by_its_claims() -> None:
    """Three claims at 0.9 of which none is right, and one at 0.5 that is: (3 · 0.9 + 1 · 0.5) / 4."""
    known = bands([*[Judged(0.9, right=False)] * 3, Judged(0.5, right=True)])
    assert [(band.low, band.claims, band.right) for band in known] == [(0.5, 1, 1.0), (0.9, 3, 0.0)]
    assert calibration_error(known) == pytest.approx(0.8)


def test_full_confidence_lies_in_the_last_band() -> None:
    (band,) = bands([Judged(1.0, right=True), Judged(0.95, right=True)])
    assert (band.low, band.high, band.claims) == (0.9, 1.0, 2)


def test_the_page_holds_counts_and_no_sentence(rules: Rules, line: Line) -> None:
    mine = "the harbour wall of Tarn will hold through the winter"
    cue = Cue("insist", Voice.SPEECH)
    mouths = by_mouth([Said("Orla Vint", mine, "direct")], [line(mine), line("snow fell on the road", word=cue)], rules)
    gold = Told(((0, 4),), ((5, 9),), ((10, 90),), Cue("mutter", Voice.OTHER), 9)
    spans = by_span([gold], [line(source=((200, 210),), cue=((211, 215),), content=((220, 300),), word=cue)], rules)
    text = page("2031-04-02", mouths, spans)
    assert "2031-04-02" in text
    assert "| right words, right mouth | 1 | 0 | 0 | 0 | 1 |" in text
    assert "| cue missed, words unread | 0 | 0 | 1 | 0 | 1 |" in text
    assert "mutter 1/1" in text
    assert "insist 1" in text
    assert "harbour" not in text
    assert "snow" not in text
    assert "Vint" not in text


def test_nothing_read_makes_a_page_too() -> None:
    assert "ECE 0.000" in page("2031-04-02", Mouths(), Relations())


def test_only_single_words_are_listed() -> None:
    """What the parser joined, numbers and names of more than one word would be text of the corpus."""
    listed = words("Cues", Counter({"say": 3, "make clear": 9, "x1": 2, "add": 3}))
    assert listed == "Cues: add 3, say 3.\n"


def test_rows_and_columns_add_up() -> None:
    made = crossed(Counter({("a", "x"): 2, ("a", "y"): 1, ("b", "y"): 4}), ("a", "b"), ("x", "y"), "both")
    assert made.splitlines()[2:] == ["| a | 2 | 1 | 3 |", "| b | 0 | 4 | 4 |", "| both | 2 | 5 | 7 |"]
    assert table(["n", "word"], [[1, "x"]]).splitlines()[1] == "| ---: | --- |"


def test_exports_that_are_not_there_are_said_so(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="ced-dev") as raised:
        exported(tmp_path, "ced-dev")
    assert "--keep" in raised.value.advice
