"""Users side by side: each asks for the next page as soon as the last has come, without a pause to read.

Enters a ledger; leaves how long each kind of page took. The server runs in processes of its own, as `counterclaim
serve` starts it; the users share the machine with it.
"""

import json
import os
import random
import sqlite3
import subprocess
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from statistics import median, quantiles
from urllib.parse import quote, urlencode, urlsplit

TOP, RANDOM = 3, 40
Pages = dict[str, list[str]]
Taken = dict[str, list[float]]


@contextmanager
def served(ledger: Path, workers: int) -> Iterator[tuple[str, int]]:
    """Address and process of a server on the ledger, for as long as the block lasts."""
    command = [sys.executable, "-m", "counterclaim", "serve", "--json", "--port", "0"]
    command += ["--workers", str(workers), "--ledger", str(ledger)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None  # noqa: S101
            yield str(json.loads(process.stdout.readline())["url"]), process.pid
        finally:
            process.terminate()


def cpu_seconds(process: int) -> float | None:
    """Processor time of a process and those below it; None where the system does not tell (it has no /proc)."""
    spent: dict[int, float] = {}
    parents: dict[int, int] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text(encoding="utf-8").rpartition(") ")[2].split()
        except OSError:
            continue
        number = int(stat.parent.name)
        parents[number] = int(fields[1])
        spent[number] = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    if process not in spent:
        return None
    below = {process}
    while grown := {one for one, parent in parents.items() if parent in below} - below:
        below |= grown
    return sum(spent[one] for one in below)


def pages(ledger: Path, seed: int = 11) -> Pages:
    """What users look at, by kind: the heaviest of each kind and some at random, as weighty ones are looked at more."""
    chance = random.Random(seed)
    with sqlite3.connect(f"{ledger.absolute().as_uri()}?mode=ro", uri=True) as held:
        ids = _Ids(held, chance)
        claimants, places = ids.of_facet("claimant"), ids.of_facet("place")
        words = ids.words()
        names = {
            one: held.execute("SELECT name FROM entity WHERE id = ?", (one,)).fetchone()[0]
            for one in (*claimants, *places)
        }
        disputes = ids.disputes()
        articles = [
            row[0] for row in held.execute("SELECT article FROM origin_article ORDER BY article LIMIT ?", (RANDOM,))
        ]
        carried = held.execute(
            "SELECT article FROM origin_article WHERE position = 1 ORDER BY article LIMIT ?", (RANDOM,)
        )
        copies = [row[0] for row in carried]
        claims = [row[0] for row in held.execute("SELECT left_claim FROM relation ORDER BY id LIMIT ?", (RANDOM,))]
    return {
        "disputes": ["/disputes", "/disputes?since=2020-01-01", "/disputes?frame=control"],
        "one dispute": [f"/disputes/{quote(one)}" for one in disputes],
        "one report": [f"/articles/{quote(one)}" for one in articles],
        "a report beside another": [f"/articles/{quote(one)}" for one in copies],
        "claims, newest": ["/claims", "/claims?frame=losses", "/claims?stance=denies"],
        "claims with words": [f"/claims?{urlencode({'q': word})}" for word in words],
        "claims by claimant, kind, days": [
            f"/claims?{urlencode({'claimant': names[one], 'frame': 'control', 'since': '2029-06'})}"
            for one in claimants
        ],
        "claims by place and words": [
            f"/claims?{urlencode({'place': names[one], 'q': chance.choice(words)})}" for one in places
        ],
        "one claim": [f"/claims/{quote(one)}" for one in claims],
        "reports with words": [f"/articles?{urlencode({'q': word})}" for word in words],
        "one claimant": [f"/claimants/{quote(one)}" for one in claimants],
        "one place": [f"/places/{quote(one)}" for one in places],
        "lists of claimants and places": ["/claimants", "/places", "/claimants?name=ma"],
        "days": ["/days", "/days?step=month", "/days?step=day"],
        "days of a claimant or place": [
            f"/days?{urlencode(one)}"
            for one in (
                *({"claimant": names[one]} for one in claimants),
                *({"place": names[one], "frame": "losses"} for one in places),
                *({"place": names[one], "from": "2029-06", "to": "2029-12"} for one in places),
                *({"claimant": names[one], "place": names[two]} for one, two in zip(claimants, places, strict=True)),
            )
        ],
        "map": ["/map", *(f"/map?{urlencode({'place': names[one]})}" for one in places)],
        "review": ["/review", *(f"/review?{urlencode({'claimant': names[one]})}" for one in claimants)],
        "decisions": ["/decisions"],
        "import log": ["/imports", "/imports/1?outcome=read"],
        "API: what waits": ["/api/v1/review", "/api/v1/review?frame=control"],
        "API: claims": [f"/api/v1/claims?{urlencode({'claimant': one, 'limit': 50})}" for one in claimants],
    }  # fmt: skip


class _Ids:
    """Draws from a ledger."""

    def __init__(self, held: sqlite3.Connection, chance: random.Random) -> None:
        self.held, self.chance = held, chance

    def of_facet(self, facet: str) -> list[str]:
        """The heaviest three, and others as often as claims stand under them."""
        sql = "SELECT value, claims FROM facet_tally WHERE facet = ? ORDER BY claims DESC, value"
        rows = self.held.execute(sql, (facet,)).fetchall()
        drawn = self.chance.choices([row[0] for row in rows], [row[1] for row in rows], k=RANDOM)
        return [row[0] for row in rows[:TOP]] + drawn

    def disputes(self) -> list[str]:
        """The weightiest three, and others at random."""
        last = self.held.execute("SELECT max(position) FROM dispute").fetchone()[0]
        numbers = [*range(TOP), *(self.chance.randint(0, last) for _ in range(RANDOM))]
        marks = ",".join("?" * len(numbers))
        return [row[0] for row in self.held.execute(f"SELECT id FROM dispute WHERE position IN ({marks})", numbers)]  # noqa: S608

    def words(self) -> list[str]:
        """Words of reports, frequent ones as often as they stand there."""
        texts = [row[0] for row in self.held.execute("SELECT text FROM article ORDER BY id LIMIT 20")]
        return [self.chance.choice(text.split()).strip(".") for text in texts * 2]


def load(url: str, asked: Pages, *, users: int, seconds: float, pause: float = 0.0) -> Taken:
    """Seconds that each page took, by kind. Every kind is asked for once before the clock runs.

    Raises:
        RuntimeError: a page was not to be had.
    """
    taken: Taken = defaultdict(list)
    wrong: list[str] = []
    _user(url, [(kind, paths[0]) for kind, paths in asked.items()], defaultdict(list), wrong, 0.0)
    until = time.monotonic() + seconds
    started = [
        threading.Thread(target=_user, args=(url, _endless(asked, n, until), taken, wrong, pause)) for n in range(users)
    ]
    for one in started:
        one.start()
    for one in started:
        one.join()
    if wrong:
        raise RuntimeError(f"{len(wrong)} pages were not to be had, the first: {wrong[0]}")
    return taken


def _endless(asked: Pages, user: int, until: float) -> Iterator[tuple[str, str]]:
    chance = random.Random(user)
    while time.monotonic() < until:
        kind = chance.choice(list(asked))
        yield kind, chance.choice(asked[kind])


def _user(url: str, path: Iterable[tuple[str, str]], taken: Taken, wrong: list[str], pause: float) -> None:
    connection = HTTPConnection(urlsplit(url).netloc, timeout=60)
    for kind, wanted in path:
        began = time.perf_counter()
        connection.request("GET", wanted)
        answer = connection.getresponse()
        answer.read()
        taken[kind].append(time.perf_counter() - began)
        if answer.status != 200:
            wrong.append(f"{wanted}: {answer.status}")
        time.sleep(pause)
    connection.close()


def table(taken: Taken) -> tuple[str, float, float]:
    """A line a kind of page, in milliseconds; and the largest median and 95th percentile."""
    lines = [f"{'page':34}{'asked':>7}{'median':>9}{'95 %':>9}{'longest':>9}"]
    medians, tails = [], []
    for kind, times in sorted(taken.items()):
        middle, tail = median(times), quantiles(times, n=20)[-1] if len(times) > 1 else times[0]
        medians.append(middle)
        tails.append(tail)
        shown = "".join(f"{1000 * one:7.0f}ms" for one in (middle, tail, max(times)))
        lines.append(f"{kind:34}{len(times):7}{shown}")
    every = [one for times in taken.values() for one in times]
    lines.append(
        f"{len(every)} pages; median of all {1000 * median(every):.0f} ms; load of the machine {os.getloadavg()[0]:.1f}"
    )
    return "\n".join(lines), 1000 * max(medians), 1000 * max(tails)
