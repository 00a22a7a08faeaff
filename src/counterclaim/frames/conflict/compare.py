"""When two propositions on an armed conflict are against each other.

Enter two propositions of this pack; leaves a `Comparison` with its reason, or None where they do not speak of one
matter.
Unknown never conflicts: an open argument, a time that cannot be placed or a vague number ends in "cannot tell" or None.
"""

from collections.abc import Callable

from counterclaim.frames.comparison import Comparison, Context, agrees, cannot_tell, conflicts
from counterclaim.frames.conflict.departures import against_holding, against_movement
from counterclaim.frames.conflict.reckoning import against_losses
from counterclaim.frames.conflict.shares import against_control, is_one
from counterclaim.frames.conflict.targets import other_things, same_target, targets_apart
from counterclaim.frames.likeness import (
    PlaceLikeness,
    day_after,
    name,
    place_likeness,
    same_party,
    same_words,
    target_of,
    told_apart,
    when_overlaps,
)
from counterclaim.model import Modality, Proposition

Rule = Callable[[Proposition, Proposition, Context], Comparison | None]


def compare(a: Proposition, b: Proposition, context: Context) -> Comparison | None:
    """How two propositions of the conflict pack stand to each other, whichever comes first."""
    if not (_said_of_the_world(a) and _said_of_the_world(b)):
        return None
    rule = RULES.get((a.frame, b.frame))
    if rule is not None:
        return rule(a, b, context)
    rule = RULES.get((b.frame, a.frame))
    swapped = Context(context.place_within, context.side, (context.moments[1], context.moments[0]))
    return rule(b, a, swapped) if rule is not None else None


def _said_of_the_world(proposition: Proposition) -> bool:
    """Plans and calls are compared for movements alone, where the status tells them apart."""
    return proposition.frame == "movement" or proposition.modality in (Modality.ACTUAL, Modality.PRESUPPOSED)


def _fighting(a: Proposition, b: Proposition, context: Context) -> Comparison | None:
    likeness = place_likeness(a, b, context)
    if likeness is PlaceLikeness.APART or when_overlaps(a, b) is False:
        return None
    ongoing_a, ongoing_b = _ongoing(a), _ongoing(b)
    inner = b if likeness is PlaceLikeness.CONTAINS else a
    where = name(inner.get("place")) or "the place"
    if ongoing_a == ongoing_b:
        return agrees(f"fighting at {where}: both say that it {'goes on' if ongoing_a else 'has ended'}")
    if likeness is not PlaceLikeness.SAME and not _ongoing(inner):
        return None  # over in the town says nothing of the region around it
    if told_apart(a, b, "part"):
        return None
    return conflicts(f"fighting at {where}: it goes on against it has ended")


def _ongoing(fighting: Proposition) -> bool:
    return (fighting.get("status") == "ongoing") is not fighting.negated


def _fighting_control(fighting: Proposition, control: Proposition, context: Context) -> Comparison | None:
    likeness = place_likeness(fighting, control, context)
    if likeness not in (PlaceLikeness.SAME, PlaceLikeness.WITHIN) or when_overlaps(fighting, control) is False:
        return None
    if day_after(context.moments[1], context.moments[0]):
        return None  # it was fought for, and then it fell
    taken = control.get("extent") == "full" and control.get("change") in ("gained", "lost") and not control.negated
    lost = control.get("extent") == "none" and control.get("change") == "lost" and not control.negated
    where = name(control.get("place")) or "the place"
    whole = taken or lost
    if control.get("part"):  # the battle for the palace goes on, and the palace is taken
        whole = _part_taken(control) and _same_part(fighting, control)
    if not whole:
        return None
    if _ongoing(fighting):
        return conflicts(f"the capture of {where} is complete against the fighting goes on")
    return agrees(f"the capture of {where} is complete and the fighting is over")


def _part_taken(control: Proposition) -> bool:
    return control.get("change") in ("gained", "lost") and not control.negated


def _same_part(fighting: Proposition, control: Proposition) -> bool:
    """Do both name one site, and not "the north" and "the northern outskirts", of which either may be a piece?"""
    left, right = name(fighting.get("part")), name(control.get("part"))
    return left is not None and right is not None and is_one(left.casefold(), right.casefold())


def _attack(a: Proposition, b: Proposition, context: Context) -> Comparison | None:
    if not _same_event(a, b, context):
        return None
    what = _event_words(a)
    actors = a.get("actor") is not None and b.get("actor") is not None
    alike = same_party(a.ref("actor"), b.ref("actor"), context) if actors else None
    if a.negated and b.negated:
        return _both_deny(a, b, what, alike=alike)
    if a.negated or b.negated:
        return _denied(a, b, context, alike, what)
    if alike is False:
        return _two_actors(a, b, context, what)
    untold = None in (a.get("kind"), b.get("kind")) and not (a.get("target") and b.get("target"))
    if other_things(a, b) or (alike is None and untold) or _by_other_means(a, b):
        return cannot_tell(f"{what}: perhaps two attacks, for neither says whose it was and what it hit")
    return agrees(f"{what}: both lay it to {name(a.get('actor'))}" if alike else f"{what}: both say that it happened")


