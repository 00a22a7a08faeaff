"""Names before a colon that open the turns of a talk: "Vane: We hold the bridge", "The Lantern: Who fired?".

Enters the passages of an article; leaves the names of those who answer. Whoever mostly asks claims nothing.
"""

import re
from collections import defaultdict
from collections.abc import Sequence

from counterclaim.attribution.passages import Passage

LABEL = re.compile(r"^(?:The )?[A-Z][^\s:.?!]*(?: [^\s:.?!]+){0,3}(?=:\s)")
TURNS = 2  # that somebody has at least
HOSTS = frozenset(
    ["anchor", "announcer", "host", "interviewer", "moderator", "newsreader", "presenter", "studio", "q", "question"]
)


def is_host(label: str) -> bool:
    """ "PRESENTER", "Question (Delta Radio)": whoever leads the talk, in the outlet's own voice or to ask."""
    return label.split("(", maxsplit=1)[0].strip(" :").lower() in HOSTS


def turn_takers(passages: Sequence[Passage]) -> frozenset[str]:
    """The labels of those who answer, as they stand; none where nobody asks."""
    turns: dict[str, list[bool]] = defaultdict(list)
    for passage in passages:
        text = passage.text[passage.span.start : passage.span.end].strip()
        label = None if passage.headline else LABEL.match(text)
        if label:
            turns[label[0]].append(text.endswith("?"))
    asking = {label for label, asks in turns.items() if 2 * sum(asks) >= len(asks)}
    answering = {label for label, asks in turns.items() if len(asks) >= TURNS} - asking
    return frozenset(answering) if asking else frozenset()
