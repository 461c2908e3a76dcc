"""Periods that follow one another: both sides of each day, in the file of a figure, a rule, a source, the journal."""

import pytest

from generator.load import read_document
from generator.model import Journal, Parametre, Regle, Source
from generator.resolve.dates import dates_de_journal, dates_de_parametre, dates_de_regle, dates_de_source
from generator.validate import validate_documents

PARAMETRE = "titre: P\nresume: R\nunite: €\nthemes: [t]\nverifie_le: 2026-01-01\na_reverifier_avant: 2030-01-01\n"
REGLE = "id: r\ntitre: R\nsiae: [ACI]\nthemes: [t]\nverifie_le: 2026-01-01\na_reverifier_avant: 2030-01-01\nversions:\n"
SOURCE = "id: s\ntype: article\ntitre: S\nlecture: texte\nconsulte_le: 2026-01-01\nversions:\n"
# What is told: line and field, code, message, advice.
Dit = tuple[str, str, str, str]


def dire(path: str, texte: str) -> list[Dit]:
    document = read_document(path, texte.encode()).value
    assert document is not None
    checked = validate_documents([document])
    assert list(checked.report) == []
    (entry,) = checked.value.entries
    match entry.value:
        case Parametre() as parametre:
            found = dates_de_parametre(parametre, document)
        case Regle() as regle:
            found = dates_de_regle(regle, document)
        case Source() as source:
            found = dates_de_source(source, document)
        case Journal() as journal:
            found = dates_de_journal(journal, document)
        case _:
            raise AssertionError(path)
    lines = texte.splitlines()
    fields = [
        (one.location.line, lines[one.location.line - 1][: one.location.column - 1].split()[-1].strip("{:"), one)
        for one in found
    ]
    return [(f"{line} {field}", one.code, one.message, one.help) for line, field, one in fields]


def valeurs(*lignes: str, lacunes: tuple[str, ...] = (), par: str = "") -> list[Dit]:
    """What is told of a figure; its first value is on line 2, its first gap two lines after its last value."""
    told = "valeurs:\n" + "".join(f"  - {{source: [s], {ligne}}}\n" for ligne in lignes)
    if lacunes:
        told += "lacunes:\n" + "".join(f"  - {{motif: m, {ligne}}}\n" for ligne in lacunes)
    return dire("rules/parametres/p.yaml", f"{told}id: p\n{par}{PARAMETRE}")


def messages(dits: list[Dit]) -> list[str]:
    return [f"{code} {message}" for _, code, message, _ in dits]


PREMIERE = "du: 2020-01-01, au: 2020-06-30, valeur: 1"
SECONDE = "du: 2020-09-01, valeur: 2"


def test_a_period_may_last_a_day_and_not_less() -> None:
    assert valeurs("du: 2020-01-01, au: 2020-01-01, valeur: 1") == []
    assert valeurs("du: 2020-01-01, au: 2019-12-31, valeur: 1") == [
        ("2 au", "MEM202", "la période finit le 2019-12-31, avant de commencer le 2020-01-01", "")
    ]
    gap = "du: 2021-01-01, au: 2020-12-31"
    # What follows from dates turned round is not told on top of them.
    assert messages(valeurs("du: 2020-01-01, valeur: 1", "du: 2019-01-01, valeur: 2", lacunes=(gap,))) == [
        "MEM202 la période finit le 2020-12-31, avant de commencer le 2021-01-01"
    ]


def test_values_go_from_the_oldest_to_the_newest() -> None:
    assert valeurs("du: 2021-01-01, valeur: 1", "du: 2020-12-31, valeur: 2") == [
        (
            "3 du",
            "MEM202",
            "la valeur du 2020-12-31 vient après celle du 2021-01-01",
            "chaque valeur a son premier jour ; elles vont de la plus ancienne à la plus récente",
        )
    ]
    assert messages(valeurs("du: 2021-01-01, valeur: 1", "du: 2021-01-01, valeur: 2")) == [
        "MEM202 deux valeurs commencent le 2021-01-01"
    ]
    assert valeurs("du: 2021-01-01, valeur: 1", "du: 2021-01-02, valeur: 2") == []


