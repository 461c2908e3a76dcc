"""The feeds, held to RFC 4287 and read back by feedparser."""

import re
from datetime import date
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree

import feedparser
import pytest
from petit_memento import avec_le_vrai, batir, modifier, petit_memento, vrai_memento

from generator.pipeline import Build, build
from generator.render.exports.flux import identifiant

RACINE = Path(__file__).parents[2]
TOUS = RACINE / "tests" / "corpus" / "valides" / "tous-les-genres"
ATOM = "{http://www.w3.org/2005/Atom}"
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
UNE_FOIS = {"feed": ("id", "title", "updated"), "entry": ("id", "title", "updated")}
AU_PLUS_UNE_FOIS = {
    "feed": ("generator", "icon", "logo", "rights", "subtitle"),
    "entry": ("content", "published", "rights", "source", "summary"),
}


def flux(built: Build) -> dict[str, bytes]:
    assert built.site is not None
    return {url: made for url, made in built.site.fichiers.items() if url.startswith("flux/")}


def fautes(made: bytes) -> list[str]:
    """What RFC 4287 refuses in a feed."""
    feed = ElementTree.fromstring(made)
    found = [] if feed.tag == f"{ATOM}feed" else [f"racine {feed.tag}"]
    entries = feed.findall(f"{ATOM}entry")
    for element in (feed, *entries):
        kind = element.tag.removeprefix(ATOM)
        for name in UNE_FOIS[kind]:
            if len(element.findall(f"{ATOM}{name}")) != 1:
                found.append(f"{kind} : {name} n'y est pas une fois")
            elif not (element.findtext(f"{ATOM}{name}") or "").strip():
                found.append(f"{kind} : {name} vide")
        found += [
            f"{kind} : {name} en double" for name in AU_PLUS_UNE_FOIS[kind] if len(element.findall(f"{ATOM}{name}")) > 1
        ]
        if not INSTANT.fullmatch(element.findtext(f"{ATOM}updated") or ""):
            found.append(f"{kind} : updated mal écrit")
        links = element.findall(f"{ATOM}link")
        if any(not link.get("href") for link in links):
            found.append(f"{kind} : lien sans href")
        alternates = [(link.get("type"), link.get("hreflang")) for link in links if link.get("rel") == "alternate"]
        if len(set(alternates)) != len(alternates):
            found.append(f"{kind} : deux liens alternate du même type")
        if kind == "entry" and not alternates and element.find(f"{ATOM}content") is None:
            found.append("entry : ni contenu ni lien alternate")
        found += [
            f"{kind} : catégorie sans term" for item in element.findall(f"{ATOM}category") if not item.get("term")
        ]
        for author in element.findall(f"{ATOM}author"):
            if len(author.findall(f"{ATOM}name")) != 1:
                found.append(f"{kind} : auteur sans nom")
    if feed.find(f"{ATOM}author") is None and any(entry.find(f"{ATOM}author") is None for entry in entries):
        found.append("feed : pas d'auteur")
    if not [link for link in feed.findall(f"{ATOM}link") if link.get("rel") == "self"]:
        found.append("feed : pas de lien self")
    ids = [entry.findtext(f"{ATOM}id") for entry in entries] + [feed.findtext(f"{ATOM}id")]
    if len(set(ids)) != len(ids):
        found.append("identifiants en double")
    if any(not re.fullmatch(r"[a-z][a-z0-9+.-]*:\S+", name or "") for name in ids):
        found.append("identifiant qui n'est pas une IRI absolue")
    return found


