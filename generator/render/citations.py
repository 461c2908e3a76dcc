"""A citation in the formats people paste: what is said, what it is worth, since when, on what basis, and where."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from html import escape
from types import MappingProxyType

from generator import VERSION
from generator.compile import Program
from generator.compile.calendrier import date_longue
from generator.model import Adoption, Portee, Pratique, Reference, Regle, Statut, StatutDePratique, VersionDeRegle
from generator.model.pratique import Avis, StatutDAvis
from generator.render.adresses import adresse, adresse_de_version
from generator.render.atelier import Atelier
from generator.render.filters import periode, typographier
from generator.render.libelles import LIBELLES, etat

FORMATS = MappingProxyType(
    {
        "texte": "Texte",
        "markdown": "Markdown",
        "html": "HTML",
        "bibtex": "BibTeX",
        "ris": "RIS",
        "csl": "CSL-JSON",
    }
)
# What the browser writes in the citation of a result; the signs are of no alphabet, and no format escapes them.
JETONS = MappingProxyType({name: f"\ue000{name}\ue001" for name in ("resultat", "jour", "adresse")})
_BIBTEX = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_{}"},
}
_MARKDOWN = re.compile(r"([\\`*_\[\]<>])")


@dataclass(frozen=True, slots=True)
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

    @property
    def mentions(self) -> str:
        """All but the title and the address, in one line."""
        checked = f", vérifié le {date_longue(self.verifie_le)}" if self.verifie_le else ""
        basis = f" Fondement : {' ; '.join(self.fondement)}." if self.fondement else ""
        warning = f" {self.reserve}" if self.reserve else ""
        return (
            f"{self.valeur}, {self.statut}, état au {date_longue(self.etat_au)} (mémento version {VERSION}{checked})."
            f"{warning}{basis}"
        )


@dataclass(frozen=True, slots=True)
class Citation:
    """What a page shows: the formats in order, their names, and the address that the browser makes whole.

    `url` is the cited page from the root, `modeles` the formats with tokens, for a result; empty for the rest.
    """

    adresse: str
    url: str
    formats: Mapping[str, str]
    modeles: Mapping[str, str] = field(default_factory=dict)

    @property
    def noms(self) -> Mapping[str, str]:
        """How readers call each format."""
        return FORMATS


def citer(notice: Notice, url: str) -> Citation:
    """The citation of what has its own permanent page."""
    return Citation(notice.adresse, url, formats(notice))


def citer_un_calcul(atelier: Atelier, program: Program) -> Citation:
    """The citation of a calculator; in the browser, that of what it computes."""
    url = adresse(atelier.base, "calculateur", program.id)
    result = notice_de_calcul(atelier, program)
    page = replace(
        result,
        titre=program.calculateur.titre,
        statut="calculateur au droit de la date choisie",
        adresse=atelier.absolue(url),
    )
    return Citation(page.adresse, url, formats(page), modeles=formats(result))


def formats(notice: Notice) -> Mapping[str, str]:
    """The citation under each name of `FORMATS`."""
    return {
        "texte": _texte(notice),
        "markdown": _markdown(notice),
        "html": _html(notice),
        "bibtex": _bibtex(notice),
        "ris": _ris(notice),
        "csl": _csl(notice),
    }


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
    pending = [
        avis.numero
        for avis in atelier.base.avis.values()
        if avis.statut in (StatutDAvis.SOUMISE, StatutDAvis.EN_INSTRUCTION)
        and identifier in (avis.regles if kind == "regle" else avis.pratiques)
    ]
    return f"Contesté : avis demandé, n° {', '.join(pending)}." if pending else ""


def _fondement(atelier: Atelier, references: tuple[Reference, ...]) -> tuple[str, ...]:
    return tuple(
        atelier.base.sources[reference.source].nom
        + (f", {reference.precision}" if reference.precision else "")
        + (f" ({reference.version})" if reference.version else "")
        for reference in references
    )


def _texte(notice: Notice) -> str:
    return typographier(
        f"« {notice.titre} », {notice.recueil}, {notice.mentions} Adresse permanente : {notice.adresse}"
    )


def _markdown(notice: Notice) -> str:
    titre, recueil, mentions = (
        _MARKDOWN.sub(r"\\\1", typographier(text)) for text in (notice.titre, notice.recueil, notice.mentions)
    )
    return f"[{titre}](<{notice.adresse}>), *{recueil}*, {mentions}"


def _html(notice: Notice) -> str:
    titre, recueil, mentions = (
        escape(typographier(text), quote=False) for text in (notice.titre, notice.recueil, notice.mentions)
    )
    return f'<a href="{escape(notice.adresse)}">{titre}</a>, <cite>{recueil}</cite>, {mentions}'


def _bibtex(notice: Notice) -> str:
    def safe(text: str) -> str:
        return "".join(_BIBTEX.get(char, char) for char in text)

    # Braces inside the quotes keep the capitals of a name and of a title.
    fields = {
        "author": f'"{{{safe(notice.recueil)}}}"',
        "title": f'"{{{safe(notice.titre)}}}"',
        **({"year": f"{{{notice.publie.year}}}", "date": f"{{{notice.publie}}}"} if notice.publie else {}),
        "version": f"{{{VERSION}}}",
        "url": f"{{{notice.adresse}}}",
        "urldate": f"{{{notice.etat_au}}}",
        "note": f"{{{safe(notice.mentions)}}}",
    }
    lines = ",\n".join(f"  {name} = {value}" for name, value in fields.items())
    return f"@misc{{{notice.cle},\n{lines}\n}}"


def _ris(notice: Notice) -> str:
    fields = [
        ("TY", "ELEC"),
        ("AU", notice.recueil),
        ("TI", notice.titre),
        *([("PY", str(notice.publie.year)), ("DA", notice.publie.strftime("%Y/%m/%d/"))] if notice.publie else []),
        ("ET", VERSION),
        ("KW", notice.valeur),
        ("N1", notice.mentions),
        ("UR", notice.adresse),
        ("Y2", notice.etat_au.strftime("%Y/%m/%d/")),
        ("ER", ""),
    ]
    return "\n".join(f"{name}  - {' '.join(value.split())}" for name, value in fields)


def _csl(notice: Notice) -> str:
    def parts(day: date) -> Mapping[str, object]:
        return {"date-parts": [[day.year, day.month, day.day]]}

    entry = {
        "id": notice.cle,
        "type": "webpage",
        "title": notice.titre,
        "container-title": notice.recueil,
        "author": [{"literal": notice.recueil}],
        **({"issued": parts(notice.publie)} if notice.publie else {}),
        "accessed": parts(notice.etat_au),
        "genre": notice.valeur,
        "status": notice.statut,
        "version": VERSION,
        "URL": notice.adresse,
        "note": notice.mentions,
    }
    return json.dumps([entry], ensure_ascii=False, indent=2)
