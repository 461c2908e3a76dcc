"""`[[kind:id]]` and `{{ parametre }}` in a Markdown body, turned into Markdown links."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.diagnostics import Code, Diagnostic, vouliez_vous_dire
from generator.model import Parametre
from generator.render import codes
from generator.render.adresses import adresse, titre
from generator.render.filters import date_longue, lien_relatif, nombre
from generator.resolve import Cible, KnowledgeBase
from generator.resolve.periodes import Cellule, cellules, valeur_au

GENRES = ("regle", "parametre", "source", "calculateur", "mesure", "structure", "fiche", "terme", "theme")
_PARAGRAPHE = r"(?:(?!\n[ \t]*\n|\[\[|\{\{).)*?"
JETON = re.compile(
    rf"\[\[(?P<renvoi>{_PARAGRAPHE})\]\]|\{{\{{(?P<chiffre>{_PARAGRAPHE})\}}\}}|(?P<ouvert>\[\[|\{{\{{)", re.DOTALL
)
SUJET = re.compile(r"(?P<genre>[a-z]+):(?P<id>[^|\]]+)(?:\|(?P<mots>.+))?", re.DOTALL)

Place = Callable[[Code, int, int, str, str], Diagnostic]


@dataclass
class Renvois:
    """The references of one body. `place` makes a diagnostic from an offset and a length in the body as written."""

    base: KnowledgeBase
    url: str
    today: date
    place: Place
    diagnostics: list[Diagnostic]

    def remplacer(self, text: str, code: tuple[tuple[int, int], ...]) -> str:
        """The text with its references resolved; nothing moves inside the `code` spans, nor when it is wrong."""

        def write(match: re.Match[str]) -> str:
            if any(start <= match.start() < end for start, end in code):
                return match[0]
            if match["renvoi"] is not None:
                return self._renvoi(match) or match[0]
            if match["chiffre"] is not None:
                return self._chiffre(match) or match[0]
            self._dire(codes.RENVOI_MAL_ECRIT, match, f"« {match[0]} » n'est pas refermé")
            return match[0]

        return JETON.sub(write, text)

    def _renvoi(self, match: re.Match[str]) -> str | None:
        parts = SUJET.fullmatch(match["renvoi"].strip())
        if parts is None or parts["genre"] not in GENRES:
            near = vouliez_vous_dire(match["renvoi"].split(":")[0].strip(), GENRES)
            choices = f"genres possibles : {', '.join(GENRES)}"
            self._dire(codes.RENVOI_MAL_ECRIT, match, f"« {match[0]} » n'est pas un renvoi", near or choices)
            return None
        kind, identifier = parts["genre"], parts["id"].strip()
        if not self.base.contient(kind, identifier):
            near = vouliez_vous_dire(identifier, self.base.identifiants(kind))
            self._dire(codes.CIBLE_INCONNUE, match, f"{kind} « {identifier} » : ce sujet n'existe pas", near)
            return None
        words = " ".join((parts["mots"] or titre(self.base, kind, identifier)).split())
        return f"[{_echapper(words)}]({lien_relatif(self.url, adresse(self.base, kind, identifier))})"

    def _chiffre(self, match: re.Match[str]) -> str | None:
        written = match["chiffre"].strip()
        name, *cell = written.split(".")
        known = {parametre.nom: parametre for parametre in self.base.parametres.values()}
        if name not in known:
            self._dire(codes.PARAMETRE_INCONNU, match, f"paramètre « {name} » inconnu", vouliez_vous_dire(name, known))
            return None
        cells = {".".join(key): key for key in cellules(known[name])}
        if ".".join(cell) not in cells:
            wanted = [f"{name}.{key}" if key else name for key in cells]
            near = vouliez_vous_dire(written, wanted) or f"valeurs possibles : {', '.join(wanted)}"
            self._dire(codes.PARAMETRE_INCONNU, match, f"« {written} » ne désigne aucune valeur", near)
            return None
        return self._valeur(known[name], tuple(cell))

    def _valeur(self, parametre: Parametre, cell: Cellule) -> str:
        link = lien_relatif(self.url, adresse(self.base, "parametre", parametre.id))
        found = valeur_au(parametre, cell, self.today)
        if found is None or found.valeur is None:
            return f"[montant inconnu aujourd’hui]({link})"
        shown, since = nombre(found.valeur, parametre.unite), f"depuis le {date_longue(found.du)}"
        if found.rappel_apres is not None and self.today > found.rappel_apres:
            return f"[{shown}]({link}) (dernier montant connu, {since})"
        # An amount that moves is read with its date; for a threshold that hardly does, the title of the link is enough.
        return f"[{shown}]({link}) ({since})" if len(parametre.valeurs) > 2 else f'[{shown}]({link} "{since}")'

    def _dire(self, code: Code, match: re.Match[str], message: str, help: str = "") -> None:
        self.diagnostics.append(self.place(code, match.start(), len(match[0]), message, help))


def cites(text: str, base: KnowledgeBase) -> Iterator[Cible]:
    """The subjects that a body refers to, in the order of the text; what is wrong in it is left out."""
    names = {parametre.nom: parametre.id for parametre in base.parametres.values()}
    for match in JETON.finditer(text):
        if match["renvoi"] is not None and (parts := SUJET.fullmatch(match["renvoi"].strip())):
            yield parts["genre"], parts["id"].strip()
        elif match["chiffre"] is not None and (name := match["chiffre"].strip().split(".")[0]) in names:
            yield "parametre", names[name]


def _echapper(words: str) -> str:
    return re.sub(r"([\\`*_\[\]<>])", r"\\\1", words)
