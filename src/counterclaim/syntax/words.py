"""Words with tags → parts of speech and lemmas: what spaCy's attribute ruler and lemmatizer say, asked once a word.

Enter documents that are tagged and parsed; leave a part of speech and a lemma for each token. Nearly all rules of the
ruler look at one token, so what they and the lemmatizer say about a word with its tag and label is remembered. The few
that look at two ("gon na", "there is") are tried on every document; where one applies, the document goes the long way.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

Word = tuple[int, int, int]
_OF_ONE_TOKEN = {"TAG", "DEP", "LOWER", "IS_SPACE"}
_MOST = 100_000


class Words:
    """The ruler and the lemmatizer of a pipeline, with the words that they have met."""

    def __init__(self, nlp: Language) -> None:
        ruler: Any = nlp.get_pipe("attribute_ruler")
        self._whole: tuple[Any, ...] = (ruler, nlp.get_pipe("lemmatizer"))
        self._single, self._spread = AttributeRuler(nlp.vocab), AttributeRuler(nlp.vocab)
        for rule in ruler.patterns:
            (self._single if _is_single(rule) else self._spread).add(**rule)
        self._vocab = nlp.vocab
        self._known: dict[Word, tuple[str, str]] = {}

    def describe(self, docs: Sequence[Doc]) -> list[list[tuple[str, str]]]:
        """For each document, each token's part of speech and lemma in small letters."""
        words = [list(map(tuple, doc.to_array(["ORTH", "TAG", "DEP"]).tolist())) for doc in docs]
        self._learn({word for row in words for word in row})
        return [
            self._read(doc, self._whole) if self._spread.match(doc) else [self._known[word] for word in row]
            for doc, row in zip(docs, words, strict=True)
        ]

    def _learn(self, words: set[Any]) -> None:
        if len(self._known) > _MOST:
            self._known.clear()
        new = sorted(words - self._known.keys())
        doc = Doc(self._vocab, words=[self._vocab.strings[word[0]] for word in new])
        values: Any = np.array([word[1:] for word in new], dtype=np.uint64).reshape(-1, 2)
        doc.from_array(["TAG", "DEP"], values)
        self._known.update(zip(new, self._read(doc, (self._single, self._whole[1])), strict=True))

    def _read(self, doc: Doc, components: Sequence[Any]) -> list[tuple[str, str]]:
        for component in components:
            component(doc)
        strings = self._vocab.strings
        return [(strings[pos], strings[lemma].lower()) for pos, lemma in doc.to_array(["POS", "LEMMA"]).tolist()]


def _is_single(rule: dict[str, Any]) -> bool:
    """Does the rule look at one token and nothing but what we remember words by?"""
    return all(len(pattern) == 1 and pattern[0].keys() <= _OF_ONE_TOKEN for pattern in rule["patterns"])
