"""Compiled templates kept from one process to the next, beside those modules that Python keeps compiled.

They are read only by the code that wrote them, with the same libraries, and only as they were written. Where Python
keeps nothing, nothing is kept.
"""

import marshal
import os
import sys
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path

from generator import render
from generator.adapters.memoire import machine
from generator.adapters.reserve import SOMME, cle
from generator.render.compiles import Compiles

# A mémento and its theme have a hundred templates; other mémentos, in other folders, have others.
PLACES = 400


def se_rappeler_des_gabarits() -> None:
    """Those that the last process compiled need not be compiled again."""
    with suppress(OSError):
        kept = fichier().read_bytes()
        if kept[:SOMME] == _somme(kept[SOMME:]):
            Compiles.codes.update(marshal.loads(kept[SOMME:]))


def garder_les_gabarits() -> None:
    """Keep those that are known, when some of them are new; beyond `PLACES`, only those that served this process."""
    if not Compiles.neufs or sys.dont_write_bytecode:
        return
    known = Compiles.codes
    content = marshal.dumps(known if len(known) <= PLACES else {key: known[key] for key in Compiles.servis})
    place = fichier()
    draft = place.with_name(f"{place.name}.{os.getpid()}")
    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        try:
            draft.write_bytes(_somme(content) + content)
            os.replace(draft, place)
        finally:
            draft.unlink(missing_ok=True)


def fichier() -> Path:
    """Where Python would keep a module of this name."""
    return Path(cache_from_source(str(Path(render.__file__).with_name("compiles.py")))).with_suffix(".bin")


def _somme(content: bytes) -> bytes:
    return cle(machine().encode(), content)
