"""Propositions that a person gives, held to the frames of the installed packs.

Enter what a proposition says; leaves the same. Refused: frames that no pack has, roles that the frame has not, times
that are no EDTF.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from counterclaim.errors import InputError
from counterclaim.frames import packs
from counterclaim.frames.pack import CORE, OWN
from counterclaim.model import Filled, Modality, Named, Said
from counterclaim.times import bounds, overlap

Filler = Named | str | int | None
# Stand beside the roles wherever propositions are written, so no role can be called so.
BESIDE = ("negated", "modality", "when")


@dataclass(frozen=True, slots=True)
class FrameShape:
    """A frame as forms and checks know it: its roles, the words that a role may take where they are few, and the roles
    that must be filled.
    """

    name: str
    pack: str
    roles: tuple[str, ...]
    choices: Mapping[str, tuple[str, ...]]
    required: tuple[str, ...]


def frame_shapes() -> dict[str, FrameShape]:
    """Every frame of the core and of the installed packs, by name.

    Raises:
        InputError: an installed pack cannot be loaded.
    """
    owned = [(CORE, OWN), *((pack.name, pack.frames) for pack in packs())]
    return {
        frame: FrameShape(frame, owner, kind.roles, kind.choices, kind.required)
        for owner, frames in owned
        for frame, kind in frames.items()
    }


def fault(said: Said) -> tuple[str, str] | None:
    """What the installed packs find wrong with a proposition, and what they would take; None where it is right.

    A frame that no pack has is nobody's to judge.
    """
    shape = frame_shapes().get(said.frame)
    if shape is None:
        return None
    for filled in said.arguments:
        if filled.role not in shape.roles:
            return f"The frame {said.frame} has no role {filled.role!r}", f"Its roles: {', '.join(shape.roles)}"
        allowed = shape.choices.get(filled.role)
        if allowed and filled.value is not None and filled.value not in allowed:
            about = f"{filled.role} of {said.frame} is not {_shown(filled.value)!r}"
            return f"The {about}", f"It is one of {', '.join(allowed)}"
    held = {filled.role for filled in said.arguments if filled.value is not None}
    for role in shape.required:
        if role not in held:
            return f"A proposition of {said.frame} needs {role!r}", _needs(shape, role)
    return None


def known_frame(name: str) -> str:
    """The same name.

    Raises:
        InputError: no installed pack has the frame.
    """
    known = frame_shapes()
    if name not in known:
        raise InputError(f"No installed pack has a frame {name!r}", f"There are {', '.join(sorted(known))}")
    return name


def validated(said: Said) -> Said:
    """The same proposition.

    Raises:
        InputError: no installed pack has the frame, or the frame lacks the role or the word, or needs a role that is
            open, or a time is no EDTF.
    """
    known_frame(said.frame)
    found = fault(said)
    if found is not None:
        raise InputError(*found)
    if said.when is not None:
        checked_time(said.when)
    return said


def _needs(shape: FrameShape, role: str) -> str:
    allowed = shape.choices.get(role)
    return f"Add {role}=" + (" or ".join(allowed) if allowed else "VALUE")


def _shown(value: Filler) -> str:
    return value.name if isinstance(value, Named) else str(value)


def checked_time(edtf: str) -> str:
    """The same time.

    Raises:
        InputError: it is no EDTF.
    """
    masked = "X" in edtf and overlap(edtf, edtf) is not False and any(letter.isdigit() for letter in edtf)
    if bounds(edtf) == (None, None) and not masked:
        raise InputError(f"{edtf!r} is no time", "Write EDTF: 2031-04-02, 2031-04, 2031, or 2031-04-01/2031-04-03")
    return edtf


def with_role(said: Said, role: str, value: Filler) -> Said:
    """The proposition with another filler of a role."""
    filled = Filled(role, value)
    there = any(one.role == role for one in said.arguments)
    kept = tuple(filled if one.role == role else one for one in said.arguments)
    return replace(said, arguments=kept if there else (*kept, filled))


def with_beside(said: Said, name: str, words: str) -> Said:
    """The proposition with `negated`, `modality` or `when` as these words say; no words take the time away.

    Raises:
        InputError: the words say no such thing.
    """
    if name == "negated":
        if words not in ("yes", "no"):
            raise InputError(f"negated is yes or no, not {words!r}", "Write negated=yes")
        return replace(said, negated=words == "yes")
    if name == "when":
        return replace(said, when=checked_time(words) if words else None)
    if words not in set(Modality):
        raise InputError(f"No modality is named {words!r}", f"There are {', '.join(Modality)}")
    return replace(said, modality=Modality(words))
