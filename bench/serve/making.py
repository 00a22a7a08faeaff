"""A ledger of so many articles, ten claims in each, as reading and deriving would leave it.

Enter a path and a size; leaves the file. Reading a hundred thousand articles takes hours, so rows are written as the
stages would write them; the last step, lists and counts, is the program's own.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from bench.serve.world import World
from counterclaim.ledger import Ledger, open_ledger
from counterclaim.ledger.names import fold
from counterclaim.ledger.rows import (
    ARGUMENT,
    ARTICLE,
    BLOCK,
    CLAIM,
    CLAIM_SPAN,
    ENTITY,
    LOCAL_ENTITY,
    MENTION,
    OFFSET_RUN,
    PROPOSITION,
    Row,
    text_hash,
)
from counterclaim.ledger.store import DERIVED_FOR
from counterclaim.ledger.tallies import tally
from counterclaim.model import digest

CLAIMS_EACH, PARAGRAPHS, AT_ONCE = 10, 9, 500
COPIED = 0.35
FRAMES = ("statement", "control", "attack", "movement", "fighting", "losses", "responsibility", "aim")
FRAME_WEIGHTS = (38, 16, 16, 10, 8, 6, 4, 2)
STANCES = ("asserts", "denies", "confirms", "predicts", "plans", "urges", "unconfirmed")
STANCE_WEIGHTS = (74, 8, 4, 4, 3, 3, 4)
EXTENTS = ("full", "partial", "none")
LARGEST = 2_500

Rows = dict[str, list[Row]]
_COLUMNS = {
    "article": ARTICLE, "block": BLOCK, "offset_run": OFFSET_RUN, "local_entity": (*LOCAL_ENTITY, "entity"),
    "mention": MENTION, "claim": CLAIM, "proposition": PROPOSITION, "claim_span": CLAIM_SPAN, "argument": ARGUMENT,
    "reading_log": ("run", "path", "line", "outcome", "article", "reason", "advice"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """A claim as far as disputes need it: by whom, of which place, on which day, with which answer."""

    claim: str
    claimant: str
    place: int
    day: str
    frame: str
    answer: str


def make(path: Path, articles: int, seed: int = 7) -> None:
    """Write the ledger."""
    world = World(seed, articles)
    with open_ledger(path) as ledger:
        for pragma in ("synchronous = OFF", "cache_size = -1000000", "temp_store = MEMORY", "journal_mode = OFF"):
            ledger.rows(f"PRAGMA {pragma}")
        ledger.rows("PRAGMA foreign_keys = OFF")
        with ledger.transaction():
            _write_entities(ledger, world)
            told = _write_articles(ledger, world, articles)
            _write_disputes(ledger, world, told)
            ledger.note(DERIVED_FOR, "made by bench.serve")
        tally(ledger)
        ledger.rows("PRAGMA journal_mode = WAL")


def _write_entities(ledger: Ledger, world: World) -> None:
    everyone = [*world.places, *world.people]
    places = [one.id for one in world.places]
    rows: list[Row] = []
    for one in everyone:
        lat, lon, precision = one.spot or (None, None, None)
        around = json.dumps([places[n] for n in one.around])
        names = json.dumps([one.name])
        rows.append(
            (
                one.id,
                one.name,
                one.kind,
                names,
                json.dumps(one.roles),
                one.side,
                lat,
                lon,
                precision,
                None,
                around,
                "[]",
            )
        )
    ledger.insert("entity", ENTITY, rows)
    ledger.insert("entity_name", ("entity", "name", "folded"), ((one.id, one.name, fold(one.name)) for one in everyone))
    within = ((one.id, places[n]) for one in world.places for n in one.around)
    ledger.insert("entity_within", ("entity", "place"), within)


def _write_articles(ledger: Ledger, world: World, articles: int) -> list[Told]:
    ledger.rows("INSERT INTO reading_run (started, finished, engine, inputs) VALUES (?, ?, 'bench', '[\"reports\"]')",
                ("2031-01-01T00:00:00+00:00", "2031-01-01T09:00:00+00:00"))  # fmt: skip
    told: list[Told] = []
    carried: list[list[str]] = []
    rows: Rows = defaultdict(list)
    for number in range(articles):
        copy = bool(carried) and world.chance.random() < COPIED
        article = _Article(world, number)
        told += article.rows(rows)
        if copy and len(carried[-1]) < 12:
            carried[-1].append(article.id)
        else:
            carried.append([article.id])
        if number % AT_ONCE == AT_ONCE - 1 or number == articles - 1:
            _flush(ledger, rows)
    _write_origins(ledger, carried)
    return told


def _flush(ledger: Ledger, rows: Rows) -> None:
    for table, columns in _COLUMNS.items():
        ledger.insert(table, columns, rows.pop(table, []))


def _write_origins(ledger: Ledger, carried: list[list[str]]) -> None:
    ledger.insert("origin", ("id", "credited"), ((f"o-{one[0][2:]}", None) for one in carried))
    rows = ((f"o-{one[0][2:]}", n, article) for one in carried for n, article in enumerate(one))
    ledger.insert("origin_article", ("origin", "position", "article"), rows)


class _Article:
    """One report: paragraphs of words, of which ten stretches are claims."""

    def __init__(self, world: World, number: int) -> None:
        self.world, self.number = world, number
        self.id = digest("a", str(world.seed), str(number))
        self.day = world.day()
        self.outlet = world.outlets[world.outlet.draw(world.chance)]
        people = {world.somebody.draw(world.chance): None for _ in range(6)}
        towns = {world.town(): None for _ in range(6)}
        self.locals = [*(world.people[n] for n in people), *(world.places[n] for n in towns)]
        self.people = list(range(len(people)))
        self.towns = list(range(len(people), len(self.locals)))
        self.numbers = [*people, *towns]

    def rows(self, rows: Rows) -> Iterator[Told]:
        """Add the report's rows; what its claims come to."""
        world = self.world
        paragraphs = [world.sentence(8).capitalize()]
        paragraphs += [world.sentence(world.chance.randint(40, 80)) + "." for _ in range(PARAGRAPHS)]
        text, at = "\n".join(paragraphs), 0
        title = paragraphs[0]
        rows["article"].append(
            (self.id, f"report-{self.number}.txt", 1, 1, title, 0, self.outlet, None, None, self.day.isoformat(), "en",
             None, 0, len(title), None, None, text, text_hash(text), f"reports/{self.number}.txt", None, "text/plain",
             "0" * 64, "bench")
        )  # fmt: skip
        for n, paragraph in enumerate(paragraphs):
            kind = "paragraph" if n else "headline"
            rows["block"].append((self.id, n, at, at + len(paragraph), kind, ""))
            at += len(paragraph) + 1
        rows["offset_run"].append((self.id, 0, 0, 0, len(text)))
        rows["reading_log"].append((1, f"reports/{self.number}.txt", None, "read", self.id, None, None))
        if self.number % 50 == 0:
            rows["reading_log"].append(
                (1, f"reports/{self.number}.pdf", None, "not read", None, "a PDF is not read", "Save its text")
            )
        self._write_locals(rows, text)
        yield from self._claims(rows, text)

    def _write_locals(self, rows: Rows, text: str) -> None:
        for n, one in enumerate(self.locals):
            lat, lon, precision = one.spot or (None, None, None)
            rows["local_entity"].append(
                (f"{self.id}-e{n}", self.id, n, f"e{n}", one.name, one.kind, json.dumps([one.name]),
                 json.dumps(one.roles), one.side, lat, lon, precision, None, "[]", "[]", one.id)
            )  # fmt: skip
        for n in range(24):
            place = n % len(self.locals)
            start, named = n * len(text) // 25, self.locals[place]
            rows["mention"].append(
                (self.id, n, "text", start, start + 8, named.kind, named.name, f"{self.id}-e{place}")
            )

    def _claims(self, rows: Rows, text: str) -> Iterator[Told]:
        chance = self.world.chance
        for n in range(CLAIMS_EACH):
            claim = digest("c", self.id, str(n))
            start = 60 + n * (len(text) - 400) // CLAIMS_EACH
            start = text.index(" ", start) + 1
            stop = text.index(" ", start + chance.randint(40, 220))
            who = chance.choice(self.people) if chance.random() < 0.92 else None
            one = self.locals[who] if who is not None else None
            day = (self.day - timedelta(days=chance.choice((0, 0, 0, 1, 2)))).isoformat()
            stance = chance.choices(STANCES, STANCE_WEIGHTS)[0]
            named = (f"{self.id}-e{who}", one.name, one.kind, one.name) if one else (None,) * 4
            rows["claim"].append(
                (claim, self.id, n, "text", *named, stance, "indirect" if one else "narration", text[start:stop],
                 chance.choice((None, None, None, "Telegram", "press conference")), "[]", day, day, day, None, None,
                 None, None, round(0.35 + 0.65 * chance.random(), 3), 1)
            )  # fmt: skip
            rows["claim_span"] += [
                (claim, "source", 0, start - 30, start - 22, None), (claim, "cue", 0, start - 20, start - 14, None),
                (claim, "content", 0, start, stop, None),
            ]  # fmt: skip
            told = self._propositions(rows, claim, (start, stop), day)
            if told and one:
                yield Told(claim, one.name, told[0], day, told[1], told[2])

    def _propositions(self, rows: Rows, claim: str, span: tuple[int, int], day: str) -> tuple[int, str, str] | None:
        chance, made = self.world.chance, None
        for n in range(chance.choices((1, 2), (75, 25))[0]):
            frame = chance.choices(FRAMES, FRAME_WEIGHTS)[0]
            said, town = f"{claim}-{n}", chance.choice(self.towns)
            rows["proposition"].append((said, claim, n, frame, 0, "actual", day))
            rows["claim_span"].append((claim, "evidence", n, *span, said))
            place = self.locals[town]
            here = (f"{self.id}-e{town}", place.name, place.kind, place.name)
            if frame == "statement":
                rows["argument"].append((said, 0, "text", "a statement", None, None, None, None, None))
                continue
            rows["argument"].append((said, 0, "place", None, None, *here))
            answer = f"it happened; {frame}"
            if frame == "control":
                holder, extent = chance.choice(("Orvann", "Telsk")), chance.choice(EXTENTS)
                answer = f"{extent} by {holder}"
                rows["argument"].append((said, 1, "holder", None, None, None, holder, "place", holder))
                rows["argument"].append((said, 2, "extent", extent, None, None, None, None, None))
            elif frame == "losses":
                rows["argument"].append((said, 1, "quantity", str(chance.randint(1, 400)), None, *(None,) * 4))
            made = (self.numbers[town], frame, answer)
        return made


