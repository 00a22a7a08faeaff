"""One person, body or state: its names and roles, its claims, and where it says something else than before."""

from collections.abc import Iterable

from counterclaim.ledger import ClaimFilter, Ledger, entity
from counterclaim.ledger.listing import Facet, claims_by_id, facet_size, listed
from counterclaim.ledger.records import marks
from counterclaim.model import Entity, EntityKind
from counterclaim.report.disputing import count_words, span_words
from counterclaim.report.lines import line
from counterclaim.report.page import Linked
from counterclaim.serve.links import SiteLinks, address
from counterclaim.serve.looking import Look
from counterclaim.serve.page import ClaimantPage, Reversal
from counterclaim.serve.pages.correcting import Sent
from counterclaim.serve.pages.merging import who_form
from counterclaim.serve.parts import Desk, NameRow

SHOWN, NAMES, REVERSALS = 20, 40, 10


def claimant_page(
    look: Look, entity_id: str, after: str | None, desk: Desk, sent: Sent | None = None
) -> ClaimantPage:  # fmt: skip
    """The claimant of that id; `sent` is a form about it that could not be carried out.

    Raises:
        NotFoundError: there is none.
        InputError: `after` is no place to go on from.
    """
    shown = entity(look.ledger, entity_id)
    found = listed(look.ledger, ClaimFilter(), extra=[Facet("claimant", (shown.id,))], after=after, limit=SHOWN)
    index = look.index(found.claims, entities=[shown.id])
    return ClaimantPage(
        shell=look.shell(shown.name, "claimants"),
        party=index.party_of(shown),
        kind=shown.kind.value,
        names=name_rows(look.ledger, shown),
        roles=_roles(look.ledger, shown.id),
        reasons=shown.reasons,
        reversals=() if after else _reversals(look, shown.id),
        total=count_words(facet_size(look.ledger, Facet("claimant", (shown.id,))), "claim"),
        notes=look.notes(index, found.claims),
        more=address("claimants", shown.id, after=found.after) if found.after else "",
        elsewhere=tuple(_elsewhere(look.ledger, shown)),
        desk=desk,
        who=who_form(look.ledger, shown, desk, sent),
    )


def name_rows(ledger: Ledger, shown: Entity) -> tuple[NameRow, ...]:
    """Its names, those that most reports use first."""
    sql = "SELECT * FROM name_tally WHERE entity = ? ORDER BY reports DESC, mentions DESC, name LIMIT ?"
    rows = ledger.rows(sql, (shown.id, NAMES)).fetchall()
    used = [NameRow(row["name"], count_words(row["reports"], "report"), "") for row in rows]
    return tuple(used) or tuple(NameRow(name, "", "") for name in shown.names[:NAMES])


def _roles(ledger: Ledger, entity_id: str) -> tuple[NameRow, ...]:
    sql = "SELECT * FROM role_tally WHERE entity = ? ORDER BY reports DESC, role LIMIT ?"
    return tuple(
        NameRow(row["role"], count_words(row["reports"], "report"), span_words(row["first"], row["last"]))
        for row in ledger.rows(sql, (entity_id, NAMES))
    )


def _reversals(look: Look, entity_id: str) -> tuple[Reversal, ...]:
    """The latest claims that revise an earlier one, each with one that it revises."""
    sql = "SELECT claim FROM claim_facet WHERE facet = 'revises' AND value = ? ORDER BY day DESC, claim DESC LIMIT ?"
    later = [row["claim"] for row in look.ledger.rows(sql, (entity_id, REVERSALS))]
    relations = f"""
        SELECT left_claim, min(right_claim) AS right_claim, why FROM relation WHERE kind = 'revises'
        AND review <> 'rejected' AND left_claim IN ({marks(later)}) GROUP BY left_claim
    """  # noqa: S608
    told = {row["left_claim"]: (row["right_claim"], row["why"]) for row in look.ledger.rows(relations, later)}
    claims = {claim.id: claim for claim in claims_by_id(look.ledger, _both(later, told.values()))}
    index = look.index(claims.values())
    return tuple(
        Reversal(line(index, claims[now]), line(index, claims[before]), why)
        for now in later
        if now in told
        for before, why in [told[now]]
        if now in claims and before in claims
    )


def _both(later: Iterable[str], told: Iterable[tuple[str, str]]) -> list[str]:
    return list(dict.fromkeys([*later, *(before for before, _ in told)]))


def _elsewhere(ledger: Ledger, shown: Entity) -> Iterable[Linked]:
    if facet_size(ledger, Facet("named", (shown.id,))):
        yield address("claims", names=shown.id), "claims that name it"
    if shown.kind is EntityKind.PLACE:
        yield SiteLinks().entity(shown.id, EntityKind.PLACE), "as a place"
    yield address("claims", claimant=shown.id), "its claims, to filter further"
