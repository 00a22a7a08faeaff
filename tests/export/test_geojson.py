"""Who opens the export in QGIS sees points where places are, and none where nobody knows or a country has no point."""

import json
from typing import Any

import pytest
from geojson_pydantic import FeatureCollection
from tests.export.conftest import Save

from counterclaim.export import What


def features(save: Save, what: What, **narrowing: Any) -> list[dict[str, Any]]:
    path, written = save("geojson", what, **narrowing)
    found: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["features"]
    assert len(found) == written.records
    return found


def test_it_is_what_the_standard_says(save: Save) -> None:
    for what in (What.CLAIMS, What.DISPUTES, What.ENTITIES):
        path, written = save("geojson", what)
        read = FeatureCollection.model_validate_json(path.read_bytes())
        assert len(read.features) == written.records > 0
        assert len({one.id for one in read.features}) == written.records


def test_gdal_reads_it_as_qgis_does(save: Save) -> None:
    raw = pytest.importorskip("pyogrio.raw", reason="GDAL takes 106 MB: `pip install pyogrio` where it matters")
    path, written = save("geojson")
    about, _, geometry, fields = raw.read(path)
    columns = dict(zip(about["fields"], fields, strict=True))
    assert about["geometry_type"] == "Point"
    assert about["crs"] == "EPSG:4326"
    assert len(geometry) == written.records
    assert "Ada Quell" in set(columns["claimant"])
    assert {"town", "district"} < set(columns["precision"])


def test_every_column_is_flat_and_of_one_type(save: Save) -> None:
    """QGIS makes a table of the properties: a list in a cell, or a word among numbers, spoils the column."""
    for what in (What.CLAIMS, What.DISPUTES, What.ENTITIES):
        found = [one["properties"] for one in features(save, what)]
        assert len({tuple(properties) for properties in found}) == 1
        for column in found[0]:
            kinds = {type(one[column]) for one in found} - {type(None)}
            assert kinds <= {str} or kinds <= {int, float}, column


def test_the_point_is_longitude_then_latitude(save: Save) -> None:
    """The other way round, Mirrow would lie in another ocean."""
    mirrow = next(one for one in features(save, What.ENTITIES) if one["properties"]["place"] == "Mirrow")
    assert mirrow["geometry"] == {"type": "Point", "coordinates": [-33.4, 41.2]}
    assert mirrow["properties"]["precision"] == "town"


def test_nothing_is_put_at_a_countrys_middle_and_it_is_counted(save: Save) -> None:
    path, written = save("geojson")
    found = json.loads(path.read_text(encoding="utf-8"))["features"]
    places = {one["properties"]["content"]: one for one in found if one["geometry"] is None}
    assert places["Fighting goes on across Quorl"]["properties"]["precision"] == "country"
    assert places["Shells fell on Orvann"]["properties"]["place"] == "Orvann"
    assert len(places) == 3
    assert sorted(written.notes) == [
        f"1 of {len(found)} have no point: they name a place whose coordinates are not known",
        f"1 of {len(found)} have no point: they name no place",
        f"1 of {len(found)} have no point: they name only a country, which has no point",
    ]


def test_only_claims_about_a_place_or_of_a_dispute(save: Save) -> None:
    (dispute,) = features(save, What.DISPUTES)
    assert dispute["properties"]["question"].startswith("Who holds Mirrow")
    of_it = features(save, What.CLAIMS, dispute=dispute["id"])
    about = features(save, What.CLAIMS, place="Haven district")
    assert {one["properties"]["place"] for one in of_it} == {"Mirrow"}
    assert [one["properties"]["content"] for one in about] == ["Nobody could be reached in Haven district"]


def test_days_are_for_the_clock_of_the_map(save: Save) -> None:
    """QGIS moves through time by fields that hold days; a report without a date has none."""
    days = {one["properties"]["document"]: one["properties"]["begin"] for one in features(save, What.CLAIMS)}
    assert days == {"copy.txt": "2031-05-03", "later.txt": "2031-05-04", "post.txt": "2031-05-03", "odd.txt": None}
