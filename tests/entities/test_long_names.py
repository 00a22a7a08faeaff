"""Names that the tagger cuts in two: a speaker with half a name is another speaker."""

import pytest

from counterclaim.entities.runs import whole_runs
from counterclaim.model import BlockKind, Part, Sentence, Span, Token


def sentence(hung_on: int, second: str = "PERSON") -> Sentence:
    """ "Dorem Halik Vasa Orbek", of which the tagger made two names; `hung_on` is above the second word."""
    words = (("Dorem", "PERSON", True), ("Halik", "PERSON", False), ("Vasa", second, True), ("Orbek", second, False))
    tokens, start = [], 0
    for i, (text, entity, begins) in enumerate(words):
        head, dep = (hung_on, "compound") if i < 3 else (3, "nsubj")
        span = Span(start, start + len(text))
        tokens.append(Token(i, span, text, text, "PROPN", "NNP", dep, head, entity, begins))
        start = span.end + 1
    return Sentence(0, Part.TEXT, 0, BlockKind.PARAGRAPH, tuple(tokens))


@pytest.mark.parametrize(
    ("hung_on", "second", "names"),
    [(3, "PERSON", 1), (2, "PERSON", 1), (1, "PERSON", 2), (3, "ORG", 2)],
)
def test_a_name_that_hangs_on_its_second_half_is_one(hung_on: int, second: str, names: int) -> None:
    assert len(whole_runs(sentence(hung_on, second))) == names
