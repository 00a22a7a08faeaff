"""Records that stand on more than one page of the workbench: what stands around, filters, items of lists.

Text fields hold text as it was found, and the templates escape it; fields that hold a link say so.
"""

from dataclasses import dataclass
from typing import Annotated

from counterclaim.report.page import Linked, Note, SideColumn, Tone


@dataclass(frozen=True, slots=True)
class Shell:
    """What stands around every page."""

    title: Annotated[str, "the title of the page"]
    area: Annotated[str, "which entry of the navigation it belongs to; empty where to none"]
    sought: Annotated[str, "what was searched for, to stand in the search box again"]
    notices: Annotated[tuple[str, ...], "what matters on every page: an empty ledger, a reading that was cut off"]
    legend: Annotated[tuple[Tone, ...], "sides and their colours"]
    ledger: Annotated[str, "the file name of the ledger"]
    version: Annotated[str, "the version of Counterclaim"]
    style: Annotated[str, "link to the style sheet"]
    script: Annotated[str, "link to the script"]
    icon: Annotated[str, "link to the icon"]


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a list."""

    value: Annotated[str, "what is sent"]
    label: Annotated[str, "what is shown"]
    chosen: Annotated[bool, "whether it is the one that holds"]


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form: a filter, or a role of a proposition."""

    name: Annotated[str, "its name in the address, or in the form"]
    label: Annotated[str, "what it narrows, or the role and whether it must be filled"]
    value: Annotated[str, "what it holds"]
    hint: Annotated[str, "an example; empty where none is needed"]
    options: Annotated[tuple[Option, ...], "the choices; empty where any words will do"]


@dataclass(frozen=True, slots=True)
class FilterBox:
    """Filters; what they hold stands in the address, so that it can be sent."""

    action: Annotated[str, "link to the page that it filters"]
    fields: Annotated[tuple[Field, ...], "its filters"]
    active: Annotated[tuple[Linked, ...], "words for each filter that holds, and the link without it"]
    error: Annotated[str, "why what was given cannot be used, and what to do; empty where it can"]


@dataclass(frozen=True, slots=True)
class DisputeItem:
    """A dispute in a list."""

    link: Annotated[str, "link to its page"]
    question: Annotated[str, "the question"]
    frame: Annotated[str, "what kind of question"]
    when: Annotated[str, "the days that it spans; empty where the question names them"]
    news: Annotated[str, "what is new since the reader last looked; empty where nothing is"]
    sides: Annotated[tuple[SideColumn, ...], "its sides"]


