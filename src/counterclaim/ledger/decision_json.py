"""Decisions ⇄ JSON: as the table keeps them, and as they are handed from ledger to ledger.

Enter records or text; leave text or records. Refused, with where and why: an unknown kind, keys that are missing or
that this version does not know, and a decision whose id is not the hash of what it says.
"""

import json
from dataclasses import asdict
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from counterclaim.errors import InputError
from counterclaim.model import (
    Accept,
    Action,
    Add,
    Correct,
    Decision,
    DecisionKind,
    Judge,
    Merge,
    Reject,
    Rename,
    Split,
    Undo,
    Unsure,
    digest,
)

if TYPE_CHECKING:
    from pydantic import TypeAdapter

_TYPES: dict[DecisionKind, type[Action]] = {
    DecisionKind.MERGE: Merge,
    DecisionKind.SPLIT: Split,
    DecisionKind.RENAME: Rename,
    DecisionKind.ACCEPT: Accept,
    DecisionKind.REJECT: Reject,
    DecisionKind.UNSURE: Unsure,
    DecisionKind.CORRECT: Correct,
    DecisionKind.ADD: Add,
    DecisionKind.JUDGE: Judge,
    DecisionKind.UNDO: Undo,
}
_KEYS = {"id", "kind", "content", "reason", "by", "at"}
Shape = dict[str, Any]


def content_json(action: Action) -> str:
    """What is decided, always in the same letters."""
    return json.dumps(asdict(action), ensure_ascii=False, sort_keys=True)


def action_of(kind: str, content: str) -> Action:
    """What was decided.

    Raises:
        InputError: this version knows no such kind, or the content is none of that kind.
    """
    from pydantic import ValidationError

    if kind not in set(DecisionKind):
        raise InputError(f"No kind of decision is named {kind!r}", f"Known are {', '.join(DecisionKind)}; upgrade?")
    try:
        action = _adapter(DecisionKind(kind)).validate_json(content, strict=True)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(map(str, first["loc"])) or "its content"
        advice = "Take the line as `counterclaim export --what decisions` wrote it"
        raise InputError(f"The {kind} cannot be read: {where}: {first['msg']}", advice) from error
    if json.loads(content_json(action)) != json.loads(content):
        advice = "Upgrade with `pip install --upgrade counterclaim`"
        raise InputError(f"The {kind} says more than this version understands", advice)
    return action


def signed(action: Action, *, reason: str | None, by: str, at: str) -> Decision:
    """The decision with its id.

    Raises:
        InputError: its words are no Unicode, as bytes of another encoding on a command line are not.
    """
    kind = type(action).__name__.lower()
    words = (content_json(action), reason or "", by, at)
    try:
        "".join(words).encode()
    except UnicodeEncodeError as error:
        raise InputError("The decision holds letters that are no Unicode", "Give its words in UTF-8") from error
    return Decision(digest("d", kind, *words), action, reason, by, at)


def decision_shape(decision: Decision) -> Shape:
    """A decision as it is exported."""
    return {
        "id": decision.id,
        "kind": decision.kind.value,
        "content": json.loads(content_json(decision.action)),
        "reason": decision.reason,
        "by": decision.by,
        "at": decision.at,
    }


def decision_of(line: str) -> Decision:
    """One exported line.

    Raises:
        InputError: it is no such line, or was changed since.
    """
    shape = _object(line)
    action = action_of(shape["kind"], json.dumps(shape["content"]))
    _check_time(shape["at"])
    decision = signed(action, reason=shape["reason"], by=shape["by"], at=shape["at"])
    if decision.id != shape["id"]:
        advice = "Decide anew with `counterclaim entities` or `review`, and export that"
        raise InputError(f"The decision {shape['id']} is not what its id was made of: it was changed", advice)
    return decision


def _object(line: str) -> Shape:
    try:
        shape = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError(f"It is no JSON: {error}", "Take a file that `export --what decisions` wrote") from error
    if not isinstance(shape, dict) or set(shape) != _KEYS:
        raise InputError("It is no decision", f"A decision has the keys {', '.join(sorted(_KEYS))} and no others")
    texts = [shape[key] for key in ("id", "kind", "by", "at")]
    if not all(isinstance(text, str) for text in texts) or not isinstance(shape["reason"], str | None):
        raise InputError("id, kind, by, at or reason is no text", "Take a file that `export --what decisions` wrote")
    return shape


def _check_time(at: str) -> None:
    """Order is by the text of times, so all are written alike."""
    try:
        time = datetime.fromisoformat(at)
        alike = time.astimezone(UTC).isoformat(timespec="microseconds") == at
    except (ValueError, OverflowError):
        alike = False
    if not alike:
        raise InputError(f"at: {at!r} is no time of a decision", "It is written as 2031-05-20T08:00:00.000000+00:00")


@cache
def _adapter(kind: DecisionKind) -> "TypeAdapter[Action]":
    from pydantic import TypeAdapter  # a tenth of a second, which ledgers without decisions need not wait

    return TypeAdapter(_TYPES[kind])
