"""The shell is rendered once for all the pages that it fits: their bytes are those of the theme alone."""

import re
import shutil
from base64 import b64encode
from collections import Counter
from hashlib import sha256
from pathlib import Path

import pytest
from jinja2 import Environment, Template
from mkdocs.commands.build import build
from mkdocs.config import load_config
from petit_memento import modifier, petit_memento

from generator.adapters import coquille as module
from generator.adapters import mkdocs_plugin
from generator.adapters.coquille import MARQUE, Doublure, Imprevu, marque

RACINE = Path(__file__).parents[2]
GENRES = RACINE / "tests/corpus/valides/tous-les-genres"
JOUR_DES_TESTS = "1795392000"  # 23 novembre 2026
FICHE = "---\ntitre: {}\nresume: {}\nsans_source: Un essai.\n---\n\n{}\n"
# Addresses that have moved, pages of the foot, and a repository: the shell shows all that it can.
PLUS = {
    "urls.lock": "./\nvieille/ -> regles/regle-modele/\nregles/regle-modele/\n",
    "rules/editeur.yaml": "titre: Essai\ndepot: https://github.com/essai/memento\nadresse: https://exemple.org/m/\n",
    "content/accessibilite.md": FICHE.format("Accessibilité", "Un résumé.", "## Un\n\n### Deux"),
    "content/plan-du-site.md": FICHE.format("Plan du site", "Un résumé.", "Des mots."),
    "content/apostrophe.md": FICHE.format("L’un & l’autre < « le reste »", "Un & deux <trois>.", "## A & B"),
}
# With an address, each page also says where it stands.
ADRESSE = "https://exemple.org/m/"


def batir(root: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, *, coquille: bool) -> Counter:
    """Build with MkDocs alone; how many times each template was rendered whole."""
    seen: Counter[str | None] = Counter()
    render = Template.render

    def counted(self: Template, *args: object, **kwargs: object) -> str:
        seen[self.name] += 1
        return render(self, *args, **kwargs)

    with monkeypatch.context() as patch:
        patch.setattr(Template, "render", counted)
        if not coquille:
            patch.setattr(mkdocs_plugin, "poser_la_coquille", lambda *_: None)
        # The documents are another matter, and slow.
        patch.setattr("generator.adapters.documents.Documents._composer", lambda *_: b"%PDF-")
        build(load_config(str(root / "mkdocs.yml"), site_dir=str(folder), strict=True, site_url=ADRESSE))
    return seen


@pytest.fixture(scope="module")
def memento(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = petit_memento(tmp_path_factory.mktemp("memento"), PLUS, GENRES)
    more = "accessibilite, apostrophe, plan-du-site"
    modifier(root, "rules/couverture.yaml", "fiche: [avis/index", f"fiche: [{more}, avis/index")
    shutil.copytree(RACINE / "site_theme", root / "site_theme", dirs_exist_ok=True)
    shutil.copy(RACINE / "mkdocs.yml", root / "mkdocs.yml")
    return root


def test_every_page_of_every_kind_has_the_bytes_of_the_theme_alone(
    memento: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", JOUR_DES_TESTS)
    alone = batir(memento, tmp_path / "seul", monkeypatch, coquille=False)
    once = batir(memento, tmp_path / "une-fois", monkeypatch, coquille=True)
    # Shells are forgotten when there are too many.
    monkeypatch.setattr(module, "FORMES", 1)
    monkeypatch.setattr(module, "SOMMAIRES", 1)
    batir(memento, tmp_path / "oubliees", monkeypatch, coquille=True)
    pages = {path.relative_to(tmp_path / "seul") for path in (tmp_path / "seul").rglob("*.html")}
    names = {path.as_posix() for path in pages}
    for kind in ("index.html", "404.html", "recherche/index.html", "vieille/index.html", "plan-du-site/index.html"):
        assert kind in names
    assert any(name.startswith("r/") for name in names)
    assert any(name.endswith("/integrer/index.html") for name in names)
    different = [
        (name, path)
        for path in sorted(pages)
        for name in ("une-fois", "oubliees")
        if (tmp_path / "seul" / path).read_bytes() != (tmp_path / name / path).read_bytes()
    ]
    assert different == []
    assert alone["main.html"] > 60
    assert once["main.html"] < alone["main.html"] * 0.75


def test_what_a_page_holds_is_never_taken_for_a_mark(
    memento: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", JOUR_DES_TESTS)
    words = marque("title").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    page = memento / "content/apostrophe.md"
    before = page.read_text(encoding="utf-8")
    page.write_text(before + "\ue000title\ue001\n", encoding="utf-8")
    try:
        batir(memento, tmp_path / "site", monkeypatch, coquille=True)
    finally:
        page.write_text(before, encoding="utf-8")
    html = (tmp_path / "site/apostrophe/index.html").read_text(encoding="utf-8")
    assert "\ue000title\ue001" in html
    assert words not in html


def test_a_mark_tells_whether_it_was_escaped() -> None:
    env = Environment()
    raw, escaped, stripped = (
        env.from_string("{{ mot" + filters + " }}").render(mot=marque("title"))
        for filters in ("", " | e", " | striptags")
    )
    found = MARQUE.fullmatch(raw)
    assert found is not None
    assert (found[1], found[2]) == ("title", None)
    found = MARQUE.fullmatch(escaped)
    assert found is not None
    assert (found[1], bool(found[2])) == ("title", True)
    assert MARQUE.search(stripped) is None


def test_a_template_that_asks_for_what_is_not_foreseen_is_not_rendered_for_a_stand_in() -> None:
    class Page:
        url, parent, content, toc, meta = "regles/x/", None, "", (), {"title": "X"}
        canonical_url = edit_url = previous_page = next_page = None
        markdown = "des mots"

    double = Doublure(Page())  # type: ignore[arg-type]
    render = Environment().from_string("{{ page.meta.title }}{{ page.inconnu }}{{ page.markdown }}").render
    with pytest.raises(Imprevu, match="markdown"):
        render(page=double)


def test_a_script_that_depends_on_the_page_has_the_policy_of_that_page(
    memento: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The hash of a script that names the page is not that of the same script in the shell of another."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", JOUR_DES_TESTS)
    theme = tmp_path / "memento/site_theme/main.html"
    shutil.copytree(memento, tmp_path / "memento")
    text = theme.read_text(encoding="utf-8")
    theme.write_text(
        text + "{% block libs %}<script>{% if page %}titre(`{{ page.title }}`){% endif %}</script>{% endblock %}",
        "utf-8",
    )
    batir(tmp_path / "memento", tmp_path / "site", monkeypatch, coquille=True)
    pages = [path.read_text(encoding="utf-8") for path in (tmp_path / "site/regles").rglob("*/index.html")]
    scripts = [re.findall(r"<script>(titre\(.*?\))</script>", page) for page in pages]
    assert len({tuple(found) for found in scripts}) == len(pages) > 0
    for page, (script,) in zip(pages, scripts, strict=True):
        assert b64encode(sha256(script.encode()).digest()).decode() in page
