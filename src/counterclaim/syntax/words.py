"""Words with tags → parts of speech and lemmas: what spaCy's attribute ruler and lemmatizer say, asked once a word.

Enter documents that are tagged and parsed; leave a part of speech and a lemma for each token. Nearly all rules of the
ruler look at one token, so what they and the lemmatizer say about a word with its tag and label is remembered. The few
that look at two ("gon na", "there is") are tried where the first may stand; if one applies, the document goes the long
way.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.matcher import Matcher
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
        self._first = Matcher(nlp.vocab)
        for rule in ruler.patterns:
            if all(len(pattern) == 1 and _looks_at_one(pattern[0]) for pattern in rule["patterns"]):
                self._single.add(**rule)
            else:
                self._spread.add(**rule)
                firsts = [pattern[0] if _looks_at_one(pattern[0]) else {} for pattern in rule["patterns"]]
                self._first.add("first", [[first] for first in firsts])
        self._vocab = nlp.vocab
        self._known: dict[Word, tuple[str, str]] = {}
        self._openers: set[Word] = set()

    def describe(self, docs: Sequence[Doc]) -> list[list[tuple[str, str]]]:
        """For each document, each token's part of speech and lemma in small letters."""
        words = [list(map(tuple, doc.to_array(["ORTH", "TAG", "DEP"]).tolist())) for doc in docs]
        self._learn({word for row in words for word in row})
        return [
            self._read(doc, self._whole) if self._is_spread(doc, row) else [self._known[word] for word in row]
            for doc, row in zip(docs, words, strict=True)
        ]

    def _is_spread(self, doc: Doc, words: list[Any]) -> bool:
        return not self._openers.isdisjoint(words) and bool(self._spread.match(doc))

    def _learn(self, words: set[Any]) -> None:
        if len(self._known) > _MOST:
            self._known.clear()
        new = sorted(word for word in words if word not in self._known)
        if not new:
            return
        doc = Doc(self._vocab, words=[self._vocab.strings[word[0]] for word in new])
        values: Any = np.array([word[1:] for word in new], dtype=np.uint64)
        doc.from_array(["TAG", "DEP"], values)
        self._openers.update(new[start] for _, start, _ in self._first(doc, allow_missing=True))
        self._known.update(zip(new, self._read(doc, (self._single, self._whole[1])), strict=True))

    def _read(self, doc: Doc, components: Sequence[Any]) -> list[tuple[str, str]]:
        for component in components:
            component(doc)
        strings = self._vocab.strings
        return [(strings[pos], strings[lemma].lower()) for pos, lemma in doc.to_array(["POS", "LEMMA"]).tolist()]


def _looks_at_one(token: dict[str, Any]) -> bool:
    """Does this part of a rule ask one token, and only for what we remember words by?"""
    return token.keys() <= _OF_ONE_TOKEN
