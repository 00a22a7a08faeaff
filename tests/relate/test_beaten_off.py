"""Without these, "we beat them off" and "we have taken it" of one town and day stand in two disputes and never meet."""

from counterclaim.model import RelationKind
from counterclaim.relate import relate


def repelled(world, **more):
    return world.says("attack", kind="assault", actor="varnia", place="ostrel", outcome="repelled", **more)


def kinds(world, *claims):
    return [relation.kind for relation in relate(claims, world.places, {})]


def test_an_attack_beaten_off_stands_against_the_capture_that_the_attackers_tell(world):
    taken = world.claim("ministry", world.holds("varnia", change="gained"))
    (relation,) = relate([taken, world.claim("staff", repelled(world))], world.places, {})
    assert relation.kind is RelationKind.CONTRADICTS
    assert relation.why.endswith("as follows from what League General Staff says")


def test_what_was_beaten_off_on_one_day_may_have_fallen_on_the_next(world):
    beaten = world.claim("staff", repelled(world), day="2031-04-02")
    taken = world.claim("ministry", world.holds("varnia", change="gained"), day="2031-04-03")
    assert kinds(world, beaten, taken) == []


def test_what_was_told_as_taken_is_denied_by_an_attack_beaten_off_the_day_after(world):
    taken = world.claim("ministry", world.holds("varnia", change="gained"), day="2031-04-02")
    beaten = world.claim("staff", repelled(world), day="2031-04-03")
    assert kinds(world, taken, beaten) == [RelationKind.CONTRADICTS]


def test_nobody_is_told_to_agree_with_what_he_has_not_said(world):
    denied = world.claim("bren", world.holds("varnia", negated=True, change="gained"))
    assert kinds(world, denied, world.claim("staff", repelled(world))) == []


def test_nobody_takes_back_what_he_has_not_said(world):
    lost = world.claim("staff", world.holds("varnia", change="gained"), day="2031-04-02")
    beaten = world.claim("staff", repelled(world), day="2031-04-03")
    assert kinds(world, lost, beaten) == []


def test_an_attack_without_its_outcome_leaves_the_town_open(world):
    taken = world.claim("ministry", world.holds("varnia", change="gained"))
    attacked = world.claim("staff", world.says("attack", kind="assault", actor="varnia", place="ostrel"))
    assert kinds(world, taken, attacked) == []


def test_troops_thrown_back_from_a_thing_may_have_taken_the_town(world):
    taken = world.claim("ministry", world.holds("varnia", change="gained"))
    assert kinds(world, taken, world.claim("staff", repelled(world, target="bridge"))) == []
