"""The disaster pack's frames, as the core knows them."""

from types import MappingProxyType

from counterclaim.frames.disaster import words
from counterclaim.frames.kinds import FrameKind, Timing
from counterclaim.model import Proposition

AT_A_PLACE = (("place",),)
# By the main types of EM-DAT and GDACS, and the accidents that news reports tell of.
EVENTS = (
    *("quake", "flood", "storm", "landslide", "eruption", "fire", "explosion", "collapse", "crash", "sinking", "spill"),
    *("outbreak", "other"),
)
SCALES = ("magnitude", "category", "height", "speed", "area", "temperature")
# What happens at one spot, which one report calls by its own name and another by its town's.
AT_ONE_SPOT = frozenset(["fire", "explosion", "collapse", "crash", "sinking", "spill"])
OVER_A_REGION = frozenset(["quake", "flood", "storm", "eruption"])
# What a place seldom sees twice within a month; fires and explosions it may.
SELDOM = frozenset(EVENTS) - {"fire", "explosion", "other"}
REVISED_FOR = 14  # days: counts of a disaster grow for weeks, while its place is searched


def _at_one_spot(said: Proposition) -> bool:
    return said.get("event") in AT_ONE_SPOT


def _seldom(said: Proposition) -> bool:
    return said.get("event") in SELDOM


def _counted(said: Proposition) -> bool:
    """At one spot a toll is that of the place around it; of what befalls a province it cannot be more than that one."""
    return _at_one_spot(said) or (said.get("event") in OVER_A_REGION and isinstance(said.get("min"), int))


KINDS = MappingProxyType(
    {
        "toll": FrameKind(
            roles=("kind", "quantity", "min", "max", "place", "event"),
            choices={"kind": ("dead", "injured", "missing", "displaced", "rescued", "trapped"), "event": EVENTS},
            required=("kind",),
            wording=words.TOLL,
            timing=Timing(days=0, revise_days=REVISED_FOR, as_said=True),
            about=AT_A_PLACE,
            topic=("kind",),
            needed=("quantity",),
            subject="victims",
            nested=_counted,
        ),
        "magnitude": FrameKind(
            roles=("event", "scale", "quantity", "value", "place"),
            choices={"scale": SCALES, "event": EVENTS},
            required=("scale",),
            wording=words.MAGNITUDE,
            about=AT_A_PLACE,
            topic=("event", "scale"),
            needed=("value",),
        ),
        "cause": FrameKind(
            roles=("event", "cause", "actor", "place"),
            choices={"event": EVENTS},
            wording=words.CAUSE,
            timing=Timing(once=_seldom),
            about=AT_A_PLACE,
            needed=("cause", "actor"),
            event=True,
            several=True,
            subject="cause",
            alone=True,
            nested=_at_one_spot,
        ),
    }
)
