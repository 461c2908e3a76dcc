"""A review as Markdown for a pull request: short when little changes, nothing left out without saying so."""

from collections.abc import Iterator, Sequence
from datetime import date

from generator.compile.calendrier import date_longue
from generator.diagnostics import Diagnostic
from generator.render.revue import Revue
from generator.render.revue.calculs import CalculChange, ExempleChange, Ligne
from generator.render.revue.controles import controles
from generator.render.revue.ecriture import REPLI, compter, echapper, plier, puces, supprime, tableau
from generator.render.revue.fiches import lignes_de_sujet, tableau_des_montants
from generator.render.revue.sujets import Sort, SujetChange

RIEN = "Rien ne change pour le lecteur."
MACHINE_SEULE = "Ni le droit ni les mots ne changent."
SECTIONS = (
    ("regle", "Règles"),
    ("parametre", "Montants et seuils"),
    ("calculateur", "Calculateurs"),
    ("source", "Sources"),
    ("glossaire", "Glossaire"),
    ("", "Pages et autres fichiers"),
)
# Gender and number of what became of « 2 règles », « 1 montant ».
NOMS = {
    "regle": ("règle ajoutée", "règle changée", "règle renommée", "règle retirée"),
    "parametre": ("montant ajouté", "montant changé", "montant renommé", "montant retiré"),
    "calculateur": ("calculateur ajouté", "calculateur changé", "calculateur renommé", "calculateur retiré"),
    "source": ("source ajoutée", "source changée", "source renommée", "source retirée"),
    "": ("fichier ajouté", "fichier changé", "fichier renommé", "fichier retiré"),
}


def en_markdown(revue: Revue, depuis: str, jour: date, machine: Sequence[str] = ()) -> str:
    """`depuis` names the state compared to; `machine` are the files that changed beside the law and the words."""
    lines = ["## Ce que ce changement fait au mémento", ""]
    if revue.vide:
        lines += [MACHINE_SEULE if machine else RIEN, ""]
    else:
        lines += [f"**{' · '.join(_bilan(revue))}**", ""]
        questions = controles(revue)
        if questions:
            lines += ["### À vérifier", "", *(f"- [ ] {echapper(question)}" for question in questions), ""]
        for kind, title in SECTIONS:
            lines += _section(revue, kind, title)
        lines += _relus(revue)
        lines += _adresses(revue)
    lines += _signalements(revue)
    lines += _machine(machine)
    return "\n".join((*lines, f"<sub>Comparé à {echapper(depuis)}, état au {date_longue(jour)}.</sub>", ""))


def _genre(sujet: SujetChange) -> str:
    return sujet.genre if any(sujet.genre == kind for kind, _ in SECTIONS) else ""


def _bilan(revue: Revue) -> Iterator[str]:
    shown = [sujet for sujet in revue.sujets if not sujet.relu]
    for kind, names in NOMS.items():
        for sort, name in zip(Sort, names, strict=True):
            # The glossary is a file among others when one counts.
            found = sum(sujet.sort is sort and (sujet.genre if sujet.genre in NOMS else "") == kind for sujet in shown)
            if found:
                yield compter(found, name)
    moved = sum(len(calcul.exemples) for calcul in revue.calculs)
    if moved:
        yield compter(moved, "exemple change de résultat", "exemples changent de résultat")
    read = sum(sujet.relu for sujet in revue.sujets)
    if read:
        yield compter(read, "fichier relu")
    pages = len(revue.adresses.touchees) + len(revue.adresses.citantes)
    if pages:
        yield compter(pages, "page touchée")
    if revue.adresses.mortes:
        yield compter(len(revue.adresses.mortes), "adresse morte")
    if revue.gagnes:
        yield compter(len(revue.gagnes), "signalement nouveau", "signalements nouveaux")


def _section(revue: Revue, kind: str, title: str) -> list[str]:
    held = [sujet for sujet in revue.sujets if _genre(sujet) == kind and not sujet.relu]
    lines: list[str] = []
    for sujet in held:
        lines += _sujet(revue, sujet)
    if kind == "calculateur":
        told = {sujet.id for sujet in held}
        for calcul in revue.calculs:
            if calcul.id not in told:
                lines += [f"#### {echapper(calcul.titre)} (son fichier n’a pas changé)", "", *_calcul(calcul), ""]
    if len(held) > REPLI:
        lines = [*plier(compter(len(held), "sujet"), lines), ""]
    return [f"### {title}", "", *lines] if lines else []


