"""Whatever the format: who publishes an export gets none of what was found wrong, and can ask for the checked alone."""

import html
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import arro3.io
import frictionless
import pytest
from tests.export.test_choosing_formats import run

from counterclaim.errors import InputError
from counterclaim.export import FORMATS, Wanted, What, write
from counterclaim.ledger import Ledger, open_ledger

ACCEPTED = ("We stand on the north quay", "the whole of Mirrow was in Orvann's hands")
REJECTED = "We hold the north quay of Mirrow"
MARKING = {name for name, one in FORMATS.items() if "rejected" in one.takes}


@pytest.fixture
def reviewed(world: Path, tmp_path: Path) -> Iterator[Ledger]:
    """On each side of the dispute a claim is accepted; on one, another is rejected."""
    with open_ledger(shutil.copy(world, tmp_path / "reviewed.db")) as held:
        for claim in list(held.claims()):
            if claim.document == "post.txt" and claim.content in ACCEPTED:
                held.accept(claim.id, by="Ada")
            elif claim.content == REJECTED:
                held.reject(claim.id, by="Ada")
        yield held


def exported(held: Ledger, form: str, folder: Path, what: What | None = None, **narrowing: Any) -> str:
    """All that the file holds, as text."""
    style, path = FORMATS[form], folder / f"export.{form}"
    stream: IO[Any] = path.open("wb") if style.binary else path.open("w", encoding="utf-8", newline="")
    place = "Mirrow" if form == "timelinejs" else None
    with stream:
        write(held, form, Wanted(what or style.kinds[0], place=place, **narrowing), stream)
    if form == "tables":
        with zipfile.ZipFile(path) as archive:
            return "\n".join(archive.read(name).decode() for name in archive.namelist())
    if form == "parquet":
        table = arro3.io.read_parquet(path).read_all()
        return str([[cell.as_py() for cell in table[name]] for name in table.schema.names])
    text = path.read_text(encoding="utf-8")
    return html.unescape(html.unescape(text)) if form == "atom" else text  # HTML within XML


def claims(held: Ledger, text: str, form: str) -> set[str]:
    """The words of the claims that it holds; feeds bear no ids of claims."""
    with_passing = held.claims() if form == "atom" else _every(held)
    return {one.content for one in with_passing if (f"“{one.content}”" if form == "atom" else one.id) in text}


def _every(held: Ledger) -> Iterator[Any]:
    rows = held.rows("SELECT id FROM claim").fetchall()
    return (held.claim(row["id"]) for row in rows)


@pytest.mark.parametrize("form", list(FORMATS))
def test_only_what_a_person_vouches_for(form: str, reviewed: Ledger, tmp_path: Path) -> None:
    text = exported(reviewed, form, tmp_path, reviewed_only=True)
    assert claims(reviewed, text, form) == set(ACCEPTED)


@pytest.mark.parametrize("form", list(FORMATS))
def test_what_was_rejected_is_in_no_export(form: str, reviewed: Ledger, tmp_path: Path) -> None:
    found = claims(reviewed, exported(reviewed, form, tmp_path), form)
    assert set(ACCEPTED) < found
    assert REJECTED not in found


@pytest.mark.parametrize("form", list(FORMATS))
def test_what_was_rejected_is_exported_only_where_it_is_marked(form: str, reviewed: Ledger, tmp_path: Path) -> None:
    """A map or a feed shows a claim as a claim: there is no place for "but this one was misread"."""
    if form in MARKING:
        text = exported(reviewed, form, tmp_path, rejected=True)
        assert REJECTED in claims(reviewed, text, form)
        assert "rejected" in text
    else:
        with pytest.raises(InputError, match=f"{form} has no use for --rejected") as told:
            exported(reviewed, form, tmp_path, rejected=True)
        assert all(name in told.value.advice for name in MARKING)


@pytest.mark.parametrize("form", ["geojson", "jsonld", "annotations", "ftm"])
def test_it_is_marked_what_a_person_has_accepted(form: str, world: Path, reviewed: Ledger, tmp_path: Path) -> None:
    assert "accepted" in exported(reviewed, form, tmp_path)
    with open_ledger(world) as untouched:
        assert "accepted" not in exported(untouched, form, tmp_path)


@pytest.mark.parametrize("narrowing", [{"reviewed_only": True}, {"rejected": True}])
def test_tables_still_join(narrowing: dict[str, bool], reviewed: Ledger, tmp_path: Path) -> None:
    folder = FORMATS["tables"].folder
    assert folder
    folder(reviewed, Wanted(What.ALL, **narrowing), tmp_path / "tables")
    report = frictionless.validate(tmp_path / "tables" / "datapackage.json")
    assert report.valid, report.flatten(["title", "message"])


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--what", "entities", "--reviewed-only"], "A state of review says nothing of entities"),
        (["--what", "entities", "--rejected"], "A rejection says nothing of entities"),
        (["--what", "disputes", "--rejected"], "What is rejected stands in no dispute"),
        (["--rejected", "--reviewed-only"], "nobody vouches for it"),
        (["--format", "geojson", "--rejected"], "geojson has no use for --rejected"),
    ],
)
def test_what_cannot_be_asked_is_said_on_the_command_line(words: list[str], told: str, world: Path) -> None:
    found = run(world, *words)
    assert found.exit_code == 2
    assert told in found.stderr
