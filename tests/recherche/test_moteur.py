"""What the browser adds to the order: instant answers, marked words, counts, suggestions. On the real index."""

from typing import Any

import pytest
from petit_memento import avec_le_vrai

pytestmark = avec_le_vrai


def reponses(dans_le_navigateur: Any, text: str) -> list[dict[str, str]]:
    return list(dans_le_navigateur("moteur.chercher(a).reponses", text))


@pytest.mark.parametrize("typed", ["480 heures", "480h"])
def test_a_figure_is_answered_by_the_sentence_of_the_rule_that_gives_it(dans_le_navigateur: Any, typed: str) -> None:
    first = reponses(dans_le_navigateur, typed)[0]
    assert (first["type"], first["url"], first["depuis"]) == ("regle", "regles/ai-480-heures/", "2021-06-15")
    assert "480\u00a0heures" in first["texte"]
    assert first["texte"].endswith(".")


def test_an_amount_is_answered_by_its_value_of_the_day_with_its_date(dans_le_navigateur: Any) -> None:
    found = {one["url"]: one for one in reponses(dans_le_navigateur, "smic")}
    assert found["parametres/smic-horaire/"]["texte"] == "12,31\u00a0€/h"
    assert found["parametres/smic-horaire/"]["depuis"] == "2026-06-01"
    assert {one["type"] for one in found.values()} == {"valeur", "terme"}


def test_the_name_of_a_calculator_opens_it(dans_le_navigateur: Any) -> None:
    found = reponses(dans_le_navigateur, "échéance d'un pass iae")
    assert ("calculateur", "calculateurs/pass-iae-echeance/") in {(one["type"], one["url"]) for one in found}


def test_an_article_and_an_acronym_are_answered_by_what_they_are(dans_le_navigateur: Any) -> None:
    article = reponses(dans_le_navigateur, "art. L.5132-9 alinéa 2")[0]
    assert (article["type"], article["url"]) == ("article", "sources/c-trav-l5132-9/")
    terme = reponses(dans_le_navigateur, "DETLD")[-1]
    assert (terme["type"], terme["url"]) == ("terme", "glossaire/#detld")
    assert terme["texte"].startswith("Demandeur d’emploi de très longue durée")


def test_what_names_nothing_has_no_instant_answer(dans_le_navigateur: Any) -> None:
    assert reponses(dans_le_navigateur, "accompagnement des personnes") == []


def test_the_words_that_were_found_are_given_as_the_page_writes_them(dans_le_navigateur: Any) -> None:
    words = dans_le_navigateur("moteur.chercher('agrement esus').resultats[0].mots")
    assert {"agrément", "ESUS"} <= set(words)


def test_words_of_the_rest_of_the_page_and_words_that_it_lacks_are_told_apart(dans_le_navigateur: Any) -> None:
    found = dans_le_navigateur(
        "moteur.chercher(a).resultats.filter(({url}) => url === 'regles/ai-480-heures/')"
        ".map(({mots, ailleurs, absents}) => ({mots, ailleurs, absents}))[0]",
        "480 heures préfet xylophone",
    )
    assert "480" in found["mots"]
    assert found["ailleurs"] == ["préfet"]
    assert found["absents"] == ["xylophone"]


def test_what_a_facet_announces_is_what_it_leaves(dans_le_navigateur: Any) -> None:
    wrong = dans_le_navigateur(
        """(() => {
          const faux = [];
          for (const texte of ["aide au poste", "durée", "préfet"]) {
            for (const autres of [{}, {siae: ["ACI"]}, {genre: ["regle"], statut: ["en-vigueur"]}]) {
              const {facettes} = moteur.chercher(texte, {filtres: autres});
              for (const [facette, choix] of Object.entries(facettes)) for (const {code, nombre} of choix) {
                const {total} = moteur.chercher(texte, {filtres: {...autres, [facette]: [code]}});
                if (total !== nombre) faux.push([texte, facette, code, nombre, total]);
              }
            }
          }
          return faux;
        })()"""
    )
    assert wrong == []


def test_facets_are_named_in_words_and_hold_no_empty_choice(dans_le_navigateur: Any) -> None:
    facets = dans_le_navigateur("moteur.chercher('aide au poste').facettes")
    assert list(facets) == ["genre", "siae", "portee", "statut", "theme"]
    assert {one["nom"] for one in facets["portee"]} == {"Prescriptif", "Indicatif"}
    assert "Règle" in {one["nom"] for one in facets["genre"]}
    assert all(one["nombre"] > 0 for choices in facets.values() for one in choices)


def test_when_nothing_is_found_close_words_are_suggested(dans_le_navigateur: Any) -> None:
    found = dans_le_navigateur("moteur.chercher('conventtionnemantt')")
    assert found["resultats"] == []
    assert "conventionnement" in found["suggestions"]


def test_pieces_of_a_text_are_the_whole_text_with_its_words_marked(dans_le_navigateur: Any) -> None:
    pieces = dans_le_navigateur(
        "(await import('/surlignage.js')).segments(a[0], a[1])",
        ["L’agrément, dès 480 heures : l’AGRÉMENT.", ["agrément", "480"]],
    )
    assert "".join(piece["texte"] for piece in pieces) == "L’agrément, dès 480 heures : l’AGRÉMENT."
    assert [piece["texte"] for piece in pieces if piece["marque"]] == ["agrément", "480", "AGRÉMENT"]
