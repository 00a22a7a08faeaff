"""Which country words speak for: a wrong side turns a ministry's friend into its enemy."""

import pytest

from counterclaim.entities.nations import OwnCountry, adjectives_of, shipped

WORLD = shipped()


@pytest.mark.parametrize(
    ("words", "country"),
    [
        ("Ukrainian deputy minister", "Ukraine"),
        ("Kremlin spokesman", "Russia"),
        ("the U.S. military", "United States"),
        ("South African envoy", "South Africa"),
        ("North Korean pilots", "North Korea"),
        ("minister of the Ivory Coast", "Ivory Coast"),
        ("Welsh first minister", "United Kingdom"),
        ("Kyiv's mayor", "Ukraine"),
        ("the Netherlands' navy", "Netherlands"),
        ("the Moscow-installed mayor of a Ukrainian port", "Russia"),
        ("the Houthi-run health ministry", "Houthis"),
        ("Bosnian Serb commander", "Bosnian Serbs"),
        ("a Russian-speaking doctor", None),
        ("Moscow-backed rebels", None),
        ("the U.S.-backed forces", None),
        ("the U.S.-backed government", "United States"),
        ("a baker", None),
        ("turkey farmers", None),
    ],
)
def test_side(words, country):
    assert WORLD.side_in(words) == country


def test_states_and_bodies():
    assert WORLD.state_speaking("Moscow") == "Russia"
    assert WORLD.state_speaking("the United States") == "United States"
    assert WORLD.state_speaking("the Kremlin") is None
    assert WORLD.is_seat("The Kremlin")
    assert WORLD.named("Britain") == "United Kingdom"
    assert WORLD.of_adjective("Ukrainians") == "Ukraine"
    assert WORLD.of_capital("Kiev") == WORLD.of_capital("Kyiv") == "Ukraine"


def test_codes():
    assert [WORLD.of_code(code) for code in ("GB", "ua", "PS", "XX")] == [
        "United Kingdom",
        "Ukraine",
        "Palestine",
        None,
    ]


def test_a_movement_is_a_side_but_no_state():
    assert WORLD.of_party("Houthi") == WORLD.side_in("Houthi rebels") == "Houthis"
    assert WORLD.is_party("Houthis")
    assert WORLD.state_speaking("Hamas") is None


@pytest.mark.parametrize(
    ("country", "adjective"),
    [
        ("Freedonia", "Freedonian"),
        ("Sylvana", "Sylvanan"),
        ("Grandistan", "Grandistani"),
        ("Zubrowland", "Zubrowlandic"),
        ("Tarvon", "Tarvonian"),
        ("Elbone", "Elbonian"),
        ("Brevant", "Brevantine"),
        ("Morstane", "Morstani"),
    ],
)
def test_an_own_country_has_the_adjective_that_english_forms(country, adjective):
    assert adjective in adjectives_of(country)
    own = WORLD.plus([OwnCountry(country)])
    assert own.side_in(f"the {adjective} army") == own.side_in(f"{country}'s army") == country
    assert own.of_adjective(f"{adjective}s") == country


def test_what_the_user_says_of_a_country_wins():
    own = WORLD.plus([OwnCountry("Tarvon", ("Tarvonia",), ("Tarvish",), ("Port Ulm",)), OwnCountry("Ukraine")])
    assert own.of_adjective("Tarvish") == own.named("Tarvonia") == own.state_speaking("Port Ulm") == "Tarvon"
    assert own.of_adjective("Tarvonian") is None
    assert own.of_adjective("Ukrainian") == own.named("Ukraine") == "Ukraine"
    assert WORLD.named("Tarvon") is None
