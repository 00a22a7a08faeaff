"""Credits: whose picture it is, and which agency's words.

Picture credits are cut off as furniture; an agency is taken from a dateline, a bracket at an end, or a line that
names the source of the report.
"""

import re
from functools import cache
from typing import cast

from counterclaim.ingest.page.lines import Line
from counterclaim.ingest.page.vocabulary import data_file, words_file

_PICTURE_WORDS = (
    r"photos?|photographs?|image|images|picture|pictures|pic|video|screenshot|screengrab|graphic|map|"
    r"illustration|file(?: photo| image)?|handout|credit|"
    r"foto|fotos|fotografía|fotografia|imagen|imagem|immagine|crédito|crédits?|bild|grafik|quelle|"
    r"zdjęcie|fot|obraz|фото|фотография|фотографія|світлина|"
    r"изображение|иллюстрация|відео|видео|снимка|φωτογραφία|fotoğraf|görsel|صورة|الصورة|עיבוד|צילום|"
    r"사진|이미지|그래픽|영상|写真|画像|图片?|圖片?|图源|ảnh|ภาพ|gambar"
)
_AGENCY_PICTURE = (
    r"(?:AP|AFP|EPA|REUTERS|Reuters|Getty|TASS|dpa|PA|UPI|EFE|ANSA|Xinhua|AA|RIA Novosti|Sputnik|"
    r"Yonhap)(?:\s?(?:Photo|Images|Pool|Wire))?"
)
_WHO = r"[^.!?;:|]{2,80}?"
_AFTER = r"(?:(?<=[.!?”\"’»)])|^|(?<=\s\s))\s*"
_BRACKETED = (
    rf"[\[(〈<【［（]\s?(?:(?i:{_PICTURE_WORDS})\b[^\])〉>】］）]{{0,120}}|[^\])〉>】］）]{{0,100}}"
    r"(?:Getty Images|AP Photo|REUTERS/|(?i:via) (?:AP|AFP|REUTERS|Getty)|"
    r"(?i:file photo))[^\])〉>】］）]{0,80})\s?[\])〉>】］）]\s*"
)
_LABELLED = (
    rf"(?:{_AFTER}|(?<=\s)(?=[A-ZФ사写图]))(?i:photos?|photographs?|images?|pictures?|video|fotos?|фото|світлина|사진|写真|图片)"
    rf"\s?(?i:credit|source|courtesy of|courtesy|제공)?\s?[:：=/]\s?(?![a-zа-я]+ [a-zа-я]+ ){_WHO}\.?"
)
_AGENCY_SLASH = rf"{_AFTER}(?:©\s?)?{_AGENCY_PICTURE}\s?/\s?{_WHO}\.?"
_SLASH_AGENCY = rf"{_AFTER}{_WHO}[/|]\s?(?:Getty Images|AFP|AP|REUTERS|Shutterstock|EPA|TASS)(?:\s?(?:via|/).{{2,40}})?"
_BY = rf"{_AFTER}(?i:photo(?:graph)?|image|picture|video|credit)(?i: by |: ){_WHO}\.?"
PICTURE_CREDIT = re.compile(rf"(?:{_BRACKETED}|{_LABELLED}|{_AGENCY_SLASH}|{_SLASH_AGENCY}|{_BY})$")
_LONGEST = 240
_ONLY_PICTURE = re.compile(
    r"^[\[(]?(?i:file photo|handout|getty images|ap photo|reuters photo|image source|photo credit|"
    r"사진\s?제공|사진)[^.!?]{0,60}[\])]?$"
)


@cache
def _agencies() -> frozenset[str]:
    return frozenset(cast("list[str]", data_file("agencies.toml")["names"]))


def is_agency(name: str) -> bool:
    """Is the name that of a news agency known in general?"""
    bare = name.strip(" .,–—-()[]")
    return bare in _agencies() or bare.removeprefix("The ") in _agencies()


def picture_credit(line: Line) -> int | None:
    """Where in the line's text a closing picture credit begins; None if there is none."""
    if _ONLY_PICTURE.match(line.text) and line.size <= 8:
        return 0
    found = PICTURE_CREDIT.search(line.text, max(0, len(line.text) - _LONGEST))
    if not found or (line.ends_sentence and line.size > 60):
        return None
    return found.start()


