"""Markdown bodies: what becomes of references, and what is refused."""

import time
from datetime import date

import pytest
from petit_memento import petit_memento

from generator.load import Document, read_document
from generator.pipeline import compile_rules
from generator.render import mots
from generator.render.mots import Corps, rendre
from generator.resolve import KnowledgeBase

JOUR = date(2026, 11, 23)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    return compile_rules(petit_memento(tmp_path_factory.mktemp("memento"))).base


def document(body: str) -> Document:
    found = read_document("content/x.md", f"---\ntitre: X\n---\n{body}".encode()).value
    assert found is not None
    return found


def ecrire(base: KnowledgeBase, body: str, url: str = "contribuer/") -> Corps:
    return rendre(document(body), base, url, JOUR)


def fautes(base: KnowledgeBase, body: str) -> list[str]:
    return [
        f"{d.location.line}:{d.location.column}+{d.location.length} {d.code}" for d in ecrire(base, body).diagnostics
    ]


def test_a_reference_is_a_relative_link_with_the_title_of_its_subject(base: KnowledgeBase) -> None:
    html = ecrire(base, "Voir [[regle:regle-modele]] et [[mesure:1|la\nmesure]].").html
    assert '<a href="../regles/regle-modele/">Règle modèle</a>' in html
    assert '<a href="../pacte/mesures/01-modele/">la mesure</a>' in html


def test_a_figure_is_today_s_value_with_its_date_and_its_page(base: KnowledgeBase) -> None:
    html = ecrire(base, "Plafond : {{ plafond_modele }}.").html
    assert '<a href="../parametres/plafond-modele/" title="depuis le 1er janvier 2010">30 %</a>' in html


def test_a_figure_that_may_be_out_of_date_says_so(base: KnowledgeBase) -> None:
    html = ecrire(base, "{{ montant_modele.ailleurs.ACI }}").html
    assert "80 €/ETP/an</a> (dernier montant connu, depuis le 1er janvier 2010)" in html


def test_an_unknown_figure_is_not_the_nearest_one(base: KnowledgeBase) -> None:
    gap = rendre(document("{{ montant_modele.ici.AI }}"), base, "", date(2020, 6, 1)).html
    before = rendre(document("{{ plafond_modele }}"), base, "", date(1999, 1, 1)).html
    assert "montant inconnu" in gap
    assert "montant inconnu" in before


def test_code_is_left_as_it_is_written(base: KnowledgeBase) -> None:
    found = ecrire(base, "`[[regle:x]] <b>`\n\n```yaml\na: {{ b }} [[regle:x]] <i>\n```\n")
    assert found.diagnostics == ()
    assert "[[regle:x]] &lt;b&gt;" in found.html
    assert "<pre><code" in found.html
    assert "{{ b }}" in found.html


def test_headings_have_anchors_and_leave_ours_alone(base: KnowledgeBase) -> None:
    found = ecrire(base, "## Qui décide ?\n\n### Quand\n\n## Sources")
    assert [(e.ancre, e.niveau) for e in found.toc] == [("qui-decide", 2), ("quand", 3), ("sources-texte", 2)]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("un <b>mot</b>", ["4:4+3 MEM401", "4:10+4 MEM401"]),
        ("ligne\n\n<script>alert(1)</script>", ["6:1+8 MEM401", "6:17+9 MEM401"]),
        ("<!-- caché -->", ["4:1+14 MEM401"]),
        ("[x](javascript:alert(1))", ["4:5+11 MEM402"]),
        ("[x](&#106;avascript:alert(1))", ["4:5+16 MEM402"]),
        ("[x](JaVaScRiPt:alert(1))", ["4:5+11 MEM402"]),
        ("![x](data:text/html,1)", ["4:6+5 MEM402"]),
        ("[x][r]\n\n[r]: vbscript:x", ["6:6+9 MEM402"]),
        ("a [[regle:regle-modle]] b", ["4:3+21 MEM403"]),
        ("[[regle:a]] et [[regle:a]]", ["4:1+11 MEM403", "4:16+11 MEM403"]),
        ("{{ plafon }}", ["4:1+12 MEM404"]),
        ("{{ montant_modele.ici }}", ["4:1+24 MEM404"]),
        ("[[regles:x]]", ["4:1+12 MEM405"]),
        ("[[regle]]", ["4:1+9 MEM405"]),
        ("un [[regle:regle-modele\n\nsuite", ["4:4+2 MEM405"]),
        ("prix : {{ plafond_modele", ["4:8+2 MEM405"]),
    ],
)
def test_a_fault_is_told_at_its_place(base: KnowledgeBase, body: str, found: list[str]) -> None:
    assert fautes(base, body) == found


