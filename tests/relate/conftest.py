"""Builders of claims and articles about an invented war: Varnia against the Coastal League, over the town of Ostrel."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from zlib import crc32

import pytest

from counterclaim.model import (
    Argument,
    Article,
    Block,
    BlockKind,
    Claim,
    Entity,
    EntityKind,
    Part,
    Proposition,
    Provenance,
    Quotation,
    Ref,
    Run,
    Span,
    Stance,
    digest,
)

NAMES = {
    "varnia": ("Varnia", EntityKind.PLACE),
    "league": ("Coastal League", EntityKind.PLACE),
    "ostrel": ("Ostrel", EntityKind.PLACE),
    "mill": ("Mill Quarter", EntityKind.PLACE),
    "lund": ("Lund", EntityKind.PLACE),
    "ministry": ("Varnian Ministry of War", EntityKind.ORGANIZATION),
    "staff": ("League General Staff", EntityKind.ORGANIZATION),
    "free": ("Free Dunes Legion", EntityKind.ORGANIZATION),
    "adar": ("Ilse Adar", EntityKind.PERSON),
    "bren": ("Tomas Bren", EntityKind.PERSON),
    "hale": ("Orin Hale", EntityKind.PERSON),
}
SIDES = {"ministry": "Varnia", "adar": "Varnia", "staff": "Coastal League", "bren": "Coastal League"}
WITHIN = {"mill": ("ostrel", "varnia"), "ostrel": ("varnia",), "lund": ("varnia",)}


def ref(key: str) -> Ref:
    """Whoever or whatever that is in the invented world; others go by their own name."""
    name, kind = NAMES.get(key, (key.title(), EntityKind.PERSON))
    return Ref(name, name, key, kind)


@dataclass(frozen=True)
class World:
    """All that tests build claims from."""

    places: Mapping[str, Entity]

    def ref(self, key: str) -> Ref:
        return ref(key)

    def says(self, frame: str, *, negated: bool = False, when: str | None = None, **roles: object) -> Proposition:
        """A proposition; roles whose value is a name of the world become references."""
        arguments = tuple(
            Argument(role, ref(value) if isinstance(value, str) and value in NAMES else value)
            for role, value in roles.items()
        )
        return Proposition(frame, arguments, negated=negated, when=when)

    def holds(self, holder: str, extent: str = "full", place: str = "ostrel", **more: object) -> Proposition:
        return self.says("control", place=place, holder=holder, extent=extent, **more)

    def fights(self, status: str = "ongoing", place: str = "ostrel", **more: object) -> Proposition:
        return self.says("fighting", place=place, status=status, **more)

    def claim(
        self,
        claimant: str | None,
        *said: Proposition,
        article: str = "a-1",
        day: str | None = "2031-04-02",
        stance: Stance = Stance.ASSERTS,
        content: str = "",
        start: int | None = None,
        answers: str | None = None,
        said_on: str | None = None,
        confidence: float = 0.9,
    ) -> Claim:
        """One claim; its id depends on all that makes it what it is, and so does its place unless `start` gives it."""
        content = content or " ".join(p.frame for p in said)
        if start is None:
            start = 1000 * crc32(f"{claimant}{said}{content}".encode())
        return Claim(
            id=digest("c", article, str(claimant), str(start), content, str(said), str(day)),
            article=article,
            document=f"{article}.txt",
            part=Part.TEXT,
            claimant=ref(claimant) if claimant else None,
            source_spans=(),
            cue_spans=(),
            content_spans=(Span(start, start + max(1, len(content))),),
            content=content,
            quotation=Quotation.INDIRECT if claimant else Quotation.NARRATION,
            stance=stance,
            propositions=said or (Proposition("statement"),),
            confidence=confidence,
            answers=ref(answers) if answers else None,
            said=said_on,
            outlet=f"Outlet {article}",
            published=day,
        )

    def article(self, document: str, *paragraphs: str, furniture: str = "", **more: str | None) -> Article:
        """An article of those paragraphs, the last one a piece of page furniture if given."""
        text, blocks = "", []
        for words in (*paragraphs, furniture):
            if words:
                kind = BlockKind.FURNITURE if words == furniture else BlockKind.PARAGRAPH
                blocks.append(
                    Block(Span(len(text), len(text) + len(words)), kind, "made up" if words == furniture else "")
                )
                text += words + "\n\n"
        return Article(
            document=document,
            text=text,
            blocks=tuple(blocks),
            provenance=Provenance(document, "text/plain", "0" * 64),
            runs=(Run(0, 0, len(text)),),
            **more,  # type: ignore[arg-type]
        )


@pytest.fixture(scope="session")
def world() -> World:
    entities = {
        key: Entity(key, kind, name, (name,), side=SIDES.get(key), within=WITHIN.get(key, ()))
        for key, (name, kind) in NAMES.items()
    }
    return World(MappingProxyType(entities))
