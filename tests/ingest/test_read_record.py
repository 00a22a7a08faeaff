"""What an article says of itself must arrive, and what cannot be read must say why."""

import gzip
import json
import os
from pathlib import Path

import pytest

from counterclaim.ingest import MAX_ARTICLE_BYTES, ManifestRow, Media, Record, input_offset, read_record
from counterclaim.model import Article, BlockKind, Problem

BODY = (
    "The council of Orsk said on Monday that the northern bridge was open again after two weeks of repairs.\n\n"
    "“We are glad to cross again,” said the driver Olm Terek, who had waited on the southern road.\n"
)
GERMAN = (
    "Der Rat der Stadt sagte am Montag, dass die nördliche Brücke nach zwei Wochen wieder offen sei. Viele Fahrer "
    "hatten stundenlang auf der südlichen Straße gewartet, auf der im Mai zweimal Granaten eingeschlagen waren.\n"
)


def _text(raw: bytes | str, **fields: object) -> Article | Problem:
    data = raw.encode() if isinstance(raw, str) else raw
    return read_record(Record("a.txt", "a.txt", Media.TEXT, raw=data, **fields))  # type: ignore[arg-type]


def _line(row: object, raw: bytes | None = None) -> Article | Problem:
    return read_record(Record("f.jsonl:7", "f.jsonl", Media.JSONL, 7, raw or json.dumps(row).encode()))


def _read(found: Article | Problem) -> Article:
    assert isinstance(found, Article), found
    return found


def _refused(found: Article | Problem) -> Problem:
    assert isinstance(found, Problem), found
    assert found.reason
    assert found.advice
    return found


# Encodings and damage


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_text_is_the_same_in_every_encoding(encoding: str) -> None:
    article = _read(_text(BODY.encode(encoding)))
    assert article.text == BODY
    assert input_offset(article, 17) == 17


RUSSIAN = (
    "Президент сказал в понедельник, что северный мост снова открыт после двух недель ремонта. Водители часами ждали "
    "на южной дороге, на которую в мае дважды падали снаряды, сообщили в городском совете.\n"
)


def test_another_code_page_is_told_only_where_it_is_sure() -> None:
    assert "(ru)" in _refused(_text((RUSSIAN * 3).encode("cp1251"))).reason
    assert "encoding" in _refused(_text((BODY.replace("“", "").replace("”", "") + "Мост").encode("cp1251"))).reason


def test_line_ends_and_all_other_characters_are_kept() -> None:
    text = "\r\n\t The bridge is open, he said.\r\n\r\nIt was closed, she said.\u2028\x0c End of it, they said.\r"
    assert _read(_text(text)).text == text


@pytest.mark.parametrize(
    ("raw", "word"),
    [
        (b"", "empty"),
        (b" \n\t \r\n", "white space"),
        ("\ufeff\n ".encode(), "white space"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "PNG"),
        (b"%PDF-1.7 text text", "PDF"),
        (b"PK\x03\x04 text text", "ZIP"),
        (b"The bridge\0 is open", "binary"),
        (bytes(range(1, 32)) * 50, "binary"),
        (BODY.encode("utf-16")[:-1], "UTF-16"),
        (b"\xff\xfe\x00\xd8", "UTF-16"),
        (b"\xef\xbb\xbfThe \xff bridge", "UTF-8"),
        ("The bridge \ufffd\ufffd\ufffd\ufffd\ufffd is open".encode(), "lost"),
        (b"Home\nMenu\nShare\n", "furniture"),
        (b"x" * (MAX_ARTICLE_BYTES + 1), "20 MB"),
        (b"The bridge is open. " * 20_000, "400,000 characters"),
    ],
)
def test_what_cannot_be_read_says_why_and_what_to_do(raw: bytes, word: str) -> None:
    assert word in _refused(_text(raw)).reason


def test_random_bytes_are_refused() -> None:
    _refused(_text(bytes(byte | 0x80 for byte in os.urandom(3000))))


def test_gzip_files_are_unpacked_and_bombs_are_not(tmp_path: Path) -> None:
    good, cut, bomb = (tmp_path / name for name in ("good.txt.gz", "cut.txt.gz", "bomb.txt.gz"))
    good.write_bytes(gzip.compress(BODY.encode()))
    cut.write_bytes(gzip.compress(os.urandom(5000))[:-20])
    bomb.write_bytes(gzip.compress(b" " * (MAX_ARTICLE_BYTES * 3)))
    assert _read(read_record(Record("good", str(good), Media.TEXT, zipped=True))).text == BODY
    assert "gzip" in _refused(read_record(Record("cut", str(cut), Media.TEXT, zipped=True))).reason
    assert "20 MB" in _refused(read_record(Record("bomb", str(bomb), Media.TEXT, zipped=True))).reason


