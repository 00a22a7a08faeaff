"""Propositions as a person types them → as a decision says them.

Enter short texts: `1.holder=@Velm` sets a role of the first proposition, `control place=@Tarn extent=full` adds one.
Leave `Said`s, held to the installed packs. Refused, with what is there: numbers, frames, roles and names that are not.
"""

import re
import shlex
from collections.abc import Iterable, Sequence

from counterclaim.errors import InputError, NotFoundError
from counterclaim.ledger.reviewing import named_key, propositions_now
from counterclaim.ledger.store import Store
from counterclaim.model import Filled, Named, Said
from counterclaim.review.frames import BESIDE, Filler, known_frame, validated, with_beside, with_role

_MOST_DIGITS = 15  # the ledger holds no larger numbers
_SETTING = re.compile(r"(?P<number>\d{1,6})\.(?P<role>\w+)=(?P<value>.*)", re.DOTALL)
_FILLED_BY = """
SELECT 1 FROM argument g JOIN proposition p ON p.id = g.proposition WHERE p.frame = ? AND g.role = ?
AND g.{} IS NOT NULL
"""


def edited(
    store: Store, claim_id: str, *, sets: Iterable[str] = (), drops: Iterable[int] = (), adds: Iterable[str] = ()
) -> tuple[Said, ...]:
    """All propositions of the claim with these changes; numbers count from 1, before anything is dropped.

    Raises:
        NotFoundError: there is no such claim, or nobody is named so.
        InputError: there is no such proposition, frame or role, or the text says nothing.
    """
    found = list(propositions_now(store, claim_id))
    for setting in sets:
        parts = _SETTING.fullmatch(setting)
        if parts is None:
            raise InputError(f"{setting!r} sets nothing", "Write NUMBER.ROLE=VALUE, for example 1.extent=partial")
        number = _checked(int(parts["number"]), found)
        found[number - 1] = filled(store, found[number - 1], parts["role"], parts["value"])
    gone = {_checked(number, found) for number in drops}
    kept = [validated(said) for number, said in enumerate(found, start=1) if number not in gone]
    return (*kept, *(proposed(store, words) for words in adds))


def filled(store: Store, said: Said, role: str, words: str) -> Said:
    """The proposition with a role filled, or `negated`, `modality` or `when` set, as these words say.

    Raises:
        NotFoundError: nobody is named so.
        InputError: the frame has no such role.
    """
    if role in BESIDE:
        return with_beside(said, role, words)
    return with_role(said, role, filler(store, said, role, words))


def proposed(store: Store, words: str) -> Said:
    """A proposition out of `[not] FRAME ROLE=VALUE …`.

    Raises:
        NotFoundError: nobody is named so.
        InputError: no installed pack has the frame, or the frame has no such role.
    """
    try:
        parts = shlex.split(words)
    except ValueError as error:
        raise InputError(f"{words!r} cannot be read: {error}", "Close every quotation mark") from error
    negated = parts[:1] == ["not"]
    frame, *settings = parts[negated:] or [""]
    said = Said(known_frame(frame), negated=negated)
    for setting in settings:
        role, equals, value = setting.partition("=")
        if not equals:
            raise InputError(f"{setting!r} fills no role", "Write ROLE=VALUE")
        said = filled(store, said, role, value)
    return validated(said)


def filler(store: Store, said: Said, role: str, words: str) -> Filler:
    """What the words mean in that role: `@` makes them a name, digits a number, no words leave it open.

    Without the mark they are a name where the role has one now, or is filled with names in this ledger.

    Raises:
        NotFoundError: nobody is named so.
        InputError: several are.
    """
    if not words:
        return None
    if words.startswith("@"):
        return _named(store, words[1:])
    if re.fullmatch(r"-?\d+", words):
        if len(words) > _MOST_DIGITS:
            raise InputError(f"{words[:_MOST_DIGITS]}… is a number that nothing has", "Write fewer digits")
        return int(words)
    now = next((one.value for one in said.arguments if one.role == role), None)
    if isinstance(now, Named) or store.value(_FILLED_BY.format("name"), (said.frame, role)):
        try:
            return _named(store, words)
        except NotFoundError:
            if isinstance(now, Named) or not store.value(_FILLED_BY.format("words"), (said.frame, role)):
                raise
    return words


def words_of(said: Said) -> str:
    """The proposition as `proposed` reads it."""
    parts = [*(["not"] if said.negated else []), said.frame]
    parts += [f"{one.role}={_worded(one)}" for one in said.arguments if one.value is not None]
    parts += [f"when={said.when}"] if said.when else []
    parts += [f"modality={said.modality}"] if said.modality != "actual" else []
    return " ".join(map(shlex.quote, parts))


def _worded(one: Filled) -> str:
    return f"@{one.value.name}" if isinstance(one.value, Named) else str(one.value)


def _named(store: Store, name: str) -> Named:
    key = named_key(store, name)
    return Named(key.name, key.name, key.kind, key)


def _checked(number: int, found: Sequence[Said]) -> int:
    if not 1 <= number <= len(found):
        listed = "; ".join(f"{n} {words_of(said)}" for n, said in enumerate(found, start=1))
        raise InputError(f"The claim has no proposition {number}", f"It has: {listed or 'none'}")
    return number
