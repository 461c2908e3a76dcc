"""click speaks French here: usage errors, headings, and « vouliez-vous dire »."""

import re
from collections.abc import Sequence
from typing import Any

import click

from generator.adapters.sortie import motif
from generator.diagnostics import vouliez_vous_dire

# What shells say of a command that Ctrl-C has stopped: 128 + SIGINT.
INTERROMPU = 130
PHRASES = (
    (r"Missing argument '?(.+?)'?\.", r"il manque l'argument \1."),
    (r"Missing option '?(.+?)'?\.", r"il manque l'option \1."),
    (r"Option '?(.+?)'? requires an argument\.", r"l'option \1 demande une valeur."),
    (r"Got unexpected extra arguments? \((.+)\)", r"argument en trop : \1."),
    (r"Invalid value for '?(.+?)'?: Directory '(.+)' does not exist\.", r"\1 : le dossier \2 n'existe pas."),
    (r"Invalid value for '?(.+?)'?: Directory '(.+)' is a file\.", r"\1 : \2 est un fichier, il faut un dossier."),
    (r"Invalid value for '?(.+?)'?: File '(.+)' is a directory\.", r"\1 : \2 est un dossier, il faut un fichier."),
    (r"Invalid value for '?(.+?)'?: File '(.+)' does not exist\.", r"\1 : le fichier \2 n'existe pas."),
    (r"Invalid value for '?(.+?)'?: \w+ '(.+)' is not readable\.", r"\1 : \2 ne peut pas être lu."),
    (r"Invalid value for '?(.+?)'?: (.+)", r"valeur refusée pour \1 : \2"),
)
# How several commands ask for their output.
option_format = click.option(
    "--format",
    "forme",
    type=click.Choice(["texte", "json"]),
    default="texte",
    help="Texte pour une personne, JSON pour un outil.",
)
# Longest first: what holds another is replaced before it.
INTITULES = (
    ("[OPTIONS] COMMAND [ARGS]...", "[OPTIONS] COMMANDE …"),
    ("Show this message and exit.", "Affiche cette aide."),
    ("Commands:", "Commandes :"),
    ("Options:", "Options :"),
    ("Usage:", "Usage :"),
    ("DIRECTORY", "DOSSIER  "),
    ("[default: ", "[par défaut : "),
    ("[required]", "[obligatoire]"),
)


class Aide(click.Command):
    """The help of a command, with its headings in French."""

    def get_help(self, ctx: click.Context) -> str:
        text = super().get_help(ctx)
        for english, french in INTITULES:
            text = text.replace(english, french)
        return text


class Groupe(Aide, click.Group):
    """A group whose errors and headings are French."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if self.get_command(ctx, name) is None and not name.startswith("-"):
            known = self.list_commands(ctx)
            question = vouliez_vous_dire(name, known)
            listed = f"commandes : {', '.join(known)}"
            ctx.fail(f"la commande « {name} » n'existe pas ; {question or listed}")
        return super().resolve_command(ctx, args)

    def main(self, args: Sequence[str] | None = None, **extra: Any) -> Any:  # type: ignore[override]
        """Run, with click's own errors and those of the disk in French; always leaves through SystemExit."""
        extra.pop("standalone_mode", None)
        try:
            status = super().main(args, standalone_mode=False, **extra)
        except click.exceptions.Abort as error:
            click.echo("Interrompu.", err=True)
            # What it came from: a question raises it as if from nothing, after a Ctrl-C or at the end of what is typed.
            raise SystemExit(INTERROMPU if isinstance(error.__context__, KeyboardInterrupt) else 1) from None
        except click.UsageError as error:
            click.echo(f"Erreur : {_usage(error)}", err=True)
            path = error.ctx.command_path if error.ctx else "memento"
            click.echo(f"Aide : {path} --help", err=True)
            raise SystemExit(2) from None
        except click.ClickException as error:
            click.echo(f"Erreur : {traduire(error.format_message())}", err=True)
            raise SystemExit(1) from None
        except OSError as error:
            click.echo(f"Erreur : {f'{error.filename} : ' if error.filename else ''}{motif(error)}.", err=True)
            raise SystemExit(1) from None
        raise SystemExit(status if isinstance(status, int) else 0)


CHOIX = re.compile(r"Invalid value for '?(?P<option>.+?)'?: '(?P<ecrit>.*)' is not one of (?P<admis>.+)\.", re.DOTALL)


def _usage(error: click.UsageError) -> str:
    """A usage error in French, with what was perhaps meant."""
    if isinstance(error, click.NoSuchOption):
        known = [name for param in error.ctx.command.params for name in param.opts] if error.ctx else []
        near = vouliez_vous_dire(error.option_name, [*known, "--help"])
        return f"l'option {error.option_name} n'existe pas{f' ; {near}' if near else '.'}"
    refused = CHOIX.fullmatch(error.format_message())
    if refused is None:
        return traduire(error.format_message())
    choices = re.findall(r"'([^']*)'", refused["admis"])
    near = vouliez_vous_dire(refused["ecrit"], choices)
    listed = f"choix : {', '.join(choices)}"
    return f"{refused['option']} : « {refused['ecrit']} » n'est pas admis ; {f'{near} ({listed})' if near else listed}"


def traduire(message: str) -> str:
    """A sentence of click in French; what is already French is left alone."""
    for pattern, sentence in PHRASES:
        match = re.fullmatch(pattern, message, re.DOTALL)
        if match:
            return match.expand(sentence)
    return message
