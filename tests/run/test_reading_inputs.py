"""One bad article never costs the others; reading again costs nothing; what stops everything is said at once."""

import gzip
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.ledger.builders import article, dump, line_reader
from tests.ledger.builders import reading as line_reading

from counterclaim.errors import InputError
from counterclaim.ledger import Ledger, open_ledger
from counterclaim.ledger.freshness import is_derived
from counterclaim.ledger.writing import Outcome
from counterclaim.model import Article, EntityKind, Reading
from counterclaim.run import Done, OwnFiles, read_inputs, reading
from counterclaim.run.pool import FEW, readings
from counterclaim.run.workers import Failure, Reads

SAYING = "The day in Tarn brought no change to the old town on the river.\n\n{who} says: the gate is shut in Tarn.\n"


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Ledger]:
    """A new ledger; the stages are replaced by a reader of plain lines, since they are not what is tested here."""
    monkeypatch.setattr(reading, "build_reader", line_reader)
    with open_ledger(tmp_path / "l.db") as held:
        yield held


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "reports").mkdir()
    for who in ("Orla", "Mesk", "Dain"):
        (tmp_path / "reports" / f"{who}.txt").write_text(SAYING.format(who=who), encoding="utf-8")
    return tmp_path / "reports"


def test_a_folder_is_read_once(ledger: Ledger, folder: Path) -> None:
    """The second run finds all there and leaves it so."""
    first = read_inputs(ledger, [str(folder)], workers=1)
    assert (first.read, first.claims, first.problems) == (3, 3, ())
    before = dump(ledger)
    again = read_inputs(ledger, [str(folder)], workers=1)
    assert (again.read, again.unchanged, again.claims, again.articles) == (0, 3, 0, 3)
    assert dump(ledger) == before
    assert is_derived(ledger)


def test_one_bad_article_is_named_and_the_others_are_read(ledger: Ledger, folder: Path) -> None:
    """A thousand reports are not lost to one that breaks a stage, and the one is not lost from sight."""
    (folder / "Broken.txt").write_text(
        SAYING.format(who="Orla") + "\nBREAK the reader here, all of it.\n", encoding="utf-8"
    )
    (folder / "cut.txt.gz").write_bytes(gzip.compress(b"The gate is shut. " * 400)[:-30])
    seen: list[Done] = []
    summary = read_inputs(ledger, [str(folder)], workers=1, progress=seen.append)
    assert summary.read == 3
    assert sorted(Path(problem.path).name for problem in summary.problems) == ["Broken.txt", "cut.txt.gz"]
    broken = next(problem for problem in summary.problems if "Broken" in problem.path)
    assert broken.reason == "could not be read: RuntimeError: a stage broke"
    assert "report" in broken.advice
    assert sorted(problem.reason for problem in ledger.problems()) == sorted(
        problem.reason for problem in summary.problems
    )
    assert [done.outcome for done in seen].count(Outcome.NOT_READ) == 2
    assert len(seen) == 5


def test_a_run_that_was_cut_off_is_finished_by_the_next(ledger: Ledger, folder: Path) -> None:
    """Everything was read, but relations were not made: the next run must notice though it finds no new article."""
    read_inputs(ledger, [str(folder)], workers=1)
    before = dump(ledger)
    with ledger.transaction():
        ledger.note("derived_for", None)
        for table in ("entity", "origin", "relation", "dispute"):
            ledger.rows(f"DELETE FROM {table}")  # noqa: S608
    assert read_inputs(ledger, [str(folder)], workers=1).unchanged == 3
    assert dump(ledger) == before


def test_ctrl_c_leaves_a_sound_ledger(ledger: Ledger, folder: Path) -> None:
    """What was read until then stays, and the next run goes on."""

    def interrupt(done: Done) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_inputs(ledger, [str(folder)], workers=1, progress=interrupt)
    assert len(list(ledger.claims())) == 1
    assert not ledger.check()
    assert read_inputs(ledger, [str(folder)], workers=1).articles == 3


def test_a_gazetteer_that_is_not_there_stops_the_run(ledger: Ledger, folder: Path) -> None:
    """Reading everything without it would have to be done again."""
    with pytest.raises(InputError, match="gazetteer"):
        read_inputs(ledger, [str(folder)], own=OwnFiles(gazetteer=folder / "none.csv"))


def test_a_gazetteer_is_kept_and_replaced(ledger: Ledger, folder: Path, tmp_path: Path) -> None:
    """Reading again for another reason, and forgetting to name it, made persons of a user's own towns."""
    places = tmp_path / "places.csv"
    places.write_text("name,lat,lon\r\nTarn,1,2\r\n", encoding="utf-8")
    assert read_inputs(ledger, [str(folder)], own=OwnFiles(gazetteer=places), workers=1).read == 3
    places.unlink()
    (folder / "Wend.txt").write_text(SAYING.format(who="Wend"), encoding="utf-8")
    again = read_inputs(ledger, [str(folder)], workers=1)
    assert (again.read, again.unchanged, again.read_again) == (1, 3, 0)
    places.write_text("name,lat,lon\r\n", encoding="utf-8")
    assert read_inputs(ledger, [str(folder)], own=OwnFiles(gazetteer=places), workers=1).read_again == 4
    assert read_inputs(ledger, [str(folder)], workers=1).unchanged == 4


