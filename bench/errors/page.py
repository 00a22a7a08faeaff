"""The page of errors, Markdown: counts, shares and single words only."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from bench.errors import mouths, spans
from bench.errors.calibration import Band, Judged, bands, calibration_error
from bench.errors.records import Read, Told, Voice

MOST_WORDS = 25
FEW = 4
CLAIMS, THOUGHTS = "kept as claims", "kept as thoughts"
FORMS = ("direct", "mixed", "indirect", "headline")
HEAD = """# Errors by kind

Made by `make errors` on the development articles, {day}. A claim is right where the corpus's scorer counts it so.
"""
ECE = """ECE = Σ over ten bands of equal width of (claims in the band / all claims) · |share right − mean confidence|.
Low bands are empty: what is read with too little confidence is never written.
"""


def page(day: str, by_mouth: mouths.Mouths, by_span: spans.Relations) -> str:
    """The whole page."""
    parts = [HEAD.format(day=day), ced(by_mouth), polnear(by_span), "## Is a confidence what it says?\n", ECE]
    parts += [calibration("ced-dev: right words, right mouth", by_mouth.judged)]
    parts += [calibration("polnear-dev: right content, right source", by_span.judged)]
    return "\n".join(parts)


def ced(found: mouths.Mouths) -> str:
    """The section on CED-1K."""
    fates = Counter((verdict.fate.value, verdict.form) for verdict in found.verdicts)
    own = [extra.claim for extra in found.extras if not extra.piece]
    pieces = len(found.extras) - len(own)
    return "\n".join(
        [
            "## ced-dev: the claims that are marked\n",
            crossed(fates, tuple(mouths.Fate), FORMS, "marked claims"),
            "## ced-dev: claims that nothing marked stands behind\n",
            f"{len(found.extras)} lines: {pieces} with words of a marked claim, {len(own)} with none. The latter:\n",
            kinds(own),
            words("Their cues", Counter(claim.word.lemma for claim in own)),
        ]
    )


def kinds(claims: Sequence[Read]) -> str:
    """Extra claims by what can be seen of them, each in every table's total once."""
    seen = (
        ("quotation", Counter("in the title" if claim.title else claim.quotation for claim in claims)),
        ("cue", Counter(claim.word.voice.value for claim in claims)),
        ("claimant", Counter(claimant_kind(claim) for claim in claims)),
    )
    rows = [[what, kind, count] for what, counted in seen for kind, count in counted.most_common()]
    return table(["by", "", "lines"], rows)


def claimant_kind(claim: Read) -> str:
    """Person, organization, place, group; or that nobody is named."""
    if claim.kind == "group" and claim.name == "unnamed source":
        return "unnamed source"
    return claim.kind or "unresolved"


def polnear(found: spans.Relations) -> str:
    """The section on PolNeAR."""
    fates = Counter((verdict.found.value, verdict.word.voice.value) for verdict in found.verdicts)
    extras = Counter((said_aloud(extra.claim), extra.claim.word.voice.value) for extra in found.extras)
    marked = Counter(verdict.word.lemma for verdict in found.verdicts)
    missed = Counter(verdict.word.lemma for verdict in found.verdicts if verdict.found in spans.MISSED)
    pieces = sum(extra.piece for extra in found.extras)
    return "\n".join(
        [
            "## polnear-dev: the attributions that are marked\n",
            "Columns: what the cue's own word does, by the lists of cue words.\n",
            crossed(fates, tuple(spans.Found), tuple(Voice), "marked attributions"),
            unread([verdict.marked for verdict in found.verdicts if verdict.found is spans.Found.MISSED]),
            words("Cues missed most (missed of marked)", missed, of=marked),
            "## polnear-dev: attributions that nothing marked stands behind\n",
            f"{len(found.extras)} lines, {pieces} of them with words of a marked content.\n",
            crossed(extras, (CLAIMS, THOUGHTS), tuple(Voice), "lines"),
            words("Their cues", Counter(extra.claim.word.lemma for extra in found.extras)),
        ]
    )


def crossed(counted: Counter[tuple[str, str]], rows: Sequence[str], columns: Sequence[str], total: str) -> str:
    """Counts by row and column, with their sums."""
    body = [(row, [counted[row, column] for column in columns]) for row in rows]
    body.append((total, [sum(counted[row, column] for row in rows) for column in columns]))
    return table(["", *columns, "all"], [[name, *counts, sum(counts)] for name, counts in body])


def unread(marked: Sequence[Told]) -> str:
    """What those have in common that were missed altogether."""
    short, quoted = sum(one.length <= FEW for one in marked), sum(one.quoted for one in marked)
    bare = sum(not one.source for one in marked)
    held = f"{short} have a content of {FEW} words or fewer, {quoted} hold quote marks, {bare} have no source"
    return f"Of the {len(marked)} whose words are unread, {held}.\n"


def said_aloud(claim: Read) -> str:
    """What the ledger keeps the line as."""
    return CLAIMS if claim.speech else THOUGHTS


def calibration(title: str, judged: Iterable[Judged]) -> str:
    """Bands of confidence, and the error over all of them."""
    known = bands(judged)
    rows = [[_range(band), band.claims, f"{band.confidence:.2f}", f"{band.right:.2f}"] for band in known]
    heads = ["confidence", "lines", "mean confidence", "share right"]
    return f"{title}: **ECE {calibration_error(known):.3f}**\n\n{table(heads, rows)}"


def _range(band: Band) -> str:
    return f"{band.low:.1f}–{band.high:.1f}"


def words(title: str, counted: Counter[str], *, of: Counter[str] | None = None) -> str:
    """Words with counts, the most frequent first; whatever is no single word is left out."""
    single = [(word, count) for word, count in counted.items() if re.fullmatch(r"[^\W\d_]+", word)]
    ranked = sorted(single, key=lambda pair: (-pair[1], pair[0]))[:MOST_WORDS]
    shown = (f"{word} {count}{f'/{of[word]}' if of else ''}" for word, count in ranked)
    return f"{title}: {', '.join(shown) or 'none'}.\n"


def table(heads: Sequence[object], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table, numbers to the right."""
    made = [[str(cell) for cell in row] for row in rows]
    numbers = [all(re.fullmatch(r"[\d.]+", row[n]) for row in made) and bool(made) for n in range(len(heads))]
    lines = [[str(head) for head in heads], ["---:" if number else "---" for number in numbers], *made]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
