"""Every acronym that a text uses is in the glossary."""

import re
from collections.abc import Iterator

from generator.check.promesse import Tout, promesse
from generator.diagnostics import Code, Diagnostic, vouliez_vous_dire

# It begins with the letter that the engine looks for; what may not stand before it comes after.
SIGLE = re.compile(r"[A-ZÉÈÀ](?<![\w.’'/-].)[A-ZÉÈÀ&]+(?![\w])")
# Centuries and parts of a text are numbered in Roman figures; the titles of texts are sometimes printed in capitals.
ROMAIN = re.compile(r"[IVXLC]+")
CAPITALES = frozenset({"LOI", "DÉCRET", "ARRÊTÉ", "ORDONNANCE", "JORF"})
# What speaks of the site itself names techniques and bodies that no reader of the law has to know.
DU_SITE = frozenset({"couverture", "editeur", "audit"})


@promesse("MEM513")
def sigles_expliques(tout: Tout, code: Code) -> Iterator[Diagnostic]:
    """Un sigle n'est pas dans le glossaire.

    Pourquoi : un lecteur qui découvre l'insertion s'arrête au premier sigle qu'il ne connaît pas.

    Remède : écrivez le nom en toutes lettres, ou ajoutez le sigle à rules/glossaire.yaml, avec sa source.
    """
    known = {word for terme in tout.base.termes for word in re.findall(r"\w+", terme.sigle)}
    told: set[tuple[str, str]] = set()
    for (kind, _), texts in tout.ecrits:
        for written in texts if kind not in DU_SITE else ():
            for match in SIGLE.finditer(written.mots):
                word, key = match[0], (written.document.path, match[0])
                if word in known or word in CAPITALES or ROMAIN.fullmatch(word) or key in told:
                    continue
                told.add(key)
                near = vouliez_vous_dire(word, known)
                yield written.dire(code, match.start(), len(word), f"« {word} » n'est pas dans le glossaire", near)
