"""Makes `src/counterclaim/attribution/judge.json` from development corpora that the encoder was not trained on.

    python training/judge.py ../shared/data/polnear-dev.jsonl.gz ../shared/data/ced-dev.jsonl.gz

Enters gzipped JSON lines: PolNeAR as {"document", "text", "attributions": [{"source", "cue", "content"}]}, CED as
{"document", "title", "text", "claims": [{"utterance"}]}; our own reports are found. Leaves four logistic models
(`counterclaim.attribution.judge`). Needs scikit-learn, which the program does not. `--folds 5` prints how well they do
on articles that they were not fitted on, copies of one dispatch kept together, and writes nothing.
"""

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from zlib import crc32

import numpy as np
from sklearn.linear_model import LogisticRegression

import own_reports
from attribution import as_article, positions
from counterclaim.attribution import judge as judging
from counterclaim.attribution.candidates import Candidate, candidates_of
from counterclaim.attribution.encoder.model import encoder
from counterclaim.attribution.judge import Judge, Settled, Weighted, rated, settle
from counterclaim.attribution.option_numbers import NUMBERS, option_numbers
from counterclaim.attribution.passages import passages
from counterclaim.attribution.scores import models
from counterclaim.attribution.sources import Source
from counterclaim.ingest import find_records, read_record
from counterclaim.model import Article, Span
from counterclaim.syntax import Parser

HOME = Path(__file__).resolve().parents[1]
OUT = HOME / "src" / "counterclaim" / "attribution" / "judge.json"
OWN, REPORTS = HOME / "tests" / "demo" / "gold", HOME / "src" / "counterclaim" / "demo" / "corpus"
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


@dataclass(frozen=True, slots=True)
class Corpora:
    """What the judge is fitted on: two corpora of attributions, two of claims; `held` is both."""

    polnear: Sequence[Read]
    held: Sequence[Read]
    ced: Sequence[Read]
    demo: Sequence[Read]


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
    polnear, ced = (list(read(rows_of(corpus))) for corpus in (options.polnear, options.ced))
    own, held = list(read(demo_rows())), list(read(held_rows()))
    if options.folds:
        report(Corpora(polnear, held, ced, own), options.folds)
    else:
        write(fitted([*polnear, *held], [*ced, *own, *held]), options.out)
        print(f"wrote {options.out}")


def rows_of(corpus: Path) -> Iterator[tuple[Article, tuple[Marked, ...]]]:
    """Every article of a corpus with what is marked in it."""
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield as_article(row), tuple(marks(row, str(row["text"])))


def held_rows() -> Iterator[tuple[Article, tuple[Marked, ...]]]:
    """Our own marked reports that the encoder has not learned from. What was uttered is a claim."""
    for row in own_reports.rows(held=True):
        text = str(row["text"])
        yield as_article(row), tuple(held_mark(one, text) for one in row["attributions"])  # type: ignore[attr-defined]


def held_mark(one: Mapping[str, object], text: str) -> Marked:
    """One attribution of our own reports."""
    spans: Sequence[tuple[int, int]] = one["content"]  # type: ignore[assignment]
    said = words_of(" ".join(text[start:end] for start, end in spans)) if one["kind"] == "speech" else ()
    parts = (positions(text, one[key]) for key in ("source", "cue", "content"))  # type: ignore[arg-type]
    return Marked(*parts, tuple(said))


