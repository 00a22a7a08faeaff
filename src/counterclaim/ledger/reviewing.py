"""Reviewing: what a person says of claims and relations becomes decisions, and all that follows is made anew with them.

Enter ids of claims or relations; leaves the ledger with one decision more for each, in one transaction with all that
follows. Refused, before anything is written: ids that nothing has, claims of reports that have changed since, and what
does not fit the report or the installed packs of frames.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from counterclaim.errors import InputError, NotFoundError
from counterclaim.ledger.carrying import local_claims
from counterclaim.ledger.machine import machine_reading
from counterclaim.ledger.naming import called, key_of, meant
from counterclaim.ledger.queries import article, relation_record
from counterclaim.ledger.settling import Made, decide, ready
from counterclaim.ledger.store import Store
from counterclaim.model import (
    Accept,
    Article,
    Claim,
    ClaimKey,
    Correct,
    EntityKey,
    EntityKind,
    Given,
    Judge,
    OnClaims,
    Quoted,
    Reject,
    Relation,
    RelationKind,
    Said,
    Seen,
    Spans,
    Speaker,
    Stance,
    Unsure,
    digest,
)
from counterclaim.review import key_of as claim_key
from counterclaim.review.frames import checked_time, validated
from counterclaim.review.quoting import place, quoted
from counterclaim.review.wording import said_of, seen_of

Word = type[Accept] | type[Reject] | type[Unsure]


@dataclass(frozen=True, slots=True)
class Correction:
    """What a claim says in truth of the report; None leaves what the machine read.

    `claimant` is an entity's id or name; with `kind` it may be one whom the ledger does not know. `outlet` says that it
    is the outlet's own voice. `content` are words of the report, or spans of it, in their order. An empty `channel` or
    `said` (EDTF) says that there is none. `speech` false makes it a thought. `propositions` are all that it has then.
    """

    claimant: str | None = None
    kind: EntityKind | None = None
    outlet: bool = False
    content: tuple[str, ...] | Spans = ()
    stance: Stance | None = None
    channel: str | None = None
    said: str | None = None
    speech: bool | None = None
    propositions: tuple[Said, ...] | None = None


@dataclass(frozen=True, slots=True)
class _Read:
    """A claim as the machine read it, with its report."""

    claim: Claim
    of: Article

    @property
    def key(self) -> ClaimKey:
        return claim_key(self.claim, self.of)

    @property
    def seen(self) -> Seen:
        return seen_of(self.claim, self.of.part(self.claim.part))


def accept(store: Store, names: Iterable[str], *, by: str, reason: str | None = None) -> Made:
    """Say that these claims and relations are right.

    Raises:
        NotFoundError: nothing has one of the ids.
        InputError: none is given, or one stands in a version of a report that is not current.
        LedgerError: another program is writing.
    """
    return _say(store, names, Accept, by, reason)


def reject(store: Store, names: Iterable[str], *, by: str, reason: str | None = None) -> Made:
    """Say that these are none: they stay in the ledger, and out of lists, disputes and exports. Raises as `accept`."""
    return _say(store, names, Reject, by, reason)


def unsure(store: Store, names: Iterable[str], *, by: str, reason: str | None = None) -> Made:
    """Say that one has looked at these and cannot tell. Raises as `accept`."""
    return _say(store, names, Unsure, by, reason)


def correct(store: Store, names: Iterable[str], wanted: Correction, *, by: str, reason: str | None = None) -> Made:
    """Say what these claims say in truth of their reports; words and propositions go with one claim alone.

    Raises:
        NotFoundError: nothing has one of the ids, or nobody is named so.
        InputError: nothing is corrected; or the report has not these words, or no pack this frame or role.
        LedgerError: another program is writing.
    """
    with ready(store):
        ids = _ids(names)
        if len(ids) > 1 and (wanted.content or wanted.propositions is not None):
            raise InputError("Words and propositions are one claim's own", "Correct them claim by claim")
        bulk = _bulk(by, ids)
        whole = _wanted(store, wanted)
        actions = [whole(_read(store, one), bulk) for one in ids]
        return _sure(store, decide(store, actions, reason, by), ids)


def judge(
    store: Store,
    left: str,
    right: str,
    kind: RelationKind | None,
    *,
    by: str,
    reason: str | None = None,
) -> Made:
    """Say how two claims stand to each other, whatever the machine saw; None: in no way.

    Raises:
        NotFoundError: there is no such claim.
        InputError: the two are one, or nobody claims one of them.
        LedgerError: another program is writing.
    """
    with ready(store):
        if left == right:
            raise InputError("A claim stands in no relation to itself", "Name two claims")
        ends = [_read(store, one) for one in (left, right)]
        return decide(store, [Judge(ends[0].key, ends[1].key, kind)], reason, by)


def relation_of(store: Store, name: str) -> Relation:
    """The relation of that id, a rejected one too.

    Raises:
        NotFoundError: there is none.
    """
    row = store.rows("SELECT * FROM relation WHERE id = ?", (name,)).fetchone()
    if row is None:
        raise NotFoundError(f"Nothing in the ledger has the id {name!r}", "`counterclaim review` lists ids")
    return relation_record(row)


def propositions_now(store: Store, claim_id: str) -> tuple[Said, ...]:
    """What the claim says now, by hand or by machine, as a correction would say it.

    Raises:
        NotFoundError: there is no such claim.
        InputError: its report has changed since.
    """
    claim, of = _current(store, claim_id)
    return tuple(said_of(one, of.part(claim.part)) for one in claim.propositions)


def _say(store: Store, names: Iterable[str], word: Word, by: str, reason: str | None) -> Made:
    with ready(store):
        ids = _ids(names)
        bulk = _bulk(by, ids)
        return _sure(store, decide(store, [_word(store, one, word, bulk) for one in ids], reason, by), ids)


def _sure(store: Store, made: Made, ids: Sequence[str]) -> Made:
    """The same, once it is sure that each decision found the claim that was named, and not its twin."""
    sql = "SELECT claim FROM decision_claim WHERE decision = ? AND position = 0"
    for decision, name in zip(made.decisions, ids, strict=True):
        if not isinstance(decision.action, Judge) and store.value(sql, (decision.id,)) != name:
            raise InputError(
                f"{name} cannot be told apart from another claim of its report",
                "The two have the same words, claimant and cue: decide on the other one",
            )
    return made


def _word(store: Store, name: str, word: Word, bulk: str | None) -> OnClaims:
    if not store.value("SELECT 1 FROM claim WHERE id = ?", (name,)):
        found = relation_of(store, name)
        left, right = (_read(store, end).key for end in (found.left, found.right))
        kind = found.kind if word is Accept else None
        return Judge(left, right, kind, unsure=word is Unsure, bulk=bulk)
    read = _read(store, name)
    if word is Accept:
        return Accept(read.key, read.seen, bulk)
    return Reject(read.key, bulk) if word is Reject else Unsure(read.key, bulk)


def _ids(names: Iterable[str]) -> tuple[str, ...]:
    ids = tuple(dict.fromkeys(names))
    if not ids:
        raise InputError("No claim is named", "Give the ids of claims or relations: `counterclaim review` lists some")
    return ids


def _bulk(by: str, ids: Sequence[str]) -> str | None:
    """One id for all that is decided in one go."""
    return digest("b", by, datetime.now(UTC).isoformat(), *ids) if len(ids) > 1 else None


def _current(store: Store, claim_id: str) -> tuple[Claim, Article]:
    """The claim as it is now, with its report's own entities."""
    row = store.rows("SELECT article FROM claim WHERE id = ?", (claim_id,)).fetchone()
    if row is None:
        raise NotFoundError(f"No claim has the id {claim_id}", "`counterclaim review` and `claims --json` list ids")
    if not store.value("SELECT current FROM article WHERE id = ?", (row["article"],)):
        raise InputError(f"The report of {claim_id} has changed since", "Look for the claim in its current version")
    claim = next(one for one in local_claims(store, row["article"]) if one.id == claim_id)
    return claim, article(store, row["article"])


