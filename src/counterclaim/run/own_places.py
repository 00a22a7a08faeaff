"""The user's own gazetteer as a ledger keeps it: what was read with one goes on being read with it.

Enter the ledger and the file named in this run, if any; leaves the file to read with. Another file takes the kept one's
place, one that holds nothing but its header takes it away.
"""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from counterclaim.errors import InputError
from counterclaim.ledger.store import Store

_KEPT = "gazetteer"


@contextmanager
def own_places(store: Store, named: Path | None) -> Iterator[Path | None]:
    """The file of places that this run reads with: the one named, else the one that the ledger keeps, else none.

    Raises:
        InputError: the file that was named is not there.
    """
    kept = store.meta(_KEPT)
    if named is not None or kept is None:
        yield named
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "gazetteer.csv"
        path.write_bytes(kept.encode())
        yield path


def keep_places(store: Store, used: Path | None) -> None:
    """Keep the file that could be used, byte for byte: what it is named by must stay the same."""
    if used is None:
        return
    try:
        text = used.read_bytes().decode()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"The gazetteer {used} cannot be read: {error}", "Save it as UTF-8") from error
    if text != store.meta(_KEPT):
        with store.transaction():
            store.note(_KEPT, text)
