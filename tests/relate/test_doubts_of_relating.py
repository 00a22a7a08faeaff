"""Without these, a reader is told that people agree or quarrel where nobody would sign it."""

from dataclasses import replace

import pytest

from counterclaim.model import Claim, Entity, EntityKind, Proposition, Ref, RelationKind, Stance
from counterclaim.relate import find_disputes, relate


def kinds(world, *claims: Claim, origins: dict[str, str] | None = None) -> set[RelationKind]:
    return {relation.kind for relation in relate(claims, world.places, origins or {})}


def test_who_says_that_one_holds_it_does_not_share_that_another_does_not(world):
    claims = [
        world.claim("ministry", world.holds("varnia")),
        world.claim("hale", world.holds("league", "none", part="mill")),
    ]
    assert RelationKind.CORROBORATES not in kinds(world, *claims)


def test_answers_that_only_go_together_are_still_one_side(world):
    claims = [
        world.claim("ministry", world.holds("varnia")),
        world.claim("hale", world.holds("league", "none"), article="a-2"),
        world.claim("bren", world.holds("league"), article="a-3"),
    ]
    (dispute,) = find_disputes(claims, relate(claims, world.places, {}), world.places, {})
    assert sorted(len(side.claims) for side in dispute.sides) == [1, 2]


def test_to_name_the_culprit_is_more_than_to_say_that_it_happened(world):
    raid = {"kind": "raid", "place": "ostrel"}
    named, open_ = world.says("attack", actor="varnia", **raid), world.says("attack", **raid)
    assert kinds(world, world.claim("bren", named), world.claim("hale", open_)) == set()
    assert kinds(world, world.claim("bren", named), world.claim("hale", named)) == {RelationKind.CORROBORATES}
    assert kinds(world, world.claim("bren", open_), world.claim("hale", open_)) == {RelationKind.CORROBORATES}


@pytest.mark.parametrize(
    ("target", "found"), [("school", {RelationKind.CORROBORATES}), ("Ostrel", set()), (None, set())]
)
def test_who_names_the_thing_that_was_hit_bears_out_who_also_says_by_whom(world, target, found):
    raid = {"kind": "raid", "place": "ostrel"} | ({"target": target} if target else {})
    told = world.says("attack", actor="varnia", **raid), world.says("attack", **raid)
    assert kinds(world, world.claim("bren", told[0]), world.claim("hale", told[1])) == found


def test_one_side_s_gain_is_the_other_s_loss(world):
    gained = world.claim("ministry", world.holds("varnia", change="gained"))
    lost = world.claim("bren", world.holds("league", "none", change="lost"), article="a-2")
    assert kinds(world, gained, lost) == {RelationKind.CORROBORATES}
    assert kinds(world, world.claim("ministry", world.holds("varnia")), lost) == set()


def named(world, name: str, said: Proposition, article: str, kind: EntityKind = EntityKind.GROUP) -> Claim:
    return replace(
        world.claim("hale", said, article=article), id=f"c-{name}-{article}", claimant=Ref(name, name, None, kind)
    )


@pytest.mark.parametrize(("short", "full"), [("doctor", "doctor of the ward"), ("police", "Ostrel Riot Police")])
def test_in_one_dispatch_a_bare_noun_may_be_the_body_of_the_full_name(world, short, full):
    lost = world.says("losses", side="varnia", kind="killed", place="ostrel", quantity="17", min=17, max=17)
    claims = [named(world, short, lost, "a-1"), named(world, full, lost, "a-2")]
    assert kinds(world, *claims, origins={"a-1": "o-1", "a-2": "o-1"}) == {RelationKind.REPEATS}
    assert kinds(world, *claims) == {RelationKind.CORROBORATES}


def test_a_state_and_its_ministry_are_two_in_one_dispatch_too(world):
    told = world.holds("varnia")
    claims = [named(world, "Varnia", told, "a-1"), named(world, "Varnian Ministry of War", told, "a-2")]
    assert kinds(world, *claims, origins={"a-1": "o-1", "a-2": "o-1"}) == {RelationKind.CORROBORATES}


