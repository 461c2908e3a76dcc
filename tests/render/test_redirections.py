"""What stands at an address that has moved."""

from pathlib import Path

from petit_memento import batir, lignes, modifier, petit_memento

from generator.render import Page

REGLE = "rules/regles/essai/regle-modele.yaml"
CITEE = "r/regle-modele/2020-01-01/"


def pages(root: Path) -> dict[str, Page]:
    built = batir(root)
    assert lignes(built) == []
    assert built.site is not None
    return {page.url: page for page in built.site.pages}


def test_an_old_address_has_a_page_that_leads_to_the_last_one(tmp_path: Path) -> None:
    found = pages(petit_memento(tmp_path, {"urls.lock": "a/ -> b/\nb/ -> regles/regle-modele/\n"}))
    for old in ("a/", "b/"):
        assert found[old].vers == "regles/regle-modele/"
        assert 'href="../regles/regle-modele/"' in found[old].html


def test_a_file_that_moved_is_published_at_both_addresses(tmp_path: Path) -> None:
    tables = Path(__file__).parents[1] / "corpus" / "valides" / "tous-les-genres"
    root = petit_memento(tmp_path, {"urls.lock": "vieux.csv -> reperes/tableau-modele.csv\n"}, surcouche=tables)
    built = batir(root)
    assert lignes(built) == []
    assert built.site is not None
    assert built.site.fichiers["vieux.csv"] == built.site.fichiers["reperes/tableau-modele.csv"]


def test_an_address_cited_today_still_gives_the_same_words_after_a_new_version(tmp_path: Path) -> None:
    root = petit_memento(tmp_path, {"urls.lock": f"{CITEE}\n"})
    assert "Un autre énoncé de test." in pages(root)[CITEE].html
    modifier(root, REGLE, "  - du: 2020-01-01\n", "  - du: 2020-01-01\n    au: 2025-12-31\n")
    modifier(
        root,
        REGLE,
        "verifie_le",
        "  - du: 2026-01-01\n    statut: en-vigueur\n    portee: prescriptif\n    enonce: Un troisième énoncé.\n"
        "    references: [{source: texte-modele, version: V2}]\nverifie_le",
    )
    found = pages(root)
    assert "Un autre énoncé de test." in found[CITEE].html
    assert "Un troisième énoncé." in found["regles/regle-modele/"].html
