"""A page reads with the eyes, with the ears and from the keyboard: headings, links, images, tables."""

import re
from collections.abc import Iterator

from generator.check.ecrits import Ecrit
from generator.check.promesse import Tout, promesse
from generator.diagnostics import Code, Diagnostic

TITRE = re.compile(r"^(?P<niveau>#{1,6})(?:[ \t]+(?P<mots>[^\n]*?))?[ \t]*#*[ \t]*$", re.MULTILINE)
COLLE = re.compile(r"^(?P<niveau>#{1,6})(?=[^\s#])", re.MULTILINE)
SOULIGNE = re.compile(r"^(?=\S)(?![-=>|*+]|\d+[.)])[^\n]+\n(?P<trait>=+|-+)[ \t]*$", re.MULTILINE)
LIEN = re.compile(r"(?<!!)\[(?!\[|\^)(?P<mots>[^\[\]\n]*)\](?=\(|\[)")
RENVOI = re.compile(r"\[\[[^|\[\]]*\|(?P<mots>[^\]]*)\]\]")
IMAGE = re.compile(r"!\[(?P<mots>[^\[\]\n]*)\](?=\(|\[)")
RANGEE = re.compile(r"^ {0,3}\|.*\|[ \t]*$", re.MULTILINE)
SEPARATION = re.compile(r"^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
# Words that say nothing of where a link leads, once read out of their sentence.
VAGUES = frozenset(
    {
        "ici",
        "cliquez ici",
        "cliquer ici",
        "clic",
        "là",
        "lien",
        "ce lien",
        "le lien",
        "suivre ce lien",
        "voir",
        "voir ici",
        "lire",
        "lire la suite",
        "en savoir plus",
        "plus d'infos",
        "plus d'informations",
        "cette page",
        "la page",
        "page",
        "télécharger",
        "site",
    }
)


@promesse("MEM521")
def titres_en_ordre(tout: Tout, code: Code) -> Iterator[Diagnostic]:
    """Les titres d'une page sautent un niveau, commencent trop haut, ou l'un d'eux est vide.

    Pourquoi : qui écoute la page s'y déplace de titre en titre, et le sommaire s'en déduit ; le titre de la page est
    déjà dans son en-tête.

    Remède : commencez à « ## », puis descendez d'un niveau à la fois ; écrivez les titres avec des « # », avec une
    espace.
    """
    for _, texts in tout.ecrits:
        level = 1
        for written in _paragraphes(texts):
            for match in SOULIGNE.finditer(written.texte):
                help = "supprimez ce trait" if match[0].startswith("#") else "écrivez « ## » devant ses mots"
                yield written.dire(code, match.start("trait"), len(match["trait"]), "titre souligné", help)
            for match in COLLE.finditer(written.texte):
                marks = match["niveau"]
                message = f"il manque une espace après « {marks} »"
                yield written.dire(
                    code, match.start(), len(marks), message, f"écrivez « {marks} » puis une espace", f"{marks} "
                )
            for match in TITRE.finditer(written.texte):
                found, marks = len(match["niveau"]), match["niveau"]
                if not match["mots"]:
                    yield written.dire(code, match.start(), found, "ce titre est vide", "écrivez-le, ou supprimez-le")
                elif found == 1:
                    help = "le titre de la page est celui de son en-tête ; ici, écrivez « ## »"
                    yield written.dire(code, match.start(), found, "titre de premier niveau dans le texte", help)
                elif found > level + 1:
                    help = f"écrivez « {'#' * (level + 1)} »"
                    yield written.dire(
                        code,
                        match.start(),
                        found,
                        f"« {marks} » vient après « {'#' * level} »",
                        help,
                        "#" * (level + 1),
                    )
                    found = level + 1
                level = max(found, 2)


@promesse("MEM522")
def liens_qui_se_comprennent(tout: Tout, code: Code) -> Iterator[Diagnostic]:
    """Les mots d'un lien ne disent pas où il mène.

    Pourquoi : un lecteur d'écran énumère les liens hors de leur phrase ; « ici » ou « en savoir plus » n'y dit rien.

    Remède : faites porter le lien sur les mots qui nomment la page : « la [fiche de l'ASP](https://…) ».
    """
    for _, texts in tout.ecrits:
        for written in (one for one in texts if "[" in one.texte):
            for pattern in (RENVOI, LIEN) if written.chemin is None else (RENVOI,):
                for match in pattern.finditer(written.texte):
                    words = (
                        " ".join(re.sub(r"[*_`]", "", match["mots"]).replace("’", "'").split()).strip(" .…!:").lower()
                    )
                    if not words:
                        yield written.dire(code, match.start(), len(match[0]), "ce lien n'a pas de mots")
                    elif words in VAGUES:
                        message = f"« {match['mots']} » ne dit pas où mène ce lien"
                        yield written.dire(code, match.start("mots"), len(match["mots"]), message)


@promesse("MEM523")
def images_decrites(tout: Tout, code: Code) -> Iterator[Diagnostic]:
    """Une image n'a pas de texte qui la remplace.

    Pourquoi : qui ne voit pas l'image n'en saurait rien, ni qui imprime sans elle.

    Remède : dites entre les crochets ce que l'image apprend : « ![Les cinq étapes du parcours](parcours.png) ».
    """
    for _, texts in tout.ecrits:
        for written in _paragraphes(texts):
            for match in IMAGE.finditer(written.texte):
                if not match["mots"].strip():
                    yield written.dire(code, match.start(), len(match[0]), "cette image n'est pas décrite")


@promesse("MEM524")
def tableaux_avec_en_tete(tout: Tout, code: Code) -> Iterator[Diagnostic]:
    """Un tableau n'a pas de ligne d'en-tête, ou l'une de ses colonnes n'y a pas de nom.

    Pourquoi : lu à voix haute, un chiffre sans le nom de sa colonne ne veut rien dire ; et sans la ligne de tirets,
    les barres s'affichent telles quelles.

    Remède : nommez chaque colonne dans la première rangée, puis séparez-la des autres par « | --- | --- | ».
    """
    for _, texts in tout.ecrits:
        for written in _paragraphes(texts):
            rows = list(RANGEE.finditer(written.texte))
            if len(rows) < 2:
                continue
            first = rows[0]
            if not SEPARATION.match(rows[1][0]):
                message = "la deuxième rangée de ce tableau n'est pas faite de tirets"
                yield written.dire(code, rows[1].start(), len(rows[1][0].rstrip()), message)
                continue
            cells = re.split(r"(?<!\\)\|", first[0].strip().strip("|"))
            if not all(cell.strip() for cell in cells):
                missing = [str(rank) for rank, cell in enumerate(cells, 1) if not cell.strip()]
                message = f"la colonne {' et la colonne '.join(missing)} de ce tableau n'a pas de nom"
                yield written.dire(code, first.start(), len(first[0].rstrip()), message)


def _paragraphes(texts: tuple[Ecrit, ...]) -> Iterator[Ecrit]:
    """What is Markdown: the paragraphs of the body."""
    return (written for written in texts if written.chemin is None)
