"""What a report says about itself: who wrote it, where and when, on which agency's words.

Enters lines or paragraphs; leaves bylines, date lines and datelines. Names are recognised by shape, never from a list.
"""

import re
from dataclasses import dataclass

from counterclaim.ingest.dates import edtf_day
from counterclaim.ingest.page.credits import is_agency
from counterclaim.ingest.page.lines import Line

_NAME = r"(?:[A-ZÀ-ÞĀ-ŽА-ЯЇІЄҐ][\w.'’\-]*|al-\w+|de|da|di|van|von|der|den|el|la|bin|ibn|del|dos|and|und|y|e|et|&)"
_NAMES = rf"{_NAME}(?:[\s,]+{_NAME}){{0,11}}"
_BY = re.compile(
    rf"^(?:(?:[Bb]y|BY|Von|Por|Par|Door|Av|Af|Tekst|Texto|Texte|Di)[:\s]\s*(?P<one>{_NAMES})"
    rf"|(?:(?i:author|written by|words by|story by|reported by|reporting by|text by|autor|autora|auteur|autore|автор|авторка|yazar|بقلم|作者|記者|记者))\s*[:：]?\s*(?P<two>[^.:|]{{2,80}}))"
    r"(?P<rest>\s*(?:[|•·,–—/-].{0,90})?)$"
)
_REPORTING = re.compile(
    r"^[\W_]*(?:(?:additional|further|with) )?(?:reporting|writing|editing|compiled|edited|translated|translation|produced|(?:additional )?research) by\b.{2,300}$"
    r"|^[\W_]*[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}(?:, [A-Z][^.]{2,60})? (?:contributed to this (?:report|story|article)|reported from [A-Z][\w ,]+)\.?\W*$"
    r"|^[\W_]*(?:(?:AP|Associated Press|AFP|Reuters)? ?(?:staff )?(?:writers?|journalists?|reporters?|correspondents?)) .{3,160}? contributed(?: to this (?:report|story|article))?\.?\W*$",
    re.IGNORECASE | re.DOTALL,
)
_KOREAN = re.compile(r"^[\[(]?[^\n]{0,20}?(?P<name>[가-힣]{2,4})\s?(?:기자|특파원)\b.{0,40}$")
_IN_PLACE = re.compile(
    r"^(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w.'’-]+){1,2}) in (?:[A-Z][\w'’-]+)(?:[ ,]+[A-Z][\w'’-]+){0,2}(?: and .{3,60})?$"
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
    if near_headline and (found := _IN_PLACE.match(text)):
        return text
    return None


def _name(words: str) -> str | None:
    name = words.strip(" ,|-–—")
    return name if 1 < len(name) and not name[0].isdigit() else None


_DATE_LABEL = (
    r"(?:first |last |date |originally )?(?:published|posted|updated|modified|created|issued|released|publish|update)(?: (?:on|at|date|time))?|date|"
    r"publicado|actualizado|publicada|atualizado|pubblicato|aggiornato|publié|mis à jour|veröffentlicht|aktualisiert|stand|gepubliceerd|opublikowano|aktualizacja|"
    r"опубликовано|обновлено|дата публикации|опубліковано|оновлено|дата|yayınlanma|güncelleme|입력|등록|수정|발행|승인|기사입력|최종수정|公開|更新|発行|发布时间|发布|更新时间|نشر|تحديث"
)
_LABELLED = re.compile(rf"^\W*(?:{_DATE_LABEL})\b.{{0,16}}?\d", re.IGNORECASE)
_DATE_WORDS = frozenset(
    "am pm a m p et est edt gmt utc cet cest eest eet msk kst jst bst ist pst pdt cst cdt z local time hours hrs h at on of the de del le les el den dnia st nd rd th uhr año года року г р "
    "mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july "
    "august september october november december enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes miércoles jueves viernes sábado domingo janvier février mars avril mai juin "
    "juillet août septembre octobre novembre décembre lundi mardi mercredi jeudi vendredi samedi dimanche januar februar märz april juni juli oktober dezember montag dienstag mittwoch donnerstag freitag samstag sonntag "
    "gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre janeiro fevereiro março maio junho julho setembro outubro novembro dezembro "
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря понедельник вторник среда четверг пятница суббота воскресенье січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня "
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık 오전 오후".split()
)


@dataclass(frozen=True, slots=True)
class DateLine:
    """A line that only says when: the day if its year is stated, and whether it is said to be the first publication."""

    day: str | None
    first: bool


def date_line(line: Line) -> DateLine | None:
    """A line that says when the page was published or changed, and nothing else."""
    if line.size > 22 or not any(character.isdigit() for character in line.text):
        return None
    labelled = _LABELLED.match(line.text) is not None
    strange = [word for word in line.words if word not in _DATE_WORDS and not word[0].isdigit()]
    if not labelled and (strange or not _looks_dated(line)):
        return None
    if labelled and line.ends_sentence and line.size > 12:
        return None
    first = labelled and not re.match(
        r"^\W*(?:last|updated?|modified|actualiz|atualiz|aggiorn|mis à|aktual|обновл|онов|güncel|수정|최종|更新)",
        line.text,
        re.IGNORECASE,
    )
    return DateLine(edtf_day(line.text), first)


def _looks_dated(line: Line) -> bool:
    """Figures beside a month, or figures in the shape of a date or time."""
    return bool(line.words) or bool(re.search(r"\d{1,4}[-./年년]\s?\d{1,2}[-./月월]\s?\d{1,4}|\d{1,2}:\d\d", line.text))


@dataclass(frozen=True, slots=True)
class Dateline:
    """The opening `PLACE (AGENCY) -` of a paragraph: its length, the name in brackets, and the day if the year is stated."""

    length: int
    credit: str | None
    day: str | None


_PLACE_WORD = r"(?:[A-ZÀ-ÞĀ-ŽА-ЯЇІЄҐ][\w.'’\-]*|[A-Z]\.[A-Z]\.?|d\d?|de|del|la|le|of|the|am|\d{1,2}(?:st|nd|rd|th)?|(?:19|20)\d\d)"
_BRACKETED = re.compile(
    rf"^(?P<place>(?:(?:[a-zà-ž]{{2,15}}/)?{_PLACE_WORD}(?:[\s,./]+{_PLACE_WORD}){{0,7}}|[a-z]{{2,15}})?)[,.]?\s*"
    r"[(/\[](?P<credit>[A-ZÀ-ÞА-ЯЇІЄҐ][\w .&'’/\-]{1,40}?)[)/\]]\.?\s*(?P<dash>[-–—]{1,3}|:|\.[-–—])?\s*"
)
_BARE = re.compile(
    r"^(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ.'’\-]{2,}(?:[ /]+[A-ZÀ-Þ][A-ZÀ-Þ.'’\-]+){0,3}(?:,\s+[A-Z][\w.'’\-]+(?: [A-Z][\w.'’\-]+){0,2}){0,2}(?:,\s+[A-Z][a-z]{2,8}\.?\s\d{1,2}(?:,?\s(?:19|20)\d\d)?)?)"
    r"\s*(?:—|–|--|\s-\s|:)\s+(?=[A-Z\"“'‘\d])"
)
_NO_PLACES = frozenset(
    "BREAKING UPDATE UPDATED LIVE WATCH EXCLUSIVE NOTE CORRECTION ANALYSIS OPINION VIDEO PHOTOS EDITOR READ URGENT ALERT FACT LISTEN RELATED MORE QUESTION ANSWER NEW DEVELOPING EXPLAINER".split()
)


def dateline_of(text: str) -> Dateline | None:
    """The dateline that a paragraph opens with; None if it has none."""
    if (found := _BRACKETED.match(text)) and _is_dateline(found):
        return Dateline(found.end(), found["credit"].strip(), edtf_day(found["place"]))
    if (found := _BARE.match(text)) and found["place"].split()[0].strip(",.") not in _NO_PLACES:
        return Dateline(found.end(), None, edtf_day(found["place"]))
    return None


def _is_dateline(found: re.Match[str]) -> bool:
    """A place in front needs a dash behind the bracket or a known agency in it; without a place it needs both, or a dash and capitals."""
    place, credit = found["place"], found["credit"].strip()
    if found["dash"]:
        return bool(place) or is_agency(credit) or credit.isupper()
    known = is_agency(credit) or credit.isupper()
    return known and (place.isupper() or "/" in found[0][len(place) :][:3] or not place) and len(place.split()) <= 5
