"""Our own questions with statements that answer them → pairs of statements, each with how they stand to each other.

    python training/statement_data.py training/matters/*.txt     # are all files well-formed? prints counts

A file holds events; an event, questions that do not bear on each other; a question, answers that exclude each other,
each in several wordings, and statements nearby that neither answer it nor bear on any answer:

    == A ferry fire on an inland lake
    ? Was the fire door open?
    + open
    the fire door had been wedged open with a mop bucket
    nobody had closed the door to the engine room
    + shut
    crew found the door shut and its seal unbroken
    ~
    the door was fitted in 1998
"""

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

AGREE, AGAINST, NEITHER = "agree", "against", "neither"


@dataclass(frozen=True, slots=True)
class Question:
    """`answers` exclude each other; within one, all wordings say the same. `nearby` answer nothing."""

    ask: str
    answers: tuple[tuple[str, ...], ...]
    nearby: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """`name` is what happened, in words; `source` the file's name."""

    name: str
    source: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements of one event. `near` is false where they answer different questions."""

    left: str
    right: str
    label: str
    near: bool


def events(path: Path) -> tuple[Event, ...]:
    """All events of a file. ValueError names the line that is not well-formed."""
    found: list[tuple[str, list[tuple[str, list[list[str]], list[str]]]]] = []
    into: list[str] | None = None
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line = raw.strip()
        where = f"{path.name}:{number}: {line[:60]!r}"
        if not line or line.startswith("#"):
            continue
        mark, rest = line[:2].strip(), line[2:].strip()
        if mark == "==":
            found.append((rest, []))
            into = None
        elif mark == "?" and found:
            found[-1][1].append((rest, [], []))
            into = None
        elif mark == "+" and found and found[-1][1]:
            into = []
            found[-1][1][-1][1].append(into)
        elif mark == "~" and found and found[-1][1]:
            into = found[-1][1][-1][2]
            if rest:
                into.append(rest)
        elif into is None:
            raise ValueError(f"{where}: a statement has to stand under '+ answer' or '~'")
        else:
            into.append(line)
    return tuple(_event(name, path.name, questions) for name, questions in found)


def _event(name: str, source: str, questions: list[tuple[str, list[list[str]], list[str]]]) -> Event:
    made = []
    for ask, answers, nearby in questions:
        if not answers or not all(answers):
            raise ValueError(f"{source}: {ask!r} of {name!r} has an answer without statements, or no answer")
        made.append(Question(ask, tuple(map(tuple, answers)), tuple(nearby)))
    return Event(name, source, tuple(made))


def pairs(event: Event) -> Iterator[Pair]:
    """Every pair of statements of an event."""
    for question in event.questions:
        yield from _within(question)
    for one, other in combinations(event.questions, 2):
        for left in _all(one):
            for right in _all(other):
                yield Pair(left, right, NEITHER, near=False)


def _within(question: Question) -> Iterator[Pair]:
    placed = [(n, text) for n, answer in enumerate(question.answers) for text in answer]
    for (n, left), (m, right) in combinations(placed, 2):
        yield Pair(left, right, AGREE if n == m else AGAINST, near=True)
    for text in question.nearby:
        for _, other in placed:
            yield Pair(text, other, NEITHER, near=True)


def _all(question: Question) -> tuple[str, ...]:
    return (*(text for answer in question.answers for text in answer), *question.nearby)


def main() -> None:
    """Print the counts of each file."""
    total: Counter[str] = Counter()
    for name in sys.argv[1:]:
        found = events(Path(name))
        here = Counter(pair.label for event in found for pair in pairs(event) if pair.near)
        asked = sum(len(event.questions) for event in found)
        print(f"{Path(name).name}: {len(found)} events, {asked} questions, pairs within them {dict(here)}")
        total.update(here)
    print(dict(total))


if __name__ == "__main__":
    main()
