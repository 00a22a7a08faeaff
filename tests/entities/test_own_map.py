"""A war that no general list knows: its states, ministries and towns come from the user's own gazetteer alone.

Without it an analyst of a small or unrecognized state reads persons where its nations speak, and ministries without a
side.
"""

import re
from collections.abc import Callable

import pytest
from tests.entities.conftest import attributions_in

from counterclaim.entities import Gazetteer, resolve, unify
from counterclaim.model import Article, Block, BlockKind, Cast, Entity, EntityKind, Provenance, Run, Span
from counterclaim.syntax import Parser

MAP = """name,lat,lon,kind,country,within,names,adjectives,capital
Tarvia,10,20,country,,,,,
Orven,11,21,country,,,Orvenland,Orvish,
Sholm,10.1,20.1,town,Tarvia,Tarvia,,,yes
Velk,11.1,21.1,town,Orven,Orven,,,yes
Lower district,10.2,20.2,district,Tarvia,Tarvia,Lower,,
Gratz Mill,10.3,20.3,town,Tarvia,Lower district,,,no
Sholm railway yard,10.11,20.11,point,Tarvia,Sholm,,,
grain dock,10.12,20.12,point,Tarvia,Sholm,,,
Upper Sarn,12,22,region,Tarvia,Tarvia,,,
Karst,12.1,22.1,town,Tarvia,Upper Sarn,,,
Dolen,12.2,22.2,town,Tarvia,Upper Sarn,,,
Tessel bridge,12.3,22.3,point,Tarvia,Upper Sarn,,,
"""
Reads = Callable[..., Cast]


@pytest.fixture(scope="module")
def reads(parser: Parser, tmp_path_factory: pytest.TempPathFactory) -> Reads:
    path = tmp_path_factory.mktemp("map") / "own.csv"
    path.write_text(MAP, encoding="utf-8")
    gazetteer = Gazetteer.load(path)

    def read(text: str, *said: tuple[str, str, str], dateline: int = 0, headline: int = 0) -> Cast:
        blocks = tuple(Block(Span(m.start(), m.end()), BlockKind.PARAGRAPH) for m in re.finditer(r"\S[^\n]*", text))
        article = Article(
            "own.txt", text, blocks, Provenance("own.txt", "text/plain", "0" * 64), (Run(0, 0, len(text)),),
            dateline=Span(0, dateline) if dateline else None, outlet="Sholm Bugle",
        )  # fmt: skip
        return resolve(parser.parse(article), attributions_in(text, said), gazetteer)

    return read


def entity(cast: Cast, name: str) -> Entity:
    return next(e for e in cast.entities if name in e.names)


def test_an_own_country_speaks_as_a_state(reads: Reads) -> None:
    cast = reads("Tarvia denied it. Tarvia said more. Velk kept silent.", ("Tarvia", "denied", "it"))
    speaker = cast.speakers[0]
    assert speaker is not None
    assert (speaker.name, speaker.kind) == ("Tarvia", EntityKind.PLACE)
    assert not [e for e in cast.entities if e.kind is EntityKind.PERSON]


def test_offices_of_own_countries_have_sides(reads: Reads) -> None:
    cast = reads(
        "Ada Kohl, the Tarvian deputy defence minister, spoke first. Orven's president, Leo Brandt, answered. "
        "Nils Oder, spokesman for the Orvish army, agreed."
    )
    assert [entity(cast, name).side for name in ("Ada Kohl", "Leo Brandt", "Nils Oder")] == ["Tarvia", "Orven", "Orven"]
    assert dict(cast.nations) == {"Tarvian": "Tarvia", "Orvish": "Orven"}


def test_a_ministry_is_one_body_however_it_is_called(reads: Reads) -> None:
    ways = ["Orven's defence ministry", "Orven’s defence ministry", "the ministry of Defence of Orven",
            "the Orvish defence ministry", "Orvish Ministry of Defense"]  # fmt: skip
    pairs = [
        (f"a{at}", e)
        for at, way in enumerate(ways)
        for e in reads(f"Late on Monday {way} said that rain fell.", (way, "said", "rain fell")).entities
    ]
    bodies = [e for e in unify(pairs)[0] if e.kind is EntityKind.ORGANIZATION]
    assert [body.side for body in bodies] == ["Orven"], [body.names for body in bodies]


def test_the_ministry_is_the_one_that_the_article_names(reads: Reads) -> None:
    text = "A note from Orven's defence ministry came on Monday. “It rains,” the ministry wrote."
    cast = reads(text, ("the ministry", "wrote", "It rains"))
    assert entity(cast, "ministry").side == "Orven"


def test_of_two_ministries_neither_is_guessed(reads: Reads) -> None:
    text = (
        "Notes from Orven's defence ministry and the Tarvian defence ministry came. A defence ministry wrote: it rains."
    )
    cast = reads(text, ("A defence ministry", "wrote", "it rains"))
    assert entity(cast, "defence ministry").side is None


