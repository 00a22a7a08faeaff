"""Makes `src/counterclaim/attribution/weights.json` from the training part of PolNeAR and our own marked reports.

    python training/attribution.py ../shared/data/polnear-train.jsonl.gz

Enters a gzipped file of JSON lines {"document", "text", "attributions": [{"source", "cue", "content"}]}, spans as
[start, end) of `text`. Leaves the weights of two logistic models (`counterclaim.attribution.scores`). Needs
scikit-learn, which the program does not. The same corpus, parser and library versions give the same weights but for
the last digit of a few. About eight minutes on one core, nearly all of it parsing. `--own 0` leaves our reports out.
"""

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

import own_reports
from counterclaim.attribution.contents import contents_of
from counterclaim.attribution.cues import find_cues
from counterclaim.attribution.features import content_features, cue_features
from counterclaim.attribution.passages import passages
from counterclaim.attribution.sources import source_of
from counterclaim.model import Article, Block, BlockKind, Parsed, Provenance, Run, Span
from counterclaim.syntax import Parser

OUT = Path(__file__).resolve().parents[1] / "src" / "counterclaim" / "attribution" / "weights.json"
SEED = 20230522
SAME = 0.8  # the overlap from which two contents count as the same
SEEN = 4  # features that occur less often teach nothing
SMALL = 0.03  # weights below this are left out of the file

Positions = frozenset[int]


@dataclass(frozen=True, slots=True)
class Gold:
    """One attribution of the corpus as sets of character positions."""

    cue: Positions
    content: Positions


@dataclass(slots=True)
class Rows:
    """Training examples of one model."""

    features: list[list[str]]
    labels: list[int]

    def add(self, features: list[str], label: bool) -> None:
        """Keep one more."""
        self.features.append(features)
        self.labels.append(int(label))


def main() -> None:
    """Read the corpus, train, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--own", type=int, default=1, help="how often each of our own reports is learned from")
    options = parser.parse_args()
    write(train(chain(parsed_rows(options.corpus), own_parsed(options.own))), options.out)
    print(f"wrote {options.out}")


def parsed_rows(corpus: Path) -> Iterator[tuple[dict[str, object], Parsed]]:
    """Every row with its parse; paragraphs are lines."""
    parser = Parser()
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield row, parser.parse(as_article(row))


def own_parsed(times: int) -> Iterator[tuple[dict[str, object], Parsed]]:
    """Our own marked reports but those that the judge learns from."""
    parser = Parser()
    for row in own_reports.rows(held=False) if times else ():
        parsed = parser.parse(as_article(row))
        for _ in range(times):
            yield row, parsed


def as_article(row: dict[str, object]) -> Article:
    """An article whose paragraphs are its lines; the first is its headline."""
    text, document = str(row["text"]), str(row["document"])
    lines = [Span(found.start(), found.end()) for found in re.finditer(r"\S[^\n]*", text)]
    blocks = tuple(Block(span, BlockKind.PARAGRAPH if n else BlockKind.HEADLINE) for n, span in enumerate(lines))
    provenance = Provenance(document, "application/jsonl", "0" * 64)
    return Article(document, text, blocks, provenance, (Run(0, 0, len(text)),), language="en")


def train(rows: Iterable[tuple[dict[str, object], Parsed]]) -> dict[str, object]:
    """Both models' weights, ready for JSON."""
    cues, contents = Rows([], []), Rows([], [])
    for row, parsed in rows:
        collect(golds_of(row), parsed, cues, contents)
    print(
        f"{len(cues.labels)} cues ({sum(cues.labels)} true), "
        f"{len(contents.labels)} contents ({sum(contents.labels)} true)"
    )
    return {"cue": fit(cues, 0.12), "content": fit(contents, 0.12)}


def golds_of(row: dict[str, object]) -> list[Gold]:
    """The row's attributions that have a cue and a content."""
    found = []
    for attribution in row["attributions"]:  # type: ignore[attr-defined]
        cue, content = (positions(str(row["text"]), attribution[key]) for key in ("cue", "content"))
        if cue and content:
            found.append(Gold(cue, content))
    return found


def positions(text: str, spans: Iterable[tuple[int, int]]) -> Positions:
    """The letters and digits that spans cover; marks and blanks at the edges are nobody's."""
    return frozenset(i for start, end in spans for i in range(start, end) if text[i].isalnum())


def overlap(left: Positions, right: Positions) -> float:
    """F1 of two sets of positions."""
    return 2 * len(left & right) / (len(left) + len(right)) if left and right else 0.0


def collect(golds: list[Gold], parsed: Parsed, cues: Rows, contents: Rows) -> None:
    """Examples of one article. Of the words of a gold cue, the one that leads to the content best is the true one."""
    best: dict[int, tuple[float, int]] = {}
    examples = []
    for passage in passages(parsed):
        for sentence in passage.sentences:
            for cue in find_cues(sentence, headline=passage.headline):
                source = source_of(cue, passage)
                number = gold_of(cue.head.span, golds)
                examples.append((cue, source, passage, number))
                if number is not None:
                    offered = contents_of(cue, source, passage)
                    score = max(
                        (overlap(golds[number].content, covered(passage.text, c.spans)) for c in offered), default=0.0
                    )
                    best[number] = max(best.get(number, (-1.0, 0)), (score, -len(examples) + 1))
    for index, (cue, source, passage, number) in enumerate(examples):
        true = number is not None and -best[number][1] == index
        cues.add(cue_features(cue, source, passage), true)
        if true and number is not None:
            for content in contents_of(cue, source, passage):
                same = overlap(golds[number].content, covered(passage.text, content.spans)) >= SAME
                contents.add(content_features(content, cue, source, passage), same)


def gold_of(span: Span, golds: list[Gold]) -> int | None:
    """The attribution whose cue holds the word."""
    return next((number for number, gold in enumerate(golds) if span.start in gold.cue), None)


def covered(text: str, spans: Iterable[Span]) -> Positions:
    """Positions of our own spans."""
    return positions(text, ((span.start, span.end) for span in spans))


def fit(rows: Rows, strength: float) -> dict[str, object]:
    """A logistic model with a squared penalty, without rare features and tiny weights."""
    counts = Counter(feature for features in rows.features for feature in set(features))
    kept = [{feature: 1.0 for feature in features if counts[feature] >= SEEN} for features in rows.features]
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform(kept)
    matrix.indices, matrix.indptr = (
        matrix.indices.astype("int32"),
        matrix.indptr.astype("int32"),
    )  # what liblinear takes
    model = LogisticRegression(C=strength, solver="liblinear", random_state=SEED)
    model.fit(matrix, rows.labels)
    names = vectorizer.get_feature_names_out()
    weights = {
        str(name): round(float(weight), 2)
        for name, weight in zip(names, model.coef_[0], strict=True)
        if abs(weight) >= SMALL
    }
    return {"bias": round(float(model.intercept_[0]), 4), "weights": weights}


def write(weights: dict[str, object], out: Path) -> None:
    """One compact file with sorted keys, so that two trainings can be compared."""
    out.write_text(
        json.dumps(weights, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n", encoding="utf-8"
    )


if __name__ == "__main__":
    main()
