"""What is to be read again, and in which order."""

from datetime import date
from pathlib import Path

import pytest
from petit_memento import modifier, petit_memento

from generator.pipeline import compile_rules
from generator.resolve.fraicheur import ARelire, Motif, a_relire

REGLE = "rules/regles/essai/regle-modele.yaml"
TEXTE = "rules/sources/texte-modele.yaml"
PLAFOND = "rules/parametres/plafond-modele.yaml"
JOUR = date(2026, 11, 23)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return petit_memento(tmp_path)


def relire(root: Path, jours: int = 60, jour: date = JOUR) -> tuple[ARelire, ...]:
    compiled = compile_rules(root)
    assert not compiled.failed
    return a_relire(compiled.base, jour, jours)


def remplacer(root: Path, au: str, du: str) -> None:
    """A third version of the text, the day after the second."""
    modifier(root, TEXTE, "{id: V2, du: 2020-01-01}", f"{{id: V2, du: 2020-01-01, au: {au}}}\n  - {{id: V3, du: {du}}}")


def motifs(found: tuple[ARelire, ...]) -> list[tuple[str, str]]:
    return [(one.id, one.motif.value) for one in found]


def test_what_was_read_since_its_text_changed_is_fresh(root: Path) -> None:
    assert relire(root) == ()


def test_a_text_that_changed_after_it_was_read_must_be_read_again(root: Path) -> None:
    # Everything was verified on 1 January 2026.
    modifier(
        root,
        TEXTE,
        "{id: V2, du: 2020-01-01}",
        "{id: V2, du: 2020-01-01, au: 2026-01-01}\n  - {id: V3, du: 2026-01-02}",
    )
    found = relire(root)
    assert motifs(found) == [
        ("calcul-modele", "source-changee"),
        ("montant-modele", "source-changee"),
        ("plafond-modele", "source-changee"),
        ("regle-modele", "source-changee"),
    ]
    rule = found[-1]
    assert (rule.depuis, rule.version, rule.citee) == (date(2026, 1, 2), "V3", "V2")


def test_read_the_day_it_began_is_read_in_time(root: Path) -> None:
    modifier(
        root,
        TEXTE,
        "{id: V2, du: 2020-01-01}",
        "{id: V2, du: 2020-01-01, au: 2025-12-31}\n  - {id: V3, du: 2026-01-01}",
    )
    # Only the rule names a version, and it names the one before.
    assert motifs(relire(root)) == [("regle-modele", "version-remplacee")]


def test_the_version_of_days_gone_by_rightly_cites_its_own_text(root: Path) -> None:
    # V1, replaced in 2020, is cited by the version of the rule that ended in 2019, and by that one alone.
    assert "version: V1" in (root / REGLE).read_text(encoding="utf-8")
    assert relire(root) == ()


def test_an_old_version_beside_the_one_in_force_is_history(root: Path) -> None:
    both = "references: [{source: texte-modele, version: V1}, {source: texte-modele, version: V2}]"
    modifier(root, REGLE, "au: 2019-12-31\n", "au: 2018-12-31\n")
    modifier(root, REGLE, "du: 2020-01-01\n", "du: 2019-01-01\n")
    modifier(root, REGLE, "references: [{source: texte-modele, version: V2}]", both)
    assert relire(root) == ()


def test_a_text_without_a_version_in_force_is_told(root: Path) -> None:
    modifier(root, TEXTE, "{id: V2, du: 2020-01-01}", "{id: V2, du: 2020-01-01, au: 2026-06-30}")
    found = relire(root)
    assert {one.motif for one in found} == {Motif.ETEINTE}
    assert {one.depuis for one in found} == {date(2026, 7, 1)}


def test_a_version_to_come_changes_nothing_yet(root: Path) -> None:
    modifier(
        root,
        TEXTE,
        "{id: V2, du: 2020-01-01}",
        "{id: V2, du: 2020-01-01, au: 2027-01-01}\n  - {id: V3, du: 2027-01-02}",
    )
    assert relire(root) == ()
    assert len(relire(root, jour=date(2027, 1, 2))) == 4


@pytest.mark.parametrize(
    ("avant", "jours", "motif"),
    [
        ("2026-11-23", 0, "date-passee"),
        ("2026-11-24", 0, None),
        ("2026-11-24", 1, "bientot"),
        ("2027-01-22", 60, "bientot"),
        ("2027-01-23", 60, None),
    ],
)
def test_the_day_to_read_again_is_past_near_or_far(root: Path, avant: str, jours: int, motif: str | None) -> None:
    modifier(root, REGLE, "a_reverifier_avant: 2030-01-01", f"a_reverifier_avant: {avant}")
    assert motifs(relire(root, jours)) == ([("regle-modele", motif)] if motif else [])


def test_what_is_past_comes_before_what_changed_and_what_is_near_last(root: Path) -> None:
    modifier(
        root,
        TEXTE,
        "{id: V2, du: 2020-01-01}",
        "{id: V2, du: 2020-01-01, au: 2026-01-01}\n  - {id: V3, du: 2026-01-02}",
    )
    modifier(root, REGLE, "a_reverifier_avant: 2030-01-01", "a_reverifier_avant: 2026-11-01")
    modifier(
        root, "rules/parametres/plafond-modele.yaml", "a_reverifier_avant: 2030-01-01", "a_reverifier_avant: 2026-12-01"
    )
    found = motifs(relire(root))
    assert found[0] == ("regle-modele", "date-passee")
    assert found[-1] == ("plafond-modele", "bientot")
    assert [motif for _, motif in found[1:-1]] == ["source-changee"] * 4


def test_what_is_over_or_still_to_come_cites_nothing_to_read_again(root: Path) -> None:
    # In 2009 nothing had begun; the figure that ended in 2024 is nobody's any more.
    assert [one.id for one in relire(root, jour=date(2009, 6, 1)) if one.source] == []
    modifier(root, PLAFOND, "{du: 2010-01-01,", "{du: 2010-01-01, au: 2024-12-31,")
    remplacer(root, "2026-02-28", "2026-03-01")
    assert ("plafond-modele", "source-changee") not in motifs(relire(root))