@dataclass(frozen=True, slots=True)
class ReportHead:
    """A report as it is named in lists."""

    link: Annotated[str, "link to its page"]
    title: Annotated[str, "its title"]
    outlet: Annotated[str, "who published it"]
    published: Annotated[str, "when"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, marked or not."""

    text: Annotated[str, "the characters"]
    marked: Annotated[bool, "whether it differs from the other report, or is what was sought"]


@dataclass(frozen=True, slots=True)
class Decided:
    """One decision that a person made."""

    id: Annotated[str, "by which it is undone"]
    words: Annotated[str, "what was decided"]
    by: Annotated[str, "by whom"]
    at: Annotated[str, "when, UTC"]
    reason: Annotated[str, "why; empty where none was given"]
    mind: Annotated[str, "why it is not carried out, or in what two that were merged differ; mostly empty"] = ""
    link: Annotated[str, "link to what it is about; empty where that stands beside it, or is not there"] = ""
    counts: Annotated[bool, "whether it can be undone: it has not been so far"] = True


@dataclass(frozen=True, slots=True)
class Desk:
    """Who reviews, what lets forms write, and what has just been decided."""

    proof: Annotated[str, "what forms send to show that they came from this page"]
    by: Annotated[str, "the reviewer's name, as last given"]
    back: Annotated[str, "link to the page itself"]
    writes: Annotated[bool, "whether anything can be decided here"]
    signs_in: Annotated[bool, "whether the token has to be given first"]
    made: Annotated[Decided | None, "what was decided just before this page was shown; None where nothing was"] = None
    overruled: Annotated[tuple[Decided, ...], "earlier decisions that are no longer carried out because of it"] = ()


@dataclass(frozen=True, slots=True)
class WaitingItem:
    """A claim or relation that waits for a look."""

    id: Annotated[str, "its id"]
    relation: Annotated[str, "how the two claims stand and why; empty for a claim"]
    why: Annotated[str, "why it waits here"]
    notes: Annotated[tuple[Note, ...], "the claim, or the two of a relation"]
    around: Annotated[tuple[tuple[Piece, ...], ...], "for each of them its words in their report"]


@dataclass(frozen=True, slots=True)
class Change:
    """One field that a person has corrected."""

    field: Annotated[str, "which"]
    before: Annotated[str, "what the machine said"]
    after: Annotated[str, "what holds now"]


@dataclass(frozen=True, slots=True)
class NameRow:
    """A name or role and how often reports give it."""

    words: Annotated[str, "the name or role as found"]
    reports: Annotated[str, "how many reports"]
    when: Annotated[str, "between which days; empty for names"]


@dataclass(frozen=True, slots=True)
class SaidInput:
    """A proposition in a form."""

    key: Annotated[str, "how the names of its fields begin"]
    label: Annotated[str, "what kind it is, and what it says now"]
    added: Annotated[str, "its kind where the form adds it; empty for one that the claim has"]
    roles: Annotated[tuple[Field, ...], "its roles"]
    negated: Annotated[bool, "whether it is said not to be so"]
    modalities: Annotated[tuple[Option, ...], "whether it is said to be so, planned, …"]
    when: Annotated[str, "the time that it speaks of, EDTF"]
    dropped: Annotated[bool, "whether it is taken away"]
    newest: Annotated[bool, "whether it was added just now"]


@dataclass(frozen=True, slots=True)
class CorrectForm:
    """What is wrong with a claim."""

    wide: Annotated[bool, "whether the form is open"]
    error: Annotated[str, "why what was sent cannot be used, and what to do; empty where nothing was wrong"]
    mark: Annotated[str, "what tells that the claim has not been changed since"]
    voice: Annotated[str, "outlet, or somebody"]
    claimant: Annotated[str, "who claims it"]
    sorts: Annotated[tuple[Option, ...], "what a claimant is whom the ledger does not know"]
    written: Annotated[tuple[str, ...], "its words, piece by piece"]
    stances: Annotated[tuple[Option, ...], "what the claimant does with it"]
    channel: Annotated[str, "through which channel it came"]
    said: Annotated[str, "when it was said, EDTF"]
    thought: Annotated[bool, "whether nobody claims it"]
    told: Annotated[tuple[SaidInput, ...], "its propositions"]
    frames: Annotated[tuple[Option, ...], "kinds of propositions that can be added"]
    reason: Annotated[str, "why"]
    known: Annotated[tuple[str, ...], "names of the ledger, to choose from"]


@dataclass(frozen=True, slots=True)
class WhoForm:
    """Who is who: what was decided, and the forms that merge, split and rename."""

    id: Annotated[str, "the id of the one that is shown"]
    settled: Annotated[tuple[Decided, ...], "what was decided, oldest first"]
    asked: Annotated[str, "merge, split or rename, where one was sent and could not be carried out; else empty"]
    error: Annotated[str, "why not, and what to do; empty where nothing was wrong"]
    other: Annotated[str, "with whom it is merged"]
    known: Annotated[tuple[str, ...], "names of the ledger, to choose from"]
    names: Annotated[tuple[Option, ...], "names that can be somebody else’s"]
    documents: Annotated[tuple[Option, ...], "reports that name it"]
    shown: Annotated[str, "the name under which it is shown, or was to be"]
    reason: Annotated[str, "why"]
