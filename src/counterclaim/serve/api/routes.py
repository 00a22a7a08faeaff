"""Which address answers what. Every list comes in pages; what cannot be understood is told as problem details."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import wraps
from typing import Annotated, Any, TypeVar, get_type_hints

from fastapi import APIRouter, Depends, Query, Request
from pydantic_core import to_json
from starlette.responses import Response

from counterclaim.errors import InputError
from counterclaim.ledger import ClaimFilter, Ledger
from counterclaim.ledger.article_lists import ArticleFilter, articles_listed, entities_listed
from counterclaim.ledger.dispute_lists import DisputeFilter, dispute_head, disputes_listed
from counterclaim.ledger.frame_days import FrameFilter
from counterclaim.ledger.listing import MOST, Facet, listed
from counterclaim.model import RelationKind, Review, Stance
from counterclaim.serve.api import API, answers, making, shapes
from counterclaim.serve.pages.disputes import moment
from counterclaim.serve.pages.filtering import offset
from counterclaim.serve.problems import described
from counterclaim.serve.site import Site

router = APIRouter(prefix=API, responses=described(400, 404, 422, 503))

Answer = TypeVar("Answer", bound=Callable[..., Any])
Limit = Annotated[int, Query(ge=1, le=MOST, description="How many at most.")]
After = Annotated[str | None, Query(description="`next` of the page before.")]
Place = Annotated[str | None, Query(description="An entity's id or one of its names, in any case and accents.")]
Day = Annotated[str | None, Query(description="A day or month: 2025-03-04, 2025-03.")]
Words = Annotated[str | None, Query(description='All of these words; "in quotes" together.')]


@dataclass(frozen=True, slots=True)
class Paging:
    """Which page of a list."""

    after: After = None
    limit: Limit = 50


@dataclass(frozen=True, slots=True)
class NarrowQuery:
    """The filters of what waits for a look; all that are given must hold."""

    q: Words = None
    claimant: Place = None
    place: Place = None
    frame: str | None = None
    since: Day = None
    until: Day = None
    stance: Stance | None = None
    outlet: str | None = None
    min_confidence: Annotated[float | None, Query(ge=0, le=1)] = None

    def filter(self) -> ClaimFilter:
        """As the ledger has it."""
        given = {name: getattr(self, name) for name in ("claimant", "place", "frame", "since", "until", "outlet")}
        return ClaimFilter(**given, words=self.q, stance=self.stance, min_confidence=self.min_confidence)


@dataclass(frozen=True, slots=True)
class ClaimQuery(NarrowQuery):
    """The filters of claims; all that are given must hold. `side` and `names` are ids."""

    review: Annotated[
        list[Review] | None,
        Query(description="States, of which a claim must have one; without it, all but rejected ones."),
    ] = None
    side: Annotated[str | None, Query(description="Only claims of this side of a dispute, by its id.")] = None
    names: Annotated[str | None, Query(description="Only claims that name this person or body, by its id.")] = None

    def filter(self) -> ClaimFilter:
        """As the ledger has it."""
        # Dataclasses with slots are made twice, so `super()` would look for the first of the two.
        return replace(NarrowQuery.filter(self), review=frozenset(self.review) if self.review else None)

    def extra(self) -> list[Facet]:
        """What the ledger's filter has no name for."""
        return [Facet(facet, (value,)) for facet, value in (("side", self.side), ("named", self.names)) if value]


@dataclass(frozen=True, slots=True)
class ArticleQuery:
    """The filters of reports; all that are given must hold."""

    q: Words = None
    outlet: str | None = None
    since: Day = None
    until: Day = None

    def filter(self) -> ArticleFilter:
        """As the ledger has it."""
        return ArticleFilter(self.q, self.outlet, self.since, self.until)


@contextmanager
def _lent(request: Request) -> Iterator[Ledger]:
    site: Site = request.app.state.site
    with site.lent() as ledger:
        yield ledger


def asked_ledger(request: Request) -> Iterator[Ledger]:
    """A ledger for one request."""
    with _lent(request) as ledger:
        yield ledger


Asked = Annotated[Ledger, Depends(asked_ledger)]
Paged = Annotated[Paging, Depends(Paging)]


