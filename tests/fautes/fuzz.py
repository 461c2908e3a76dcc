"""Whatever a file holds, it is answered by diagnostics, at a place in that file, and at once.

python tests/fautes/fuzz.py [NOMBRE [PREMIER]]
"""

import gc
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from os import cpu_count
from pathlib import Path
from statistics import median, quantiles

from mutation import Mutation, Mutations

from generator.check import check_ecrits
from generator.check.markdown import images_decrites, liens_qui_se_comprennent, tableaux_avec_en_tete, titres_en_ordre
from generator.check.promesse import Promesse, Tout
from generator.check.typographie import typographie_francaise
from generator.compile import compile_calculateurs
from generator.diagnostics import Diagnostic, Report
from generator.load import Connus, load_documents, read_document
from generator.load.front_matter import split_page
from generator.load.plain import plain_values
from generator.load.source import decode
from generator.load.yaml_reader import read_yaml
from generator.model import Calculateur
from generator.pipeline import compile_rules
from generator.render.champs import Champs
from generator.render.mots import relire_corps
from generator.render.relecture import relire
from generator.resolve import fautes_d_un_fichier, resolve_catalogue
from generator.validate import Catalogue, Entry, validate_documents

RACINE = Path(__file__).parents[2]
AUJOURD_HUI = date(2026, 11, 23)
LIMITE = 0.2
PAQUET = 250
# One mutation in so many is verified with the whole mémento.
ENTIER = 200
DES_MOTS: tuple[Promesse[Tout], ...] = (
    typographie_francaise,
    titres_en_ordre,
    liens_qui_se_comprennent,
    images_decrites,
    tableaux_avec_en_tete,
)


@dataclass(frozen=True)
class Passage:
    """How much work one mutation took, whatever else the machine did then, and the codes that it got."""

    mutation: Mutation
    secondes: float
    codes: tuple[str, ...]


class Banc:
    """The repository, read once; one of its files at a time is replaced."""

    def __init__(self) -> None:
        known: Connus = {}
        documents = load_documents(RACINE, known).value
        built = compile_rules(RACINE, known)
        self.catalogue = validate_documents(documents).value
        self.base, self.programs = built.base, built.programs
        self.mutations = Mutations(
            {document.path: ((RACINE / document.path).read_bytes(), document) for document in documents}
        )
        self.sujets = {document.path: subject for subject, document in built.base.documents.items()}
        gc.freeze()

    def passer(self, numero: int) -> Passage:
        """Read, validate, resolve, compile and read over one mutation; a slow one has a second chance."""
        mutation = self.mutations[numero]
        try:
            report, seconds = self._chronometrer(mutation)
            if seconds > LIMITE:
                seconds = min(seconds, self._chronometrer(mutation)[1])
            _a_leur_place(report, mutation)
            _de_deux_manieres(mutation)
            if numero % ENTIER == 0:
                self._entier(mutation)
        except Exception as error:
            error.add_note(f"mutation {numero} ({mutation.geste}) de {mutation.chemin}")
            raise
        return Passage(mutation, seconds, tuple(item.code for item in report))

    def _chronometrer(self, mutation: Mutation) -> tuple[Report, float]:
        start = time.thread_time()
        report = Report.of(self._fautes(mutation))
        return report, time.thread_time() - start

    def _fautes(self, mutation: Mutation) -> Iterator[Diagnostic]:
        read = read_document(mutation.chemin, mutation.octets)
        yield from read.report
        if read.value is None:
            return
        document, subject = read.value, self.sujets[mutation.chemin]
        validated = validate_documents([document])
        yield from validated.report
        base = replace(self.base, documents={**self.base.documents, subject: document})
        for entry in validated.value.entries:
            yield from fautes_d_un_fichier(entry, base)
            if isinstance(entry.value, Calculateur) and not any(fautes_d_un_fichier(entry, base)):
                alone = {entry.id: entry.value}
                yield from compile_calculateurs(
                    replace(base, calculateurs=alone, documents={**base.documents, ("calculateur", entry.id): document})
                ).report
        yield from relire_corps(document, base, AUJOURD_HUI)
        yield from Champs(document, base, "", AUJOURD_HUI).relire()
        tout = Tout(base, (), AUJOURD_HUI, sujets={subject})
        for promise in DES_MOTS:
            yield from promise.verifier(tout, promise.code)

    def _entier(self, mutation: Mutation) -> None:
        """The same with all the other files, until a stage stops."""
        read = read_document(mutation.chemin, mutation.octets)
        if read.value is None:
            return
        entries: list[Entry] = []
        for entry in self.catalogue.entries:
            entries += (
                validate_documents([read.value]).value.entries if entry.document.path == mutation.chemin else (entry,)
            )
        resolved = resolve_catalogue(Catalogue(tuple(entries)))
        if resolved.failed or len(entries) < len(self.catalogue.entries):
            return
        programs = compile_calculateurs(resolved.value)
        if programs.failed:
            return
        relire(resolved.value, programs.value, AUJOURD_HUI)
        check_ecrits(resolved.value, programs.value, AUJOURD_HUI)


def _a_leur_place(report: Report, mutation: Mutation) -> None:
    """Each diagnostic underlines something that is in the file."""
    text = mutation.octets.decode("utf-8", "replace").removeprefix("\ufeff").replace("\r\n", "\n")
    lines = text.split("\n")
    for item in report:
        place = item.location
        assert place.path == mutation.chemin, item
        assert 1 <= place.line <= len(lines), item
        end = max(len(lines[place.line - 1]), 1)
        assert 1 <= place.column <= end, item
        assert 1 <= place.length <= end - place.column + 1, item
        assert item.message.strip(), item


def _de_deux_manieres(mutation: Mutation) -> None:
    """What is read without places is right, and what the places give: to the type and to the order."""
    text = decode(mutation.chemin, mutation.octets)
    page = split_page(mutation.chemin, text.value) if mutation.chemin.endswith(".md") else None
    header = text.value if page is None else page.value.header
    if text.failed or (page and page.failed) or (values := plain_values(header)) is None:
        return
    read = read_yaml(mutation.chemin, header)
    assert tuple(read.report) == ()
    assert read.value is not None
    assert repr(values) == repr(read.value.data)


@cache
def banc() -> Banc:
    return Banc()


def passer(numeros: tuple[int, ...]) -> list[Passage]:
    return [banc().passer(numero) for numero in numeros]


def main(count: int, first: int) -> int:
    done: list[Passage] = []
    last = first + count
    packets = [tuple(range(start, min(start + PAQUET, last))) for start in range(first, last, PAQUET)]
    with ProcessPoolExecutor(cpu_count()) as pool:
        for packet in pool.map(passer, packets):
            done += packet
            print(f"\r{len(done)} mutations", end="", file=sys.stderr, flush=True)
    times = sorted(passage.secondes for passage in done)
    slow = sorted(done, key=lambda passage: -passage.secondes)[:5]
    told = sum(bool(passage.codes) for passage in done)
    print(f"\n{len(done)} mutations, dont {told} fautives, sans une exception.")
    print(f"médiane {median(times) * 1000:.1f} ms ; 99 % sous {quantiles(times, n=100)[98] * 1000:.1f} ms")
    for passage in slow:
        mutation = passage.mutation
        print(f"  {passage.secondes * 1000:6.1f} ms  n° {mutation.numero}, {mutation.geste}, {mutation.chemin}")
    return 1 if times[-1] > LIMITE else 0


if __name__ == "__main__":
    arguments = [int(word) for word in sys.argv[1:]]
    sys.exit(main(*[*arguments, *(50_000, 0)[len(arguments) :]]))
