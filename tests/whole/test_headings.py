"""What a heading says of a town, in capitals or without a verb, is as much a claim as the sentence below it."""

from pathlib import Path

import pytest

import counterclaim

GAZETTEER = """name,names,lat,lon,kind,country,within,capital
Tarvia,,41.20,-35.10,country,,,
Orvenia,,43.20,-35.10,country,,,
Karsh,,41.05,-34.70,town,Tarvia,Tarvia,
"""
BODY = "Tarvian soldiers and Orvenian soldiers fought in Karsh on Friday. The Orvenian army was silent."


@pytest.mark.parametrize(
    ("heading", "holder", "extent"),
    [
        ("KARSH UNDER TARVIAN CONTROL", "Tarvia", "full"),
        ("Karsh under Tarvian control", "Tarvia", "full"),
        ("Karsh now partly in Orvenian hands", "Orvenia", "partial"),
        ("ORVENIAN SOLDIERS SEIZE KARSH", "Orvenia", "full"),
    ],
)
def test_who_holds_the_town_of_the_heading(tmp_path: Path, heading: str, holder: str, extent: str) -> None:
    (tmp_path / "report.txt").write_text(f"{heading}\n\n{BODY}\n", encoding="utf-8")
    (tmp_path / "g.csv").write_text(GAZETTEER, encoding="utf-8")
    with counterclaim.open_ledger(tmp_path / "headings.db") as ledger:
        ledger.read(tmp_path / "report.txt", gazetteer=tmp_path / "g.csv")
        told = [one for claim in ledger.claims() if claim.content == heading for one in claim.propositions]
    held = [(p.ref("place"), p.ref("holder"), p.get("extent")) for p in told if p.frame == "control"]
    assert [(place and place.name, who and who.name, much) for place, who, much in held] == [("Karsh", holder, extent)]
