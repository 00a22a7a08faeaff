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
from counterclaim.frames.kinds import FrameKind, Wording
from counterclaim.frames.telling import any_answer, any_phrase, any_question, filler
from counterclaim.frames.view import View
from counterclaim.model import Proposition

GROUP = "counterclaim.packs"
# The core's own frame holds what no pack has a frame for.
CORE = "the core"
OWN = {
    "statement": FrameKind(
        roles=("actor", "place"), wording=Wording(tell=lambda said: filler(said, "text") or "a statement")
    )
}
# A ledger may hold frames of a pack that is no longer installed.
UNKNOWN = FrameKind(roles=())


class Pack(Protocol):
    """A vocabulary of frames: how to find them in words, and when two of them are against each other."""

    @property
    def name(self) -> str:
        """One word, unique among the packs installed."""
        ...

    @property
    def frames(self) -> Mapping[str, FrameKind]:
        """Every frame, and how the core is to treat it. A frame belongs to one pack."""
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
    owners = dict.fromkeys(OWN, CORE)
    for pack in found:
        for frame in pack.frames:
            if frame in owners:
                raise InputError(
                    f"{owners[frame]} and the pack {pack.name!r} both have a frame {frame!r}",
                    "Uninstall one of them, or rename the frame in one",
                )
            owners[frame] = f"the pack {pack.name!r}"
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


@cache
def _kinds() -> Mapping[str, FrameKind]:
    return OWN | {frame: kind for pack in packs() for frame, kind in pack.frames.items()}


def kind_of(frame: str) -> FrameKind:
    """What the frame's pack says of it; defaults for a frame that no installed pack has."""
    return _kinds().get(frame, UNKNOWN)


def answer_words(said: Proposition) -> str:
    """One position as a short phrase: "wholly held by Northland", "at least 40", "not the Dunes Legion"."""
    return (kind_of(said.frame).wording.answer or any_answer)(said)


def question_of(said: Proposition, frame: str, place: str | None) -> str:
    """The question of a frame on what a proposition is about, without days and question mark."""
    return (kind_of(frame).wording.ask or any_question)(said, place)


def phrase_of(said: Proposition) -> str:
    """What a proposition tells, without its polarity, modality and time: "fighting in Karsh goes on"."""
    return (kind_of(said.frame).wording.tell or any_phrase)(said)
