"""Fixtures that every room's tests share."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared articles, gold and corpora; absent on users' machines, never in CI."""
    if not SHARED.is_dir():
        if os.environ.get("CI"):
            pytest.fail(f"CI needs the shared folder beside the checkout: {SHARED}")
        pytest.skip("the shared folder lies beside the checkout only on the maintainers' machines")
    return SHARED


# How long an example takes says more about what else the machine does than about the program.
settings.register_profile("steady", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")
