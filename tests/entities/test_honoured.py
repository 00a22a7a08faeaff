"""Whom a user knows comes first: his names lead to him, and nobody else of the file is ever taken for him."""

from tests.entities.by_hand import BODY, GROUP, PERSON, Pairs, body, key, one, parts, person, settle, split, states

from counterclaim.model import Actor, DecisionState, Entity, EntityKind, Location, Merge, Precision, Rename, Tenure

ORLA = Actor("Orla Vint", PERSON, ("O. Vint", "Орла Винт"), (Tenure("deputy minister", "2031-03"),), "Velm")
MINISTRY = Actor("Ministry of Coasts", BODY, ("MoC",), side="Velm")
GUARD = Actor("Coast Guard", BODY, ("the Guard",), side="Velm", part_of="Ministry of Coasts")


def entity_of(found: object, article: str, local: str = "person:1") -> Entity:
    which = found.which[article, local]  # type: ignore[attr-defined]
    return next(entity for entity in found.entities if entity.id == which)  # type: ignore[attr-defined]


def test_every_name_of_an_actor_leads_to_him_whatever_the_rules_say() -> None:
    pairs = [
        ("a", person("Orla Vint", "Velm")),
        ("b", person("O. Vint")),
        ("c", person("ORLA VINT", "Sarn")),
        ("d", Entity("organization:1", BODY, "Orla Vint", ("Orla Vint",))),
        ("e", person("Clara Vint")),
    ]
    found = settle(pairs, actors=(ORLA,))
    assert parts(found) == {one("a", "b", "c", "d"), one("e")}
    entity = entity_of(found, "a")
    assert (entity.name, entity.kind, entity.side) == ("Orla Vint", PERSON, "Velm")
    assert entity.roles[0] == "deputy minister"
    assert any("file of actors" in reason for reason in entity.reasons)
    assert entity.id in found.named


def test_the_rules_still_find_an_actor_by_spellings_that_the_file_lacks() -> None:
    found = settle([("a", person("Orla Vinte", "Velm")), ("b", person("Orla Vindt"))], actors=(
        Actor("Evgeny Sazhin", PERSON, side="Velm"),
    ))  # fmt: skip
    assert parts(found) == {one("a"), one("b")}
    found = settle([("a", person("Yevgeny Sajin", "Velm"))], actors=(Actor("Евгений Сажин", PERSON, side="Velm"),))
    assert [entity.name for entity in found.entities] == ["Евгений Сажин"]


def test_a_surname_with_the_office_and_side_of_the_file_is_the_actor() -> None:
    actor = Actor("Orla Vint", PERSON, (), (Tenure("Norwegian health minister"),), "Norway")
    found = settle([("a", person("Vint", "Norway", "Norwegian health minister"))], actors=(actor,))
    assert [entity.name for entity in found.entities] == ["Orla Vint"]


def test_a_surname_of_another_person_of_the_same_report_is_not_the_actors() -> None:
    """A user who lists "Vint" means whom reports call nothing but Vint."""
    actor = Actor("Orla Vint", PERSON, ("Vint",))
    clara = Entity("person:1", PERSON, "Clara Vint", ("Clara Vint", "Vint"))
    found = settle([("a", clara), ("b", person("Vint"))], actors=(actor,))
    assert parts(found) == {one("a"), one("b")}
    assert entity_of(found, "b").name == "Orla Vint"


def test_two_actors_are_never_one_though_the_rules_would_join_them() -> None:
    actors = (Actor("Dmytro Lopatin", PERSON, side="Norway"), Actor("Dmitri Lopatin", PERSON, side="Norway"))
    pairs = [
        ("a", person("Dmytro Lopatin", "Norway", "Norwegian envoy")),
        ("b", person("Dmitri Lopatin", "Norway", "Norwegian envoy")),
        ("c", person("Lopatin", "Norway", "Norwegian envoy")),
    ]
    assert parts(settle(pairs)) == {one("a", "b", "c")}
    assert parts(settle(pairs, actors=actors)) == {one("a"), one("b"), one("c")}


def test_a_body_that_is_part_of_another_stays_apart_from_it_and_lies_in_it() -> None:
    pairs: Pairs = [
        ("a", body("Ministry of Coasts", "Velm", "Coast Guard Ministry")),
        ("b", body("Coast Guard", "Velm", "MoC Coast Guard")),
    ]
    found = settle(pairs, actors=(MINISTRY, GUARD))
    ministry, guard = entity_of(found, "a", "organization:1"), entity_of(found, "b", "organization:1")
    assert ministry.id != guard.id
    assert guard.within == (ministry.id,)


def test_no_decision_merges_two_actors_or_renames_one_or_takes_his_name() -> None:
    pairs: Pairs = [("a", body("Ministry of Coasts")), ("b", body("Coast Guard")), ("c", body("MoC"))]
    ministry, guard = key("Ministry of Coasts", "a", kind=BODY), key("Coast Guard", "b", kind=BODY)
    actions = (Merge(ministry, guard), Rename(guard, "Guards"), split(ministry, key("MoC", "c", kind=BODY)))
    found = settle(pairs, *actions, actors=(MINISTRY, GUARD))
    assert states(found, *actions) == [DecisionState.OVERRULED] * 3
    assert parts(found) == {one("a", "c"), one("b")}


def test_somebody_whom_the_file_lacks_can_be_merged_with_an_actor_and_takes_his_name() -> None:
    pairs = [("a", person("Orla Vint")), ("b", person("The Deputy"))]
    found = settle(pairs, Merge(key("The Deputy", "b"), key("Orla Vint", "a")), actors=(ORLA,))
    assert [entity.name for entity in found.entities] == ["Orla Vint"]
    assert parts(found) == {one("a", "b")}


def test_a_ministry_of_another_side_is_not_the_actors_ministry() -> None:
    """Every state has one; a user who lists his own does not claim the enemy's."""
    actor = Actor("Ministry of Defence", BODY, side="Norway")
    pairs: Pairs = [("a", body("Ministry of Defence", "Norway")), ("b", body("Ministry of Defence", "Chile"))]
    found = settle([*pairs, ("c", body("Ministry of Defence"))], actors=(actor,))
    assert parts(found) == {one("a", "c"), one("b")}


def test_places_are_left_to_gazetteers() -> None:
    place = Entity("geonames:1", EntityKind.PLACE, "Orla Vint", ("Orla Vint",), location=Location(1, 2, Precision.TOWN))
    found = settle([("a", place)], actors=(ORLA,))
    assert [entity.id for entity in found.entities] == ["geonames:1"]


def test_a_group_of_the_file_is_one_over_all_reports() -> None:
    def group(name: str) -> Entity:
        return Entity("group:1", GROUP, name, (name,))

    pairs = [("a", group("Free Rowers")), ("b", group("the Free Rowers")), ("c", group("residents"))]
    found = settle(pairs, actors=(Actor("Free Rowers", GROUP),))
    assert parts(found) == {one("a", "b"), one("c")}


def test_whom_no_report_names_is_no_entity() -> None:
    found = settle([("a", person("Jon Brask"))], actors=(ORLA, MINISTRY, GUARD))
    assert [entity.name for entity in found.entities] == ["Jon Brask"]