def test_a_file_that_went_away_or_is_a_folder_is_a_problem(tmp_path: Path) -> None:
    _refused(read_record(Record("a", str(tmp_path / "gone.txt"), Media.TEXT)))
    _refused(read_record(Record("a", str(tmp_path), Media.TEXT)))


# Language

DUTCH = (
    "De brug in het noorden is weer open, zei de burgemeester dinsdag. Of de weg ernaast ook open was, had hij nog "
    "niet gehoord. Het herstel had twee weken geduurd, of iets langer, en de raad had er het geld voor gegeven.\n"
)


def test_a_language_that_is_not_read_yet_is_named() -> None:
    assert "(de)" in _refused(_text(GERMAN * 2)).reason
    assert (
        "(ko)"
        in _refused(
            _text("의회는 월요일에 북쪽 다리가 다시 열렸다고 밝혔다. 수리는 두 주가 걸렸다고 의회는 덧붙였다.")
        ).reason
    )


def test_words_that_two_languages_share_do_not_make_a_text_english() -> None:
    """Dutch has "of", "had" and "not"-like small words too; read as English, it would give claims of nonsense."""
    assert "(nl)" in _refused(_text(DUTCH)).reason


def test_a_text_whose_letters_alone_say_that_it_is_not_english_is_refused() -> None:
    """Even where a text repeats itself so much that its language cannot be told for sure."""
    assert "not read yet" in _refused(_text("Мост открыт снова, мост открыт снова. " * 30)).reason


def test_a_declared_language_counts_only_where_nothing_is_detected() -> None:
    assert _read(_text(BODY, row=ManifestRow("a.txt", 2, language="de"))).language == "en"
    assert "(de)" in _refused(_text("Es ist offen.", row=ManifestRow("a.txt", 2, language="de-DE"))).reason


def test_a_short_text_is_read_and_its_language_stays_unknown() -> None:
    assert _read(_text("Bridge open, says mayor.")).language is None


# What the page says of itself


def test_the_manifest_comes_before_the_page() -> None:
    row = ManifestRow("a.txt", 2, "The Crossing", "2024-06-03", "http://example.org/a", "en")
    article = _read(_text(f"Published 1 May 2023\n{BODY}\n© 2023 Another Paper\n", row=row))
    assert (article.outlet, article.published, article.url) == ("The Crossing", "2024-06-03", "http://example.org/a")


def test_what_the_page_says_is_used_where_nobody_else_says_it() -> None:
    page = f"Bridge open again, says council of Orsk\nBy Ada Quist\nPublished 1 May 2023\n{BODY}\n© 2023 Orsk Daily."
    article = _read(_text(page))
    assert (article.byline, article.published, article.outlet) == ("Ada Quist", "2023-05-01", "Orsk Daily")
    assert article.shown_title == "Bridge open again, says council of Orsk"
    assert article.title is None


def test_what_nobody_says_stays_unknown() -> None:
    article = _read(_text(f"Mon, June 3\n{BODY}"))
    assert (article.outlet, article.published, article.url, article.credited, article.byline) == (None,) * 5


@pytest.mark.parametrize(
    ("page", "credited"),
    [
        ("ORSK (Reuters) - " + BODY, "Reuters"),
        ("ORSK, June 3 (LNA) - " + BODY, "LNA"),
        (BODY + "\nSource: TASS\n", "TASS"),
        (BODY.rstrip() + " (AFP)\n", "AFP"),
        (BODY + "\nYonhap\n", "Yonhap"),
        (BODY + "\nCopyright 2024 The Associated Press. All rights reserved.\n", "The Associated Press"),
        (BODY + "\nThis article was first published by Interfax.\n", "Interfax"),
        (BODY + "\nAccording to AFP, the bridge was closed again at night.\n", None),
        (BODY + "\nA man crosses the bridge. [Photo: Reuters]\n", None),
        ("ORSK — " + BODY, None),
    ],
)
def test_only_the_agency_of_the_words_is_credited(page: str, credited: str | None) -> None:
    assert _read(_text(page)).credited == credited


def test_the_pages_own_outlet_is_no_agency() -> None:
    page = "ORSK (CROSSING).- " + BODY
    assert _read(_text(page, row=ManifestRow("a.txt", 2, outlet="Crossing News"))).credited is None
    own = _read(_text(page + "\nThe entry Bridge open was first published in CROSSING News.\n"))
    assert (own.credited, own.outlet) == (None, "CROSSING")