def test_a_file_of_actors_is_honoured_kept_and_replaced_without_reading_again(
    ledger: Ledger, folder: Path, tmp_path: Path
) -> None:
    actors = tmp_path / "actors.yaml"
    actors.write_text("actors:\n  - {name: Orla Vint, kind: person, names: [Orla, Mesk]}\n", encoding="utf-8")
    read_inputs(ledger, [str(folder)], own=OwnFiles(actors=actors), workers=1)
    assert [entity.name for entity in ledger.entities(EntityKind.PERSON)] == ["Dain", "Orla Vint"]
    (folder / "Wend.txt").write_text(SAYING.format(who="Wend"), encoding="utf-8")
    assert read_inputs(ledger, [str(folder)], workers=1).read == 1
    assert [entity.name for entity in ledger.entities(EntityKind.PERSON)] == ["Dain", "Orla Vint", "Wend"]
    actors.write_text("actors:\n", encoding="utf-8")
    assert read_inputs(ledger, [str(folder)], own=OwnFiles(actors=actors), workers=1).unchanged == 4
    assert len(list(ledger.entities(EntityKind.PERSON))) == 4


def test_a_file_of_actors_that_cannot_be_used_stops_the_run_before_anything_is_read(
    ledger: Ledger, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "actors.yaml").write_text("actors:\n  - name: Orla\n", encoding="utf-8")
    with pytest.raises(InputError, match="line 2, kind"):
        read_inputs(ledger, [str(folder)], own=OwnFiles(actors=tmp_path / "actors.yaml"))
    assert not list(ledger.articles())


class Deadly:
    """A reader whose process dies of one article, as for want of memory."""

    def read(self, of: Article) -> Reading:
        if "DEADLY" in of.text:
            os._exit(9)
        return line_reading(of)


def deadly() -> Reads:
    return Deadly()


def refusing() -> Reads:
    raise InputError("there is no model", "Install one")


ARTICLES = [article(SAYING.format(who="Orla") + f"{n}", f"{n}.txt") for n in range(FEW + 3)]


def test_a_worker_that_dies_is_named_and_the_rest_is_read() -> None:
    """Else one huge page would end a night's reading, and nobody would know which."""
    articles = [*ARTICLES[:3], article("DEADLY", "deadly.txt"), *ARTICLES[3:]]
    results = list(readings(iter(articles), build=deadly, workers=2))
    assert [one.document for one, _ in results] == [one.document for one in articles]
    failures = {one.document: result for one, result in results if isinstance(result, Failure)}
    assert list(failures) == ["deadly.txt"]
    assert "memory" in failures["deadly.txt"].reason


def test_readings_are_the_same_with_any_number_of_workers() -> None:
    """In the order in which the articles came, whoever read them."""
    alone = list(readings(iter(ARTICLES), build=line_reader, workers=1))
    assert list(readings(iter(ARTICLES), build=line_reader, workers=2)) == alone


def test_what_no_worker_can_do_without_stops_the_run() -> None:
    """A missing model is one error, not one for each article."""
    _, result = next(readings(iter(ARTICLES), build=refusing, workers=2))
    assert isinstance(result, Failure)
    assert result.fatal


def test_articles_are_taken_only_as_fast_as_they_are_read() -> None:
    """A dump of a million articles must not be held in memory."""
    taken = 0

    def endless() -> object:
        nonlocal taken
        while True:
            taken += 1
            yield article(f"The gate is shut. {taken}", f"{taken}.txt")

    running = readings(endless(), build=line_reader, workers=2)  # type: ignore[arg-type]
    for _ in range(5):
        next(running)
    running.close()
    assert taken < 30


def test_links_that_lead_to_themselves_and_names_that_are_no_text_are_borne(ledger: Ledger, folder: Path) -> None:
    """Folders copied from elsewhere hold such things; they must not cost the other reports."""
    (folder / "loop").symlink_to("loop")
    name = os.fsdecode(b"\xff\xfe.txt")
    try:
        (folder / name).write_text(SAYING.format(who="Wend"), encoding="utf-8")
    except OSError:  # a file system that takes no such names cannot hold them either
        name = "Wend.txt"
        (folder / name).write_text(SAYING.format(who="Wend"), encoding="utf-8")
    summary = read_inputs(ledger, [str(folder), str(folder / name)], workers=1)
    assert summary.read == 4
    assert [Path(problem.path).name for problem in summary.problems] == ["loop"]
    assert all(one.document.encode("utf-8") for one in ledger.articles())
