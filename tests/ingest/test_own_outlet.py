"""An outlet that is taken for an agency would be counted as a second voice."""

import pytest

from counterclaim.ingest.page.publisher import first_publisher, rights_holder, same_outlet


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("The Crossing", "Crossing", True),
        ("CROSSING", "Crossing News", True),
        ("NP", "Northern Post News", True),
        ("Northern Post", "NP", True),
        ("The Northern Post", "NP", True),
        ("NP", "NP", True),
        ("Northern Post", "Northern Star", False),
        ("NP", "Southern Post", False),
        ("", "Northern Post", False),
        ("Post", "Northern Post", False),
    ],
)
def test_two_names_of_one_outlet(one: str, other: str, same: bool) -> None:
    assert same_outlet(one, other) is same


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("© 2024 Orsk Daily. All rights reserved.", "Orsk Daily"),
        ("Copyright © 2019-2024 The Orsk Daily LLC", "The Orsk Daily"),
        ("© Orsk Daily(www.example.org). All rights reserved.", "Orsk Daily"),
        ("Copyright 2024", None),
        ("© 2024. All rights reserved.", None),
        ("© Orsk Daily / Jon Aske", None),
        ("All rights reserved.", None),
    ],
)
def test_who_holds_the_rights(words: str, name: str | None) -> None:
    assert rights_holder(words) == name


def test_where_a_report_was_first_published() -> None:
    assert first_publisher("The post Bridge open appeared first on Orsk Daily.") == "Orsk Daily"
    assert first_publisher("This story was originally published by Orsk Daily") == "Orsk Daily"
    assert first_publisher("It was published in the spring.") is None
