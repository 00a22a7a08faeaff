"""What a report says about itself: who wrote it, where and when, on which agency's words.

Enters lines or paragraphs; leaves bylines, date lines and datelines. Names are recognised by shape, never from a list.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from counterclaim.ingest.dates import edtf_day
from counterclaim.ingest.page.credits import is_agency
from counterclaim.ingest.page.lines import Line, words_of
from counterclaim.ingest.page.vocabulary import words_file

_NAME = r"(?:[A-ZÀ-ÞĀ-ŽА-ЯЇІЄҐ][\w.'’\-]*|al-\w+|de|da|di|van|von|der|den|el|la|bin|ibn|del|dos|and|und|y|e|et|&)"
_NAMES = rf"{_NAME}(?:[\s,]+{_NAME}){{0,11}}"
_BY = re.compile(
    rf"^(?:(?:[Bb]y|BY|Von|Por|Par|Door|Av|Af|Tekst|Texto|Texte|Di)[:\s]\s*(?P<one>{_NAMES})"
    rf"|(?:(?i:author|written by|words by|story by|reported by|reporting by|text by|autor|autora|"
    rf"auteur|autore|автор|авторка|yazar|بقلم|作者|記者|记者))\s*[:：]?\s*(?P<two>[^.:|]{{2,80}}))"
    r"(?P<rest>\s*(?:[|•·,–—/-].{0,90})?)$"
)
_REPORTING = re.compile(
    r"^[\W_]*(?:(?:additional|further|with) )?(?:reporting|writing|editing|compiled|edited|"
    r"translated|translation|produced|(?:additional )?research) by (?-i:[A-Z]).{1,300}$"
    r"|^[\W_]*[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}(?:, [A-Z][^.]{2,60})? (?:contributed "
    r"(?:reporting|to (?:this|the) (?:report|story|article))|reported from [A-Z][\w ,]+)\.?\W*$"
    r"|^[\W_]*(?:(?:AP|Associated Press|AFP|Reuters)? ?(?:staff )?(?:writers?|journalists?|"
    r"reporters?|correspondents?)) .{3,160}? contributed(?: to this (?:report|story|article))?\.?\W*$",
    re.IGNORECASE | re.DOTALL,
)
_KOREAN = re.compile(r"^[\[(]?[^\n]{0,20}?(?P<name>[가-힣]{2,4})\s?(?:기자|특파원)\b.{0,40}$")
_CORRESPONDENT = re.compile(
    rf"^(?:From (?:our|the) (?:[a-z]+ )?(?:correspondent|reporter)s?,? (?P<one>{_NAMES})(?: in [A-Z][\w ,'’-]{{1,40}})?"
    rf"|(?P<two>{_NAMES}), (?:[a-zA-Z]+ ){{0,3}}(?:correspondent|reporter|editor|columnist|writer|analyst)s?)$"
)
_IN_PLACE = re.compile(
    r"^(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w.'’-]+){1,2}) in (?:[A-Z][\w'’-]+)(?:[ "
    r",]+[A-Z][\w'’-]+){0,2}(?: and .{3,60})?$"
)


def byline_of(line: Line, *, near_headline: bool = False) -> str | None:
    """The writers that a byline names, or the whole line where it names them in a sentence; None if it is no byline."""
    text = line.text.strip()
    if line.size <= 60 and _REPORTING.match(text):
        return text.strip(" —–-()")
    if line.size > 24 or line.quoted:
        return None
    if found := _BY.match(text):
        return _name(found["one"] or found["two"])
    if found := _KOREAN.match(text):
        return found["name"]
    return _placed_byline(text) if near_headline else None


def _placed_byline(text: str) -> str | None:
    """Writers by a shape that says so only right below a headline."""
    return correspondent_of(text) or (text if _IN_PLACE.match(text) else None)


def correspondent_of(text: str) -> str | None:
    """The writer whom a line calls a correspondent, an editor and the like."""
    found = _CORRESPONDENT.match(text)
    return _name(found["one"] or found["two"]) if found else None


def _name(words: str) -> str | None:
    name = words.strip(" ,|-–—")
    return name if len(name) > 1 and not name[0].isdigit() else None


_DATE_LABEL = (
    r"(?:first |last |date |originally )?(?:published|posted|updated|modified|created|issued|"
    r"released|publish|update)(?: (?:on|at|date|time))?|date|"
    r"publicado|actualizado|publicada|atualizado|pubblicato|aggiornato|publié|mise? à jour|"
    r"veröffentlicht|aktualisiert|stand|gepubliceerd|opublikowano|aktualizacja|"
    r"опубликовано|обновлено|дата публикации|опубліковано|оновлено|дата|yayınlanma|güncelleme|입력|등록|"
    r"수정|발행|승인|기사입력|최종수정|公開|更新|発行|发布时间|发布|更新时间|نشر|تحديث"
)
_LABELLED = re.compile(rf"^\W*(?P<label>{_DATE_LABEL})\b.{{0,16}}?\d", re.IGNORECASE)
_CHANGED = re.compile(
    r"^\W*(?:last|updated?|modified|actualiz|atualiz|aggiorn|mise? à|aktual|обновл|онов|güncel|수정|최종|更新)",
    re.IGNORECASE,
)
_DATE_WORDS = frozenset(words_file("dates"))


@dataclass(frozen=True, slots=True)
class DateLine:
    """A line that only says when: the day if its year is stated, and whether it is said to be the first publication."""

    day: str | None
    first: bool


def date_line(line: Line) -> DateLine | None:
    """A line that says when the page was published or changed, and nothing else."""
    if line.size > 22 or not any(character.isdigit() for character in line.text):
        return None
    labelled = _LABELLED.match(line.text)
    day = edtf_day(line.text)
    rest = words_of(line.text[labelled.end("label") :]) if labelled else line.words
    strange = [word for word in rest if word not in _DATE_WORDS and not word[0].isdigit()]
    if (
        any(len(word) > 3 for word in strange)
        or len(strange) > (1 if day else 0)
        or not (labelled or _looks_dated(line))
    ):
        return None
    return DateLine(day, labelled is not None and not _CHANGED.match(line.text))


def _looks_dated(line: Line) -> bool:
    """Figures beside a month, or figures in the shape of a date or time."""
    return bool(line.words) or bool(re.search(r"\d{1,4}[-./年년]\s?\d{1,2}[-./月월]\s?\d{1,4}|\d{1,2}:\d\d", line.text))


@dataclass(frozen=True, slots=True)
class Dateline:
    """The opening `PLACE (AGENCY) -` of a paragraph: its length, the name in brackets, and the day if the year is
    stated."""

    length: int
    credit: str | None
    day: str | None


_PLACE_WORD = (
    r"(?:[A-ZÀ-ÞĀ-ŽА-ЯЇІЄҐ][\w.'’\-]*|[A-Z]\.[A-Z]\.?|d\d?|de|del|la|le|of|the|am|\d{1,2}(?:st|nd|rd|"
    r"th)?|(?:19|20)\d\d)"
)
_BRACKETED = re.compile(
    rf"^(?P<place>(?:(?:[a-zà-ž]{{2,15}}/)?{_PLACE_WORD}(?:/[a-zà-ž]{{2,15}}\b|[\s,./]+{_PLACE_WORD}){{0,7}}|[a-z]{{2,15}})?)[,.]?\s*"
    r"[(/\[](?P<credit>[A-ZÀ-ÞА-ЯЇІЄҐ][\w .&'’/\-]{1,40}?)[)/\]]\.?\s*(?P<dash>[-–—]{1,3}|:|\.[-–—])?\s*"
)
_DAY = r"(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}|\d{1,2}\s[A-Z][a-z]{2,8}\.?)(?:,?\s(?:19|20)\d\d)?"
_BARE = re.compile(
    r"^(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ.'’\-]{2,}(?:[ /]+[A-ZÀ-Þ][A-ZÀ-Þ.'’\-]+){0,3}"
    r"(?:,\s+[A-Z][\w.'’\-]+(?: [A-Z][\w.'’\-]+){0,2}){0,2}"
    rf"(?:,\s+{_DAY})?)"
    r"\s*(?:—|–|--|\s-(?=\s)|:)\s+(?=[A-Z\"“'‘\d])"
)
_STOPPED = re.compile(
    r"^(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ'’\-]{2,}(?:[ /]+[A-ZÀ-Þ][A-ZÀ-Þ'’\-]+){0,3}"
    rf"(?:,\s+(?!\d)[A-Z][a-zà-ž'’\-]+(?: [A-Z][\w'’\-]+){{0,2}}(?:,\s+{_DAY})?|,\s+{_DAY}))"
    r"\.?(?<=\.)\s+(?=[A-ZÀ-Þ\"“'‘])"
)
_CREDIT = re.compile(
    r"^[(\[](?P<credit>[A-ZÀ-Þ][\w.&'’/-]{1,30}(?: [A-ZÀ-Þ][\w.&'’/-]*){0,3})[)\]]\s+(?=[A-ZÀ-Þ\"“'‘])"
)
# "Niamey – ", "Goma, DR Congo - ", "New Delhi, July 25: ": small letters are enough only before the report's first
# sentence, and a colon only with a day.
_CALLED = r"[A-ZÀ-Þ][\w.'’\-]+(?:[ /][A-ZÀ-Þ][\w.'’\-]+){0,2}"
_TITLED = re.compile(
    rf"^(?P<place>{_CALLED}(?:,\s+{_CALLED}){{0,2}})(?:(?P<day>,?\s+{_DAY}))?"
    r"\s*(?P<mark>—|–|--|\s-(?=\s)|:)\s+(?=[A-Z\"“‘\d])"
)
_SEVERAL = 2
_SHORT = 5  # words: what follows a dateline is a sentence
_BARE_AGENCY = re.compile(r"^(?P<credit>[A-Z][\w.'’/-]+(?: [A-Z][\w.'’/-]+){0,2})\s*(?:—|–|--|\s-\s)\s*(?=[A-Z\"“])")
# "(Agencies)" names none.
_NO_NAMES = frozenset(("agencies", "agency", "agencias", "agences", "wires", "wire services", "news agencies", "staff"))
_NO_PLACES = frozenset(words_file("no_places"))


def dateline_of(text: str, *, first: bool = False) -> Dateline | None:
    """The dateline that a paragraph opens with; None if it has none.

    `first`: it is the report's first, where a name in brackets alone is enough, and a place in small letters.
    """
    if (found := _BARE_AGENCY.match(text)) and is_agency(found["credit"]):
        return Dateline(found.end(), found["credit"], None)
    if (found := _BRACKETED.match(text)) and _is_dateline(found):
        return Dateline(found.end(), _agency(found["credit"]), edtf_day(found["place"]))
    for shape in (_BARE, _STOPPED):
        if (found := shape.match(text)) and found["place"].split()[0].strip(",.") not in _NO_PLACES:
            return Dateline(found.end(), None, edtf_day(found["place"]))
    return _first_dateline(text) if first else None


def _first_dateline(text: str) -> Dateline | None:
    if (found := _TITLED.match(text)) and _is_titled(found):
        return Dateline(found.end(), None, edtf_day(found["day"] or ""))
    credit = _CREDIT.match(text)
    return Dateline(credit.end(), _agency(credit["credit"]), None) if credit else None


def _agency(credit: str) -> str | None:
    """ "From Our Own Correspondent" or "Agencies" in brackets is no agency."""
    words = {word.strip(".").lower() for word in credit.split()}
    nobody = words & {"correspondent", "correspondents", "reporter", "reporters"} or credit.casefold() in _NO_NAMES
    return None if nobody else credit.strip()


def brief_openings(texts: Iterable[str]) -> frozenset[str]:
    """The places that the paragraphs of "news in brief" open with, each with a dash and in capitals.

    Two at least, and none twice: who opens two paragraphs is a speaker.
    """
    found = [(text, match["place"]) for text in texts if (match := _BARE.match(text)) and ":" not in match[0]]
    places = [place for _, place in found if place.split()[0].strip(",.") not in _NO_PLACES]
    return frozenset(places) if len(places) >= _SEVERAL and len(set(places)) == len(places) else frozenset()


_TURN = re.compile(r"^(?P<name>[A-ZÀ-Þ][\w.'’\-]*(?: [A-ZÀ-Þ][\w.'’\-]*){0,3})(?: \([^():]{2,60}\))?:(?:\s|$)")


def turn_labels(texts: Iterable[str]) -> frozenset[str]:
    """The names before a colon that open several paragraphs: those of a talk's speakers, and no datelines."""
    names = [match["name"] for text in texts if (match := _TURN.match(text))]
    return frozenset(name for name in names if names.count(name) >= _SEVERAL)