def demo_rows() -> Iterator[tuple[Article, tuple[Marked, ...]]]:
    """The demo's reports with the claims that we marked in them."""
    found: dict[str, list[Marked]] = {}
    for line in (OWN / "claims.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["claimant"]:
            found.setdefault(row["doc"], []).append(Marked(words=tuple(words_of(" ".join(row["evidence"])))))
    for record in find_records([str(REPORTS)], None):
        article = read_record(record)
        yield article, tuple(found.get(Path(record.path).name, ()))


def read(rows: Iterable[tuple[Article, tuple[Marked, ...]]]) -> Iterator[Read]:
    """Every article with all its candidates."""
    parser = Parser()
    for article, marked in rows:
        found = passages(parser.parse(article))
        pairs = zip(found, encoder().read(found), strict=True)
        yield Read(article.text, marked, tuple(c for p, e in pairs for c in candidates_of(p, e, models())))


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


def fitted(polnear: Sequence[Read], listed: Sequence[Read]) -> Judge:
    """Content and source first: the others ask how sure they are."""
    contents, sources = Rows(), Rows()
    for article in polnear:
        for candidate, golds in met(article):
            of_content(article, candidate, golds, contents)
            of_source(article, candidate, golds, sources)
    nothing, content = Weighted(0.0, {}), fit(contents, "content")
    judge = Judge(rated(content.bias, content.weights), fit(sources, "source"), nothing, nothing)
    right, claim = Rows(), Rows()
    for article in polnear:
        for settled in settled_of(article, judge):
            right.add(judging.whole_features(settled), is_right(article, settled))
    judge = replace(judge, right=fit(right, "right"))
    for article in listed:
        for settled in settled_of(article, judge):
            if judge.right.probability(judging.whole_features(settled)) >= DOUBT:
                claim.add(judging.claim_features(settled), is_claim(article, settled))
    return replace(judge, claim=fit(claim, "claim"))


def settled_of(article: Read, judge: Judge) -> Iterator[Settled]:
    """Every candidate with the content and source that the judge gives it."""
    return (settle(candidate, judge) for candidate in article.candidates)


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
    for option, good in zip(option_numbers(candidate), fits, strict=True):
        rows.add(dict(zip(NUMBERS, option.tolist(), strict=True)), good >= max(SAME, max(fits) - NEARLY))


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


def is_right(article: Read, settled: Settled) -> bool:
    """Are content and source those of one marked attribution?"""
    spans = covered(article.text, settled.option.content.spans)
    whose = source_positions(article, settled.candidate, settled.source)
    return any(
        overlap(gold.content, spans) >= SAME and overlap(gold.source, whose) >= SAME_SOURCE for gold in article.marked
    )


def is_claim(article: Read, settled: Settled) -> bool:
    """Do its words make up most of a marked claim, and little else?"""
    text = settled.candidate.passage.text
    words = words_of(" ".join(span.of(text) for span in settled.option.content.spans))
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


def report(corpora: Corpora, folds: int) -> None:
    """Precision and recall by threshold, and calibration, on articles that were not fitted on."""
    asked = (
        ("right", corpora.polnear, is_right),
        ("right, ours", corpora.held, is_right),
        ("claim", corpora.ced, is_claim),
        ("claim, demo", corpora.demo, is_claim),
        ("claim, ours", corpora.held, is_claim),
    )
    told: dict[str, list[tuple[float, bool]]] = {name: [] for name, _, _ in asked}
    for n in range(folds):
        polnear, held, ced, demo = (
            [a for a in corpus if fold(a, folds) != n]
            for corpus in (corpora.polnear, corpora.held, corpora.ced, corpora.demo)
        )
        judge = fitted([*polnear, *held], [*ced, *demo, *held])
        for name, corpus, label in asked:
            told[name] += [row for a in corpus if fold(a, folds) == n for row in judged(a, judge, label)]
    for name, corpus, label in asked:
        marked = sum(len(a.marked) if label is is_right else sum(bool(m.words) for m in a.marked) for a in corpus)
        print_lines(name, told[name], marked)


def print_lines(name: str, told: Sequence[tuple[float, bool]], marked: int) -> None:
    """One corpus: what each threshold keeps."""
    print(f"{name}: calibration error {calibration(told):.4f}")
    for line in (0.1, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7):
        kept = [label for probability, label in told if probability >= line]
        precision, recall = sum(kept) / max(len(kept), 1), sum(kept) / max(marked, 1)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        print(f"  {line:.2f} precision {precision:.3f} recall {recall:.3f} f1 {f1:.3f}")


def fold(article: Read, folds: int) -> int:
    """The same for copies of one dispatch: by the longest claim, else by the text."""
    said = [" ".join(mark.words) for mark in article.marked if mark.words]
    return crc32(max(said, key=len, default=article.text).encode()) % folds


def judged(article: Read, judge: Judge, label: Callable[[Read, Settled], bool]) -> Iterator[tuple[float, bool]]:
    """Probability and truth of every candidate whose content no surer one has."""
    rows = []
    for settled in settled_of(article, judge):
        right, claim = judging.verdict(settled, judge)
        probability = right if label is is_right else claim * (right >= DOUBT)
        rows.append((probability, covered(article.text, settled.option.content.spans), settled))
    taken: list[frozenset[int]] = []
    for probability, spans, settled in sorted(rows, key=lambda row: -row[0]):
        if all(overlap(spans, other) < SAME_WORDS for other in taken):
            taken.append(spans)
            yield probability, label(article, settled)


def calibration(rows: Sequence[tuple[float, bool]]) -> float:
    """Expected calibration error over ten bins (Naeini, Cooper and Hauskrecht 2015)."""
    bins: dict[int, list[tuple[float, bool]]] = {}
    for row in rows:
        bins.setdefault(min(int(row[0] * 10), 9), []).append(row)
    gaps = (abs(sum(p for p, _ in held) - sum(label for _, label in held)) for held in bins.values())
    return sum(gaps) / max(len(rows), 1)


def write(judge: Judge, out: Path) -> None:
    """One readable file with sorted keys."""
    content = {name: weight for name, weight in zip(NUMBERS, judge.content.weights.tolist(), strict=True) if weight}
    models = {
        "content": Weighted(judge.content.bias, {name: round(weight, 4) for name, weight in content.items()}),
        "source": judge.source, "right": judge.right, "claim": judge.claim,
    }  # fmt: skip
    named = {
        name: {"bias": model.bias, "weights": dict(sorted(model.weights.items()))} for name, model in models.items()
    }
    out.write_text(json.dumps(named, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
