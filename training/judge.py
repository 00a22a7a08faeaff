"""Makes `src/counterclaim/attribution/judge.json` from development corpora that the encoder was not trained on.

    python training/judge.py ../shared/data/polnear-dev.jsonl.gz ../shared/data/ced-dev.jsonl.gz

Enters gzipped JSON lines: PolNeAR as {"document", "text", "attributions": [{"source", "cue", "content"}]}, CED as
{"document", "title", "text", "claims": [{"utterance"}]}. Leaves four logistic models
(`counterclaim.attribution.judge`). Needs scikit-learn, which the program does not. `--folds 5` prints how well they do
on articles that they were not fitted on, copies of one dispatch kept together, and writes nothing.
"""

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from zlib import crc32

import numpy as np
from sklearn.linear_model import LogisticRegression

from attribution import as_article, positions
from counterclaim.attribution import judge as judging
from counterclaim.attribution.candidates import Candidate, candidates_of
from counterclaim.attribution.encoder.model import encoder
from counterclaim.attribution.judge import Judge, Weighted, settle
from counterclaim.attribution.passages import passages
from counterclaim.attribution.scores import models
from counterclaim.attribution.sources import Source
from counterclaim.model import Span, Spans
from counterclaim.syntax import Parser

OUT = Path(__file__).resolve().parents[1] / "src" / "counterclaim" / "attribution" / "judge.json"
SAME, SAME_SOURCE, SAME_WORDS = 0.8, 0.5, 0.5  # from which overlap two contents, sources, utterances are one
NEARLY = 0.08  # a content that fits less well than the best by more than this was not the one to choose
DOUBT = 0.15  # candidates below this are never claims
SEEN = 4  # numbers that fewer examples have weigh nothing
STRENGTH = {"content": 1.0, "source": 1.0, "right": 0.05, "claim": 0.03}


@dataclass(frozen=True, slots=True)
class Marked:
    """One attribution or claim of a corpus: where its parts stand, or in CED just its words."""

    source: frozenset[int] = frozenset()
    cue: frozenset[int] = frozenset()
    content: frozenset[int] = frozenset()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Read:
    """One article: what was marked in it, and every candidate."""

    text: str
    marked: tuple[Marked, ...]
    candidates: tuple[Candidate, ...]


@dataclass(slots=True)
class Rows:
    """Training examples of one model."""

    features: list[Mapping[str, float]] = field(default_factory=list)
    labels: list[bool] = field(default_factory=list)

    def add(self, features: Mapping[str, float], label: bool) -> None:
        """Keep one more."""
        self.features.append(features)
        self.labels.append(label)


