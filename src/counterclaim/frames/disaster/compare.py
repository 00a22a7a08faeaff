"""When two propositions on a disaster are against each other.

Unknown never conflicts: an open place, a vague number, two words that may mean one cause end in "cannot tell" or None.
"""

from datetime import date, timedelta

from counterclaim.frames.comparison import Comparison, Context, agrees, cannot_tell, conflicts
from counterclaim.frames.counts import range_of, told_again
from counterclaim.frames.disaster.counted import is_some
from counterclaim.frames.disaster.kinds import AT_ONE_SPOT
from counterclaim.frames.disaster.lexicon import lemmas
from counterclaim.frames.disaster.measure import bounded, in_base_unit, unit_of
from counterclaim.frames.disaster.words import event_words
from counterclaim.frames.likeness import PlaceLikeness, name, place_likeness, same_party, told_apart, when_overlaps
from counterclaim.frames.quantity import ABOUT
from counterclaim.frames.telling import filler
from counterclaim.model import EntityKind, Modality, Proposition, Ref
from counterclaim.times.intervals import bounds, overlap

ACTUAL = (Modality.ACTUAL, Modality.PRESUPPOSED)
# Two units turned into one: what rounding in one of them may cost.
ROUNDING = 0.02
LOOSE = 0.1
OTHER_EVENT = 3  # times as many in a town as elsewhere in its province: the two hardly count the dead of one event
LATELY = timedelta(days=31)
STEM = 5  # letters: "flooding" and "floods", "electrical" and "electricity"
CLASSES = ("deliberate", "human", "technical", "natural", "matter")
BROKEN = frozenset(["technical", "matter"])  # a faulty valve lets out the gas that explodes
SMALL = frozenset(
    "the of in a an and by to on at one two three some its their his her heavy poor strong days".split()  # noqa: SIM905
)
# Stems ("gas" without its s) of words that name one cause, the one more closely than the other.
ONE_THING = (
    frozenset(["ga", "gase", "metha", "fired", "propa", "butan"]),
    frozenset(["rain", "rainf", "downp", "cloud", "monso"]),
)
EXPLODED = frozenset(["fire", "explosion"])  # where the mill exploded, it burnt
STORMY = frozenset(["storm", "flood"])  # the dead of a storm are those of its floods
Range = tuple[float, float]


def compare(a: Proposition, b: Proposition, context: Context) -> Comparison | None:
    """How two propositions of the disaster pack stand to each other, whichever comes first."""
    if a.frame != b.frame or a.modality not in ACTUAL or b.modality not in ACTUAL or not _one_event(a, b, context):
        return None
    return {"toll": _toll, "magnitude": _magnitude, "cause": _cause}[a.frame](a, b, context)


def _one_event(a: Proposition, b: Proposition, context: Context) -> bool:
    """One place, no two kinds of event, and no two times that the words themselves give."""
    events = {a.get("event"), b.get("event")}
    likeness = place_likeness(a, b, context)
    nested = likeness is not PlaceLikeness.SAME
    if likeness is PlaceLikeness.APART or (nested and not events <= AT_ONE_SPOT and a.frame != "toll"):
        return False
    if told_apart(a, b, "event") and not (events <= EXPLODED or events <= STORMY):
        return False
    if a.when and b.when:
        return when_overlaps(a, b) is not False
    return all(_current(said, moment) for said, moment in zip((a, b), reversed(context.moments), strict=True))


def _current(said: Proposition, moment: str | None) -> bool:
    """Can what was said for one time be about what is spoken of at another? Not the quake of forty years ago."""
    last, first = (bounds(time) if time else (None, None) for time in (said.when, moment))
    return last[1] is None or first[0] is None or first[0] - last[1] <= LATELY


def _toll(a: Proposition, b: Proposition, context: Context) -> Comparison | None:
    """Counts grow: only those that were given on one day are held against each other."""
    if told_apart(a, b, "kind") or a.get("kind") is None or a.negated or b.negated:
        return None
    one, two = context.moments
    if not context.at_once:
        one, two = _counted(a, one), _counted(b, two)
    if one is None or two is None:
        return None
    if not overlap(one, two) and not _shrunk((a, one), (b, two)):
        return None
    what = f"{a.get('kind')} in {event_words(a)}"
    likeness = place_likeness(a, b, context)
    if is_some(a) or is_some(b):
        return agrees(f"{what}: both say {a.get('quantity')}") if range_of(a) == range_of(b) else None
    if likeness is PlaceLikeness.SAME or {a.get("event"), b.get("event")} <= AT_ONE_SPOT:
        return told_again(a, b, what, by_one=context.at_once)
    return _more_than_all(*((a, b) if likeness is PlaceLikeness.WITHIN else (b, a)), what)


def _more_than_all(some: Proposition, all_of_them: Proposition, what: str) -> Comparison | None:
    """Are more said to have died in the town than others say in all its province? Fewer say nothing."""
    least, most = range_of(some)[0], range_of(all_of_them)[1]
    if some.get("kind") != "dead" or least is None or most is None or not most < least < OTHER_EVENT * most:
        return None
    return conflicts(
        f"{what}: {some.get('quantity')} in {name(some.get('place'))} against {all_of_them.get('quantity')} in all"
    )


