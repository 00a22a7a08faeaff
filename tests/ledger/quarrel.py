"""Readings by hand in which bodies quarrel: each line "NAME says: WORDS in PLACE." lays all of the place to NAME."""

import io
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from tests.ledger.builders import article, reading

from counterclaim.ledger import Ledger
from counterclaim.ledger.deriving import derive
from counterclaim.ledger.store import Store
from counterclaim.ledger.writing import begin_run, write_reading
from counterclaim.model import Argument, Article, Claim, EntityKind, Proposition, Reading, Ref

TEXTS = {
    "a.txt": "A day in Tarn\nOrla says: the gate is held in Tarn.\nWend says: rain fell hard in Velm.",
    "b.txt": "A day in Velm\nMesk says: the wall is held in Tarn.",
    "c.txt": "A week in Velm\nDain says: the mill is held in Tarn.\nOrla says: the bridge is held in Velm.",
}
EXPORTS = ("claims", "relations", "entities", "mentions", "articles", "disputes", "origins")


def quarrel(of: Article) -> Reading:
    """What the article's lines say, each by a body that holds the place of which it speaks; places as on a map."""
    told = reading(of)
    spots = {one.id: f"g-{one.name}" for one in told.entities if one.kind is EntityKind.PLACE}
    entities = tuple(
        replace(one, id=spots[one.id]) if one.id in spots else replace(one, kind=EntityKind.ORGANIZATION)
        for one in told.entities
    )
    return replace(told, entities=entities, mentions=(), claims=tuple(_holding(one, spots) for one in told.claims))


def write(store: Store, text: str, document: str, engine: str = "engine 1") -> None:
    """Write what the text says."""
    write_reading(store, quarrel(article(text, document)), run=begin_run(store, [], engine), engine=engine)


def fill(held: Ledger) -> None:
    """The three reports: Orla, Mesk and Dain each hold all of Tarn, Wend and Orla each all of Velm."""
    for document, text in TEXTS.items():
        write(held, text, document)
    derive(held)


def exports(held: Ledger) -> dict[str, str]:
    """Everything that is exported but the decisions themselves, letter for letter."""
    found = {}
    for what in EXPORTS:
        stream = io.StringIO()
        held.export(what, "jsonl", stream)
        found[what] = stream.getvalue()
    return found


def decisions_of(held: Ledger) -> list[str]:
    """The exported decisions, a line each."""
    stream = io.StringIO()
    held.export("decisions", "jsonl", stream)
    return stream.getvalue().splitlines()


def said(held: Ledger, words: str) -> Claim:
    """The one claim whose content holds the words, a rejected one too."""
    ids = [row["id"] for row in held.rows("SELECT id FROM claim WHERE instr(content, ?)", (words,))]
    (found,) = [claim for name in ids if (claim := held.claim(name)).article in _current(held)]
    return found


def ledger_at(path: Path) -> Ledger:
    """A filled ledger."""
    held = Ledger(path)
    fill(held)
    return held


def _current(held: Ledger) -> set[str]:
    return {row["id"] for row in held.rows("SELECT id FROM article WHERE current = 1")}


def _holding(claim: Claim, spots: Mapping[str, str]) -> Claim:
    assert claim.claimant
    who = replace(claim.claimant, kind=EntityKind.ORGANIZATION)
    return replace(claim, claimant=who, propositions=tuple(_held(one, who, spots) for one in claim.propositions))


def _held(said: Proposition, who: Ref, spots: Mapping[str, str]) -> Proposition:
    place = said.ref("place")
    assert place
    assert place.entity
    there = Argument("place", replace(place, entity=spots[place.entity]))
    return replace(said, arguments=(there, *said.arguments[1:], Argument("holder", who)))
