"""`memento renommer`: a name changes everywhere, nothing else does, and no address dies."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from petit_memento import batir, lignes, modifier, petit_memento

from generator.adapters.cli import memento

TOUS = Path(__file__).parents[1] / "corpus" / "valides" / "tous-les-genres"


@pytest.fixture(scope="module")
def verrouille(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A mémento whose addresses are locked, to copy."""
    folder = petit_memento(tmp_path_factory.mktemp("verrouille"), surcouche=TOUS)
    assert lancer(folder, "adresses", "--verrouiller").exit_code == 0
    return folder


@pytest.fixture
def root(tmp_path: Path, verrouille: Path) -> Path:
    return shutil.copytree(verrouille, tmp_path / "memento")


def lancer(root: Path, *arguments: str) -> Result:
    return CliRunner(env={"SOURCE_DATE_EPOCH": "1795392000"}).invoke(memento, ["--racine", str(root), *arguments])


def lire(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("kind", "ancien", "chemin", "redirigee"),
    [
        ("regle", "regle-modele", "rules/regles/essai/{}.yaml", "r/{}/2015-06-01/"),
        ("parametre", "plafond-modele", "rules/parametres/{}.yaml", "parametres/{}/"),
        ("source", "texte-modele", "rules/sources/{}.yaml", "sources/{}/"),
        ("calculateur", "calcul-modele", "rules/calculateurs/{}.yaml", "calculateurs/{}/integrer/"),
        ("repere", "tableau-modele", "rules/reperes/{}.yaml", "reperes/{}/"),
        ("pratique", "pratique-modele", "content/pratiques/{}.md", "pratiques/{}/"),
        ("module", "module-modele", "content/formation/{}.md", "formation/{}/"),
    ],
)
def test_the_name_changes_everywhere_and_nothing_else(
    root: Path, kind: str, ancien: str, chemin: str, redirigee: str
) -> None:
    before = lire(root)
    new = "un-autre-nom"
    result = lancer(root, "renommer", f"{kind}:{ancien}", new)
    assert result.exit_code == 0, result.output
    after = lire(root)
    assert chemin.format(ancien) not in after
    assert lignes(batir(root)) == []
    for path, data in before.items():
        if path == "urls.lock":
            continue
        moved = chemin.format(new) if path == chemin.format(ancien) else path
        names = (ancien, new), (ancien.replace("-", "_"), new.replace("-", "_"))
        text = data.decode()
        for old, name in names:
            text = text.replace(old, name) if data != after[moved] else text
        assert after[moved].decode() == text, path
    site = batir(root).site
    assert site is not None
    pages = {page.url: page for page in site.pages}
    assert pages[redirigee.format(ancien)].vers == redirigee.format(new)
    assert f"{redirigee.format(ancien)} -> {redirigee.format(new)}\n" in (root / "urls.lock").read_text(
        encoding="utf-8"
    )
    assert f"/{redirigee.format(ancien)} → /{redirigee.format(new)}" in result.output
    assert lancer(root, "adresses").stdout == ""


def test_a_citation_of_today_leads_to_the_same_words_after_the_rule_is_renamed(root: Path) -> None:
    cited = "r/regle-modele/2020-01-01/"
    assert lancer(root, "renommer", "regle-modele", "autre-nom").exit_code == 0
    site = batir(root).site
    assert site is not None
    pages = {page.url: page for page in site.pages}
    target = pages[cited].vers
    assert target is not None
    assert "Un autre énoncé de test." in pages[target].html


