"""Links and dates."""

from pathlib import Path

from petit_memento import lignes, modifier, petit_memento, relire

REGLE = "rules/regles/essai/regle-modele.yaml"
PARAMETRE = "rules/parametres/montant-modele.yaml"


def test_a_misspelled_source_suggests_the_right_one(tmp_path: Path) -> None:
    petit_memento(tmp_path)
    modifier(tmp_path, PARAMETRE, "    source: [texte-modele]\n    valeur:\n      ici: {ACI: 110}", SOURCE_FAUSSE)
    (found,) = relire(tmp_path).report
    assert found.help == "vouliez-vous dire « texte-modele » ?"


SOURCE_FAUSSE = "    source: [texte-modeles]\n    valeur:\n      ici: {ACI: 110}"


def test_a_hole_between_versions_is_admitted_by_two_gaps_that_cover_it(tmp_path: Path) -> None:
    petit_memento(tmp_path)
    modifier(tmp_path, REGLE, "    au: 2019-12-31", "    au: 2018-12-31")
    modifier(
        tmp_path,
        REGLE,
        "verifie_le:",
        "lacunes:\n"
        "  - {du: 2019-01-01, au: 2019-06-30, motif: texte non lu}\n"
        "  - {du: 2019-07-01, au: 2019-12-31, motif: texte non lu}\n"
        "verifie_le:",
    )
    assert lignes(relire(tmp_path)) == []


def test_a_gap_one_day_short_does_not_cover_the_hole(tmp_path: Path) -> None:
    petit_memento(tmp_path)
    modifier(tmp_path, REGLE, "    au: 2019-12-31", "    au: 2018-12-31")
    gap = "lacunes:\n  - {du: 2019-01-01, au: 2019-12-30, motif: texte non lu}\nverifie_le:"
    modifier(tmp_path, REGLE, "verifie_le:", gap)
    assert [line.split(": ")[1][:6] for line in lignes(relire(tmp_path))] == ["MEM204"]


def test_a_proposal_may_overlap_the_law(tmp_path: Path) -> None:
    built = relire(petit_memento(tmp_path))
    rule = built.base.regles["regle-modele"]
    assert [version.du.year for version in rule.droit] == [2010, 2020]
    assert [version.du.year for version in rule.propositions] == [2015]


def test_backlinks_say_who_cites(tmp_path: Path) -> None:
    links = relire(petit_memento(tmp_path)).base.liens
    assert links["calculateur", "calcul-modele"] == (("fiche", "index"), ("regle", "regle-modele"))
    assert ("mesure", "1") in links["source", "texte-modele"]


def test_an_unknown_article_is_answered_by_the_nearest_number(tmp_path: Path) -> None:
    petit_memento(tmp_path)
    text = (tmp_path / "rules/sources/texte-modele.yaml").read_text(encoding="utf-8")
    for name in ("c-trav-l5132-9", "c-trav-d5132-91"):
        (tmp_path / f"rules/sources/{name}.yaml").write_text(text.replace("id: texte-modele", f"id: {name}"), "utf-8")
    modifier(tmp_path, "rules/parametres/plafond-modele.yaml", "[texte-modele]", "[c-trav-l5132-91]")
    found = next(item for item in relire(tmp_path).report if item.code == "MEM201")
    assert found.message == "source « c-trav-l5132-91 » inconnue"
    # The same number in another letter is nearer than a digit too many.
    assert found.help == "vouliez-vous dire « c-trav-d5132-91 » ?"
