"""Without these, a typing error in a user's gazetteer would put towns in the wrong place without a word."""

from pathlib import Path

import pytest

from counterclaim.entities.places import Gazetteer
from counterclaim.entities.places.rows import read_rows
from counterclaim.errors import InputError
from counterclaim.model import Precision

HEAD = "name,lat,lon,kind,country,within,names,id\n"

WRONG = [
    ("name,lat\nOrla,1\n", 1, "lon"),
    (HEAD + ",1,2,town,,,,\n", 2, "name"),
    (HEAD + "Orla,1,2,town,,,,\nVelm,x,2,town,,,,\n", 3, "lat"),
    (HEAD + "Orla,1,200,town,,,,\n", 2, "lon"),
    (HEAD + "Orla,91,2,town,,,,\n", 2, "lat"),
    (HEAD + "Orla,1,,town,,,,\n", 2, "lon"),
    (HEAD + "Orla,1,2,hamlet,,,,\n", 2, "kind"),
    ("name,lat,lon,capital\nOrla,1,2,perhaps\n", 2, "capital"),
    (HEAD + "Orla,1,2,town,,,,7\nVelm,1,2,town,,,,7\n", 3, "id"),
]


def _file(folder: Path, text: str) -> Path:
    path = folder / "places.csv"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(("text", "line", "column"), WRONG)
def test_a_wrong_row_is_named_by_line_and_column(tmp_path: Path, text: str, line: int, column: str) -> None:
    with pytest.raises(InputError, match=f"line {line}, column {column}:"):
        read_rows(_file(tmp_path, text))


def test_what_is_no_csv_is_refused_with_advice(tmp_path: Path) -> None:
    path = tmp_path / "places.csv"
    path.write_bytes(b"name,lat,lon\n\xff\xfe,1,2\n")
    with pytest.raises(InputError, match="UTF-8"):
        read_rows(path)
    with pytest.raises(InputError, match="cannot be read"):
        read_rows(tmp_path / "absent.csv")


def test_a_row_may_leave_out_all_but_the_name(tmp_path: Path) -> None:
    (row,) = read_rows(_file(tmp_path, "name,lat,lon\nÖrla Bridge,,\n"))
    assert (row.id, row.lat, row.kind) == ("gazetteer:orla-bridge", None, Precision.TOWN)


def test_the_users_place_wins_and_knows_what_contains_it(tmp_path: Path) -> None:
    rows = (
        "Velmark,10,20,country,,,,vm",
        "Orlesk Province,10,21,region,,vm,Orlesk,",
        "Paris,11,21,town,,Orlesk,Pariz|Parys,",
    )
    text = HEAD + "\n".join(rows) + "\n"
    gazetteer = Gazetteer.load(_file(tmp_path, text))
    (place,) = gazetteer.lookup("pariz")
    assert (place.id, place.lat, place.within) == (
        "gazetteer:paris",
        11.0,
        ("gazetteer:orlesk-province", "gazetteer:vm"),
    )
    assert [c.id for c in gazetteer.lookup("PARIS")] == ["gazetteer:paris"]


def test_a_place_may_lie_within_several_each_by_name(tmp_path: Path) -> None:
    """Without the yard's town, a claim on the town would never be held against one on its yard."""
    rows = ("Velmark,10,20,country,,,,", "Orlesk,10,21,region,,Velmark,,", "Yard,11,21,point,,Parn|Orlesk,,")
    text = HEAD + "\n".join((*rows, "Parn,11,21,town,,Orlesk,,")) + "\n"
    (yard,) = Gazetteer.load(_file(tmp_path, text)).lookup("yard")
    assert yard.within == ("gazetteer:parn", "gazetteer:orlesk", "gazetteer:velmark")


def test_what_lies_within_an_unknown_place_is_refused_with_its_line(tmp_path: Path) -> None:
    text = HEAD + "Velmark,10,20,country,,,,\nYard,11,21,point,,Parnn,,\n"
    with pytest.raises(InputError, match="line 3, column within: no place is called 'Parnn'"):
        Gazetteer.load(_file(tmp_path, text))