def test_one_may_hold_the_station_whom_nobody_has_seen_in_the_west(world):
    def held(part: str, words: str, who: str) -> Claim:
        return world.claim(who, world.holds("league", "partial", part=part), article=f"a-{who}", content=words)

    station, west = (
        held("station", "the station is theirs", "hale"),
        held("western districts", "they have the west", "bren"),
    )
    assert kinds(world, station, west) == set()
    both = held("western districts", "they have the west and the station", "adar")
    assert kinds(world, station, both) == {RelationKind.CORROBORATES}
    assert kinds(world, west, held("west", "the west is theirs", "adar")) == {RelationKind.CORROBORATES}


@pytest.mark.parametrize(
    ("small", "words", "large", "against"),
    [
        ("nine", "nine drivers were killed", "38 people were killed", False),
        ("nine", "nine drivers were killed", "38 soldiers were killed", True),
        ("nine", "nine people were killed", "38 people were killed", True),
        ("nine", "nine were killed", "38 dead", True),
        ("Nine", "Nine of them have died since", "38 soldiers were killed", False),
        ("nine", "another nine died", "38 died", False),
    ],
)
def test_some_of_the_dead_are_not_held_against_all(world, small, words, large, against):
    def toll(quantity: str, number: int) -> Proposition:
        return world.says("losses", kind="killed", place="lund", quantity=quantity, min=number, max=number)

    claims = [
        world.claim("hale", toll(small, 9), content=words, article="a-1"),
        world.claim("bren", toll("38", 38), content=large, article="a-2"),
    ]
    assert kinds(world, *claims) == ({RelationKind.CONTRADICTS} if against else set())


def test_a_call_that_two_papers_print_is_no_claim_told_twice(world):
    words = "both armies must keep their guns away from the mill and the bridge"
    claims = [replace(world.claim("hale", content=words, article=a), stance=Stance.URGES) for a in ("a-1", "a-2")]
    assert kinds(world, *claims, origins={"a-1": "o", "a-2": "o"}) == set()


def test_an_army_of_nobody_knows_whom_may_be_that_of_the_state(world):
    whole = {"place": "ostrel", "extent": "full"}
    army = Ref("Army", "Army", "army", EntityKind.ORGANIZATION)
    claims = [
        world.claim("bren", world.says("control", holder=army, **whole)),
        world.claim("hale", world.says("control", holder="varnia", **whole)),
    ]
    places = {**world.places, "army": Entity("army", EntityKind.ORGANIZATION, "Army", ("Army",))}
    assert not any(r.kind is RelationKind.CONTRADICTS for r in relate(claims, places, {}))


def test_an_army_and_a_ministry_of_nobody_knows_whom_may_be_of_one_state(world):
    bodies = [Ref(name, name, name, EntityKind.ORGANIZATION) for name in ("Army", "defence ministry")]
    claims = [
        world.claim(who, world.says("control", holder=body, place="ostrel", extent="full"))
        for who, body in zip(("bren", "hale"), bodies, strict=True)
    ]
    known = {body.name: Entity(body.name, EntityKind.ORGANIZATION, body.name, (body.name,)) for body in bodies}
    assert not any(r.kind is RelationKind.CONTRADICTS for r in relate(claims, {**world.places, **known}, {}))


def test_a_side_whose_word_has_changed_does_not_quarrel_with_itself(world):
    """ "They still hold part of it", two days after "we hold all of it": of the enemy that is a quarrel."""
    whole = world.holds("varnia")
    still = world.holds("league", "partial", change="kept")

    def against(who: str) -> bool:
        claims = [
            world.claim("adar", whole, day="2031-04-01", article="a-1"),
            world.claim(who, still, day="2031-04-03", article="a-2"),
        ]
        return any(r.kind is RelationKind.CONTRADICTS for r in relate(claims, world.places, {}))

    assert against("bren")
    assert not against("ministry")


def test_what_mounted_up_over_days_is_not_held_against_a_day_before_the_last(world):
    def captured(number: int, when: str) -> Proposition:
        return world.says(
            "losses",
            side="varnia",
            kind="captured",
            place="ostrel",
            quantity=str(number),
            min=number,
            max=number,
            when=when,
        )

    by_the_end = world.claim("bren", captured(612, "2031-04-01/2031-04-04"), article="a-1", day="2031-04-04")
    before = world.claim("hale", captured(163, "2031-04-02"), article="a-2")
    same_day = world.claim("staff", captured(200, "2031-04-04"), article="a-3", day="2031-04-04")
    assert kinds(world, by_the_end, before) == set()
    assert kinds(world, by_the_end, same_day) == {RelationKind.CONTRADICTS}


