"""What nothing has changed is not made again, and what is built is the same as from nothing."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from petit_memento import AUJOURD_HUI, BASE, MEMOIRE, avec_le_vrai, lignes, modifier, petit_memento, vrai_memento

from generator.pipeline import Build, build
from generator.render import execution
from generator.render.commande import Memoire
from generator.render.ouvrier import Ouvrier

TOUS_LES_GENRES = BASE.parent / "valides" / "tous-les-genres"
RACINE = Path(__file__).parents[2]


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """A little mémento that holds a subject of each kind."""
    return petit_memento(tmp_path / "petit", surcouche=TOUS_LES_GENRES)


def rebatir(dossier: Path, memoire: Memoire) -> Build:
    """Built with memory; the same as without, to the last byte and to the last word of the report."""
    built, cold = build(dossier, AUJOURD_HUI, memoire), build(dossier, AUJOURD_HUI)
    assert lignes(built) == lignes(cold)
    assert built.site == cold.site
    return built


def changees(avant: Build, apres: Build) -> set[str]:
    """The urls of the pages that two builds do not write alike."""
    assert avant.site
    assert apres.site
    old, new = ({page.url: page for page in built.site.pages} for built in (avant, apres) if built.site)
    return {url for url in {**old, **new} if old.get(url) != new.get(url)}


def refaits(memoire: Memoire) -> set[str]:
    """The orders that were carried out, without the folder of the machine."""
    return {name.removeprefix("generator.render.") for name in memoire.refaits}


def test_nothing_is_made_again_when_nothing_has_changed(dossier: Path) -> None:
    memoire = Memoire()
    build(dossier, AUJOURD_HUI, memoire)
    rebatir(dossier, memoire)
    assert memoire.refaits == ()
    assert memoire.relecture.refaits == ()


def test_a_parameter_remakes_the_pages_that_use_it_and_no_other(dossier: Path) -> None:
    memoire = Memoire()
    before = build(dossier, AUJOURD_HUI, memoire)
    modifier(dossier, "rules/parametres/plafond-modele.yaml", "valeur: 30", "valeur: 31")
    after = rebatir(dossier, memoire)
    # Those that write its value, and no rule, no source, no measure, no code besides.
    assert changees(before, after) == {
        "",
        "calculateurs/calcul-modele/",
        "calculateurs/calcul-modele/integrer/",
        "au/",
        "parametres/",
        "parametres/plafond-modele/",
        "parcours/accueil/",
        "regles/regle-modele/",
        "structures/aci/",
        "structures/voisin/",
    }
    pages = {
        name for name in refaits(memoire) if not name.startswith(("exports.", "assemblage:", "papier.", "monofichier:"))
    }
    assert pages == {
        "pages:_accueil",
        "calculateurs:_calculateur:calcul-modele",
        "calculateurs:_index",
        "calculateurs:_integrer:calcul-modele",
        "calculateurs:fichiers_des_arbres",
        "comparer:page_de_comparaison",
        "parametres:_index",
        "parametres:_parametre:plafond-modele",
        "parcours:_etape:accueil",
        "regles:_regle:regle-modele",
        "structures:_structure:ACI",
        "structures:_structure:VOISIN",
        "au:page_du_jour",
        "nouveautes:page_des_nouveautes",
        "reutiliser:page_de_reutilisation",
    }


def test_whatever_is_renamed_the_site_is_that_of_a_build_from_nothing(dossier: Path) -> None:
    memoire = Memoire()
    build(dossier, AUJOURD_HUI, memoire)
    files = [path for path in sorted(dossier.rglob("*")) if path.suffix in (".md", ".yaml")]
    # One of each kind: those of a kind are in a folder.
    named = {path.parent: path for path in files if "\ntitre: " in path.read_text(encoding="utf-8")}
    assert len(named) > 10
    for path in named.values():
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("\ntitre: ", "\ntitre: Autre ", 1), encoding="utf-8")
        rebatir(dossier, memoire)
        assert 0 < len(memoire.refaits) < 80, path


def test_a_subject_that_appears_or_goes_is_told_to_all_that_cite_it(dossier: Path) -> None:
    memoire = Memoire()
    whole = build(dossier, AUJOURD_HUI, memoire)
    path = dossier / "rules/parametres/plafond-modele.yaml"
    text = path.read_text(encoding="utf-8")
    path.unlink()
    assert rebatir(dossier, memoire).failed
    path.write_text(text, encoding="utf-8")
    assert rebatir(dossier, memoire).site == whole.site


def test_a_word_that_is_wrong_is_told_each_time_at_its_place(dossier: Path) -> None:
    memoire = Memoire()
    build(dossier, AUJOURD_HUI, memoire)
    modifier(dossier, "content/index.md", "Voir la [[regle:regle-modele]]", "Voir la [[regle:regle-absente]]")
    first = lignes(rebatir(dossier, memoire))
    assert len(first) == 1
    modifier(dossier, "content/index.md", "Voir la [[", "Une ligne de plus.\n\nVoir la [[")
    second = lignes(rebatir(dossier, memoire))
    assert second != first
    assert second[0].split(": ")[1:] == first[0].split(": ")[1:]


def test_another_day_remakes_everything(dossier: Path) -> None:
    memoire = Memoire()
    build(dossier, AUJOURD_HUI, memoire)
    everything = memoire.refaits
    build(dossier, AUJOURD_HUI + timedelta(days=1), memoire)
    assert memoire.refaits == everything


def test_a_template_that_changes_remakes_everything(dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    memoire = Memoire()
    build(dossier, AUJOURD_HUI, memoire)
    everything = memoire.refaits
    monkeypatch.setattr(execution, "_gabarits", lambda: "autres")
    build(dossier, AUJOURD_HUI, memoire)
    assert memoire.refaits == everything


def test_a_build_that_breaks_leaves_a_memory_that_holds(dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    memoire = Memoire()
    build(dossier, AUJOURD_HUI, memoire)
    modifier(dossier, "rules/regles/essai/regle-modele.yaml", "titre: ", "titre: Autre ")
    with monkeypatch.context() as broken:
        broken.setattr(Ouvrier, "faire", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            build(dossier, AUJOURD_HUI, memoire)
    rebatir(dossier, memoire)


@avec_le_vrai
def test_in_the_memento_itself_a_parameter_remakes_few_pages_and_all_that_change(tmp_path: Path) -> None:
    before, memoire = vrai_memento(), MEMOIRE
    for name in ("content", "rules", "site_theme"):
        shutil.copytree(RACINE / name, tmp_path / name)
    shutil.copy(RACINE / "urls.lock", tmp_path)
    modifier(tmp_path, "rules/parametres/achat-innovant-plafond.yaml", "valeur: 100000", "valeur: 110000")
    after = rebatir(tmp_path, memoire)
    assert changees(before, after) >= {"parametres/achat-innovant-plafond/", "calculateurs/achat-innovant/"}
    assert len(memoire.refaits) < 40