def _read(store: Store, claim_id: str) -> _Read:
    claim, of = _current(store, claim_id)
    return _Read(machine_reading(store, claim_id, local=True) or claim, of)


def _wanted(store: Store, wanted: Correction) -> Callable[[_Read, str | None], Correct]:
    """The correction, checked as far as it is the same for every claim."""
    if wanted == Correction(kind=wanted.kind):
        raise InputError("Nothing is corrected", "Say what: the claimant, the words, the stance, …")
    if wanted.outlet and wanted.claimant is not None:
        raise InputError("The outlet and somebody else cannot both claim it", "Give one of the two")
    claimant = Speaker(None) if wanted.outlet else None
    if wanted.claimant is not None:
        claimant = Speaker(chosen_key(store, wanted.claimant, wanted.kind))
    said = None if wanted.said is None else Given(checked_time(wanted.said) if wanted.said else None)
    channel = None if wanted.channel is None else Given(" ".join(wanted.channel.split()) or None)
    told = None if wanted.propositions is None else tuple(map(validated, wanted.propositions))

    def of(read: _Read, bulk: str | None) -> Correct:
        return Correct(
            claim=read.key,
            seen=read.seen,
            claimant=claimant,
            content=_content(wanted.content, read) if wanted.content else None,
            stance=wanted.stance,
            channel=channel,
            said=said,
            speech=wanted.speech,
            propositions=told,
            bulk=bulk,
        )

    return of


def chosen_key(store: Store, name: str, kind: EntityKind | None) -> EntityKey:
    """The entity of that id or name, as a decision calls it; with a kind, one whom no report names yet.

    Raises:
        NotFoundError: none is named so, and no kind is given.
        InputError: several are.
    """
    try:
        found = meant(store, name)
    except NotFoundError as error:
        if kind is None:
            advice = f"{error.advice.rstrip('.')}. For somebody whom no report names, say of what kind it is (--kind)"
            raise NotFoundError(error.message, advice) from error
        if not any(letter.isalnum() for letter in name):
            raise InputError(f"{name!r} is no name", "Give one with letters") from error
        return EntityKey(kind, " ".join(name.split()), None, ())
    return key_of(found, called(store, found.id))


def named_key(store: Store, name: str) -> EntityKey:
    """The entity of that id or name, as a decision calls it.

    Raises:
        NotFoundError: none is named so.
        InputError: several are.
    """
    return chosen_key(store, name, None)


def _content(wanted: tuple[str, ...] | Spans, read: _Read) -> tuple[Quoted, ...]:
    """The words of the report that are meant: nearest to where the claim stands."""
    text = read.of.part(read.claim.part)
    start = read.claim.content_spans[0].start
    if spans := tuple(one for one in wanted if not isinstance(one, str)):
        if any(span.end > len(text) for span in spans):
            raise InputError("A span lies beyond the report", f"It has {len(text):,} characters")
        return quoted(tuple(sorted(spans)), text)
    words = tuple(Quoted(one, start) for one in wanted if isinstance(one, str))
    found = place(words, text, start)
    if not found:
        raise InputError("These words do not stand in the report, in this order", "Copy them as they are printed there")
    if any(a.overlaps(b) for n, a in enumerate(found) for b in found[n + 1 :]):
        raise InputError("The words overlap", "Give each stretch once")
    return quoted(found, text)
