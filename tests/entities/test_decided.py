"""A person has the last word on who is who: decisions hold whatever is read later, and say what became of them."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.entities.by_hand import (
    BODY,
    GROUP,
    PLACE,
    Pairs,
    body,
    decided,
    key,
    one,
    parts,
    person,
    settle,
    split,
    states,
)

from counterclaim.entities.unify import ByHand, unify_by_hand
from counterclaim.model import DecisionState, Entity, Location, Merge, NamedIn, Precision, Rename, Split

DONE, NOTHING, OVERRULED = DecisionState.CARRIED_OUT, DecisionState.FITS_NOTHING, DecisionState.OVERRULED
# Two spellings that the rules join for side and office, and one that they keep apart.
ENVOYS: Pairs = [
    ("a", person("Dmytro Lopatin", "Norway", "Norwegian envoy")),
    ("b", person("Dmitri Lopatin", "Norway", "Norwegian envoy")),
    ("c", person("Lopatin")),
]
DMYTRO, DMITRI, LOPATIN = key("Dmytro Lopatin", "a"), key("Dmitri Lopatin", "b"), key("Lopatin", "c")


def test_merging_joins_what_the_rules_keep_apart_and_says_who_said_so() -> None:
    found = settle(ENVOYS, Merge(DMYTRO, LOPATIN))
    assert parts(settle(ENVOYS)) == {one("a", "b"), one("c")}
    assert parts(found) == {one("a", "b", "c")}
    (entity,) = found.entities
    assert "Lopatin" in entity.names
    assert any("Ada" in reason and "same voice" in reason for reason in entity.reasons)


def test_splitting_takes_apart_what_the_rules_joined_and_drops_their_reason() -> None:
    found = settle(ENVOYS, split(DMYTRO, DMITRI))
    assert parts(found) == {one("a"), one("b"), one("c")}
    about_both = [
        [reason for entity in made.entities for reason in entity.reasons if "Dmytro" in reason and "Dmitri" in reason]
        for made in (settle(ENVOYS), found)
    ]
    assert [len(reasons) for reasons in about_both] == [1, 1]
    assert "decision" not in about_both[0][0]
    assert "is not" in about_both[1][0]
    assert "by decision" in about_both[1][0]


def test_a_split_holds_for_reports_that_come_later() -> None:
    later = [*ENVOYS, ("d", person("Dmitri Lopatin", "Norway", "Norwegian envoy"))]
    assert parts(settle(later, split(DMYTRO, DMITRI))) == {one("a"), one("b", "d"), one("c")}


def test_one_report_of_a_name_can_be_split_off_alone() -> None:
    pairs = [("a", person("Maria Santos")), ("b", person("Maria Santos")), ("c", person("Maria Santos"))]
    apart = split(key("Maria Santos", "a", "c"), key("Maria Santos", "b"), "b")
    found = settle(pairs, apart)
    assert parts(found) == {one("a", "c"), one("b")}
    assert len({entity.id for entity in found.entities}) == 2


def test_no_merge_of_others_brings_together_what_is_split() -> None:
    """The rules have since put the second spelling to a third name; that name is merged, and the spelling stays out."""
    bridge = [*ENVOYS, ("d", body("Lopatin Office", "Norway"))]
    actions = (split(DMYTRO, DMITRI), Merge(DMITRI, LOPATIN), Merge(key("Lopatin Office", "d", kind=BODY), DMYTRO))
    assert parts(settle(bridge, *actions)) == {one("a", "d"), one("b", "c")}
    returned = [*ENVOYS, ("d", person("Dmytro A. Lopatin", "Norway", "Norwegian envoy"))]
    found = settle(returned, split(DMYTRO, DMITRI), Merge(LOPATIN, key("Dmytro A. Lopatin", "d")))
    assert parts(found) == {one("a", "c", "d"), one("b")}


def test_what_a_merge_brings_along_is_taken_out_again() -> None:
    """The rules hold the split spelling to be one with the one that is merged; nobody said so by hand."""
    elsewhere = [
        ("a", person("Petar Orsk")),
        ("b", person("Oksana Malyuk")),
        ("c", person("Oksana Maliuk")),
    ]
    apart = split(key("Petar Orsk", "a"), key("Oksana Maliuk", "c"))
    found = settle(elsewhere, apart, Merge(key("Petar Orsk", "a"), key("Oksana Malyuk", "b")))
    assert parts(found) == {one("a", "b"), one("c")}


def test_the_later_of_two_that_contradict_each_other_wins() -> None:
    apart, joined = split(DMYTRO, DMITRI), Merge(DMYTRO, DMITRI)
    last_joins = settle(ENVOYS, apart, joined)
    assert parts(last_joins) == {one("a", "b"), one("c")}
    assert states(last_joins, apart, joined) == [OVERRULED, DONE]
    last_splits = settle(ENVOYS, joined, apart)
    assert parts(last_splits) == {one("a"), one("b"), one("c")}
    assert states(last_splits, joined, apart) == [DONE, DONE]


def test_a_merge_that_names_both_by_way_of_a_third_ends_the_split() -> None:
    actions = (split(DMYTRO, DMITRI), Merge(LOPATIN, DMYTRO), Merge(LOPATIN, DMITRI))
    found = settle(ENVOYS, *actions)
    assert parts(found) == {one("a", "b", "c")}
    assert states(found, *actions) == [OVERRULED, DONE, DONE]


def test_what_was_split_off_can_be_merged_with_somebody_else() -> None:
    found = settle(ENVOYS, split(DMYTRO, DMITRI), Merge(LOPATIN, DMITRI))
    assert parts(found) == {one("a"), one("b", "c")}


def test_a_decision_that_fits_nothing_waits_until_it_fits_again() -> None:
    joined = Merge(DMYTRO, LOPATIN)
    gone = settle(ENVOYS[:2], joined)
    assert states(gone, joined) == [NOTHING]
    assert parts(gone) == {one("a", "b")}
    assert parts(settle(ENVOYS, joined)) == {one("a", "b", "c")}


def test_the_full_name_finds_an_entity_whose_reports_are_gone_and_a_surname_does_not() -> None:
    moved = [("x", person("Dmytro Lopatin")), ("y", person("Lopatin"))]
    assert states(settle(moved, Rename(DMYTRO, "D. L.")), Rename(DMYTRO, "D. L.")) == [DONE]
    assert states(settle(moved, Rename(LOPATIN, "L.")), Rename(LOPATIN, "L.")) == [NOTHING]
    crowd = Entity("group:1", GROUP, "residents", ("residents",))
    wanted = Rename(key("residents", "a", kind=GROUP), "people of Tarn")
    assert states(settle([("x", crowd)], wanted), wanted) == [NOTHING]


def test_of_namesakes_the_side_tells_who_is_meant() -> None:
    moved = [("x", person("Omar Haddad", "Norway")), ("y", person("Omar Haddad", "Chile"))]
    wanted = Rename(replace(key("Omar Haddad", "a"), side="Chile"), "O. H. of Chile")
    found = settle(moved, wanted)
    assert {(entity.side, entity.name) for entity in found.entities} == {
        ("Norway", "Omar Haddad"), ("Chile", "O. H. of Chile"),
    }  # fmt: skip


def test_renaming_sets_the_name_and_the_last_name_stays() -> None:
    first, last = Rename(DMYTRO, "D. Lopatin"), Rename(DMITRI, "Envoy Lopatin")
    found = settle(ENVOYS, first, last)
    entity = next(entity for entity in found.entities if entity.id == found.which["a", "person:1"])
    assert entity.name == "Envoy Lopatin"
    assert entity.id in found.named
    assert states(found, first, last) == [OVERRULED, DONE]


def test_a_name_given_by_hand_outlives_a_merge() -> None:
    found = settle(ENVOYS, Rename(LOPATIN, "Envoy Lopatin"), Merge(DMYTRO, LOPATIN))
    assert [entity.name for entity in found.entities] == ["Envoy Lopatin"]


def town(ref: str, name: str, *within: str, lat: float = 1.0) -> Entity:
    return Entity(ref, PLACE, name, (name,), location=Location(lat, 2.0, Precision.TOWN), within=within)


PLACES: Pairs = [
    ("a", town("gazetteer:1", "Mirrow", lat=10.0)),
    ("b", town("geonames:1", "Mirov", lat=20.0)),
    ("c", town("geonames:2:1", "Quay", "geonames:1")),
]
MIRROW, MIROV = key("Mirrow", "a", kind=PLACE), key("Mirov", "b", kind=PLACE)


def test_two_places_merged_lie_where_the_first_lies_and_hold_what_lay_in_either() -> None:
    """Claims about a quarter of the one must count for the town."""
    found = settle(PLACES, Merge(MIRROW, MIROV))
    known = {entity.id: entity for entity in found.entities}
    assert set(known) == {"gazetteer:1", "geonames:2:1"}
    assert known["gazetteer:1"].location == Location(10.0, 2.0, Precision.TOWN)
    assert known["geonames:2:1"].within == ("gazetteer:1",)


def test_a_place_split_off_again_bears_its_own_id() -> None:
    found = settle(PLACES, Merge(MIRROW, MIROV), split(MIRROW, MIROV))
    known = {entity.id: entity for entity in found.entities}
    assert known["geonames:1"].location == Location(20.0, 2.0, Precision.TOWN)
    assert known["geonames:2:1"].within == ("geonames:1",)


def test_a_place_is_never_merged_with_a_person() -> None:
    joined = Merge(MIRROW, key("Mirov", "d"))
    found = settle([*PLACES, ("d", person("Mirov"))], joined)
    assert states(found, joined) == [OVERRULED]
    assert len(parts(found)) == 4


def test_without_decisions_nothing_differs() -> None:
    found = settle(ENVOYS)
    assert (found.verdicts, found.named) == ((), frozenset())


NAMES = ("Orla Vint", "Petar Orsk", "Mesk Dain", "Ada Quell", "Jon Brask", "Ruth Adeyemi", "Clara Holm", "Paul Weiss")
MANY: Pairs = [(f"{n}-{k}", person(name)) for n, name in enumerate(NAMES) for k in range(3)]


def independent(pair: int, kind: str) -> Merge | Rename | Split:
    """A decision about two names that no other decision speaks of."""
    left, right = (key(NAMES[n], *(f"{n}-{k}" for k in range(3))) for n in (2 * pair, 2 * pair + 1))
    part = f"{2 * pair}-1"
    made = {
        "merge": Merge(left, right),
        "rename": Rename(left, f"Name {pair}"),
        "split": split(left, key(NAMES[2 * pair], part), part),
    }
    return made[kind]


@settings(max_examples=40, deadline=None)
@given(st.permutations(range(4)), st.lists(st.sampled_from(["merge", "rename", "split"]), min_size=4, max_size=4))
def test_the_order_of_independent_decisions_changes_no_entity(order: list[int], kinds: list[str]) -> None:
    made = decided(*(independent(pair, kinds[pair]) for pair in range(4)))
    usual = unify_by_hand(MANY, ByHand((), made))
    other = unify_by_hand(MANY, ByHand((), tuple(made[n] for n in order)))
    assert (usual.entities, usual.which) == (other.entities, other.which)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**32), st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7), st.booleans()), max_size=6))
def test_the_same_decisions_and_articles_give_the_same_entities(seed: int, wanted: list[tuple[int, int, bool]]) -> None:
    """Whatever order articles were read in; and each entity is whole: no local one is lost or in two."""
    actions = [
        Merge(key(NAMES[a], f"{a}-0"), key(NAMES[b], f"{b}-1"))
        if joins
        else split(key(NAMES[a], f"{a}-0", f"{a}-1"), key(NAMES[b], f"{b}-2"), *([f"{b}-2"] if a == b else []))
        for a, b, joins in wanted
    ]
    found = settle(MANY, *actions)
    again = settle(random.Random(seed).sample(MANY, len(MANY)), *actions)
    assert found == again
    assert set(found.which) == {(article, entity.id) for article, entity in MANY}
    assert set(found.which.values()) == {entity.id for entity in found.entities}
    assert len(found.entities) == len({entity.id for entity in found.entities})
    assert len(found.verdicts) == len(set(decided(*actions)))


@pytest.mark.parametrize("left", [0, 1, 2])
def test_most_of_the_mentions_tell_which_entity_is_meant(left: int) -> None:
    """The rules have since found out that one of the three reports meant somebody else."""
    names = ["Orla Vint"] * 3
    names[left] = "Orla Quast"
    pairs = [(f"0-{n}", person(name)) for n, name in enumerate(names)]
    wanted = key("Orla Vint", "0-0", "0-1", "0-2")
    wanted = replace(wanted, mentions=(*wanted.mentions, NamedIn(f"0-{left}", "Orla Quast", wanted.kind)))
    found = settle(pairs, Rename(wanted, "The one"))
    assert {entity.name for entity in found.entities} == {"The one", "Orla Quast"}
