import os
from pathlib import Path

import pytest

from generator.load.tree import MAX_BYTES, find_files, read_bytes


def _write(root: Path, *paths: str) -> None:
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text("a: 1\n", encoding="utf-8")


def _codes(root: Path) -> list[str]:
    return [f"{item.location.path} {item.code}" for item in find_files(root).report]


def test_pages_and_rules_are_found_in_the_order_of_their_paths(tmp_path: Path) -> None:
    _write(tmp_path, "rules/z.yaml", "rules/a/b.yaml", "content/b/c.md", "content/a.md", "content/b.md")
    found = ("content/a.md", "content/b.md", "content/b/c.md", "rules/a/b.yaml", "rules/z.yaml")
    assert find_files(tmp_path).value == found


def test_other_files_are_left_alone(tmp_path: Path) -> None:
    _write(tmp_path, "content/photo.png", "rules/LISEZMOI.md", "content/.cache/a.md", "rules/.a.yaml", "a.yaml")
    assert find_files(tmp_path).value == ()
    assert _codes(tmp_path) == []


def test_a_repository_without_content_or_rules_is_empty(tmp_path: Path) -> None:
    assert find_files(tmp_path).value == ()


@pytest.mark.parametrize("name", ["rules/a.yml", "rules/a.YAML", "content/a.MD", "content/a.markdown", "content/a.yml"])
def test_an_extension_that_would_be_ignored_is_refused(name: str, tmp_path: Path) -> None:
    _write(tmp_path, name)
    assert _codes(tmp_path) == [f"{name} MEM023"]


def test_links_are_refused_wherever_they_lead(tmp_path: Path) -> None:
    root = tmp_path / "depot"
    _write(tmp_path, "ailleurs/secret.yaml", "depot/rules/a.yaml")
    (root / "content").symlink_to(tmp_path / "ailleurs", target_is_directory=True)
    (root / "rules/dossier").symlink_to(tmp_path / "ailleurs", target_is_directory=True)
    (root / "rules/b.yaml").symlink_to(root / "rules/a.yaml")
    (root / "rules/perdu.yaml").symlink_to(root / "nulle-part")
    (root / "rules/boucle").symlink_to(root / "rules", target_is_directory=True)
    assert find_files(root).value == ("rules/a.yaml",)
    names = ("content", "rules/b.yaml", "rules/boucle", "rules/dossier", "rules/perdu.yaml")
    assert _codes(root) == [f"{name} MEM022" for name in names]


def test_a_folder_that_cannot_be_listed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _write(tmp_path, "rules/a.yaml")

    def refuse(path: Path) -> list[str]:
        raise PermissionError(path)

    monkeypatch.setattr(os, "listdir", refuse)
    assert [item.message for item in find_files(tmp_path).report] == ["lecture interdite"]


def test_a_name_that_cannot_be_shown_is_refused(tmp_path: Path) -> None:
    _write(tmp_path, "rules/a\nb.yaml")
    assert _codes(tmp_path) == ["rules/a\\nb.yaml MEM024"]


def test_a_name_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    with open(os.fsencode(tmp_path / "rules") + b"/\xe9.yaml", "wb"):
        assert _codes(tmp_path) == ["rules/\\xe9.yaml MEM024"]


def test_a_file_may_weigh_one_mebibyte_and_no_more(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * MAX_BYTES)
    (tmp_path / "b").write_bytes(b"x" * (MAX_BYTES + 1))
    assert len(read_bytes(tmp_path, "a").value) == MAX_BYTES
    assert [item.code for item in read_bytes(tmp_path, "b").report] == ["MEM010"]


def test_a_file_that_has_gone_is_told(tmp_path: Path) -> None:
    assert [item.code for item in read_bytes(tmp_path, "absent").report] == ["MEM024"]
