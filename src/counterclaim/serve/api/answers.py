"""What the API looks up beyond the ledger's own questions.

Enters an open ledger; leave the records of `counterclaim.serve.api.shapes`.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from counterclaim import __version__
from counterclaim.errors import NotFoundError
from counterclaim.ledger import Ledger, claims_of
from counterclaim.ledger.article_lists import log_rows
from counterclaim.ledger.filters import day_of
from counterclaim.ledger.frame_days import FrameFilter, frame_days
from counterclaim.ledger.listing import NOBODY, Facet, facet_size
from counterclaim.ledger.queries import relation_record
from counterclaim.ledger.records import words
from counterclaim.ledger.spots import sides_of, spots
from counterclaim.model import Article, Entity, RelationKind, Review
from counterclaim.relate import control_timeline
from counterclaim.serve.api import making, shapes
from counterclaim.serve.looking import Look
from counterclaim.serve.pages.comparing import beside
from counterclaim.serve.pages.place import held_claims, held_days, window
from counterclaim.serve.parts import Piece

YEAR = timedelta(days=366)


def ledger_out(ledger: Ledger) -> shapes.LedgerOut:
    """What there is."""
    counts = (
        ledger.value("SELECT count(*) FROM article WHERE current = 1"),
        facet_size(ledger, Facet("any", NOBODY)),
        ledger.value("SELECT count(*) FROM dispute"),
        ledger.value("SELECT count(*) FROM entity"),
    )
    return shapes.LedgerOut(*counts, derived=ledger.is_derived(), version=__version__)


def relations_of_dispute(ledger: Ledger, dispute: str, begin: int, limit: int) -> shapes.RelationPageOut:
    """A page of the relations that make a dispute."""
    sql = """
        SELECT r.* FROM dispute_relation d JOIN relation r ON r.id = d.relation WHERE d.dispute = ?
        ORDER BY d.position LIMIT ? OFFSET ?
    """
    return _relations(ledger, sql, (dispute,), begin, limit)


def relations_of_claim(
    ledger: Ledger, claim: str, kind: RelationKind | None, begin: int, limit: int
) -> shapes.RelationPageOut:
    """A page of the relations in which a claim stands, without those that a person has rejected."""
    sql = """
        SELECT * FROM (SELECT * FROM relation WHERE left_claim = ? UNION ALL SELECT * FROM relation
        WHERE right_claim = ?) WHERE review <> 'rejected' AND (? IS NULL OR kind = ?)
        ORDER BY kind, id LIMIT ? OFFSET ?
    """
    return _relations(ledger, sql, (claim, claim, kind, kind), begin, limit)


def reversals_of(ledger: Ledger, entity: str, begin: int, limit: int) -> shapes.RelationPageOut:
    """A page of the relations by which an entity's claims revise earlier ones."""
    sql = """
        SELECT r.* FROM claim_facet f CROSS JOIN relation r ON r.left_claim = f.claim AND r.kind = 'revises'
        WHERE f.facet = 'revises' AND f.value = ? AND r.review <> 'rejected'
        ORDER BY f.day DESC, f.claim DESC, r.id LIMIT ? OFFSET ?
    """
    return _relations(ledger, sql, (entity,), begin, limit)


def inside_out(ledger: Ledger, place: str, begin: int, limit: int) -> shapes.EntityPageOut:
    """A page of the places that lie in one and that claims speak of."""
    sql = """
        SELECT e.id, e.name, e.kind, e.side, t.claims, t.first_day, t.last_day FROM entity_within w
        JOIN facet_tally t ON t.facet = 'place' AND t.value = w.entity JOIN entity e ON e.id = w.entity
        WHERE w.place = ? ORDER BY t.claims DESC, e.id LIMIT ? OFFSET ?
    """
    rows = [tuple(row) for row in ledger.rows(sql, (place, limit + 1, begin))]
    more = str(begin + limit) if len(rows) > limit else None
    return shapes.EntityPageOut([shapes.EntityHeadOut(*row) for row in rows[:limit]], more)


def _relations(
    ledger: Ledger, sql: str, values: tuple[str | None, ...], begin: int, limit: int
) -> shapes.RelationPageOut:
    rows = ledger.rows(sql, (*values, limit + 1, begin)).fetchall()
    found = [making.relation_out(relation_record(row)) for row in rows[:limit]]
    return shapes.RelationPageOut(found, str(begin + limit) if len(rows) > limit else None)


def claims_of_article(
    ledger: Ledger, article: Article, begin: int, limit: int, *, rejected: bool
) -> shapes.ClaimPageOut:
    """A page of one report's claims; those that a person has rejected only if `rejected`."""
    every = [one for one in claims_of(ledger, article.id) if rejected or one.review is not Review.REJECTED]
    found = [making.claim_out(claim) for claim in every[begin : begin + limit]]
    return shapes.ClaimPageOut(found, str(begin + limit) if len(every) > begin + limit else None, len(every))


