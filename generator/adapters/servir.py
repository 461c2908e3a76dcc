"""`memento servir`: the site while it is being written."""

import logging
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Thread

import click
from jinja2 import TemplateSyntaxError
from mkdocs.exceptions import ConfigurationError

from generator.adapters.francais import Aide
from generator.adapters.racine import aujourd_hui, montrer
from generator.diagnostics import Report

# How often the files are looked at, in seconds.
PAS = 0.1


@click.command(cls=Aide, help="Sert le site sur cette machine ; chaque changement se voit dans le navigateur.")
@click.option("--adresse", default="127.0.0.1:8000", show_default=True, help="Adresse et port.")
@click.pass_obj
def servir(racine: Callable[[], Path], adresse: str) -> int:
    """Status 1 when the mémento holds an error at the start or the address is taken."""
    root = racine()
    host, _, port = adresse.rpartition(":")
    if not host or not port.isdigit() or int(port) > 65535:
        raise click.UsageError(f"adresse « {adresse} » : écrivez-la comme 127.0.0.1:8000")
    with suppress(KeyboardInterrupt):
        return _servir(root, host, int(port))
    return 0


def _servir(root: Path, host: str, port: int) -> int:
    # Half a second of modules that no other command needs.
    from generator.adapters.en_direct import EnDirect
    from generator.adapters.fond import Fond
    from generator.adapters.reserve import Reserve
    from generator.adapters.serveur import Serveur
    from generator.adapters.veille import Veille

    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    fond = Fond(lambda: Reserve.de(root, "documents"), lambda report: _dire(report, root), _avouer)
    direct = EnDirect(root, f"http://{host}:{port}/", fond)
    veille = Veille(root, lieux())
    try:
        server = Serveur(host, port, direct.lire, direct.absente)
    except OSError as error:
        raise click.ClickException(f"l'adresse {host}:{port} n'est pas libre : {error.strerror or error}") from None
    try:
        report = direct.changer((), aujourd_hui())
        _dire(report, root)
        if report.errors:
            click.echo("Le mémento contient des erreurs : il n'est pas servi.", err=True)
            return 1
        Thread(target=server.serve_forever, daemon=True).start()
        click.echo(f"Le mémento se lit à l'adresse {direct.adresse} (Ctrl-C pour arrêter).")
        day = aujourd_hui()
        while True:
            changed = veille.changements()
            if changed or day != aujourd_hui():
                day = aujourd_hui()
                _changer(root, changed, lambda paths: direct.changer(paths, aujourd_hui()), server.annoncer)
            time.sleep(PAS)
    finally:
        fond.abandonner()
        server.server_close()


def lieux() -> tuple[str, ...]:
    """Where something that a page shows is written: the templates are those of the machine that is running."""
    import generator.render

    templates = Path(generator.render.__file__).parent / "templates"
    return ("content", "rules", "urls.lock", "site_theme", "mkdocs.yml", str(templates))


def _changer(
    root: Path, paths: frozenset[str], changer: Callable[[frozenset[str]], Report], annoncer: Callable[[], None]
) -> None:
    start = time.monotonic()
    names = ", ".join(sorted(paths)[:3]) + (" …" if len(paths) > 3 else "") or "le jour a changé"
    try:
        report = changer(paths)
    except TemplateSyntaxError as error:
        report = None
        click.echo(f"{error.filename}:{error.lineno}: gabarit mal écrit : {error.message}", err=True)
    except ConfigurationError as error:
        report = None
        click.echo(f"mkdocs.yml ne peut pas être lu : {error}", err=True)
    if report:
        _dire(report, root)
    if report is None or report.errors:
        click.echo(f"{names} : les dernières pages sans faute restent lisibles.", err=True)
        return
    annoncer()
    click.echo(f"{names} : relu en {time.monotonic() - start:.2f} s.")


def _dire(report: Report, root: Path) -> None:
    if report.diagnostics:
        montrer(report, root)


def _avouer(message: str) -> None:
    click.echo(message, err=True)
