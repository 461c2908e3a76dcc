"""`memento calculer ID nom=valeur …`: the same calculators as the site's."""

import json
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import click

from generator.adapters.compilation import compiler, programme, programmes
from generator.adapters.exemples import montrer_exemples
from generator.adapters.francais import Aide, option_format
from generator.adapters.lot import calculer_lot
from generator.adapters.racine import aujourd_hui
from generator.compile import Evaluation, Program, Refusee, evaluer, lire_situation
from generator.compile.saisie import lire_date


@click.command(cls=Aide, help="Calcule : memento calculer aide-au-poste siae=ACI etp=10 taux_modulation=5%.")
@click.argument("identifiant", metavar="CALCULATEUR", required=False)
@click.argument("valeurs", nargs=-1, metavar="[NOM=VALEUR]...")
@click.option("--date", "jour", metavar="AAAA-MM-JJ", help="Date du droit à appliquer (par défaut : aujourd'hui).")
@option_format
@click.option("--exemples", is_flag=True, help="Refait les exemples du calculateur (de tous, sans CALCULATEUR).")
@click.option(
    "--lot",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FICHIER.csv",
    help="Calcule chaque ligne d'un fichier CSV dont les colonnes portent le nom des entrées.",
)
@click.option(
    "--sortie",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="RESULTATS.csv",
    help="Où écrire les résultats du lot.",
)
@click.pass_obj
def calculer(
    racine: Callable[[], Path],
    identifiant: str | None,
    valeurs: tuple[str, ...],
    jour: str | None,
    forme: str,
    exemples: bool,
    lot: Path | None,
    sortie: Path | None,
) -> int:
    """Status 0 computed, 1 refused or unknown at that date, 2 usage."""
    programs = programmes(compiler(racine(), "rien n'est calculé"))
    if identifiant is None:
        if lot:
            raise click.UsageError("--lot demande le nom d'un calculateur")
        if exemples:
            return montrer_exemples(programs.values())
        for program in programs.values():
            click.echo(f"{program.id}  {program.calculateur.titre}")
        return 0
    program = programme(programs, identifiant)
    if exemples:
        return montrer_exemples([program])
    try:
        day = lire_date("date", jour) if jour else aujourd_hui()
        if lot or sortie:
            return _lot(program, lot, sortie, valeurs, day)
        situation = lire_situation(program, dict(_paires(valeurs)))
    except Refusee as error:
        raise click.ClickException(f"{error.nom} : {error.message}") from None
    evaluation = evaluer(program, day, situation)
    if forme == "json":
        click.echo(json.dumps(evaluation.json(), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(_lignes(program, evaluation, day)))
    if evaluation.refus:
        click.echo(f"Erreur : {evaluation.refus}", err=True)
        return 1
    return 0


def _lot(program: Program, lot: Path | None, sortie: Path | None, valeurs: tuple[str, ...], day: date) -> int:
    """Status 1 when some lines were refused; the others are computed all the same."""
    if lot is None or sortie is None:
        raise click.UsageError("un lot demande --lot FICHIER.csv et --sortie RESULTATS.csv")
    if valeurs:
        raise click.UsageError("avec --lot, les valeurs sont dans le fichier")
    if sortie.resolve() == lot.resolve():
        raise click.UsageError("--sortie écraserait le fichier du lot : donnez un autre nom")
    done = calculer_lot(program, lot, sortie, day)
    refused = f", {done.refusees} refusées (voir la colonne « etat »)" if done.refusees else ""
    click.echo(f"{done.lignes} lignes{refused}, dans {sortie}", err=True)
    return 1 if done.refusees else 0


def _paires(valeurs: Iterable[str]) -> list[tuple[str, str]]:
    """`nom=valeur` words; a name given twice is a usage error."""
    pairs: dict[str, str] = {}
    for word in valeurs:
        name, equals, value = word.partition("=")
        if not equals or not name:
            raise click.UsageError(f"« {word} » : écrivez nom=valeur, par exemple etp=10")
        if name in pairs:
            raise click.UsageError(f"« {name} » est donné deux fois")
        pairs[name] = value
    return list(pairs.items())


def _lignes(program: Program, evaluation: Evaluation, day: date) -> list[str]:
    content = evaluation.json()
    labels = {etape["nom"]: etape["libelle"] for etape in program.json["etapes"]}
    lines = [f"{program.calculateur.titre} — droit applicable au {day.isoformat()}", ""]
    for name, result in content["resultats"].items():
        lines.append(f"{labels[name]} : {_resultat(result)}")
        if result.get("message") and "code" in result:
            lines.append(f"    {result['message']}")
    lines += [f"\nAttention : {warning}" for warning in content["avertissements"]]
    if content.get("questions"):
        lines.append(f"\nIl manque : {', '.join(content['questions'])}")
    lines += ["", "Le calcul et ses sources", ""]
    for step in content["etapes"]:
        lines.append(f"  {step['libelle']} = {step['formule']}")
        lines.append(f"    {step['substitution']} → {_resultat(step)}")
        if step.get("parce_que"):
            lines.append(f"    {step['parce_que']}")
        if step["sources"]:
            lines.append(f"    {' ; '.join(step['sources'])}")
    return [*lines, "", "Résultat indicatif : seul le texte cité fait foi."]


def _resultat(result: dict[str, object]) -> str:
    match result.get("etat"):
        case "inconnu":
            return "à compléter"
        case "sans-objet":
            return f"sans objet ({result['raison']})"
        case "erreur":
            return f"pas de résultat ({result['message']})"
    return str(result["affichage"])
