"""What click and the disk refuse is said in French."""

import click
import pytest
from click.testing import CliRunner

from generator.adapters.francais import Groupe


@pytest.mark.parametrize(
    ("error", "dit"),
    [
        (OSError(28, "No space left on device", "/site/a"), "Erreur : /site/a : il n'y a plus de place.\n"),
        (click.ClickException("déjà en français"), "Erreur : déjà en français\n"),
    ],
)
def test_what_the_disk_refuses_is_a_sentence_with_its_file(error: Exception, dit: str) -> None:
    group = Groupe()

    @group.command()
    def tomber() -> None:
        raise error

    result = CliRunner().invoke(group, ["tomber"])
    assert (result.exit_code, result.stderr) == (1, dit)


@pytest.mark.parametrize(("error", "statut"), [(KeyboardInterrupt, 130), (EOFError, 1)])
def test_an_interruption_has_its_own_status(error: type[BaseException], statut: int) -> None:
    group = Groupe()

    @group.command()
    def tomber() -> None:
        raise error

    result = CliRunner().invoke(group, ["tomber"])
    assert (result.exit_code, result.stderr.strip()) == (statut, "Interrompu.")
