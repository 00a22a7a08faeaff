"""A part of the ledger as the report's lookups want it: the claims of one page, and whom and what they name.

Enters an open ledger; leaves an `Index` over just those claims, with the colours of the whole ledger.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from counterclaim import __version__
from counterclaim.ledger import Ledger
from counterclaim.ledger.records import entity_record, marks
from counterclaim.ledger.store import DERIVED_FOR
from counterclaim.model import Article, Claim, Dispute, Entity, Origin, Ref
from counterclaim.report import Holdings
from counterclaim.report.index import Index
from counterclaim.report.lines import joined_copies, line
from counterclaim.report.links import fragment
from counterclaim.report.page import Note
from counterclaim.serve.assets import link_to
from counterclaim.serve.links import SiteLinks
from counterclaim.serve.parts import Shell

_CHUNK = 500


@dataclass(frozen=True, slots=True)
class Look:
    """One request's view of the ledger; `palette` names its sides, the one with most claims first."""

    ledger: Ledger
    palette: tuple[str, ...]

    def index(
        self, claims: Iterable[Claim], *, entities: Iterable[str] = (), here: str | None = None,
        articles: tuple[Article, ...] = (), disputes: tuple[Dispute, ...] = (),
    ) -> Index:  # fmt: skip
        """Lookups over these claims and all that they name, and over further entities by id."""
        held = tuple(claims)
        named = dict.fromkeys((*entities, *(one for claim in held for one in _named(claim))))
        holdings = Holdings(
            articles=articles,
            claims=held,
            entities=tuple(self.entities(named)),
            origins=tuple(self._origins({claim.article for claim in held})),
            disputes=disputes,
        )
        return Index(holdings, SiteLinks(here), self.palette)

    def entities(self, ids: Iterable[str]) -> Iterator[Entity]:
        """Those that are there, in no order."""
        for some in _chunks(ids):
            rows = self.ledger.rows(f"SELECT * FROM entity WHERE id IN ({marks(some)})", some)  # noqa: S608
            yield from (entity_record(row, row["id"]) for row in rows)

    def notes(self, index: Index, claims: Iterable[Claim]) -> tuple[Note, ...]:
        """Claims as lines, copies of one dispatch joined, with the disputes in which each stands."""
        held = tuple(claims)
        disputed = self.disputed(claim.id for claim in held)
        told = index.links.claim
        return tuple(
            Note(fragment("n", one.id), line(index, one, others), tuple(disputed.get(one.id, ())), told(one.id))
            for one, *others in joined_copies(index, held)
        )

    def disputed(self, claims: Iterable[str]) -> dict[str, list[tuple[str, str]]]:
        """Link and question of the disputes in which each claim stands."""
        found: dict[str, list[tuple[str, str]]] = {}
        links = SiteLinks()
        for some in _chunks(claims):
            sql = f"""
                SELECT DISTINCT k.claim, d.id, d.question, d.position FROM side_claim k JOIN side s ON s.id = k.side
                JOIN dispute d ON d.id = s.dispute WHERE k.claim IN ({marks(some)}) ORDER BY d.position
            """  # noqa: S608
            for row in self.ledger.rows(sql, some):
                found.setdefault(row["claim"], []).append((links.dispute(row["id"]), row["question"]))
        return found

    def shell(self, title: str, area: str, *, sought: str = "", legend: bool = True) -> Shell:
        """What stands around the page."""
        tones = Index(Holdings(), SiteLinks(), self.palette).legend() if legend else ()
        return Shell(
            title, area, sought, tuple(self._notices()), tones, self.ledger.path.name, __version__,
            link_to("style.css"), link_to("script.js"), link_to("icon.svg"),
        )  # fmt: skip

    def _notices(self) -> Iterator[str]:
        if not self.ledger.value("SELECT 1 FROM article LIMIT 1"):
            yield "This ledger is empty so far. Read reports into it with counterclaim read FOLDER."
        elif self.ledger.meta(DERIVED_FOR) is None:
            yield (
                "Reports are being read, or the last reading was cut off: lists, counts and disputes are those of"
                " before until counterclaim read has come to its end."
            )

    def _origins(self, articles: Iterable[str]) -> Iterator[Origin]:
        """Dispatches, with just those of the articles that carry them."""
        held: dict[str, list[str]] = {}
        for some in _chunks(articles):
            sql = f"SELECT origin, article FROM origin_article WHERE article IN ({marks(some)})"  # noqa: S608
            for row in self.ledger.rows(sql, some):
                held.setdefault(row["origin"], []).append(row["article"])
        yield from (Origin(origin, tuple(carried)) for origin, carried in held.items())


def _named(claim: Claim) -> Iterator[str]:
    refs: list[Ref | None] = [claim.claimant, claim.answers]
    refs += [one.value for said in claim.propositions for one in said.arguments if isinstance(one.value, Ref)]
    yield from (ref.entity for ref in refs if ref and ref.entity)


def _chunks(values: Iterable[str]) -> Iterator[list[str]]:
    every = list(values)
    for at in range(0, len(every), _CHUNK):
        yield every[at : at + _CHUNK]
