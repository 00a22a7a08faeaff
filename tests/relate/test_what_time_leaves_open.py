"""Without these, what was so on Monday is held against what was so on Tuesday."""

from dataclasses import replace

import pytest

from counterclaim.model import Claim, Proposition, RelationKind
from counterclaim.relate import relate

CONTRADICTS, REVISES = RelationKind.CONTRADICTS, RelationKind.REVISES


def kinds(world, *claims: Claim) -> set[RelationKind]:
    return {relation.kind for relation in relate(claims, world.places, {})}


def dead(world, count: int, **more: object) -> Proposition:
    words = more.pop("words", str(count))
    return world.says("losses", kind="killed", place="ostrel", quantity=words, min=count, max=count, **more)


def test_a_figure_given_days_before_its_report_is_none_of_the_day_of_the_report(world):
    old = world.claim("ministry", dead(world, 3), day="2031-04-05", said_on="2031-04-02")
    new = world.claim("bren", dead(world, 19), article="a-2", day="2031-04-05")
    assert kinds(world, old, new) == set()
    assert kinds(world, world.claim("ministry", dead(world, 3), day="2031-04-05"), new) == {CONTRADICTS}
    eve = world.claim("ministry", dead(world, 3), day="2031-04-05", said_on="2031-04-04")
    assert kinds(world, eve, new) == {CONTRADICTS}  # the morning paper has what was said at night


def test_who_retook_a_town_says_that_it_had_been_taken(world):
    taken = world.claim("hale", world.holds("league", change="gained"))
    again = world.claim("ministry", world.holds("varnia", change="gained", again="yes"), article="a-2")
    assert CONTRADICTS not in kinds(world, taken, again)
    later = world.claim("hale", world.holds("league", change="gained"), day="2031-04-03")
    assert CONTRADICTS in kinds(world, later, again)
    still = world.claim("hale", world.holds("league", change="kept"))
    assert CONTRADICTS in kinds(world, still, again)


def test_who_says_of_himself_that_he_left_was_there_until_then(world):
    def left(claimant: str) -> Claim:
        gone = world.says("movement", kind="withdraw", actor="free", origin="ostrel", status="done")
        return world.claim(claimant, gone, article="a-2")

    there = world.claim("hale", world.holds("free", change="kept"))
    assert CONTRADICTS not in kinds(world, there, left("free"))
    assert CONTRADICTS in kinds(world, there, left("ministry"))


def test_retaken_on_saturday_bears_out_nothing_of_friday(world):
    friday = world.claim("hale", world.holds("varnia"), day="2031-04-04")
    again = world.holds("varnia", change="gained", again="yes")
    assert kinds(world, friday, world.claim("ministry", again, article="a-2", day="2031-04-05")) == set()
    same_day = world.claim("ministry", again, article="a-2", day="2031-04-04")
    assert kinds(world, friday, same_day) == {RelationKind.CORROBORATES}


def test_what_was_taken_in_a_town_may_have_been_won_back_by_the_next_day(world):
    taken = world.claim("hale", world.holds("league", place="mill", change="gained"))
    whole = world.claim("ministry", world.holds("varnia"), article="a-2", day="2031-04-03")
    assert kinds(world, taken, whole) == set()
    assert kinds(world, taken, world.claim("ministry", world.holds("varnia"), article="a-2")) == {CONTRADICTS}
    held = world.claim("hale", world.holds("league", place="mill", change="kept"))
    assert kinds(world, held, whole) == {CONTRADICTS}


def test_ours_since_saturday_says_nothing_of_friday(world):
    friday = world.claim("hale", world.holds("league"), day="2031-04-04")
    since = world.holds("varnia", when="2031-04-05/2031-04-06")
    assert kinds(world, friday, world.claim("ministry", since, article="a-2", day="2031-04-06")) == set()
    assert CONTRADICTS in kinds(
        world, friday, world.claim("ministry", world.holds("varnia"), article="a-2", day="2031-04-05")
    )


@pytest.mark.parametrize(("change", "found"), [("kept", {CONTRADICTS}), (None, set())])
def test_who_still_holds_a_town_speaks_of_the_days_before(world, change, found):
    taken = world.claim("hale", world.holds("league", change="gained"), day="2031-04-02")
    more = {"change": change} if change else {}
    held = world.claim("ministry", world.holds("varnia", **more), article="a-2", day="2031-04-05")
    assert kinds(world, taken, held) == found