def _sujet(revue: Revue, sujet: SujetChange) -> list[str]:
    former = f", autrefois `{sujet.ancien}`" if sujet.ancien else ""
    where = f"`{sujet.fichier}`" + (f", page `/{sujet.url}`" if sujet.url is not None else "")
    lines = [f"#### {echapper(sujet.titre)} ({sujet.sort.value}{former})", "", where, ""]
    if sujet.genre == "parametre" and sujet.id in revue.montants:
        lines += [*tableau_des_montants(revue, sujet), ""]
    if sujet.genre == "calculateur":
        for calcul in revue.calculs:
            if calcul.id == sujet.id:
                lines += [*_calcul(calcul), ""]
    fields = puces(lignes_de_sujet(revue, sujet))
    # What is removed is read in the diff; it only has to be said that it held something.
    limit = 0 if sujet.sort is Sort.RETIRE else REPLI
    if fields:
        lines += [*plier(compter(len(fields), "changement"), fields, limit), ""]
    return lines


def _calcul(calcul: CalculChange) -> list[str]:
    """The examples whose result changes, and at which step it starts to."""
    done = f"{compter(calcul.refaits, 'exemple refait', 'exemples refaits')} avant et après"
    if not calcul.exemples:
        return [f"Le calcul change, et aucun résultat n’est différent ({done})."]
    rows = [
        (f"{echapper(one.titre)}, au {date_longue(one.date)}", _resultats(one), _premiere_etape(one))
        for one in calcul.exemples
    ]
    moved = compter(len(rows), "exemple change de résultat", "exemples changent de résultat")
    told = tableau(("Exemple", "Résultats", "À partir de l’étape"), rows)
    folded = told if len(rows) <= REPLI else ["<details>", "<summary>Le détail</summary>", "", *told, "", "</details>"]
    return [f"**{moved}** ({done}).", "", *folded]


def _resultats(exemple: ExempleChange) -> str:
    told = [_ligne(line) for line in exemple.resultats]
    told += [f"avertissement perdu : {echapper(text)}" for text in exemple.avertissements_perdus]
    told += [f"avertissement nouveau : {echapper(text)}" for text in exemple.avertissements_gagnes]
    return "<br>".join(told) or "les mêmes"


def _premiere_etape(exemple: ExempleChange) -> str:
    """Where the two computations part; the steps after it follow from it or differ too, and are counted."""
    if not exemple.etapes:
        return ""
    more = len(exemple.etapes) - 1
    rest = f"<br>et {compter(more, 'autre étape', 'autres étapes')}" if more else ""
    return f"{_ligne(exemple.etapes[0])}{rest}"


def _ligne(line: Ligne) -> str:
    sides = ("n’existe pas" if side is None else echapper(side) for side in (line.avant, line.apres))
    return "{} : {} → **{}**".format(echapper(line.libelle), *sides)


def _relus(revue: Revue) -> list[str]:
    read = [f"{echapper(sujet.titre)} (`{sujet.fichier}`)" for sujet in revue.sujets if sujet.relu]
    if not read:
        return []
    return [
        "### Relus sans autre changement que leurs dates",
        "",
        *plier(compter(len(read), "fichier"), puces(read)),
        "",
    ]


def _adresses(revue: Revue) -> list[str]:
    found = revue.adresses
    moved = [f"`/{old}` mène à `/{new}`" for old, new in found.renvoyees]
    parts = (
        ("Adresses qui mourraient", [supprime(f"/{url}") for url in found.mortes], True),
        ("Adresses renvoyées", moved, False),
        ("Adresses nouvelles", _urls(found.nouvelles), False),
        ("Pages touchées", _urls(found.touchees), False),
        ("Pages qui citent ce qui a changé", _urls(found.citantes), False),
    )
    lines: list[str] = []
    for title, held, always in parts:
        if held:
            told = compter(len(held), "adresse" if "dresse" in title else "page")
            lines += [f"**{title}**", "", *plier(told, puces(held), len(held) if always else 8), ""]
    return ["### Adresses et pages", "", *lines] if lines else []


def _urls(urls: Sequence[str]) -> list[str]:
    return [f"`/{url}`" for url in urls]


def _signalements(revue: Revue) -> list[str]:
    if not (revue.gagnes or revue.perdus):
        return []
    lines = ["### Ce que dit la vérification", ""]
    lines += [*plier(compter(len(revue.gagnes), "nouveau", "nouveaux"), puces(map(_dire, revue.gagnes))), ""]
    if revue.perdus:
        gone = puces(map(_dire, revue.perdus))
        lines += [f"{compter(len(revue.perdus), 'n’est plus signalé', 'ne sont plus signalés')} :", ""]
        lines += [*plier("Le détail", gone), ""]
    if revue.restants:
        lines += [f"{compter(revue.restants, 'autre était déjà là', 'autres étaient déjà là')}.", ""]
    return lines


def _dire(item: Diagnostic) -> str:
    place = item.location
    return f"{item.severity.value} {item.code}, `{place.path}` ligne {place.line} : {echapper(item.message)}"


def _machine(paths: Sequence[str]) -> list[str]:
    if not paths:
        return []
    told = f"La machine change ({compter(len(paths), 'fichier')}) : les pages peuvent changer d’allure, le droit non."
    return [
        "### Machine",
        "",
        told,
        "",
        *plier(compter(len(paths), "fichier"), puces(f"`{path}`" for path in paths)),
        "",
    ]
