"""The disaster pack's frames, as the core knows them."""

from types import MappingProxyType

from counterclaim.frames.disaster import words
from counterclaim.frames.kinds import FrameKind, Timing

AT_A_PLACE = (("place",),)
REVISED_FOR = 14  # days: counts of a disaster grow for weeks, while its place is searched

KINDS = MappingProxyType(
    {
        "toll": FrameKind(
            roles=("kind", "quantity", "min", "max", "place", "event"),
            wording=words.TOLL,
            timing=Timing(days=0, revise_days=REVISED_FOR, as_said=True),
            about=AT_A_PLACE,
            topic=("kind",),
            needed=("quantity",),
            subject="victims",
        ),
        "magnitude": FrameKind(
            roles=("event", "scale", "quantity", "min", "max", "value", "place"),
            wording=words.MAGNITUDE,
            about=AT_A_PLACE,
            topic=("event", "scale"),
            needed=("min", "max", "value"),
        ),
        "cause": FrameKind(
            roles=("event", "cause", "actor", "place"),
            wording=words.CAUSE,
            about=AT_A_PLACE,
            needed=("cause", "actor"),
            event=True,
            several=True,
            subject="cause",
        ),
    }
)
