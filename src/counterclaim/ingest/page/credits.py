"""Credits: whose picture it is, and which agency's words.

Picture credits are cut off as furniture; an agency is taken from a dateline, a bracket at an end, or a line that names the source of the report.
"""

import re
import tomllib
from functools import cache
from importlib.resources import files

from counterclaim.ingest.page.lines import Line

_PICTURE_WORDS = (
    r"photos?|photographs?|image|images|picture|pictures|pic|video|screenshot|screengrab|graphic|map|illustration|file(?: photo| image)?|handout|credit|"
    r"foto|fotos|fotografía|fotografia|imagen|imagem|immagine|crédito|crédits?|bild|grafik|quelle|zdjęcie|fot|obraz|фото|фотография|фотографія|світлина|"
    r"изображение|иллюстрация|відео|видео|снимка|φωτογραφία|fotoğraf|görsel|صورة|الصورة|עיבוד|צילום|사진|이미지|그래픽|영상|写真|画像|图片?|圖片?|图源|ảnh|ภาพ|gambar"
)
_AGENCY_PICTURE = r"(?:AP|AFP|EPA|REUTERS|Reuters|Getty|TASS|dpa|PA|UPI|EFE|ANSA|Xinhua|AA|RIA Novosti|Sputnik|Yonhap)(?:\s?(?:Photo|Images|Pool|Wire))?"
PICTURE_CREDIT = re.compile(
    rf"(?:[\[(〈<【［（]\s?(?:(?i:{_PICTURE_WORDS})\b[^\])〉>】］）]{{0,120}}|[^\])〉>】］）]{{0,100}}(?:Getty Images|AP Photo|(?i:via) (?:AP|AFP|REUTERS|Getty)[^\])〉>】］）]{{0,40}}"
    rf"|(?i:file photo)))\s?[\])〉>】］）]\s*|(?:(?<=[.!?”\"])|(?<=\s)|^)(?i:photo|image|picture|video|photograph|foto|фото|사진)s?\s?(?:(?i:credit|source|courtesy|by|of))?\s?[:：=/]\s?[^.!?]{{2,90}}\.?"
    rf"|(?:(?<=[.!?”\"])|(?<=\s)|^)(?:©\s?)?{_AGENCY_PICTURE}\s?/\s?[^.!?]{{2,80}}|(?:[^.!?|]{{2,60}}[/|]\s?)(?:Getty Images|AFP|AP|REUTERS|Shutterstock|EPA|TASS)(?:\s(?:via|/).{{2,40}})?"
    rf"|(?:(?<=[.!?”\"])|^)\s?(?i:photo(?:graph)?|image|picture|video) by [^.!?]{{2,80}}\.?)$"
)
_ONLY_PICTURE = re.compile(
    r"^[\[(]?(?i:file photo|handout|getty images|ap photo|reuters photo|image source|photo credit|photo)[^.!?]{0,60}[\])]?$"
)


@cache
def _agencies() -> frozenset[str]:
    entries = tomllib.loads(files("counterclaim.ingest.page").joinpath("agencies.toml").read_text("utf-8"))
    return frozenset(name.casefold() for name in entries["names"])


def is_agency(name: str) -> bool:
    """Is the name that of a news agency known in general?"""
    return name.strip(" .,–—-").casefold().removeprefix("the ") in _agencies()


def picture_credit(line: Line) -> int | None:
    """Where in the line's text a closing picture credit begins; None if there is none."""
    if _ONLY_PICTURE.match(line.text) and line.size <= 8:
        return 0
    found = PICTURE_CREDIT.search(line.text)
    if not found or (line.ends_sentence and line.size > 60):
        return None
    return found.start()


_BRACKET = re.compile(r"\s*[\[(–—-]+\s?(?P<name>[^()\[\]]{2,40})\s?[\])]?\.?$")
_SOURCE = re.compile(
    r"^\W*(?:source|sources|with inputs? from|with reporting by|with information from|agency|agencies|fuente|fuentes|con información de|fonte|quelle|źródło|"
    r"источник|джерело|kaynak|المصدر|출처|来源|來源)\s*[:：]\s*(?P<name>[^.:：]{2,60})\.?\W*$",
    re.IGNORECASE,
)
_WITH = re.compile(
    r"^\W*(?:with (?:inputs?|reporting|information|files|agencies)\s?(?:from|by)|via|from)\s+(?P<name>[^.:]{2,60})\.?\W*$",
    re.IGNORECASE,
)


def closing_credit(text: str) -> tuple[int, str] | None:
    """Where an agency in brackets, or alone after a dash, closes the text, and its name."""
    found = _BRACKET.search(text)
    if not found or not is_agency(found["name"]):
        return None
    return found.start(), found["name"].strip()


def source_line(line: Line) -> str | None:
    """The agency that a line such as `Source: NAME` or a bare `NAME` credits."""
    if line.size > 10:
        return None
    bare = line.text.strip(" .,()[]–—-*|/")
    if is_agency(bare):
        return bare
    found = _SOURCE.match(line.text) or _WITH.match(line.text)
    if not found:
        return None
    name = found["name"].strip()
    parts = [part.strip() for part in re.split(r"\s*(?:,|/|\band\b|&|\+)\s*", name)]
    return next((part for part in parts if is_agency(part)), None)
