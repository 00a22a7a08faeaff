"""What does not go together is refused in words, before any file is touched."""

import io
import itertools
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from counterclaim.cli import main
from counterclaim.cli.export import command
from counterclaim.errors import CounterclaimError, InputError, NotFoundError
from counterclaim.export import FORMATS, Wanted, What, export, write
from counterclaim.ledger import Ledger

PAIRS = list(itertools.product(FORMATS.values(), What))


def run(world: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["export", *words], env={"COUNTERCLAIM_LEDGER": str(world)})


@pytest.mark.parametrize(("form", "what"), [(one.name, what) for one, what in PAIRS if what not in one.kinds])
def test_a_pair_that_cannot_be_names_what_can(form: str, what: What, held: Ledger) -> None:
    with pytest.raises(InputError) as told:
        write(held, form, Wanted(what), io.StringIO())
    assert f"{form} cannot hold {what}" in told.value.message
    for kind in FORMATS[form].kinds:
        assert kind in told.value.advice
    assert [name for name, one in FORMATS.items() if what in one.kinds and name not in told.value.advice] == []


def test_nothing_is_touched_by_a_refusal(world: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept.geojson"
    kept.write_text("of yesterday", encoding="utf-8")
    found = run(world, "--what", "relations", "--format", "geojson", "-o", str(kept))
    assert found.exit_code == 2
    assert "geojson cannot hold relations" in found.stderr
    assert kept.read_text(encoding="utf-8") == "of yesterday"


def test_a_file_that_is_no_feed_is_not_lost(world: Path, tmp_path: Path) -> None:
    """`-o notes.xml` by mistake: what is read as the last feed is refused, and stays."""
    notes = tmp_path / "notes.xml"
    notes.write_text("my notes", encoding="utf-8")
    assert run(world, "--format", "atom", "-o", str(notes)).exit_code == 2
    assert notes.read_text(encoding="utf-8") == "my notes"
    assert list(tmp_path.iterdir()) == [notes]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--format", "jsonl", "--bom"], "no use for --bom"),
        (["--format", "csv", "--base", "https://desk.invalid"], "no use for --base"),
        (["--what", "entities", "--place", "Mirrow"], "A place says nothing of entities"),
        (["--what", "relations", "--dispute", "d-1"], "A dispute says nothing of relations"),
        (["--what", "entities", "--min-confidence", "0.5"], "A least confidence says nothing of entities"),
        (["--place", "Nowhere"], "no place 'Nowhere'"),
        (["--dispute", "d-1"], "No dispute has the id d-1"),
    ],
)
def test_options_that_would_do_nothing_are_refused(words: list[str], told: str, world: Path) -> None:
    found = run(world, *words)
    assert found.exit_code == 2
    assert told in found.stderr


def test_help_lists_every_format_with_what_it_holds() -> None:
    shown = CliRunner().invoke(command, ["--help"], terminal_width=100).stdout
    for one in FORMATS.values():
        assert f"{one.name:<12}{one.about}" in shown
        assert ", ".join(one.kinds) in shown


@pytest.mark.parametrize("form", list(FORMATS))
def test_every_format_is_written_from_the_command_line(form: str, world: Path, tmp_path: Path) -> None:
    """Without --what each takes what it is made for; the same ledger gives the same bytes."""
    narrowed = ["--place", "Mirrow"] if form == "timelinejs" else []
    files = [tmp_path / f"{number}.zip" for number in (1, 2)]
    for file in files:
        found = run(world, "--format", form, *narrowed, "-o", str(file))
        assert found.exit_code == 0, found.stderr
        assert f" of {FORMATS[form].kinds[0]} written to {file}" in found.stderr
    assert files[0].read_bytes() == files[1].read_bytes() != b""


def test_a_map_says_on_stderr_what_it_lacks(world: Path) -> None:
    found = run(world, "--format", "geojson")
    assert "1 of 10 have no point: they name only a country, which has no point.\n" in found.stderr
    assert "no point" not in found.stdout


def test_tables_go_into_a_folder_by_name(world: Path, tmp_path: Path) -> None:
    assert run(world, "--format", "tables", "-o", str(tmp_path / "tables")).exit_code == 0
    assert (tmp_path / "tables" / "claims.csv").is_file()


def test_a_csv_file_for_excel_says_that_it_is_unicode(world: Path, tmp_path: Path) -> None:
    assert run(world, "--format", "csv", "--bom", "-o", str(tmp_path / "c.csv")).exit_code == 0
    assert (tmp_path / "c.csv").read_bytes().startswith(b"\xef\xbb\xbfid,document")


@pytest.mark.parametrize("form", [one.name for one in FORMATS.values() if one.binary])
def test_bytes_into_a_stream_of_text_are_refused(form: str, held: Ledger) -> None:
    with pytest.raises(InputError, match="'wb'"):
        export(held, FORMATS[form].kinds[0], form, io.StringIO())


def test_names_of_formats_are_checked(held: Ledger) -> None:
    with pytest.raises(InputError, match="geojson"):
        export(held, "claims", "shapefile", io.StringIO())
    with pytest.raises(NotFoundError):
        write(held, "jsonl", Wanted(What.CLAIMS, dispute="d-none"), io.StringIO())
    assert issubclass(NotFoundError, CounterclaimError)


@pytest.mark.parametrize("form", [one.name for one in FORMATS.values() if not one.binary and one.name != "timelinejs"])
def test_text_formats_are_written_as_they_are_read(form: str, held: Ledger) -> None:
    """Memory must not grow with the ledger: each record is on the stream before the next is asked for."""
    kinds = FORMATS[form].kinds
    sizes: list[int] = []

    class Watched(io.StringIO):
        def write(self, text: str) -> int:
            sizes.append(len(text))
            return super().write(text)

    stream = Watched()
    written = write(held, form, Wanted(kinds[0]), stream)
    assert len(sizes) >= written.records
    assert max(sizes) < len(stream.getvalue()) / 2