def answering(path: str, summary: str, at: APIRouter = router) -> Callable[[Answer], Answer]:
    """Answer there with what the function returns, as JSON. Its return type is documented and not checked again at
    each answer, which would take longer than all the rest; a test checks answers against the document.
    """

    def registered(answer: Answer) -> Answer:
        @wraps(answer)
        def told(*given: Any, **named: Any) -> Response:
            return Response(to_json(answer(*given, **named)), media_type="application/json")

        model = get_type_hints(answer)["return"]
        at.add_api_route(path, told, methods=["GET"], response_model=model, summary=summary)
        return answer

    return registered


@answering("/ledger", "What there is")
def ledger_(ledger: Asked) -> shapes.LedgerOut:
    """How many reports, claims, disputes and entities the ledger holds."""
    return answers.ledger_out(ledger)


@answering("/disputes", "Disputes")
def disputes(
    ledger: Asked,
    paging: Paged,
    place: Place = None,
    frame: str | None = None,
    q: Annotated[str | None, Query(description="Words of the question.")] = None,
    since: Annotated[str | None, Query(description="Only those that changed after this day or moment (UTC).")] = None,
) -> shapes.DisputePageOut:
    """Questions on which claims stand against each other, those with most independent voices first."""
    wanted = DisputeFilter(place, frame, q, moment(since) if since else None)
    found = disputes_listed(ledger, wanted, after=paging.after, limit=paging.limit)
    return shapes.DisputePageOut([making.dispute_out(head) for head in found.rest], found.after)


@answering("/disputes/{dispute:path}/relations", "Why claims of a dispute stand against each other")
def dispute_relations(ledger: Asked, dispute: str, paging: Paged) -> shapes.RelationPageOut:
    """The relations that make it a dispute, each with its reason in words."""
    dispute_head(ledger, dispute)
    return answers.relations_of_dispute(ledger, dispute, offset(paging.after), paging.limit)


@answering("/disputes/{dispute:path}", "One dispute")
def dispute(ledger: Asked, dispute: str) -> shapes.DisputeOut:
    """Its question and its sides. The claims of a side are those of `/claims?side=`."""
    return making.dispute_out(dispute_head(ledger, dispute))


@answering("/claims", "Claims")
def claims(
    ledger: Asked,
    wanted: Annotated[ClaimQuery, Depends(ClaimQuery)],
    paging: Paged,
) -> shapes.ClaimPageOut:
    """Claims of current reports that meet every filter, newest day first."""
    found = listed(ledger, wanted.filter(), extra=wanted.extra(), after=paging.after, limit=paging.limit)
    return shapes.ClaimPageOut([making.claim_out(claim) for claim in found.claims], found.after, found.total)


@answering("/claims/{claim:path}/relations", "How others stand to a claim")
def claim_relations(
    ledger: Asked, claim: str, paging: Paged, kind: RelationKind | None = None
) -> shapes.RelationPageOut:
    """Claims that repeat, corroborate, contradict, revise or deny it, or that it does so to, with the reasons."""
    ledger.claim(claim)
    return answers.relations_of_claim(ledger, claim, kind, offset(paging.after), paging.limit)


@answering("/claims/{claim:path}", "One claim")
def claim(ledger: Asked, claim: str) -> shapes.ClaimOut:
    """One claim, of old versions of reports too."""
    return making.claim_out(ledger.claim(claim))


@answering("/articles", "Reports")
def articles(
    ledger: Asked,
    wanted: Annotated[ArticleQuery, Depends(ArticleQuery)],
    paging: Paged,
) -> shapes.ArticlePageOut:
    """Current reports that meet every filter, newest first."""
    heads, more = articles_listed(ledger, wanted.filter(), after=paging.after, limit=paging.limit)
    return shapes.ArticlePageOut([making.article_head_out(head) for head in heads], more)


@answering("/articles/{article:path}/claims", "Claims of a report")
def article_claims(ledger: Asked, article: str, paging: Paged, rejected: bool = False) -> shapes.ClaimPageOut:
    """Its claims in reading order, and what somebody is only said to think (`speech` false); those that a person has
    rejected only where `rejected` is true.
    """
    begin, of = offset(paging.after), ledger.article(article)
    return answers.claims_of_article(ledger, of, begin, paging.limit, rejected=rejected)


