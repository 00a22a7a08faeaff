"""The overview map: where what is disputed lies and how surely, who claims what there, and nothing drawn as held."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.report.htmlcheck import Seen, look
from tests.report.world import CLAIMS, COPY, ENTITIES, LATER, POST, claim, report, said, write_ledger

from counterclaim.ledger import open_ledger
from counterclaim.ledger.deriving import derive
from counterclaim.ledger.spots import spots
from counterclaim.ledger.writing import begin_run, write_reading
from counterclaim.model import Entity, EntityKind, Location, Precision, Reading
from counterclaim.serve.app import build_app

HOME = "http://localhost"
REGION = replace(ENTITIES["haven"], location=Location(41.4, -33.2, Precision.REGION))


@pytest.fixture
def client(quarrel: Path) -> Iterator[TestClient]:
    with TestClient(build_app(quarrel), base_url=HOME) as served:
        yield served


def shown(client: TestClient, path: str = "/map") -> Seen:
    answer = client.get(path)
    assert answer.status_code == 200
    return look(answer.text)


def with_places(path: Path, *places: Entity) -> TestClient:
    """A ledger in which somebody says of each of these places that Orvann holds it."""
    lines = [f"Ada Quell said Orvann held {one.name}." for one in places]
    article = report("\n".join(["Orvann counts its towns", *lines]), "towns.txt")
    everybody = {**ENTITIES, **{one.id: one for one in places}}
    ENTITIES.update({one.id: one for one in places})
    try:
        claims = tuple(
            claim(
                article, f"Orvann held {one.name}.", "quell",
                said("control", place=one.id, holder="orvann", extent="full"), cue="said",
            )
            for one in places
        )  # fmt: skip
    finally:
        for one in places:
            del ENTITIES[one.id]
    with open_ledger(path) as held:
        run = begin_run(held, [], "test")
        write_reading(held, Reading(article, tuple(everybody.values()), (), claims), run=run, engine="test")
        derive(held)
    return TestClient(build_app(path), base_url=HOME)


def test_a_disputed_place_is_on_the_map_hatched_and_leads_to_its_page_and_its_dispute(client: TestClient) -> None:
    page = client.get("/map").text
    picture = page.partition('<figure class="map">')[2].partition("</figure>")[0]
    link = re.search(r'<a href="(/places/[^"]+)"[^>]*><circle class="spot contested"', picture)
    assert link
    assert "Mirrow" in shown(client, link[1]).words
    assert "a town</title>" in picture
    seen = shown(client)
    assert "Who holds Mirrow" in seen.words
    assert [one for one in seen.links if one.startswith("/disputes/")]


def test_the_table_says_all_that_the_picture_says_and_who_claims_it(client: TestClient) -> None:
    words = shown(client).words.partition("The same as a table")[2]
    assert "41.200° N, 33.400° W, a town" in words
    assert "Jon Brask claims:" in " ".join(words.split())
    assert "Telsk holds part of Mirrow" in words
    assert re.search(r">4 claims, 1 dispute</text>", client.get("/map").text)
    assert words.split("Said last on who holds it")[1].split("Counterclaim never")[0].split().count("4") == 2, (
        "4 May, 4 claims"
    )
    assert f"/articles/{LATER.id}#w-{CLAIMS[3].id}" in shown(client).links


def test_nothing_is_drawn_in_the_colour_of_who_is_said_to_hold_it(client: TestClient) -> None:
    page = client.get("/map").text
    assert "nothing here says who holds a place" in page
    spots_drawn = re.findall(r'<circle class="(spot[^"]*)"[^>]*>', page)
    assert spots_drawn
    assert not [one for one in spots_drawn if "tone" in one]


def test_a_place_that_is_only_attacked_is_neither_disputed_nor_held(client: TestClient) -> None:
    assert "Haven district" not in shown(client).words


def test_vague_coordinates_have_a_ring_as_wide_as_they_are_vague(tmp_path: Path) -> None:
    town = Entity("e-ost", EntityKind.PLACE, "Ost", ("Ost",), location=Location(41.0, -35.0, Precision.TOWN))
    with with_places(
        tmp_path / "vague.db", town, replace(REGION, id="e-vague", name="Vague", names=("Vague",))
    ) as client:
        page = client.get("/map").text
        assert len(re.findall(r'<circle class="spread"', page)) == 1
        assert "somewhere in a region" in shown(client).words


def test_a_place_vaguer_than_the_picture_is_named_and_not_drawn_as_a_spot(tmp_path: Path) -> None:
    towns = [
        Entity(f"e-{name}", EntityKind.PLACE, name, (name,), location=Location(41.0 + n / 50, -33.0, Precision.TOWN))
        for n, name in enumerate(("Ost", "Vest"))
    ]
    land = Entity(
        "e-land", EntityKind.PLACE, "Bigland", ("Bigland",), location=Location(41.0, -33.0, Precision.COUNTRY)
    )
    nowhere = Entity("e-lost", EntityKind.PLACE, "Lostville", ("Lostville",))
    with with_places(tmp_path / "land.db", *towns, land, nowhere) as client:
        page = client.get("/map").text
        words = shown(client).words
    picture = page.partition("<svg viewBox")[2].partition("</svg>")[0]
    assert "Ost" in picture
    assert "Bigland" not in picture
    assert "Beyond this picture: Bigland" in " ".join(words.split())
    assert re.search(r"coordinates are unknown: Lostville", " ".join(words.split()))
    assert "coordinates unknown, so not on the map" in words


def test_on_a_crowded_map_names_do_not_cover_each_other_and_none_is_lost(tmp_path: Path) -> None:
    towns = [
        Entity(f"e-t{n}", EntityKind.PLACE, f"Townley {n:02}", (f"Townley {n:02}",),
               location=Location(41 + n // 8 * 0.01, -33 + n % 8 * 0.01, Precision.TOWN))
        for n in range(64)
    ]  # fmt: skip
    with with_places(tmp_path / "many.db", *towns) as client:
        page = client.get("/map").text
    picture = page.partition("<svg viewBox")[2].partition("</svg>")[0]
    labels = picture.count('class="spot-label"')
    assert 0 < labels < 64
    assert picture.count('class="spot"') == 64
    assert all(f"<title>{one.name}:" in picture for one in towns)
    assert all(one.name in page.partition("The same as a table")[2] for one in towns)


def test_places_in_one_place_can_be_asked_for(client: TestClient, quarrel: Path) -> None:
    assert "Mirrow" in shown(client, "/map?place=Mirrow").words.partition("The same as a table")[2]
    assert "No place here is disputed" in shown(client, "/map?place=Telsk").words
    assert "No place here is disputed" in shown(client, "/map?place=Nowhere").words
    with open_ledger(quarrel, asking=True) as held:
        (one,) = spots(held, None, 5)
        assert (one.disputes, one.claims) == (1, 4)


def test_without_coordinates_there_is_a_table_and_no_picture(tmp_path: Path) -> None:
    lost = Entity("e-lost", EntityKind.PLACE, "Lostville", ("Lostville",))
    with with_places(tmp_path / "lost.db", lost) as client:
        words = shown(client).words
    assert "None of these places has known coordinates" in words
    assert "Lostville" in words


def test_a_rejected_claim_is_not_what_was_said_last(tmp_path: Path) -> None:
    path = write_ledger(tmp_path / "quarrel.db", (POST, COPY, LATER), CLAIMS)
    with open_ledger(path) as held:
        held.reject(CLAIMS[3].id, by="Ada")
    with TestClient(build_app(path), base_url=HOME) as client:
        assert f"w-{CLAIMS[3].id}" not in client.get("/map").text


def test_programs_get_the_same_places_with_how_surely_they_lie_there(client: TestClient) -> None:
    (one,) = client.get("/api/v1/map").json()
    assert (one["place"]["name"], one["lat"], one["precision"], one["disputes"]) == ("Mirrow", 41.2, "town", 1)
    assert (one["claims"], one["sides"]) == (4, {"Orvann": 2, "Telsk": 2})
    assert client.get("/api/v1/map?place=Telsk").json() == []
