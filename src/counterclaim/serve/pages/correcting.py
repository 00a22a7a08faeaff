"""The form that says what a claim says in truth: its fields as they are now, or as somebody has just filled them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from counterclaim.errors import CounterclaimError, InputError
from counterclaim.ledger import Ledger
from counterclaim.ledger.article_lists import entities_listed
from counterclaim.model import EntityKind, Modality, Said, Stance
from counterclaim.report.words import modality_words, proposition_words, stance_words
from counterclaim.review.frames import frame_shapes
from counterclaim.serve.correcting import Now, added, fields, now, roles
from counterclaim.serve.desk import Posted
from counterclaim.serve.parts import CorrectForm, Field, Option, SaidInput

LISTED = 150  # of claimants, and of places: names to choose from must not outweigh the page
_HERE = """
SELECT DISTINCT e.name FROM local_entity l JOIN entity e ON e.id = l.entity WHERE l.article = ? ORDER BY l.position
"""


@dataclass(frozen=True, slots=True)
class Sent:
    """A form that somebody has filled, and why it could not be used; None where it only goes on. `asked` says which of
    several it was.
    """

    form: Posted
    error: CounterclaimError | None
    asked: str = ""

    @property
    def told(self) -> str:
        """What was wrong and what to do, in words; nothing where nothing was."""
        return f"{self.error.message}. {self.error.advice.rstrip('.')}." if self.error else ""


def correct_form(ledger: Ledger, claim_id: str, sent: Sent | None) -> tuple[CorrectForm | None, str]:
    """The form that corrects a claim, or why there is none."""
    try:
        of = now(ledger, claim_id)
    except InputError as changed:
        return None, f"{changed.message}. {changed.advice}."
    form = sent.form if sent else fields(of)
    names = known_names(ledger, of.claim.article)
    return _form(form, sent, mark=of.mark, told=tuple(_told(of, form)), names=names), ""


def add_form(ledger: Ledger, article: str, sent: Sent | None) -> CorrectForm:
    """The form that adds a claim to a report."""
    return _form(sent.form if sent else Posted({}), sent, mark="", told=(), names=known_names(ledger, article))


def _form(
    form: Posted, sent: Sent | None, *, mark: str, told: tuple[SaidInput, ...], names: tuple[str, ...]
) -> CorrectForm:  # fmt: skip
    stance = form.one("stance") or Stance.ASSERTS
    return CorrectForm(
        wide=sent is not None,
        error=sent.told if sent else "",
        mark=mark,
        voice=form.one("voice"),
        claimant=form.one("claimant"),
        sorts=(Option("", "somebody in the ledger", not form.one("kind")), *_options(EntityKind, form.one("kind"))),
        written=tuple(form.values.get("content", [])),
        stances=tuple(Option(one.value, stance_words(one), one.value == stance) for one in Stance),
        channel=form.one("channel"),
        said=form.one("said"),
        thought=bool(form.one("thought")),
        told=(*told, *_added(form, newest=bool(sent and not sent.error))),
        frames=tuple(Option(name, f"{name} ({shape.pack})", False) for name, shape in frame_shapes().items()),
        reason=form.one("reason"),
        known=names,
    )


def known_names(ledger: Ledger, article: str | None = None, most: int = LISTED) -> tuple[str, ...]:
    """Those whom the report names, then those claimants and places of the ledger of whom most is said."""
    here = [row["name"] for row in ledger.rows(_HERE, (article,))] if article else []
    often = (head.name for facet in ("claimant", "place") for head in entities_listed(ledger, facet, limit=most))
    return tuple(dict.fromkeys((*here, *often)))


def _told(of: Now, form: Posted) -> Iterator[SaidInput]:
    for number, (said, shown) in enumerate(zip(of.said, of.claim.propositions, strict=True), start=1):
        yield _said(said, str(number), form, f"{said.frame}: {proposition_words(shown)}")


def _added(form: Posted, *, newest: bool) -> Iterator[SaidInput]:
    every = added(form)
    for key, frame in every:
        yield _said(Said(frame), key, form, f"{frame}: added here", frame, newest=newest and key == every[-1][0])


def _said(
    said: Said, key: str, form: Posted, label: str, frame: str = "", *, newest: bool = False
) -> SaidInput:  # fmt: skip
    modality = form.one(f"{key}.modality") or Modality.ACTUAL
    return SaidInput(
        key=key,
        label=label,
        added=frame,
        roles=tuple(_role(said, key, role, form.one(f"{key}.{role}")) for role in roles(said)),
        negated=bool(form.one(f"{key}.negated")),
        modalities=tuple(Option(one.value, modality_words(one), one == modality) for one in Modality),
        when=form.one(f"{key}.when"),
        dropped=bool(form.one(f"{key}.drop")),
        newest=newest,
    )


def _role(said: Said, key: str, role: str, value: str) -> Field:
    shape = frame_shapes().get(said.frame)
    label = f"{role} (needed)" if shape and role in shape.required else role
    allowed = shape.choices.get(role, ()) if shape else ()
    # What stands there may be a word that the pack no longer has; it has to be seen to be replaced.
    every = dict.fromkeys(("", *allowed, value)) if allowed else ()
    options = tuple(Option(one, one or "left open", one == value) for one in every)
    return Field(f"{key}.{role}", label, value, "", options)


def _options(kinds: Iterable[StrEnum], chosen: str) -> tuple[Option, ...]:
    return tuple(Option(one.value, one.value, one.value == chosen) for one in kinds)
