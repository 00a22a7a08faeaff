"""Without these, a dispatch in three papers shows three claims of one minister that nobody can see to be one."""

from counterclaim.model import RelationKind
from counterclaim.relate import relate
from counterclaim.relate.dispatches import retold_claims

ONE = {"a-1": "o", "a-2": "o", "a-3": "other"}


def test_one_claim_in_two_wordings_of_a_dispatch_is_told_twice(world):
    first = world.claim("adar", article="a-1", content="her engineers had laid two bridges over the river by noon")
    again = world.claim("adar", article="a-2", content="by noon two bridges lay over the water, put there by sappers")
    (relation,) = relate([first, again], world.places, ONE)
    assert relation.kind is RelationKind.REPEATS
    assert "one dispatch" in relation.why


def test_two_reports_of_their_own_need_the_same_words(world):
    first = world.claim("adar", article="a-1", content="her engineers had laid two bridges over the river by noon")
    other = world.claim("adar", article="a-3", content="by noon two bridges lay over the water, put there by sappers")
    assert not relate([first, other], world.places, ONE)


def test_what_she_says_of_other_things_in_the_same_dispatch_is_not_paired(world):
    first = world.claim("adar", article="a-1", content="her engineers had laid two bridges over the river by noon")
    other = world.claim("adar", article="a-2", content="nobody would be punished for having stayed in the town")
    assert not list(retold_claims([first, other], ONE))


def test_each_claim_has_one_counterpart_in_a_report(world):
    """Two sentences on one toll must not both be laid to the same sentence of the copy."""
    claims = [
        world.claim("adar", article="a-1", content="47 wounded lay in the hospital of the harbour", start=0),
        world.claim("adar", article="a-1", content="the hospital had taken in 47 wounded", start=100),
        world.claim("adar", article="a-2", content="the harbour hospital counts 47 wounded", start=0),
    ]
    assert len(list(retold_claims(claims, ONE))) == 1


def test_two_people_of_one_dispatch_are_not_one(world):
    first = world.claim("adar", article="a-1", content="her engineers had laid two bridges over the river by noon")
    other = world.claim("bren", article="a-2", content="engineers had laid two bridges over the river by noon")
    assert not list(retold_claims([first, other], ONE))
