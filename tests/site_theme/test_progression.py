"""The pure modules of training, on values worked by hand."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from serveur import servir

pytestmark = pytest.mark.xdist_group("parite")

ASSETS = Path(__file__).parents[2] / "site_theme" / "assets"
QUESTIONS = [{"id": f"q{n}", "bonne": 1, "version": "2024-07-01"} for n in (1, 2, 3)]
MODULE = {"id": "m", "titre": "M", "lien": "m/", "questions": QUESTIONS}
# Read; first question right, second wrong then right, third wrong.
SUIVI = {
    "format": 1,
    "modules": {
        "m": {
            "lu": "2026-11-20",
            "reponses": {
                "q1": {"premiere": 1, "derniere": 1, "version": "2024-07-01", "le": "2026-11-20"},
                "q2": {"premiere": 2, "derniere": 1, "version": "2024-07-01", "le": "2026-11-21"},
                "q3": {"premiere": 3, "derniere": 2, "version": "2024-07-01", "le": "2026-11-21"},
            },
        }
    },
}


@pytest.fixture(scope="module")
def vierge(navigateur: Browser) -> Iterator[Page]:
    with servir(ASSETS) as address:
        page = navigateur.new_page()
        page.goto(address)
        yield page
        page.close()


@pytest.fixture
def js(vierge: Page) -> Any:
    """Evaluate an expression: `p`, `s`, `f` are the modules progression, score, fichier, and `a` the arguments."""

    def evaluer(expression: str, *arguments: object) -> Any:
        imports = "".join(
            f"const {name} = await import('/formation/{module}.js');"
            for name, module in (("p", "progression"), ("s", "score"), ("f", "fichier"))
        )
        return vierge.evaluate(f"async (a) => {{ {imports} return {expression}; }}", list(arguments))

    return evaluer


def test_what_was_written_is_read_back_as_it_was(js: Any) -> None:
    assert js("p.lireProgression(a[0])", SUIVI) == {"progression": SUIVI, "refus": None, "ecartes": 0}


@pytest.mark.parametrize(
    ("valeur", "refus"),
    [
        (None, "illisible"),
        (3, "illisible"),
        ("x", "illisible"),
        ([], "illisible"),
        ({}, "illisible"),
        ({"format": 0, "modules": {}}, "illisible"),
        ({"format": "1", "modules": {}}, "illisible"),
        ({"format": 1, "modules": []}, "illisible"),
        ({"format": 1}, "illisible"),
        ({"format": 2, "modules": {}}, "trop-recente"),
        ({"format": 1, "modules": {}}, None),
    ],
)
def test_what_is_not_a_progress_is_refused_for_its_reason(js: Any, valeur: object, refus: str | None) -> None:
    found = js("p.lireProgression(a[0])", valeur)
    assert found["refus"] == refus
    assert found["progression"] == {"format": 1, "modules": {}}


@pytest.mark.parametrize(
    "reponse",
    [
        {"premiere": 0, "derniere": 1, "version": "", "le": "2026-11-20"},
        {"premiere": 1.5, "derniere": 1, "version": "", "le": "2026-11-20"},
        {"premiere": 1, "derniere": "1", "version": "", "le": "2026-11-20"},
        {"premiere": 1, "derniere": 1, "version": "hier", "le": "2026-11-20"},
        {"premiere": 1, "derniere": 1, "version": "", "le": "<b>"},
        {"premiere": 1, "derniere": 1, "version": ""},
        None,
        [],
    ],
)
def test_a_malformed_answer_is_left_out_and_counted_and_the_rest_is_kept(js: Any, reponse: object) -> None:
    good = {"premiere": 1, "derniere": None, "version": "", "le": "2026-11-20"}
    held = {"format": 1, "modules": {"m": {"lu": None, "reponses": {"bon": good, "mauvais": reponse}}}}
    found = js("p.lireProgression(a[0])", held)
    assert found["ecartes"] == 1
    assert found["progression"]["modules"] == {"m": {"lu": None, "reponses": {"bon": good}}}


@pytest.mark.parametrize("nom", ["M", "a b", "<b>", "", "x" * 101])
def test_a_name_that_cannot_be_ours_is_left_out(js: Any, nom: str) -> None:
    found = js("p.lireProgression(a[0])", {"format": 1, "modules": {nom: {"lu": None, "reponses": {}}}})
    assert (found["ecartes"], found["progression"]["modules"]) == (1, {})


def test_the_first_answer_stays_and_the_last_is_replaced(js: Any) -> None:
    changed = js("p.avecReponse(a[0], 'm', a[1][2], 1, '2026-11-25')", SUIVI, QUESTIONS)
    assert changed["modules"]["m"]["reponses"]["q3"] == {
        "premiere": 3,
        "derniere": 1,
        "version": "2024-07-01",
        "le": "2026-11-25",
    }


def test_a_change_leaves_the_value_it_starts_from_alone(js: Any) -> None:
    script = "(p.avecReponse(a[0], 'm', a[1][0], 2, '2026-11-25'), p.avecLecture(a[0], 'm', null), a[0])"
    assert js(script, SUIVI, QUESTIONS) == SUIVI


def test_beginning_again_forgets_the_last_answers_and_keeps_the_first(js: Any) -> None:
    again = js("p.recommence(a[0], 'm')", SUIVI)["modules"]["m"]
    assert [answer["derniere"] for answer in again["reponses"].values()] == [None, None, None]
    assert [answer["premiere"] for answer in again["reponses"].values()] == [1, 2, 3]
    assert again["lu"] == "2026-11-20"


def test_one_module_is_erased_and_not_the_others(js: Any) -> None:
    two = {"format": 1, "modules": {**SUIVI["modules"], "autre": {"lu": None, "reponses": {}}}}  # type: ignore[dict-item]
    assert js("p.sansModule(a[0], 'm')", two)["modules"] == {"autre": {"lu": None, "reponses": {}}}


def test_two_progresses_together_keep_the_latest_answer_and_the_oldest_first_one(js: Any) -> None:
    def un(premiere: int, derniere: int, le: str) -> dict[str, Any]:
        answer = {"premiere": premiere, "derniere": derniere, "version": "", "le": le}
        return {"format": 1, "modules": {"m": {"lu": None, "reponses": {"q": answer}}}}

    merged = {"premiere": 1, "derniere": 4, "version": "", "le": "2026-11-25"}
    old, new = un(1, 2, "2026-11-20"), un(3, 4, "2026-11-25")
    assert js("p.reunir(a[0], a[1])", old, new)["modules"]["m"]["reponses"]["q"] == merged
    assert js("p.reunir(a[0], a[1])", new, old)["modules"]["m"]["reponses"]["q"] == merged


def test_a_module_read_on_one_device_is_read_on_both(js: Any) -> None:
    bare = {"format": 1, "modules": {"m": {"lu": None, "reponses": {}}}}
    assert js("p.reunir(a[0], a[1])", bare, SUIVI) == SUIVI
    assert js("p.reunir(a[0], p.vide())", SUIVI) == SUIVI


def test_a_score_counts_last_answers_and_first_ones_apart(js: Any) -> None:
    found = js("s.bilan(a[0], a[1])", MODULE, SUIVI)
    assert (found["total"], found["repondues"], found["justes"], found["justesAuPremier"]) == (3, 3, 2, 1)
    assert found["fait"] is True
    assert [question["id"] for question in found["aRevoir"]] == ["q3"]
    assert js("s.phraseDeScore(a[0])", found) == "2 bonnes réponses sur 3."


def test_a_module_is_done_when_it_is_read_and_every_question_answered(js: Any) -> None:
    assert js("s.bilan(a[0], p.avecLecture(a[1], 'm', null)).fait", MODULE, SUIVI) is False
    assert js("s.bilan(a[0], p.recommence(a[1], 'm')).fait", MODULE, SUIVI) is False


def test_a_right_answer_is_to_review_once_its_rule_has_changed(js: Any) -> None:
    changed = {**MODULE, "questions": [{**QUESTIONS[0], "version": "2026-12-01"}, *QUESTIONS[1:]]}
    found = js("s.bilan(a[0], a[1])", changed, SUIVI)
    assert [question["id"] for question in found["perimees"]] == ["q1"]
    assert [question["id"] for question in found["aRevoir"]] == ["q1", "q3"]
    assert "Une règle a changé depuis votre réponse." in js("s.phraseDeModule(a[0])", found)


def test_answers_to_questions_that_no_longer_exist_do_not_count(js: Any) -> None:
    found = js("s.bilan(a[0], a[1])", {**MODULE, "questions": QUESTIONS[:1]}, SUIVI)
    assert (found["total"], found["repondues"], found["justes"]) == (1, 1, 1)


@pytest.mark.parametrize(
    ("expression", "dit"),
    [
        ("p.vide()", "À commencer."),
        ("p.avecLecture(p.vide(), 'm', '2026-11-20')", "Commencé : lu, 0 réponse sur 3."),
        (
            "p.avecReponse(p.vide(), 'm', a[0].questions[0], 1, '2026-11-20')",
            "Commencé : pas encore marqué comme lu, 1 réponse sur 3.",
        ),
        ("a[1]", "Fait : lu, 2 bonnes réponses sur 3."),
    ],
)
def test_a_state_is_said_in_words(js: Any, expression: str, dit: str) -> None:
    assert js(f"s.phraseDeModule(s.bilan(a[0], {expression}))", MODULE, SUIVI) == dit


def test_one_resumes_what_is_begun_then_what_is_not_done(js: Any) -> None:
    modules = [{**MODULE, "id": name} for name in ("x", "m", "z")]
    assert js("s.aReprendre(a[0], p.vide()).id", modules) == "x"
    assert js("s.aReprendre(a[0], a[1]).id", modules, SUIVI) == "x"
    assert js("s.aReprendre(a[0], p.avecLecture(p.vide(), 'z', '2026-11-20')).id", modules) == "z"
    assert js("s.aReprendre([a[0]], a[1])", MODULE, SUIVI) is None


def test_a_file_is_read_back_on_another_device(js: Any) -> None:
    found = js("f.lireFichier(f.ecrireFichier(a[0], '2026-11-25'))", SUIVI)
    assert found == {"progression": SUIVI, "dit": "1 module repris."}


@pytest.mark.parametrize(
    ("texte", "dit"),
    [
        ("", "n’a pas été compris"),
        ("{", "n’a pas été compris"),
        ("null", "n’est pas une progression du mémento"),
        ('{"format": 1, "modules": {}}', "n’est pas une progression du mémento"),
        ('{"fichier": "memento-formation", "format": 2, "modules": {}}', "version plus récente"),
        ('{"fichier": "memento-formation", "format": 1}', "n’a pas été compris"),
    ],
)
def test_a_file_that_is_not_ours_is_refused_in_words(js: Any, texte: str, dit: str) -> None:
    found = js("f.lireFichier(a[0])", texte)
    assert found["progression"] is None
    assert dit in found["dit"]
    assert "Rien n’a changé." in found["dit"]


def test_what_a_file_holds_that_is_not_understood_is_counted(js: Any) -> None:
    text = '{"fichier": "memento-formation", "format": 1, "modules": {"m": {"lu": 3, "reponses": {}}}}'
    assert js("f.lireFichier(a[0])", text)["dit"] == (
        "1 module repris. 1 élément n’a pas été compris et a été laissé de côté."
    )