def test_a_corrected_figure_is_no_repetition_of_the_old_one(world):
    claims = [
        world.claim("bren", content="it at 6.7", article="a-1"),
        world.claim("bren", content="It was 6.6, and not 6.7 as first thought", article="a-2", day="2031-04-03"),
        world.claim("bren", content="a strength of 6.7", article="a-3"),
    ]
    relations = relate(claims, world.places, dict.fromkeys(("a-1", "a-2", "a-3"), "o-1"))
    ids = {claim.id: claim.article for claim in claims}
    assert {frozenset((ids[r.left], ids[r.right])) for r in relations} == {frozenset(("a-1", "a-3"))}


def test_the_dead_of_monday_told_on_tuesday_meet_the_count_of_tuesday(world):
    def toll(number: int, when: str | None = None) -> Proposition:
        return world.says(
            "losses",
            side="varnia",
            kind="killed",
            place="lund",
            quantity=str(number),
            min=number,
            max=number,
            when=when,
        )

    monday = world.claim("bren", toll(19, "2031-04-01"), article="a-1", day="2031-04-02")
    tuesday = world.claim("hale", toll(31), article="a-2", day="2031-04-02")
    later = world.claim("staff", toll(80), article="a-3", day="2031-04-06")
    assert kinds(world, monday, tuesday) == {RelationKind.CONTRADICTS}
    assert kinds(world, monday, later) == set()


def test_not_taken_and_not_lost_are_one_refusal_of_one_day(world):
    def refused(who: str, holder: str, extent: str, day: str = "2031-04-02", **more: object) -> Claim:
        return world.claim(who, world.holds(holder, extent, negated=True, **more), article=f"a-{who}", day=day)

    not_taken = refused("adar", "league", "full")
    assert kinds(world, not_taken, refused("hale", "varnia", "none")) == {RelationKind.CORROBORATES}
    assert kinds(world, not_taken, refused("hale", "varnia", "none", day="2031-04-04")) == set()
    assert kinds(world, not_taken, refused("hale", "varnia", "none", part="mill")) == set()


def test_the_end_of_the_fighting_does_not_bear_out_who_took_the_town(world):
    taken = world.claim("bren", world.holds("league", change="gained"), article="a-1")
    over = world.claim("hale", world.fights("ended"), article="a-2")
    goes_on = world.claim("adar", world.fights(), article="a-3")
    assert kinds(world, taken, over) == set()
    assert kinds(world, taken, goes_on) == {RelationKind.CONTRADICTS}


def test_who_says_that_it_was_not_they_and_that_it_was_others_says_two_things(world):
    raid = {"kind": "raid", "place": "ostrel"}
    claims = [
        world.claim("hale", world.says("attack", negated=True, actor="league", **raid), article="a-1"),
        world.claim("hale", world.says("attack", actor="varnia", **raid), article="a-2"),
    ]
    assert kinds(world, *claims) == set()


def test_bodies_that_one_hospital_received_are_no_more_than_the_dead(world):
    def killed(who: str, number: int, **more: object) -> Claim:
        dead = {"kind": "killed", "place": "ostrel", "quantity": str(number), "min": number, "max": number}
        return world.claim(who, world.says("losses", **dead, **more), article=f"a-{who}-{number}")

    assert kinds(world, killed("hale", 27, what="body"), killed("bren", 31)) == set()
    assert kinds(world, killed("hale", 27, what="body"), killed("bren", 19)) == {RelationKind.CONTRADICTS}
    assert kinds(world, killed("hale", 27), killed("bren", 31)) == {RelationKind.CONTRADICTS}


def test_who_retook_a_town_does_not_deny_that_it_had_been_lost(world):
    """Else every recapture would be a quarrel about the days before it."""
    held = world.claim("staff", world.holds("league"), article="a-1", day="2031-04-02")
    retaken = world.claim(
        "ministry", world.holds("varnia", change="gained", again="yes"), article="a-2", day="2031-04-04"
    )
    taken = world.claim("ministry", world.holds("varnia", change="gained"), article="a-2", day="2031-04-04")
    still = world.claim("staff", world.holds("league"), article="a-3", day="2031-04-04")
    assert kinds(world, held, retaken) == set()
    assert kinds(world, held, taken) == {RelationKind.CONTRADICTS}
    late = world.claim("ministry", world.holds("varnia", change="gained"), article="a-2", day="2031-04-05")
    assert kinds(world, held, late) == set()
    assert kinds(world, still, retaken) == {RelationKind.CONTRADICTS}


