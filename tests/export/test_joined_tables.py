"""Who loads the tables into a database or a spreadsheet can join them, and nothing in them runs."""

import csv
import io
import json
import zipfile
from pathlib import Path

import frictionless
import pytest
from tests.export.conftest import HOSTILE, Save

from counterclaim.export import FORMATS, Wanted, What
from counterclaim.export.joined import TABLES
from counterclaim.ledger import Ledger


@pytest.fixture
def folder(held: Ledger, tmp_path: Path) -> Path:
    style = FORMATS["tables"]
    assert style.folder
    style.folder(held, Wanted(What.ALL), tmp_path / "tables")
    return tmp_path / "tables"


def rows(folder: Path, name: str, encoding: str = "utf-8") -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding=encoding, newline="") as stream:
        return list(csv.DictReader(stream))


def test_every_key_leads_somewhere(folder: Path) -> None:
    """Frictionless checks types, primary keys and foreign keys as the package describes them."""
    report = frictionless.validate(folder / "datapackage.json")
    assert report.valid, report.flatten(["title", "message"])
    assert report.stats["tasks"] == len(TABLES)


def test_a_broken_key_would_be_found(folder: Path) -> None:
    """Otherwise the test above could not fail."""
    path = folder / "side_claims.csv"
    path.write_text(path.read_text(encoding="utf-8") + "d-none-0,c-none\r\n", encoding="utf-8")
    assert not frictionless.validate(folder / "datapackage.json").valid


def test_spans_join_with_claims_and_hold_their_words(folder: Path) -> None:
    claims = {row["id"]: row for row in rows(folder, "claims")}
    spans = [row for row in rows(folder, "spans") if row["kind"] == "content"]
    split = [row["words"] for row in spans if claims[row["claim"]]["content"] == "We hold the north quay of Mirrow"]
    assert split == ["We hold", "the north quay of Mirrow"]
    assert {row["claim"] for row in spans} == set(claims)
    assert [row["speech"] for row in claims.values()].count("false") == 1


def test_no_cell_runs_in_a_spreadsheet(folder: Path) -> None:
    cells = [cell for table in TABLES for row in rows(folder, table.name) for cell in row.values()]
    assert f"'{HOSTILE}" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@"))]


def test_the_zip_file_holds_the_same_and_is_always_the_same(folder: Path, save: Save) -> None:
    path, written = save("tables", suffix=".zip")
    first = path.read_bytes()
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == {
            file.name: file.read_bytes() for file in folder.iterdir()
        }
    assert written.records == sum(len(rows(folder, table.name)) for table in TABLES)
    assert save("tables", suffix=".zip")[0].read_bytes() == first


def test_excel_is_told_that_it_is_unicode(held: Ledger, tmp_path: Path) -> None:
    folder = FORMATS["tables"].folder
    assert folder
    folder(held, Wanted(What.ALL, bom=True), tmp_path / "bom")
    assert (tmp_path / "bom" / "claims.csv").read_bytes().startswith(b"\xef\xbb\xbfid,")
    assert rows(tmp_path / "bom", "names", "utf-8-sig")
    json.loads((tmp_path / "bom" / "datapackage.json").read_text(encoding="utf-8"))  # a mark would break JSON


def test_sure_claims_take_all_that_hangs_on_the_others_with_them(held: Ledger, tmp_path: Path) -> None:
    folder = FORMATS["tables"].folder
    assert folder
    folder(held, Wanted(What.ALL, min_confidence=0.5), tmp_path / "sure")
    assert len(rows(tmp_path / "sure", "claims")) == 10
    assert frictionless.validate(tmp_path / "sure" / "datapackage.json").valid
