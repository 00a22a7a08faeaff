"""Which values marks may take: the guide's tables as data."""

QUOTATIONS = frozenset({"direct", "mixed", "indirect", "narration"})
STANCES = frozenset({"asserts", "denies", "confirms", "predicts", "plans", "urges", "unconfirmed"})
CHANNELS = frozenset(
    {
        "Telegram",
        "Twitter",
        "press release",
        "press conference",
        "television",
        "radio",
        "interview",
        "video",
        "court",
        "Facebook",
        "letter",
        "report",
    }
)
CLAIM_KEYS = frozenset(
    {"id", "by", "words", "nth", "part", "cue", "quotation", "stance", "channel", "relayed_by", "said", "props"}
)
COMMON = frozenset({"frame", "negated", "when"})
ROLES = {
    "control": {"place", "part", "holder", "extent", "change"},
    "fighting": {"place", "part", "status"},
    "attack": {"kind", "actor", "target", "place", "part"},
    "responsibility": {"event", "actor", "cause", "kind", "place"},
    "movement": {"kind", "actor", "origin", "place", "part", "status"},
    "losses": {"side", "kind", "what", "quantity", "min", "max", "place"},
    "aim": {"actor", "event", "purpose", "kind", "place"},
    "toll": {"kind", "quantity", "min", "max", "place", "event"},
    "magnitude": {"event", "scale", "value", "quantity", "place"},
    "cause": {"event", "cause", "actor", "place"},
    "statement": {"actor", "place", "text"},
}
EVENTS = frozenset(
    {
        "quake",
        "flood",
        "storm",
        "landslide",
        "eruption",
        "fire",
        "explosion",
        "collapse",
        "crash",
        "sinking",
        "spill",
        "outbreak",
        "other",
    }
)
VALUES = {
    ("control", "extent"): frozenset({"full", "partial", "none"}),
    ("control", "change"): frozenset({"gained", "lost", "kept"}),
    ("fighting", "status"): frozenset({"ongoing", "ended"}),
    ("attack", "kind"): frozenset({"raid", "shelling", "strike", "assault", "offensive"}),
    ("movement", "kind"): frozenset({"advance", "withdraw", "reinforce", "deploy"}),
    ("movement", "status"): frozenset({"done", "ongoing", "planned", "urged", "needed", "unconfirmed"}),
    ("losses", "kind"): frozenset({"killed", "wounded", "captured", "missing", "equipment"}),
    ("toll", "kind"): frozenset({"dead", "injured", "missing", "displaced", "rescued", "trapped"}),
    ("toll", "event"): EVENTS,
    ("magnitude", "event"): EVENTS,
    ("magnitude", "scale"): frozenset({"magnitude", "category", "height", "speed", "area", "temperature"}),
    ("cause", "event"): EVENTS,
}
