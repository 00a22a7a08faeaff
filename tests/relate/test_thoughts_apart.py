"""Without these, what somebody is only said to think would be set against what others say."""

from dataclasses import replace

from counterclaim.model import Claim, Quotation, RelationKind, Stance
from counterclaim.relate import control_timeline, find_disputes, latest_position, relate


def thought(claim: Claim) -> Claim:
    return replace(claim, speech=False, quotation=Quotation.NARRATION)


def test_a_thought_neither_contradicts_nor_repeats_nor_is_a_voice(world):
    said = world.claim("ministry", world.holds("varnia"))
    other = world.claim("bren", world.holds("league"))
    again = world.claim("ministry", world.holds("varnia"), article="a-2")
    against = relate([said, other, again], world.places, {})
    assert {relation.kind for relation in against} >= {RelationKind.CONTRADICTS, RelationKind.REPEATS}
    assert relate([said, thought(other), thought(again)], world.places, {}) == ()
    assert find_disputes([said, other, again], against, world.places, {})
    assert find_disputes([said, thought(other), again], against, world.places, {}) == ()


def test_the_same_words_thought_and_said_are_no_repetition(world):
    words = "the harbour wall will be rebuilt before autumn"
    said = world.claim("bren", content=words)
    again = world.claim("bren", content=words, article="a-2")
    assert relate([said, again], world.places, {})
    assert relate([said, thought(again)], world.places, {}) == ()


def test_a_denial_by_name_does_not_answer_a_thought(world):
    said = world.claim("ministry", content="the wall holds", start=10)
    denial = world.claim("bren", content="nonsense", start=90, answers="ministry", stance=Stance.DENIES)
    assert relate([said, denial], world.places, {})
    assert relate([thought(said), denial], world.places, {}) == ()


def test_nobody_holds_a_town_by_wishing(world):
    wish = thought(world.claim("ministry", world.holds("varnia")))
    assert control_timeline([wish], "ostrel", world.places) == ()
    assert latest_position([wish], "ministry", "ostrel") is None