def test_between_two_values_a_day_missing_is_told_and_a_day_too_many_as_well() -> None:
    def followed(au: str) -> list[Dit]:
        return valeurs(f"du: 2020-01-01, au: {au}, valeur: 1", "du: 2020-07-01, valeur: 2")

    assert followed("2020-06-30") == []
    assert followed("2020-06-29") == [("2 au", "MEM204", "rien n'est dit du 2020-06-30 au 2020-06-30", "")]
    message = "la valeur du 2020-01-01 court jusqu'au 2020-07-01, celle du 2020-07-01 la recouvre"
    assert followed("2020-07-01") == [("2 au", "MEM203", message, "")]


def test_each_value_is_followed_by_the_next_and_by_no_other() -> None:
    halves = ("du: 2020-01-01, au: 2020-06-30, valeur: 1", "du: 2020-07-01, au: 2020-12-31, valeur: 2")
    assert valeurs(*halves, "du: 2021-01-01, valeur: 3") == []
    assert messages(valeurs(*halves, "du: 2021-01-02, valeur: 3")) == [
        "MEM204 rien n'est dit du 2021-01-01 au 2021-01-01"
    ]


def test_after_its_last_value_a_figure_owes_nothing() -> None:
    assert valeurs("du: 2020-01-01, au: 2020-06-30, valeur: 1") == []
    assert valeurs("du: 2020-01-01, valeur: 1", "du: 2021-01-01, au: 2021-06-30, valeur: 2") == []


@pytest.mark.parametrize(
    "lacunes",
    [
        ("du: 2020-07-01, au: 2020-08-31",),
        ("du: 2020-07-01, au: 2020-07-31", "du: 2020-08-01, au: 2020-08-31"),
        ("du: 2020-08-01, au: 2020-08-31", "du: 2020-07-01, au: 2020-07-31"),
        # The second is within the first: it takes nothing away.
        ("du: 2020-07-01, au: 2020-08-15", "du: 2020-07-10, au: 2020-07-20", "du: 2020-08-16, au: 2020-08-31"),
        ("du: 2020-07-01, au: 2020-08-10", "du: 2020-08-01, au: 2020-08-31"),
    ],
)
def test_gaps_that_cover_each_day_of_a_hole_admit_it(lacunes: tuple[str, ...]) -> None:
    assert valeurs(PREMIERE, SECONDE, lacunes=lacunes) == []


@pytest.mark.parametrize(
    ("lacunes", "reste"),
    [
        ((), []),
        # A day is missing at the beginning, in the middle, at the end.
        (("du: 2020-07-02, au: 2020-08-31",), []),
        (
            ("du: 2020-07-01, au: 2020-07-31", "du: 2020-08-02, au: 2020-08-31"),
            ["MEM204 rien n'est dit du 2020-08-01 au 2020-08-31"],
        ),
        (("du: 2020-07-01, au: 2020-08-30",), ["MEM204 rien n'est dit du 2020-08-31 au 2020-08-31"]),
        # Long before: nothing of the hole.
        (("du: 2019-01-01, au: 2019-06-30",), ["MEM204 rien n'est dit du 2019-07-01 au 2019-12-31"]),
    ],
)
def test_a_hole_that_gaps_leave_open_by_a_day_is_told(lacunes: tuple[str, ...], reste: list[str]) -> None:
    hole = "MEM204 rien n'est dit du 2020-07-01 au 2020-08-31"
    assert sorted(messages(valeurs(PREMIERE, SECONDE, lacunes=lacunes))) == sorted([hole, *reste])