def main() -> None:
    """Read the corpora; fit and write, or fit in folds and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("polnear", type=Path)
    parser.add_argument("ced", type=Path)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--folds", type=int, default=0)
    options = parser.parse_args()
    polnear, ced = list(read(options.polnear)), list(read(options.ced))
    if options.folds:
        report(polnear, ced, options.folds)
    else:
        write(fitted(polnear, ced), options.out)
        print(f"wrote {options.out}")


def read(corpus: Path) -> Iterator[Read]:
    """Every article with all its candidates."""
    parser = Parser()
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            found = passages(parser.parse(as_article(row)))
            heard = encoder().read(found)
            pairs = zip(found, heard, strict=True)
            text = str(row["text"])
            yield Read(text, tuple(marks(row, text)), tuple(c for p, e in pairs for c in candidates_of(p, e, models())))


def marks(row: Mapping[str, Sequence[Mapping[str, object]]], text: str) -> Iterator[Marked]:
    """What the corpus marks in one article."""
    for one in row.get("attributions", ()):
        yield Marked(*(positions(text, one[key]) for key in ("source", "cue", "content")))  # type: ignore[arg-type]
    for one in row.get("claims", ()):
        yield Marked(words=tuple(words_of(str(one["utterance"]))))


def words_of(text: str) -> list[str]:
    """Lower-case words."""
    return re.findall(r"\w+", text.lower())


def covered(text: str, spans: Iterable[Span]) -> frozenset[int]:
    """The letters and digits that spans cover."""
    return positions(text, ((span.start, span.end) for span in spans))


def overlap(left: frozenset[int], right: frozenset[int]) -> float:
    """F1 of two sets of positions; two empty ones are the same."""
    return 2 * len(left & right) / (len(left) + len(right)) if left or right else 1.0


def shared_words(left: Sequence[str], right: Sequence[str]) -> float:
    """F1 of two bags of words."""
    both = sum((Counter(left) & Counter(right)).values())
    return 2 * both / max(len(left) + len(right), 1)


def fitted(polnear: Sequence[Read], ced: Sequence[Read]) -> Judge:
    """Content and source first: the others ask how sure they are."""
    contents, sources = Rows(), Rows()
    for article in polnear:
        for candidate, golds in met(article):
            of_content(article, candidate, golds, contents)
            of_source(article, candidate, golds, sources)
    nothing = Weighted(0.0, {})
    judge = Judge(fit(contents, "content"), fit(sources, "source"), nothing, nothing)
    right, claim = Rows(), Rows()
    for article in polnear:
        for candidate in article.candidates:
            option, source, sure = settle(candidate, judge)
            label = is_right(article, candidate, option.content.spans, source)
            right.add(judging.whole_features(candidate, option, source, sure), label)
    judge = Judge(judge.content, judge.source, fit(right, "right"), nothing)
    for article in ced:
        for candidate in article.candidates:
            option, source, sure = settle(candidate, judge)
            if judge.right.probability(judging.whole_features(candidate, option, source, sure)) >= DOUBT:
                features = judging.claim_features(candidate, option, source, sure)
                claim.add(features, is_claim(article, candidate, option.content.spans))
    return Judge(judge.content, judge.source, judge.right, fit(claim, "claim"))


def met(article: Read) -> Iterator[tuple[Candidate, list[Marked]]]:
    """The candidates whose cue shares a letter with a marked one."""
    for candidate in article.candidates:
        words, tokens = candidate.cue.words, candidate.cue.sentence.tokens
        cue = covered(article.text, [Span(tokens[words[0]].span.start, tokens[words[-1]].span.end)])
        golds = [gold for gold in article.marked if gold.cue & cue]
        if golds:
            yield candidate, golds


def of_content(article: Read, candidate: Candidate, golds: Sequence[Marked], rows: Rows) -> None:
    """The best of the offered contents is right, and what fits nearly as well."""
    offered = [covered(article.text, option.content.spans) for option in candidate.options]
    fits = [max(overlap(gold.content, spans) for gold in golds) for spans in offered]
    if max(fits) < SAME:
        return
    for option, good in zip(candidate.options, fits, strict=True):
        rows.add(judging.option_features(candidate, option), good >= max(SAME, max(fits) - NEARLY))


def of_source(article: Read, candidate: Candidate, golds: Sequence[Marked], rows: Rows) -> None:
    """Every offered source, right or not."""
    for source, good in candidate.sources:
        spans = source_positions(article, candidate, source)
        label = any(overlap(gold.source, spans) >= SAME_SOURCE for gold in golds)
        rows.add(judging.source_features(candidate, source, good), label)


def source_positions(article: Read, candidate: Candidate, source: Source) -> frozenset[int]:
    """Where a source stands."""
    tokens, words = candidate.cue.sentence.tokens, source.words
    return covered(article.text, [Span(tokens[words[0]].span.start, tokens[words[-1]].span.end)] if words else [])


def is_right(article: Read, candidate: Candidate, content: Spans, source: Source) -> bool:
    """Are content and source those of one marked attribution?"""
    spans, whose = covered(article.text, content), source_positions(article, candidate, source)
    return any(
        overlap(gold.content, spans) >= SAME and overlap(gold.source, whose) >= SAME_SOURCE for gold in article.marked
    )


def is_claim(article: Read, candidate: Candidate, content: Spans) -> bool:
    """Do its words make up most of a marked claim, and little else?"""
    words = words_of(" ".join(span.of(candidate.passage.text) for span in content))
    return any(shared_words(gold.words, words) >= SAME_WORDS for gold in article.marked)


def fit(rows: Rows, name: str) -> Weighted:
    """A logistic model with a squared penalty on standardised numbers, its weights given back for plain ones."""
    counts = Counter(key for features in rows.features for key in features)
    names = sorted(key for key, count in counts.items() if count >= SEEN)
    matrix = np.array([[features.get(key, 0.0) for key in names] for features in rows.features])
    scale = matrix.std(axis=0) + 1e-6
    model = LogisticRegression(C=STRENGTH[name], max_iter=3000).fit(matrix / scale, rows.labels)
    weights = {key: round(float(w), 4) for key, w in zip(names, model.coef_[0] / scale, strict=True) if abs(w) > 1e-4}
    return Weighted(round(float(model.intercept_[0]), 4), weights)


def report(polnear: Sequence[Read], ced: Sequence[Read], folds: int) -> None:
    """Precision and recall by threshold, and calibration, on articles that were not fitted on."""
    right: list[tuple[float, bool]] = []
    claims: list[tuple[float, bool]] = []
    for n in range(folds):
        judge = fitted(*([a for a in corpus if fold(a, folds) != n] for corpus in (polnear, ced)))
        right += [row for a in polnear if fold(a, folds) == n for row in judged(a, judge, is_right_of)]
        claims += [row for a in ced if fold(a, folds) == n for row in judged(a, judge, is_claim_of)]
    for name, rows, golds in (
        ("right", right, sum(len(a.marked) for a in polnear)),
        ("claim", claims, sum(len(a.marked) for a in ced)),
    ):
        print(f"{name}: calibration error {calibration(rows):.4f}")
        for line in (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6):
            told = [label for probability, label in rows if probability >= line]
            precision, recall = sum(told) / max(len(told), 1), sum(told) / golds
            f1 = 2 * precision * recall / max(precision + recall, 1e-9)
            print(f"  {line:.2f} precision {precision:.3f} recall {recall:.3f} f1 {f1:.3f}")


def fold(article: Read, folds: int) -> int:
    """The same for copies of one dispatch: by the longest claim, else by the text."""
    said = [" ".join(mark.words) for mark in article.marked if mark.words]
    return crc32(max(said, key=len, default=article.text).encode()) % folds


def judged(
    article: Read, judge: Judge, label: Callable[[Read, Candidate, Spans, Source], bool]
) -> Iterator[tuple[float, bool]]:
    """Probability and truth of every candidate whose content no surer one has."""
    rows = []
    for candidate in article.candidates:
        option, source, sure = settle(candidate, judge)
        whole, claim = judging.verdict(candidate, option, source, sure, judge)
        probability = whole if label is is_right_of else claim * (whole >= DOUBT)
        rows.append((probability, covered(article.text, option.content.spans), candidate, option, source))
    taken: list[frozenset[int]] = []
    for probability, spans, candidate, option, source in sorted(rows, key=lambda row: -row[0]):
        if all(overlap(spans, other) < SAME_WORDS for other in taken):
            taken.append(spans)
            yield probability, label(article, candidate, option.content.spans, source)


def is_right_of(article: Read, candidate: Candidate, content: Spans, source: Source) -> bool:
    """`is_right`, as a label."""
    return is_right(article, candidate, content, source)


def is_claim_of(article: Read, candidate: Candidate, content: Spans, _source: Source) -> bool:
    """`is_claim`, as a label."""
    return is_claim(article, candidate, content)


def calibration(rows: Sequence[tuple[float, bool]]) -> float:
    """Expected calibration error over ten bins (Naeini, Cooper and Hauskrecht 2015)."""
    bins: dict[int, list[tuple[float, bool]]] = {}
    for row in rows:
        bins.setdefault(min(int(row[0] * 10), 9), []).append(row)
    gaps = (abs(sum(p for p, _ in held) - sum(label for _, label in held)) for held in bins.values())
    return sum(gaps) / max(len(rows), 1)


def write(judge: Judge, out: Path) -> None:
    """One readable file with sorted keys."""
    named = {
        name: {"bias": model.bias, "weights": dict(sorted(model.weights.items()))}
        for name, model in (
            ("content", judge.content), ("source", judge.source), ("right", judge.right), ("claim", judge.claim),
        )
    }  # fmt: skip
    out.write_text(json.dumps(named, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
