"""The quarrel over Mirrow, served: a client that asks pages and API without a network."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.report.world import write_ledger

from counterclaim.serve.app import build_app

HOME = "http://localhost"


@pytest.fixture(scope="session")
def quarrel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_ledger(tmp_path_factory.mktemp("serve") / "quarrel.db")


@pytest.fixture(scope="session")
def client(quarrel: Path) -> Iterator[TestClient]:
    with TestClient(build_app(quarrel), base_url=HOME) as served:
        yield served
