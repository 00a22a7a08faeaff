"""Who is who, on the page of an entity: what was decided about it, and the forms that merge, split and rename."""

from collections.abc import Iterable

from counterclaim.ledger import Ledger
from counterclaim.ledger.deciding import decided as decided_on
from counterclaim.ledger.naming import called
from counterclaim.model import Entity
from counterclaim.review.telling import action_words
from counterclaim.serve.desk import Posted
from counterclaim.serve.pages.correcting import Sent, known_names
from counterclaim.serve.pages.decided import decided
from counterclaim.serve.parts import Desk, Option, WhoForm

LISTED = 60  # names, and reports, to tick; whatever else there is can be typed
KNOWN = 50  # claimants, and places, to merge with; others can be typed
LOOKED_AT = 300  # reports in which names to tick are looked for


def who_form(ledger: Ledger, shown: Entity, desk: Desk, sent: Sent | None) -> WhoForm:
    """What was decided about the entity and, where anything can be decided, what the forms hold."""
    form = sent.form if sent else Posted({})
    rows = called(ledger, shown.id, LOOKED_AT) if desk.writes else ()
    names = dict.fromkeys((*(row.name for row in rows), *shown.names)) if desk.writes else ()
    return WhoForm(
        id=shown.id,
        settled=tuple(decided(one, action_words(one.action), became) for one, became in decided_on(ledger, shown.id)),
        asked=sent.asked if sent else "",
        error=sent.told if sent else "",
        other=form.one("other"),
        known=known_names(ledger, most=KNOWN) if desk.writes else (),
        names=_ticked(names, form.all("name")),
        documents=_ticked(dict.fromkeys(row.document for row in rows), form.all("in")),
        shown=form.one("name") if sent and sent.asked == "rename" else shown.name,
        reason=form.one("reason"),
    )


def _ticked(offered: Iterable[str], chosen: tuple[str, ...]) -> tuple[Option, ...]:
    """The first of them, and all that were chosen."""
    shown = dict.fromkeys((*list(offered)[:LISTED], *chosen))
    return tuple(Option(one, one, one in chosen) for one in shown)