def opens_turn(text: str, labels: frozenset[str]) -> bool:
    """Does the paragraph open with one of these names?"""
    found = _TURN.match(text)
    return found is not None and found["name"] in labels


_STAMP = re.compile(
    r"^(?:[\[(]\s?(?:[01]?\d|2[0-3])[:.h][0-5]\d(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?\s?[\])]"
    r"|(?:[01]?\d|2[0-3])(?:(?:[:.h][0-5]\d)?\s?[ap]\.?m\b\.?|[:h][0-5]\d)(?:\s[A-Z]{2,4}\b)?)"
    r"\s*[:.]?\s*(?:[-–—|]\s*)?(?=[A-ZÀ-Þ\"“'‘])"
)
_DOTTED = re.compile(r"^(?:[01]?\d|2[0-3])\.[0-5]\d\s*:?\s+(?:[-–—|]\s*)?(?=[A-ZÀ-Þ\"“'‘])")


def time_stamp(text: str, *, dotted: bool = False) -> int:
    """The length of the clock time that an entry of a live report opens with; 0 if there is none.

    `dotted`: figures with a full stop between them count too, as they may where several entries open so.
    """
    found = _STAMP.match(text) or (_DOTTED.match(text) if dotted else None)
    return found.end() if found else 0


def dotted_stamps(lines: Iterable[Line]) -> bool:
    """Do several lines open with a clock time whose figures a full stop parts (18.05)?"""
    return sum(_DOTTED.match(line.text) is not None for line in lines) >= _SEVERAL


def _is_titled(found: re.Match[str]) -> bool:
    """A place in small letters: no kicker, nor a name with more of the sentence between two dashes."""
    word = found["place"].split()[0].strip(",.")
    rest = found.string[found.end() :].partition(". ")[0]
    if word.upper() in _NO_PLACES or len(rest.split()) <= _SHORT:
        return False
    return found["day"] is not None if found["mark"] == ":" else re.search(r"\s(?:—|–|--|-)\s", rest) is None


def _is_dateline(found: re.Match[str]) -> bool:
    """A dash behind the bracket is enough with a place or capitals; without one, a known place-and-agency shape is
    needed."""
    place, credit = found["place"], found["credit"].strip()
    if found["dash"]:
        return bool(place) or is_agency(credit) or credit.isupper()
    if not (is_agency(credit) or credit.isupper()) or len(place.split()) > 5:
        return False
    rest = found.string[found.end() :]
    glued = rest[:1].isupper() and found[0].endswith(")")
    return not rest or glued or place.isupper() or found[0].rstrip(" .").endswith("/")
