"""The files of a synthetic mémento, as a person would write them."""

from pathlib import Path
from typing import Any

import yaml

# Nothing is to be verified again while the bench lives.
VERIFIE = {"confiance": "haute", "verifie_le": "2026-01-01", "a_reverifier_avant": "2999-01-01"}


class _Ecriture(yaml.CSafeDumper):
    """Aliases are refused by the mémento; days stay days, between no quotes."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        return True


def en_yaml(data: Any) -> str:
    return yaml.dump(data, Dumper=_Ecriture, allow_unicode=True, sort_keys=False, width=118)


def ecrire_yaml(cible: Path, data: Any) -> None:
    cible.parent.mkdir(parents=True, exist_ok=True)
    cible.write_text(en_yaml(data), encoding="utf-8")


def ecrire_page(cible: Path, en_tete: Any, corps: str = "") -> None:
    cible.parent.mkdir(parents=True, exist_ok=True)
    cible.write_text(f"---\n{en_yaml(en_tete)}---\n\n{corps}", encoding="utf-8")
