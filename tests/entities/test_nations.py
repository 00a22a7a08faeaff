"""Which country words speak for: a wrong side turns a ministry's friend into its enemy."""

import pytest

from counterclaim.entities.nations import (
    country_named,
    country_of_adjective,
    country_of_capital,
    country_of_code,
    is_seat,
    side_in,
    state_speaking,
)


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
        ("a baker", None),
        ("turkey farmers", None),
    ],
)
def test_side(words, country):
    assert side_in(words) == country


def test_states_and_bodies():
    assert state_speaking("Moscow") == "Russia"
    assert state_speaking("the United States") == "United States"
    assert state_speaking("the Kremlin") is None
    assert is_seat("The Kremlin")
    assert country_named("Britain") == "United Kingdom"
    assert country_of_adjective("Ukrainians") == "Ukraine"
    assert country_of_capital("Kiev") == country_of_capital("Kyiv") == "Ukraine"


def test_codes():
    assert [country_of_code(code) for code in ("GB", "ua", "PS", "XX")] == [
        "United Kingdom",
        "Ukraine",
        "Palestine",
        None,
    ]
