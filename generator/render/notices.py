"""What a citation says: what is cited, what it is worth, since when, on what basis, and where."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import MappingProxyType

from generator import VERSION
from generator.compile import Program
from generator.compile.calendrier import date_longue
from generator.model import Adoption, Portee, Pratique, Reference, Regle, Statut, StatutDePratique, VersionDeRegle
from generator.model.pratique import Avis, StatutDAvis
from generator.render.adresses import adresse, adresse_de_version
from generator.render.atelier import Atelier
from generator.render.filters import periode
from generator.render.lecture import question
from generator.render.libelles import LIBELLES, etat
from generator.resolve import KnowledgeBase

# What the browser writes in the citation of a result; the signs are of no alphabet, and no format escapes them.
JETONS = MappingProxyType({name: f"\ue000{name}\ue001" for name in ("resultat", "jour", "adresse")})


@dataclass(frozen=True)
class Notice:
    """What every format says.

    `valeur` is « valeur prescriptive » or « valeur indicative »; `statut` where it stands, and since when; `reserve`
    what a reader must not miss (a proposal, a text that is not today's, a dispute), empty when there is nothing;
    `publie` the first day of what is cited, None when it has none; `adresse` is absolute, or a path from `/`.
    """

    cle: str
    titre: str
    recueil: str
    valeur: str
    statut: str
    reserve: str
    fondement: tuple[str, ...]
    adresse: str
    etat_au: date
    publie: date | None = None
    verifie_le: date | None = None

    @cached_property
    def mentions(self) -> str:
        """All but the title and the address, in one line: each format says it."""
        checked = f", vérifié le {date_longue(self.verifie_le)}" if self.verifie_le else ""
        basis = f" Fondement : {' ; '.join(self.fondement)}." if self.fondement else ""
        warning = f" {self.reserve}" if self.reserve else ""
        return (
            f"{self.valeur}, {self.statut}, état au {date_longue(self.etat_au)} (mémento version {VERSION}{checked})."
            f"{warning}{basis}"
        )


def notice_de_regle(atelier: Atelier, regle: Regle, version: VersionDeRegle) -> Notice:
    """The citation of one version of a rule: its address never changes, whatever becomes of the rule."""
    worth = "valeur prescriptive" if version.portee is Portee.PRESCRIPTIF else "valeur indicative"
    if version.statut is Statut.PROPOSE:
        status = f"proposition du Pacte du {date_longue(version.du)}, {LIBELLES[version.adoption or ''].lower()}"
    else:
        status = f"version du {date_longue(version.du)}, {_statut(version)} {periode(version.du, version.au)}"
    return Notice(
        cle=f"{regle.id}-{version.du.isoformat()}",
        titre=regle.titre,
        recueil=atelier.base.editeur.titre,
        valeur=worth,
        statut=status,
        reserve=" ".join(filter(None, (_reserve(atelier, version), _contestation(atelier, "regle", regle.id)))),
        fondement=_fondement(atelier, version.references),
        adresse=atelier.absolue(adresse_de_version(regle.id, version.du)),
        etat_au=atelier.today,
        publie=version.du,
        verifie_le=regle.verifie_le,
    )


def notice_de_pratique(atelier: Atelier, name: str, pratique: Pratique) -> Notice:
    """The citation of a practice: who stands behind it is part of it."""
    disputed = "Pratique contestée." if pratique.statut is StatutDePratique.CONTESTEE else ""
    if pratique.statut is StatutDePratique.PROPOSEE:
        disputed = "Pratique proposée : rien n’établit qu’elle soit reçue."
    return Notice(
        cle=f"pratique-{name}",
        titre=pratique.titre,
        recueil=atelier.base.editeur.titre,
        valeur="valeur prescriptive" if pratique.portee is Portee.PRESCRIPTIF else "valeur indicative",
        statut=f"pratique {LIBELLES[pratique.statut].lower()}",
        reserve=" ".join(filter(None, (disputed, _contestation(atelier, "pratique", name)))),
        fondement=_fondement(atelier, pratique.references),
        adresse=atelier.absolue(adresse(atelier.base, "pratique", name)),
        etat_au=atelier.today,
    )


def notice_d_avis(atelier: Atelier, avis: Avis) -> Notice:
    """The citation of an opinion; without an answer yet, it says that nothing is decided."""
    given = avis.statut is StatutDAvis.AVIS_RENDU
    status = f"avis rendu le {date_longue(avis.rendu_le)}" if avis.rendu_le else LIBELLES[avis.statut].lower()
    return Notice(
        cle=f"avis-{avis.numero}",
        titre=f"Avis n° {avis.numero} : {avis.titre}",
        recueil=atelier.base.editeur.titre,
        valeur="valeur prescriptive" if avis.portee is Portee.PRESCRIPTIF else "valeur indicative",
        statut=status,
        reserve=""
        if given
        else "Aucun avis n’est rendu : les règles citées s’appliquent telles qu’elles sont écrites.",
        fondement=_fondement(atelier, avis.references),
        adresse=atelier.absolue(adresse(atelier.base, "avis", avis.numero)),
        etat_au=atelier.today,
        publie=avis.rendu_le or avis.soumise_le,
    )


def notice_de_calcul(atelier: Atelier, program: Program) -> Notice:
    """The citation of a result, with `JETONS` where the browser writes what was computed."""
    calculateur = program.calculateur
    sources = dict.fromkeys(source["texte"] for step in program.json["etapes"] for source in step["sources"])
    return Notice(
        cle=f"calcul-{calculateur.id}",
        titre=f"{calculateur.titre} : {JETONS['resultat']}",
        recueil=atelier.base.editeur.titre,
        valeur="résultat indicatif",
        statut=f"droit applicable au {JETONS['jour']}",
        reserve="Seul le texte cité fait foi.",
        fondement=tuple(sources),
        adresse=JETONS["adresse"],
        etat_au=atelier.today,
        verifie_le=calculateur.verifie_le,
    )


def _statut(version: VersionDeRegle) -> str:
    """« en vigueur du … au … » is said of the past as of today: the period tells which."""
    return {Statut.EXPERIMENTAL: "expérimentation", Statut.ABROGE: "abrogé"}.get(version.statut, "en vigueur")


def _reserve(atelier: Atelier, version: VersionDeRegle) -> str:
    if version.statut is Statut.PROPOSE:
        adopted = version.adoption in (Adoption.ADOPTEE, Adoption.PARTIELLE)
        return "Une proposition n’est pas du droit" + (" : citez plutôt la règle qui l’a reprise." if adopted else ".")
    match etat(version, atelier.today):
        case "passee":
            return "Ce n’est pas la version du jour."
        case "a-venir":
            return "Cette version n’est pas encore en vigueur."
        case "abroge":
            return "Cette règle n’est plus en vigueur."
    return ""


def _contestation(atelier: Atelier, kind: str, identifier: str) -> str:
    """What the register of opinions says of it, as long as no answer was given."""
    asked = [atelier.base.avis[numero] for numero in avis_sur(atelier.base, kind, identifier)]
    pending = [avis.numero for avis in asked if avis.statut in (StatutDAvis.SOUMISE, StatutDAvis.EN_INSTRUCTION)]
    return f"Contesté : avis demandé, n° {', '.join(pending)}." if pending else ""


@question
def avis_sur(base: KnowledgeBase, kind: str, identifier: str) -> tuple[str, ...]:
    """The opinions about a rule or a practice, by their number in the register."""
    return tuple(
        number
        for number, avis in base.avis.items()
        if identifier in (avis.regles if kind == "regle" else avis.pratiques)
    )


def _fondement(atelier: Atelier, references: tuple[Reference, ...]) -> tuple[str, ...]:
    return tuple(
        atelier.base.sources[reference.source].nom
        + (f", {reference.precision}" if reference.precision else "")
        + (f" ({reference.version})" if reference.version else "")
        for reference in references
    )
