"""What the encoder reads at once, and that the numbers are the same however it is put together."""

import time
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from counterclaim.attribution.encoder.model import WINDOW, Encoder, Linker, Stretch, Window, encoded, encoder
from counterclaim.attribution.encoder.pieces import Piece
from counterclaim.attribution.passages import Passage
from counterclaim.model import Span

Paragraphs = Callable[[str], list[Passage]]

SENTENCE = "The warden of Lake Orrin said the dam would hold through the winter. "
TEXTS = {
    "one word": "Orrin",
    "short paragraphs": "\n".join([SENTENCE] * 40),
    "a paragraph of 5,000 words": SENTENCE * 385,
    "5,000 words without a full stop": "dam warden " * 2500,
    "a paragraph just over a window": "dam " * (WINDOW - 1),
    "hard letters": "Åse Łukić: “Дамба 🙂 holds\x00” e\u0301 \u0301 " * 60,
    "no blanks": "a-" * 20_000,
}


@pytest.mark.parametrize("name", TEXTS)
def test_every_piece_is_read_once_and_in_order(paragraphs: Paragraphs, name: str) -> None:
    """Else long paragraphs lose the claims in their middle, or the encoder refuses a window too long for it."""
    passages = paragraphs(TEXTS[name])
    windows = list(encoder().windows(passages))
    assert all(window.size <= WINDOW for window in windows)
    read = [piece for window in windows for _, pieces in window.stretches for piece in pieces]
    alone = [piece for passage in passages for window in encoder().windows([passage]) for piece in _pieces(window)]
    assert read == alone
    assert [piece.start for piece in read] == sorted(piece.start for piece in read)
    letters = {at for at, letter in enumerate(TEXTS[name]) if letter.isalnum()}
    assert letters <= {at for piece in read for at in range(piece.start, piece.end)}


def _pieces(window: Window) -> list[Piece]:
    return [piece for _, pieces in window.stretches for piece in pieces]


def test_a_long_paragraph_is_cut_between_sentences(paragraphs: Paragraphs) -> None:
    """Else a speaker and the words that he is quoted with fall into different windows."""
    text = SENTENCE * 60
    ends = {at + 1 for at, letter in enumerate(text) if letter == "."}
    for window in encoder().windows(paragraphs(text)):
        assert all(pieces[-1].end in ends for _, pieces in window.stretches)


def test_an_empty_article_has_no_windows() -> None:
    """Else a page without a report stops the run."""
    assert list(encoder().windows([])) == []
    assert encoder().read([]) == ()


def test_a_paragraph_without_pieces_is_read_as_saying_nothing(paragraphs: Paragraphs) -> None:
    """Else a line of stray accents stops the run."""
    one, two = encoder().read(paragraphs("\u0301 \u0301\nThe warden said so."))
    assert one.cues().tolist() == [[1, 0, 0], [1, 0, 0]]
    assert one.roles((Span(0, 1),)).tolist() == [[1, 0, 0, 0, 0], [1, 0, 0, 0, 0]]
    assert len(two.cues()) == 5


def test_what_is_heard_are_probabilities(paragraphs: Paragraphs) -> None:
    """Else confidences in the ledger mean nothing."""
    passages = paragraphs("“The dam holds,” warden Åse Lukić said.\nThe mayor denied it. Nobody was hurt 🙂")
    for passage, heard in zip(passages, encoder().read(passages), strict=True):
        cue = passage.sentences[0].tokens[-2].span
        for numbers, labels in ((heard.cues(), 3), (heard.roles((cue,)), 5)):
            assert numbers.shape == (sum(len(sentence.tokens) for sentence in passage.sentences), labels)
            assert numbers.min() >= 0
            assert np.allclose(numbers.sum(axis=1), 1, atol=1e-4)


def test_the_linker_gives_probabilities() -> None:
    """Else the ledger's confidence in a content means nothing."""
    parts = np.random.default_rng(3).normal(size=(300, 768)).astype(np.float32)
    numbers = encoder().linker.roles(parts, [150, 151])
    assert numbers.shape == (300, 5)
    assert numbers.min() >= 0
    assert np.allclose(numbers.sum(axis=1), 1, atol=1e-4)


