"""What was decided, on one line, for whoever lists decisions.

Enters a decision's action; leaves plain text. Words of reports stand in it as they are: whoever shows them has to
escape them.
"""

from counterclaim.model import (
    Accept,
    Action,
    Add,
    ClaimKey,
    Correct,
    Judge,
    Merge,
    OnClaims,
    Reject,
    Rename,
    Split,
    Unsure,
)
from counterclaim.review.standing import given

WORDS = 60  # letters of a claim on a line


def action_words(action: Action) -> str:
    """What is decided."""
    if isinstance(action, Merge):
        return f"merge “{action.entity.name}” with “{action.other.name}”"
    if isinstance(action, Split):
        where = f" in {', '.join(action.documents)}" if action.documents else ""
        return f"split {', '.join(f'“{name}”' for name in action.names)}{where} from “{action.entity.name}”"
    if isinstance(action, Rename):
        return f"rename “{action.entity.name}” to “{action.name}”"
    return _on_claims(action) if isinstance(action, OnClaims) else f"undo {action.decision}"


def short_words(action: Action) -> str:
    """The same where it is plain which claim is meant."""
    if isinstance(action, Correct):
        return f"correct {', '.join(given(action))}"
    return "cannot tell" if isinstance(action, Unsure) else type(action).__name__.lower()


def key_words(key: ClaimKey) -> str:
    """A claim by its words, shortened, and its report."""
    words = " … ".join(part.words for part in key.content)
    return f"“{words if len(words) <= WORDS else words[: WORDS - 1] + '…'}” ({key.document})"


def _on_claims(action: OnClaims) -> str:
    if isinstance(action, Judge):
        stand = "cannot tell about" if action.unsure else action.kind.value if action.kind else "no relation between"
        return f"{stand}: {key_words(action.left)} and {key_words(action.right)}"
    if isinstance(action, Correct):
        return f"correct {', '.join(given(action))} of {key_words(action.claim)}"
    if isinstance(action, Add):
        return f"add {key_words(action.claim)}"
    word = {Accept: "accept", Reject: "reject", Unsure: "cannot tell about"}[type(action)]
    return f"{word} {key_words(action.claim)}"
