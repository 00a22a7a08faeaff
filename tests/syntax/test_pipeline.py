"""If the short way said otherwise than the pipeline itself, every figure measured with the pipeline would be void."""

import warnings

import spacy

from counterclaim.syntax.pipeline import Analysed, Pipeline, parser_name

PIPELINE = Pipeline()
TEXTS = (
    "The harbour office in Lisbon said on Friday that the ferry Aurora was two hours late.",
    "They're gonna sail, Ana Reis said. There were 40 people aboard, weren't there? Let's go, y'all!",
    "",
    " \n ",
    'He said:\n\n "There are  two"  . She left New York on 3 May, a spokesman for Corvo Shipping Ltd. told Radio Four',
    "Lisbon " * 300,
)


def said_by_spacy(text: str) -> list[tuple[object, ...]]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        doc = NLP(text)
    return [
        (t.idx, len(t), t.head.i - t.i, t.tag_, t.dep_, t.pos_, t.lemma_.lower(), t.ent_type_, t.ent_iob_ == "B")
        for t in doc
        if not t.is_space
    ]


def said(found: Analysed) -> list[tuple[object, ...]]:
    columns = (found.offsets, found.lengths, found.heads, found.tags, found.deps, found.words, found.marks)
    return [
        (offset, length, head, tag, dep, *word, *mark)
        for space, offset, length, head, tag, dep, word, mark in zip(found.is_space, *columns, strict=True)
        if not space
    ]


with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    NLP = spacy.load(parser_name())


def test_the_short_way_says_what_the_pipeline_says() -> None:
    for text, found in zip(TEXTS, PIPELINE.read(TEXTS), strict=True):
        assert said(found) == said_by_spacy(text)


def test_what_was_read_before_changes_nothing() -> None:
    fresh = Pipeline()
    first = [list(fresh.read([text])) for text in TEXTS]
    again = [list(fresh.read([text])) for text in reversed(TEXTS)]
    assert again[::-1] == first
