"""What a pack says of each of its frames, so that the core need not know their names.

A `FrameKind` is data plus small functions: the roles, how long what the frame says lasts, which of its propositions
answer one question, and the words for them. All but the roles has a default. `docs/packs.md` teaches it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from counterclaim.model import Proposition

# A state said on one day may have changed on the fourth: past that, two claims on it need not be about the same thing.
STATE_DAYS = 3
REVISE_DAYS = 31

Judged = Callable[[Proposition], bool]
Phrase = Callable[[Proposition], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A frame's propositions in words, made of typed data alone.

    `ask(said, place)` is the question that a dispute is about, without its question mark; `answer` one position on
    it ("at least 40", "not the mayor"); `tell` the whole proposition as a phrase that never says that it is so.
    None: the roles are told one by one.
    """

    ask: Callable[[Proposition, str | None], str] | None = None
    answer: Phrase | None = None
    tell: Phrase | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """For which days a proposition is put forward, and with which others it can be on one matter.

    `state`: it holds until it changes, so that its own time and the part of the place make no other state, and claims
    on places inside are held against it. `days`: how far apart two propositions may lie and be compared; 0 for
    counts, which are for their day. `revise_days`: for how long the same claimant revises it. `as_said`: it counts
    for the day of saying, whatever time its words give. `to_come(said)`: is it a plan or a demand by its roles? Plans
    are dated by the saying, and with what came of them they are one question. `changed(said)`: does it tell of a
    change, which is spoken of until days later? `turns(said)`: does it say by itself that the
    contrary was so until then? `none_yet(said)`: does it say that there was nothing of the kind, up to the saying?
    `once`: given, what is said of an event stays one question for a month while others give one day for it; and where
    it says yes of a kind that hardly comes twice in that time, also while nobody gives a day.
    """

    state: bool = False
    days: int = STATE_DAYS
    revise_days: int = REVISE_DAYS
    as_said: bool = False
    to_come: Judged | None = None
    changed: Judged | None = None
    turns: Judged | None = None
    lasting: Judged | None = None
    none_yet: Judged | None = None
    once: Judged | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties:
    """The roles that name persons and bodies, by what the core may do with their names.

    `sided`: anyone there stands for their side ("our men" hold a town for their state). `acting`: persons and
    nameless troops there stand for their side, bodies keep their name. `unnamed`: a common noun there ("saboteurs")
    may be anyone, so it contradicts no name. `ours`: a person there whose side is not known leaves open whose it is.
    """

    sided: tuple[str, ...] = ()
    acting: tuple[str, ...] = ()
    unnamed: tuple[str, ...] = ()
    ours: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameKind:
    """One frame as the core knows it.

    `choices`: the words that a role may take, where they are few. `required`: roles that must be filled. What a person
    gives by hand is held to both, so that `compare` can count on them.

    `family`: frames of one family are compared with each other; by default a frame only with itself. `about`: groups
    of roles, of which the first that is filled names what the proposition is about (the key under which
    propositions meet). `topic`: roles that must be equal, beside what it is about, for one question. `needed`: one of
    these roles must be filled, or the proposition says nothing. `questions(said)`: the frames whose question it
    answers, the most telling first; by default its own. `event`: it tells of a happening, in which several may have
    had a part: to agree on one goes before differing on another. `several`: the answers that one claimant gives are
    one answer. `beside(a, b)`: can the two not be weighed against each other when sides are formed? `subject`: what it
    counts or explains, where packs of other fields do so as well; the pack whose field is spoken of keeps it (see
    `counterclaim.frames.rivals`), and the other one only what may stand `alone`. `nested(said)`: is it held against
    what is said of the places around its own, as a fire at a mill is the fire in its town? By default states are.
    `of_whole`: what is so of a part is so of the whole, as fighting is; a part held is none of the town's holding.
    `implies(said)`: what follows from it in another frame, or nothing; it is held against what others said until then,
    and told nowhere as said.
    """

    roles: tuple[str, ...]
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    required: tuple[str, ...] = ()
    wording: Wording = field(default=Wording())
    timing: Timing = field(default=Timing())
    parties: Parties = field(default=Parties())
    family: str = ""
    about: tuple[tuple[str, ...], ...] = (("place", "origin", "event"), ("side", "actor", "holder"))
    topic: tuple[str, ...] = ()
    needed: tuple[str, ...] = ()
    questions: Callable[[Proposition], tuple[str, ...]] | None = None
    event: bool = False
    several: bool = False
    beside: Callable[[Proposition, Proposition], bool] | None = None
    subject: str = ""
    alone: bool = False
    nested: Judged | None = None
    of_whole: bool = False
    implies: Callable[[Proposition], Proposition | None] | None = None

    def nests(self, said: Proposition) -> bool:
        """Is it held against what is said of the places around its own?"""
        return self.timing.state if self.nested is None else self.nested(said)
