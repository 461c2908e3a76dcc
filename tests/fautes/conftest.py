"""The repository, copied once for each worker, with what was read in it."""

import gc
import shutil
from pathlib import Path

import pytest
from faute import Depot

from generator.load import Connus, load_documents

RACINE = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def depot(tmp_path_factory: pytest.TempPathFactory) -> Depot:
    racine = tmp_path_factory.mktemp("depot")
    for name in ("content", "rules"):
        shutil.copytree(RACINE / name, racine / name)
    shutil.copy(RACINE / "urls.lock", racine)
    return Depot(racine)


@pytest.fixture(scope="session")
def connus(depot: Depot) -> Connus:
    """What every file holds, so that one that changes is the only one that is read again."""
    known: Connus = {}
    load_documents(depot.racine, known)
    # It lasts as long as the tests: looking through it for garbage at each of them would be a fourth of their time.
    gc.freeze()
    return known
