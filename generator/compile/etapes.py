"""The steps of a calculator, typed in the order in which they depend on one another."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from generator.compile.codes import PAR_NOM
from generator.compile.formule import compiler_formule, nom_a_tirets, noms_employes
from generator.compile.grammaire import unite_inconnue
from generator.compile.noeud import Arbre, FauteDeFormule, Noeud, convertir, faute
from generator.compile.operations.logique import meme_type
from generator.compile.portee import ParametreConnu, Portee
from generator.compile.types import Type, TypeBooleen, TypeNombre
from generator.compile.unites import Unite, UniteInconnue, lire_unite
from generator.diagnostics import Diagnostic, vouliez_vous_dire
from generator.load import Document
from generator.model import Cas, Etape

R = TypeVar("R")
Chemin = tuple[str | int, ...]
RENVOI = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class EtapeCompilee:
    """A step with its closed tree and its type."""

    etape: Etape
    arbre: Arbre
    type: Type


class Compilateur:
    """Compiles the formulas of one file and gathers their faults, each at its character."""

    def __init__(
        self, document: Document, valeurs: Mapping[str, Type], parametres: Mapping[str, ParametreConnu]
    ) -> None:
        self.document = document
        self.portee = Portee(dict(valeurs), parametres)
        self.diagnostics: list[Diagnostic] = []

    def formule(self, texte: str, chemin: Chemin) -> Noeud | None:
        """The typed formula, or None after its fault was told."""
        return self._garder(chemin, lambda: compiler_formule(texte, self.portee))

    def condition(self, texte: str, chemin: Chemin) -> Noeud | None:
        """A formula that must answer yes or no."""
        node = self.formule(texte, chemin)
        if node and not isinstance(node.type, TypeBooleen):
            self._dire(chemin, faute("type", f"une condition est attendue ici, pas {node.type}", node))
            return None
        if node and node.arbre[0] == "booleen":
            self._dire(chemin, faute("branche", "la condition est toujours la même", node))
            return None
        return node

    def message(self, texte: str, chemin: Chemin) -> None:
        """Check that `{nom}` in a message names an input or a step."""
        for match in RENVOI.finditer(texte):
            if match[1] not in self.portee.valeurs:
                help = vouliez_vous_dire(match[1], self.portee.valeurs)
                self._dire(chemin, FauteDeFormule("nom", f"« {match[1]} » inconnu", match.start(1), match.end(1), help))

    def etapes(self, etapes: tuple[Etape, ...]) -> tuple[EtapeCompilee, ...]:
        """Every step that compiles, in file order."""
        compiled: dict[str, EtapeCompilee] = {}
        valeurs = dict(self.portee.valeurs)
        names = {etape.nom for etape in etapes}
        order = list(self._ordre(etapes))
        # The members of a cycle have no place in the order: what depends on them is not told again.
        broken = names - {etapes[index].nom for index in order}
        for index in order:
            etape = etapes[index]
            if any(name in broken for name in dependances(etape)):
                broken.add(etape.nom)
                continue
            self.portee = Portee(valeurs, self.portee.parametres)
            node = self._etape(etape, ("etapes", index))
            if node is None:
                broken.add(etape.nom)
                continue
            valeurs[etape.nom] = node.type
            compiled[etape.nom] = EtapeCompilee(etape, node.arbre, node.type)
        self.portee = Portee(valeurs, self.portee.parametres)
        for index, etape in enumerate(etapes):
            if not broken & names:
                self._messages(etape, ("etapes", index))
        return tuple(compiled[etape.nom] for etape in etapes if etape.nom in compiled)

    def _messages(self, etape: Etape, chemin: Chemin) -> None:
        for rank, cas in enumerate(etape.cas):
            for champ in ("parce_que", "sans_objet", "refus"):
                texte = getattr(cas, champ)
                if texte:
                    self.message(texte, (*chemin, "cas", rank, champ))

    def _ordre(self, etapes: tuple[Etape, ...]) -> Iterator[int]:
        """Each step after those it uses; a cycle is told once and left out."""
        rank = {etape.nom: index for index, etape in enumerate(etapes)}
        done: set[str] = set()
        told: set[str] = set()

        def visiter(name: str, path: tuple[str, ...]) -> Iterator[int]:
            if name in done or name in told:
                return
            if name in path:
                cycle = path[path.index(name) :]
                told.update(cycle)
                location = self.document.locate("etapes", rank[cycle[0]], "nom")
                chain = " → ".join((*cycle, cycle[0]))
                self.diagnostics.append(
                    PAR_NOM["cycle"].at(location, f"ces étapes dépendent l'une de l'autre : {chain}")
                )
                return
            for needed in self._dependances(etapes[rank[name]]):
                if needed in rank:
                    yield from visiter(needed, (*path, name))
            if name not in told:
                done.add(name)
                yield rank[name]

        for etape in etapes:
            yield from visiter(etape.nom, ())

    def _dependances(self, etape: Etape) -> tuple[str, ...]:
        """None for a step where dashes cut a parameter into the names of others: that alone is told of it."""
        cut = any(nom_a_tirets(texte, self.portee) for texte in formules(etape))
        return () if cut else dependances(etape)

    def _etape(self, etape: Etape, chemin: Chemin) -> Noeud | None:
        declared = self._garder((*chemin, "unite"), lambda: _unite_declaree(etape.unite or ""))
        if declared is None:
            return None
        if etape.formule is not None:
            node = self.formule(etape.formule, (*chemin, "formule"))
        else:
            node = self._cas(etape.cas, (*chemin, "cas"))
        if node is None:
            return None
        place = (*chemin, "formule") if etape.formule is not None else (*chemin, "unite")
        return self._garder(place, lambda: _dans_l_unite(node, declared))

    def _cas(self, cas: tuple[Cas, ...], chemin: Chemin) -> Noeud | None:
        conditions = [
            self.condition(item.si, (*chemin, rank, "si")) if item.si else None for rank, item in enumerate(cas)
        ]
        results = [
            self.formule(item.alors, (*chemin, rank, "alors")) if item.alors else None for rank, item in enumerate(cas)
        ]
        for item, condition, result in zip(cas, conditions, results, strict=True):
            if (item.si and condition is None) or (item.alors and result is None):
                return None
        known = [(rank, result) for rank, result in enumerate(results) if result]
        if not known:
            location = self.document.locate(*chemin)
            self.diagnostics.append(PAR_NOM["type"].at(location, "aucun cas ne donne de valeur"))
            return None
        agreed = self._garder((*chemin, known[0][0], "alors"), lambda: meme_type([result for _, result in known]))
        if agreed is None:
            return None
        nodes = dict(zip((rank for rank, _ in known), agreed[0], strict=True))
        tree: Arbre = ["cas"]
        for rank, (item, condition) in enumerate(zip(cas, conditions, strict=True)):
            outcome = nodes[rank].arbre if rank in nodes else _sans_valeur(item)
            tree.append([condition.arbre if condition else None, outcome, item.parce_que])
        return Noeud(tree, agreed[1])

    def _garder(self, chemin: Chemin, faire: Callable[[], R]) -> R | None:
        try:
            return faire()
        except FauteDeFormule as error:
            self._dire(chemin, error)
            return None

    def _dire(self, chemin: Chemin, error: FauteDeFormule) -> None:
        location = self.document.locate_text(chemin, error.debut, error.fin - error.debut)
        self.diagnostics.append(PAR_NOM[error.code].at(location, error.message, error.aide))


def dependances(etape: Etape) -> tuple[str, ...]:
    """The names that a step needs for its state: those of its formulas, and of the reasons it gives for having none."""
    names = [name for texte in formules(etape) for name in noms_employes(texte)]
    reasons = [texte for cas in etape.cas for texte in (cas.sans_objet, cas.refus) if texte]
    names += [match[1] for texte in reasons for match in RENVOI.finditer(texte)]
    return tuple(dict.fromkeys(names))


def formules(etape: Etape) -> tuple[str, ...]:
    """Every formula of a step, conditions included."""
    texts = (etape.formule, *(texte for cas in etape.cas for texte in (cas.si, cas.alors)))
    return tuple(texte for texte in texts if texte)


def _sans_valeur(cas: Cas) -> Arbre:
    return ["sans_objet", cas.sans_objet] if cas.sans_objet is not None else ["refus", cas.refus]


def _unite_declaree(texte: str) -> Unite:
    """Raises FauteDeFormule when it does not exist."""
    try:
        return lire_unite(texte)
    except UniteInconnue as error:
        raise unite_inconnue(error.symbole, 0, len(texte)) from None


def _dans_l_unite(node: Noeud, declared: Unite) -> Noeud:
    """The node in the unit that the step declares. Raises FauteDeFormule when they do not agree."""
    if not isinstance(node.type, TypeNombre):
        if declared.texte:
            raise faute("unite", f"cette étape donne {node.type} : elle n'a pas d'unité", node)
        return node
    found = node.type.unite
    if not found.compatible(declared):
        wanted = declared.texte or "sans unité"
        raise faute(
            "unite",
            f"la formule donne {node.type}, l'étape est déclarée {wanted}",
            node,
            f"écrivez « unite: {found.texte} »" if found.texte else "retirez « unite »",
        )
    return convertir(node, declared)