def _write_disputes(ledger: Ledger, world: World, told: list[Told]) -> None:
    """A dispute for each place, frame and month (each quarter-year of the most spoken-of) that has two answers."""
    groups: dict[tuple[int, str, str], list[Told]] = defaultdict(list)
    for one in told:
        groups[one.place, one.frame, one.day[:7]].append(one)
    ranked = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    number = 0
    revises: list[Row] = []
    for (place, frame, month), claims in ranked:
        if len(claims) < 2 or (sides := _sides(world, claims)) is None:
            continue
        _write_dispute(ledger, world, number, (place, frame, month), sides)
        number += 1
        first, last = claims[0].claim, claims[-1].claim
        revises.append((digest("r", first, last, "v"), "revises", last, first, "said otherwise before", 0.8))
    ledger.insert("relation", ("id", "kind", "left_claim", "right_claim", "why", "confidence"), revises)


def _sides(world: World, claims: list[Told]) -> list[list[Told]] | None:
    answers: dict[str, list[Told]] = defaultdict(list)
    for one in claims[:LARGEST]:
        answers[one.answer if one.frame == "control" else world.chance.choice(("yes", "no"))].append(one)
    found = sorted(answers.values(), key=len, reverse=True)[:3]
    return found if len(found) > 1 else None


def _write_dispute(
    ledger: Ledger, world: World, number: int, about: tuple[int, str, str], sides: list[list[Told]]
) -> None:
    place, frame, month = about
    dispute = digest("d", str(number))
    name, days = world.places[place].name, [one.day for side in sides for one in side]
    question = f"What of {frame} at {name}, {month}?"
    ledger.insert(
        "dispute", ("id", "position", "question", "frame", "place", "first_day", "last_day"),
        [(dispute, number, question, frame, world.places[place].id, min(days), max(days))],
    )  # fmt: skip
    for n, side in enumerate(sides):
        who = list(dict.fromkeys(one.claimant for one in side))
        ledger.insert(
            "side", ("id", "dispute", "position", "answer", "claimants", "voices"),
            [(f"{dispute}-{n}", dispute, n, side[0].answer, json.dumps(who), len(who))],
        )  # fmt: skip
        held = ((f"{dispute}-{n}", k, one.claim) for k, one in enumerate(side))
        ledger.insert("side_claim", ("side", "position", "claim"), held)
    pairs = [(a, b) for a in sides[0][:40] for b in sides[1][:10]]
    relations = [
        (digest("r", a.claim, b.claim), "contradicts", a.claim, b.claim, f"{a.answer} against {b.answer}", 0.8)
        for a, b in pairs
    ]
    ledger.connection.executemany(
        "INSERT OR IGNORE INTO relation (id, kind, left_claim, right_claim, why, confidence) VALUES (?, ?, ?, ?, ?, ?)",
        relations,
    )
    rows = ((dispute, n, relation[0]) for n, relation in enumerate(relations))
    ledger.insert("dispute_relation", ("dispute", "position", "relation"), rows)
