"""Word pieces and the characters that they stand for."""

import time
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.attribution.encoder.pieces import LONGEST, Vocabulary

HARD = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cs"]),
        st.sampled_from("aeiou nst .,“”’\u0301\u0327\u200b\x00ßİıŁéÅДжї한글🙂👩\u200d🚒ﬁ"),
    ),
    max_size=60,
)


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return Vocabulary(Path(str(files("counterclaim.attribution.encoder"))) / "vocab.txt")


@pytest.fixture(scope="module")
def names() -> list[str]:
    raw = files("counterclaim.attribution.encoder").joinpath("vocab.txt").read_text(encoding="utf-8")
    return raw.splitlines()


@given(text=HARD, offset=st.integers(0, 1000))
def test_every_piece_leads_back_to_its_letters(vocabulary: Vocabulary, text: str, offset: int) -> None:
    """Else a name with an accent or an emoji before it shifts every span of the ledger behind it."""
    pieces = list(vocabulary.pieces(text, offset))
    for piece in pieces:
        assert 0 <= piece.start - offset < piece.end - offset <= len(text)
        assert not any(letter.isspace() for letter in text[piece.start - offset : piece.end - offset])
    for left, right in pairwise(pieces):
        assert left.start <= right.start
        assert left.end <= right.end


@given(text=HARD)
def test_no_letter_is_left_out(vocabulary: Vocabulary, text: str) -> None:
    """Else the encoder never sees a word, and no claim about it is found."""
    seen = {at for piece in vocabulary.pieces(text) for at in range(piece.start, piece.end)}
    assert {at for at, letter in enumerate(text) if letter.isalnum()} <= seen


@given(word=st.text("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=1, max_size=40))
def test_the_pieces_of_a_plain_word_spell_it(vocabulary: Vocabulary, names: list[str], word: str) -> None:
    """Else the encoder reads other words than the reader."""
    pieces = list(vocabulary.pieces(word))
    if pieces[0].id != vocabulary.unknown:
        assert "".join(names[piece.id].removeprefix("##") for piece in pieces) == word.lower()
        assert [names[piece.id].removeprefix("##") for piece in pieces] == [
            word[piece.start : piece.end].lower() for piece in pieces
        ]


@pytest.mark.parametrize(
    ("plain", "written"),
    [("merida", "Mérida"), ("merida", "Me\u0301rida"), ("istanbul", "İstanbul"), ("sao", "São")],
)
def test_accents_do_not_change_what_is_read(vocabulary: Vocabulary, plain: str, written: str) -> None:
    """Else a report that writes a town with its accent is read differently from one that does not."""
    assert [piece.id for piece in vocabulary.pieces(written)] == [piece.id for piece in vocabulary.pieces(plain)]
    assert max(piece.end for piece in vocabulary.pieces(written)) == len(written)


def test_a_word_too_long_is_one_unknown_piece(vocabulary: Vocabulary) -> None:
    """Else a pasted key fills the encoder's window, and the paragraph around it goes unread."""
    text = f"The office said {'x7é' * LONGEST} was found"
    pieces = list(vocabulary.pieces(text))
    unknown = [piece for piece in pieces if piece.id == vocabulary.unknown]
    assert [(piece.start, piece.end) for piece in unknown] == [(16, 16 + 3 * LONGEST)]


@pytest.mark.parametrize("letters", ["é", "x-", "a\u0301", "\x00", "한"])
def test_a_text_without_blanks_is_cut_quickly(vocabulary: Vocabulary, letters: str) -> None:
    """Else one broken page holds up a whole day's reading."""
    text = (letters * 200_000)[:200_000]
    before = time.process_time()
    pieces = list(vocabulary.pieces(text))
    assert time.process_time() - before < 4
    assert all(piece.end <= len(text) for piece in pieces)


def test_words_too_long_are_not_remembered(vocabulary: Vocabulary) -> None:
    """Else a service that reads such pages for days runs out of memory."""
    held = vocabulary._cut.cache_info().currsize
    for n in range(20):
        list(vocabulary.pieces(f"{n}{'q' * 5000}"))
    assert vocabulary._cut.cache_info().currsize == held
