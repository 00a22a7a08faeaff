"""Whatever is decided, taking it all back leaves the ledger that was; and two who exchange decisions come to one."""

import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.ledger.builders import dump
from tests.ledger.quarrel import decisions_of, exports, ledger_at

from counterclaim.errors import CounterclaimError
from counterclaim.ledger import Ledger, deciding
from counterclaim.ledger.decisions import undone
from counterclaim.ledger.filters import ClaimFilter
from counterclaim.ledger.proposing import edited
from counterclaim.ledger.reviewing import Correction, accept, correct, judge, reject, unsure
from counterclaim.ledger.settling import take_in, undo
from counterclaim.model import RelationKind, Review, Stance, Undo

Act = Callable[[Ledger, tuple[str, ...], str], object]
CORRECTIONS = (
    Correction(claimant="Wend"),
    Correction(claimant="Orla", channel=""),
    Correction(content=("is held",)),
    Correction(stance=Stance.DENIES, said="2031-03"),
    Correction(speech=False),
    Correction(speech=True),
    Correction(outlet=True),
)
ACTS: tuple[Act, ...] = (
    lambda held, names, by: accept(held, names, by=by),
    lambda held, names, by: reject(held, names, by=by),
    lambda held, names, by: unsure(held, names[:1], by=by),
    lambda held, names, by: accept(held, [one.id for one in held.relations()][:2], by=by),
    lambda held, names, by: reject(held, [one.id for one in held.relations()][:1], by=by),
    lambda held, names, by: judge(held, names[0], names[1], RelationKind.DENIES, by=by),
    lambda held, names, by: judge(held, names[1], names[0], None, by=by),
    lambda held, names, by: correct(
        held, names[:1], Correction(propositions=edited(held, names[0], sets=["1.extent=partial"])), by=by
    ),
    lambda held, names, by: correct(
        held, names[:1], Correction(propositions=edited(held, names[0], adds=["fighting place=@Tarn"])), by=by
    ),
    lambda held, names, by: deciding.merge(held, "Orla", "Mesk", by=by),
    lambda held, names, by: deciding.rename(held, "Dain", "Dain Guard", by=by),
    lambda held, names, by: undo(held, held.decisions()[0].id, by=by),
    *((lambda held, names, by, one=one: correct(held, names[:1], one, by=by)) for one in CORRECTIONS),  # type: ignore[misc]
)
STEPS = st.lists(st.tuples(st.sampled_from(ACTS), st.permutations(range(5))), min_size=1, max_size=5)
FEW = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("filled") / "l.db"
    ledger_at(path).close()
    return path


def decide(held: Ledger, steps: list[tuple[Act, list[int]]], by: str) -> None:
    """Carry out what can be; what is refused leaves nothing."""
    names = [one.id for one in held.claims(ClaimFilter(thoughts=True, review=frozenset(Review)))]
    for act, order in steps:
        try:
            act(held, tuple(names[number] for number in order[:2]), by)
        except (CounterclaimError, IndexError):
            continue


@FEW
@given(steps=STEPS, backwards=st.booleans())
def test_taking_everything_back_gives_the_same_exports(
    filled: Path, steps: list[tuple[Act, list[int]]], backwards: bool
) -> None:
    with TemporaryDirectory() as folder, Ledger(shutil.copy(filled, folder)) as held:
        before = exports(held)
        decide(held, steps, "Ada")
        assert not held.check()
        made = [one for one in held.decisions() if not isinstance(one.action, Undo)]
        for one in reversed(made) if backwards else made:
            if one.id not in undone(held.decisions()):
                undo(held, one.id, by="Jon")
        assert exports(held) == before
        assert not held.check()


@FEW
@given(mine=STEPS, theirs=STEPS)
def test_decisions_exchanged_give_the_same_ledger(
    filled: Path, mine: list[tuple[Act, list[int]]], theirs: list[tuple[Act, list[int]]]
) -> None:
    with TemporaryDirectory() as folder:
        paths = [Path(folder) / name for name in ("mine.db", "theirs.db")]
        for path in paths:
            shutil.copy(filled, path)
        with Ledger(paths[0]) as one, Ledger(paths[1]) as two:
            decide(one, mine, "Ada")
            decide(two, theirs, "Jon")
            ours, others = decisions_of(one), decisions_of(two)
            take_in(one, others)
            take_in(two, ours)
            assert dump(one) == dump(two)
            assert exports(one) == exports(two)
            assert not one.check()
