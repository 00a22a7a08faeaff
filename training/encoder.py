"""Makes `model.onnx`, `linker.npz` and `vocab.txt` of `counterclaim.attribution.encoder` from PolNeAR's training part
and our own marked reports.

    python training/encoder.py ../shared/data/polnear-train.jsonl.gz --dev ../shared/data/polnear-dev.jsonl.gz

A teacher, the six layers of the base model, learns the corpus. A student, its first four layers, learns the corpus and
what the teacher thinks of it, and is written with weights of eight bits. `README.md` beside this file says what it
needs, how long it takes and what else was tried. `--limit 8 --teacher-epochs 0.1 --epochs 0.1` tries the whole way in
half a minute.
"""

import argparse
import math
import shutil
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from random import Random

import torch
from safetensors.torch import load_file, save_file
from torch import Tensor, nn
from torch.nn import functional
from transformers.utils import logging

from counterclaim.attribution.encoder.pieces import Vocabulary
from encoder_data import Example, batches, read, windows_of
from encoder_net import ALL, BASE, UNMARKED, Batch, Tagger, collated, exported
from encoder_scores import scores
from own_reports import rows as own_rows

OUT = Path(__file__).resolve().parents[1] / "src" / "counterclaim" / "attribution" / "encoder"
SIZE = 16  # windows a step
WARM = 0.06  # the share of all steps in which the rate rises
SAID = 50  # steps between two lines of progress

Losses = Callable[[tuple[Tensor, Tensor], Batch], tuple[Tensor, ...]]


@dataclass(frozen=True, slots=True)
class Plan:
    """How to train: rates of the base model's layers and of the new heads, and what each loss weighs."""

    name: str
    seed: int
    epochs: float
    rate: float
    head_rate: float
    weights: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Soft:
    """What the teacher thinks of one window: probabilities (pieces, 3) and (cues, pieces, 5)."""

    cue: Tensor
    roles: Tensor


@dataclass(frozen=True, slots=True)
class Corpus:
    """Windows to learn from, and others to measure on; none of these: nothing is measured."""

    train: Sequence[Example]
    dev: Sequence[Example]


def main() -> None:
    """Read the corpus, train twice, write the three files."""
    options = arguments()
    options.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(options.threads)
    logging.set_verbosity_error()
    logging.disable_progress_bar()
    vocabulary = Vocabulary(BASE / "vocab.txt")
    dev = read(options.dev, vocabulary, options.limit) if options.dev else []
    polnear = read(options.corpus, vocabulary, options.limit, options.half)
    if options.teacher and options.teacher.exists():
        teacher = load_file(options.teacher)
    else:
        teacher = teacher_of(Corpus(with_own(polnear, vocabulary, options), dev), options.teacher_epochs)
    if options.teacher and not options.teacher.exists():
        save_file(dict(teacher), options.teacher)
    corpus = Corpus(with_own(polnear, vocabulary, options), dev)  # read again: reports may have come since
    exported(taught(corpus, teacher, options.layers, options.epochs) if options.epochs else whole(teacher), options.out)
    shutil.copyfile(BASE / "vocab.txt", options.out / "vocab.txt")
    print(f"wrote {options.out}")


def with_own(polnear: Sequence[Example], vocabulary: Vocabulary, options: argparse.Namespace) -> list[Example]:
    """The corpus with our own reports."""
    own = windows_of(own_rows(held=False), vocabulary)
    train = [*polnear, *own * options.own]
    cues = sum(len(example.marked) for example in train)
    print(f"{len(train)} windows with {cues} cues; of our own {len(own)}, {options.own} times each", flush=True)
    return train


