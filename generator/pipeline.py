"""The compiler on one screen. Read this file first.

    content/**.md  rules/**.yaml
          │ load      text, with places                    MEM0xx syntax
          │ validate  typed values                         MEM1xx shape
          │ resolve   one base: links and dates checked    MEM2xx links, dates
          │ compile   calculators as closed programs       MEM3xx formulas, units
          │ render    pages                                MEM4xx words, templates
          ▼ check     promises about the whole             MEM5xx sources, examples, links

`build` is a pure function of the files and of the day. A stage never starts on the rubble of the one before it.
"""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from generator.check import check_site
from generator.compile import Program, compile_calculateurs
from generator.diagnostics import Report
from generator.load import load_assets, load_documents, load_verrou
from generator.render import Site, render_site
from generator.resolve import KnowledgeBase, resolve_catalogue
from generator.validate import validate_documents


@dataclass(frozen=True, slots=True)
class Build:
    """What was made and what was found. `site` is None as soon as an error was found before the pages."""

    report: Report
    base: KnowledgeBase = field(default_factory=KnowledgeBase)
    programs: tuple[Program, ...] = ()
    site: Site | None = None

    @property
    def failed(self) -> bool:
        return bool(self.report.errors)


def build(root: Path, today: date) -> Build:
    """Compile the mémento kept in `root`, as it reads on a day."""
    compiled, locked = compile_rules(root), load_verrou(root)
    if compiled.failed or locked.failed:
        return Build(compiled.report + locked.report, compiled.base)
    rendered = render_site(compiled.base, compiled.programs, today, load_assets(root), locked.value)
    report = compiled.report + rendered.report
    if not rendered.failed:
        report += check_site(compiled.base, compiled.programs, rendered.value, today, locked.value)
    return Build(report, compiled.base, compiled.programs, rendered.value)


def compile_rules(root: Path) -> Build:
    """The first four stages: what a calculator needs, without any page."""
    loaded = load_documents(root)
    if loaded.failed:
        return Build(loaded.report)
    validated = validate_documents(loaded.value)
    report = loaded.report + validated.report
    if validated.failed:
        return Build(report)
    resolved = resolve_catalogue(validated.value)
    report += resolved.report
    if resolved.failed:
        return Build(report, resolved.value)
    compiled = compile_calculateurs(resolved.value)
    return Build(report + compiled.report, resolved.value, compiled.value)
