"""What every test stands on: reproducible property tests, and no settings of the machine it runs on."""

import os

import pytest
from hypothesis import HealthCheck, settings

# Shared machines stall; a property is wrong or right, never slow.
settings.register_profile("newschat", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("newschat")


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.startswith("NEWSCHAT_"):
            monkeypatch.delenv(name)
