"""Without these, menus would make claims or paragraphs would be lost. Each page is written line by line.

H headline, S subheading, P paragraph, B byline, D dateline line, C caption, F furniture.
"""

import pytest

from counterclaim.ingest.page import Page, lay_out
from counterclaim.model import BlockKind

KINDS = {
    "H": BlockKind.HEADLINE,
    "S": BlockKind.SUBHEADING,
    "P": BlockKind.PARAGRAPH,
    "B": BlockKind.BYLINE,
    "D": BlockKind.DATELINE,
    "C": BlockKind.CAPTION,
    "F": BlockKind.FURNITURE,
}

PAGES = {
    "english blog with comments": """
F Skip to content
F Menu
F We use cookies to improve your experience. By continuing to browse you agree to our use of them.
F Home
F World
H Orsk council says northern bridge is open again
F Posted on June 3, 2024
B By Ada Quist
F Share this:
F Facebook
F Twitter
F 3 min read
P The council of Orsk said on Monday that the northern bridge was open again after two weeks of repairs.
P Drivers had waited for hours on the southern road, where shells fell twice in May, the council said.
F Advertisement
P “We are glad to cross again,” said the driver Olm Terek.
F By providing an email address, I agree to the Terms of Use and say that I have read the Privacy Policy.
F Read more: Who holds the southern road?
S A costly repair
P The repair cost more than the town earns in a year, according to the council's own figures for the spring.
F Sign up for our newsletter and never miss a story.
F Related Articles
F Southern road closed after shelling, says army
F Council asks for money
F About the author
F Ada Quist has written about bridges and roads for the paper since the spring of 2011.
F 2 Comments
F Olm: I was there and I say that the bridge is not open at all, whatever they tell you.
F Leave a Reply
F Your email address will not be published. Required fields are marked *
""",
    "russian page around english": """
F Главная
F Новости
F Поделиться
H Governor reports drones over the port of Velsk
F 14 мая 2024, 09:12
P The governor of the Velsk region reported on Tuesday that nine drones had been shot down over the port.
P Nobody was hurt, he wrote, though windows broke in two streets near the harbour.
F Читайте также: Новый мост открыт
F Подписывайтесь на наш канал в Telegram
F Если вы нашли ошибку, выделите её и нажмите Ctrl+Enter.
F Реклама
""",
    "spanish page around english": """
F Inicio
F Última hora
F Suscríbete
F Inicio > Internacional > Europa
H Ministry denies that its troops left the village of Tarn
F Compartir
F Publicado el 3 de junio de 2024
P The ministry denied on Monday that its troops had left the village of Tarn, which both armies claim to hold.
P A spokesman said that the soldiers “are where they were yesterday”.
F Leer más
F Noticias relacionadas
F Todos los derechos reservados
""",
    "korean page around english": """
F 본문 바로가기
F 로그인
F 전체메뉴
F 글자크기 조절
H Army Says It Downed Balloon Near Southern Border
B 홍길동 기자
F 입력 2024.05.21 09:30
P The army said on Tuesday that it had downed a balloon that drifted over the southern border before dawn.
C A balloon over the hills of the border region [사진=국방부]
P The neighbour called the balloon a weather device that had lost its way in the wind.
F 관련기사
F 무단전재 및 재배포 금지
F 댓글
F 맨위로
""",
    "german page around english": """
F Startseite
F Zum Inhalt springen
F Anmelden
H Rebels hand over the airfield of Lomm, governor says
F Veröffentlicht am 22. Mai 2024
F Auf Facebook teilen
P Rebels handed over the airfield of Lomm on Wednesday, the governor of the province said in a statement.
P They had held it since the autumn and had promised twice before to give it back.
F Mehr zum Thema
F Kommentare
F Impressum
F Datenschutz
""",
    "arabic page around english": """
F الرئيسية
F أخبار
F شارك
H Aid convoy reaches Sarab after three days of talks
P An aid convoy reached the town of Sarab on Friday after three days of talks between the two commands.
P The drivers brought flour and medicine for six hundred families, a relief group said.
F اقرأ المزيد
F جميع الحقوق محفوظة
""",
    "chinese page around english": """
F 首页
F 国际
F 登录
H Ferry service resumes between the two islands
F 2024-05-21 08:00
P Ferry service between the two islands resumed on Tuesday, the harbour office said in a short notice.
P It had been stopped for a month because of mines that were washed ashore on both coasts.
F 责任编辑
F 相关新闻
F 返回顶部
""",
    "ukrainian page around english": """
F Головна
F Усі новини
H Mayor of Stavne says the power is back
P The mayor of Stavne said on Sunday evening that the power was back in four of the five districts.
P He thanked the engineers, who had worked through two nights without sleep.
F Читайте також: Зима буде холодною
F Підписуйтесь на нас у Facebook
F Реклама
F Усі права захищено
""",
    "turkish and polish and french bits": """
F Anasayfa
F Strona główna
F Accueil
H Observers count forty trucks on the pass
F Paylaş
F Udostępnij
F Partager
P Observers counted forty trucks on the pass on Saturday, more than on any day since the truce began in March.
P The trucks carried timber and stones, their report says.
F Lire aussi
F Czytaj też: Wiosna na przełęczy
F Tüm hakları saklıdır
""",
    "agency dispatch": """
H Truce holds for second day in Karel valley
B By Mina Torv and Jon Aske
D KAREL (LNA) -
P A truce held for a second day in the Karel valley on Thursday, commanders of both sides said.
P Each blamed the other for three shots fired at night, “from over there”, as one put it.
B (Reporting by Mina Torv; Editing by Jon Aske)
""",
    "pictures between": """
H Storm delays the exchange of prisoners
F Photo: Ana Reyl
P A storm delayed the exchange of prisoners that both sides had announced for Wednesday, the mediators said.
C Buses wait at the crossing in the rain. (Photo by Ana Reyl/Getty Images)
P The exchange will take place on Thursday instead, a mediator wrote in the evening.
F Getty Images
P Families had come from far away and slept in their cars.
""",
}