def test_an_address_of_another_site_without_its_scheme_is_refused(base: KnowledgeBase) -> None:
    assert fautes(base, "Voir [là](//ailleurs.example/x).\n") == ["4:11+2 MEM402"]


def test_the_help_names_what_was_probably_meant(base: KnowledgeBase) -> None:
    bodies = ("[[regle:regle-modle]]", "{{ plafon_modele }}", "{{ montant_modele.ici.ACJ }}", "[[rgle:regle-modele]]")
    helps = [ecrire(base, body).diagnostics[0].help for body in bodies]
    assert [help.split("« ")[1].split(" »")[0] for help in helps] == [
        "regle-modele",
        "plafond_modele",
        "montant_modele.ici.ACI",
        "regle",
    ]


@pytest.mark.parametrize(
    "body", ["a < b", "<https://exemple.fr/>", "[x](https://exemple.fr)", "<a@exemple.fr>", "[n](#x)"]
)
def test_what_is_safe_is_admitted(base: KnowledgeBase, body: str) -> None:
    assert fautes(base, body) == []


@pytest.mark.parametrize(
    "body", ["<img src=x onerror=alert(1)>", "<scr<script>ipt>", "&lt;script&gt;", "<svg/onload=x"]
)
def test_no_html_of_the_body_ever_reaches_the_page(base: KnowledgeBase, body: str) -> None:
    html = ecrire(base, body).html
    assert not any(tag in html for tag in ("<img", "<script", "<svg"))


def aides(base: KnowledgeBase, body: str) -> list[str]:
    return [item.help for item in ecrire(base, body).diagnostics]


def test_a_reference_between_single_brackets_is_not_shown_as_it_is(base: KnowledgeBase) -> None:
    assert fautes(base, "Voir [regle:regle-modele] ici.") == ["4:6+20 MEM405"]
    assert aides(base, "Voir [regle:regle-modele] ici.") == ["écrivez [[regle:regle-modele]]"]
    assert fautes(base, "Voir [regle:regle-modele](https://x.fr), [note: ceci] et `[regle:regle-modele]`.") == []


def test_a_subject_of_another_kind_is_proposed_as_it_is_cited(base: KnowledgeBase) -> None:
    assert aides(base, "[[parametre:regle-modele]]") == ["écrivez [[regle:regle-modele]]"]
    assert aides(base, "[[regle-modele]]") == ["écrivez [[regle:regle-modele]]"]


def test_what_is_not_closed_is_told_with_how_to_close_it(base: KnowledgeBase) -> None:
    assert aides(base, "[[regle:regle-modele") == ["fermez-le par « ]] »"]
    assert aides(base, "{{ plafond_modele") == ["fermez-le par « }} »"]
    assert aides(base, "Un [lien](https://x.fr sans fin.") == ["fermez-la par « ) »"]


def test_a_table_of_values_cited_without_its_codes_lists_them(base: KnowledgeBase) -> None:
    (told,) = aides(base, "{{ montant_modele }}")
    assert told.startswith("valeurs possibles : montant_modele.")


@pytest.mark.parametrize(
    "marque", ["[", "](", "![", "[[regle:", "[a", "[a](", "<", "**", "`", "{{", "[^1]", "\n> ", "a_"]
)
def test_a_mark_repeated_a_thousand_times_is_read_at_once(base: KnowledgeBase, marque: str) -> None:
    start = time.thread_time()
    ecrire(base, f"Un début. {marque * 1000} Une fin.")
    assert time.thread_time() - start < 1


@pytest.mark.parametrize("tag", ['<a href="{}">x</a>', '<img src="{}">'])
@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        "&#106;avascript:alert(1)",
        "javascript&colon;alert(1)",
        " data:text/html,x",
        "//ailleurs.example/x",
        "\\\\ailleurs.example",
        "/\\ailleurs.example",
        "vbscript:x",
    ],
)
def test_what_a_browser_would_follow_elsewhere_is_never_taken_for_sure_at_a_glance(tag: str, address: str) -> None:
    html = tag.format(address)
    assert mots._Protocoles(html).trouves
    assert not mots._ADRESSE_SURE.search(html)


def test_an_image_of_another_site_is_not_sure() -> None:
    assert mots._ADRESSE_SURE.search('<a href="https://exemple.fr/">x</a>')
    assert not mots._ADRESSE_SURE.search('<img src="https://exemple.fr/x.png">')
