"""What every test may ask for."""

import gc
import os
import signal
from collections.abc import Iterator

import pytest
from hypothesis import settings
from navigateur import ouvrir
from ordre import Ensembles, ranger
from playwright.sync_api import Browser

# The same cases on every machine, however slow: a red test is a fault, never a chance.
settings.register_profile("memento", deadline=None, derandomize=True)
settings.load_profile("memento")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    ranger(items)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> Ensembles | None:
    return Ensembles(config, log) if config.getvalue("dist") == "loadgroup" else None  # type: ignore[arg-type]


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Three processes for two cores: while the browser of one waits, another computes."""
    return len(os.sched_getaffinity(0)) * 3 // 2 if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def pytest_configure() -> None:
    """What a test interrupts hears it, even when the tests were started in the background, which is deaf to Ctrl-C."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_finish() -> None:
    """What was read to find the tests lasts as long as they do: it is not looked through again for garbage."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def navigateur() -> Iterator[Browser]:
    """One headless Chromium for the session."""
    with ouvrir() as browser:
        yield browser
