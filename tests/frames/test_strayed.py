"""Words at a content's edge: read wrongly, a claim has no object, or the other side's deed is laid to the speaker's."""

from collections.abc import Callable

import pytest
from tests.frames.tarvia import Page, Said

from counterclaim.frames.strayed import mended
from counterclaim.model import Article, Block, BlockKind, Claim, Provenance, Run, Span, Token
from counterclaim.syntax import Parser

Frame = Callable[[Page], tuple[Claim, ...]]


def _edge(parser: Parser, text: str) -> dict[str, Token]:
    """The tokens before the comma, as mended, by their words."""
    where = Provenance("report", "text/plain", "0" * 64)
    article = Article("report", text, (Block(Span(0, len(text)), BlockKind.PARAGRAPH),), where, (Run(0, 0, len(text)),))
    (sentence,) = parser.parse(article).sentences
    comma = next(token.i for token in sentence.tokens if token.text == ",")
    inside = frozenset(range(comma))
    return {token.text: token for token in mended(sentence, inside).tokens if token.i in inside}


@pytest.mark.parametrize(
    ("text", "noun", "verb", "dep"),
    [
        ("The Drasnians have not taken Lumne, Colonel Arno Desk said.", "Lumne", "taken", "dobj"),
        ("Bakhmut is ours, Colonel Petro Havrylenko said.", "Bakhmut", "is", "nsubj"),
        ("Yesterday we left Karsh, Colonel Arno Desk said.", "Karsh", "left", "dobj"),
    ],
)
def test_a_name_belongs_to_the_verb_beside_it(parser: Parser, text: str, noun: str, verb: str, dep: str) -> None:
    tokens = _edge(parser, text)
    assert (tokens[noun].dep, tokens[noun].head) == (dep, tokens[verb].i)


def test_a_deed_is_no_participle_of_the_name_before_it(parser: Parser) -> None:
    tokens = _edge(parser, "RSF shelling killed 12 people in Goma, residents said.")
    assert (tokens["shelling"].dep, tokens["RSF"].dep) == ("nsubj", "compound")


def test_an_adverb_stays_one(parser: Parser) -> None:
    assert _edge(parser, "Perhaps they left Karsh, Colonel Arno Desk said.")["Perhaps"].dep == "advmod"


def test_they_in_words_as_they_fell_are_not_the_speakers_own(read: Frame) -> None:
    page = Page(
        (
            "Tarvian and Orvenian soldiers fought near Karsh with artillery.",
            "They bombed a school in Karsh, Anton Brezh said.",
        ),
        (Said("brezh", "They bombed a school in Karsh", cue="said"),),
    )
    told = [p for claim in read(page) if claim.claimant for p in claim.propositions if p.frame == "attack"]
    assert all(p.get("actor") is None for p in told)
