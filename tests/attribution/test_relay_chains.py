"""Who claims, who passed it on, through which channel: the table of `relay_chains.toml`, the whole way from a page.

A user who loses a chain counts ten outlets that carry one agency as ten voices, or takes the agency for the claimant.
One who loses the channel cannot find the post, the broadcast or the hearing to check it. The traps: an outlet that
speaks for itself, or is merely spoken of, must not become the carrier of what somebody else says.
"""

import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from counterclaim.entities import Gazetteer
from counterclaim.ingest import find_records, read_record
from counterclaim.model import Article, Claim, Quotation
from counterclaim.reader import Reader

TABLE = tomllib.loads(Path(__file__).with_name("relay_chains.toml").read_text(encoding="utf-8"))
ROWS = [*TABLE["first"], *TABLE["later"]]
Row = dict[str, Any]


@pytest.fixture(scope="module")
def claims_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Row], list[Claim]]:
    """Row → the claims that hold its words."""
    reader = Reader(Gazetteer.load())
    folder = tmp_path_factory.mktemp("relays")

    def found(row: Row) -> list[Claim]:
        path = folder / "report.jsonl"
        page = {"document": "report", "outlet": row.get("outlet", "Varnholt Courier"), "text": row["text"]}
        path.write_text(json.dumps(page | {"language": "en"}) + "\n", encoding="utf-8")
        article = read_record(next(iter(find_records([str(path)]))))
        assert isinstance(article, Article)
        spoken = [one for one in reader.read(article).claims if one.speech and one.quotation is not Quotation.NARRATION]
        return [claim for claim in spoken if row["words"] in claim.content]

    return found


def _marked(row: Row) -> Any:
    name = f"{row['kind']}: {row['words']}"
    return pytest.param(row, id=name)


@pytest.mark.parametrize("row", [_marked(row) for row in ROWS])
def test_who_claims_and_who_passed_it_on(row: Row, claims_of: Callable[[Row], list[Claim]]) -> None:
    found = [
        (claim.claimant.name if claim.claimant else "", list(claim.relayed_by), claim.channel or "")
        for claim in claims_of(row)
    ]
    assert sorted(found) == sorted((name, chain, channel) for name, chain, channel in row["claims"])


def test_the_table_is_as_large_as_promised() -> None:
    assert len(ROWS) >= 60
    assert len({(row["text"], row["words"]) for row in ROWS}) == len(ROWS)
