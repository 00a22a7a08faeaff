"""A village that no map has is a place all the same; else the fight for it is put in the nearest city."""

from pathlib import Path

import pytest

import counterclaim

GAZETTEER = """name,names,lat,lon,kind,country,within,capital
Tarvia,,41.20,-35.10,country,,,
Velm,,41.50,-35.40,town,Tarvia,Tarvia,yes
Karsh,,41.05,-34.70,town,Tarvia,Tarvia,
"""
REPORT = """Fighting near Karsh

The army of Tarvia held Karsh on Friday. The hospital of Karsh was full.

Rebels had taken Umm Sahla village, a local official said.

Army drones hit the village of Old Tem, the rebels said. The army still held Old Tem, the ministry said.

Fighting went on in the town of al-Qasra, residents said.
"""
WHERE = [
    ("Umm Sahla village", "control", "Umm Sahla"),
    ("Army drones", "attack", "Old Tem"),
    ("still held", "control", "Old Tem"),
    ("Fighting went on", "fighting", "al-Qasra"),
]


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], str | None]:
    folder: Path = tmp_path_factory.mktemp("villages")
    (folder / "report.txt").write_text(REPORT, encoding="utf-8")
    (folder / "g.csv").write_text(GAZETTEER, encoding="utf-8")
    with counterclaim.open_ledger(folder / "villages.db") as ledger:
        ledger.read(folder / "report.txt", gazetteer=folder / "g.csv")
        return {
            (claim.content, one.frame): place.name if (place := one.ref("place")) else None
            for claim in ledger.claims()
            for one in claim.propositions
        }


@pytest.mark.parametrize(("words", "frame", "place"), WHERE)
def test_a_village_off_the_map_is_where_it_happened(
    places: dict[tuple[str, str], str | None], words: str, frame: str, place: str
) -> None:
    assert [name for (content, kind), name in places.items() if words in content and kind == frame] == [place]
