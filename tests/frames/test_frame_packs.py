"""A second pack without a line in the core, and the vocabulary of the first as data."""

import ast
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.frames.tarvia import Page, Said

import counterclaim.frames.assemble as assembling
from counterclaim.errors import InputError
from counterclaim.frames import Comparison, ComparisonKind, Context, FrameKind, Pack, View, conflict, packs
from counterclaim.frames.conflict.lexicon import codebooks, lemmas
from counterclaim.frames.numerals import number
from counterclaim.frames.pack import gather
from counterclaim.frames.wordlists import words_of
from counterclaim.model import Argument, Claim, Proposition

Frame = Callable[[Page], tuple[Claim, ...]]
ROOMS = ("relate", "report", "ledger", "export", "run", "cli")


class WeatherPack:
    """A toy: who says that it rains."""

    name = "weather"
    frames: Mapping[str, FrameKind] = {"rain": FrameKind(roles=("falls",))}

    def propose(self, view: View) -> tuple[Proposition, ...]:
        rainy = any(token.lemma == "rain" for stretch in view.stretches for token in stretch.tokens)
        return (Proposition("rain", (Argument("falls", "yes"),)),) if rainy else ()

    def compare(self, a: Proposition, b: Proposition, context: Context) -> Comparison | None:
        kind = ComparisonKind.AGREES if a.negated == b.negated else ComparisonKind.CONFLICTS
        return Comparison(kind, "rain or none")


def test_a_second_pack_reads_beside_the_first(read: Frame, monkeypatch: pytest.MonkeyPatch) -> None:
    both: tuple[Pack, ...] = gather(conflict.PACK, WeatherPack())
    monkeypatch.setattr("counterclaim.frames.packs", lambda: both)
    told = Said("ministry", "it rains in Karsh and fighting continues in Karsh")
    (claim,) = read(Page(("The ministry said it rains in Karsh and fighting continues in Karsh.",), (told,)))
    assert [proposition.frame for proposition in claim.propositions] == ["fighting", "rain"]


def test_two_packs_cannot_share_a_frame() -> None:
    """Which of them compares would be chance."""
    with pytest.raises(InputError, match="both have a frame"):
        gather(WeatherPack(), WeatherPack())


def test_no_pack_takes_the_frame_of_the_core() -> None:
    """What no frame holds is the core's; a pack that took it would be asked about all of it."""

    class Greedy(WeatherPack):
        frames: Mapping[str, FrameKind] = {"statement": FrameKind(roles=())}

    with pytest.raises(InputError, match="both have a frame 'statement'"):
        gather(Greedy())


# Who holds a place, day by day, is asked of one frame, whatever packs there are.
OF_ONE_FRAME = {"relate/timeline.py", "relate/positions.py", "report/timelines.py"}
# Words that stand in lists of words: rebels by another name, figures that are spoken of.
A_WORD = {"frames/likeness.py: movement", "frames/carried.py: toll"}


def test_no_room_of_the_core_knows_a_frame_by_name() -> None:
    """A rule that asks for a frame by its name works for no other pack."""
    names = {frame for pack in packs() for frame in pack.frames}
    root = Path(assembling.__file__).parents[1]
    core = [*(root / "frames").glob("*.py"), *(p for room in ROOMS for p in (root / room).glob("*.py"))]
    named = {
        f"{path.relative_to(root)}: {node.value}"
        for path in core
        if str(path.relative_to(root)) not in OF_ONE_FRAME
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and node.value in names
    }
    assert named == A_WORD


def asked_for(folder: Path, pattern: str) -> set[str]:
    return {path for file in folder.glob("*.py") for path in re.findall(pattern, file.read_text("utf-8"))}


def test_every_word_list_that_the_code_asks_for_is_there() -> None:
    """A mistyped path would raise on the first sentence that gets there, perhaps in a night's run."""
    folder = Path(conflict.__file__).parent
    paths = {
        path for file in folder.glob("*.py") for path in re.findall(r'lemmas\("([\w.]+)"\)', file.read_text("utf-8"))
    }
    readers = {
        path
        for file in folder.glob("*.py")
        for path in re.findall(r'\("(control\.[\w.]+)", _', file.read_text("utf-8"))
    }
    assert paths
    assert all(lemmas(path) for path in paths | readers)
    core = Path(assembling.__file__).parent
    assert all(words_of(path) for path in asked_for(core, r'words_of\("([\w.]+)"\)'))


def test_every_frame_says_where_it_stands_in_the_codebooks() -> None:
    named = {path.partition(".")[0] for path in codebooks()}
    assert named == set(conflict.PACK.frames)


@given(st.integers(min_value=0, max_value=10**9))
def test_numerals_are_read_with_and_without_commas(value: int) -> None:
    assert number(str(value)) == number(f"{value:,}") == value


@pytest.mark.parametrize(
    ("word", "value"), [("seven", 7), ("Forty-two", 42), ("ninety", 90), ("hundred", 100), ("some", None)]
)
def test_number_words(word: str, value: int | None) -> None:
    assert number(word) == value
