"""Typst sources become PDF files: tagged, PDF/UA-1, the same bytes on every machine."""

import subprocess
import sys
from datetime import UTC, date, datetime, time
from pathlib import Path

import generator


class Incomposable(ValueError):
    """A source that Typst refuses: a sentence in French, with its own words."""


def composer(source: str, jour: date) -> bytes:
    """The PDF of a source, dated from the day of the mémento. Raises Incomposable."""
    # Heavy, and most of what prints starts another process for it.
    import typst

    try:
        # Only the fonts of the package: those of the machine would change the pages.
        compiler = typst.Compiler(source.encode(), ignore_system_fonts=True)
        made = compiler.compile(
            format="pdf", pdf_standards="ua-1", timestamp=datetime.combine(jour, time(), UTC), sys_inputs=None
        )
    except typst.TypstError as error:
        raise Incomposable(f"le document ne peut pas être composé : {error.message}") from error
    assert isinstance(made, bytes)
    return made


class Composition:
    """The same in a process of its own, which gives back at its end the memory that Typst took."""

    def __init__(self, source: str, jour: date) -> None:
        self._source = source.encode()
        # Our package, and none that the folder where one works would hold under its name.
        command = f"import sys; sys.path.insert(0, {str(Path(generator.__file__).parents[1])!r}); "
        command += f"from {__name__} import main; main()"
        self._process = subprocess.Popen(
            (sys.executable, "-P", "-c", command, jour.isoformat()),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def resultat(self) -> bytes:
        """The PDF. Raises Incomposable."""
        made, told = self._process.communicate(self._source)
        if self._process.returncode == REFUS:
            raise Incomposable(told.decode())
        if self._process.returncode:
            said = told.decode(errors="replace").strip().rpartition("\n")[2]
            raise Incomposable(
                "la composition d'un document s'est arrêtée avant sa fin : la mémoire a pu manquer "
                f"({said or f'code {self._process.returncode}'}) ; « --sans-documents » construit le site sans eux"
            )
        return made

    def abandonner(self) -> None:
        """Nobody needs it any more."""
        self._process.kill()


# How the process says that Typst refuses the source.
REFUS = 3


def main() -> None:
    """The source on the standard input, the PDF on the standard output."""
    try:
        made = composer(sys.stdin.buffer.read().decode(), date.fromisoformat(sys.argv[1]))
    except Incomposable as error:
        sys.stderr.buffer.write(str(error).encode())
        sys.exit(REFUS)
    sys.stdout.buffer.write(made)