def test_a_capital_in_the_dateline_tells_whose_ministry_it_is(reads: Reads) -> None:
    text = "VELK, May 3. The defence ministry said that rain fell."
    cast = reads(text, ("The defence ministry", "said", "rain fell"), dateline=12)
    assert entity(cast, "defence ministry").side == "Orven"


def test_the_dateline_names_a_place_and_no_person(reads: Reads) -> None:
    cast = reads("GRATZ MILL, May 3. Rain fell on the hills.", dateline=18)
    assert [(e.kind, e.name) for e in cast.entities if "GRATZ MILL" in e.names] == [(EntityKind.PLACE, "Gratz Mill")]


def test_the_town_before_an_office_that_speaks_is_no_person(reads: Reads) -> None:
    cast = reads("Sappers leave Sholm, commander says. Ada Kohl left Sholm in May. Nobody left Sholm since.")
    assert entity(cast, "Sholm").kind is EntityKind.PLACE


def test_a_governor_stands_where_the_words_put_his_district(reads: Reads) -> None:
    cast = reads("Men fled from Tarvia's Lower district. Jan Ebel, the district's governor, said nothing.")
    assert entity(cast, "Jan Ebel").side == "Tarvia"


def test_an_imposed_governor_stands_with_those_who_imposed_him(reads: Reads) -> None:
    cast = reads("Men fled from the Tarvian Lower district. Jan Ebel, the Velk-installed governor, said nothing.")
    assert entity(cast, "Jan Ebel").side == "Orven"


def test_a_mayor_has_no_side_by_the_map_alone(reads: Reads) -> None:
    cast = reads("Eva Marsh, mayor of Gratz Mill, said nothing about Tarvia.")
    assert entity(cast, "Eva Marsh").side is None


def test_a_group_is_known_again_by_the_words_that_introduced_it(reads: Reads) -> None:
    text = "The aid group Warm Bread came to Sholm. “It rains,” the aid group said."
    cast = reads(text, ("the aid group", "said", "It rains"))
    speaker = cast.speakers[0]
    assert speaker is not None
    assert (speaker.name, speaker.kind) == ("Warm Bread", EntityKind.ORGANIZATION)


def test_the_outlet_is_a_body(reads: Reads) -> None:
    assert entity(reads("“It rains,” Ada Kohl told the Bugle on Monday."), "Bugle").kind is EntityKind.ORGANIZATION


def test_a_field_of_government_is_no_name(reads: Reads) -> None:
    cast = reads("Ada Kohl, vice minister of Defence of Tarvia, spoke. Leo Brandt, the Secretary of State, did not.")
    assert not [e.name for e in cast.entities if e.kind is EntityKind.ORGANIZATION]
    assert entity(cast, "Ada Kohl").side == "Tarvia"


def test_nobody_says_anything(reads: Reads) -> None:
    text = "The evidence says that rain fell. Nobody says that snow fell."
    cast = reads(text, ("The evidence", "says", "rain fell"), ("Nobody", "says", "snow fell"))
    assert cast.speakers == (None, None)


def test_words_behind_the_verb_name_the_speaker(reads: Reads) -> None:
    text = 'Tarvia was calm. "Rain falls", wrote on Telegram Ada Kohl, minister of Tarvia.'
    cast = reads(text, ("", "wrote", "Rain falls"))
    assert [ref.name if ref else None for ref in cast.speakers] == ["Ada Kohl"]


def test_a_movement_is_no_town(reads: Reads) -> None:
    cast = reads("A spokesman for Hamas spoke in Sholm. Fighters of Hamas left Gaza on Monday.")
    assert not [e.name for e in cast.entities if e.kind is EntityKind.PLACE and "Hamas" in e.names]


def test_a_river_is_not_the_district_of_its_name(reads: Reads) -> None:
    cast = reads("Boats lay on the Lower river and in Sholm. Men swam in the river Lower.")
    assert [e.name for e in cast.entities if e.kind is EntityKind.PLACE] == ["Sholm"]


@pytest.mark.parametrize(
    ("ministry", "name"),
    [
        ("the foreign ministry in Velk", "Orven's foreign ministry"),  # a description is named with its state
        ("the Foreign Ministry in Velk", "Foreign Ministry"),
    ],
)
@pytest.mark.parametrize("opening", ["", "A spokesman for "])
def test_a_ministry_in_a_capital_is_that_states(reads: Reads, ministry: str, name: str, opening: str) -> None:
    source = f"{opening}{ministry}"
    cast = reads(f"Late on Monday, {source} said that rain fell.", (source, "said", "rain fell"))
    speaker = cast.speakers[0]
    assert speaker is not None
    body = entity(cast, speaker.name)
    assert (body.kind, body.name, body.side) == (EntityKind.ORGANIZATION, name, "Orven")


