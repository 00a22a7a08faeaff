"""The hard forms, a row a case: whose mouth, and which words. Each one missed is a claim lost or misattributed."""

from collections.abc import Callable

import pytest

from counterclaim.attribution import attribute
from counterclaim.entities import Gazetteer, resolve
from counterclaim.model import Parsed, Quotation

Row = tuple[str, str, list[tuple[str, str]]]

# form, paragraphs between strokes (a first one after "# " stands above them), who says what, in reading order; parts of
# a split content are joined by a stroke
ROWS: list[Row] = [
    (
        "within another: a statement that is confirmed",
        "The harbour master confirmed the statements of Denis Halm, chief of port police, about the start of dredging.",
        [
            (
                "harbour master",
                "the statements of Denis Halm, chief of port police, about the start of dredging",
            ),
            ("Denis Halm", "the start of dredging"),
        ],
    ),
    (
        "denied: a clause, and what is said against it",
        "Dredging chief Denis Halm denied that the dam had burst: “It holds, and it will hold tomorrow.”",
        [("Denis Halm", "the dam had burst"), ("Denis Halm", "It holds, and it will hold tomorrow")],
    ),
    (
        "denied: in a side clause, what was just told",
        "The port accuses Denmark of hiding the tugs, which Denmark denies.",
        [("port", "Denmark of hiding the tugs"), ("Denmark", "which")],
    ),
    (
        "denied: whose claims are a lie, in quote marks",
        "Denis Halm said that claims by the Danish side that the dam had burst are “another lie”.",
        [
            ("Denis Halm", "claims by the Danish side that the dam had burst are “another lie”"),
            ("Denmark", "the dam had burst"),
        ],
    ),
    (
        "translated: verbs that another tongue has for saying",
        "The harbour master manifested that the dam had burst.",
        [("harbour master", "the dam had burst")],
    ),
    (
        "led up to: by what the speaker did",
        "Voicing her worry in a public letter, Denmark's harbour minister, Ruta Kalnina said: “We speak to everybody.”",
        [("Ruta Kalnina", "We speak to everybody")],
    ),
    (
        "told: by nobody named",
        "The cook was marched off and told that the kitchen was closed.",
        [("", "the kitchen was closed")],
    ),
    (
        "interrupted: by the speaker",
        "“The dam,” engineer Ruta Kalnina said, “was never meant to hold so much water.”",
        [("Ruta Kalnina", "The dam / was never meant to hold so much water")],
    ),
    (
        "interrupted: the verb first",
        "“The dam held,” said engineer Ruta Kalnina. “It will hold again next spring.”",
        [("Ruta Kalnina", "The dam held / It will hold again next spring")],
    ),
    (
        "interrupted: straight marks and a listener",
        '"We counted the boats twice," harbour master Oskar Lindqvist told the inquiry, "and four were missing."',
        [("Oskar Lindqvist", "We counted the boats twice / and four were missing")],
    ),
    (
        "interrupted: without marks",
        "The lock, engineer Ruta Kalnina said, had been leaking since the autumn.",
        [("Ruta Kalnina", "The lock / had been leaking since the autumn")],
    ),
    (
        "paragraphs: marks open anew",
        "“The lock has leaked for years,” engineer Ruta Kalnina said.|“We told the board in May. Nobody came to look.”",
        [
            ("Ruta Kalnina", "The lock has leaked for years"),
            ("Ruta Kalnina", "We told the board in May. Nobody came to look"),
        ],
    ),
    (
        "paragraphs: left open, then opened anew",
        (
            'Harbour master Oskar Lindqvist said: "We counted the boats twice and four were missing.|'
            '"The fourth one came back on Sunday with nobody aboard."'
        ),
        [
            ("Oskar Lindqvist", "We counted the boats twice and four were missing"),
            ("Oskar Lindqvist", "The fourth one came back on Sunday with nobody aboard"),
        ],
    ),
    (
        "paragraphs: left open, closed without opening anew",
        (
            "“We counted the boats twice and four were missing.|"
            "The fourth one came back on Sunday with nobody aboard,” harbour master Oskar Lindqvist said."
        ),
        [
            ("Oskar Lindqvist", "The fourth one came back on Sunday with nobody aboard"),
        ],
    ),
    (
        "paragraphs: one in the midst without marks",
        (
            'Harbour master Oskar Lindqvist said: "We counted the boats twice and four were missing.|'
            "The fourth one came back on Sunday with nobody aboard.|"
            '"Nobody has asked us about it since."'
        ),
        [
            ("Oskar Lindqvist", "We counted the boats twice and four were missing"),
            ("Oskar Lindqvist", "The fourth one came back on Sunday with nobody aboard"),
            ("Oskar Lindqvist", "Nobody has asked us about it since"),
        ],
    ),
    (
        "paragraphs: introduced above",
        "Engineer Ruta Kalnina said in the evening:|“The lock has leaked for years. Nobody came to look.”",
        [("Ruta Kalnina", "The lock has leaked for years. Nobody came to look")],
    ),
    (
        "paragraphs: signed below",
        "“Our town needs its bridge more than it needs another car park.”|— Ruta Kalnina, head of the river board",
        [("Ruta Kalnina", "Our town needs its bridge more than it needs another car park")],
    ),
    (
        "nested: said that another had told her",
        "Ruta Kalnina said the mayor had told her that the lock was safe.",
        [
            ("Ruta Kalnina", "the mayor had told her that the lock was safe"),
            ("mayor", "the lock was safe"),
        ],
    ),
    (
        "nested: handed on behind the quotation",
        "“The lock will not last another winter,” Ruta Kalnina said Oskar Lindqvist told her.",
        [
            ("Oskar Lindqvist", "The lock will not last another winter"),
            ("Ruta Kalnina", "The lock will not last another winter / Oskar Lindqvist told her"),
        ],
    ),
    (
        "nested: an agency hands it on",
        "According to Reuters, the river board said that the lock was safe.",
        [("river board", "the lock was safe")],
    ),
    (
        "marks: low",
        "„Das Boot is ours and it stays here“, said harbour master Oskar Lindqvist.",
        [("Oskar Lindqvist", "Das Boot is ours and it stays here")],
    ),
    (
        "marks: French, with blanks",
        "« The lock has leaked for years », said engineer Ruta Kalnina on Monday.",
        [("Ruta Kalnina", "The lock has leaked for years")],
    ),
    (
        "marks: single and curly",
        "Engineer Ruta Kalnina said: ‘The lock’s gates have leaked for years.’",
        [("Ruta Kalnina", "The lock’s gates have leaked for years")],
    ),
    (
        "marks: the last one lost",
        "Engineer Ruta Kalnina said on Monday, “The lock has leaked for years and nobody came.",
        [("Ruta Kalnina", "The lock has leaked for years and nobody came")],
    ),
    (
        "marks: glued to the verb",
        "“The lock has leaked for years, ”Ruta Kalnina stressed.",
        [("Ruta Kalnina", "The lock has leaked for years")],
    ),
    (
        "labels: a transcript",
        "LINDQVIST: No, the boats were never found.",
        [("LINDQVIST", "No, the boats were never found")],
    ),
    (
        "labels: a briefing, in which who asks names another and who is asked is addressed",
        (
            "Falk: The lock is manned by our guards.|Question (Delta Radio): Colonel, the pilots' guild in Vessia says"
            " the lock is shut. Is it?|Falk: It is open.|Question (Daily Lantern): Who shut it?|Falk: Nobody at 02:40."
        ),
        [
            ("Falk", "The lock is manned by our guards"),
            ("pilots' guild in Vessia", "the lock is shut"),
            ("Falk", "It is open"),
            ("Falk", "Nobody at 02:40"),
        ],
    ),
    (
        "apposition: what somebody is, is told of the one before the comma",
        "Oskar Halm, the mayor of Vessia, denied having hired any guards.",
        [("Oskar Halm", "having hired any guards")],
    ),
    (
        "labels: who presents speaks for the station",
        "PRESENTER: The harbour was shut at noon. The coastguard says two boats are missing.",
        [("coastguard", "two boats are missing")],
    ),
    (
        "issued: a statement that is read out",
        "A man in uniform read a statement on Delta Radio: the port is shut and the army is in the town.",
        [("man in uniform", "the port is shut and the army is in the town")],
    ),
    (
        "hearsay: whoever let it be known",
        "It is learned from a usually well-informed quarter that the lock was left by its guards on Saturday.",
        [("usually well-informed quarter", "the lock was left by its guards on Saturday")],
    ),
    (
        "silence: what was asked for is not what was done",
        "At the request of the inhabitants, an office was opened. Whoever says that it is shut was not there.",
        [],
    ),
    (
        "labels: a digest",
        "• River board: the lock is open again for barges.",
        [("River board", "the lock is open again for barges")],
    ),
    (
        "labels: a credit says nothing",
        "The lock was closed on Monday.|Source: River Board",
        [],
    ),
    (
        "labels: an address says nothing",
        "The lock was closed on Monday.|River Board: https://river.example/lock",
        [],
    ),
    (
        "headlines: who says it last",
        (
            "# Lock will not last another winter, engineer says|"
            "The lock will not last another winter, Ruta Kalnina, an engineer of the river board, said on Monday."
        ),
        [
            ("Ruta Kalnina", "Lock will not last another winter"),
            ("Ruta Kalnina", "The lock will not last another winter"),
        ],
    ),
    (
        "headlines: a name and a colon",
        "# Kalnina: lock will not last another winter|Ruta Kalnina said that the lock would not last another winter.",
        [
            ("Ruta Kalnina", "lock will not last another winter"),
            ("Ruta Kalnina", "the lock would not last another winter"),
        ],
    ),
    (
        "headlines: an office whose holder the text names",
        (
            "# Bulgarian official says the tunnel can open by summer|"
            "The tunnel can open by early summer, Bulgarian transport official Irina Velkova said on Friday."
        ),
        [
            ("Irina Velkova", "the tunnel can open by summer"),
            ("Irina Velkova", "The tunnel can open by early summer"),
        ],
    ),
    (
        "headlines: a nation and an office in short",
        "# Bulgaria PM says flood is over|“The worst days lie behind us,” Bulgarian Prime Minister Irina Velkova said.",
        [("Irina Velkova", "flood is over"), ("Irina Velkova", "The worst days lie behind us")],
    ),
    (
        "interview: a question stands between",
        "“The lock has leaked for years,” Ruta Kalnina said.|Who knew about it?|“Everybody in the whole office knew.”",
        [
            ("Ruta Kalnina", "The lock has leaked for years"),
            ("Ruta Kalnina", "Everybody in the whole office knew"),
        ],
    ),
    (
        "interview: asked whether",
        "Asked whether the lock was safe, Ruta Kalnina said that it had leaked for years.",
        [("Ruta Kalnina", "it had leaked for years")],
    ),
    (
        "interview: a question put in marks",
        "“Who will pay for the lock?” Ruta Kalnina asked.",
        [("Ruta Kalnina", "Who will pay for the lock?")],
    ),
    (
        "live page: the time before the name",
        "14:05 The river board says the lock is closed to all traffic.",
        [("river board", "the lock is closed to all traffic")],
    ),
    (
        "live page: by post",
        "Oskar Lindqvist wrote on Telegram that four boats were missing.",
        [("Oskar Lindqvist", "four boats were missing")],
    ),
    (
        "caption: the speaker pictured",
        "Harbour master Oskar Lindqvist (pictured) said that four boats were missing.",
        [("Oskar Lindqvist", "four boats were missing")],
    ),
    (
        "scare quotes are narration",
        "The so-called “river tax” has been paid by every barge since the spring.",
        [],
    ),
    (
        "titles of works are narration",
        "She starred in “The Drowned Lock of Tarnholm” and in two other films.",
        [],
    ),
    (
        "a nickname is narration",
        "Oskar “Old Iron” Lindqvist has kept the harbour for thirty years.",
        [],
    ),
    (
        "denials: that",
        "Ruta Kalnina denied that the lock had ever been unsafe.",
        [("Ruta Kalnina", "the lock had ever been unsafe")],
    ),
    (
        "denials: of a claim",
        "The river board rejected the claim by Oskar Lindqvist that four boats were missing.",
        [
            ("river board", "the claim by Oskar Lindqvist that four boats were missing"),
            ("Oskar Lindqvist", "four boats were missing"),
        ],
    ),
    (
        "denials: nothing of the kind",
        "Ruta Kalnina said no such thing had been agreed.",
        [("Ruta Kalnina", "no such thing had been agreed")],
    ),
    (
        "narration that quotes nobody",
        "The lock was built in 1911 and has been mended four times since. Barges wait for hours on most days.",
        [],
    ),
    (
        "nothing said: declined",
        "The river board declined to comment, and Oskar Lindqvist did not say when the boats had gone.",
        [],
    ),
    (
        "nothing said: nobody's hearsay",
        "The harbour master is said to be abroad, and was accused of taking the boats.",
        [],
    ),
    (
        "nothing said: refused",
        "The pilgrims were twice denied visas to enter the country.",
        [],
    ),
    (
        "nothing said yet: due",
        "The river board is set to announce a new toll on barges this week.",
        [],
    ),
    (
        "nothing said yet: supposed",
        "If the harbour master says the lock is safe, barges will pass again.",
        [],
    ),
    (
        "nothing said yet: asked for",
        "The river board must explain why the lock had leaked.",
        [],
    ),
    (
        "nothing claimed: condemned and boasted",
        "Ruta Kalnina condemned the board and boasted of her thirty years at the lock.",
        [],
    ),
    (
        "nothing claimed: money and papers",
        "The harbour master asked for 10,000 euros and submitted a request for new boats.",
        [],
    ),
    (
        "had to admit is admitted",
        "The river board had to admit that the lock had leaked for years.",
        [("river board", "the lock had leaked for years")],
    ),
    (
        "thought by those whose work is to speak",
        "Shipping bloggers, aware that the lock will close for good, have turned to the railway.",
        [("Shipping bloggers", "the lock will close for good")],
    ),
    (
        "told in the next sentence",
        "The river board is clear on this point. The lock will close for good in May.",
        [("river board", "The lock will close for good in May")],
    ),
    (
        "in a document",
        "The River Institute said in a new report that tolls had doubled since the flood.",
        [("River Institute", "tolls had doubled since the flood")],
    ),
    (
        "before an officer with the name of his body and his rank",
        (
            "Sappers have cleared the quay of Tarn, Commander of the Harbour Group General Oskar Lindqvist reported "
            "to President Ruta Kalnina on Monday.|"
            "“Divers have found forty mines,” the general said."
        ),
        [
            ("Oskar Lindqvist", "Sappers have cleared the quay of Tarn"),
            ("Oskar Lindqvist", "Divers have found forty mines"),
        ],
    ),
    (
        "nothing claimed before an officer: a thing that he reported on",
        "Commander of the Harbour Group General Oskar Lindqvist reported the work of months to President Ruta Kalnina.",
        [],
    ),
    (
        "a claim that somebody made, and what became of it",
        "Claims made by the pilots that the lock has rusted were denied by the harbour board.",
        [("pilots", "the lock has rusted")],
    ),
    (
        "a warning that somebody issued, and what became of it",
        "A warning issued by the Norwegian coast guard that the ice is thin went unheard.",
        [("Norwegian coast guard", "the ice is thin")],
    ),
    (
        "a claim denied by a pronoun",
        "Oskar Lindqvist said that the lock was shut. The harbour board denies this. The pilots denied it, too.",
        [("Oskar Lindqvist", "the lock was shut"), ("harbour board", "this"), ("pilots", "it")],
    ),
    (
        "a denial by a pronoun that is told at once is one claim",
        "Oskar Lindqvist said that the lock was shut. The harbour board denied it, saying that no gate was closed.",
        [("Oskar Lindqvist", "the lock was shut"), ("harbour board", "no gate was closed")],
    ),
    (
        "an offer refused is no claim denied",
        "Oskar Lindqvist said that the lock was for sale. The pilots rejected it on Monday.",
        [("Oskar Lindqvist", "the lock was for sale")],
    ),
    (
        "a number reported without a noun",
        "The harbour board has reported three drowned.",
        [("harbour board", "three drowned")],
    ),
    (
        "above: a name in quote marks is nobody's words",
        "# City's new 'sunken lock' opens|The sunken lock opens in May, General Oskar Lindqvist said on Monday.",
        [("Oskar Lindqvist", "The sunken lock opens in May")],
    ),
    (
        "above: a judgement in quote marks is somebody's words",
        "# New lock is 'far too narrow'|The lock is far too narrow for a barge, General Oskar Lindqvist said.",
        [("Oskar Lindqvist", "far too narrow"), ("Oskar Lindqvist", "The lock is far too narrow for a barge")],
    ),
    (
        "a claim disputed by somebody whose own follows",
        "The governor's claim that 12 people had drowned was disputed by the hospital, which counted nine.",
        [
            ("hospital", "The governor's claim that 12 people had drowned"),
            ("governor", "12 people had drowned"),
        ],
    ),
    (
        "who speaks between a subject and its verb",
        (
            "The three men, prosecutors allege, planted mines under a lorry. "
            "The toll, according to the union, leaves out those who died at home."
        ),
        [
            ("prosecutors", "The three men / planted mines under a lorry"),
            ("union", "The toll / leaves out those who died at home"),
        ],
    ),
    (
        "above: an office behind a dash",
        "# Sappers leave the quay of Tarn - harbour chief|Rain fell all day on the quay of Tarn and nobody worked.",
        [("harbour chief", "Sappers leave the quay of Tarn")],
    ),
    (
        "above: behind a dash who speaks below",
        (
            "# Sappers have left the quay of Tarn - Lindqvist|"
            "Divers have found forty mines, General Oskar Lindqvist said on Monday."
        ),
        [
            ("Oskar Lindqvist", "Sappers have left the quay of Tarn"),
            ("Oskar Lindqvist", "Divers have found forty mines"),
        ],
    ),
    (
        "above: behind a dash an outlet, a writer, a kind of text",
        "# Sappers have left the quay of Tarn - Press Association|Rain fell all day on the quay of Tarn.",
        [],
    ),
    (
        "above: behind a dash whose view, before it no sentence",
        "# War on the quay of Tarn - harbour chief|Rain fell all day on the quay of Tarn and nobody worked.",
        [],
    ),
    (
        "above: a war before a colon is what it is about, though its parties speak below",
        "# Norway-Denmark war: List of key events, day 9|Norway said that the lock was shut.",
        [("Norway", "the lock was shut")],
    ),
    (
        "above: a party before a colon says it",
        "# Norway army: we hold the lock|Norway said that the lock was shut.",
        [("Norway army", "we hold the lock"), ("Norway", "the lock was shut")],
    ),
    (
        "above: a country before a colon is where it is, if others are quoted behind it",
        "# Norway: sailors 'enter centre of the port'|Norway's navy said that the lock was shut.",
        [("sailors", "enter centre of the port"), ("Norway's navy", "the lock was shut")],
    ),
    (
        "answered behind a dash",
        "Norway said that the boats were Danish - a claim Denmark rejected.",
        [("Norway", "the boats were Danish"), ("Denmark", "a claim Denmark rejected")],
    ),
    (
        "answered by who disputes the claim",
        "The pilots claimed on Monday that they had closed the port, a claim that the Danish government disputed.",
        [
            ("pilots", "they had closed the port"),
            ("Danish government", "a claim that the Danish government disputed"),
        ],
    ),
    (
        "denied in one breath",
        "The navy said it had sunk the ferry but denied hitting the pier.",
        [("navy", "it had sunk the ferry"), ("navy", "hitting the pier")],
    ),
    (
        "above: a country before a colon, and who signs behind a dash",
        "# Norway: Twelve drown off the cape – officials|Norway said that the lock was shut.",
        [("officials", "Twelve drown off the cape"), ("Norway", "the lock was shut")],
    ),
    (
        "above: a country before a colon, and who says what behind it",
        "# Norway: Pilots say they hold the port|Norway said that the lock was shut.",
        [("Pilots", "they hold the port"), ("Norway", "the lock was shut")],
    ),
    (
        "an aside on what was said is no part of it",
        "The navy said that it had sunk two boats - a claim that the pilots described as a lie.",
        [("navy", "it had sunk two boats"), ("pilots", "as a lie")],
    ),
    (
        "per somebody",
        "Per the Harbour Board, nine boats were lost. It costs four crowns per person.",
        [("Harbour Board", "nine boats were lost")],
    ),
    (
        "quoted with what he is between commas",
        "Delta Radio quoted Denis Halm, the appointed head of the port, as saying that the lock was shut.",
        [("Denis Halm", "the lock was shut")],
    ),
    (
        "hours before",
        "His harbour minister, Oskar Lindqvist, had hours before told the Courier that Denmark was ready.",
        [("Oskar Lindqvist", "Denmark was ready")],
    ),
    (
        "whose leader",
        "The raid hit the Coastal Front, whose leader Denis Halm said in a statement that ten of his men were lost.",
        [("Denis Halm", "ten of his men were lost")],
    ),
    (
        "what a speaker adds is a claim of its own",
        "The minister, Ada Ferr, said the bridge had been open since noon, noting that traffic was light.",
        [("Ada Ferr", "the bridge had been open since noon"), ("Ada Ferr", "traffic was light")],
    ),
    (
        "before its speaker without a mark",
        'The lock is nearing its "natural end" a senior board member has told the Courier.',
        [("senior board member", 'The lock is nearing its "natural end"')],
    ),
]


@pytest.fixture(scope="module")
def claims(parse: Callable[..., Parsed]) -> Callable[[str], list[tuple[str, str]]]:
    """Text → who says what in it, as the ledger would name them; what is the outlet's own reserve is left out."""
    gazetteer = Gazetteer.load()

    def found(text: str) -> list[tuple[str, str]]:
        parsed = parse(text.removeprefix("# ").replace("|", "\n\n"), headline=text.startswith("# "))
        attributions = attribute(parsed)
        cast = resolve(parsed, attributions, gazetteer)
        return [
            (ref.name if ref else "", " / ".join(parsed.words(one.part, span) for span in one.content))
            for one, ref in zip(attributions, cast.speakers, strict=True)
            if one.quotation is not Quotation.NARRATION
        ]

    return found


@pytest.mark.parametrize(("form", "text", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_hard_form(
    form: str, text: str, expected: list[tuple[str, str]], claims: Callable[[str], list[tuple[str, str]]]
) -> None:
    assert claims(text) == expected, form
