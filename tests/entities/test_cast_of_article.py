"""Everyone an article names: a missed or mistyped name is a claimant nobody can look up."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counterclaim.model import EntityKind

ROLES = [
    ("Norwegian fisheries minister Liv Aas spoke.", "Liv Aas", "Norwegian fisheries minister", "Norway"),
    ("Liv Aas, the Norwegian fisheries minister, spoke.", "Liv Aas", "the Norwegian fisheries minister", "Norway"),
    (
        "The minister of fisheries of Norway, Liv Aas, spoke.",
        "Liv Aas",
        "The minister of fisheries of Norway",
        "Norway",
    ),
    (
        "Liv Aas, head of the Chilean shipping company Austral Lines, spoke.",
        "Liv Aas",
        "head of the Chilean shipping company Austral Lines",
        "Chile",
    ),
    ("Austral Lines’s chief Liv Aas spoke.", "Liv Aas", "Austral Lines’s chief", None),
    ("Kremlin adviser Liv Aas spoke.", "Liv Aas", "Kremlin adviser", "Russia"),
    ("Liv Aas is the mayor of the town.", "Liv Aas", "the mayor of the town", None),
]


@pytest.mark.parametrize(("text", "name", "role", "side"), ROLES, ids=lambda value: str(value)[:30])
def test_role_and_side_are_as_the_text_says(scene, text, name, role, side):
    entity = scene(text).entity(name)
    assert role in entity.roles
    assert entity.side == side


def test_how_many_is_no_office(scene):
    """Else "according to NAME, 640 soldiers of the other side were killed" makes him one of them."""
    entity = scene("Liv Aas spoke. According to Liv Aas, 640 Chilean soldiers were killed.").entity("Liv Aas")
    assert entity.roles == ()
    assert entity.side is None


def test_a_side_is_never_guessed_from_a_name(scene):
    assert scene("Giovanni Rossi said it rained. Giovanni Rossi, a baker, slept.").entity("Giovanni Rossi").side is None


def test_surname_and_full_name_are_one_person(scene):
    resolved = scene("Liv Aas spoke. Later Aas left. Nobody saw Liv Aas again.")
    assert [e.names for e in resolved.cast.entities if e.kind is EntityKind.PERSON] == [("Liv Aas", "Aas")]
    assert resolved.entity("Liv Aas").reasons


def test_a_feast_is_nobody(scene):
    resolved = scene("Nils Aas said that two people were killed on New Year's Eve. The New Year began with snow.")
    assert [e.name for e in resolved.cast.entities] == ["Nils Aas"]


def test_of_two_namesakes_the_office_beside_the_surname_says_which(scene):
    resolved = scene(
        "Fisheries Minister Liv Aas met Transport Minister Nils Aas on Monday. Fisheries Minister Aas went home. "
        "Nobody saw Transport Minister Aas again."
    )
    assert resolved.entity("Liv Aas").roles == ("Fisheries Minister",)
    assert resolved.entity("Nils Aas").roles == ("Transport Minister",)


def test_bodies_keep_all_forms_with_article(scene):
    resolved = scene(
        "The Norwegian Ministry of Fisheries met the Velmar Group on Monday. On Friday Velmar gave in. "
        "Later the Ministry of Fisheries gave in."
    )
    ministry = resolved.entity("Norwegian Ministry of Fisheries")
    assert {"The Norwegian Ministry of Fisheries", "the Ministry of Fisheries"} <= set(ministry.names)
    assert ministry.side == "Norway"
    assert {"Velmar", "Velmar Group", "the Velmar Group"} <= set(resolved.entity("Velmar Group").names)


def test_initials_in_brackets_are_the_same_body(scene):
    resolved = scene("The Society for Deep Sea Rescue (SDSR) was called. Later the SDSR sent a boat.")
    assert {"SDSR", "the SDSR"} <= set(resolved.entity("Society for Deep Sea Rescue").names)


def test_ministries_of_two_countries_stay_two(scene):
    resolved = scene(
        "The Norwegian Ministry of Fisheries said no. The Danish Ministry of Fisheries said yes to the plan on Monday."
    )
    assert {"Norwegian Ministry of Fisheries", "Danish Ministry of Fisheries"} <= set(resolved.names)


def test_bodies_and_persons_are_told_apart(scene):
    resolved = scene(
        "The Kremlin met the Bank of Estonia and Airbus Group in May. "
        "Carla Nuñez, who founded the Iron Road Union, came too."
    )
    kinds = {e.name: e.kind for e in resolved.cast.entities}
    assert kinds["Kremlin"] is kinds["Bank of Estonia"] is kinds["Iron Road Union"] is EntityKind.ORGANIZATION
    assert kinds["Carla Nuñez"] is EntityKind.PERSON


def test_a_headline_in_capitals_makes_no_names_up(scene):
    resolved = scene(
        "Minister Warns Fishing Fleet Over Cod Quotas Again\nLiv Aas, the minister, warned the fleet on Monday."
    )
    assert not [n for n in resolved.names if "Warns" in n or "Quotas" in n]


def test_a_ministry_only_one_man_speaks_of_is_marked_with_him(scene):
    text = "Olav Berg said that the Ministry of Defense sent no boats."
    resolved = scene(text, ("Olav Berg", "said", "the Ministry of Defense sent no boats"))
    assert resolved.entity("Ministry of Defense").within == (resolved.entity("Olav Berg").id,)


NAMES = ["Liv Aas", "the Orion Group", "Norwegian", "Olav Berg", "Jr.", "(OG)", "Paris", "MONDAY", "U.S."]
WORDS = st.sampled_from(
    [*NAMES, "said", "minister", ",", ".", "“", "”", "he", "’s", "spokesman", "of", "and", "in", "\n", "was"]
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(WORDS, min_size=1, max_size=40))
def test_mentions_stand_where_they_say(scene, words):
    text = " ".join(words)
    resolved = scene(text)
    ids = {entity.id for entity in resolved.cast.entities}
    assert len(ids) == len(resolved.cast.entities)
    for mention in resolved.cast.mentions:
        assert mention.span.of(text) == mention.surface
        assert mention.entity in ids
    for entity in resolved.cast.entities:
        assert entity.name
        assert entity.names


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(WORDS, min_size=3, max_size=30))
def test_any_source_words_resolve_without_harm(scene, words):
    text = "Liv Aas said that fish were few. " + " ".join(words).replace("\n", " ") + " said it rained."
    resolved = scene(
        text, ("Liv Aas", "said", "fish were few"), (" ".join(words).replace("\n", " "), "said", "it rained")
    )
    assert len(resolved.cast.speakers) == len(resolved.cast.relays) == 2
    for ref in resolved.cast.speakers:
        assert ref is None or (ref.name and resolved.cast.entity(ref.entity or ""))


def test_a_town_whose_police_is_named_stays_a_town(scene):
    resolved = scene(
        "The Chicago Police Department closed the street. Chicago sleeps late. Nobody left Chicago that night."
    )
    kinds = {e.kind for e in resolved.cast.entities if "Chicago" in e.names}
    assert kinds == {EntityKind.PLACE}


def test_a_road_is_no_person(scene):
    resolved = scene("The car of Dean, Lower Mill Road, was found on Monday. Lower Mill Road was closed to Ada Holm.")
    assert [e.name for e in resolved.cast.entities if e.kind is EntityKind.PERSON] == ["Ada Holm"]


def test_a_paper_is_not_the_town_in_its_name(scene):
    resolved = scene("The Tarnholm Gazette reported that two boats sank. The Gazette knew no more.")
    bodies = [e.names for e in resolved.cast.entities if e.kind is EntityKind.ORGANIZATION]
    assert bodies == [("Tarnholm Gazette", "Gazette", "The Tarnholm Gazette", "The Gazette")]
    assert "Tarnholm" not in resolved.names


def test_the_post_is_neither_of_two_posts(scene):
    resolved = scene("The Selde Post and the Brevnik Post reported a storm. The Post knew no more.")
    assert not [e for e in resolved.cast.entities if "Post" in e.names and e.name != "Post"]


def test_the_news_is_no_papers_name(scene):
    resolved = scene("Selde News reported a storm. The News was read by all, Liv Aas said.")
    assert "News" not in resolved.entity("Selde News").names


def test_no_paper_is_the_police(scene):
    resolved = scene(
        "Two boats sank, the Ostrand Herald reported. The police said that nobody was saved.",
        ("the Ostrand Herald", "reported", "Two boats sank"),
        ("The police", "said", "nobody was saved"),
    )
    assert resolved.speakers == ["Ostrand Herald", "police"]


COGNATES = [
    ("Oleksandr Hrynko added that boats sail.", True),
    ("The deputy minister, Oleksandr Hrynko, added that boats sail.", True),
    ("Dentist Oleksandr Hrynko added that boats sail.", False),
    ("Oleksandr Hrynko, a dentist, added that boats sail.", False),
    ("His rival Oleksandr Hrynko added that boats sail.", False),
    ("Oleksandra Hrynko added that boats sail.", False),
    ("Oleksandr Hrynchuk added that boats sail.", False),
]


@pytest.mark.parametrize(("then", "one"), COGNATES)
def test_a_name_in_another_tongue_is_the_same_man_where_nobody_new_is_introduced(scene, then, one):
    resolved = scene(f"Alexander Grynko, the deputy minister, said the pier was safe. {then}")
    assert len([e for e in resolved.cast.entities if e.kind is EntityKind.PERSON]) == (1 if one else 2)


def test_a_cognate_that_may_be_either_of_two_is_neither(scene):
    resolved = scene("Alexander Grynko and Aliaksandr Hrynko, a dentist, met. Oleksandr Hrynko added that boats sail.")
    assert len([e for e in resolved.cast.entities if e.kind is EntityKind.PERSON]) == 3


@pytest.mark.parametrize(
    ("body", "side"),
    [
        ("The General Staff of the Peruvian armed forces", "Peru"),
        ("The General Staff of the Peruvian Armed Forces", "Peru"),
        ("The General Staff of Peru", "Peru"),
        ("The General Staff of the armed forces", None),
        ("The General Staff of the Peruvian scouts", None),
    ],
)
def test_a_staff_is_on_the_side_of_its_forces(scene, body, side):
    resolved = scene(f"{body} said that two boats sank.")
    assert resolved.cast.entities[0].kind is EntityKind.ORGANIZATION
    assert resolved.cast.entities[0].side == side


SOUNDS = [
    ("New Jersey senator Liv Aas spoke in Newark.", None),
    ("New Mexico governor Liv Aas spoke in Santa Fe.", None),
    ("British Columbia premier Liv Aas spoke in Vancouver.", None),
    ("Georgia governor Liv Aas spoke in Atlanta. Neither Georgia nor Alabama has rain.", None),
    ("Georgia's president Liv Aas spoke in Tbilisi.", "Georgia"),
    ("Paris mayor Liv Aas said that Paris, Texas, is dry.", None),
    ("Paris mayor Liv Aas said that Paris is dry.", "France"),
    ("Northern Ireland secretary Liv Aas spoke.", "United Kingdom"),
    ("Jersey's chief minister Liv Aas spoke in Saint Helier.", "Jersey"),
]


@pytest.mark.parametrize(("text", "side"), SOUNDS)
def test_a_region_that_sounds_like_a_country_gives_nobody_its_side(scene, text, side):
    assert scene(text).entity("Liv Aas").side == side


def test_two_first_names_are_the_bearer_of_both(scene):
    resolved = scene("Anne Marie Lunde said that the hall was full. Anne Marie said more.")
    assert resolved.entity("Anne Marie Lunde").names == ("Anne Marie Lunde", "Anne Marie")


def test_a_family_name_of_two_words_is_its_bearers(scene):
    resolved = scene("Samir Abu Daran, a teacher, said that the hall was full. Abu Daran said more.")
    assert resolved.entity("Samir Abu Daran").names == ("Samir Abu Daran", "Abu Daran")


@pytest.mark.parametrize("name", ["Han Su-min", "Park Geun-ah", "Moon Jae-in", "Lee Jae-hyun"])
def test_a_name_does_not_end_at_its_hyphen(scene, name):
    resolved = scene(f"President {name} said that the line was quiet. {name} also condemned the strike.")
    assert [e.name for e in resolved.cast.entities if e.kind is EntityKind.PERSON] == [name]


def test_the_end_of_an_office_is_no_first_name(scene):
    resolved = scene("Liv Aas spoke. Later the Minister of Trade and Cooperation Liv Aas left. Mary Liv Aas stayed.")
    assert [e.name for e in resolved.cast.entities if e.kind is EntityKind.PERSON] == ["Liv Aas", "Mary Liv Aas"]


@pytest.mark.parametrize("thing", ["Thanksgiving Day", "Central European Time", "The Privacy Policy", "The Selde Plan"])
def test_a_thing_with_a_name_is_no_person(scene, thing):
    resolved = scene(f"{thing} came with the war, Liv Aas said. {thing} was all that she had.")
    assert [e.name for e in resolved.cast.entities if e.kind is EntityKind.PERSON] == ["Liv Aas"]


def test_no_role_reaches_over_a_dash(scene):
    resolved = scene("There were two claims - Norwegian fisheries minister Liv Aas made the first.")
    assert resolved.entity("Liv Aas").roles == ("Norwegian fisheries minister",)


def test_a_role_with_another_name_in_it_is_the_others(scene):
    resolved = scene("Among them was Liv Aas, shadow fisheries minister Nils Holm and party spokesman Leo Brandt.")
    assert not resolved.entity("Liv Aas").roles
    resolved = scene("Among them was Liv Aas, adviser to fisheries minister Nils Holm.")
    assert resolved.entity("Liv Aas").roles == ("adviser to fisheries minister Nils Holm",)


def test_a_foundation_is_not_the_firm_whose_name_it_bears(scene):
    resolved = scene("Norvik gave nothing. The Norvik Foundation gave little. Norvik Group said that was enough.")
    names = {e.name: set(e.names) for e in resolved.cast.entities if e.kind is EntityKind.ORGANIZATION}
    assert "Norvik" not in names.get("Norvik Foundation", set())
