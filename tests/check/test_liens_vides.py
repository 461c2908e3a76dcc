"""A link that a reader cannot name, even one that leads to a subject."""

from pathlib import Path

from petit_memento import modifier, petit_memento, relire


def test_a_link_without_words_is_told(tmp_path: Path) -> None:
    root = petit_memento(tmp_path)
    empty = "Un autre énoncé de test, [[parametre:plafond-modele|**]]."
    modifier(root, "rules/regles/essai/regle-modele.yaml", "Un autre énoncé de test.", empty)
    assert ("MEM522", "ce lien n'a pas de mots") in [(one.code, one.message) for one in relire(root).report]
