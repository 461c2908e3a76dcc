"""The pages that a public site owes its readers say what is known, and that the rest is missing."""

import re
from pathlib import Path

import pytest
from petit_memento import batir, petit_memento

from generator.model.audit import NUMEROS
from generator.render import Page, Site
from generator.render.obligatoires import PIED

FICHES = {
    f"content/{name}.md": f"---\ntitre: Page {name}\nresume: Un résumé.\nsans_source: Un essai.\n---\n\nDes mots.\n"
    for name in PIED
}
EDITEUR = {
    "titre": "Mémento d'essai",
    "adresse": "https://memento.example.org/",
    "nom": "Association d'essai",
    "adresse_postale": "1 rue de l'Essai, 59000 Lille",
    "contact": "bonjour@example.org",
    "direction_de_la_publication": "La présidente",
    "hebergeur": "Hébergeur d'essai, 2 rue du Test, 01 23 45 67 89",
    "conservation_des_journaux": "douze mois",
    "depot": "https://depot.example.org/memento/",
}
MANQUE = "à compléter par l’éditeur"


def site(tmp_path: Path, editeur: dict[str, str] | None = None, audit: str = "") -> Site:
    files = dict(FICHES)
    if editeur:
        files["rules/editeur.yaml"] = "".join(f'{key}: "{value}"\n' for key, value in editeur.items())
    if audit:
        files["rules/audit.yaml"] = audit
    built = batir(petit_memento(tmp_path, files))
    assert built.site is not None
    assert list(built.report) == []
    return built.site


def page(made: Site, url: str) -> Page:
    return next(found for found in made.pages if found.url == url)


def texte(found: Page) -> str:
    return re.sub(r"[\s\u00a0\u202f]+", " ", re.sub(r"<[^>]+>", "", found.html))


def audit(conformes: int, non_conformes: int = 0) -> str:
    """A file with an audit of that many criteria; the others do not apply."""
    results = ["resultat: conforme"] * conformes + [
        'resultat: non-conforme, constat: "Une image muette."'
    ] * non_conformes
    results += ["resultat: non-applicable"] * (len(NUMEROS) - len(results))
    lines = "".join(f'    - {{numero: "{n}", {result}}}\n' for n, result in zip(NUMEROS, results, strict=True))
    return (
        "referentiel: RGAA 4.1.2\netablie_le: 2026-11-20\ntechnologies: [HTML5]\naudit:\n  realise_par: Une auditrice\n"
        "  realise_le: 2026-11-10\n  pages: [Accueil]\n  environnements: [Un lecteur d'écran]\n"
        "  instruments: [Un outil]\n"
        f"  criteres:\n{lines}"
    )


def test_what_the_publisher_has_not_given_is_said_to_be_missing(tmp_path: Path) -> None:
    made = site(tmp_path)
    assert texte(page(made, "mentions-legales/")).count(MANQUE) == 5
    assert "les 5 lignes marquées" in texte(page(made, "mentions-legales/"))
    assert texte(page(made, "donnees-personnelles/")).count(MANQUE) == 4
    assert texte(page(made, "contact/")).count(MANQUE) == 3
    assert texte(page(made, "accessibilite/")).count(MANQUE) == 3


def test_what_the_publisher_has_given_is_shown(tmp_path: Path) -> None:
    made = site(tmp_path, EDITEUR)
    legal = texte(page(made, "mentions-legales/"))
    for key in ("nom", "adresse_postale", "contact", "direction_de_la_publication", "hebergeur"):
        assert EDITEUR[key].replace("'", "’") in legal
    assert "incomplète" not in legal
    assert 'href="mailto:bonjour@example.org"' in page(made, "contact/").html
    assert 'href="https://depot.example.org/memento/"' in page(made, "contact/").html
    assert "douze mois" in texte(page(made, "donnees-personnelles/"))
    assert all(MANQUE not in texte(page(made, f"{name}/")) for name in ("mentions-legales", "contact"))


def test_one_missing_line_is_told_in_the_singular(tmp_path: Path) -> None:
    given = {key: value for key, value in EDITEUR.items() if key != "hebergeur"}
    assert "renseigner la ligne marquée « à compléter »" in texte(page(site(tmp_path, given), "mentions-legales/"))


def test_without_an_audit_the_declaration_says_so_in_each_of_its_parts(tmp_path: Path) -> None:
    shown = texte(page(site(tmp_path), "accessibilite/"))
    for words in (
        "Accessibilité : non conforme.",
        "aucun audit n’en a été fait",
        "Aucun audit de conformité n’a été réalisé",
        "Ils ne sont pas connus, faute d’audit",
        "Retour d’information et contact",
        "Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07",
    ):
        assert words in shown


