"""Whoever writes a file is told what each field and each word means: by their editor, by a form."""

from collections.abc import Iterator
from typing import get_args

import pytest

from generator.model import Choix, Modele, Portee
from generator.validate.kinds import KINDS


def types(annotation: object) -> Iterator[type]:
    """Every class that a field may hold, through lists, tables and what is optional."""
    if isinstance(annotation, type):
        yield annotation
    for argument in get_args(annotation):
        yield from types(argument)


def atteints() -> list[type[Modele]]:
    """Every model that a file may hold, once."""
    found: dict[type[Modele], None] = {}
    waiting = [kind.model for kind in KINDS]
    while waiting:
        model = waiting.pop()
        if model in found:
            continue
        found[model] = None
        for field in model.model_fields.values():
            waiting.extend(held for held in types(field.annotation) if issubclass(held, Modele))
    return sorted(found, key=lambda model: model.__name__)


MODELES = atteints()
CHOIX = sorted(
    {
        held
        for model in MODELES
        for field in model.model_fields.values()
        for held in types(field.annotation)
        if issubclass(held, Choix)
    },
    key=lambda choice: choice.__name__,
)


def test_the_walk_reaches_what_is_held_deep_down() -> None:
    assert {"Regle", "VersionDeRegle", "Reference", "Critere", "Cas", "LigneDeRepere"} <= {m.__name__ for m in MODELES}
    assert {"Portee", "TypeEntree", "Etat"} <= {choice.__name__ for choice in CHOIX}


@pytest.mark.parametrize("model", MODELES, ids=lambda model: model.__name__)
def test_a_model_and_each_of_its_fields_say_what_they_are(model: type[Modele]) -> None:
    assert model.model_config.get("title"), "ce modèle n'a pas de titre"
    silent = [name for name, field in model.model_fields.items() if not (field.title and field.description)]
    assert silent == []
    unended = [name for name, field in model.model_fields.items() if not (field.description or "").endswith(".")]
    assert unended == []


@pytest.mark.parametrize("choice", CHOIX, ids=lambda choice: choice.__name__)
def test_each_word_of_a_choice_says_what_it_means(choice: type[Choix]) -> None:
    assert [word.value for word in choice if not word.sens] == []


def test_a_word_is_still_the_text_that_is_written() -> None:
    assert Portee("indicatif") is Portee.INDICATIF
    assert f"{Portee.INDICATIF}" == "indicatif"
    assert Portee.INDICATIF.sens == "aucun texte n’oblige : usage, doctrine ou proposition"