def _shrunk(one: tuple[Proposition, str], two: tuple[Proposition, str]) -> bool:
    """Was more counted "by Wednesday" than a later count has? The dead do not grow fewer."""
    (a, first), (b, second) = sorted((one, two), key=lambda pair: bounds(pair[1])[1] or date.max)
    if a.get("kind") != "dead" or not (a.when or "").startswith("../") or overlap(first, second) is not False:
        return False
    low, high = range_of(a)[0], range_of(b)[1]
    return low is not None and high is not None and low > high


def _counted(said: Proposition, moment: str | None) -> str | None:
    """The time of the count: its own where it was taken "by Wednesday", else when it was told. A time without that is
    the disaster's."""
    until = said.when.removeprefix("../") if said.when and said.when.startswith("../") else None
    return until or moment


def _magnitude(a: Proposition, b: Proposition, context: Context) -> Comparison | None:  # noqa: ARG001 - one shape for all
    if told_apart(a, b, "scale") or (a.negated and b.negated):
        return None
    what = f"the {filler(a, 'scale')} of {event_words(a)}"
    ranges = _range(a), _range(b)
    if None in ranges:
        return cannot_tell(what)
    (low_a, high_a), (low_b, high_b) = (known for known in ranges if known is not None)
    words = f"{a.get('quantity')} against {b.get('quantity')}"
    if a.negated or b.negated:
        return conflicts(f"{what}: {a.get('quantity')} against not that") if ranges[0] == ranges[1] else None
    slack = 0.0 if unit_of(filler(a, "quantity")) == unit_of(filler(b, "quantity")) else ROUNDING
    if high_a * (1 + slack) < low_b or high_b * (1 + slack) < low_a:
        return conflicts(f"{what}: {words}")
    same = ranges[0] == ranges[1] or (slack and low_a == high_a and low_b == high_b)
    return agrees(f"{what}: both say {a.get('quantity')}") if same else cannot_tell(f"{what}: {words} can both be")


def _range(said: Proposition) -> Range | None:
    """The values that the words allow, in the unit that the scale is compared in."""
    words = filler(said, "quantity")
    value = filler(said, "value")
    if not value:
        return None
    number = in_base_unit(words, float(value))
    loose = LOOSE * abs(number) if words.lower().startswith(ABOUT) else 0.0
    least, most = bounded(words)
    return (number - loose if least else float("-inf"), number + loose if most else float("inf"))


def _cause(a: Proposition, b: Proposition, context: Context) -> Comparison | None:
    what = f"the cause of {event_words(a)}"
    alike = _alike(a, b, context)
    left, right = (filler(said, "actor") or filler(said, "cause") for said in (a, b))
    if a.negated and b.negated:
        return agrees(f"{what}: both say not {left}") if alike else None
    if a.negated or b.negated:
        denied, held = (left, right) if a.negated else (right, left)
        return conflicts(f"{what}: {held} against not {denied}") if alike else None
    if alike is None:
        return cannot_tell(f"{what}: {left} and {right} may be one")
    return agrees(f"{what}: both name {left}") if alike else conflicts(f"{what}: {left} against {right}")


def _alike(a: Proposition, b: Proposition, context: Context) -> bool | None:
    """Do the two name one cause? None where that cannot be told."""
    actors = a.ref("actor"), b.ref("actor")
    if all(actors):
        if same_party(*actors, context):
            return True
        # "The operator" may be the company that another names.
        return None if any(_trade(str(name(actor))) for actor in actors) or _owner_and_firm(*actors) else False
    causes = filler(a, "cause"), filler(b, "cause")
    classes = [_class(words) for words in causes]
    if any(actors):
        doers = [_class(str(name(actor))) for actor in actors if actor]
        told = [kind for kind in classes if kind is not None]
        by_another = "natural" in told or (doers == ["deliberate"] and told != [] and "deliberate" not in told)
        return False if by_another else None  # saboteurs, and a leak; the owner, and a leak, may be one cause
    if _stems(causes[0]) & _stems(causes[1]) or any(all(_stems(words) & one for words in causes) for one in ONE_THING):
        return True
    return None if classes[0] == classes[1] or None in classes or set(classes) <= BROKEN else False


def _owner_and_firm(a: Ref | None, b: Ref | None) -> bool:
    """A person and a body that is no place: whoever blames the builder may mean his firm."""
    kinds = {a.kind if a else None, b.kind if b else None}
    return EntityKind.PERSON in kinds and EntityKind.ORGANIZATION in kinds


def _trade(words: str) -> bool:
    return words == words.lower()


def _class(words: str) -> str | None:
    told = {word.strip(".,").lower() for word in words.split()}
    told |= {word.removesuffix("s") for word in told}
    return next((kind for kind in CLASSES if told & lemmas(f"cause.{kind}")), None)


def _stems(words: str) -> set[str]:
    """The words without endings, small ones left out: "heavy rains" and "rain" share one."""
    return {
        word.lower()[:STEM].removesuffix("s") for word in words.replace(",", " ").split() if word.lower() not in SMALL
    }
