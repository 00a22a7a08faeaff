"""Grammar of the part of a sentence that lies in a claim's content.

Enters a `Sentence` and which of its tokens count; leaves subjects, objects, phrases. Labels are ClearNLP's, as
`counterclaim.model.syntax` says. What hangs on tokens outside the content is not seen.
"""

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar, cast

from counterclaim.frames.strayed import mended
from counterclaim.model import Sentence, Span, Token

T = TypeVar("T")
NOUNS = ("NOUN", "PROPN", "PRON")
SUBJECTS = ("nsubj", "csubj")
INTRANSITIVE = frozenset(["retreat", "advance", "withdraw", "flee", "arrive", "depart"])
CLINGING = frozenset(["hold", "hang"])
ROUGHLY = frozenset({"over", "about", "around", "under", "above", "below"})
PREMODIFIERS = ("det", "amod", "compound", "nmod", "poss")
RELATIVES = ("which", "who", "that", "whom")
# Verbs that lend their subject to the verb below them.
BORROWING = ("xcomp", "conj", "advcl", "pcomp", "prep", "aux", "auxpass")


@dataclass(frozen=True)
class Stretch:
    """One sentence, of which the tokens numbered in `inside` belong to the content."""

    sentence: Sentence
    inside: frozenset[int]

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The content's tokens, in order."""
        return tuple(token for token in self.sentence.tokens if token.i in self.inside)

    @cached_property
    def _known(self) -> dict[tuple[Hashable, ...], object]:
        return {}

    def once(self, work: Callable[..., T], token: Token, *more: Hashable) -> T:
        """What `work(self, token, *more)` leaves, worked out once: every frame asks the same of the same words."""
        key = (work, token.i, *more)
        if key not in self._known:
            self._known[key] = work(self, token, *more)
        return cast("T", self._known[key])

    @cached_property
    def _below(self) -> dict[int, list[Token]]:
        below: dict[int, list[Token]] = {}
        for token in self.tokens:
            if token.head != token.i:
                below.setdefault(token.head, []).append(token)
        return below

    def __contains__(self, token: Token) -> bool:
        return token.i in self.inside

    def head(self, token: Token) -> Token:
        """The token that this one hangs on, itself where that lies outside."""
        head = self.sentence.head(token)
        return head if head in self else token

    def children(self, token: Token, *deps: str) -> list[Token]:
        """Dependents inside the content; of the labels given, if any are."""
        below = self._below.get(token.i, ())
        return [child for child in below if child.dep in deps] if deps else list(below)

    def subtree(self, token: Token) -> list[Token]:
        """The token and what hangs on it, inside the content."""
        return [found for found in self.sentence.subtree(token) if found in self]

    def ancestors(self, token: Token) -> Iterator[Token]:
        """Heads upwards, as long as they lie inside."""
        while (head := self.head(token)) is not token:
            yield head
            token = head

    def coordinated(self, token: Token) -> list[Token]:
        """The token and those coordinated with it or set beside it after it; "five, and not four" are five, and so are
        "not four but five"."""
        instead = any(child.text.lower() == "but" for child in self.children(token, "cc")) and self._set_against(token)
        found = [] if instead else [token]
        for child in self.children(token, "conj"):
            if not self._set_against(child):
                found.extend(self.coordinated(child))
        return found

    def _set_against(self, token: Token) -> bool:
        """ "(The rebels, and) not the army"."""
        at = self._before_phrase(token)
        refused = at >= 0 and self.sentence.tokens[at].text.lower() == "not"
        return refused and token.tag in ("CD", "NNP", "NNS", "NNPS", "NN")

    def _before_phrase(self, head: Token) -> int:
        """Where the word before a noun's article and adjectives stands; -1 where there is none."""
        at = head.i - 1
        while at >= 0 and self.sentence.tokens[at].dep in PREMODIFIERS:
            at -= 1
        return at

    def _refused_beside(self, noun: Token) -> bool:
        return noun.dep == "conj" and self._set_against(noun)

    def prepositional(self, token: Token, *words: str) -> list[Token]:
        """Objects of prepositional phrases on the token, of the prepositions given, if any are."""
        found = []
        for prep in self.children(token, "prep", "agent", "advmod", "dative", "prt"):
            refused = prep.i > 1 and self.sentence.tokens[prep.i - 1].text.lower() == "not" and prep.dep == "agent"
            if not refused and (not words or prep.text.lower() in words):
                for below in self.children(prep, "pobj", "pcomp"):
                    found.extend(self.coordinated(below))
            for deeper in self.children(prep, "prep", "conj"):  # "out of X", "in or near X", "from around X"
                if deeper.tag in ("IN", "RP", "TO") and (not words or deeper.text.lower() in words):
                    found.extend(self.children(deeper, "pobj"))
        return found

    def doers(self, verb: Token) -> list[Token]:
        """Who does what an active verb says: its subject, or the one that it shares; the agent of a passive."""
        return [self._chosen(token) for token in self._doers(verb)]

    def _chosen(self, token: Token) -> Token:
        """ "(It was) Tarvia, not Orvenia, (that did it)": Tarvia, wherever the parser hangs the other."""
        tokens, at = self.sentence.tokens, self._before_phrase(token)
        if at < 2 or tokens[at].text.lower() != "not" or tokens[at - 1].text.lower() not in (",", "and"):
            return token
        at -= 1 + (tokens[at - 2].text == ",")
        named = tokens[at - 1]
        return named if named in self and (named.pos in NOUNS or named.text[:1].isupper()) else token

    def _doers(self, verb: Token, depth: int = 0) -> list[Token]:
        if self.passive(verb):
            return self.agents(verb)
        own = self.children(verb, *SUBJECTS)
        if own and not (own[0].lemma in RELATIVES and verb.dep in ("relcl", "ccomp")):
            return self.coordinated(own[0])
        head = self.head(verb)
        if head is verb or depth > 4:
            return []
        if verb.dep in ("relcl", "acl") or (verb.dep == "amod" and verb.tag == "VBG"):
            noun = head
            while self.head(noun) is not noun and (noun.dep == "appos" or self._refused_beside(noun)):
                noun = self.head(noun)
            return self._controller(noun, verb)
        cleft = self._cleft(verb, head)
        if cleft:
            return cleft
        return self._borrowed(verb, head, depth)

    def _borrowed(self, verb: Token, head: Token, depth: int) -> list[Token]:
        if verb.dep not in BORROWING or head.pos not in ("VERB", "AUX", "ADP", "SCONJ", "ADJ"):
            return []
        objects = self.children(head, "dobj") if verb.dep == "xcomp" else []
        return objects or self._shared(head, depth)

    def cleft(self, verb: Token) -> bool:
        """Is the verb that of "it was X that fired"?"""
        head = self.head(verb)
        head = self.head(head) if head.dep == "attr" else head
        return head.lemma == "be" and any(token.text.lower() == "it" for token in self.children(head, "nsubj"))

    def _cleft(self, verb: Token, head: Token) -> list[Token]:
        """ "It was X that fired", "it was X to open fire": X."""
        it = head.lemma == "be" and any(token.text.lower() == "it" for token in self.children(head, "nsubj"))
        named = [token for token in self.children(head, "attr") if token.i < verb.i] if it else []
        return named if verb.dep in ("ccomp", "xcomp", "relcl", "advcl", "acl") else []

    def _shared(self, head: Token, depth: int) -> list[Token]:
        if self.passive(head):
            return self.children(head, "nsubjpass")
        return self._doers(head, depth + 1)

    def _controller(self, noun: Token, verb: Token) -> list[Token]:
        """The noun that a participle or relative clause says something of; none for an infinitive ("a plan to")."""
        cleft = noun.dep == "attr" and any(t.text.lower() == "it" for t in self.children(self.head(noun), "nsubj"))
        if verb.dep == "acl" and verb.tag not in ("VBG", "VBN") and not self.to_come(verb) and not cleft:
            return []
        return [noun]

    def to_come(self, verb: Token) -> bool:
        """Is it a headline's future ("Volunteers to leave town"): an infinitive on the noun that heads the stretch?"""
        noun = self.head(verb)
        return verb.dep in ("acl", "relcl") and verb.tag == "VB" and noun.pos in NOUNS and self.head(noun) is noun

    def agents(self, verb: Token) -> list[Token]:
        """Whom a passive or a noun names with "by"; "by retreating troops", too, which the parser makes a deed."""
        found: list[Token] = []
        for named in self.prepositional(verb, "by"):
            if named.entity in ("DATE", "TIME"):  # "was taken by 6 March"
                continue
            moving = named.tag == "VBG" and named.lemma in INTRANSITIVE
            found.extend(self.children(named, "dobj") if moving else [named])
        return found

    def undergoers(self, verb: Token) -> list[Token]:
        """What an active verb is done to; the subject of a passive, or the noun that a participle modifies."""
        return list(self.once(Stretch._undergoers, verb))

    def _undergoers(self, verb: Token) -> list[Token]:
        if not self.passive(verb):
            objects = [found for child in self.children(verb, "dobj", "dative") for found in self.coordinated(child)]
            found = self._of_clause(verb, objects) or self._behind_verb(verb) or self._unheard_of(verb)
            return found or self._up_to(verb) or self._cut_off(verb)
        own = self.children(verb, "nsubjpass") or self.children(verb, "nsubj") or self._counted_ahead(verb)
        if own and own[0].lemma not in RELATIVES:
            return self.coordinated(own[0])
        head = self.head(verb)
        if verb.dep in ("acl", "relcl", "amod") and head is not verb:
            return [head]
        if own:  # a noun-content clause that the parser took for a relative one
            return own
        if verb.dep in ("conj", "xcomp") and head.pos in ("VERB", "AUX"):
            return self._strayed(verb) or self._of_first(head)
        return []

    def _of_first(self, verb: Token) -> list[Token]:
        """The subject of the first of several verbs: "soldiers had been killed, wounded or captured"."""
        own = self.children(verb, "nsubjpass", "nsubj")
        above = self.head(verb)
        if own or verb.dep != "conj" or above is verb or above.pos not in ("VERB", "AUX"):
            return own
        return self._of_first(above)

    def _of_clause(self, verb: Token, objects: list[Token]) -> list[Token]:
        """ "The soldiers whom the rebels had captured": the soldiers; else the objects as they are."""
        relative = verb.dep == "relcl" and bool(objects) and objects[0].lemma in RELATIVES
        return [self.head(verb)] if relative and self.head(verb) is not verb else objects

    def _behind_verb(self, verb: Token) -> list[Token]:
        """The object right behind the verb that the parser takes for a second subject: "it had retaken X"."""
        subjects = self.children(verb, "nsubj")
        late = [noun for noun in subjects if noun.i > verb.i and self.subtree(noun)[0].i == verb.i + 1]
        return self.coordinated(late[0]) if late and subjects[0].i < verb.i else []

    def _counted_ahead(self, verb: Token) -> list[Token]:
        """The subject of "according to the ministry over 300 people were killed", which the parser hangs on "over"."""
        about = [prep for prep in self.children(verb, "prep") if prep.text.lower() in ROUGHLY and prep.i < verb.i]
        counted = (noun for prep in about for noun in self.children(prep, "pobj"))
        return [noun for noun in counted if any(child.tag == "CD" for child in self.children(noun))]

    def _unheard_of(self, verb: Token) -> list[Token]:
        """The name right behind the verb that the parser, not knowing it, takes for an adverb: "they had left X"."""
        names = self.children(verb, "advmod", "npadvmod", "oprd")
        return [t for t in names if t.i == verb.i + 1 and t.pos == "PROPN" and t.entity not in ("DATE", "TIME")]

    def _up_to(self, verb: Token) -> list[Token]:
        """The object of "lost up to 1,100 men", which the parser hangs on "to"."""
        for prep in self.children(verb, "prep"):
            before = [t for t in self.tokens if t.i == prep.i - 1 and t.text.lower() == "up"]
            if before and prep.text.lower() == "to" and prep.i == verb.i + 2:
                return [t for t in self.children(prep, "pobj") if t.pos == "NUM" or self.children(t, "nummod")]
        return []

    def _strayed(self, verb: Token) -> list[Token]:
        """The subject that the parser took for one more object of the verb before: "laid down their arms and 31 were
        killed"."""
        first = min((child.i for child in self.children(verb, "aux", "auxpass")), default=None)
        before = next((token for token in self.tokens if first is not None and token.i == first - 1), None)
        if before is None or verb.dep != "conj" or before.dep != "conj" or before.pos not in (*NOUNS, "NUM"):
            return []
        opening = min(token.i for token in self.subtree(before))
        joined = any(token.i == opening - 1 and token.dep == "cc" for token in self.tokens)
        return self.coordinated(before) if joined else []

    def _cut_off(self, verb: Token) -> list[Token]:
        """The object that the parser gave to the cue behind it: "(shells struck the hospital), the ministry said"."""
        particles = [child.i for child in self.children(verb, "prt") if child.i == verb.i + 1]  # "gave up"
        behind = max([verb.i, *particles]) + 1
        for token in self.tokens:
            lost = token.i > verb.i and self.head(token) is token and token.dep in ("nsubj", "nsubjpass")
            if lost and token.pos in NOUNS and self.subtree(token)[0].i == behind:
                return self.coordinated(token)
        return []

    def passive(self, verb: Token) -> bool:
        """Is the verb passive, or a participle that says what was done to a noun?"""
        return self.once(Stretch._passive, verb)

    def _passive(self, verb: Token) -> bool:
        if self.children(verb, "nsubjpass", "auxpass"):
            return True
        if verb.tag == "VBN" and verb.dep in ("acl", "amod"):
            return not (self._clings(verb) or self._is_clause(verb) or self._is_perfect(verb))
        shared = verb.dep == "conj" and verb.tag == "VBN" and not self.children(verb, "aux", "dobj")
        return shared and self.head(verb) is not verb and self.passive(self.head(verb))

    def _is_clause(self, verb: Token) -> bool:
        """ "The claim that they had captured X": a clause with a subject and an auxiliary of its own."""
        return bool(self.children(verb, "nsubj")) and bool(self.children(verb, "aux"))

    def _is_perfect(self, verb: Token) -> bool:
        """ "A claim to have captured X"."""
        aux = {child.text.lower() for child in self.children(verb, "aux")}
        return {"to", "have"} <= aux and not self.children(verb, "auxpass")

    def _clings(self, verb: Token) -> bool:
        """ "The rebels held on to X", which the parser takes for a participle on the rebels."""
        particles = {child.text.lower() for child in self.children(verb, "prt", "advmod", "prep")}
        on = bool(particles & {"on", "out"}) and verb.lemma in CLINGING and verb.dep == "acl"
        return on and not self.children(verb, "agent") and self.head(self.head(verb)) is self.head(verb)

    def has_no(self, noun: Token) -> bool:
        """ "No soldiers"."""
        return any(child.text.lower() == "no" for child in self.children(noun, "det"))

    def clause(self, token: Token) -> Token:
        """The verb that governs the token; the token itself if it is one."""
        if token.pos in ("VERB", "AUX"):
            return token
        return next((head for head in self.ancestors(token) if head.pos in ("VERB", "AUX")), token)

    def phrase(self, head: Token) -> list[Token]:
        """The noun phrase of its head, without clauses, appositions and punctuation at its ends."""
        left = head
        skipped = {"relcl", "appos", "cc", "conj", "punct", "advcl", "acl"}
        kept = [head]
        for child in self.children(head):
            refuses = child.dep == "neg" and child.i > head.i  # "the army, not (the rebels)"
            if child.dep not in skipped and not refuses and not (child.dep == "prep" and child.i < left.i):
                kept.extend(self.subtree(child))
        return sorted(kept, key=lambda token: token.i)


def pronoun_of(token: Token) -> str:
    """The word as pronouns are listed, in small letters; the initials "US" are no "us"."""
    return token.text if token.text == "US" else token.text.lower()


def span_of(tokens: list[Token]) -> Span:
    """From the first token's start to the last one's end."""
    return Span(tokens[0].span.start, tokens[-1].span.end)


def stretch_of(sentence: Sentence, spans: tuple[Span, ...]) -> Stretch | None:
    """The tokens of a sentence that lie in any of the spans; None if none does."""
    here = sentence.span
    near = [span for span in spans if span.overlaps(here)]
    inside = frozenset(t.i for t in sentence.tokens if any(t.span.overlaps(span) for span in near)) if near else None
    return Stretch(mended(sentence, inside), inside) if inside else None


def whole(sentence: Sentence) -> Stretch:
    """A sentence with all of its tokens, whatever the content takes of it."""
    return Stretch(sentence, frozenset(range(len(sentence.tokens))))
