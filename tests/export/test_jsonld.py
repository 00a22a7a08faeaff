"""Programs for linked data read the export without asking the network, and nothing in it gets lost on the way."""

import json
from typing import Any

from pyld import jsonld
from tests.export.conftest import Save

from counterclaim.export import What
from counterclaim.export.jsonld import CONTEXT

SCHEMA, OWN = "https://schema.org/", "urn:counterclaim:term:"
Node = dict[str, Any]


def offline(address: str, _options: object) -> Node:
    raise AssertionError(f"asked the network for {address}")


def expanded(save: Save, what: What, **narrowing: Any) -> tuple[list[Node], list[Node]]:
    """The nodes as written and as expanded."""
    path, written = save("jsonld", what, **narrowing)
    document = json.loads(path.read_text(encoding="utf-8"))
    found = jsonld.expand(document, {"documentLoader": offline})
    assert len(document["@graph"]) == written.records == len(found)
    return document["@graph"], found


def keys(node: Any) -> set[str]:
    if isinstance(node, dict):
        return set(node).union(*map(keys, node.values()))
    return set().union(*map(keys, node)) if isinstance(node, list) else set()


def of_type(found: list[Node], kind: str) -> list[Node]:
    return [node for node in found if kind in node.get("@type", [])]


def value(node: Node, name: str) -> Any:
    (one,) = node[name]
    return one.get("@value", one)


def test_every_term_has_a_meaning(save: Save) -> None:
    """Expanding drops what the context does not know, without a word."""
    written, found = expanded(save, What.ALL)
    names = {key for key in keys(written) if not key.startswith("@")}
    assert names <= set(CONTEXT)
    iris = {key for key in keys(found) if not key.startswith("@")}
    assert len(iris) == len(names)
    assert all(iri.startswith((SCHEMA, OWN)) for iri in iris)
    types = {kind for node in found for kind in node.get("@type", [])}
    assert types == {
        f"{SCHEMA}Claim", f"{SCHEMA}NewsArticle", f"{SCHEMA}Person", f"{SCHEMA}Place", f"{OWN}Relation",
    }  # fmt: skip


def test_a_claim_is_schema_orgs_claim(save: Save) -> None:
    _, found = expanded(save, What.CLAIMS)
    claim = next(one for one in of_type(found, f"{SCHEMA}Claim") if value(one, f"{SCHEMA}text").startswith("We stand"))
    assert value(value(claim, f"{SCHEMA}author"), f"{SCHEMA}name") == "Jon Brask"
    article = value(claim, f"{SCHEMA}appearance")
    assert article["@type"] == [f"{SCHEMA}NewsArticle"]
    assert value(article, f"{SCHEMA}datePublished") == "2031-05-03"
    assert value(value(claim, f"{OWN}evidence"), f"{OWN}start") == 134
    assert not of_type(found, f"{SCHEMA}ClaimReview")
    assert f"{SCHEMA}dateCreated" not in claim  # the sentence does not say when


def test_the_first_appearance_is_the_earliest_report_of_the_same_claim(save: Save) -> None:
    """Jon Brask's claim of the 4th repeats his of the 3rd."""
    _, found = expanded(save, What.CLAIMS)
    later = next(one for one in found if value(one, f"{SCHEMA}text").startswith("Telsk kept"))
    here, first = (
        value(value(later, f"{SCHEMA}{name}"), f"{SCHEMA}identifier") for name in ("appearance", "firstAppearance")
    )
    assert (here, first) == ("later.txt", "post.txt")


def test_who_contradicts_whom_can_be_followed(save: Save) -> None:
    _, found = expanded(save, What.ALL)
    claims = {one["@id"] for one in of_type(found, f"{SCHEMA}Claim")}
    links = [one for one in found if f"{OWN}contradicts" in one]
    assert links
    for link in links:
        assert {link["@id"], value(link, f"{OWN}contradicts")["@id"]} <= claims


def test_a_country_that_speaks_is_a_government_and_has_no_point(save: Save) -> None:
    _, found = expanded(save, What.CLAIMS)
    author = next(
        value(one, f"{SCHEMA}author") for one in found if value(one, f"{SCHEMA}text").startswith("Mirrow was lost")
    )
    assert author["@type"] == [f"{SCHEMA}GovernmentOrganization"]
    (land,) = [one for one in expanded(save, What.ENTITIES)[1] if value(one, f"{SCHEMA}name") == "Quorl"]
    assert value(land, f"{OWN}precision") == "country"
    assert f"{SCHEMA}geo" not in land
    assert value(author, f"{SCHEMA}location")["@id"] == land["@id"] == "urn:counterclaim:my%20map:Quorl%20%C3%A9"


def test_names_of_things_can_be_addresses(save: Save) -> None:
    written, _ = expanded(save, What.CLAIMS, base="https://desk.invalid/ledger/")
    assert all(one["@id"].startswith("https://desk.invalid/ledger/claims/c-") for one in written)
