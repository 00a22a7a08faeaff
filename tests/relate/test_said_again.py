"""Without these, a statement that no frame holds stands alone, however often it is made; or mere words join two."""

from dataclasses import replace

import pytest

from counterclaim.model import Claim, RelationKind, Stance
from counterclaim.relate import relate

KILN = "the old kiln behind the mill was lit by two carters from the ferry"


def found(world, *claims: Claim, origins: dict[str, str] | None = None) -> set[RelationKind]:
    return {relation.kind for relation in relate(claims, world.places, origins or {})}


@pytest.mark.parametrize(
    ("again", "told_again"),
    [
        ("two carters lit the old kiln at dawn, just behind the mill", True),
        ("two carters never lit the old kiln behind the mill", False),
        ("14 carters lit the old kiln behind the mill", False),
        ("the carters of the ferry have bought a horse", False),
    ],
)
def test_one_claimant_is_quoted_twice_in_other_words(world, again, told_again):
    first = world.claim("adar", content=KILN, article="a-1")
    second = world.claim("adar", content=again, article="a-2", day="2031-04-03")
    assert found(world, first, second) == ({RelationKind.REPEATS} if told_again else set())


def test_what_was_said_two_weeks_before_needs_the_very_words(world):
    first = world.claim("adar", content=KILN, article="a-1")
    later = "two carters lit the old kiln at dawn, just behind the mill"
    assert not found(world, first, world.claim("adar", content=later, article="a-2", day="2031-04-20"))
    assert found(world, first, world.claim("adar", content=KILN, article="a-2", day="2031-04-20"))


@pytest.mark.parametrize(
    ("again", "shared"),
    [
        ("two carters lit the old kiln at dawn, just behind the mill", True),
        ("nobody lit the old kiln behind the mill, least of all two carters", False),
        (KILN, False),
        ("I lit the old kiln at dawn, just behind the mill, with two carters", False),
    ],
)
def test_two_who_say_the_same_in_nearly_the_same_words_share_it(world, again, shared):
    """A whole sentence word for word is one that two reports lay to two people."""
    first = world.claim("adar", content=KILN, article="a-1")
    second = world.claim("hale", content=again, article="a-2")
    assert found(world, first, second) == ({RelationKind.CORROBORATES} if shared else set())
    assert found(world, first, second, origins={"a-1": "o", "a-2": "o"}) == set()


def test_one_fort_taken_is_not_another(world):
    first = world.claim("adar", content="League troops took Harrow by noon", article="a-1")
    second = world.claim("hale", content="League troops took Velsen by noon", article="a-2")
    assert not found(world, first, second)


def test_a_number_alone_is_no_shared_statement(world):
    first = world.claim("adar", content="the number of homeless at 30,000", article="a-1")
    second = world.claim("hale", content="30,000 is a number for the books", article="a-2")
    assert not found(world, first, second)


def test_what_is_foretold_is_not_what_is_reported(world):
    first = replace(world.claim("adar", content=KILN, article="a-1"), stance=Stance.PREDICTS)
    second = world.claim("hale", content="two carters lit the old kiln at dawn, just behind the mill", article="a-2")
    assert not found(world, first, second)