def _parsed(page: str) -> tuple[str, list[tuple[int, str, str]]]:
    """The page's text, and offset, letter and words of each line."""
    expected, text = [], ""
    for entry in page.strip().splitlines():
        letter, _, words = entry.partition(" ")
        expected.append((len(text), letter, words))
        text += words + "\n\n"
    return text, expected


@pytest.mark.parametrize("name", PAGES)
def test_every_line_is_taken_for_what_it_is(name: str) -> None:
    text, expected = _parsed(PAGES[name])
    page = lay_out(text)
    for offset, letter, words in expected:
        block = next(block for block in page.blocks if block.span.start == offset)
        assert (block.kind, words) == (KINDS[letter], words), block.reason


@pytest.mark.parametrize("name", PAGES)
def test_furniture_always_says_why(name: str) -> None:
    text, _ = _parsed(PAGES[name])
    assert all(block.reason for block in lay_out(text).blocks if block.kind is BlockKind.FURNITURE)


@pytest.mark.parametrize(
    "line",
    [
        "Copyright law was the first thing that the new council changed, its speaker said on Tuesday.",
        "By signing up volunteers in every village, the army of the north has doubled its strength.",
        "Home is where the front is, the soldiers say.",
        "Killed - 5, wounded - 12, missing - 3",
        "Related charges were brought against two officers of the northern army, a court said.",
        "The video shows the bridge as it falls, according to the army.",
        "Read the law, the judge told him.",
        "Photos of the bridge show no damage, the council said.",
        "Comments by the general were cut from the broadcast, the channel said.",
        "“Close the gate,” he said.",
        "Print shops were closed by order of the governor.",
        "Source of the fire was a shell, the report says.",
        "He said that the photo: a burning tank, was old.",
        "Updated figures put the dead at twelve, the ministry said.",
        "Author and soldier Olm Terek said that he would not fight.",
        "More than forty people were hurt.",
        "© signs were painted on the walls of the station, the guards said, and nobody knows by whom.",
        "Sources: the general has left the country, two officers told the paper on Sunday.",
    ],
)
def test_body_text_that_begins_as_furniture_does_is_read(line: str) -> None:
    before = "The council of Orsk said on Monday that the northern bridge was open again."
    after = "Drivers had waited for hours on the southern road, the council said."
    text = f"{before}\n\n{line}\n\n{after}"
    block = next(block for block in lay_out(text).blocks if block.span.start == len(before) + 2)
    assert block.kind in (BlockKind.PARAGRAPH, BlockKind.SUBHEADING), block.reason
    assert block.span.of(text) == line


