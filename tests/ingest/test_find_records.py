"""What a user names must be found, named without clashes, and never silently left out."""

import gzip
import io
import json
import os
import pickle
import sys
import tracemalloc
from pathlib import Path

import pytest

from counterclaim.errors import InputError
from counterclaim.ingest import MAX_ARTICLE_BYTES, Media, Record, find_records
from counterclaim.model import Problem

BODY = "The council of Orsk said on Monday that the northern bridge was open again.\n"


def _all(*inputs: object, manifest: Path | None = None) -> tuple[list[Record], list[Problem]]:
    found = list(find_records([str(entry) for entry in inputs], manifest))
    return [item for item in found if isinstance(item, Record)], [item for item in found if isinstance(item, Problem)]


def _write(path: Path, content: str = BODY) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return path


def test_a_folder_gives_its_files_sorted_and_named_from_there(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", "deep/c.htm", "deep/er/d.txt.gz", ".hidden.txt", ".git/e.txt", "manifest.csv"):
        _write(tmp_path / name)
    records, problems = _all(tmp_path)
    assert [record.document for record in records] == ["a.html", "b.txt", "deep/c.htm", "deep/er/d.txt.gz"]
    assert [record.media for record in records] == [Media.HTML, Media.TEXT, Media.HTML, Media.TEXT]
    assert [record.zipped for record in records] == [False, False, False, True]
    assert problems == []


def test_what_is_not_read_is_named_with_what_is(tmp_path: Path) -> None:
    _write(tmp_path / "a.pdf")
    _write(tmp_path / "b")
    _write(tmp_path / "c.json")
    records, problems = _all(tmp_path)
    assert records == []
    assert len(problems) == 3
    assert all(".jsonl" in problem.advice for problem in problems)


def test_a_missing_file_is_a_problem_with_the_nearest_name_and_the_rest_goes_on(tmp_path: Path) -> None:
    here = _write(tmp_path / "report.txt")
    records, problems = _all(tmp_path / "raport.txt", here, tmp_path / "no" / "where.txt")
    assert [record.document for record in records] == ["report.txt"]
    assert "report.txt" in problems[0].advice
    assert "no folder" in problems[1].advice


def test_one_file_named_twice_is_read_once(tmp_path: Path) -> None:
    here = _write(tmp_path / "a.txt")
    (tmp_path / "b.txt").symlink_to(here)
    records, _ = _all(tmp_path, here, tmp_path / "*.txt")
    assert len(records) == 1


def test_two_files_of_one_name_get_their_folders_in_front(tmp_path: Path) -> None:
    one, two = _write(tmp_path / "north" / "a.txt"), _write(tmp_path / "south" / "a.txt")
    three, four = _write(tmp_path / "x" / "same" / "b.txt"), _write(tmp_path / "y" / "same" / "b.txt")
    records, _ = _all(one, two, three, four, _write(tmp_path / "c.txt"))
    assert [record.document for record in records] == [
        "north/a.txt",
        "south/a.txt",
        "x/same/b.txt",
        "y/same/b.txt",
        "c.txt",
    ]


def test_globs_and_globs_without_a_match(tmp_path: Path) -> None:
    _write(tmp_path / "a" / "1.txt")
    _write(tmp_path / "b" / "2.txt")
    records, problems = _all(tmp_path / "*" / "*.txt", tmp_path / "**" / "*.html")
    assert [record.document for record in records] == ["1.txt", "2.txt"]
    assert "no file matches" in problems[0].reason


def test_a_file_whose_name_looks_like_a_glob_is_itself(tmp_path: Path) -> None:
    records, problems = _all(_write(tmp_path / "a[1].txt"))
    assert [record.document for record in records] == ["a[1].txt"]
    assert problems == []


def test_broken_links_and_loops_are_problems(tmp_path: Path) -> None:
    _write(tmp_path / "in" / "a.txt")
    (tmp_path / "in" / "gone.txt").symlink_to(tmp_path / "nothing.txt")
    (tmp_path / "in" / "self.txt").symlink_to(tmp_path / "in" / "self.txt")
    (tmp_path / "in" / "up").symlink_to(tmp_path / "in")
    records, problems = _all(tmp_path / "in", tmp_path / "in" / "gone.txt")
    assert [record.document for record in records] == ["a.txt"]
    assert len(problems) == 4


def test_an_empty_folder_says_so(tmp_path: Path) -> None:
    _, problems = _all(tmp_path)
    assert "empty" in problems[0].reason


@pytest.mark.parametrize("zipped", [False, True])
def test_json_lines_are_records_with_their_numbers(tmp_path: Path, zipped: bool) -> None:
    lines = "\ufeff" + json.dumps({"text": BODY}) + "\r\n\n" + json.dumps({"text": "x"})
    path = tmp_path / ("a.jsonl.gz" if zipped else "a.jsonl")
    path.write_bytes(gzip.compress(lines.encode()) if zipped else lines.encode())
    records, problems = _all(path)
    assert [(record.line, record.document) for record in records] == [(1, f"{path.name}:1"), (3, f"{path.name}:3")]
    assert json.loads(records[0].raw or b"") == {"text": BODY}
    assert problems == []


def test_json_lines_of_any_number_take_no_memory(tmp_path: Path) -> None:
    path = tmp_path / "big.jsonl.gz"
    line = (json.dumps({"text": BODY * 500}) + "\n").encode()
    with gzip.open(path, "wb", compresslevel=1) as stream:
        for _ in range(2000):
            stream.write(line)
    tracemalloc.start()
    count = sum(1 for _ in find_records([str(path)]))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 2000
    assert peak < 5_000_000


def test_the_first_line_comes_before_the_last_is_read(tmp_path: Path) -> None:
    whole = gzip.compress(b'{"text": "a"}\n' * 100_000)
    path = tmp_path / "cut.jsonl.gz"
    path.write_bytes(whole[: len(whole) // 2])
    found = find_records([str(path)])
    assert isinstance(next(found), Record)
    last = list(found)[-1]
    assert isinstance(last, Problem)
    assert "cut off" in last.reason
    assert last.line


def test_a_line_too_long_is_skipped_and_the_next_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    with path.open("wb") as stream:
        stream.write(b'{"text": "' + b"x" * (MAX_ARTICLE_BYTES + 10) + b'"}\n{"text": "y"}\n')
    records, problems = _all(path)
    assert [record.line for record in records] == [2]
    assert problems[0].line == 1


@pytest.mark.parametrize(
    "content", [b'[{"text": "a"}]', '{"text": "a"}'.encode("utf-16"), b"\x89PNG\0\0\0", b"", b"\n\n"]
)
def test_what_is_not_json_lines_is_one_problem(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(content)
    records, problems = _all(path)
    assert records == []
    assert len(problems) == 1


class _Stdin:
    def __init__(self, content: bytes) -> None:
        self.buffer = io.BufferedReader(io.BytesIO(content))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("content", "media"),
    [
        (BODY.encode(), Media.TEXT),
        (b"<!DOCTYPE html><p>" + BODY.encode(), Media.HTML),
        (b' \n{"text": "a"}\n{"text": "b"}', Media.JSONL),
        (gzip.compress(b'{"text": "a"}\n{"text": "b"}', mtime=0), Media.JSONL),
        (gzip.compress(BODY.encode(), mtime=0), Media.TEXT),
    ],
)
def test_standard_input_is_told_by_how_it_begins(monkeypatch: pytest.MonkeyPatch, content: bytes, media: Media) -> None:
    monkeypatch.setattr(sys, "stdin", _Stdin(content))
    records, problems = _all("-", "-")
    assert {record.media for record in records} == {media}
    assert len(records) == (2 if media is Media.JSONL else 1)
    assert all(record.raw and record.path == "-" for record in records)
    assert problems == []


def test_cut_off_gzip_on_standard_input_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", _Stdin(gzip.compress(os.urandom(9000))[:4000]))
    records, problems = _all("-")
    assert records == []
    assert "gzip" in problems[0].reason


def test_records_cross_to_workers(tmp_path: Path) -> None:
    for record in _all(_write(tmp_path / "a.txt"))[0]:
        assert pickle.loads(pickle.dumps(record)) == record  # noqa: S301 - our own bytes


# The manifest


def test_rows_meet_their_files_by_any_path_a_user_may_write(tmp_path: Path) -> None:
    for name in ("a.txt", "deep/b.txt", "deep/c.txt", "d.txt.gz"):
        _write(tmp_path / name)
    manifest = _write(
        tmp_path / "rows.csv",
        "\ufefffile,outlet,published,note\na.txt,The Crossing,2024-06-03,x\ndeep/b.txt,B,,\n"
        f"{tmp_path}/deep/c.txt,C,3 June 2024,\n"
        "d.txt,D,,\n",
    )
    (tmp_path / "rows.csv").rename(tmp_path / "manifest.csv")
    records, problems = _all(tmp_path, manifest=manifest.with_name("manifest.csv"))
    assert [record.row and record.row.outlet for record in records] == ["The Crossing", "D", "B", "C"]
    assert [record.row and record.row.published for record in records] == ["2024-06-03", None, None, "2024-06-03"]
    assert problems == []


def test_a_manifest_in_the_folder_is_used_only_if_named(tmp_path: Path) -> None:
    _write(tmp_path / "a.txt")
    _write(tmp_path / "manifest.csv", "file,outlet\na.txt,The Crossing\n")
    assert _all(tmp_path)[0][0].row is None


def test_rows_that_cannot_be_used_are_named_with_their_line(tmp_path: Path) -> None:
    _write(tmp_path / "a.txt")
    _write(tmp_path / "left-out.txt")
    manifest = _write(
        tmp_path / "rows.csv",
        "file;outlet;published\na.txt;A;05/06/2024\nA.TXT;B;\n;C;\na.txt;D;\nb.txt;E;\nleft-out.txt;F;\n",
    )
    records, problems = _all(tmp_path / "a.txt", manifest=manifest)
    assert records[0].row
    assert (records[0].row.outlet, records[0].row.published) == ("A", None)
    assert sorted(problem.line or 0 for problem in problems) == [2, 3, 4, 5, 6]
    assert any("a.txt" in problem.advice for problem in problems if problem.line == 3)


@pytest.mark.parametrize("content", [b"", b"outlet,url\nA,B\n", b"\xff\xfe\x00f", b'file,outlet\n"a', b"\n \n"])
def test_an_unusable_manifest_stops_the_run(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "rows.csv"
    path.write_bytes(content)
    with pytest.raises(InputError) as caught:
        find_records([str(tmp_path)], path)
    assert caught.value.advice


def test_a_missing_manifest_stops_the_run(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        find_records([str(tmp_path)], tmp_path / "none.csv")


def test_paths_that_cannot_exist_are_problems(tmp_path: Path) -> None:
    records, problems = _all("x" * 5000 + ".txt", "a\0b.txt", "")
    assert records == []
    assert len(problems) == 3
