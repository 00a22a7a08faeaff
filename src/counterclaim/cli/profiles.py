"""Entities as text for a terminal: on one line, and with all that the ledger knows of one.

Enter records; leave printed lines. Everything that came out of an article goes through `terminal.plain`.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from counterclaim.cli.terminal import count, fit, paint, plain, say, wrap
from counterclaim.model import Entity
from counterclaim.report.words import date_words

if TYPE_CHECKING:
    from counterclaim.ledger.profile import NameUse, Profile, RoleHeld, SideGiven, Where

_SHOWN = 6  # outlets or speakers on one line


def entity_line(entity: Entity, columns: int) -> str:
    """Id, kind, name, side; other names and roles as far as they fit."""
    side = f" [{plain(entity.side)}]" if entity.side else ""
    others = [one for one in entity.names if one != entity.name]
    rest = "; ".join([*(["also " + ", ".join(others)] if others else []), *entity.roles, *_where(entity)])
    head = f"{fit(entity.id, 18)}  {fit(entity.kind.value, 12)}  "
    name = plain(entity.name) + side
    room = max(columns - len(head) - len(name) - 2, 0)
    tail = fit(plain(rest), room) if room > 8 else ""
    return f"{paint(head, dim=True)}{paint(name, bold=True)}  {tail}".rstrip()


def _where(entity: Entity) -> list[str]:
    at = entity.location
    return [f"{at.lat:.3f}, {at.lon:.3f} ({at.precision.value})"] if at else []


def say_profile(profile: "Profile") -> None:
    """Its names and who uses them, its roles and sides with the words that give them, and why its names are one."""
    say(entity_line(profile.entity, 10_000))
    if profile.part_of:
        say(wrap(f"part of {profile.part_of}", indent="  "))
    _section("Names", map(_name_line, profile.names))
    _section("Speaks as", (f"“{one.words}” {one.claims}×, {_outlets(one.reports)}" for one in profile.speaking))
    _section("Roles", _role_lines(profile.roles))
    _section("Side", _side_lines(profile.sides))
    named = ["its name was given by hand"] if profile.by_hand else []
    _section("Why these are one", [*named, *profile.entity.reasons])


def _section(title: str, lines: Iterable[str]) -> None:
    for number, line in enumerate(lines):
        if number == 0:
            say(paint(title, bold=True))
        say(wrap(line, indent="  "))


def _name_line(use: "NameUse") -> str:
    said = [f"said by {_some(use.speakers)}"] if use.speakers else []
    own = [f"in the own words of {count(use.own_words, 'report')}"] if use.own_words else []
    return f"{use.name} {use.times}×, {_outlets(use.reports)}; " + "; ".join([*said, *own])


def _role_lines(roles: Iterable["RoleHeld"]) -> Iterator[str]:
    """The same words of many reports on one line."""
    reports: dict[str, list[Where]] = {}
    for held in roles:
        if held.report is not None:
            reports.setdefault(held.role, []).append(held.report)
            continue
        times = [*([f"from {held.first}"] if held.first else []), *([f"until {held.last}"] if held.last else [])]
        yield f"{held.role} ({', '.join([*times, 'file of actors'])})"
    yield from (f"{role} ({_dated(where)})" for role, where in reports.items())


def _side_lines(sides: Iterable["SideGiven"]) -> Iterator[str]:
    reports: dict[str, list[Where]] = {}
    for given in sides:
        if given.report is None:
            yield f"{given.side} (file of actors)"
            continue
        quoted = ", ".join(f"“{one}”" for one in given.words) or "the words around its name"
        reports.setdefault(f"{given.side}, by {quoted}", []).append(given.report)
    yield from (f"{side} ({_dated(where)})" for side, where in reports.items())


def _dated(reports: Sequence["Where"]) -> str:
    """When the reports were published, the first and the last of them, and by whom."""
    days = [date_words(report.published) for report in (reports[0], reports[-1])]
    return f"{' to '.join(dict.fromkeys(days))}, {_outlets(reports)}"


def _outlets(reports: Sequence["Where"]) -> str:
    outlets = tuple(dict.fromkeys(report.outlet or report.document for report in reports))
    return f"{count(len(reports), 'report')} of {_some(outlets)}"


def _some(names: Sequence[str]) -> str:
    return ", ".join(names[:_SHOWN]) + (f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else "")
