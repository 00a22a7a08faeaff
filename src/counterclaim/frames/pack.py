"""What a pack of frames is, and which packs are installed.

A pack is any object of this shape. Installed distributions offer theirs under the entry-point group
`counterclaim.packs`;
`docs/packs.md` shows one whole.
"""

from collections.abc import Mapping
from functools import cache
from importlib.metadata import entry_points
from typing import Protocol

from counterclaim.errors import InputError
from counterclaim.frames.comparison import Comparison, Context
from counterclaim.frames.conflict import PACK
from counterclaim.frames.view import View
from counterclaim.model import Proposition

GROUP = "counterclaim.packs"


class Pack(Protocol):
    """A vocabulary of frames: how to find them in words, and when two of them are against each other.

    A pack may also have `choices`, for each frame the roles that take one of a few words, and `needed`, the roles that
    a proposition of the frame must fill: what a person gives by hand is held to them.
    """

    @property
    def name(self) -> str:
        """One word, unique among the packs installed."""
        ...

    @property
    def frames(self) -> Mapping[str, tuple[str, ...]]:
        """Every frame with its roles. A frame belongs to one pack."""
        ...

    def propose(self, view: View) -> tuple[Proposition, ...]:
        """The typed propositions that the words in view commit their speaker to; empty where the pack has no
        frame for them."""
        ...

    def compare(self, a: Proposition, b: Proposition, context: Context) -> Comparison | None:
        """How two propositions of this pack's frames stand to each other; None where they speak of different
        matters."""
        ...


@cache
def packs() -> tuple[Pack, ...]:
    """The built-in pack first, then those that are installed, by name.

    Raises:
        InputError: an installed pack cannot be loaded, or claims a frame that another has.
    """
    return gather(PACK, *(_load(point) for point in sorted(entry_points(group=GROUP), key=lambda point: point.name)))


def gather(*found: Pack) -> tuple[Pack, ...]:
    """The packs, once it is sure that no two of them share a frame.

    Raises:
        InputError: two packs share a frame.
    """
    owners: dict[str, str] = {}
    for pack in found:
        for frame in pack.frames:
            if frame in owners:
                raise InputError(
                    f"the packs {owners[frame]!r} and {pack.name!r} both have a frame {frame!r}",
                    "Uninstall one of them, or rename the frame in one",
                )
            owners[frame] = pack.name
    return found


def _load(point: object) -> Pack:
    try:
        pack: Pack = point.load()  # type: ignore[attr-defined]
    except (ImportError, AttributeError) as error:
        raise InputError(f"the pack {point!r} cannot be loaded: {error}", "Reinstall or uninstall it") from error
    return pack


def compare(a: Proposition, b: Proposition, context: Context | None = None) -> Comparison | None:
    """How two propositions stand to each other; None where they speak of different matters or share no pack."""
    for pack in packs():
        if a.frame in pack.frames and b.frame in pack.frames:
            return pack.compare(a, b, context or Context())
    return None