def article_out(ledger: Ledger, article: Article) -> shapes.ArticleOut:
    """A report with its dispatch and its versions."""
    origin = ledger.value("SELECT origin FROM origin_article WHERE article = ?", (article.id,))
    carried = "SELECT article AS id FROM origin_article WHERE origin = ? AND article <> ? ORDER BY position"
    version = "SELECT id FROM article WHERE document = ? ORDER BY version"
    carriers = [row["id"] for row in ledger.rows(carried, (origin, article.id))]
    versions = [row["id"] for row in ledger.rows(version, (article.document,))]
    return making.article_out(article, origin, carriers, versions)


def beside_out(left: Article, right: Article) -> list[shapes.ParagraphsOut]:
    """Two reports, paragraph by paragraph."""
    rows = beside(left, right).rows
    return [shapes.ParagraphsOut(row.kind, _pieces(row.left), _pieces(row.right)) for row in rows]


def _pieces(found: Iterable[Piece]) -> list[tuple[str, bool]]:
    return [(piece.text, piece.marked) for piece in found]


def entity_out(ledger: Ledger, entity: Entity) -> shapes.EntityOut:
    """An entity with its names and roles."""
    names = ledger.rows("SELECT * FROM name_tally WHERE entity = ? ORDER BY reports DESC, name", (entity.id,))
    roles = ledger.rows("SELECT * FROM role_tally WHERE entity = ? ORDER BY reports DESC, role", (entity.id,))
    return making.entity_out(
        entity,
        [shapes.NameOut(row["name"], row["mentions"], row["reports"]) for row in names],
        [shapes.RoleOut(row["role"], row["reports"], row["first"], row["last"]) for row in roles],
        made=facet_size(ledger, Facet("claimant", (entity.id,))),
        about=facet_size(ledger, Facet("place", (entity.id,))) or facet_size(ledger, Facet("named", (entity.id,))),
    )


def timeline_out(ledger: Ledger, place: Entity, begin: str | None) -> shapes.HeldPageOut:
    """Who said who held the place, for as many days as one picture holds."""
    days = held_days(ledger, place.id)
    shown = window(days, begin)
    claims = held_claims(ledger, place.id, [day for day, _ in days[shown.first : shown.last]])
    index = Look(ledger, ()).index(claims, entities=[place.id, *place.within])
    found = control_timeline(claims, place.id, index.entities)
    held = [
        shapes.HeldDayOut(
            day.day,
            day.state.value,
            [
                shapes.HeldOut(
                    one.claim, one.claimant, one.holder, one.extent, one.change, one.part, one.negated, one.words
                )
                for one in day.claims
            ],
        )
        for day in found
    ]
    return shapes.HeldPageOut(held, shown.earlier or None, shown.later or None)


def spots_out(ledger: Ledger, within: str | None, limit: int) -> list[shapes.SpotOut]:
    """Places of disputes, and those of which somebody says who holds them."""
    found = spots(ledger, within, limit)
    ids = [one.id for one in found]
    known = {one.id: one for one in Look(ledger, ()).entities(ids)}
    sides = sides_of(ledger, ids)
    return [making.spot_out(known[one.id], one, sides.get(one.id, {})) for one in found]


def frame_days_out(
    ledger: Ledger, wanted: FrameFilter, since: str | None, until: str | None
) -> list[shapes.FrameDayOut]:  # fmt: skip
    """Claims by frame and day: of the last year that has claims, where no days are named."""
    found = frame_days(ledger, wanted)
    last = day_of(until, 1) if until else max((one.day for one in found), default="")
    longest = (date.fromisoformat(last) - min(YEAR, date.fromisoformat(last) - date.min)).isoformat() if last else ""
    first = max(day_of(since, 0), longest) if since else longest
    return [shapes.FrameDayOut(one.frame, one.day or None, one.claims) for one in found if first <= one.day <= last]


def runs_out(ledger: Ledger, limit: int) -> list[shapes.RunOut]:
    """The latest runs."""
    rows = ledger.rows("SELECT * FROM reading_run ORDER BY id DESC LIMIT ?", (limit,)).fetchall()
    return [
        shapes.RunOut(
            row["id"], row["started"], row["finished"], row["engine"], list(words(row["inputs"])),
            outcomes(ledger, row["id"]),
        )
        for row in rows
    ]  # fmt: skip


def outcomes(ledger: Ledger, run: int) -> dict[str, int]:
    """How many records of a run came to which outcome."""
    rows = ledger.rows("SELECT outcome, count(*) AS n FROM reading_log WHERE run = ? GROUP BY outcome", (run,))
    return {row["outcome"]: row["n"] for row in rows}


def log_out(ledger: Ledger, run: int, outcome: str | None, begin: int, limit: int) -> shapes.LogPageOut:
    """A page of a run's log.

    Raises:
        NotFoundError: there is no such run.
    """
    if not ledger.value("SELECT 1 FROM reading_run WHERE id = ?", (run,)):
        raise NotFoundError(f"No run has the number {run}", "`/runs` lists them")
    rows = log_rows(ledger, run, outcome, after=begin, limit=limit + 1)
    found = [
        shapes.LogOut(row["path"], row["line"], row["outcome"], row["article"], row["reason"], row["advice"])
        for row in rows[:limit]
    ]
    return shapes.LogPageOut(found, str(rows[limit - 1]["id"]) if len(rows) > limit else None)
