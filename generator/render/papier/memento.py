"""The printed mémento: cover, contents, how to read it, rules, figures, matrix, glossary, sources, indexes."""

from collections.abc import Iterator

from generator import VERSION
from generator.compile.calendrier import date_longue
from generator.render.atelier import Atelier
from generator.render.papier.annexes import glossaire, matrice, sources
from generator.render.papier.ecriture import Contenu, appel, mots
from generator.render.papier.fiche_de_regle import SIGNES, fiche_de_regle
from generator.render.papier.index import index_des_articles, index_des_sigles
from generator.render.papier.montants import montants
from generator.render.papier.ouvrage import AVIS, TITRE, Ouvrage, document, gabarit
from generator.render.papier.selection import Selection, Volume
from generator.render.papier.volumes import adresses_des_volumes, decoupe

# What each status means, in the order in which readers meet them.
LECTURE = (
    ("prescriptif", "Prescriptif", "un texte oblige : on peut l'opposer."),
    ("indicatif", "Indicatif", "une pratique, une doctrine ou une proposition guide, sans obliger."),
    ("en-vigueur", "En vigueur", "c'est le droit du jour indiqué sur la couverture."),
    ("experimental", "Expérimentation", "c'est le droit, pour un temps et dans des lieux limités."),
    ("a-venir", "À venir", "le texte est pris, il ne s'applique pas encore."),
    ("passee", "N'est plus en vigueur", "une rédaction ancienne, gardée pour l'histoire."),
    ("abroge", "Abrogé", "la règle a cessé d'exister."),
    ("propose", "Proposition du Pacte", "ce que proposait le Pacte de 2019. Ce n'est jamais le droit."),
)


def memento_imprime(
    atelier: Atelier, siae: str | None = None, theme: str | None = None, volume: Volume | None = None
) -> str:
    """The Typst source of the whole, or of what concerns a type of structure or a theme; or of one volume of it."""
    selection = Selection(atelier.base, siae, theme, volume)
    ouvrage = Ouvrage(atelier, selection)
    settings = {
        "titre": TITRE,
        "objet": mots(selection.titre),
        "jour": ouvrage.jour,
        "avis": mots(AVIS),
        "adresse": atelier.base.editeur.adresse or "",
        "editeur": mots(atelier.base.editeur.nom or ""),
        "version": VERSION,
    }
    return document(
        gabarit("commun", "livre", "regles", "annexes"), "livre", settings, "".join(_parties(ouvrage, selection))
    )


def _parties(ouvrage: Ouvrage, selection: Selection) -> Iterator[str]:
    base = ouvrage.atelier.base
    yield _lire(ouvrage, selection)
    if selection.volume is not None:
        yield ouvrage.partie("Les volumes", *_volumes(ouvrage, selection))
    for theme, rules in selection.par_theme().items():
        intro = appel("chapo", mots(base.themes[theme].resume))
        yield ouvrage.partie(base.themes[theme].titre, intro, *(fiche_de_regle(ouvrage, regle) for regle in rules))
    if figures := tuple(montants(ouvrage, selection)):
        yield ouvrage.partie("Les montants et les seuils", appel("chapo", _du_jour(ouvrage)), *figures)
    if (table := matrice(ouvrage, selection)) is not None:
        wide = len(selection.colonnes()) > 2
        yield ouvrage.partie("Les étapes et les structures", table, paysage=wide)
    if selection.termes():
        yield ouvrage.partie("Glossaire", glossaire(selection))
    yield ouvrage.partie("Les sources", *sources(ouvrage, selection))
    if articles := tuple(index_des_articles(selection)):
        yield ouvrage.partie("Index des articles", appel("deux-colonnes", *articles))
    if selection.termes():
        yield ouvrage.partie("Index des sigles", appel("deux-colonnes", index_des_sigles(ouvrage, selection)))


def _volumes(ouvrage: Ouvrage, selection: Selection) -> Iterator[Contenu]:
    """Where each theme is printed, this volume and the others."""
    base = ouvrage.atelier.base
    for volume, (url, _) in zip(
        decoupe(base, selection.siae), adresses_des_volumes(base, selection.siae or ""), strict=True
    ):
        assert volume is not None
        yield appel("heading", mots(f"Volume {volume.rang}"), level=2)
        yield appel("chapo", mots(ouvrage.adresse(url)))
        yield appel("list", *(mots(theme.titre) for theme in base.themes.values() if theme.id in volume.themes))


def _du_jour(ouvrage: Ouvrage) -> str:
    return mots(
        f"Les valeurs au {date_longue(ouvrage.atelier.today)}. Quand aucun montant plus récent n'a été trouvé, c'est "
        "le dernier montant connu, et c'est dit."
    )


def _lire(ouvrage: Ouvrage, selection: Selection) -> str:
    """A few lines on what each sign is worth, then what each code of structure stands for."""
    base = ouvrage.atelier.base
    options = base.listes["siae"].options if "siae" in base.listes else {}
    return ouvrage.partie(
        "Comment lire ce mémento",
        appel(
            "lire",
            jour=mots(date_longue(ouvrage.atelier.today)),
            signes=[
                {"genre": kind, "signe": SIGNES[kind], "mots": mots(name), "sens": mots(meaning)}
                for kind, name, meaning in LECTURE
            ],
            structures=[{"code": code, "nom": mots(options[code].removesuffix(f" ({code})"))} for code in options],
            regles=len(selection.regles()),
            adresse=ouvrage.adresse("r/"),
        ),
    )
