"""The mémento kept in memory while someone writes it: what is read is made when it is read, and nothing else."""

from collections.abc import Collection, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from threading import RLock

from jinja2 import Environment, TemplateNotFound

from generator.adapters.fond import Fond
from generator.adapters.habit import Habit
from generator.diagnostics import Report
from generator.load import Connus, load_assets
from generator.pipeline import Build, read_over
from generator.render.a_la_demande import ALaDemande, AtelierDUnePage
from generator.render.site import INDEX

ECRITS = ("content/", "rules/")
MOTS = (".md", ".yaml")
GABARITS = "generator/render/templates/"
THEME, ACTIFS, REGLAGES, VERROU = "site_theme/", "site_theme/assets/", "mkdocs.yml", "urls.lock"


class EnDirect:
    """The last mémento without a fault; those who read and the one who changes take turns."""

    def __init__(self, root: Path, adresse: str, fond: Fond) -> None:
        self.root = root
        self.adresse = adresse
        self.fond = fond
        self._tour = RLock()
        # Kept from one mémento to the next: the files as they were read, and which order made each page.
        self._connus: Connus = {}
        self._places: dict[str, str] = {}
        # What has changed and has not been read without a fault yet.
        self._attente: set[str] = set()
        self._theme: Mapping[str, bytes] = {}
        self._jour: date | None = None
        self._montre: object = None
        self._lu: Build
        self._site: ALaDemande
        self._habit: Habit

    def changer(self, paths: Collection[str], today: date) -> Report:
        """Read what has changed; all of it the first time, and on another day. With an error, nothing changes.

        Raises jinja2.TemplateSyntaxError, mkdocs.exceptions.ConfigurationError; then nothing has changed either.
        """
        with self._tour:
            self._attente.update(paths)
            written = [path for path in self._attente if path.startswith(ECRITS)]
            first = self._jour != today
            words = first or written or VERROU in self._attente
            read = read_over(self.root, today, None if first else written, self._connus) if words else self._lu
            if read.failed:
                return read.report
            if first or any(path.startswith(ACTIFS) for path in self._attente):
                self._theme = load_assets(self.root)
            atelier = AtelierDUnePage(read.base, read.programs, today)
            site = ALaDemande(atelier, self._theme, self._places, read.verrou)
            _compiler(atelier.gabarits, self._attente, GABARITS)
            shown = (site.nav, site.pied, read.base.listes)
            if shown != self._montre or any(map(self._habille, self._attente)):
                habit = Habit(self.root, self.adresse, read.base, site.nav, site.pied)
                _compiler(habit.env, self._attente, THEME)
                self._habit = habit
            self._lu, self._site, self._montre, self._jour = read, site, shown, today
            self._attente.clear()
            self.fond.refaire(self.root, today)
            return read.report

    def lire(self, url: str) -> bytes | None:
        """What stands at an address, `regles/x/` or `assets/x.css`; None when nothing does."""
        if url == INDEX or url.endswith(".pdf"):
            return self.fond.lire(url)
        with self._tour:
            if url and not url.endswith("/"):
                if url in self._site.allure:
                    return self._site.allure[url]
                return self._habit.statique(url) or self._site.fichier(url)
            page = self._site.page(url)
            return None if page is None else self._habit.page(page, self._site.signalement(page)).encode()

    def absente(self) -> bytes:
        """What is read where nothing stands."""
        with self._tour:
            return self._habit.absente().encode()

    def _habille(self, path: str) -> bool:
        """True for a file of which the shell is made, or that is published as it is and has not been until now."""
        if path.startswith(ECRITS):
            return not path.endswith(MOTS)
        if path.startswith(ACTIFS):
            return path.removeprefix(THEME) not in self._habit.statiques or not (self.root / path).exists()
        return path == REGLAGES or path.startswith(THEME)


def _compiler(env: Environment, paths: Collection[str], folder: str) -> None:
    """The templates that have changed, before any page is made with them."""
    names = [path.partition(folder)[2] for path in paths if folder in path and path.endswith(".html")]
    for name in names:
        # One that is no more is missed by the pages that ask for it.
        with suppress(TemplateNotFound):
            env.get_template(name)
