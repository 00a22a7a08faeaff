"""Who takes the turns of a talk: "A:" in an interview, "LA:", "The Minister:" in a transcript.

Enters the article's figures; leaves whom a label before a turn stands for, and whose turn a paragraph is. Where the
article does not show who a label is, nobody.
"""

import re
from functools import cached_property

from counterclaim.entities.figures import Figure, Figures
from counterclaim.entities.names import Name
from counterclaim.entities.office_of import is_title
from counterclaim.entities.page import Page
from counterclaim.entities.sources import Source
from counterclaim.model import EntityKind, Part, Sentence

_LABEL = re.compile(
    r"[–—-]?\s*(?P<label>[QA](?=[.:]\s)|(?:[A-Z][^\s:.?!()]*\.?)(?: [^\s:?!()]+){0,3})(?: \((?P<named>[^)]*)\))?[.:]\s"
)
_TURNS = 3  # labels that show an article to be a talk
_INITIALS = range(2, 4)
_SHORT = 3  # letters of a first name that a label has at least


class Turns:
    """The turns of one article; none where it is no talk."""

    def __init__(self, page: Page, figures: Figures) -> None:
        self._page = page
        self._figures = figures

    def of_label(self, source: Source) -> Figure | None:
        """The person whom a label stands for, if the source is one; None where the article does not tell."""
        found = self._labels.get(source.sentence.block) if source.sentence.part is Part.TEXT else None
        if found is None or source.tokens[0].i > 1 or source.sentence.index != found[2]:
            return None
        label, named = _bare(found[0]), found[1]
        if _bare(" ".join(token.text for token in source.tokens)).split("(")[0].strip() not in (label, f"{label}."):
            return None
        return self._in_brackets(label, source.sentence.block) if not named else self._person(named)

    def holder(self, sentence: Sentence) -> Figure | None:
        """Whose turn a sentence stands in: "I" and "we" are his."""
        found = self._labels.get(sentence.block) if sentence.part is Part.TEXT else None
        if found is None:
            return None
        named = self._person(found[1]) if found[1] else None
        return named or self._person(_bare(found[0])) or self._in_brackets(_bare(found[0]), sentence.block)

    @cached_property
    def _labels(self) -> dict[int, tuple[str, str | None, int]]:
        """Block → its label, the name in brackets behind it, and the sentence that it opens."""
        text = self._page.article.part(Part.TEXT)
        found: dict[int, tuple[str, str | None, int]] = {}
        seen: set[int] = set()
        for sentence in self._page.sentences:
            if sentence.part is Part.TEXT and sentence.block not in seen:
                seen.add(sentence.block)
                label = _LABEL.match(text, sentence.span.start)
                if label and (label[0].rstrip()[-1] == ":" or label["label"] in ("Q", "A")):
                    found[sentence.block] = label["label"], label["named"], sentence.index
        return found if len(found) >= _TURNS else {}

    def _in_brackets(self, label: str, block: int) -> Figure | None:
        if label == "A":
            return self._answers
        labels = self._labels.items()
        told = [named for at, (other, named, _) in labels if named and at <= block and _bare(other) == label]
        return (self._person(told[-1]) if told else None) or self._short(label)

    def _person(self, name: str) -> Figure | None:
        words = name.split(",", maxsplit=1)[0].strip()
        return next((f for f in self._persons if words in f.names), None)

    def _short(self, label: str) -> Figure | None:
        """ "LA" of "Lea Aston", "RAFF" of "Rafferty Orme"."""
        fits = [
            f
            for f in self._persons
            if (label.isupper() and len(label) in _INITIALS and _initials(f.name) == label)
            or (len(label) >= _SHORT and label.isalpha() and _begins(label.lower(), f.name))
        ]
        return fits[0] if len(fits) == 1 else None

    @property
    def _persons(self) -> list[Figure]:
        return [f for f in self._figures.of_kind(EntityKind.PERSON) if len(f.name.split()) > 1]

    @cached_property
    def _answers(self) -> Figure | None:
        """Who answers where only "Q" and "A" stand: who is spoken to, else who was introduced before the questions."""
        asked = [at for at, (label, _, _) in self._labels.items() if label in ("Q", "A")]
        first = min(asked, default=-1)
        known = [
            (name.sentence.block, figure, _is_addressed(name))
            for name, figure in self._figures.named
            if figure.kind is EntityKind.PERSON and name.sentence.part is Part.TEXT
        ]
        addressed = next((figure for block, figure, spoken_to in known if block in asked and spoken_to), None)
        before = [(block, figure) for block, figure, _ in known if block < first]
        near = [figure for block, figure in before if block == before[-1][0]]
        return addressed or max(near, key=near.count, default=None)


def _bare(label: str) -> str:
    label = label.strip()
    return label[4:] if label.lower().startswith("the ") else label


def _is_addressed(name: Name) -> bool:
    """ "Q: Dr NAME, will it hold?": spoken to at the start of a question."""
    tokens = name.sentence.tokens
    opens = all(t.text in ("Q", ":", ".") or is_title(t) for t in tokens[: name.first])
    return opens and [t.text for t in tokens[name.stop : name.stop + 1]] == [","] and tokens[-1].text == "?"


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _begins(label: str, name: str) -> bool:
    words = name.lower().split()
    return label not in words and any(word.startswith(label) for word in words)
