"""A report for the tools that show it: annotations of a forge, SARIF, JUnit."""

import json
from collections.abc import Iterable
from urllib.parse import quote
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from generator.diagnostics.diagnostic import Diagnostic, Severity
from generator.diagnostics.explications import Explication
from generator.diagnostics.report import Report

SARIF = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def format_github(report: Report) -> str:
    """A workflow command a diagnostic: GitHub shows it beside its line."""
    return "\n".join(map(_annotation, report))


def format_sarif(report: Report, codes: Iterable[Explication], version: str, site: str | None = None) -> str:
    """SARIF 2.1.0: the codes as rules, then what was found; columns count characters.

    `site` is where the site is published, with a final slash: each rule then leads to its page.
    """
    known = list(codes)
    rank = {code.code: index for index, code in enumerate(known)}
    driver = {
        "name": "memento verifier",
        "semanticVersion": version,
        "language": "fr",
        "rules": [
            {
                "id": code.code,
                "shortDescription": {"text": code.faute},
                "fullDescription": {"text": code.pourquoi},
                "help": {"text": code.remede},
                "defaultConfiguration": {"level": _niveau(code.severite)},
                **({"helpUri": f"{site}{code.page}"} if site else {}),
            }
            for code in known
        ],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_resultat(item, rank[item.code]) for item in report],
    }
    return json.dumps({"$schema": SARIF, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def format_junit(report: Report) -> str:
    """A test that passed, or one that failed for each error; warnings are what was printed."""
    suite = Element(
        "testsuite",
        name="memento verifier",
        tests=str(max(1, len(report.errors))),
        failures=str(len(report.errors)),
        errors="0",
    )
    for item in report.errors:
        place = item.location
        case = SubElement(suite, "testcase", classname=place.path, name=f"{item.code} {place.line}:{place.column}")
        failure = SubElement(case, "failure", type=item.code, message=item.message)
        failure.text = f"{place}: {item.code} {_phrase(item)}"
    if not report.errors:
        SubElement(suite, "testcase", classname="memento", name="verifier")
    if report.warnings:
        told = (f"{item.location}: {item.code} {_phrase(item)}" for item in report.warnings)
        SubElement(suite, "system-out").text = "\n".join(told)
    indent(suite)
    return tostring(suite, encoding="unicode", xml_declaration=True)


def _annotation(item: Diagnostic) -> str:
    place = item.location
    properties = {
        "file": place.path,
        "line": str(place.line),
        "col": str(place.column),
        "endColumn": str(place.column + place.length),
        "title": item.code,
    }
    written = ",".join(f"{name}={_propriete(value)}" for name, value in properties.items())
    return f"::{_niveau(item.severity)} {written}::{_donnee(_phrase(item))}"


def _phrase(item: Diagnostic) -> str:
    return f"{item.message} (aide : {item.help})" if item.help else item.message


def _niveau(severity: Severity) -> str:
    return "error" if severity is Severity.ERREUR else "warning"


def _resultat(item: Diagnostic, rank: int) -> dict[str, object]:
    place = item.location
    artifact = {"uri": quote(place.path), "uriBaseId": "%SRCROOT%"}
    region = {"startLine": place.line, "startColumn": place.column, "endColumn": place.column + place.length}
    result: dict[str, object] = {
        "ruleId": item.code,
        "ruleIndex": rank,
        "level": _niveau(item.severity),
        "message": {"text": _phrase(item)},
        "locations": [{"physicalLocation": {"artifactLocation": artifact, "region": region}}],
    }
    if item.remplacement is not None:
        replacement = {"deletedRegion": region, "insertedContent": {"text": item.remplacement}}
        change = {"artifactLocation": artifact, "replacements": [replacement]}
        result["fixes"] = [{"description": {"text": item.help or item.message}, "artifactChanges": [change]}]
    return result


def _donnee(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _propriete(text: str) -> str:
    return _donnee(text).replace(":", "%3A").replace(",", "%2C")