def test_a_part_of_the_dead_told_in_between_hides_no_revision(world):
    told = [
        world.claim("bren", dead(world, 13), content="13 people were killed", day="2031-04-02"),
        world.claim(
            "bren", dead(world, 2, words="two"), article="a-2", content="two of the wounded died", day="2031-04-03"
        ),
        world.claim("bren", dead(world, 15), article="a-3", content="15 people were killed", day="2031-04-04"),
    ]
    revised = [r for r in relate(told, world.places, {}) if r.kind is REVISES]
    assert (told[2].id, told[0].id) in {(r.left, r.right) for r in revised}


def test_twelve_of_its_workers_revise_no_toll(world):
    told = [
        world.claim("bren", dead(world, 7), content="7 people were killed", day="2031-04-02"),
        world.claim("bren", dead(world, 12), article="a-2", content="12 of its workers were killed", day="2031-04-03"),
    ]
    assert kinds(world, *told) == set()


@pytest.mark.parametrize(
    ("small", "large"),
    [
        ("the toll to 93 on Friday", "her men had counted 101 dead"),
        ("93 inhabitants of the province had died", "101 people had died"),
    ],
)
def test_a_number_without_a_noun_counts_everybody(world, small, large):
    few = world.claim("bren", dead(world, 93), content=small)
    many = world.claim("ministry", dead(world, 101), content=large, article="a-2")
    assert kinds(world, few, many) == {CONTRADICTS}


def test_nine_from_the_ferry_are_some_of_all(world):
    few = world.claim("bren", dead(world, 9), content="9 people from the ferry were killed")
    many = world.claim("ministry", dead(world, 48), content="48 people were killed", article="a-2")
    assert kinds(world, few, many) == set()


def why(world, event: str, cause: str, day: str, article: str, **more: object) -> Claim:
    who = "ministry" if article == "a-1" else "bren"
    said = world.says("cause", event=event, cause=cause, place="mill", **more)
    return world.claim(who, said, article=article, day=day)


def test_why_a_dam_broke_is_one_question_for_weeks(world):
    rain = why(world, "collapse", "rain", "2031-04-01", "a-1")
    steel = why(world, "collapse", "rain", "2031-04-16", "a-2", negated=True)
    assert kinds(world, rain, steel) == {CONTRADICTS}
    years_on = why(world, "collapse", "rain", "2031-06-16", "a-2", negated=True)
    assert kinds(world, rain, years_on) == set()


def test_two_fires_in_one_month_are_two_unless_the_day_is_told(world):
    first = why(world, "fire", "arson", "2031-04-01", "a-1")
    other = why(world, "fire", "arson", "2031-04-16", "a-2", negated=True)
    assert kinds(world, first, other) == set()
    dead_of_it = world.says(
        "toll", kind="dead", event="fire", place="mill", quantity="9", min=9, max=9, when="2031-04-01"
    )
    told = world.claim("hale", dead_of_it, article="a-3", day="2031-04-01")
    assert CONTRADICTS in kinds(world, first, other, told)
    again = world.claim("hale", replace(dead_of_it, when="2031-04-14"), article="a-4", day="2031-04-14")
    assert CONTRADICTS not in kinds(world, first, other, told, again)


def test_a_bodys_count_runs_on_whichever_place_a_report_has_put_to_it(world):
    def dead_in(place: str, count: int, day: str, article: str, words: str) -> Claim:
        said = world.says("toll", kind="dead", event="flood", place=place, quantity=str(count), min=count, max=count)
        return world.claim("ministry", said, day=day, article=article, content=words)

    town = dead_in("ostrel", 27, "2031-04-02", "a-1", "27 people died in the flood")
    land = dead_in("varnia", 52, "2031-04-04", "a-2", "52 dead in Varnia")
    assert REVISES in kinds(world, town, land)
    there = dead_in("ostrel", 27, "2031-04-02", "a-1", "27 people died in Ostrel")
    assert REVISES not in kinds(world, there, land)
