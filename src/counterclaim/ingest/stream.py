"""Lines of a JSON-lines stream, one at a time, however big the file is.

Enters an open binary stream, gzipped or not; leaves numbered lines. A line longer than one article may be, and a stream
that breaks off, leave as a `Problem`; memory never holds more than one line.
"""

import gzip
import io
import zlib
from collections.abc import Iterator
from typing import IO, cast

from counterclaim.ingest.record import MAX_ARTICLE_BYTES
from counterclaim.model import Problem

GZIP_MAGIC = b"\x1f\x8b"
BROKEN_GZIP = (EOFError, gzip.BadGzipFile, zlib.error)
_BOM = b"\xef\xbb\xbf"


def unzipped(stream: IO[bytes]) -> io.BufferedReader:
    """The stream's bytes, unpacked where they begin as gzip does."""
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast("io.RawIOBase", stream))
    if buffered.peek(2)[:2] != GZIP_MAGIC:
        return buffered
    return io.BufferedReader(cast("io.RawIOBase", gzip.GzipFile(fileobj=buffered)))


def numbered_lines(stream: IO[bytes], path: str) -> Iterator[tuple[int, bytes] | Problem]:
    """Every line that is not blank, with its number from 1 and without its end."""
    number = 0
    try:
        while line := stream.readline(MAX_ARTICLE_BYTES + 1):
            number += 1
            if len(line) > MAX_ARTICLE_BYTES:
                while line and not line.endswith(b"\n"):
                    line = stream.readline(MAX_ARTICLE_BYTES)
                yield Problem(path, _too_long(), "Split the line: one article a line.", number)
                continue
            content = line.removeprefix(_BOM).strip() if number == 1 else line.strip()
            if content:
                yield number, content
    except BROKEN_GZIP:
        reason = "the gzip data is cut off or corrupt"
        if number:
            reason += f" after line {number}; the lines up to there are read"
        yield Problem(path, reason, "Download or pack the file again.", number + 1 if number else None)
    except OSError as error:
        yield Problem(
            path,
            f"reading broke off after line {number}: {error.strerror}",
            "Check the disk and read again.",
            number + 1,
        )


def _too_long() -> str:
    return f"the line is longer than {MAX_ARTICLE_BYTES // 1_000_000} MB, the most that one article may have"
