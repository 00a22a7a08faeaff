"""What drove over a mine: nobody's attack, and yet what is told of as one has that cause.

Enters a verb; leaves `responsibility` with the mine as its `cause`.
"""

from collections.abc import Iterator

from counterclaim.frames.conflict.events import Event, last_event
from counterclaim.frames.conflict.lexicon import lemmas
from counterclaim.frames.force import force
from counterclaim.frames.found import found
from counterclaim.frames.stretch import Stretch
from counterclaim.frames.view import View
from counterclaim.frames.where import locate
from counterclaim.frames.worded import words
from counterclaim.model import Proposition, Token, Value


def on_mine(view: View, stretch: Stretch, verb: Token) -> Iterator[Proposition]:
    """ "The bus drove over a mine": what is told of as an attack had that cause."""
    under = stretch.prepositional(verb, "on", "onto", "over") + stretch.children(verb, "dobj")
    mines = [noun for noun in under if noun.lemma in lemmas("responsibility.mines")]
    things = stretch.children(verb, "nsubj")
    light = force(stretch, verb)
    if not mines or not things or not light.actual:
        return
    last = last_event(view)
    same = last is not None and last.target is not None and last.target.split()[-1].lower() == things[0].text.lower()
    where = locate(view, stretch, stretch.prepositional(verb, "in", "at", "near", "outside"))
    event = (
        last
        if same and last is not None
        else Event(f"blast under {words(view, stretch, things[0])}", None, where.place)
    )
    roles: dict[str, Value] = {"event": event.label, "kind": event.kind, "place": event.place}
    yield found(view, stretch, verb, "responsibility", light, **roles, cause=words(view, stretch, mines[0]))