def test_a_ministry_in_a_capital_is_the_one_of_other_reports(reads: Reads) -> None:
    ways = ["the defence ministry in Velk", "Orven's defence ministry"]
    pairs = [
        (f"a{at}", e)
        for at, way in enumerate(ways)
        for e in reads(f"Late on Monday {way} said that rain fell.", (way, "said", "rain fell")).entities
    ]
    assert len([e for e in unify(pairs)[0] if e.kind is EntityKind.ORGANIZATION]) == 1


@pytest.mark.parametrize(
    ("body", "side"),
    [
        ("the Tarvian foreign ministry in Velk", "Tarvia"),  # it has its own word for whose it is
        ("the finance ministry in Gratz Mill", None),  # no capital
    ],
)
def test_a_ministry_in_a_town_is_not_told_by_it(reads: Reads, body: str, side: str | None) -> None:
    cast = reads(f"Late on Monday {body} said that rain fell.", (body, "said", "rain fell"))
    speaker = cast.speakers[0]
    assert speaker is not None
    assert entity(cast, speaker.name).side == side


def test_the_police_in_a_capital_are_not_named_without_it(reads: Reads) -> None:
    cast = reads("Late on Monday police in Velk said that rain fell.", ("police in Velk", "said", "rain fell"))
    speaker = cast.speakers[0]
    assert speaker is not None
    assert speaker.name == "police in Velk"


def mentioned(cast: Cast, text: str) -> list[tuple[str, str]]:
    names = {e.id: e.name for e in cast.entities if e.kind is EntityKind.PLACE}
    return [(names[m.entity], m.span.of(text)) for m in cast.mentions if m.kind is EntityKind.PLACE]


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("the Sholm railway yard", ("Sholm railway yard", "Sholm railway yard")),
        ("Sholm's railway yard", ("Sholm railway yard", "Sholm's railway yard")),
        ("the grain dock", ("grain dock", "grain dock")),
        ("the Sholm railway bridge", ("Sholm", "Sholm")),  # no row of the map
        ("the railway yard", None),  # the row has the town's name in it
        ("the Sholm railway", ("Sholm", "Sholm")),
    ],
)
def test_a_site_is_the_place_that_the_own_map_has_for_its_whole_name(
    reads: Reads, words: str, place: tuple[str, str] | None
) -> None:
    text = f"Late on Monday men held {words} and lit a fire."
    assert mentioned(reads(text), text) == ([place] if place else [])


def test_the_province_is_that_of_the_towns_that_are_named(reads: Reads) -> None:
    """Else a toll for the province has no place, and is held against no other."""
    cast = reads("Floods reached Karst and Dolen on Monday. Forty people have died in the province.")
    region = entity(cast, "Upper Sarn")
    assert [m.surface for m in cast.mentions if m.entity == region.id] == ["province"]
    named = reads("Floods reached Karst and Sholm on Monday. Forty people have died in the Lower district.")
    assert all("Upper Sarn" not in e.names for e in named.entities)


def test_part_of_a_bridges_name_is_nobody(reads: Reads) -> None:
    cast = reads("Soldiers crossed the Tessel bridge. The Tessel bridge is mined.")
    assert all("Tessel" not in e.names for e in cast.entities)


@pytest.mark.parametrize(
    ("text", "site"),
    [
        ("Men held Sholm. Soldiers took the railway yard on Monday.", "railway yard"),
        ("Men held Sholm. Soldiers took the main yard and the mill.", "yard"),
        ("Sholm and its railway yard are quiet.", "railway yard"),
        ("Men held Sholm. Soldiers took a railway yard.", None),
        ("Men held Sholm. Soldiers took the timber yard.", None),  # another yard
        ("Men held Sholm and a timber yard. Soldiers took the yard.", None),
        ("Men held Sholm. Soldiers took the railway yard in Karst.", None),
        ("Men held Sholm and a timber yard. Soldiers took the railway yard.", "railway yard"),
        ("Sholm rose in May, Sholm fell in June. Then in Dolen soldiers took the railway yard.", "railway yard"),
        ("Men held Karst and Dolen. Soldiers took the railway yard.", None),  # of a town that nobody speaks of
    ],
)
def test_a_site_of_the_town_that_is_spoken_of_is_known_by_its_noun_alone(
    reads: Reads, text: str, site: str | None
) -> None:
    found = [words for name, words in mentioned(reads(text), text) if name == "Sholm railway yard"]
    assert found == ([site] if site else [])


def test_two_states_ministries_in_capitals_are_two(reads: Reads) -> None:
    """Else both sides of a war speak with one mouth, for the tagger parts the owner from the name."""
    text = "Armenia's Defence Ministry wrote that it rains. Azerbaijan's Defence Ministry wrote that it snows."
    cast = reads(
        text,
        ("Armenia's Defence Ministry", "wrote", "it rains"),
        ("Azerbaijan's Defence Ministry", "wrote", "it snows"),
    )
    assert [entity(cast, speaker.name).side for speaker in cast.speakers] == ["Armenia", "Azerbaijan"]
    assert [speaker.name for speaker in cast.speakers] == [
        "Armenia's Defence Ministry",
        "Azerbaijan's Defence Ministry",
    ]
