"""Which agency "told the agency" means: the one that the report named last.

Enters an article's attributions; leaves them with that name in their chains, or without the bare word where none was
named.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from counterclaim.attribution.outlets import outlet_in
from counterclaim.attribution.relays import AGENCY, without_repeats
from counterclaim.model import Article, Attribution, Span

BARE = frozenset({AGENCY, f"same {AGENCY}", f"news {AGENCY}"})


def named_agencies(found: Sequence[Attribution], article: Article) -> Iterator[Attribution]:
    """The attributions in the order given, each chain with names alone."""
    order = sorted(range(len(found)), key=lambda i: _place(found[i]))
    last = article.credited or ""
    done: dict[int, Attribution] = {}
    for i in order:
        one = found[i]
        chain = tuple(last if words.lower() in BARE else words for words in one.relayed_by)
        done[i] = replace(one, relayed_by=without_repeats(chain)) if chain != one.relayed_by else one
        source = " ".join(span.of(article.part(one.part)) for span in one.source)
        last = next((words for words in reversed(done[i].relayed_by) if words), "") or outlet_in(source) or last
    return (done[i] for i in range(len(found)))


def _place(one: Attribution) -> tuple[bool, Span]:
    return one.part.value == "text", min((*one.source, *one.cue, *one.content), key=lambda span: span.start)
