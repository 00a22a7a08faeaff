"""Annotation tools find the words: each selector, alone, leads to the characters that carry the claim."""

import json
from typing import Any

from pyld import jsonld
from tests.export.conftest import ODD, Save

from counterclaim.ledger import Ledger

OA, AS, RDF = (
    "http://www.w3.org/ns/oa#",
    "http://www.w3.org/ns/activitystreams#",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
)
# The terms of the Web Annotation Vocabulary that we use, as its JSON-LD context maps them.
CONTEXT = {
    "id": "@id",
    "type": "@type",
    **{name: f"{OA}{name}" for name in (
        "Annotation", "SpecificResource", "TextualBody", "TextPositionSelector", "TextQuoteSelector", "exact", "prefix",
        "suffix", "start", "end",
    )},
    "AnnotationCollection": f"{AS}OrderedCollection",
    "AnnotationPage": f"{AS}OrderedCollectionPage",
    "Text": "http://purl.org/dc/dcmitype/Text",
    "motivation": {"@id": f"{OA}motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": f"{OA}hasPurpose", "@type": "@vocab"},
    **{name: f"{OA}{name}" for name in ("describing", "tagging", "classifying")},
    "body": {"@id": f"{OA}hasBody", "@type": "@id"},
    "target": {"@id": f"{OA}hasTarget", "@type": "@id"},
    "source": {"@id": f"{OA}hasSource", "@type": "@id"},
    "selector": {"@id": f"{OA}hasSelector", "@type": "@id"},
    "scope": {"@id": f"{OA}hasScope", "@type": "@id"},
    "value": f"{RDF}value",
    "format": "http://purl.org/dc/elements/1.1/format",
    "language": "http://purl.org/dc/elements/1.1/language",
    "label": "http://www.w3.org/2000/01/rdf-schema#label",
    "total": f"{AS}totalItems",
    "startIndex": f"{AS}startIndex",
    "first": {"@id": f"{AS}first", "@type": "@id"},
    "items": {"@id": f"{AS}items", "@type": "@id", "@container": "@list"},
}  # fmt: skip
Node = dict[str, Any]


def load(address: str, _options: object) -> Node:
    assert address == "http://www.w3.org/ns/anno.jsonld"
    return {"contextUrl": None, "documentUrl": address, "document": {"@context": CONTEXT}}


def collection(save: Save, **narrowing: Any) -> Node:
    path, written = save("annotations", **narrowing)
    found: Node = json.loads(path.read_text(encoding="utf-8"))
    assert found["total"] == len(found["first"]["items"]) == written.records
    return found


def targets(held: Ledger, annotation: Node) -> list[tuple[str, Node]]:
    """Each target with the text that it counts in."""
    found = []
    for target in annotation["target"]:
        article = target["source"]["id"].removeprefix("urn:counterclaim:").partition("#")[0]
        found.append((held.article(article).text, target))
    return found


def test_each_selector_alone_finds_the_words(save: Save, held: Ledger) -> None:
    """By code points, not bytes or UTF-16: one claim stands behind an emoji."""
    words = []
    for annotation in collection(save)["first"]["items"]:
        for text, target in targets(held, annotation):
            position, quote = target["selector"]
            assert text[position["start"] : position["end"]] == quote["exact"]
            whole = quote["prefix"] + quote["exact"] + quote["suffix"]
            assert text.count(whole) == 1
            assert text.index(whole) + len(quote["prefix"]) == position["start"]
            words.append(quote["exact"])
    assert "Mirrow was lost 😀 at noon" in words


def test_an_interrupted_quotation_has_a_target_for_each_part(save: Save) -> None:
    split = [
        [target["selector"][1]["exact"] for target in one["target"]]
        for one in collection(save)["first"]["items"]
        if len(one["target"]) > 1
    ]
    assert split == [["We hold", "the north quay of Mirrow"]] * 2  # the claim's, and its proposition's evidence


def test_it_is_what_the_model_says(save: Save) -> None:
    """Web Annotation Data Model, 3 and 4: what each kind of thing must have, and nothing that the vocabulary lacks."""
    document = collection(save)
    (found,) = jsonld.expand(document, {"documentLoader": load})
    (page,) = found[f"{AS}first"]
    (listed,) = page[f"{AS}items"]
    assert len(listed["@list"]) == document["total"]
    for annotation in listed["@list"]:
        assert annotation["@type"] == [f"{OA}Annotation"]
        assert annotation[f"{OA}motivatedBy"] == [{"@id": f"{OA}describing"}]
        for body in annotation[f"{OA}hasBody"]:
            assert body["@type"] == [f"{OA}TextualBody"]
            assert len(body[f"{RDF}value"]) == len(body[f"{OA}hasPurpose"]) == 1
        for target in annotation[f"{OA}hasTarget"]:
            assert target["@type"] == [f"{OA}SpecificResource"]
            assert len(target[f"{OA}hasSource"]) == 1
            kinds = [one["@type"][0] for one in target[f"{OA}hasSelector"]]
            assert kinds == [f"{OA}TextPositionSelector", f"{OA}TextQuoteSelector"]
    ids = [one["@id"] for one in listed["@list"]]
    assert len(set(ids)) == len(ids)


def test_no_term_is_unknown_to_the_vocabulary(save: Save) -> None:
    def keys(node: Any) -> set[str]:
        if isinstance(node, dict):
            return set(node).union(*map(keys, node.values()))
        return set().union(*map(keys, node)) if isinstance(node, list) else set()

    assert keys(collection(save)) <= {*CONTEXT, "@context"}


def test_the_page_of_the_report_is_named(save: Save) -> None:
    """Offsets count in the ledger's text; whoever looks at the page goes by the quote."""
    scopes = {target.get("scope") for one in collection(save)["first"]["items"] for target in one["target"]}
    assert scopes == {None, ODD.url}