@pytest.mark.parametrize(
    ("conformes", "non_conformes", "etat", "part"),
    [
        (40, 0, "totalement conforme", "40 critères sur 40 applicables sont respectés, soit 100 %"),
        (20, 20, "partiellement conforme", "20 critères sur 40 applicables sont respectés, soit 50 %"),
        (19, 21, "non conforme", "19 critères sur 40 applicables sont respectés, soit 47,5 %"),
    ],
)
def test_an_audit_gives_its_state_and_its_figures(
    tmp_path: Path, conformes: int, non_conformes: int, etat: str, part: str
) -> None:
    made = site(tmp_path, audit=audit(conformes, non_conformes))
    shown = texte(page(made, "accessibilite/"))
    assert f"Accessibilité : {etat}." in shown
    assert part in shown
    assert shown.count("Une image muette.") == non_conformes
    assert "faute d’audit" not in shown
    assert made.pied[0].titre.replace("\u00a0", " ") == f"Accessibilité : {etat}"


ESSAI = """\
referentiel: RGAA 4.1.2
etablie_le: 2026-11-20
technologies: [HTML5]
essai:
  outil: axe-core
  version: 4.14.1
  navigateur: Chromium 144
  le: 2026-11-19
  types: [une règle, une source]
  etats: [le menu ouvert]
  presentations: [a, b]
  epreuves: [{epreuve: axe, vus: 6, defauts: 0}, {epreuve: clavier, vus: 2, defauts: 0}]
  indecis: [{cas: Un contraste, reponse: Regardé.}]
"""


def test_an_automatic_test_is_told_for_what_it_is(tmp_path: Path) -> None:
    shown = texte(page(site(tmp_path, audit=ESSAI), "accessibilite/"))
    assert "avec axe-core 4.14.1 et Chromium 144, sur 2 types de page et 1 états, en 2 présentations (a ; b)" in shown
    assert "Aucun défaut n’a été trouvé." in shown
    assert "cet essai ne remplace pas un audit" in shown
    assert "clavieraller au bout de la page et en revenir (hors milieu des plus longues)" in shown
    assert "Un contrasteRegardé." in shown
    assert "Accessibilité : non conforme." in shown


def test_the_faults_of_every_trial_are_added_up(tmp_path: Path) -> None:
    faulty = ESSAI.replace("vus: 6, defauts: 0", "vus: 6, defauts: 3").replace(
        "vus: 2, defauts: 0", "vus: 2, defauts: 4"
    )
    assert "7 défauts trouvés." in texte(page(site(tmp_path, audit=faulty), "accessibilite/"))


def test_each_criterion_is_left_to_a_person_whatever_is_watched_of_it(tmp_path: Path) -> None:
    lines = "".join(f'  - {{numero: "{number}", demande: "Ceci.", surveille: [axe, clavier]}}\n' for number in NUMEROS)
    shown = texte(page(site(tmp_path, audit=f"{ESSAI}a_juger:\n{lines}"), "accessibilite/"))
    assert shown.count("à faire par une personne") == 106
    assert "13.12Ceci.axe-core, clavierà faire par une personne" in shown
    assert "Aucun n’est déclaré respecté" in shown


def test_contents_that_are_not_accessible_are_listed_by_reason(tmp_path: Path) -> None:
    contents = ("{contenu: Un schéma, raison: derogation}", "{contenu: Une vidéo, raison: non-conformite}")
    listed = audit(20, 20) + "inaccessibles:\n" + "".join(f"  - {content}\n" for content in contents)
    shown = texte(page(site(tmp_path, audit=listed), "accessibilite/"))
    assert "Dérogations pour charge disproportionnée Un schéma" in shown
    assert "Non-conformités Une vidéo" in shown


def test_the_foot_leads_to_the_pages_that_exist_in_order(tmp_path: Path) -> None:
    assert [entry.url for entry in site(tmp_path).pied] == [f"{name}/" for name in PIED]
    bare = batir(petit_memento(tmp_path / "nu"))
    assert bare.site is not None
    assert bare.site.pied == ()


def test_the_words_of_the_file_follow_its_data(tmp_path: Path) -> None:
    for name in ("mentions-legales", "donnees-personnelles", "contact", "accessibilite"):
        assert "Des mots." in texte(page(site(tmp_path / name), f"{name}/"))
