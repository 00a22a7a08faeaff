"""Every format by its name; to add one, write its module and enter it here.

Enter names; leave formats. Refused, with what there is instead: unknown names, kinds that a format cannot hold, and
options that it does not heed.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from counterclaim.errors import InputError
from counterclaim.export import (
    annotations,
    atom,
    csvfile,
    followthemoney,
    geojson,
    jsonld,
    jsonlines,
    parquet,
    tables,
    timelinejs,
)
from counterclaim.export.wanted import Format, Wanted, What

_MODULES = (
    jsonlines, csvfile, tables, parquet, geojson, jsonld, annotations, followthemoney, atom, timelinejs,
)  # fmt: skip
FORMATS: Mapping[str, Format] = MappingProxyType({module.FORMAT.name: module.FORMAT for module in _MODULES})
_OPTIONS = {"base": "--base", "bom": "--bom", "rejected": "--rejected"}


def format_named(name: str) -> Format:
    """The format of that name.

    Raises:
        InputError: there is none.
    """
    found = FORMATS.get(name)
    if found is None:
        raise InputError(f"Nothing is exported as {name!r}", f"Choose one of {', '.join(FORMATS)}")
    return found


def kind_named(name: str) -> What:
    """What is exported under that name.

    Raises:
        InputError: nothing is.
    """
    try:
        return What(name)
    except ValueError as error:
        raise InputError(f"Nothing is exported as {name!r}", f"Choose one of {', '.join(What)}") from error


def fitting(style: Format, wanted: Wanted) -> None:
    """Can the format hold what is wanted?

    Raises:
        InputError: it cannot, or does not heed an option that was given.
    """
    if wanted.what not in style.kinds:
        others = ", ".join(one.name for one in FORMATS.values() if wanted.what in one.kinds)
        raise InputError(
            f"{style.name} cannot hold {wanted.what}",
            f"It holds {_listed(style.kinds)}; {wanted.what} can be written as {others}",
        )
    for option, flag in _OPTIONS.items():
        if getattr(wanted, option) and option not in style.takes:
            heeding = ", ".join(one.name for one in FORMATS.values() if option in one.takes)
            raise InputError(f"{style.name} has no use for {flag}", f"Leave it out, or choose one of {heeding}")


def _listed(kinds: Iterable[What]) -> str:
    return ", ".join(kinds)
