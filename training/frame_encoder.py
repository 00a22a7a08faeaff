"""Makes a network that hears frames in sentences from our own marked statements. It is not shipped (`README.md`).

    python training/frame_encoder.py

A BERT of a few layers with three heads: which words are triggers of which frame; what values a trigger has; which
words fill its roles. One line in eight is kept out and measured on. Ten minutes on two free cores.
"""

import argparse
import math
import shutil
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import BertModel
from transformers.utils import logging

from counterclaim.attribution.encoder.model import NEAR
from counterclaim.attribution.encoder.pieces import Vocabulary
from encoder_net import BASE, LINK, UNMARKED, WIDTH, nearness, written
from frame_data import FrameExample, examples, lines
from frame_labels import FRAMES, GROUPS, ROLES

OUT = Path(__file__).resolve().parents[1] / "build" / "frames"
TRIGGERS = len(FRAMES) + 2  # outside, one that opens each frame, one that goes on
GOES_ON = TRIGGERS - 1
WARM = 0.06
SIZES = [len(group) for group in GROUPS.values()]


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows as tensors; rows of `values`, `roles`, `window`, `first` are triggers."""

    ids: Tensor
    mask: Tensor
    labels: Tensor
    values: Tensor
    roles: Tensor
    window: Tensor
    first: Tensor
    triggers: Sequence[tuple[int, ...]]


def collated(found: Sequence[FrameExample]) -> Batch:
    """One batch."""
    size = max(len(one.ids) for one in found)
    ids, mask = (torch.zeros(len(found), size, dtype=torch.long) for _ in range(2))
    labels = torch.full((len(found), size), UNMARKED)
    rows, firsts, triggers, values, roles = [], [], [], [], []
    for row, one in enumerate(found):
        length = len(one.ids)
        ids[row, :length], mask[row, :length], labels[row, :length] = torch.tensor(one.ids), 1, 0
        for trigger in one.triggers:
            for n, place in enumerate(trigger.pieces):
                labels[row, place] = GOES_ON if n else 1 + trigger.frame
            role = torch.full((size,), UNMARKED)
            role[:length] = 0
            for name, places in trigger.roles:
                for n, place in enumerate(places):
                    role[place] = 1 + 2 * name + bool(n)
            rows.append(row)
            firsts.append(trigger.pieces[0])
            triggers.append(trigger.pieces)
            values.append([UNMARKED if value < 0 else value for value in trigger.values])
            roles.append(role)
    places = (torch.tensor(numbers, dtype=torch.long) for numbers in (rows, firsts))
    return Batch(
        ids, mask, labels,
        torch.tensor(values, dtype=torch.long).reshape(-1, len(SIZES)),
        torch.stack(roles) if roles else torch.zeros(0, size, dtype=torch.long),
        *places, triggers,
    )  # fmt: skip


class FrameTagger(nn.Module):
    """The base model's first layers and three heads."""

    def __init__(self, layers: int) -> None:
        super().__init__()
        self.base = BertModel.from_pretrained(BASE, attn_implementation="sdpa", add_pooling_layer=False)
        self.base.encoder.layer = self.base.encoder.layer[:layers]
        self.dropped = nn.Dropout(0.1)
        self.trigger, self.value = nn.Linear(WIDTH, TRIGGERS), nn.Linear(WIDTH, sum(SIZES))
        self.of_word, self.of_cue = nn.Linear(WIDTH, LINK), nn.Linear(WIDTH, LINK)
        self.by_word, self.by_cue = nn.Linear(WIDTH, LINK), nn.Linear(WIDTH, LINK)
        self.distance = nn.Embedding(2 * len(NEAR), LINK)
        self.out = nn.Linear(LINK, 1 + 2 * len(ROLES))
        nn.init.normal_(self.distance.weight, std=0.02)
        self.base.embeddings.requires_grad_(requires_grad=False)

    def states(self, ids: Tensor, mask: Tensor) -> Tensor:
        """What the base model says of every piece."""
        found: Tensor = self.base(input_ids=ids, attention_mask=mask).last_hidden_state
        return found

    def forward(self, batch: Batch) -> tuple[Tensor, Tensor, Tensor]:
        """Logits: triggers (windows, pieces, 12), values (triggers, all), roles (triggers, pieces, 17)."""
        states = self.dropped(self.states(batch.ids, batch.mask))
        if not batch.triggers:
            empty = states.new_zeros(0, states.shape[1], 1 + 2 * len(ROLES))
            return self.trigger(states), states.new_zeros(0, sum(SIZES)), empty
        rows = batch.window.tolist()
        of = torch.stack([states[row, list(places)].mean(0) for row, places in zip(rows, batch.triggers, strict=True)])
        of_word, by_word = self.of_word(states)[batch.window], self.by_word(states)[batch.window]
        away = self.distance(nearness(torch.arange(states.shape[1])[None] - batch.first[:, None]))
        pair = of_word + self.of_cue(of)[:, None] + away + by_word * self.by_cue(of)[:, None]
        return self.trigger(states), self.value(of), self.out(functional.gelu(pair, approximate="tanh"))


def losses(logits: tuple[Tensor, Tensor, Tensor], batch: Batch) -> Tensor:
    """Cross entropies of the three heads."""
    trigger, values, roles = logits
    total = 3 * functional.cross_entropy(trigger.flatten(0, 1), batch.labels.flatten(), ignore_index=UNMARKED)
    if not batch.triggers:
        return total
    for n, part in enumerate(values.split(SIZES, -1)):
        if (batch.values[:, n] != UNMARKED).any():
            total = total + 0.5 * functional.cross_entropy(part, batch.values[:, n], ignore_index=UNMARKED)
    return total + 2 * functional.cross_entropy(roles.flatten(0, 1), batch.roles.flatten(), ignore_index=UNMARKED)


