"""Which two local entities are one in the ledger. A wrong join puts one person's claims into another's mouth."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.entities import unify
from counterclaim.model import Entity, EntityKind, Location, Precision

PERSON, BODY, GROUP, PLACE = EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.GROUP, EntityKind.PLACE
Row = tuple[str, str, str | None]  # name, role, side


def person(name: str, role: str = "", side: str | None = None, ref: str = "person:1") -> Entity:
    return Entity(ref, PERSON, name, (name,), (role,) if role else (), side)


def body(name: str, side: str | None = None, *others: str, ref: str = "organization:1", within: str = "") -> Entity:
    return Entity(ref, BODY, name, (name, *others), (), side, None, (within,) if within else ())


def joined(left: Entity, right: Entity) -> bool:
    _, ledger = unify([("a", left), ("b", right)])
    return ledger["a", left.id] == ledger["b", right.id]


ONE_PERSON: list[tuple[Row, Row]] = [
    (("Oksana Malyuk", "", None), ("Oksana Maliuk", "", None)),
    (("Oksana Malyuk", "", None), ("Оксана Малюк", "", None)),
    (("Mykhailo Bondar", "", None), ("Mikhailo Bondar", "", None)),
    (("Yevhen Tkachenko", "", None), ("Evhen Tkachenko", "", None)),
    (("Evgeny Sazhin", "", None), ("Yevgeny Sazhin", "", None)),
    (("Evgeni Sajin", "", None), ("Евгений Сажин", "", None)),
    (("Viacheslav Rudenko", "", None), ("Vyacheslav Rudenko", "", None)),
    (("Dmitri Lopatin", "", None), ("Dmitry Lopatin", "", None)),
    (("Dmitriy Lopatin", "", None), ("Дмитрий Лопатин", "", None)),
    (("Sergei Kovalev", "", None), ("Sergey Kovalyov", "", None)),
    (("Hanna Rybak", "", None), ("Ганна Рибак", "", None)),
    (("Andrii Melnyk", "", None), ("Andriy Melnik", "", None)),
    (("Jean-Luc Barré", "", None), ("Jean-Luc Barre", "", None)),
    (("Zoë Müller", "", None), ("Zoe Muller", "", None)),
    (("Harold B. Finch", "", None), ("Harold Finch", "", None)),
    (("Harold B. Finch", "", None), ("Harold Bernard Finch", "", None)),
    (("Ruth Adeyemi", "minister", "Nigeria"), ("Ruth Adeyemi", "", None)),
    (("Ruth Adeyemi", "Nigerian health minister", "Nigeria"), ("Ruth Adeyemi", "the health minister", "Nigeria")),
    (("Volodymyr Hrytsenko", "Ukrainian envoy", "Ukraine"), ("Vladimir Hrytsenko", "Ukrainian envoy", "Ukraine")),
    (("Dmytro Lopatin", "Ukrainian envoy", "Ukraine"), ("Dmitri Lopatin", "Ukrainian envoy", "Ukraine")),
    (("Lopatin", "Ukrainian envoy", "Ukraine"), ("Dmytro Lopatin", "Ukrainian envoy", "Ukraine")),
    (("Finch", "Canadian police chief", "Canada"), ("Harold Finch", "Canada's police chief", "Canada")),
    (("Sheikh Omar Haddad", "", None), ("Omar Haddad", "", None)),
    (("Kateryna Shevchuk", "", None), ("Катерина Шевчук", "", None)),
    (("Alexey Chernov", "", None), ("Алексей Чернов", "", None)),
    (("Alexander Grynko", "Ukrainian envoy", "Ukraine"), ("Oleksandr Hrynko", "Ukrainian envoy", "Ukraine")),
    (("Alexander Grynko", "", None), ("Alexander Hrynko", "", None)),
]
TWO_PERSONS: list[tuple[Row, Row]] = [
    (("Peter Holm", "finance minister", "Denmark"), ("Clara Holm", "health minister", "Denmark")),
    (("Peter Holm", "", None), ("Clara Holm", "", None)),
    (("Alexander Grynko", "", None), ("Oleksandr Hrynko", "", None)),
    (("Alexander Grynko", "Russian envoy", "Russia"), ("Oleksandr Hrynko", "Ukrainian envoy", "Ukraine")),
    (("Holm", "", None), ("Peter Holm", "", None)),
    (("Holm", "finance minister", "Denmark"), ("Clara Holm", "health minister", "Denmark")),
    (("Holm", "finance minister", "Norway"), ("Peter Holm", "finance minister", "Denmark")),
    (("Holm", "", None), ("Holm", "", None)),
    (("Dmitri Lopatin", "", None), ("Dmytro Lopatin", "", None)),
    (("Dmitri Lopatin", "Russian pilot", "Russia"), ("Dmytro Lopatin", "Ukrainian pilot", "Ukraine")),
    (("Dmitri Lopatin", "pilot", "Ukraine"), ("Dmytro Lopatin", "judge", "Ukraine")),
    (("Ivan Petrov", "", None), ("Ivan Petrova", "", None)),
    (("Alexei Ivanov", "", None), ("Alexandra Ivanova", "", None)),
    (("Olga Ivanova", "", None), ("Oleg Ivanov", "", None)),
    (("Samuel Ortiz Jr.", "", None), ("Samuel Ortiz", "", None)),
    (("Samuel Ortiz Jr.", "", None), ("Samuel Ortiz Sr.", "", None)),
    (("George W. Marsh", "", None), ("George H. W. Marsh", "", None)),
    (("Harold B. Finch", "", None), ("Harold C. Finch", "", None)),
    (("Maria Santos", "president", "Brazil"), ("Maria Santos", "coach", "Portugal")),
    (("Kim Min-jun", "", None), ("Kim Min-seo", "", None)),
    (("Li Wei", "", None), ("Li Wen", "", None)),
    (("Lee Chan", "", None), ("Li Chen", "", None)),
    (("Martin Marti", "", None), ("Martin Martin", "", None)),
    (("Serhiy Bondar", "", None), ("Sergei Bondarev", "", None)),
    (("Anna Sokolova", "", None), ("Anna Sokol", "", None)),
    (("Rahul Nair", "prime minister", "India"), ("Indra Nair", "prime minister", "India")),
    (("Paul Weiss", "", None), ("Paula Weiss", "", None)),
    (("Jan Novak", "", None), ("Jana Novakova", "", None)),
    (("Ali Hassan", "spokesman", "Iraq"), ("Ali Hussein", "spokesman", "Iraq")),
    (("Daniel Reyes", "", None), ("Danielle Reyes", "", None)),
]
ONE_BODY = [
    (body("Ministry of Defense", "Norway"), body("Defence Ministry", "Norway")),
    (body("Norwegian Ministry of Defence", "Norway"), body("Norway's Defense Ministry", "Norway")),
    (body("Institute for Coastal Research"), body("Institute for Coastal Research")),
    (body("Institute for Coastal Research", None, "ICR"), body("ICR")),
    (body("Institute for Coastal Research"), body("ICR")),
    (body("Orion Group", None, "Orion"), body("Orion")),
    (body("Centre for Open Seas"), body("Center for Open Seas")),
    (body("Labour Party", "United Kingdom"), body("Labor Party", "United Kingdom")),
    (body("Kremlin", "Russia"), body("Kremlin", "Russia", "the Kremlin")),
    (body("Orion Group", "Chile"), body("Orion Group")),
]
TWO_BODIES = [
    (body("Ministry of Defense", "Norway"), body("Ministry of Defense", "Sweden")),
    (body("Norwegian Ministry of Defence", "Norway"), body("Swedish Ministry of Defence", "Sweden")),
    (body("Ministry of Defense"), body("Ministry of Defense")),
    (body("Ministry of Defense"), body("Norwegian Ministry of Defense", "Norway", "the Ministry of Defense")),
    (body("Supreme Court"), body("Supreme Court", "India")),
    (body("Ministry of Defense", "Norway"), body("Ministry of Health", "Norway")),
    (body("Institute for Coastal Research"), body("Institute for Coastal Defence")),
    (body("ICR", "Chile"), body("Institute for Coastal Research", "Peru")),
    (body("AB"), body("Alpine Bank")),
    (body("Orion"), body("Orion Group")),
    (body("National Army", "Chad"), body("National Army", "Mali")),
    (body("Green Party", "Germany"), body("Green Party", "Canada")),
    (body("Northern Alliance"), body("Southern Alliance")),
]


@pytest.mark.parametrize(("left", "right"), ONE_PERSON, ids=lambda row: row[0])
def test_one_person(left: Row, right: Row) -> None:
    assert joined(person(*left), person(*right))


@pytest.mark.parametrize(("left", "right"), TWO_PERSONS, ids=lambda row: row[0])
def test_two_persons(left: Row, right: Row) -> None:
    assert not joined(person(*left), person(*right))


@pytest.mark.parametrize(("left", "right"), ONE_BODY, ids=lambda e: e.name)
def test_one_body(left: Entity, right: Entity) -> None:
    assert joined(left, right)


@pytest.mark.parametrize(("left", "right"), TWO_BODIES, ids=lambda e: e.name)
def test_two_bodies(left: Entity, right: Entity) -> None:
    assert not joined(left, right)


def test_enough_pairs_and_enough_traps() -> None:
    pairs = len(ONE_PERSON) + len(ONE_BODY)
    traps = len(TWO_PERSONS) + len(TWO_BODIES)
    assert pairs + traps >= 60
    assert traps >= pairs


def test_every_join_says_why() -> None:
    for left, right in [(person(*a), person(*b)) for a, b in ONE_PERSON] + ONE_BODY:
        entities, ledger = unify([("a", left), ("b", right)])
        entity = next(e for e in entities if e.id == ledger["a", left.id])
        assert entity.reasons, (left.name, right.name)


def test_two_entities_of_one_article_can_be_one_and_two_ministers_stay_two() -> None:
    rows = [
        ("a", person("Peter Holm", "finance minister", "Denmark")),
        ("a", person("Clara Holm", "health minister", "Denmark", ref="person:2")),
        ("b", person("Holm", "Danish health minister", "Denmark")),
    ]
    _, ledger = unify(rows)
    assert ledger["b", "person:1"] == ledger["a", "person:2"] != ledger["a", "person:1"]


def test_the_ministry_in_a_mans_words_is_that_of_his_side() -> None:
    rows = [
        ("a", person("Olav Berg", "head of the Norwegian firm Fjord", "Norway")),
        ("b", person("Olav Berg", "Fjord's boss")),
        ("b", body("Ministry of Defense", within="person:1")),
        ("c", body("Norwegian Ministry of Defence", "Norway")),
        ("d", body("Ministry of Defense")),
    ]
    _, ledger = unify(rows)
    assert ledger["b", "organization:1"] == ledger["c", "organization:1"]
    assert ledger["d", "organization:1"] != ledger["c", "organization:1"]


def test_a_chief_has_the_side_of_his_body() -> None:
    rows = [
        ("a", person("Olav Berg", "Fjord Group's chief")),
        ("b", Entity("organization:1", BODY, "Fjord Group", ("Fjord Group",), (), "Norway")),
    ]
    entities, ledger = unify(rows)
    assert next(e.side for e in entities if e.id == ledger["a", "person:1"]) == "Norway"


def test_places_keep_their_id_and_states_join_their_country() -> None:
    somewhere = Location(47.5, 14.5, Precision.COUNTRY, "AT")
    rows = [
        ("a", Entity("geonames:2782113", PLACE, "Austria", ("Austria",), location=somewhere)),
        ("b", Entity("state:1", PLACE, "Austria", ("Vienna",), side="Austria")),
        ("c", Entity("state:1", PLACE, "Chile", ("Chile",), side="Chile")),
    ]
    entities, ledger = unify(rows)
    assert ledger["b", "state:1"] == "geonames:2782113"
    assert ledger["c", "state:1"] not in {"geonames:2782113", "state:1"}
    assert {"Austria", "Vienna"} <= set(next(e.names for e in entities if e.id == "geonames:2782113"))


def test_residents_of_two_reports_are_two_groups() -> None:
    residents = Entity("group:1", GROUP, "residents", ("residents",))
    assert not joined(residents, residents)


def test_ids_stay_as_more_articles_come() -> None:
    rows = [("a", person("Oksana Malyuk", "judge", "Ukraine")), ("b", body("Orion Group"))]
    more = [("c", person("Oksana Maliuk")), ("d", body("Orion Group", "Chile")), ("e", person("Paul Weiss"))]
    _, before = unify(rows)
    _, after = unify(rows + more)
    assert {key: after[key] for key in before} == before


POOL = [
    (f"art{n % 7}", Entity(f"{e.kind.value}:{n}", e.kind, e.name, e.names, e.roles, e.side, None, ()))
    for n, e in enumerate(
        [person(*row) for pair in ONE_PERSON + TWO_PERSONS for row in pair]
        + [e for pair in ONE_BODY + TWO_BODIES for e in pair]
    )
]


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 2**32), st.integers(2, len(POOL)))
def test_order_of_the_input_changes_nothing(seed: int, size: int) -> None:
    rows = random.Random(seed).sample(POOL, size)
    entities, ledger = unify(rows)
    assert unify(sorted(rows, key=lambda row: row[1].id, reverse=True)) == (entities, ledger)
    assert set(ledger) == {(article, entity.id) for article, entity in rows}
    assert set(ledger.values()) == {entity.id for entity in entities}


def town(name: str, *names: str, ref: str = "geonames:1") -> Entity:
    return Entity(ref, PLACE, name, names or (name,), location=Location(1.0, 2.0, Precision.REGION))


def test_a_title_and_surname_are_the_only_such_person_of_the_same_towns() -> None:
    pairs = [("a", person("Jon Varga", "General", "Chad")), ("a", town("Abéché")), ("b", person("Varga", "General"))]
    _, apart = unify(pairs)
    assert apart["a", "person:1"] != apart["b", "person:1"]
    entities, ledger = unify([*pairs, ("b", town("Abéché"))])
    assert ledger["a", "person:1"] == ledger["b", "person:1"]
    assert "same places" in next(e for e in entities if e.kind is PERSON).reasons[-1]


def test_a_surname_without_office_joins_nobody_for_its_towns() -> None:
    pairs = [
        ("a", person("Jon Varga", "General")),
        ("a", town("Abéché")),
        ("b", person("Varga")),
        ("b", town("Abéché")),
    ]
    _, ledger = unify(pairs)
    assert ledger["a", "person:1"] != ledger["b", "person:1"]


def test_a_place_is_shown_by_the_name_that_most_articles_use() -> None:
    pairs = [("a", town("Ouaddaï region")), ("b", town("Ouaddaï region")), ("c", town("Région du Ouaddaï", "Ouaddaï"))]
    (entity,), _ = unify(pairs)
    assert entity.name == "Ouaddaï region"
    assert set(entity.names) == {"Ouaddaï region", "Ouaddaï"}


def test_one_full_name_on_the_sides_of_a_state_and_a_movement_is_one_person() -> None:
    assert joined(
        person("Omar Haddad", "Palestinian leader", "Palestine"), person("Omar Haddad", "Hamas chief", "Hamas")
    )


def test_nothing_in_nothing_out() -> None:
    assert unify([]) == ((), {})


def spelled(number: int) -> str:
    """A number as a name that no other number is spelled like."""
    return "".join("bdfgklmnpr"[int(digit)] + "a" for digit in f"{number:04}").capitalize() + "t"


def test_work_grows_with_the_number_of_entities() -> None:
    """A ledger of years must still open: ten thousand persons in one go, each name met several times."""
    rows = [(f"a{n}", person(f"{spelled(n % 500)} {spelled(n % 700)}", "judge", "Chad")) for n in range(10_000)]
    entities, ledger = unify(rows)
    assert len(ledger) == 10_000
    assert len({entity.name for entity in entities}) == len(entities) <= 3500