@answering("/articles/{article:path}/beside", "What differs between two reports")
def article_beside(ledger: Asked, article: str, other: str) -> list[shapes.ParagraphsOut]:
    """The report and another one, paragraph by paragraph."""
    return answers.beside_out(ledger.article(article), ledger.article(other))


@answering("/articles/{article:path}", "One report")
def article(ledger: Asked, article: str) -> shapes.ArticleOut:
    """One report with its text, by id or document name."""
    return answers.article_out(ledger, ledger.article(article))


@answering("/claimants", "Who speaks")
def claimants(ledger: Asked, paging: Paged, name: str | None = None) -> shapes.EntityPageOut:
    """Persons, bodies and states, those with most claims first."""
    return _entities(ledger, "claimant", name, paging)


@answering("/places", "Places")
def places(ledger: Asked, paging: Paged, name: str | None = None) -> shapes.EntityPageOut:
    """Places, those that most claims speak of first; each takes in all that lies in it."""
    return _entities(ledger, "place", name, paging)


def _entities(ledger: Ledger, facet: str, name: str | None, paging: Paging) -> shapes.EntityPageOut:
    begin, limit = offset(paging.after), paging.limit
    heads = entities_listed(ledger, facet, name=name or None, begin=begin, limit=limit + 1)
    more = str(begin + limit) if len(heads) > limit else None
    return shapes.EntityPageOut([making.entity_head_out(head) for head in heads[:limit]], more)


@answering("/entities/{entity:path}/timeline", "Who said who held a place")
def timeline(
    ledger: Asked, entity: str, begin: Annotated[str | None, Query(alias="from", description="A day.")] = None
) -> shapes.HeldPageOut:
    """Day by day, as many days as one picture holds; the latest where no day is named."""
    return answers.timeline_out(ledger, ledger.entity(entity), begin)


@answering("/entities/{entity:path}/reversals", "Where somebody says something else than before")
def reversals(ledger: Asked, entity: str, paging: Paged) -> shapes.RelationPageOut:
    """The relations by which a later claim of the entity revises an earlier one, the latest claim first."""
    return answers.reversals_of(ledger, ledger.entity(entity).id, offset(paging.after), paging.limit)


@answering("/entities/{entity:path}/inside", "Places in a place")
def inside(ledger: Asked, entity: str, paging: Paged) -> shapes.EntityPageOut:
    """Those that claims speak of, most spoken of first."""
    return answers.inside_out(ledger, ledger.entity(entity).id, offset(paging.after), paging.limit)


@answering("/entities/{entity:path}", "One person, body, group or place")
def entity(ledger: Asked, entity: str) -> shapes.EntityOut:
    """Its names, roles, side and place."""
    return answers.entity_out(ledger, ledger.entity(entity))


@answering("/map", "Places of disputes, and those that somebody is said to hold")
def map_(ledger: Asked, place: Place = None, limit: Limit = MOST) -> list[shapes.SpotOut]:
    """Those with most disputes first, in all or inside one place. Nothing here says who holds them."""
    return answers.spots_out(ledger, place, limit)


@answering("/days", "Claims by frame and day")
def days(
    ledger: Asked,
    frame: str | None = None,
    claimant: Place = None,
    place: Place = None,
    since: Day = None,
    until: Day = None,
) -> list[shapes.FrameDayOut]:
    """How many claims have which frame on which day, of all or of those of a claimant or on a place; at most a year of
    days.
    """
    return answers.frame_days_out(ledger, FrameFilter(frame, claimant, place), since, until)


@answering("/runs", "Runs of reading")
def runs(ledger: Asked, limit: Limit = 20) -> list[shapes.RunOut]:
    """The latest runs, newest first."""
    return answers.runs_out(ledger, limit)


@answering("/runs/{run}/log", "What a run met")
def run_log(ledger: Asked, run: int, paging: Paged, outcome: str | None = None) -> shapes.LogPageOut:
    """Each record and file, and why those that were not read were not."""
    if abs(run) >= 1 << 62:
        raise InputError(f"{run} is no run", "`/runs` lists them")
    return answers.log_out(ledger, run, outcome, offset(paging.after), paging.limit)