def _both_deny(a: Proposition, b: Proposition, what: str, *, alike: bool | None) -> Comparison | None:
    """That they did not do it, or that nobody did, where both name what was not hit."""
    if alike:
        return None if _by_other_means(a, b) else agrees(f"{what}: both say not {name(a.get('actor'))}")
    nobody = a.get("actor") is None and b.get("actor") is None
    one = a.get("kind") == b.get("kind") and same_words(name(a.get("target")), name(b.get("target")))
    return agrees(f"{what}: both say that there was none") if nobody and one else None


def _denied(a: Proposition, b: Proposition, context: Context, alike: bool | None, what: str) -> Comparison | None:
    """That one side did not do it says nothing against the other, or somebody unnamed, having done it."""
    cleared, done = (a, b) if a.negated else (b, a)
    others = alike is False or (cleared.get("actor") is not None and done.get("actor") is None)
    others |= cleared.get("actor") is None and not _one_target(cleared, done)  # of the site, not of the barracks
    others |= _of_other_kind(cleared, done)
    told = context.moments if cleared is a else context.moments[::-1]
    to_come = day_after(done.when, told[0])  # denied before it happened
    quiet = _only_quiet(cleared) and day_after(cleared.when or told[0], done.when or told[1])
    if others or to_come or quiet or _of_something_else(cleared, done):
        return None
    return conflicts(f"{what}: one says that it happened, the other that it did not")


def _only_quiet(cleared: Proposition) -> bool:
    """ "There was no shelling of the town": of nobody's, and on nothing; that says something of its own day alone."""
    return all(cleared.get(role) is None for role in ("actor", "target", "event"))


def _of_something_else(cleared: Proposition, done: Proposition) -> bool:
    """Is what is denied a strike on the mill, and what is laid to them the shelling of its town? Both may be."""
    kinds, hit = {cleared.get("kind"), done.get("kind")}, (target_of(cleared), target_of(done))
    return None not in kinds and len(kinds) == 2 and hit[0] != hit[1] and not same_words(*hit)


def _by_other_means(a: Proposition, b: Proposition) -> bool:
    """A drone on the training centre, and shells on the plant: not one attack by their words."""
    return {a.get("kind"), b.get("kind")} == {"strike", "shelling"} and _of_something_else(a, b)


def _one_target(cleared: Proposition, done: Proposition) -> bool:
    """Can what nobody attacked be what was attacked? What is named on one side alone may be all there was."""
    targets = name(cleared.get("target")), name(done.get("target"))
    return None in targets or same_words(*targets)


def _of_other_kind(cleared: Proposition, done: Proposition) -> bool:
    """ "(Denied) that soldiers looted homes" says nothing of a strike on other things, nor "(denied) that they attacked
    the hospital" of an assault on the town."""
    target, hit = name(cleared.get("target")), name(done.get("target"))
    if target is None or done.get("event") is not None or same_words(target, hit):
        return False
    unlike = cleared.get("kind") is None and done.get("kind") is not None
    return (unlike and hit is not None) or (hit is None and done.get("kind") in ("assault", "offensive"))


def _two_actors(a: Proposition, b: Proposition, context: Context, what: str) -> Comparison:
    """Two sides shell one town: only one kind of attack at one time is taken for one attack."""
    together = when_overlaps(a, b, *context.moments) or _one_target_and_day(a, b, context)
    together = together or (a.when is None and b.when is None and same_target(a, b))
    one_kind = a.get("kind") == b.get("kind") or same_target(a, b)
    if together and one_kind:
        return conflicts(f"who is behind the {what}: {name(a.get('actor'))} against {name(b.get('actor'))}")
    return cannot_tell(f"{what}: two actors, but perhaps two attacks")


def _one_target_and_day(a: Proposition, b: Proposition, context: Context) -> bool:
    """Is one attack told with its day, and the other, on the same target, later and without?"""
    if (a.when is None) is (b.when is None) or not same_words(name(a.get("target")), name(b.get("target"))):
        return False
    dated, told = (a, context.moments[1]) if a.when else (b, context.moments[0])
    return not day_after(dated.when, told)


def _responsibility(a: Proposition, b: Proposition, context: Context) -> Comparison | None:
    """Who did it. Attacks with an actor enter as responsibility too."""
    left, right = _answer(a), _answer(b)
    if not _same_event(a, b, context):
        return None
    what = f"who is behind the {_event_words(a)}"
    if left is None or right is None:
        unheard = any(_never_was(*pair, context) for pair in ((a, b), (b, a)))
        return conflicts(f"{what}: {left or right} against that it did not happen") if unheard else None
    alike = _alike(a, b, context)
    if a.negated and b.negated:
        return agrees(f"{what}: both say not {left}") if alike and not _by_other_means(a, b) else None
    if a.negated or b.negated:
        moment = context.moments[0 if a.negated else 1]
        return _cleared(a, b, what, moment, alike=alike) if a.negated else _cleared(b, a, what, moment, alike=alike)
    return agrees(f"{what}: both name {left}") if alike else conflicts(f"{what}: {left} against {right}")


