"""Whom a user knows already: a person, body or group of the user's own file, honoured before anything is joined."""

from dataclasses import dataclass

from counterclaim.model.entity import EntityKind


@dataclass(frozen=True, slots=True)
class Tenure:
    """A role in words, and from when until when it was held, EDTF; None is unknown."""

    role: str
    first: str | None = None
    last: str | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """`names` are other spellings, initials and scripts; `part_of` is the `name` of another actor."""

    name: str
    kind: EntityKind
    names: tuple[str, ...] = ()
    roles: tuple[Tenure, ...] = ()
    side: str | None = None
    part_of: str | None = None

    @property
    def every_name(self) -> tuple[str, ...]:
        """The name and the others."""
        return (self.name, *self.names)
