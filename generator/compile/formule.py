"""From the text of a formula to a typed JSON tree."""

import re
from collections.abc import Iterable
from fractions import Fraction

from lark import Token, Tree

from generator.compile.calendrier import ANNEE_MAX, ANNEE_MIN
from generator.compile.grammaire import lire, unite_inconnue
from generator.compile.noeud import Arbre, FauteDeFormule, Noeud, faute
from generator.compile.operations import FONCTIONS, OPERATIONS
from generator.compile.operations.arithmetique import Arrondi
from generator.compile.portee import Portee
from generator.compile.types import TypeBooleen, TypeDate, TypeNombre, TypeTexte, libelles_des_codes
from generator.compile.unites import SANS_UNITE, UniteInconnue, lire_unite
from generator.diagnostics import vouliez_vous_dire

TEXTE = re.compile(r"«[^«»]*»")
A_TIRETS = re.compile(r"(?<![\w-])[a-z][a-z0-9]*(?:-[a-z0-9]+)+(?![\w-])")
BINAIRES = {"ajouter": "+", "soustraire": "-", "multiplier": "*", "diviser": "/", "et": "et", "ou": "ou"}


def compiler_formule(texte: str, portee: Portee) -> Noeud:
    """The typed tree of a formula. Raises FauteDeFormule, whose offsets are in `texte`."""
    dashed = nom_a_tirets(texte, portee)
    if dashed:
        help = f"écrivez {dashed[0].replace('-', '_')} : ici, un tiret est un moins"
        raise FauteDeFormule("nom", f"« {dashed[0]} » inconnu", dashed.start(), dashed.end(), help)
    return _Compilation(texte, portee).noeud(lire(texte))


def nom_a_tirets(texte: str, portee: Portee) -> re.Match[str] | None:
    """The first identifier of a parameter that is written as its file is named."""
    bare = TEXTE.sub(lambda match: " " * len(match[0]), texte)
    found = A_TIRETS.finditer(bare)
    return next((match for match in found if match[0].replace("-", "_") in portee.parametres), None)


def noms_employes(texte: str) -> tuple[str, ...]:
    """The names of values a formula refers to, in order; nothing when it cannot be read."""
    try:
        tree = lire(texte)
    except FauteDeFormule:
        return ()
    # Subtrees come from the leaves up, in no promised order: sort them by place.
    nodes = [node for node in tree.iter_subtrees() if node.data in ("nom", "indice")]
    ordered = sorted(nodes, key=lambda node: node.meta.start_pos)
    return tuple(dict.fromkeys(str(node.children[0]) for node in ordered))


