"""Typst sources become PDF files: tagged, PDF/UA-1, the same bytes on every machine."""

from datetime import UTC, date, datetime, time

import typst


class Incomposable(ValueError):
    """A source that Typst refuses: a sentence in French, with its own words."""


def composer(source: str, jour: date) -> bytes:
    """The PDF of a source, dated from the day of the mémento. Raises Incomposable."""
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
