"""Without these, a reader is not told who stands where since when, who moved, and what would settle it."""

from dataclasses import replace

from counterclaim.model import Argument, Claim, Detail, EntityKind, Ref, Stance
from counterclaim.relate import find_disputes, relate
from counterclaim.relate.detail import detail, side_letter


def looked_at(world, *claims: Claim) -> Detail:
    (dispute,) = find_disputes(claims, relate(claims, world.places, {}), world.places, {})
    return detail(dispute, {claim.id: claim for claim in claims}, world.places)


def quarrel(world) -> list[Claim]:
    return [
        world.claim("ministry", world.holds("varnia", change="gained"), article="a-1"),
        world.claim("bren", world.holds("league", "partial", part="south-west"), article="a-2", day="2031-04-03"),
        world.claim("ministry", world.holds("varnia"), article="a-3", day="2031-04-04"),
    ]


def test_each_side_has_its_latest_answer_and_since_when(world):
    told = looked_at(world, *quarrel(world))
    by_who = {side.standing: side for side in told.sides}
    varnia, league = by_who[("Varnian Ministry of War",)], by_who[("Tomas Bren",)]
    assert (varnia.latest, varnia.since) == ("wholly held by Varnia", "2031-04-02")
    assert (varnia.first, varnia.last) == ("2031-04-02", "2031-04-04")
    assert league.latest == "partly held by Coastal League (south-west)"
    assert league.since == "2031-04-03"


def test_part_and_whole_are_told_apart_in_words(world):
    told = looked_at(world, *quarrel(world))
    assert {side.scope for side in told.sides} == {"all of Ostrel", "a part of Ostrel: south-west"}
    assert " speaks of " in told.scope
    assert "all of Ostrel" in told.scope
    assert "south-west" in told.scope


def test_a_place_inside_is_named_as_inside(world):
    told = looked_at(
        world,
        world.claim("ministry", world.holds("varnia", change="gained")),
        world.claim("bren", world.holds("league", place="mill")),
    )
    assert "all of Mill Quarter, inside Ostrel" in {side.scope for side in told.sides}


def test_sides_that_speak_of_the_same_have_nothing_to_be_told_apart(world):
    told = looked_at(world, world.claim("ministry", world.holds("varnia")), world.claim("bren", world.holds("league")))
    assert told.scope == ""


def test_who_moved_is_shown_with_both_answers_and_their_days(world):
    claims = [
        world.claim("ministry", world.holds("varnia", change="gained"), article="a-1"),
        world.claim("bren", world.holds("league"), article="a-2"),
        world.claim("bren", world.holds("varnia"), article="a-3", day="2031-04-04"),
        world.claim("hale", world.holds("league"), article="a-4", day="2031-04-04"),
    ]
    told = looked_at(world, *claims)
    (bren,) = [course for course in told.courses if course.claimant == "Tomas Bren"]
    assert bren.moved
    assert [(step.words, step.first) for step in bren.steps] == [
        ("wholly held by Coastal League", "2031-04-02"),
        ("wholly held by Varnia", "2031-04-04"),
    ]
    assert {side.left for side in told.sides} == {(), ("Tomas Bren",)}
    assert not any(course.moved for course in told.courses if course is not bren)


def test_saying_the_same_again_and_again_is_one_step(world):
    told = looked_at(world, *quarrel(world))
    (ministry,) = [course for course in told.courses if course.claimant == "Varnian Ministry of War"]
    (step,) = ministry.steps
    assert (step.first, step.last) == ("2031-04-02", "2031-04-04")


class TestOpenPoints:
    def test_a_part_that_is_not_named(self, world):
        told = looked_at(
            world, world.claim("ministry", world.holds("varnia")), world.claim("bren", world.holds("league", "partial"))
        )
        assert "which part of Ostrel is meant by Tomas Bren" in told.open_points

    def test_no_part_is_asked_for_where_it_is_named(self, world):
        assert not any(point.startswith("which part") for point in looked_at(world, *quarrel(world)).open_points)

    def test_a_number_that_is_vague(self, world):
        lost = {"side": "varnia", "kind": "killed", "place": "ostrel"}
        told = looked_at(
            world,
            world.claim("bren", world.says("losses", quantity="at least 400", min=400, **lost)),
            world.claim("ministry", world.says("losses", quantity="30", min=30, max=30, **lost)),
        )
        assert "which number Tomas Bren means by “at least 400”" in told.open_points
        assert not any("Varnian Ministry of War means" in point for point in told.open_points)

    def test_an_actor_without_a_name(self, world):
        them = Ref("saboteurs", "saboteurs", None, EntityKind.GROUP)
        raid = world.says("attack", kind="raid", place="ostrel")
        blamed = replace(raid, arguments=(*raid.arguments, Argument("actor", them)))
        told = looked_at(world, world.claim("bren", blamed), world.claim("ministry", replace(blamed, negated=True)))
        assert any("“saboteurs”" in point for point in told.open_points)

    def test_a_day_that_is_not_known(self, world):
        told = looked_at(
            world,
            world.claim("ministry", world.holds("varnia")),
            world.claim("bren", world.holds("league"), article="a-2", day=None),
        )
        assert "on which day Tomas Bren said so (the report has no date)" in told.open_points

    def test_sides_that_speak_of_different_days(self, world):
        told = looked_at(
            world,
            world.claim("ministry", world.holds("varnia")),
            world.claim("bren", world.holds("league"), article="a-2", day="2031-04-04"),
        )
        assert "whether anything changed between 2 April 2031 and 4 April 2031" in told.open_points

    def test_a_side_that_rests_on_one_voice(self, world):
        told = looked_at(world, *quarrel(world))
        assert "whether anyone but Tomas Bren says that too: one voice, in one report" in told.open_points
        assert not any("Varnian Ministry of War says" in point for point in told.open_points)


def test_a_denial_of_what_no_frame_holds_has_sides_and_no_scope(world):
    claims = [
        world.claim("ministry", content="the bridge had been mined", start=10),
        world.claim("bren", content="nothing of the kind", start=90, stance=Stance.DENIES, answers="ministry"),
    ]
    told = looked_at(world, *claims)
    assert [(side.latest, side.standing) for side in told.sides] == [
        ("said", ("Varnian Ministry of War",)),
        ("denied", ("Tomas Bren",)),
    ]
    assert told.scope == ""


def test_sides_beyond_the_alphabet_have_numbers():
    assert [side_letter(n) for n in (0, 25, 26)] == ["A", "Z", "27"]
