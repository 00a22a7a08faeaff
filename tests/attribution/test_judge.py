"""Which content and source a candidate gets, and how sure that is."""

import json
import math
from collections.abc import Callable
from dataclasses import replace
from importlib.resources import files

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.attribution.candidates import Candidate, candidates_of
from counterclaim.attribution.encoder.model import encoder
from counterclaim.attribution.judge import (
    Judge,
    Weighted,
    claim_features,
    judge,
    logit,
    rated,
    settle,
    source_features,
    whole_features,
)
from counterclaim.attribution.option_numbers import NUMBERS, option_numbers
from counterclaim.attribution.passages import passages
from counterclaim.attribution.scores import models
from counterclaim.model import Parsed

TEXT = (
    "“The dam cannot hold,” warden Åse Lund told reporters on Friday, adding that nobody should stay.\n\n"
    "The army denied that the road was closed. Orrin council: no decision yet."
)
NAMES = st.sampled_from(["behind", "opens", "words", "unheard of"])
VALUES = st.floats(-1e6, 1e6)


@pytest.fixture(scope="module")
def candidates(parse: Callable[..., Parsed]) -> list[Candidate]:
    read = passages(parse(TEXT))
    pairs = zip(read, encoder().read(read), strict=True)
    return [candidate for passage, heard in pairs for candidate in candidates_of(passage, heard, models())]


@given(bias=VALUES, weights=st.dictionaries(NAMES, VALUES), features=st.dictionaries(NAMES, VALUES))
def test_a_probability_lies_between_0_and_1(bias: float, weights: dict[str, float], features: dict[str, float]) -> None:
    """Else a confidence in the ledger is no confidence, or one odd article stops the run."""
    assert 0 < Weighted(bias, weights).probability(features) < 1


def test_a_number_that_the_weights_do_not_know_changes_nothing() -> None:
    """Else weights made before a number was added read it as something else."""
    weighted = Weighted(0.3, {"behind": 2.0})
    assert weighted.probability({"behind": -1.0, "new": 50.0}) == weighted.probability({"behind": -1.0})


@given(st.floats(0, 1), st.floats(0, 1))
def test_log_odds_are_bounded_and_rise(left: float, right: float) -> None:
    """Else one word that the encoder is certain of outweighs all others."""
    low, high = sorted((left, right))
    assert -9.3 < logit(low) <= logit(high) < 9.3


def test_the_choice_is_among_the_offers(candidates: list[Candidate]) -> None:
    """Else a claim is told that nobody found in the text."""
    for candidate in candidates:
        settled = settle(candidate, judge())
        assert settled.option in candidate.options
        assert settled.source in [offer for offer, _ in candidate.sources]
        assert 0 < settled.sure.content < 1
        assert 0 < settled.sure.source < 1


def test_the_surest_offer_wins_in_whatever_order_they_come(candidates: list[Candidate]) -> None:
    """Else the order in which grammar lists stretches decides who said what."""
    for candidate in candidates:
        turned = replace(
            candidate, options=candidate.options[::-1], inside=candidate.inside[::-1], fits=candidate.fits[::-1]
        )
        for one in (candidate, turned):
            settled = settle(one, judge())
            rated_ones = judge().content.probabilities(option_numbers(one))
            assert settled.sure.content == pytest.approx(max(rated_ones))
            assert rated_ones[settled.content] == pytest.approx(max(rated_ones))


def test_weights_on_what_was_heard_choose_what_was_heard(candidates: list[Candidate]) -> None:
    """Else what the encoder heard does not count."""
    nothing = Weighted(0.0, {})
    heard = Judge(rated(0.0, {"behind": 1.0}), nothing, nothing, nothing)
    for candidate in candidates:
        settled = settle(candidate, heard)
        assert candidate.fits[settled.content] == candidate.fits.max()


def test_another_content_brings_its_own_numbers(candidates: list[Candidate]) -> None:
    """Else the confidence of a claim is that of a stretch which it does not have."""
    for candidate in candidates:
        settled = settle(candidate, judge())
        for option, row in zip(candidate.options, option_numbers(candidate), strict=True):
            other = settled.but(option, settled.source)
            assert other.option == option
            assert whole_features(other)["content:words"] == pytest.approx(row[NUMBERS.index("words")])


def test_all_numbers_are_finite(candidates: list[Candidate]) -> None:
    """Else one odd sentence makes every confidence of its article worthless."""
    for candidate in candidates:
        settled = settle(candidate, judge())
        rows = [source_features(candidate, *offer) for offer in candidate.sources]
        rows += [whole_features(settled), claim_features(settled)]
        assert np.isfinite(option_numbers(candidate)).all()
        assert option_numbers(candidate).shape == (len(candidate.options), len(NUMBERS))
        assert all(math.isfinite(value) for row in rows for value in row.values())


def test_a_quotation_counts_as_quoted_speech(candidates: list[Candidate]) -> None:
    """Else direct speech is weighed like a reporter's paraphrase."""
    told = next(candidate for candidate in candidates if candidate.cue.head.text == "told")
    offers = [option for option in told.options if "quote-before" in option.content.names]
    settled = settle(told, judge())
    assert offers
    assert all(claim_features(settled.but(option, settled.source))["quoted"] == 1 for option in offers)


def test_the_weights_are_plain_numbers() -> None:
    """Else an installed package can run code that hides in its weights."""
    raw = json.loads(files("counterclaim.attribution").joinpath("judge.json").read_text(encoding="utf-8"))
    assert set(raw) == {"content", "source", "right", "claim"}
    for model in raw.values():
        assert set(model) == {"bias", "weights"}
        assert all(isinstance(weight, float) and math.isfinite(weight) for weight in model["weights"].values())
        assert model["weights"]
