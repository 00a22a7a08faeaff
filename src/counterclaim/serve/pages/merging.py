"""Who is who, on the page of an entity: what was decided about it, and the forms that merge and split."""

from collections.abc import Iterable

from counterclaim.ledger import Ledger
from counterclaim.ledger.deciding import decided, unlike
from counterclaim.ledger.naming import called
from counterclaim.model import Decision, DecisionState, Entity, Merge, Verdict
from counterclaim.review.telling import action_words
from counterclaim.serve.desk import Posted
from counterclaim.serve.pages.correcting import Sent, known_names
from counterclaim.serve.parts import Desk, Option, Settled, WhoForm

LISTED = 60  # names, and reports, to tick; whatever else there is can be typed


def who_form(ledger: Ledger, shown: Entity, desk: Desk, sent: Sent | None) -> WhoForm:
    """What was decided about the entity and, where anything can be decided, what the forms hold."""
    form = sent.form if sent else Posted({})
    rows = called(ledger, shown.id) if desk.writes else ()
    names = dict.fromkeys((*(row.name for row in rows), *shown.names)) if desk.writes else ()
    return WhoForm(
        id=shown.id,
        settled=tuple(_settled(*one) for one in decided(ledger, shown.id)),
        asked=sent.asked if sent else "",
        error=sent.told if sent else "",
        other=form.one("other"),
        known=known_names(ledger) if desk.writes else (),
        names=_ticked(names, form.all("name")),
        documents=_ticked(dict.fromkeys(row.document for row in rows), form.all("in")),
        reason=form.one("reason"),
    )


def _ticked(offered: Iterable[str], chosen: tuple[str, ...]) -> tuple[Option, ...]:
    """The first of them, and all that were chosen."""
    shown = dict.fromkeys((*list(offered)[:LISTED], *chosen))
    return tuple(Option(one, one, one in chosen) for one in shown)


def _settled(made: Decision, became: Verdict) -> Settled:
    minded = [became.why] if became.state is not DecisionState.CARRIED_OUT else []
    if isinstance(made.action, Merge):
        minded += unlike(made.action)
    mind = "; ".join(minded)
    return Settled(made.id, action_words(made.action), made.by, made.at[:10], made.reason or "", mind)