def test_who_left_a_town_was_there_before(world):
    left = world.says("movement", kind="withdraw", actor="league", origin="ostrel", status="done")
    before = world.claim("staff", world.holds("league", when="2031-04-01"), article="a-1", day="2031-04-04")
    same_day = world.claim("staff", world.holds("league"), article="a-1", day="2031-04-04")
    gone = world.claim("ministry", left, article="a-2", day="2031-04-04")
    assert kinds(world, before, gone) == set()
    assert kinds(world, same_day, gone) == {RelationKind.CONTRADICTS}


def test_not_they_and_others_agree_where_one_report_tells_both(world):
    raid = {"kind": "raid", "place": "ostrel"}
    cleared = world.says("responsibility", negated=True, actor="varnia", event="raid on Ostrel", **raid)
    blamed = world.says("responsibility", actor="free", event="raid on Ostrel", **raid)
    one = world.claim("bren", cleared), world.claim("hale", blamed)
    two = world.claim("bren", cleared), world.claim("hale", blamed, article="a-2")
    assert kinds(world, *one) == {RelationKind.CORROBORATES}
    assert kinds(world, *two) == set()


def test_a_toll_of_the_fourth_day_is_not_against_that_of_the_first(world):
    def toll(number: int, article: str, day: str) -> Claim:
        said = world.says(
            "losses", kind="killed", place="ostrel", quantity=str(number), min=number, max=number, when="2031-04-02"
        )
        return world.claim(article, said, article=article, day=day)

    first, later = toll(6, "a-1", "2031-04-02"), toll(10, "a-2", "2031-04-06")
    assert kinds(world, first, later) == set()
    assert kinds(world, later, toll(12, "a-3", "2031-04-06")) == {RelationKind.CONTRADICTS}


def test_police_and_authorities_are_one_holder(world):
    def held(who: str, holder: str) -> Claim:
        ref = Ref(holder, holder, None, EntityKind.GROUP)
        return world.claim(who, world.says("control", place="ostrel", holder=ref, extent="full"), article=f"a-{who}")

    police, state = held("hale", "riot police"), held("bren", "authorities")
    assert RelationKind.CONTRADICTS not in kinds(world, police, state)
    assert kinds(world, held("adar", "inmates"), police) == {RelationKind.CONTRADICTS}


def test_a_denial_is_not_of_what_happened_after_it(world):
    raid = {"kind": "raid", "place": "ostrel"}
    denied = world.claim("bren", world.says("attack", negated=True, actor="league", **raid), day="2031-04-02")

    def done(when: str) -> Claim:
        said = world.says("attack", actor="league", when=when, **raid)
        return world.claim("ministry", said, article="a-2", day="2031-04-04")

    assert kinds(world, denied, done("2031-04-03")) == set()
    assert kinds(world, denied, done("2031-04-02")) == {RelationKind.CONTRADICTS}


def test_who_held_a_town_in_the_morning_may_have_left_it_at_night(world):
    held = world.claim("staff", world.holds("league"), article="a-1", day="2031-04-03")
    left = world.says("movement", kind="withdraw", actor="league", origin="ostrel", status="done", when="2031-04-03")
    assert kinds(world, held, world.claim("ministry", left, article="a-2", day="2031-04-04")) == set()
    assert kinds(world, held, world.claim("ministry", left, article="a-2", day="2031-04-03")) == {
        RelationKind.CONTRADICTS
    }


def test_an_attack_told_days_later_is_that_of_the_day_which_another_gives(world):
    """Else who blames the other side ten days on disputes nothing."""

    def hit(who: str, actor: str, article: str, day: str, when: str | None = None) -> Claim:
        said = world.says("attack", kind="shelling", actor=actor, target="bus", place="ostrel", when=when)
        return world.claim(who, said, article=article, day=day)

    first = hit("staff", "varnia", "a-1", "2031-04-02", "2031-04-02")
    later = hit("ministry", "league", "a-2", "2031-04-12")
    again = hit("hale", "varnia", "a-3", "2031-04-11", "2031-04-11")
    assert kinds(world, first, later) == {RelationKind.CONTRADICTS}
    assert kinds(world, first, hit("hale", "varnia", "a-2", "2031-04-12")) == {RelationKind.CORROBORATES}
    assert RelationKind.CONTRADICTS in kinds(world, later, again)  # of two days, the one before it
    assert all({first.id, later.id} != {r.left, r.right} for r in relate((first, again, later), world.places, {}))