@pytest.mark.parametrize(
    "line",
    [
        "By signing up, you agree to our terms and to receive our daily letter.",
        "READ: Army says that it holds the hill",
        "Also Read | Army says that it holds the hill",
        "Read more about the army of the north",
        "Read: 3 min",
        "Facebook Twitter WhatsApp Telegram Email Print",
        "Home » World » Europe",
        "1,204 views",
        "12 Comments",
        "5 minutes ago",
        "The post Bridge open appeared first on Orsk Daily.",
        "This story was originally published by the Northern Post.",
        "Copyright 2024 Orsk Daily",
        "© Orsk Daily, 2024",
        "ⓒ 오르스크 일보",
        "#orsk #bridge",
        "@orskdaily",
        "https://example.org/bridge",
        "content_main_inner",
        "image-2024.jpg",
        "* * *",
        "Subscribe to our channel and never miss a story.",
        "При использовании материалов ссылка обязательна.",
        "Suscríbete a nuestro boletín",
        "Подписаться",
        "좋아요 0",
        "Your browser does not support the audio element.",
    ],
)
def test_furniture_inside_the_body_makes_no_claim(line: str) -> None:
    before = "The council of Orsk said on Monday that the northern bridge was open again."
    after = "Drivers had waited for hours on the southern road, the council said."
    blocks = lay_out(f"{before}\n\n{line}\n\n{after}").blocks
    block = next(block for block in blocks if block.span.start == len(before) + 2)
    assert block.kind is BlockKind.FURNITURE
    assert block.reason


SAVED = """
F Orsk Daily
F Monday, 10 June 2024
H Army says it repelled three attacks near Karel
F Army says it repelled three attacks near Karel
F 4 June 2024, 10:12
F © Orsk Daily / Jon Aske
P The army of the north repelled three attacks near Karel on Tuesday, its spokesman said in the evening.
P The other side has not commented.
F You might also like
F Hill above Karel is lost, says the governor
F 12 June 2024
"""


def test_the_day_on_which_a_page_was_saved_is_not_the_reports() -> None:
    text = "\n\n".join(line.partition(" ")[2] for line in SAVED.strip().splitlines())
    page = lay_out(text)
    assert page.published == "2024-06-04"
    assert page.publisher is None
    assert page.headline
    assert page.headline.start == text.index("Army says")
    without = lay_out(text.replace("4 June 2024, 10:12", "Share"))
    assert without.published is None


def test_the_agency_of_a_picture_is_not_the_reports() -> None:
    text = (
        "Two killed in strike on market, rescuers say\n\nThe market after the strike on Sunday (AFP)\n\n"
        "Rescuers said on Sunday that two people were killed in a strike on the market of the town.\n\n"
        "A crater in the middle of the market, with people around it. (Reuters)\n\n"
        "The army said that it had struck a post and was looking into reports of dead civilians.\n\n"
        "It was not possible to verify either account.\n\nRescuers dug on through the whole night."
    )
    page = lay_out(text)
    assert page.credited is None
    assert "AFP" not in "".join(b.span.of(text) for b in page.blocks if b.kind is not BlockKind.FURNITURE)


