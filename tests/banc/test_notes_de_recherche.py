"""What the bench of the search says of a list of results, worked by hand."""

from pathlib import Path

import pytest

from bench.recherche.notes import Essai, noter, pages_de, par_genre, par_lot, quantile, rang
from bench.recherche.requetes import Requete, echantillon, essayer, introuvables, lire


def essai(rank: int | None, voulu: int = 1, genre: str = "mots", *, a_part: bool = False) -> Essai:
    return Essai(rank, voulu, genre, a_part)


def test_places_in_a_page_are_that_page_once_where_it_came_first() -> None:
    found = ["glossaire/#ai", "regles/x/", "glossaire/#aci", "regles/x/#versions", "glossaire/"]
    assert pages_de(found) == ("glossaire/", "regles/x/")


def test_only_ten_pages_are_read() -> None:
    assert pages_de(f"{number}/" for number in range(12)) == tuple(f"{number}/" for number in range(10))


def test_the_rank_is_that_of_the_first_page_expected() -> None:
    assert rang(["a/", "b/", "c/"], ["c/", "b/"]) == 2


def test_a_page_that_is_not_there_has_no_rank() -> None:
    assert rang(["a/"], ["b/"]) is None


def test_a_note_counts_the_first_the_first_three_and_the_wanted_rank() -> None:
    note = noter([essai(1), essai(2, voulu=2), essai(4, voulu=3), essai(None, voulu=10)])
    assert (note.effectif, note.premier, note.trois, note.voulu) == (4, 0.25, 0.5, 0.5)


def test_the_mean_reciprocal_rank_counts_nothing_for_what_is_not_found() -> None:
    assert noter([essai(1), essai(4), essai(None), essai(None)]).mrr == (1 + 1 / 4) / 4


def test_no_query_has_no_note() -> None:
    with pytest.raises(ValueError, match="aucune requête"):
        noter([])


def test_queries_kept_apart_are_noted_apart() -> None:
    notes = par_lot([essai(1), essai(1), essai(None, a_part=True)])
    assert {lot: (note.effectif, note.premier) for lot, note in notes.items()} == {
        "toutes": (3, 2 / 3),
        "réglage": (2, 1.0),
        "mises à part": (1, 0.0),
    }


def test_a_lot_without_queries_is_not_noted() -> None:
    assert list(par_lot([essai(1)])) == ["toutes", "réglage"]


def test_genres_come_in_the_order_in_which_they_are_met() -> None:
    notes = par_genre([essai(1, genre="sigle"), essai(None, genre="faute"), essai(None, genre="sigle")])
    assert [(genre, note.premier) for genre, note in notes.items()] == [("sigle", 0.5), ("faute", 0.0)]


def test_a_quantile_is_a_value_that_was_measured() -> None:
    values = [float(value) for value in range(20, 0, -1)]
    assert (quantile(values, 0.5), quantile(values, 0.95), quantile([7.0], 0.95)) == (10.0, 19.0, 7.0)


REQUETES = """
requetes:
  - {requete: 480 heures, pages: [regles/ai/, glossaire/#ai], rang: 3, profil: ai, genre: chiffre}
  - {requete: vae, pages: [pratiques/vae/], rang: 1, profil: aci, genre: sigle, a_part: true}
"""


def test_queries_are_read_as_they_are_written(tmp_path: Path) -> None:
    written = tmp_path / "requetes.yaml"
    written.write_text(REQUETES, encoding="utf-8")
    assert lire(written) == (
        Requete("480 heures", ("regles/ai/", "glossaire/"), 3, "chiffre", a_part=False),
        Requete("vae", ("pratiques/vae/",), 1, "sigle", a_part=True),
    )


def demande(texte: str, *pages: str) -> Requete:
    return Requete(texte, pages, 1, "mots", a_part=False)


def test_each_query_is_tried_on_its_own_results() -> None:
    asked = [demande("a", "a/"), demande("b", "b/")]
    assert [tried.rang for tried in essayer(asked, [["b/", "a/"], []])] == [2, None]


def test_an_engine_that_answers_too_few_queries_is_an_error() -> None:
    with pytest.raises(ValueError, match="shorter"):
        essayer([demande("a", "a/"), demande("b", "b/")], [["a/"]])


def test_expected_pages_that_the_site_lacks_are_named(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/index.html").touch()
    assert introuvables([demande("a", "a/", "z/"), demande("b", "b/")], tmp_path) == ("b/", "z/")


def test_a_sample_goes_along_the_whole_list() -> None:
    asked = [demande(str(number), "a/") for number in range(10)]
    assert [one.texte for one in echantillon(asked, 4)] == ["0", "2", "5", "7"]
    assert echantillon(asked[:2], 4) == tuple(asked[:2])
