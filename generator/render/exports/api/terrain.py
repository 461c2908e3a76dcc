"""Structures, practices, opinions, measures of the Pacte and the matrix, as data; bodies stay on their pages."""

from datetime import date

from pydantic import Field

from generator.model import Avis, CaseDeMatrice, Mesure, Pratique, Structure, Suite
from generator.render.adresses import adresse
from generator.render.atelier import Atelier
from generator.render.exports.api.sortie import CodeDePortee, Fichier, ReferencePubliee, Sortie, entete, references

URL = "Page, depuis la racine du site."


class StructurePubliee(Sortie, title="Structure"):
    """Un type de structure."""

    code: str = Field(description="Le code, employé par « siae ».")
    titre: str = Field(description="Nom entier.")
    resume: str = Field(description="Ce que c’est.")
    statut_legal: str = Field(description="Sa forme juridique.")
    voisine: bool = Field(description="Vrai pour une structure voisine, qui n’est pas une SIAE.")
    references: tuple[ReferencePubliee, ...] = Field(description="Les textes cités.")
    url: str = Field(description=URL)


class FichierDeStructures(Fichier, title="Structures"):
    """Les types de structures et leurs voisines."""

    structures: tuple[StructurePubliee, ...] = Field(description="Les structures.")


class PratiquePubliee(Sortie, title="Pratique"):
    """Une façon de faire, et qui la porte."""

    id: str = Field(description="Identifiant permanent.")
    titre: str = Field(description="Titre.")
    resume: str = Field(description="Résumé.")
    statut: str = Field(description="proposee, validee ou contestee.")
    statut_note: str = Field(description="Qui l’a proposée ou reçue.")
    portee: CodeDePortee = Field(description="prescriptif ou indicatif.")
    portee_note: str = Field(description="Quel texte oblige, ou qu’aucun n’oblige.")
    siae: tuple[str, ...] = Field(description="Types de structures concernés.")
    pour_qui: str = Field(description="À qui elle s’adresse.")
    contexte: str = Field(description="Quand elle sert.")
    conditions: tuple[str, ...] = Field(description="Ce qu’elle suppose.")
    etapes: tuple[str, ...] = Field(description="Comment faire.")
    limites: tuple[str, ...] = Field(description="Ce qu’elle ne fait pas.")
    mesures: tuple[int, ...] = Field(description="Numéros des mesures du Pacte de 2019.")
    regles: tuple[str, ...] = Field(description="Identifiants des règles.")
    calculateurs: tuple[str, ...] = Field(description="Identifiants des calculateurs.")
    references: tuple[ReferencePubliee, ...] = Field(description="Les textes cités.")
    url: str = Field(description=URL)


class FichierDePratiques(Fichier, title="Pratiques"):
    """Les pratiques décrites par le mémento."""

    pratiques: tuple[PratiquePubliee, ...] = Field(description="Les pratiques.")


class AvisPublie(Sortie, title="Avis"):
    """Une question soumise au registre des avis."""

    numero: str = Field(description="Année et rang.")
    titre: str = Field(description="Titre.")
    resume: str = Field(description="Résumé.")
    statut: str = Field(description="soumise, en-instruction, avis-rendu ou retiree.")
    soumise_le: date = Field(description="Jour de la demande.")
    rendu_le: date | None = Field(description="Jour de l’avis.")
    retiree_le: date | None = Field(description="Jour du retrait.")
    siae: tuple[str, ...] = Field(description="Types de structures concernés.")
    question: str = Field(description="La question posée.")
    positions: tuple[str, ...] = Field(description="Ce que soutient chacun.")
    reponse: str | None = Field(description="La réponse ; null tant qu’aucun avis n’est rendu.")
    portee: CodeDePortee | None = Field(description="prescriptif ou indicatif, pour un avis rendu.")
    effets: tuple[str, ...] = Field(description="Ce que l’avis change.")
    pratiques: tuple[str, ...] = Field(description="Identifiants des pratiques.")
    regles: tuple[str, ...] = Field(description="Identifiants des règles.")
    references: tuple[ReferencePubliee, ...] = Field(description="Les textes cités.")
    url: str = Field(description=URL)


