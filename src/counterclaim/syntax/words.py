"""Words with tags → parts of speech and lemmas: what spaCy's attribute ruler and lemmatizer say, asked once a word.

Enter documents that are tagged and parsed; leave a part of speech and a lemma for each token. Nearly all rules of the
ruler look at one token, so what they and the lemmatizer say about a word with its tag and label is remembered. The few
that look at two ("gon na", "there is") are tried where the first may stand; if one applies, the document goes the long
way.
"""

import re
from collections.abc import Sequence
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

Word = tuple[int, int, int]
Rule = dict[str, Any]
_OF_ONE_TOKEN = {"TAG", "DEP", "LOWER", "IS_SPACE"}
_WAYS = {"IN", "NOT_IN", "REGEX"}
_MOST = 100_000


class Words:
    """The ruler and the lemmatizer of a pipeline, with the words that they have met."""

    def __init__(self, nlp: Language) -> None:
        ruler: Any = nlp.get_pipe("attribute_ruler")
        lemmatizer: Any = nlp.get_pipe("lemmatizer")
        index = lemmatizer.lookups.get_table("lemma_index")
        for pos in index:
            index[pos] = frozenset(index[pos])  # the lemmatizer asks what is in there, and they come as long lists
        self._whole = (ruler, lemmatizer)
        self._rules = _Rules([rule for rule in ruler.patterns if _is_plain(rule)])
        self._spread = AttributeRuler(nlp.vocab)
        self._first = Matcher(nlp.vocab)
        for rule in ruler.patterns:
            if not _is_plain(rule):
                self._spread.add(**rule)
                self._first.add(
                    "first", [[pattern[0] if _is_known(pattern[0]) else {}] for pattern in rule["patterns"]]
                )
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
        self._known.update(zip(new, self._read(doc, (self._rules, self._whole[1])), strict=True))

    def _read(self, doc: Doc, components: Sequence[Any]) -> list[tuple[str, str]]:
        for component in components:
            component(doc)
        strings = self._vocab.strings
        return [(strings[pos], strings[lemma].lower()) for pos, lemma in doc.to_array(["POS", "LEMMA"]).tolist()]


class _Rules:
    """The rules of one token. Of two that hold the later one is right."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = [(asked, rule["attrs"]) for rule in rules for (asked,) in rule["patterns"]]
        self._of_tag: dict[str, list[tuple[Rule, Rule]]] = {}

    def __call__(self, doc: Doc) -> None:
        """Give each token what the rules say."""
        for token in doc:
            given: Rule = {}
            for asked, attrs in self._for(token.tag_):
                if (
                    _holds(asked.get("LOWER"), token.lower_)
                    and _holds(asked.get("DEP"), token.dep_)
                    and asked.get("IS_SPACE") in (None, token.is_space)
                ):
                    given |= attrs
            token.pos_ = given.get("POS", "")
            token.set_morph(given.get("MORPH", ""))  # type: ignore[attr-defined]  # spaCy's stub leaves it out
            token.lemma_ = given.get("LEMMA", "")

    def _for(self, tag: str) -> list[tuple[Rule, Rule]]:
        if tag not in self._of_tag:
            self._of_tag[tag] = [rule for rule in self._rules if _holds(rule[0].get("TAG"), tag)]
        return self._of_tag[tag]


def _holds(asked: Any, value: str) -> bool:
    """Is the value as asked: anything, this one, one of these, none of those, or with these letters?"""
    if not isinstance(asked, dict):
        return asked in (None, value)
    return (
        value in asked.get("IN", [value])
        and value not in asked.get("NOT_IN", [])
        and ("REGEX" not in asked or re.search(asked["REGEX"], value) is not None)
    )


def _is_known(token: Rule) -> bool:
    """Does this part of a rule ask one token, only for what we remember words by, and in a way that we know?"""
    ways = (value.keys() for value in token.values() if isinstance(value, dict))
    return token.keys() <= _OF_ONE_TOKEN and all(way <= _WAYS for way in ways)


def _is_plain(rule: Rule) -> bool:
    return all(len(pattern) == 1 and _is_known(pattern[0]) for pattern in rule["patterns"])
