"""The index of places, made ready before anything is read.

Enters the user's own gazetteer, if there is one. It is made once a machine, in the parent process: several workers
would each make it for themselves. It appears under its name only when it is whole. Refused: a gazetteer that cannot
be used, a cache folder that cannot be written, an index that is damaged.
"""

import sqlite3
from pathlib import Path

from counterclaim.errors import InputError


def is_ready() -> bool:
    """Is the index there already? Making it takes about half a minute."""
    from counterclaim.entities.places import build
    from counterclaim.entities.places.index import cache_folder

    return (cache_folder() / f"places-{build.fingerprint()}.sqlite").exists()


def make_ready(gazetteer: Path | None) -> None:
    """Make the index if it is not there, and try the user's own places.

    Raises:
        InputError: the gazetteer cannot be used, or the index cannot be made or opened.
    """
    from counterclaim.entities import Gazetteer
    from counterclaim.entities.places.index import cache_folder

    try:
        Gazetteer.load(gazetteer)
    except (OSError, sqlite3.Error) as error:
        raise InputError(
            f"The index of places in {cache_folder()} cannot be made or opened: {error}",
            "Remove what is in that folder and make 100 MB of room there, or name another with COUNTERCLAIM_CACHE",
        ) from error
