"""What is printed, before it is composed: texts that cannot be read as code, bodies, what is kept."""

import json
import re
from datetime import date
from pathlib import Path

import pytest
import typst
from petit_memento import batir, modifier, petit_memento

from generator.pipeline import compile_rules
from generator.render import Site
from generator.render.atelier import Atelier
from generator.render.mots import rendre
from generator.render.papier.ecriture import Contenu, appel, litteral, mots, suite
from generator.render.papier.memento import memento_imprime
from generator.render.papier.traduction import Intraduisible, traduire
from generator.render.tableaux import tableau_du_jour

JOUR = date(2026, 11, 23)
TOUS = Path(__file__).parents[1] / "corpus" / "valides" / "tous-les-genres"
MECHANTS = (
    r"#panic() *gras* _souligné_ [crochets] {accolades} @renvoi $x$ \ < > `code` ~ // rien /* rien */ = titre",
    '"; panic() //',
    r"\u{41} \" \\",
    "#let x = 1\n= Titre\n- liste",
    "<regle:x> https://example.org/#a ---",
    "a\u2028b\x00c",
)


def valeur(code: str) -> str:
    """What Typst reads in a piece of code."""
    source = f"#metadata({code})<x>"
    return str(typst.query(source.encode(), "<x>", field="value", one=True))


@pytest.mark.parametrize("texte", MECHANTS)
def test_typst_reads_a_nasty_text_as_it_was_written(texte: str) -> None:
    assert json.loads(valeur(litteral(texte))) == texte


def test_a_call_escapes_its_texts_and_leaves_what_is_already_code() -> None:
    assert appel("f", 'a"b', x_y=Contenu("g()"), z=(1, True, None)) == 'f("a\\"b", x-y: g(), z: (1, true, none, ))'
    assert litteral({}) == "(:)"
    assert suite("a", "", Contenu("b")) == '("a", b, ).join()'


def test_a_value_that_has_no_writing_is_refused() -> None:
    with pytest.raises(TypeError, match="float"):
        litteral(1.5)


def test_words_are_typeset_and_keep_their_non_breaking_spaces() -> None:
    assert mots("L'aide :\n  20\u202f441 €") == "L’aide\u00a0: 20\u202f441\u00a0€"


def sans_lien(href: str, words: Contenu) -> Contenu:
    return appel("vers", href, words)


@pytest.mark.parametrize(
    ("html", "code"),
    [
        ("<p>Un <strong>mot</strong></p>", 'par(("Un ", strong(("mot", ).join()), ).join())'),
        ('<a href="regles/x/">X</a>', '(vers("regles/x/", ("X", ).join()), ).join()'),
        ("<ol start='3'>\n<li>a</li>\n</ol>", 'enum(("a", ).join(), start: 3)'),
        ("<h2>T</h2>", 'heading(("T", ).join(), level: 2)'),
        ("<p><code>a &lt; b</code></p>", 'par((raw("a < b", block: false), ).join())'),
    ],
)
def test_a_construct_is_translated(html: str, code: str) -> None:
    assert code in traduire(html, sans_lien, niveau=2)


def test_a_table_keeps_its_header_its_columns_and_their_side() -> None:
    html = '<table><thead><tr><th>A</th><th align="right">B</th></tr></thead><tbody><tr><td>1</td>'
    html += '<td align="right">2</td></tr></tbody></table>'
    code = traduire(html, sans_lien)
    assert 'table.header(table.cell(("A", ).join()), table.cell(("B", ).join(), align: right))' in code
    assert code.endswith('table.cell(("2", ).join(), align: right), columns: 2), ).join()')


@pytest.mark.parametrize("html", ["<sup>1</sup>", '<div class="footnote"></div>', "<img src='x'>", "<p>pas fermé"])
def test_what_the_paper_cannot_print_is_refused(html: str) -> None:
    with pytest.raises(Intraduisible):
        traduire(html, sans_lien)


def test_every_body_of_a_module_keeps_all_its_words() -> None:
    root = Path(__file__).parents[2]
    base = compile_rules(root).base
    assert base.modules
    for name in base.modules:
        html = rendre(base.document("module", name), base, "", JOUR).html
        code = traduire(html, lambda _, words: words)
        # Every text of a body is a string of the code: two words that follow each other there do here.
        read = " ".join(re.findall(r'"((?:[^"\\]|\\.)*)"', code))
        shown = re.sub(r"<[^>]+>", " ", html)
        assert _lettres(shown) == _lettres(read)


def _lettres(text: str) -> str:
    """The letters alone: spaces, apostrophes and entities are another matter."""
    return re.sub(r"[^a-zà-ÿœ0-9]", "", re.sub(r"&\w+;", "", text).replace("’", "").lower())


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    built = batir(petit_memento(tmp_path_factory.mktemp("memento"), surcouche=TOUS))
    assert built.site is not None
    return built.site