def test_dead_of_their_own_are_all_of_theirs(world):
    """Else the losses that a side admits are never held against those that the other side claims."""

    def lost(who: str, quantity: str, number: int, words: str) -> Claim:
        said = world.says(
            "losses", side="league", kind="killed", quantity=quantity, min=number, max=number, place="lund"
        )
        return world.claim(who, said, content=words)

    admitted = lost("staff", "nine", 9, "nine dead of their own")
    assert kinds(world, admitted, lost("ministry", "38", 38, "it had killed 38")) == {RelationKind.CONTRADICTS}


def test_who_names_the_culprit_ten_days_on_speaks_of_the_one_attack_there(world):
    """Else who says that the others staged the strike meets nobody."""
    struck = world.says(
        "attack", kind="strike", actor="varnia", target="Ostrel market", place="ostrel", when="2031-04-02"
    )
    staged = world.says("responsibility", kind="strike", actor="league", event="strike on the market", place="ostrel")
    first = world.claim("staff", struck, article="a-1", day="2031-04-02")
    later = world.claim("ministry", staged, article="a-2", day="2031-04-12")
    assert kinds(world, first, later) == {RelationKind.CONTRADICTS}
    mill = replace(
        struck, arguments=tuple(replace(a, value="mill") if a.role == "target" else a for a in struck.arguments)
    )
    other = world.claim("hale", replace(mill, when="2031-04-08"), article="a-3", day="2031-04-08")
    town = world.says("responsibility", kind="strike", actor="league", event="strike on Ostrel", place="ostrel")
    assert kinds(world, first, other, world.claim("ministry", town, article="a-2", day="2031-04-12")) == set()  # which?


def test_fighting_in_the_docks_is_fighting_in_the_town(world):
    docks, town = world.claim("hale", world.fights(part="docks")), world.claim("bren", world.fights(), article="a-2")
    assert kinds(world, docks, town) == {RelationKind.CORROBORATES}


def test_none_captured_is_against_each_count_told_before_it(world):
    """A flat denial of Wednesday is of Monday's claim; one of Sunday is not of what came after."""
    taken = {"side": "league", "kind": "captured", "place": "ostrel"}
    count = world.claim("ministry", world.says("losses", quantity="22", min=22, max=22, **taken), day="2031-04-04")

    def none(day: str, **how: object) -> Claim:
        return world.claim("staff", world.says("losses", **taken, **how), article="a-2", day=day)

    denied, counted = none("2031-04-06", negated=True), none("2031-04-06", quantity="not one", min=0, max=0)
    assert kinds(world, count, denied) == {RelationKind.CONTRADICTS}
    assert kinds(world, count, counted) == {RelationKind.CONTRADICTS}
    assert kinds(world, count, none("2031-04-02", negated=True)) == set()


def test_in_nearly_the_same_words_two_sides_may_say_the_contrary(world):
    fort = {"change": "gained", "part": "fort"}
    ours = world.claim(
        "ministry", world.holds("varnia", "partial", **fort), content="it had retaken the fort of Ostrel"
    )
    theirs = world.holds("league", "partial", **fort)
    told = world.claim("bren", theirs, article="a-2", content="they had seized the fort of Ostrel")
    assert RelationKind.CORROBORATES not in kinds(world, ours, told)


def test_a_count_of_fighters_is_none_of_all(world):
    def dead(count: int, content: str, article: str) -> Claim:
        said = world.says("losses", kind="killed", place="ostrel", quantity=str(count), min=count, max=count)
        return world.claim("ministry" if article == "a-1" else "bren", said, article=article, content=content)

    fighters = dead(70, "its men had killed 70 fighters", "a-1")
    assert kinds(world, fighters, dead(23, "23 dead", "a-2")) == set()
    assert kinds(world, fighters, dead(6, "only 6 fighters were killed", "a-2")) == {RelationKind.CONTRADICTS}
