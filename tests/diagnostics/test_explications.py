"""Every code is explained by the same lines written wrong, then right, as the examples of the tests show them."""

from dataclasses import replace
from pathlib import Path

import exemples_des_codes as exemples
import pytest
import yaml
from petit_memento import petit_memento

from generator.diagnostics.explications import ETAGES, Extrait, explications

CODES = {code.code: code for code in exemples.codes()}
REMEDES = sorted(exemples.INVALIDES.glob("*/remede"))
PERIME = f"{exemples.FICHIER} n'est plus à jour : lancez « {exemples.COMMANDE} »"


@pytest.mark.parametrize("code", CODES)
def test_what_the_package_holds_is_what_the_examples_show(code: str) -> None:
    assert explications().get(code) == exemples.explication(CODES[code]), PERIME


def test_the_file_is_the_one_that_the_script_writes() -> None:
    assert list(explications()) == list(CODES), PERIME
    assert exemples.CIBLE.read_text(encoding="utf-8") == exemples.ecrire(explications().values()), PERIME


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_a_wrong_example_and_a_right_one(code: str) -> None:
    for exemple in explications()[code].exemples or pytest.fail(f"{code} n'a pas d'exemple"):
        assert exemple.faux
        assert exemple.juste
        assert any(part.constats or part.dit for part in exemple.faux)
        for part in (*exemple.faux, *exemple.juste):
            assert bool(part.lignes) != bool(part.dit)
            assert bool(part.fichier) == bool(part.lignes)
        assert not any(part.constats for part in exemple.juste)
        assert exemple.faux != exemple.juste


@pytest.mark.parametrize("code", CODES)
def test_what_is_underlined_is_shown(code: str) -> None:
    for exemple in explications()[code].exemples:
        for part in exemple.faux:
            for found in part.constats:
                line = part.lignes[found.ligne]
                # One past the end, where something is missing.
                assert 1 <= found.colonne <= len(line) + 1
                assert found.colonne + found.longueur <= max(len(line), found.colonne) + 1


@pytest.mark.parametrize("remede", REMEDES, ids=lambda path: path.parent.name)
def test_the_right_example_is_in_order(tmp_path: Path, remede: Path) -> None:
    """To the stages before the one that finds the code, and to that one."""
    code = remede.parent.name[:6]
    report = exemples.rapport(petit_memento(tmp_path, surcouche=remede), code)
    assert [item for item in report if item.code[3] <= code[3]] == []


def test_only_what_no_folder_can_hold_is_told_in_a_sentence() -> None:
    told = yaml.safe_load(exemples.DITS.read_text(encoding="utf-8"))
    assert set(told) == {code for code in CODES if not list(exemples.INVALIDES.glob(f"{code}-*"))}


def test_a_fault_is_underlined_at_the_place_where_it_is_told() -> None:
    # MEM209-code-inconnu: line 12 of the file is « ailleurs: {ACCI: 80} », in a list of values.
    faux = explications()["MEM209"].exemples[0].faux[0]
    assert faux.fichier == "rules/parametres/montant-modele.yaml"
    assert faux.lignes[12] == "      ailleurs: {ACCI: 80}"
    (found,) = faux.constats
    assert (found.ligne, found.colonne, found.longueur) == (12, 18, 4)
    assert (found.message, found.aide) == (
        "« ACCI » n'est pas un code de la liste siae",
        "vouliez-vous dire « ACI » ? ; valeurs admises : ACI, AI",
    )
    assert explications()["MEM209"].exemples[0].juste[0].lignes[12] == "      ailleurs: {ACI: 80}"


def test_what_changes_far_from_the_fault_is_shown_too() -> None:
    # MEM502: the fault is told of « exemples: », line 23; the example that is missing stands at line 31.
    (exemple,) = explications()["MEM502"].exemples
    assert exemple.faux[0].constats[0].ligne == 23
    assert "titre: H" in exemple.juste[0].lignes[31]
    assert 27 not in exemple.juste[0].lignes


def test_a_file_that_should_stand_elsewhere_is_read_beside_what_it_becomes() -> None:
    (exemple,) = explications()["MEM208"].exemples
    assert [part.fichier for part in exemple.faux] == ["rules/regles/autre/regle-rangee-ailleurs.yaml"]
    assert [part.fichier for part in exemple.juste] == ["rules/regles/essai/regle-rangee-ailleurs.yaml"]
    assert exemple.faux[0].lignes == exemple.juste[0].lignes


def test_what_does_not_show_has_a_sign_and_a_long_line_is_cut() -> None:
    assert exemples.visible("\t- a\u200bb\u00adc", 0) == "→- a▯b▯c"
    assert exemples.visible("x" * 200, 0) == "x" * 200
    assert exemples.visible("x" * 201, 0) == "x" * 200 + "…"
    assert exemples.visible("x" * 300, 50) == "…" + "x" * 200 + "…"


def test_a_missing_example_stops_the_script(tmp_path: Path) -> None:
    folder = tmp_path / "MEM013-x"
    (folder / "rules").mkdir(parents=True)
    (folder / "rules/vide.yaml").write_text("", encoding="utf-8")
    with pytest.raises(AssertionError, match="ajoutez un dossier remede/"):
        exemples.exemple(folder, "MEM013")
    with pytest.raises(AssertionError, match="rien n'y montre MEM014"):
        exemples.exemple(folder, "MEM014")


def test_the_hundreds_digit_is_the_stage() -> None:
    assert [one.etage for one in explications().values()] == [ETAGES[int(code[3])] for code in CODES]
    assert explications()["MEM201"].page == "contribuer/codes/MEM201/"


def test_an_explanation_is_written_and_read_again_without_loss() -> None:
    one = explications()["MEM201"]
    changed = replace(one, exemples=(replace(one.exemples[0], juste=(Extrait(dit="Dit."),)),))
    assert changed != one
    assert changed.json()["exemples"][0]["juste"][0]["dit"] == "Dit."