_BRACKET = re.compile(r"\s*[\[(–—-]+\s?(?P<name>[^()\[\]]{2,40})\s?[\])]?\.?$")
_ALONE = re.compile(r"^[(\[][A-Z]{2,6}[)\]]\.?$")
_SOURCE = re.compile(
    r"^\W*(?:source|sources|with inputs? from|with reporting by|with information from|agency|"
    r"agencies|fuente|fuentes|con información de|fonte|quelle|źródło|"
    r"источник|джерело|kaynak|المصدر|출처|来源|來源)\s*[:：]\s*(?P<name>[^.:：]{2,60})\.?\W*$",
    re.IGNORECASE,
)
_WITH = re.compile(
    r"^\W*(?:with (?:inputs?|reporting|information|files|agencies)\s?(?:from|by)|via|avec|with|con|mit|с|з|"
    r"from)\s+(?P<name>[^.:]{2,60})\.?\W*$",
    re.IGNORECASE,
)


def closing_credit(text: str) -> tuple[int, str] | None:
    """Where an agency in brackets, or alone after a dash, closes the text, and its name."""
    found = _BRACKET.search(text)
    if not found or not is_agency(found["name"]):
        return None
    return found.start(), found["name"].strip()


_TOPICS = frozenset(words_file("topics"))
_NEWS_WORD = re.compile(r"\b(?:Agency|Press|News|Wire|Newswire|Service|Features)\b")
_LONE = re.compile(
    r"^(?:From )?(?P<name>[A-ZÀ-Þ][\w’'-]{2,}(?: [A-ZÀ-Þ][\w’'-]+){0,3})(?: in (?P<place>[A-ZÀ-Þ][\w’' -]{2,30}))?$"
)
_PLACE = r"(?P<place>[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,2})"
_WIRE = (
    r"(?P<name>(?:[A-ZÀ-Þ][\w’'-]+ ){1,3}(?:Wire|Newswire|(?:News )?Agency)"
    r"|[A-ZÀ-Þ][a-zà-ž]{2,}(?:wire|line|news|press))"
)
_WIRE_AT = re.compile(rf"^(?:By |From )?{_WIRE}(?:, | in ){_PLACE}$|^By {_WIRE.replace('<name>', '<alone>')}$")
_BY_ONE = re.compile(rf"^By (?:the )?(?P<name>[A-ZÀ-Þ][\w’'-]{{2,}}) in {_PLACE}$")
_OWN_STAFF = frozenset(
    ("admin", "agencies", "correspondent", "correspondents", "editor", "reporter", "reporters", "staff")
)
_BEHIND_PLACE = re.compile(r"^[A-ZÀ-Þ][\w’' -]{2,30}, (?P<name>[A-Z]{2,6})$")


def lone_credit(line: Line, body: frozenset[str]) -> str | None:
    """The agency that a line of its own between headline and body names, known or not: `NAME`, `From NAME in PLACE`,
    `PLACE, NAME` with initials.

    A single name that the report itself uses is what it is about, and two names are a writer's, unless one of them is
    a word for an agency.
    """
    found = _LONE.match(line.text) or _BEHIND_PLACE.match(line.text)
    if not found:
        return None
    name = found["name"]
    if is_agency(name) or found.re is _BEHIND_PLACE:
        return name
    if " " in name:
        return name if _NEWS_WORD.search(name) else None
    return None if name.casefold() in body or name.casefold() in _TOPICS else name


def signed_by_agency(signature: str) -> str | None:
    """The agency that a page's own byline element names: `Reuters`, `Delta Wire, PLACE`; None for a writer's name."""
    bare = signature.strip(" .,()|/")
    return bare if is_agency(bare) else wire_line(bare)


def wire_line(text: str) -> str | None:
    """The agency, known or not: `Delta Wire, PLACE`, or one name, as no writer signs, `By NAME in PLACE`."""
    if found := _WIRE_AT.match(text):
        return found["name"] or found["alone"]
    found = _BY_ONE.match(text)
    return found["name"] if found and found["name"].casefold() not in _OWN_STAFF else None


def source_line(line: Line) -> str | None:
    """The agency that a line such as `Source: NAME` or a bare `NAME` credits."""
    if line.size > 10:
        return None
    if wire := wire_line(line.text):
        return wire
    bare = line.text.strip(" .,()[]–—-*|/")
    if is_agency(bare) or _ALONE.match(line.text):
        return bare
    found = _SOURCE.match(line.text) or _WITH.match(line.text)
    if not found:
        return None
    name = found["name"].strip()
    parts = [part.strip() for part in re.split(r"\s*(?:,|/|\band\b|&|\+)\s*", name)]
    return next((part for part in parts if is_agency(part)), None)
