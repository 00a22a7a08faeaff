"""Small readings made by hand: each line "NAME says: WORDS in PLACE." of a text is a claim about a place."""

import re
from pathlib import Path

from counterclaim.ledger.store import Store
from counterclaim.ledger.writing import Outcome, begin_run, write_reading
from counterclaim.model import (
    Argument,
    Article,
    Block,
    BlockKind,
    Claim,
    Entity,
    EntityKind,
    Location,
    Mention,
    Part,
    Precision,
    Proposition,
    Provenance,
    Quotation,
    Reading,
    Ref,
    Run,
    Span,
    Stance,
    digest,
)

SAYING = re.compile(r"(?P<who>[A-Z]\w+) (?P<cue>says|denies): (?P<content>[^\n]*?in (?P<place>[A-Z]\w+))\.")
SPOTS = {"Tarn": (50.0, 20.0), "Velm": (51.0, 21.0)}


def article(text: str, document: str = "report.txt", *, path: str | None = None, line: int | None = None) -> Article:
    """An article whose every line is a paragraph and whose first line is its headline."""
    blocks = tuple(
        Block(Span(*found.span()), BlockKind.PARAGRAPH if found.start() else BlockKind.HEADLINE)
        for found in re.finditer(r"\S[^\n]*", text)
    )
    return Article(
        document=document,
        text=text,
        blocks=blocks,
        provenance=Provenance(path or document, "text/plain", "0" * 64, line),
        runs=(Run(0, 0, len(text)),),
        headline=blocks[0].span,
        outlet="The Tarn Courier",
        published="2031-04-02",
        language="en",
    )


def reading(of: Article) -> Reading:
    """What the article's lines say."""
    found = list(SAYING.finditer(of.text))
    names = dict.fromkeys((*(one["who"] for one in found), *(one["place"] for one in found)))
    entities = tuple(_entity(number, name) for number, name in enumerate(names))
    ids = {entity.name: entity.id for entity in entities}
    mentions = tuple(
        Mention(Part.TEXT, Span(*one.span(group)), _kind(one[group]), ids[one[group]], one[group])
        for one in found
        for group in ("who", "place")
    )
    return Reading(of, entities, mentions, tuple(_claim(of, one, ids) for one in found))


class LineReader:
    """Reads articles as `reading` does; stands where the real stages stand."""

    def read(self, of: Article) -> Reading:
        """What the article's lines say; a line "BREAK" breaks the reader."""
        if "BREAK" in of.text:
            raise RuntimeError("a stage broke")
        return reading(of)


def line_reader(_gazetteer: Path | None = None) -> LineReader:
    """A reader, as `counterclaim.run.workers.build_reader` makes one."""
    return LineReader()


def write(store: Store, of: Article, engine: str = "engine 1") -> Outcome:
    """Write what the article's lines say."""
    return write_reading(store, reading(of), run=begin_run(store, [], engine), engine=engine)


def dump(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Every table but the log, as a set of rows."""
    names = [
        row[0] for row in store.rows("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%fts5%'")
    ]
    kept = [name for name in names if not name.startswith(("reading_", "sqlite_")) and "_fts_" not in name]
    return {name: sorted((tuple(row) for row in store.rows(f"SELECT * FROM {name}")), key=repr) for name in kept}  # noqa: S608


def _kind(name: str) -> EntityKind:
    return EntityKind.PLACE if name in SPOTS else EntityKind.PERSON


def _entity(number: int, name: str) -> Entity:
    spot = SPOTS.get(name)
    location = Location(*spot, Precision.TOWN, "XT") if spot else None
    return Entity(f"e{number}", _kind(name), name, (name,), location=location)


def _claim(of: Article, one: re.Match[str], ids: dict[str, str]) -> Claim:
    who, place, content = one["who"], one["place"], Span(*one.span("content"))
    fact = Proposition(
        "control",
        (
            Argument("place", Ref(place, place, ids[place], _kind(place))),
            Argument("extent", "full"),
            Argument("part", None),
        ),
        negated=one["cue"] == "denies",
        when="2031-04-01",
        evidence=(content,),
    )
    return Claim(
        id=digest("c", of.id, str(content.start)),
        article=of.id,
        document=of.document,
        part=Part.TEXT,
        claimant=Ref(who, who, ids[who], _kind(who)),
        source_spans=(Span(*one.span("who")),),
        cue_spans=(Span(*one.span("cue")),),
        content_spans=(content,),
        content=one["content"],
        quotation=Quotation.INDIRECT,
        stance=Stance.DENIES if one["cue"] == "denies" else Stance.ASSERTS,
        propositions=(fact,),
        confidence=0.75,
        channel="Telegram",
        relayed_by=("Tarn Wire",),
        outlet=of.outlet,
        published=of.published,
    )