@pytest.mark.parametrize(
    ("opening", "words"),
    [
        ("KAREL, Northland (AP) — ", "KAREL, Northland (AP) —"),
        ("KAREL (Reuters) - ", "KAREL (Reuters) -"),
        ("karel/Orsk, (LNA).- ", "karel/Orsk, (LNA).-"),
        ("KAREL, June 4. /TASS/. ", "KAREL, June 4. /TASS/."),
        ("Karel, 4 June 2024 (LNA) – ", "Karel, 4 June 2024 (LNA) –"),
        ("KAREL — ", "KAREL —"),
        ("KAREL - ", "KAREL -"),
        ("KAREL, June 4 - ", "KAREL, June 4 -"),
        ("KAREL-born ", None),
        ("ST. KAREL, June 4: ", "ST. KAREL, June 4:"),
        ("(Reuters) - ", "(Reuters) -"),
        ("AFP - ", "AFP -"),
        ("Karel (CNN)", "Karel (CNN)"),
        ("Karel – ", "Karel –"),
        ("Port Karel, Northland - ", "Port Karel, Northland -"),
        ("Karel, June 4: ", "Karel, June 4:"),
        ("Analysis – ", None),
        ("Karel: ", None),
        ("Terek – a man of the north – said so. ", None),
        ("BREAKING: ", None),
        ("NATO, the alliance, said so. ", None),
        ("Mr. Terek (NRP) said so. ", None),
    ],
)
def test_datelines_of_many_styles(opening: str, words: str | None) -> None:
    text = f"{opening}The army of the north repelled three attacks near the town on Tuesday, its spokesman said."
    page = lay_out(text)
    assert (page.dateline.of(text) if page.dateline else None) == words


BODY = """The army of the north repelled three attacks near the town on Tuesday, its spokesman said in the evening.

The other side has not commented on any of it, and the roads were quiet."""


def laid_out(*head: str, body: str = BODY) -> tuple[str, Page]:
    text = "\n\n".join((*head, body))
    return text, lay_out(text)


@pytest.mark.parametrize(
    ("head", "headline"),
    [
        (("Orsk Daily", "Weary men lay down their guns", "4 June 2024"), "Weary men lay down their guns"),
        (("Orsk Daily", "Who fired first?", "By Ada Quist"), "Who fired first?"),
        (("Home | World | Sport", "Orsk Daily", "Correction: Karel", "4 June 2024"), "Correction: Karel"),
        (("Weary men lay down their guns", "Ada Quist", "4 June 2024"), "Weary men lay down their guns"),
        (("Weary men lay down their guns", "War in Karelia", "4 June 2024"), "Weary men lay down their guns"),
        (("Weary men lay down their guns",), "Weary men lay down their guns"),
        (("Orsk Daily", "4 June 2024"), None),
        (("Orsk Daily",), None),
    ],
)
def test_a_headline_that_shares_no_word_with_the_body_is_known_by_its_place(
    head: tuple[str, ...], headline: str | None
) -> None:
    text, page = laid_out(*head)
    assert (page.headline.of(text) if page.headline else None) == headline


@pytest.mark.parametrize(
    ("tail", "kept"), [("Solvane", True), ("Dam Ministry", True), ("The Orsk Herald", False), ("Vale Nine", False)]
)
def test_who_speaks_below_a_headline_is_no_paper(tail: str, kept: bool) -> None:
    body = "The dam is sound, Radek Solvane of the Dam Ministry told the Orsk Herald on Monday.\n\nHe went home."
    text, page = laid_out(f"The dam is sound - {tail}", body=body)
    assert page.headline is not None
    assert page.headline.of(text).endswith(tail) is kept


@pytest.mark.parametrize("stamp", ["18:05", "11.30am:", "[14:02]", "6pm", "09:15 GMT", "(7:40)", "21h30 -"])
def test_the_clock_time_of_a_live_entry_is_no_part_of_its_first_sentence(stamp: str) -> None:
    entry = "The army of the north says that its men have taken the mill. The other side denies it."
    text = f"{stamp} {entry}\n\nNothing else was heard from the town in the night, its mayor said."
    first, second = lay_out(text).blocks[:2]
    assert (first.span.of(text), first.kind) == (stamp, BlockKind.FURNITURE)
    assert first.reason
    assert second.span.of(text) == entry


def test_figures_that_open_a_sentence_are_not_taken_for_a_clock_time() -> None:
    for opening in ("12.50 Marks", "10:30 a.m. on Monday", "7 pm", "4.30 Tons"):
        text = f"{opening} was all that the council of the town would say on Tuesday, a driver told the paper."
        assert lay_out(text).blocks[0].span.of(text) == text


