"""What a pack sees of one claim: its words, who speaks, and what the article said before."""

from dataclasses import dataclass

from counterclaim.model import Parsed


@dataclass(frozen=True, slots=True)
class View:
    """The content of one claim in its article."""

    parsed: Parsed
