"""Without these, a charge and the flat No that follows it in the next sentence stand beside each other as both so."""

import pytest

from counterclaim.model import RelationKind, Stance
from counterclaim.relate import relate

AGAINST = {RelationKind.CONTRADICTS, RelationKind.DENIES}


def against(world, said: str, answer: str, *, gap: int = 40, stance: Stance = Stance.ASSERTS) -> bool:
    claims = [
        world.claim("bren", content=said, start=0),
        world.claim("ministry", content=answer, start=len(said) + gap, stance=stance),
    ]
    return bool({r.kind for r in relate(claims, world.places, {})} & AGAINST)


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("pupils had been beaten by the guard", "no pupil had been touched"),
        ("boxes of votes had been stuffed in Lund", "no box had been tampered with"),
        ("forty of its members had been arrested", "nobody had been arrested"),
        ("the firm had poured waste into the river", "it had poured nothing there"),
        ("the governor had taken money from the road fund", "she had never touched the fund"),
        ("the crane had not been checked for two years", "it had been checked in March"),
        ("the firm had given the rebels rifles", "there was no basis for the charge"),
        ("the firm had given the rebels rifles", "there was not a word of truth in it"),
        ("the firm had given the rebels rifles", "the accusation was without any foundation"),
    ],
)
def test_who_answers_at_once_need_not_say_it_all_again(world, said, answer):
    assert against(world, said, answer)
    assert not against(world, said, answer, gap=400)


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("pupils had been beaten by the guard", "no exam had been cancelled"),
        ("three shepherds had been killed in Lund", "no soldier had been killed"),
        ("the firm had poured waste into the river", "the wells of Lund had not been poisoned"),
        ("the crane had not been checked for two years", "the rope had been checked in March"),
        ("nobody had been arrested", "no pupil had been arrested"),
        ("the firm had poured waste into the river", "the road has no basis of stone"),
    ],
)
def test_who_speaks_of_something_else_turns_nothing_down(world, said, answer):
    assert not against(world, said, answer)


def test_anything_is_no_deed_of_the_denier(world):
    """Who denies that "anything had been hidden" answers who spoke of hiding; who denies hiding it, who named him."""
    charge = "the board of the mill of hiding the reports"
    assert against(world, charge, "anything had been hidden", stance=Stance.DENIES)


def test_what_is_to_come_is_no_answer_to_what_was(world):
    charge = "the War Ministry of Varnia had poured oil into the river"
    assert not against(world, charge, "it would leave the valley", stance=Stance.DENIES)
    assert against(world, charge, "it had poured any oil", stance=Stance.DENIES)


def test_another_voice_in_between_breaks_it(world):
    said, answer = "pupils had been beaten by the guard", "no pupil had been touched"
    claims = [
        world.claim("bren", content=said, start=0),
        world.claim("hale", content="the rain had stopped", start=60),
        world.claim("ministry", content=answer, start=110),
    ]
    assert not {r.kind for r in relate(claims, world.places, {})} & AGAINST


@pytest.mark.parametrize("words", ["his account", "her charges", "their claims as false"])
def test_whose_account_it_is_the_pronoun_says(world, words):
    assert against(world, "she had been held in a cellar", words, stance=Stance.DENIES)
