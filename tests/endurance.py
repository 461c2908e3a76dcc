"""The tests of the browser, many times, on pages that compute slowly: what does not wait for what it needs fails here.

python tests/endurance.py 20 [tests/lecteurs/test_clavier.py …]        (« make endurance N=20 »)
"""

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree

ICI = Path(__file__).parent
RACINE = ICI.parent
if __name__ == "__main__":
    sys.path[:0] = [str(ICI), str(RACINE)]

from generator.adapters.construction import construire_dans  # noqa: E402

# The tour of accessibility waits for nothing that its own gestures do not wait for, and would be most of the time.
TOUS = (
    "tests/lecteurs",
    "tests/surete",
    "tests/adapters/test_servir.py",
    "--ignore=tests/lecteurs/test_accessibilite.py",
)
LENTEUR = "4"


def passer(tests: Sequence[str], journal: Path, *options: str) -> list[str]:
    """Run them once; the names of those that failed. Raises RuntimeError when they could not be run."""
    command = (sys.executable, "-m", "pytest", "-q", f"--junitxml={journal}", *options, *tests)
    done = subprocess.run(command, cwd=RACINE, check=False, capture_output=True, text=True)
    if done.returncode not in (0, 1):
        raise RuntimeError(done.stdout + done.stderr)
    return [
        f"{case.get('classname')}::{case.get('name')}"
        for case in ElementTree.parse(journal).iter("testcase")
        if case.find("failure") is not None or case.find("error") is not None
    ]


def main(fois: int, tests: Sequence[str]) -> int:
    """Status 1 when a test failed, even once."""
    failed: Counter[str] = Counter()
    os.environ.setdefault("MEMENTO_LENTEUR", LENTEUR)
    with TemporaryDirectory() as folder:
        if "MEMENTO_SITE" not in os.environ:
            construire_dans(RACINE, Path(folder, "site"))
            os.environ["MEMENTO_SITE"] = str(Path(folder, "site"))
        for rank in range(1, fois + 1):
            found = passer(tests, Path(folder, "passage.xml"), "-n", "auto", "--dist", "loadgroup")
            failed.update(found)
            print(f"Passage {rank} sur {fois} : {len(found)} en échec.", flush=True)
    for name, times in failed.most_common():
        print(f"{times} fois sur {fois} : {name}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), sys.argv[2:] or TOUS))
