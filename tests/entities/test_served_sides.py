"""Whose side somebody is on by the body he speaks for: without it "we took the town" is held by nobody."""

import pytest

SERVING = [
    ("Peru's army left Iquitos. Army spokesman Luis Vega confirmed it on Monday.", "Luis Vega", "Peru"),
    ("Peru's army left Iquitos. Military spokesman Luis Vega confirmed it on Monday.", "Luis Vega", "Peru"),
    ("Peru's army spokesman, General Luis Vega, confirmed it on Monday.", "Luis Vega", "Peru"),
    ("Boko Haram left the island. Boko Haram commander Luis Vega confirmed it on Monday.", "Luis Vega", "Boko Haram"),
    ("Boko Haram denied it. Its leader, Luis Vega, wants talks.", "Luis Vega", "Boko Haram"),
    ("Boko Haram denied it.\nSpokesman Luis Vega wants talks.", "Luis Vega", None),
    ("Peru's army left Iquitos. Military analyst Luis Vega confirmed it on Monday.", "Luis Vega", None),
    (
        "Chile's foreign ministry denied it. Luis Vega, spokesman for the defence ministry, wants talks.",
        "Luis Vega",
        None,
    ),
    ("Chile's foreign ministry denied it. Luis Vega, a spokesman for Peru's army, wants talks.", "Luis Vega", "Peru"),
    ("Chile's foreign ministry denied it. Luis Vega, the ministry's spokesman, wants talks.", "Luis Vega", "Chile"),
    ("Peru's defence ministry denied it. Defence Minister Luis Vega confirmed it on Monday.", "Luis Vega", None),
    ("The Peruvian Commander-in-Chief General Luis Vega confirmed it on Monday.", "Luis Vega", "Peru"),
    ("The armies of Peru and Chile met. Army spokesman Luis Vega confirmed it on Monday.", "Luis Vega", None),
]


@pytest.mark.parametrize(("text", "name", "side"), SERVING, ids=lambda value: str(value)[:40])
def test_who_speaks_for_a_body_is_on_its_side(scene, text, name, side):
    assert scene(text).entity(name).side == side


def test_the_military_is_the_army_and_never_the_movement_that_spoke_before(scene):
    text = "Sudan's army lost the base. The Rapid Support Forces said 40 men fell. The military said 4 men fell."
    said = (("The Rapid Support Forces", "said", "40 men fell"), ("The military", "said", "4 men fell"))
    resolved = scene(text, *said)
    movement, army = resolved.ref(0), resolved.ref(1)
    assert movement.entity != army.entity
    sides = {entity.id: entity.side for entity in resolved.cast.entities}
    assert (sides[movement.entity], sides[army.entity]) == ("Rapid Support Forces", "Sudan")


@pytest.mark.parametrize("last", ["St Brigid Hospital", "The Highland Front"])
def test_the_army_is_no_hospital_and_no_front_that_spoke_before(scene, last):
    """Else a hospital shells villages, in every report that names it."""
    text = f"{last} said 40 men fell. The army said 4 men fell."
    resolved = scene(text, (last, "said", "40 men fell"), ("The army", "said", "4 men fell"))
    assert resolved.ref(0).entity != resolved.ref(1).entity


def test_the_army_is_that_of_the_only_country_named(scene):
    text = "Residents fled a town in Peru on Monday. The army said it was calm."
    resolved = scene(text, ("The army", "said", "it was calm"))
    assert resolved.entity(resolved.ref(0).name).side == "Peru"


def test_congo_is_the_country_that_everyday_english_means(scene):
    assert (
        scene("Congo's army spokesman Luis Vega spoke.").entity("Luis Vega").side == "Democratic Republic of the Congo"
    )
