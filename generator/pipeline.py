"""The compiler on one screen. Read this file first.

    content/**.md  rules/**.yaml
          │ load      text, with places                    MEM0xx syntax
          │ validate  typed values                         MEM1xx shape
          │ resolve   one base: links and dates checked    MEM2xx links, dates
          │ compile   calculators as closed programs       MEM3xx formulas, units
          │ render    words, then pages                    MEM4xx words, templates
          ▼ check     promises about the whole             MEM5xx sources, examples, links

`build` is a pure function of the files and of the day. A stage never starts on the rubble of the one before it.
`verify` stops before the pages: what people wrote is read over and its promises are checked, in a fraction of the time.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from generator.compile import Program, compile_calculateurs
from generator.diagnostics import Outcome, Report
from generator.load import SANS_VERROU, Connus, Document, Verrou, load_assets, load_documents, load_verrou
from generator.resolve import KnowledgeBase, resolve_catalogue
from generator.validate import validate_documents

if TYPE_CHECKING:
    from generator.render import Site
    from generator.render.commande import Memoire


@dataclass(frozen=True, slots=True)
class Build:
    """What was made and what was found. `site` is None as soon as an error was found before the pages."""

    report: Report
    base: KnowledgeBase = field(default_factory=KnowledgeBase)
    programs: tuple[Program, ...] = ()
    verrou: Verrou = SANS_VERROU
    site: "Site | None" = None

    @property
    def failed(self) -> bool:
        return bool(self.report.errors)


def build(
    root: Path,
    today: date,
    memoire: "Memoire | None" = None,
    *,
    documents: bool = True,
    promettre: bool = True,
    regles: Build | None = None,
) -> Build:
    """Compile the mémento kept in `root`, as it reads on a day.

    With `memoire`, given again from one build of the same mémento to the next, the files that have not changed are not
    read again and the pages that nothing has changed are not made again: what is built is the same, sooner. Without
    `documents`, nothing is printed; without `promettre`, the `promesses` are still to be read. `regles` are those that
    another process has compiled.
    """
    read = read_over(root, today, memoire=memoire, regles=regles)
    if read.failed:
        return read
    return complete(read, today, load_assets(root), memoire, documents=documents, promettre=promettre)


def complete(
    read: Build,
    today: date,
    assets: Mapping[str, bytes],
    memoire: "Memoire | None" = None,
    *,
    documents: bool = True,
    promettre: bool = True,
) -> Build:
    """The pages of what has been read over, and what can be wrong in the whole of them."""
    # What makes pages is read when pages are made: who verifies does not wait for it.
    from generator.render.assemblage import render_site

    rendered = render_site(read.base, read.programs, today, assets, read.verrou, memoire, documents=documents)
    built = replace(read, report=read.report + rendered.report, site=rendered.value)
    return replace(built, report=built.report + promesses(built, today)) if promettre else built


def promesses(built: Build, today: date) -> Report:
    """What is wrong in the whole of what has been built."""
    from generator.check import check_ecrits, check_site

    found = check_ecrits(built.base, built.programs, today, built.verrou)
    # A page says again, in its own words, what the promises have told of its file.
    if built.site is None or (built.report + found).errors:
        return found
    return found + check_site(built.base, built.programs, built.site, today, built.verrou)


def verify(root: Path, today: date, changes: Collection[str] | None = None, connus: Connus | None = None) -> Build:
    """All that can be wrong in what people wrote, without making a page.

    With `changes`, paths of files, what is verified of each file by itself is verified of these and of those that cite
    them. `connus` keeps, from one call to the next, the files that have not changed.
    """
    # Who calculates waits for none of this.
    from generator.check import check_ecrits
    from generator.render.relecture import touches

    read = read_over(root, today, changes, connus)
    if read.failed:
        return read
    subjects = None if changes is None else touches(read.base, changes)
    return replace(read, report=read.report + check_ecrits(read.base, read.programs, today, read.verrou, subjects))


def read_over(
    root: Path,
    today: date,
    changes: Collection[str] | None = None,
    connus: Connus | None = None,
    memoire: "Memoire | None" = None,
    regles: Build | None = None,
) -> Build:
    """The rules compiled, the published addresses, and the words read over."""
    from generator.render.relecture import relire, touches

    compiled = regles or compile_rules(root, connus if memoire is None else memoire.connus)
    locked = load_verrou(root)
    report = compiled.report + locked.report
    if not report.errors:
        subjects = None if changes is None else touches(compiled.base, changes)
        kept = None if memoire is None else memoire.relecture
        report += relire(compiled.base, compiled.programs, today, subjects, kept)
    return replace(compiled, report=report, verrou=locked.value)


def compile_rules(root: Path, connus: Connus | None = None) -> Build:
    """The first four stages: what a calculator needs, without any page."""
    return compile_documents(load_documents(root, connus))


def compile_documents(loaded: Outcome[tuple[Document, ...]]) -> Build:
    """The same, of files that have been read."""
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
