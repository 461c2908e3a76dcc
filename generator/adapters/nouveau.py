"""`memento nouveau`: a file begun, with all that can be known of it, and what is left to write marked."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from generator.adapters.compilation import compiler
from generator.adapters.dialogue import Dialogue
from generator.adapters.ecriture import ecrire_ensemble
from generator.adapters.francais import Aide, Groupe
from generator.adapters.racine import aujourd_hui
from generator.load import read_document
from generator.render.ebauches import EBAUCHES, Contexte, Ebauche, Ecrits, Illisible, Question, Refus, Reponses
from generator.render.marques import marques


@click.group(
    cls=Groupe, help="Commence un fichier : pose les questions, écrit le reste, marque ce qui est à compléter."
)
def nouveau() -> None:
    """One command a kind of file."""


def ouvrir(root: Path) -> Contexte:
    """The mémento as it is; what is wrong in it is said, and nothing is begun."""
    compiled = compiler(root, "corrigez-les d'abord, rien n'est écrit")
    return Contexte(compiled.base, aujourd_hui(), lambda path: (root / path).read_bytes().decode("utf-8"))


def ecrire(root: Path, ecrits: Ecrits) -> None:
    """Write the draft, then say where it is, what is left to write in it, and what to do next."""
    path = ecrits.principal
    if ecrits.nouveau and (root / path).exists():
        raise click.ClickException(f"{path} existe déjà ; rien n'est changé.")
    before = None if ecrits.nouveau else (root / path).read_bytes()
    ecrire_ensemble(root, ecrits.textes, nouveaux=(path,) if ecrits.nouveau else ())
    for name in ecrits.textes:
        click.echo(f"{'Écrit' if ecrits.nouveau and name == path else 'Complété'} : {name}")
    left = _reste(path, ecrits.textes[path].encode(), before)
    if left:
        click.echo(f"\nIl reste à compléter dans {path} :")
        for expected, lines in left.items():
            place = f"ligne{'s' if len(lines) > 1 else ''} {', '.join(map(str, lines))}"
            click.echo(f"  {place} : {expected}")
    click.echo("\nEnsuite : memento verifier")
    if ecrits.nouveau:
        click.echo("Avant de publier : memento adresses --verrouiller, qui promet l'adresse de la nouvelle page.")


def _reste(path: str, data: bytes, avant: bytes | None) -> dict[str, list[int]]:
    """What is expected → the lines of the file where it is, without what was already expected before."""
    document = read_document(path, data).value
    old = read_document(path, avant).value if avant is not None else None
    known = [expected for _, expected in marques(old)] if old else []
    found: dict[str, list[int]] = {}
    for place, expected in marques(document) if document else ():
        if expected not in known:
            found.setdefault(expected, []).append(place.line)
    return found


def _reponses(ebauche: Ebauche, contexte: Contexte, options: dict[str, Any], poser: bool) -> Reponses:
    """The answers to all the questions, taken from the options, asked for, or proposed. Raises click.UsageError."""
    dialogue = Dialogue(contexte) if poser else None
    found: dict[str, tuple[str, ...]] = {}
    missing: list[Question] = []
    for question in ebauche.questions:
        given = options[question.nom.replace("-", "_")]
        values = given if isinstance(given, tuple) else (given,) if given else ()
        try:
            found[question.nom] = tuple(dict.fromkeys(question.accepter(value, contexte, found) for value in values))
        except Refus as error:
            raise click.UsageError(f"{question.option} : {error}") from None
        if 0 < len(found[question.nom]) < question.au_moins:
            raise click.UsageError(f"{question.option} : il en faut au moins {question.au_moins}")
        if found[question.nom] or not question.si(contexte, found):
            continue
        if dialogue:
            found[question.nom] = dialogue.demander(question, found)
        elif question.defaut:
            # What is proposed is made from the other answers.
            found[question.nom] = _propose(question, contexte, found) if not missing else ()
        elif question.exigee(found):
            missing.append(question)
    if missing:
        asked = "\n".join(f"  {question.option} : {question.intitule}" for question in missing)
        raise click.UsageError(f"il manque :\n{asked}")
    return found


def _propose(question: Question, contexte: Contexte, reponses: Reponses) -> tuple[str, ...]:
    assert question.defaut is not None
    try:
        return (question.accepter(question.defaut(contexte, reponses), contexte, reponses),)
    except Refus as error:
        raise click.UsageError(f"{question.option} : {error}") from None


def _commande(ebauche: Ebauche) -> click.Command:
    @click.pass_obj
    def commande(racine: Callable[[], Path], /, sans_question: bool, **options: Any) -> int:
        """Status 0 written, 1 refused, 2 usage."""
        root = racine()
        contexte = ouvrir(root)
        asking = not sans_question and sys.stdin.isatty()
        if asking:
            click.echo(f"Pour commencer {ebauche.nom}. Ctrl-C pour arrêter : rien n'est écrit avant la fin.")
        answers = _reponses(ebauche, contexte, options, asking)
        try:
            made = ebauche.ecrire(contexte, answers)
        except Illisible as error:
            raise click.ClickException(
                f"{error} est écrit d'une façon que cette commande ne sait pas compléter : rien n'est changé."
            ) from None
        if asking:
            click.echo()
        ecrire(root, made)
        return 0

    options = [
        click.Option(
            [question.option],
            metavar="…",
            multiple=question.plusieurs,
            help=f"{question.demande}{' (plusieurs fois)' if question.plusieurs else ''}.",
        )
        for question in ebauche.questions
    ]
    silent = click.Option(["--sans-question"], is_flag=True, help="Ne demande rien : ce qui manque est une erreur.")
    return Aide(ebauche.genre, callback=commande, params=[*options, silent], help=f"Commence {ebauche.nom}.")


for _ebauche in EBAUCHES:
    nouveau.add_command(_commande(_ebauche))
