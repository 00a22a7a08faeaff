"""Without these, a reader is told that people contradict each other who do not, or is not told that they do."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.model import (
    Argument,
    Claim,
    Entity,
    EntityKind,
    Modality,
    Proposition,
    Ref,
    Relation,
    RelationKind,
    Stance,
)
from counterclaim.relate import latest_position, relate


def only(world, *claims: Claim, origins: dict[str, str] | None = None) -> Relation:
    (relation,) = relate(claims, world.places, origins or {})
    return relation


def none(world, *claims: Claim) -> bool:
    return relate(claims, world.places, {}) == ()


class TestBetweenTwoClaimants:
    def test_a_whole_town_taken_stands_against_a_part_of_it_held(self, world):
        taken = world.claim("ministry", world.holds("varnia", change="gained"))
        held = world.claim("bren", world.holds("league", "partial", part="south-west"), start=90)
        relation = only(world, taken, held)
        assert relation.kind is RelationKind.CONTRADICTS
        assert "Ostrel" in relation.why
        assert 0 < relation.confidence <= 0.9

    def test_two_parts_of_one_town_can_have_two_holders(self, world):
        centre = world.claim("ministry", world.holds("varnia", "partial", part="centre"))
        west = world.claim("bren", world.holds("league", "partial", part="west"))
        assert not any(r.kind is RelationKind.CONTRADICTS for r in relate([centre, west], world.places, {}))

    def test_a_quarter_held_stands_against_the_whole_town_taken(self, world):
        taken = world.claim("ministry", world.holds("varnia", change="gained"))
        quarter = world.claim("bren", world.holds("league", place="mill"))
        assert only(world, taken, quarter).kind is RelationKind.CONTRADICTS

    def test_two_quarters_say_nothing_of_each_other(self, world):
        assert none(
            world,
            world.claim("ministry", world.holds("varnia", place="mill")),
            world.claim("bren", world.holds("league", place="lund")),
        )

    def test_a_finished_capture_stands_against_fighting_that_goes_on(self, world):
        taken = world.claim("ministry", world.holds("varnia", change="gained"))
        assert only(world, taken, world.claim("bren", world.fights())).kind is RelationKind.CONTRADICTS

    def test_the_same_answer_of_two_corroborates(self, world):
        relation = only(
            world, world.claim("ministry", world.holds("varnia")), world.claim("hale", world.holds("varnia"))
        )
        assert relation.kind is RelationKind.CORROBORATES
        assert relation.why == "both say of Ostrel: wholly held by Varnia"

    def test_a_denial_by_name_denies_and_acts_on_the_other(self, world):
        said = world.claim("adar", world.holds("varnia"))
        denial = world.claim(
            "bren", world.holds("varnia", negated=True), stance=Stance.DENIES, answers="adar", start=70
        )
        relation = only(world, said, denial)
        assert (relation.kind, relation.left, relation.right) == (RelationKind.DENIES, denial.id, said.id)
        assert relation.why == "Tomas Bren denies by name what Ilse Adar says"

    def test_a_denial_of_a_charge_denies_no_demand(self, world):
        """Else whoever rejects the charge is shown as denying what the accuser only asked for."""
        demand = world.claim("adar", content="hand over the captain", stance=Stance.URGES)
        denial = world.claim("bren", content="her charge", stance=Stance.DENIES, answers="adar", start=70)
        assert not tuple(relate([demand, denial], world.places, {}))

    def test_a_denial_that_names_nobody_only_contradicts(self, world):
        said = world.claim("adar", world.holds("varnia"))
        denial = world.claim("bren", world.holds("varnia", negated=True), stance=Stance.DENIES)
        assert only(world, said, denial).kind is RelationKind.CONTRADICTS

    def test_speech_told_inside_speech_is_not_held_against_it(self, world):
        outer = world.claim("ministry", world.holds("varnia"), content="x" * 60, start=100)
        inner = world.claim("bren", world.holds("league"), content="y" * 20, start=120)
        assert none(world, outer, inner)

    def test_an_attack_with_an_actor_says_who_is_responsible(self, world):
        ours = world.claim("staff", world.says("attack", kind="raid", actor="league", place="lund"))
        theirs = world.claim("adar", world.says("responsibility", kind="raid", actor="free", place="lund"))
        assert only(world, ours, theirs).kind is RelationKind.CONTRADICTS

    def test_culprits_without_a_name_may_be_the_named_ones(self, world):
        named = world.claim("staff", world.says("attack", kind="raid", actor="free", place="lund"))
        unnamed = world.claim("adar", world.says("attack", kind="raid", actor=Ref("bandits", "bandits"), place="lund"))
        denied = world.claim(
            "bren", world.says("responsibility", kind="raid", actor="league", place="lund", negated=True)
        )
        assert none(world, named, unnamed)
        assert none(world, denied, unnamed)

    def test_ours_by_someone_of_unknown_side_may_be_anyones(self, world):
        ours = world.claim("hale", world.holds("hale"))
        assert none(world, ours, world.claim("ministry", world.holds("varnia")))

    def test_two_claimants_of_one_name_may_be_one(self, world):
        first = world.claim("mara", world.holds("varnia"))
        mara = Ref("Mara", "Mara", "m-2", EntityKind.PERSON)
        other = replace(world.claim("mara", world.holds("varnia"), article="a-2"), claimant=mara)
        assert none(world, first, other)

    def test_two_bodies_of_one_name_that_say_the_same_are_one_that_says_so_twice(self, world):
        def ministry(number: int, holder: str) -> Claim:
            body = Ref("Interior Ministry", "the ministry", f"m-{number}", EntityKind.ORGANIZATION)
            said = world.claim("hale", world.holds(holder), article=f"a-{number}")
            return replace(said, id=f"c-{number}", claimant=body)

        assert only(world, ministry(1, "varnia"), ministry(2, "varnia")).kind is RelationKind.REPEATS
        assert none(world, ministry(1, "varnia"), ministry(2, "league"))

    def test_a_unit_of_nobody_knows_which_army_is_against_nobody(self, world):
        def unit(side: str | None) -> dict[str, Entity]:
            brigade = Entity("m7", EntityKind.ORGANIZATION, "7th Dune Brigade", ("7th Dune Brigade",), side=side)
            return {**world.places, "m7": brigade}

        seventh = Ref("7th Dune Brigade", "7th Dune Brigade", "m7", EntityKind.ORGANIZATION)
        claims = [world.claim("staff", world.holds(seventh)), world.claim("hale", world.holds("varnia"))]
        assert not relate(claims, unit(None), {})
        (relation,) = relate(claims, unit("Coastal League"), {})
        assert relation.kind is RelationKind.CONTRADICTS

    def test_gunmen_at_the_head_of_a_sentence_have_no_name_either(self, world):
        named = world.claim("staff", world.says("attack", kind="raid", actor="free", place="lund"))
        for word, expected in (("Gunmen", False), ("Nightriders", True)):
            told = world.claim("adar", world.says("attack", kind="raid", actor=Ref(word, word), place="lund"))
            assert bool(relate([named, told], world.places, {})) is expected

    def test_an_aim_that_nobody_names_is_not_a_shared_one(self, world):
        said = world.says("aim", event="raid on Lund", actor="league")
        assert none(world, world.claim("adar", said), world.claim("hale", said))

    def test_tolls_that_can_both_be_do_not_conflict(self, world):
        def toll(who: str, low: int, high: int | None) -> Claim:
            said = world.says("losses", place="lund", kind="killed", min=low, max=high, quantity=str(low))
            return world.claim(who, said, start=low)

        assert none(world, toll("adar", 12, None), toll("staff", 30, 30))
        assert only(world, toll("adar", 12, 12), toll("staff", 30, 30)).kind is RelationKind.CONTRADICTS

    @pytest.mark.parametrize("stance", [Stance.URGES, Stance.UNCONFIRMED, Stance.PREDICTS, Stance.PLANS])
    def test_what_is_not_put_forward_as_so_contradicts_nothing(self, world, stance):
        assert none(
            world,
            world.claim("ministry", world.holds("varnia"), stance=stance),
            world.claim("bren", world.holds("league")),
        )

    def test_what_hangs_on_an_if_contradicts_nothing(self, world):
        said = world.holds("varnia")
        held_open = Proposition(said.frame, said.arguments, modality=Modality.CONDITIONAL)
        assert none(world, world.claim("ministry", held_open), world.claim("bren", world.holds("league")))

    def test_the_outlets_own_voice_stands_in_no_relation(self, world):
        assert none(world, world.claim(None, world.holds("varnia")), world.claim("bren", world.holds("league")))


class TestTime:
    def test_a_state_may_change_in_three_days(self, world):
        """Of contradictions on who holds a place that lay three days apart, a careful reader refused four in ten."""
        taken = world.claim("ministry", world.holds("varnia"), day="2031-04-06")
        assert none(world, taken, world.claim("bren", world.holds("league"), day="2031-04-03"))
        assert not none(world, taken, world.claim("bren", world.holds("league"), day="2031-04-04"))

    def test_a_time_that_the_words_give_goes_before_the_day_of_publishing(self, world):
        march = world.claim("ministry", world.holds("varnia", when="2031-03-01/2031-03-10"))
        assert none(world, march, world.claim("bren", world.holds("league")))

    def test_a_capture_dated_a_few_days_back_stands_until_it_is_told(self, world):
        taken = world.claim("ministry", world.holds("varnia", change="gained", when="2031-03-28"))
        assert not none(world, taken, world.claim("bren", world.holds("league")))

    def test_two_undated_reports_are_compared_with_less_confidence(self, world):
        taken = world.claim("ministry", world.holds("varnia"), day=None)
        held = world.claim("bren", world.holds("league"), day=None, article="a-2")
        relation = only(world, taken, held)
        assert "not known" in relation.why
        assert relation.confidence < 0.7

    def test_an_undated_report_is_not_held_against_a_year_of_dated_ones(self, world):
        undated = world.claim("ministry", world.holds("varnia"), day=None)
        year = [
            world.claim("bren", world.holds("league"), day=f"2031-{month:02}-01", article=f"a-{month}")
            for month in range(2, 13)
        ]
        kinds = {relation.kind for relation in relate([undated, *year], world.places, {})}
        assert RelationKind.CONTRADICTS not in kinds

    def test_tolls_of_two_days_do_not_conflict(self, world):
        one = world.says("losses", place="lund", kind="killed", min=3, max=3, quantity="3")
        two = world.says("losses", place="lund", kind="killed", min=9, max=9, quantity="9")
        assert none(world, world.claim("adar", one), world.claim("staff", two, day="2031-04-03"))


class TestOneClaimant:
    def test_the_same_again_repeats(self, world):
        first = world.claim("adar", world.holds("varnia"))
        again = world.claim("adar", world.holds("varnia"), article="a-2", day="2031-04-03")
        relation = only(world, first, again)
        assert (relation.kind, relation.left, relation.right) == (RelationKind.REPEATS, again.id, first.id)

    def test_later_and_otherwise_revises_and_the_later_one_acts(self, world):
        first = world.claim("adar", world.holds("varnia"))
        later = world.claim("adar", world.holds("varnia", "none", change="lost"), article="a-2", day="2031-04-09")
        relation = only(world, first, later)
        assert (relation.kind, relation.left, relation.right) == (RelationKind.REVISES, later.id, first.id)

    def test_a_new_toll_of_one_body_revises_its_old_one(self, world):
        def toll(number: int, said_on: str, article: str) -> Claim:
            said = world.says(
                "losses", place="lund", kind="killed", min=number, max=number, quantity=str(number), when="2031-04-01"
            )
            return world.claim("adar", said, article=article, said_on=said_on)

        early, late = toll(7, "2031-04-01", "a-1"), toll(9, "2031-04-02", "a-2")
        assert only(world, early, late).kind is RelationKind.REVISES

    def test_the_same_toll_two_days_later_repeats_and_a_higher_one_revises(self, world):
        def toll(number: int, day: str) -> Claim:
            said = world.says(
                "losses", place="lund", side="league", kind="killed", min=number, max=number, quantity=str(number)
            )
            return world.claim("adar", said, article=f"a-{day}", day=day)

        first = toll(7, "2031-04-01")
        assert only(world, first, toll(7, "2031-04-03")).kind is RelationKind.REPEATS
        assert only(world, first, toll(9, "2031-04-03")).kind is RelationKind.REVISES

    def test_a_least_number_that_is_raised_revises_and_a_rounded_bound_does_not(self, world):
        """ "At least 40" and then 90 are two counts of one body; "more than 200" and then 200 are one."""

        def toll(least: int, most: int | None, day: str) -> Claim:
            bound = {"max": most} if most is not None else {}
            said = world.says("losses", place="lund", kind="killed", quantity=str(least), min=least, **bound)
            return world.claim("adar", said, article=f"a-{day}", day=day)

        assert only(world, toll(40, None, "2031-04-01"), toll(90, 90, "2031-04-03")).kind is RelationKind.REVISES
        assert none(world, toll(201, None, "2031-04-01"), toll(200, 200, "2031-04-03"))

    def test_one_dispatch_carried_twice_is_named_as_that(self, world):
        claims = [world.claim("adar", world.holds("varnia"), article=article) for article in ("a-1", "a-2")]
        assert "one dispatch" in only(world, *claims, origins={"a-1": "o-1", "a-2": "o-1"}).why

    def test_an_untyped_statement_in_the_same_words_repeats(self, world):
        words = "the mothers of Lund deserve an honest answer from the council"
        first, second = (
            world.claim("hale", content=words + more, article=f"a-{n}") for n, more in enumerate(("", " today"))
        )
        assert only(world, first, second).kind is RelationKind.REPEATS

    def test_the_same_words_of_another_person_are_left_alone(self, world):
        words = "the mothers of Lund deserve an honest answer from the council"
        assert none(world, world.claim("hale", content=words), world.claim("bren", content=words, article="a-2"))


class TestAnswers:
    def test_a_view_shared_by_name_corroborates_the_nearest_claim_before(self, world):
        far = world.claim("hale", content="bridges will take a year", start=10)
        near = world.claim("hale", content="the legion is spent", start=100)
        shared = world.claim("adar", content="a view shared", answers="hale", start=200)
        relation = only(world, far, near, shared)
        assert (relation.kind, relation.left, relation.right) == (RelationKind.CORROBORATES, shared.id, near.id)

    def test_a_claim_inside_the_answer_is_the_one_that_is_meant(self, world):
        near = world.claim("hale", content="the legion is spent", start=100)
        inside = world.claim("hale", content="demining began", start=230)
        answer = world.claim(
            "adar", content="what Hale said, that demining began", stance=Stance.CONFIRMS, answers="hale", start=200
        )
        assert only(world, near, inside, answer).right == inside.id

    def test_a_denial_by_name_denies_the_claim_that_it_conflicts_with_and_not_the_nearest(self, world):
        shelling = world.says("attack", kind="shelling", actor="league", place="lund")
        denied = world.says("attack", kind="shelling", actor="league", place="lund", negated=True)
        said = world.claim("hale", shelling, start=100)
        toll = world.claim("hale", world.says("losses", place="lund", kind="killed", min=7, max=7), start=200)
        denial = world.claim("bren", denied, stance=Stance.DENIES, answers="hale", start=300)
        relation = only(world, said, toll, denial)
        assert (relation.kind, relation.right) == (RelationKind.DENIES, said.id)

    def test_a_denial_of_what_no_frame_holds_is_still_a_denial(self, world):
        said = world.claim("hale", content="they sold the grain")
        denial = world.claim("bren", content="Hale's words", stance=Stance.DENIES, answers="hale", start=80)
        assert only(world, said, denial).kind is RelationKind.DENIES


def test_two_claims_stand_in_one_relation_at_most_and_conflict_is_told_first(world):
    one = world.claim("adar", world.fights(), world.holds("varnia", change="gained"))
    two = world.claim("bren", world.fights(), world.holds("league", "partial"))
    assert only(world, one, two).kind is RelationKind.CONTRADICTS


def test_the_last_word_of_a_claimant_on_a_place(world):
    old = world.claim("adar", world.holds("varnia"))
    new = world.claim("adar", world.holds("league"), day="2031-04-05", article="a-2")
    assert latest_position([new, old], "adar", "Ostrel") == new
    assert latest_position([old], "Ilse Adar", "lund") is None


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_the_order_of_reading_changes_nothing(world, seed):
    rng = random.Random(seed)
    claims = [
        world.claim(
            rng.choice(["adar", "bren", "hale", "ministry", None]),
            rng.choice([world.holds, world.fights])(rng.choice(["varnia", "league"])),
            article=f"a-{rng.randrange(6)}",
            day=rng.choice(["2031-04-01", "2031-04-02", "2031-04-07", None]),
            start=start * 50,
        )
        if rng.random() < 0.7
        else world.claim("hale", world.fights(rng.choice(["ongoing", "ended"])), start=start * 50)
        for start in range(14)
    ]
    origins = {f"a-{n}": f"o-{n // 2}" for n in range(6)}
    expected = relate(claims, world.places, origins)
    rng.shuffle(claims)
    assert relate(claims, world.places, origins) == expected
    by_id = {claim.id: claim for claim in claims}
    pairs = [frozenset((relation.left, relation.right)) for relation in expected]
    assert len(set(pairs)) == len(pairs)
    for relation in expected:
        left, right = by_id[relation.left], by_id[relation.right]
        assert left.claimant is not None
        assert right.claimant is not None
        within = relation.kind in (RelationKind.REPEATS, RelationKind.REVISES)
        assert (left.claimant == right.claimant) is within


class TestSidesUnderOtherWords:
    def test_a_person_who_holds_ground_holds_it_for_their_side(self, world):
        """ "Our men" by the mouth of a minister and the state by name are one holder, not two."""
        relation = only(world, world.claim("ministry", world.holds("varnia")), world.claim("hale", world.holds("adar")))
        assert relation.kind is RelationKind.CORROBORATES
        assert relation.why == "both say of Ostrel: wholly held by Varnia"

    def test_nameless_troops_are_those_of_their_nation(self, world):
        troops = Ref("Varnian troops", "Varnian troops", None, EntityKind.GROUP)
        held = Proposition(
            "control", (*world.holds("varnia").arguments[:1], Argument("holder", troops), Argument("extent", "full"))
        )
        relation = only(world, world.claim("bren", held), world.claim("hale", world.holds("varnia")))
        assert relation.why == "both say of Ostrel: wholly held by Varnia"

    def test_one_part_has_one_holder(self, world):
        ours = world.holds("varnia", "partial", part="mill")
        theirs = world.holds("league", "partial", part="mill")
        assert only(world, world.claim("adar", ours), world.claim("bren", theirs)).kind is RelationKind.CONTRADICTS

    def test_a_part_that_is_not_held_says_nothing_of_another(self, world):
        """ "They do not hold the mill" is no answer to "we hold the docks"."""
        docks = world.holds("league", "partial", part="docks")
        mill = replace(world.holds("league", "partial", part="mill"), negated=True)
        assert none(world, world.claim("bren", docks), world.claim("adar", mill))


def test_what_changed_afterwards_is_not_held_against_what_was_so_before(world):
    """ "We hold the mill" on Wednesday and "they left on Friday" are no dispute; "they had left" before it is one."""
    left = {"kind": "withdraw", "actor": "league", "origin": "ostrel", "status": "done"}
    holds = world.claim("staff", world.holds("league", "partial"), day="2031-04-02")
    later = world.claim("adar", world.says("movement", **left), article="a-2", day="2031-04-04")
    before = world.claim("adar", world.says("movement", **left), article="a-2", day="2031-04-01")
    assert not relate([holds, later], world.places, {})
    assert [relation.kind for relation in relate([holds, before], world.places, {})] == [RelationKind.CONTRADICTS]


def test_a_capture_dated_later_is_not_held_against_the_day_before(world):
    whole = world.claim("adar", world.holds("varnia"), day="2031-04-02")
    handed = world.holds("league", "partial", change="gained", when="2031-04-03")
    assert not relate([whole, world.claim("bren", handed, article="a-2", day="2031-04-04")], world.places, {})
