"""Aleph takes in every entity, and no value is lost to its cleaning."""

import json
import re
from typing import Any

import pytest
from followthemoney import model
from tests.export.conftest import Save

from counterclaim.export import What
from counterclaim.export.followthemoney import named

Thing = dict[str, Any]


@pytest.fixture
def things(save: Save) -> dict[str, Thing]:
    path, written = save("ftm")
    found = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert len(found) == written.records == len({one["id"] for one in found})
    return {one["id"]: one for one in found}


def of(things: dict[str, Thing], schema: str) -> list[Thing]:
    return [one for one in things.values() if one["schema"] == schema]


def test_every_entity_is_valid_and_keeps_its_values(things: dict[str, Thing]) -> None:
    """FollowTheMoney's own library drops, without a word, what it cannot clean."""
    for thing in things.values():
        schema = model.get(thing["schema"])
        assert schema is not None
        assert schema.validate(thing) is None
        assert set(thing["properties"]) <= set(schema.properties)
        kept = model.get_proxy(thing, cleaned=False).to_dict()["properties"]
        assert {name: len(values) for name, values in kept.items()} == {
            name: len(values) for name, values in thing["properties"].items()
        }, thing


def test_every_link_leads_to_an_entity_of_the_right_kind(things: dict[str, Thing]) -> None:
    followed = 0
    for thing in things.values():
        proxy = model.get_proxy(thing)
        for prop, target in proxy.itervalues():
            if prop.type.name == "entity":
                assert model.get_proxy(things[target]).schema.is_a(prop.range), (thing, prop.name)
                followed += 1
    assert followed > 30


def test_a_claim_is_a_note_of_its_claimant_proved_by_its_article(things: dict[str, Thing]) -> None:
    note = next(one for one in of(things, "Note") if "We stand on the north quay" in one["properties"]["description"])
    about = note["properties"]
    assert things[about["entity"][0]]["properties"]["name"] == ["Jon Brask"]
    assert things[about["proof"][0]]["properties"]["fileName"] == ["post.txt"]
    (evidence,) = [one for one in of(things, "Documentation") if one["properties"]["entity"] == [note["id"]]]
    assert evidence["properties"]["recordId"] == ["text:134-160"]
    assert evidence["properties"]["summary"] == about["description"]


def test_thoughts_are_nobodys_notes(things: dict[str, Thing]) -> None:
    assert not [one for one in of(things, "Note") if one["properties"]["description"] == ["for rain"]]


def test_disputes_are_events_with_sides(things: dict[str, Thing]) -> None:
    (event,) = of(things, "Event")
    assert event["properties"]["location"] == ["Mirrow"]
    answers = [one["properties"] for one in of(things, "UnknownLink") if one["properties"]["subject"] == [event["id"]]]
    assert {things[one["object"][0]]["schema"] for one in answers} == {"Note"}
    assert len({one["role"][0] for one in answers}) >= 2


def test_a_country_is_a_place_without_a_point_and_a_public_body_that_speaks(things: dict[str, Thing]) -> None:
    (land,) = [one for one in of(things, "Address") if one["properties"]["name"] == ["Quorl"]]
    assert "latitude" not in land["properties"]
    assert things["e-mirrow"]["properties"]["latitude"] == ["41.2"]
    (body,) = of(things, "PublicBody")
    assert body["properties"]["addressEntity"] == [land["id"]]
    assert body["properties"]["country"] == ["aq"]
    note = next(one for one in of(things, "Note") if one["properties"]["description"][0].startswith("Mirrow was lost"))
    assert note["properties"]["entity"] == [body["id"]]


def test_mentions_lead_to_who_is_named(things: dict[str, Thing]) -> None:
    mentions = of(things, "Mention")
    assert {things[one["properties"]["resolved"][0]]["schema"] for one in mentions} == {"Person"}
    assert {things[one["properties"]["document"][0]]["schema"] for one in mentions} == {"Article"}


def test_ids_of_gazetteers_become_ids_that_aleph_takes() -> None:
    assert named("geonames:12345") == "geonames.12345"
    assert named("e-0123") == "e-0123"
    odd = [named(one) for one in ("my map:Quorl é", "my map:Quorl e", "-", "a b")]
    assert len(set(odd)) == 4
    assert all(re.fullmatch(r"e-[0-9a-f]{16}", one) for one in odd)


def test_only_sure_claims(save: Save) -> None:
    path, _ = save("ftm", What.ALL, min_confidence=0.5)
    assert "Telsk kept the north quay" not in path.read_text(encoding="utf-8")
