"""Learning: questions and progress, as a learner meets them."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

MODULE = "formation/clauses-sociales/"
SUIVI, ATTESTATION = "formation/ma-progression/", "formation/attestation/"


def catalogue(page: Page) -> list[dict[str, Any]]:
    value: list[dict[str, Any]] = page.evaluate("JSON.parse(document.querySelector('[data-catalogue]').textContent)")
    return value


def garde(page: Page) -> Any:
    return page.evaluate("JSON.parse(localStorage.getItem('memento:formation'))")


def garder(page: Page, value: object) -> None:
    page.evaluate("(value) => localStorage.setItem('memento:formation', JSON.stringify(value))", value)


def tout_fait(page: Page) -> dict[str, Any]:
    """A progress in which every module of the page is read and every question well answered."""

    def reponse(question: dict[str, Any]) -> dict[str, Any]:
        right = question["bonne"]
        return {"premiere": right, "derniere": right, "version": question["version"], "le": "2026-11-20"}

    return {
        "format": 1,
        "modules": {
            module["id"]: {
                "lu": "2026-11-20",
                "reponses": {question["id"]: reponse(question) for question in module["questions"]},
            }
            for module in catalogue(page)
        },
    }


def repondre(page: Page, numero: int, choix: int) -> None:
    question = page.locator(f"#question-{numero}")
    question.locator("input").nth(choix - 1).check()
    question.locator("[data-valider]").click()


def tabuler(page: Page, selecteur: str) -> None:
    """Press Tab until the focus is on an element."""
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate("(wanted) => document.activeElement.matches(wanted)", selecteur):
            return
    raise AssertionError(f"« {selecteur} » n'est pas atteint au clavier")


def test_a_module_is_done_and_its_attestation_filled_with_the_keyboard_alone(page: Page) -> None:
    page.goto(MODULE)
    rights = [question["bonne"] for question in catalogue(page)[0]["questions"]]
    tabuler(page, "[data-lu]")
    page.keyboard.press("Enter")
    expect(page.locator("[data-lu]")).to_contain_text("Lu le")
    for number, right in enumerate(rights, 1):
        question = page.locator(f"#question-{number}")
        tabuler(page, f"#question-{number} input")
        page.keyboard.press("Space")
        for _ in range(right - 1):
            page.keyboard.press("ArrowDown")
        expect(question.locator("input").nth(right - 1)).to_be_checked()
        # Going through the choices reveals nothing.
        expect(question.locator("[data-verdict]")).to_be_empty()
        expect(question.locator("details")).not_to_have_attribute("open", "")
        page.keyboard.press("Enter")
        expect(question.locator("[data-verdict]")).to_contain_text("✔ Bonne réponse.")
    expect(page.locator("[data-score]")).to_have_text(f"{len(rights)} bonnes réponses sur {len(rights)}.")
    tabuler(page, "[data-bilan] a[href$='attestation/']")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("attestation/$"))
    tabuler(page, "#nom")
    page.keyboard.type("Camille Exemple")
    expect(page.locator("[data-feuille] [data-nom]")).to_have_text("Camille Exemple")
    page.evaluate("window.print = () => { document.title = 'imprimé'; }")
    tabuler(page, "[data-imprimer]")
    page.keyboard.press("Enter")
    assert page.title() == "imprimé"


def test_an_answer_opens_its_explanation_and_the_rule_it_rests_on(page: Page) -> None:
    page.goto(MODULE)
    first = catalogue(page)[0]["questions"][0]
    wrong = 2 if first["bonne"] == 1 else 1
    repondre(page, 1, wrong)
    question = page.locator("#question-1")
    letter = "ABCDEFGH"[first["bonne"] - 1]
    expect(question.locator("[data-verdict]")).to_have_text(f"✘ Ce n’est pas cela : la bonne réponse est la {letter}.")
    expect(question.locator("details")).to_have_attribute("open", "")
    expect(question.locator("details a[href*='regles/']").last).to_be_visible()
    expect(question.locator("details .m-badge").last).to_be_visible()
    expect(question.locator("label").nth(wrong - 1)).to_contain_text("✘ votre réponse")
    expect(question.locator("label").nth(first["bonne"] - 1)).to_contain_text("✔ bonne réponse")


def test_the_verdict_is_announced_once(page: Page) -> None:
    page.goto(MODULE)
    page.evaluate(
        """() => {
          window.dits = [];
          for (const zone of document.querySelectorAll("[role=status]")) {
            new MutationObserver(() => zone.textContent && dits.push(zone.textContent))
              .observe(zone, { childList: true, characterData: true, subtree: true });
          }
        }"""
    )
    repondre(page, 1, catalogue(page)[0]["questions"][0]["bonne"])
    expect(page.locator("#question-1 [data-verdict]")).to_contain_text("Bonne réponse")
    assert page.evaluate("dits") == ["✔ Bonne réponse."]


def test_nothing_is_counted_without_a_choice(page: Page) -> None:
    page.goto(MODULE)
    page.locator("#question-1 [data-valider]").click()
    expect(page.locator("#question-1 [data-verdict]")).to_have_text("Choisissez d’abord une réponse.")
    assert garde(page) is None


def test_the_summary_sends_back_to_the_rules_of_what_was_missed(page: Page) -> None:
    page.goto(MODULE)
    questions = catalogue(page)[0]["questions"]
    for question in questions:
        right = question["bonne"]
        repondre(page, question["numero"], right if question["numero"] != 2 else right % 2 + 1)
    expect(page.locator("[data-score]")).to_have_text("9 bonnes réponses sur 10.")
    expect(page.locator("[data-premier]")).to_have_text("Au premier essai : 9 sur 10.")
    expect(page.locator("[data-a-revoir] li")).to_have_count(1)
    expect(page.locator("[data-a-revoir] a").first).to_have_attribute("href", "#question-2")
    expect(page.locator("[data-a-revoir] a").last).to_have_text(questions[1]["regle"])
    page.locator("[data-recommencer]").click()
    expect(page.locator("[data-bilan]")).to_be_hidden()
    expect(page.locator("#question-1 input").first).to_be_focused()
    expect(page.locator("#question-1 details")).not_to_have_attribute("open", "")
    expect(page.locator("input:checked[type=radio][name^=question]")).to_have_count(0)
    for question in questions:
        repondre(page, question["numero"], question["bonne"])
    expect(page.locator("[data-score]")).to_have_text("10 bonnes réponses sur 10.")
    expect(page.locator("[data-premier]")).to_have_text("Au premier essai : 9 sur 10.")
    expect(page.locator("[data-a-revoir]")).to_be_hidden()


def test_answers_are_found_again_on_return(page: Page) -> None:
    page.goto(MODULE)
    right = catalogue(page)[0]["questions"][0]["bonne"]
    repondre(page, 1, right)
    page.reload()
    expect(page.locator("#question-1 input").nth(right - 1)).to_be_checked()
    expect(page.locator("#question-1 [data-verdict]")).to_have_text("✔ Bonne réponse.")
    expect(page.locator("[data-etat]")).to_contain_text("1 réponse sur 10")


def test_a_rule_that_changed_since_the_answer_is_told(page: Page) -> None:
    page.goto(MODULE)
    question = catalogue(page)[0]["questions"][2]
    kept = tout_fait(page)
    kept["modules"]["clauses-sociales"]["reponses"][question["id"]]["version"] = "1999-01-01"
    garder(page, kept)
    page.reload()
    expect(page.locator("#question-3 [data-perimee]")).to_be_visible()
    expect(page.locator("#question-3 [data-perimee]")).to_have_text(
        "La règle a changé depuis votre réponse : revoyez-la."
    )
    expect(page.locator("#question-1 [data-perimee]")).to_be_hidden()
    expect(page.locator("[data-a-revoir] a").first).to_have_attribute("href", "#question-3")
    repondre(page, 3, question["bonne"])
    expect(page.locator("#question-3 [data-perimee]")).to_be_hidden()


@pytest.mark.parametrize("contenu", ["{", '"x"', '{"format": 1, "modules": 3}', "[]"])
def test_what_was_badly_kept_is_said_and_breaks_nothing(page: Page, contenu: str) -> None:
    page.goto(MODULE)
    page.evaluate("(text) => localStorage.setItem('memento:formation', text)", contenu)
    page.reload()
    expect(page.locator("[data-lecture] [data-avis]")).to_contain_text("n’est pas lisible")
    repondre(page, 1, 1)
    expect(page.locator("[data-lecture] [data-avis]")).to_be_empty()
    assert garde(page)["format"] == 1


def test_a_progress_of_a_later_version_is_left_alone(page: Page) -> None:
    page.goto(MODULE)
    later = {"format": 2, "ce": "qui viendra"}
    garder(page, later)
    page.reload()
    expect(page.locator("[data-lecture] [data-avis]")).to_contain_text("version plus récente")
    repondre(page, 1, 1)
    expect(page.locator("#question-1 [data-verdict]")).not_to_be_empty()
    assert garde(page) == later


def test_a_browser_that_keeps_nothing_still_lets_one_learn(page: Page) -> None:
    page.add_init_script("Storage.prototype.setItem = () => { throw new Error('refusé'); };")
    page.goto(MODULE)
    questions = catalogue(page)[0]["questions"]
    for question in questions[:2]:
        repondre(page, question["numero"], question["bonne"])
    expect(page.locator("[data-score]")).to_have_text("2 réponses sur 10, dont 2 bonnes.")
    expect(page.locator("[data-lecture] [data-avis]")).to_contain_text("ne garde rien")


def test_training_says_where_to_begin_then_where_to_resume(page: Page) -> None:
    page.goto("formation/")
    expect(page.locator("[data-reprendre]")).to_contain_text("Commencer : Les enjeux")
    expect(page.locator("[data-jauge]")).to_be_hidden()
    page.goto(MODULE)
    repondre(page, 1, 1)
    for url in ("formation/", "formation/publics/acheteurs/"):
        page.goto(url)
        expect(page.locator("[data-reprendre]")).to_contain_text("Reprendre : Déployer les clauses sociales")
        expect(page.locator("[data-etat-de=clauses-sociales]")).to_contain_text("Commencé")
        expect(page.locator("progress")).to_have_accessible_name(re.compile("^0 module fait sur"))
    page.locator("[data-reprendre]").click()
    page.wait_for_url(re.compile("clauses-sociales/$"))


def test_progress_is_taken_away_erased_and_brought_back(page: Page, tmp_path: Path) -> None:
    page.goto(SUIVI)
    garder(page, tout_fait(page))
    page.reload()
    expect(page.locator("[data-resume]")).to_have_text("8 modules faits sur 8.")
    with page.expect_download() as download:
        page.locator("[data-exporter]").click()
    taken = tmp_path / download.value.suggested_filename
    download.value.save_as(taken)
    kept = garde(page)
    page.locator("[data-effacer]").click()
    expect(page.locator("[data-dit]")).to_have_text("Toute votre progression est effacée.")
    expect(page.locator("[data-resume]")).to_have_text("0 module fait sur 8.")
    page.locator("#fichier").set_input_files(taken)
    expect(page.locator("[data-dit]")).to_have_text("8 modules repris.")
    assert garde(page) == kept


def test_one_module_is_erased_and_the_erasure_undone(page: Page) -> None:
    page.goto(SUIVI)
    garder(page, tout_fait(page))
    page.reload()
    page.get_by_role("button", name="Effacer : Déployer les clauses sociales").click()
    expect(page.locator("[data-resume]")).to_have_text("7 modules faits sur 8.")
    assert "clauses-sociales" not in garde(page)["modules"]
    expect(page.locator("[data-annuler] button")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("[data-resume]")).to_have_text("8 modules faits sur 8.")
    expect(page.locator("[data-annuler]")).to_be_hidden()


@pytest.mark.parametrize(
    ("texte", "dit"),
    [("pas du JSON", "n’a pas été compris"), ("{}", "n’est pas une progression"), (None, "version plus récente")],
)
def test_a_file_that_is_not_ours_changes_nothing(page: Page, texte: str | None, dit: str) -> None:
    page.goto(SUIVI)
    garder(page, tout_fait(page))
    page.reload()
    before = garde(page)
    content = texte or json.dumps({"fichier": "memento-formation", "format": 9, "modules": {}})
    page.locator("#fichier").set_input_files(
        {"name": "x.json", "mimeType": "application/json", "buffer": content.encode()}
    )
    expect(page.locator("[data-dit]")).to_contain_text(dit)
    assert garde(page) == before


def test_a_printed_module_gives_its_questions_without_their_answers(page: Page) -> None:
    page.goto(MODULE)
    for question in catalogue(page)[0]["questions"]:
        repondre(page, question["numero"], question["bonne"])
    page.emulate_media(media="print")
    question = page.locator("#question-1")
    expect(question.locator("legend")).to_be_visible()
    expect(question.locator("label").first).to_be_visible()
    for hidden in ("details", "[data-verdict]", "[data-valider]"):
        expect(question.locator(hidden).first).to_be_hidden()
    for mark in question.locator("[data-marque]").all():
        expect(mark).to_be_hidden()
    expect(page.locator("[data-bilan]")).to_be_hidden()
    checked = question.locator("input:checked").evaluate("(node) => getComputedStyle(node).appearance")
    assert checked == "none"
