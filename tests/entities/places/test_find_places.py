"""Without these, a town would be drawn on the wrong continent, or a person on the map."""

from pathlib import Path

import pytest

from counterclaim.entities.places import Gazetteer, find_places
from counterclaim.entities.places.fought_over import fought_over
from counterclaim.model import Article, Block, BlockKind, Entity, Mention, Precision, Provenance, Run, Span
from counterclaim.syntax import Parser


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser()


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


def _places(parser: Parser, gazetteer: Gazetteer, text: str) -> tuple[dict[str, Entity], tuple[Mention, ...]]:
    where = Provenance("report", "text/plain", "0" * 64)
    blocks = (Block(Span(0, len(text)), BlockKind.PARAGRAPH),)
    article = Article("report", text, blocks, where, (Run(0, 0, len(text)),))
    parsed = parser.parse(article)
    entities, mentions = find_places(parsed, gazetteer, fought_over(parsed))
    assert all(m.surface == m.span.of(text) for m in mentions)
    assert {m.entity for m in mentions} <= {e.id for e in entities}
    return {name: entity for entity in entities for name in entity.names}, mentions


def _near(entity: Entity, lat: float, lon: float, degrees: float = 0.5) -> bool:
    place = entity.location
    return place is not None and abs(place.lat - lat) < degrees and abs(place.lon - lon) < degrees


def test_the_comma_says_which_paris(parser: Parser, gazetteer: Gazetteer) -> None:
    here, _ = _places(parser, gazetteer, "A storm tore roofs off in Paris, Texas, the sheriff said.")
    there, _ = _places(parser, gazetteer, "The French president returned to Paris, and ministers met there.")
    assert _near(here["Paris"], 33.66, -95.56)
    assert _near(there["Paris"], 48.85, 2.35)


def test_a_region_is_not_the_town_of_its_name(parser: Parser, gazetteer: Gazetteer) -> None:
    named, _ = _places(
        parser, gazetteer, "Drones crossed into the Russian Bryansk region, its governor said from Bryansk."
    )
    regions = {e.id for e in named.values() if e.location and e.location.precision is Precision.REGION}
    assert named["Bryansk region"].id in regions
    assert "geonames:2017370" in named["Bryansk region"].within


def test_a_name_in_brackets_can_be_the_same_town(parser: Parser, gazetteer: Gazetteer) -> None:
    text = "Ukraine holds on. Units left Dzerzhinsk (Russian name for Toretsk) and moved to Toretsk in Ukraine again."
    named, _ = _places(parser, gazetteer, text)
    assert named["Dzerzhinsk"].id == named["Toretsk"].id
    assert _near(named["Toretsk"], 48.4, 37.85)


def test_a_bracket_that_says_where_is_no_other_name(parser: Parser, gazetteer: Gazetteer) -> None:
    named, _ = _places(parser, gazetteer, "The barge reached Kherson (Ukraine) at noon.")
    assert named["Kherson"].id != named["Ukraine"].id


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gunmen attacked the town of Velika Sel on Friday.", "Velika Sel"),
        ("Fighters took Umm Sahla village on Friday.", "Umm Sahla"),
        ("Fighters took the Umm Sahla ridge on Friday. They hold Umm Sahla.", "Umm Sahla"),
        ("Nine people died in the village of al-Qasra. Nobody reached al-Qasra.", "al-Qasra"),
        ("Shells hit the village of Old Tem. On Friday Old Tem was quiet.", "Old Tem"),
    ],
)
def test_what_is_called_a_village_is_a_place(parser: Parser, gazetteer: Gazetteer, text: str, name: str) -> None:
    named, mentions = _places(parser, gazetteer, text)
    assert named[name].location is None
    assert len(mentions) == text.count(name)


@pytest.mark.parametrize(
    "text",
    [
        "The Drevo village council met on Friday.",
        "Athletes left the Olympic village on Friday.",
        "The City of Dorven Corporation met on Friday.",
    ],
)
def test_not_every_village_has_a_name_before_it(parser: Parser, gazetteer: Gazetteer, text: str) -> None:
    assert _places(parser, gazetteer, text) == ({}, ())


@pytest.mark.parametrize(
    "text",
    [
        "The defence ministry said its troops had captured Ordrut on Thursday.",
        "Rebels denied that Ordrut had fallen. Troops fought in its streets.",
        "Soldiers held the western outskirts of Ordrut, and the battle went on.",
        "The fighting for Ordrut was continuing, the army said.",
        "The army said that Ordrut was under the full control of its troops.",
        "The brigade was driven out of Ordrut by the militia.",
        "The rebels had repelled an assault on Ordrut, their command said.",
    ],
)
def test_what_an_army_takes_is_a_town_though_no_map_has_it(parser: Parser, gazetteer: Gazetteer, text: str) -> None:
    found, _ = _places(parser, gazetteer, text)
    assert found["Ordrut"].location is None