def _cleared(cleared: Proposition, done: Proposition, what: str, told: str | None, *, alike: bool) -> Comparison | None:
    """One says that it was not they. `told` is when; of what happened later it says nothing."""
    if day_after(done.when, told) or (alike and _of_something_else(cleared, done)):
        return None
    denied, held = _answer(cleared), _answer(done)
    return conflicts(f"{what}: {held} against not {denied}") if alike else agrees(f"{what}: not {denied} but {held}")


def _never_was(cleared: Proposition, done: Proposition, context: Context) -> bool:
    """ "No bomb fell on the market", and "it was a stray bomb": who says whose it was says that there was one."""
    if not cleared.negated or done.negated or _answer(cleared) is not None:
        return False
    one_kind = cleared.get("kind") is not None and cleared.get("kind") == done.get("kind") and done.get("actor") is None
    return one_kind and same_target(cleared, done) and not day_after(done.when, context.moments[0])


def _alike(a: Proposition, b: Proposition, context: Context) -> bool:
    actors = a.get("actor") is not None and b.get("actor") is not None
    if not actors and (a.get("cause") is not None or b.get("cause") is not None):
        return same_words(name(a.get("cause")), name(b.get("cause")))
    return same_party(a.ref("actor"), b.ref("actor"), context)


def _answer(a: Proposition) -> str | None:
    return name(a.get("actor")) or name(a.get("cause"))


def _same_event(a: Proposition, b: Proposition, context: Context) -> bool:
    """One event as far as place, target, kind and time tell: labels equal, or one place and no two days or targets."""
    if when_overlaps(a, b) is False or targets_apart(a, b):
        return False
    if _loose(a, b) or _loose(b, a):
        return False
    labels = a.get("event"), b.get("event")
    if None not in labels and name(labels[0]) == name(labels[1]):
        return True
    if place_likeness(a, b, context) is PlaceLikeness.APART and not _one_craft(a, b):
        return False
    kinds = {a.get("kind"), b.get("kind")} - {None}
    if "assault" in kinds and kinds <= {"assault", "shelling", "strike"} and same_target(a, b):
        return True  # "fired on the market" and "shelled the market"
    return len(kinds) < 2 or kinds <= {"raid", "assault", "offensive"} or kinds <= {"shelling", "strike"}


def _loose(deed: Proposition, event: Proposition) -> bool:
    """ "We destroyed the enemy's fighters", of no kind of attack, is not the strike on the palace."""
    _, _, struck = (name(event.get("event")) or "").partition(" on ")
    target = name(deed.get("target"))
    place = name(event.get("place"))
    return (
        bool(struck)
        and struck != place
        and target is not None
        and deed.get("kind") is None
        and not same_words(target, struck)
    )


def _one_craft(a: Proposition, b: Proposition) -> bool:
    """Is it one ship or flight by its own name ("Otter", "MH17"), wherever it was struck?"""
    left, right = name(a.get("target")), name(b.get("target"))
    own = left is not None and left == right and left[:1].isupper() and " " not in left
    return own and None in (a.get("place"), b.get("place"))


def _event_words(a: Proposition) -> str:
    label = name(a.get("event"))
    if label:
        return label
    return f"{a.get('kind') or 'attack'} on {name(a.get('place')) or 'the place'}"


def _aim(a: Proposition, b: Proposition, context: Context) -> Comparison | None:
    if a.get("event") is None and b.get("event") is None:
        return _same_plan(a, b, context)
    if not _same_event(a, b, context) or a.get("event") is None:
        return None
    what = f"the aim of the {_event_words(a)}"
    if a.get("purpose") == b.get("purpose"):
        return agrees(what) if a.negated == b.negated else conflicts(f"{what}: {a.get('purpose')} against not that")
    return cannot_tell(f"{what}: {a.get('purpose')} against {b.get('purpose')}")


def _same_plan(a: Proposition, b: Proposition, context: Context) -> Comparison | None:
    """ "They mean to blow up the dam", of no attack that was: one party and one purpose."""
    purposes = [(name(said.get("purpose")) or "").casefold().removeprefix("to ") for said in (a, b)]
    if not same_party(a.ref("actor"), b.ref("actor"), context) or not same_words(*purposes):
        return None
    what = f"what {name(a.get('actor'))} aims at: to {purposes[0]}"
    if a.negated == b.negated:
        return agrees(f"{what}: both say {'not that' if a.negated else 'so'}")
    return conflicts(f"{what}: one says so, the other that it is not so")


RULES: dict[tuple[str, str], Rule] = {
    ("control", "control"): against_control,
    ("fighting", "fighting"): _fighting,
    ("fighting", "control"): _fighting_control,
    ("attack", "attack"): _attack,
    ("attack", "responsibility"): _responsibility,
    ("responsibility", "responsibility"): _responsibility,
    ("movement", "movement"): against_movement,
    ("movement", "control"): against_holding,
    ("losses", "losses"): against_losses,
    ("aim", "aim"): _aim,
}