def test_the_dateline_stands_in_the_text() -> None:
    article = _read(_text("ORSK, June 3 (LNA) - " + BODY))
    assert article.dateline
    assert article.dateline.of(article.text) == "ORSK, June 3 (LNA) -"


# JSON lines


def test_our_own_fields() -> None:
    row = {
        "document": "d1",
        "title": "Bridge open",
        "text": BODY,
        "published": "2024-06-03T10:00:00Z",
        "outlet": "A",
        "url": "u",
    }
    article = _read(_line(row))
    assert (article.document, article.title, article.text) == ("d1", "Bridge open", BODY)
    assert (article.published, article.outlet, article.url) == ("2024-06-03", "A", "u")
    assert article.headline is None
    assert (article.provenance.path, article.provenance.line) == ("f.jsonl", 7)


def test_fields_as_trafilatura_writes_them() -> None:
    row = {
        "title": "Bridge open",
        "author": "Ada Quist",
        "hostname": "example.org",
        "date": "2024-06-03",
        "raw_text": "no",
        "text": BODY,
        "language": None,
        "source": "http://example.org/a",
        "source-hostname": "Orsk Daily",
        "tags": "",
        "fingerprint": "0",
        "comments": "",
        "image": None,
    }
    article = _read(_line(row))
    assert (article.byline, article.outlet, article.published) == ("Ada Quist", "Orsk Daily", "2024-06-03")
    assert article.url == article.document == "http://example.org/a"


def test_fields_as_news_please_writes_them() -> None:
    row = {
        "authors": ["Ada Quist", "Jon Aske"],
        "date_download": "2024-07-01 00:00:00",
        "date_modify": None,
        "date_publish": "2024-06-03 10:00:00",
        "description": "x",
        "filename": "y",
        "image_url": "z",
        "language": "en",
        "localpath": None,
        "maintext": BODY,
        "source_domain": "example.org",
        "text": None,
        "title": "Bridge open",
        "title_page": None,
        "title_rss": None,
        "url": "http://example.org/a",
    }
    article = _read(_line(row))
    assert (article.byline, article.outlet, article.published) == ("Ada Quist, Jon Aske", "example.org", "2024-06-03")
    assert (article.text, article.title) == (BODY, "Bridge open")


def test_fields_as_fundus_writes_them() -> None:
    first, second = BODY.strip().split("\n\n")
    body = {
        "summary": ["The bridge is open again."],
        "sections": [{"headline": ["At the river"], "paragraphs": [first, second]}],
    }
    row = {
        "title": "Bridge open",
        "body": body,
        "authors": ["Ada Quist"],
        "publishing_date": "2024-06-03 10:00:00+00:00",
        "topics": ["bridges"],
        "free_access": True,
        "publisher": "Orsk Daily",
        "lang": "en",
    }
    article = _read(_line(row))
    assert article.text == f"The bridge is open again.\n\nAt the river\n\n{first}\n\n{second}"
    assert [block.kind for block in article.blocks].count(BlockKind.SUBHEADING) == 1
    assert (article.outlet, article.published, article.document) == ("Orsk Daily", "2024-06-03", "f.jsonl:7")


def test_a_title_that_opens_the_text_is_not_set_apart() -> None:
    article = _read(_line({"title": "Bridge open", "text": "Bridge open\n\n" + BODY}))
    assert article.title is None
    assert article.headline
    assert article.headline.of(article.text) == "Bridge open"


def test_the_start_and_end_of_an_extracted_text_are_read() -> None:
    article = _read(_line({"title": "Talks", "text": f"A short first line\n\n{BODY}\n\nA short last line"}))
    assert all(block.kind is not BlockKind.FURNITURE for block in article.blocks)


@pytest.mark.parametrize(
    "raw",
    [
        b"{",
        b"[]",
        b"3",
        b"null",
        b'{"title": "x"}',
        b'{"text": ""}',
        b'{"text": 3}',
        b'{"text": ["a"]}',
        b'{"text": "a", "title": {}}',
        b'{"text": "a", "published": true}',
        b'{"text": "a", "authors": [1]}',
        b'{"text": "a\\ud800"}',
        b'{"text": "a\xff"}',
        b'{"text": NaN}',
        b"[" * 100_000,
        b'{"text": "a\\u0000b"}',
        b'{"text": "a", "outlet": 3}',
    ],
)
def test_a_bad_line_is_a_problem_with_its_number(raw: bytes) -> None:
    assert _refused(_line(None, raw)).line == 7


def test_a_date_that_cannot_be_read_is_left_unknown() -> None:
    assert _read(_line({"text": BODY, "published": "some day in June"})).published is None
