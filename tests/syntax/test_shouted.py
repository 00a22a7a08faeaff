"""A heading in capitals: the parser knows no verb in it, and what it says of a town was lost."""

import pytest
from tests.syntax.test_parser import parsed

from counterclaim.model import BlockKind
from counterclaim.syntax.shouted import is_shouted, unshouted

KINDS = (BlockKind.HEADLINE, BlockKind.PARAGRAPH)
BODY = "The rebels of the KLF have taken Karsh, and the army is silent. It left Dolenska on Monday."


def test_words_are_written_as_the_paragraphs_write_them() -> None:
    heading = parsed("KLF REBELS SEIZE KARSH, ARMY SAYS", BODY, kinds=KINDS).sentences[0]
    assert [token.text for token in heading.tokens] == ["KLF", "rebels", "seize", "Karsh", ",", "army", "says"]
    assert {token.text: token.pos for token in heading.tokens}["seize"] == "VERB"


def test_the_tokens_stand_where_the_capitals_do() -> None:
    found = parsed("KLF REBELS SEIZE KARSH, ARMY SAYS", BODY, kinds=KINDS)
    for token in found.sentences[0].tokens:
        assert token.span.of(found.article.text) == token.text.upper()


@pytest.mark.parametrize(
    ("text", "shouted"), [("KARSH HAS FALLEN", True), ("KLF in Karsh", False), ("THE KLF", False), ("12 34 56", False)]
)
def test_what_is_in_capitals(text: str, *, shouted: bool) -> None:
    assert is_shouted(text) is shouted


def test_a_letter_that_grows_leaves_the_heading_as_it_is() -> None:
    assert unshouted("İZMİR IS CALM", {}) == "İZMİR IS CALM"
