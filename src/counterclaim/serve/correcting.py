"""A correction as a form holds it: the fields of a claim as it is now, and what of a form that was sent differs.

Enter a claim and the fields of a form; leaves a `Correction`, by the functions that the command line uses. What was
not touched is not given, so that it stays the machine's. Refused: a form that was opened before the claim changed, and
words that no field takes.
"""

import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import count, takewhile
from typing import TypeVar

from counterclaim.errors import InputError
from counterclaim.ledger import Ledger
from counterclaim.ledger.proposing import edited, proposed
from counterclaim.ledger.queries import article
from counterclaim.ledger.reviewing import Correction, propositions_now
from counterclaim.model import Claim, EntityKind, Named, Said, Stance, digest
from counterclaim.review.frames import BESIDE, Filler, frame_shapes
from counterclaim.review.quoting import flat
from counterclaim.serve.desk import Posted

OUTLET, SOMEBODY = "outlet", "somebody"
YES, NO = "yes", "no"
_MOST_ADDED = 20
Word = TypeVar("Word", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Now:
    """A claim as it is now, its words piece by piece, and its propositions as its report names who is in them."""

    claim: Claim
    pieces: tuple[str, ...]
    said: tuple[Said, ...]

    @property
    def mark(self) -> str:
        """Another one once anything of it was changed."""
        return digest("s", repr((self.claim, self.said)))


def now(ledger: Ledger, claim_id: str) -> Now:
    """The claim.

    Raises:
        NotFoundError: there is no such claim.
        InputError: its report has changed since.
    """
    said = propositions_now(ledger, claim_id)
    found = ledger.claim(claim_id)
    text = article(ledger, found.article).part(found.part)
    return Now(found, tuple(flat(span.of(text)) for span in found.content_spans), said)


def fields(of: Now) -> Posted:
    """The form before anything is touched."""
    claim = of.claim
    values = {
        "seen": [of.mark],
        "voice": [SOMEBODY if claim.claimant else OUTLET],
        "claimant": [claim.claimant.name if claim.claimant else ""],
        "content": list(of.pieces),
        "stance": [claim.stance.value],
        "channel": [flat(claim.channel or "")],
        "said": [claim.said or ""],
        "thought": [] if claim.speech else [YES],
    }
    for number, said in enumerate(of.said, start=1):
        values |= {f"{number}.{role}": [words] for role, words in _worded(said)}
    return Posted({name: found for name, found in values.items() if any(found)})


def roles(said: Said) -> tuple[str, ...]:
    """Those of its frame, and others that it fills."""
    shape = frame_shapes().get(said.frame)
    return tuple(dict.fromkeys((*(shape.roles if shape else ()), *(one.role for one in said.arguments))))


def added(form: Posted) -> tuple[tuple[str, str], ...]:
    """Propositions that the form adds: by which name its fields begin, and the frame."""
    keys = (f"new{number}" for number in range(1, _MOST_ADDED + 1))
    return tuple(takewhile(lambda one: one[1], ((key, form.one(f"{key}.frame")) for key in keys)))


def with_one_more(form: Posted, frame: str) -> Posted:
    """The form with an empty proposition of that frame.

    Raises:
        InputError: no installed pack has the frame, or the form holds as many as it can.
    """
    if frame not in frame_shapes():
        raise InputError("No kind of proposition is chosen", "Choose one beside the button that adds it")
    number = next(n for n in count(1) if not form.one(f"new{n}.frame"))
    if number > _MOST_ADDED:
        raise InputError(f"A form adds at most {_MOST_ADDED} propositions", "Correct the claim with these first")
    return Posted({**form.values, f"new{number}.frame": [frame]})


def correction(ledger: Ledger, claim_id: str, form: Posted) -> Correction:
    """What the form says otherwise than the claim does now.

    Raises:
        NotFoundError: there is no such claim, or nobody is named so.
        InputError: the claim has changed since the form was opened, or a field takes no such words.
    """
    of = now(ledger, claim_id)
    if form.one("seen") != of.mark:
        raise InputError(
            "This claim was changed after the form was opened", "See what holds now, above, and send the form again"
        )
    before = fields(of)
    claimant, outlet = _claimant(before, form)
    thought = _new(before, form, "thought")
    stance = _new(before, form, "stance")
    sets, drops, adds = list(_sets(of, before, form)), list(_drops(of, form)), list(_adds(form))
    return Correction(
        claimant=claimant,
        kind=_word(EntityKind, form.one("kind")),
        outlet=outlet,
        content=_content(of, form),
        stance=None if stance is None else _word(Stance, stance or "none"),
        channel=_new(before, form, "channel"),
        said=_new(before, form, "said"),
        speech=None if thought is None else not thought,
        propositions=edited(ledger, claim_id, sets=sets, drops=drops, adds=adds) if sets or drops or adds else None,
    )


def addition(ledger: Ledger, form: Posted) -> Correction:
    """What the form says of a claim that the machine missed.

    Raises:
        NotFoundError: nobody is named so.
        InputError: nobody is said to claim it, or a field takes no such words.
    """
    claimant, outlet = _claimant(Posted({"voice": [SOMEBODY]}), form)
    return Correction(
        claimant=claimant,
        kind=_word(EntityKind, form.one("kind")),
        outlet=outlet,
        content=_pieces(form),
        stance=_word(Stance, form.one("stance")),
        channel=flat(form.one("channel")),
        said=form.one("said"),
        speech=not form.one("thought"),
        propositions=tuple(proposed(ledger, words) for words in _adds(form)),
    )


def _new(before: Posted, form: Posted, name: str) -> str | None:
    """What the field holds, where that is something else than before."""
    words = flat(form.one(name))
    return None if words == before.one(name) else words


def _claimant(before: Posted, form: Posted) -> tuple[str | None, bool]:
    """Whom the form names, and whether it says that it is the outlet itself; who says both is told so later."""
    name, turned = _new(before, form, "claimant"), _new(before, form, "voice") is not None
    if form.one("voice") == OUTLET:
        return name or None, turned or bool(name)
    if not form.one("claimant"):
        raise InputError("Nobody is named who claims it", "Give a name, or choose the outlet’s own voice")
    return name, False


def _content(of: Now, form: Posted) -> tuple[str, ...]:
    pieces = _pieces(form)
    if not pieces:
        raise InputError("No words are left of the claim", "Give words of the report, or reject the claim")
    return () if pieces == of.pieces else pieces


def _pieces(form: Posted) -> tuple[str, ...]:
    return tuple(words for piece in form.values.get("content", []) if (words := flat(piece)))


def _sets(of: Now, before: Posted, form: Posted) -> Iterator[str]:
    """Roles that are filled otherwise, as `edited` reads them."""
    for number, said in enumerate(of.said, start=1):
        if form.one(f"{number}.drop"):
            continue
        for role in (*roles(said), *BESIDE):
            words = _new(before, form, f"{number}.{role}")
            if words is not None:
                yield f"{number}.{role}={words or (NO if role == 'negated' else '')}"


def _drops(of: Now, form: Posted) -> Iterator[int]:
    yield from (number for number in range(1, len(of.said) + 1) if form.one(f"{number}.drop"))


def _adds(form: Posted) -> Iterator[str]:
    """Propositions that are added, as `proposed` reads them."""
    for key, frame in added(form):
        if form.one(f"{key}.drop"):
            continue
        empty = Said(frame)
        filled = ((role, flat(form.one(f"{key}.{role}"))) for role in (*roles(empty), "modality", "when"))
        settings = [f"{role}={words}" for role, words in filled if words]
        yield shlex.join([*(["not"] if form.one(f"{key}.negated") else []), frame, *settings])


def _worded(said: Said) -> Iterator[tuple[str, str]]:
    """What stands in the fields of a proposition."""
    yield from {one.role: _shown(one.value) for one in reversed(said.arguments) if one.value is not None}.items()
    yield from (("modality", said.modality.value), ("when", said.when or ""), ("negated", YES if said.negated else ""))


def _shown(value: Filler) -> str:
    return flat(value.name if isinstance(value, Named) else str(value))


def _word(kind: type[Word], words: str) -> Word | None:
    if not words:
        return None
    if words not in set(kind):
        raise InputError(f"{words!r} cannot be chosen", f"Choose {', '.join(kind)}")
    return kind(words)