@pytest.mark.parametrize(
    "text",
    [
        "Troops captured Ordrut on Thursday. The army said Ordrut had confessed to the shelling.",
        "Soldiers fought rebels near the coast. Colonel Ivo Ordrut was captured when the army stormed the fort.",
    ],
)
def test_whom_an_army_captures_is_no_town(parser: Parser, gazetteer: Gazetteer, text: str) -> None:
    found, _ = _places(parser, gazetteer, text)
    assert not any("Ordrut" in name for name in found)


def test_the_capital_may_be_written_small(parser: Parser, gazetteer: Gazetteer) -> None:
    named, _ = _places(parser, gazetteer, "Talks between kyiv and Moscow broke down, Ukraine said.")
    assert named["kyiv"].name == "Kyiv"


def test_persons_are_not_places(parser: Parser, gazetteer: Gazetteer) -> None:
    _, mentions = _places(parser, gazetteer, "Jordan Smith praised Mr Lincoln. Smith said that Sydney Carter came too.")
    assert mentions == ()


@pytest.mark.parametrize(
    ("written", "name"),
    [("Hama", "Hama"), ("Raqqa", "Raqqa"), ("Deir ez-Zor", "Deir ez-Zor"), ("Homs", "Homs")],
)
def test_a_town_is_called_as_the_report_spells_it(
    parser: Parser, gazetteer: Gazetteer, written: str, name: str
) -> None:
    named, _ = _places(parser, gazetteer, f"Soldiers fought in {written} in Syria. In Damascus all was quiet.")
    assert named[written].name == name


def test_adjectives_point_to_the_country_but_are_no_name_of_it(parser: Parser, gazetteer: Gazetteer) -> None:
    named, mentions = _places(parser, gazetteer, "Turkish officials met in Ankara.")
    assert [m.surface for m in mentions] == ["Turkish", "Ankara"]
    assert "Turkish" not in named
    assert named["Turkey"].id == mentions[0].entity


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said its troops had captured {}.",
        "Rebels seize {}",
        "The army said it was in full control of {}.",
        "The mayor said that {} was surrounded.",
    ],
)
@pytest.mark.parametrize("town", ["Goma", "Kunduz", "Avdiivka", "Shusha", "Marawi", "Mekelle", "Gao"])
def test_what_is_taken_is_a_place_though_the_tagger_never_saw_its_name(
    parser: Parser, gazetteer: Gazetteer, text: str, town: str
) -> None:
    named, _ = _places(parser, gazetteer, text.format(town))
    assert town in named


@pytest.mark.parametrize(
    "text",
    [
        "{} is ours, the colonel said.",
        "We will defend {}, he said.",
        "The militia said it had left {}.",
        "They took {} without a fight.",
        "The enemy attacked {} with drones.",
    ],
)
@pytest.mark.parametrize(("town", "country"), [("Goma", "Congo"), ("Soledar", "Ukraine"), ("Hodeidah", "Yemen")])
def test_a_town_of_a_country_that_is_spoken_of_is_a_place(
    parser: Parser, gazetteer: Gazetteer, text: str, town: str, country: str
) -> None:
    named, _ = _places(parser, gazetteer, f"{text.format(town)} The war in {country} goes on.")
    assert town in named


def test_a_president_is_no_town_of_a_country_that_is_spoken_of(parser: Parser, gazetteer: Gazetteer) -> None:
    named, _ = _places(parser, gazetteer, "President Obama went to Japan. Some blamed Obama. Japan was content.")
    assert set(named) == {"Japan"}


def test_an_unknown_village_stays_without_coordinates(parser: Parser, gazetteer: Gazetteer) -> None:
    named, _ = _places(parser, gazetteer, "Soldiers shelled the village of Zzyrkhonovo in Ukraine.")
    assert named["Zzyrkhonovo"].location is None
    assert named["Zzyrkhonovo"].id.startswith("place:")


def test_pronouns_are_not_the_united_states(parser: Parser, gazetteer: Gazetteer) -> None:
    named, _ = _places(parser, gazetteer, "They told us to leave. The US and the U.K. agreed.")
    assert "us" not in named
    assert {named["US"].name, named["U.K."].name} == {"United States", "United Kingdom"}


@pytest.mark.parametrize("name", ["Artyomovsk", "Artiomovsk", "Бахмут", "Bajmut", "Artemivs'k"])
def test_all_names_of_one_town_lead_to_it(gazetteer: Gazetteer, name: str) -> None:
    assert "geonames:713174" in [candidate.id for candidate in gazetteer.lookup(name)]


