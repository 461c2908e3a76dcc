"""Several files written together, or none."""

import os
from pathlib import Path

import click
import pytest

from generator.adapters.ecriture import ecrire_ensemble


def test_when_the_disk_refuses_the_second_file_the_first_is_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").write_text("avant", encoding="utf-8")
    replace = os.replace

    def refuser(source: Path, target: Path) -> None:
        if target.name == "b":
            raise OSError(28, "disque plein")
        replace(source, target)

    monkeypatch.setattr("os.replace", refuser)
    with pytest.raises(click.ClickException, match="disque plein ; rien n'est changé"):
        ecrire_ensemble(tmp_path, {"a": "après", "b": "neuf"})
    assert {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()} == {"a": "avant"}