def test_dotted_clock_times_count_where_several_entries_open_so() -> None:
    text = "18.05 The army of the north says that its men have taken the mill.\n\n16.40 The other army denies it."
    kinds = [block.kind for block in lay_out(text).blocks]
    assert kinds == [BlockKind.FURNITURE, BlockKind.PARAGRAPH] * 2


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("Norwire", "Norwire"),
        ("Norwire in Orsk", "Norwire"),
        ("AFP in Orsk", "AFP"),
        ("Reuters", "Reuters"),
        ("Lower Orsk News Agency", "Lower Orsk News Agency"),
        ("From Norwire in Orsk", "Norwire"),
        ("Orsk, NWA", "NWA"),
        ("Lower Orsk Wire, Tarnholm", "Lower Orsk Wire"),
        ("Norwire, Tarnholm", "Norwire"),
        ("By Norwire", "Norwire"),
        ("By Delta in Orsk", "Delta"),
        ("By Staff in Orsk", None),
        ("By Ada Quist in Orsk", None),
        ("Tarnholm, Northland", None),
        ("From Ada Quist in Orsk", None),
        ("Ada Quist", None),
        ("Army", None),
        ("HIGHLIGHTS", None),
        ("Analysis", None),
        ("War in Karelia", None),
    ],
)
def test_a_name_alone_between_headline_and_body_is_the_agencys(line: str, agency: str | None) -> None:
    _, page = laid_out("Army repels three attacks near the town", "4 June 2024", line)
    assert page.credited == agency


def test_a_town_in_capitals_above_the_report_is_where_it_was_written() -> None:
    text, page = laid_out("Army repels three attacks near the town", "4 June 2024", "TARNHOLM")
    assert page.credited is None
    assert page.dateline is not None
    assert page.dateline.of(text) == "TARNHOLM"


def test_an_agency_that_was_told_something_is_still_the_one_above_the_report() -> None:
    told = "The mayor told Norwire that the bridge over the river was shut to all traffic on Monday evening."
    text = f"Army repels three attacks near the town\n\n4 June 2024\n\nNorwire\nOrsk\n\n{told}\n\n{told}"
    assert lay_out(text).credited == "Norwire"


def test_a_credit_of_two_lines_is_an_agency_and_the_place_where_it_wrote() -> None:
    text, page = laid_out("Army repels three attacks near the town", "4 June 2024", "Norwire\nOrsk")
    assert page.credited == "Norwire"
    assert page.dateline
    assert page.dateline.of(text) == "Orsk"


@pytest.mark.parametrize(
    "head",
    [
        ("Baltics", "Norwire"),  # a section, in a paragraph of its own
        ("4 June 2024\nBaltics\nNorwire",),  # no block of the two alone
        ("Baltics\nNorwire in Orsk",),  # the place stands beside the agency
    ],
)
def test_of_two_names_without_a_place_below_the_last_is_the_agency(head: tuple[str, ...]) -> None:
    _, page = laid_out("Army repels three attacks near the town", *head)
    assert page.credited == "Norwire"
    assert page.dateline is None


def test_the_first_of_several_headings_in_capitals_is_no_agency() -> None:
    heads = ("ACCESS", "WATER", "FUNDING")
    sections = "\n\n".join(f"{head}\nThe road to the camp is open, the governor said on Friday." for head in heads)
    assert lay_out(f"Camp by the river fills again\n\n{sections}").credited is None


@pytest.mark.parametrize(
    ("opening", "credit"),
    [
        ("(Norwire) ", "Norwire"),
        ("[Norwire News] ", "Norwire News"),
        ("KAREL, 3 June. ", None),
        ("KAREL, Northland. ", None),
        ("KAREL, Northland, June 3. ", None),
        ("KAREL/ORSK, 4 Jun. – ", None),
    ],
)
def test_datelines_without_a_dash_leave_the_first_sentence_clean(opening: str, credit: str | None) -> None:
    text, page = laid_out("Army repels three attacks near the town", body=opening + BODY)
    assert page.dateline
    assert page.dateline.of(text) == opening.strip()
    assert page.bracketed == credit
    assert any(block.span.of(text).startswith("The army of the north") for block in page.blocks)