@pytest.mark.parametrize(
    ("lacune", "valeur"),
    [
        ("du: 2020-01-01, au: 2020-03-31", "2020-01-01"),
        ("du: 2019-12-31, au: 2020-01-01", "2020-01-01"),
        ("du: 2020-08-15, au: 2020-09-01", "2020-09-01"),
        ("du: 2020-07-01", "2020-09-01"),
        # Of two values that it hides, the first is named.
        ("du: 2019-06-01", "2020-01-01"),
    ],
)
def test_a_gap_hides_no_value_that_was_found(lacune: str, valeur: str) -> None:
    first = "du: 2020-01-01, valeur: 1"
    start = lacune[4:14]
    assert valeurs(first, SECONDE, lacunes=(lacune,)) == [
        ("5 du", "MEM203", f"la lacune du {start} recouvre la valeur du {valeur}", "")
    ]


def test_a_gap_lasts_until_the_eve_of_the_next_value() -> None:
    def until(au: str) -> list[Dit]:
        return valeurs("du: 2020-01-01, valeur: 1", SECONDE, lacunes=(f"du: 2020-07-01, au: {au}",))

    assert until("2020-08-31") == []
    assert until("2020-08-30") == [("5 au", "MEM204", "rien n'est dit du 2020-08-31 au 2020-08-31", "")]
    # After the last value, there is no next one.
    assert valeurs("du: 2020-01-01, valeur: 1", lacunes=("du: 2021-01-01, au: 2021-06-30",)) == []
    assert valeurs("du: 2020-01-01, valeur: 1", lacunes=("du: 2021-01-01",)) == []


def test_a_gap_that_serves_the_last_known_value_may_cover_the_next() -> None:
    gap = "du: 2020-07-01, au: 2020-10-31, dernier_connu: true"
    assert valeurs("du: 2020-01-01, valeur: 1", SECONDE, lacunes=(gap,)) == []


ICI = "du: 2020-01-01, valeur: {ACI: 1, AI: 2}"
SANS_AI = "du: 2021-01-01, valeur: {ACI: 3}"


def test_a_cell_left_out_has_a_gap_that_says_so() -> None:
    def told(*lacunes: str) -> list[Dit]:
        return valeurs(ICI, SANS_AI, lacunes=lacunes, par="par: [siae]\n")

    assert told("du: 2021-01-01, pour: {siae: [AI]}") == []
    assert told("du: 2020-12-31, pour: {siae: [AI]}") == []
    missing = ("3 valeur", "MEM204", "« AI » n'a pas de valeur au 2021-01-01, et aucune lacune ne le dit", "")
    assert told() == [missing]
    # That of another cell says nothing of this one; one that begins the next day is too late.
    assert told("du: 2021-01-01, pour: {siae: [ACI]}") == [
        ("5 du", "MEM203", "la lacune du 2021-01-01 recouvre la valeur du 2021-01-01 (« ACI »)", ""),
        missing,
    ]
    assert told("du: 2021-01-02, pour: {siae: [AI]}") == [missing]


def test_the_cells_of_two_lists_are_named_by_both() -> None:
    told = valeurs(
        "du: 2020-01-01, valeur: {ici: {ACI: 1}, ailleurs: {ACI: 2}}",
        "du: 2021-01-01, valeur: {ici: {ACI: 3}}",
        "du: 2022-01-01, valeur: {ici: {ACI: 3}, ailleurs: {ACI: 2}}",
        lacunes=("du: 2021-01-01, au: 2021-11-30, pour: {territoire: [ailleurs]}",),
        par="par: [territoire, siae]\n",
    )
    assert messages(told) == ["MEM204 rien n'est dit du 2021-12-01 au 2021-12-31 (« ailleurs / ACI »)"]


def version(du: str, au: str = "", statut: str = "en-vigueur") -> str:
    end = f", au: {au}" if au else ""
    adopted = ", adoption: adoption-non-etablie" if statut == "propose" else ""
    law = "prescriptif" if statut == "en-vigueur" else "indicatif"
    return f"  - {{du: {du}{end}, statut: {statut}, portee: {law}, enonce: E, references: [{{source: s}}]{adopted}}}\n"


