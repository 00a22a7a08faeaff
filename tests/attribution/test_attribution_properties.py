"""What holds for every attribution of any text, and for the shipped weights."""

import json
from collections.abc import Callable
from importlib.resources import files

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counterclaim.attribution import attribute
from counterclaim.attribution.scores import models
from counterclaim.model import Parsed

PIECES = [
    "The mayor said ", "“the road is open”", "according to Reuters, ", "that ", "the army ", ". ", ", ", "\n\n", '"',
    "’", "denied ", "Vane: ", "and added ", "it rained", "in a statement ", "… ", "(", ")", "claims by Ada Lund that ",
    "—", "told the BBC ",
]  # fmt: skip


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=14))
def test_spans_are_sound(parse: Callable[..., Parsed], pieces: list[str]) -> None:
    text = "".join(pieces)
    if not text.strip():
        return
    parsed = parse(text)
    for one in attribute(parsed, thoughts=True):
        assert one.content
        for span in (*one.source, *one.cue, *one.content, *one.answers):
            assert span.end <= len(text)
            assert span.of(text).strip() == span.of(text)
        assert not any(cue.overlaps(content) for cue in one.cue for content in one.content)
        assert all(left.end <= right.start for left, right in zip(one.content, one.content[1:], strict=False))
        assert 0 <= one.confidence <= 1


def test_the_same_article_gives_the_same_attributions(parse: Callable[..., Parsed]) -> None:
    text = "“We stay,” the mayor said. The army denied it, adding that the road was closed."
    assert attribute(parse(text)) == attribute(parse(text))


def test_weights_are_plain_and_small_enough_to_ship() -> None:
    raw = json.loads(files("counterclaim.attribution").joinpath("weights.json").read_text(encoding="utf-8"))
    assert set(raw) == {"cue", "content"}
    for name in raw:
        assert set(raw[name]) == {"bias", "weights"}
        assert 5_000 < len(raw[name]["weights"]) < 50_000
        assert all(isinstance(weight, float) for weight in raw[name]["weights"].values())


def test_known_cues_weigh_more_than_other_verbs() -> None:
    weights = models().cue.weights
    assert weights["l=say"] > 0 > weights["l=win"]


def test_the_weights_come_with_a_card() -> None:
    card = files("counterclaim.attribution").joinpath("MODEL_CARD.md").read_text(encoding="utf-8")
    for heading in ("## Trained on", "## Measured", "## Limits", "## Made by"):
        assert heading in card
