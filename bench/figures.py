"""A measured figure and the floor that it must not fall under."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.toml")


@dataclass(frozen=True, slots=True)
class Figure:
    """`group` and `name` are the table and key in floors.toml."""

    group: str
    name: str
    value: float


@dataclass(frozen=True, slots=True)
class Floor:
    """The least value that is accepted, or the most where `ceiling` is true."""

    group: str
    name: str
    value: float
    ceiling: bool

    def holds(self, value: float) -> bool:
        """Is a measured value on the right side?"""
        return value <= self.value if self.ceiling else value >= self.value


def floors(path: Path = FLOORS) -> tuple[Floor, ...]:
    """All floors; a key that ends in `_at_most` is a ceiling."""
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return tuple(
        Floor(group, key.removesuffix("_at_most"), float(value), key.endswith("_at_most"))
        for group, table in tables.items()
        for key, value in table.items()
    )


def table(figures: Iterable[Figure], known: Iterable[Floor]) -> tuple[str, bool]:
    """The figures beside their floors as text, and whether every floor holds and was measured."""
    by_name = {(floor.group, floor.name): floor for floor in known}
    lines, good = [f"{'':32}{'measured':>10}{'floor':>12}"], True
    for figure in figures:
        floor = by_name.pop((figure.group, figure.name), None)
        holds = floor is None or floor.holds(figure.value)
        good &= holds
        bound = "" if floor is None else f"{'<= ' if floor.ceiling else '>= '}{floor.value:g}"
        label = f"{figure.group}.{figure.name}"
        lines.append(f"{label:32}{figure.value:>10.3f}{bound:>12}{'' if holds else '   UNDER THE FLOOR'}")
    for group, name in by_name:
        lines.append(f"{group + '.' + name:32}{'not measured':>10}")
    return "\n".join(lines), good and not by_name