def versions(*lignes: str, lacunes: str = "") -> list[Dit]:
    """What is told of a rule; its first version is on line 8."""
    return dire("rules/regles/t/r.yaml", REGLE + "".join(lignes) + lacunes)


def test_two_versions_of_the_law_follow_day_after_day() -> None:
    def followed(au: str) -> list[Dit]:
        return versions(version("2020-01-01", au), version("2021-01-01"))

    assert followed("2020-12-31") == []
    assert followed("2020-12-30") == [
        (
            "9 du",
            "MEM204",
            "rien n'est dit du 2020-12-31 au 2020-12-31",
            "si rien ne manque, écrivez « au: 2020-12-31 » à la période du 2020-01-01",
        )
    ]
    advice = "pour celle du 2020-01-01, écrivez « au: 2020-12-31 »"
    overlap = "la période du 2021-01-01 recouvre celle du 2020-01-01, qui court"
    assert followed("2021-01-01") == [("9 du", "MEM203", f"{overlap} jusqu'au 2021-01-01", advice)]
    assert followed("") == [("9 du", "MEM203", f"{overlap} sans fin", advice)]


def test_the_order_of_the_file_is_not_that_of_the_law() -> None:
    assert versions(version("2021-01-01"), version("2020-01-01", "2020-12-31")) == []


def test_two_versions_of_the_same_day_are_told_and_no_end_would_part_them() -> None:
    told = versions(version("2020-01-01", "2020-12-31"), version("2020-01-01"))
    assert [(code, help) for _, code, _, help in told] == [("MEM203", ""), ("MEM207", "")]
    assert told[1][0] == "9 du"


def test_a_proposal_overlaps_the_law_and_has_its_own_day() -> None:
    assert versions(version("2020-01-01"), version("2020-06-01", statut="propose")) == []
    assert messages(versions(version("2020-01-01"), version("2020-01-01", statut="propose"))) == [
        "MEM207 une autre version commence aussi le 2020-01-01"
    ]


def test_dates_turned_round_in_a_rule_are_told_alone() -> None:
    gap = "lacunes:\n  - {du: 2020-05-02, au: 2020-05-01, motif: m}\n"
    told = versions(version("2021-01-01", "2020-12-31"), version("2021-01-01"), lacunes=gap)
    assert [where for where, _, _, _ in told] == ["8 au", "11 au"]
    assert {code for _, code, _, _ in told} == {"MEM202"}


def test_an_article_may_be_away_and_never_has_two_texts() -> None:
    def article(au: str, du: str = "2021-01-01") -> list[str]:
        lines = f"  - {{id: V1, du: 2020-01-01, au: {au}}}\n  - {{id: V2, du: {du}}}\n"
        return messages(dire("rules/sources/s.yaml", SOURCE + lines))

    assert article("2020-12-31") == []
    assert article("2020-06-30") == []
    assert article("2021-01-01") == [
        "MEM203 la période du 2021-01-01 recouvre celle du 2020-01-01, qui court jusqu'au 2021-01-01"
    ]
    assert article("2019-12-31") == ["MEM202 la période finit le 2019-12-31, avant de commencer le 2020-01-01"]


def test_the_journal_is_read_from_the_newest() -> None:
    def journal(*days: str) -> list[Dit]:
        lines = [
            f"  - {{id: e{rank}, date: {day}, importance: mineure, titre: T, texte: T.}}\n"
            for rank, day in enumerate(days)
        ]
        return dire("rules/journal.yaml", "entrees:\n" + "".join(lines))

    assert journal("2026-01-03", "2026-01-03", "2026-01-02") == []
    assert journal("2026-01-03", "2026-01-02", "2026-01-03") == [
        (
            "4 date",
            "MEM202",
            "l'entrée du 2026-01-03 vient après celle du 2026-01-02 : les plus récentes sont en tête",
            "",
        )
    ]
