"""Whose minister, whose spokesman, whose fighter: the table of `reported_sides.toml`.

A user who loses the side cannot tell which of two armies says "we hold the town". One who gets a guessed side, from a
name or from the country that an envoy is sent to, is told that an enemy speaks for the other.
"""

import tomllib
from pathlib import Path
from typing import Any

import pytest

TABLE = tomllib.loads(Path(__file__).with_name("reported_sides.toml").read_text(encoding="utf-8"))
ROWS = [*TABLE["first"], *TABLE["later"]]
Row = dict[str, Any]


def _marked(row: Row) -> Any:
    return pytest.param(row, id=f"{row['kind']}: {row.get('words') or row['who']}")


@pytest.mark.parametrize("row", [_marked(row) for row in ROWS])
def test_the_side_is_what_the_words_say(scene, row: Row) -> None:
    text = row["text"]
    said = [(row["source"], "said", text.split(" said ")[1].rstrip("."))] if "source" in row else []
    resolved = scene(text, *said)
    found = resolved.entity(row["who"])
    assert (found.side or "") == row["side"]
    assert "words" not in row or any(row["words"] in role for role in found.roles)
    assert "source" not in row or resolved.speakers == [row["who"]]


def test_the_table_is_as_large_as_promised() -> None:
    assert len(ROWS) >= 30
    assert len({row["text"] for row in ROWS}) == len(ROWS)
