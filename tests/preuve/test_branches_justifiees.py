"""Nothing is left out of the measure of coverage without a reason, written where it is left out."""

import re
import tomllib
from pathlib import Path

RACINE = Path(__file__).parents[2]
EXCLUSION = re.compile(r"#\s*pragma\b.*")
MOTIVEE = re.compile(r"# pragma: no (cover|branch): [a-z].{14,}")


def exclusions() -> list[str]:
    """Every comment that leaves something out."""
    files = sorted((RACINE / "generator").rglob("*.py"))
    return [
        f"{path.relative_to(RACINE)}: {found[0]}"
        for path in files
        for line in path.read_text(encoding="utf-8").splitlines()
        if (found := EXCLUSION.search(line))
    ]


def test_every_line_left_out_says_why() -> None:
    assert [line for line in exclusions() if not MOTIVEE.fullmatch(line.partition(": ")[2])] == []


def test_a_reason_is_more_than_a_word() -> None:
    assert MOTIVEE.fullmatch("# pragma: no cover: the file system of this machine decides")
    assert not MOTIVEE.fullmatch("# pragma: no cover")
    assert not MOTIVEE.fullmatch("# pragma: no cover: never")


def test_nothing_else_is_left_out_and_the_threshold_is_the_promise() -> None:
    settings = tomllib.loads((RACINE / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["coverage"]
    assert settings["run"]["branch"] is True
    assert settings["run"]["source"] == ["generator"]
    assert settings["run"].keys() & {"omit", "include"} == set()
    report = settings["report"]
    # 95 is promised; what is under 97, the last measure, has been let go.
    assert report["fail_under"] == 97
    assert report["exclude_lines"] == ["# pragma: no cover: ", "^if TYPE_CHECKING:$"]
    assert report["partial_branches"] == ["# pragma: no branch: "]
    assert report.keys() & {"omit", "include", "exclude_also", "partial_also"} == set()
