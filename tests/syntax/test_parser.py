"""If a token's offset were off by one, every quotation built on it would show the wrong words."""

from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.model import Article, Block, BlockKind, Parsed, Part, Provenance, Run, Span
from counterclaim.syntax import Parser

PARSER = Parser()
FIRST = "The harbour office in Lisbon said on Friday that the ferry was late."
SECOND = "“It will sail,” Ana Reis added."


def parsed(*paragraphs: str, kinds: tuple[BlockKind, ...] = (), title: str | None = None) -> Parsed:
    text, blocks = "", []
    for number, paragraph in enumerate(paragraphs):
        kind = kinds[number] if kinds else BlockKind.PARAGRAPH
        if paragraph.strip():
            blocks.append(Block(Span(len(text), len(text) + len(paragraph)), kind, "test"))
        text += paragraph + "\n\n"
    source = Provenance("a", "text/plain", "0" * 64)
    return PARSER.parse(Article("a", text, tuple(blocks), source, (Run(0, 0, len(text)),), title=title))


def test_every_token_stands_where_it_says() -> None:
    found = parsed(FIRST, SECOND)
    tokens = [token for sentence in found.sentences for token in sentence.tokens]
    assert [token.span.of(found.article.text) for token in tokens] == [token.text for token in tokens]


@settings(max_examples=30, deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=60).filter(str.strip))
def test_offsets_hold_for_any_text(text: str) -> None:
    found = parsed(text)
    for sentence in found.sentences:
        assert all(token.span.of(found.article.text) == token.text for token in sentence.tokens)
        assert all(0 <= token.head < len(sentence.tokens) for token in sentence.tokens)


def test_no_sentence_runs_over_a_paragraph() -> None:
    assert [sentence.block for sentence in parsed("The ferry was", "late again.").sentences] == [0, 1]


def test_furniture_and_bylines_are_not_read() -> None:
    found = parsed("Log in", "By Ana Reis", FIRST, kinds=(BlockKind.FURNITURE, BlockKind.BYLINE, BlockKind.PARAGRAPH))
    assert {sentence.block for sentence in found.sentences} == {2}


def test_a_title_set_apart_counts_in_itself() -> None:
    first = parsed(FIRST, title="Ferry late, says office").sentences[0]
    assert (first.part, first.block, first.span.start) == (Part.TITLE, -1, 0)


def test_trees_are_walked_from_both_ends() -> None:
    sentence = parsed(FIRST).sentences[0]
    root = sentence.root
    assert root.lemma == "say"
    assert sentence.subtree(root) == sentence.tokens
    office = next(token for token in sentence.tokens if token.text == "office")
    assert office in sentence.children(root)
    assert list(sentence.ancestors(office)) == [root]


def test_named_entities_are_runs_of_tokens() -> None:
    names = [" ".join(token.text for token in run) for run in parsed(FIRST).sentences[0].entities()]
    assert "Lisbon" in names


def test_the_sentence_at_an_offset() -> None:
    found = parsed(FIRST, SECOND)
    assert found.sentence_at(Part.TEXT, FIRST.index("Lisbon")) is found.sentences[0]
    assert found.sentence_at(Part.TEXT, len(FIRST)) is None


def test_a_plural_that_opens_a_sentence_is_no_name() -> None:
    first = parsed("Rockets struck the mill.").sentences[0].tokens[0]
    assert (first.pos, first.lemma) == ("NOUN", "rocket")


def test_a_short_rank_ends_no_sentence() -> None:
    """ "Brig. Gen. Dorn" lost what stood before the point, and its speaker."""
    found = parsed("“We hold the town,” army spokesman Brig. Gen. Ivo Dorn said. Capt. Ana Reis agreed.")
    assert len(found.sentences) == 2