def test_reading_in_company_changes_nothing(paragraphs: Paragraphs) -> None:
    """Else a claim comes and goes with the paragraphs that happen to be read in the same batch."""
    text = "\n".join(f"{SENTENCE * 9}{word}" for word in ("Rain fell.", "The mayor denied this.", "“No,” he said."))
    passages = paragraphs(text)
    together = encoder().read(passages)
    for passage, heard in zip(passages, together, strict=True):
        (alone,) = encoder().read([passage])
        assert np.abs(alone.cues() - heard.cues()).max() < 0.02
        cue = passage.sentences[0].tokens[5].span
        assert np.abs(alone.roles((cue,)) - heard.roles((cue,))).max() < 0.02


def test_reading_twice_gives_the_same_numbers(paragraphs: Paragraphs) -> None:
    """Else two runs over one archive leave two ledgers."""
    passages = paragraphs(f"{SENTENCE}\n“No,” the mayor said.\n{SENTENCE * 3}")
    for one, other in zip(encoder().read(passages), encoder().read(passages), strict=True):
        assert np.array_equal(one.cues(), other.cues())


def test_every_processor_reads_alike(paragraphs: Paragraphs) -> None:
    """Else an older laptop, whose sums of eight bits overflow, finds other claims than the machine next to it.

    0.430 on processors with and without VNNI; with overflowing sums it would be 0.448.
    """
    text = (
        "“The dam holds,” warden Åse Lukić said.\n"
        "The mayor denied that water had reached the old town, and called the report a lie.\n"
        "Her office, according to two officials, had asked the army to leave the bridge by Friday.\n"
        "Nobody was hurt."
    )
    read = encoder().read(paragraphs(text))
    assert read[2].cues()[6, 1] == pytest.approx(0.430, abs=0.006)


def test_a_piece_of_two_words_counts_for_both() -> None:
    """Else "cannot", two words to the parser and one to the encoder, cuts every content that holds it."""
    words = [Span(0, 3), Span(3, 6), Span(7, 9)]
    piece, next_piece = Piece(5, 0, 6), Piece(6, 7, 9)
    heard = encoded([_stretch([piece, next_piece], [[0.2, 0.3, 0.5], [1.0, 0.0, 0.0]])], words, encoder().linker)
    assert np.allclose(heard.cues(), [[0.2, 0.3, 0.5], [0.2, 0.3, 0.5], [1, 0, 0]])


def test_a_word_is_the_mean_of_its_pieces_and_outside_without_any() -> None:
    """Else a rare name, cut into many pieces, weighs more than a plain one."""
    pieces = [Piece(5, 0, 2), Piece(6, 2, 5)]
    heard = encoded([_stretch(pieces, [[0.0, 1.0, 0.0], [0.5, 0.0, 0.5]])], [Span(0, 5), Span(6, 7)], encoder().linker)
    assert np.allclose(heard.cues(), [[0.25, 0.5, 0.25], [1, 0, 0]])


def _stretch(pieces: list[Piece], cue: list[list[float]]) -> Stretch:
    return Stretch(tuple(pieces), np.array(cue, dtype=np.float32), np.zeros((len(pieces), 768), dtype=np.float32))


def test_a_text_of_marks_without_blanks_is_cut_quickly(paragraphs: Paragraphs) -> None:
    """Else one broken page holds up a whole day's reading."""
    passages = paragraphs("a!" * 100_000)
    before = time.process_time()
    assert sum(len(_pieces(window)) for window in encoder().windows(passages)) == 200_000
    assert time.process_time() - before < 8


def test_a_word_of_200_000_letters_is_read_quickly(paragraphs: Paragraphs) -> None:
    """Else one broken page holds up a whole day's reading."""
    passages = paragraphs("é" * 200_000)
    before = time.process_time()
    (heard,) = encoder().read(passages)
    assert time.process_time() - before < 4
    assert heard.cues().shape == (1, 3)


def test_weights_are_plain_numbers_and_small_enough_to_ship() -> None:
    """Else an installed package can run code that hides in its weights, or weighs more than the reports it reads."""
    room = files("counterclaim.attribution.encoder")
    with np.load(str(room.joinpath("linker.npz")), allow_pickle=False) as raw:
        assert {name: raw[name].dtype for name in raw} == dict.fromkeys(("distance", "weight", "bias"), np.float32)
    assert Path(str(room.joinpath("model.onnx"))).stat().st_size < 40_000_000


def test_the_network_is_not_loaded_twice() -> None:
    """Else every article costs another 60 MB."""
    assert encoder() is encoder()
    assert isinstance(encoder(), Encoder)
    assert isinstance(encoder().linker, Linker)
