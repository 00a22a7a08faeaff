"""What the two models look at: plain words for each candidate cue and each candidate content.

Enters a candidate; leaves a list of feature names, without repeats of meaning but in a fixed order.
`training/attribution.py` and the running program share these functions, so that weights always mean what they were
trained on.
"""

from counterclaim.attribution.contents import Content
from counterclaim.attribution.cues import Cue
from counterclaim.attribution.lexicon import classes
from counterclaim.attribution.passages import Passage
from counterclaim.attribution.sources import Source
from counterclaim.model import Sentence, Token

PEOPLE = frozenset({"PERSON", "NORP", "ORG", "GPE"})
FRAME = frozenset(
    {"ccomp", "xcomp", "dobj", "attr", "acomp", "advcl", "dative", "acl", "relcl", "oprd", "prt", "agent"}
)


def cue_features(cue: Cue, source: Source, passage: Passage) -> list[str]:
    """Is this word a cue? Its lemma with what hangs on it, who would be the source, and the quote marks around."""
    lemma = cue.lemma
    found = [
        f"l={lemma}", f"kind={cue.kind}", f"tag={cue.head.tag}", f"dep={cue.head.dep}", f"l,dep={lemma},{cue.head.dep}",
        f"how={source.how}", f"l,how={lemma},{source.how}",
    ]  # fmt: skip
    for name in classes(cue.kind, lemma):
        found += [f"class={name}", f"class,how={name},{source.how}", f"class,dep={name},{cue.head.dep}"]
    found += _frame(cue)
    found += _around(cue, passage)
    found += _above(cue)
    who = _who(source.head)
    found += [f"who={who}", f"l,who={lemma},{who}"]
    if source.head is not None:
        found.append(f"whol={source.head.lemma}")
    return found


def _frame(cue: Cue) -> list[str]:
    found, lemma = [], cue.lemma
    for child in cue.sentence.children(cue.head):
        dep = child.dep
        if dep in FRAME:
            side = "<" if child.i < cue.head.i else ">"
            found += [
                f"has={dep}{side}",
                f"l,has={lemma},{dep}{side}",
                f"arg={dep},{child.lemma}",
                f"argpos={dep},{child.pos}",
            ]
            if dep in ("ccomp", "acl", "xcomp"):
                found += _marks(cue.sentence, child)
        elif dep == "prep":
            found += [f"prep={child.lemma}", f"l,prep={lemma},{child.lemma}"]
        elif dep in ("aux", "auxpass", "neg"):
            found += [f"{dep}={child.lemma}", f"l,{dep}={lemma},{child.lemma}"]
        elif dep in ("poss", "det", "amod"):
            found.append(f"{dep}={child.lemma}")
    return found or [f"bare,l={lemma}", "bare"]


def _marks(sentence: Sentence, clause: Token) -> list[str]:
    below = {child.dep: child.lemma for child in sentence.children(clause)}
    subject = "subject" if "nsubj" in below or "nsubjpass" in below else "bare"
    return [f"mark={clause.dep},{below.get('mark', '-')}", f"clause={clause.dep},{subject},{clause.tag}"]


def _around(cue: Cue, passage: Passage) -> list[str]:
    tokens = cue.sentence.tokens
    before = tokens[cue.words[0] - 1].text.lower() if cue.words[0] else "^"
    after = tokens[cue.words[-1] + 1].text.lower() if cue.words[-1] + 1 < len(tokens) else "$"
    found = [f"prev={before}", f"next={after}", f"at={passage.kind.value}"]
    start, end = cue.sentence.span.start, cue.sentence.span.end
    quotes = [quote for quote in passage.quotes if quote.outer.start < end and start < quote.outer.end]
    here = cue.head.span
    for quote in quotes:
        size = "speech" if passage.spoken(quote) else "words"
        if quote.outer.start < here.start < quote.outer.end:
            found.append(f"inside={size}")
        else:
            side = "before" if quote.outer.end <= here.start else "after"
            gap = here.start - quote.outer.end if side == "before" else quote.outer.start - here.end
            found += [f"quote={size},{side}", f"near={size},{side},{'near' if gap < 30 else 'far'}"]
    found.append("quotes" if quotes else "noquotes")
    return found


def _above(cue: Cue) -> list[str]:
    head = cue.sentence.head(cue.head)
    found = [f"head={head.lemma},{cue.head.dep}"] if head is not cue.head else []
    token = cue.head
    for above in cue.sentence.ancestors(cue.head):
        if token.dep in ("ccomp", "xcomp", "acl", "relcl", "advcl"):
            found += [f"under={token.dep}", f"under={token.dep},{above.lemma}"]
            break
        token = above
    return found