def arguments() -> argparse.Namespace:
    """What the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--dev", type=Path, help="another part, on which every pass is measured")
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--layers", type=int, default=4, help="of the student")
    parser.add_argument("--teacher", type=Path, help="keep its weights in this file; where it exists, train none")
    parser.add_argument("--teacher-epochs", type=float, default=3)
    parser.add_argument("--epochs", type=float, default=3, help="of the student; 0: write the teacher itself")
    parser.add_argument("--half", type=int, choices=(0, 1), help="learn from one half of the articles only")
    parser.add_argument("--own", type=int, default=2, help="how often a pass shows each of our own reports")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--limit", type=int, help="read so many articles only")
    return parser.parse_args()


def teacher_of(corpus: Corpus, epochs: float) -> Mapping[str, Tensor]:
    """The weights of six layers that learned from the corpus."""
    plan = Plan("teacher", seed=1, epochs=epochs, rate=1.5e-4, head_rate=6e-4, weights=(3, 2))
    torch.manual_seed(plan.seed)
    tagger = Tagger(ALL, gelu="none")
    fit(tagger, corpus, plan, marked_losses)
    return tagger.state_dict()


def taught(corpus: Corpus, weights: Mapping[str, Tensor], layers: int, epochs: float) -> Tagger:
    """The first layers of the teacher, which learned from the corpus and from the teacher.

    From here on gelu is the one that the running linker has; the teacher's thoughts hardly change with it.
    """
    plan = Plan("student", seed=2, epochs=epochs, rate=1.2e-4, head_rate=3.6e-4, weights=(1.5, 1, 1.5, 1))
    torch.manual_seed(plan.seed)
    teacher = Tagger(ALL, gelu="tanh")
    teacher.load_state_dict(weights)
    soft = thoughts(teacher, corpus.train)
    student = Tagger(layers, gelu="tanh")
    student.load_state_dict(weights, strict=False)  # the layers that it lacks stay behind
    fit(student, corpus, plan, lambda logits, batch: (*marked_losses(logits, batch), *soft_losses(logits, batch, soft)))
    return student


def whole(weights: Mapping[str, Tensor]) -> Tagger:
    """The teacher itself."""
    tagger = Tagger(ALL, gelu="tanh")
    tagger.load_state_dict(weights)
    return tagger


def fit(tagger: Tagger, corpus: Corpus, plan: Plan, losses: Losses) -> None:
    """Train as planned; say how it goes."""
    a_pass = math.ceil(len(corpus.train) / SIZE)
    steps = max(1, int(plan.epochs * a_pass))
    optimizer = optimizer_of(tagger, plan)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: share_of_rate(step, steps))
    began, total = time.monotonic(), [0.0] * len(plan.weights)
    tagger.train()
    for step, batch in enumerate(islice(shuffled(corpus.train, Random(plan.seed)), steps), 1):
        parts = losses(tagger(batch), batch)
        optimizer.zero_grad()
        torch.stack([weight * part for weight, part in zip(plan.weights, parts, strict=True)]).sum().backward()
        nn.utils.clip_grad_norm_(tagger.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        total = [before + part.item() for before, part in zip(total, parts, strict=True)]
        if step % SAID == 0:
            means = " ".join(f"{loss / SAID:.4f}" for loss in total)
            print(f"{plan.name} {step} of {steps}: losses {means}, {time.monotonic() - began:.0f} s", flush=True)
            total = [0.0] * len(total)
        if corpus.dev and (step % a_pass == 0 or step == steps):
            print(f"{plan.name} {step} of {steps}: {scores(tagger, corpus.dev)}", flush=True)


def optimizer_of(tagger: Tagger, plan: Plan) -> torch.optim.Optimizer:
    """AdamW with two rates."""
    base = [weights for weights in tagger.base.parameters() if weights.requires_grad]
    heads = [weights for name, weights in tagger.named_parameters() if not name.startswith("base.")]
    rates = [{"params": base, "lr": plan.rate, "weight_decay": 0.01}, {"params": heads, "lr": plan.head_rate}]
    return torch.optim.AdamW(rates)


def share_of_rate(step: int, steps: int) -> float:
    """Rises over the first steps, then falls to nothing."""
    return min((step + 1) / (WARM * steps), max(0.0, (steps - step) / (steps * (1 - WARM))))


def shuffled(examples: Sequence[Example], random: Random) -> Iterator[Batch]:
    """Batches without end, in another order every pass."""
    while True:
        for batch in batches(examples, SIZE, random):
            yield collated(batch, random)


def marked_losses(logits: tuple[Tensor, Tensor], batch: Batch) -> tuple[Tensor, Tensor]:
    """Cross entropy with what the corpus marks: of cues, of roles."""
    cue, roles = logits
    of_cues = functional.cross_entropy(cue.flatten(0, 1), batch.cue_labels.flatten(), ignore_index=UNMARKED)
    if not batch.cues:
        return of_cues, cue.new_zeros(())
    return of_cues, functional.cross_entropy(roles.flatten(0, 1), batch.role_labels.flatten(), ignore_index=UNMARKED)


@torch.no_grad()
def thoughts(teacher: Tagger, examples: Sequence[Example]) -> dict[Example, Soft]:
    """What the teacher thinks of every window, without dropout."""
    teacher.eval()
    found = {}
    for chunk in batches(examples, 2 * SIZE):
        cue, roles = (logits.softmax(-1).half() for logits in teacher(collated(chunk)))
        rows = roles.split([len(example.marked) for example in chunk])
        for row, example in enumerate(chunk):
            size = len(example.ids)
            found[example] = Soft(cue[row, :size].clone(), rows[row][:, :size].clone())
    return found


def soft_losses(logits: tuple[Tensor, Tensor], batch: Batch, soft: Mapping[Example, Soft]) -> tuple[Tensor, Tensor]:
    """Cross entropy with what the teacher thinks: of cues, of roles."""
    known = [soft[example] for example in batch.examples]
    size = batch.ids.shape[1]
    cue = torch.stack([padded(one.cue, size) for one in known])
    roles = torch.cat([padded(one.roles, size) for one in known])
    of_cues = soft_loss(logits[0], cue, batch.cue_labels != UNMARKED)
    return of_cues, soft_loss(logits[1], roles, batch.role_labels != UNMARKED)


def padded(probabilities: Tensor, size: int) -> Tensor:
    """As many pieces as the batch has; those added have no probability of anything."""
    return functional.pad(probabilities.float(), (0, 0, 0, size - probabilities.shape[-2]))


def soft_loss(logits: Tensor, probabilities: Tensor, counted: Tensor) -> Tensor:
    """The mean over the pieces that count."""
    losses = -(probabilities * functional.log_softmax(logits, -1)).sum(-1)
    return (losses * counted).sum() / counted.sum().clamp(min=1)


if __name__ == "__main__":
    main()
