"""Exports are what users and other programs build on: their shape holds, and opening one runs nothing."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ledger.builders import article, reading, write

from counterclaim.errors import InputError
from counterclaim.export import Wanted, What, export
from counterclaim.export import write as write_export
from counterclaim.export.csvfile import COLUMNS, flat
from counterclaim.export.wanted import RECORDS
from counterclaim.ledger import Ledger, open_ledger
from counterclaim.ledger.deriving import derive
from counterclaim.ledger.writing import begin_run, write_reading
from counterclaim.model import Part, Quotation

TEXT = "A day in Tarn\nOrla says: they hold the north in Tarn.\nMesk denies: they hold the north in Tarn."


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "l.db") as held:
        write(held, article(TEXT, "b.txt"))
        write(held, article(TEXT + "\nNothing else.", "a.txt"))
        derive(held)
        yield held


def lines(held: Ledger, what: str) -> list[dict[str, Any]]:
    stream = io.StringIO()
    number = export(held, what, "jsonl", stream)
    found = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert len(found) == number
    return found


def test_a_claim_looks_as_documented(ledger: Ledger) -> None:
    """Every script written against an export breaks with its shape."""
    claim = lines(ledger, "claims")[0]
    start = TEXT.index("they hold")
    span = [start, start + len("they hold the north in Tarn")]
    assert list(claim) == [
        "id", "document", "outlet", "claimant", "source_spans", "cue_spans", "content_spans", "content", "quotation",
        "speech", "stance", "channel", "relayed_by", "said", "propositions", "confidence", "review",
    ]  # fmt: skip
    assert claim["document"] == "a.txt"
    assert claim["outlet"] == "The Tarn Courier"
    assert claim["claimant"] == {"id": claim["claimant"]["id"], "name": "Orla", "kind": "person", "surface": "Orla"}
    assert claim["source_spans"] == [[14, 18]]
    assert claim["content_spans"] == [span]
    assert (claim["quotation"], claim["stance"], claim["channel"], claim["said"]) == (
        "indirect",
        "asserts",
        "Telegram",
        None,
    )
    assert claim["relayed_by"] == ["Tarn Wire"]
    (fact,) = claim["propositions"]
    place = fact.pop("place")
    assert place == {"id": place["id"], "name": "Tarn", "surface": "Tarn"}
    assert fact == {"frame": "control", "extent": "full", "part": None, "when": "2031-04-01", "evidence": [span]}


def test_a_thought_is_written_and_marked(ledger: Ledger) -> None:
    """Who counts claims must be able to leave out what nobody uttered, and who studies thoughts to find it."""
    told = reading(article("The third day\n" + TEXT, "c.txt"))
    thought = replace(told.claims[0], speech=False, quotation=Quotation.NARRATION, propositions=())
    write_reading(ledger, replace(told, claims=(thought,)), run=begin_run(ledger, [], "e"), engine="e")
    assert [claim["speech"] for claim in lines(ledger, "claims")] == [True] * 4 + [False]
    last = lines(ledger, "claims")[-1]
    assert (last["quotation"], last["claimant"]["name"], last["propositions"]) == ("narration", "Orla", [])
    assert last["source_spans"]
    assert last["cue_spans"]


def test_negation_and_the_title_are_said_only_where_they_are_so(ledger: Ledger) -> None:
    """`negated` on every line would hide the few where it stands."""
    assert [claim["propositions"][0].get("negated") for claim in lines(ledger, "claims")] == [None, True] * 2
    one = replace(article("The body.", "c.txt"), title=TEXT)
    from_title = reading(replace(article(TEXT, "c.txt")))
    claims = tuple(replace(claim, part=Part.TITLE, article=one.id) for claim in from_title.claims)
    mentions = tuple(replace(mention, part=Part.TITLE) for mention in from_title.mentions)
    whole = replace(from_title, article=one, claims=claims, mentions=mentions)
    write_reading(ledger, whole, run=begin_run(ledger, [], "e"), engine="e")
    assert [row.get("part") for row in lines(ledger, "claims")] == [None] * 4 + ["title"] * 2
    assert [row.get("part") for row in lines(ledger, "mentions")] == [None] * 8 + ["title"] * 4
    assert not ledger.check()


def test_the_other_kinds_look_as_documented(ledger: Ledger) -> None:
    """The same holds for relations, entities, mentions, articles, disputes and origins."""
    documents = lines(ledger, "articles")
    assert [row["document"] for row in documents] == ["a.txt", "b.txt"]
    assert documents[0]["origin"] == documents[1]["origin"] is not None
    assert documents[0]["title"] == "A day in Tarn"
    mention = next(row for row in lines(ledger, "mentions") if row["kind"] == "place")
    assert (mention["document"], mention["lat"], mention["lon"], mention["surface"]) == ("a.txt", 50.0, 20.0, "Tarn")
    assert mention["span"][1] - mention["span"][0] == 4
    assert [sorted(row["documents"]) for row in lines(ledger, "origins")] == [["a.txt", "b.txt"]]
    tarn = next(row for row in lines(ledger, "entities") if row["kind"] == "place")
    assert (tarn["name"], tarn["names"], tarn["lat"], tarn["side"]) == ("Tarn", ["Tarn"], 50.0, None)
    ids = {row["id"] for row in lines(ledger, "claims")}
    for relation in lines(ledger, "relations"):
        assert {relation["left"], relation["right"]} <= ids
        assert relation["why"]
        assert relation["review"] == "unreviewed"
    for dispute in lines(ledger, "disputes"):
        assert {side["reviewed"] for side in dispute["sides"]} == {0}
        assert {claim for side in dispute["sides"] for claim in side["claims"]} <= ids


def test_what_a_person_said_is_in_exports_and_rejected_claims_only_where_they_are_asked_for(ledger: Ledger) -> None:
    """Who publishes an export must see what was checked, and must not publish what was found wrong."""
    ids = [row["id"] for row in lines(ledger, "claims")]
    ledger.accept(ids[0], by="Ada")
    ledger.reject(ids[1], by="Ada")
    assert [(row["id"], row["review"]) for row in lines(ledger, "claims")] == [
        (ids[0], "accepted"), (ids[2], "unreviewed"), (ids[3], "unreviewed"),
    ]  # fmt: skip

    def written(wanted: Wanted) -> list[str]:
        stream = io.StringIO()
        write_export(ledger, "jsonl", wanted, stream)
        return [json.loads(line)["id"] for line in stream.getvalue().splitlines()]

    assert written(Wanted(What.CLAIMS, reviewed_only=True)) == ids[:1]
    assert written(Wanted(What.CLAIMS, rejected=True)) == ids
    assert written(Wanted(What.RELATIONS, reviewed_only=True)) == []
    for wanted in (Wanted(What.ENTITIES, reviewed_only=True), Wanted(What.DISPUTES, rejected=True)):
        with pytest.raises(InputError, match=r"review|rejected"):
            written(wanted)


@pytest.mark.parametrize("what", RECORDS)
def test_csv_holds_what_json_lines_hold(ledger: Ledger, what: What) -> None:
    """A column left out of the head would be a loss that nobody sees."""
    stream = io.StringIO(newline="")
    number = export(ledger, what, "csv", stream)
    rows = list(csv.DictReader(io.StringIO(stream.getvalue(), newline="")))
    objects = lines(ledger, what)
    assert len(rows) == number == len(objects)
    for row, shape in zip(rows, objects, strict=True):
        for key, value in shape.items():
            held = value.items() if isinstance(value, dict) else [(None, value)]
            for inner, cell in held:
                column = f"{key}_{inner}" if inner else key
                expected = (
                    ""
                    if cell is None
                    else json.dumps(cell, ensure_ascii=False)
                    if isinstance(cell, list | bool)
                    else str(cell)
                )
                # A place that is not known leaves the columns of its parts empty.
                parts = [row[name] for name in row if name.startswith(f"{key}_")]
                assert (parts and not any(parts)) if value is None and parts else row[column] == expected


@given(st.text(), st.floats(allow_nan=False))
def test_no_cell_of_words_can_begin_a_formula(words: str, number: float) -> None:
    """A report may quote `=cmd|...`; a spreadsheet that opens the export must not run it. Numbers stay numbers."""
    for start in ("=", "+", "-", "@", "\t", "\r", "\n", ""):
        cells = flat({"content": start + words, "lat": number}, (*COLUMNS[What.CLAIMS], "lat"))
        assert not str(cells["content"]).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
        assert str(cells["content"]).removeprefix("'").endswith(words.removeprefix("'"))
        assert cells["lat"] == number


def test_unknown_kinds_and_formats_are_named(ledger: Ledger) -> None:
    """With what there is instead."""
    with pytest.raises(InputError, match="claims, relations"):
        export(ledger, "claim", "jsonl", io.StringIO())
    with pytest.raises(InputError, match="jsonl, csv"):
        export(ledger, "claims", "xml", io.StringIO())