def _who(head: Token | None) -> str:
    if head is None:
        return "-"
    if head.pos == "PRON":
        return head.text.lower()
    return head.entity if head.entity in PEOPLE else head.pos


def content_features(content: Content, cue: Cue, source: Source, passage: Passage) -> list[str]:
    """Is this the content? The way that led to it, how it begins and ends, what it leaves out, and its quote marks."""
    lemma, tokens = cue.lemma, cue.sentence.tokens
    found = ["bias"]
    named = classes(cue.kind, lemma)
    for name in content.names:
        found += [f"n,class={name},{one}" for one in named]
        found += [f"n={name}", f"n,l={name},{lemma}", f"n,kind={name},{cue.kind}", f"n,how={name},{source.how}"]
    first, last = content.words[0], content.words[-1]
    opens, ends = tokens[first], tokens[last]
    before = tokens[first - 1].text.lower() if first else "^"
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    name = content.names[0]
    found += [
        f"n,all={'+'.join(content.names)}", f"first={opens.tag}", f"firstw={opens.text.lower()}", f"before={before}",
        f"n,before={name},{before}", f"after={after.text.lower() if after else '$'}",
        f"n,after={name},{after.tag if after else '$'}", f"lastdep={ends.dep}",
        f"n,size={name},{min(len(content.words), 40) // 4}", f"runs={min(len(content.spans), 4)}",
        f"n,runs={name},{min(len(content.spans), 3)}",
    ]  # fmt: skip
    if after:
        found += _left_out(cue, after, name)
    found += _quoted(content, passage, name)
    found += _uncovered(content, cue, passage, name)
    place = "end" if cue.sentence.tokens[-1].i - max(*cue.words, *(source.words or (0,))) < 2 else "mid"
    found.append(f"n,place={name},{place},{'whole' if first == 0 else 'part'},{source.how}")
    found.append(f"side={'<' if last < cue.head.i else '>' if first > cue.head.i else '<>'},{cue.kind}")
    return found


def _left_out(cue: Cue, after: Token, name: str) -> list[str]:
    """What follows the content: the word after the comma, and where it hangs."""
    tokens = cue.sentence.tokens
    comma = after.text in (",", ";", "—", "–", "--")
    following = tokens[after.i + 1] if comma and after.i + 1 < len(tokens) else after
    hanging = following
    for _ in range(12):
        head = cue.sentence.head(hanging)
        if head is hanging or head.i < after.i:
            break
        hanging = head
    where = "cue" if cue.sentence.head(hanging).i == cue.head.i else "other"
    return [
        f"cut={comma},{following.lemma}", f"cutdep={comma},{hanging.dep},{where}",
        f"n,cutdep={name},{comma},{hanging.dep},{where}",
        f"cuttag={comma},{following.tag}",
    ]  # fmt: skip


def _quoted(content: Content, passage: Passage, name: str) -> list[str]:
    start, end = content.spans[0].start, content.spans[-1].end
    inside = [quote for quote in passage.quotes if start <= quote.inner.end and quote.inner.start <= end]
    if not inside:
        return ["noquote"]
    whole = any(abs(quote.inner.start - start) < 3 and abs(quote.inner.end - end) < 3 for quote in inside)
    opens = any(abs(quote.inner.start - start) < 3 for quote in inside)
    closes = any(abs(quote.inner.end - end) < 3 for quote in inside)
    shape = f"{'whole' if whole else ''}{'opens' if opens else ''}{'closes' if closes else ''}"
    size = "speech" if any(passage.spoken(quote) for quote in inside) else "words"
    lead = passage.text[start : max(start, inside[0].outer.start)].strip()
    trail = passage.text[min(end, inside[-1].outer.end) : end].strip()
    return [
        f"quote={shape},{size}", f"n,quote={name},{shape},{size}", f"nquotes={min(len(inside), 3)}",
        f"lead={lead[-1:] if not lead[-1:].isalnum() else 'word'},{size}", f"lead,n={len(lead.split()) // 3},{size}",
        f"trail={bool(trail)},{size}",
    ]  # fmt: skip


def _uncovered(content: Content, cue: Cue, passage: Passage, name: str) -> list[str]:
    """Spoken quotations of the sentence that the content leaves out, and on which side of the cue they stand."""
    start, end, here = cue.sentence.span.start, cue.sentence.span.end, cue.head.span
    found = []
    for quote in passage.quotes:
        if quote.outer.end <= start or end <= quote.outer.start or not passage.spoken(quote):
            continue
        if not any(span.overlaps(quote.inner) for span in content.spans) and not quote.outer.overlaps(here):
            side = "before" if quote.outer.end <= here.start else "after"
            found += [f"out={side}", f"n,out={name},{side}"]
    return found
