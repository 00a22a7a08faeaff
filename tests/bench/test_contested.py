"""The benchmark's arithmetic: a scorer that errs would send the work the wrong way for weeks."""

import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from bench.contested import loading, relating
from bench.contested.agreement import compared
from bench.contested.measuring import PARTS, part
from bench.contested.misses import misses, table
from bench.contested.records import Event, Mark, Marked, Matter
from bench.contested.scoring import Exports, agrees, scored

ALL = [name for where in PARTS for name in part(where)]


def mark(name: str, by: str | None, *propositions: Marked, at: tuple[int, int] = (0, 10), **more: Any) -> Mark:
    base: dict[str, Any] = {
        "part": "text", "quotation": "indirect" if by else "narration", "stance": "asserts", "channel": None,
        "relayed_by": (), "said": None,
    }  # fmt: skip
    return Mark(id=name, document="a.txt", by=by, spans=(at,), propositions=propositions, **(base | more))


def line(name: str, by: str | None, *propositions: dict[str, Any], at: tuple[int, int] = (0, 10)) -> dict[str, Any]:
    return {
        "id": name, "document": "a.txt", "claimant": {"name": by} if by else None, "content_spans": [at],
        "content": "words", "quotation": "indirect" if by else "narration", "speech": True, "stance": "asserts",
        "channel": None, "relayed_by": [], "propositions": list(propositions),
    }  # fmt: skip


def event(*marks: Mark, matters: tuple[Matter, ...] = (), denies: tuple[tuple[str, str], ...] = ()) -> Event:
    return Event("made", Path(), marks, matters, denies, (), (("a.txt", "b.txt"),))


def held(holder: str, extent: str = "full") -> Marked:
    return Marked("control", (("place", "Sarn"), ("holder", holder), ("extent", extent)))


BOTH = frozenset({frozenset(("Varn", "fought"))})
WHO = Matter("Who holds Sarn?", (("Ord", ("o1", "o2", "p")), ("Varn", ("v",)), ("fought", ("f",))), BOTH)
MARKS = (mark("o1", "Ord"), mark("o2", "Ord"), mark("p", "Pell"), mark("v", "Varn"), mark("f", "Ord"))


@pytest.mark.parametrize("name", ALL)
def test_every_mark_covers_words_that_are_there(name: str) -> None:
    found, faults = loading.load(name)
    assert not faults
    assert found.marks


def test_both_parts_of_the_split_are_large_enough() -> None:
    sizes = {kind: sum(len(loading.articles(name)) for name in part(kind)) for kind in ("development", "locked")}
    assert sum(sizes.values()) >= 60
    assert sizes["locked"] * 3 >= sum(sizes.values())
    assert len(ALL) >= 6


def test_answers_of_one_question_say_how_every_pair_stands() -> None:
    right = relating.kinds(event(*MARKS, matters=(WHO,)))
    assert right[frozenset(("o1", "o2"))] == {"repeats"}
    assert right[frozenset(("o1", "p"))] == {"corroborates"}
    assert right[frozenset(("p", "v"))] == relating.AGAINST
    assert right[frozenset(("o1", "f"))] == {"revises"}
    assert frozenset(("v", "f")) not in right  # both can be true


def test_a_unit_is_one_kind_between_two_claimants_on_one_question() -> None:
    asked = relating.units(event(*MARKS, matters=(WHO,), denies=(("v", "p"),)))
    counted = Counter(unit.kind for unit in asked)
    assert counted == {"repeats": 1, "corroborates": 1, "contradicts": 3, "revises": 1, "denies": 1}


def test_a_false_contradiction_costs_precision_and_a_missed_one_recall() -> None:
    marks = (mark("o1", "Ord", at=(0, 10)), mark("v", "Varn", at=(20, 30)), mark("f", "Fell", at=(40, 50)))
    matter = Matter("?", (("a", ("o1",)), ("b", ("v",))), frozenset())
    rows = tuple(line(m.id.upper(), m.by, at=m.spans[0]) for m in marks)
    links = tuple(
        {"kind": "contradicts", "left": left, "right": right, "why": "x"}
        for left, right in (("O1", "V"), ("O1", "F"), ("O1", "elsewhere"))
    )
    counts = scored(event(*marks, matters=(matter,)), Exports(rows, links, ())).counts
    assert (counts.units, counts.units_found) == (1, 1)
    assert (counts.relations, counts.relations_right, counts.relations_beyond) == (2, 1, 1)
    assert scored(event(*marks, matters=(matter,)), Exports(rows, (), ())).counts.units_found == 0


