"""What every test may ask for."""

from collections.abc import Iterator

import pytest
from navigateur import ouvrir
from playwright.sync_api import Browser


@pytest.fixture(scope="session")
def navigateur() -> Iterator[Browser]:
    """One headless Chromium for the session."""
    with ouvrir() as browser:
        yield browser