def batches(found: Sequence[FrameExample], size: int, random: Random | None = None) -> Iterator[Batch]:
    """Batches of windows of about one size."""
    order = list(found)
    if random:
        random.shuffle(order)
    for first in range(0, len(order), size * 20):
        near = sorted(order[first : first + size * 20], key=lambda one: len(one.ids))
        groups = [near[at : at + size] for at in range(0, len(near), size)]
        if random:
            random.shuffle(groups)
        yield from (collated(group) for group in groups)


@torch.no_grad()
def scores(tagger: FrameTagger, held: Sequence[FrameExample]) -> str:
    """What is right on lines that were not learned from."""
    tagger.eval()
    seen: Counter[str] = Counter()
    for batch in batches(held, 32):
        trigger, values, roles = tagger(batch)
        said = trigger.argmax(-1)
        counted = batch.labels != UNMARKED
        opens = (batch.labels > 0) & (batch.labels < GOES_ON)
        says = (said > 0) & (said < GOES_ON) & counted
        seen.update(begun=int(opens.sum()), found=int(says.sum()), both=int((opens & (said == batch.labels)).sum()))
        seen.update(anywhere=int((opens & says).sum()))
        for n, (part, name) in enumerate(zip(values.split(SIZES, -1), GROUPS, strict=True)):
            asked = batch.values[:, n] != UNMARKED
            seen[f"{name} asked"] += int(asked.sum())
            seen[f"{name} right"] += int((part.argmax(-1) == batch.values[:, n])[asked].sum())
        best = roles.argmax(-1)
        for row in range(len(best)):
            for role in range(len(ROLES)):
                gold = (batch.roles[row] == 1 + 2 * role) | (batch.roles[row] == 2 + 2 * role)
                mine = ((best[row] == 1 + 2 * role) | (best[row] == 2 + 2 * role)) & (batch.roles[row] != UNMARKED)
                if gold.any() or mine.any():
                    f1 = 2 * int((gold & mine).sum()) / int(gold.sum() + mine.sum())
                    seen[f"{ROLES[role]} asked"] += 1
                    seen[f"{ROLES[role]} right"] += f1 >= 0.5
    tagger.train()
    precision, recall = seen["both"] / max(seen["found"], 1), seen["both"] / max(seen["begun"], 1)
    shares = " ".join(
        f"{name} {seen[f'{name} right'] / seen[f'{name} asked']:.3f}"
        for name in (*GROUPS, *ROLES)
        if seen[f"{name} asked"]
    )
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return f"trigger P {precision:.3f} R {recall:.3f} F1 {f1:.3f}; {shares}"


class Exported(nn.Module):
    """What runs before a trigger is known."""

    def __init__(self, tagger: FrameTagger) -> None:
        super().__init__()
        self.tagger = tagger

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Shapes (windows, pieces, 12), (…, all values), (…, 4 × 192)."""
        states, heads = self.tagger.states(ids, mask), self.tagger
        parts = [head(states) for head in (heads.of_word, heads.by_word, heads.of_cue, heads.by_cue)]
        return heads.trigger(states), heads.value(states), torch.cat(parts, -1)


def main() -> None:
    """Read the lines, train, write the three files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--layers", type=int, default=4)
    parser.add_argument("--epochs", type=float, default=10)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--all", action="store_true", help="learn from the lines that are kept out, too")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(options.threads)
    torch.manual_seed(3)
    logging.set_verbosity_error()
    logging.disable_progress_bar()
    vocabulary = Vocabulary(BASE / "vocab.txt")
    train = list(examples(lines(None if options.all else False), vocabulary))
    held = list(examples(lines(held=True), vocabulary))
    print(f"{len(train)} lines, {sum(len(one.triggers) for one in train)} triggers; {len(held)} kept out", flush=True)
    tagger = FrameTagger(options.layers)
    fit(tagger, train, held, options)
    written(tagger, Exported(tagger), ("trigger", "value", "parts"), options.out)
    shutil.copyfile(BASE / "vocab.txt", options.out / "vocab.txt")
    print(f"wrote {options.out}")


def fit(tagger: FrameTagger, train: list[FrameExample], held: list[FrameExample], options: argparse.Namespace) -> None:
    """Train; say how it goes."""
    a_pass = sum(1 for _ in batches(train, 16))
    steps = int(options.epochs * a_pass)
    base = [weights for weights in tagger.base.parameters() if weights.requires_grad]
    heads = [weights for name, weights in tagger.named_parameters() if not name.startswith("base.")]
    optimizer = torch.optim.AdamW(
        [{"params": base, "lr": options.rate, "weight_decay": 0.01}, {"params": heads, "lr": 4 * options.rate}]
    )
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min((s + 1) / (WARM * steps), max(0.0, (steps - s) / (steps * (1 - WARM))))
    )
    began, random, step = time.monotonic(), Random(3), 0
    tagger.train()
    for epoch in range(math.ceil(options.epochs)):
        for batch in batches(train, 16, random):
            if step >= steps:
                break
            loss = losses(tagger(batch), batch)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(tagger.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            step += 1
        print(
            f"{epoch + 1}: loss {loss.item():.3f}, {time.monotonic() - began:.0f} s; {scores(tagger, held)}", flush=True
        )


if __name__ == "__main__":
    main()
