"""What a learned reader of frames can say: frames, their values, their roles. Data for the network and its training.

A *group* is a set of values of which a trigger has one; "" means that it has none of them, or that the words leave it
open.
"""

from collections.abc import Mapping
from types import MappingProxyType

CHANGES = ("", "gained", "lost", "kept")
EXTENTS = ("", "full", "partial", "none")
STATUSES = ("", "ongoing", "ended")
# The kinds of each frame that has any: what a movement can be, no attack can.
KINDS_OF: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "attack": ("raid", "shelling", "strike", "assault", "offensive"),
        "movement": ("advance", "withdraw", "reinforce", "deploy"),
        "losses": ("killed", "wounded", "captured", "missing", "equipment"),
        "toll": ("dead", "injured", "missing", "displaced", "rescued", "trapped"),
    }
)
KINDS = ("", *dict.fromkeys(kind for kinds in KINDS_OF.values() for kind in kinds))
EVENTS = (
    "",
    *("quake", "flood", "storm", "landslide", "eruption", "fire", "explosion", "collapse", "crash", "sinking"),
    *("spill", "outbreak", "other"),
)
SCALES = ("", "magnitude", "category", "height", "speed", "area", "temperature")
PHASES = ("", "done", "ongoing", "planned", "urged", "needed", "supposed")

GROUPS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "change": CHANGES,
        "extent": EXTENTS,
        "status": STATUSES,
        "kind": KINDS,
        "event": EVENTS,
        "scale": SCALES,
        "st": PHASES,
        "neg": ("", "1"),
    }
)
ALWAYS = MappingProxyType({"st": True, "neg": True})

# Which groups each frame has; the network is not asked for the others.
FRAMES: Mapping[str, Mapping[str, bool]] = MappingProxyType(
    {
        "control": MappingProxyType({**ALWAYS, "change": True, "extent": True}),
        "fighting": MappingProxyType({**ALWAYS, "status": True}),
        "attack": MappingProxyType({**ALWAYS, "kind": True}),
        "responsibility": ALWAYS,
        "movement": MappingProxyType({**ALWAYS, "kind": True}),
        "losses": MappingProxyType({**ALWAYS, "kind": True}),
        "aim": ALWAYS,
        "toll": MappingProxyType({**ALWAYS, "kind": True, "event": True}),
        "magnitude": MappingProxyType({**ALWAYS, "scale": True, "event": True}),
        "cause": MappingProxyType({**ALWAYS, "event": True}),
    }
)
ROLES = ("who", "whom", "place", "part", "from", "num", "what", "why")
