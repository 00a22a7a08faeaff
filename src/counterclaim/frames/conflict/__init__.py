"""The first pack: armed conflict."""

from counterclaim.frames.comparison import Comparison, Context
from counterclaim.frames.conflict.compare import compare
from counterclaim.frames.view import View
from counterclaim.model import Proposition


class ConflictPack:
    """Who holds, fights over, strikes, leaves and loses what, as the sides tell it."""

    name = "conflict"

    def __init__(self) -> None:
        self.frames = {
            frame: ()
            for frame in ("control", "fighting", "attack", "responsibility", "movement", "losses", "aim", "statement")
        }

    def propose(self, view: View) -> tuple[Proposition, ...]:
        """See `counterclaim.frames.pack.Pack`."""
        return ()

    def compare(self, a: Proposition, b: Proposition, context: Context) -> Comparison | None:
        """See `counterclaim.frames.pack.Pack`."""
        return compare(a, b, context)


PACK = ConflictPack()