class FichierDAvis(Fichier, title="Avis"):
    """Le registre des avis, vide tant qu’aucune demande n’est enregistrée."""

    avis: tuple[AvisPublie, ...] = Field(description="Les demandes et les avis.")


class SuitePubliee(Sortie, title="Suite"):
    """Ce qu’une proposition est devenue."""

    adoption: str = Field(description="adoptee, partielle, non-adoptee-dans-le-code ou adoption-non-etablie.")
    texte: str = Field(description="En mots.")
    du: date | None = Field(description="Depuis quand.")
    regles: tuple[str, ...] = Field(description="Identifiants des règles qui en sont issues.")
    references: tuple[ReferencePubliee, ...] = Field(description="Les textes cités.")


class ActionPubliee(Sortie, title="Action"):
    """Une proposition d’une mesure, et son sort."""

    numero: int | None = Field(description="Numéro dans la mesure ; null quand le Pacte ne numérote pas.")
    titre: str | None = Field(description="Titre, quand l’action est numérotée.")
    resume: str = Field(description="Ce qui est proposé, dans les mots du mémento.")
    suite: SuitePubliee = Field(description="Ce qu’elle est devenue.")


class MesurePubliee(Sortie, title="Mesure"):
    """Une mesure du Pacte de 2019, et son sort."""

    numero: int = Field(ge=1, description="Numéro.")
    titre: str = Field(description="Titre.")
    resume: str = Field(description="Résumé.")
    engagement: int = Field(description="Numéro de l’engagement.")
    phare: bool = Field(description="Vrai pour une mesure phare.")
    sort: str = Field(description="adoptee, partielle, non-adoptee-dans-le-code ou adoption-non-etablie.")
    sort_resume: str = Field(description="En mots.")
    actions: tuple[ActionPubliee, ...] = Field(min_length=1, description="Les propositions.")
    references: tuple[ReferencePubliee, ...] = Field(description="Les textes cités.")
    url: str = Field(description=URL)


class FichierDeMesures(Fichier, title="Mesures"):
    """Les mesures du Pacte d’ambition de 2019 : des propositions, jamais le droit par elles-mêmes."""

    mesures: tuple[MesurePubliee, ...] = Field(description="Les mesures.")


class CaseDeMatricePubliee(Sortie, title="Case de la matrice"):
    """Ce qu’un type de structure permet à une étape du parcours."""

    etape: str = Field(description="Identifiant de l’étape.")
    etape_titre: str = Field(description="Titre de l’étape.")
    siae: str = Field(description="Type de structure.")
    texte: str = Field(description="Ce que cela permet.")
    portee: CodeDePortee = Field(description="prescriptif ou indicatif.")
    regles: tuple[str, ...] = Field(description="Identifiants des règles.")
    references: tuple[ReferencePubliee, ...] = Field(description="Les textes cités.")


class FichierDeMatrice(Fichier, title="Matrice"):
    """Les étapes du parcours croisées avec les types de structures."""

    cases: tuple[CaseDeMatricePubliee, ...] = Field(description="Les cases.")


def fichier_de_structures(atelier: Atelier) -> FichierDeStructures:
    published = tuple(_structure(atelier, structure) for structure in atelier.base.structures.values())
    return FichierDeStructures(**entete(atelier, "structures"), structures=published)


def fichier_de_pratiques(atelier: Atelier) -> FichierDePratiques:
    published = tuple(_pratique(atelier, name, pratique) for name, pratique in atelier.base.pratiques.items())
    return FichierDePratiques(**entete(atelier, "pratiques"), pratiques=published)


def fichier_d_avis(atelier: Atelier) -> FichierDAvis:
    published = tuple(_avis(atelier, avis) for avis in atelier.base.avis.values())
    return FichierDAvis(**entete(atelier, "avis"), avis=published)


def fichier_de_mesures(atelier: Atelier) -> FichierDeMesures:
    published = tuple(_mesure(atelier, mesure) for mesure in atelier.base.mesures.values())
    return FichierDeMesures(**entete(atelier, "mesures"), mesures=published)


