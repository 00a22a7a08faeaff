"""Who is charged with a killing, and who denies it: without these a denial of a massacre stands against nothing."""

from collections.abc import Callable

from tests.frames.tarvia import Page, Said
from tests.frames.test_frame_sentences import brief

from counterclaim.frames import compare
from counterclaim.frames.comparison import Comparison, ComparisonKind, Context
from counterclaim.model import Argument, Claim, EntityKind, Proposition, Ref, Stance

Frame = Callable[[Page], tuple[Claim, ...]]
FOUGHT = "Tarvian and Orvenian soldiers fought near Karsh for days with artillery."


def told(read: Frame, *said: tuple[str, Said]) -> list[str]:
    """What the last of the claims comes to."""
    claims = read(Page((FOUGHT, *(sentence for sentence, _ in said)), tuple(one for _, one in said)))
    return [brief(proposition) for proposition in claims[-1].propositions]


def test_who_denies_that_civilians_were_killed_denies_a_deed(read: Frame) -> None:
    denial = Said("ministry", "civilians had been killed in Karsh", stance=Stance.DENIES, cue="denied")
    found = told(read, ("The Tarvian Defence Ministry denied that civilians had been killed in Karsh.", denial))
    assert "not attack kind=assault target=civilians place=Karsh" in found


def test_who_is_accused_of_killing_did_it(read: Frame) -> None:
    """The parser hangs "of butchering" on the accused, and the words for them end there."""
    charge = Said("observers", "gunmen of butchering farmers in Karsh", cue="accused")
    found = told(read, ("The Observer Mission accused gunmen of butchering farmers in Karsh.", charge))
    assert "attack kind=assault actor=gunmen target=farmers place=Karsh" in found


def test_raiders_who_shot_people_made_one_attack(read: Frame) -> None:
    words = "Orvenian fighters raided the village of Karsh and shot dead nine residents"
    found = told(read, (f"The Tarvian Defence Ministry said {words}.", Said("ministry", words)))
    assert len([one for one in found if one.startswith("attack")]) == 1


def test_a_count_of_the_dead_is_no_accusation(read: Frame) -> None:
    """ "Rejected the accusations" answers who laid the deed to them, and not who counted last."""
    found = told(
        read,
        (
            "The Observer Mission said Tarvian soldiers had executed villagers in Karsh.",
            Said("observers", "Tarvian soldiers had executed villagers in Karsh"),
        ),
        ("The Institute for Border Studies spoke of 170 dead in Karsh.", Said("institute", "170 dead in Karsh")),
        (
            "The Tarvian Defence Ministry rejected the accusations.",
            Said("ministry", "the accusations", stance=Stance.DENIES, cue="rejected"),
        ),
    )
    assert found == ["not attack kind=assault actor=Tarvia target=villagers place=Karsh"]


def test_what_does_not_support_a_version_shares_it_not(read: Frame) -> None:
    found = told(
        read,
        (
            "The Observer Mission said Tarvian soldiers had executed villagers in Karsh.",
            Said("observers", "Tarvian soldiers had executed villagers in Karsh"),
        ),
        (
            "The Grey Wolf Group said the facts did not support this version.",
            Said("wolf", "the facts did not support this version"),
        ),
    )
    assert all(one.startswith("statement") for one in found)


def losses(quantity: int | None, what: str, *, negated: bool = False) -> Proposition:
    side = Ref("Tarvia", "Tarvia", "tarvia", EntityKind.PLACE)
    counted = (Argument("quantity", str(quantity)), Argument("min", quantity), Argument("max", quantity))
    roles = (Argument("side", side), Argument("kind", "equipment"), Argument("what", what))
    return Proposition("losses", roles + (counted if quantity else ()), negated=negated)


def stands(a: Proposition, b: Proposition) -> ComparisonKind | None:
    found: Comparison | None = compare(a, b, Context(moments=("2031-05-07", "2031-05-08")))
    return found.kind if found is not None else None


def test_none_of_a_states_aircraft_is_against_any_count_of_its_jets() -> None:
    assert stands(losses(5, "jet"), losses(None, "aircraft", negated=True)) is ComparisonKind.CONFLICTS
    assert stands(losses(5, "tank"), losses(None, "aircraft", negated=True)) is None


def test_one_ship_is_one_wherever_it_was_struck() -> None:
    struck = [
        Proposition(
            "attack", (Argument("kind", "strike"), Argument("target", name)), negated=name == "Otter" and n == 1
        )
        for n, name in enumerate(["Otter", "Otter", "Heron"])
    ]
    assert stands(struck[0], struck[1]) is ComparisonKind.CONFLICTS
    assert stands(struck[0], struck[2]) is None


def test_residents_tell_of_where_they_live(read: Frame) -> None:
    """No map has Orsk; that it lies near Karsh does not make Karsh the place."""
    words = "Residents of Orsk, a village near Karsh, said soldiers had shot dead 30 people."
    said = Said(None, "soldiers had shot dead 30 people", source="Residents of Orsk, a village near Karsh")
    claims = read(Page((FOUGHT, words), (said,)))
    assert any("place=Orsk" in brief(p) for p in claims[-1].propositions)