@pytest.fixture(scope="module")
def bati(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return batir(petit_memento(tmp_path_factory.mktemp("memento"), surcouche=TOUS))


def test_there_is_a_feed_of_all_one_a_structure_one_a_theme_and_what_binds(bati: Build) -> None:
    assert set(flux(bati)) == {
        f"flux/{name}.xml" for name in ("tout", "prescriptif", "journal", "aci", "ai", "theme-essai")
    }


def test_every_feed_obeys_the_rfc_and_is_read(bati: Build) -> None:
    for url, made in flux(bati).items():
        assert fautes(made) == [], url
        assert not feedparser.parse(made).bozo, url


@avec_le_vrai
def test_every_feed_of_the_real_memento_obeys_too() -> None:
    built = vrai_memento()
    feeds = flux(built)
    assert len(feeds) == 3 + len(built.base.listes["siae"].options) + len(built.base.themes)
    for url, made in feeds.items():
        assert fautes(made) == [], url
        assert not feedparser.parse(made).bozo, url
    assert len(feedparser.parse(feeds["flux/tout.xml"]).entries) > 50


@pytest.mark.parametrize(
    ("ancien", "nouveau"),
    [
        (b"<id>urn:uuid:", b"<id>"),
        (b"T00:00:00Z", b""),
        (b'href="', b'adresse="'),
        (b"<title>", b"<title>x</title><title>"),
        (b"<name>", b"<nom>x</nom><name>x</name><name>"),
        (b' term="', b' terme="'),
    ],
)
def test_the_checker_of_feeds_finds_a_fault(bati: Build, ancien: bytes, nouveau: bytes) -> None:
    broken = flux(bati)["flux/tout.xml"].replace(ancien, nouveau)
    assert fautes(broken) != []


def entrees(made: bytes) -> list[str]:
    return [entry.title for entry in feedparser.parse(made).entries]


def test_each_feed_keeps_what_concerns_it(bati: Build) -> None:
    feeds = flux(bati)
    note, opening = "Une règle relue & corrigée <par nous>", "Une ouverture"
    assert entrees(feeds["flux/tout.xml"]) == [note, opening, "Montant modèle", "Règle modèle"]
    assert entrees(feeds["flux/aci.xml"]) == [note, "Montant modèle", "Règle modèle"]
    assert entrees(feeds["flux/ai.xml"]) == []
    assert entrees(feeds["flux/theme-essai.xml"]) == ["Montant modèle", "Règle modèle"]
    assert entrees(feeds["flux/prescriptif.xml"]) == ["Règle modèle"]
    assert entrees(feeds["flux/journal.xml"]) == [note, opening]


def test_an_entry_says_what_changed_since_when_what_it_is_worth_and_on_what_basis(bati: Build) -> None:
    (entry,) = feedparser.parse(flux(bati)["flux/prescriptif.xml"]).entries
    assert entry.id == identifiant("regle/regle-modele/2020-01-01")
    assert entry.updated == "2020-01-01T00:00:00Z"
    assert entry.summary == "Un mot change."
    html = entry.content[0].value.replace("\u00a0", " ")
    assert "Un autre énoncé de test." in html
    assert "Prescriptif" in html
    assert "à compter du 1er janvier 2020" in html
    assert "Fondement : art. 1." in html
    terms = {tag.term for tag in entry.tags}
    assert terms == {"theme/essai", "structure/ACI", "portee/prescriptif", "statut/en-vigueur"}


def test_an_amount_says_the_old_value_and_the_new(bati: Build) -> None:
    entry = feedparser.parse(flux(bati)["flux/aci.xml"]).entries[1]
    words = re.sub(r"[\u00a0\u202f]", " ", entry.content[0].value)
    assert "Ici, Modèle d’ACI : de 100 €/ETP/an à 110 €/ETP/an" in words


def test_the_feed_is_as_old_as_its_newest_entry(bati: Build) -> None:
    feeds = flux(bati)
    assert feedparser.parse(feeds["flux/tout.xml"]).feed.updated == "2026-02-03T00:00:00Z"
    assert feedparser.parse(feeds["flux/theme-essai.xml"]).feed.updated == "2020-01-01T00:00:00Z"


def test_identifiers_are_the_same_wherever_the_site_is(bati: Build, tmp_path: Path) -> None:
    editeur = "titre: Mémento de test\nadresse: https://memento.example.org/\n"
    moved = feedparser.parse(
        flux(batir(petit_memento(tmp_path, {"rules/editeur.yaml": editeur}, TOUS)))["flux/tout.xml"]
    )
    here = feedparser.parse(flux(bati)["flux/tout.xml"])
    assert [entry.id for entry in moved.entries] == [entry.id for entry in here.entries]
    assert moved.feed.id == here.feed.id
    assert moved.entries[-1].link == "https://memento.example.org/r/regle-modele/2020-01-01/"
    assert {link.href for link in moved.feed.links} == {
        "https://memento.example.org/flux/tout.xml",
        "https://memento.example.org/nouveautes/",
    }


def test_without_an_address_links_lead_from_the_feed_to_the_pages(bati: Build) -> None:
    assert bati.site is not None
    urls = {page.url for page in bati.site.pages}
    feed = ElementTree.fromstring(flux(bati)["flux/tout.xml"])
    for link in feed.iter(f"{ATOM}link"):
        path = urljoin("/flux/tout.xml", link.get("href", "")).lstrip("/").partition("#")[0]
        assert path in urls | set(bati.site.fichiers)


def test_what_is_to_come_is_not_announced_as_done(tmp_path: Path) -> None:
    root = petit_memento(tmp_path)
    assert entrees(flux(build(root, date(2019, 12, 31)))["flux/tout.xml"]) == []
    assert entrees(flux(build(root, date(2020, 1, 1)))["flux/tout.xml"]) == ["Montant modèle", "Règle modèle"]


def test_only_the_hundred_newest_entries_are_kept(tmp_path: Path) -> None:
    notes = "".join(
        f"  - {{id: note-{rank}, date: 2026-01-02, importance: mineure, titre: Note, texte: Une phrase.}}\n"
        for rank in range(105)
    )
    built = batir(petit_memento(tmp_path, {"rules/journal.yaml": f"entrees:\n{notes}"}))
    assert len(entrees(flux(built)["flux/journal.xml"])) == 100
    # The two changes of 2020 are older than all of them.
    assert set(entrees(flux(built)["flux/tout.xml"])) == {"Note"}


def test_signs_of_the_markup_are_escaped(tmp_path: Path) -> None:
    root = petit_memento(tmp_path)
    modifier(root, "rules/regles/essai/regle-modele.yaml", "Un mot change.", '"<b>gras</b> & « ]]> »"')
    (entry,) = feedparser.parse(flux(batir(root))["flux/prescriptif.xml"], sanitize_html=False).entries
    assert entry.summary_detail.type == "text/plain"
    assert entry.summary.startswith("<b>gras</b> & «")
    assert "&lt;b&gt;gras" in entry.content[0].value