def test_propositions_pair_one_to_one_and_count_both_ways() -> None:
    got = {"frame": "control", "place": {"name": "Sarn"}, "holder": {"name": "Ord"}, "extent": "full"}
    marks = (mark("o1", "Ord", held("Ord")), mark("v", "Varn", held("Varn", "partial"), at=(20, 30)))
    rows = (line("a", "Ord", got, got), line("b", "Varn", {**got, "extent": "full"}, at=(20, 30)))
    counts = scored(event(*marks), Exports(rows, (), ())).counts
    assert (counts.typed, counts.typed_exported, counts.typed_right) == (2, 3, 1)


@pytest.mark.parametrize(
    ("asked", "got", "good"),
    [
        (Marked("losses", (("min", 40), ("max", 40))), {"frame": "losses", "min": 40, "max": 40}, True),
        (Marked("losses", (("min", 40),)), {"frame": "losses", "min": 40, "max": 40}, False),  # "at least" was lost
        (Marked("losses", (("quantity", "40 men"),)), {"frame": "losses", "quantity": "40"}, True),
        (Marked("control", (("holder", "Ord"),)), {"frame": "control"}, False),
        (Marked("control", (("holder", "Ord"),)), {"frame": "control", "holder": "Ord", "negated": True}, False),
        (Marked("toll", (("event", "flood"),)), {"frame": "toll", "event": "quake"}, False),
    ],
)
def test_a_role_that_is_marked_must_be_there(asked: Marked, got: dict[str, Any], good: bool) -> None:
    assert agrees(asked, got) is good


def test_thoughts_are_neither_found_nor_beyond_the_marks() -> None:
    thought = line("t", "Ord") | {"speech": False, "quotation": "narration"}
    counts = scored(event(mark("o1", "Ord")), Exports((thought,), (), ())).counts
    assert (counts.found, counts.extra) == (0, 0)


def test_origins_are_pairs_of_documents() -> None:
    articles = tuple(
        {"document": name, "origin": origin} for name, origin in (("a.txt", "1"), ("b.txt", "1"), ("c.txt", "1"))
    )
    counts = scored(event(mark("o1", "Ord")), Exports((), (), articles)).counts
    assert (counts.origin_pairs, counts.origin_exported, counts.origin_right) == (1, 3, 1)


def test_two_passes_that_mark_alike_agree_wholly() -> None:
    marks = (mark("o1", "Ord", held("Ord")), mark("v", "Varn", at=(20, 30)))
    counts, alike, both = compared(marks, marks)
    assert (counts.found, counts.typed_right, alike, both) == (2, 1, 2, 2)


def test_what_a_proposition_stumbles_over_is_told_by_its_first_lack() -> None:
    """Else the next days go into a rule for places while the claims themselves are missing."""
    marks = [mark("A", "Ilmar Teske", held("Halvia")), mark("B", "Ilmar Teske", held("Halvia"), at=(20, 30))]
    partly = {"frame": "control", "place": "Sarn", "holder": "Halvia", "extent": "partial", "negated": False}
    whole = partly | {"extent": "full"}
    nothing = {"frame": "statement"}
    cases = {
        "found": line("1", "Ilmar Teske", whole),
        "extent differs": line("1", "Ilmar Teske", partly),
        "no frame": line("1", "Ilmar Teske", nothing),
        "the claim has another mouth": line("1", "Oda Brun", whole),
    }
    for reason, exported in cases.items():
        counts = misses(marks, [exported])
        assert counts == {("control", reason): 1, ("control", "no claim there"): 1}
        assert reason in table(counts)


def test_an_event_that_is_none_is_answered_with_those_there_are() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bench.contested", "nowhere"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "nowhere is no event" in done.stderr
    assert "ridge-town" in done.stderr
