"""`[[kind:id]]` and `{{ parametre }}` in a body or in a field, turned into links."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup, escape

from generator.diagnostics import Code, Diagnostic, vouliez_vous_dire
from generator.model import Chiffre, Parametre
from generator.render import codes
from generator.render.adresses import adresse, titre
from generator.render.filters import date_longue, etendue, lien_relatif, nombre
from generator.render.lecture import question
from generator.resolve import Cible, KnowledgeBase
from generator.resolve.couverture import GENRES as SUJETS
from generator.resolve.periodes import Cellule, cellules, valeur_au

# What a link may lead to: every subject, and what stands inside a file or is alone of its kind.
GENRES = (*SUJETS, "chiffre", "chiffres", "couverture")
_PARAGRAPHE = r"(?:(?!\n[ \t]*\n|\[\[|\{\{).)*?"
# Each way begins with a sign that the engine looks for alone.
JETON = re.compile(
    rf"\[\[(?P<renvoi>{_PARAGRAPHE})\]\]|\{{\{{(?P<chiffre>{_PARAGRAPHE})\}}\}}"
    r"|\[(?P<renvoi_ouvert>\[)|\{(?P<chiffre_ouvert>\{)"
    # One bracket instead of two, where Markdown would show it as it is.
    rf"|\[(?<!!\[)(?P<simple>(?:{'|'.join(GENRES)}):[\w/-]+)\](?![\[(:])",
    re.DOTALL,
)
SUJET = re.compile(r"(?P<genre>[a-z]+):(?P<id>[^|\]]+)(?:\|(?P<mots>.+))?", re.DOTALL)

Place = Callable[[Code, int, int, str, str], Diagnostic]
# The words of a link, where it leads, what is said of it on hover.
Lien = Callable[[str, str, str], str]


def en_markdown(words: str, target: str, title: str = "") -> str:
    """The link as it is written in a body."""
    safe = re.sub(r"([\\`*_\[\]<>])", r"\\\1", words)
    return f'[{safe}]({target} "{title}")' if title else f"[{safe}]({target})"


def en_html(words: str, target: str, title: str = "") -> str:
    """The link as it is read in a page."""
    hover = Markup(' title="{}"').format(title) if title else ""
    return Markup('<a href="{}"{}>{}</a>').format(target, hover, words)


def sans_lien(words: str, target: str, title: str = "") -> str:  # noqa: ARG001
    """The words of the link alone."""
    return escape(words)


@dataclass
class Renvois:
    """The references of one text. `place` makes a diagnostic from an offset and a length in the text as written."""

    base: KnowledgeBase
    url: str
    today: date
    place: Place
    diagnostics: list[Diagnostic]
    lien: Lien = en_markdown

    def html(self, text: str) -> Markup:
        """A field as HTML: its references are links, all the rest is text. `lien` is `en_html`."""
        if "[[" not in text and "{{" not in text:
            return escape(text)
        parts, cursor = [], 0
        for match in JETON.finditer(text):
            parts += [escape(text[cursor : match.start()]), Markup(self._ecrire(match) or escape(match[0]))]
            cursor = match.end()
        return Markup("").join((*parts, escape(text[cursor:])))

    def remplacer(self, text: str, code: tuple[tuple[int, int], ...]) -> str:
        """The text with its references resolved; nothing moves inside the `code` spans, nor when it is wrong."""

        def write(match: re.Match[str]) -> str:
            inside = any(start <= match.start() < end for start, end in code)
            return match[0] if inside else self._ecrire(match) or match[0]

        return JETON.sub(write, text)

    def _ecrire(self, match: re.Match[str]) -> str | None:
        """The link that a reference stands for, None when it is wrong."""
        if match["renvoi"] is not None:
            return self._renvoi(match)
        if match["chiffre"] is not None:
            return self._chiffre(match)
        if match["simple"] is not None:
            message = f"« {match[0]} » n'est pas un renvoi"
            self._dire(codes.RENVOI_MAL_ECRIT, match, message, f"écrivez [[{match['simple']}]]")
            return None
        ends = "]]" if match["renvoi_ouvert"] else "}}"
        self._dire(codes.RENVOI_MAL_ECRIT, match, f"« {match[0]} » n'est pas refermé", f"fermez-le par « {ends} »")
        return None

    def _renvoi(self, match: re.Match[str]) -> str | None:
        parts = SUJET.fullmatch(match["renvoi"].strip())
        if parts is None or parts["genre"] not in GENRES:
            named = self._ailleurs(match["renvoi"].strip())
            near = vouliez_vous_dire(match["renvoi"].split(":")[0].strip(), GENRES)
            choices = f"genres possibles : {', '.join(GENRES)}"
            self._dire(codes.RENVOI_MAL_ECRIT, match, f"« {match[0]} » n'est pas un renvoi", named or near or choices)
            return None
        kind, identifier = parts["genre"], parts["id"].strip()
        if not self.base.contient(kind, identifier):
            near = self._ailleurs(identifier) or vouliez_vous_dire(identifier, self.base.identifiants(kind))
            self._dire(codes.CIBLE_INCONNUE, match, f"{kind} « {identifier} » : ce sujet n'existe pas", near)
            return None
        words = " ".join((parts["mots"] or titre(self.base, kind, identifier)).split())
        return self.lien(words, lien_relatif(self.url, adresse(self.base, kind, identifier)), "")

    def _ailleurs(self, identifier: str) -> str:
        """How to write the link, when another kind has that very identifier."""
        kinds = [kind for kind in SUJETS if self.base.contient(kind, identifier)]
        return f"écrivez {' ou '.join(f'[[{kind}:{identifier}]]' for kind in kinds)}" if kinds else ""

    def _chiffre(self, match: re.Match[str]) -> str | None:
        written = match["chiffre"].strip()
        name, *cell = written.split(".")
        figure = self.base.chiffres.get(written.replace("_", "-"))
        if figure is not None and figure.nom == written:
            return self._du_pacte(figure)
        parametre = self.base.parametres.get(name.replace("_", "-"))
        if parametre is None or parametre.nom != name:
            names = [known.nom for known in self.base.parametres.values()]
            names += [known.nom for known in self.base.chiffres.values()]
            near = vouliez_vous_dire(name, names)
            self._dire(codes.PARAMETRE_INCONNU, match, f"paramètre « {name} » inconnu", near)
            return None
        cells = {".".join(key): key for key in cellules(parametre)}
        if ".".join(cell) not in cells:
            wanted = [f"{name}.{key}" if key else name for key in cells]
            near = vouliez_vous_dire(written, wanted) if cell else ""
            near = near or f"valeurs possibles : {', '.join(wanted)}"
            self._dire(codes.PARAMETRE_INCONNU, match, f"« {written} » ne désigne aucune valeur", near)
            return None
        return self._valeur(parametre, tuple(cell))

    def _du_pacte(self, chiffre: Chiffre) -> str:
        title = f"{chiffre.libelle}, {chiffre.annee}" if chiffre.annee else chiffre.libelle
        return self.lien(etendue(chiffre), lien_relatif(self.url, adresse(self.base, "chiffre", chiffre.id)), title)

    def _valeur(self, parametre: Parametre, cell: Cellule) -> str:
        link = lien_relatif(self.url, adresse(self.base, "parametre", parametre.id))
        found = valeur_au(parametre, cell, self.today)
        if found is None or found.valeur is None:
            return self.lien("montant inconnu aujourd’hui", link, "")
        shown, since = nombre(found.valeur, parametre.unite), f"depuis le {date_longue(found.du)}"
        if found.rappel_apres is not None and self.today > found.rappel_apres:
            return f"{self.lien(shown, link, '')} (dernier montant connu, {since})"
        # An amount that moves is read with its date; for a threshold that hardly does, the title of the link is enough.
        moving = len(parametre.valeurs) > 2
        return f"{self.lien(shown, link, '')} ({since})" if moving else self.lien(shown, link, since)

    def _dire(self, code: Code, match: re.Match[str], message: str, help: str = "") -> None:
        self.diagnostics.append(self.place(code, match.start(), len(match[0]), message, help))


@question
def _noms(base: KnowledgeBase) -> dict[str, Cible]:
    """What each name of a figure stands for."""
    names = {parametre.nom: ("parametre", parametre.id) for parametre in base.parametres.values()}
    return names | {chiffre.nom: ("chiffre", chiffre.id) for chiffre in base.chiffres.values()}


def cites(text: str, base: KnowledgeBase) -> Iterator[Cible]:
    """The subjects that a body refers to, in the order of the text; what is wrong in it is left out."""
    if "[[" not in text and "{{" not in text:
        return
    names = _noms(base)
    for match in JETON.finditer(text):
        if match["renvoi"] is not None and (parts := SUJET.fullmatch(match["renvoi"].strip())):
            yield parts["genre"], parts["id"].strip()
        elif match["chiffre"] is not None and (name := match["chiffre"].strip().split(".")[0]) in names:
            yield names[name]