def test_the_site_offers_the_whole_one_a_structure_and_two_a_module(site: Site) -> None:
    assert list(site.imprimes) == [
        "memento.pdf",
        "memento-aci.pdf",
        "memento-ai.pdf",
        "formation/module-modele/fiche-apprenant.pdf",
        "formation/module-modele/fiche-formateur.pdf",
    ]
    assert set(site.imprimes) <= set(site.assets)


@pytest.mark.parametrize(
    ("url", "lien"),
    [
        ("", "memento.pdf"),
        ("regles/", "../memento.pdf"),
        ("structures/aci/", "../../memento-aci.pdf"),
        ("formation/module-modele/", "fiche-apprenant.pdf"),
        ("formation/module-modele/", "fiche-formateur.pdf"),
    ],
)
def test_a_page_leads_to_its_print(site: Site, url: str, lien: str) -> None:
    page = next(page for page in site.pages if page.url == url)
    assert f'href="{lien}"' in page.html


def test_the_page_of_a_neighbour_offers_no_print(site: Site) -> None:
    page = next(page for page in site.pages if page.url == "structures/voisin/")
    assert ".pdf" not in page.html


def test_the_sheet_of_the_learner_holds_no_answer(site: Site) -> None:
    learner = site.imprimes["formation/module-modele/fiche-apprenant.pdf"]
    trainer = site.imprimes["formation/module-modele/fiche-formateur.pdf"]
    assert "D’après la " not in learner
    assert "#corrige(1, " not in learner
    assert trainer.count("D’après la ") == 8
    assert "/r/regle-modele/2020-01-01/" in trainer


def test_the_table_of_a_structure_shows_its_cells_alone(tmp_path: Path) -> None:
    base = compile_rules(petit_memento(tmp_path)).base
    parametre = base.parametres["montant-modele"]
    assert tableau_du_jour(base, parametre, JOUR).colonnes == ("Modèle d'ACI", "Modèle d'AI")
    assert tableau_du_jour(base, parametre, JOUR, "ACI").colonnes == ("Modèle d'ACI",)


def test_a_link_to_what_is_printed_gives_its_page_and_another_its_address(tmp_path: Path) -> None:
    root = petit_memento(tmp_path, surcouche=TOUS)
    (root / "rules/editeur.yaml").write_text("titre: Essai\nadresse: https://memento.example.org/\n", encoding="utf-8")
    modifier(
        root,
        "rules/matrice.yaml",
        'siae: AI, texte: "=Rien de propre, voir la [[regle:regle-modele]]."',
        'siae: AI, texte: "Voir [[mesure:1|la mesure]]."',
    )
    compiled = compile_rules(root)
    source = memento_imprime(Atelier(compiled.base, compiled.programs, JOUR))
    assert 'renvoi("regle:regle-modele", ("Règle modèle", ).join())' in source
    assert 'link("https://memento.example.org/pacte/mesures/01-modele/", ("la mesure", ).join())' in source
    assert '"https://memento.example.org/r/regle-modele/2020-01-01/"' in source


@pytest.mark.parametrize(
    ("html", "code"),
    [
        ("<p>Un<br>deux</p>", 'par(("Un", linebreak(), "deux", ).join())'),
        ("<p><em>Un</em></p>", 'par((emph(("Un", ).join()), ).join())'),
        ("<hr>", "separation()"),
        ("<blockquote><p>Un</p></blockquote>", "quote("),
    ],
)
def test_breaks_stress_and_quotations_are_printed(html: str, code: str) -> None:
    assert code in traduire(html, sans_lien, niveau=2)


def test_a_mark_that_closes_another_is_no_page() -> None:
    with pytest.raises(Intraduisible, match="</strong> ferme <em>"):
        traduire("<p><strong><em>Un</strong></em></p>", sans_lien, niveau=2)


def test_a_body_that_the_paper_refuses_is_told_at_its_title_when_it_calls_no_note(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuser(*_: object, **__: object) -> Contenu:
        raise Intraduisible("rien ne va")

    monkeypatch.setattr("generator.render.papier.corps.traduire", refuser)
    built = batir(petit_memento(tmp_path, surcouche=TOUS))
    module = "content/formation/module-modele.md"
    told = [item for item in built.report if item.code == "MEM407"]
    assert {(item.location.path, item.location.line) for item in told} == {(module, 3)}
    assert all("le corps de ce module : rien ne va" in item.message for item in told)


def test_a_public_address_is_printed_as_it_is(tmp_path: Path) -> None:
    root = petit_memento(tmp_path, surcouche=TOUS)
    module = root / "content/formation/module-modele.md"
    text = f"{module.read_text(encoding='utf-8')}\nVoir [le texte](https://www.legifrance.gouv.fr/).\n"
    module.write_text(text, encoding="utf-8")
    site = batir(root).site
    assert site is not None
    printed = "".join(site.imprimes.values())
    assert 'link("https://www.legifrance.gouv.fr/"' in printed
