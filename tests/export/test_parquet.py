"""Data frames get typed, nested columns; another reader than the writer opens the file."""

import json
import sys
from pathlib import Path
from typing import Any

import arro3.io
import pyarrow.parquet
import pytest
from tests.export.conftest import Save

from counterclaim.errors import InputError
from counterclaim.export import FORMATS, What, parquet


def columns(path: Path) -> dict[str, list[Any]]:
    table = arro3.io.read_parquet(path).read_all()
    return {name: [cell.as_py() for cell in table[name]] for name in table.schema.names}


def test_claims_hold_what_json_lines_hold(save: Save) -> None:
    path, written = save("parquet")
    lines, _ = save("jsonl")
    shapes = [json.loads(line) for line in lines.read_text(encoding="utf-8").splitlines()]
    found = columns(path)
    assert written.records == len(shapes) == len(found["id"])
    for name in ("id", "document", "content", "stance", "speech", "confidence", "claimant", "relayed_by"):
        assert found[name] == [shape[name] for shape in shapes]
    assert [[[one["start"], one["end"]] for one in spans] for spans in found["content_spans"]] == [
        shape["content_spans"] for shape in shapes
    ]
    for propositions, shape in zip(found["propositions"], shapes, strict=True):
        assert [one["frame"] for one in propositions] == [one["frame"] for one in shape["propositions"]]
        places = [
            argument["name"] for one in propositions for argument in one["arguments"] if argument["role"] == "place"
        ]
        assert places == [one["place"]["name"] for one in shape["propositions"] if one.get("place")]


@pytest.mark.parametrize("what", FORMATS["parquet"].kinds)
def test_every_kind_can_be_opened_and_no_column_is_lost(what: What, save: Save) -> None:
    path, written = save("parquet", what)
    lines, _ = save("jsonl", what)
    shapes = [json.loads(line) for line in lines.read_text(encoding="utf-8").splitlines()]
    found = columns(path)
    assert written.records == len(shapes) > 0
    assert {key for shape in shapes for key in shape} <= set(found) == set(parquet.columns(what))
    assert {len(column) for column in found.values()} == {len(shapes)}


def test_large_exports_are_written_a_group_at_a_time(save: Save, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "GROUP", 2)
    path, written = save("parquet")
    assert written.records == 11
    assert pyarrow.parquet.ParquetFile(path).num_row_groups == 6
    assert len(set(columns(path)["id"])) == 11


def test_without_the_library_it_is_said_how_to_get_it(save: Save, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(InputError, match=r"counterclaim\[parquet\]"):
        save("parquet")