def fichier_de_matrice_json(atelier: Atelier) -> FichierDeMatrice:
    cases = atelier.base.matrice.cases if atelier.base.matrice else ()
    return FichierDeMatrice(**entete(atelier, "matrice"), cases=tuple(_case(atelier, case) for case in cases))


def _structure(atelier: Atelier, structure: Structure) -> StructurePubliee:
    return StructurePubliee(
        code=structure.code,
        titre=structure.titre,
        resume=atelier.nu(structure.resume),
        statut_legal=atelier.nu(structure.statut_legal),
        voisine=structure.voisine,
        references=references(atelier, structure.references),
        url=adresse(atelier.base, "structure", structure.code),
    )


def _pratique(atelier: Atelier, name: str, pratique: Pratique) -> PratiquePubliee:
    return PratiquePubliee(
        id=name,
        titre=pratique.titre,
        resume=atelier.nu(pratique.resume),
        statut=pratique.statut.value,
        statut_note=atelier.nu(pratique.statut_note),
        portee=pratique.portee.value,
        portee_note=atelier.nu(pratique.portee_note),
        siae=pratique.siae,
        pour_qui=atelier.nu(pratique.pour_qui),
        contexte=atelier.nu(pratique.contexte),
        conditions=tuple(map(atelier.nu, pratique.conditions)),
        etapes=tuple(map(atelier.nu, pratique.etapes)),
        limites=tuple(map(atelier.nu, pratique.limites)),
        mesures=pratique.mesures,
        regles=pratique.regles,
        calculateurs=pratique.calculateurs,
        references=references(atelier, pratique.references),
        url=adresse(atelier.base, "pratique", name),
    )


def _avis(atelier: Atelier, avis: Avis) -> AvisPublie:
    return AvisPublie(
        numero=avis.numero,
        titre=avis.titre,
        resume=atelier.nu(avis.resume),
        statut=avis.statut.value,
        soumise_le=avis.soumise_le,
        rendu_le=avis.rendu_le,
        retiree_le=avis.retiree_le,
        siae=avis.siae,
        question=atelier.nu(avis.question),
        positions=tuple(map(atelier.nu, avis.positions)),
        reponse=atelier.nu_ou_rien(avis.reponse),
        portee=avis.portee.value if avis.portee else None,
        effets=tuple(map(atelier.nu, avis.effets)),
        pratiques=avis.pratiques,
        regles=avis.regles,
        references=references(atelier, avis.references),
        url=adresse(atelier.base, "avis", avis.numero),
    )


def _mesure(atelier: Atelier, mesure: Mesure) -> MesurePubliee:
    proposed: list[tuple[int | None, str | None, str, Suite]] = [
        (action.numero, action.titre, action.resume, action.suite) for action in mesure.actions
    ]
    if mesure.proposition:
        proposed.append((None, None, mesure.proposition.resume, mesure.proposition.suite))
    return MesurePubliee(
        numero=mesure.numero,
        titre=mesure.titre,
        resume=atelier.nu(mesure.resume),
        engagement=mesure.engagement,
        phare=mesure.phare,
        sort=mesure.sort.value,
        sort_resume=atelier.nu(mesure.sort_resume),
        actions=tuple(
            ActionPubliee(numero=number, titre=title, resume=atelier.nu(text), suite=_suite(atelier, suite))
            for number, title, text, suite in proposed
        ),
        references=references(atelier, mesure.references),
        url=adresse(atelier.base, "mesure", str(mesure.numero)),
    )


def _suite(atelier: Atelier, suite: Suite) -> SuitePubliee:
    return SuitePubliee(
        adoption=suite.adoption.value,
        texte=atelier.nu(suite.texte),
        du=suite.du,
        regles=suite.regles,
        references=references(atelier, suite.references),
    )


def _case(atelier: Atelier, case: CaseDeMatrice) -> CaseDeMatricePubliee:
    return CaseDeMatricePubliee(
        etape=case.etape,
        etape_titre=atelier.base.etapes[case.etape].titre,
        siae=case.siae,
        texte=atelier.nu(case.texte),
        portee=case.portee.value,
        regles=case.regles,
        references=references(atelier, case.references),
    )
