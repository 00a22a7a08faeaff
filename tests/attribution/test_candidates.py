"""What grammar and the encoder offer for each possible cue."""

from collections.abc import Callable

import numpy as np
import pytest

from counterclaim.attribution.candidates import Candidate, Heard, candidates_of
from counterclaim.attribution.encoder.model import Encoded, encoded, encoder
from counterclaim.attribution.passages import passages
from counterclaim.attribution.scores import models
from counterclaim.model import Parsed, Span

Parse = Callable[..., Parsed]

TEXT = (
    "“The dam cannot hold,” warden Åse Lund told reporters on Friday, adding that nobody should stay. "
    "According to the mayor's office 🙂, the road was closed; the army denied that.\n\n"
    "Orrin council: no decision yet. It rained."
)


def _candidates(parsed: Parsed) -> list[Candidate]:
    read = passages(parsed)
    pairs = zip(read, encoder().read(read), strict=True)
    return [candidate for passage, heard in pairs for candidate in candidates_of(passage, heard, models())]


@pytest.fixture(scope="module")
def candidates(parse: Parse) -> list[Candidate]:
    return _candidates(parse(TEXT))


def test_who_reports_in_plain_words_is_offered(candidates: list[Candidate]) -> None:
    """Else the plainest claims are lost before anybody judges them."""
    assert {"told", "According", "denied"} <= {candidate.cue.head.text for candidate in candidates}


def test_every_offer_stands_in_its_paragraph(candidates: list[Candidate]) -> None:
    """Else a claim runs over into the next speaker's words, or shows blanks and quote marks at its ends."""
    for candidate in candidates:
        assert candidate.options
        assert candidate.sources
        for option in candidate.options:
            assert option.content.spans
            assert option.content.words
            for span in option.content.spans:
                assert candidate.passage.span.covers(span)
                assert span.of(TEXT).strip() == span.of(TEXT)
            assert list(option.content.spans) == sorted(option.content.spans)
        for source, _ in candidate.sources:
            assert all(0 <= i < len(candidate.cue.sentence.tokens) for i in source.words)


def test_no_stretch_is_offered_twice(candidates: list[Candidate]) -> None:
    """Else one claim stands against itself, and both look doubtful."""
    for candidate in candidates:
        spans = [option.content.spans for option in candidate.options]
        assert len(set(spans)) == len(spans)
        words = [source.words for source, _ in candidate.sources]
        assert len(set(words)) == len(words)


def test_probabilities_are_probabilities_and_fits_are_losses(candidates: list[Candidate]) -> None:
    """Else confidences mean nothing."""
    for candidate in candidates:
        assert 0 <= candidate.likely <= 1
        assert 0 <= candidate.heard_likely <= 1.0001
        assert (candidate.fits <= 0).all()
        assert candidate.inside.shape == (len(candidate.options), len(candidate.heard.counts))
        assert all(fit <= 0 for _, fit in candidate.sources)
        assert all(o.probability is None or 0 <= o.probability <= 1 for o in candidate.options)


def test_reading_twice_offers_the_same(parse: Parse, candidates: list[Candidate]) -> None:
    """Else two runs over one archive leave two ledgers."""
    again = _candidates(parse(TEXT))
    assert [(c.cue.words, c.likely, c.heard_likely, c.sources, c.options, c.fits.tolist()) for c in again] == [
        (c.cue.words, c.likely, c.heard_likely, c.sources, c.options, c.fits.tolist()) for c in candidates
    ]


def _heard(spans: list[Span], content: list[float], counts: list[bool]) -> Heard:
    told = np.array(content, dtype=np.float32)
    passage: Encoded = encoded([], spans, encoder().linker)
    return Heard(passage, told, told, told, np.array(counts, dtype=np.bool_))


def test_words_are_covered_that_a_span_touches() -> None:
    """Else a content that begins within "didn't" leaves out what it denies."""
    heard = _heard([Span(0, 3), Span(3, 6), Span(7, 9), Span(12, 15)], [0.5] * 4, [True] * 4)
    stretches = [(Span(4, 5),), (Span(0, 4), Span(12, 13)), (Span(9, 12),), (Span(6, 7),), ()]
    assert heard.covered(stretches).tolist() == [
        [False, True, False, False],
        [True, True, False, True],
        [False] * 4,
        [False] * 4,
        [False] * 4,
    ]


def test_the_stretch_that_was_heard_fits_best() -> None:
    """Else what the encoder heard does not count."""
    spans = [Span(2 * n, 2 * n + 1) for n in range(5)]
    heard = _heard(spans, [0.05, 0.9, 0.9, 0.9, 0.05], [True] * 5)
    runs = [(a, b) for a in range(5) for b in range(a, 5)]
    fits = heard.fits(heard.content, heard.covered([(Span(2 * a, 2 * b + 1),) for a, b in runs]))
    assert runs[int(fits.argmax())] == (1, 3)


def test_punctuation_and_the_cue_do_not_count() -> None:
    """Else a comma more or less decides what somebody said."""
    spans = [Span(2 * n, 2 * n + 1) for n in range(3)]
    heard = _heard(spans, [0.9, 0.9, 0.01], [True, True, False])
    short, long = heard.fits(heard.content, heard.covered([(Span(0, 3),), (Span(0, 5),)]))
    assert short == long
