"""`memento renommer`: a subject under another name, everywhere at once, its old addresses still alive."""

import shutil
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

import click

from generator.adapters.ecriture import ecrire_ensemble
from generator.adapters.francais import Aide
from generator.adapters.racine import aujourd_hui, montrer
from generator.check.adresses import publiees
from generator.diagnostics import vouliez_vous_dire
from generator.load import load_documents, load_verrou
from generator.load.verrou import VERROU
from generator.model.base import SLUG
from generator.pipeline import Build, build
from generator.render.mentions import RENOMMABLES
from generator.render.renommage import Renommage, adresses_deplacees, verrou_renomme
from generator.render.renommage import renommer as preparer
from generator.resolve import KnowledgeBase
from generator.validate import validate_documents
from generator.validate.chemins import CONSEIL, LONGUEUR, mal_nomme

LUS = ("rules", "content", "site_theme")


@click.command(cls=Aide, help="Renomme un sujet partout : memento renommer aci-plafond aci-plafond-des-ventes.")
@click.argument("ancien", metavar="ANCIEN")
@click.argument("nouveau", metavar="NOUVEAU")
@click.pass_obj
def renommer(racine: Callable[[], Path], ancien: str, nouveau: str) -> int:
    """Nothing is written unless the mémento builds under the new name. Status 1 refused, 2 usage."""
    root = racine()
    before = build(root, aujourd_hui())
    if before.failed or before.site is None:
        montrer(before.report, root)
        raise click.ClickException("le mémento contient des erreurs : corrigez-les avant de renommer.")
    kind, identifier = _sujet(before.base, ancien)
    if not SLUG.fullmatch(nouveau) or mal_nomme(f"{nouveau}.md"):
        raise click.UsageError(f"« {nouveau[:LONGUEUR]} » n'est pas un nom ; {CONSEIL}")
    if before.base.contient(kind, nouveau):
        raise click.UsageError(f"{kind} « {nouveau} » existe déjà")
    catalogue = validate_documents(load_documents(root).value).value
    texts = {entry.document.path: _lire(root / entry.document.path) for entry in catalogue.entries}
    plan = preparer(catalogue, texts, kind, identifier, nouveau)
    files = {plan.deplace[1] if path == plan.deplace[0] else path: text for path, text in plan.textes.items()}
    if plan.deplace[1] not in files:
        files[plan.deplace[1]] = texts[plan.deplace[0]]
    moved = _essayer(root, before, plan, files, identifier, nouveau)
    ecrire_ensemble(root, files, retire=plan.deplace[0])
    click.echo(f"{plan.deplace[0]} → {plan.deplace[1]}")
    for path, count in plan.mentions.items():
        click.echo(f"  {path} : {count} mention{'s' if count > 1 else ''}")
    for old, new in moved.items():
        click.echo(f"  /{old} → /{new}")
    return 0


def _sujet(base: KnowledgeBase, ancien: str) -> tuple[str, str]:
    """The kind and the identifier; usage errors when there is none, or several."""
    asked, _, identifier = ancien.rpartition(":")
    kinds = (asked,) if asked else RENOMMABLES
    found = [kind for kind in kinds if kind in RENOMMABLES and base.contient(kind, identifier)]
    if len(found) > 1:
        choices = " ou ".join(f"{kind}:{identifier}" for kind in found)
        raise click.UsageError(f"plusieurs sujets s'appellent « {identifier} » : précisez {choices}")
    if not found:
        if asked and asked not in RENOMMABLES:
            raise click.UsageError(f"« {asked} » ne se renomme pas ; genres : {', '.join(RENOMMABLES)}")
        near = vouliez_vous_dire(identifier, [name for kind in kinds for name in base.identifiants(kind)])
        raise click.UsageError(f"« {ancien} » n'existe pas{f' ; {near}' if near else ''}")
    return found[0], identifier


def _essayer(
    root: Path, before: Build, plan: Renommage, files: dict[str, str], ancien: str, nouveau: str
) -> Mapping[str, str]:
    """Build a copy under the new name and add the lock to `files`; gives the addresses that move."""
    with tempfile.TemporaryDirectory(prefix="memento-") as folder:
        copy = Path(folder)
        for name in LUS:
            shutil.copytree(root / name, copy / name, symlinks=True)
        (copy / plan.deplace[0]).unlink()
        for path, text in files.items():
            (copy / path).write_bytes(text.encode())
        # Without its lock first: one must see the addresses to know which ones move.
        after = build(copy, aujourd_hui())
        if after.failed or after.site is None or before.site is None:
            montrer(after.report, copy)
            raise click.ClickException("sous ce nom, le mémento contiendrait des erreurs : rien n'est changé.")
        published = publiees(after.site)
        try:
            moved = adresses_deplacees(publiees(before.site), published, ancien, nouveau)
        except KeyError as error:
            raise click.ClickException(f"/{error.args[0]} n'aurait plus d'adresse : rien n'est changé.") from None
        files[VERROU] = verrou_renomme(load_verrou(root).value, published, moved)
        (copy / VERROU).write_bytes(files[VERROU].encode())
        whole = build(copy, aujourd_hui())
        if whole.failed:
            montrer(whole.report, copy)
            raise click.ClickException("des adresses publiées mourraient : rien n'est changé.")
    return moved


def _lire(path: Path) -> str:
    return path.read_bytes().decode("utf-8")
