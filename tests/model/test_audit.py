"""What a declaration of accessibility may say, on both sides of its thresholds."""

from datetime import date
from fractions import Fraction

import pytest
from pydantic import ValidationError

from generator.model import Audit, AuditRealise, Critere, CritereAJuger, EtatDeConformite, ResultatDeCritere
from generator.model.audit import NUMEROS

JOUR = date(2026, 11, 25)


def realise(conformes: int, non_conformes: int) -> AuditRealise:
    """An audit with that many criteria that conform and that do not; the others do not apply."""
    results = [ResultatDeCritere.CONFORME] * conformes + [ResultatDeCritere.NON_CONFORME] * non_conformes
    results += [ResultatDeCritere.NON_APPLICABLE] * (len(NUMEROS) - len(results))
    criteria = tuple(
        Critere(
            numero=number,
            resultat=result,
            constat="Un défaut." if result is ResultatDeCritere.NON_CONFORME else None,
        )
        for number, result in zip(NUMEROS, results, strict=True)
    )
    return AuditRealise(
        realise_par="Une auditrice",
        realise_le=JOUR,
        pages=("Accueil",),
        environnements=("Firefox et NVDA",),
        instruments=("Un outil",),
        criteres=criteria,
    )


def declaration(audit: AuditRealise | None) -> Audit:
    return Audit(referentiel="RGAA 4.1.2", etablie_le=JOUR, technologies=("HTML5",), audit=audit)


def test_the_referential_holds_106_criteria() -> None:
    assert len(NUMEROS) == len(set(NUMEROS)) == 106
    assert (NUMEROS[0], NUMEROS[-1]) == ("1.1", "13.12")
    assert {"4.13", "8.10", "10.14", "12.11"} <= set(NUMEROS)
    assert not {"2.3", "5.9", "9.5"} & set(NUMEROS)


def test_without_an_audit_the_site_does_not_conform() -> None:
    assert declaration(None).etat is EtatDeConformite.NON_CONFORME


@pytest.mark.parametrize(
    ("conformes", "non_conformes", "etat"),
    [
        (60, 0, EtatDeConformite.TOTALE),
        (106, 0, EtatDeConformite.TOTALE),
        (105, 1, EtatDeConformite.PARTIELLE),
        (50, 50, EtatDeConformite.PARTIELLE),
        (1, 1, EtatDeConformite.PARTIELLE),
        (49, 50, EtatDeConformite.NON_CONFORME),
        (52, 53, EtatDeConformite.NON_CONFORME),
        (0, 1, EtatDeConformite.NON_CONFORME),
    ],
)
def test_the_state_follows_the_share_of_criteria_that_apply(
    conformes: int, non_conformes: int, etat: EtatDeConformite
) -> None:
    assert declaration(realise(conformes, non_conformes)).etat is etat


def test_what_does_not_apply_does_not_count() -> None:
    assert realise(3, 1).taux == Fraction(3, 4)


@pytest.mark.parametrize("numeros", [NUMEROS[:-1], (*NUMEROS[:-1], "1.1"), (*NUMEROS[:-1], "14.1"), ()])
def test_an_audit_that_leaves_a_criterion_out_is_refused(numeros: tuple[str, ...]) -> None:
    criteria = tuple(Critere(numero=number, resultat=ResultatDeCritere.CONFORME) for number in numeros)
    with pytest.raises(ValidationError, match="106 critères"):
        AuditRealise(
            realise_par="x", realise_le=JOUR, pages=("x",), environnements=("x",), instruments=("x",), criteres=criteria
        )


def test_an_audit_to_which_nothing_applies_is_refused() -> None:
    with pytest.raises(ValidationError, match="applicable"):
        realise(0, 0)


@pytest.mark.parametrize(
    ("resultat", "constat"), [(ResultatDeCritere.NON_CONFORME, None), (ResultatDeCritere.CONFORME, "Un défaut.")]
)
def test_a_fault_is_described_and_only_a_fault(resultat: ResultatDeCritere, constat: str | None) -> None:
    with pytest.raises(ValidationError, match="constat"):
        Critere(numero="1.1", resultat=resultat, constat=constat)


@pytest.mark.parametrize("numeros", [NUMEROS[:-1], (*NUMEROS[1:], "1.1"), (*NUMEROS[:-1], "14.1")])
def test_no_criterion_is_left_out_of_what_a_person_must_judge(numeros: tuple[str, ...]) -> None:
    criteria = tuple(CritereAJuger(numero=number, demande="x") for number in numeros)
    with pytest.raises(ValidationError, match="106 critères"):
        Audit(referentiel="RGAA 4.1.2", etablie_le=JOUR, technologies=("HTML5",), a_juger=criteria)
