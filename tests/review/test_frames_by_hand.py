"""What a person gives as a proposition is held to the frames of the installed packs before it can do harm."""

import pytest

from counterclaim.errors import InputError
from counterclaim.frames import packs
from counterclaim.model import Filled, Named, Said
from counterclaim.review.frames import checked_time, fault, frame_shapes, validated, with_beside, with_role

WHOLE = Said("control", (Filled("extent", "full"), Filled("place", Named("Tarn", "Tarn"))))


def test_forms_know_every_frame_with_its_roles_and_choices() -> None:
    shapes = frame_shapes()
    assert set(shapes) == {"statement"} | {frame for pack in packs() for frame in pack.frames}
    assert shapes["control"].choices["extent"] == ("full", "partial", "none")
    for shape in shapes.values():
        assert {*shape.choices, *shape.required} <= set(shape.roles)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (with_role(WHOLE, "colour", "red"), "no role"),
        (with_role(WHOLE, "extent", "vast"), "is not 'vast'"),
        (with_role(WHOLE, "extent", 3), "is not '3'"),
        (with_role(WHOLE, "extent", Named("Orla", "she")), "is not 'Orla'"),
        (with_role(WHOLE, "extent", None), "needs 'extent'"),
        (Said("movement"), "needs 'kind'"),
    ],
)
def test_what_the_pack_cannot_take_is_a_fault_that_says_what_it_would_take(said: Said, words: str) -> None:
    found = fault(said)
    assert found
    assert words in found[0]
    with pytest.raises(InputError, match=words) as raised:
        validated(said)
    assert raised.value.advice


def test_a_frame_of_a_pack_that_is_not_here_is_no_fault_but_cannot_be_given() -> None:
    """Decisions of somebody with another pack are kept."""
    assert fault(Said("weather")) is None
    with pytest.raises(InputError, match="No installed pack"):
        validated(Said("weather"))


def test_times_are_edtf() -> None:
    for time in ("2031-04-02", "2031-04", "2031", "XXXX-05-25", "2031-04-01/2031-04-03", "../2031-04-01"):
        assert checked_time(time) == time
    for time in ("yesterday", "X", "2031-13-01", "", "2 April 2031"):
        with pytest.raises(InputError, match="is no time"):
            checked_time(time)
    with pytest.raises(InputError, match="is no time"):
        validated(with_role(Said("control", when="soon"), "extent", "full"))


def test_negation_modality_and_time_are_set_in_words() -> None:
    assert with_beside(WHOLE, "negated", "yes").negated
    assert with_beside(WHOLE, "modality", "planned").modality == "planned"
    assert with_beside(with_beside(WHOLE, "when", "2031"), "when", "").when is None
    for name, words in (("negated", "maybe"), ("modality", "likely"), ("when", "soon")):
        with pytest.raises(InputError):
            with_beside(WHOLE, name, words)
