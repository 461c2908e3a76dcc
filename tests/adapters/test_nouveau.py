"""`memento nouveau`: a file begun passes the verification but for what only a person can write."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from petit_memento import AUJOURD_HUI, modifier, petit_memento

from generator.adapters.cli import memento
from generator.pipeline import compile_rules, verify

TOUS = Path(__file__).parents[1] / "corpus" / "valides" / "tous-les-genres"
MARQUE = re.compile(r'"?À COMPLÉTER : [^"\n]*"?')
COUVERTURE = "rules/couverture.yaml"
REGLE = (
    *("--titre", "La visite d'entrée", "--theme", "essai", "--siae", "ACI", "--source", "texte-modele"),
    *("--depuis", "2020-01-01", "--portee", "prescriptif", "--verifie-le", "2026-06-01"),
)
DATE = ("--theme", "essai", "--source", "texte-modele", "--verifie-le", "2026-06-01")
CAS: dict[str, tuple[tuple[str, ...], str]] = {
    "regle": (REGLE, "rules/regles/essai/visite-d-entree.yaml"),
    "parametre": (
        ("--titre", "Le seuil", *DATE, "--depuis", "2020-01-01", "--valeur", "1 234,50", "--unite", "€/h"),
        "rules/parametres/seuil.yaml",
    ),
    "source": (
        (
            *("--type", "decret", "--titre", "Décret n° 2021-1 du 2 janvier 2021", "--numero", "2021-1"),
            *("--lecture", "mention", "--consulte-le", "2026-06-01", "--date", "02/01/2021"),
        ),
        "rules/sources/decret-2021-1.yaml",
    ),
    "calculateur": (("--titre", "Des heures", *DATE, "--siae", "ACI"), "rules/calculateurs/heures.yaml"),
    "pratique": (
        ("--titre", "Accueillir à deux", "--siae", "ACI", "--source", "texte-modele", "--mesure", "1"),
        "content/pratiques/accueillir-a-deux.md",
    ),
    "avis": (
        ("--titre", "Que faire ?", "--siae", "ACI", "--source", "texte-modele", "--pratique", "pratique-modele"),
        "content/avis/2026-001.md",
    ),
    "module": (
        ("--titre", "Apprendre", "--source", "texte-modele", "--regle", "regle-modele"),
        "content/formation/apprendre.md",
    ),
}


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    # 23 November 2026.
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795392000")
    return petit_memento(tmp_path / "memento", surcouche=TOUS)


def nouveau(root: Path, *mots: str) -> Result:
    return CliRunner().invoke(memento, ["--racine", str(root), "nouveau", *mots])


def lire(root: Path) -> dict[str, str]:
    return {
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8")
        for folder in ("rules", "content")
        for path in (root / folder).rglob("*")
        if path.is_file()
    }


def codes(root: Path) -> list[str]:
    return [item.code for item in verify(root, AUJOURD_HUI).report]


@pytest.mark.parametrize("genre", CAS)
def test_a_draft_is_refused_for_its_marks_and_for_nothing_else(root: Path, genre: str) -> None:
    options, path = CAS[genre]
    before = lire(root)
    result = nouveau(root, genre, *options)
    assert result.exit_code == 0, result.output
    after = lire(root)
    assert {name for name in after if after[name] != before.get(name)} == {path, COUVERTURE}
    found = verify(root, AUJOURD_HUI).report
    assert {(item.code, item.location.path) for item in found} == {("MEM525", path)}
    assert len(list(found)) == len(MARQUE.findall(after[path]))


@pytest.mark.parametrize("genre", CAS)
def test_what_is_printed_names_each_line_to_complete(root: Path, genre: str) -> None:
    options, path = CAS[genre]
    printed = nouveau(root, genre, *options).stdout
    told = {int(line) for lines in re.findall(r"lignes? ([\d, ]+) :", printed) for line in lines.split(",")}
    text = (root / path).read_text(encoding="utf-8").split("\n")
    assert told == {number for number, line in enumerate(text, 1) if MARQUE.search(line)}
    assert printed.startswith(f"Écrit : {path}\n")
    assert "memento verifier" in printed
    assert "memento adresses --verrouiller" in printed


@pytest.mark.parametrize("genre", [genre for genre in CAS if genre not in ("source", "parametre")])
def test_once_its_marks_are_replaced_a_draft_is_in_order(root: Path, genre: str) -> None:
    options, path = CAS[genre]
    nouveau(root, genre, *options)
    text = (root / path).read_text(encoding="utf-8")
    (root / path).write_text(MARQUE.sub("Des mots de la source.", text), encoding="utf-8")
    assert codes(root) == []


def test_a_source_or_a_figure_that_is_complete_must_be_used(root: Path) -> None:
    nouveau(root, "parametre", *CAS["parametre"][0], "--resume", "Un seuil d'essai.")
    assert codes(root) == ["MEM506"]


def test_the_answers_are_written_in_the_order_of_the_neighbours(root: Path) -> None:
    nouveau(root, "regle", *REGLE, "--mesure", "1", "--enonce", "Le préfet décide : c'est écrit.")
    base = compile_rules(root).base
    data = base.document("regle", "visite-d-entree").data
    neighbour = list(base.document("regle", "regle-modele").data)
    assert [key for key in data if key in neighbour] == [key for key in neighbour if key in data]
    regle = base.regles["visite-d-entree"]
    assert (regle.mesures, regle.siae, regle.titre) == ((1,), ("ACI",), "La visite d'entrée")
    (version,) = regle.versions
    assert version.enonce == "Le préfet décide : c'est écrit."
    # The version of the article in force the day it was read.
    assert version.references[0].version == "V2"
    assert (str(regle.verifie_le), str(regle.a_reverifier_avant), regle.confiance) == (
        "2026-06-01",
        "2027-06-01",
        "haute",
    )


def test_a_proposal_says_that_its_adoption_is_not_established(root: Path) -> None:
    nouveau(root, "regle", *REGLE, "--statut", "propose")
    assert compile_rules(root).base.regles["visite-d-entree"].versions[0].adoption == "adoption-non-etablie"


def test_one_is_no_surer_than_what_was_read_of_the_source(root: Path) -> None:
    modifier(root, "rules/sources/texte-modele.yaml", "lecture: texte", "lecture: extrait")
    nouveau(root, "regle", *REGLE)
    assert compile_rules(root).base.regles["visite-d-entree"].confiance == "moyenne"


def test_a_number_is_written_as_the_files_write_it(root: Path) -> None:
    nouveau(root, "parametre", *CAS["parametre"][0])
    assert "valeur: 1234.5\n" in (root / "rules/parametres/seuil.yaml").read_text(encoding="utf-8")


def test_what_a_field_means_stands_above_its_mark(root: Path) -> None:
    nouveau(root, "avis", *CAS["avis"][0])
    lines = (root / CAS["avis"][1]).read_text(encoding="utf-8").split("\n")
    place = lines.index("positions:")
    assert lines[place - 1].startswith("# ")
    assert "sans nommer personne" in lines[place - 1].casefold()


@pytest.mark.parametrize(
    ("chemin", "schema"),
    [("regle", "../../../schemas/regle.json"), ("source", "../../schemas/source.json")],
)
def test_an_editor_is_told_the_schema_of_the_file(root: Path, chemin: str, schema: str) -> None:
    options, path = CAS[chemin]
    nouveau(root, chemin, *options)
    first = (root / path).read_text(encoding="utf-8").split("\n")[0]
    assert first == f"# yaml-language-server: $schema={schema}"


def test_all_that_is_missing_is_named_at_once(root: Path) -> None:
    result = nouveau(root, "regle", "--titre", "Une règle", "--theme", "essai")
    assert result.exit_code == 2
    for option in ("--siae", "--source", "--depuis", "--portee", "--verifie-le"):
        assert f"\n  {option} : " in result.stderr
    assert "--titre" not in result.stderr.partition("Aide")[0]
    assert "--statut" not in result.stderr


@pytest.mark.parametrize(
    ("option", "valeur", "dit"),
    [
        ("--source", "texte-modle", "vouliez-vous dire « texte-modele »"),
        ("--siae", "ACII", "vouliez-vous dire « ACI »"),
        ("--theme", "rien", "« rien » n'existe pas ; choix : essai"),
        ("--depuis", "hier", "n'est pas une date"),
        ("--depuis", "2020-02-30", "n'existe pas"),
        ("--portee", "prescritif", "vouliez-vous dire « prescriptif »"),
        ("--id", "Visite", "n'est pas un identifiant"),
        ("--id", "regle-modele", "« regle-modele » existe déjà : rules/regles/essai/regle-modele.yaml"),
    ],
)
def test_a_wrong_answer_names_its_option_and_writes_nothing(root: Path, option: str, valeur: str, dit: str) -> None:
    before = lire(root)
    result = nouveau(root, "regle", *REGLE, option, valeur)
    assert result.exit_code == 2
    assert option in result.stderr
    assert dit in result.stderr
    assert lire(root) == before


@pytest.mark.parametrize(
    ("options", "dit"),
    [
        (("--unite", "€/heure"), "l'unité « heure » n'existe pas"),
        (("--valeur", "beaucoup"), "« beaucoup » n'est pas un nombre"),
        (("--id", "taux"), "déjà un nom dans les formules du calculateur « calcul-modele »"),
    ],
)
def test_a_figure_that_formulas_could_not_read_is_refused(root: Path, options: tuple[str, ...], dit: str) -> None:
    result = nouveau(root, "parametre", *CAS["parametre"][0], *options)
    assert result.exit_code == 2
    assert dit in result.stderr


def test_a_file_that_exists_is_never_overwritten(root: Path) -> None:
    path = root / "rules/regles/essai/visite-d-entree.yaml"
    # A file that holds a fault of its own is not yet a subject of the mémento, and is kept all the same.
    other = root / "content/pratiques/accueillir-a-deux.md"
    nouveau(root, "regle", *REGLE)
    first = path.read_bytes()
    assert nouveau(root, "regle", *REGLE).exit_code == 2
    assert path.read_bytes() == first
    other.write_text("un brouillon", encoding="utf-8")
    assert nouveau(root, "pratique", *CAS["pratique"][0]).exit_code == 1
    assert other.read_text(encoding="utf-8") == "un brouillon"


def test_nothing_stays_when_the_disk_refuses_the_second_file(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = lire(root)

    def refuse(*_: object) -> None:
        raise OSError(28, "disque plein")

    monkeypatch.setattr("os.replace", refuse)
    result = nouveau(root, "regle", *REGLE)
    assert result.exit_code == 1
    assert "rien n'est changé" in result.stderr
    assert lire(root) == before


def test_an_opinion_is_about_a_practice_or_a_rule(root: Path) -> None:
    options = ("--titre", "Que faire ?", "--siae", "ACI", "--source", "texte-modele")
    assert "--regle" in nouveau(root, "avis", *options).stderr
    assert nouveau(root, "avis", *options, "--regle", "regle-modele").exit_code == 0
    assert nouveau(root, "avis", *options, "--regle", "regle-modele").exit_code == 0
    assert {path.name for path in (root / "content/avis").glob("2026-*")} == {"2026-001.md", "2026-002.md"}


def test_a_term_goes_to_its_alphabetical_place_and_nothing_else_moves(root: Path) -> None:
    path = root / "rules/glossaire.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(f"# Un commentaire.\n{text}# Un autre.\nsynonymes:\n  - [a, b]\n", encoding="utf-8")
    before = path.read_text(encoding="utf-8")
    options = ("--nom", "Une chose", "--definition", "Une chose d'essai.", "--source", "texte-modele")
    for name in ("ZZZ", "Ad", "AAA"):
        assert nouveau(root, "terme", "--sigle", name, *options).exit_code == 0
    after = path.read_text(encoding="utf-8")
    assert re.findall(r"sigle: (\w+)", after) == ["AAA", "ACI", "Ad", "AI", "ZZZ"]
    added = re.compile(
        r"  - sigle: (?:ZZZ|Ad|AAA)\n    nom: Une chose\n    definition: .*\n"
        r"    references:\n      - source: texte-modele\n"
    )
    assert added.sub("", after) == before
    assert codes(root) == []
    assert "terme: [AAA, ACI, Ad, AI, ZZZ]" in (root / COUVERTURE).read_text(encoding="utf-8")


def test_a_term_that_is_there_is_refused(root: Path) -> None:
    result = nouveau(root, "terme", "--sigle", "aci", "--nom", "x", "--source", "texte-modele")
    assert result.exit_code == 2
    assert "« aci » est déjà dans le glossaire" in result.stderr


def test_a_question_is_added_at_the_end_of_its_module(root: Path) -> None:
    path = root / "content/formation/module-modele.md"
    before = path.read_text(encoding="utf-8")
    options = ("--module", "module-modele", "--enonce", "Une question : laquelle ?", "--regle", "regle-modele")
    answers = ("--reponse", "La première.", "--reponse", "La seconde.", "--bonne", "2", "--explication", "C'est écrit.")
    result = nouveau(root, "quiz", *options, *answers)
    assert result.exit_code == 0, result.output
    added = (
        '  - enonce: "Une question : laquelle ?"\n    choix:\n      - La première.\n      - La seconde.\n'
        "    bonne: 2\n    explication: C'est écrit.\n    regle: regle-modele\n"
    )
    assert path.read_text(encoding="utf-8") == before.replace("references:", f"{added}references:")
    assert codes(root) == []


@pytest.mark.parametrize(("answers", "dit"), [(("--bonne", "3"), "« 3 » n'existe pas ; choix : 1, 2"), ((), "--bonne")])
def test_the_right_answer_is_one_of_those_proposed(root: Path, answers: tuple[str, ...], dit: str) -> None:
    options = ("--module", "module-modele", "--enonce", "Quoi ?", "--regle", "regle-modele")
    result = nouveau(root, "quiz", *options, "--reponse", "a", "--reponse", "b", *answers)
    assert result.exit_code == 2
    assert dit in result.stderr


def test_a_question_has_two_answers_at_least(root: Path) -> None:
    options = ("--module", "module-modele", "--enonce", "Quoi ?", "--regle", "regle-modele", "--bonne", "1")
    before = lire(root)
    result = nouveau(root, "quiz", *options, "--reponse", "a")
    assert (result.exit_code, lire(root)) == (2, before)
    assert "--reponse : il en faut au moins 2" in result.stderr


def test_windows_line_ends_stay(root: Path) -> None:
    for name in (COUVERTURE, "rules/glossaire.yaml"):
        path = root / name
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    options = ("--sigle", "ZZZ", "--nom", "Une chose", "--source", "texte-modele", "--definition", "Une chose.")
    assert nouveau(root, "terme", *options).exit_code == 0
    data = (root / "rules/glossaire.yaml").read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n")
    assert codes(root) == []


def test_a_memento_at_fault_is_mended_first(root: Path) -> None:
    modifier(root, "rules/parametres/plafond-modele.yaml", "[texte-modele]", "[texte-modle]")
    result = nouveau(root, "regle", *REGLE)
    assert result.exit_code == 1
    assert "MEM201" in result.stderr
    assert "rien n'est écrit" in result.stderr


def test_what_already_stands_where_the_file_would_go_is_left_there(root: Path) -> None:
    (root / "content/pratiques/accueillir-a-deux.md").mkdir()
    result = nouveau(root, "pratique", *CAS["pratique"][0])
    assert result.exit_code == 1
    assert "accueillir-a-deux.md existe déjà ; rien n'est changé." in result.stderr


def test_a_file_written_in_a_way_that_cannot_be_added_to_is_left_to_a_person(root: Path) -> None:
    glossaire = root / "rules/glossaire.yaml"
    reference = "references: [{source: texte-modele}]"
    terms = f"{{sigle: ACI, nom: Modèle d'ACI, {reference}}}, {{sigle: AI, nom: Modèle d'AI, {reference}}}"
    glossaire.write_text(f"termes: [{terms}]\n", encoding="utf-8")
    before = lire(root)
    result = nouveau(
        root, "terme", "--sigle", "ZZZ", "--nom", "Une chose", "--source", "texte-modele", "--definition", "Une chose."
    )
    assert result.exit_code == 1
    assert "d'une façon que cette commande ne sait pas compléter : rien n'est changé" in result.stderr
    assert lire(root) == before


def test_what_was_already_to_complete_in_a_file_is_not_asked_again(root: Path) -> None:
    path = root / "content/formation/module-modele.md"
    options = (
        "--module",
        "module-modele",
        "--regle",
        "regle-modele",
        "--reponse",
        "a",
        "--reponse",
        "b",
        "--bonne",
        "1",
    )
    first = nouveau(root, "quiz", *options, "--enonce", "Une première ?")
    assert path.name in first.stdout
    assert "Il reste à compléter" in first.stdout
    second = nouveau(root, "quiz", *options, "--enonce", "Une seconde ?")
    assert second.exit_code == 0
    assert "Il reste à compléter" not in second.stdout


@pytest.mark.parametrize(
    ("numero", "dit"),
    [
        ("26-1", "« 26-1 » n'est pas un numéro : écrivez l'année et le rang, 2026-001"),
        ("2020-001", "« 2020-001 » existe déjà"),
    ],
)
def test_an_opinion_has_a_number_of_its_own(root: Path, numero: str, dit: str) -> None:
    result = nouveau(root, "avis", *CAS["avis"][0], "--numero", numero)
    assert result.exit_code == 2
    assert dit in result.stderr


def test_a_title_holds_only_what_is_shown(root: Path) -> None:
    result = nouveau(root, "regle", *REGLE, "--titre", "Un\u200btitre")
    assert result.exit_code == 2
    assert "un signe de ce texte ne s'affiche pas" in result.stderr


def test_a_text_is_found_by_its_number_and_two_of_the_same_are_told_apart(root: Path) -> None:
    source = root / "rules/sources/texte-modele.yaml"
    text = source.read_text(encoding="utf-8")
    source.write_text(text.replace("abrege: art. 1", "abrege: art. 1\nnumero: L5132-9"), encoding="utf-8")
    options = tuple("l. 5132-9" if word == "texte-modele" else word for word in REGLE)
    assert nouveau(root, "regle", *options).exit_code == 0
    assert "- source: texte-modele" in (root / "rules/regles/essai/visite-d-entree.yaml").read_text(encoding="utf-8")
    other = text.replace("id: texte-modele", "id: texte-second").replace("article 1", "article 2")
    (root / "rules/sources/texte-second.yaml").write_text(
        other.replace("abrege: art. 1", "abrege: art. 2\nnumero: L5132-9"), encoding="utf-8"
    )
    result = nouveau(root, "regle", *options, "--titre", "Une autre visite")
    assert result.exit_code == 2
    assert "peut être texte-modele ou texte-second : précisez" in result.stderr


@pytest.mark.parametrize(
    ("mots", "identifiant"),
    [
        (("--type", "arrete", "--titre", "Arrêté du 1er mars 2021", "--date", "2021-03-01"), "arrete-2021-03-01"),
        (("--type", "rapport", "--titre", "Le rapport annuel"), "rapport-annuel"),
        (("--type", "loi", "--titre", "La loi nouvelle", "--date", "2021-03-01"), "loi-nouvelle"),
    ],
)
def test_a_source_is_named_by_its_number_its_date_or_its_title(
    root: Path, mots: tuple[str, ...], identifiant: str
) -> None:
    result = nouveau(root, "source", *mots, "--lecture", "texte", "--consulte-le", "2026-06-01")
    assert result.exit_code == 0, result.output
    assert (root / f"rules/sources/{identifiant}.yaml").exists()


@pytest.mark.parametrize("fins", ["\n", "\r\n"])
def test_the_first_subject_of_a_kind_is_announced_after_the_kind_before_it(root: Path, fins: str) -> None:
    couverture = root / COUVERTURE
    announced = "  pratique: [pratique-modele]\n"
    text = couverture.read_text(encoding="utf-8")
    assert announced in text
    couverture.write_bytes(text.replace(announced, "").replace("\n", fins).encode())
    (root / "content/pratiques/pratique-modele.md").unlink()
    for path in ("content/avis/2020-001.md", "content/parcours/accueil.md"):
        words = re.sub(r"pratiques: \[pratique-modele\]\n", "", (root / path).read_text(encoding="utf-8"))
        (root / path).write_text(words, encoding="utf-8")
    result = nouveau(root, "pratique", *CAS["pratique"][0])
    assert result.exit_code == 0, result.output
    made = couverture.read_bytes().decode()
    assert made.replace(fins, "\n") == text.replace(announced, "  pratique:\n    - accueillir-a-deux\n")
    assert made.count("\n") == made.count(fins)