class _Compilation:
    """One formula: its text for places, its scope for names."""

    def __init__(self, texte: str, portee: Portee) -> None:
        self.texte, self.portee = texte, portee

    def noeud(self, tree: Tree[Token]) -> Noeud:
        kind = str(tree.data)
        if kind in BINAIRES:
            return self._binaire(BINAIRES[kind], tree)
        return getattr(self, f"_{kind}")(tree)  # type: ignore[no-any-return]

    def _operandes(self, tree: Tree[Token]) -> list[Noeud]:
        return [self.noeud(child) for child in tree.children if isinstance(child, Tree)]

    def _place(self, tree: Tree[Token], node: Noeud) -> Noeud:
        return Noeud(node.arbre, node.type, tree.meta.start_pos, tree.meta.end_pos, node.litteral)

    def _binaire(self, nom: str, tree: Tree[Token]) -> Noeud:
        return self._place(tree, OPERATIONS[nom].typer(self._operandes(tree)))

    def _comparer(self, tree: Tree[Token]) -> Noeud:
        sign = next(str(child) for child in tree.children if isinstance(child, Token))
        return self._place(tree, OPERATIONS[sign].typer(self._operandes(tree)))

    def _si(self, tree: Tree[Token]) -> Noeud:
        return self._place(tree, OPERATIONS["si"].typer(self._operandes(tree)))

    def _non(self, tree: Tree[Token]) -> Noeud:
        return self._place(tree, OPERATIONS["non"].typer(self._operandes(tree)))

    def _oppose(self, tree: Tree[Token]) -> Noeud:
        operand = self._operandes(tree)[0]
        if operand.litteral is None:
            return self._place(tree, OPERATIONS["neg"].typer([operand]))
        value = -operand.litteral
        return self._place(tree, Noeud([operand.arbre[0], str(value), operand.arbre[2]], operand.type, litteral=value))

    def _nombre(self, tree: Tree[Token]) -> Noeud:
        digits, *rest = (str(child) for child in tree.children)
        value = Fraction("".join(digits.split()).replace(",", "."))
        unit = SANS_UNITE
        if rest:
            try:
                unit = lire_unite(rest[0])
            except UniteInconnue as error:
                end = tree.meta.end_pos
                raise unite_inconnue(error.symbole, end - len(rest[0]), end) from None
        value = value / 100 if unit.pourcentage else value
        return self._place(tree, Noeud(["nombre", str(value), unit.texte], TypeNombre(unit), litteral=value))

    def _date(self, tree: Tree[Token]) -> Noeud:
        text = str(tree.children[0])
        try:
            OPERATIONS["date"].evaluer(["date", text], None)  # type: ignore[arg-type]
        except ValueError:
            raise FauteDeFormule(
                "syntaxe", f"la date {text} n'existe pas", tree.meta.start_pos, tree.meta.end_pos
            ) from None
        if not ANNEE_MIN <= int(text[:4]) <= ANNEE_MAX:
            message = f"la date {text} est hors des années {ANNEE_MIN} à {ANNEE_MAX}"
            raise FauteDeFormule("syntaxe", message, tree.meta.start_pos, tree.meta.end_pos)
        return self._place(tree, Noeud(["date", text], TypeDate()))

    def _texte(self, tree: Tree[Token]) -> Noeud:
        code = str(tree.children[0])[1:-1].strip()
        return self._place(tree, Noeud(["texte", code], TypeTexte(((code, code.replace("-", " ")),))))

    def _vrai(self, tree: Tree[Token]) -> Noeud:
        return self._place(tree, Noeud(["booleen", True], TypeBooleen()))

    def _faux(self, tree: Tree[Token]) -> Noeud:
        return self._place(tree, Noeud(["booleen", False], TypeBooleen()))

    def _nom(self, tree: Tree[Token]) -> Noeud:
        name = str(tree.children[0])
        if name in self.portee.valeurs:
            return self._place(tree, Noeud(["ref", name], self.portee.valeurs[name]))
        if name in self.portee.parametres:
            return self._parametre(name, [], tree)
        raise self._inconnu(name, tree)

    def _indice(self, tree: Tree[Token]) -> Noeud:
        name = str(tree.children[0])
        if name not in self.portee.parametres:
            raise self._inconnu(name, tree, self.portee.parametres)
        return self._parametre(name, self._operandes(tree), tree)

    def _parametre(self, name: str, indices: list[Noeud], tree: Tree[Token]) -> Noeud:
        known = self.portee.parametres[name]
        expected = ", ".join(liste for liste, _ in known.indices)
        place = Noeud([], known.type, tree.meta.start_pos, tree.meta.end_pos)
        if len(indices) != len(known.indices):
            how = f"« {name}[{expected}] »" if expected else f"« {name} », sans crochets"
            raise faute("indice", f"ce paramètre s'écrit {how}", place)
        for index, (liste, codes) in zip(indices, known.indices, strict=True):
            if not isinstance(index.type, TypeTexte):
                raise faute("indice", f"un choix de la liste {liste} est attendu ici, pas {index.type}", index)
            strangers = [code for code in index.type.codes if code not in codes]
            if strangers:
                raise faute("indice", f"« {strangers[0]} » n'est pas dans la liste {liste}", index)
        node: Arbre = ["parametre", name, *(index.arbre for index in indices)]
        return self._place(tree, Noeud(node, known.type))

    def _appel(self, tree: Tree[Token]) -> Noeud:
        name = str(tree.children[0])
        if name not in FONCTIONS:
            raise self._inconnu(name, tree, FONCTIONS)
        if name == Arrondi.nom:
            return self._arrondi(tree)
        operands = self._operandes(tree)
        self._compter(name, len(operands), tree)
        return self._place(tree, FONCTIONS[name].typer(operands))

    def _arrondi(self, tree: Tree[Token]) -> Noeud:
        children = [child for child in tree.children if isinstance(child, Tree)]
        self._compter(Arrondi.nom, len(children), tree)
        direction = Arrondi.SENS[0]
        if len(children) == 3:
            last = children.pop()
            direction = str(last.children[0]).replace("_", "-") if last.data == "nom" else ""
            if direction not in Arrondi.SENS:
                words = ", ".join(sens.replace("-", "_") for sens in Arrondi.SENS)
                raise FauteDeFormule(
                    "arguments",
                    "le sens de l'arrondi n'est pas connu",
                    last.meta.start_pos,
                    last.meta.end_pos,
                    f"sens possibles : {words}",
                )
        node = FONCTIONS[Arrondi.nom].typer([self.noeud(child) for child in children])
        return self._place(tree, Noeud([*node.arbre, direction], node.type))

    def _compter(self, name: str, count: int, tree: Tree[Token]) -> None:
        least, most = FONCTIONS[name].arite
        if count < least or (most is not None and count > most):
            expected = str(least) if least == most else f"au moins {least}" if most is None else f"de {least} à {most}"
            place = Noeud([], TypeBooleen(), tree.meta.start_pos, tree.meta.end_pos)
            raise faute("arguments", f"{name} prend {expected} valeur(s), pas {count}", place)

    def _inconnu(self, name: str, tree: Tree[Token], among: Iterable[str] = ()) -> FauteDeFormule:
        names = tuple(among) or self.portee.noms
        start = tree.meta.start_pos
        help = vouliez_vous_dire(name, names)
        if name in libelles_des_codes(self.portee.valeurs):
            help = f"un code s'écrit entre guillemets : « {name} »"
        return FauteDeFormule("nom", f"« {name} » inconnu", start, start + len(name), help)
