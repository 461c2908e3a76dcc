"""The index that we make at once is the one that lunr makes term by term."""

from collections import Counter

from lunr.builder import Builder

from generator.render.recherche import Analyseur, FicheDeRecherche, indexer
from generator.render.recherche.index import CHAMPS, K1, B, _Constructeur

TEXTES = ("aide aide poste", "poste", "", "aide contrat poste contrat contrat durée", "durée")


def constructeur() -> _Constructeur:
    builder = _Constructeur()
    builder.k1(K1)
    builder.b(B)
    for name, boost in CHAMPS.items():
        builder.field(name, boost)
    for rank, text in enumerate(TEXTES):
        builder.ajouter(rank, {name: text.split() if name != "mots" else [] for name in CHAMPS}, 0.7 + rank)
    return builder


def test_scores_are_those_of_lunr_in_the_order_of_terms() -> None:
    ours, theirs = constructeur(), constructeur()
    theirs._calculate_average_field_lengths()
    theirs.field_term_frequencies = {
        f"{name}/f{rank}": Counter(text.split() if name != "mots" else ())
        for rank, text in enumerate(TEXTES)
        for name in CHAMPS
    }
    Builder._create_field_vectors(theirs)
    ours.build()
    assert {ref: list(vector.elements) for ref, vector in ours.field_vectors.items()} == {
        ref: vector.elements for ref, vector in theirs.field_vectors.items()
    }
    assert any(vector.elements for vector in ours.field_vectors.values())


def test_a_phrase_is_found_word_after_word_and_only_so() -> None:
    fiches = [FicheDeRecherche("a/", "Demandeur d’emploi de longue durée", "regle", "")]
    fiches += [FicheDeRecherche("b/", "Durée de l’emploi du demandeur", "regle", "")]
    analyseur = Analyseur()
    phrase = " ".join(mot.terme for mot in analyseur.mots("longue durée") if mot.terme)
    index = indexer(fiches, {phrase: {}}, analyseur)
    assert index.frequences[phrase.replace(" ", "+")] == 1
    assert " " in phrase


def test_what_holds_no_word_is_indexed_as_nothing() -> None:
    index = indexer([FicheDeRecherche("a/", "", "regle", "")], {}, Analyseur())
    assert [vector.elements for vector in index.lunr.field_vectors.values()] == [[], [], [], []]
