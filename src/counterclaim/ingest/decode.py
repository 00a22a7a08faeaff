"""Bytes → characters, or the reason why not.

Enters the bytes of one file; leaves its text without a byte-order mark, every other character kept, and the encoding.
Refused, with an `Unreadable`: binary files, damaged gzip, encodings that cannot be told with confidence.
"""

import gzip
import io
import re
import zlib
from pathlib import Path

from counterclaim.ingest.record import MAX_ARTICLE_BYTES
from counterclaim.ingest.stream import GZIP_MAGIC

_COHERENT = 0.3
_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_SIGNATURES = (
    (b"\x89PNG", "a PNG picture"), (b"\xff\xd8\xff", "a JPEG picture"), (b"GIF8", "a GIF picture"),
    (b"%PDF", "a PDF file"), (b"PK\x03\x04", "a ZIP or Office file"), (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"SQLite format 3", "an SQLite database"),
    (b"{\\rtf", "an RTF file"), (b"BZh", "a bzip2 file"), (b"\xfd7zXZ", "an xz file"), (b"\x7fELF", "a program"),
    (b"RIFF", "a sound or video file"), (b"7z\xbc\xaf", "a 7-zip file"), (b"\x28\xb5\x2f\xfd", "a Zstandard file"),
)  # fmt: skip
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
# Windows-1252 gives these bytes to quotes, dashes, the ellipsis and the euro: what English text most often holds
# beyond ASCII.
_TYPOGRAPHIC = frozenset(
    b"\x80\x85\x91\x92\x93\x94\x95\x96\x97\x99\xa0\xa3\xa9\xab\xb0\xb7\xbb\xbd\xe0\xe1\xe4\xe8\xe9\xed\xf1\xf3\xf6\xfa\xfc"
)


class Unreadable(Exception):  # noqa: N818 - never leaves this room; it becomes a Problem
    """Why one record cannot be read, and what to do."""

    def __init__(self, reason: str, advice: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.advice = advice


def file_bytes(path: Path) -> bytes:
    """The bytes of a file, unpacked where it is gzipped.

    Raises:
        Unreadable: too big, damaged, or not allowed.
    """
    try:
        with path.open("rb") as stream:
            raw = stream.read(MAX_ARTICLE_BYTES + 1)
    except FileNotFoundError as error:
        raise Unreadable("the file is gone", "It was there when the run began; read again.") from error
    except OSError as error:
        raise Unreadable(f"the file cannot be opened: {error.strerror}", "Check its permissions.") from error
    return within_limit(_inflated(raw) if raw[:2] == GZIP_MAGIC else raw)


def _inflated(raw: bytes) -> bytes:
    """Unpacked, but never much beyond the limit, however far the data would swell."""
    within_limit(raw)
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(raw)) as stream:
            return stream.read(MAX_ARTICLE_BYTES + 1)
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise Unreadable("the gzip data is cut off or corrupt", "Download or pack the file again.") from error


def within_limit(raw: bytes) -> bytes:
    """The bytes, if they are no more than one article may have.

    Raises:
        Unreadable: they are more.
    """
    if len(raw) > MAX_ARTICLE_BYTES:
        limit = MAX_ARTICLE_BYTES // 1_000_000
        raise Unreadable(
            f"it holds more than {limit} MB, the most that one article may have", "Split it: one article a file."
        )
    return raw


def decoded(raw: bytes, *, html: bool = False) -> str:
    """The text of one file.

    Raises:
        Unreadable: empty, binary, or in an encoding that cannot be told.
    """
    if not raw.strip(b" \t\r\n\f\v\0") and b"\0" not in raw:
        raise Unreadable(
            "it is empty" if not raw else "it holds nothing but white space", "Check that it was saved whole."
        )
    text = _text(raw, html=html)
    if not text.strip().strip("\ufeff\u200b"):
        raise Unreadable("it holds nothing but white space", "Check that it was saved whole.")
    if text.count("\ufffd") > 3 + len(text) // 500:
        raise Unreadable(
            "characters were lost when it was saved (many \ufffd)", "Save it again from the source, as UTF-8."
        )
    return text


def _text(raw: bytes, *, html: bool) -> str:
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return _strict(raw[len(mark) :], encoding)
    _refuse_binary(raw)
    if html and (declared := _declared(raw)):
        return declared
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return _guessed(raw)


def _strict(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        reason = f"it begins as {encoding.upper()} but is not valid at byte {error.start}"
        raise Unreadable(reason, "Save it again as UTF-8.") from error


def _refuse_binary(raw: bytes) -> None:
    kind = next((name for start, name in _SIGNATURES if raw.startswith(start)), None)
    if kind:
        raise Unreadable(f"it is {kind}, not text", "Give the article as .txt, .html or .jsonl.")
    sample = raw[:65536]
    if b"\0" in raw:
        raise Unreadable("it is binary, or UTF-16 without a byte-order mark", "If it is text, save it as UTF-8.")
    controls = sum(byte < 32 and byte not in b"\t\n\r\f\v\x1b" for byte in sample)
    if controls * 50 > len(sample):
        raise Unreadable("it is binary, not text", "Give the article as .txt, .html or .jsonl.")


def _declared(raw: bytes) -> str | None:
    """The text in the encoding that an HTML page declares, if it truly is in it."""
    found = _META_CHARSET.search(raw[:4096])
    if not found:
        return None
    name = found[1].decode("ascii").lower()
    # Pages that declare Latin-1 are Windows-1252 (WHATWG Encoding Standard).
    name = "cp1252" if name in ("iso-8859-1", "latin1", "latin-1", "ascii", "us-ascii", "windows-1252") else name
    try:
        return raw.decode("utf-8") if name == "cp1252" and _is_utf8(raw) else raw.decode(name)
    except (UnicodeDecodeError, LookupError):
        return None


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _guessed(raw: bytes) -> str:
    """Not UTF-8 and nothing declared: Windows-1252 where only its typography is used, else what the library is sure of.

    A few foreign letters in English text fit many code pages alike, so only text that is foreign throughout is guessed.
    """
    beyond = [byte for byte in raw if byte > 127]
    if len(beyond) * 20 < len(raw) and all(byte in _TYPOGRAPHIC for byte in beyond):
        return raw.decode("cp1252")
    from charset_normalizer import from_bytes

    best = from_bytes(raw, threshold=0.15).best() if len(beyond) * 3 > len(raw) else None
    if best is None or best.coherence < _COHERENT:
        raise Unreadable("its encoding cannot be told: it is not UTF-8", "Save it as UTF-8.")
    return str(best)