def test_the_users_gazetteer_serves_an_invented_country(parser: Parser, tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text(
        "name,lat,lon,kind,country,within,names\nVelmark,60.5,2.0,country,,,\nHolm,60.4,2.1,town,,Velmark,Gholm\n"
    )
    named, _ = _places(parser, Gazetteer.load(path), "Fighting goes on in Holm, which rebels call Gholm, Velmark said.")
    assert named["Holm"].id == named["Gholm"].id == "gazetteer:holm"
    assert named["Holm"].within == ("gazetteer:velmark",)


def test_a_small_namesake_abroad_is_no_match(parser: Parser, gazetteer: Gazetteer) -> None:
    """Better no point on the map than one on another continent."""
    text = "Boats left Maiduguri in Nigeria for Kano and Abuja. Traders from Lagos were seen near Baga on Monday."
    named, _ = _places(parser, gazetteer, text)
    assert _near(named["Maiduguri"], 11.85, 13.16)
    assert named["Baga"].location is None


def test_an_arabic_ending_is_written_with_and_without_its_h(parser: Parser, gazetteer: Gazetteer) -> None:
    text = "Yemen fears a storm. Ships sailed from Aden to the city of Hodeidah in Yemen on Monday."
    named, _ = _places(parser, gazetteer, text)
    assert _near(named["Hodeidah"], 14.8, 42.95)


def test_what_only_a_place_has_makes_a_place_of_a_name(parser: Parser, gazetteer: Gazetteer) -> None:
    named, _ = _places(parser, gazetteer, "The Cairns suburbs of Edmonton and Mooroobool are dry, Ada Holm said.")
    assert _near(named["Cairns"], -16.92, 145.77)
    assert _near(named["Edmonton"], -17.02, 145.74)


def test_a_thing_that_bears_a_villages_name_is_no_village(parser: Parser, gazetteer: Gazetteer) -> None:
    for text in (
        "The Old Fort, a harbour pub, closed in May. Men sat in Old Fort again in June.",
        "The tanker Plain left in May. Men came to Plain at night.",
    ):
        assert _places(parser, gazetteer, text)[1] == (), text


def test_what_is_said_of_a_village_or_a_known_town_leaves_it_one(parser: Parser, gazetteer: Gazetteer) -> None:
    for text, place in (
        ("Men came to Old Fort, a village with a harbour pub, in North Carolina.", "Old Fort"),
        ("The tanker Odessa left in May. Men came to Odessa, a paper said.", "Odessa"),
    ):
        assert place in _places(parser, gazetteer, text)[0], text


def test_a_ship_with_a_great_towns_name_is_no_town(parser: Parser, gazetteer: Gazetteer) -> None:
    """ "The Odessa" is the tanker, and "Odessa" the town, in one report."""
    text = "The tanker Odessa left in May. Two shells hit the Odessa, a sailor said."
    assert _places(parser, gazetteer, text)[1] == ()


def test_half_of_a_hyphenated_name_is_no_place(parser: Parser, gazetteer: Gazetteer) -> None:
    _, mentions = _places(parser, gazetteer, "Doctors at Al-Amal said that nine people died in Pont-Verne.")
    assert not {"Al", "Pont"} & {mention.surface for mention in mentions}


def test_an_arab_republic_lies_in_no_town_called_arab(parser: Parser, gazetteer: Gazetteer) -> None:
    """Else the report seems to play in Alabama, and Geneva is the one in Illinois."""
    text = "The Syrian Arab Republic wrote to Geneva. A tanker was stormed in the Gulf, envoys in Geneva said."
    named, _ = _places(parser, gazetteer, text)
    assert _near(named["Geneva"], 46.2, 6.15)
    assert not {"Arab", "Gulf"} & set(named)


def test_a_town_that_opens_a_sentence_though_no_tagger_saw_it(parser: Parser, gazetteer: Gazetteer) -> None:
    """What its defenders say of it would otherwise be said of no place."""
    entities, _ = _places(parser, gazetteer, "Ukraine has sent more men. Bakhmut is ours, Colonel Petro Dorn said.")
    assert _near(entities["Bakhmut"], 48.59, 38.0)


def test_a_name_behind_a_rank_is_no_town(parser: Parser, gazetteer: Gazetteer) -> None:
    """Else a colonel's words are a town's, and his station stands in Canada."""
    for text in (
        "Colonel Halifax, whom we met in a yard, said that his companies held the station.",
        "A few men of ex-colonel Brant tried to take the fort. Thirty of Brant's fellows were dead, a doctor said.",
    ):
        assert _places(parser, gazetteer, text)[1] == (), text