def test_renaming_twice_leads_straight_to_the_end_and_back_is_possible(root: Path) -> None:
    start = (root / "urls.lock").read_text(encoding="utf-8")
    assert lancer(root, "renommer", "regle-modele", "deux").exit_code == 0
    assert lancer(root, "renommer", "deux", "trois").exit_code == 0
    lock = (root / "urls.lock").read_text(encoding="utf-8")
    assert "regles/regle-modele/ -> regles/trois/\n" in lock
    assert "regles/deux/ -> regles/trois/\n" in lock
    assert lancer(root, "renommer", "trois", "regle-modele").exit_code == 0
    back = (root / "urls.lock").read_text(encoding="utf-8")
    assert "\nregles/regle-modele/\n" in back
    assert "regles/trois/ -> regles/regle-modele/\n" in back
    assert set(start.splitlines()) <= set(back.splitlines())


def test_a_file_with_windows_line_ends_keeps_them(root: Path) -> None:
    path = root / "content/index.md"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    before = path.read_bytes()
    assert lancer(root, "renommer", "regle-modele", "autre-nom").exit_code == 0
    assert path.read_bytes() == before.replace(b"regle:regle-modele", b"regle:autre-nom")


def test_folded_and_quoted_texts_are_reached(root: Path) -> None:
    path = "rules/parametres/montant-modele.yaml"
    text = "note: >\n  Voir la [[regle:regle-modele|règle]],\n  puis elle.\nverifie_le"
    modifier(root, path, "verifie_le", text)
    assert lancer(root, "renommer", "regle-modele", "autre-nom").exit_code == 0
    assert "[[regle:autre-nom|règle]]" in (root / path).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "dit"),
    [
        (("regle-modele", "Règle"), "n'est pas un nom"),
        (("regle-modele", "regle-modele"), "existe déjà"),
        (("montant-modele", "plafond-modele"), "existe déjà"),
        (("regle-modle", "x"), "vouliez-vous dire « regle-modele »"),
        (("theme:essai", "x"), "ne se renomme pas"),
    ],
)
def test_what_cannot_be_renamed_is_refused(root: Path, arguments: tuple[str, str], dit: str) -> None:
    before = lire(root)
    result = lancer(root, "renommer", *arguments)
    assert result.exit_code == 2
    assert dit in result.output
    assert lire(root) == before


def test_a_name_that_two_kinds_share_must_be_told_apart(root: Path) -> None:
    assert lancer(root, "renommer", "pratique:pratique-modele", "regle-modele").exit_code == 0
    result = lancer(root, "renommer", "regle-modele", "autre")
    assert result.exit_code == 2
    assert "précisez regle:regle-modele ou pratique:regle-modele" in result.output


def test_nothing_is_written_when_the_new_name_breaks_the_memento(root: Path) -> None:
    before = lire(root)
    # « taux » is the name of a step of the calculator.
    result = lancer(root, "renommer", "plafond-modele", "taux")
    assert result.exit_code == 1
    assert "rien n'est changé" in result.output
    assert lire(root) == before


def test_a_memento_at_fault_is_mended_before_it_is_renamed(root: Path) -> None:
    modifier(root, "rules/regles/essai/regle-modele.yaml", "titre:", "titr:")
    before = lire(root)
    result = lancer(root, "renommer", "regle-modele", "autre")
    assert result.exit_code == 1
    assert "MEM101" in result.stderr
    assert "corrigez-les avant de renommer" in result.stderr
    assert lire(root) == before


@pytest.mark.parametrize("meurt", [True, False])
def test_an_address_that_would_die_is_refused_and_nothing_is_changed(
    root: Path, monkeypatch: pytest.MonkeyPatch, meurt: bool
) -> None:
    before = lire(root)

    def mourir(*_: object) -> dict[str, str]:
        if meurt:
            raise KeyError("regles/regle-modele/")
        return {}

    monkeypatch.setattr("generator.adapters.renommer.adresses_deplacees", mourir)
    result = lancer(root, "renommer", "regle-modele", "autre")
    assert result.exit_code == 1
    told = "/regles/regle-modele/ n'aurait plus d'adresse" if meurt else "des adresses publiées mourraient"
    assert f"{told} : rien n'est changé." in result.stderr
    assert lire(root) == before
