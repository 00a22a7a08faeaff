"""Without these, a local paper's own town would be drawn on the other side of an ocean, or a war moved to the paper's
own country."""

from pathlib import Path

import pytest

from counterclaim.entities.places import Gazetteer, find_places
from counterclaim.entities.places.home import home_of
from counterclaim.model import Article, Block, BlockKind, Entity, Provenance, Run, Span
from counterclaim.syntax import Parser

BLAZE = "Firefighters in Cordoba put out a blaze on Monday."
OWN = """id,name,lat,lon,kind,country,within
velmark,Velmark,60.5,2.0,country,,
ostria,Ostria,50.5,12.0,country,,
selde,Selde,60.4,2.1,town,,Velmark
holm-on-sea,Holm,60.3,2.2,town,,Velmark
holm-on-hill,Holm,50.4,12.1,town,,Ostria
brun,Brun,50.3,12.2,town,,Ostria
"""


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser()


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


def _article(text: str = BLAZE, outlet: str | None = None, url: str | None = None) -> Article:
    where = Provenance("report", "text/plain", "0" * 64)
    blocks = (Block(Span(0, len(text)), BlockKind.PARAGRAPH),)
    return Article("report", text, blocks, where, (Run(0, 0, len(text)),), outlet=outlet, url=url)


def _country(parser: Parser, gazetteer: Gazetteer, name: str, article: Article) -> str | None:
    entities, _ = find_places(parser.parse(article), gazetteer)
    found: Entity = next(entity for entity in entities if name in entity.names)
    return found.location.country if found.location else None


@pytest.mark.parametrize(
    ("outlet", "url", "country"),
    [
        ("Madrid Evening Courier", None, "ES"),
        ("The Spanish Courier", None, "ES"),
        ("Evening Courier", "https://www.courier.example.es/blaze", "ES"),
        ("Evening Courier", "https://courier.example.co/blaze", "AR"),
        ("Evening Courier", "https://courier.example/blaze", "AR"),
        ("Buenos Aires Courier", "https://courier.example.es/blaze", "AR"),
        (None, None, "AR"),
    ],
)
def test_a_paper_means_its_own_town(
    outlet: str | None, url: str | None, country: str, parser: Parser, gazetteer: Gazetteer
) -> None:
    """Where name and address disagree, or the address is one that anybody can buy, the larger namesake is meant."""
    assert _country(parser, gazetteer, "Cordoba", _article(outlet=outlet, url=url)) == country


def test_the_articles_own_places_weigh_more(parser: Parser, gazetteer: Gazetteer) -> None:
    text = f"{BLAZE} Others came from Rosario and Mendoza in Argentina to help."
    assert _country(parser, gazetteer, "Cordoba", _article(text, "Madrid Evening Courier")) == "AR"


@pytest.mark.parametrize("outlet", ["Ontario Courier", "The Canadian Courier"])
def test_a_namesake_at_home_is_no_world_city(outlet: str, parser: Parser, gazetteer: Gazetteer) -> None:
    assert _country(parser, gazetteer, "London", _article("Ministers met in London.", outlet)) == "GB"


def test_a_town_of_ones_own_map(parser: Parser, tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text(OWN, encoding="utf-8")
    gazetteer = Gazetteer.load(path)
    for outlet, lat in (("Selde Courier", 60.3), ("Brun Courier", 50.4), ("The Velmarkian", 60.3)):
        entities, _ = find_places(parser.parse(_article("Rain fell in Holm.", outlet)), gazetteer)
        place = next(entity for entity in entities if entity.name == "Holm").location
        assert place is not None
        assert place.lat == lat, outlet


@pytest.mark.parametrize(
    ("outlet", "url", "home"),
    [
        ("Kyiv Gazette", None, "UA"),
        ("Hamilton Gazette", None, None),
        ("Hamilton Gazette", "https://gazette.example.nz", "NZ"),
        ("Manchester Gazette", "https://gazette.example.co.uk/a", "GB"),
        ("Post of Georgia", None, None),
        ("Gazette of Arms", "http://[broken", None),
        ("Morning Sun", "gazette.fr", None),
        ("", "", None),
    ],
)
def test_where_an_outlet_is_at_home(outlet: str, url: str | None, home: str | None, gazetteer: Gazetteer) -> None:
    assert home_of(_article(outlet=outlet, url=url), gazetteer) == home
