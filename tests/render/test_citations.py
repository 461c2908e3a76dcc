"""Citations, read back by the programs that people use."""

import json
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import bibtexparser
import pytest
import rispy
from petit_memento import batir, petit_memento

from generator.model import Adoption, Statut, StatutDAvis
from generator.render.atelier import Atelier
from generator.render.citations import FORMATS, citer_un_calcul, formats
from generator.render.notices import JETONS, Notice, notice_d_avis, notice_de_pratique, notice_de_regle

NOTICE = Notice(
    cle="aci-plafond-2024-07-01",
    titre="Ce qu'un ACI peut vendre : 30 % & plus_ou_moins {exact} <b> #1",
    recueil="Mémento de l’inclusion",
    valeur="valeur prescriptive",
    statut="version du 1er juillet 2024, en vigueur depuis le 1er juillet 2024",
    reserve="",
    fondement=("art. D. 5132-34 (LEGIARTI000049754337)",),
    adresse="https://memento.example.org/r/aci-plafond/2024-07-01/",
    etat_au=date(2026, 11, 25),
    publie=date(2024, 7, 1),
    verifie_le=date(2026, 8, 20),
)
SURCOUCHE = "tests/corpus/valides/tous-les-genres"


def test_every_format_says_what_it_is_worth_since_when_on_what_basis_and_where() -> None:
    for name, text in formats(NOTICE).items():
        words = text.replace("\u00a0", " ").replace("\u202f", " ").replace(r"\_", "_")
        for said in (
            "valeur prescriptive",
            "1er juillet 2024",
            "25 novembre 2026",
            "D. 5132-34",
            "0.1.0",
            NOTICE.adresse,
        ):
            assert said in words, (name, said)


def test_bibtex_is_read_back_with_its_signs() -> None:
    library = bibtexparser.parse_string(formats(NOTICE)["bibtex"])
    assert library.failed_blocks == []
    (entry,) = library.entries
    fields = {field.key: field.value for field in entry.fields}
    assert entry.entry_type == "misc"
    assert fields["title"] == r"{Ce qu'un ACI peut vendre : 30 \% \& plus\_ou\_moins \{exact\} <b> \#1}"
    assert (fields["year"], fields["date"], fields["urldate"]) == ("2024", "2024-07-01", "2026-11-25")
    assert fields["url"] == NOTICE.adresse


def test_ris_is_read_back() -> None:
    (entry,) = rispy.loads(formats(NOTICE)["ris"] + "\n")
    assert entry["type_of_reference"] == "ELEC"
    assert entry["title"] == NOTICE.titre
    assert entry["urls"] == [NOTICE.adresse]
    assert entry["keywords"] == ["valeur prescriptive"]
    assert entry["access_date"] == "2026/11/25/"


def test_csl_holds_dates_as_parts() -> None:
    (entry,) = json.loads(formats(NOTICE)["csl"])
    assert entry["issued"] == {"date-parts": [[2024, 7, 1]]}
    assert entry["accessed"] == {"date-parts": [[2026, 11, 25]]}
    assert (entry["genre"], entry["URL"], entry["version"]) == ("valeur prescriptive", NOTICE.adresse, "0.1.0")


def test_html_and_markdown_hold_what_is_written_and_no_markup_of_their_own() -> None:
    class Balises(HTMLParser):
        found: list[str] = []  # noqa: RUF012

        def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
            self.found.append(tag)

    reader = Balises()
    reader.feed(formats(NOTICE)["html"])
    assert reader.found == ["a", "cite"]
    assert r"plus\_ou\_moins" in formats(NOTICE)["markdown"]
    assert r"\<b\>" in formats(NOTICE)["markdown"]


def test_without_an_address_a_citation_carries_the_path() -> None:
    texte = formats(replace(NOTICE, adresse="/r/aci-plafond/2024-07-01/"))["texte"]
    assert texte.endswith("Adresse permanente : /r/aci-plafond/2024-07-01/".replace(" :", "\u00a0:"))


@pytest.fixture
def atelier(tmp_path_factory: pytest.TempPathFactory) -> Atelier:

    root = petit_memento(tmp_path_factory.mktemp("memento"), surcouche=Path(__file__).parents[2] / SURCOUCHE)
    built = batir(root)
    assert not built.failed, built.report
    return Atelier(built.base, built.programs, date(2026, 11, 23))


def test_a_proposal_says_so_in_the_citation_itself(atelier: Atelier) -> None:
    regle = atelier.base.regles["regle-modele"]
    proposal = regle.droit[0].model_copy(update={"statut": Statut.PROPOSE, "adoption": Adoption.NON_ETABLIE})
    for text in formats(notice_de_regle(atelier, regle, proposal)).values():
        words = text.replace("\u00a0", " ")
        assert "proposition du Pacte" in words
        assert "adoption non établie" in words
        assert "n’est pas du droit" in words


def test_an_old_version_says_that_it_is_not_the_one_of_the_day(atelier: Atelier) -> None:
    regle = atelier.base.regles["regle-modele"]
    old, current = regle.droit[0], regle.au(date(2026, 11, 23))
    assert current is not None
    assert "pas la version du jour" in formats(notice_de_regle(atelier, regle, old))["texte"]
    assert "pas la version du jour" not in formats(notice_de_regle(atelier, regle, current))["texte"]


def test_a_disputed_practice_and_an_opinion_not_given_say_so(atelier: Atelier) -> None:
    name, pratique = next(iter(atelier.base.pratiques.items()))
    assert "Pratique contestée." in formats(notice_de_pratique(atelier, name, pratique))["texte"]
    given = next(iter(atelier.base.avis.values()))
    asked = given.model_copy(update={"statut": StatutDAvis.SOUMISE, "reponse": None, "portee": None, "rendu_le": None})
    assert "Aucun avis n’est rendu" in formats(notice_d_avis(atelier, asked))["csl"]


def test_a_result_has_a_model_for_each_format_with_every_token(atelier: Atelier) -> None:
    citation = citer_un_calcul(atelier, atelier.programs[0])
    assert list(citation.modeles) == list(FORMATS)
    for model in citation.modeles.values():
        assert all(token in model for token in JETONS.values())
    assert not any(token in text for text in citation.formats.values() for token in JETONS.values())