def test_a_bracket_or_a_full_stop_later_in_the_report_makes_no_dateline() -> None:
    body = (
        f"{BODY}\n\n(Karelians) Some call them so, the mayor said.\n\nNATO, Northland. Both were named in the letter."
    )
    _, page = laid_out("Army repels three attacks near the town", body=body)
    assert page.dateline is None


def test_news_in_brief_opens_each_report_with_its_place() -> None:
    first, second = "OSSIRA - The ministry said it had foiled a raid.", "MALVEK - A bomb went off, police said."
    text = f"Briefs for Thursday\n\n{first}\n\n{second}"
    page = lay_out(text)
    assert [b.span.of(text) for b in page.blocks if b.kind is BlockKind.DATELINE] == ["OSSIRA -", "MALVEK -"]
    assert any(block.span.of(text) == "A bomb went off, police said." for block in page.blocks)


def test_who_opens_two_paragraphs_is_a_speaker_and_no_place() -> None:
    turns = ["RUIZ - We never saw it.", "MALVEK - Who did?", "RUIZ - Nobody."]
    text = "An exchange in the chamber\n\nThe session opened at ten.\n\nFew came.\n\nIt rained.\n\n" + "\n\n".join(
        turns
    )
    assert not [block for block in lay_out(text).blocks if block.kind is BlockKind.DATELINE]


def test_a_known_agency_goes_before_a_name_that_may_be_a_section() -> None:
    _, page = laid_out("Army repels three attacks near the town", "Northland", "AFP in Orsk")
    assert page.credited == "AFP"


def test_the_place_before_a_bar_is_no_part_of_the_headline() -> None:
    body = "The council said on Monday that the northern bridge was open again after two weeks of repairs.\n\n" * 2
    text = f"ORSK | Council opens the northern bridge again\n\n{body}"
    page = lay_out(text)
    assert page.headline is not None
    assert page.headline.of(text) == "Council opens the northern bridge again"


def test_correspondents_are_writers_and_no_headline() -> None:
    _, page = laid_out("Army repels three attacks near the town", "From our correspondent Ada Quist in Orsk")
    assert page.byline == "Ada Quist"
    _, page = laid_out("Army repels three attacks near the town", "Jon Aske, defence correspondent")
    assert page.byline == "Jon Aske"


def test_a_short_rights_notice_is_no_claim_wherever_its_words_stand() -> None:
    _, page = laid_out(
        "Army repels three attacks near the town", body=f"{BODY}\n\n(LNA) all rights reserved. Use with credit."
    )
    assert page.blocks[-1].kind is BlockKind.FURNITURE


def test_a_speakers_label_is_no_dateline() -> None:
    text = (
        "A talk on the lock\n\nPRESENTER: The lock of Orsk was shut at noon on Monday.\n\n"
        "Question (Daily Lantern): Who shut the lock of Orsk?\n\nPRESENTER: The guards shut it, the council says.\n\n"
        "Question (Delta Radio): And why was it shut?\n"
    )
    page = lay_out(text)
    assert page.dateline is None
    assert page.bracketed is None
    assert [block.kind for block in page.blocks][1:] == [BlockKind.PARAGRAPH] * 4


def test_a_line_that_leads_up_to_the_words_is_not_the_headline() -> None:
    text = (
        "COMMUNIQUE No. 12 OF THE HIGH COMMAND\n\nOrsk, 5 March. The High Command of the Armed Forces communicates:\n\n"
        "In the direction of Orsk our units of the High Command have taken the lock from the armed forces.\n\n"
        "The High Command thanks the inhabitants of Orsk, who have held out since the armed forces came in March.\n"
    )
    page = lay_out(text)
    assert page.headline is not None
    assert page.headline.of(text) == "COMMUNIQUE No. 12 OF THE HIGH COMMAND"


def test_our_own_correspondent_is_no_agency() -> None:
    page = lay_out(
        "Guards leave the lock of Orsk\n\n(From Our Own Correspondent.) ORSK, Tuesday. The guards of Orsk have left "
        "the lock, it was learned here last night.\n\nThe lock of Orsk had been guarded since March.\n"
    )
    assert page.bracketed is None
    assert page.credited is None
